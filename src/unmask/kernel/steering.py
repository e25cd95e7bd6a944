"""Says of every way on, from wherever a story stands, what it is worth for what is asked for.

What it is worth to stand somewhere is how likely what is asked for is from there (Doob's h), or how likely the likeliest way to it is. One
promise: where everything was gone through, what is worth nothing leads nowhere.
"""

from array import array
from collections.abc import Callable, Iterator
from typing import NamedTuple

from unmask.kernel import rounds
from unmask.kernel.course import Course, TooMany
from unmask.kernel.graph import Full, Graph, Loops
from unmask.kernel.likeliest import NEVER, log_odds
from unmask.kernel.machine import Free
from unmask.kernel.patches import Lane, Patch
from unmask.kernel.sweep import Heard
from unmask.kernel.table import at
from unmask.world.model import ENDLESS
from unmask.world.sites import Sites

_ALIKE = 1e-12
"""Logarithms no further apart are of the same odds, rounded: weights are whole numbers under 2^31, so that odds hardly come closer."""
MOST_KEPT = 4_000_000
"""So many edges are kept of what was looked at last."""
Worth = Callable[[str, int], bool]
"""Whether what is asked for is so where a story came to this ending with this number of the question's automaton.

A story that never ends is `endless`; in it something is so if from some time on it always is.
"""


class Spot(NamedTuple):
    """Where a story stands: which view it is in, at which of its nodes, with which number of the question's automaton."""

    view: "View"
    node: int
    value: int


class Way(NamedTuple):
    """A way on: `weight` out of `whole`, by choosing what has this number (-1: nothing is chosen). `worth` is that of where it leads.

    `to` is None where the story is over then, with an `ending`.
    """

    weight: int
    whole: int
    choice: int
    worth: float
    ending: str
    target: int
    value: int


class View(NamedTuple):
    """A patch, with what its nodes are worth. `scene` is the number of the stretch that it lies in."""

    scene: int
    patch: Patch
    lane: Lane
    worth: "array[float]"
    ways: dict[tuple[int, int], tuple[Way, ...]]
    caught: set[int]
    """Where a story never ends, as numbers `node * values + value`."""


class Everything:
    """All that can happen in a world: scene by scene where it has a clock, else, and where it goes round, in one patch."""

    def __init__(self, sites: Sites, most: int, done: Heard = lambda states, left: None, workers: int = 1) -> None:
        """Raises TooMany where there are more than so many states, and what making a graph raises."""
        self.sites = sites
        self.graph = Graph(sites)
        self.times: list[int] = []
        self.patches: list[list[list[Patch]]] = []
        self.states = self.ways = 0
        try:
            try:
                course = Course(self.graph, most, done, workers)
                self.times = [stretch.time for stretch in course.stretches]
                self.patches = [stretch.patches for stretch in course.stretches]
            except (Loops, TooMany) as found:
                self._count()
                if isinstance(found, TooMany) and self.states >= most:
                    raise
                if isinstance(found, TooMany) and not self.graph.has_room:
                    raise TooMany("there is no room for all that can happen") from None
                self._all_at_once(found, most)
        except TooMany:
            self._count()
            raise
        self._count()
        self.machine = self.graph.machine
        self.whole = self.machine.keys.clock is None

    def _all_at_once(self, found: Loops | TooMany, most: int) -> None:
        """In one patch, of which nodes may follow from themselves."""
        if isinstance(found, Loops) and self.graph.machine.keys.clock is None:
            patch = found.patch
        else:
            self.graph = Graph(self.sites, free=Free(whole=True))
            try:
                patch = self.graph.explore(0, 0, array("i", [0]), False, lambda: None, most)
            except Loops as again:
                patch = again.patch
            except Full:
                raise TooMany from None
        self.graph.states += patch.nodes
        self.graph.ways += patch.edges
        self.times, self.patches = [0], [[[patch]]]

    def _count(self) -> None:
        self.states, self.ways = self.graph.states, self.graph.ways

    def view(self, scene: int, state: int) -> tuple[Patch, Lane]:
        """What follows from one state before a scene."""
        if self.whole:
            return self.patches[0][0][0], self.graph.lanes[0]
        return self.graph.explore(0, self.times[scene], array("i", [state]), False, lambda: None), self.graph.lanes[0]


