"""Compiled loops over a graph of states: explore, order topologically, push probability forward, pull values back.

They are compiled (`plain.py`), so that they say how much room they need and leave when there is none: whoever called them makes
some and calls again. A table is a row of five words: where its keys are, an index that finds them, the index's mask, how many there
are, for how many there is room. A patch is what follows from some states until the next scene: a row of words, as named below.
"""

from collections.abc import Callable

from unmask.kernel.plain import Bytes, Halves, OnlyCompiled, Reals, Words, beyond, halves, octets, words

# What a world's program brings, put in when they are compiled.
WIDTH = 1
"""Words in a key."""
SIZE = 8
"""Bytes in a state."""
WIDEST = 1
"""Ways from one state, at most."""
VALUES = 1
"""Numbers that go with a state: how likely it is, and that for each state of each question's automaton."""
BETWEEN = 0
"""The point at which a patch ends."""
MOVES = 1
"""Room for what a word moves: how many numbers, then for each from where and to where."""
OUTCOMES = 1
"""Ways in which a story can end."""

BETWEEN = 0
"""The point at which a patch ends; no point at all where there is to be one patch of everything."""
PAUSE = 0
"""The point between two scenes, whether a patch ends there or not."""
MOTIFS = 0
"""Motifs that are a part of the state."""


def unpack(key: Words, state: Bytes, context: Words) -> int:
    """A key as a state, with who plays; the point at which it stands."""
    raise OnlyCompiled


def pack(state: Bytes, context: Words, point: int, key: Words) -> None:
    """A state at a point as a key."""
    raise OnlyCompiled


def go(point: int, way: int, state: Bytes, context: Words, weights: Halves) -> int:
    """For way -1 how many ways there are, and what each weighs; else the point at which that way stops, or, below 0, how it ended."""
    raise OnlyCompiled


def set_clock(state: Bytes, time: int) -> None:
    """Let it be that time."""
    raise OnlyCompiled


def spread(to: Reals, of: Reals, share: float, stays: Reals) -> None:
    """To each number that goes with a state add a share of another's, as far as it stays in its place."""
    raise OnlyCompiled


KEYS, SLOTS, MASK, COUNT, ROOM = range(5)
NODES, EXITS, WORDS, KINDS, STARTS, TARGETS, SORTS, ORDER, RANKS, EDGES, EDGE_ROOM, NEXT, SOURCES, CLOCK, MOST, WORK = range(16)
"""A patch: its tables of nodes, of exits, of words of marks and of kinds of edges; for each node where its edges begin; for each edge
where it leads and of what kind it is; the nodes in an order in which they follow from each other, and room to find it; how many edges,
and the room for them; the node to go on with, how many stand at the beginning, what time it is, how many nodes are too many, and room
to work in."""
LENGTH = 16
DONE, MORE_NODES, MORE_EDGES, MORE_EXITS, MORE_KINDS, TOO_MANY_WORDS, TOO_MANY_NODES = range(7)
NO_CHOICE = 4294967295
"""What stands for the number of what was chosen where nothing was."""


def hash_of(key: Words) -> int:
    """inline: a number that hangs on every bit of a key."""
    found = 0
    for i in range(WIDTH):
        found = (found ^ key[i]) * -7046029254386353131
        found = found ^ (found >> 29)
    found = found * -4658895280553007687
    return found ^ (found >> 32)


def same(one: Words, other: Words) -> int:
    """inline: 1 where two keys are one."""
    differ = 0
    for i in range(WIDTH):
        differ = differ | (one[i] ^ other[i])
    if differ == 0:
        return 1
    return 0


def slot_of(table: Words, key: Words) -> int:
    """inline: the slot of a table's index that holds a key, or would."""
    keys = words(table[KEYS])
    slots = halves(table[SLOTS])
    mask = table[MASK]
    at = hash_of(key) & mask
    while slots[at] != 0:
        if same(beyond(keys, (slots[at] - 1) * WIDTH), key) == 1:
            return at
        at = (at + 1) & mask
    return at


def find_or_add(table: Words, key: Words) -> int:
    """The number of a key in a table; it is put there where it was not. There must be room."""
    slots = halves(table[SLOTS])
    at = slot_of(table, key)
    if slots[at] != 0:
        return slots[at] - 1
    keys = words(table[KEYS])
    number = table[COUNT]
    for i in range(WIDTH):
        keys[number * WIDTH + i] = key[i]
    slots[at] = number + 1
    table[COUNT] = number + 1
    return number


