"""What can be counted of a story's runs, and where each count stands: one long row of whole numbers, the same for every engine.

One promise: two rows of counts of the same sites, added up by `merge`, are the counts of all their runs together, however the work was
cut.
"""

import sys
from array import array
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import accumulate, chain
from typing import NamedTuple

from unmask.problems.place import Span
from unmask.problems.speech import short
from unmask.world import walk
from unmask.world.model import IMPLICIT_ENDINGS, Event, Expression, Operation, Option, Scene, Type, Variable, World
from unmask.world.places import Belief, Place, Places

MOST_VALUES = 4096
"""A variable with more values than this is counted by its sum, least and most."""
MOST_SCENES = 200
"""How far arcs are counted: by scene, up to this many."""
NONE_YET = 2**63 - 1
ODDS_BITS = 31


class Watch(NamedTuple):
    """What to look out for in a run: an event, a motif by its name (`Event("motif", label=name)`), which is there from the event on
    since which it has happened, or a condition, which is looked at where an ending's would be.
    """

    event: Event | None = None
    condition: Expression | None = None


class Wanted(NamedTuple):
    """What is to be counted beyond endings, lengths and choices.

    `finals`: how every variable stood at the end (and, in rows, what was chosen); `gates`: what each condition of scenes,
    options and endings came to; `arcs` are looked at when a scene ends; `motifs` are events, or motifs by name
    (`Event("motif", label=name)`), of which it is counted in how many runs they happened. `marks` are questions, of one event or
    motif or of two together, that whoever takes every way at once follows beside the story. `kept` is not counted: it is only never
    left out, though nothing in the story may ask for it.
    """

    finals: bool = True
    gates: bool = False
    arcs: tuple[Variable | Belief, ...] = ()
    watch: Watch | None = None
    motifs: tuple[Event, ...] = ()
    marks: tuple[tuple[Event, ...], ...] = ()
    kept: tuple[Variable | Belief, ...] = ()


NOTHING_MORE = Wanted()


class Site(NamedTuple):
    """A scene (of `world.scenes`, then the meanwhiles), a moment of it, an option of that: -1 where there is none."""

    scene: int
    moment: int = -1
    option: int = -1


class Gate(NamedTuple):
    """What has to hold for a scene to be played, an option to be open, an ending to be reached: each part counts for itself."""

    sort: str
    site: Site
    name: str
    parts: tuple[Expression, ...]
    once: bool
    span: Span


class Segment(NamedTuple):
    """A stretch of the row of counts: where it begins, how long it is, and how two of it become one."""

    start: int
    length: int
    how: Callable[[int, int], int]


def _add(one: int, other: int) -> int:
    """For counts, which are never negative."""
    return one + other


def _sum(one: int, other: int) -> int:
    """For sums of values, which may be."""
    return one + other


def _added(one: "array[int]", other: "array[int]") -> "array[int]":
    """Two rows of counts added, as two very long numbers: no count runs over into the next, and a million are added at once."""
    total = int.from_bytes(one.tobytes(), sys.byteorder) + int.from_bytes(other.tobytes(), sys.byteorder)
    return array("q", total.to_bytes(len(one) * one.itemsize, sys.byteorder))


