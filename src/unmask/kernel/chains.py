"""Lays out a patch with its questions as a plain Markov chain, and finds its strongly connected components.

A question's automaton goes beside a story as numbers; here each node stands once for each of them that can come there. One promise: the
knots come each before all that lead to it.
"""

from array import array
from ctypes import CFUNCTYPE, c_double, c_int64, c_void_p
from functools import cache
from typing import Any, NamedTuple

from unmask.kernel import knot_loops
from unmask.kernel.build import MachineCode, machine_code
from unmask.kernel.machine import Machine
from unmask.kernel.patches import Lane, Patch
from unmask.kernel.plain import loops
from unmask.kernel.table import at

MOST_PLACES = 100_000_000
"""So many nodes with numbers there may be, whether anything leads to them or not."""


class TooLarge(Exception):
    """A chain would have more nodes than anybody has room for."""


class Chain(NamedTuple):
    """Edge e of node n stands from `starts[n]` to before `starts[n + 1]`: it leads to node `targets[e]`, or below 0 to cell -1 - target.

    A cell is an outcome times `values` and a number that goes with a state. Edges of kind `sorts[e]`; from `kinds` on they are those of
    questions, and mean the same as `kinds` less. `nodes` says which node of the patch it is, `values_of` with which number; the first
    `roots` are where it begins.
    """

    starts: "array[int]"
    targets: "array[int]"
    sorts: "array[int]"
    nodes: "array[int]"
    values_of: "array[int]"
    values: int
    kinds: int
    roots: int

    def __len__(self) -> int:
        return len(self.starts) - 1


class Knots(NamedTuple):
    """Nodes from which one can come back to each other: knot k has `found[begins[k]]` to before `found[begins[k + 1]]`."""

    found: "array[int]"
    of: "array[int]"
    begins: "array[int]"

    def __len__(self) -> int:
        return len(self.begins) - 1

    def nodes(self, knot: int) -> "array[int]":
        """The nodes of a knot."""
        return self.found[self.begins[knot] : self.begins[knot + 1]]


def unfolded(machine: Machine, lane: Lane, patch: Patch) -> Chain:
    """A patch in which everything is, as a chain. Raises TooLarge."""
    values = machine.values
    if patch.nodes * values > MOST_PLACES:
        raise TooLarge
    words = array("i", [kind.word for kind in lane.kinds])
    moves = [machine.marks.moves(lane.words[word]) for word in range(max(words, default=0) + 1)]
    goes = array("i", [value for moved in moves for value in moved])
    roots = [value for value, stands in enumerate(machine.marks.start()) if stands]
    number = array("i", [-1]) * (patch.nodes * values)
    queue = array("q", roots) + array("q", bytes(8 * (len(number) - len(roots))))
    for place, root in enumerate(roots):
        number[root] = place
    rows = [at(row) for row in (patch.starts, patch.targets, patch.sorts, words, goes, number, queue)]
    count = knot_code().unfold(*rows, values, len(roots))
    edges = knot_code().edges_of(at(patch.starts), at(queue), values, count)
    starts, targets, sorts = (array("i", bytes(4 * size)) for size in (count + 1, edges, edges))
    knot_code().fold(*rows, values, count, at(starts), at(targets), at(sorts), len(lane.kinds))
    nodes, values_of = (array("i", [divmod(place, values)[part] for place in queue[:count]]) for part in (0, 1))
    return Chain(starts, targets, sorts, nodes, values_of, values, len(lane.kinds), len(roots))


def knots_of(chain: Chain) -> Knots:
    """All knots of a chain; a node from which one cannot come back is one of its own."""
    size = len(chain)
    index, of = array("i", [-1]) * size, array("i", [-1]) * size
    low, stack, walk, on, found = (array("i", bytes(4 * size)) for _ in range(5))
    rows = (index, low, stack, walk, on, of, found)
    count = knot_code().knots(at(chain.starts), at(chain.targets), size, *map(at, rows))
    begins = array("i", bytes(4 * (count + 1)))
    for node in found:
        begins[of[node] + 1] += 1
    for knot in range(count):
        begins[knot + 1] += begins[knot]
    return Knots(found, of, begins)


class KnotCode:
    """The compiled loops."""

    def __init__(self, code: MachineCode) -> None:
        self._code = code
        self.unfold = self._loop("unfold", "pppppppii")
        self.fold = self._loop("fold", "pppppppiipppi")
        self.edges_of = self._loop("edges_of", "ppii")
        self.knots = self._loop("knots", "ppippppppp")
        self.goes_on = self._loop("goes_on", "ppppii")
        self.flow = self._loop("flow", "ppppppiipppppppp")
        self.circulate = self._loop("circulate", "pppppiipppp", c_double)

    def _loop(self, name: str, takes: str, gives: type = c_int64) -> Any:
        return CFUNCTYPE(gives, *(c_void_p if kind == "p" else c_int64 for kind in takes))(self._code.address(name))


@cache
def knot_code() -> KnotCode:
    """The loops, compiled when they are first asked for. They are the same for every world."""
    return KnotCode(machine_code(loops(knot_loops.ALL, {}, {}), thorough=True))
