"""A checked world as a peer can carry it: names that are identifiers, expressions as infix text, and what each step has to look at.

A world without roles and without `once` comes in (helmet is one); anything else is refused, so that no peer plays another story
than we do. Two things are left out because nothing hangs on them, which makes every peer faster than a plain reading of the
rules: beliefs that only prose asks for, and looking again where nothing has changed that could be seen.
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from unmask.run.state import Belief, Layout
from unmask.world import walk
from unmask.world.model import (
    MOST_POINTS,
    Constant,
    Effect,
    Ending,
    Expression,
    Moment,
    Motive,
    Operation,
    Passage,
    Read,
    Scene,
    Seems,
    Variable,
    World,
)

Place = Variable | Belief
Way = tuple[Expression | None, Expression]


class Looked(NamedTuple):
    """How a belief changes among some people: routes and readings, each with its condition, None for always."""

    belief: Belief
    routes: list[Way]
    readings: list[Way]


class Flat:
    """A world's scenes with their tendencies in place, its variables and the beliefs that something hangs on."""

    def __init__(self, world: World) -> None:
        self.world = world
        layout = Layout(world)
        self.scenes = [layout.with_cast(scene, ()) for scene in _all_plain(world.scenes)]
        self.meanwhiles = list(_all_plain(layout.meanwhiles))
        self.variables = list(layout.stored)
        self.beliefs = [belief for belief in layout.beliefs if belief in self._weighed()]
        self.start = {place: layout.start[layout.places[place]] for place in (*self.variables, *self.beliefs)}
        short = {place for place, index in layout.places.items() if index in layout.short_lived}
        self.short_lived = [place for place in self.start if place in short]
        for ending in world.endings:
            if ending.condition is not None:
                assert not layout.holds(ending.condition, layout.start), "an ending that holds from the start"
                assert not self.read_by(ending.condition) & short, "an ending that the end of a scene could bring"

    def _weighed(self) -> set[Belief]:
        """The beliefs that anything but prose asks for."""
        asked: list[Expression] = []
        for scene in (*self.scenes, *self.meanwhiles):
            bare = scene._replace(in_brief=(), opening=_silent(scene.opening), moments=tuple(_silenced(moment) for moment in scene.moments))
            asked += walk.in_scene(bare)
        for one in (*self.world.routes, *self.world.readings):
            asked += [one.condition] if one.condition is not None else []
        asked += [ending.condition for ending in self.world.endings if ending.condition is not None]
        asked += [declared.means for declared in self.world.variables.values() if declared.means is not None]
        return {Belief(*seen) for expression in asked for seen in walk.beliefs_in(expression)}

    # ── what has to be looked at ──

    def read_by(self, expression: Expression) -> set[Place]:
        """The stored values on which an expression hangs."""
        found: set[Place] = set()
        for part in walk.parts(expression):
            match part:
                case Read(variable):
                    means = self.world.variables[variable].means
                    found |= {variable} if means is None else self.read_by(means)
                case Seems(observer, variable):
                    found.add(Belief(observer, variable))
                case _:
                    pass
        return found

    def looked(self, people: Iterable[str], after: Passage | None = None) -> list[Looked]:
        """The beliefs that may change among these people; after a passage, only those that hang on what it changed."""
        found = [looked for belief in self.beliefs if (looked := self._looked(belief, tuple(people))).routes]
        if after is None:
            return found
        changed: set[Place] = {effect.variable for effect in after.effects}
        return [looked for looked in found if self._seen_in(looked) & changed]

    def _looked(self, belief: Belief, people: tuple[str, ...]) -> Looked:
        together = belief.observer in people and belief.of.owner in people
        routes: list[Way] = [
            (route.condition, route.truth)
            for route in self.world.routes
            if route.variable == belief.of and route.observer in ("", belief.observer) and (together or route.by == "bond")
        ]
        readings: list[Way] = [
            (reading.condition, reading.value)
            for reading in self.world.readings
            if (reading.observer, reading.variable) == (belief.observer, belief.of)
        ]
        return Looked(belief, routes, readings)

    def _seen_in(self, looked: Looked) -> set[Place]:
        seen: set[Place] = set()
        for condition, value in (*looked.routes, *looked.readings):
            seen |= self.read_by(value) | (self.read_by(condition) if condition is not None else set())
        assert not any(isinstance(place, Belief) for place in seen), "what is seen hangs on what is believed"
        return seen

    def endings_after(self, passage: Passage) -> list[Ending]:
        """The endings with `when` that a passage could bring."""
        changed = {effect.variable for effect in passage.effects}
        return [ending for ending in self.world.endings if ending.condition is not None and self.read_by(ending.condition) & changed]

    # ── how large things get ──

    def bounds(self, expression: Expression) -> tuple[int, int]:
        """Between which numbers an expression always is."""
        match expression:
            case Constant(value):
                return value, value
            case Read(variable) | Seems(_, variable):
                declared = self.world.variables[variable]
                if declared.means is not None and isinstance(expression, Read):
                    return self.bounds(declared.means)
                return declared.type.low, declared.type.high
            case Operation("+" | "-" | "*" as operator, (left, right)):
                return _reach(operator, self.bounds(left), self.bounds(right))
            case Operation("negative", (inner,)):
                low, high = self.bounds(inner)
                return -high, -low
            case Operation("max" | "min" as operator, operands):
                lows, highs = zip(*map(self.bounds, operands), strict=True)
                choose = max if operator == "max" else min
                return choose(lows), choose(highs)
            case Operation():
                return 0, 1
            case _:
                raise ValueError(f"no peer can carry {expression}")

    def need_clipping(self, motives: Iterable[Motive]) -> bool:
        """Whether points could leave the range in which they count."""
        low = high = 0
        for motive in motives:
            least, most = self.bounds(motive.points)
            low += least if motive.condition is None else min(least, 0)
            high += most if motive.condition is None else max(most, 0)
        return low < -MOST_POINTS or high > MOST_POINTS


