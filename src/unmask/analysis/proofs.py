"""Proves what never happens in a story without going through its states, and says why.

One promise: what has a reason here never happens in any story of this world, however lucky. What has none may happen or not.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property

from unmask.analysis.endless import ends_because
from unmask.analysis.explored import Never
from unmask.analysis.possible import Played, Possible, TooMany
from unmask.analysis.values import Known, Values
from unmask.motif.events import NAMELESS, Happening, names
from unmask.motif.from_world import matchers, motif_named, motif_of
from unmask.problems.place import Span
from unmask.world.model import IMPLICIT_ENDINGS, Event, Expression, Moment, Scene, Type, Variable, World
from unmask.world.places import Belief
from unmask.world.sites import parts_of
from unmask.world.walk import happenings_in

_MOST_NAMED = 3
_SHUT = "what it asks for is never so"


class Proofs:
    """Proves things of a world. Of one with more casts than can be looked at nothing is proved."""

    def __init__(self, world: World) -> None:
        self.world = world

    @cached_property
    def possible(self) -> Possible | None:
        """What can ever be."""
        try:
            return Possible(self.world)
        except TooMany:
            return None

    @cached_property
    def ends(self) -> str:
        """Why every story ends; "" where that is not proved."""
        return "" if self.possible is None else ends_because(self.possible)

    def never(self, event: Event) -> str:
        """Why an event, or all of a motif, never happens; "" where that is not proved."""
        possible = self.possible
        if possible is None:
            return ""
        endings = (Happening("ending", label=name) for name in (*sorted(possible.endings), *IMPLICIT_ENDINGS))
        all_there_is = [NAMELESS, *possible.happenings, *endings]
        motif = motif_named(self.world, event.label) if event.word == "motif" else motif_of(event)
        if matchers(self.world, motif, all_there_is):
            return ""
        if event.word == "ending":
            return self._no_ending(possible, event.label)
        return _joined(_Why(possible).event(event)) or "nothing that can happen in this story makes it up"

    def never_chosen(self) -> tuple[Never, ...]:
        """The scenes that are never played and the options that are never chosen, whoever is in them, in the order of the file."""
        if self.possible is None:
            return ()
        found: dict[tuple[int, int], list[Never]] = {}
        chosen: set[tuple[int, int]] = set()
        why = _Why(self.possible)
        for scene, played in zip(self.possible.scenes, self.possible.played, strict=True):
            for span, site in why.sites(scene, played):
                if site is None:
                    chosen.add((span.line, span.start))
                else:
                    found.setdefault((span.line, span.start), []).append(site)
        dead = [sites[0]._replace(why=_joined(site.why for site in sites)) for at, sites in found.items() if at not in chosen]
        return tuple(sorted(dead, key=lambda one: one.line))

    def never_holds(self, condition: Expression) -> str:
        """Why a condition never holds; "" where that is not proved."""
        possible = self.possible
        if possible is None:
            return ""
        beliefs = {place for place in possible.known.asked_in(condition) if isinstance(place, Belief)}
        if not beliefs <= set(possible.places.beliefs):
            possible = Possible(self.world, sorted(beliefs))
        return "" if possible.known.where((condition,)) is not None else because((condition,), possible.known) or _SHUT

    def _no_ending(self, possible: Possible, name: str) -> str:
        ending = self.world.ending(name)
        assert ending is not None
        if ending.condition is None:
            return "no arrow that can be taken leads to it"
        why = because((ending.condition,), possible.known)
        return f"its `when` is never so{f': {why}' if why else ''}"


class _Why:
    """Says why something is never chosen."""

    def __init__(self, possible: Possible) -> None:
        self.possible = possible

    def event(self, event: Event) -> Iterator[str]:
        """Why it is not, in each scene that has it, with each cast."""
        if event.word not in ("scene", "place", "choice"):
            return
        for scene, played in zip(self.possible.scenes, self.possible.played, strict=True):
            if event.word == "scene":
                if not scene.meanwhile and names(event, Happening("scene", label=scene.name)):
                    yield self._unplayed(scene)
                continue
            for moment in scene.moments:
                for number, option in enumerate(moment.options):
                    if names(event, Happening("option", moment.owner, moment.name, option.label)):
                        yield self._option(scene, played, moment, number)

    def sites(self, scene: Scene, played: Played | None) -> Iterator[tuple[Span, Never | None]]:
        """Where the scene and each of its options stand, and why it is never chosen, None where it may be."""
        if not scene.meanwhile:
            yield scene.span, Never(scene.name, "", "", "", scene.span.line, self._unplayed(scene)) if played is None else None
        for moment in scene.moments:
            for number, option in enumerate(moment.options):
                if played is not None and (moment.name, number) in played.options:
                    yield option.span, None
                else:
                    why = self._option(scene, played, moment, number)
                    yield option.span, Never(scene.name, moment.name, moment.owner, option.label, option.span.line, why)

    def _unplayed(self, scene: Scene) -> str:
        return because(scene.conditions, self.possible.known) or _SHUT

    def _option(self, scene: Scene, played: Played | None, moment: Moment, number: int) -> str:
        if played is None:
            return f"its scene `{scene.name}` is never played: {self._unplayed(scene)}"
        if moment.name not in played.moments:
            return f"nothing leads to `{moment.name}`"
        option = moment.options[number]
        if option.guards:
            return because(option.guards, self.possible.known) or f"{_SHUT} there"
        return "its weight is always 0 there" if option.weight is not None else "the story is over before anybody chooses there"


def because(conditions: tuple[Expression, ...], known: Known) -> str:
    """Which values make it so that conditions never all hold; "" where that cannot be said in short."""
    for part in parts_of(conditions):
        if known.where((part,)) is None:
            places = list(dict.fromkeys(known.asked_in(part)))
            if not 0 < len(places) < _MOST_NAMED or happenings_in(part):
                return ""
            return " and ".join(in_words(place, known.of(place), known.places.type_of(place)) for place in places)
    return ""


def in_words(place: Variable | Belief, values: Values, type_: Type) -> str:
    """`Wick.shame is always none`, `Nan takes Oda.grief for weak all along`."""
    what = f"{place.observer} takes {place.of.words} for" if isinstance(place, Belief) else f"{place.words} is"
    if values.only is not None:
        value = type_.name_of(values.only)
        return f"{what} {value} all along" if isinstance(place, Belief) else f"{what} always {value}"
    named = [type_.name_of(value) for value in sorted(values.each or ())]
    if 0 < len(named) <= _MOST_NAMED:
        return f"{what} only ever {', '.join(named[:-1])} or {named[-1]}"
    return f"{what} only ever from {type_.name_of(values.low)} to {type_.name_of(values.high)}"


def _joined(reasons: Iterable[str]) -> str:
    """The reason, where it is one for all."""
    found = list(dict.fromkeys(reasons))
    return found[0] if len(found) == 1 else _SHUT if found else ""
