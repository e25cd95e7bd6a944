"""What a story file declares, by name, before any of it is resolved. Tree in, tables and naming problems out.

One promise: after this, a name means one thing. Names that clash are told here, and the first that was declared stays.
"""

from collections.abc import Iterator
from typing import NamedTuple, TypeVar

from unmask.problems import in_names, in_world
from unmask.problems.place import Span
from unmask.problems.problem import Problem
from unmask.syntax import tree
from unmask.world.model import CHANCE, IMPLICIT_ENDINGS, SELF, WORLD_SIDE, YES_NO, Type

L = TypeVar("L", tree.Kind, tree.Person, tree.Scene, tree.Ending, tree.Motif)
MOST_LEVELS = 1000
# Words with which the name of somebody, or of something that happens, would be read as something else where it is asked for; and words
# that would end it. `scene: go`, `each.anger`, `Nan can: go`.
_NOT_FIRST = {
    "person": frozenset({"scene", "ending", "each", "next", "within", "without", "never", "always", "in", "weight"}),
    "moment": frozenset({"scene", "ending", "next", "within", "without"}),
    "motif": frozenset({"scene", "ending"}),
}
_NOT_WITHIN = {
    "person": frozenset({"with", "about", "to", "called", "by", "recalls", "denies", "can"}),
    "moment": frozenset({"with"}),
    "motif": frozenset({"with"}),
}
# The five forms of the pronouns that one word stands for.
PRONOUNS = {
    "he": ("he", "him", "his", "his", "himself"),
    "she": ("she", "her", "her", "hers", "herself"),
    "they": ("they", "them", "their", "theirs", "themself"),
    "it": ("it", "it", "its", "its", "itself"),
}
# Words of the language, and those that it keeps for later.
_LATER = ("tell", "told", "believes", "forgets", "doubts", "looks", "unseen")
RESERVED_NAMES = frozenset({*_LATER, CHANCE, SELF, WORLD_SIDE, "end", "everybody", "yes", "no", "why", "times", "in brief"})


class Line(NamedTuple):
    """One declared name: who holds it (a person, a kind, "" for the world, "scene NAME"), and its line in the file."""

    holder: str
    name: str
    line: tree.Variables
    type: Type | None
    span: Span

    @property
    def held(self) -> tuple[str, str]:
        """What stands behind `toward` in the line, and the kind whose people that are, "" where it is one person."""
        each = self.line.toward
        if each is None:
            return "", ""
        return (f"each {each.name.words}", each.name.words) if each.every else (each.name.words, "")


class Names(NamedTuple):
    """All tables. `lines` holds facts under "", scene facts under "scene NAME", fields under their person or kind."""

    scales: dict[str, Type]
    values: dict[str, list[Type]]
    kinds: dict[str, tree.Kind]
    people: dict[str, tree.Person]
    members: dict[str, tuple[str, ...]]
    lines: dict[str, dict[str, Line]]
    scenes: dict[str, tree.Scene]
    endings: dict[str, tree.Ending]
    motifs: dict[str, tree.Motif]
    problems: list[Problem]

    def fields(self, holder: str) -> dict[str, Line]:
        """The fields of a person, kinds' fields included, or of a kind."""
        found = dict(self.lines.get(holder, {}))
        if holder in self.people:
            for kind in self.people[holder].kinds:
                for name, line in self.lines.get(kind.words, {}).items():
                    found.setdefault(name, line)
        return found

    def everything(self) -> Iterator[str]:
        """Every declared name, for near names."""
        for table in self.lines.values():
            yield from table
        yield from self.people
        yield from self.values


def names_of(story: tree.Story) -> Names:
    """The tables of a story."""
    names = Names({}, {}, {}, {}, {}, {"": {}}, {}, {}, {}, [])
    for line in story.lines:
        match line:
            case tree.Scale():
                _scale(names, line)
            case tree.Kind():
                _declare(names, names.kinds, "kind", line.name, line)
            case tree.Person():
                _declare(names, names.people, "person", line.name, line)
            case tree.Scene():
                _declare(names, names.scenes, "scene", line.name, line)
            case tree.Ending():
                _ending(names, line)
            case tree.Motif():
                _declare(names, names.motifs, "motif", line.name, line)
            case _:
                pass
    for kind in names.kinds:
        names.members[kind] = tuple(person for person, line in names.people.items() if any(of.words == kind for of in line.kinds))
    _variables(names, story)
    _check_clashes(names)
    return names


def _declare(names: Names, table: dict[str, L], what: str, name: tree.Name, line: L) -> None:
    if name.words in table:
        names.problems.append(in_world.declared_twice(name.span, what, name.words, table[name.words].span))
        return
    if name.words in RESERVED_NAMES:
        names.problems.append(in_world.name_is_a_keyword(name.span, name.words))
    elif word := misread(what, name.words):
        names.problems.append(in_world.name_is_misread(name.span, what, name.words, word))
    table[name.words] = line


def misread(what: str, name: str) -> str:
    """The word for which a name of this sort could not be asked for by its name, "" where it can."""
    first, *_ = words = name.split()
    if first in _NOT_FIRST.get(what, ()):
        return first
    return next((word for word in words if word in _NOT_WITHIN.get(what, ())), "")


def _ending(names: Names, line: tree.Ending) -> None:
    if line.name.words in IMPLICIT_ENDINGS:
        names.problems.append(in_world.name_is_a_keyword(line.name.span, line.name.words))
    _declare(names, names.endings, "ending", line.name, line)