def join(table: Words, other: Words, numbers: Halves) -> int:
    """Put the keys of a table into another, and give their numbers there. How many came before there was no more room."""
    keys = words(table[KEYS])
    for i in range(table[COUNT]):
        if other[COUNT] == other[ROOM]:
            return i
        numbers[i] = find_or_add(other, beyond(keys, i * WIDTH))
    return table[COUNT]


def index_anew(table: Words, count: int) -> int:
    """Find a place in an empty index for the keys of a table."""
    keys = words(table[KEYS])
    table[COUNT] = 0
    for i in range(count):
        find_or_add(table, beyond(keys, i * WIDTH))
    return table[COUNT]


def begin(table: Words, state: Bytes, context: Words) -> int:
    """Put a state before the first scene into a table."""
    pack(state, context, 0, beyond(context, 4))
    return find_or_add(table, beyond(context, 4))


def add(to: Reals, of: Reals, count: int) -> None:
    """Add numbers to others, one to one."""
    for i in range(count):
        to[i] += of[i]


def total(of: Reals, sources: Halves, count: int) -> float:
    """How likely some states are together."""
    whole = 0.0
    for i in range(count):
        whole += of[sources[i] * VALUES]
    return whole


def copy(to: Bytes, of: Bytes) -> None:
    """inline: a state as it is."""
    for i in range(SIZE):
        to[i] = of[i]


def word_number(table: Words, word: int) -> int:
    """The number of a word; 0 is that of nothing that means anything. There must be room."""
    if word == 0:
        return 0
    keys = words(table[KEYS])
    slots = halves(table[SLOTS])
    mask = table[MASK]
    at = (word * -7046029254386353131 >> 29) & mask
    while slots[at] != 0:
        if keys[slots[at] - 1] == word:
            return slots[at] - 1
        at = (at + 1) & mask
    number = table[COUNT]
    keys[number] = word
    slots[at] = number + 1
    table[COUNT] = number + 1
    return number


def kind_number(table: Words, odds: int, means: int) -> int:
    """The number of a kind of edge: its weight out of what all weigh; what is chosen, with the word that is met. There must be room."""
    keys = words(table[KEYS])
    slots = halves(table[SLOTS])
    mask = table[MASK]
    mixed = (odds * -7046029254386353131) ^ (means * -4658895280553007687)
    at = (mixed ^ (mixed >> 29)) & mask
    while slots[at] != 0:
        held = slots[at] - 1
        if keys[2 * held] == odds and keys[2 * held + 1] == means:
            return held
        at = (at + 1) & mask
    number = table[COUNT]
    keys[2 * number] = odds
    keys[2 * number + 1] = means
    slots[at] = number + 1
    table[COUNT] = number + 1
    return number


def index_kinds(table: Words, count: int) -> int:
    """Find a place in an empty index for kinds of edges."""
    keys = words(table[KEYS])
    table[COUNT] = 0
    for i in range(count):
        kind_number(table, keys[2 * i], keys[2 * i + 1])
    return table[COUNT]


def outcome(result: int, context: Words) -> int:
    """inline: in which way a story is over, with what has happened by then."""
    return ((0 - 1 - result) << MOTIFS) | (context[1] & 4294967295)


