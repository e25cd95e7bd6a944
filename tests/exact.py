"""Exact odds by definition: a process comes in, the odds of each way to end leave, as fractions, loops and all.

It goes through every point that can be reached and solves for how often each is visited, one knot of points that lead back to each other
at a time. Slow, and right: whatever reckons faster is held against it.
"""

from collections import defaultdict
from fractions import Fraction
from typing import NamedTuple

from unmask.motif.events import Happening
from unmask.run.step import Over, Point, Process
from unmask.world.model import ENDLESS, IMPLICIT_ENDINGS, Event, Happened, Option

MOST_EVENTS = 1000
Spot = tuple[object, ...]
Choice = tuple[str, str, str]
"""What was chosen: scene, moment and label; moment and label are "" for a scene."""


class TooMany(Exception):
    """More points than somebody wants to wait for."""


class Exact(NamedTuple):
    """The odds of each ending together with each set of the events asked for that have happened, a bit each; how often each choice is
    made on average; how many scenes there are; and the odds that it never ends.
    """

    over: dict[tuple[str, int], Fraction]
    chosen: dict[Choice, Fraction]
    scenes: Fraction
    left: Fraction

    def odds(self, ending: str) -> Fraction:
        return sum((mass for (name, _), mass in self.over.items() if name == ending), Fraction(0))

    def of_bit(self, bit: int) -> Fraction:
        return sum((mass for (_, bits), mass in self.over.items() if bits >> bit & 1), Fraction(0))


class Ended(NamedTuple):
    """How a run ended, and which of the events asked for had happened by then, a bit each."""

    ending: str
    bits: int


class _Step(NamedTuple):
    odds: Fraction
    to: "Spot | Ended"
    ends: bool
    choice: Choice


def exact(process: Process, events: tuple[Event, ...] = (), most: int = 250, knot: int = 12) -> Exact:
    """The odds of everything. `process` follows the events. Raises TooMany for more points, or a larger knot."""
    chain, first = _chain(process, events, most)
    over: dict[tuple[str, int], Fraction] = defaultdict(Fraction)
    chosen: dict[Choice, Fraction] = defaultdict(Fraction)
    inflow: dict[Spot, Fraction] = defaultdict(Fraction)
    left = scenes = Fraction(0)
    if isinstance(first, Ended):
        over[first] = Fraction(1)
    else:
        inflow[first] = Fraction(1)
    for component in _in_order(chain, first):
        if len(component) > knot:
            raise TooMany
        inside = set(component)
        if all(not step.ends and step.to in inside for spot in component for step in chain[spot]):
            left += sum((inflow[spot] for spot in component), Fraction(0))
            continue
        for spot, visits in _visits(component, chain, inflow).items():
            for step in chain[spot]:
                mass = visits * step.odds
                if step.choice[0]:
                    chosen[step.choice] += mass
                scenes += mass if spot[0] == "scene" else 0
                if step.ends:
                    over[step.to] += mass  # type: ignore[index]
                elif step.to not in inside:
                    inflow[step.to] += mass
    return Exact(dict(over), dict(chosen), scenes, left)


def _chain(process: Process, events: tuple[Event, ...], most: int) -> tuple[dict[Spot, list[_Step]], "Spot | Ended"]:
    readers = [process.layout.reader(Happened(event)) for event in events]

    def end(over: Over) -> Ended:
        state = over.state
        if over.ending in IMPLICIT_ENDINGS:
            state = process.automata.after(Happening("ending", label=over.ending), state)
        return Ended(over.ending, sum(bool(reader(state)) << bit for bit, reader in enumerate(readers)))

    start = process.begin()
    if isinstance(start, Over):
        return {}, end(start)
    chain: dict[Spot, list[_Step]] = {}
    todo = [start]
    while todo:
        point = todo.pop()
        spot = _spot(point)
        if spot in chain:
            continue
        if len(chain) >= most:
            raise TooMany
        chain[spot] = []
        offers = process.offers(point)
        total = sum(offer.weight for offer in offers)
        for offer in offers:
            if offer.weight:
                at = process.follow(point, offer, MOST_EVENTS).at
                if isinstance(at, Over) and at.ending == ENDLESS:
                    raise TooMany  # it goes round without anything to choose
                choice = ("", "", "")
                if isinstance(offer.what, Option):
                    assert point.scene is not None
                    assert point.moment is not None
                    choice = (point.scene.name, point.moment.name, offer.what.label)
                elif point.sort == "scene":
                    choice = (offer.what.name, "", "")
                odds = Fraction(offer.weight, total)
                if isinstance(at, Over):
                    chain[spot].append(_Step(odds, end(at), True, choice))
                else:
                    chain[spot].append(_Step(odds, _spot(at), False, choice))
                    todo.append(at)
    return chain, _spot(start)


def _spot(point: Point) -> Spot:
    """A point without how many scenes and choices there were before it: nothing that follows hangs on that."""
    scene = () if point.scene is None else (point.scene.name, point.scene.cast)
    return point.sort, point.state, scene, point.moment.name if point.moment else "", point.meanwhile


def _in_order(chain: dict[Spot, list[_Step]], first: object) -> list[list[Spot]]:
    """The knots, each after all from which one can come to it (Tarjan's way, without recursion)."""
    number: dict[Spot, int] = {}
    low: dict[Spot, int] = {}
    stack: list[Spot] = []
    on: set[Spot] = set()
    found: list[list[Spot]] = []
    work = [(first, iter(chain[first]))] if first in chain else []  # type: ignore[index]
    if work:
        number[first] = low[first] = 0  # type: ignore[index]
        stack.append(first)  # type: ignore[arg-type]
        on.add(first)  # type: ignore[arg-type]
    while work:
        spot, steps = work[-1]
        step = next((step for step in steps if not step.ends), None)
        if step is None:
            work.pop()
            if work:
                low[work[-1][0]] = min(low[work[-1][0]], low[spot])
            if low[spot] == number[spot]:
                at = stack.index(spot)
                found.append(stack[at:])
                on -= set(stack[at:])
                del stack[at:]
        elif step.to not in number:
            number[step.to] = low[step.to] = len(number)
            stack.append(step.to)
            on.add(step.to)
            work.append((step.to, iter(chain[step.to])))
        elif step.to in on:
            low[spot] = min(low[spot], number[step.to])
    return found[::-1]


def _visits(component: list[Spot], chain: dict[Spot, list[_Step]], inflow: dict[Spot, Fraction]) -> dict[Spot, Fraction]:
    """How often each point of a knot is visited: what comes in from outside, and again from inside."""
    place = {spot: at for at, spot in enumerate(component)}
    rows = [[Fraction(int(at == other)) for other in range(len(component))] + [inflow[spot]] for at, spot in enumerate(component)]
    for spot in component:
        for step in chain[spot]:
            if not step.ends and step.to in place:
                rows[place[step.to]][place[spot]] -= step.odds
    for at in range(len(rows)):
        pivot = next(other for other in range(at, len(rows)) if rows[other][at])
        rows[at], rows[pivot] = rows[pivot], rows[at]
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for other in range(len(rows)):
            if other != at and rows[other][at]:
                factor = rows[other][at]
                rows[other] = [value - factor * above for value, above in zip(rows[other], rows[at], strict=True)]
    return {spot: rows[at][-1] for spot, at in place.items()}
