"""Story text to tree. Never raises: what cannot be read becomes an Unreadable node and a Problem, and reading goes on."""

import re
from types import ModuleType
from typing import NamedTuple

from unmask.problems import in_syntax
from unmask.problems.place import Source
from unmask.problems.problem import Problem
from unmask.syntax import declarations as heads
from unmask.syntax import letters, patterns, scenes
from unmask.syntax.cursor import OPERATORS, CannotRead, Cursor, clipped
from unmask.syntax.declarations import Reader
from unmask.syntax.examples import FORMS
from unmask.syntax.habits import NOTHING_KNOWN, Known, is_headed, known_of, meant, mind_changed
from unmask.syntax.lexer import key_of
from unmask.syntax.lines import DEEPEST_BLOCK, STEP, Piece, RawLine, blocks
from unmask.syntax.prose import template
from unmask.syntax.tree import (
    Ending,
    Heading,
    Item,
    Kind,
    Line,
    Meanwhile,
    Moment,
    Motif,
    Name,
    Notes,
    Option,
    Person,
    Prose,
    Scale,
    Scene,
    Story,
    Unreadable,
    Value,
)


class Block(NamedTuple):
    """What may stand in one kind of block: readers by the first word or sign of a line."""

    where: str
    readers: dict[str, Reader]
    prose: bool = True
    other: Reader | None = None


_PASSAGE: dict[str, Reader] = {"~": scenes.effect, "->": scenes.arrow}
_CHOICE: dict[str, Reader] = {"once": scenes.once, "+": scenes.motive, "-": scenes.motive}
_PERSONAL: dict[str, Reader] = {
    "open": heads.variables,
    "feels": heads.variables,
    "keeps": heads.variables,
    "expects": heads.expects,
    "shows": heads.shows,
    "reads": heads.reads,
    "tends": scenes.tends,
    "meanwhile": scenes.meanwhile,
}
_FRONT = ("title", "author", "series", "summary", "note", "afterword", "rating", "warning", "tags", "language")
TOP = Block(
    "at the top of a story",
    {
        **dict.fromkeys(_FRONT, heads.front),
        "told": heads.told,
        "scale": heads.scale,
        "fact": heads.variables,
        "secret": heads.variables,
        "kind": heads.kind,
        "person": heads.person,
        "bond": heads.bond,
        "scene": scenes.scene,
        "meanwhile": scenes.meanwhile,
        "ending": scenes.ending,
        "limit": scenes.limit,
        "motif": patterns.motif,
        "promise": patterns.promise,
    },
    prose=False,
)
PERSON = Block("in a person", _PERSONAL, prose=False, other=heads.start)
KIND = Block("in a kind", _PERSONAL, prose=False)
SCENE = Block(
    "in a scene",
    {**_PASSAGE, **_CHOICE, "when": scenes.guard, "fact": heads.variables, "secret": heads.variables, "moment": scenes.moment},
)
MOMENT = Block("in a moment", {**_PASSAGE, "*": scenes.option})
OPTION = Block(
    "in an option",
    {**_PASSAGE, **_CHOICE, "if": scenes.guard, "unless": scenes.guard, "is": scenes.tag, "weight": scenes.weight, "%": scenes.percent},
)
MEANWHILE = Block("in `meanwhile`", {**_PASSAGE, "moment": scenes.moment})
ENDING = Block("in an ending", {})
MOTIF = Block("in a motif", {}, prose=False, other=patterns.item)

# What may stand under each heading; under any other line nothing may.
_UNDER: dict[type[Heading], Block] = {
    Kind: KIND,
    Person: PERSON,
    Scene: SCENE,
    Moment: MOMENT,
    Option: OPTION,
    Meanwhile: MEANWHILE,
    Ending: ENDING,
    Motif: MOTIF,
    Item: MOTIF,
}
_ALL_BLOCKS = (TOP, PERSON, SCENE, MOMENT, OPTION, MEANWHILE)
_BLOCKS_UNDER = {
    "kind": KIND,
    "person": PERSON,
    "scene": SCENE,
    "moment": MOMENT,
    "*": OPTION,
    "meanwhile": MEANWHILE,
    "ending": ENDING,
    "motif": MOTIF,
}
_ALL_WORDS = frozenset(key for block in _ALL_BLOCKS for key in block.readers if key.isalpha())
_ALL_SIGNS = frozenset({"*", "~", "+", "-", "->", "%"})
_SECOND_RING = frozenset({"tell", "doubts", "looks", "unseen", "believes", "forgets"})


