"""Estimates the odds of rare events by multilevel splitting of runs.

A run that comes nearer to the event than any before is split: many go on from where it stands, each with its share of the odds (fixed
effort splitting: Garvels, "The splitting method in rare event simulation", 2000; unbiased: Del Moral, "Feynman-Kac Formulae", 2004). At
every choice all that may be chosen is looked at, and what comes nearer counts with its odds, so that a single unlikely choice need not be
waited for. Its interval comes from independent repetitions, by Student's t made fit for skewed samples (Johnson, "Modified t tests and
confidence intervals for asymmetrical populations", 1978). One promise: repetitions are right on average, however few runs they had.
"""

from collections.abc import Callable, Iterable, Iterator
from math import fsum, inf, sqrt
from typing import NamedTuple

from unmask.analysis.odds import Interval
from unmask.motif.events import Happening
from unmask.run.draws import key_of, threefry
from unmask.run.state import State
from unmask.run.step import Over, Point, Process
from unmask.world.model import ENDLESS, IMPLICIT_ENDINGS, Constant, Event, Expression, Operation, World
from unmask.world.sites import parts_of

REPETITIONS = 20
SURE = 0.999
_T = 4.781
"""Student's t: beyond it, on either side, lies a thousandth. For 10 repetitions and not for 20, because of what is left of their skew."""
_PILOTS = 4
_PILOT = 16
_FEWEST = 32
"""With fewer runs in each stage the repetitions have too little in common to say anything."""
_MOST = 1 << 14
STEPS = 1_000_000
"""So many choices are made for an estimate, more or less: ten seconds or so in a large world."""
_LOOK = 10
"""To look at a place with two ways on for the first time takes as long as so many choices at places that are known."""
_ENOUGH = 0.03
"""Nobody needs to know better, as a part of the odds."""
_GRADES = 4
_ROUNDED = 1e-9
_KEPT = 200_000

DONE = 1 << 30
"""It has happened, and nothing can change that."""
LOST = -1
"""It can never happen any more."""


class Rare(NamedTuple):
    """How likely something is, more or less; the interval holds it in about 999 of 1000 cases. `runs` were played in all."""

    p: float
    interval: Interval
    repetitions: int
    runs: int


def rare(world: World, event: Event, seed: int, steps: int | None = None, hints: Iterable[Expression] | None = None) -> Rare | None:
    """How likely an event, or all of a motif, is. None where nothing that was played came there, or too little can be.

    `hints` are conditions of which it is known that a story is nearer to the event the more of them hold; for an ending they are
    the parts of its condition, unless somebody says. Raises NoAutomaton for a motif that cannot be followed.
    """
    steps = STEPS if steps is None else steps
    if hints is None:
        hints = hints_of(world, event)
    split = Splitting(world, event, tuple(hints))
    split.most = steps
    try:
        pilots = [split.repetition(seed, number, _PILOT) for number in range(_PILOTS)]
    except _TooLong:
        return None
    split.most = inf
    cost = max(split.steps / (_PILOTS * _PILOT), 1.0)  # a run's
    affordable = int(steps / (REPETITIONS * cost))
    average = fsum(pilots) / _PILOTS
    wanted = _MOST
    if average:
        spread = fsum((one - average) ** 2 for one in pilots) / (_PILOTS - 1) / average**2
        wanted = max(int(_PILOT * spread / (REPETITIONS * _ENOUGH**2)), _FEWEST)
    else:
        affordable //= 4  # it may well be that nothing leads there
    runs = min(affordable, wanted, _MOST)
    if runs < _FEWEST:
        return None
    found = [split.repetition(seed, _PILOTS + number, runs) for number in range(REPETITIONS)]
    if not any(found):
        return None
    p = fsum(found) / REPETITIONS
    return Rare(min(p, 1.0), interval_of(found), REPETITIONS, split.runs)


def interval_of(found: list[float]) -> Interval:
    """Where the mean lies of what these are independent and unbiased estimates of, none of them negative.

    Its lower end is never below what is certain: an estimate that is right on average is 2,000 times too high in 1 of 2,000 cases at most.
    """
    count = len(found)
    mean = fsum(found) / count
    squares = fsum((one - mean) ** 2 for one in found) / (count - 1)
    cubes = fsum((one - mean) ** 3 for one in found) / count
    middle = mean + (cubes / (6 * squares * count) if squares else 0.0)
    off = _T * sqrt(squares / count) + _ROUNDED * mean
    low = max(middle - off, mean * (1 - SURE) / 2)
    return Interval(min(low, mean), min(max(middle + off, mean), 1.0))


