"""Finds scenes that are played alike: the shape of each, and the places that it touches.

Two casts of one shape share their code; only the places differ, and those stand in a table. One promise: code written for
one member of a shape, with the places exchanged one for one, is the code of any other.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import permutations
from typing import NamedTuple

from unmask.kernel.layout import Layout
from unmask.motif.events import NAMELESS, Happening
from unmask.world.model import CHANCE, Arrow, Constant, Effect, Expression, Happened, Motive, Operation, Passage, Read, Scene, Seems
from unmask.world.places import Belief, News, Place, Progress, Used

Shape = tuple[object, ...]
Watched = Callable[[str, str, str], bool]
"""Whether a choice is looked out for: who, in which moment, which label."""


class Member(NamedTuple):
    """A scene with people in it: `number` among `Sites.scenes`, and its `cast` by number."""

    scene: Scene
    number: int
    cast: int
    places: tuple[Place, ...]


class Family(NamedTuple):
    """Members of one shape. Code is written for the first; `slots` are the places that it touches, with every member's."""

    members: list[Member]
    slots: dict[Place, tuple[Place, ...]]


def families(members: Iterable[tuple[Shape, Member]]) -> list[Family]:
    """Members by shape, in the order in which the shapes first come."""
    found: dict[tuple[object, ...], list[Member]] = {}
    for shape, member in members:
        seen: dict[Place, int] = {}
        pattern = tuple(seen.setdefault(place, len(seen)) for place in member.places)
        found.setdefault((shape, pattern), []).append(member)
    return [Family(alike, _slots(alike)) for alike in found.values()]


def _slots(members: list[Member]) -> dict[Place, tuple[Place, ...]]:
    slots: dict[Place, tuple[Place, ...]] = {}
    for places in zip(*(member.places for member in members), strict=True):
        slots.setdefault(places[0], places)
    return slots


def going_round(scene: Scene) -> frozenset[int]:
    """Moments that nobody decides, by number: on every way round a scene with nothing to choose there is one of them."""
    numbers = {moment.name: number for number, moment in enumerate(scene.moments)}
    by_itself = [
        [] if moment.owner else [numbers[arrow.name] for arrow in moment.arrows if arrow.to == "moment"] for moment in scene.moments
    ]
    seen: set[int] = set()
    found: set[int] = set()
    for first in range(len(scene.moments)):
        way: list[int] = []
        waiting = [(first, 0)]
        while waiting:
            moment, depth = waiting.pop()
            del way[depth:]
            if moment in way:
                found.add(moment)
            elif moment not in seen:
                seen.add(moment)
                way.append(moment)
                waiting += [(after, depth + 1) for after in by_itself[moment]]
    return frozenset(found)


