"""What is told of a name that means nothing where it stands. A guess is offered only where it can stand in its place.

One promise: whoever writes what a fix says has no new problem there. So each guess is resolved, quietly, in the place of the name.
"""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from unmask.problems import in_asking, in_minds, in_names, in_world
from unmask.problems.near import folded, near
from unmask.problems.place import Span
from unmask.problems.problem import Problem
from unmask.syntax import tree
from unmask.syntax.to_text import event_to_text, expression_to_text
from unmask.world.meant import PRONOUN_FORMS, Group, Meaning, ways_to_say
from unmask.world.model import SELF, Expression, Type
from unmask.world.names import PRONOUNS, Line, Names
from unmask.world.scope import AUTHOR, CAMERA, Scope, Wanted


class Typed(NamedTuple):
    """An expression of the world with the type of its values."""

    expression: Expression
    type: Type


class Resolver(Protocol):
    """Whoever resolves expressions."""

    names: Names

    def quietly(self, written: tree.Expression, scope: Scope) -> tuple[Typed, list[Problem]]: ...
    def line_of(self, written: tree.Name | tree.Field, scope: Scope) -> tuple[Line, Type] | None: ...


class Unknown:
    """Finds what to say of the names of one story that mean nothing."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.names = resolver.names
        self.meaning = Meaning(resolver.names)
        # Owner, moment and label of every option: what may be asked for as something that happened.
        self.choices: list[tuple[str, str, str]] = []

    # ── names and fields ──

    def name(self, written: tree.Name, scope: Scope) -> Problem:
        """Of a bare name where something with a value is wanted."""
        words, wanted = written.words, scope.wanted.type
        somebody = next((person for person in self.meaning.people(scope) if folded(person) == folded(words)), "")
        if somebody and not scope.wanted.people:
            return in_names.person_is_no_value(written.span, somebody, self.fields_to_ask(somebody, scope))
        if words in self.names.values and not (wanted and wanted.names):
            types = self.names.values[words]
            if wanted is not None:
                return in_world.wrong_type(written.span, types[0], wanted)
            return in_names.value_alone(written.span, words, types[0], self.holding(types, scope))
        if scope.in_prose and words.casefold() in PRONOUN_FORMS:
            return self.pronoun(written.span, "", words, scope)
        known = self.known_here(scope)
        ways = list(ways_to_say(words, self.names, iter(self.choices)))
        for sort, group in self.meaning.of_name(written, scope, known, ways):
            if sort == "near" and (field := self.meaning.as_owned(written, scope)) is not None:
                return self.field(field, scope)
            stand = self.standing(group, scope)
            if sort == "whose" and group:
                return self._whose(written, group, stand, scope)
            if sort == "spoken" and stand:
                return in_names.said_otherwise(written.span, words, stand)
            if sort == "happened" and stand:
                return in_names.asked_plainly(written.span, words, stand)
            if stand:
                return self._near(written, stand, scope)
        if problem := self._seeming(written, scope):
            return problem
        return self._elsewhere(written, scope) or self._near(written, self._held_values(written, scope), scope)

    def _but_for_an_article(self, name: str, known: list[str]) -> str:
        """The one name that this is, but for capitals and a `the`: `balcony` for `The balcony`; "" where there is none, or several."""
        same = [other for other in dict.fromkeys(known) if folded(other).removeprefix("the ") == folded(name).removeprefix("the ")]
        return same[0] if len(same) == 1 else ""

    def _seeming(self, written: tree.Name, scope: Scope) -> Problem | None:
        """Of `Zoë seems afraid`: somebody, and a word for what they seem to feel that no field has."""
        for person in self.meaning.people(scope):
            if folded(written.words).startswith((f"{folded(person)} seems ", f"{folded(person)} looks ", f"{folded(person)} feels ")):
                fields = [way for way in self.fields_to_ask(person, scope) if "(" in way or scope.owner == person]
                return in_names.seeming(written.span, written.words, person, fields)
        return None

    def _held_values(self, written: tree.Name, scope: Scope) -> list[str]:
        """`weather is rain` for `raining`: where something true or false is wanted, what may have a value of a name near this."""
        if "yes/no" not in scope.wanted.sorts:
            return []
        values = near(written.words, self.names.values)
        held = [(asker, value) for value in values for asker in self.holding(self.names.values[value], scope)]
        span = written.span
        return self.standing((tree.Binary("is", tree.Name(asker, span), tree.Name(value, span), span) for asker, value in held), scope)

    def _whose(self, written: tree.Name, group: Group, stand: list[str], scope: Scope) -> Problem:
        if not stand and len(group) == 1 and scope.mind == CAMERA and (told := self.told_of(group[0], scope)) is not None:
            return told  # Whose it is is clear, and that it is hidden from a camera is what there is to say.
        owners = list(dict.fromkeys(guess.owner.words for guess in group if isinstance(guess, tree.Field) and guess.owner))
        asker = scope.owner if scope.owner != SELF else ""
        ways = stand or [self._held(way, scope) for way in self.standing(group, scope._replace(wanted=Wanted()))]
        ways = ways or [expression_to_text(guess) for guess in group]
        return in_names.whose(written.span, written.words, owners, asker, ways, bool(stand))

    def _held(self, way: str, scope: Scope) -> str:
        """What has a value, held against one where something true or false is wanted."""
        return way if "yes/no" not in scope.wanted.sorts else f"{way} is …"

    def _near(self, written: tree.Name, stand: list[str], scope: Scope) -> Problem:
        words, wanted = written.words, scope.wanted.type
        if wanted and wanted.names and not scope.wanted.asked:
            scales = [type_.name for type_ in self.names.values.get(words, ()) if type_.name]
            return in_names.unknown_value(written.span, words, wanted, stand, scales)
        counted = wanted if wanted is not None and wanted.sort == "number" and not scope.wanted.asked else None
        return in_names.no_such_name(written.span, words, stand, self.scale, scope.wanted.people, counted)

    @property
    def scale(self) -> str:
        """A scale of this story to give as an example, "" where it has none."""
        return next(iter(self.names.scales), "")

    def _elsewhere(self, written: tree.Name, scope: Scope) -> Problem | None:
        """Of what means something in another scene."""
        words = written.words
        scenes = [
            holder.removeprefix("scene ") for holder, table in self.names.lines.items() if holder.startswith("scene ") and words in table
        ]
        if scenes:
            return in_names.fact_of_another_scene(written.span, words, scenes)
        return self.role_elsewhere(written)

    def role_elsewhere(self, name: tree.Name) -> Problem | None:
        """Of a role of some scene, where that scene is not played."""
        for scene, line in self.names.scenes.items():
            if any(role.name.words == name.words and role.kind for role in line.roles):
                return in_names.role_of_another_scene(name.span, name.words, scene)
        return None

    def field(self, written: tree.Field, scope: Scope) -> Problem:
        """Of `OWNER.FIELD` where the owner has no such field."""
        owner = written.owner.words if written.owner else scope.owner
        name = written.name.words
        if scope.in_prose and written.toward is None and name.casefold() in PRONOUN_FORMS:
            return self.pronoun(written.span, owner, name, scope)
        fields = self.names.fields(scope.kind_of(owner) or owner)
        others = list(self.meaning.owned(written.name, scope._replace(owner=owner)))
        have = list(dict.fromkeys(field.owner.words for field in others if field.owner))
        exact = any(folded(known) == folded(name) for known in fields)
        guesses = self.standing((written._replace(name=tree.Name(known)) for known in near(name, fields)), scope)
        if have and not exact:
            kind, ways = scope.kind_of(owner), self.standing(others, scope)
            return in_names.field_of_others(written.name.span, owner, name, have, ways, self.scale, kind)
        return in_names.unknown_field(written.name.span, written.span, owner, name, guesses, fields, self.scale)

    def ownerless(self, written: tree.Field, scope: Scope) -> Problem:
        """Of `FIELD toward SOMEBODY` where nobody decides."""
        owned = (field for field in self.meaning.owned(written.name, scope) if field.owner)
        group = [written._replace(owner=owner) for owner in dict.fromkeys(field.owner for field in owned if field.owner)]
        if not group:
            return self._near(written.name, [], scope)
        stand = self.standing(group, scope)
        owners = [field.owner.words for field in group if field.owner]
        ways = stand or [expression_to_text(field) for field in group]
        return in_names.whose(written.span, written.name.words, owners, "", ways, bool(stand))

    def start(self, target: tree.Field, person: str) -> Problem:
        """Of a line of a person that starts a field which none of their kinds has."""
        fields = self.names.fields(person)
        guesses = [] if target.owner else near(target.name.words, fields)
        return in_names.nothing_to_start(target.span, person, target.name.words, guesses, list(fields), self.scale)

    def shown(self, field: tree.Field, person: str) -> Problem:
        """Of a field that somebody should show, or of whom another expects or reads something, and that they have not."""
        name, fields = field.name.words, self.names.fields(person)
        hidden = [known for known, line in fields.items() if line.line.word != "open"]
        have = [owner for owner in self.names.people if owner != person and name in self.names.fields(owner)]
        if have and not any(folded(known) == folded(name) for known in hidden):
            return in_names.field_of_others(field.name.span, person, name, have, [], self.scale)
        return in_names.unknown_field(field.name.span, field.name.span, person, name, near(name, hidden), fields, self.scale)

    def pronoun(self, span: Span, owner: str, word: str, scope: Scope) -> Problem:
        """Of `{he}` or `{Oda.he}`: a mention has one set of forms for everybody."""
        forms = PRONOUN_FORMS[word.casefold()]
        forms = tuple(form.capitalize() if word[0].isupper() else form for form in forms)
        people = [owner] if owner else self._called(word.casefold(), scope)
        return in_names.pronoun_form(span, word, [f"{person}.{form}" for person in people for form in forms])

    def _called(self, word: str, scope: Scope) -> list[str]:
        """Who of those that are there may be meant by a pronoun; everybody, where nobody has it."""
        there = list(scope.heard_by) or self.meaning.people(scope)
        own = {name: PRONOUNS.get(line.pronouns[0], line.pronouns) for name, line in self.names.people.items()}
        return [name for name in there if name not in own or word in own[name]] or there

    # ── what seems so ──

    def not_seeming(self, written: tree.Apply, scope: Scope) -> Problem:
        """Of a `seems(…)` that does not say whose field is meant."""
        of = written.arguments[-1]
        if isinstance(of, tree.Name):
            if self.is_somebody(of.words, scope):
                fields = [tree.Field(of, tree.Name(name, of.span)) for name in self.names.fields(scope.kind_of(of.words) or of.words)]
            else:
                fields = list(self.meaning.owned(of, scope))
                if not fields and of.words in self.known_here(scope._replace(wanted=Wanted(asked=True))):
                    return in_minds.nothing_seems(written.span, of.words)
                if not fields and (meant := self.meaning.field_as_spoken(of, scope)) is not None:
                    fields = [meant]
            before = written.arguments[:-1]
            stand = self.standing([written._replace(arguments=(*before, field)) for field in fields], scope)
            return in_minds.seems_of_what(written.span, stand)
        return in_minds.seems_of_what(written.span, [])

    def seems_to_nobody(self, written: tree.Apply, scope: Scope) -> Problem:
        """Of a `seems(…)` where it is not clear who looks."""
        of = written.arguments[-1]
        owner = of.owner.words if isinstance(of, tree.Field) and of.owner else ""
        lookers = [tree.Name(person, written.span) for person in self.meaning.people(scope) if person != owner]
        ways = [written._replace(arguments=(looker, of)) for looker in lookers]
        return in_minds.seems_to_whom(written.span, self.standing(ways, scope), scope.mind == CAMERA, expression_to_text(of))

    def person_compared(self, written: tree.Binary, person: str, other: tree.Expression, scope: Scope) -> Problem:
        """Of `Oda is happy`: what of hers can be asked for, and what of that is held against the rest."""
        ways: list[str] = []
        if isinstance(other, tree.Name) and other is written.right:
            if folded(other.words) in map(folded, self.names.fields(scope.kind_of(person) or person)):
                of = tree.Field(tree.Name(person, written.span), other, None, written.span)
                ways = self.standing([of], scope._replace(wanted=Wanted(("yes/no",))))
            elif types := self.names.values.get(other.words):
                ways = [f"{field} {written.operator} {other.words}" for field in self.fields_to_ask(person, scope, types)]
        return in_names.person_compared(written.span, person, ways, self.fields_to_ask(person, scope))

    # ── arrows ──

    def arrow(self, line: tree.Arrow, moments: list[str], scope: Scope, event: str) -> Problem:
        """Of an arrow whose name is none of those of its sort; `moments` are of its own scene, `event` is what was chosen there."""
        assert line.name is not None
        span, name = line.name.span, line.name.words
        first, _, rest = name.partition(" ")
        if first in ("scene", "moment", "the") and rest in (*moments, *self.names.scenes):
            name = rest
        elif name not in (*moments, *self.names.scenes, *self.names.endings):
            name = self._but_for_an_article(name, [*moments, *self.names.scenes, *self.names.endings]) or name
        whole = Span(line.span.line, line.span.start, span.end)
        if line.to == "moment" and name in self.names.endings:
            return in_names.arrow_to_an_ending(span, whole, name)
        if name in moments:
            return in_names.arrow_to_a_moment(span, whole, line.to, line.name.words, name)
        if name == scope.scene:
            return in_names.arrow_to_its_own_scene(span, line.to, name, moments)
        if name in self.names.scenes:
            return in_names.arrow_to_a_scene(span, line.to, name, scope.scene, event or (f"scene {scope.scene}" if scope.scene else ""))
        for scene, other in self.names.scenes.items():
            for moment in (part for part in other.body if isinstance(part, tree.Moment)):
                if moment.name.words == name:
                    return in_names.arrow_out_of_the_scene(span, line.to, name, scene)
        at = next((moment for _, moment, label in self.choices if label == name and moment in moments), "")
        if at:
            return in_names.arrow_to_an_option(span, line.to, name, at)
        known = [*moments, "end"] if line.to == "moment" else list(self.names.endings)
        return in_names.arrow_to_nowhere(span, line.to, line.name.words, known)

    # ── what happens ──

    def event(self, written: tree.EventPattern, known: list[str]) -> Problem:
        """Of a scene, an ending or a motif that there is not; `known` are those of its sort."""
        assert written.first is not None
        name = written.first.words
        ways = [way for way in ways_to_say(name, self.names, iter(self.choices)) if way.word != written.word]
        texts = [event_to_text(way) for way in ways] or list(self._choices_as_spoken(name))
        if texts and ways and ways[0].word in ("scene", "ending", "motif"):
            return in_names.says_not_what(written.span, ways[0].word, name, texts)
        if texts:
            return in_asking.says_not_who(written.span, name, texts)
        inside = [event_to_text(tree.EventPattern("place", written.first, label)) for _, moment, label in self.choices if moment == name]
        if inside:
            return in_names.moment_is_no_event(written.span, name, inside)
        what = written.word if near(name, known) or written.word != "motif" else "motif, scene or ending"
        return in_names.unknown_name(written.first.span, what, name, known)

    def _choices_as_spoken(self, words: str) -> Iterable[str]:
        """`Oda walk on` and `Oda's walk on` without their colon."""
        for owner, _, label in dict.fromkeys(self.choices):
            if owner in self.names.people and folded(words) in (folded(f"{owner} {label}"), folded(f"{owner}'s {label}")):
                yield f"{owner}: {label}"

    def moment(self, written: tree.EventPattern, scope: Scope) -> Problem:
        """Of `MOMENT / LABEL` where no moment is called so."""
        assert written.first is not None
        name = written.first.words
        if self.is_somebody(name, scope) and self._is_chosen(written.label):
            return in_names.not_so_written(written.span, "moment", name, [f"{name}: {written.label}"])
        return in_names.unknown_name(written.first.span, "moment", name, [moment for _, moment, _ in self.choices])

    def chooser(self, written: tree.EventPattern, scope: Scope) -> Problem:
        """Of `PERSON: LABEL` where nobody is called so."""
        assert written.first is not None
        name = written.first.words
        if any(moment == name for _, moment, _ in self.choices):
            return in_names.not_so_written(written.span, "person", name, [f"{name} / {written.label}"])
        ways = [event_to_text(way) for way in ways_to_say(written.label, self.names, iter(self.choices)) if way.word == "choice"]
        known = self.meaning.people(scope)
        if ways and not near(name, known) and self.role_elsewhere(written.first) is None and name not in self.names.kinds:
            return in_names.unknown_chooser(written.span, name, ways, list(self.names.kinds))
        return self.person(written.first, scope, known)

    def _is_chosen(self, label: str) -> bool:
        return any(label == known for _, _, known in self.choices)

    def option(self, written: tree.EventPattern, who: str, moment: str, labels: list[str]) -> Problem:
        """Of an option that is not among those of the one who is named, or of the moment."""
        ways = ways_to_say(written.label, self.names, iter(self.choices))
        texts = [event_to_text(way) for way in ways if way.word in ("choice", "place")]
        return in_names.unknown_option(written.span, who, moment, written.label, list(dict.fromkeys(labels)), texts)

    # ── people ──

    def person(self, name: tree.Name, scope: Scope, among: Iterable[str], as_: str = "") -> Problem:
        """Of a name that should be a person's; `among` are those who can be named there."""
        known = list(among)
        every, _, kind = name.words.partition(" ")
        if every == "each" and kind in self.names.kinds:
            return in_names.each_of_a_kind(name.span, kind, self.names.members[kind])
        if name.words in self.names.kinds:
            return in_names.kind_is_no_person(name.span, name.words, self.names.members[name.words])
        if not near(name.words, known) and (role := self.role_elsewhere(name)) is not None:
            return role
        return in_names.unknown_person(name.span, name.words, known, as_)

    def owner(self, written: tree.Field, scope: Scope) -> Problem:
        """Of `OWNER.FIELD` where nobody is called so."""
        assert written.owner is not None
        stand = list(dict.fromkeys(text for group in self.meaning.of_field(written, scope) for text in self.standing(group, scope)))
        if stand:
            return in_names.not_so_written(written.span, "person", written.owner.words, stand)
        return self.person(written.owner, scope, self.meaning.people(scope))

    def is_somebody(self, name: str, scope: Scope) -> bool:
        return name in self.names.people or bool(scope.kind_of(name))

    # ── trying ──

    def stands(self, guess: tree.Expression, scope: Scope) -> bool:
        return self.told_of(guess, scope) is None

    def told_of(self, guess: tree.Expression, scope: Scope) -> Problem | None:
        """What would be told first of a guess in a place; None where it can stand there."""
        if scope.wanted.settable:
            if not isinstance(guess, tree.Name | tree.Field):
                return in_world.not_plain(guess.span)
            found = self.resolver.line_of(guess, scope)
            if found is None or not scope.wanted.takes(found[1]):
                return in_world.not_plain(guess.span)
            return in_world.assigns_computed(guess.span, found[0].name, found[0].span) if found[0].line.means is not None else None
        if scope.wanted.people and isinstance(guess, tree.Name) and self.is_somebody(guess.words, scope):
            return None
        typed, told = self.resolver.quietly(guess, scope)
        if told or scope.wanted.takes(typed.type):
            return told[0] if told else None
        return in_world.wrong_type(guess.span, typed.type, scope.wanted.type or typed.type)

    def standing(self, guesses: Iterable[tree.Expression], scope: Scope) -> list[str]:
        """Those guesses that can stand in a place, as they are to be written: what is hidden as what it seems to be."""
        found = []
        for guess in guesses:
            ways: list[tree.Expression] = [guess]
            if isinstance(guess, tree.Field) and scope.mind not in (AUTHOR, CAMERA):
                ways.append(tree.Apply("seems", (guess,), guess.span))
            found += [expression_to_text(way) for way in ways if self.stands(way, scope)][:1]
        return list(dict.fromkeys(found))

    # ── what can be named ──

    def known_here(self, scope: Scope) -> list[str]:
        """Names that would have been understood in a place."""
        own = self.names.fields(scope.kind_of(scope.owner) or scope.owner) if scope.owner else {}
        plain = [*own, *self.names.lines.get(f"scene {scope.scene}", {}), *self.names.lines[""]]
        wanted = scope.wanted
        if wanted.asked:
            return plain
        return [*wanted.type.names, *plain] if wanted.type and wanted.type.names else [*plain, *self.names.values]

    def holding(self, types: Iterable[Type], scope: Scope) -> list[str]:
        """What can be named in a place and has a value of one of these types."""
        types, names = list(types), self.known_here(scope._replace(wanted=Wanted(asked=True)))
        found = ((name, self.resolver.line_of(tree.Name(name), scope)) for name in dict.fromkeys(names))
        return [name for name, line in found if line is not None and line[1] in types]

    def fields_to_ask(self, person: str, scope: Scope, types: Iterable[Type] = ()) -> list[str]:
        """What can be asked of somebody in a place, as it is to be written there; of these types alone, if any are given."""
        types = list(types)
        anything = scope._replace(wanted=Wanted())
        fields = [tree.Field(tree.Name(person), tree.Name(name)) for name in self.names.fields(scope.kind_of(person) or person)]
        lines = ((field, self.resolver.line_of(field, scope)) for field in fields)
        return self.standing((field for field, line in lines if line and (not types or line[1] in types)), anything)
