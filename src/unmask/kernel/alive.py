"""Liveness analysis: for each moment, the places that something may yet read.

Two states that differ only in what nothing can read before it is written anew are one state. One promise: a place that is left
out is overwritten, or put back to its start, on every way to whatever would read it.
"""

from collections.abc import Callable, Iterable

from unmask.kernel.layout import Layout
from unmask.kernel.shapes import Flattening
from unmask.world import walk
from unmask.world.model import HOLDS, Arrow, Expression, Moment, Motive, Option, Passage, Read, Scene, Seems
from unmask.world.places import Belief, News, Place, Used

Alive = frozenset[Place]
NOTHING: Alive = frozenset()


class Aliveness:
    """Works backwards from what is read, until nothing more comes to be alive.

    `scenes` are all that can be played, each with people in its roles; `entries` what decides which of them is.
    """

    def __init__(self, layout: Layout, flattening: Flattening, scenes: list[Scene], entries: list[Scene]) -> None:
        self.layout = layout
        self.world = layout.sites.world
        self.flattening = flattening
        self.scenes = [scene for scene in scenes if not scene.meanwhile]
        self.meanwhiles = list(layout.places.meanwhiles)
        self._reads: dict[int, Alive] = {}
        self._kept: list[Expression] = []
        # Automata see every event, so that what they ask is asked everywhere.
        self.always = frozenset(layout.following.progress) | self._of(layout.asked_at_events)
        looked_for = self._of(ending.condition for ending in self.world.endings if ending.name == HOLDS)
        if any(isinstance(place, Belief) or place in layout.short_lived for place in looked_for):
            self.always |= looked_for  # such places change without an effect, so that this is looked at wherever something happens
        self.endings = self.always | self._of(ending.condition for ending in self.world.endings)
        self.choosing = NOTHING.union(*(self._entry(entry) for entry in entries)) if entries else NOTHING
        self.before_scene: Alive = self.choosing | self.always
        self.between: Alive = NOTHING
        """What is alive where a scene is over, and what passes in the meantime has yet to come."""
        self.at: dict[tuple[str, tuple[str, ...], int], Alive] = {}
        """What is alive where a choice of a moment is made: by scene, cast, and the moment's number."""
        self._settle()

    def at_moment(self, scene: Scene, moment: int) -> Alive:
        """What is alive where the choice of a moment is made, or, where nobody decides, before it."""
        return self.at[scene.name, scene.cast, moment] | self.always

    def _settle(self) -> None:
        while True:
            before = self.before_scene
            after = self._after_scene()
            alive = self.choosing
            for scene in self.scenes:
                alive = alive | self._scene(scene, after)
            self.before_scene = before | alive
            self.between = after | self.always
            if self.before_scene == before:
                return

    def _after_scene(self) -> Alive:
        """At a scene's end, before what was for the scene goes back."""
        alive = self.before_scene
        for meanwhile in reversed(self.meanwhiles):
            alive = self._scene(meanwhile, alive)
        return alive - frozenset(self.layout.short_lived)

    # ── a scene ──

    def _scene(self, scene: Scene, after: Alive) -> Alive:
        """What is alive before a scene, given what is after it."""
        inside = [NOTHING] * len(scene.moments)
        names = {moment.name: number for number, moment in enumerate(scene.moments)}

        def to(arrow: Arrow) -> Alive:
            match arrow.to:
                case "moment":
                    return inside[names[arrow.name]]
                case "end":
                    return after
                case _:
                    return NOTHING

        changed = True
        while changed:
            changed = False
            for number in reversed(range(len(scene.moments))):
                alive = self._moment(scene, number, to)
                if not alive <= inside[number]:
                    inside[number] = inside[number] | alive
                    changed = True
        first = inside[0] if inside else after
        alive = self._arrows(scene.arrows, to, first)
        alive = self._passage(scene, scene.opening, alive)
        alive = self._look(scene, alive)
        used = {Used(scene.name, scene.cast)} if scene.once else set()
        return alive - used

    def _moment(self, scene: Scene, number: int, to: Callable[[Arrow], Alive]) -> Alive:
        moment = scene.moments[number]
        leaving = self._arrows(moment.arrows, to, NOTHING)
        if not moment.owner:
            alive = self._passage(scene, moment.opening, leaving)
            self._stands(scene, number, alive)
            return alive
        closing = self._passage(scene, moment.closing, leaving)
        alive = NOTHING
        for option in moment.options:
            alive = alive | self._option(scene, moment, option, closing, to)
        self._stands(scene, number, alive)
        return self._passage(scene, moment.opening, alive)

    def _stands(self, scene: Scene, number: int, alive: Alive) -> None:
        key = (scene.name, scene.cast, number)
        self.at[key] = self.at.get(key, NOTHING) | alive

    def _option(self, scene: Scene, moment: Moment, option: Option, closing: Alive, to: Callable[[Arrow], Alive]) -> Alive:
        alive = self._arrows(option.arrows, to, closing)
        alive = self._passage(scene, option.passage, alive, always=True)
        asked = self._of([*option.guards, option.weight, *walk.in_motives(option.motives)])
        if option.once:
            asked = asked | {Used(scene.name, scene.cast, moment.name, option.label)}
        return alive | asked

    def _arrows(self, arrows: tuple[Arrow, ...], to: Callable[[Arrow], Alive], otherwise: Alive) -> Alive:
        alive = otherwise
        for arrow in reversed(arrows):
            alive = to(arrow) if arrow.condition is None else alive | to(arrow) | self._of([arrow.condition])
        return alive

    # ── what changes ──

    def _passage(self, scene: Scene, passage: Passage, alive: Alive, always: bool = False) -> Alive:
        """What is alive before a passage: endings are tested after it, beliefs formed before that, effects come first."""
        if not (passage.effects or always):
            return alive
        alive = self._look(scene, alive | self.endings)
        for effect in reversed(passage.effects):
            if effect.variable not in alive:
                continue
            if effect.operator == "=" and effect.condition is None:
                alive = alive - {effect.variable}
            alive = alive | self._of([effect.value, effect.condition])
        return alive

    def _look(self, scene: Scene, alive: Alive) -> Alive:
        """All beliefs are formed at once: those that surely are are not needed before, and what they are formed of is."""
        formed: set[Place] = set()
        needed: set[Place] = set()
        for belief, news in self.flattening.news_among(scene.people):
            if belief in alive:
                if any(condition is None for condition, _ in news.routes):
                    formed.add(belief)
                needed |= self._of_news(news)
        return (alive - formed) | needed

    def _of_news(self, news: News) -> Alive:
        return self._of(part for way in (*news.routes, *news.readings) for part in way)

    # ── what is read ──

    def _entry(self, scene: Scene) -> Alive:
        found = self._of([*scene.conditions, *_parts_of(scene.motives)])
        return found | {Used(scene.name, scene.cast)} if scene.once else found

    def _of(self, expressions: Iterable[Expression | None]) -> Alive:
        found: Alive = NOTHING
        for expression in expressions:
            if expression is not None:
                found = found | self._in(expression)
        return found

    def _in(self, expression: Expression) -> Alive:
        key = id(expression)
        if key not in self._reads:
            self._kept.append(expression)  # an identity means something only while its owner lives
            self._reads[key] = frozenset(self._places(expression))
        return self._reads[key]

    def _places(self, expression: Expression) -> set[Place]:
        found: set[Place] = set()
        for part in walk.parts(expression):
            match part:
                case Read(variable):
                    means = self.world.variables[variable].means
                    found |= {variable} if means is None else self._places(means)
                case Seems(observer, variable):
                    found.add(Belief(observer, variable))
                case _:
                    pass
        return found


def _parts_of(motives: tuple[Motive, ...]) -> list[Expression]:
    return list(walk.in_motives(motives))
