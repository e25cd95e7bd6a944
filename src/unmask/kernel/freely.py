"""Optimal play for one person, a Markov decision process: the value of every state.

At her moments the best (or worst) is taken, everywhere else the average. Scene by scene where there is a clock; else, and where a
scene can come to where it was, all in one patch, round after round. One promise: what is called `low` and `high` holds the truth.
"""

from array import array

from unmask.kernel import free_loops, loops
from unmask.kernel.course import Course, TooMany
from unmask.kernel.graph import Full, Graph, Loops
from unmask.kernel.keys import Field
from unmask.kernel.machine import Free
from unmask.kernel.patches import Lane, Patch
from unmask.kernel.sweep import Heard
from unmask.kernel.table import at
from unmask.world.sites import Sites

MOST_ROUNDS = 20_000
"""So many rounds are made at most where nodes follow from themselves."""
MOST_WORK = 20_000_000_000
AT_ONCE = 50
CLOSE = (5e-13, 1e-9, 1e-6, 1e-3)
"""By how much what is found is raised, to prove that the truth is below."""
_ROUNDED = 1e-15


class Freely(Course):
    """Everything that can happen, scene by scene, as it is worth to somebody who chooses freely."""

    def __init__(self, sites: Sites, who: str, worst: bool, most: int, done: Heard, workers: int = 1) -> None:
        """Raises TooMany where there are more than so many states, Loops where a scene can come to where it was."""
        self.worst = worst
        self._play = array("i")
        self._average = False
        super().__init__(Graph(sites, free=Free(who)), most, done, workers)

    def worth(self, over: "array[float]", average: bool = False) -> list["array[float]"]:
        """What it is worth to stand at each state before each scene; with `average` if she plays as the story has it."""
        self._average = average
        rows = super().worth(over)
        self._average = False
        return rows

    def _pull(self, lane: Lane, patch: Patch, later: "array[float]", over: "array[float]", worth: "array[float]") -> None:
        if self._average:
            super()._pull(lane, patch, later, over, worth)
            return
        self._play.frombytes(bytes(4 * max(patch.nodes - len(self._play), 0)))
        self.machine.owned(at(patch.header), at(lane.hers), at(self._play))
        rows: list[array[float] | array[int]] = [later, over, worth, lane.maps, lane.stays, lane.shares, lane.means, self._play]
        self.machine.pull_play(at(patch.header), *map(at, rows), int(self.worst))


class Whole:
    """Everything that can happen in one patch. `hers` are the nodes at which she chooses."""

    def __init__(self, sites: Sites, free: Free, worst: bool, most: int) -> None:
        """Raises TooMany where there are more than so many states."""
        self.graph = Graph(sites, free=free._replace(whole=True))
        self.machine = self.graph.machine
        self.worst = worst
        try:
            self.patch = self.graph.explore(0, 0, array("i", [0]), False, lambda: None, most)
            self.loops = False
        except Loops as found:
            self.patch = found.patch
            self.loops = True
        except Full:
            raise TooMany from None
        self.lane = self.graph.lanes[0]
        self.nodes = self.patch.nodes
        self._order = self.patch.order
        if self.loops:
            # First those that do not follow from themselves; any order will do of the others.
            ordered = set(self._order)
            self._order = array("i", [*self._order, *(node for node in range(self.nodes) if node not in ordered)])
            self.patch.header[loops.ORDER] = at(self._order)
        self.play = array("i", bytes(4 * self.nodes))
        self.machine.owned(at(self.patch.header), at(self.lane.hers), at(self.play))
        self.hers = [node for node in range(self.nodes) if self.play[node] == free_loops.FREE]
        self.keys = self.lane.nodes.keys[: self.nodes * self.machine.width]
        self.worth = array("d", bytes(8 * self.nodes * self.machine.values))
        self.taken = array("i", bytes(4 * self.nodes * self.machine.values))
        """Where nodes follow from themselves: the edge by which each number came to what it is."""
        self._later = array("d", [0.0])

    def _rows(self, over: "array[float]", values: "array[float]", play: "array[int]") -> list[int]:
        lane = self.lane
        return [at(row) for row in (self._later, over, values, lane.maps, lane.stays, lane.shares, lane.means, play)]

    def value(self, over: "array[float]", play: "array[int]", first: int) -> tuple[float, float]:
        """Between what and what it is worth to begin, if she plays so. `worth` is then that of each node."""
        if not self.loops:
            self.machine.pull_play(at(self.patch.header), *self._rows(over, self.worth, play), int(self.worst))
            return self.worth[first], self.worth[first]
        self.worth = array("d", bytes(8 * len(self.worth)))
        self.taken = array("i", bytes(4 * len(self.taken)))
        rounds, grown = 0, 1.0
        most = min(MOST_ROUNDS, max(MOST_WORK // len(self.worth), AT_ONCE))
        while rounds < most and grown > _ROUNDED:
            for _ in range(AT_ONCE):
                grown = self._turn(over, self.worth, play, False)
            rounds += AT_ONCE
            if grown < CLOSE[0] / 10:
                high = self._proved(over, play, first, CLOSE[0])
                if high is not None:
                    return self.worth[first], high
        proved = (self._proved(over, play, first, more) for more in CLOSE)
        return self.worth[first], next((high for high in proved if high is not None), 1.0)

    def _proved(self, over: "array[float]", play: "array[int]", first: int, more: float) -> float | None:
        """Something a little higher of which it is proved that the truth is not above it: no round makes any of it grow."""
        values = array("d", [min(value + more, 1.0) if value else 0.0 for value in self.worth])
        for _ in range(AT_ONCE):
            if self._turn(over, values, play, True) <= _ROUNDED / 10:
                return min(values[first], 1.0)
        return None

    def _turn(self, over: "array[float]", values: "array[float]", play: "array[int]", falls: bool) -> float:
        return self.machine.turn_play(at(self.patch.header), *self._rows(over, values, play), int(self.worst), int(falls), at(self.taken))

    def edge_worth(self, node: int, option: int, value: int, over: "array[float]") -> float:
        """What it is worth to take one of a node's edges with this number."""
        edge = self.patch.starts[node] + option
        number = moved(self.lane, self.lane.kinds[self.patch.sorts[edge]].word, value)
        target = self.patch.targets[edge]
        values = self.machine.values
        return self.worth[target * values + number] if target >= 0 else over[(-1 - target) * values + number]

    def mass(self, over: "array[float]", play: "array[int]", first: int) -> "array[float]":
        """How likely each node is, by its numbers, if she plays so; where nodes follow from themselves, 1 for all."""
        if self.loops:
            return array("d", [1.0]) * len(self.worth)
        mass = array("d", bytes(8 * len(self.worth)))
        mass[first] = 1.0
        self.machine.push_play(at(self.patch.header), *self._rows(over, self.worth, play), int(self.worst), at(mass))
        return mass


def moved(lane: Lane, word: int, value: int) -> int:
    """Where a number that goes with a state comes to when a way has met this word."""
    start = word * (1 + 2 * lane.machine.values)
    pairs = lane.maps[start + 1 : start + 1 + 2 * lane.maps[start]]
    return next((new for old, new in zip(pairs[::2], pairs[1::2], strict=True) if old == value), value)


def of_field(key: tuple[int, ...], field: Field) -> int:
    """The number that stands in a field of a key."""
    return (key[field.word] >> field.shift & (1 << field.bits) - 1) + field.low
