"""Gives advice on what a story remembers: what would make each thing cheaper in states.

One promise: a line that is said to be the only one that asks for something is the only one.
"""

from collections.abc import Iterable, Iterator

from unmask.kernel.keys import Keys
from unmask.problems.speech import counted
from unmask.world import walk
from unmask.world.model import Arrow, Effect, Expression, Motive, Passage, Read, Scene, Seems, Variable
from unmask.world.places import Belief, Place, Progress, Used

_MANY = 3
_FEW_LINES = 2
_NO_LINE = 0
"""Where something is asked for at no line of its own, as in what people take in."""


class Asking:
    """Where each place is asked for, and what changes it."""

    def __init__(self, keys: Keys) -> None:
        self.keys = keys
        self.world = keys.program.world
        self._lines: dict[Place, set[int]] = {}
        self._effects: dict[Variable, list[Effect]] = {}
        self._in_scenes: set[Variable] = set()
        scenes, entries = keys.program.everything_played()
        for scene in (*scenes, *keys.layout.places.meanwhiles):
            self._scene(scene)
            if not scene.meanwhile:
                self._in_scenes |= {effect.variable for passage in walk.passages(scene) for effect in passage.effects}
            for _, news in keys.program.flattening.news_among(scene.people):
                self._ask([part for way in (*news.routes, *news.readings) for part in way], _NO_LINE)
        for entry in entries:
            self._ask(entry.conditions, entry.span.line)
            self._motives(entry.motives)
        for ending in self.world.endings:
            self._ask([ending.condition], ending.span.line)
        self._ask(keys.layout.asked_at_events, _NO_LINE)

    def values(self, place: Place) -> int:
        """How many of a place's values are told apart."""
        return len(set(self.keys.classes(place)))

    def advice(self, place: Place) -> tuple[str, ...]:
        """What would make it cheaper, the best first."""
        match place:
            case Used():
                return ("leave out `once` where it would not be missed",)
            case Progress():
                return ("the story asks whether this happened: a shorter motif has fewer states",)
            case _:
                return tuple(self._of_a_value(place))

    def _of_a_value(self, place: Variable | Belief) -> Iterator[str]:
        lines = self._lines.get(place, set())
        if _NO_LINE not in lines and 0 < len(lines) <= _FEW_LINES:
            yield f"only {_spoken(sorted(lines))} {'asks' if len(lines) == 1 else 'ask'} for it: would it be missed?"
        if isinstance(place, Variable) and self._only_counts(place):
            yield "a clock is free: it goes on by 1 in a `meanwhile`, whatever happens, and nothing else changes it"
        if place not in self.keys.alive.before_scene:
            yield "it is done with when the scene ends: assign it a fixed value as soon as it is done with"
        elif place not in self.keys.layout.short_lived:
            yield "it goes from scene to scene: say `for the scene`, or assign it a fixed value when it is done with"
        told_apart = self.values(place)
        if told_apart > _MANY:
            yield f"{counted(told_apart, 'value')} are told apart: fewer are cheaper"

    def _only_counts(self, place: Variable) -> bool:
        effects = self._effects.get(place, [])
        return bool(effects) and place not in self._in_scenes and all(effect.operator == "+=" for effect in effects)

    # ── what asks ──

    def _scene(self, scene: Scene) -> None:
        self._ask(scene.conditions, scene.span.line)
        self._motives(scene.motives)
        self._arrows(scene.arrows)
        self._passage(scene.opening)
        for moment in scene.moments:
            self._passage(moment.opening)
            self._passage(moment.closing)
            self._arrows(moment.arrows)
            for option in moment.options:
                self._ask([*option.guards, option.weight], option.span.line)
                self._motives(option.motives)
                self._arrows(option.arrows)
                self._passage(option.passage)

    def _motives(self, motives: Iterable[Motive]) -> None:
        for motive in motives:
            self._ask([motive.points, motive.condition], motive.span.line)

    def _arrows(self, arrows: Iterable[Arrow]) -> None:
        for arrow in arrows:
            self._ask([arrow.condition], arrow.span.line)

    def _passage(self, passage: Passage) -> None:
        for effect in passage.effects:
            if self.keys.layout.matters(effect):
                self._ask([effect.value, effect.condition], effect.span.line)
                self._effects.setdefault(effect.variable, []).append(effect)

    def _ask(self, expressions: Iterable[Expression | None], line: int) -> None:
        for expression in expressions:
            for place in () if expression is None else self._in(expression):
                self._lines.setdefault(place, set()).add(line)

    def _in(self, expression: Expression) -> Iterator[Place]:
        for part in walk.parts(expression):
            match part:
                case Read(variable):
                    means = self.world.variables[variable].means
                    yield from (variable,) if means is None else self._in(means)
                case Seems(observer, variable):
                    yield Belief(observer, variable)
                case _:
                    pass


def _spoken(lines: list[int]) -> str:
    return f"line{'s' if len(lines) > 1 else ''} {' and '.join(map(str, lines))}"
