"""Decides whether a motif has happened by trying every way.

Written from the words of docs/reference/language.md alone, and only for short runs: what is tried is every choice of events for every line.
"""

from collections.abc import Iterator
from itertools import permutations
from typing import NamedTuple

from unmask.motif.events import Happening
from unmask.world.model import Event, Expression, Item, Motif, Operation, Read, World


class Beat(NamedTuple):
    """Something that happens, and the facts that were so just before it."""

    happening: Happening
    facts: frozenset[str] = frozenset()

    def asked(self, condition: Expression) -> bool:
        if isinstance(condition, Operation):
            assert condition.operator == "and"
            return all(self.asked(part) for part in condition.operands)
        assert isinstance(condition, Read)
        return condition.variable.name in self.facts


Run = list[Beat]
Taken = tuple[int, ...]
"""The numbers of the events that a line took."""


class Trying:
    """Tries a run of a world."""

    def __init__(self, world: World, run: Run) -> None:
        self.world = world
        self.run = run

    def happened(self, motif: Motif) -> bool:
        return any(True for people in self.castings(motif) for _ in self.endings_of(motif, people))

    def castings(self, motif: Motif) -> Iterator[dict[str, str]]:
        for people in permutations(self.world.people, len(motif.roles)):
            if all(person in self.world.kinds[role.kind] for person, role in zip(people, motif.roles, strict=True)):
                yield {role.name: person for role, person in zip(motif.roles, people, strict=True)}

    def endings_of(self, motif: Motif, people: dict[str, str]) -> Iterator[int]:
        """The event with which each way to find the motif ends."""
        yield from self.rest(list(motif.items), -1, people)

    def rest(self, items: list[Item], before: int, people: dict[str, str]) -> Iterator[int]:
        unwanted = []
        while items and items[0].word == "without":
            unwanted.append(items[0])
            items = items[1:]
        stopped = [taken[-1] for item in unwanted for taken in self.often(item, before, people)]
        if not items:
            if not stopped:
                yield before
            return
        for taken in self.often(items[0], before, people):
            if not any(stop < taken[0] for stop in stopped):
                yield from self.rest(items[1:], taken[-1], people)

    def often(self, item: Item, before: int, people: dict[str, str]) -> Iterator[Taken]:
        """Every way for a line to happen after an event: all of its times."""
        yield from self.times(item, item.repeats, before, before, item.word == "next", people)

    def times(self, item: Item, left: int, at: int, before: int, at_once: bool, people: dict[str, str]) -> Iterator[Taken]:
        if not left:
            yield ()
            return
        for taken in self.once(item, at, before, at_once, people):
            if self.allowed(item, taken, before, people):
                for more in self.times(item, left - 1, taken[-1], before, at_once, people):
                    yield taken + more

    def once(self, item: Item, at: int, before: int, at_once: bool, people: dict[str, str]) -> Iterator[Taken]:
        assert item.event is not None
        for number in range(at + 1, min(len(self.run), at + 2) if at_once else len(self.run)):
            if self.is_one(item.event, number, people):
                yield (number,)
        for other in item.under:
            if other.word == "or":
                yield from self.times(other, other.repeats, at, before, at_once, people)

    def allowed(self, item: Item, taken: Taken, before: int, people: dict[str, str]) -> bool:
        """What stands under a line: `when` of each of its events, `within` of the way from the one before to the last."""
        for inner in item.under:
            if inner.word == "when":
                assert inner.test is not None
                if not all(self.run[number].asked(inner.test) for number in taken):
                    return False
            if inner.word == "within":
                on_the_way = self.run[before + 1 : taken[-1] + 1]
                if inner.unit == "scenes":
                    on_the_way = [beat for beat in on_the_way if beat.happening.sort == "scene"]
                if len(on_the_way) > inner.repeats:
                    return False
        return True

    def is_one(self, event: Event, number: int, people: dict[str, str]) -> bool:
        sort, who, moment, label = self.run[number].happening
        if event.word == "motif":
            motif = next(motif for motif in self.world.motifs if motif.name == event.label)
            sofar = Trying(self.world, self.run[: number + 1])
            return any(number == end for cast in sofar.castings(motif) for end in sofar.endings_of(motif, cast))
        if event.word == "scene":
            return sort == "scene" and label == event.moment
        if event.word == "ending":
            return sort == "ending" and label == event.label
        if sort != "option" or label != event.label:
            return False
        return moment == event.moment if event.word == "place" else who == people.get(event.who, event.who)