def parse(source: Source) -> tuple[Story, list[Problem]]:
    """The tree of a story file, and every problem with reading it, in the order of the lines."""
    top, end, problems = blocks(source)
    reader = _Parser(problems, known_of(source.lines()))
    story = Story(reader.block(top, TOP), end)
    if not story.lines and not problems:
        problems.append(in_syntax.empty_story())
    problems = [problem for problem in problems if problem.code != "uneven-margin" or problem.span.line not in reader.moved]
    problems.sort(key=lambda problem: problem.span)
    return story, problems


class _Parser:
    def __init__(self, problems: list[Problem], known: Known = NOTHING_KNOWN) -> None:
        self.problems = problems
        self.known = known
        # Lines under one that stood too far left: of their own margins nothing can be said.
        self.moved: set[int] = set()

    def block(self, lines: list[RawLine], block: Block) -> tuple[Line, ...]:
        """The lines of a block. What hangs under a line that takes nothing is read as if it stood beside it."""
        found: list[Line] = []
        todo = lines[::-1]
        while todo:
            line = todo.pop()
            self.gather(line, todo, block)
            if line.prefix is not None and "->" in block.readers and (arrow := self.arrow_behind(line)):
                todo.append(arrow)
            found.append(self.line(line, block))
            if line.under and not isinstance(found[-1], Heading | Unreadable):
                self.problems.append(in_syntax.nothing_goes_under(line.under[0].span, line.span))
                todo += reversed(line.under)
        return tuple(found)

    def arrow_behind(self, line: RawLine) -> RawLine | None:
        """The line that an arrow behind a line of prose is, which is cut off there."""
        found = _ARROW_BEHIND.search(line.text, max(line.text.rfind("->"), 0)) if "->" in line.text else None
        if not found or (found["to"] not in self.known.places and found["to"].lower() not in ("end", "done")):
            return None
        to = "end" if found["to"].lower() in ("end", "done") else found["to"]
        begin = len(line.text[: found.start()].rstrip())
        span = line.place(begin, len(line.text))
        self.problems.append(in_syntax.arrow_behind_prose(span, to, line.indent))
        line.text = line.text[:begin]
        return RawLine(span.line, span.end - len(to) - 3, span.end, f"-> {to}", line.indent)

    def gather(self, above: RawLine, todo: list[RawLine], block: Block) -> None:
        """Take from the lines to come those that can only belong to this one, and tell them: they stand too far left."""
        told = False
        if block is TOP and todo and not above.under and above.prefix is None:
            self.gather_at_the_top(above, todo)
        while todo:
            line = todo[-1]
            if above.prefix is not None and line.column and self.goes_on(line, block):
                if not told:
                    self.problems.append(in_syntax.goes_on(line.span, above.indent + STEP))
                told = True
                above.go_on(line)
            elif home := self.home_of(line, above, block):
                indent = home.under[0].indent if home.under else home.indent + STEP
                self.problems.append(in_syntax.too_far_left(line.span, indent, home.number, line.text[:1]))
                self.moved |= {under.number for under in line.under}
                home.under.append(line)
                if line.under and not self.takes(line, self.under_of(home)):
                    home.under += line.under
                    line.under = []
            else:
                return
            todo.pop()

    def gather_at_the_top(self, above: RawLine, todo: list[RawLine]) -> None:
        """Take all that stands under a scene or an ending without being moved in, as Twine and ink have it, and tell it once."""
        is_cover = _NEVER_HERE.match(above.text) is not None
        if not is_cover and not self.may_be_of_a_scene(todo[-1]):
            return
        head = self.as_meant(above, TOP)[1]
        if head not in ("scene", "ending"):
            return
        while todo and (_is_of_the_cover(todo[-1]) if is_cover else self.may_be_of_a_scene(todo[-1])):
            above.under.append(todo.pop())
        if is_cover:
            return
        first = above.under[0]
        sign = first.text[:1] if first.prefix is None else ""
        self.problems.append(in_syntax.not_moved_in(first.span, head, len(above.under) - 1, sign))

    def may_be_of_a_scene(self, line: RawLine) -> bool:
        """Whether a line at the top says something only under a scene."""
        if line.prefix is not None:
            return True
        key, text = line.key, line.text
        if key in TOP.readers or key in _ALL_WORDS - SCENE.readers.keys() or text.startswith(("::", "==")):
            return False
        if key in SCENE.readers or text[0] in "([<{*}":
            return True
        top, inside = (meant(text[:_LONGEST_HABIT], key, block.where, block.readers, self.known) for block in (TOP, SCENE))
        return top.partition(" ")[0] not in TOP.readers and inside.startswith((">", "~", "->", "*", "moment"))

    def goes_on(self, line: RawLine, block: Block) -> bool:
        """Whether a line under prose says nothing by itself: words that were broken at the same margin."""
        if line.prefix is not None or line.under or not line.text[:1].isalpha():
            return False
        key = line.key
        if self.reader(key, line, block):
            return False
        instead = meant(line.text, key, block.where, block.readers, self.known)
        return key not in _ALL_WORDS | _SECOND_RING and " " in line.text and (not instead or instead.startswith(">"))

    def home_of(self, line: RawLine, above: RawLine, block: Block) -> RawLine | None:
        """The line above, if this one can only belong to it and stands too far left."""
        if block is MOTIF:
            return None  # `scene market` is no heading there
        key = "" if line.prefix is not None else line.key
        fits = block.prose if line.prefix is not None else key in block.readers
        if (fits and (not line.under or self.takes(line, block))) or (not fits and key not in _ALL_WORDS and key not in _ALL_SIGNS):
            return None
        if block is MOMENT and key == "+" and self.option_of_elsewhere(line):
            return None
        if not fits and line.prefix is None and meant(line.text, key, block.where, block.readers, self.known):
            return None
        where = self.under_of(above if above.prefix is not None else self.as_meant(above, block)[0])
        if key == "-" and block is MOMENT and self.sort_of_elsewhere(line, key):
            return None
        return above if where is not None and key in where.readers and (not fits or above.under) else None

    def takes(self, line: RawLine, block: Block | None) -> bool:
        """Whether lines may stand under this one."""
        return block is not None and line.prefix is None and line.key in _BLOCKS_UNDER

    def under_of(self, line: RawLine) -> Block | None:
        """What may stand under a line, seen from its first word."""
        return None if line.prefix is not None else _BLOCKS_UNDER.get(line.key)

    def line(self, line: RawLine, block: Block) -> Line:
        try:
            if line.prefix is not None:
                return self.prose(line, block)
            return self.statement(line, block)
        except CannotRead as stuck:
            # The branches of one condition are one mistake.
            if not self.is_told(line, stuck.problem):
                self.problems.append(stuck.problem)
            text = _text_of(line) if stuck.under is None else (*_text_of(line, 0), *stuck.under)
            return Unreadable(text, line.span, line.notes, stuck.meant)

    def is_told(self, line: RawLine, problem: Problem) -> bool:
        """Whether a line goes on with a condition in several lines, of which something was told."""
        if _BRANCH.match(line.text) and any(other.code == problem.code and other.note == problem.note for other in self.problems[-9:]):
            return True
        if (
            problem.code == "wrong-place"
            and "`*`" in problem.title
            and any(other.code == problem.code and other.title == problem.title for other in self.problems[-9:])
        ):
            return True  # above the first of them it says where they belong
        return bool(self.problems) and self.problems[-1].code == problem.code and line.key[:1] == "e"

    def statement(self, line: RawLine, block: Block) -> Line:
        if line.key in _BEGINS_ELSEWHERE and _NEVER_HERE.match(line.text) and (sort := self.sort_of_elsewhere(line, line.key)):
            raise CannotRead(in_syntax.foreign_line(line.span, clipped(line.text), sort))
        given = line
        line, key, habit = self.as_meant(line, block)
        if key in ("if", "unless", "else", "elif", "elseif") and block is not MOTIF and (line.under or key[0] == "e"):
            raise CannotRead(in_syntax.condition_with_lines(line.span, key))
        try:
            found = self.prose(line, block) if line.prefix is not None else self.of_key(key, line, block)
        except CannotRead as stuck:
            if habit:
                stuck.problem = in_syntax.meant_and_stuck(habit, stuck.problem)
            elif stuck.problem.code == "cannot-read-on" and (sort := self.sort_of_elsewhere(line, key)):
                stuck.problem = in_syntax.foreign_line(line.span, clipped(line.text), sort)
            raise
        if habit and isinstance(found, Unreadable):
            return found._replace(text=_text_of(given))  # nothing is said to have been read that was not
        self.problems += [habit] if habit else []
        return found

    def of_key(self, key: str, line: RawLine, block: Block) -> Line:
        read = self.reader(key, line, block)
        if read is None:
            raise CannotRead(self.misplaced(line, key, block))
        cursor = Cursor(line, FORMS.get(key, ""), known=self.known)
        try:
            found = read(cursor)
            cursor.need_end()
        except CannotRead as stuck:
            # A line that stays as it is needs no more than one thing told of how it is put together.
            cursor.problems.clear()
            # Before the lines under it are read, and perhaps put elsewhere.
            stuck.under = _text_of(line)[1:]
            stuck.meant = self.as_far_as_read(line, key)
            raise
        finally:
            self.problems += cursor.slips
        notes = Notes(line.notes.above, cursor.comment) if cursor.comment else line.notes
        found = found._replace(span=line.span, notes=notes)
        if line.under and isinstance(found, Heading):
            return found._replace(body=self.block(line.under, _UNDER[type(found)]))
        return found

    def reader(self, key: str, line: RawLine, block: Block) -> Reader | None:
        return block.readers.get(key) or (block.other if not _belongs_elsewhere(key, line.text, block) else None)

    def as_meant(self, line: RawLine, block: Block) -> tuple[RawLine, str, Problem | None]:
        """The line, or the one that it is out of habit, the word that says what it is, and what to tell of the habit."""
        key = line.key
        if len(line.text) > _LONGEST_HABIT or (key in block.readers and key not in _OFTEN_OTHERWISE and not is_headed(line.text, key)):
            return line, key, None
        if block is MOMENT and (option := self.option_of_elsewhere(line)):
            return self.with_its_lines(line, *option)
        instead = meant(line.text, key, block.where, block.readers, self.known)
        if not instead or instead == line.text or (block.other and _is_start(line.text)):
            return line, key, None
        if instead == f"> {line.text}" and (voice := _SPEAKER.match(line.text)) and voice["who"] not in self.known.people:
            habit = in_syntax.voice_of_nobody(line.span, voice["who"], clipped(voice["words"].strip('"“”')), clipped(instead), instead)
        else:
            habit = in_syntax.here_it_is(line.span, key, clipped(instead), instead, key in block.readers)
        return line.instead(instead), key_of(instead), habit

    def option_of_elsewhere(self, line: RawLine) -> tuple[str, tuple[str, ...]] | None:
        """What an option of another language is called, and what stands beside it there and under it here."""
        may_be = line.key not in ("->", "~") and _BESIDE_AN_OPTION.search(line.text)
        return _elsewhere().option(line.text) if may_be else None

    def with_its_lines(self, line: RawLine, label: str, lines: tuple[str, ...]) -> tuple[RawLine, str, Problem | None]:
        """`* go in -> hall` as the option and the arrow that it is."""
        found = line.instead(f"* {label}")
        under = [line.instead(text) for text in lines]
        for one in under:
            one.indent, one.under = line.indent + STEP, []
            if (at := line.text.rfind(one.text.partition(" ")[2])) > 0 and one.prefix is None:
                first = len(one.text) - len(one.text.partition(" ")[2])
                one.pieces = [Piece(0, line.number, max(line.column + at - first, 0))]
        # Conditions stand first, and where it leads last.
        arrows = [one for one in under if one.text.startswith("->") and one.prefix is None]
        found.under = [*(one for one in under if one not in arrows), *line.under, *arrows]
        if not lines:
            return found, "*", in_syntax.here_it_is(line.span, line.key, f"* {label}", f"* {label}", line.text[0] == "*")
        return found, "*", in_syntax.option_in_one_line(line.span, label, lines, line.indent + STEP)

    def as_far_as_read(self, line: RawLine, key: str) -> Line | None:
        """What a head that could not be read declares, with the lines under it; None where it declares nothing."""
        cursor = Cursor(line)
        cursor.at = 1
        try:
            name = cursor.name("", _ENDS_A_NAME)
        except CannotRead:
            return None
        rest = [token.text for token in cursor.tokens[cursor.at :] if token.kind == "word"]
        match key:
            case "person":
                found: Line = Person(name, None, ("they",), (), tuple(Name(kind) for kind in _kinds(rest)), ())
            case "kind":
                found = Kind(name, ())
            case "scene":
                found = Scene(name, (), ())
            case "motif":
                found = Motif(name, (), ())
            case "moment":
                chooses = next((Name(word) for word in rest if word in self.known.people), None)
                found = Moment(name, chooses or (Name("chance") if any(under.key == "*" for under in line.under) else None), ())
            case "ending":
                found = Ending(name, None, None, ())
            case "scale":
                found = Scale(name, tuple(Value(Name(word)) for word in dict.fromkeys(rest)))
            case _:
                return None
        found = found._replace(span=line.span)
        if line.under and isinstance(found, Heading):
            found = found._replace(body=self.block(line.under, _UNDER[type(found)]))
        return found

    def misplaced(self, line: RawLine, key: str, block: Block) -> Problem:
        if key in _SECOND_RING:
            return in_syntax.reserved_word(line.span, key)
        if (verb := mind_changed(line.text, self.known)) and block not in (TOP, PERSON, KIND):
            return in_syntax.mind_changed(line.span, verb)
        if sort := self.sort_of_elsewhere(line, key):
            return in_syntax.foreign_line(line.span, clipped(line.text), sort)
        key = clipped(key)
        if block is TOP and (told := meant(line.text[:_LONGEST_HABIT], key, SCENE.where, SCENE.readers, self.known)).startswith(">"):
            return in_syntax.told_outside(line.span, key, clipped(told))
        if key == "*" and block in (TOP, SCENE):
            somebody = next(iter(self.known.people), "NAME")
            somebody = next((name for written, name, _ in self.known.stopped if written == somebody), somebody)
            return in_syntax.choice_without_a_moment(line.span, block.where, somebody)
        if key == "->" and block is TOP:
            return in_syntax.arrow_at_the_top(line.span)
        elsewhere = [other.where for other in _ALL_BLOCKS if key in other.readers]
        if elsewhere:
            return in_syntax.wrong_place(line.span, key, block.where, elsewhere)
        return in_syntax.unknown_line(line.span, key, block.where, [*block.readers, *([">"] if block.prose else [])])

    def sort_of_elsewhere(self, line: RawLine, key: str) -> str:
        """What sort of thing of another language a line is that cannot be read, "" where that is not known."""
        return str(_elsewhere().sort_of(line.text)) if not key.isalpha() or key.isupper() or key in _WORDS_OF_ELSEWHERE else ""

    def prose(self, line: RawLine, block: Block) -> Line:
        if not block.prose:
            raise CannotRead(in_syntax.prose_out_of_place(line.span, block.where))
        given = line
        parts, odd = template(line, self.known)
        if (not parts or _may_be_of_elsewhere(line.text)) and (found := list(_elsewhere().passages(line.text))):
            line, slips = self.as_told_here(line, found)
            parts, odd = template(line, self.known)
            odd += slips
        if "[[" in line.text:
            for start, end in _elsewhere().links(line.text):
                odd.append(in_syntax.foreign_line(line.place(start, end), clipped(line.text[start:end]), "link"))
        self.problems += odd
        if odd and not parts:
            return Unreadable(_text_of(given), line.span, line.notes)
        side, manner = _side(line)
        return Prose(side, manner, line.joins, parts, line.span, line.notes)

    def as_told_here(self, line: RawLine, found: list[tuple[int, int, str]]) -> tuple[RawLine, list[Problem]]:
        """Prose with what another language wrote in it as it is written here, and what to tell of that."""
        slips = [in_syntax.passage_otherwise(line.place(start, end), line.text[start:end], instead) for start, end, instead in found]
        return line.with_passages(found), slips


