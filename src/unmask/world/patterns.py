"""Motifs and promises with their names found: that they speak of things that exist is checked here.

What a motif would need to be followed is known later, when its automaton is built (`unmask.motif`).
"""

from collections.abc import Iterable

from unmask.problems import in_names, in_world
from unmask.syntax import tree
from unmask.world.casting import too_few
from unmask.world.expressions import Resolver
from unmask.world.model import CHANCE, IMPLICIT_ENDINGS, Event, Expression, Happened, Item, Motif, Promise, Role
from unmask.world.names import Names
from unmask.world.scope import Scope
from unmask.world.witness import Way, Witness


class Patterns:
    """Finds what motifs, promises and `happened(...)` speak of."""

    def __init__(self, story: tree.Story, resolver: Resolver) -> None:
        self.resolver = resolver
        self.names: Names = resolver.names
        self.tell = resolver.tell
        self.options = [
            Way(moment.owner.words if moment.owner else "", moment.name.words, option.label, scene, option.span)
            for scene, moment in _moments(story)
            for option in moment.body
            if isinstance(option, tree.Option)
        ]
        resolver.unknown.choices = [(way.owner, way.moment, way.label) for way in self.options]
        self.witness = Witness(self)

    def motif(self, line: tree.Motif) -> Motif:
        roles = tuple(Role(role.name.words, role.kind.words, True) for role in line.roles if self.is_role(role) and role.kind)
        scope = Scope(roles=tuple((role.name, role.kind) for role in roles))
        if (problem := too_few(line.span, line.name.words, roles, self.names.members)) is not None:
            self.tell(problem)
        if not line.body:
            self.tell(in_world.empty_motif(line.span, line.name.words, self.example()))
        items = self.items(line.body, scope)
        if items and items[0].word not in ("",):
            self.tell(in_world.motif_starts_with(line.body[0].span, items[0].word))
        return Motif(line.name.words, roles, items, line.span)

    def example(self) -> str:
        """Something that happens in this story, as a motif names it."""
        chosen = (f"{way.owner}: {way.label}" for way in self.options if way.owner in self.names.people)
        return next(chosen, f"scene {next(iter(self.names.scenes), 'NAME')}")

    def is_role(self, role: tree.Role) -> bool:
        if role.kind is None:
            somebody = role.name.words in self.names.people
            self.tell(in_world.motif_role_needs_kind(role.name.span, role.name.words, list(self.names.kinds), somebody))
            return False
        name = role.name.words
        if role.kind.words not in self.names.kinds:
            self.tell(in_names.unknown_name(role.kind.span, "kind", role.kind.words, self.names.kinds))
            return False
        if name in self.names.people:
            self.tell(in_world.name_taken(role.name.span, "a role", name, "a person", self.names.people[name].span))
            return False
        return True

    def items(self, body: tuple[tree.Line, ...], scope: Scope, above: str | None = None) -> tuple[Item, ...]:
        found = []
        for line in body:
            if not isinstance(line, tree.Item):
                continue
            inside = line.word in ("or", "when", "within")
            if inside != (above is not None):
                self.tell(in_world.motif_item_out_of_place(line.span, line.word, inside))
                continue
            event = self.event(line.event, scope) if line.event else None
            test = self.resolver.test(line.test, scope) if line.test else None
            found.append(Item(line.word, line.repeats, event, test, line.unit, self.items(line.body, scope, line.word), line.span))
        return tuple(found)

    def event(self, written: tree.EventPattern, scope: Scope) -> Event | None:
        first = written.first.words if written.first else ""
        match written.word:
            case "scene":
                return Event("scene", moment=first) if self.known(written, self.names.scenes) else None
            case "ending":
                known = (*self.names.endings, *IMPLICIT_ENDINGS)
                return Event("ending", label=first) if self.known(written, known) else None
            case "motif":
                return Event("motif", label=first) if self.known(written, self.names.motifs) else None
            case "place":
                labels = [way.label for way in self.options if way.moment == first]
                if not labels:
                    self.tell(self.resolver.unknown.moment(written, scope))
                    return None
                if written.label in labels:
                    return Event("place", "", first, written.label)
                self.tell(self.resolver.unknown.option(written, "", first, labels))
                return None
            case _:
                return self.chosen(written, first, scope)

    def chosen(self, written: tree.EventPattern, who: str, scope: Scope) -> Event | None:
        """`Rey: let him live`: that label in any moment that may be hers."""
        if who != CHANCE and written.first and not self.resolver.unknown.is_somebody(who, scope):
            self.tell(self.resolver.unknown.chooser(written, scope))
            return None
        called_so = (way for way in self.options if way.label == written.label)
        if any(self.may_be(who, way.owner, way.scene, scope) for way in called_so):
            return Event("choice", who, "", written.label)
        labels = [way.label for way in self.options if self.may_be(who, way.owner, way.scene, scope)]
        self.tell(self.resolver.unknown.option(written, who, "", labels))
        return None

    def may_be(self, who: str, owner: str, scene: tree.Scene | None, scope: Scope) -> bool:
        """Whether a moment of this owner, a person or a role of the scene, may be decided by `who`, a person or a role of the motif."""
        if scene is None:  # in a kind's `meanwhile` the kind's name stands for each of its people
            theirs = owner if owner in self.names.kinds else ""
        else:
            theirs = next((role.kind.words for role in scene.roles if role.kind and role.name.words == owner), "")
        return not self._people(theirs, owner).isdisjoint(self._people(scope.kind_of(who), who))

    def _people(self, kind: str, name: str) -> set[str]:
        """Everybody who may be meant: all of a kind, or whoever has that name."""
        return set(self.names.members.get(kind, ())) if kind else {name}

    def known(self, written: tree.EventPattern, table: Iterable[str]) -> bool:
        """Whether a scene, an ending or a motif is called so; where none is, it is told."""
        assert written.first is not None
        known = list(table)
        if written.first.words in known:
            return True
        self.tell(self.resolver.unknown.event(written, known))
        return False

    def happened(self, written: tree.Happened, scope: Scope) -> Expression:
        event = self.event(written.pattern, scope)
        if event is None:
            return Happened(Event("ending"))  # what names nothing is a problem already
        self.witness.check(written, event, scope)
        return Happened(event)

    def promise(self, line: tree.Promise) -> Promise:
        player = ""
        if line.player is not None and self.resolver.is_person(line.player, Scope()):
            player = line.player.words
        if line.low is not None and line.high is not None and float(line.low) > float(line.high):
            self.tell(in_world.backward_promise(line.span, line.low, line.high))
        event = self.event(line.event, Scope()) if line.event else None
        return Promise(line.form, line.low, line.high, player, event, line.span)


def _moments(story: tree.Story) -> list[tuple[tree.Scene | None, tree.Moment]]:
    """Every moment with its scene, `meanwhile`'s included."""
    found: list[tuple[tree.Scene | None, tree.Moment]] = []
    for line in story.lines:
        blocks: list[tuple[tree.Scene | None, tuple[tree.Line, ...]]] = []
        match line:
            case tree.Scene(body=body):
                blocks = [(line, body)]
            case tree.Meanwhile(body=body):
                blocks = [(None, body)]
            case tree.Person(body=body) | tree.Kind(body=body):
                blocks = [(None, inner.body) for inner in body if isinstance(inner, tree.Meanwhile)]
            case _:
                pass
        found += [(scene, moment) for scene, body in blocks for moment in body if isinstance(moment, tree.Moment)]
    return found