class Steering:
    """What every place of a story is worth to somebody who asks for something."""

    def __init__(self, everything: Everything, wanted: Worth, first: int, best: bool = False) -> None:
        """`first` is the number that the question's automaton begins with. With `best` all worths are logarithms. Raises Knotted."""
        self.everything = everything
        self.machine = everything.machine
        self.best = best
        self.first = first
        self.nothing = NEVER if best else 0.0
        self.wanted = wanted
        self._sure = 0.0 if best else 1.0
        self._logs: list[array[float]] = [array("d") for _ in everything.graph.lanes]
        self._views: dict[tuple[int, int], View] = {}
        self._moves: dict[int, list[int]] = {}
        self._kept = 0
        self.over = self._empty(self.machine.outcomes)
        for outcome in range(self.machine.outcomes):
            for value in range(self.machine.values):
                if wanted(self.ending(outcome), value if self.machine.values > 1 else outcome & ((1 << self.machine.motifs) - 1)):
                    self.over[outcome * self.machine.values + value] = self._sure
        self._rows = self._back()
        self.start = Spot(self._view(0, 0), 0, first)

    @property
    def worth(self) -> float:
        """What it is worth to begin."""
        return self.worth_of(self.start)

    def worth_of(self, spot: Spot) -> float:
        """What it is worth to stand there."""
        return spot.view.worth[spot.node * self.machine.values + spot.value]

    def ending(self, outcome: int) -> str:
        """The ending that an outcome is."""
        return self.machine.sites.endings[outcome >> self.machine.motifs]

    def never_ends(self, spot: Spot) -> bool:
        """Whether it is certain there that the story goes on for ever. With `best` nobody knows."""
        return spot.node * self.machine.values + spot.value in spot.view.caught

    # ── from the end back ──

    def _empty(self, count: int) -> "array[float]":
        return array("d", [self.nothing]) * (count * self.machine.values)

    def _back(self) -> list["array[float]"]:
        """What it is worth to stand at each state before each scene; after the last there is nothing."""
        rows = [self._empty(len(self.everything.graph.table))]
        if self.everything.whole:
            return [*rows, *rows]
        scratch = array("d")
        for stretch in reversed(self.everything.patches):
            here = self._empty(len(self.everything.graph.table))
            for lane, patches in enumerate(stretch):
                for patch in patches:
                    scratch.frombytes(bytes(8 * max(patch.nodes * self.machine.values - len(scratch), 0)))
                    self._pull(patch, self.everything.graph.lanes[lane], rows[-1], scratch)
                    self.machine.put(at(patch.header), at(patch.sources), at(scratch), at(here))
            rows.append(here)
        return rows[::-1]

    def _pull(self, patch: Patch, lane: Lane, later: "array[float]", worth: "array[float]") -> set[int]:
        """Find out what everything in a patch is worth, and where a story never ends."""
        if patch.loops:
            of = rounds.Values(patch, lane, later, self.over, self._forever)
            (rounds.pull_best if self.best else rounds.pull)(of, self.first, worth)
            return of.caught
        pull = self.machine.pull_best if self.best else self.machine.pull
        rows = (later, self.over, worth, lane.maps, lane.stays, self._shares(lane), lane.means)
        pull(at(patch.header), *(at(row) for row in rows))
        return set()

    def _forever(self, values: frozenset[int]) -> float:
        return self._sure if all(self.wanted(ENDLESS, value) for value in values) else self.nothing

    def _shares(self, lane: Lane) -> "array[float]":
        if not self.best:
            return lane.shares
        logs = self._logs[self.everything.graph.lanes.index(lane)]
        logs.extend(log_odds(share) for share in lane.shares[len(logs) :])
        return logs

    # ── from somewhere on ──

    def _view(self, scene: int, state: int) -> View:
        found = self._views.get((scene, state))
        if found is None:
            patch, lane = self.everything.view(scene, state)
            worth = self._empty(patch.nodes)
            caught = self._pull(patch, lane, self._rows[scene + 1], worth)
            found = View(scene, patch, lane, worth, {}, caught)
            if self._kept > MOST_KEPT:
                self._views.clear()
                self._kept = 0
            self._views[scene, state] = found
            self._kept += patch.edges
        return found

    def ways(self, spot: Spot) -> tuple[Way, ...]:
        """Every way on that is worth anything."""
        known = spot.view.ways
        key = (spot.node, spot.value)
        if key not in known:
            known[key] = tuple(way for way in self._ways(spot) if way.worth > (rounds.NO_WAY if self.best else 0.0))
        return known[key]

    def likeliest(self, spot: Spot) -> Way:
        """The way that the likeliest story takes from there: of equals, the first in the order of the file.

        Only with `best`, and only where it is worth more than NO_WAY to stand.
        """
        ways = self.ways(spot)
        found = [log_odds(way.weight / way.whole) + way.worth for way in ways]
        return next(way for way, odds in zip(ways, found, strict=True) if odds >= max(found) - _ALIKE)

    def _ways(self, spot: Spot) -> Iterator[Way]:
        scene, patch, lane, worth, *_ = spot.view
        values, outcomes = self.machine.values, self.machine.outcomes
        for edge in range(patch.starts[spot.node], patch.starts[spot.node + 1]):
            kind = lane.kinds[patch.sorts[edge]]
            target = patch.targets[edge]
            word = lane.words[kind.word]
            if word not in self._moves:
                self._moves[word] = self.machine.marks.moves(word)
            value = self._moves[word][spot.value]
            ending = ""
            if target >= 0:
                found = worth[target * values + value]
            elif target >= -outcomes:
                found = self.over[(-1 - target) * values + value]
                ending = self.ending(-1 - target)
            else:
                found = self._rows[scene + 1][(-1 - outcomes - target) * values + value]
            yield Way(kind.weight, kind.whole, kind.choice, found, ending, target, value)

    def after(self, spot: Spot, way: Way) -> Spot | None:
        """Where a way leads, None where the story is over."""
        if way.target >= 0:
            return Spot(spot.view, way.target, way.value)
        if way.target >= -self.machine.outcomes:
            return None
        return Spot(self._view(spot.view.scene + 1, -1 - self.machine.outcomes - way.target), 0, way.value)
