"""Abstract interpretation of a story: a superset of the values that each place may have, and of what may be chosen.

One promise: whatever happens in any story of this world is in it. What is not in it never happens; what is in it may still never happen,
for each place is looked at by itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from operator import add, sub
from typing import NamedTuple

from unmask.analysis.values import Known, Values, between, paired, values_of
from unmask.motif.events import Happening, names
from unmask.world.model import Arrow, Effect, Event, Moment, Option, Passage, Scene, World
from unmask.world.places import Belief, Place, Places
from unmask.world.walk import in_scene, passages

MOST_CASTS = 500
"""So many scenes with their casts are looked at; of a world with more nothing is said."""
_PATIENCE = 16
"""What still grows after so many rounds is taken to go all the way."""
TO_END = ""
"""Where an arrow to the scene's end leads; no moment has this name."""


class Way(NamedTuple):
    """A way that may be taken from one moment to another, or to the scene's end: by an option, or by none (-1)."""

    start: str
    option: int
    to: str


class Played(NamedTuple):
    """What may happen in a scene: the moments reached, the options chosen, the ways between moments, the endings.

    `closings` are the moments of which what stands behind the options may be played.
    """

    moments: set[str]
    options: set[tuple[str, int]]
    ways: set[Way]
    endings: set[str]
    closings: set[str]

    @property
    def comes_to_end(self) -> bool:
        """Whether it may be over with the story going on."""
        return any(way.to == TO_END for way in self.ways)


class TooMany(Exception):
    """More casts than anybody wants to look at."""


class Possible:
    """What can ever be in a world."""

    def __init__(self, world: World, also: Iterable[Belief] = ()) -> None:
        """`also` names beliefs to keep although nobody in the story asks for them. Raises TooMany."""
        self.world = world
        self.places = Places(world, also)
        self.scenes = tuple(self._scenes())
        self._values: dict[Place, Values] = {
            place: values_of((start,)) for place, start in zip(self.places.places, self.places.start, strict=True)
        }
        self._happened: set[Happening] = set()
        self.known = Known(self.places, self._values, self._may_have_happened)
        self._rounds = 0
        self._happens_anew = False
        self._changed: set[Place] = set()
        self.played: list[Played | None] = [None] * len(self.scenes)
        self._go_round()

    def _go_round(self) -> None:
        """Play every scene again and again until nothing grows any more; one that asks for nothing that has grown is left as it was."""
        asked = [self._asked(scene) for scene in self.scenes]
        self._grown = True
        while self._grown:
            before, self._changed, self._grown = self._changed, set(), False
            self._rounds += 1
            for number, scene in enumerate(self.scenes):
                still = asked[number].isdisjoint(before) and asked[number].isdisjoint(self._changed)
                if self._rounds == 1 or self._happens_anew or not still:
                    self.played[number] = self.play(scene, self.known, grows=True)
            self._happens(self.played)

    def _asked(self, scene: Scene) -> frozenset[Place]:
        """The places that what may happen in a scene hangs on."""
        asked = [*in_scene(scene), *(ending.condition for ending in self.world.endings if ending.condition is not None)]
        for _, news in self.places.news_among(scene.people):
            asked += [part for way in (*news.routes, *news.readings) for part in way if part is not None]
        changed = (effect.variable for passage in passages(scene) for effect in passage.effects)
        return frozenset([*changed, *(place for expression in asked for place in self.known.asked_in(expression))])

    def _scenes(self) -> Iterator[Scene]:
        """Every scene with every cast, then what passes in the meantime."""
        if sum(len(self.places.casts(scene)) for scene in self.world.scenes) > MOST_CASTS:
            raise TooMany
        for scene in self.world.scenes:
            for cast in self.places.casts(scene):
                yield self.places.with_cast(scene, cast)
        yield from self.places.meanwhiles

    # ── what may happen ──

    @property
    def happenings(self) -> list[Happening]:
        """Everything that may happen and has a name, but for the endings."""
        return sorted(self._happened)

    @property
    def endings(self) -> set[str]:
        """The author's endings that may come."""
        return {name for played in self.played if played is not None for name in played.endings}

    def _happens(self, found: Sequence[Played | None]) -> None:
        self._happens_anew = False
        for scene, played in zip(self.scenes, found, strict=True):
            if played is None:
                continue
            new = {Happening("option", scene.moment(name).owner, name, scene.moment(name).options[at].label) for name, at in played.options}
            if not scene.meanwhile:
                new.add(Happening("scene", label=scene.name))
            self._happens_anew |= not new <= self._happened
            self._happened |= new
        self._grown |= self._happens_anew

    def _may_have_happened(self, event: Event) -> bool:
        if event.word in ("motif", "ending"):
            return True
        return any(names(event, happening) for happening in self._happened)

    # ── a scene ──

    def play(self, scene: Scene, known: Known, grows: bool = False) -> Played | None:
        """What may happen in a scene with its cast; None where it is never played. Where it `grows`, all that it does is made known."""
        where = known if scene.meanwhile else known.where(scene.conditions)
        if where is None:
            return None
        changed = {effect.variable for passage in passages(scene) for effect in passage.effects}
        first = where.kept(_is_variable)
        return _Play(self, scene, grows).all(first, first.kept(lambda place: place not in changed))

    def grow(self, place: Place, values: Values) -> None:
        """A place may have these values, too."""
        before = self._values[place]
        after = before.joined(values)
        if after != before:
            self._grown = True
            self._changed.add(place)
            if self._rounds > _PATIENCE:
                type_ = self.places.type_of(place)
                after = between(type_.low, type_.high)
            self._values[place] = after

    def look(self, people: tuple[str, ...], known: Known) -> None:
        """What people who are together may come to believe."""
        for belief, news in self.places.news_among(people):
            for condition, value in (*news.routes, *news.readings):
                if known.may(condition):
                    self.grow(belief, known.value(value).within(self.places.type_of(belief)))


