"""Sweeps forward through all that can happen: pushes probability from state to state, scene by scene.

All of a story's luck stands at its beginning. Scene after scene it is spread over all that can be chosen, until every part of it is in
an ending. One promise: what is still under way when somebody stops the sweep is known, and no answer is further off than that.
"""

from array import array
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Event
from typing import NamedTuple

from unmask.kernel.graph import LANES, Full, Graph
from unmask.kernel.marks import Block
from unmask.kernel.patches import Patch
from unmask.kernel.table import at
from unmask.kernel.ways import Enough

Heard = Callable[[int, float], None]


class Swept(NamedTuple):
    """What a sweep came to.

    `over[outcome][value]`: an outcome is an ending with a bit for each motif that was a part of the state and has happened by then;
    value 0 is how likely it is, the others how likely it is with each state of each question's automaton (see Block).
    `chosen` says how often each scene, then each option, is chosen in a run on average (0 where nothing leads there). `left` is
    what was still under way when the sweep stopped; `scenes` are the scenes that were played from.
    """

    over: list[list[float]]
    chosen: list[float]
    left: float
    states: int
    ways: int
    blocks: list[Block]


def sweep(graph: Graph, most: int, least: float = 1e-15, done: Heard = lambda states, left: None, workers: int = 1) -> Swept:
    """Go through everything, until less than `least` of all luck is under way, or `most` states were explored.

    `done` hears every now and then how many states that are, and how much was left when the last scene began; it may raise Enough to
    stop the sweep there. In two threads with two `workers`.
    """
    found = _Sweep(graph, most, done, workers)
    while found.left > least and found.play():
        pass
    return found.swept()


def sweep_scenes(graph: Graph, most: int, done: Heard, workers: int) -> Iterator[tuple[int, list[list[Patch]] | None]]:
    """Go through everything scene by scene; for each its time, and the patches that are kept then: None where it was stopped."""
    found = _Sweep(graph, most, done, workers, keeps=True)
    while found.left > 0:
        time = found.machine.time(found.scene)
        yield time, [list(patches) for patches in graph.patches(time)] if found.play() else None


