"""Compiled loops of best play: the value of a node is the best of its edges where somebody may choose, and their average elsewhere.

They are compiled beside those of `loops.py`, for graphs that are made for somebody. What is done at a node is a number: AVERAGE, FREE, or
the edge that is taken, counted from the node's first. One promise: of edges that are worth the same the first in the file is taken.
"""

from collections.abc import Callable

from unmask.kernel.loops import COUNT, MOVES, NODES, ORDER, SORTS, STARTS, TARGETS, VALUES, beyond_edge, gain
from unmask.kernel.plain import Halves, Reals, Words, beyond, halves, words

HERS = 1073741824
"""What is added to that number where the person chooses of whom somebody asks what she can do."""
AVERAGE, FREE = -2, -1
"""What is done at a node: each of its edges has its share, or the best is taken. From 0 on it is the edge that is taken."""


def moved(maps: Halves, word: int, value: int) -> int:
    """inline: where a number that goes with a state comes to when a way has met this word."""
    moves = beyond(maps, word * MOVES)
    found = value
    for j in range(moves[0]):
        if moves[2 * j + 1] == value:
            found = moves[2 * j + 2]
    return found


def worth_of(patch: Words, edge: int, value: int, later: Reals, over: Reals, values: Reals, maps: Halves, means: Halves) -> float:
    """inline: what it is worth to take an edge with this number."""
    targets = halves(patch[TARGETS])
    sorts = halves(patch[SORTS])
    of = beyond_edge(targets[edge], values, later, over)
    return of[moved(maps, means[2 * sorts[edge] + 1], value)]


def best_of(
    patch: Words, first: int, last: int, value: int, later: Reals, over: Reals, values: Reals, maps: Halves, means: Halves, worst: int
) -> int:
    """inline: of some edges the first that it is worth most to take with this number, or least."""
    by = first
    best = worth_of(patch, first, value, later, over, values, maps, means)
    for edge in range(first + 1, last):
        now = worth_of(patch, edge, value, later, over, values, maps, means)
        if worst == 1:
            if now < best:
                best = now
                by = edge
        else:
            if now > best:
                best = now
                by = edge
    return by


def owned(patch: Words, hers: Halves, play: Halves) -> int:
    """Write down what is done at each node where somebody chooses freely: the best at hers, elsewhere the average. How many are hers."""
    nodes = words(patch[NODES])
    starts = halves(patch[STARTS])
    sorts = halves(patch[SORTS])
    found = 0
    for node in range(nodes[COUNT]):
        play[node] = AVERAGE
        if starts[node + 1] > starts[node] and hers[sorts[starts[node]]] == 1:
            play[node] = FREE
            found += 1
    return found


def pull_play(
    patch: Words,
    later: Reals,
    over: Reals,
    values: Reals,
    maps: Halves,
    stays: Reals,
    shares: Reals,
    means: Halves,
    play: Halves,
    worst: int,
) -> None:
    """As `pull`, where at some nodes the best edge is taken, or the worst, or one that is said."""
    nodes = words(patch[NODES])
    count = nodes[COUNT]
    starts = halves(patch[STARTS])
    targets = halves(patch[TARGETS])
    sorts = halves(patch[SORTS])
    found = halves(patch[ORDER])
    for back in range(count):
        node = found[count - 1 - back]
        here = beyond(values, node * VALUES)
        first = starts[node]
        last = starts[node + 1]
        how = play[node]
        if how == AVERAGE:
            for v in range(VALUES):
                here[v] = 0.0
            for edge in range(first, last):
                sort = sorts[edge]
                of = beyond_edge(targets[edge], values, later, over)
                gain(here, of, shares[sort], means[2 * sort + 1], maps, stays)
        else:
            if how >= 0:
                first = first + how
                last = first + 1
            for v in range(VALUES):
                by = best_of(patch, first, last, v, later, over, values, maps, means, worst)
                here[v] = worth_of(patch, by, v, later, over, values, maps, means)


def turn_play(
    patch: Words,
    later: Reals,
    over: Reals,
    values: Reals,
    maps: Halves,
    stays: Reals,
    shares: Reals,
    means: Halves,
    play: Halves,
    worst: int,
    falls: int,
    taken: Halves,
) -> float:
    """One round of the same where nodes follow from themselves. By how much a number would have grown at most.

    Where numbers may not fall, they grow, and `taken` remembers the edge by which each grew last; where they may, they only fall.
    """
    nodes = words(patch[NODES])
    count = nodes[COUNT]
    starts = halves(patch[STARTS])
    sorts = halves(patch[SORTS])
    found = halves(patch[ORDER])
    grown = 0.0 - 2.0
    for back in range(count):
        node = found[count - 1 - back]
        first = starts[node]
        last = starts[node + 1]
        how = play[node]
        if how >= 0:
            first = first + how
            last = first + 1
        for v in range(VALUES):
            best = 0.0
            by = first
            if how == AVERAGE:
                for edge in range(first, last):
                    best += worth_of(patch, edge, v, later, over, values, maps, means) * shares[sorts[edge]]
            else:
                by = best_of(patch, first, last, v, later, over, values, maps, means, worst)
                best = worth_of(patch, by, v, later, over, values, maps, means)
            more = best - values[node * VALUES + v]
            if more > grown:
                grown = more
            if falls == 1:
                if more < 0.0:
                    values[node * VALUES + v] = best
            else:
                if more > 0.0 or worst == 1:
                    values[node * VALUES + v] = best
                    taken[node * VALUES + v] = by
    return grown


def push_play(
    patch: Words,
    later: Reals,
    over: Reals,
    values: Reals,
    maps: Halves,
    stays: Reals,
    shares: Reals,
    means: Halves,
    play: Halves,
    worst: int,
    mass: Reals,
) -> None:
    """How likely each node is, by its numbers, where somebody plays so: of edges that are worth the same she takes the first."""
    nodes = words(patch[NODES])
    count = nodes[COUNT]
    starts = halves(patch[STARTS])
    targets = halves(patch[TARGETS])
    sorts = halves(patch[SORTS])
    found = halves(patch[ORDER])
    for at in range(count):
        node = found[at]
        how = play[node]
        for v in range(VALUES):
            here = mass[node * VALUES + v]
            if here > 0.0:
                first = starts[node]
                last = starts[node + 1]
                if how >= 0:
                    first = first + how
                    last = first + 1
                if how == FREE:
                    first = best_of(patch, first, last, v, later, over, values, maps, means, worst)
                    last = first + 1
                for edge in range(first, last):
                    if targets[edge] >= 0:
                        share = 1.0
                        if how == AVERAGE:
                            share = shares[sorts[edge]]
                        mass[targets[edge] * VALUES + moved(maps, means[2 * sorts[edge] + 1], v)] += here * share


ALL: list[Callable[..., object]] = [moved, worth_of, best_of, owned, pull_play, turn_play, push_play]
"""Everything that is compiled."""
