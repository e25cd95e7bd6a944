"""A checked world as a Markov chain that is written down: points, and what leads from one to another.

It has one small step a point, in the order of run/step.py. One promise: from any point and any stored numbers exactly one thing follows
with each probability, and it is what the reference does there.

Two things of the reference are not in a chain: what is told, and the limit of events, behind which a run goes on for ever.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from unmask.export import formulas
from unmask.export.formulas import NO, NOTHING, YES, Formula
from unmask.motif.events import Happening
from unmask.motif.following import Following
from unmask.world.model import (
    CHANCE,
    DEAD_END,
    MOST_POINTS,
    MOST_WEIGHT,
    UNRESOLVED,
    Arrow,
    Constant,
    Event,
    Expression,
    Happened,
    Moment,
    Motive,
    Operation,
    Option,
    Passage,
    Read,
    Scene,
    Seems,
    World,
)
from unmask.world.places import Belief, Place, Places, Used
from unmask.world.walk import mentions

END, STEP, CHOICE = "end", "step", "choice"


class Exit(NamedTuple):
    """Where something leads if its condition holds, seen from before what it changes, and no exit before it holds."""

    condition: Formula
    to: int


def plain(exits: Iterable[Exit]) -> tuple[Exit, ...]:
    """The same exits without those that are never taken; neighbours that lead to one place are one."""
    found: list[Exit] = []
    for exit_ in exits:
        if exit_.condition == NO:
            continue
        if found and found[-1].to == exit_.to:
            exit_ = Exit(formulas.either((found.pop().condition, exit_.condition)), exit_.to)
        found.append(exit_)
        if exit_.condition == YES:
            break
    return tuple(found)


class Branch(NamedTuple):
    """One thing that may follow: how much it weighs against the others of its point, what it changes, where it leads.

    The last exit's condition is always YES.
    """

    weight: Formula
    writes: dict[int, Formula]
    exits: tuple[Exit, ...]
    note: str = ""


@dataclass(slots=True)
class Point:
    """Somewhere that a story can be. `sort` is end, step (one branch) or choice; a choice is reached only where it can be drawn."""

    sort: str
    note: str
    branches: list[Branch] = field(default_factory=list)


@dataclass(slots=True)
class Chain:
    """All points by number, from the point `start`; `ends` has the point of each ending by its name.

    `watched` has the motifs that were asked for: one has happened where, at an end, any of its places holds one of these values.
    """

    places: list[Place]
    low: list[int]
    high: list[int]
    starts: tuple[int, ...]
    points: list[Point]
    ends: dict[str, int]
    start: int
    watched: dict[str, list[tuple[int, tuple[int, ...]]]]


def to_chain(world: World, motifs: Iterable[str] = ()) -> Chain:
    """The chain of a world, which also follows these motifs, by name. Raises NoAutomaton where one cannot be followed."""
    return _Making(world, tuple(motifs)).chain


class _Making:
    """Follows the reference from point to point, taking each way once."""

    def __init__(self, world: World, motifs: tuple[str, ...]) -> None:
        self.world = world
        asked = {name: Event("motif", label=name) for name in motifs}
        self.following = Following(world, asked.values())
        self.places = Places(world, progress=self.following.progress)
        kept = list(self.places.places)
        types = [self.places.type_of(place) for place in kept]
        low, high = [type_.low for type_ in types], [type_.high for type_ in types]
        self.chain = Chain(kept, low, high, self.places.start, [], {}, -1, {})
        for name, event in asked.items():
            self.chain.watched[name] = list(self._accepting(event))
        self._moments: dict[tuple[str, tuple[str, ...], str], int] = {}
        self._between: dict[int, int] = {}
        self._to_end: dict[str, int] = {}
        self._todo: list[tuple[int, Scene, Moment]] = []
        self._endings = [(ending.condition, ending.name) for ending in world.endings if ending.condition is not None]
        for name in (*(ending.name for ending in world.endings), UNRESOLVED, DEAD_END):
            self._to_end[name] = self._new(STEP, f"the end: {name}")
            self.chain.ends[name] = self._new(END, f"the end: {name}")
            self._goes(self._happens(self._to_end[name], Happening("ending", label=name)), [(YES, self.chain.ends[name])])
        self.chain.start = self._new(STEP, "the next scene")
        self._next_scene(self.chain.start)
        while self._todo:  # moments are followed here and not where they are reached, so that a long scene needs no deep stack
            self._moment(*self._todo.pop())

    # ── points ──

    def _new(self, sort: str, note: str) -> int:
        self.chain.points.append(Point(sort, note))
        return len(self.chain.points) - 1

    def _goes(self, point: int, exits: Iterable[tuple[Formula, int]], writes: dict[int, Formula] | None = None) -> None:
        self.chain.points[point].branches = [Branch(formulas.number(1), writes or {}, tuple(Exit(*way) for way in exits))]

    def _step(self, point: int, writes: dict[int, Formula], note: str) -> int:
        """To a new point, by changing these places."""
        after = self._new(STEP, note)
        self._goes(point, [(YES, after)], writes)
        return after

    def _offers(self, point: int, branches: list[Branch], note: str, may_be_shut: bool = False) -> None:
        """A choice, unless it cannot be drawn from: then it is a dead end."""
        weights = [branch.weight for branch in branches]
        total = NOTHING
        for weight in weights:
            total = formulas.plus(total, weight)
        dead = [formulas.less(weight, NOTHING) for weight in weights]
        if may_be_shut:
            dead.append(formulas.negated(formulas.either(formulas.less(NOTHING, weight) for weight in weights)))
        dead.append(formulas.less(formulas.number(MOST_WEIGHT), total))
        choice = self._new(CHOICE, note)
        self._goes(point, [(formulas.either(dead), self._to_end[DEAD_END]), (YES, choice)])
        self.chain.points[choice].branches = branches

    # ── what an expression says ──

    def _stored(self, place: Place) -> Formula:
        index = self.places.places[place]
        return formulas.place(index, self.chain.low[index], self.chain.high[index])

    def _value(self, expression: Expression) -> Formula:
        match expression:
            case Constant(value):
                return formulas.number(value)
            case Read(variable):
                means = self.world.variables[variable].means
                return self._stored(variable) if means is None else formulas.as_number(self._value(means))
            case Seems(observer, variable):
                return self._stored(Belief(observer, variable))
            case Happened(event):
                return formulas.either(self._is_any(place, values) for place, values in self._accepting(event))
            case Operation(operator, operands):
                return self._operation(operator, [self._value(operand) for operand in operands])
            case _:
                raise ValueError(f"{type(expression).__name__} has no value in a state")

    def _operation(self, operator: str, operands: list[Formula]) -> Formula:
        left, right = operands[0], operands[-1]
        match operator:
            case "max":
                return formulas.most(operands)
            case "min":
                return formulas.least(operands)
            case "and":
                return formulas.both(operands)
            case "or":
                return formulas.either(operands)
            case "not":
                return formulas.negated(left)
            case "negative":
                return formulas.minus(NOTHING, left)
            case "+":
                return formulas.plus(left, right)
            case "-":
                return formulas.minus(left, right)
            case "*":
                return formulas.times(left, right)
            case "=":
                return formulas.equal(left, right)
            case "!=":
                return formulas.negated(formulas.equal(left, right))
            case "<":
                return formulas.less(left, right)
            case "<=":
                return formulas.at_most(left, right)
            case ">":
                return formulas.less(right, left)
            case ">=":
                return formulas.at_most(right, left)
            case _:
                raise ValueError(f"nobody knows what {operator} does")

    def _holds(self, condition: Expression | None) -> Formula:
        return YES if condition is None else formulas.as_truth(self._value(condition))

    def _weight(self, open_: Formula, motives: Iterable[Motive]) -> Formula:
        """One point doubles the odds; points count from -12 to 12."""
        points = NOTHING
        for motive in motives:
            points = formulas.plus(points, formulas.choose(self._holds(motive.condition), self._value(motive.points), NOTHING))
        clipped = formulas.clamped(points, -MOST_POINTS, MOST_POINTS)
        return formulas.choose(open_, formulas.power(formulas.plus(clipped, formulas.number(MOST_POINTS))), NOTHING)

    # ── the next scene, and its cast ──

    def _next_scene(self, point: int) -> None:
        branches, plays = [], []
        for scene in self.world.scenes:
            may_play = formulas.either(self._may_play(scene, cast) for cast in self.places.casts(scene))
            plays.append(may_play)
            roles = {role.name for role in scene.roles}
            weight = self._weight(may_play, (motive for motive in scene.motives if not mentions(motive, roles)))
            branches.append(Branch(weight, {}, (Exit(YES, self._chosen(scene)),), scene.name))
        some = self._new(STEP, "the next scene")
        self._goes(point, [(formulas.negated(formulas.either(plays)), self._to_end[UNRESOLVED]), (YES, some)])
        self._offers(some, branches, "the next scene")

    def _may_play(self, scene: Scene, cast: tuple[str, ...]) -> Formula:
        fresh = formulas.equal(self._stored(Used(scene.name, cast)), NOTHING) if scene.once else YES
        return formulas.both([fresh, *map(self._holds, self.places.entry(scene, cast).conditions)])

    def _chosen(self, scene: Scene) -> int:
        point = self._new(STEP, scene.name)
        after = self._happens(point, Happening("scene", label=scene.name))
        if not scene.roles:
            self._enter(after, self.places.with_cast(scene, ()))
            return point
        roles = {role.name for role in scene.roles}
        branches = []
        for cast in self.places.casts(scene):
            motives = zip(scene.motives, self.places.entry(scene, cast).motives, strict=True)
            weight = self._weight(self._may_play(scene, cast), (bound for motive, bound in motives if mentions(motive, roles)))
            bound = self.places.with_cast(scene, cast)
            begins = self._new(STEP, f"{_called(bound)} begins")
            self._enter(self._happens(begins, Happening("cast", label=scene.name)), bound)
            branches.append(Branch(weight, {}, (Exit(YES, begins),), _in_roles(bound)))
        self._offers(after, branches, f"{scene.name}: who plays it")
        return point

    # ── a scene ──

    def _enter(self, point: int, scene: Scene) -> None:
        """Beliefs, the opening, then the first moment or where an arrow of the opening points."""
        note = f"{_called(scene)} begins"
        if scene.once:
            point = self._step(point, {self.places.places[Used(scene.name, scene.cast)]: formulas.number(1)}, note)
        point = self._look(point, scene, note)
        point = self._passage(point, scene.opening, scene, note)
        if scene.moments:
            otherwise = self._arrive(scene, scene.moments[0].name)
        else:
            otherwise = self._scene_ends(scene) if scene.meanwhile else self._to_end[DEAD_END]
        self._arrows(point, scene, scene.arrows, otherwise)

    def _arrive(self, scene: Scene, name: str) -> int:
        """The point at which a moment is reached."""
        key = (scene.name, scene.cast, name)
        if key not in self._moments:
            moment = scene.moment(name)
            self._moments[key] = self._new(STEP, f"{_called(scene)} / {name}")
            self._todo.append((self._moments[key], scene, moment))
        return self._moments[key]

    def _moment(self, point: int, scene: Scene, moment: Moment) -> None:
        """The opening; then a choice, or where the moment's arrows lead."""
        note = f"{_called(scene)} / {moment.name}"
        if not moment.owner:
            point = self._happens(point, Happening("moment", moment=moment.name))
        point = self._passage(point, moment.opening, scene, note)
        if not moment.owner:
            self._arrows(point, scene, moment.arrows, self._to_end[DEAD_END])
            return
        closing = self._new(STEP, f"{note}, closing")
        self._arrows(self._passage(closing, moment.closing, scene, f"{note}, closing"), scene, moment.arrows, self._to_end[DEAD_END])
        branches = [self._option(scene, moment, option, closing) for option in moment.options]
        self._offers(point, branches, f"{note}: {moment.owner if moment.owner != CHANCE else 'chance'} chooses", may_be_shut=True)

    def _option(self, scene: Scene, moment: Moment, option: Option, closing: int) -> Branch:
        """The mark, the passage, then the option's own arrow, or the moment's closing."""
        note = f"{_called(scene)} / {moment.name} / {option.label}"
        open_ = [self._holds(guard) for guard in option.guards]
        first = self._new(STEP, note)
        point = self._happens(first, Happening("option", moment.owner, moment.name, option.label))
        if option.once:
            used = Used(scene.name, scene.cast, moment.name, option.label)
            open_.append(formulas.equal(self._stored(used), NOTHING))
            point = self._step(point, {self.places.places[used]: formulas.number(1)}, note)
        point = self._passage(point, option.passage, scene, note, always=True)
        self._arrows(point, scene, option.arrows, closing)
        if option.weight is None:
            weight = self._weight(formulas.both(open_), option.motives)
        else:
            weight = formulas.choose(formulas.both(open_), self._value(option.weight), NOTHING)
        return Branch(weight, {}, (Exit(YES, first),), option.label)

    def _arrows(self, point: int, scene: Scene, arrows: tuple[Arrow, ...], otherwise: int) -> None:
        """The first arrow that holds."""
        exits = [(self._holds(arrow.condition), self._to(scene, arrow)) for arrow in arrows]
        self._goes(point, [*exits, (YES, otherwise)])

    def _to(self, scene: Scene, arrow: Arrow) -> int:
        if arrow.to == "moment":
            return self._arrive(scene, arrow.name)
        return self._scene_ends(scene) if arrow.to == "end" else self._to_end[arrow.name]

    # ── between scenes ──

    def _scene_ends(self, scene: Scene) -> int:
        """The point behind a scene or a `meanwhile`: the next `meanwhile`, or the next scene."""
        number = 0
        if scene.meanwhile:
            number = 1 + [meanwhile.name for meanwhile in self.places.meanwhiles].index(scene.name)
        if number not in self._between:
            point = self._between[number] = self._new(STEP, "the scene ends" if not scene.meanwhile else f"{_called(scene)} ends")
            if not number:
                again = {place: formulas.number(self.chain.starts[place]) for place in self.places.short_lived}
                point = self._step(point, again, "the scene ends")
            if number < len(self.places.meanwhiles):
                self._enter(point, self.places.meanwhiles[number])
            else:
                self._goes(point, [(YES, self.chain.start)])
        return self._between[number]

    # ── passages ──

    def _passage(self, point: int, passage: Passage, scene: Scene, note: str, always: bool = False) -> int:
        """Effects, then beliefs, then endings; nothing where there are no effects, unless it is an option."""
        for effect in passage.effects:
            place = self.places.places[effect.variable]
            now, value = self._stored(effect.variable), self._value(effect.value)
            if effect.operator != "=":
                value = formulas.plus(now, value) if effect.operator == "+=" else formulas.minus(now, value)
            value = formulas.clamped(value, self.chain.low[place], self.chain.high[place])
            point = self._step(point, {place: formulas.choose(self._holds(effect.condition), value, now)}, note)
        if not (passage.effects or always):
            return point
        point = self._look(point, scene, note)
        after = self._new(STEP, note)
        self._goes(point, [*((self._holds(condition), self._to_end[name]) for condition, name in self._endings), (YES, after)])
        return after

    def _look(self, point: int, scene: Scene, note: str) -> int:
        """Everybody takes in what reaches them, all at once: every value is worked out from before anybody looked."""
        writes = {}
        for belief, news in self.places.news_among(scene.people):
            index, now = self.places.places[belief], self._stored(belief)
            arrives = [(self._holds(condition), self._value(value)) for condition, value in news.routes]
            taken_for = [(self._holds(condition), self._value(value)) for condition, value in news.readings]
            if taken_for:
                arrives = [(formulas.either(opens for opens, _ in arrives), _first_open(taken_for, _first_open(arrives, now)))]
            ends = self.chain.low[index], self.chain.high[index]
            writes[index] = _first_open([(opens, formulas.clamped(value, *ends)) for opens, value in arrives], now)
        return self._step(point, writes, note) if writes else point

    # ── motifs ──

    def _happens(self, point: int, happening: Happening) -> int:
        """An event: every automaton that follows the story takes its step, by what is so just before the event."""
        writes = {}
        for progress, matcher, site in self.following.at(happening):
            now, table = self._stored(progress), matcher.automaton.table
            moved = [_moved(now, [row[letter] for row in table]) for letter in site.letters]
            for condition in map(self._holds, site.conditions):  # the first condition is the lowest bit of a letter's number
                moved = [formulas.choose(condition, so, not_so) for not_so, so in zip(moved[::2], moved[1::2], strict=True)]
            writes[self.places.places[progress]] = moved[0]
        return self._step(point, writes, self.chain.points[point].note) if writes else point

    def _accepting(self, event: Event) -> Iterator[tuple[int, tuple[int, ...]]]:
        for progress, accepting in self.following.accepting(event):
            yield self.places.places[progress], tuple(state for state, so in enumerate(accepting) if so)

    def _is_any(self, place: int, values: tuple[int, ...]) -> Formula:
        now = formulas.place(place, self.chain.low[place], self.chain.high[place])
        return formulas.either(formulas.equal(now, formulas.number(value)) for value in values)


def _moved(now: Formula, after: list[int]) -> Formula:
    """Where an automaton goes from each of its states."""
    found = now
    for state, to in enumerate(after):
        if to != state:
            found = formulas.choose(formulas.equal(now, formulas.number(state)), formulas.number(to), found)
    return found


def _first_open(ways: list[tuple[Formula, Formula]], otherwise: Formula) -> Formula:
    """What the first way that is open brings."""
    for opens, value in reversed(ways):
        otherwise = formulas.choose(opens, value, otherwise)
    return otherwise


def _called(scene: Scene) -> str:
    return f"{scene.name} ({_in_roles(scene)})" if scene.cast else scene.name


def _in_roles(scene: Scene) -> str:
    return ", ".join(f"{role.name} = {person}" for role, person in zip(scene.roles, scene.cast, strict=True))
