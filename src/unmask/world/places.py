"""What a story keeps while it is told: every variable, every belief, and what may happen only once.

It knows which there are, where each starts, and what can change a belief. One promise: every engine asks here, so that none keeps anything
that another does not.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import product
from typing import NamedTuple, TypeVar

from unmask.problems.speech import short
from unmask.world import walk
from unmask.world.ground import Entry, bind_variable, casts, entry, with_cast
from unmask.world.model import YES_NO, Declared, Expression, Reading, Route, Scene, Type, Variable, World

Row = tuple[int, ...]


class Belief(NamedTuple):
    """What the observer takes a hidden variable to be."""

    observer: str
    of: Variable


class Used(NamedTuple):
    """Whether something that may happen only once has happened: a scene with its cast, or an option in it."""

    scene: str
    cast: tuple[str, ...]
    moment: str = ""
    label: str = ""


class Progress(NamedTuple):
    """How far an automaton has come in what it follows: one of so many states."""

    motif: str
    number: int
    states: int


Place = Variable | Belief | Used | Progress
Way = tuple[Expression | None, Expression]


class News(NamedTuple):
    """How a belief changes: routes and readings in file order, each with its condition (None for always) and what it brings."""

    routes: tuple[Way, ...]
    readings: tuple[Way, ...]


class Places:
    """The places of a world's state, in a fixed order: variables, then beliefs, what can happen only once, and what is followed.

    `also` names beliefs to keep although no expression reads them: they can be looked at, and change nothing. `progress` are
    the automata that follow the story (see `unmask.motif.following`).
    """

    def __init__(self, world: World, also: Iterable[Belief] = (), progress: Iterable[Progress] = ()) -> None:
        self.world = world
        self.stored = {variable: declared for variable, declared in world.variables.items() if declared.means is None}
        self.scenes = {scene.name: scene for scene in world.scenes}
        self._with_cast: dict[tuple[str, tuple[str, ...]], Scene] = {}
        self._entries: dict[tuple[str, tuple[str, ...]], Entry] = {}
        self._news: dict[tuple[Belief, bool], News] = {}
        self.also = tuple(also)
        self.beliefs = sorted(self._beliefs() | set(self.also))
        places: list[Place] = [*self.stored, *self.beliefs, *self._used(), *progress]
        self.places: dict[Place, int] = {place: index for index, place in enumerate(places)}

    # ── scenes with people in them ──

    def __repr__(self) -> str:
        return short(f"<{type(self).__name__} of {self.world!r}>")

    def casts(self, scene: Scene) -> list[tuple[str, ...]]:
        """Every cast of a scene."""
        return self._casts[scene.name]

    @cached_property
    def _casts(self) -> dict[str, list[tuple[str, ...]]]:
        return {name: casts(self.world, scene) for name, scene in self.scenes.items()}

    def with_cast(self, scene: Scene, cast: tuple[str, ...]) -> Scene:
        """The scene with these people in its roles; made once."""
        key = (scene.name, cast)
        if key not in self._with_cast:
            self._with_cast[key] = with_cast(self.world, scene, cast)
        return self._with_cast[key]

    def entry(self, scene: Scene, cast: tuple[str, ...]) -> Entry:
        """What decides whether the scene plays with these people; made once."""
        key = (scene.name, cast)
        if key not in self._entries:
            self._entries[key] = entry(scene, cast)
        return self._entries[key]

    @cached_property
    def meanwhiles(self) -> tuple[Scene, ...]:
        """What is played between scenes, each person's tendencies in their own moments."""
        return tuple(with_cast(self.world, scene, ()) for scene in self.world.meanwhiles)

    # ── what is kept ──

    def _used(self) -> Iterator[Used]:
        for scene in self.world.scenes:
            labels = [("", "")] if scene.once else []
            labels += [(moment.name, option.label) for moment in scene.moments for option in moment.options if option.once]
            if labels:
                for cast in self.casts(scene):
                    yield from (Used(scene.name, cast, *label) for label in labels)
        for scene in self.world.meanwhiles:
            for moment in scene.moments:
                yield from (Used(scene.name, (), moment.name, option.label) for option in moment.options if option.once)

    def _beliefs(self) -> set[Belief]:
        """A belief exists where some expression reads it, a motif's `when` included."""
        found: set[Belief] = set()
        for scene in self.world.scenes:
            asked = {seen for expression in walk.in_scene(scene) for seen in walk.beliefs_in(expression)}
            for cast in self.casts(scene) if asked else ():
                bound = {role.name: person for role, person in zip(scene.roles, cast, strict=True)}
                found |= {Belief(bound.get(observer, observer), bind_variable(of, bound)) for observer, of in asked}
        for expression in walk.outside_scenes(self.world):
            found |= {Belief(observer, of) for observer, of in walk.beliefs_in(expression)}
        for motif in self.world.motifs:
            kinds = {role.name: role.kind for role in motif.roles}
            for expression in walk.in_motif(motif):
                for observer, of in walk.beliefs_in(expression):
                    found.update(self._of_anybody(Belief(observer, of), kinds))
        return {belief for belief in found if belief.observer != belief.of.owner}

    def _of_anybody(self, belief: Belief, kinds: dict[str, str]) -> Iterator[Belief]:
        """A belief with people in the place of roles, in every way that there is."""
        roles = [role for role in kinds if role in (belief.observer, belief.of.owner, belief.of.toward)]
        for people in product(*(self.world.kinds.get(kinds[role], ()) for role in roles)):
            bound = dict(zip(roles, people, strict=True))
            variable = bind_variable(belief.of, bound)
            if len(set(people)) == len(people) and variable in self.world.variables:
                yield Belief(bound.get(belief.observer, belief.observer), variable)

    def type_of(self, place: Place) -> Type:
        """What values a place may take."""
        match place:
            case Belief(_, of):
                return self.world.variables[of].type
            case Used():
                return YES_NO
            case Progress(_, _, states):
                return Type("number", 0, states - 1)
            case _:
                return self.world.variables[place].type

    @cached_property
    def start(self) -> Row:
        """Where every story begins."""
        expected = {(e.observer, e.variable): e.value for e in reversed(self.world.expectations)}
        row = []
        for place in self.places:
            match place:
                case Belief(observer, of):
                    row.append(expected.get((observer, of), self.world.variables[of].type.low))
                case Used() | Progress():
                    row.append(0)
                case _:
                    row.append(self.stored[place].start)
        return tuple(row)

    @cached_property
    def short_lived(self) -> tuple[int, ...]:
        """The places that go back to their start when a scene ends: what is for the scene, and every belief about it."""
        return tuple(
            index for place, index in self.places.items() if not isinstance(place, Used | Progress) and self._declared(place).for_scene
        )

    def _declared(self, place: Variable | Belief) -> Declared:
        return self.world.variables[place.of if isinstance(place, Belief) else place]

    # ── what changes a belief ──

    def news(self, belief: Belief, together: bool) -> News:
        """What can change a belief: what is shown where the two are together, and what a bond carries anywhere."""
        key = (belief, together)
        if key not in self._news:
            routes = tuple(
                (route.condition, route.truth)
                for route in self._routes.get(belief.of, ())
                if route.observer in ("", belief.observer) and (together or route.by == "bond")
            )
            readings = tuple(
                (reading.condition, reading.value) for reading in self._readings.get(belief.of, ()) if reading.observer == belief.observer
            )
            self._news[key] = News(routes, readings)
        return self._news[key]

    @cached_property
    def _routes(self) -> dict[Variable, list[Route]]:
        """The routes by what they bring, in the order of the file."""
        return _by_variable(self.world.routes)

    @cached_property
    def _readings(self) -> dict[Variable, list[Reading]]:
        """The readings by what they are of, in the order of the file."""
        return _by_variable(self.world.readings)

    def news_among(self, people: tuple[str, ...]) -> list[tuple[Belief, News]]:
        """Every belief that can change while these people are together, with what can change it."""
        found = ((belief, self.news(belief, belief.observer in people and belief.of.owner in people)) for belief in self.beliefs)
        return [(belief, news) for belief, news in found if news.routes]


_About = TypeVar("_About", Route, Reading)


def _by_variable(lines: Iterable[_About]) -> dict[Variable, list[_About]]:
    found: dict[Variable, list[_About]] = {}
    for line in lines:
        found.setdefault(line.variable, []).append(line)
    return found
