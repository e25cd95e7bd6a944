"""Compiled loops that go through a graph modulo several primes at once, for exact fractions.

Every place of a row holds eight numbers of 32 bits, which are worked on at once: remainders by eight primes, or how often eight factors
stand in a denominator. They are multiplied in Montgomery's way (*Modular multiplication without trial division*, 1985).
"""

from collections.abc import Callable
from typing import Any

from unmask.kernel.plain import Halves, OnlyCompiled, Words, beyond, halves

EIGHT = 8
"""So many numbers are worked on at once."""
ORDER, COUNT, STARTS, TARGETS, SORTS, SOURCES, STANDING = range(7)
"""A part of a course: the nodes in an order in which they follow from each other, and how many; for each where its edges begin; for each
edge where it leads and of what kind it is; the states that stand at its beginning, and how many."""


def mix(to: Halves, of: Halves, share: Halves, primes: Halves) -> None:
    """To eight remainders add eight others, each times its share. `primes` has the primes, then what Montgomery needs of them."""
    raise OnlyCompiled


def highest(to: Halves, of: Halves, more: Halves) -> None:
    """Of eight numbers and eight others with so much more, keep the greater of each two."""
    raise OnlyCompiled


def push_remainders(
    part: Words,
    now: Halves,
    later: Halves,
    over: Halves,
    mass: Halves,
    shares: Halves,
    words_of: Halves,
    goes: Halves,
    primes: Halves,
    values: int,
    outcomes: int,
) -> int:
    """Spread what stands at the sources of a part over all that follows.

    `shares` and `words_of` go with kinds of edges; `goes` says of a word and of each number that goes with a state which it becomes.
    """
    found = halves(part[ORDER])
    starts = halves(part[STARTS])
    targets = halves(part[TARGETS])
    sorts = halves(part[SORTS])
    sources = halves(part[SOURCES])
    row = values * EIGHT
    for i in range(part[STANDING]):
        for j in range(row):
            mass[i * row + j] = now[sources[i] * row + j]
    for j in range(part[STANDING] * row, part[COUNT] * row):
        mass[j] = 0
    for at in range(part[COUNT]):
        node = found[at]
        here = beyond(mass, node * row)
        for edge in range(starts[node], starts[node + 1]):
            sort = sorts[edge]
            share = beyond(shares, sort * EIGHT)
            move = beyond(goes, words_of[sort] * values)
            target = targets[edge]
            to = beyond(mass, target * row)
            if target < 0:
                to = beyond(over, (-1 - target) * row)
            if target < 0 - outcomes:
                to = beyond(later, (-1 - outcomes - target) * row)
            for v in range(values):
                mix(beyond(to, move[v] * EIGHT), beyond(here, v * EIGHT), share, primes)
    return part[COUNT]


def pull_highest(part: Words, later: Halves, values: Halves, more: Halves, nothing: Halves, here: Halves, outcomes: int) -> int:
    """For every source of a part: how often each factor stands, at most, in what is divided by on any way from there on."""
    found = halves(part[ORDER])
    starts = halves(part[STARTS])
    targets = halves(part[TARGETS])
    sorts = halves(part[SORTS])
    sources = halves(part[SOURCES])
    for back in range(part[COUNT]):
        node = found[part[COUNT] - 1 - back]
        most = beyond(values, node * EIGHT)
        for j in range(EIGHT):
            most[j] = 0
        for edge in range(starts[node], starts[node + 1]):
            target = targets[edge]
            of = nothing
            if target < 0 - outcomes:
                of = beyond(later, (-1 - outcomes - target) * EIGHT)
            if target >= 0:
                of = beyond(values, target * EIGHT)
            highest(most, of, beyond(more, sorts[edge] * EIGHT))
    for i in range(part[STANDING]):
        for j in range(EIGHT):
            here[sources[i] * EIGHT + j] = values[i * EIGHT + j]
    return part[COUNT]


ALL: list[Callable[..., Any]] = [push_remainders, pull_highest]
"""Everything that is compiled."""

EIGHTS = """
define internal void @mix(ptr %to, ptr %of, ptr %share, ptr %primes) alwaysinline {
  %of.row = load <8 x i32>, ptr %of, align 4
  %share.row = load <8 x i32>, ptr %share, align 4
  %p = load <8 x i32>, ptr %primes, align 4
  %inverse.place = getelementptr inbounds i32, ptr %primes, i64 8
  %inverse = load <8 x i32>, ptr %inverse.place, align 4
  %of.wide = zext <8 x i32> %of.row to <8 x i64>
  %share.wide = zext <8 x i32> %share.row to <8 x i64>
  %p.wide = zext <8 x i32> %p to <8 x i64>
  %product = mul <8 x i64> %of.wide, %share.wide
  %low = trunc <8 x i64> %product to <8 x i32>
  %times = mul <8 x i32> %low, %inverse
  %times.wide = zext <8 x i32> %times to <8 x i64>
  %even = mul <8 x i64> %times.wide, %p.wide
  %whole = add <8 x i64> %product, %even
  %up = lshr <8 x i64> %whole, <i64 32, i64 32, i64 32, i64 32, i64 32, i64 32, i64 32, i64 32>
  %reduced = trunc <8 x i64> %up to <8 x i32>
  %less = sub <8 x i32> %reduced, %p
  %below = icmp ult <8 x i32> %reduced, %p
  %one = select <8 x i1> %below, <8 x i32> %reduced, <8 x i32> %less
  %to.row = load <8 x i32>, ptr %to, align 4
  %sum = add <8 x i32> %to.row, %one
  %sum.less = sub <8 x i32> %sum, %p
  %sum.below = icmp ult <8 x i32> %sum, %p
  %new = select <8 x i1> %sum.below, <8 x i32> %sum, <8 x i32> %sum.less
  store <8 x i32> %new, ptr %to, align 4
  ret void
}
define internal void @highest(ptr %to, ptr %of, ptr %more) alwaysinline {
  %of.row = load <8 x i32>, ptr %of, align 4
  %more.row = load <8 x i32>, ptr %more, align 4
  %to.row = load <8 x i32>, ptr %to, align 4
  %sum = add <8 x i32> %of.row, %more.row
  %below = icmp ult <8 x i32> %to.row, %sum
  %new = select <8 x i1> %below, <8 x i32> %sum, <8 x i32> %to.row
  store <8 x i32> %new, ptr %to, align 4
  ret void
}
"""
"""`mix` and `highest`, eight numbers at once."""
