"""Exact odds by definition: the probability of each way to end, as fractions, loops and all.

It goes through every point that can be reached and solves for how often each is visited, one knot of points that lead back to each other
at a time. Slow, and right: whatever reckons faster is held against it.
"""

from collections import defaultdict
from fractions import Fraction
from typing import NamedTuple

from tests.export.solving import Node, TooLarge, Ways, components, visits
from unmask.motif.events import Happening
from unmask.run.state import Reader
from unmask.run.step import Over, Point, Process
from unmask.world.model import ENDLESS, IMPLICIT_ENDINGS, Event, Happened, Option

MOST_EVENTS = 1000
TooMany = TooLarge
"""More points than somebody wants to wait for."""
Spot = tuple[object, ...]
Choice = tuple[str, str, str]
"""What was chosen: scene, moment and label; moment and label are "" for a scene."""


class Exact(NamedTuple):
    """The odds of each ending together with each set of the events asked for that have happened, a bit each; how often each choice is
    made on average; how many scenes there are; the odds that it never ends, and these with the events that have then always happened
    from some time on.
    """

    over: dict[tuple[str, int], Fraction]
    chosen: dict[Choice, Fraction]
    scenes: Fraction
    left: Fraction
    forever: dict[int, Fraction]

    def odds(self, ending: str) -> Fraction:
        return sum((mass for (name, _), mass in self.over.items() if name == ending), Fraction(0))

    def of_bit(self, bit: int) -> Fraction:
        return sum((mass for (_, bits), mass in self.over.items() if bits >> bit & 1), Fraction(0))

    def of_bit_or_forever(self, bit: int) -> Fraction:
        """The odds of an event, in stories that never end too."""
        return self.of_bit(bit) + sum((mass for bits, mass in self.forever.items() if bits >> bit & 1), Fraction(0))


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
    readers = [process.layout.reader(Happened(event)) for event in events]
    chain, first = _chain(process, readers, most)
    graph: dict[Node, Ways] = {spot: [(step.odds, step.to) for step in steps] for spot, steps in chain.items()}
    graph |= {first: []} if isinstance(first, Ended) else {}
    graph |= {step.to: [] for steps in chain.values() for step in steps if step.ends}
    over: dict[tuple[str, int], Fraction] = defaultdict(Fraction)
    chosen: dict[Choice, Fraction] = defaultdict(Fraction)
    forever: dict[int, Fraction] = defaultdict(Fraction)
    inflow: dict[Node, Fraction] = defaultdict(Fraction, {first: Fraction(1)})
    left = scenes = Fraction(0)
    for component in components(first, graph):
        if isinstance(component[0], Ended):
            over[component[0]] += inflow[component[0]]
            continue
        found = visits(component, inflow, graph, knot)
        if found is None:
            stuck = sum((inflow[spot] for spot in component), Fraction(0))
            left += stuck
            held = 0
            for bit, reader in enumerate(readers):
                held |= all(reader(spot[1]) for spot in component) << bit
            forever[held] += stuck
            continue
        inside = set(component)
        for spot, times in found.items():
            for step in chain[spot]:
                mass = times * step.odds
                if step.choice[0]:
                    chosen[step.choice] += mass
                scenes += mass if spot[0] == "scene" else 0
                if step.to not in inside:
                    inflow[step.to] += mass
    return Exact(dict(over), dict(chosen), scenes, left, dict(forever))


def _chain(process: Process, readers: list[Reader], most: int) -> tuple[dict[Spot, list[_Step]], "Spot | Ended"]:
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
