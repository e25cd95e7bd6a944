"""Persons and kinds: their fields, what they show, expect and make of each other. The lines of a kind count for each of its people."""

from collections import deque
from collections.abc import Iterator
from typing import TypeVar

from unmask.problems import in_minds, in_names, in_world
from unmask.problems.place import Span
from unmask.problems.problem import Problem
from unmask.syntax import tree
from unmask.world.expressions import UNKNOWN, Resolver
from unmask.world.ground import bind_expression, bind_motive
from unmask.world.model import (
    SELF,
    Declared,
    Expectation,
    Expression,
    Person,
    Read,
    Reading,
    Route,
    Type,
    Variable,
)
from unmask.world.names import PRONOUNS, Line, Names
from unmask.world.scope import AUTHOR, CAMERA, Scope

LARGEST_MEANING = 1000
DEEPEST_MEANING = 50
L = TypeVar("L", bound=tree.Line)


class People:
    """Resolves everything that stands under `person` and `kind`, and the bonds between people."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.names: Names = resolver.names
        self.tell = resolver.tell

    # ── who they are ──

    def person(self, line: tree.Person) -> Person:
        name = line.name.words
        forms = PRONOUNS.get(line.pronouns[0], line.pronouns) if len(line.pronouns) == 1 else line.pronouns[:5]
        plural = line.pronouns[5] == "are" if len(line.pronouns) > 5 else forms[0] == "they"
        called = []
        for title in line.called:
            if self.resolver.is_person(title.by, Scope()):
                called.append((title.by.words, title.words))
        kinds = tuple(kind.words for kind in line.kinds if kind.words in self.names.kinds)
        tendencies = tuple(
            (tend.tag.words, bind_motive(self.resolver.motive(tend.motive._replace(span=tend.span), scope), {SELF: name}))
            for scope, tend in self.lines_of(name, tree.Tends)
        )
        return Person(name, line.display or name, forms, plural, tuple(called), kinds, tendencies, line.span)

    def lines_of(self, person: str, sort: type[L]) -> Iterator[tuple[Scope, L]]:
        """A person's own lines of a sort, then those of their kinds, each with the scope in which it is read."""
        for holder, body in self.bodies(person):
            for line in body:
                if isinstance(line, sort):
                    yield self.scope_of(holder), line

    def bodies(self, person: str) -> Iterator[tuple[str, tuple[tree.Line, ...]]]:
        yield person, self.names.people[person].body
        for kind in self.names.people[person].kinds:
            if kind.words in self.names.kinds:
                yield kind.words, self.names.kinds[kind.words].body

    def scope_of(self, holder: str) -> Scope:
        """A person's lines are theirs; in a kind's lines SELF stands for each of its people."""
        if holder in self.names.kinds:
            return Scope(mind=SELF, owner=SELF, roles=((SELF, holder),))
        return Scope(mind=holder, owner=holder)

    # ── their fields ──

    def variables(self, person: str) -> Iterator[Declared]:
        starts = self.starts(person)
        for name, line in self.names.fields(person).items():
            for toward in self.towards(person, line):
                start, span = starts.get((name, toward)) or starts.get((name, "")) or (None, line.span)
                yield self.declared(Variable(person, name, toward), line, start, span)

    def towards(self, person: str, line: Line) -> tuple[str, ...]:
        """The people that a field is held toward; one empty name where it is held toward nobody."""
        each = line.line.toward
        if each is None:
            return ("",)
        if not each.every:
            return (each.name.words,) if each.name.words != person else ()
        return tuple(other for other in self.names.members.get(each.name.words, ()) if other != person)

    def starts(self, person: str) -> dict[tuple[str, str], tuple[tree.Expression, Span]]:
        """The start values that a person's own lines give to fields of their kinds, toward one person or ("") toward all."""
        found: dict[tuple[str, str], tuple[tree.Expression, Span]] = {}
        for line in self.names.people[person].body:
            if not isinstance(line, tree.Start):
                continue
            target = line.field
            fields = self.names.fields(person)
            if target.owner is not None or target.name.words not in fields:
                self.tell(self.resolver.unknown.start(target, person))
                continue
            toward = target.toward.words if target.toward else ""
            if toward and toward not in self.towards(person, fields[target.name.words]):
                declared = fields[target.name.words]
                self.tell(in_minds.not_held_toward(target.span, toward, target.name.words, declared.span, *declared.held))
                continue
            found[target.name.words, toward] = (line.value, line.span)
        return found

    def declared(self, variable: Variable, line: Line, start: tree.Expression | None, span: Span) -> Declared:
        """One variable of a person, a fact, or a fact of a scene."""
        written = line.line
        if written.means is not None:
            meaning, type_ = self.meaning(variable, line)
            return Declared(variable, written.word, type_, 0, written.for_scene, meaning, (), span, written.unlisted)
        type_ = line.type or UNKNOWN
        given = start if start is not None else written.start
        begins = self.resolver.constant(given, type_) if given is not None else first_value(type_)
        lasts = not (written.for_scene or variable.scene)
        known_to = tuple(name.words for name in written.known_to if self.resolver.is_person(name, Scope()))
        return Declared(variable, written.word, type_, begins, not lasts, None, known_to, span, written.unlisted)

    def meaning(self, variable: Variable, line: Line) -> tuple[Expression, Type]:
        """What a computed variable is: resolved where it is declared, then said of the one who has it."""
        written = line.line
        assert written.means is not None
        scope = self.scope_of(line.holder) if variable.owner else Scope(mind=CAMERA if written.word == "fact" else AUTHOR)
        if variable.scene:
            scope = scope._replace(scene=variable.scene)
        if written.toward is not None and written.toward.every:
            kind = written.toward.name.words
            scope = scope._replace(roles=(*scope.roles, (kind, kind)))
        found = self.resolver.typed(written.means, scope)
        bound = {SELF: variable.owner}
        if written.toward is not None:
            bound[written.toward.name.words] = variable.toward
        return bind_expression(found.expression, bound), found.type

    def learn_computed(self) -> None:
        """Find the types of computed variables, in an order in which each one's parts are known; tell of those that have none."""
        lines = {
            (holder, name): line
            for holder, table in self.names.lines.items()
            for name, line in table.items()
            if line.line.means is not None
        }
        named: dict[str, list[tuple[str, str]]] = {}
        for key in lines:
            named.setdefault(key[1], []).append(key)
        # By name alone, whoever has it: enough to put them in order. A part that is named twice is worked out twice.
        parts = {key: [part for word in _names_in(_means(line)) for part in named.get(word, ())] for key, line in lines.items()}
        users: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for key, needed in parts.items():
            for part in set(needed):
                users.setdefault(part, []).append(key)
        waits = {key: len(set(needed)) for key, needed in parts.items()}
        ready = deque(key for key, count in waits.items() if not count)
        sizes: dict[tuple[str, str], tuple[int, int]] = {}
        while ready:
            key = ready.popleft()
            sizes[key] = self.learn_one(key, lines[key], [sizes[part] for part in parts[key]])
            for user in users.get(key, ()):
                waits[user] -= 1
                if not waits[user]:
                    ready.append(user)
        for key in lines.keys() - sizes.keys():
            self.resolver.computed[key] = UNKNOWN
        seen = set(sizes)
        for key in lines:
            way: list[tuple[str, str]] = []
            while key not in seen:
                seen.add(key)
                way.append(key)
                key = next(part for part in parts[key] if part not in sizes)
            if circle := way[way.index(key) :] if key in way else []:
                first = circle.index(min(circle, key=lambda one: lines[one].span))
                names = [name for _, name in (*circle[first:], *circle[:first])]
                line = lines[circle[first]]
                self.tell(in_world.means_itself(line.span, line.name, names, line.line.word))

    def learn_one(self, key: tuple[str, str], line: Line, parts: list[tuple[int, int]]) -> tuple[int, int]:
        """Find one type whose parts are known. The size of its meaning and its depth leave, all parts' meanings put in."""
        size, depth = 1 + sum(size for size, _ in parts), 1 + max((depth for _, depth in parts), default=0)
        if size > LARGEST_MEANING or depth > DEEPEST_MEANING:
            self.tell(in_world.means_too_much(line.span, line.name))
            self.resolver.computed[key] = UNKNOWN
            return 1, 1
        self.resolver.computed[key] = self.type_of(line)
        return size, depth

    def type_of(self, line: Line) -> Type:
        quiet, self.resolver.tell = self.resolver.tell, lambda problem: None
        owner = "" if line.holder == "" or line.holder.startswith("scene ") else (SELF if line.holder in self.names.kinds else line.holder)
        scene = line.holder.removeprefix("scene ") if line.holder.startswith("scene ") else ""
        found = self.meaning(Variable(owner, line.name, "", scene), line)[1]
        self.resolver.tell = quiet
        return found

    # ── what others make of them ──

    def each(self, each: tree.Each, person: str) -> tuple[str, ...]:
        """The people meant by `Rey` or `each villager`, the person themself left out."""
        if not each.every and each.name.words in self.names.kinds:
            self.tell(in_names.kind_without_each(each.name.span, each.name.words))
            return ()
        if not each.every:
            return (each.name.words,) if self.resolver.is_person(each.name, Scope()) else ()
        if each.name.words not in self.names.kinds:
            self.tell(in_names.unknown_name(each.name.span, "kind", each.name.words, self.names.kinds))
            return ()
        return tuple(other for other in self.names.members[each.name.words] if other != person)

    def fields_of(self, person: str, field: tree.Field) -> list[tuple[Variable, Type]]:
        """The hidden variables that a route names: all that are held toward somebody, where it does not say toward whom."""
        found = self.names.fields(person).get(field.name.words)
        if field.owner is not None and field.owner.words in self.names.people:
            self.tell(in_names.named_with_owner(field.span, field.owner.words, field.name.words))
            return []
        if field.owner is not None or found is None:
            self.tell(self.resolver.unknown.shown(field, person))
            return []
        if found.line.word == "open":
            self.tell(in_minds.nothing_to_guess(field.span, person, found.name, found.span))
            return []
        type_ = found.type or self.resolver.computed.get((found.holder, found.name), UNKNOWN)
        wanted = self.towards(person, found)
        if field.toward is not None:
            wanted = tuple(toward for toward in wanted if toward == field.toward.words)
            if not wanted:
                self.tell(in_minds.not_held_toward(field.span, field.toward.words, found.name, found.span, *found.held))
        return [(Variable(person, found.name, toward), type_) for toward in wanted]

    def shown(self, person: str, by_kind: bool) -> Iterator[Route]:
        """What a person's own lines show, or what those of their kinds do."""
        for scope, line in self.lines_of(person, tree.Shows):
            if (scope.owner == SELF) is not by_kind:
                continue
            to = self.each(line.to, person) if line.to else ("",)
            yield from self.routes("shows", person, to, line, scope._replace(mind=AUTHOR))

    def bonds(self, line: tree.Bond) -> Iterator[Route]:
        strangers = [end for end in (line.one, line.other) if not self.resolver.is_person(end, Scope())]
        if strangers:
            return
        ways = [(line.one.words, line.other.words)]
        if line.both_ways:
            ways.append((line.other.words, line.one.words))
        if line.one.words == line.other.words:
            self.tell(in_world.bond_with_oneself(line.span, line.one.words))
            return
        if line.both_ways and (told := self.one_way(line, *ways)):
            self.tell(told)
            return
        for source, observer in ways:
            yield from self.routes("bond", source, (observer,), line, Scope(owner=source))

    def one_way(self, line: tree.Bond, *ways: tuple[str, str]) -> Problem | None:
        """What to tell of a bond that goes both ways and carries what only one of the two has."""
        carried = {
            way: [field for field in line.fields if field.owner is None and field.name.words in self.names.fields(way[0])] for way in ways
        }
        lacking = [field for field in line.fields if sum(field in fields for fields in carried.values()) == 1]
        if not lacking:
            return None
        bonds = [(*way, ", ".join(map(_carried, fields))) for way, fields in carried.items() if fields]
        whole = (
            line.as_ is None and line.condition is None and len(bonds) and all(any(f in c for c in carried.values()) for f in line.fields)
        )
        return in_world.bond_one_way(line.span, lacking[0].name.words, line.one.words, line.other.words, bonds, bool(whole))

    def routes(self, by: str, person: str, to: tuple[str, ...], line: tree.Shows | tree.Bond, scope: Scope) -> Iterator[Route]:
        bound = {SELF: person}
        condition = self.resolver.condition(line.condition, scope)
        condition = condition and bind_expression(condition, bound)
        for field in line.fields:
            if scope.owner == SELF and field.toward is not None and field.toward.words == person:
                continue  # what a kind shows of its feelings toward somebody, that person has not toward themself
            for variable, type_ in self.fields_of(person, field):
                truth: Expression = Read(variable)
                if line.as_ is not None:
                    truth = bind_expression(self.resolver.value(line.as_, scope, type_).expression, bound)
                for observer in to:
                    yield Route(by, variable, observer, truth, condition, line.span)

    def readings(self, person: str) -> Iterator[Reading]:
        for scope, line in self.lines_of(person, tree.Reads):
            for variable, type_, bound in self.about(person, line, scope):
                inner = scope._replace(mind=AUTHOR, roles=(*scope.roles, *((role, role) for role in bound if role != SELF)))
                value = self.resolver.value(line.as_, inner, type_).expression
                condition = self.resolver.condition(line.condition, inner)
                condition = condition and bind_expression(condition, bound)
                yield Reading(person, variable, bind_expression(value, bound), condition, line.span)

    def expectations(self, person: str) -> Iterator[Expectation]:
        for scope, line in self.lines_of(person, tree.Expects):
            for variable, type_, _ in self.about(person, line, scope):
                yield Expectation(person, variable, self.resolver.constant(line.value, type_), line.span)

    def about(self, person: str, line: tree.Reads | tree.Expects, scope: Scope) -> Iterator[tuple[Variable, Type, dict[str, str]]]:
        """Each hidden variable that `expects` or `reads` is about, its type, and who stands for whom in the line.

        What a kind expects of one of its own people, that person does not expect of themself.
        """
        for other in self.each(line.whose, person):
            if other == person:
                if scope.owner != SELF:
                    self.tell(in_minds.about_oneself(line.span, person, line.field.words))
                continue
            for variable, type_ in self.fields_of(other, tree.Field(None, line.field, line.toward, line.field.span)):
                bound = {SELF: person}
                if line.whose.every:
                    bound[line.whose.name.words] = other
                yield variable, type_, bound


def _carried(field: tree.Field) -> str:
    """A field as a bond names it."""
    return f"{field.name.words} toward {field.toward.words}" if field.toward is not None else field.name.words


def first_value(type_: Type) -> int:
    """Where a variable starts if its line does not say: at 0 if it can be 0, else at its lowest."""
    return 0 if type_.low <= 0 <= type_.high else type_.low


def _means(line: Line) -> tree.Expression:
    assert line.line.means is not None
    return line.line.means


def _names_in(written: tree.Expression) -> Iterator[str]:
    match written:
        case tree.Name(words):
            yield words
        case tree.Field(_, name, _):
            yield name.words
        case tree.Unary(_, operand):
            yield from _names_in(operand)
        case tree.Binary(_, left, right):
            yield from _names_in(left)
            yield from _names_in(right)
        case tree.Apply(_, arguments):
            for argument in arguments:
                yield from _names_in(argument)
        case _:
            pass
