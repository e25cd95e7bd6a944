"""Writes the code that reckons an expression.

One promise: the number in the register is the one that the reference reads from the same state.
"""

from collections.abc import Callable

from unmask.kernel.code import COMPARISONS, Code, Number, Truth, literal
from unmask.world.model import Constant, Event, Expression, Happened, Operation, Read, Seems, World
from unmask.world.places import Belief, Place


class Values:
    """Reckons expressions of a world; `read` gives the number that stands at a place, `happened` what automata know."""

    def __init__(self, code: Code, world: World, read: Callable[[Place], Number], happened: Callable[[Event], Truth]) -> None:
        self.code = code
        self.world = world
        self.read = read
        self.happened = happened

    def number(self, expression: Expression) -> Number:
        """The value of an expression; yes is 1 and no is 0."""
        match expression:
            case Constant(value):
                return self.code.number(str(value), value, value)
            case Read(variable):
                means = self.world.variables[variable].means
                return self.read(variable) if means is None else self.number(means)
            case Seems(observer, variable):
                return self.read(Belief(observer, variable))
            case Happened():
                return self.code.as_number(self.truth(expression))
            case Operation(operator, operands) if operator in COMPARISONS or operator in ("and", "or", "not"):
                return self.code.as_number(self._judged(operator, operands))
            case Operation(operator, operands):
                return self._reckoned(operator, [self.number(operand) for operand in operands])
            case _:
                raise ValueError(f"{type(expression).__name__} has no value in a state")

    def truth(self, condition: Expression | None) -> Truth:
        """Whether a condition holds; one that is not there does."""
        match condition:
            case None:
                return Truth("true", True)
            case Happened(event):
                return self.happened(event)
            case Operation(operator, operands) if operator in COMPARISONS or operator in ("and", "or", "not"):
                return self._judged(operator, operands)
            case Read(variable) if (means := self.world.variables[variable].means) is not None:
                return self.truth(means)
            case _:
                return self.code.as_truth(self.number(condition))

    def _judged(self, operator: str, operands: tuple[Expression, ...]) -> Truth:
        match operator:
            case "and":
                return self.code.both([self.truth(operand) for operand in operands])
            case "or":
                return self.code.either([self.truth(operand) for operand in operands])
            case "not":
                return self.code.negated(self.truth(operands[0]))
            case _:
                return self.code.compare(operator, self.number(operands[0]), self.number(operands[1]))

    def _reckoned(self, operator: str, numbers: list[Number]) -> Number:
        match operator:
            case "max":
                return self.code.most(numbers)
            case "min":
                return self.code.least(numbers)
            case "negative":
                return self.code.subtract(literal(0), numbers[0])
            case "+":
                return self.code.add(numbers[0], numbers[1])
            case "-":
                return self.code.subtract(numbers[0], numbers[1])
            case _:
                return self.code.multiply(numbers[0], numbers[1])