def _is_of_the_cover(line: RawLine) -> bool:
    """Whether a line may stand in what Twine keeps of a story."""
    return line.key not in TOP.readers and not line.text.startswith(("::", "==", "(", "<"))


def _elsewhere() -> ModuleType:
    """What other languages write: of no use to most files, so it is read when a sign of theirs is met."""
    from unmask.syntax import elsewhere

    return elsewhere


def _may_be_of_elsewhere(text: str) -> bool:
    """Whether prose may hold what another language would not tell as it stands; seen at a glance."""
    # Before `else:` there stands a bar, or somebody left it out.
    return any(map(text.__contains__, _SIGNS_IN_PROSE)) or text[:1] == ">" or text.count("else:") != text.count("| else:")


def _is_start(text: str) -> bool:
    """Whether a line gives a field another start, as `longing = faint` does; a field may be called as anything."""
    target, sign, _ = text.partition(":")[0].partition("=")
    return bool(sign) and "." not in target


_LONGEST_HABIT = 2_000
# What Twine keeps of a story, and of ink a variable of one passage and a way on without a choice: they would be read as a scene, as a
# field's name and as a label.
_BEGINS_ELSEWHERE = frozenset({"~", "*", "::"})
_NEVER_HERE = re.compile(r"~\s*temp\s|\*\s*->|::\s*Story[A-Z]")
_SPEAKER = re.compile(r"(?P<who>[^:>{}\"“”]{1,40}?):\s+(?P<words>\S.*)$")
_WORDS_OF_ELSEWHERE = frozenset({"temp", "import", "function", "return", "def"})
_BRANCH = re.compile(r"[]}]$|<<(?:/|else)|\(else|-\s")
_ARROW_BEHIND = re.compile(r"\s*(?<!\\)(?:->|[\u2192\u21d2\u279c\u27a1])\s*(?P<to>[^<>{}|]+?)$")
_BESIDE_AN_OPTION = re.compile(r"->|\[|<<|\{\s*if\b|(?<=\s)(?:if|when)\s[^<>=]*[<>=]|(?<=[*+])\s*[({]")
_SIGNS_IN_PROSE = ("$", "<<", ")[", "{!", "(either:", "(print:", "elif", "else if", "elseif", "else :")
# Words and signs that begin lines of several sorts, so that some line of theirs may be meant as another.
_OFTEN_OTHERWISE = frozenset({"->", "*", "fact", "is", "~"})
_ENDS_A_NAME = frozenset({"with", "about", "called", "by", "means", "known"})


