"""All that can happen in a world, as a graph: states before each scene, and what follows from them.

A state before a scene has a number, for good. What follows from it until the next scene is explored when somebody asks, many states
at once, and kept as patches. A clock, which only counts scenes, is no part of a state: what follows hangs on the time, by its classes.
"""

from array import array
from collections.abc import Callable
from threading import Condition

from unmask.kernel.machine import NOBODY, Free, Machine
from unmask.kernel.patches import NO_END, Lane, Patch
from unmask.kernel.table import Table, at
from unmask.kernel.ways import Room, endless
from unmask.world.sites import Sites

LANES = 2
PORTION = 1 << 8
"""So many states before a scene are explored at once: the more, the more of what follows from them is shared."""
KEPT = 500_000_000
"""So many edges are kept, unless somebody says: they take about 5 GB."""


_BESIDE = 48
"""Bytes that a sweep has for each state: what stands there now and later, at each lane, and whether it is known."""


class Full(Exception):
    """More follows than somebody wanted to go through."""


class Loops(Exception):
    """A scene can come to where it was before: what follows cannot be put in an order. `patch` is what was explored."""

    def __init__(self, patch: Patch) -> None:
        super().__init__()
        self.patch = patch


class Graph:
    """What can happen in a world, as far as anybody has asked.

    Two lanes share the work, in one thread or two, and states get their numbers in turn: the graph is the same either way.
    """

    def __init__(self, sites: Sites, keep: int = KEPT, free: Free = NOBODY, thorough: bool = True, room: Room = endless) -> None:
        """Patches are kept while they have so many edges together; what is not kept is explored again when it is asked for.

        `thorough` as in Machine; what follows from some states is too much, too, where it has no `room`.
        """
        self.machine = Machine(sites, free, thorough)
        self.table = Table(self.machine.width)
        self.machine.begin(self.table)
        self.lanes = [Lane(self.machine) for _ in range(LANES)]
        self.keep = keep
        self.room = room
        self.kept = self.states = self.ways = 0
        self._patches: dict[int, list[list[Patch]]] = {}
        self._kept_bytes = 0
        self._known: dict[int, array[int]] = {}
        self.sharing = Condition()

    def patches(self, time: int) -> list[list[Patch]]:
        """For each lane, the patches that are kept for what follows at a time."""
        return self._patches.setdefault(time, [[] for _ in self.lanes])

    @property
    def has_room(self) -> bool:
        """Whether more patches would be kept."""
        return self.kept < self.keep

    @property
    def bytes(self) -> int:
        """What it takes: its states with what goes with each in a sweep, room to work, and the patches that are kept."""
        return self.table.bytes + _BESIDE * self.table.room + sum(lane.bytes for lane in self.lanes) + self._kept_bytes

    def unknown(self, time: int, standing: "array[float]") -> "list[array[int]]":
        """The states at which anybody stands and of which no patch is kept, in portions; such as are alike are together."""
        known = self._known.setdefault(time, array("i"))
        known.frombytes(bytes(4 * (len(self.table) - len(known))))
        ids = array("i", bytes(4 * len(self.table)))
        count = self.machine.standing(at(standing), at(known), len(standing) // self.machine.values, at(ids))
        del ids[count:]
        if count > PORTION:
            ids = array("i", sorted(ids, key=self.table.key))
        return [ids[first : first + PORTION] for first in range(0, count, PORTION)]

    def explore(self, lane: int, time: int, sources: "array[int]", keeps: bool, turn: Callable[[], None], most: int = NO_END) -> Patch:
        """What follows from some states, explored at a lane. `turn` waits until all portions before this one are joined.

        Raises Full where more than so many nodes follow, or more than there is room for, and Loops where some follow from themselves.
        """
        worker = self.lanes[lane]
        with self.sharing:
            worker.take(self.table, sources)
        exits = worker.explore(time, most, self.room)
        if exits is None or not self.room(worker.bytes_of_patch + self.table.bytes_for(len(exits))):
            raise Full
        with self.sharing:
            turn()
            patch = worker.patch(sources, self.machine.joined(exits, self.table))
            if patch.loops:
                raise Loops(patch)
            self.states += patch.nodes
            self.ways += patch.edges
            if keeps and self.has_room:
                self.kept += patch.edges
                self._kept_bytes += worker.bytes_of_patch
                self.patches(time)[lane].append(patch)
                for source in sources:
                    self._known[time][source] = 1
            self.sharing.notify_all()
        return patch
