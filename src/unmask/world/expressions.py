"""Expressions of the tree to expressions of the world: names found, types held against each other, minds kept apart.

Nothing is raised: what is wrong is told, and an unknown value stands in, so that the rest of the file is still checked.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from unmask.problems import in_minds, in_names, in_world
from unmask.problems.place import Span
from unmask.problems.problem import Problem
from unmask.syntax import tree
from unmask.syntax.to_text import expression_to_text
from unmask.world.model import (
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
from unmask.world.scope import AUTHOR, CAMERA, Scope, Wanted
from unmask.world.unknown import Typed, Unknown

UNKNOWN = Type("unknown", 0, 0)
_ORDER = frozenset({"<", "<=", ">", ">="})
_OPPOSITE = {"is": "=", "is not": "!="}
_TRUTH = Wanted(("yes/no",))
_COUNTABLE = Wanted(("number", "scale"))


_STAND_IN = Typed(Constant(0), UNKNOWN)


class Found(NamedTuple):
    """A variable that a name means, with its line."""

    variable: Variable
    line: Line
    type: Type


class Resolver:
    """Resolves the expressions of one story. `read` and `written` collect the lines that are used.

    `percentages` are the options that are weighed so, and `verbs` those that have to agree with somebody: whoever warns asks for them.
    """

    def __init__(
        self,
        names: Names,
        tell: Callable[[Problem], None],
        pattern: Callable[[tree.Happened, Scope], Expression],
        language: str = "en",
    ) -> None:
        self.names = names
        self.tell = tell
        self.pattern = pattern
        self.read: set[tuple[str, str]] = set()
        self.written: set[tuple[str, str]] = set()
        self.percentages: set[Span] = set()
        self.computed: dict[tuple[str, str], Type] = {}
        self.unknown = Unknown(self)
        self._is_quiet = False
        self.language = language
        self.verbs: list[tree.Mention] = []
        self.curled = 0

    def curls(self, text: str) -> None:
        """Keeps count of whether prose is written with curly quotation marks and apostrophes, or with straight ones."""
        if "’" in text or "“" in text:
            self.curled += 1
        elif "'" in text or '"' in text:
            self.curled -= 1

    @contextmanager
    def hushed(self) -> Iterator[None]:
        """Nothing is told of what is resolved meanwhile."""
        tell, self.tell = self.tell, lambda problem: None
        yield
        self.tell = tell

    # ── whole expressions ──

    def test(self, written: tree.Expression, scope: Scope) -> Expression:
        """Something that is true or false."""
        found = self.typed(written, scope._replace(wanted=_TRUTH))
        if found.type.sort not in ("yes/no", "unknown"):
            self.tell(in_world.not_a_condition(written.span, expression_to_text(written), found.type))
        return found.expression

    def condition(self, written: tree.Condition | None, scope: Scope) -> Expression | None:
        """`if COND` as it is, `unless COND` turned round."""
        if written is None:
            return None
        found = self.test(written.test, scope)
        return Operation("not", (found,)) if written.word == "unless" else found

    def number(self, written: tree.Expression, scope: Scope) -> Typed:
        """Something that can be counted: a number, or a scale's level as one."""
        found = self.typed(written, scope._replace(wanted=_COUNTABLE))
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
        scope = scope._replace(wanted=Wanted(type=wanted))
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
        return self.nothing(written, scope)

    def quietly(self, written: tree.Expression, scope: Scope) -> tuple[Typed, list[Problem]]:
        """The expression's meaning in a place, and what would be told of it: nobody hears."""
        told: list[Problem] = []
        tell, quiet = self.tell, self._is_quiet
        self.tell, self._is_quiet = told.append, True
        found = self.attempt(written, scope, scope.wanted.type) or self.typed(written, scope)
        self.tell, self._is_quiet = tell, quiet
        return found, told

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
        if written.words in ("yes", "no") and (wanted is None or written.words not in wanted.names):
            return Typed(Constant(int(written.words == "yes")), YES_NO)
        if written.words == "times" and scope.counts_scenes:
            return Typed(Times(), Type("number", 1, 10**9))
        found = self.bare(written, scope)
        if found:
            return self.look(found, written.span, scope)
        if wanted is not None and written.words in wanted.names:
            level = wanted.low + wanted.names.index(written.words)
            return Typed(Constant(level), wanted)
        if wanted is not None and wanted.sort == "unknown":
            return _STAND_IN  # what it is held against means nothing: that was told, and one mistake is told once
        return None if wanted is None else self.nothing(written, scope)

    def nothing(self, written: tree.Name, scope: Scope) -> Typed:
        """What stands in for a name that has no value where it stands."""
        self.tell_of(written.span, lambda: self.unknown.name(written, scope))
        return _STAND_IN

    def tell_of(self, span: Span, problem: Callable[[], Problem]) -> None:
        """Tell of what names nothing; while a guess is tried, without guessing anew."""
        self.tell(in_names.no_value(span) if self._is_quiet else problem())

    def line_of(self, written: tree.Name | tree.Field, scope: Scope) -> tuple[Line, Type] | None:
        """The line that declares what is named in a place, and its type; None where nothing is."""
        told: list[Problem] = []
        tell, quiet = self.tell, self._is_quiet
        self.tell, self._is_quiet = told.append, True
        found = self.bare(written, scope) if isinstance(written, tree.Name) else self.field(written, scope)
        self.tell, self._is_quiet = tell, quiet
        return (found.line, found.type) if found is not None and not told else None

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
                    self.tell(in_minds.toward_whom(written.span, words, self.unknown.meaning.towards(scope.owner, line, scope)))
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
        if written.owner and not self.unknown.is_somebody(owner, scope):
            self.tell_of(written.span, lambda: self.unknown.owner(written, scope))
            return None
        if not owner:
            self.tell(self.unknown.ownerless(written, scope))
            return None
        fields = self.names.fields(self.holder(owner, scope))
        line = fields.get(written.name.words)
        if line is None:
            self.tell_of(written.span, lambda: self.unknown.field(written, scope))
            return None
        whom = self.unknown.meaning.towards(owner, line, scope)
        toward = written.toward.words if written.toward is not None and line.line.toward is not None else ""
        if written.toward is None and line.line.toward is not None:
            said = f"{owner}.{written.name.words}" if written.owner else written.name.words
            self.tell(in_minds.toward_whom(written.span, said, whom))
        elif written.toward is not None and line.line.toward is None:
            beside = Span(written.span.line, written.name.span.end, written.toward.span.end)
            self.tell(in_minds.toward_nobody(written.toward.span, written.name.words, line.span, beside))
        elif written.toward is not None and not (
            self.is_person(written.toward, scope, whom) and self.is_held_toward(written, line, owner, scope, whom)
        ):
            return None
        return self.found(Variable(owner, written.name.words, toward), line)

    def is_person(self, name: tree.Name, scope: Scope, among: Iterable[str] = (), as_: str = "") -> bool:
        """Whether somebody is called so; where nobody is, it is told, with who may have been meant of those who can stand there.

        `as_` says what somebody stands there as: a "side", or a "chooser".
        """
        if self.unknown.is_somebody(name.words, scope):
            return True
        known = list(among) or self.unknown.meaning.people(scope)
        self.tell_of(name.span, lambda: self.unknown.person(name, scope, known, as_))
        return False

    def is_held_toward(self, written: tree.Field, line: Line, owner: str, scope: Scope, whom: Sequence[str]) -> bool:
        assert written.toward is not None
        assert line.line.toward is not None
        each, toward = line.line.toward, written.toward.words
        if toward == owner:
            self.tell(in_minds.toward_oneself(written.toward.span, toward, written.name.words, whom))
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
            self.tell(in_minds.not_held_toward(written.toward.span, toward, written.name.words, line.span, *line.held))
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
        owner, toward, word, line = found.variable.owner, found.variable.toward, found.line.line.word, found.line
        if word == "open" and scope.people is not None and owner not in scope.people and owner != scope.mind:
            self.tell(in_minds.not_there_to_see(span, owner, line.name))
        if word in ("feels", "keeps") and owner != scope.mind:
            if scope.mind == CAMERA:
                self.tell(in_minds.camera_sees_inside(span, owner, line.name, line.span))
            else:
                self.tell(in_minds.reads_anothers_mind(span, scope.mind, owner, line.name, toward, word, line.span))
        if word == "secret" and not self.knows(scope, line):
            self.tell_of_secret(span, scope, line)

    def tell_of_secret(self, span: Span, scope: Scope, line: Line) -> None:
        known = [name.words for name in line.line.known_to]
        mind = "" if scope.mind == CAMERA else scope.mind
        minds = self.names.members.get(scope.kind_of(mind) or mind, ()) or (mind,)
        self.tell(in_minds.reads_a_secret(span, mind, line.name, line.span, known, [one for one in minds if one not in known]))

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
            if not isinstance(who, tree.Name):
                self.tell(self.unknown.not_seeming(written, scope))
                return _STAND_IN
            if not self.is_person(who, scope):
                return _STAND_IN
            observer = who.words
        elif scope.mind in (AUTHOR, CAMERA):
            self.tell(self.unknown.seems_to_nobody(written, scope))
            return _STAND_IN
        if not isinstance(of, tree.Field) or of.owner is None:
            self.tell(self.unknown.not_seeming(written, scope))
            return _STAND_IN
        # What is hidden may stand here as it is.
        found = self.field(of, scope._replace(mind=AUTHOR))
        if found is None:
            return _STAND_IN
        self.read.add((found.line.holder, found.line.name))
        if scope.mind not in (AUTHOR, observer):
            mind = "" if scope.mind == CAMERA else scope.mind
            self.tell(in_minds.reads_anothers_belief(written.span, mind, observer, expression_to_text(of)))
        if found.variable.owner == observer:
            own = of._replace(owner=None) if scope.owner == observer else of
            self.tell(in_minds.seems_of_oneself(written.span, observer, expression_to_text(own)))
            return _STAND_IN
        if found.line.line.word == "open":
            self.tell(in_minds.nothing_to_guess(of.span, found.variable.owner, found.line.name, found.line.span))
        return Typed(Seems(observer, found.variable), found.type)

    # ── operators ──

    def binary(self, written: tree.Binary, scope: Scope) -> Typed:
        operator = _OPPOSITE.get(written.operator, written.operator)
        if operator not in ("and", "or") and self.is_told_of_a_person(written, scope):
            return _STAND_IN
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
            self.tell(in_world.yes_has_no_order(written.span, written.operator))
        return Typed(Operation(operator, (left.expression, right.expression)), YES_NO)

    def pair(self, left: tree.Expression, right: tree.Expression, scope: Scope) -> tuple[Typed, Typed]:
        """Both sides of a comparison; a value's name takes its type from the other side."""
        first = self.attempt(
            left, scope._replace(wanted=self.wanted_beside(right, scope) if isinstance(left, tree.Field) else Wanted()), None
        )
        second = self.attempt(right, scope._replace(wanted=Wanted(type=first.type if first else None)), first.type if first else None)
        if first is None and second is not None:
            first = self.attempt(left, scope._replace(wanted=Wanted(type=second.type)), second.type)
        if first is None and second is None:
            return self.pair_of_names(left, right, scope), _STAND_IN
        return first or _STAND_IN, second or self.typed(right, scope)

    def pair_of_names(self, left: tree.Expression, right: tree.Expression, scope: Scope) -> Typed:
        """Two names that say nothing of each other. A level held against a name that nobody knows is not wrong itself: one is told."""
        if isinstance(left, tree.Name) and left.words in self.names.values:
            if isinstance(right, tree.Name) and right.words in self.names.values:
                return self.typed(left, scope._replace(wanted=Wanted()))
            left, right = right, left
        return self.typed(left, scope._replace(wanted=self.wanted_beside(right, scope)._replace(asked=True)))

    def wanted_beside(self, other: tree.Expression, scope: Scope) -> Wanted:
        """What can be held against the other side of a comparison."""
        if isinstance(other, tree.Name) and (types := self.names.values.get(other.words)):
            return Wanted(type=types[0]) if len(types) == 1 else Wanted(tuple(type_.sort for type_ in types))
        return Wanted(type=self.quietly(other, scope._replace(wanted=Wanted()))[0].type)

    def is_told_of_a_person(self, written: tree.Binary, scope: Scope) -> bool:
        """Whether a person is held against something, as in `Oda is happy`: that is told, with what of theirs can be asked for."""
        for side, other in ((written.left, written.right), (written.right, written.left)):
            if isinstance(side, tree.Name) and self.unknown.is_somebody(side.words, scope):
                self.tell(self.unknown.person_compared(written, side.words, other, scope))
                return True
        return False

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
        scope = scope._replace(wanted=Wanted(type=scale) if scale else _COUNTABLE)
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
