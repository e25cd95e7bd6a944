"""A game in words: answers what somebody typed with text. No disk and no terminal: files are asked for by name.

One promise: nothing that is typed can break a game or lose it. What makes no sense is met by a sentence that says what does.
"""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from unmask.analysis.why import Answer, Weighed
from unmask.app import shown
from unmask.app.game import Game
from unmask.problems.near import did_you_mean
from unmask.problems.place import composed
from unmask.telling.english import named
from unmask.telling.italics import plain
from unmask.telling.knows import sentences, sort_in_words
from unmask.telling.sentences import Telling
from unmask.telling.to_text import WIDTH, Slant, to_text
from unmask.world.model import WORLD_SIDE, Cover

COMMANDS = ("?", "why", "undo", "again", "tell", "save", "load", "help", "quit")
_SHORT = 40
_A_SECTION = 1_000
Sections = tuple[tuple[str, ...], ...]


class Reply(NamedTuple):
    """`said` answers what was typed, `chosen` is the choice that was made, `told` prose that is new, `options` what can be chosen now.

    Each may be "". `wants` is save or load where the file called `file` is to be written or read, again where another game is to
    begin, quit where somebody goes; else "".
    """

    said: str = ""
    told: str = ""
    options: str = ""
    wants: str = ""
    file: str = ""
    chosen: str = ""

    @property
    def text(self) -> str:
        """All of it, with empty lines between."""
        return "\n".join(part for part in (self.said, self.chosen, self.told, self.options) if part)


