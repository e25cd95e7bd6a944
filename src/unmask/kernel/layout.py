"""Lays out what a compiled run keeps: a row of the narrowest numbers that hold a world's places.

One promise: what is left out is read by nothing that is played, counted or looked for.
"""

from collections.abc import Iterable, Iterator

from unmask.kernel.marks import Marks
from unmask.motif.following import Following
from unmask.world import walk
from unmask.world.model import Effect, Expression, Read, Seems, Variable
from unmask.world.places import Belief, Place, Places, Progress, Used
from unmask.world.sites import Sites

_WIDTHS = (8, 16, 32, 64)
Name = tuple[str, str]
"""A variable's name and the scene that it is a fact of: what it is called, whoever has it."""


class Layout:
    """Which places a compiled run keeps, and in what order."""

    def __init__(self, sites: Sites) -> None:
        self.sites = sites
        self.places: Places = sites.places
        self.marks = Marks(sites.world, sites.wanted.marks)
        self.following = Following(sites.world, (*sites.followed, *self.marks.events_asked))
        self.asked_at_events: list[Expression] = [*self.following.conditions, *self.marks.conditions]
        """What automata ask of states, at whatever event."""
        self.read = _names_read(sites, self.asked_at_events)
        kept = [place for place in (*self.places.places, *self.following.progress) if self._is_kept(place)]
        self.index: dict[Place, int] = {place: index for index, place in enumerate(kept)}
        start = dict(zip(self.places.places, self.places.start, strict=True))
        self.start = [start.get(place, 0) for place in kept]  # an automaton begins in state 0
        short = {list(self.places.places)[index] for index in self.places.short_lived}
        self.short_lived = [place for place in kept if place in short]
        self.bits = self._width(kept)

    def _is_kept(self, place: Place) -> bool:
        match place:
            case Used() | Progress():
                return True
            case Belief(_, of):
                return ("belief", *_name(of)) in self.read
            case _:
                return ("value", *_name(place)) in self.read

    def _width(self, kept: list[Place]) -> int:
        types = [self.places.type_of(place) for place in kept]
        low, high = min((type_.low for type_ in types), default=0), max((type_.high for type_ in types), default=0)
        return next((bits for bits in _WIDTHS if -(2 ** (bits - 1)) <= low and high < 2 ** (bits - 1)), _WIDTHS[-1])

    def matters(self, effect: Effect) -> bool:
        """Whether anything reads what an effect changes."""
        return ("value", *_name(effect.variable)) in self.read


def _name(variable: Variable) -> Name:
    return variable.name, variable.scene


def _names_read(sites: Sites, asked: Iterable[Expression]) -> set[tuple[str, str, str]]:
    """What is read, by name: from what is played, counted and looked for back to everything that leads to it."""
    world = sites.world
    means: dict[Name, list[Expression]] = {_name(variable): [] for variable in world.variables}
    for variable, declared in world.variables.items():
        if declared.means is not None:
            means[_name(variable)].append(declared.means)
    found: set[tuple[str, str, str]] = set()
    todo = [*_roots(sites), *asked]
    effects = list(walk.effects(world))
    while todo:
        for part in walk.parts(todo.pop()):
            if not isinstance(part, Read | Seems):
                continue
            name = _name(part.variable)
            key = ("belief" if isinstance(part, Seems) else "value", *name)
            for new in {key, ("value", *name)} - found:  # a belief of somebody about themself is the value
                found.add(new)
                todo += means[name]
                todo += _leading_to(effects, name)
                if new[0] == "belief":
                    todo += _ways_to(sites, name)
    return found


def _roots(sites: Sites) -> Iterator[Expression]:
    world, wanted = sites.world, sites.wanted
    for scene in sites.scenes:
        yield from scene.conditions
        yield from walk.in_motives(scene.motives)
        yield from walk.in_arrows(scene.arrows)
        for moment in scene.moments:
            yield from walk.in_arrows(moment.arrows)
            for option in moment.options:
                yield from option.guards
                yield from walk.in_motives(option.motives)
                yield from walk.in_arrows(option.arrows)
                if option.weight is not None:
                    yield option.weight
    for person in world.people.values():
        yield from walk.in_motives(motive for _, motive in person.tendencies)
    for ending in world.endings:
        if ending.condition is not None:
            yield ending.condition
    if wanted.watch is not None and wanted.watch.condition is not None:
        yield wanted.watch.condition
    for place in (*wanted.arcs, *wanted.kept):
        yield Seems(place.observer, place.of) if isinstance(place, Belief) else Read(place)
    if wanted.finals:
        yield from (Read(variable) for variable in sites.variables)


def _leading_to(effects: Iterable[Effect], name: Name) -> Iterator[Expression]:
    for effect in effects:
        if _name(effect.variable) == name:
            yield effect.value
            if effect.condition is not None:
                yield effect.condition


def _ways_to(sites: Sites, name: Name) -> Iterator[Expression]:
    ways = [(route.condition, route.truth) for route in sites.world.routes if _name(route.variable) == name]
    ways += [(reading.condition, reading.value) for reading in sites.world.readings if _name(reading.variable) == name]
    for condition, value in ways:
        yield value
        if condition is not None:
            yield condition