def _kinds(words: list[str]) -> list[str]:
    """`a villager`, `an elder` among words that could not be read as a whole."""
    return [words[i + 1] for i, word in enumerate(words[:-1]) if word in ("a", "an")]


def _belongs_elsewhere(key: str, text: str, block: Block) -> bool:
    """Whether a block that takes lines of any first word should leave this one, so that the problem names its home."""
    if block is not PERSON or (key.isidentifier() and key not in OPERATORS and "=" in text.partition(":")[0]):
        return False  # A feeling may be called `bond`: `bond = strong` gives it another start.
    return key in _SECOND_RING or any(key in other.readers for other in _ALL_BLOCKS if other is not block)


def _side(line: RawLine) -> tuple[Name | None, str]:
    """Whose line it is and in what manner it is told, from `Kylo recalls>`."""
    prefix = line.prefix or ""
    if not prefix:
        return None, ""
    manner = ""
    for ending in ("recalls", "denies", "in brief"):
        if prefix == ending or prefix.endswith(f" {ending}"):
            manner = ending
            prefix = prefix.removesuffix(ending).rstrip()
            break
    if not prefix:
        return None, manner
    start = line.span._replace(end=line.span.start + len(prefix))
    return Name(prefix, start), manner


def _text_of(line: RawLine, deepest: int = DEEPEST_BLOCK) -> tuple[str, ...]:
    """A line and those under it, as they stood; with 0 the line alone."""
    found: list[str] = []
    todo = [(line, 0, -1)]
    while todo:
        here, depth, above = todo.pop()
        mark = "" if here.prefix is None else f"{here.prefix}>{'+' if here.joins else ''} "
        found += ["  " * above + note if note else "" for note in here.notes.above] if depth else []
        found.append("  " * depth + mark + letters.told(here.text))
        # A comment deeper than the prose above it would be read as prose.
        above = depth + 1 if here.prefix is None else depth
        todo += [(under, depth + 1, above) for under in reversed(here.under if depth < deepest else ())]
    return tuple(found)