class Dialogue:
    """Somebody's talk with a game. It knows what they have read."""

    def __init__(self, game: Game, width: int = WIDTH, slant: Slant | None = None) -> None:
        self.game = game
        self.width = width
        self.slant = slant
        self.read: Sections = ()

    # ── what was typed ──

    def begin(self) -> Reply:
        """The cover, and the story up to the first moment."""
        telling = self.game.telling()
        self.read = telling.sections
        return Reply(told=to_text(telling, self.width, self.slant), options=self._options())

    def answer(self, typed: str) -> Reply:
        """What comes of a line. Whole words of an option come first, capitals and all, then commands, then how an option begins."""
        line = composed(" ".join("".join(sign if sign.isprintable() else " " for sign in typed).split()))
        labels = [_plain(label) for label in self.game.labels]
        if meant := [index for index, label in enumerate(labels) if label == _plain(line)]:
            exact = [index for index in meant if " ".join(self.game.labels[index].split()) == line]
            return self._one_of(line, exact or meant)._replace(chosen="")  # they have just said it themselves
        word, _, rest = line.partition(" ")
        if word.casefold() in COMMANDS and (not rest or word.casefold() in ("save", "load", "why")):
            return self._command(word.casefold(), rest)
        if not line:
            return Reply(options=self._options())
        if line.isdecimal() and line.isascii():
            return self._number(line)
        if begun := [index for index, label in enumerate(labels) if label.startswith(_plain(line))]:
            return self._one_of(line, begun)
        return Reply(said=self._said(self._no_such(line)))

    def _one_of(self, line: str, meant: list[int]) -> Reply:
        """Choose what was meant; where it may be several, ask."""
        if len(meant) == 1:
            return self.choose(meant[0])
        several = self._listed(f"{index + 1}. {self.game.labels[index]}" for index in meant)
        return Reply(said=f"{self._said(f'`{_short(line)}` may be any of these:')}{several}")

    def unreadable(self) -> Reply:
        """What comes of a line that is no text."""
        return Reply(said=self._said(f"That cannot be read: it is no text in UTF-8. {self._what_can_be_typed()}"))

    def _command(self, word: str, rest: str) -> Reply:
        match word:
            case "?":
                model = self.game.world.model
                more = (sort_in_words(model, sort, self.game.person) for sort in self.game.knows_besides())
                return Reply(said=self._listed([*sentences(model, self.game.knows()), *more]))
            case "why":
                return Reply(said=self._why(rest))
            case "undo":
                return self._undo()
            case "again":
                return Reply(wants=word)
            case "tell":
                return Reply(said=to_text(self.game.retelling(), self.width, self.slant), options=self._options())
            case "save" | "load" if rest:
                return Reply(wants=word, file=rest)
            case "save" | "load":
                return Reply(said=self._said(f"Say in which file: {word} FILE"))
            case "help":
                return Reply(said=self._help())
            case _:
                return Reply(wants="quit")

    # ── choosing ──

    def _number(self, line: str) -> Reply:
        number = int(line[:9])
        if 1 <= number <= len(self.game.labels):
            return self.choose(number - 1)
        return Reply(said=self._said(self._no_such(line)))

    def choose(self, index: int) -> Reply:
        """What comes of a choice, by its place among what is offered."""
        chosen = self._said(f"{self._name()}: {self.game.labels[index]}")
        self.game.choose(index)
        return Reply(chosen=chosen, told=self._news(), options=self._options())

    def _options(self) -> str:
        """What the person may do, each on a line of its own with its number; what is left to do when the story is over."""
        if self.game.point is None:
            return self._said(
                "The story is over. `undo` takes the last choice back, `why` says why everybody did what they did, `quit` leaves."
            )
        question = f"What does {self._name()} do?"
        return self._listed([question, *(f"{number}. {label}" for number, label in enumerate(self.game.labels, 1))])

    def _no_such(self, line: str) -> str:
        labels = self.game.labels
        meant = did_you_mean(line, [*labels, *COMMANDS]) if len(line) <= 2 * _SHORT else ""
        return f"`{_short(line)}` is nothing that can be done here. {meant}{self._what_can_be_typed()}"

    def _what_can_be_typed(self) -> str:
        most = len(self.game.labels)
        what = "the words of an option" if most else ""
        number = f"a number from 1 to {most}, or " if most > 1 else "the number 1, or " if most else ""
        return (
            f"Type {number}{what}; `help` says what else there is."
            if most
            else "Type `undo`, `why` or `quit`; `help` says what else there is."
        )

    # ── what is told ──

    def _news(self) -> str:
        """What has come to be told since; with the ending's title and what stands behind the story, where it is over."""
        telling = self.game.telling()
        sections = news(self.read, telling.sections)
        self.read = telling.sections
        return self._as_text(sections, telling)

    def _as_text(self, sections: Sections, telling: Telling) -> str:
        if not any(sections) and self.game.point is not None:
            return ""
        behind = Cover(afterwords=telling.cover.afterwords)
        return to_text(Telling(behind, WORLD_SIDE, False, sections, telling.ending), self.width, self.slant)

    def _undo(self) -> Reply:
        label = self.game.undo()
        if not label:
            return Reply(
                said=self._said(f"There is nothing to take back: {self._name()} has not chosen anything yet."), options=self._options()
            )
        return self._again(f"Taken back: {label}.")

    def _again(self, said: str, paragraphs: int = 1) -> Reply:
        """After a jump: the last paragraphs that were told until there, so that one knows where one is."""
        telling = self.game.telling()
        self.read = telling.sections
        last = tuple(paragraph for section in telling.sections[-1:] for paragraph in section)[-paragraphs:]
        return Reply(self._said(said), self._as_text((last,), telling), self._options())

    # ── files ──

    def saved(self, file: str) -> Reply:
        """After the game was written to a file."""
        return Reply(said=self._said(f"Saved in {file}. `load {file}` goes on from here."))

    def refused(self, why: str) -> Reply:
        """After a file could not be written or read."""
        return Reply(said=self._said(why))

    def load(self, text: str, file: str, person: str = "") -> tuple[Reply, bool]:
        """Go on with a tape; also whether it could be followed to its end. Raises NoTape where the text is none."""
        loaded = self.game.load(text, person)
        said = f"{file} is loaded, and {self._name()} is played."
        if loaded.changed:
            said += " The story has changed since it was saved; it is followed as far as it goes."
        if loaded.strayed:
            said += f" It cannot be followed to its end{self._where()}: {loaded.strayed}. From there on it is played anew."
        return self._again(said, _A_SECTION), not loaded.strayed

    def _where(self) -> str:
        """Where the game stands, as an author would find it."""
        point = self.game.point
        if point is None or point.scene is None or point.moment is None:
            return ""
        return f", and stands in scene {point.scene_number + 1}, `{point.scene.name} / {point.moment.name}`"

    # ── why ──

    def _why(self, rest: str) -> str:
        if self.game.point is not None:
            return self._own_why(rest)
        answers = self.game.all_reasons()
        if not rest:
            lines = [f"{answer.number}. {self._calls(answer.event.who)}: {answer.event.label}. {_because(answer)}" for answer in answers]
            more = ["`why NUMBER` says what else could be done, and how likely each was."] if lines else ["Nobody chose anything."]
            return self._listed([*lines, *more])
        found = next((answer for answer in answers if rest == str(answer.number)), None)
        if found is None:
            return self._said(f"There is no choice with the number {_short(rest)}. `why` lists all of them.")
        return shown.answer(found, self.game.world.source.name)

    def _own_why(self, rest: str) -> str:
        """During the story everybody knows only why they did something themself."""
        if rest:
            return self._said(
                f"Why others do what they do is not for {self._name()} to know. `why` says it of everybody when the story is over."
            )
        answer = self.game.own_reasons()
        if answer is None:
            return self._said(f"{self._name()} has not chosen anything yet.")
        chosen = next(weighed for weighed in answer.open if weighed.drawn)
        others = [weighed for weighed in answer.open if not weighed.drawn]
        lines = [f"{self._name()} chose: {chosen.label}. {_for_and_against(chosen)}"]
        lines += [f"It could have been: {weighed.label}. {_for_and_against(weighed)}" for weighed in others]
        return self._listed(lines)

    # ── words ──

    def _help(self) -> str:
        name = self._name()
        return self._listed(
            [
                "Type an option's number, its words, or how they begin. Besides:",
                f"?: what {name} feels, what others seem to {name} to feel, and all else that {name} knows",
                f"why: what spoke for and against what {name} did last; when the story is over, what made everybody do what they did",
                "undo: take the last choice back",
                f"again: another game with the same luck, seed {self.game.record.seed} and run {self.game.record.number}",
                "tell: the story so far, from its beginning",
                "save FILE, load FILE: keep the game in a file, go on with one",
                "quit: leave; nothing is lost, and you are told how to go on",
                "An empty line says again what can be chosen. Where an option has just these words, it comes first.",
            ]
        )

    def _name(self) -> str:
        return self._calls(self.game.person)

    def _calls(self, person: str) -> str:
        return named(self.game.world.model.people[person], self.game.person)

    def _said(self, text: str) -> str:
        return self._listed([text])

    def _listed(self, lines: Iterable[str]) -> str:
        """Lines under each other, each wrapped."""
        return "".join(to_text(Telling(Cover(), WORLD_SIDE, False, ((line,),), ""), self.width, self.slant) for line in lines)


