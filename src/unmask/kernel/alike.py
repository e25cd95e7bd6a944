"""Finds values of a place that no expression of a story can tell apart.

Where all that is ever asked of a fact is whether it is the meadow, the pine wood and the wastes are one. One promise: whatever
is asked of two values of a class has one answer, and so has everything that follows from them.
"""

from collections.abc import Iterable
from operator import eq, ge, gt, le, lt, ne

from unmask.world.model import Constant, Effect, Expression, Operation, Read, Seems, World
from unmask.world.places import Belief, Place, Places

_HOLDS = {"=": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}
_TURNED = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


class Alike:
    """Collects what is asked of each place; `classes` then says what cannot be told apart."""

    def __init__(self, world: World, places: Places) -> None:
        self.world = world
        self.places = places
        self._asked: dict[Place, set[tuple[str, int]]] = {}
        self._whole: set[Place] = set()

    def read(self, expressions: Iterable[Expression | None]) -> None:
        """Take in what expressions ask."""
        for expression in expressions:
            if expression is not None:
                self._read(expression)

    def change(self, effects: Iterable[Effect]) -> None:
        """Take in what effects ask; to add to a number is to ask for all of it."""
        for effect in effects:
            self.read([effect.value, effect.condition])
            if effect.operator != "=":
                self._whole.add(effect.variable)

    def classes(self, place: Place) -> list[int] | None:
        """For each value of a place, from its lowest on, the least value of its class; None where all can be told apart."""
        if place in self._whole or (not isinstance(place, Belief) and place not in self.places.stored):
            return None
        type_ = self.places.type_of(place)
        asked = sorted(self._asked.get(place, ()))
        least: dict[tuple[bool, ...], int] = {}
        values = range(type_.low, type_.high + 1)
        found = [least.setdefault(tuple(_HOLDS[how](value, other) for how, other in asked), value) for value in values]
        return found if len(least) < len(found) else None

    def _read(self, expression: Expression) -> None:
        match expression:
            case Operation(how, (Read() | Seems() as of, Constant(value))) if how in _HOLDS:
                self._compare(of, how, value)
            case Operation(how, (Constant(value), Read() | Seems() as of)) if how in _HOLDS:
                self._compare(of, _TURNED[how], value)
            case Operation(_, operands):
                self.read(operands)
            case Read(variable):
                means = self.world.variables[variable].means
                if means is None:
                    self._whole.add(variable)
                else:
                    self._read(means)
            case Seems(observer, variable):
                self._whole.add(Belief(observer, variable))
            case _:
                pass

    def _compare(self, of: Read | Seems, how: str, value: int) -> None:
        match of:
            case Read(variable) if self.world.variables[variable].means is not None:
                self._read(of)
            case Read(variable):
                self._asked.setdefault(variable, set()).add((how, value))
            case Seems(observer, variable):
                self._asked.setdefault(Belief(observer, variable), set()).add((how, value))
