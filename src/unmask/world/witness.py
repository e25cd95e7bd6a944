"""Checks who was there: a `happened(…)` may only be asked by whoever could know.

One promise: whoever asks was certainly present at everything that the pattern names, and may know all that its `when`s ask for. How a
story ends is no matter: nobody acts after that.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from unmask.problems import in_minds
from unmask.problems.place import Span
from unmask.problems.problem import Problem
from unmask.syntax import tree
from unmask.world.expressions import Resolver
from unmask.world.model import Event
from unmask.world.names import Names
from unmask.world.scope import AUTHOR, CAMERA, Scope


class Way(NamedTuple):
    """An option: who may choose it (a person, a role, a kind in its own `meanwhile`, chance), in which moment, and what it is called.

    `scene` is None between scenes.
    """

    owner: str
    moment: str
    label: str
    scene: tree.Scene | None
    span: Span


class Patterns(Protocol):
    """Whoever finds what patterns speak of."""

    names: Names
    resolver: Resolver
    options: list[Way]

    def may_be(self, who: str, owner: str, scene: tree.Scene | None, scope: Scope) -> bool: ...
    def event(self, written: tree.EventPattern, scope: Scope) -> Event | None: ...


class Asker(NamedTuple):
    """Who asks, by the name that stands in the line ("" where none does), and everybody who may be meant by it."""

    name: str
    people: tuple[str, ...]


class Missed(NamedTuple):
    """What may have happened behind somebody's back, and where it stands; `who` need not have been there.

    For a `when` that asks for what `who` cannot know, `what` is empty.
    """

    what: str
    span: Span
    who: str


class Witness:
    """Checks the `happened(…)`s of one story."""

    def __init__(self, patterns: Patterns) -> None:
        self.patterns = patterns
        self.names = patterns.names
        self.resolver = patterns.resolver
        self._looking = False
        self._seen: set[tuple[str, tuple[str, ...]]] = set()

    def check(self, written: tree.Happened, event: Event, scope: Scope) -> None:
        """Tell what whoever asks cannot know. The author may ask for anything."""
        if scope.mind == AUTHOR:
            return
        outermost = not self._looking
        self._looking = True
        missed = next(iter(list(self._missed(event, self._asker(scope), scope))), None)
        if outermost:
            self._looking = False
            self._seen.clear()
        if missed is not None:
            mind = "" if scope.mind == CAMERA else scope.mind
            self.resolver.tell(in_minds.not_there_to_know(written.span, mind, missed.what, missed.who, missed.span))

    def _asker(self, scope: Scope) -> Asker:
        """What everybody hears, everybody who hears it has to know."""
        asking = (scope.mind,) if scope.mind != CAMERA else scope.heard_by or tuple(self.names.people)
        people = [person for who in asking for person in self.names.members.get(scope.kind_of(who), (who,))]
        return Asker("" if scope.mind == CAMERA else scope.mind, tuple(dict.fromkeys(people)))

    def _missed(self, event: Event, asker: Asker, scope: Scope) -> Iterator[Missed]:
        """What of a pattern somebody need not have been there for. What one did oneself one knows."""
        match event.word:
            case "scene":
                scene = self.names.scenes[event.moment]
                yield from self._unseen(f"scene {event.moment}", scene.span, scene, asker)
            case "choice" if event.who != asker.name and asker.people != (event.who,):
                for way in self.patterns.options:
                    if way.label == event.label and self.patterns.may_be(event.who, way.owner, way.scene, scope):
                        yield from self._unseen(f"{event.who}: {way.label}", way.span, way.scene, asker)
            case "place":
                for way in self.patterns.options:
                    if (way.moment, way.label) == (event.moment, event.label) and asker.people != (way.owner,):
                        yield from self._unseen(f"{way.moment} / {way.label}", way.span, way.scene, asker)
            case "motif" if (event.label, asker.people) not in self._seen:
                self._seen.add((event.label, asker.people))
                motif = self.names.motifs[event.label]
                kinds = tuple((role.name.words, role.kind.words) for role in motif.roles if role.kind is not None)
                # A role of the motif may be anybody, also where whoever asks has the same name in a scene.
                yield from self._missed_in(motif.body, Asker("", asker.people), Scope(roles=kinds))
            case _:
                pass

    def _unseen(self, what: str, span: Span, scene: tree.Scene | None, asker: Asker) -> Iterator[Missed]:
        """Between scenes nobody is together; a scene that does not say has everybody in it."""
        if scene is not None and not scene.roles:
            return
        there = {role.name.words for role in scene.roles if role.present and role.kind is None} if scene is not None else set()
        yield from (Missed(what, span, person) for person in asker.people if person not in there)

    # ── motifs ──

    def _missed_in(self, body: Iterable[tree.Line], asker: Asker, scope: Scope) -> Iterator[Missed]:
        for item in body:
            if not isinstance(item, tree.Item):
                continue
            event = self.patterns.event(item.event, scope) if item.event is not None else None
            if event is not None:
                yield from self._missed(event, asker, scope)
            if item.test is not None:
                yield from (Missed("", item.span, who) for who in asker.people if self._is_hidden(item.test, who, scope))
            yield from self._missed_in(item.body, asker, scope)

    def _is_hidden(self, test: tree.Expression, who: str, scope: Scope) -> bool:
        """Whether somebody may not ask what a motif asks."""
        told: list[Problem] = []
        tell, self.resolver.tell = self.resolver.tell, told.append
        self.resolver.test(test, scope._replace(mind=who))
        self.resolver.tell = tell
        return bool(told)