def _reach(operator: str, left: tuple[int, int], right: tuple[int, int]) -> tuple[int, int]:
    if operator == "+":
        return left[0] + right[0], left[1] + right[1]
    if operator == "-":
        return left[0] - right[1], left[1] - right[0]
    corners = [a * b for a in left for b in right]
    return min(corners), max(corners)


def _all_plain(scenes: Iterable[Scene]) -> Iterable[Scene]:
    for scene in scenes:
        assert not scene.roles, "a scene with roles"
        assert not scene.once, "a scene that plays once"
        assert not any(option.once for moment in scene.moments for option in moment.options), "an option that is there once"
        yield scene


def _silent(passage: Passage) -> Passage:
    return passage._replace(lines=())


def _silenced(moment: Moment) -> Moment:
    options = tuple(option._replace(passage=_silent(option.passage)) for option in moment.options)
    return moment._replace(opening=_silent(moment.opening), closing=_silent(moment.closing), options=options)


# ── text ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def identifier(*words: str) -> str:
    """Words as one name that any language takes."""
    return re.sub(r"\W+", "_", "_".join(word for word in words if word)).lower()


_INFIX = {"=": "==", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">=", "+": "+", "-": "-", "*": "*", "and": "and", "or": "or"}


class Infix:
    """Writes expressions as Python and ink both read them; `name` says what a place is called, `largest` and `least` the functions."""

    def __init__(self, flat: Flat, name: Callable[[Place], str], largest: str, least: str) -> None:
        self.flat = flat
        self.name = name
        self.called = {"max": largest, "min": least}

    def text(self, expression: Expression) -> str:
        """The expression; in parentheses unless it is one word or a call."""
        match expression:
            case Constant(value):
                return str(value) if value >= 0 else f"({value})"
            case Read(variable):
                means = self.flat.world.variables[variable].means
                return self.name(variable) if means is None else self.text(means)
            case Seems(observer, variable):
                return self.name(Belief(observer, variable))
            case Operation("not", (inner,)):
                return f"(not {self.text(inner)})"
            case Operation("negative", (inner,)):
                return f"(-{self.text(inner)})"
            case Operation("max" | "min" as operator, (first, *others)):
                text = self.text(first)
                for other in others:
                    text = f"{self.called[operator]}({text}, {self.text(other)})"
                return text
            case Operation(operator, (left, right)):
                return f"({self.text(left)} {_INFIX[operator]} {self.text(right)})"
            case _:
                raise ValueError(f"no peer can carry {expression}")

    def bare(self, expression: Expression) -> str:
        """The same without parentheses round the whole."""
        text = self.text(expression)
        return text[1:-1] if text.startswith("(") and isinstance(expression, Operation) and _wrapped(text) else text

    def new_value(self, effect: Effect) -> str:
        """What an effect sets its variable to, cut off at those ends of the type past which it could go."""
        flat, variable = self.flat, effect.variable
        value: Expression = effect.value
        if effect.operator != "=":
            value = Operation(effect.operator[0], (Read(variable), effect.value))
        type_ = flat.world.variables[variable].type
        low, high = flat.bounds(value)
        text = self.bare(value)
        if high > type_.high:
            text = f"{self.called['min']}({text}, {type_.high})"
        if low < type_.low:
            text = f"{self.called['max']}({text}, {type_.low})"
        return text


def _wrapped(text: str) -> bool:
    """Whether the first parenthesis closes at the very end."""
    depth = 0
    for index, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            return index == len(text) - 1
    return False
