"""Chosen parts to paragraphs: names as the side says them, values in words, lines joined where they go on."""

from collections.abc import Collection
from typing import NamedTuple

from unmask.problems.speech import short
from unmask.run.record import Record
from unmask.run.step import Event, Process
from unmask.telling import english, joints
from unmask.telling.outline import Eyes, Section, Spoken, sections, shared
from unmask.telling.wording import Leaf, Wording
from unmask.world.language import is_english
from unmask.world.model import IMPLICIT_ENDINGS, Cover, Mention, Option, Say, Type, Words, World

NO_REASON = "it is what is left"


class Telling(NamedTuple):
    """A run in words. `sections` are paragraphs between breaks; `ending` is its title, or a sentence where no ending was reached.

    What is in italics stands between stars (see `unmask.telling.italics`).
    """

    cover: Cover
    side: str
    remembered: bool
    sections: tuple[tuple[str, ...], ...]
    ending: str

    def __repr__(self) -> str:
        return short(f"<Telling of {self.cover.title!r} from {self.side}'s side: {len(self.sections)} sections>")


def tell(process: Process, record: Record, side: str, remembered: bool = False, read: Collection[int] = ()) -> Telling:
    """The run as it is told from a side, or as that person remembers it. The same run, side and file make the same words.

    `read` are scenes that stay in full because they were read so while the run grew, by their numbers.
    """
    teller = _Teller(process, record, Eyes(side, remembered), read)
    told = tuple(paragraphs for section in teller.sections() if (paragraphs := teller.paragraphs(section)))
    cover = process.world.cover
    if not record.over.ending:  # it breaks off, and nothing stands behind a story that is not over
        cover = cover._replace(afterwords=())
    return Telling(cover, side, remembered, told, _ending(process.world, record))


def _ending(world: World, record: Record) -> str:
    ending = world.ending(record.over.ending)
    if ending is not None:
        return ending.title
    what = "It ends here" if record.over.ending in IMPLICIT_ENDINGS else "It breaks off here"
    return f"{what}: {record.over.reason}."


def mentioned(world: World, part: Mention, side: str) -> str:
    """Somebody by name or pronoun, marked as put in."""
    said = english.mention(world.people[part.person], side, part, world.apostrophe, world.cover.language)
    return joints.put_in(said, is_name=not part.form)


def value_in_words(world: World, type_: Type, form: str, value: int) -> str:
    """A value by its name, or a number in words; in languages other than English a number is left in figures."""
    if form == "cardinal" and type_.words:
        return type_.words[value - type_.low]
    if not is_english(world.cover.language):
        return str(value)
    return {"cardinal": english.cardinal, "times": english.times, "nth": english.nth}[form](value)


class _Teller:
    def __init__(self, process: Process, record: Record, eyes: Eyes, read: Collection[int]) -> None:
        self.process = process
        self.world = process.world
        self.record = record
        self.eyes = eyes
        self.read = read
        self.in_english = is_english(process.world.cover.language)
        self.own = Wording(process.layout, record.seed, record.number, eyes.side)
        self.said: dict[tuple[int, int], tuple[Leaf, ...]] = {}
        # Everybody's lines are worded in the order of the run, whoever listens.
        everybody = Wording(process.layout, record.seed, record.number)
        for spoken in shared(self.world, record, read):
            self.said[_mark(spoken)] = everybody.chosen(spoken)

    def sections(self) -> list[Section]:
        return list(sections(self.world, self.record, self.eyes, self.process.layout.scenes, self.read))

    def paragraphs(self, section: Section) -> tuple[str, ...]:
        """A line begins a paragraph, unless it goes on with the one before. One that says nothing begins one all the same."""
        found: list[str] = []
        goes_on = False
        for spoken in section:
            goes_on = goes_on and spoken.joins
            text = self.sentence(spoken)
            if text and goes_on:
                found[-1] = joints.joined(found[-1], text)
            elif text:
                found.append(text)
            goes_on = goes_on or bool(text)
        return tuple(joints.finished(paragraph, self.world.cover.language) for paragraph in found)

    def sentence(self, spoken: Spoken) -> str:
        chosen = self.said.get(_mark(spoken)) if not spoken.times else None
        if chosen is None:
            chosen = self.own.chosen(spoken)
        return joints.joined_parts((self.words(part, spoken) for part in chosen), self.in_english)

    def words(self, part: Leaf, spoken: Spoken) -> str:
        match part:
            case Words(text):
                return text
            case Mention():
                return mentioned(self.world, part, self.eyes.side)
            case Say():
                return joints.put_in(self.value(part, spoken))
            case _:
                return joints.put_in(reason_for(self.process, self.record.events[spoken.event]))

    def value(self, part: Say, spoken: Spoken) -> str:
        return value_in_words(self.world, part.type, part.form, self.own.worth(part.what, spoken))


def reason_for(process: Process, event: Event) -> str:
    """The phrase of the largest motive for the choice that was made; the first in the file, of equals."""
    if event.point is None:
        return NO_REASON
    for offer in process.offers(event.point):
        if isinstance(offer.what, Option) and offer.what.label == event.label:
            best = max(offer.reasons, key=lambda reason: reason.points, default=None)
            return best.motive.phrase if best and best.points > 0 else NO_REASON
    return NO_REASON


def _mark(spoken: Spoken) -> tuple[int, int]:
    """Which line of which event it is."""
    return spoken.event, id(spoken.line)
