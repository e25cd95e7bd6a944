"""Finds lines that a run tells more than once in the same words.

Words that an author left open vary: alternatives, values, what is told first and then. Names do not: with other people in it, it is the
same line.
"""

from collections.abc import Iterable, Iterator

from unmask.problems.place import Span
from unmask.run.record import Record
from unmask.run.step import Process
from unmask.telling.outline import Eyes, Spoken, sections
from unmask.telling.sentences import reason_for
from unmask.telling.wording import Wording
from unmask.world.model import WORLD_SIDE, Any, Cases, First, Mention, Prose, Say, Template, Why, Words, World
from unmask.world.walk import passages

_MOST_SIDES = 12
"""In a crowd the first few stand for everybody."""


def told_again(process: Process, record: Record) -> dict[Span, None]:
    """The lines that some side is told more than once in the same words, in the order in which they come again."""
    wording = Wording(process.layout, record.seed, record.number)
    found: dict[Span, None] = {}
    for side in _sides(process.world):
        heard: set[tuple[object, ...]] = set()
        for section in sections(process.world, record, Eyes(side), process.layout.scenes):
            for spoken in section:
                # What goes on with a line that tells how many scenes were alike may be the same.
                words = None if spoken.times and spoken.joins else _Reading(process, record, wording, spoken).words()
                if words is not None:
                    if words in heard:
                        found[spoken.line.span] = None
                    heard.add(words)
    return found


def _sides(world: World) -> tuple[str, ...]:
    """Everybody's, and those of the people who have lines of their own."""
    own = {line.side for line in _lines(world) if line.side}
    kinds = {role.kind for scene in world.scenes for role in scene.roles if role.name in own}
    named = [name for name in world.people if name in own or any(name in world.kinds[kind] for kind in kinds)]
    return (WORLD_SIDE, *named[:_MOST_SIDES])


def _lines(world: World) -> Iterator[Prose]:
    for scene in (*world.scenes, *world.meanwhiles):
        yield from scene.in_brief
        for passage in passages(scene):
            yield from passage.lines


class _Varies(Exception):
    """The line has words that an author left open."""


class _Reading:
    """Reads a line as it is told at one place of a run."""

    def __init__(self, process: Process, record: Record, wording: Wording, spoken: Spoken) -> None:
        self.process = process
        self.record = record
        self.wording = wording
        self.spoken = spoken
        self.is_silent = True

    def words(self) -> tuple[object, ...] | None:
        """What tells these words from others of the same line; None where they vary by themselves, or nothing is left to be told."""
        try:
            found = (self.spoken.line.span, *self._of(self.spoken.line.template))
        except _Varies:
            return None
        return None if self.is_silent else found

    def _of(self, template: Template) -> Iterable[object]:
        for part in template:
            match part:
                case Words(text):
                    self.is_silent = self.is_silent and not text.strip()
                case Mention():
                    self.is_silent = False
                case Why():
                    self.is_silent = False
                    yield reason_for(self.process, self.record.events[self.spoken.event])
                case Cases(cases):
                    number = next((at for at, (test, _) in enumerate(cases) if test is None or self.wording.worth(test, self.spoken)), None)
                    yield number
                    yield from () if number is None else self._of(cases[number][1])
                case Any(choices) | First(choices) if len(choices) == 1:
                    yield from self._of(choices[0])
                case Any() | First() | Say():
                    raise _Varies
