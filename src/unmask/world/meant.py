"""What somebody may have meant by words that name nothing where they stand: what to write there instead.

How people say it comes first (`Oda's grief`, `true`, `the weather`), then whose it is, then what has happened, and names that only look
like it come last. Each group is for the next one to be tried only where nothing of it can stand there; within a group nobody can tell.
"""

from collections.abc import Iterator

from unmask.problems.near import folded, near, nearest
from unmask.syntax import tree
from unmask.syntax.tree import EventPattern
from unmask.world.model import CHANCE, IMPLICIT_ENDINGS, SELF
from unmask.world.names import Line, Names
from unmask.world.scope import Scope

Group = list[tree.Expression]
_YES_NO = {"true": "yes", "false": "no", "yes": "yes", "no": "no"}
_BEFORE = ("the", "a", "an", "my", "your", "his", "her", "their", "its")
_SEEMING = ("seems", "seem", "seems to feel")
# A person's pronouns as people write them, and as a mention names them: a form where just one is meant.
PRONOUN_FORMS = {
    **dict.fromkeys(("he", "she", "they", "it", "xe", "ze"), ("they",)),
    **dict.fromkeys(("him", "them"), ("them",)),
    "his": ("their", "theirs"),
    "her": ("them", "their"),
    **dict.fromkeys(("their", "its"), ("their",)),
    **dict.fromkeys(("hers", "theirs"), ("theirs",)),
    **dict.fromkeys(("himself", "herself", "themself", "themselves", "itself"), ("themself",)),
}


