"""Compiled loops for strongly connected components: finding them, and the probability of each way out.

A chain is a patch without words: each node goes with one number of one question's automaton. A knot is a node with all from which
one can come back to it.
"""

from collections.abc import Callable
from typing import Any

from unmask.kernel.plain import Halves, Reals, Words


def unfold(
    starts: Halves, targets: Halves, sorts: Halves, words_of: Halves, goes: Halves, number: Halves, queue: Words, values: int, count: int
) -> int:
    """Find every node with every number that goes with it, from the first `count` in the queue on. How many there are.

    `number` says of a node and a number which it is in the chain; -1 where nothing leads there.
    """
    last = count
    at = 0
    while at < last:
        node = queue[at] // values
        value = queue[at] % values
        for edge in range(starts[node], starts[node + 1]):
            if targets[edge] >= 0:
                to = targets[edge] * values + goes[words_of[sorts[edge]] * values + value]
                if number[to] < 0:
                    number[to] = last
                    queue[last] = to
                    last += 1
        at += 1
    return last


def fold(
    starts: Halves,
    targets: Halves,
    sorts: Halves,
    words_of: Halves,
    goes: Halves,
    number: Halves,
    queue: Words,
    values: int,
    count: int,
    starts_of: Halves,
    targets_of: Halves,
    sorts_of: Halves,
    kinds: int,
) -> int:
    """Write down the edges of a chain whose nodes are known. How many there are.

    Those of a node that goes with a question are of kinds of their own, so many further on: what is chosen there counts once already.
    """
    last = 0
    for at in range(count):
        node = queue[at] // values
        value = queue[at] % values
        starts_of[at] = last
        for edge in range(starts[node], starts[node + 1]):
            to = goes[words_of[sorts[edge]] * values + value]
            target = targets[edge]
            if target >= 0:
                targets_of[last] = number[target * values + to]
            else:
                targets_of[last] = -1 - ((-1 - target) * values + to)
            sorts_of[last] = sorts[edge]
            if value > 0:
                sorts_of[last] = sorts[edge] + kinds
            last += 1
    starts_of[count] = last
    return last


def edges_of(starts: Halves, queue: Words, values: int, count: int) -> int:
    """How many edges a chain has."""
    found = 0
    for at in range(count):
        node = queue[at] // values
        found += starts[node + 1] - starts[node]
    return found


def knots(
    starts: Halves,
    targets: Halves,
    count: int,
    index: Halves,
    low: Halves,
    stack: Halves,
    walk: Halves,
    on: Halves,
    of: Halves,
    found: Halves,
) -> int:
    """Find all knots, each before those that lead to it. How many there are.

    This is Tarjan's way (*Depth-first search and linear graph algorithms*, 1972). `found` has their nodes one after the other, `of` the
    knot of each node. `index` and `of` come in full of -1; `on` says with which edge a node goes on.
    """
    numbered = 0
    knot = 0
    last = 0
    standing = 0
    for root in range(count):
        deep = 0
        if index[root] < 0:
            walk[0] = root
            deep = 1
            index[root] = numbered
            low[root] = numbered
            numbered += 1
            stack[standing] = root
            standing += 1
            on[root] = starts[root]
        while deep > 0:
            node = walk[deep - 1]
            if on[node] < starts[node + 1]:
                target = targets[on[node]]
                on[node] += 1
                if target >= 0:
                    if index[target] < 0:
                        index[target] = numbered
                        low[target] = numbered
                        numbered += 1
                        stack[standing] = target
                        standing += 1
                        on[target] = starts[target]
                        walk[deep] = target
                        deep += 1
                    else:
                        if of[target] < 0 and index[target] < low[node]:
                            low[node] = index[target]
            else:
                deep -= 1
                if deep > 0 and low[node] < low[walk[deep - 1]]:
                    low[walk[deep - 1]] = low[node]
                if low[node] == index[node]:
                    other = -1
                    while other != node:
                        standing -= 1
                        other = stack[standing]
                        of[other] = knot
                        found[last] = other
                        last += 1
                    knot += 1
    return knot


def goes_on(starts: Halves, targets: Halves, of: Halves, found: Halves, first: int, last: int) -> int:
    """1 where there is a way out of a knot."""
    out = 0
    for at in range(first, last):
        for edge in range(starts[found[at]], starts[found[at] + 1]):
            if targets[edge] < 0:
                out = 1
            else:
                if of[targets[edge]] != of[found[at]]:
                    out = 1
    return out


