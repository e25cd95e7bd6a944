"""Compiled loops for onward questions: a state looked up in a table, and how runs go on from it.

They are compiled with those of `loops.py`, and are written by the same rules.
"""

from collections.abc import Callable

from unmask.kernel.loops import (
    SIZE,
    SLOTS,
    WIDTH,
    copy,
    find_or_add,
    go,
    pack,
    slot_of,
)
from unmask.kernel.plain import Bytes, Words, beyond, halves, octets, words


def stand(table: Words, state: Bytes, context: Words, point: int) -> int:
    """Put a state at any point of a story into a table. There must be room."""
    pack(state, context, point, beyond(context, 4))
    return find_or_add(table, beyond(context, 4))


def find(table: Words, state: Bytes, context: Words, point: int) -> int:
    """The number of a state at a point in a table, -1 where it is not there."""
    key = beyond(context, 4)
    pack(state, context, point, key)
    slots = halves(table[SLOTS])
    return slots[slot_of(table, key)] - 1


def mixed(number: int) -> int:
    """inline: a number that hangs on every bit of another.

    Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
    """
    number = (number ^ (number >> 30)) * -4658895280553007687
    number = (number ^ (number >> 27)) * -7723592293110705685
    return number ^ (number >> 31)


def wander(state: Bytes, here: Words, work: int, ended: Words, seed: int, runs: int, most: int) -> int:
    """Play on from a state, so many times, each time with luck of its own; count how each time ended. How many choices that took.

    `here` is who plays and which `meanwhile` it is, then the point; after so many choices nobody waits for an end any more.
    """
    context = words(work)
    now = octets(work + 64 + 8 * WIDTH)
    weights = halves(work + 64 + 8 * WIDTH + 2 * SIZE)
    steps = 0
    for run in range(runs):
        copy(now, state)
        context[0] = here[0]
        point = here[1]
        key = mixed(seed + (run + 1) * -7046029254386353131)
        step = 0
        while point >= 0 and step < most:
            before = context[0]
            ways = go(point, -1, now, context, weights)
            if ways < 0:
                point = ways
            else:
                whole = 0
                for way in range(ways):
                    whole += weights[way] & 4294967295
                step += 1
                drawn = ((mixed(key + step * -7046029254386353131) >> 32) * whole) >> 32
                taken = -1
                while drawn >= 0:
                    taken += 1
                    drawn -= weights[taken] & 4294967295
                context[0] = before
                point = go(point, taken, now, context, weights)
        if point < 0:
            ended[-1 - point] += 1
        steps += step
    return steps


ALL: list[Callable[..., object]] = [stand, find, mixed, wander]
"""Everything that is compiled."""
