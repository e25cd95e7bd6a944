"""Exact odds of a small world without loops, and how many states it has.

Nothing is drawn. The mass of the beginning is carried forward choice by choice, in whole numbers: those of one layer share a
denominator, the product of what the weights of the layers so far have in common.
"""

from fractions import Fraction
from math import lcm
from typing import NamedTuple

from unmask.run.state import State
from unmask.run.step import Over, Point, Process


class Odds(NamedTuple):
    """The probability of each ending by name, and the number of states: of points with what is so there, and of ends."""

    endings: dict[str, Fraction]
    states: int


def odds(process: Process) -> Odds:
    """The odds of a world of one scene, in which no state comes twice."""
    at = process.begin()
    assert isinstance(at, Point)
    layer = {at: 1}
    denominator = 1
    endings: dict[str, Fraction] = {}
    over: set[tuple[str, State]] = set()
    states = 0
    while layer:
        offered = {point: process.offers(point) for point in layer}
        totals = {point: sum(offer.weight for offer in offers) for point, offers in offered.items()}
        common = lcm(*totals.values())
        denominator *= common
        reached: dict[Point, int] = {}
        ended: dict[str, int] = {}
        for point, mass in layer.items():
            states += point.sort == "option"
            share = mass * (common // totals[point])
            for offer in offered[point]:
                if not offer.weight:
                    continue
                to = process.follow(point, offer, process.world.limit).at
                if isinstance(to, Over):
                    ended[to.ending] = ended.get(to.ending, 0) + share * offer.weight
                    over.add((to.ending, to.state))
                else:
                    reached[to] = reached.get(to, 0) + share * offer.weight
        for ending, mass in ended.items():
            endings[ending] = endings.get(ending, Fraction(0)) + Fraction(mass, denominator)
        layer = reached
    return Odds(endings, states + len(over))
