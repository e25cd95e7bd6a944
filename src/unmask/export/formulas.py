"""Formulas over stored numbers, each with the least and the most that it can come to.

What is built of numbers and formulas is the simplest that says the same. One promise: what a formula's bounds decide is decided, so that
nothing is asked of a model that can be known without it.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple


class Formula(NamedTuple):
    """`operator` is number, truth or place (`value` says which), or what is done with the operands.

    Truths and numbers are told apart: `=`, `<`, `<=`, and, or, not are truths, `+ - *`, least, most, if and power are numbers.
    """

    operator: str
    operands: "tuple[Formula, ...]"
    value: int
    low: int
    high: int
    size: int
    reads: frozenset[int]

    @property
    def known(self) -> int | None:
        """What it always comes to, if that can be said."""
        return self.low if self.low == self.high else None


_TRUTHS = ("truth", "=", "<", "<=", "and", "or", "not")


def _made(operator: str, operands: tuple[Formula, ...], low: int, high: int) -> Formula:
    reads = frozenset[int]().union(*(operand.reads for operand in operands))
    return Formula(operator, operands, 0, low, high, 1 + sum(operand.size for operand in operands), reads)


def number(value: int) -> Formula:
    """A number."""
    return Formula("number", (), value, value, value, 1, frozenset())


def truth(value: bool) -> Formula:
    """Yes or no."""
    return Formula("truth", (), int(value), int(value), int(value), 1, frozenset())


YES, NO, NOTHING = truth(True), truth(False), number(0)


def place(index: int, low: int, high: int) -> Formula:
    """What is stored at a place that holds values from `low` to `high`."""
    return number(low) if low == high else Formula("place", (), index, low, high, 1, frozenset({index}))


# ── truths and numbers ──


def as_truth(formula: Formula) -> Formula:
    """Whether a number is not 0."""
    if formula.operator in _TRUTHS:
        return formula
    if formula.operator == "if" and (formula.operands[1], formula.operands[2]) == (number(1), NOTHING):
        return formula.operands[0]
    if (formula.low, formula.high) == (0, 1):
        return equal(formula, number(1))
    return negated(equal(formula, NOTHING))


def as_number(formula: Formula) -> Formula:
    """1 for yes and 0 for no."""
    return choose(formula, number(1), NOTHING) if formula.operator in _TRUTHS else formula


def both(parts: Iterable[Formula]) -> Formula:
    """Whether all of them hold."""
    return _joined("and", parts, YES, NO)


def either(parts: Iterable[Formula]) -> Formula:
    """Whether any of them holds."""
    return _joined("or", parts, NO, YES)


def _joined(operator: str, parts: Iterable[Formula], neutral: Formula, final: Formula) -> Formula:
    found: list[Formula] = []
    for part in map(as_truth, parts):
        for inner in part.operands if part.operator == operator else (part,):
            if inner == final:
                return final
            if inner != neutral and inner not in found:
                found.append(inner)
    if len(found) < 2:
        return found[0] if found else neutral
    return _made(operator, tuple(found), 0, 1)


def negated(formula: Formula) -> Formula:
    """Whether it does not hold."""
    formula = as_truth(formula)
    match formula.operator:
        case "truth":
            return truth(not formula.value)
        case "not":
            return formula.operands[0]
        case "<":
            return at_most(formula.operands[1], formula.operands[0])
        case "<=":
            return less(formula.operands[1], formula.operands[0])
        case _:
            return _made("not", (formula,), 0, 1)


def equal(left: Formula, right: Formula) -> Formula:
    """Whether two numbers are the same."""
    return _compared("=", left, right, lambda one, other: YES if one == other else _if_apart(one, other, NO, NO))


def less(left: Formula, right: Formula) -> Formula:
    """Whether one number is less than another."""
    return _compared("<", left, right, lambda one, other: NO if one.low >= other.high else _if_apart(one, other, YES, NO))


def at_most(left: Formula, right: Formula) -> Formula:
    """Whether one number is not more than another."""
    return _compared("<=", left, right, lambda one, other: YES if one.high <= other.low else _if_apart(one, other, YES, NO))


def _if_apart(left: Formula, right: Formula, below: Formula, above: Formula) -> Formula | None:
    """What is so where one number is always below or above the other; None where that is not known."""
    if left.high < right.low:
        return below
    return above if left.low > right.high else None


def _compared(operator: str, left: Formula, right: Formula, known: Callable[[Formula, Formula], Formula | None]) -> Formula:
    """A comparison. Of a number that hangs on a condition it is that condition, where both of its ends decide."""
    left, right = as_number(left), as_number(right)
    decided = known(left, right)
    if decided is not None:
        return decided
    for side, one in enumerate((left, right)):
        if one.operator == "if":
            ends = [known(end, right) if side == 0 else known(left, end) for end in one.operands[1:]]
            if None not in ends:
                return one.operands[0] if ends[0] == YES else negated(one.operands[0])
    return _made(operator, (left, right), 0, 1)


# ── sums ──


def plus(left: Formula, right: Formula) -> Formula:
    """The sum."""
    left, right = as_number(left), as_number(right)
    if left.known == 0 or right.known == 0:
        return right if left.known == 0 else left
    return _sum("+", left, right, left.low + right.low, left.high + right.high)


def minus(left: Formula, right: Formula) -> Formula:
    """The difference."""
    left, right = as_number(left), as_number(right)
    if right.known == 0:
        return left
    return _sum("-", left, right, left.low - right.high, left.high - right.low)


def times(left: Formula, right: Formula) -> Formula:
    """The product."""
    left, right = as_number(left), as_number(right)
    if left.known == 1 or right.known == 1:
        return right if left.known == 1 else left
    ends = [one * other for one in (left.low, left.high) for other in (right.low, right.high)]
    return _sum("*", left, right, min(ends), max(ends))


def _sum(operator: str, left: Formula, right: Formula, low: int, high: int) -> Formula:
    return number(low) if low == high else _made(operator, (left, right), low, high)


def least(parts: Iterable[Formula]) -> Formula:
    """The smallest of them."""
    numbers = _needed(parts, lambda other, part: other.high <= part.low)
    return _one_of("least", numbers, min(part.low for part in numbers), min(part.high for part in numbers))


def most(parts: Iterable[Formula]) -> Formula:
    """The largest of them."""
    numbers = _needed(parts, lambda other, part: other.low >= part.high)
    return _one_of("most", numbers, max(part.low for part in numbers), max(part.high for part in numbers))


def _needed(parts: Iterable[Formula], beats: Callable[[Formula, Formula], bool]) -> list[Formula]:
    """Those that are not beaten by another whatever happens."""
    found = list(dict.fromkeys(map(as_number, parts)))
    for part in tuple(found):
        if any(other is not part and beats(other, part) for other in found):
            found.remove(part)
    return found


def _one_of(operator: str, parts: list[Formula], low: int, high: int) -> Formula:
    return parts[0] if len(parts) == 1 else _made(operator, tuple(parts), low, high)


def clamped(formula: Formula, low: int, high: int) -> Formula:
    """The number, cut off at both ends."""
    return least((most((as_number(formula), number(low))), number(high)))


def choose(condition: Formula, then: Formula, otherwise: Formula) -> Formula:
    """One number where a condition holds, another where it does not."""
    condition, then, otherwise = as_truth(condition), as_number(then), as_number(otherwise)
    if condition.known is not None or then == otherwise:
        return then if condition.known or then == otherwise else otherwise
    if otherwise.operator == "if" and otherwise.operands[1] == then:
        return choose(either((condition, otherwise.operands[0])), then, otherwise.operands[2])
    return _made("if", (condition, then, otherwise), min(then.low, otherwise.low), max(then.high, otherwise.high))


def power(exponent: Formula) -> Formula:
    """2 to the power of a number that is not negative."""
    return number(1 << exponent.low) if exponent.known is not None else _made("power", (exponent,), 1 << exponent.low, 1 << exponent.high)


# ── what stands in a formula ──

_AGAIN: dict[str, Callable[..., Formula]] = {
    "+": plus,
    "-": minus,
    "*": times,
    "=": equal,
    "<": less,
    "<=": at_most,
    "not": negated,
    "if": choose,
    "power": power,
    "and": lambda *parts: both(parts),
    "or": lambda *parts: either(parts),
    "least": lambda *parts: least(parts),
    "most": lambda *parts: most(parts),
}


def after(formula: Formula, writes: Mapping[int, Formula]) -> Formula:
    """What a formula says once these places hold these values, as a formula over what they held before."""
    if formula.reads.isdisjoint(writes):
        return formula
    if formula.operator == "place":
        return writes[formula.value]
    return _AGAIN[formula.operator](*(after(operand, writes) for operand in formula.operands))
