"""A motif's lines laid out as steps: one for each event that has to come, with what may come after it.

One promise: a step is one event, so whatever is said of several (times, other ways, conditions, spans) is spread over the steps here and
nowhere else.
"""

from collections.abc import Callable
from typing import NamedTuple

from unmask.motif.events import Atom, bound, bound_condition
from unmask.world.model import Expression, Item, Motif, Operation

NO_SPAN = -1


class TooMuch(Exception):
    """More steps, states or symbols than may be."""


class Wants(NamedTuple):
    """What has to be so of an event: one of these atoms (a bit each; 0 where any event will do), and, where there are `others`, that
    one of these motifs, by their numbers, is completed by it."""

    atoms: int
    others: tuple[int, ...] = ()


Link = Callable[[Atom, Item], Wants]
"""Finds what has to be so for an atom, which stands in that item; a motif's name may stand in it."""


class Step(NamedTuple):
    """An event that a line waits for. `events` and `scenes` are how far it may lie from the neighbour before, NO_SPAN for any.

    `after` are the steps that may come next, in the same line; the line is done with a step that is `last`. Steps after which the
    same may come are one place: `place` is the first of them. `turn` counts the times of the line that are done with it.
    """

    wants: Wants
    events: int
    scenes: int
    after: tuple[int, ...]
    last: bool
    place: int
    turn: int


class Line(NamedTuple):
    """A line of a motif. `at_once` is for `next`: each of its events is the very next. `counts_turns` where each turn is one event.

    Some step asks whether the neighbour before lies within `widest_events` and `widest_scenes`, NO_SPAN where none does; none may
    come any more after `last_event` events, and in a scene after the `last_scene`-th, NO_SPAN where some always may.
    """

    at_once: bool
    counts_turns: bool
    first: tuple[int, ...]
    steps: tuple[Step, ...]
    widest_events: int
    widest_scenes: int
    last_event: int
    last_scene: int


class Stage(NamedTuple):
    """A line, None for the story's end, and what must not come between it and the line before."""

    line: Line | None
    without: tuple[Line, ...]


class Pattern(NamedTuple):
    """The stages of a motif, in order; the last one is the story's end."""

    stages: tuple[Stage, ...]


def laid_out(motif: Motif, people: dict[str, str], link: Link, most: int) -> Pattern:
    """The motif's pattern with these people in its roles. Raises TooMuch where it has more than `most` steps."""
    stages: list[Stage] = []
    without: list[Line] = []
    for item in motif.items:
        line = _Layer(item, people, link, most).line()
        most -= len(line.steps)
        if item.word == "without":
            without.append(line)
        else:
            stages.append(Stage(line, tuple(without)))
            without = []
    return Pattern((*stages, Stage(None, tuple(without))))


class _Layer:
    """Lays one line out. Positions and what follows them are found as Glushkov finds them: one position an event."""

    def __init__(self, item: Item, people: dict[str, str], link: Link, most: int) -> None:
        self.item = item
        self.people = people
        self.link = link
        self.most = most
        self.wants: list[tuple[Wants, int, int]] = []
        self.after: list[set[int]] = []
        self.turns: list[int] = []

    def line(self) -> Line:
        first, last = self._times(self.item, (), NO_SPAN, NO_SPAN, True)
        places: dict[tuple[int, ...], int] = {}
        steps = []
        for number, (wants, events, scenes) in enumerate(self.wants):
            after = tuple(sorted(self.after[number]))
            steps.append(Step(wants, events, scenes, after, number in last, places.setdefault(after, number), self.turns[number]))
        spans = [step.events for step in steps], [step.scenes for step in steps]
        widest, last_of_all = [max(of) for of in spans], [NO_SPAN if NO_SPAN in of else max(of) for of in spans]
        turns = not _has_long_ways(self.item)
        return Line(self.item.word == "next", turns, tuple(sorted(first)), tuple(steps), *widest, *last_of_all)

    def _times(
        self, item: Item, conditions: tuple[Expression, ...], events: int, scenes: int, outermost: bool
    ) -> tuple[set[int], set[int]]:
        """An item so often: the steps that it may begin with, and those that it may be done with."""
        for inner in item.under:
            if inner.test is not None:
                conditions += (inner.test,)
            if inner.word == "within" and inner.unit == "events":
                events = _nearer(events, inner.repeats)
            if inner.word == "within" and inner.unit == "scenes":
                scenes = _nearer(scenes, inner.repeats)
        first: set[int] = set()
        last: set[int] = set()
        for turn in range(item.repeats):
            begins, ends = self._once(item, conditions, events, scenes)
            for step in last:
                self.after[step] |= begins
            first, last = first or begins, ends
            if outermost:
                self._count(turn + 1, ends)
        return first, last

    def _once(self, item: Item, conditions: tuple[Expression, ...], events: int, scenes: int) -> tuple[set[int], set[int]]:
        """An item once: its event, or one of the other ways."""
        assert item.event is not None
        begins = {len(self.wants)}
        atom = Atom(bound(item.event, self.people), bound_condition(_all(conditions), self.people))
        self.wants.append((self.link(atom, item), events, scenes))
        self.after.append(set())
        self.turns.append(0)
        if len(self.wants) > self.most:
            raise TooMuch
        ends = set(begins)
        for inner in item.under:
            if inner.word == "or":
                first, last = self._times(inner, conditions, events, scenes, False)
                begins |= first
                ends |= last
        return begins, ends

    def _count(self, turn: int, ends: set[int]) -> None:
        """Turns are worth counting where every way takes one event: then whoever has done more of them is ahead of the others."""
        if not _has_long_ways(self.item):
            for step in ends:
                self.turns[step] = turn


def _nearer(one: int, other: int) -> int:
    return other if one == NO_SPAN else min(one, other)


def _all(conditions: tuple[Expression, ...]) -> Expression | None:
    """All of the conditions as one; None where there is none."""
    found: Expression | None = None
    for condition in conditions:
        found = condition if found is None else Operation("and", (found, condition))
    return found


def _has_long_ways(item: Item) -> bool:
    return any(inner.word == "or" and (inner.repeats > 1 or _has_long_ways(inner)) for inner in item.under)