class _Sweep:
    def __init__(self, graph: Graph, most: int, done: Heard, workers: int, keeps: bool = False) -> None:
        self.graph = graph
        self.machine = graph.machine
        self.most, self.done, self.workers = most, done, workers
        self.keeps = keeps
        self.scene = 0
        self.left = 1.0
        self.standing = array("d", self.machine.marks.start())
        self.hands = [_Hand(graph, lane) for lane in range(LANES)]
        self.before = graph.states
        self.turn = 0
        self.stop = Event()

    def play(self) -> bool:
        """Spread what stands before a scene to the next. Whether nobody stopped it."""
        time = self.machine.time(self.scene)
        keeps = self.keeps or self.machine.time(self.scene + 1) == time
        kept = [list(patches) for patches in self.graph.patches(time)]
        portions = self.graph.unknown(time, self.standing)
        for hand in self.hands:
            hand.begin(self.standing)
        self.turn = 0
        try:
            self._share(kept, portions, time, keeps)
        except (Enough, Full):
            self.stop.set()
        passed = sum(hand.passed for hand in self.hands)
        later = self._joined()
        under_way = self.machine.total_of(later)
        if self.stop.is_set():
            self.left = max(self.left - passed, 0.0) + under_way
            return False
        self.standing, self.left = later, under_way
        self.scene += 1
        return True

    def _share(self, kept: list[list[Patch]], portions: "list[array[int]]", time: int, keeps: bool) -> None:
        """Play all patches, old and new: each lane its own."""

        def play(lanes: range, listens: bool) -> None:
            try:
                for lane in lanes:
                    for patch in kept[lane]:
                        self._look_up(listens)
                        self.hands[lane].push(self.standing, patch)
                for number, sources in enumerate(portions):
                    if number % LANES in lanes:
                        self._look_up(listens)
                        turn, room = partial(self._wait, number), self._room(len(portions))
                        patch = self.graph.explore(number % LANES, time, sources, keeps, turn, room)
                        self.hands[number % LANES].push(self.standing, patch)
                        if self.keeps and not self.graph.has_room:
                            raise Full
            except BaseException:
                with self.graph.sharing:
                    self.stop.set()
                    self.graph.sharing.notify_all()
                raise

        if self.workers == 1:
            play(range(LANES), True)
            return
        with ThreadPoolExecutor(1) as pool:
            other = pool.submit(play, range(1, LANES), False)
            try:
                play(range(1), True)
            finally:
                failed = other.exception()
            if failed is not None and not isinstance(failed, Enough | Full):
                raise failed

    def _look_up(self, listens: bool) -> None:
        """Let whoever listens hear how far it is; stop where somebody wants it."""
        if self.stop.is_set():
            raise Enough
        if listens:
            states = self.graph.states - self.before
            self.done(states, self.left)
            if states >= self.most:
                raise Enough

    def _room(self, portions: int) -> int:
        """How many states one more patch may have: of what is left a half where somebody else explores at the same time."""
        left = max(self.most - (self.graph.states - self.before), 1)
        return left if self.workers == 1 or portions == 1 else max(left // LANES, 1)

    def _wait(self, number: int) -> None:
        """Wait until all portions before this one have joined."""
        while self.turn != number:
            if self.stop.is_set():
                raise Enough
            self.graph.sharing.wait()
        self.turn += 1

    def _joined(self) -> "array[float]":
        """What stands before the next scene."""
        first, *others = self.hands
        size = len(self.graph.table) * self.machine.values
        first.fit(size)
        for hand in others:
            self.machine.add(at(first.later), at(hand.later), len(hand.later))
        return first.later

    def swept(self) -> Swept:
        """What it came to so far."""
        values = self.machine.values
        over = [sum(parts) for parts in zip(*(hand.over for hand in self.hands), strict=True)]
        chosen = [sum(parts) for parts in zip(*(hand.chosen for hand in self.hands), strict=True)]
        rows = [over[first : first + values] for first in range(0, len(over), values)]
        return Swept(rows, chosen, self.left, self.graph.states - self.before, self.graph.ways, self.machine.marks.blocks)


class _Hand:
    """One lane's share of a sweep: what has come to an end, and what stands before the next scene."""

    def __init__(self, graph: Graph, lane: int) -> None:
        self.machine = graph.machine
        self.graph = graph
        self.lane = lane
        self.over = array("d", bytes(8 * self.machine.outcomes * self.machine.values))
        self.chosen = array("d", bytes(8 * (self.machine.choices + 1)))
        self.later = array("d")
        self.passed = 0.0
        self._mass = array("d")

    def begin(self, standing: "array[float]") -> None:
        """Before a scene."""
        self.later = array("d", bytes(8 * len(standing)))
        self.passed = 0.0

    def fit(self, size: int) -> None:
        """Make room for what may stand before the next scene."""
        self.later.frombytes(bytes(8 * max(size - len(self.later), 0)))

    def push(self, standing: "array[float]", patch: Patch) -> None:
        """Spread what stands at a patch's sources over all that follows. Raises Full where there is no room for it."""
        machine = self.machine
        here = machine.total(at(standing), at(patch.sources), len(patch.sources))
        if not here:
            return
        with self.graph.sharing:  # while a table is being enlarged it does not know how many it has
            states = len(self.graph.table)
        more = patch.nodes * machine.values - len(self._mass)
        if not self.graph.room(8 * (max(states * machine.values - len(self.later), 0) + max(more, 0))):
            raise Full
        self.fit(states * machine.values)
        if more > 0:
            self._mass = array("d", bytes(8 * patch.nodes * machine.values))
        lane = self.graph.lanes[self.lane]
        rows = (standing, self.later, self.over, self.chosen, self._mass, lane.maps, lane.stays, lane.shares, lane.means)
        machine.push(at(patch.header), at(patch.sources), *(at(row) for row in rows))
        self.passed += here
