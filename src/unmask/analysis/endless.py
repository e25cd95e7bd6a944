"""Finds a reason why no run of a story goes on for ever, where there is one.

One promise: where there is a reason, every story ends, in an ending, unresolved or in a dead end, however lucky. A story goes on for
ever only if a scene goes round for ever, or if there are scenes without end; and of those without end, all but a few are played when
whatever only ever grows has come as far as it can.
"""

from collections.abc import Iterator
from typing import NamedTuple

from unmask.analysis.possible import TO_END, Played, Possible
from unmask.analysis.values import Known, values_of
from unmask.world.model import Constant, Effect, Operation, Scene, Variable
from unmask.world.walk import passages

_MOST_TIMES = 2_000
_NO_ROUND = "no scene goes round for ever"


class Clock(NamedTuple):
    """A number that goes on after every scene and never back: from `start` by `step` to `last`. `alone`: nothing else moves it."""

    variable: Variable
    start: int
    step: int
    last: int
    alone: bool

    def times(self) -> Iterator[int]:
        """What it comes to, one after the other."""
        now = self.start
        while now != self.last:
            now = min(now + self.step, self.last) if self.step > 0 else max(now + self.step, self.last)
            yield now
        yield self.last


def ends_because(possible: Possible) -> str:
    """Why every story ends; "" where that is not proved."""
    known = possible.known
    if any(played is not None and _goes_round(scene, played) for scene, played in zip(possible.scenes, possible.played, strict=True)):
        return ""
    if not _goes_on(possible, known):
        return f"{_NO_ROUND}, and none that leads on is played more than once"
    for clock in _clocks(possible):
        name = clock.variable.words
        type_ = possible.world.variables[clock.variable].type
        for now in _told(possible, clock):
            for ending in possible.world.endings:
                if ending.condition is not None and known.but(clock.variable, values_of((now,))).must(ending.condition):
                    return f"{name} goes on after every scene, and when it is {type_.name_of(now)} the story is over; {_NO_ROUND}"
        if not _goes_on(possible, known.but(clock.variable, values_of((clock.last,)))):
            last = type_.name_of(clock.last)
            return f"{name} goes on after every scene, and once it is {last} no scene leads on to another again and again; {_NO_ROUND}"
    return ""


def _told(possible: Possible, clock: Clock) -> list[int]:
    """The values of a clock at which it is looked whether the story ends: all that it passes, or where others move it too, its last."""
    if not clock.alone or abs(clock.last - clock.start) > _MOST_TIMES:
        return [clock.last]
    return list(clock.times())


def _goes_on(possible: Possible, known: Known) -> bool:
    """Whether with what is known a scene that can be played again and again may come to its end, and the story go on from there."""
    played = [(scene, possible.play(scene, known)) for scene in possible.scenes if scene.meanwhile or not scene.once]
    over = [(scene, found is not None and found.comes_to_end) for scene, found in played]
    return all(so for scene, so in over if scene.meanwhile) and any(so for scene, so in over if not scene.meanwhile)


# ── what only ever grows ──


def _clocks(possible: Possible) -> Iterator[Clock]:
    effects: dict[Variable, list[Effect]] = {}
    for scene in possible.scenes:
        for passage in passages(scene):
            for effect in passage.effects:
                effects.setdefault(effect.variable, []).append(effect)
    for meanwhile in possible.places.meanwhiles:
        for effect in meanwhile.opening.effects:
            declared = possible.world.variables[effect.variable]
            step = _step(effect)
            if effect.condition is not None or not step or declared.for_scene:
                continue
            others = effects[effect.variable]
            if all(_goes_along(other, step, possible.known) for other in others):
                last = declared.type.high if step > 0 else declared.type.low
                yield Clock(effect.variable, declared.start, step, last, len(others) == 1)


def _step(effect: Effect) -> int:
    """By how much an effect moves its variable, whatever happens; 0 where that is not always the same."""
    match effect.value:
        case Constant(by):
            pass
        case Operation("negative", (Constant(back),)):
            by = -back
        case _:
            return 0
    return by if effect.operator == "+=" else -by if effect.operator == "-=" else 0


def _goes_along(effect: Effect, step: int, known: Known) -> bool:
    """Whether an effect never moves its variable the other way."""
    if effect.operator == "=":
        return False
    by = known.value(effect.value)
    up = effect.operator == "+="
    return by.low >= 0 if up == (step > 0) else by.high <= 0


# ── round and round ──


def _goes_round(scene: Scene, played: Played) -> bool:
    """Whether moments lead back to where they were by what can be chosen more than once."""
    leads: dict[str, set[str]] = {}
    for way in played.ways:
        if way.start != TO_END and way.to != TO_END and (way.option < 0 or not scene.moment(way.start).options[way.option].once):
            leads.setdefault(way.start, set()).add(way.to)
    while leads:
        ends = [start for start, to in leads.items() if not to & leads.keys()]
        if not ends:
            return True
        for start in ends:
            del leads[start]
    return False
