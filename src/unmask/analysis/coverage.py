"""Says of every line of a story file that can be reached how often many runs reached it.

One promise: nothing is said but what the counts show of these runs. What no run reached may still be reached by another.
"""

from collections.abc import Iterator
from typing import NamedTuple

from unmask.analysis.reached import Reached
from unmask.analysis.simulate import Counts
from unmask.analysis.unreached import Reasons, parts_of
from unmask.problems.place import Span
from unmask.syntax import tree
from unmask.world.model import DEAD_END, ENDLESS, Moment, Option, Scene
from unmask.world.sites import Sites

NOTHING = "nobody is of this kind"


class Item(NamedTuple):
    """A line that can be reached: a scene, moment, option, ending, `meanwhile` or line of prose, and how often it was.

    `times` is None for lines that are told and not played: those `in brief`, and those that somebody recalls or denies.
    `why` says of what was not reached why it was not; `under` is what it stands under, where that was not reached either.
    """

    what: str
    name: str
    span: Span
    times: int | None
    why: str = ""
    under: Span | None = None


class Stop(NamedTuple):
    """So many runs stopped too early, in a dead end or at the limit: how it is called, and the number of the first of them."""

    name: str
    runs: int
    first: int


class Coverage(NamedTuple):
    """Every line that can be reached, in the order of the file, how many runs there were, and which of them stopped too early."""

    runs: int
    items: tuple[Item, ...]
    stops: tuple[Stop, ...] = ()

    def __repr__(self) -> str:
        return f"<Coverage of {self.runs:,} runs: {len(self.unreached)} of {len(self.items)} lines not reached>"

    @property
    def unreached(self) -> tuple[Item, ...]:
        """What no run reached."""
        return tuple(item for item in self.items if item.times == 0)


def coverage(story: tree.Story, sites: Sites, counts: Counts) -> Coverage:
    """How often every line of a story was reached in runs that were counted with their gates.

    Raises ValueError where the gates were not counted.
    """
    if not sites.wanted.gates:
        raise ValueError("why something was not reached is known only where conditions were counted: simulate with coverage=True")
    reached = Reached(sites, counts)
    return Coverage(reached.runs, tuple(_Reader(story, sites, reached).items()), tuple(_stops(sites, counts)))


def _stops(sites: Sites, counts: Counts) -> Iterator[Stop]:
    for name, runs, first in zip(sites.endings, sites.part(counts, "endings"), sites.part(counts, "first"), strict=True):
        if runs and name in (ENDLESS, DEAD_END):
            yield Stop(name, runs, first)


class _Reader:
    """Goes through the tree from top to bottom; the world's part of each line is found by its span."""

    def __init__(self, story: tree.Story, sites: Sites, reached: Reached) -> None:
        self.story = story
        self.reached = reached
        self.reasons = Reasons(reached)
        self.world = sites.world
        self.scenes: dict[Span, Scene] = {scene.span: scene for scene in sites.scenes}
        self.moments: dict[Span, Moment] = {moment.span: moment for scene in sites.scenes for moment in scene.moments}
        self.options: dict[Span, Option] = {option.span: option for moment in self.moments.values() for option in moment.options}
        self.endings = {ending.span: ending for ending in self.world.endings}
        self.conditions = dict(_conditions(story.lines))

    def items(self) -> Iterator[Item]:
        for line in self.story.lines:
            match line:
                case tree.Scene():
                    item = self._scene(line)
                    yield item
                    yield from self._under(line, item)
                case tree.Meanwhile():
                    yield from self._meanwhile(line)
                case tree.Person() | tree.Kind():
                    for inner in line.body:
                        if isinstance(inner, tree.Meanwhile):
                            yield from self._meanwhile(inner)
                case tree.Ending():
                    item = self._ending(line)
                    yield item
                    yield from self._under(line, item)
                case _:
                    pass

    def _times(self, span: Span) -> int:
        return self.reached.times.get(span, 0)

    def _scene(self, line: tree.Scene) -> Item:
        times = self._times(line.span)
        why = "" if times else self.reasons.scene(self.scenes[line.span], line)
        return Item("scene", line.name.words, line.span, times, why)

    def _meanwhile(self, line: tree.Meanwhile) -> Iterator[Item]:
        times = self._times(line.span)
        why = "" if times else self.reasons.meanwhile() if line.span in self.scenes else NOTHING
        item = Item("meanwhile", "meanwhile", line.span, times, why)
        yield item
        yield from self._under(line, item)

    def _ending(self, line: tree.Ending) -> Item:
        times = self._times(line.span)
        why = "" if times else self.reasons.ending(self.endings[line.span], line, self.conditions)
        return Item("ending", line.name.words, line.span, times, why)

    def _under(self, line: tree.Heading, above: Item) -> Iterator[Item]:
        """What stands under something: told to go with it where that was not reached."""
        options_so_far = 0
        for inner in line.body:
            match inner:
                case tree.Prose():
                    yield self._prose(inner, above, bool(options_so_far))
                case tree.Moment():
                    item = self._moment(inner, line, above)
                    yield item
                    yield from self._under(inner, item)
                case tree.Option():
                    options_so_far += 1
                    item = self._option(inner, line, above)
                    yield item
                    yield from self._under(inner, item)
                case _:
                    pass

    def _moment(self, line: tree.Moment, scene: tree.Heading, above: Item) -> Item:
        times = self._times(line.span)
        item = Item("moment", line.name.words, line.span, times)
        if times or not above.times:
            return _with(item, above)
        return item._replace(why=self.reasons.moment(self.scenes[scene.span], self.moments[line.span], self.conditions))

    def _option(self, line: tree.Option, moment: tree.Heading, above: Item) -> Item:
        times = self._times(line.span)
        item = Item("option", line.label, line.span, times)
        if times or not above.times:
            return _with(item, above)
        return item._replace(why=self.reasons.option(self.moments[moment.span], self.options[line.span], line))

    def _prose(self, line: tree.Prose, above: Item, after_options: bool) -> Item:
        name = f"{line.side.words} {line.manner}".strip() if line.side else line.manner
        item = Item("line", f"{name}>", line.span, self._times(line.span) if not line.manner else None)
        if not after_options or item.times != 0 or not above.times:
            return _with(item, above)
        return item._replace(why=self.reasons.closing(self.moments[above.span]))


def _with(item: Item, above: Item) -> Item:
    """The item; what was not reached because the thing above it was not goes with that."""
    if item.times != 0 or above.times:
        return item
    words = {"scene": "played", "meanwhile": "played", "moment": "reached", "option": "chosen", "ending": "reached"}
    named = f"`{above.name}`" if above.what == "meanwhile" else f"{above.what} `{above.name}`"
    return item._replace(why=f"{named} was never {words[above.what]}", under=above.span)


def _conditions(lines: tuple[tree.Line, ...]) -> Iterator[tuple[int, str]]:
    """The condition of each arrow, as it is written, by the arrow's line."""
    for line in lines:
        if isinstance(line, tree.Arrow) and line.condition is not None:
            yield line.span.line, " and ".join(parts_of(line.condition))
        if isinstance(line, tree.Heading):
            yield from _conditions(line.body)
