"""Events and conditions in the words of the story file: for whoever looks at an automaton."""

from unmask.motif.events import Happening
from unmask.world.model import Constant, Expression, Happened, Operation, Read, Seems, Type, Variable, World

_BINDS = {"or": 1, "and": 2, "not": 3, "+": 5, "-": 5, "*": 6, "negative": 7}
_COMPARES = {"=": "is", "!=": "is not", "<": "<", "<=": "<=", ">": ">", ">=": ">="}


def event_in_words(happening: Happening) -> str:
    """`scene duel`, `ending lost`, `demand / Rey: attack`."""
    if happening.sort != "option":
        return f"{happening.sort} {happening.label}"
    return f"{happening.moment} / {happening.who}: {happening.label}"


def condition_in_words(world: World, expression: Expression, type_: Type | None = None, around: int = 0) -> str:
    """An expression much as its author wrote it. A value takes its name from the type of what it is held against."""
    match expression:
        case Constant(value):
            return type_.name_of(value) if type_ is not None and type_.low <= value <= type_.high else str(value)
        case Read(variable):
            return _variable(variable)
        case Seems(observer, variable):
            return f"seems({observer}, {_variable(variable)})"
        case Happened(motif):
            return f"happened({motif})"
        case Operation(operator, operands) if operator in ("max", "min"):
            type_ = type_ or _type_of(world, expression)
            return f"{operator}({', '.join(condition_in_words(world, operand, type_) for operand in operands)})"
        case Operation(operator, operands):
            binds = _BINDS.get(operator, 4)
            text = _operation(world, operator, operands, type_, binds)
            return f"({text})" if binds < around else text
        case _:
            raise ValueError(f"{type(expression).__name__} is no condition")


def _operation(world: World, operator: str, operands: tuple[Expression, ...], type_: Type | None, binds: int) -> str:
    if operator in ("not", "negative"):
        return f"{'not ' if operator == 'not' else '-'}{condition_in_words(world, operands[0], None, binds)}"
    left, right = operands
    if operator in _COMPARES:
        type_ = _type_of(world, left) or _type_of(world, right)
        operator, binds = _COMPARES[operator], binds + 1
        return f"{condition_in_words(world, left, type_, binds)} {operator} {condition_in_words(world, right, type_, binds)}"
    return f"{condition_in_words(world, left, None, binds)} {operator} {condition_in_words(world, right, None, binds + (operator == '-'))}"


def _type_of(world: World, expression: Expression) -> Type | None:
    """The type of the first variable in an expression."""
    match expression:
        case Read(variable) | Seems(_, variable):
            return world.variables[variable].type
        case Operation(_, operands):
            return next((found for operand in operands if (found := _type_of(world, operand)) is not None), None)
        case _:
            return None


def _variable(variable: Variable) -> str:
    toward = f" toward {variable.toward}" if variable.toward else ""
    return f"{variable.owner}.{variable.name}{toward}" if variable.owner else variable.name
