"""What people feel, and what others take them to feel: event by event in one run, scene by scene over many.

A Course is one run, played by the reference engine; Fans are counts from any engine. One promise: the beliefs that are kept for a look at
them change nothing that happens.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from unmask.problems.speech import short
from unmask.run.record import Record, by_luck, by_tape, tape_of
from unmask.run.state import Reader, State
from unmask.run.step import Event, Process
from unmask.world.model import CHANCE, Moment, Read, Scene, Type, Variable, World
from unmask.world.places import Belief
from unmask.world.sites import MOST_SCENES, Sites, Wanted, is_wide

HIDDEN = ("feels", "keeps")


class Pair(NamedTuple):
    """Somebody's hidden field, and somebody else who makes something of it."""

    of: Variable
    observer: str


class Values(NamedTuple):
    """What is felt, and what it is believed to be."""

    felt: int
    believed: int


class Arc(NamedTuple):
    """A pair along a run: its values `before` and `after` each event. `word` is feels or keeps; a `lasting` field outlives its scene."""

    pair: Pair
    word: str
    type: Type
    lasting: bool
    before: tuple[Values, ...]
    after: tuple[Values, ...]


class Stretch(NamedTuple):
    """The events from `first` to `last`: a scene, or what happens between scenes."""

    name: str
    first: int
    last: int
    meanwhile: bool


class Course(NamedTuple):
    """One run, and the arcs along its events."""

    record: Record
    stretches: tuple[Stretch, ...]
    arcs: tuple[Arc, ...]

    def __repr__(self) -> str:
        return short(f"<Course: {self.record!r}, {len(self.arcs)} arcs>")


class Spread(NamedTuple):
    """How a value is spread over runs: the median, the middle half, the middle nine tenths, the mean."""

    runs: int
    low90: int
    low50: int
    median: int
    high50: int
    high90: int
    mean: float


class Fan(NamedTuple):
    """A pair over many runs, a spread for each scene: as it is when the scene ends, before anything goes back."""

    pair: Pair
    word: str
    type: Type
    felt: tuple[Spread, ...]
    believed: tuple[Spread, ...]

    @property
    def gaps(self) -> tuple[float, ...]:
        """By how much, on average, it is believed to be more than it is."""
        return tuple(believed.mean - felt.mean for felt, believed in zip(self.felt, self.believed, strict=True))


class Fans(NamedTuple):
    """Many runs scene by scene. A run that is over keeps no value: `left` says how many runs had each scene."""

    seed: int
    runs: int
    left: tuple[int, ...]
    fans: tuple[Fan, ...]

    def __repr__(self) -> str:
        return short(f"<Fans: {self.runs:,} runs, {len(self.fans)} fans>")


# ── who is looked at ─────────────────────────────────────────────────────────────────────────────────────────────────


def pairs(world: World) -> list[Pair]:
    """Every hidden field with everybody whom it can reach by some route, in the order of the file."""
    reached = {
        Pair(route.variable, observer)
        for route in world.routes
        for observer in ([route.observer] if route.observer else world.people)
        if _is_hidden(world, route.variable)
    }
    return [pair for variable in world.variables for pair in all_of(world, variable) if pair in reached]


def all_of(world: World, variable: Variable) -> list[Pair]:
    """A field with everybody else, whether it can reach them or not."""
    return [Pair(variable, observer) for observer in world.people if observer != variable.owner]


def hidden(world: World) -> list[Variable]:
    """Every field that somebody feels or keeps."""
    return [variable for variable in world.variables if _is_hidden(world, variable)]


def _is_hidden(world: World, variable: Variable) -> bool:
    return bool(variable.owner) and world.variables[variable].word in HIDDEN


def can_fan(type_: Type) -> bool:
    """Whether a value has a median: a set has no order, and a very wide range is not counted value by value."""
    return type_.sort != "set" and not is_wide(type_)


# ── one run ──────────────────────────────────────────────────────────────────────────────────────────────────────────


class _Watched(Process):
    """A process that keeps the state before and after each event."""

    def __init__(self, world: World, also: Iterable[Belief]) -> None:
        super().__init__(world, also)
        self.before: list[State] = []
        self.after: list[State] = []

    def notice(self, what: str, scene: Scene, moment: Moment | None, state: State) -> None:
        """Before the next event, or when the scene ends, an event has had its effect."""
        if (what == "end" or what.endswith(" event")) and len(self.after) < len(self.before):
            self.after.append(state)
        if what.endswith(" event"):
            self.before.append(state)
        super().notice(what, scene, moment, state)


def course(world: World, seed: int, number: int, wanted: list[Pair]) -> Course:
    """A run by its luck, and an arc for each pair."""
    return _course(world, lambda process: by_luck(process, seed, number), wanted)


def course_along(world: World, played: Record, wanted: list[Pair]) -> Course:
    """A run that was played, however its choices came about, and an arc for each pair."""
    tape = tape_of(Process(world), played, "", "")
    return _course(world, lambda process: by_tape(process, tape, False), wanted)


def _course(world: World, play: Callable[[Process], Record], wanted: list[Pair]) -> Course:
    process = _Watched(world, [Belief(pair.observer, pair.of) for pair in wanted])
    record = play(process)
    if len(process.after) < len(process.before):
        process.after.append(record.over.state)
    assert len(process.before) == len(process.after) == len(record.events), "every event is noticed once"
    arcs = tuple(_arc(process, pair) for pair in wanted)
    return Course(record, stretches(record.events), arcs)


def _arc(process: _Watched, pair: Pair) -> Arc:
    declared = process.world.variables[pair.of]
    felt = process.layout.reader(Read(pair.of))
    place = process.layout.places[Belief(pair.observer, pair.of)]
    value = partial(_values, felt, place)
    before, after = tuple(map(value, process.before)), tuple(map(value, process.after))
    return Arc(pair, declared.word, declared.type, not declared.for_scene, before, after)


