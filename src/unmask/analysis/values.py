"""Bounds what an expression can come to where each place has one of several values.

One promise: whatever value an expression has in a story in which every place has one of its values here, it is in the set.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from operator import add, ge, gt, le, lt, mul, sub
from typing import NamedTuple

from unmask.world.model import Constant, Event, Expression, Happened, Operation, Read, Seems, Type, Variable
from unmask.world.places import Belief, Place, Places
from unmask.world.sites import parts_of
from unmask.world.walk import parts

MOST = 256
"""A set with more values than this is all the numbers from its least to its greatest."""
_MOST_PAIRS = 4096
_REMEMBERED = 1 << 14
_FAR = 2**70


class Values(NamedTuple):
    """The values from `low` to `high`, or only those of `each` where it is there."""

    low: int
    high: int
    each: frozenset[int] | None

    def has(self, value: int) -> bool:
        """Whether it is one of them."""
        return self.low <= value <= self.high if self.each is None else value in self.each

    def joined(self, other: "Values") -> "Values":
        """The values of both."""
        if self.each is not None and other.each is not None:
            return values_of(self.each | other.each)
        return between(min(self.low, other.low), max(self.high, other.high))

    def within(self, type_: Type) -> "Values":
        """As they are put into a variable: a value past the end of its range stays at the end."""
        if self.each is not None:
            return values_of(min(max(value, type_.low), type_.high) for value in self.each)
        return between(*(min(max(value, type_.low), type_.high) for value in (self.low, self.high)))

    @property
    def only(self) -> int | None:
        """The value, where there is but one."""
        return self.low if self.low == self.high else None


def values_of(found: Iterable[int]) -> Values:
    """These values, of which there is at least one."""
    each = frozenset(found)
    return Values(min(each), max(each), each if len(each) <= MOST else None)


def between(low: int, high: int) -> Values:
    """All from the one to the other."""
    return values_of(range(low, high + 1)) if high - low < MOST else Values(low, high, None)


NO, YES, EITHER = values_of((0,)), values_of((1,)), values_of((0, 1))


class Known:
    """For each place of a world the values that it may have; and whether an event may have happened."""

    def __init__(
        self,
        places: Places,
        values: dict[Place, Values],
        happens: Callable[[Event], bool],
        here: dict[Place, Values] | None = None,
    ) -> None:
        """`here` are values that are known better for a while."""
        self.places = places
        self.values = values
        self.happens = happens
        self.here = here or {}

    def of(self, place: Place) -> Values:
        """The values that a place may have."""
        return self.here[place] if place in self.here else self.values[place]

    def but(self, place: Place, values: Values) -> "Known":
        """The same, with other values of one place."""
        return Known(self.places, self.values, self.happens, {**self.here, place: values})

    def kept(self, stays: Callable[[Place], bool]) -> "Known":
        """The same, where what is known better is forgotten of all places but those that stay as they are."""
        return Known(self.places, self.values, self.happens, {place: values for place, values in self.here.items() if stays(place)})

    # ── what conditions come to ──

    def may(self, condition: Expression | None) -> bool:
        """Whether a condition may hold; one that is not there does."""
        if condition is None:
            return True
        found = self.value(condition)
        return found.low < 0 or found.high > 0

    def must(self, condition: Expression | None) -> bool:
        """Whether a condition surely holds."""
        return condition is None or not self.value(condition).has(0)

    def where(self, conditions: Iterable[Expression | None]) -> "Known | None":
        """What is known where these conditions all hold; None where they cannot."""
        known = self
        for part in parts_of(tuple(condition for condition in conditions if condition is not None)):
            if not known.may(part):
                return None
            for place in dict.fromkeys(known.asked_in(part)):
                each = known.of(place).each
                if each is not None and len(each) > 1:
                    so = [value for value in each if known.but(place, values_of((value,))).may(part)]
                    if not so:
                        return None
                    if len(so) < len(each):
                        known = known.but(place, values_of(so))
        return known

    def asked_in(self, expression: Expression) -> Iterator[Variable | Belief]:
        """The places that an expression hangs on, those among them that a computed variable is made of."""
        for part in parts(expression):
            match part:
                case Read(variable):
                    means = self.places.world.variables[variable].means
                    yield from (variable,) if means is None else self.asked_in(means)
                case Seems(observer, variable):
                    yield Belief(observer, variable)
                case _:
                    pass

    # ── what expressions come to ──

    def value(self, expression: Expression) -> Values:
        """What an expression may come to."""
        match expression:
            case Constant(value):
                return values_of((value,))
            case Read(variable):
                means = self.places.world.variables[variable].means
                return self.of(variable) if means is None else self.value(means)
            case Seems(observer, variable):
                return self.of(Belief(observer, variable))
            case Happened(event):
                return EITHER if self.happens(event) else NO
            case Operation(operator, operands):
                return _come_to(operator, [self.value(operand) for operand in operands])
            case _:
                return Values(-_FAR, _FAR, None)


def _come_to(operator: str, found: list[Values]) -> Values:
    left, right = found[0], found[-1]
    match operator:
        case "max" | "min":
            choose = max if operator == "max" else min
            whole = left
            for other in found[1:]:
                whole = paired(choose, whole, other)
            return whole
        case "and" | "or" | "not":
            return _logic(operator, [_truth(one) for one in found])
        case "negative":
            return paired(sub, NO, left)
        case "+" | "-" | "*":
            return paired({"+": add, "-": sub, "*": mul}[operator], left, right)
        case "=" | "!=":
            same = _meet(left, right)
            differ = left.only is None or left.only != right.only
            return _either(same, differ) if operator == "=" else _either(differ, same)
        case _:
            compare = {"<": lt, "<=": le, ">": gt, ">=": ge}[operator]
            outer = (left.low, right.high) if operator in ("<", "<=") else (left.high, right.low)
            inner = (left.high, right.low) if operator in ("<", "<=") else (left.low, right.high)
            return _either(compare(*outer), not compare(*inner))


def _logic(operator: str, found: list[Values]) -> Values:
    so, not_so = [one.has(1) for one in found], [one.has(0) for one in found]
    if operator == "and":
        return _either(all(so), any(not_so))
    return _either(any(so), all(not_so)) if operator == "or" else _either(not_so[0], so[0])


def _truth(found: Values) -> Values:
    return _either(found.low < 0 or found.high > 0, found.has(0))


def _either(yes: bool, no: bool) -> Values:
    return EITHER if yes and no else YES if yes else NO


def _meet(left: Values, right: Values) -> bool:
    """Whether any value is one of both."""
    if left.each is not None and right.each is not None:
        return not left.each.isdisjoint(right.each)
    return left.low <= right.high and right.low <= left.high


@lru_cache(_REMEMBERED)
def paired(join: Callable[[int, int], int], left: Values, right: Values) -> Values:
    """All that two values can make. What is not tried out goes from the least to the greatest that their ends make."""
    if left.each is not None and right.each is not None and len(left.each) * len(right.each) <= _MOST_PAIRS:
        return values_of(join(one, other) for one in left.each for other in right.each)
    corners = [join(one, other) for one in (left.low, left.high) for other in (right.low, right.high)]
    return between(min(corners), max(corners))
