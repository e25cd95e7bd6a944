"""Refuses worlds whose numbers may grow too large for JavaScript, which counts exactly up to 2^53 - 1.

One promise: a world that is not refused never has a number beyond that, in no expression, sum of points or sum of weights.
"""

from collections.abc import Iterable

from unmask.problems.place import NOWHERE, Span
from unmask.world import walk
from unmask.world.model import Constant, Expression, Operation, Read, Seems, Variable, Was, World

MOST = 2**53 - 1
MOST_TIMES = 10**9
Bounds = tuple[int, int]


class NotExact(Exception):
    """Numbers of a story may grow too large; the message says so to its author, and `span` where."""

    def __init__(self, what: str, span: Span) -> None:
        place = f"Line {span.line}: " if span.line else ""
        super().__init__(f"{place}{what} may grow beyond {MOST:,}, which is more than a browser can count exactly.")
        self.span = span


def refuse_what_is_too_large(world: World) -> None:
    """Raises NotExact at the first number that may be too large."""
    measure = _Measure(world)
    for motif in world.motifs:
        measure.all_of(walk.in_motif(motif), motif.span)
    tendencies = [motive for person in world.people.values() for _, motive in person.tendencies]
    for scene in (*world.scenes, *world.meanwhiles):
        for moment in scene.moments:
            measure.all_of(walk.in_moment(moment), moment.span)
            measure.sum_of((option.weight for option in moment.options), "the weights here together", moment.span)
            for option in moment.options:
                measure.sum_of((motive.points for motive in (*option.motives, *tendencies)), "the points here together", option.span)
        measure.all_of(walk.in_scene(scene), scene.span)
        measure.sum_of((motive.points for motive in scene.motives), "the points here together", scene.span)
        for passage in walk.passages(scene):
            for effect in passage.effects:
                measure.sum_of((effect.value, Read(effect.variable)), "the value here", effect.span)
                measure.sum_of((Operation("negative", (effect.value,)), Read(effect.variable)), "the value here", effect.span)
    measure.all_of(walk.outside_scenes(world), NOWHERE)


class _Measure:
    """The least and the greatest that expressions can be, each variable by itself, and a refusal where that is too much."""

    def __init__(self, world: World) -> None:
        self.world = world

    def sum_of(self, expressions: Iterable[Expression | None], what: str, span: Span) -> None:
        found = [self.of(expression, span) for expression in expressions if expression is not None]
        self.kept(sum(min(low, 0) for low, _ in found), sum(max(high, 0) for _, high in found), what, span)

    def all_of(self, expressions: Iterable[Expression], span: Span) -> None:
        for expression in expressions:
            self.of(expression, span)

    def of(self, expression: Expression, span: Span) -> Bounds:
        low, high = self.bounds(expression, span)
        self.kept(low, high, "a number here", span)
        return low, high

    def kept(self, low: int, high: int, what: str, span: Span) -> None:
        if low < -MOST or high > MOST:
            raise NotExact(what, span)

    def bounds(self, expression: Expression, span: Span) -> Bounds:
        match expression:
            case Constant(value):
                return value, value
            case Read(variable) | Seems(_, variable):
                types = self.types(variable)
                return min(low for low, _ in types), max(high for _, high in types)
            case Operation(operator, operands):
                return _operation(operator, [self.of(operand, span) for operand in operands])
            case Was(of):
                return self.of(of, span)
            case _:
                return 0, MOST_TIMES

    def types(self, variable: Variable) -> list[Bounds]:
        """Between what a variable may be. One with a role in it may stand for the field of that name of anybody."""
        known = self.world.variables
        if variable in known:
            return [known[variable].type[1:3]]
        return [line.type[1:3] for other, line in known.items() if other.owner and other.name == variable.name]


def _operation(operator: str, operands: list[Bounds]) -> Bounds:
    (a, b), (c, d) = operands[0], operands[-1]
    match operator:
        case "+":
            return a + c, b + d
        case "-":
            return a - d, b - c
        case "*":
            corners = [one * other for one in (a, b) for other in (c, d)]
            return min(corners), max(corners)
        case "negative":
            return -b, -a
        case "max" | "min":
            choose = max if operator == "max" else min
            return choose(low for low, _ in operands), choose(high for _, high in operands)
        case _:
            return 0, 1