def _scale(names: Names, line: tree.Scale) -> None:
    if line.name.words in names.scales:
        names.problems.append(in_world.declared_twice(line.name.span, "scale", line.name.words, line.span))
        return
    if len(line.levels) == 1:
        names.problems.append(in_world.one_level(line.span, line.name.words, line.levels[0].name.words))
    names.scales[line.name.words] = named_type(names, "scale", line.name.words, line.levels, line.span)


def named_type(names: Names, sort: str, name: str, values: tuple[tree.Value, ...], span: Span) -> Type:
    """The type of a scale or a set from its values."""
    seen: dict[str, Span] = {}
    for value in values:
        if value.name.words in seen:
            names.problems.append(in_world.declared_twice(value.name.span, "value", value.name.words, seen[value.name.words]))
        if value.name.words in ("yes", "no"):
            names.problems.append(in_world.name_is_a_keyword(value.name.span, value.name.words))
        seen[value.name.words] = value.name.span
    if len(values) > MOST_LEVELS:
        names.problems.append(in_world.too_many_values(span, len(values), MOST_LEVELS))
    found = Type(
        sort,
        0,
        len(values) - 1,
        name,
        tuple(value.name.words for value in values),
        tuple(value.words if value.words is not None else value.name.words for value in values),
    )
    for value in values:
        known = names.values.setdefault(value.name.words, [])
        if found not in known:
            known.append(found)
    return found


def _variables(names: Names, story: tree.Story) -> None:
    for line in story.lines:
        match line:
            case tree.Variables():
                _lines(names, "", line)
            case tree.Scene(name=name, body=body):
                for inner in body:
                    if isinstance(inner, tree.Variables):
                        _lines(names, f"scene {name.words}", inner)
            case tree.Kind(name=name, body=body) | tree.Person(name=name, body=body):
                for inner in body:
                    if isinstance(inner, tree.Variables):
                        _lines(names, name.words, inner)
            case _:
                pass


def _lines(names: Names, holder: str, line: tree.Variables) -> None:
    table = names.lines.setdefault(holder, {})
    kind = None if line.type is None else _type(names, line.type, line.span, line.names[-1].words)
    for name in line.names:
        if name.words in table:
            names.problems.append(in_world.declared_twice(name.span, line.word, name.words, table[name.words].span))
        elif name.words in RESERVED_NAMES:
            names.problems.append(in_world.name_is_a_keyword(name.span, name.words))
        else:
            table[name.words] = Line(holder, name.words, line, kind, name.span)


def _type(names: Names, written: tree.Type, span: Span, name: str) -> Type:
    match written:
        case tree.YesNoType():
            return YES_NO
        case tree.RangeType(low, high):
            if low > high:
                names.problems.append(in_world.backward_range(span, low, high))
                return Type("number", high, low)
            if high - low >= MOST_LEVELS:
                names.problems.append(in_world.too_many_values(span, high - low + 1, MOST_LEVELS))
            return Type("number", low, high)
        case tree.SetType(values):
            if len(values) == 1:
                names.problems.append(in_world.one_level(span, name, values[0].name.words))
            return named_type(names, "scale" if written.is_ordered else "set", "", values, span)
        case tree.ScaleType(scale):
            if scale.words not in names.scales:
                names.problems.append(in_names.unknown_name(scale.span, "scale", scale.words, names.scales))
                return Type("unknown", 0, 0)
            return names.scales[scale.words]


def _check_clashes(names: Names) -> None:
    """One name, one thing: people, facts, fields and values share a language, so they may not share a name."""
    taken: dict[str, tuple[str, Span]] = {}
    for person, line in names.people.items():
        taken[person] = ("a person", line.name.span)
    for kind, kind_line in names.kinds.items():
        _clash(names, taken, kind, "a kind", kind_line.name.span)
    for fact, found in names.lines[""].items():
        _clash(names, taken, fact, "a fact", found.span)
    public = dict(taken)
    for holder, table in names.lines.items():
        for name, found in table.items() if holder else ():
            _clash(names, public, name, "a fact" if holder.startswith("scene ") else "a field", found.span, remember=False)
            taken.setdefault(name, ("a field", found.span))
    for scene, scene_line in names.scenes.items():
        taken.setdefault(scene, ("a scene", scene_line.name.span))
    for value, types in names.values.items():
        if value in taken:
            what, span = taken[value]
            names.problems.append(in_world.name_taken(span, what, value, f"a value ({types[0].name or 'one of several'})", None))
    for person, line in names.people.items():
        for of in line.kinds:
            if of.words not in names.kinds:
                names.problems.append(in_names.unknown_name(of.span, "kind", of.words, names.kinds))
        _clash_of_kinds(names, person)


def _clash(names: Names, taken: dict[str, tuple[str, Span]], name: str, what: str, span: Span, remember: bool = True) -> None:
    if name in taken:
        names.problems.append(in_world.name_taken(span, what, name, taken[name][0], taken[name][1]))
    elif remember:
        taken[name] = (what, span)


def _clash_of_kinds(names: Names, person: str) -> None:
    """A field has one line: a person may not have it twice, from two kinds or from a kind and a line of their own."""
    seen = dict(names.lines.get(person, {}))
    for kind in names.people[person].kinds:
        for name, line in names.lines.get(kind.words, {}).items():
            if name in seen:
                names.problems.append(in_world.field_twice(seen[name].span, person, name, line.span))
            seen.setdefault(name, line)