def explore(patch: Words, starts_of: Halves, base_of: Halves) -> int:
    """Go every way from every node, from the one to go on with, until no new one comes. What there was no room for, if anything."""
    nodes = words(patch[NODES])
    exits = words(patch[EXITS])
    table = words(patch[WORDS])
    kinds = words(patch[KINDS])
    keys = words(nodes[KEYS])
    starts = halves(patch[STARTS])
    targets = halves(patch[TARGETS])
    sorts = halves(patch[SORTS])
    work = patch[WORK]
    context = words(work)
    context2 = words(work + 32)
    key = words(work + 64)
    state = octets(work + 64 + 8 * WIDTH)
    state2 = octets(work + 64 + 8 * WIDTH + SIZE)
    weights = halves(work + 64 + 8 * WIDTH + 2 * SIZE)
    edges = patch[EDGES]
    i = patch[NEXT]
    full = DONE
    while i < nodes[COUNT] and full == DONE:
        if nodes[COUNT] + WIDEST > nodes[ROOM]:
            full = MORE_NODES
        if exits[COUNT] + WIDEST > exits[ROOM]:
            full = MORE_EXITS
        if edges + WIDEST > patch[EDGE_ROOM]:
            full = MORE_EDGES
        if table[COUNT] + WIDEST > table[ROOM]:
            full = TOO_MANY_WORDS
        if kinds[COUNT] + WIDEST > kinds[ROOM]:
            full = MORE_KINDS
        if nodes[COUNT] > patch[MOST]:
            full = TOO_MANY_NODES
        if full == DONE:
            point = unpack(beyond(keys, i * WIDTH), state, context)
            if i < patch[SOURCES]:
                set_clock(state, patch[CLOCK])
            starts[i] = edges
            ways = go(point, -1, state, context, weights)
            if ways < 0:
                if context[2] == -1:
                    full = TOO_MANY_WORDS
                targets[edges] = -1 - outcome(ways, context)
                sorts[edges] = kind_number(kinds, (1 << 31) | 1, (NO_CHOICE << 16) | word_number(table, context[2]))
                edges += 1
            base = -1
            whole = 0
            if ways > 0:
                base = base_of[starts_of[point] + (context[0] & 4294967295)]
                for way in range(ways):
                    whole += weights[way] & 4294967295
            for way in range(ways):
                weight = weights[way] & 4294967295
                if weight > 0:
                    copy(state2, state)
                    context2[0] = context[0]
                    to = go(point, way, state2, context2, weights)
                    if context2[2] == -1:
                        full = TOO_MANY_WORDS
                    chosen = NO_CHOICE
                    if base >= 0:
                        chosen = base + way
                    sorts[edges] = kind_number(kinds, (whole << 31) | weight, (chosen << 16) | word_number(table, context2[2]))
                    if to < 0:
                        targets[edges] = -1 - outcome(to, context2)
                    else:
                        if to == PAUSE or to == 0:
                            context2[0] = 0  # nobody plays there
                        pack(state2, context2, to, key)
                        if to == BETWEEN:
                            targets[edges] = -1 - OUTCOMES - find_or_add(exits, key)
                        else:
                            targets[edges] = find_or_add(nodes, key)
                    edges += 1
            i += 1
            starts[i] = edges
    patch[EDGES] = edges
    patch[NEXT] = i
    return full


def order(patch: Words) -> int:
    """Put the nodes in an order in which each follows only from earlier ones. How many there are of which that can be said."""
    nodes = words(patch[NODES])
    count = nodes[COUNT]
    starts = halves(patch[STARTS])
    targets = halves(patch[TARGETS])
    ranks = halves(patch[RANKS])
    found = halves(patch[ORDER])
    for i in range(count):
        ranks[i] = 0
    for edge in range(patch[EDGES]):
        if targets[edge] >= 0:
            ranks[targets[edge]] += 1
    last = 0
    for i in range(count):
        if ranks[i] == 0:
            found[last] = i
            last += 1
    at = 0
    while at < last:
        node = found[at]
        for edge in range(starts[node], starts[node + 1]):
            target = targets[edge]
            if target >= 0:
                ranks[target] -= 1
                if ranks[target] == 0:
                    found[last] = target
                    last += 1
        at += 1
    return last


def rename(patch: Words, numbers: Halves) -> int:
    """Let the edges that leave the patch lead to the numbers that its exits have for everybody."""
    targets = halves(patch[TARGETS])
    for edge in range(patch[EDGES]):
        target = targets[edge]
        if target < 0 - OUTCOMES:
            targets[edge] = -1 - OUTCOMES - numbers[-1 - OUTCOMES - target]
    return patch[EDGES]


def beyond_edge(target: int, values: Reals, later: Reals, over: Reals) -> Reals:
    """inline: the numbers of what an edge leads to: a node, an outcome, or a state before the next scene."""
    if target >= 0:
        return beyond(values, target * VALUES)
    if target >= 0 - OUTCOMES:
        return beyond(over, (-1 - target) * VALUES)
    return beyond(later, (-1 - OUTCOMES - target) * VALUES)