class Meaning:
    """Guesses what names of one story may have meant. Nothing is tried out here: whether a guess can stand, others see."""

    def __init__(self, names: Names) -> None:
        self.names = names

    def of_name(self, written: tree.Name, scope: Scope, known: list[str], ways: list[EventPattern]) -> Iterator[tuple[str, Group]]:
        """Guesses for a bare name, each group with its sort: spoken, whose, happened, near.

        `known` would have been understood there, `ways` are what may happen under that name.
        """
        yield "spoken", list(self._as_spoken(written, scope, known))
        yield "whose", list(self.owned(written, scope))
        yield "happened", [tree.Happened(way, written.span) for way in ways]
        people = self.people(scope) if scope.wanted.people else []
        yield "near", [tree.Name(name, written.span) for name in near(written.words, (*known, *people))]
        yield "near", list(self._owned_by_near_names(written, scope))

    def of_field(self, written: tree.Field, scope: Scope) -> Iterator[Group]:
        """Guesses for `OWNER.FIELD` where nobody is called so, or has no such field."""
        assert written.owner is not None
        owner = written.owner.words
        holder = scope.kind_of(owner) or owner
        if holder in self.names.people or holder in self.names.kinds:
            yield [written._replace(name=written.name._replace(words=name)) for name in near(written.name.words, self.names.fields(holder))]
            return
        for word in _SEEMING:
            if owner.startswith(f"{word} "):
                of = written._replace(owner=written.owner._replace(words=owner[len(word) + 1 :]))
                yield [tree.Apply("seems", (of,), written.span)]
        yield [written._replace(owner=written.owner._replace(words=name)) for name in near(owner, self.people(scope))]

    # ── how people say it ──

    def _as_spoken(self, written: tree.Name, scope: Scope, known: list[str]) -> Iterator[tree.Expression]:
        words = written.words
        if words.casefold() in _YES_NO:
            yield tree.Name(_YES_NO[words.casefold()], written.span)
            return
        people = self.people(scope) if scope.wanted.people else []
        yield from (tree.Name(name, written.span) for name in (*known, *people) if folded(name) == folded(words) and name != words)
        first, _, rest = words.partition(" ")
        if first in _SEEMING and rest:
            of = self._field_as_spoken(rest, written, scope)
            of = of or next(self.owned(written._replace(words=rest), scope), None)
            if of is not None:
                yield tree.Apply("seems", (of,), written.span)
        if first.casefold() in _BEFORE and rest:
            meant = written._replace(words=rest if rest in known else nearest(rest, known) or rest)
            yield from [meant] if meant.words in known else self.owned(meant, scope)
        if (field := self._field_as_spoken(words, written, scope)) is not None:
            yield field

    def field_as_spoken(self, written: tree.Name, scope: Scope) -> tree.Field | None:
        """`Oda's grief`, `Oda grief`, `grief of Oda`: the field that this is, if it is one."""
        return self._field_as_spoken(written.words, written, scope)

    def _field_as_spoken(self, words: str, written: tree.Name, scope: Scope) -> tree.Field | None:
        shape = folded(words)
        for person in self.people(scope):
            for begin in (f"{person}'s ", f"{person}' ", f"{person} "):
                if shape.startswith(folded(begin)):
                    return self._field(person, words[len(begin) :], written, scope)
            if shape.endswith(folded(end := f" of {person}")):
                return self._field(person, words[: -len(end)], written, scope)
        return None

    def as_owned(self, written: tree.Name, scope: Scope) -> tree.Field | None:
        """`Oda's grief` as a field of hers, whether or not she has one of that name."""
        for person in self.people(scope):
            if folded(written.words).startswith(folded(begin := f"{person}'s ")):
                return tree.Field(tree.Name(person, written.span), tree.Name(written.words[len(begin) :], written.span), None, written.span)
        return None

    def _field(self, person: str, name: str, written: tree.Name, scope: Scope) -> tree.Field | None:
        fields = self.names.fields(scope.kind_of(person) or person)
        name = name if name in fields else nearest(name, fields)
        return next(self._as_held(person, fields[name], written, scope), None) if name else None

    # ── whose it is ──

    def people(self, scope: Scope) -> list[str]:
        """Everybody who can be named there."""
        return [*(role for role, _ in scope.roles if role != SELF), *self.names.people]

    def owned(self, written: tree.Name, scope: Scope) -> Iterator[tree.Field]:
        """The field of that name of everybody who has one but the one whose fields need no owner."""
        for person in self.people(scope):
            for name, line in self.names.fields(scope.kind_of(person) or person).items():
                if folded(name) == folded(written.words) and person != scope.owner:
                    yield from self._as_held(person, line, written, scope)

    def _owned_by_near_names(self, written: tree.Name, scope: Scope) -> Iterator[tree.Expression]:
        for person in self.people(scope):
            fields = self.names.fields(scope.kind_of(person) or person)
            if name := nearest(written.words, fields):
                yield from self._as_held(person, fields[name], written, scope)

    def _as_held(self, person: str, line: Line, written: tree.Name, scope: Scope) -> Iterator[tree.Field]:
        for toward in self.towards(person, line, scope):
            held = tree.Name(toward, written.span) if toward else None
            yield tree.Field(tree.Name(person, written.span), tree.Name(line.name, written.span), held, written.span)

    def towards(self, person: str, line: Line, scope: Scope) -> list[str]:
        """Everybody toward whom somebody's field is held; [""] where it is held toward nobody."""
        each = line.line.toward
        if each is None:
            return [""]
        if not each.every:
            return [each.name.words]
        if scope.kind_of(person):
            return [role for role, kind in scope.roles if kind == each.name.words and role not in (person, SELF)]
        return [other for other in self.names.members.get(each.name.words, ()) if other != person]


def ways_to_say(name: str, names: Names, labels: Iterator[tuple[str, str, str]]) -> Iterator[EventPattern]:
    """Everything that may happen under this name: scenes, endings, motifs, and what somebody may choose.

    `labels` are owner, moment and label of each option.
    """
    meant = tree.Name(name)
    if name in names.scenes:
        yield EventPattern("scene", meant, "")
    if name in names.endings or name in IMPLICIT_ENDINGS:
        yield EventPattern("ending", meant, "")
    if name in names.motifs:
        yield EventPattern("motif", meant, "")
    for owner, moment, label in dict.fromkeys(labels):
        if folded(label) == folded(name):
            by_name = owner == CHANCE or owner in names.people
            yield EventPattern("choice", tree.Name(owner), label) if by_name else EventPattern("place", tree.Name(moment), label)