def _values(felt: Reader, place: int, state: State) -> Values:
    return Values(felt(state), state[place])


def stretches(events: tuple[Event, ...]) -> tuple[Stretch, ...]:
    """The scenes of a run, and what happens between them."""
    found: list[Stretch] = []
    keys = [(event.scene_number, event.meanwhile) for event in events]
    starts = [0, *(index + 1 for index, (one, other) in enumerate(pairwise(keys)) if one != other)] if events else []
    for first, following in pairwise([*starts, len(events)]):
        found.append(Stretch(events[first].scene, first, following - 1, events[first].meanwhile))
    return tuple(found)


def moves(arc: Arc, events: tuple[Event, ...]) -> list[tuple[int, int]]:
    """By how much each event moves an arc, as (move, number of the event): the largest first, those that move nothing left out.

    What passes between scenes moves nothing that lasts only as long as one.
    """
    found = [
        (_distance(arc.type, was.felt, now.felt) + _distance(arc.type, was.believed, now.believed), number)
        for number, (was, now) in enumerate(zip(arc.before, arc.after, strict=True))
        if arc.lasting or not events[number].meanwhile
    ]
    return sorted((move for move in found if move[0]), key=lambda move: (-move[0], move[1]))


def _distance(type_: Type, one: int, other: int) -> int:
    """How far apart two values are. The values of a set are the same or not."""
    return int(one != other) if type_.sort == "set" else abs(one - other)


def most_moved(found: Course, most: int) -> Course:
    """The course with the arcs that move most, in proportion to how far they could; equals in the order of the file.

    Arcs without a move or a gap have nothing to show, and are left out where others have.
    """
    events = found.record.events
    moved = {arc: _share(sum(move for move, _ in moves(arc, events)), arc.type) for arc in found.arcs}
    alive = [arc for arc in found.arcs if moved[arc] or any(now.felt != now.believed for now in arc.after)] or found.arcs
    return found._replace(arcs=tuple(sorted(alive, key=lambda arc: -moved[arc])[:most]))


def _share(distance: float, type_: Type) -> float:
    return distance if type_.sort == "set" else distance / max(type_.high - type_.low, 1)


def words_of(event: Event) -> str:
    """An event in a few words."""
    match event.sort:
        case "scene":
            return f"{event.label} begins"
        case "cast":
            return f"{event.label} begins: {', '.join(event.cast)}"
        case "ending":
            return f"ending {event.label}"
        case "moment":
            return event.moment
        case _:
            return event.label if event.who == CHANCE else f"{event.who}: {event.label}"


# ── many runs ────────────────────────────────────────────────────────────────────────────────────────────────────────


def wanted_for(pairs: list[Pair]) -> Wanted:
    """What an engine has to count for the fans of these pairs."""
    arcs = [place for pair in pairs for place in (pair.of, Belief(pair.observer, pair.of))]
    return Wanted(arcs=tuple(dict.fromkeys(arcs)))


def fans(sites: Sites, counts: "array[int]", wanted: list[Pair], seed: int, runs: int) -> Fans:
    """Counted values as fans, up to the last scene that any run had, or the last that is counted."""
    rows = {place: _by_scene(sites, counts, number) for number, place in enumerate(sites.wanted.arcs)}
    found = []
    for pair in wanted:
        declared = sites.world.variables[pair.of]
        type_ = declared.type
        felt, believed = (tuple(_spreads(rows[place], type_)) for place in (pair.of, Belief(pair.observer, pair.of)))
        found.append(Fan(pair, declared.word, type_, felt, believed))
    left = tuple(spread.runs for spread in found[0].felt) if found else ()
    return Fans(seed, runs, left, tuple(found))


def _by_scene(sites: Sites, counts: "array[int]", number: int) -> list[list[int]]:
    """`counts[scene][value]` of one place."""
    row = sites.part(counts, f"arc {number}").tolist()
    width = len(row) // MOST_SCENES
    return [row[start : start + width] for start in range(0, len(row), width)]


def _spreads(scenes: list[list[int]], type_: Type) -> Iterator[Spread]:
    for counts in scenes:
        if not any(counts):
            return
        yield spread(counts, type_.low)


def spread(counts: list[int], low: int) -> Spread:
    """The spread of values of which the first is `low`. A quantile is a value that occurs: the least that enough runs do not pass."""
    runs = sum(counts)
    total = sum((low + index) * count for index, count in enumerate(counts))

    def least(percent: int) -> int:
        so_far = 0
        for index, count in enumerate(counts):
            so_far += count
            if count and so_far * 100 >= percent * runs:
                return low + index
        raise AssertionError("all runs together are enough")

    return Spread(runs, least(5), least(25), least(50), least(75), least(95), total / runs)


def most_moving(found: Fans, most: int) -> Fans:
    """The fans that go farthest from where their first scene leaves them, or are widest, in proportion to how far they could."""
    moved = {fan: _share(_unrest(fan.felt) + _unrest(fan.believed), fan.type) for fan in found.fans}
    return found._replace(fans=tuple(sorted(found.fans, key=lambda fan: -moved[fan])[:most]))


def _unrest(spreads: tuple[Spread, ...]) -> float:
    """How wide the middle nine tenths are, and how much the mean wanders; the average of the runs' scenes."""
    scenes = sum(one.runs for one in spreads)
    width = sum((one.high90 - one.low90) * one.runs for one in spreads) / max(scenes, 1)
    return width + sum(abs(now.mean - was.mean) * now.runs for was, now in pairwise(spreads)) / max(scenes, 1)
