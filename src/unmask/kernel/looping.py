"""Works out absorption probabilities of stories that can come to where they were.

Knot by knot: in one of few enough nodes it is worked out how often each is visited, by elimination and without a subtraction, so that
numbers of any size keep nearly all of their digits. In a larger one luck goes round until next to nothing is left: what has come out
are lower bounds, and with what is left they are upper ones. One promise: `left` is all that is not known.
"""

from array import array
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import inf
from typing import NamedTuple

from unmask.kernel.chains import Chain, Knots, TooLarge, knot_code, knots_of, unfolded
from unmask.kernel.graph import Full, Graph, Loops
from unmask.kernel.patches import NO_END, Lane, Patch
from unmask.kernel.sweep import Swept
from unmask.kernel.table import at

TOGETHER = 2_000
"""So many nodes are eliminated at once, at most."""
LEAST = 1e-17
"""Luck goes round a larger knot until this share of it is left."""
MOST_ROUNDS = 100_000
MOST_STEPS = 10_000_000_000
"""So many times an edge is gone along for a large knot, at most: about a minute."""


class Eliminated(NamedTuple):
    """`swept.left` is what is not known; `caught` goes round for ever, which is proved: how much, by the numbers it goes with.

    What never ends with numbers of which all mean that something has happened (see Block) has it; with none, it does not.
    What somebody chooses over and over there is chosen infinitely often. `largest` is how many nodes the largest knot has, `rounds` how
    often luck went round where there were too many.
    """

    swept: Swept
    caught: dict[frozenset[int], float]
    largest: int
    rounds: int


def everything(graph: Graph, most: int = NO_END) -> Patch | None:
    """All that can happen in a world as one patch; None where there is a clock in the way, or more than so many nodes."""
    if graph.machine.keys.clock is not None:
        return None
    try:
        return graph.explore(0, graph.machine.time(0), array("i", [0]), False, lambda: None, most)
    except Loops as found:
        return found.patch
    except Full:
        return None


def eliminated(graph: Graph, most: int = NO_END, together: int = TOGETHER) -> Eliminated | None:
    """The odds of everything, where it is one patch of at most so many nodes: None where it is not."""
    patch = everything(graph, most)
    if patch is None:
        return None
    try:
        flow = _Flow(graph, patch, together)
    except TooLarge:
        return None
    flow.spread(range(flow.chain.roots))
    values = graph.machine.values
    over = [flow.over[first : first + values].tolist() for first in range(0, len(flow.over), values)]
    swept = Swept(over, flow.choices(), max(flow.left), patch.nodes, patch.edges, graph.machine.marks.blocks)
    return Eliminated(swept, flow.caught, flow.largest, flow.rounds)


class Outcomes(NamedTuple):
    """How likely each outcome is from somewhere on; `caught` is how likely nothing ever is, `left` all that is not known."""

    over: list[float]
    caught: float
    left: float


def outcomes_from(graph: Graph, patch: Patch, nodes: Iterable[int], together: int = TOGETHER) -> Iterator[Outcomes]:
    """What comes after each of some nodes of a patch in which everything is, where nothing is followed beside it. Raises TooLarge."""
    flow = _Flow(graph, patch, together)
    number = {node: at for at, node in enumerate(flow.chain.nodes)}
    for node in nodes:
        flow.spread([number[node]])
        whole = graph.machine.values
        yield Outcomes(flow.over[::whole].tolist(), sum(flow.caught.values()), max(flow.left))


class _Flow:
    def __init__(self, graph: Graph, patch: Patch, together: int) -> None:
        self.machine = graph.machine
        self.lane: Lane = graph.lanes[0]
        self.together = together
        self.chain: Chain = unfolded(self.machine, self.lane, patch)
        self.knots: Knots = knots_of(self.chain)
        sizes = [last - first for first, last in pairwise(self.knots.begins)]
        self.largest = max(sizes)
        self._widest = max((size for size in sizes if size <= together), default=1)
        self.shares = self.lane.shares * 2

    def spread(self, roots: Iterable[int]) -> None:
        """Spread luck, one at each of these, to the end."""
        self.chosen = array("d", bytes(8 * len(self.shares)))
        self.mass = array("d", bytes(8 * len(self.chain)))
        self.over = array("d", bytes(8 * self.machine.outcomes * self.machine.values))
        self.left = [0.0] * (1 + len(self.machine.marks.blocks))
        self.rounds = 0
        self.caught: dict[frozenset[int], float] = {}
        for root in roots:
            self.mass[root] = 1.0
        chain, begins, widest = self.chain, self.knots.begins, self._widest
        place = array("i", bytes(4 * len(chain)))
        table, leak, visits = (array("d", bytes(8 * size)) for size in (widest * widest, widest, widest))
        rows = [at(row) for row in (chain.starts, chain.targets, chain.sorts, self.knots.of, self.knots.found, begins)]
        kept = [at(row) for row in (self.shares, self.chosen, self.mass, self.over, place, table, leak, visits)]
        knot = len(self.knots) - 1
        while (knot := knot_code().flow(*rows, knot, self.together, *kept)) >= 0:
            if knot_code().goes_on(*rows[:2], *rows[3:5], begins[knot], begins[knot + 1]):
                self._go_round(knot)
            else:
                self._catch(knot)
            knot -= 1

    def _catch(self, knot: int) -> None:
        """Nothing leads out of it."""
        chain = self.chain
        nodes = self.knots.nodes(knot)
        values = frozenset(chain.values_of[node] for node in nodes)
        self.caught[values] = self.caught.get(values, 0.0) + sum(self.mass[node] for node in nodes)
        for node in nodes:
            for edge in range(chain.starts[node], chain.starts[node + 1]):
                self.chosen[chain.sorts[edge]] = inf

    def _go_round(self, knot: int) -> None:
        """It has too many nodes, or hardly ever anything gets out of it. What is left then may be anywhere."""
        chain, knots = self.chain, self.knots
        first, last = knots.begins[knot], knots.begins[knot + 1]
        value = chain.values_of[knots.found[first]]
        question = sum(block.first <= value for block in self.machine.marks.blocks)
        rows = [at(row) for row in (chain.starts, chain.targets, chain.sorts, knots.of, knots.found)]
        kept = [at(row) for row in (self.shares, self.chosen, self.mass, self.over)]
        edges = sum(chain.starts[node + 1] - chain.starts[node] for node in knots.nodes(knot))
        enough = LEAST * sum(self.mass[node] for node in knots.nodes(knot))
        for _ in range(max(1, min(MOST_ROUNDS, MOST_STEPS // max(edges, 1)))):
            left = knot_code().circulate(*rows, first, last, *kept)
            self.rounds += 1
            if left <= enough:
                break
        self.left[question] += left

    def choices(self) -> list[float]:
        """How often each thing is chosen in a story, on average."""
        found = [0.0] * (self.machine.choices + 1)
        for kind, times in zip(self.lane.kinds, self.chosen, strict=False):
            found[kind.choice] += times
        return found