def gain(here: Reals, of: Reals, share: float, word: int, maps: Halves, stays: Reals) -> None:
    """inline: add to a node's numbers what an edge that meets a word leads to, by its share."""
    spread(here, of, share, beyond(stays, word * VALUES))
    moves = beyond(maps, word * MOVES)
    for j in range(moves[0]):
        here[moves[2 * j + 1]] += of[moves[2 * j + 2]] * share


def push(
    patch: Words,
    sources: Halves,
    now: Reals,
    later: Reals,
    over: Reals,
    chosen: Reals,
    mass: Reals,
    maps: Halves,
    stays: Reals,
    shares: Reals,
    means: Halves,
) -> int:
    """Spread what stands at a patch's sources over all that follows. How many nodes it came through.

    `shares` and `means` go with kinds of edges; `stays` and `maps` say of a word which numbers stay in their place, and which move where.
    """
    nodes = words(patch[NODES])
    count = nodes[COUNT]
    starts = halves(patch[STARTS])
    targets = halves(patch[TARGETS])
    sorts = halves(patch[SORTS])
    found = halves(patch[ORDER])
    first = patch[SOURCES]
    for i in range(first):
        for v in range(VALUES):
            mass[i * VALUES + v] = now[sources[i] * VALUES + v]
    for i in range(first * VALUES, count * VALUES):
        mass[i] = 0.0
    passed = 0
    for at in range(count):
        node = found[at]
        here = beyond(mass, node * VALUES)
        if here[0] > 0.0:
            passed += 1
            for edge in range(starts[node], starts[node + 1]):
                sort = sorts[edge]
                share = shares[sort]
                word = means[2 * sort + 1]
                chosen[means[2 * sort]] += here[0] * share
                to = beyond_edge(targets[edge], mass, later, over)
                spread(to, here, share, beyond(stays, word * VALUES))
                moves = beyond(maps, word * MOVES)
                for j in range(moves[0]):
                    to[moves[2 * j + 2]] += here[moves[2 * j + 1]] * share
    return passed


def pull(patch: Words, later: Reals, over: Reals, values: Reals, maps: Halves, stays: Reals, shares: Reals, means: Halves) -> None:
    """For every node, from what is worth so much after it and in each outcome: what it is worth on average to have come there."""
    nodes = words(patch[NODES])
    count = nodes[COUNT]
    starts = halves(patch[STARTS])
    targets = halves(patch[TARGETS])
    sorts = halves(patch[SORTS])
    found = halves(patch[ORDER])
    for back in range(count):
        node = found[count - 1 - back]
        here = beyond(values, node * VALUES)
        for v in range(VALUES):
            here[v] = 0.0
        for edge in range(starts[node], starts[node + 1]):
            sort = sorts[edge]
            of = beyond_edge(targets[edge], values, later, over)
            gain(here, of, shares[sort], means[2 * sort + 1], maps, stays)


def take(table: Words, sources: Halves, count: int, nodes: Words) -> int:
    """Put states of a table into another, by their numbers: each once, so that they stand there in the same order."""
    keys = words(table[KEYS])
    for i in range(count):
        find_or_add(nodes, beyond(keys, sources[i] * WIDTH))
    return nodes[COUNT]


def standing(of: Reals, known: Halves, count: int, found: Halves) -> int:
    """Find the states at which anybody stands and of which nothing is known yet. How many there are."""
    last = 0
    for i in range(count):
        if of[i * VALUES] > 0.0 and known[i] == 0:
            found[last] = i
            last += 1
    return last


def put(patch: Words, sources: Halves, values: Reals, here: Reals) -> int:
    """Write down what a patch's sources are worth, by their numbers."""
    for i in range(patch[SOURCES]):
        for v in range(VALUES):
            here[sources[i] * VALUES + v] = values[i * VALUES + v]
    return patch[SOURCES]


ALL: list[Callable[..., object]] = [
    hash_of,
    same,
    slot_of,
    find_or_add,
    beyond_edge,
    gain,
    join,
    index_anew,
    take,
    begin,
    add,
    total,
    copy,
    word_number,
    kind_number,
    index_kinds,
    outcome,
    explore,
    order,
    rename,
    push,
    pull,
    standing,
    put,
]
"""Everything that is compiled."""