def give(
    starts: Halves,
    targets: Halves,
    sorts: Halves,
    of: Halves,
    node: int,
    visits: float,
    shares: Reals,
    chosen: Reals,
    mass: Reals,
    over: Reals,
) -> None:
    """Give what comes to a node so often to all that is outside of its knot."""
    for edge in range(starts[node], starts[node + 1]):
        here = visits * shares[sorts[edge]]
        target = targets[edge]
        chosen[sorts[edge]] += here
        if target < 0:
            over[-1 - target] += here
        else:
            if of[target] != of[node]:
                mass[target] += here


def flow(
    starts: Halves,
    targets: Halves,
    sorts: Halves,
    of: Halves,
    found: Halves,
    begins: Halves,
    knot: int,
    most: int,
    shares: Reals,
    chosen: Reals,
    mass: Reals,
    over: Reals,
    place: Halves,
    table: Reals,
    leak: Reals,
    visits: Reals,
) -> int:
    """Spread what stands at nodes over all that follows, knot by knot, from one of them on, those first that lead to others.

    -1 when all is done; else the knot where something else has to be done: nothing leads out of it, it has more than `most` nodes, or it
    is left so hardly ever that floating-point numbers do not tell.

    States are eliminated without a subtraction (Grassmann, Taksar and Heyman, *Regenerative analysis and steady state distributions for
    Markov chains*, 1985): what leaves a state is the sum of its ways out, and never 1 less what stays.
    """
    while knot >= 0:
        first = begins[knot]
        size = begins[knot + 1] - first
        node = found[first]
        inner = 0
        outer = 0
        luck = 0.0
        for i in range(size):
            luck += mass[found[first + i]]
            for edge in range(starts[found[first + i]], starts[found[first + i] + 1]):
                if targets[edge] >= 0:
                    if of[targets[edge]] == knot:
                        inner = 1
                    else:
                        outer = 1
                else:
                    outer = 1
        if luck > 0.0:
            if inner == 0:
                give(starts, targets, sorts, of, node, mass[node], shares, chosen, mass, over)
            else:
                if outer == 0 or size > most:
                    return knot
                for i in range(size):
                    place[found[first + i]] = i
                    leak[i] = 0.0
                    visits[i] = mass[found[first + i]]
                for i in range(size * size):
                    table[i] = 0.0
                for i in range(size):
                    node = found[first + i]
                    for edge in range(starts[node], starts[node + 1]):
                        inside = 0
                        if targets[edge] >= 0 and of[targets[edge]] == knot:
                            inside = 1
                        if inside == 1:
                            table[i * size + place[targets[edge]]] += shares[sorts[edge]]
                        else:
                            leak[i] += shares[sorts[edge]]
                if eliminate(size, table, leak, visits) == 0:
                    return knot
                for i in range(size):
                    node = found[first + i]
                    give(starts, targets, sorts, of, node, visits[i], shares, chosen, mass, over)
        knot = knot - 1
    return knot


def eliminate(size: int, table: Reals, leak: Reals, visits: Reals) -> int:
    """How often each node of a knot is visited: `visits` comes in as what stands there first. 0 where numbers are too small to say.

    `table` says how likely each follows each, `leak` how likely each is left for good; both are used up.
    """
    for back in range(size):
        k = size - 1 - back
        out = leak[k]
        for j in range(k):
            out += table[k * size + j]
        if out < 1e-290:
            return 0
        table[k * size + k] = out
        for i in range(k):
            share = table[i * size + k] / out
            if share > 0.0:
                leak[i] += share * leak[k]
                for j in range(k):
                    table[i * size + j] += share * table[k * size + j]
        share = visits[k] / out
        if share > 0.0:
            for j in range(k):
                visits[j] += share * table[k * size + j]
    for k in range(size):
        here = visits[k]
        for i in range(k):
            here += visits[i] * table[i * size + k]
        visits[k] = here / table[k * size + k]
    return 1


def circulate(
    starts: Halves,
    targets: Halves,
    sorts: Halves,
    of: Halves,
    found: Halves,
    first: int,
    last: int,
    shares: Reals,
    chosen: Reals,
    mass: Reals,
    over: Reals,
) -> float:
    """Let what stands in a knot go on, once from each of its nodes. What stands there then."""
    for back in range(first, last):
        node = found[first + last - 1 - back]
        here = mass[node]
        mass[node] = 0.0
        if here > 0.0:
            for edge in range(starts[node], starts[node + 1]):
                part = here * shares[sorts[edge]]
                chosen[sorts[edge]] += part
                if targets[edge] < 0:
                    over[-1 - targets[edge]] += part
                else:
                    mass[targets[edge]] += part
    left = 0.0
    for at in range(first, last):
        left += mass[found[at]]
    return left


ALL: list[Callable[..., Any]] = [unfold, fold, edges_of, knots, goes_on, give, flow, eliminate, circulate]
"""Everything that is compiled."""