class _Place:
    """Where something is to be chosen, and how near that is. All that leads to one place leads to the same object."""

    __slots__ = ("level", "point", "ways")

    def __init__(self, point: Point, level: int) -> None:
        self.point = point
        self.level = level
        self.ways: tuple[_Way, ...] | None = None


class _Way(NamedTuple):
    """Where a choice may lead: how likely that is, after how many events, and how near it comes. `to` is None where the story is over."""

    p: float
    to: _Place | None
    events: int
    level: int


class _Start(NamedTuple):
    """Where runs begin in a stage, how many events were before, and what share of the odds stands there."""

    at: _Place
    events: int
    weight: float


class _TooLong(Exception):
    """There have been more steps than somebody allowed."""


class Splitting:
    """Plays towards an event. In more than `most` steps it is not played on."""

    most = inf

    def __init__(self, world: World, event: Event, hints: tuple[Expression, ...] = ()) -> None:
        self.world = world
        self.process = Process(world, motifs=(event,))
        self.steps = self.runs = 0
        layout = self.process.layout
        self._automata = [
            (layout.places[progress], layout.following.matchers[progress.number].automaton, accepting)
            for progress, accepting in layout.following.accepting(event)
        ]
        self._distances = [_distances(automaton.table, accepting) for _, automaton, accepting in self._automata]
        self._furthest = max((far for row in self._distances for far in row if far is not None), default=0)
        self._hints = [_grader(self.process, hint) for hint in hints]
        self._fine = 1 + _GRADES * len(hints)
        self._places: dict[tuple[object, ...], _Place] = {}

    # ── how near ──

    def level(self, state: State) -> int:
        """How near a state is: DONE, LOST, or a number that is 0 where everything has yet to come."""
        best = LOST
        for (place, automaton, accepting), distances in zip(self._automata, self._distances, strict=True):
            now = state[place]
            if accepting[now] and automaton.settled[now]:
                return DONE
            far = distances[now]
            if far is not None:
                best = max(best, self._furthest - far)
        return best if best == LOST else best * self._fine + sum(grade(state) for grade in self._hints)

    def _over(self, over: Over) -> int:
        state = over.state
        if over.ending in IMPLICIT_ENDINGS:
            state = self.process.followed(Happening("ending", label=over.ending), state)
        return DONE if any(accepting[state[place]] for place, _, accepting in self._automata) else LOST

    # ── one repetition ──

    def repetition(self, seed: int, number: int, runs: int) -> float:
        """An estimate of the odds from so many runs in each stage: right on average."""
        luck = _uniform(seed, number)
        first = self.process.begin()
        if isinstance(first, Over):
            return float(self._over(first) == DONE)
        place = self._place(first)
        if place.level in (DONE, LOST):
            return float(place.level == DONE)
        share, found = 1.0, 0.0
        starts = [_Start(place, 0, 1.0)]
        for goal in [*range(place.level + 1, self._highest + 1), DONE]:
            done, starts = self._stage(starts, goal, runs, luck)
            found += share * done
            share *= fsum(start.weight for start in starts) / runs
            if not share:
                break
        return found

    @property
    def _highest(self) -> int:
        return self._furthest * self._fine + self._fine - 1

    def _stage(self, starts: list[_Start], goal: int, runs: int, luck: Iterator[float]) -> tuple[float, list[_Start]]:
        """Play so many runs from these until `goal` is reached. What share of the odds has it behind it; where the rest came there."""
        there: list[_Start] = []
        done: list[float] = []
        for start in _drawn(starts, runs, luck):
            self.runs += 1
            if start.at.level >= goal:
                there.append(start._replace(weight=1.0))
            else:
                self._play(start, goal, luck, there, done)
        return fsum(done) / runs, there

    def _play(self, start: _Start, goal: int, luck: Iterator[float], there: list[_Start], done: list[float]) -> None:
        """One run. What reaches the goal at a choice counts with its odds; the run goes on where it does not."""
        at, events, weight = start.at, start.events, 1.0
        while events < self.world.limit:
            self.steps += 1
            if self.steps > self.most:
                raise _TooLong
            ways = self._ways_from(at)
            on = []
            for way in ways:
                if way.level < goal:
                    on.append(way)
                elif way.to is None or way.level == DONE:
                    done.append(weight * way.p)
                else:
                    there.append(_Start(way.to, events + way.events, weight * way.p))
            left = fsum(way.p for way in on)
            if not on or left <= 0:
                return
            drawn = next(luck) * left
            weight *= min(left, 1.0)
            way = on[-1]
            for each in on:
                drawn -= each.p
                if drawn < 0:
                    way = each
                    break
            if way.to is None or way.level == LOST:
                return
            at, events = way.to, events + way.events
        if self._over(Over(ENDLESS, at.point.state)) == DONE:
            done.append(weight)

    def _ways_from(self, at: _Place) -> tuple[_Way, ...]:
        if at.ways is None:
            at.ways = tuple(self._looked_at(at.point))
            self.steps += max(_LOOK * len(at.ways) // 2, _LOOK)
        return at.ways

    def _looked_at(self, at: Point) -> Iterator[_Way]:
        offers = self.process.offers(at)
        whole = sum(offer.weight for offer in offers)
        for offer in offers:
            if offer.weight:
                turn = self.process.follow(at, offer, self.world.limit)
                p, events = offer.weight / whole, max(len(turn.events), 1)
                if isinstance(turn.at, Over):
                    yield _Way(p, None, events, self._over(turn.at))
                else:
                    to = self._place(turn.at)
                    yield _Way(p, to, events, to.level)

    def _place(self, point: Point) -> _Place:
        """Its numbers do not count, for only dice ask for them: two ways to one place are one."""
        scene = ("", ()) if point.scene is None else (point.scene.name, point.scene.cast)
        key = (point.state, point.sort, *scene, point.moment.name if point.moment is not None else "", point.meanwhile)
        found = self._places.get(key)
        if found is None:
            if len(self._places) >= _KEPT:
                self._places.clear()
            found = self._places[key] = _Place(point, self.level(point.state))
        return found


def _distances(table: tuple[tuple[int, ...], ...], accepting: tuple[bool, ...]) -> list[int | None]:
    """For each state of an automaton how many events it takes at least until it accepts; None where it never does."""
    far: list[int | None] = [0 if accepts else None for accepts in accepting]
    grown = True
    while grown:
        grown = False
        for state, row in enumerate(table):
            nearest = min((near for after in row if (near := far[after]) is not None), default=None)
            now = far[state]
            if nearest is not None and (now is None or nearest + 1 < now):
                far[state] = nearest + 1
                grown = True
    return far


def _drawn(starts: list[_Start], count: int, luck: Iterator[float]) -> Iterator[_Start]:
    """So many of them, each as often as it weighs, on average: one from each stretch of as much weight.

    A draw for each stretch: were there one for all, every stretch might begin at the same place of each run.
    """
    step = fsum(start.weight for start in starts) / count
    waiting = iter(starts)
    start = next(waiting)
    past = start.weight
    for number in range(count):
        at = (number + next(luck)) * step
        while past <= at and (following := next(waiting, None)) is not None:
            start = following
            past += start.weight
        yield start


def _uniform(seed: int, number: int) -> Iterator[float]:
    """Numbers from 0 to 1, as many as anybody asks for. The last stream is theirs: no run has so many scenes."""
    key = key_of(seed, number)
    count = 0
    while True:
        high, low = threefry(key, (0xFFFFFFFF, count & 0xFFFFFFFF))
        yield ((high >> 5) * 67108864 + (low >> 6)) / 9007199254740992
        count += 1


# ── hints ──


def hints_of(world: World, event: Event) -> tuple[Expression, ...]:
    """The parts of an ending's condition; nothing for what is no ending."""
    ending = world.ending(event.label) if event.word == "ending" else None
    return parts_of((ending.condition,)) if ending is not None and ending.condition is not None else ()


def _grader(process: Process, hint: Expression) -> Callable[[State], int]:
    """How near a condition is to holding, from 0 to 4: where it holds a number against another, by how much is missing."""
    holds = process.layout.reader(hint)
    match hint:
        case Operation(">=" | ">" | "<=" | "<" | "=", (left, right)) if isinstance(left, Constant) or isinstance(right, Constant):
            one, other = process.layout.reader(left), process.layout.reader(right)
            return lambda state: _GRADES if holds(state) else max(_GRADES - max(abs(one(state) - other(state)), 1), 0)
        case _:
            return lambda state: _GRADES if holds(state) else 0
