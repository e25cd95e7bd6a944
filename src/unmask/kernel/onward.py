"""Goes on from the middle of a story: how likely each ending is from states at points of a run.

Exactly, by going through everything that follows, scene by scene, and then back; or by runs that begin there with fresh luck. One
promise: what is exact is off by less than 1e-12, and where that cannot be had, there is no exact answer.
"""

from array import array
from collections.abc import Callable, Sequence
from ctypes import addressof, c_char
from itertools import product
from typing import NamedTuple

from unmask.kernel.chains import TooLarge
from unmask.kernel.graph import Full, Graph, Loops
from unmask.kernel.looping import outcomes_from
from unmask.kernel.machine import Machine
from unmask.kernel.patches import Patch
from unmask.kernel.table import at
from unmask.world.model import ENDLESS
from unmask.world.places import Place
from unmask.world.sites import Site, Sites

MOST_STATES = 1_000_000
MOST_EDGES = 40_000_000
"""So many edges are kept: they take about 400 MB."""
MOST_SCENES = 500
"""So many scenes are played at one time of the clock: at its end, a story that is not over by then may go on for ever."""
LEFT = 5e-13
"""Of all luck so much may still go round where a story can come to where it was."""
MOST_STEPS = 200_000_000
"""So many choices are made for one estimate."""
PIECE = 10_000
Heard = Callable[[int], None]


class TooMuch(Exception):
    """More follows than somebody wanted to go through, or it goes round too often: there is no exact answer."""


class Here(NamedTuple):
    """Where a run stands: its values, the number of its point, who plays, which `meanwhile` it is, and how many scenes are over."""

    values: tuple[int, ...]
    point: int
    member: int
    meanwhile: int
    scenes: int


class _View(NamedTuple):
    """What follows from one state until the next scene."""

    scenes: int
    patch: Patch
    worth: "array[float]"


