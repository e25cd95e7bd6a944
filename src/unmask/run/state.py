"""What a story is in the middle of: every variable and every belief, in one row of small integers.

A world comes in and a Layout leaves, which knows the place of each in the row, where each starts, and how each is read.
"""

from collections.abc import Callable, Iterator
from functools import cached_property
from operator import eq, ge, gt, le, lt, ne
from typing import NamedTuple

from unmask.world import walk
from unmask.world.ground import Entry, bind_variable, casts, entry, with_cast
from unmask.world.model import (
    YES_NO,
    Constant,
    Declared,
    Expression,
    Operation,
    Read,
    Scene,
    Seems,
    Type,
    Variable,
    World,
)

State = tuple[int, ...]
Reader = Callable[[State], int]


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


Place = Variable | Belief | Used
_COMPARE = {"=": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}


class Layout:
    """The places of a world's state. Places are in a fixed order: variables, then beliefs, then what can happen only once."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.stored = {variable: declared for variable, declared in world.variables.items() if declared.means is None}
        self.scenes = {scene.name: scene for scene in world.scenes}
        self._with_cast: dict[tuple[str, tuple[str, ...]], Scene] = {}
        self._entries: dict[tuple[str, tuple[str, ...]], Entry] = {}
        self.beliefs = sorted(self._beliefs())
        self.places: dict[Place, int] = {}
        places: list[Place] = [*self.stored, *self.beliefs, *self._used()]
        for place in places:
            self.places[place] = len(self.places)
        self._readers: dict[int, Reader] = {}
        self._kept: list[Expression] = []

    # ── scenes with people in them ──

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

    # ── what is stored ──

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
        """A belief exists where some expression reads it."""
        found: set[Belief] = set()
        for scene in self.world.scenes:
            asked = {seen for expression in walk.in_scene(scene) for seen in walk.beliefs_in(expression)}
            for cast in self.casts(scene) if asked else ():
                bound = {role.name: person for role, person in zip(scene.roles, cast, strict=True)}
                found |= {Belief(bound.get(observer, observer), bind_variable(of, bound)) for observer, of in asked}
        for expression in walk.outside_scenes(self.world):
            found |= {Belief(observer, of) for observer, of in walk.beliefs_in(expression)}
        return {belief for belief in found if belief.observer != belief.of.owner}

    def type_of(self, place: Place) -> Type:
        match place:
            case Belief(_, of):
                return self.world.variables[of].type
            case Used():
                return YES_NO
            case _:
                return self.world.variables[place].type

    @cached_property
    def start(self) -> State:
        """Where every story begins."""
        expected = {(e.observer, e.variable): e.value for e in reversed(self.world.expectations)}
        row = []
        for place in self.places:
            match place:
                case Belief(observer, of):
                    row.append(expected.get((observer, of), self.world.variables[of].type.low))
                case Used():
                    row.append(0)
                case _:
                    row.append(self.stored[place].start)
        return tuple(row)

    @cached_property
    def short_lived(self) -> tuple[int, ...]:
        """The places that go back to their start when a scene ends: what is for the scene, and every belief about it."""
        return tuple(index for place, index in self.places.items() if not isinstance(place, Used) and self._declared(place).for_scene)

    def _declared(self, place: Variable | Belief) -> Declared:
        return self.world.variables[place.of if isinstance(place, Belief) else place]

    def clamped(self, variable: Variable, value: int) -> int:
        """Assignment saturates: a value past the end of its range stays at the end."""
        type_ = self.world.variables[variable].type
        return min(max(value, type_.low), type_.high)

    # ── what an expression says of a state ──

    def value(self, expression: Expression, state: State) -> int:
        """The value of an expression; yes is 1 and no is 0."""
        return self.reader(expression)(state)

    def holds(self, condition: Expression | None, state: State) -> bool:
        """Whether a condition holds; one that is not there does."""
        return condition is None or self.reader(condition)(state) != 0

    def reader(self, expression: Expression) -> Reader:
        """The expression as a function of the state; made once for each expression of the world."""
        found = self._readers.get(id(expression))
        if found is None:
            found = self._readers[id(expression)] = self._made(expression)
            self._kept.append(expression)  # an identity means something only while its owner lives
        return found

    def _made(self, expression: Expression) -> Reader:
        match expression:
            case Constant(value):
                return lambda state: value
            case Read(variable):
                means = self.world.variables[variable].means
                if means is not None:
                    return self._made(means)
                index = self.places[variable]
                return lambda state: state[index]
            case Seems(observer, variable):
                index = self.places[Belief(observer, variable)]
                return lambda state: state[index]
            case Operation(operator, operands):
                return _operation(operator, [self._made(operand) for operand in operands])
            case _:
                raise ValueError(f"{type(expression).__name__} has no value in a state")


def _operation(operator: str, operands: list[Reader]) -> Reader:
    if operator in ("max", "min"):
        choose = max if operator == "max" else min
        return lambda state: choose([operand(state) for operand in operands])
    left, right = operands[0], operands[-1]
    match operator:
        case "and":
            return lambda state: 1 if left(state) and right(state) else 0
        case "or":
            return lambda state: 1 if left(state) or right(state) else 0
        case "not":
            return lambda state: 0 if left(state) else 1
        case "negative":
            return lambda state: -left(state)
        case "+":
            return lambda state: left(state) + right(state)
        case "-":
            return lambda state: left(state) - right(state)
        case "*":
            return lambda state: left(state) * right(state)
        case _:
            compare = _COMPARE[operator]
            return lambda state: 1 if compare(left(state), right(state)) else 0