class Flattening:
    """Takes a scene apart into its shape and its places."""

    def __init__(self, layout: Layout, watched: Watched) -> None:
        self.layout = layout
        self.world = layout.sites.world
        self.watched = watched
        self._rank = self._ranks()
        self._by_pair: dict[tuple[str, str], list[Belief]] = {}
        self._by_bond: list[Belief] = []
        for belief in layout.places.beliefs:
            if belief in layout.index:
                self._by_pair.setdefault((belief.observer, belief.of.owner), []).append(belief)
                if layout.places.news(belief, together=False).routes:
                    self._by_bond.append(belief)

    def news_among(self, people: tuple[str, ...]) -> list[tuple[Belief, News]]:
        """What can change beliefs among these people: first of those together, by the order of the people, then by bonds."""
        together = [belief for pair in permutations(people, 2) for belief in self._by_pair.get(pair, ())]
        near = set(together)
        found = [(belief, self.layout.places.news(belief, together=True)) for belief in together]
        found += [(belief, self.layout.places.news(belief, together=False)) for belief in self._by_bond if belief not in near]
        return [(belief, news) for belief, news in found if news.routes]

    def scene(self, scene: Scene) -> tuple[Shape, tuple[Place, ...]]:
        """The shape of a scene with people in it, and the places that it touches, in the order of the shape."""
        places: list[Place] = []
        self._rank = self._ranks(*scene.cast, *scene.people, *(moment.owner for moment in scene.moments))
        shape = tuple(self._scene(scene, places))
        return shape, tuple(places)

    def entry(self, scene: Scene, used: Used | None) -> tuple[Shape, tuple[Place, ...]]:
        """The same of what decides whether a scene plays with its cast."""
        places: list[Place] = [] if used is None else [used]
        self._rank = self._ranks(*scene.cast)
        shape = (tuple(self.value(c, places) for c in scene.conditions), self._motives(scene.motives, places))
        return shape, tuple(places)

    def _ranks(self, *first: str) -> dict[str, int]:
        """Everybody in an order that begins with those who play: what is the same for two casts then stands at the same place."""
        return {person: rank for rank, person in enumerate(dict.fromkeys((*first, *self.world.people)))}

    def _cast_of(self, progress: Progress) -> tuple[int, ...]:
        """The people in the roles of a motif, as they are ranked here."""
        return tuple(self._rank[person] for person in self.layout.following.matchers[progress.number].cast)

    def _scene(self, scene: Scene, places: list[Place]) -> Iterator[object]:
        if scene.once:
            places.append(Used(scene.name, scene.cast))
        yield scene.once
        for belief, news in self.news_among(scene.people):
            type_ = self.layout.places.type_of(belief)
            places.append(belief)
            yield (
                type_.low,
                type_.high,
                *(self._way(way, places) for way in news.routes),
                "as",
                *(self._way(w, places) for w in news.readings),
            )
        yield self._passage(scene.opening, places)
        yield self._arrows(scene.arrows, places)
        for moment in scene.moments:
            yield moment.name, not moment.owner, moment.owner == CHANCE
            if not moment.owner:
                yield self._followed(NAMELESS, places)
            yield self._passage(moment.opening, places)
            for option in moment.options:
                yield self.watched(moment.owner, moment.name, option.label)
                yield self._followed(Happening("option", moment.owner, moment.name, option.label), places)
                if option.once:
                    places.append(Used(scene.name, scene.cast, moment.name, option.label))
                yield option.once
                yield tuple(self.value(guard, places) for guard in option.guards)
                yield None if option.weight is None else self.value(option.weight, places)
                yield self._motives(option.motives, places)
                yield self._passage(option.passage, places)
                yield self._arrows(option.arrows, places)
            yield self._passage(moment.closing, places)
            yield self._arrows(moment.arrows, places)

    def _followed(self, happening: Happening, places: list[Place]) -> Shape:
        """What an event means to the automata that follow."""
        found = self.layout.following.at(happening)
        moved = sorted(found, key=lambda one: (one[1].automaton.table, one[2].letters, self._cast_of(one[0]), one[0].number))
        places += [progress for progress, _, _ in moved]
        return tuple(
            (matcher.automaton.table, site.letters, *(self.value(condition, places) for condition in site.conditions))
            for _, matcher, site in moved
        )

    def _way(self, way: tuple[Expression | None, Expression], places: list[Place]) -> Shape:
        condition, value = way
        return self._if(condition, places), self.value(value, places)

    def _if(self, condition: Expression | None, places: list[Place]) -> object:
        return None if condition is None else self.value(condition, places)

    def _motives(self, motives: tuple[Motive, ...], places: list[Place]) -> Shape:
        return tuple((self.value(motive.points, places), self._if(motive.condition, places)) for motive in motives)

    def _arrows(self, arrows: tuple[Arrow, ...], places: list[Place]) -> Shape:
        return tuple((arrow.to, arrow.name, self._if(arrow.condition, places)) for arrow in arrows)

    def _passage(self, passage: Passage, places: list[Place]) -> Shape:
        return bool(passage.effects), *(self._effect(effect, places) for effect in passage.effects if self.layout.matters(effect))

    def _effect(self, effect: Effect, places: list[Place]) -> Shape:
        type_ = self.world.variables[effect.variable].type
        places.append(effect.variable)
        return effect.operator, type_.low, type_.high, self.value(effect.value, places), self._if(effect.condition, places)

    def value(self, expression: Expression, places: list[Place]) -> Shape:
        """The shape of an expression; what is computed stands in it as what it is computed from."""
        match expression:
            case Constant(value):
                return (value,)
            case Read(variable):
                means = self.world.variables[variable].means
                if means is not None:
                    return ("means", self.value(means, places))
                return self._read(variable, places)
            case Seems(observer, variable):
                return self._read(Belief(observer, variable), places)
            case Happened(event):
                ways = sorted(self.layout.following.accepting(event), key=lambda one: (one[1], self._cast_of(one[0]), one[0].number))
                places += [progress for progress, _ in ways]
                return "happened", *(accepting for _, accepting in ways)
            case Operation(operator, operands):
                return operator, *(self.value(operand, places) for operand in operands)
            case _:
                raise ValueError(f"{type(expression).__name__} has no value in a state")

    def _read(self, place: Place, places: list[Place]) -> Shape:
        type_ = self.layout.places.type_of(place)
        places.append(place)
        return "read", type_.low, type_.high