class Onward:
    """What can still come, from wherever somebody asks. What was gone through once is kept."""

    def __init__(self, sites: Sites, most: int = MOST_STATES, done: Heard = lambda states: None) -> None:
        """`done` hears how many states were gone through. Raises CannotCompile where there is no compiled engine."""
        self.sites = sites
        self.most = most
        self.done = done
        self.graph = Graph(sites, MOST_EDGES)
        self.machine: Machine = self.graph.machine
        self.states = self.ways = 0

    # ── where somebody stands ──

    def here(self, values: dict[Place, int], sort: str, site: Site, cast: int, meanwhile: int, scenes: int) -> Here:
        """A state at a point: where the next scene is chosen, a cast, or an option of a moment. `meanwhile` is -1 in a scene."""
        row = tuple(values[place] for place in self.machine.layout.index)
        over = scenes + (1 if meanwhile >= 0 else 0)
        now = meanwhile if meanwhile >= 0 else len(self.sites.places.meanwhiles) if scenes else 0
        for number, point in enumerate(self.machine.points):
            if point.sort != sort:
                continue
            if sort == "scene" or (sort == "cast" and point.site.scene == site.scene):
                return Here(row, number, 0, now, over)
            if sort == "option" and point.family is not None and point.site.moment == site.moment:
                for member, who in enumerate(point.family.members):
                    if who.number == site.scene and (meanwhile >= 0 or who.cast == cast):
                        return Here(row, number, member, now, over)
        raise AssertionError("whatever can be chosen is a point of the program")

    def _packed(self, here: Here) -> "tuple[array[int], array[int]]":
        state = array({8: "b", 16: "h", 32: "i", 64: "q"}[self.machine.layout.bits], here.values or (0,))
        state.frombytes(bytes(self.machine.size))
        context = array("q", [here.member | here.meanwhile << 32, *[0] * (3 + self.machine.width)])
        return state, context

    def _number(self, here: Here) -> int:
        """Its number among the states that were met."""
        table = self.graph.table
        if len(table) + 1 > table.room:
            table.enlarge(self.machine.index_anew)
        state, context = self._packed(here)
        return self.machine.stand(at(table.header), at(state), at(context), here.point)

    def _node(self, here: Here) -> int:
        """Its number among the nodes that were explored last, -1 where it is none of them.

        Where nobody plays yet, it does not matter who played last, but a state may know.
        """
        members = [here.member]
        if self.machine.points[here.point].family is None:
            members += range(max((len(point.family.members) for point in self.machine.points if point.family), default=1))
        for member, meanwhile in product(members, dict.fromkeys((here.meanwhile, 0, len(self.sites.places.meanwhiles)))):
            state, context = self._packed(here._replace(member=member, meanwhile=meanwhile))
            found = self.machine.find(at(self.graph.lanes[0].nodes.header), at(state), at(context), here.point)
            if found >= 0:
                return found
        return -1

    def _time(self, here: Here) -> int:
        """What the clock says there."""
        clock = self.machine.keys.clock
        return 0 if clock is None else here.values[self.machine.layout.index[clock.place]]

    # ── everything that follows ──

    def odds(self, heres: Sequence[Here]) -> list[tuple[float, ...]]:
        """For each how likely every ending of the sites is; `endless` is what never ends. Raises TooMuch."""
        spots: list[tuple[int, int]] = [(0, 0)] * len(heres)
        views: list[_View] = []
        goes_round = False
        before = self.graph.states
        # What is chosen first in a scene leads to the others there, most of the time.
        for number in sorted(range(len(heres)), key=lambda index: (self._scenes(heres[index]), index)):
            here = heres[number]
            node = self._node(here) if views and views[-1].scenes == self._scenes(here) else -1
            if node < 0:
                patch = self._explored(here)
                goes_round |= patch.loops
                views.append(_View(self._scenes(here), patch, array("d", bytes(8 * patch.nodes))))
                node = 0
            spots[number] = (len(views) - 1, node)
            self._check(before)
        stretches = self._stretches(views, before)
        if goes_round:
            found = self._round(views, spots)
        else:
            found = list(zip(*(self._of_ending(number, views, spots, stretches) for number in range(len(self.sites.endings))), strict=True))
        self.states, self.ways = self.graph.states, self.graph.ways
        return found

    def _scenes(self, here: Here) -> int:
        return 0 if self.machine.keys.clock is None else here.scenes

    def _check(self, before: int) -> None:
        states = self.graph.states - before
        if states > PIECE:
            self.done(self.graph.states)
        if states > self.most:
            raise TooMuch

    def _explored(self, here: Here) -> Patch:
        """What follows until the next scene."""
        sources = array("i", [self._number(here)])
        try:
            return self.graph.explore(0, self._time(here), sources, False, _nothing, self.most)
        except Loops as found:
            if self.machine.keys.clock is not None:
                raise TooMuch from None
            self.graph.states += found.patch.nodes
            return found.patch
        except Full:
            raise TooMuch from None

    def _stretches(self, views: list[_View], before: int) -> list[tuple[int, list[Patch]]]:
        """Scene by scene what is played after the views: how many scenes are over then, and the patches."""
        found: list[tuple[int, list[Patch]]] = []
        if self.machine.keys.clock is None:
            return found
        scene = min(view.scenes for view in views)
        last = max(view.scenes for view in views)
        standing = array("d")
        while True:
            standing = self._after(standing, [view for view in views if view.scenes == scene])
            if scene >= last and not any(standing):
                return found
            scene += 1
            time = self.machine.time(scene)
            if scene >= MOST_SCENES and time == self.machine.time(scene - MOST_SCENES):
                raise TooMuch
            try:
                for sources in self.graph.unknown(time, standing):
                    self.graph.explore(0, time, sources, True, _nothing, self.most)
                    self._check(before)
                    if not self.graph.has_room:
                        raise TooMuch
            except (Full, Loops):
                raise TooMuch from None
            patches = list(self.graph.patches(time)[0])
            found.append((scene, patches))
            standing = self._spread(standing, patches)

    def _after(self, standing: "array[float]", views: list[_View]) -> "array[float]":
        """Where anybody stands before the next scene, those included who come from views."""
        standing.frombytes(bytes(8 * (len(self.graph.table) - len(standing))))
        exits = -1 - self.machine.outcomes
        for view in views:
            for target in set(view.patch.targets):
                if target <= exits:
                    standing[exits - target] = 1.0
        return standing

    def _spread(self, standing: "array[float]", patches: list[Patch]) -> "array[float]":
        """Where anybody stands a scene later: how likely it is does not matter here, and so it never gets too little to be seen."""
        later = array("d", bytes(8 * len(self.graph.table)))
        standing = array("d", (1.0 if here else 0.0 for here in standing))
        standing.frombytes(bytes(8 * (len(self.graph.table) - len(standing))))
        over = array("d", bytes(8 * self.machine.outcomes))
        chosen = array("d", bytes(8 * (self.machine.choices + 1)))
        lane = self.graph.lanes[0]
        for patch in patches:
            mass = array("d", bytes(8 * patch.nodes))
            rows = (standing, later, over, chosen, mass, lane.maps, lane.stays, lane.shares, lane.means)
            self.machine.push(at(patch.header), at(patch.sources), *(at(row) for row in rows))
        return later

    # ── and back ──

    def _of_ending(
        self, number: int, views: list[_View], spots: list[tuple[int, int]], stretches: list[tuple[int, list[Patch]]]
    ) -> list[float]:
        over = array("d", bytes(8 * self.machine.outcomes))
        over[number] = 1.0
        self._back(over, views, stretches)
        return [views[view].worth[node] for view, node in spots]

    def _back(self, over: "array[float]", views: list[_View], stretches: list[tuple[int, list[Patch]]]) -> None:
        """Find out what everything in the views is worth."""
        size = 8 * len(self.graph.table)
        later = array("d", bytes(size))
        scratch = array("d")
        rows = {}
        for scene, patches in reversed(stretches):
            rows[scene + 1] = later
            here = array("d", bytes(size))
            for patch in patches:
                scratch.frombytes(bytes(8 * max(patch.nodes - len(scratch), 0)))
                self._pull(patch, later, over, scratch)
                self.machine.put(at(patch.header), at(patch.sources), at(scratch), at(here))
            later = here
            # Only what a view leads to is looked at again.
            rows = {when: row for when, row in rows.items() if any(view.scenes + 1 == when for view in views)}
            rows[scene] = later
        for view in views:
            self._pull(view.patch, rows.get(view.scenes + 1, later), over, view.worth)

    def _pull(self, patch: Patch, later: "array[float]", over: "array[float]", worth: "array[float]") -> None:
        lane = self.graph.lanes[0]
        rows = (later, over, worth, lane.maps, lane.stays, lane.shares, lane.means)
        self.machine.pull(at(patch.header), *(at(row) for row in rows))

    def _round(self, views: list[_View], spots: list[tuple[int, int]]) -> list[tuple[float, ...]]:
        """The odds from where somebody stands in a story that can come to where it was. What never ends is endless."""
        found: dict[tuple[int, int], tuple[float, ...]] = {}
        endless = self.sites.endings.index(ENDLESS)
        for number, view in enumerate(views):
            nodes = list(dict.fromkeys(node for at, node in spots if at == number))
            try:
                for node, came in zip(nodes, outcomes_from(self.graph, view.patch, nodes), strict=True):
                    if came.left > LEFT:
                        raise TooMuch
                    came.over[endless] = came.caught
                    found[number, node] = tuple(came.over)
            except TooLarge:
                raise TooMuch from None
        return [found[spot] for spot in spots]

    # ── runs ──

    def runs(self, here: Here, seed: int, runs: int, choices: int, done: Heard = lambda runs: None) -> tuple[list[int], int]:
        """How many of so many runs that go on from there come to each ending, and how many were played: those that go round take long.

        Runs that have not come to an end within so many choices come to none.
        """
        state, context = self._packed(here)
        place = array("q", [context[0], here.point])
        work = (c_char * self.machine.work)()
        ended = array("q", bytes(8 * len(self.sites.endings)))
        played = steps = 0
        while played < runs and steps < MOST_STEPS:
            many = min(PIECE, runs - played)
            # Each piece has a stretch of luck of its own.
            rows = (at(state), at(place), addressof(work), at(ended))
            steps += self.machine.wander(*rows, _luck(seed, played // PIECE), many, choices)
            played += many
            done(many)
        return list(ended), played


def _nothing() -> None:
    """Nobody else is at work."""


def _luck(seed: int, piece: int) -> int:
    """A number of 64 bits that begins a piece's luck."""
    found = (seed * 0x9E3779B97F4A7C15 + (piece + 1) * 0xD1342543DE82EF95) & (2**64 - 1)
    found = ((found ^ found >> 32) * 0xD6E8FEB86659FD93) & (2**64 - 1)
    found ^= found >> 32
    return found - 2**64 if found >> 63 else found