def _is_variable(place: Place) -> bool:
    """Whether it changes by effects alone. What people believe changes whenever they look at each other."""
    return not isinstance(place, Belief)


class _Play:
    """Goes through one scene."""

    def __init__(self, possible: Possible, scene: Scene, grows: bool) -> None:
        self.possible = possible
        self.scene = scene
        self.grows = grows
        self.found = Played(set(), set(), set(), set(), set())

    def all(self, first: Known, steady: Known) -> Played:
        """`first` is known when it begins; `steady` as long as it lasts."""
        if self.grows:
            self.possible.look(self.scene.people, first)
        after = self._passage(self.scene.opening, first)
        if after is not None and not self._go(TO_END, -1, self.scene.arrows, after):
            if self.scene.moments:
                self.found.moments.add(self.scene.moments[0].name)
            elif self.scene.meanwhile:
                self.found.ways.add(Way(TO_END, -1, TO_END))
        done: set[str] = set()
        while waiting := self.found.moments - done:
            for name in sorted(waiting):
                self._moment(self.scene.moment(name), steady)
            done |= waiting
        return self.found

    def _moment(self, moment: Moment, steady: Known) -> None:
        after = self._passage(moment.opening, steady)
        if after is None:
            return
        if not moment.owner:
            self._go(moment.name, -1, moment.arrows, after)
            return
        for number, option in enumerate(moment.options):
            chosen = after.where(option.guards)
            if chosen is not None and (option.weight is None or chosen.value(option.weight).high > 0):
                self.found.options.add((moment.name, number))
                self._option(moment, number, option, chosen)

    def _option(self, moment: Moment, number: int, option: Option, known: Known) -> None:
        after = self._passage(option.passage, known, always=True)
        if after is None or self._go(moment.name, number, option.arrows, after):
            return
        self.found.closings.add(moment.name)
        closed = self._passage(moment.closing, after)
        if closed is not None:
            self._go(moment.name, number, moment.arrows, closed)

    def _go(self, start: str, option: int, arrows: tuple[Arrow, ...], known: Known) -> bool:
        """Take every arrow that may be the first that holds; whether one of them surely is."""
        for arrow in arrows:
            if known.may(arrow.condition):
                if arrow.to == "ending":
                    self.found.endings.add(arrow.name)
                else:
                    to = arrow.name if arrow.to == "moment" else TO_END
                    self.found.ways.add(Way(start, option, to))
                    if to != TO_END:
                        self.found.moments.add(to)
                if known.must(arrow.condition):
                    return True
        return False

    def _passage(self, passage: Passage, known: Known, always: bool = False) -> Known | None:
        """What is known after a passage; None where the story surely ends there."""
        if not passage.effects and not always:
            return known
        for effect in passage.effects:
            known = self._effect(effect, known)
        if self.grows:
            self.possible.look(self.scene.people, known)
        known = known.kept(_is_variable)
        for ending in self.possible.world.endings:
            if ending.condition is not None and known.may(ending.condition):
                self.found.endings.add(ending.name)
                if known.must(ending.condition):
                    return None
        return known

    def _effect(self, effect: Effect, known: Known) -> Known:
        where = known.where((effect.condition,))
        if where is None:
            return known
        made = changed(effect, where).within(self.possible.world.variables[effect.variable].type)
        if self.grows:
            self.possible.grow(effect.variable, made)
        return known.but(effect.variable, made if known.must(effect.condition) else made.joined(known.of(effect.variable)))


def changed(effect: Effect, known: Known) -> Values:
    """What an effect makes of its variable, before that is put into its range."""
    by = known.value(effect.value)
    return by if effect.operator == "=" else paired(add if effect.operator == "+=" else sub, known.of(effect.variable), by)