class Sites:
    """Everything that is counted of a world's runs, and where.

    Segments, in their order: `endings` (how many runs), `first` (the least number of a run with that ending), `events` and
    `scenes` (runs by length), `played` (scenes, `meanwhile` included), `chosen` (options), `opened` and `closed` (passages
    of moments), `motifs` (runs in which they happened), `finals` (values at the end, by variable), then, where wanted, `gates` and `arcs`.
    """

    def __init__(self, places: Places, wanted: Wanted = NOTHING_MORE) -> None:
        self.places = places
        self.world = places.world
        self.wanted = wanted
        self.scenes: tuple[Scene, ...] = (*self.world.scenes, *places.meanwhiles)
        self.endings = (*(ending.name for ending in self.world.endings), *IMPLICIT_ENDINGS)
        self.moments = [Site(s, m) for s, scene in enumerate(self.scenes) for m in range(len(scene.moments))]
        self.options = [
            Site(s, m, o)
            for s, scene in enumerate(self.scenes)
            for m, moment in enumerate(scene.moments)
            for o in range(len(moment.options))
        ]
        self.moment_number = {site: number for number, site in enumerate(self.moments)}
        self.option_number = {site: number for number, site in enumerate(self.options)}
        self.variables = list(self.world.variables) if wanted.finals else []
        self.segments: dict[str, Segment] = {}
        self.size = 0
        lengths = self.world.limit + 2
        for name, length, how in (
            ("endings", len(self.endings), _add),
            ("first", len(self.endings), min),
            ("events", lengths, _add),
            ("scenes", lengths, _add),
            ("played", len(self.scenes), _add),
            ("chosen", len(self.options), _add),
            ("opened", len(self.moments), _add),
            ("closed", len(self.moments), _add),
            ("motifs", len(wanted.motifs), _add),
        ):
            self._segment(name, length, how)
        self.final_at = self._finals()
        self.gate_at = self._gates() if wanted.gates else []
        self.arc_at = self._arcs()

    def __repr__(self) -> str:
        return short(f"<Sites of {self.world!r}>")

    @cached_property
    def watched_motif(self) -> Event | None:
        """The motif that is watched for, if it is one."""
        watch = self.wanted.watch
        return watch.event if watch is not None and watch.event is not None and watch.event.word == "motif" else None

    @cached_property
    def followed(self) -> tuple[Event, ...]:
        """The events and motifs that are followed although the story itself may not ask for them."""
        watch = self.wanted.watch
        watched = () if self.watched_motif is None else (self.watched_motif,)
        asked = walk.happenings_in(watch.condition) if watch is not None and watch.condition is not None else ()
        return (*self.wanted.motifs, *watched, *asked)

    def _segment(self, name: str, length: int, how: Callable[[int, int], int]) -> int:
        start = self.size
        self.segments[name] = Segment(start, length, how)
        self.size += length
        return start

    def _finals(self) -> list[int]:
        """Where the values at the end of each variable are counted; (sum, least, most) for one with too many values."""
        starts = []
        for number, variable in enumerate(self.variables):
            type_ = self.world.variables[variable].type
            if is_wide(type_):
                starts.append(self._segment(f"final {number} sum", 1, _sum))
                self._segment(f"final {number} least", 1, min)
                self._segment(f"final {number} most", 1, max)
            else:
                starts.append(self._segment(f"final {number}", type_.high - type_.low + 1, _add))
        return starts

    def _gates(self) -> list[int]:
        """For each gate: how often it was asked for and how often it was open, its parts, the best odds, how often clipped.

        In that order: asked, open, one for each part, clipped below, then the best odds in 2^31ths.
        """
        starts = []
        for number, gate in enumerate(self.gates):
            starts.append(self._segment(f"gate {number}", 3 + len(gate.parts), _add))
            self._segment(f"gate {number} best", 1, max)
        return starts

    def _arcs(self) -> list[int]:
        starts = []
        for number, place in enumerate(self.wanted.arcs):
            type_ = self.type_of(place)
            starts.append(self._segment(f"arc {number}", MOST_SCENES * (type_.high - type_.low + 1), _add))
        return starts

    @cached_property
    def gates(self) -> list[Gate]:
        """Everything that can be shut."""
        return list(chain(self._scene_gates(), self._option_gates(), self._ending_gates()))

    def _scene_gates(self) -> Iterator[Gate]:
        for number, scene in enumerate(self.world.scenes):
            yield Gate("scene", Site(number), scene.name, parts_of(scene.conditions), scene.once, scene.span)

    def _option_gates(self) -> Iterator[Gate]:
        for site in self.options:
            option = self.option(site)
            yield Gate("option", site, option.label, parts_of(option.guards), option.once, option.span)

    def _ending_gates(self) -> Iterator[Gate]:
        for ending in self.world.endings:
            if ending.condition is not None:
                yield Gate("ending", Site(-1), ending.name, parts_of((ending.condition,)), False, ending.span)

    @cached_property
    def gate_of(self) -> dict[tuple[str, Site, str], int]:
        """The number of a gate, by its sort, site and name."""
        return {(gate.sort, gate.site, gate.name): number for number, gate in enumerate(self.gates)}

    def option(self, site: Site) -> Option:
        """The option that stands at a site."""
        return self.scenes[site.scene].moments[site.moment].options[site.option]

    # ── choices in numbers: scenes, then casts, then options ──

    def cast_code(self, scene: int, cast: tuple[str, ...]) -> int:
        """The number that stands for the choice of a cast."""
        return self._cast_starts[scene] + self._cast_numbers[scene][cast]

    def option_code(self, site: Site) -> int:
        """The number that stands for the choice of an option."""
        return self.option_start + self.option_number[site]

    @cached_property
    def _cast_starts(self) -> list[int]:
        return list(accumulate((len(self.places.casts(scene)) for scene in self.world.scenes), initial=len(self.world.scenes)))

    @cached_property
    def _cast_numbers(self) -> list[dict[tuple[str, ...], int]]:
        return [{cast: number for number, cast in enumerate(self.places.casts(scene))} for scene in self.world.scenes]

    @cached_property
    def option_start(self) -> int:
        """The number that stands for the first option."""
        return self._cast_starts[-1]

    def code_names(self) -> list[tuple[str, Site, tuple[str, ...]]]:
        """What each number of a tape stands for: scene, cast or option, where, and with whom (for a cast)."""
        scenes = [("scene", Site(number), ()) for number in range(len(self.world.scenes))]
        casts = [("cast", Site(n), cast) for n, scene in enumerate(self.world.scenes) for cast in self.places.casts(scene)]
        return [*scenes, *casts, *(("option", site, ()) for site in self.options)]

    def type_of(self, place: Place) -> Type:
        """What values a place, or a computed variable, may take."""
        return self.places.type_of(place)

    # ── rows of counts ──

    def empty(self) -> "array[int]":
        """The counts of no runs."""
        counts = array("q", bytes(8 * self.size))
        for segment in self.segments.values():
            nothing = NONE_YET if segment.how is min else -NONE_YET if segment.how is max else 0
            if nothing:
                for index in range(segment.start, segment.start + segment.length):
                    counts[index] = nothing
        return counts

    def may_be_of(self, counts: "array[int]", runs: int) -> bool:
        """Whether a row of counts can be of so many runs: each of them ended once and had one length."""
        once = (sum(self.part(counts, name)) == runs for name in ("endings", "events", "scenes"))
        at_most = all(count <= runs for count in self.part(counts, "motifs"))
        numbers = (first < runs for ended, first in zip(self.part(counts, "endings"), self.part(counts, "first"), strict=True) if ended)
        never_negative = (segment for segment in self.segments.values() if segment.how is _add)
        counted = (min(counts[segment.start : segment.start + segment.length], default=0) >= 0 for segment in never_negative)
        return all(once) and at_most and all(numbers) and all(counted)

    def merge(self, one: "array[int]", other: "array[int]") -> "array[int]":
        """The counts of the runs of both."""
        merged = array("q")
        for start, end, how in self._stretches:
            here, there = one[start:end], other[start:end]
            merged.extend(_added(here, there) if how is _add else array("q", map(how, here, there)))
        return merged

    @cached_property
    def _stretches(self) -> list[tuple[int, int, Callable[[int, int], int]]]:
        """Neighbouring segments that are merged alike, as one: start, end, how."""
        found: list[tuple[int, int, Callable[[int, int], int]]] = []
        for segment in self.segments.values():
            start = found.pop()[0] if found and found[-1][2] is segment.how else segment.start
            found.append((start, segment.start + segment.length, segment.how))
        return found

    def part(self, counts: "array[int]", name: str) -> "array[int]":
        """A segment of a row of counts."""
        segment = self.segments[name]
        return counts[segment.start : segment.start + segment.length]


def sites_of(world: World, wanted: Wanted = NOTHING_MORE) -> Sites:
    """The sites of a world. Beliefs that are looked at are kept, though nobody in the story asks for them."""
    looked_at = {place for place in (*wanted.arcs, *wanted.kept) if isinstance(place, Belief)}
    if wanted.watch is not None and wanted.watch.condition is not None:
        looked_at |= {Belief(observer, of) for observer, of in walk.beliefs_in(wanted.watch.condition)}
    return Sites(Places(world, sorted(looked_at)), wanted)


def motifs_of(world: World) -> tuple[Event, ...]:
    """All motifs of a story, to be counted."""
    return tuple(Event("motif", label=motif.name) for motif in world.motifs)


def is_wide(type_: Type) -> bool:
    """Whether a variable has too many values to count each."""
    return type_.high - type_.low >= MOST_VALUES


def parts_of(conditions: tuple[Expression, ...]) -> tuple[Expression, ...]:
    """Conditions that must all hold, taken apart at every `and`."""
    found: list[Expression] = []
    for condition in conditions:
        if isinstance(condition, Operation) and condition.operator == "and":
            found += parts_of(condition.operands)
        else:
            found.append(condition)
    return tuple(found)
