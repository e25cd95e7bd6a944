"""The row of numbers that a story is in the middle of, and what an expression says of it.

A Layout knows the place of each variable and belief in the row, and how each is read.
"""

from collections.abc import Callable, Iterable
from operator import eq, ge, gt, le, lt, ne

from unmask.motif.following import Following
from unmask.world.model import Constant, Event, Expression, Happened, Operation, Read, Scene, Seems, Variable, World
from unmask.world.places import Belief, Places, Row, Used

State = Row
Reader = Callable[[State], int]
Gate = tuple[int, list[Reader]]


_COMPARE = {"=": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}


class Layout(Places):
    """The places of a world's state, and how each expression is read from it."""

    def __init__(self, world: World, also: Iterable[Belief] = (), motifs: Iterable[Event] = ()) -> None:
        self.following = Following(world, motifs)
        super().__init__(world, also, self.following.progress)
        self._readers: dict[int, Reader] = {}
        self._kept: list[Expression] = []
        self._gates: dict[tuple[str, tuple[str, ...]], Gate] = {}

    def clamped(self, variable: Variable, value: int) -> int:
        """Assignment saturates: a value past the end of its range stays at the end."""
        type_ = self.world.variables[variable].type
        return min(max(value, type_.low), type_.high)

    def gate(self, scene: Scene, cast: tuple[str, ...]) -> Gate:
        """What decides whether a scene plays with these people: where it stands whether it was used up (-1: nowhere), and its conditions.

        Made once: in a crowd this is asked of thousands of casts at every choice.
        """
        key = (scene.name, cast)
        found = self._gates.get(key)
        if found is None:
            used = self.places[Used(scene.name, cast)] if scene.once else -1
            found = self._gates[key] = (used, [self.reader(condition) for condition in self.entry(scene, cast).conditions])
        return found

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
            case Happened(event):
                ways = [(self.places[progress], accepting) for progress, accepting in self.following.accepting(event)]
                return lambda state: 1 if any(accepting[state[index]] for index, accepting in ways) else 0
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