def _plain(text: str) -> str:
    """Words as they are compared: capitals do not count, and nobody types the stars of italics."""
    return " ".join(plain(text).split()).casefold()


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"


def news(before: Sections, now: Sections) -> Sections:
    """What of these sections was not there before, an empty section first where there is a break between.

    Where a paragraph goes on, it is its rest. Where something reads otherwise than before, it is everything from there on.
    """
    old = [paragraph for section in before for paragraph in section]
    told = [(number, paragraph) for number, section in enumerate(now) for paragraph in section]
    same = 0
    while same < min(len(old), len(told)) and old[same] == told[same][1]:
        same += 1
    rest = told[same:]
    goes_on = bool(rest) and same == len(old) - 1 and rest[0][1].startswith(old[same])
    if goes_on:
        rest[0] = rest[0][0], rest[0][1].removeprefix(old[same]).lstrip()
    breaks = bool(rest) and same > 0 and not goes_on and told[same - 1][0] != rest[0][0]
    sections = tuple(tuple(paragraph for _, paragraph in several) for _, several in groupby(rest, key=lambda one: one[0]))
    return ((), *sections) if breaks else sections


def _because(answer: Answer) -> str:
    return _for_and_against(next(weighed for weighed in answer.open if weighed.drawn))


def _for_and_against(weighed: Weighed) -> str:
    """The reasons that counted, in words and without sums."""
    spoke = [ground.phrase for ground in weighed.grounds if ground.points > 0]
    against = [ground.phrase for ground in weighed.grounds if ground.points < 0]
    if not spoke and not against:
        return "Nothing spoke for it or against it."
    parts = [f"For it: {'; '.join(spoke)}." if spoke else "", f"Against it: {'; '.join(against)}." if against else ""]
    return " ".join(part for part in parts if part)
