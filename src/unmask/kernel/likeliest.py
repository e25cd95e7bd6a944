"""The most probable path: from every node, the logarithm of the odds of the likeliest way to what is asked for.

The loop is compiled with those of `loops.py`, and is written by the same rules. One promise: every logarithm of odds is one of `log_odds`,
so that they can be added.
"""

from math import log

from unmask.kernel.loops import COUNT, MOVES, NODES, ORDER, SORTS, STARTS, TARGETS, VALUES, beyond_edge
from unmask.kernel.plain import Halves, Reals, Words, beyond, halves, words

NEVER = -1e15
"""The logarithm of the odds of what cannot be: far below that of anything that can."""


def log_odds(share: float) -> float:
    """A share of all luck, above 0, as a number to be added where shares are multiplied: its natural logarithm."""
    return log(share)


def pull_best(patch: Words, later: Reals, over: Reals, values: Reals, maps: Halves, stays: Reals, shares: Reals, means: Halves) -> None:
    """Like `pull`, of the likeliest way alone. Everything is a logarithm here: shares, and what is worth so much."""
    nodes = words(patch[NODES])
    count = nodes[COUNT]
    starts = halves(patch[STARTS])
    targets = halves(patch[TARGETS])
    sorts = halves(patch[SORTS])
    found = halves(patch[ORDER])
    never = 0.0 - 1000000000000000.0
    for back in range(count):
        node = found[count - 1 - back]
        here = beyond(values, node * VALUES)
        for v in range(VALUES):
            here[v] = never
        for edge in range(starts[node], starts[node + 1]):
            sort = sorts[edge]
            share = shares[sort]
            word = means[2 * sort + 1]
            of = beyond_edge(targets[edge], values, later, over)
            stay = beyond(stays, word * VALUES)
            for v in range(VALUES):
                if stay[v] > 0.5 and of[v] + share > here[v]:
                    here[v] = of[v] + share
            moves = beyond(maps, word * MOVES)
            for j in range(moves[0]):
                to = moves[2 * j + 1]
                if of[moves[2 * j + 2]] + share > here[to]:
                    here[to] = of[moves[2 * j + 2]] + share
