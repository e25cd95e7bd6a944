"""Works out the value of each node of a patch with cycles, by elimination.

Such nodes cannot be put in an order, so they are eliminated one by one, each knot of nodes that lead back to each other for itself. Nothing
is ever subtracted (Grassmann, Taksar and Heyman 1985). One promise: however long a story goes round, no digit is lost to that.
"""

from array import array
from collections.abc import Callable, Iterator
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from unmask.kernel.likeliest import NEVER, log_odds
from unmask.kernel.patches import Lane, Patch

MOST_WORK = 20_000_000
"""So many numbers are worked out for one patch, at most: about half a minute."""
NO_WAY = NEVER / 2
"""All that is less than this is no logarithm of odds: nothing leads there."""


class Knotted(Exception):
    """Too many states lead back to each other."""


class Step(NamedTuple):
    """A way from a node: how likely it is, and to which number of which node; what it is worth where that is outside."""

    share: float
    to: int
    outside: float


class Values:
    """A patch with every number that goes with its nodes: `node * values + value` stands for both together.

    `forever` says what it is worth to come back again and again to what goes with these numbers, and to nothing else; `caught` are those
    for which it was asked.
    """

    def __init__(
        self, patch: Patch, lane: Lane, later: "array[float]", over: "array[float]", forever: Callable[[frozenset[int]], float]
    ) -> None:
        self.patch, self.lane = patch, lane
        self.later, self.over = later, over
        self.forever = forever
        self.caught: set[int] = set()
        self.values = lane.machine.values
        self.outcomes = lane.machine.outcomes
        self._moves: dict[int, list[int]] = {}

    @property
    def size(self) -> int:
        """How many there are."""
        return self.patch.nodes * self.values

    def from_here(self, start: int) -> list[int]:
        """All that can come after one of them, and itself."""
        seen = bytearray(self.size)
        seen[start] = 1
        found = [start]
        for at in found:
            for step in self.steps(at):
                if step.to >= 0 and not seen[step.to]:
                    seen[step.to] = 1
                    found.append(step.to)
        return found

    def steps(self, at: int) -> Iterator[Step]:
        """The ways from one of them."""
        node, value = divmod(at, self.values)
        patch, values = self.patch, self.values
        for edge in range(patch.starts[node], patch.starts[node + 1]):
            sort = patch.sorts[edge]
            to = self.moves(self.lane.kinds[sort].word)[value]
            target = patch.targets[edge]
            share = self.lane.shares[sort]
            if target >= 0:
                yield Step(share, target * values + to, 0.0)
            elif target >= -self.outcomes:
                yield Step(share, -1, self.over[(-1 - target) * values + to])
            else:
                yield Step(share, -1, self.later[(-1 - self.outcomes - target) * values + to])

    def moves(self, word: int) -> list[int]:
        """Where each number moves when a way meets a word."""
        if word not in self._moves:
            self._moves[word] = self.lane.machine.marks.moves(self.lane.words[word])
        return self._moves[word]


def pull(of: Values, start: int, worth: "array[float]") -> None:
    """What all that comes after one of them is worth on average. Raises Knotted."""
    work = 0
    for knot in _knots(of, start):
        work += _settle(of, knot, worth, MOST_WORK - work)


def pull_best(of: Values, start: int, worth: "array[float]") -> None:
    """The logarithm of the odds of the likeliest way out, times what is worth so much there (worths are logarithms too).

    It is found from the ends back, the likeliest first (Dijkstra's way).
    """
    before: dict[int, list[tuple[float, int]]] = {}
    waiting: list[tuple[float, int]] = []
    for at in of.from_here(start):
        worth[at] = NEVER
        for step in of.steps(at):
            if step.to >= 0:
                before.setdefault(step.to, []).append((log_odds(step.share), at))
            elif step.outside > NO_WAY:
                waiting.append((-log_odds(step.share) - step.outside, at))
    heapify(waiting)
    while waiting:
        found, at = heappop(waiting)
        if worth[at] > NO_WAY:
            continue
        worth[at] = -found
        for share, back in before.get(at, ()):
            if worth[back] <= NO_WAY:
                heappush(waiting, (found - share, back))


# ── knots ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _knots(of: Values, start: int) -> Iterator[list[int]]:
    """Those that lead back to each other, each knot after everything that it leads to (Tarjan's way, without recursion)."""
    number = array("q", [-1]) * of.size
    low = array("q", [0]) * of.size
    on = bytearray(of.size)
    stack = [start]
    work = [(start, of.steps(start))]
    number[start] = 0
    on[start] = 1
    count = 1
    while work:
        at, steps = work[-1]
        to = next((step.to for step in steps if step.to >= 0 and (number[step.to] < 0 or on[step.to])), -1)
        if to < 0:
            work.pop()
            if work:
                low[work[-1][0]] = min(low[work[-1][0]], low[at])
            if low[at] == number[at]:
                knot: list[int] = []
                while not knot or knot[-1] != at:
                    knot.append(stack.pop())
                    on[knot[-1]] = 0
                yield knot
        elif number[to] < 0:
            number[to] = low[to] = count
            count += 1
            stack.append(to)
            on[to] = 1
            work.append((to, of.steps(to)))
        else:
            low[at] = min(low[at], number[to])


def _settle(of: Values, knot: list[int], worth: "array[float]", most: int) -> int:
    """What the members of a knot are worth, from what is worth so much beyond it. How many numbers that took."""
    inside = set(knot)
    rows: dict[int, dict[int, float]] = {}
    leaves = dict.fromkeys(knot, 0.0)
    gains = dict.fromkeys(knot, 0.0)
    into: dict[int, set[int]] = {at: set() for at in knot}
    for at in knot:
        row = rows[at] = {}
        for share, to, outside in of.steps(at):
            if to in inside:
                row[to] = row.get(to, 0.0) + share
                into[to].add(at)
            else:
                leaves[at] += share
                gains[at] += share * (worth[to] if to >= 0 else outside)
    if not any(leaves.values()):
        value = of.forever(frozenset(at % of.values for at in knot))
        for at in knot:
            worth[at] = value
        of.caught |= inside
        return len(knot)
    done: list[tuple[int, float]] = []
    work = 0
    waiting = [(len(into[at]) * len(rows[at]), at) for at in knot]
    heapify(waiting)
    while waiting:
        cost, at = heappop(waiting)
        if cost != len(into[at]) * len(rows[at]):  # something near it was eliminated since
            heappush(waiting, (len(into[at]) * len(rows[at]), at))
            continue
        work += cost + 1
        if work > most:
            raise Knotted
        row = rows[at]
        row.pop(at, None)
        into[at].discard(at)
        on = leaves[at] + sum(row.values())  # that is 1 without what leads back to itself, without subtracting it
        done.append((at, on))
        for to in row:
            into[to].discard(at)
        for back in into[at]:
            share = rows[back].pop(at) / on
            leaves[back] += share * leaves[at]
            gains[back] += share * gains[at]
            other = rows[back]
            for to, along in row.items():
                other[to] = other.get(to, 0.0) + share * along
                into[to].add(back)
    for at, on in reversed(done):
        worth[at] = (gains[at] + sum(along * worth[to] for to, along in rows[at].items())) / on
    return work
