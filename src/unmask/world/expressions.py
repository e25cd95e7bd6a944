"""Expressions of the tree to expressions of the world: names found, types held against each other, minds kept apart.

Nothing is raised: what is wrong is told, and an unknown value stands in, so that the rest of the file is still checked.
"""

from collections.abc import Callable
from typing import NamedTuple

from unmask.problems import in_minds, in_world
from unmask.problems.place import Span
from unmask.problems.problem import Problem
from unmask.syntax import tree
from unmask.world.model import (
    SELF,
    YES_NO,
    Constant,
    Expression,
    Motive,
    Operation,
    Read,
    Seems,
    Times,
    Type,
    Variable,
    Was,
)
from unmask.world.names import Line, Names
from unmask.world.scope import AUTHOR, CAMERA, Scope

UNKNOWN = Type("unknown", 0, 0)
_ORDER = frozenset({"<", "<=", ">", ">="})
_OPPOSITE = {"is": "=", "is not": "!="}


class Typed(NamedTuple):
    expression: Expression
    type: Type


_STAND_IN = Typed(Constant(0), UNKNOWN)


class Found(NamedTuple):
    """A variable that a name means, with its line."""

    variable: Variable
    line: Line
    type: Type


class Resolver:
    """Resolves the expressions of one story. `read` and `written` collect the lines that are used."""

    def __init__(self, names: Names, tell: Callable[[Problem], None], pattern: Callable[[tree.Happened, Scope], Expression]) -> None:
        self.names = names
        self.tell = tell
        self.pattern = pattern
        self.read: set[tuple[str, str]] = set()
        self.written: set[tuple[str, str]] = set()
        self.computed: dict[tuple[str, str], Type] = {}

    # ── whole expressions ──

    def test(self, written: tree.Expression, scope: Scope) -> Expression:
        """Something that is true or false."""
        found = self.typed(written, scope)
        if found.type.sort not in ("yes/no", "unknown"):
            self.tell(in_world.not_a_condition(written.span, found.type))
        return found.expression

    def condition(self, written: tree.Condition | None, scope: Scope) -> Expression | None:
        """`if COND` as it is, `unless COND` turned round."""
        if written is None:
            return None
        found = self.test(written.test, scope)
        return Operation("not", (found,)) if written.word == "unless" else found

    def number(self, written: tree.Expression, scope: Scope) -> Typed:
        """Something that can be counted: a number, or a scale's level as one."""
        found = self.typed(written, scope)
        if found.type.sort not in ("number", "scale", "unknown"):
            self.tell(in_world.not_a_number(written.span, found.type))
            return _STAND_IN
        return found

    def motive(self, written: tree.Motive, scope: Scope) -> Motive:
        """Points, a reason in words, and when it counts."""
        points = self.number(written.points, scope)
        return Motive(points.expression, written.phrase, self.condition(written.condition, scope), written.span)

    def value(self, written: tree.Expression, scope: Scope, wanted: Type) -> Typed:
        """Something that can be put where values of the wanted type go."""
        found = self.attempt(written, scope, wanted) or self.typed(written, scope)
        if not _fits(found.type, wanted):
            self.tell(in_world.wrong_type(written.span, found.type, wanted))
            return _STAND_IN
        return found

    def constant(self, written: tree.Expression, wanted: Type) -> int:
        """A value that stands there plainly, within the type's bounds."""
        found = self.value(written, Scope(), wanted)
        if not isinstance(found.expression, Constant):
            self.tell(in_world.not_plain(written.span))
            return wanted.low
        if not wanted.low <= found.expression.value <= wanted.high and wanted.sort != "unknown":
            self.tell(in_world.out_of_range(written.span, found.expression.value, wanted))
            return wanted.low
        return found.expression.value

    def typed(self, written: tree.Expression, scope: Scope) -> Typed:
        found = self.attempt(written, scope, None)
        if found is not None:
            return found
        assert isinstance(written, tree.Name)
        return self.unknown(written, scope)

    def attempt(self, written: tree.Expression, scope: Scope, wanted: Type | None) -> Typed | None:
        """The expression's meaning; None for a bare name that could only be a value of a type not known yet."""
        match written:
            case tree.Number(value):
                return Typed(Constant(value), Type("number", value, value))
            case tree.Name():
                return self.name(written, scope, wanted)
            case tree.Field():
                found = self.field(written, scope)
                return self.look(found, written.span, scope) if found else _STAND_IN
            case tree.Unary("not", operand):
                return Typed(Operation("not", (self.test(operand, scope),)), YES_NO)
            case tree.Unary(_, operand):
                inner = self.number(operand, scope)
                return Typed(Operation("negative", (inner.expression,)), Type("number", -inner.type.high, -inner.type.low))
            case tree.Binary():
                return self.binary(written, scope)
            case tree.Apply():
                return self.apply(written, scope, wanted)
            case tree.Happened():
                return Typed(self.pattern(written, scope), YES_NO)

    # ── names ──

    def name(self, written: tree.Name, scope: Scope, wanted: Type | None) -> Typed | None:
        if written.words in ("yes", "no"):
            return Typed(Constant(int(written.words == "yes")), YES_NO)
        if written.words == "times" and scope.counts_scenes:
            return Typed(Times(), Type("number", 1, 10**9))
        found = self.bare(written, scope)
        if found:
            return self.look(found, written.span, scope)
        if wanted is not None and written.words in wanted.names:
            level = wanted.low + wanted.names.index(written.words)
            return Typed(Constant(level), wanted)
        if wanted is not None and wanted.sort != "unknown" and wanted.names:
            self.tell(in_world.unknown_value(written.span, written.words, wanted, self.near_here(scope)))
            return _STAND_IN
        return None if wanted is None else self.unknown(written, scope)

    def unknown(self, written: tree.Name, scope: Scope) -> Typed:
        words = written.words
        if words in self.names.values:
            self.tell(in_world.value_alone(written.span, words, self.names.values[words][0]))
        elif words in self.names.people or scope.kind_of(words):
            self.tell(in_world.person_is_no_value(written.span, words))
        else:
            self.tell(in_world.unknown_name(written.span, "field, fact or value", words, self.near_here(scope)))
        return _STAND_IN

    def near_here(self, scope: Scope) -> list[str]:
        """Names that would have been understood here."""
        own = self.names.fields(self.holder(scope.owner, scope)) if scope.owner else {}
        return [*own, *self.names.lines.get(f"scene {scope.scene}", {}), *self.names.lines[""], *self.names.values]

    def holder(self, owner: str, scope: Scope) -> str:
        """Who declares the fields of a person, a role or SELF."""
        return scope.kind_of(owner) or owner

    def bare(self, written: tree.Name, scope: Scope) -> Found | None:
        """The owner's field, else a fact of the scene, else a fact."""
        words = written.words
        if scope.owner:
            line = self.names.fields(self.holder(scope.owner, scope)).get(words)
            if line is not None:
                if line.line.toward is not None:
                    self.tell(in_minds.toward_whom(written.span, words))
                return self.found(Variable(scope.owner, words), line)
        for holder, scene in ((f"scene {scope.scene}", scope.scene), ("", "")):
            line = self.names.lines.get(holder, {}).get(words) if holder or not scene else None
            if line is not None:
                return self.found(Variable("", words, "", scene if holder else ""), line)
        return None

    def found(self, variable: Variable, line: Line) -> Found:
        type_ = line.type or self.computed.get((line.holder, line.name), UNKNOWN)
        return Found(variable, line, type_)

    def field(self, written: tree.Field, scope: Scope) -> Found | None:
        """`Rey.owed toward Kylo`; tells what is wrong where it names nothing."""
        owner = written.owner.words if written.owner else scope.owner
        if written.owner and not self.is_person(written.owner, scope):
            return None
        if not owner:
            self.tell(in_minds.whose(written.span, written.name.words))
            return None
        fields = self.names.fields(self.holder(owner, scope))
        line = fields.get(written.name.words)
        if line is None:
            self.tell(in_world.unknown_field(written.name.span, owner, written.name.words, fields, self.elsewhere(written.name.words)))
            return None
        toward = ""
        if written.toward is not None:
            if line.line.toward is None:
                self.tell(in_minds.toward_nobody(written.toward.span, written.name.words, line.span))
            elif not self.is_person(written.toward, scope) or not self.is_held_toward(written, line, owner, scope):
                return None
            else:
                toward = written.toward.words
        elif line.line.toward is not None:
            self.tell(in_minds.toward_whom(written.span, written.name.words))
        return self.found(Variable(owner, written.name.words, toward), line)

    def elsewhere(self, name: str) -> list[str]:
        """Who has a field of that name."""
        return [holder for holder, table in self.names.lines.items() if name in table and holder and not holder.startswith("scene ")]

    def is_person(self, name: tree.Name, scope: Scope) -> bool:
        if name.words in self.names.people or scope.kind_of(name.words):
            return True
        known = [*self.names.people, *(role for role, _ in scope.roles if role != SELF)]
        self.tell(in_world.unknown_name(name.span, "person", name.words, known))
        return False

    def is_held_toward(self, written: tree.Field, line: Line, owner: str, scope: Scope) -> bool:
        assert written.toward is not None
        assert line.line.toward is not None
        each, toward = line.line.toward, written.toward.words
        if toward == owner:
            self.tell(in_minds.toward_oneself(written.toward.span, toward, written.name.words))
            return False
        for person, role in ((owner, toward), (toward, owner)):
            if self.may_play(person, role, scope):
                self.tell(in_minds.may_be_toward_oneself(written.toward.span, person, role, written.name.words))
                return False
        if each.every:
            right = scope.kind_of(toward) == each.name.words or toward in self.names.members.get(each.name.words, ())
        else:
            right = toward == each.name.words
        if not right:
            self.tell(in_minds.not_held_toward(written.toward.span, toward, written.name.words, line.span))
        return right

    def may_play(self, person: str, role: str, scope: Scope) -> bool:
        """Whether somebody named may be the one in a role."""
        return person in self.names.members.get(scope.kind_of(role), ())

    # ── minds ──

    def look(self, found: Found, span: Span, scope: Scope) -> Typed:
        """The value as it is, if the mind that weighs it can know it."""
        self.read.add((found.line.holder, found.line.name))
        self.check_mind(found, span, scope)
        return Typed(Read(found.variable), found.type)

    def check_mind(self, found: Found, span: Span, scope: Scope) -> None:
        if scope.mind == AUTHOR:
            return
        owner, word, line = found.variable.owner, found.line.line.word, found.line
        if word == "open" and scope.people is not None and owner not in scope.people and owner != scope.mind:
            self.tell(in_minds.not_there_to_see(span, owner, line.name))
        if word in ("feels", "keeps") and owner != scope.mind:
            if scope.mind == CAMERA:
                self.tell(in_minds.camera_sees_inside(span, owner, line.name, line.span))
            else:
                self.tell(in_minds.reads_anothers_mind(span, scope.mind, owner, line.name, word, line.span))
        if word == "secret" and not self.knows(scope, line):
            self.tell(in_minds.reads_a_secret(span, "" if scope.mind == CAMERA else scope.mind, line.name, line.span))

    def knows(self, scope: Scope, line: Line) -> bool:
        """Whether whoever weighs this is in on the secret: for a role, everybody who may play it."""
        known_to = {name.words for name in line.line.known_to}
        kind = scope.kind_of(scope.mind)
        return set(self.names.members.get(kind, ())) <= known_to if kind else scope.mind in known_to

    def seems(self, written: tree.Apply, scope: Scope) -> Typed:
        """`seems(Rey.disgust)`, `seems(Kylo, Rey.disgust)`."""
        of = written.arguments[-1]
        observer = scope.mind
        if len(written.arguments) == 2:
            who = written.arguments[0]
            if not isinstance(who, tree.Name) or not self.is_person(who, scope):
                if not isinstance(who, tree.Name):
                    self.tell(in_minds.seems_of_what(written.span))
                return _STAND_IN
            observer = who.words
        elif scope.mind in (AUTHOR, CAMERA):
            self.tell(in_minds.seems_to_whom(written.span))
            return _STAND_IN
        if not isinstance(of, tree.Field) or of.owner is None:
            self.tell(in_minds.seems_of_what(written.span))
            return _STAND_IN
        found = self.field(of, scope)
        if found is None:
            return _STAND_IN
        self.read.add((found.line.holder, found.line.name))
        if scope.mind not in (AUTHOR, observer):
            self.tell(in_minds.reads_anothers_belief(written.span, "" if scope.mind == CAMERA else scope.mind, observer))
        if found.variable.owner == observer:
            self.tell(in_minds.seems_of_oneself(written.span, observer, found.line.name))
            return _STAND_IN
        if found.line.line.word == "open":
            self.tell(in_minds.nothing_to_guess(of.span, found.variable.owner, found.line.name, found.line.span))
        return Typed(Seems(observer, found.variable), found.type)

    # ── operators ──

    def binary(self, written: tree.Binary, scope: Scope) -> Typed:
        operator = _OPPOSITE.get(written.operator, written.operator)
        if operator in ("and", "or"):
            operands = (self.test(written.left, scope), self.test(written.right, scope))
            return Typed(Operation(operator, operands), YES_NO)
        if operator in ("+", "-", "*"):
            left, right = self.number(written.left, scope), self.number(written.right, scope)
            return Typed(Operation(operator, (left.expression, right.expression)), _bounds(operator, left.type, right.type))
        left, right = self.pair(written.left, written.right, scope)
        if not left.type.holds(right.type) and "unknown" not in (left.type.sort, right.type.sort):
            self.tell(in_world.do_not_compare(written.span, left.type, right.type))
        elif operator in _ORDER and "set" in (left.type.sort, right.type.sort):
            self.tell(in_world.sets_have_no_order(written.span, written.operator, left.type))
        elif operator in _ORDER and "yes/no" in (left.type.sort, right.type.sort):
            self.tell(in_world.do_not_compare(written.span, left.type, right.type))
        return Typed(Operation(operator, (left.expression, right.expression)), YES_NO)

    def pair(self, left: tree.Expression, right: tree.Expression, scope: Scope) -> tuple[Typed, Typed]:
        """Both sides of a comparison; a value's name takes its type from the other side."""
        first = self.attempt(left, scope, None)
        second = self.attempt(right, scope, first.type if first else None)
        if first is None:
            first = self.attempt(left, scope, second.type) if second else None
        if first is None and second is None:
            # A level held against a name that nobody knows is not wrong itself: of the two only the name is told.
            level = [isinstance(side, tree.Name) and side.words in self.names.values for side in (left, right)]
            if level == [True, False]:
                return _STAND_IN, self.typed(right, scope)
            if level == [False, True]:
                return self.typed(left, scope), _STAND_IN
        return first or self.typed(left, scope), second or self.typed(right, scope)

    def apply(self, written: tree.Apply, scope: Scope, wanted: Type | None) -> Typed:
        match written.function:
            case "seems":
                return self.seems(written, scope)
            case "was":
                if not scope.may_look_back:
                    self.tell(in_world.only_in_prose(written.span, "was"))
                inner = self.attempt(written.arguments[0], scope, wanted) or self.typed(written.arguments[0], scope)
                return Typed(Was(inner.expression), inner.type)
            case "max" | "min":
                return self.extreme(written, scope, wanted)
            case _:
                self.tell(in_world.only_in_prose(written.span, written.function))
                return _STAND_IN

    def extreme(self, written: tree.Apply, scope: Scope, wanted: Type | None) -> Typed:
        """`max` or `min`: of one scale it is a level of that scale, else a number."""
        found = [self.attempt(argument, scope, None) for argument in written.arguments]
        known = [typed.type for typed in found if typed is not None]
        scale = next((type_ for type_ in known if type_.sort == "scale"), wanted if wanted and wanted.sort == "scale" else None)
        typed = [
            self.number_of(argument, one or self.attempt(argument, scope, scale) or self.typed(argument, scope))
            for argument, one in zip(written.arguments, found, strict=True)
        ]
        for one, argument in zip(typed, written.arguments, strict=True):
            if scale and not scale.holds(one.type) and one.type.sort != "unknown":
                self.tell(in_world.do_not_compare(argument.span, scale, one.type))
        choose = max if written.function == "max" else min
        low, high = choose(t.type.low for t in typed), choose(t.type.high for t in typed)
        result = scale if scale and all(t.type.sort == "scale" for t in typed) else Type("number", low, high)
        return Typed(Operation(written.function, tuple(t.expression for t in typed)), result)

    def number_of(self, written: tree.Expression, found: Typed) -> Typed:
        if found.type.sort in ("number", "scale", "unknown"):
            return found
        self.tell(in_world.not_a_number(written.span, found.type))
        return _STAND_IN


def _fits(found: Type, wanted: Type) -> bool:
    return "unknown" in (found.sort, wanted.sort) or wanted.holds(found)


def _bounds(operator: str, left: Type, right: Type) -> Type:
    """The least and the greatest that a sum, difference or product can be."""
    if operator == "+":
        return Type("number", left.low + right.low, left.high + right.high)
    if operator == "-":
        return Type("number", left.low - right.high, left.high - right.low)
    corners = [a * b for a in (left.low, left.high) for b in (right.low, right.high)]
    return Type("number", min(corners), max(corners))
