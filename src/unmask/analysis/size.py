"""Measures what each thing that a story remembers costs: its states are counted with the thing and without it.

A state is all that still matters of what has happened. Two that differ only in one thing would be one without it: that is what it
costs. One promise: what is said to be free multiplies nothing, and where not everything was counted that is said.
"""

from array import array
from collections.abc import Callable, Iterable
from typing import NamedTuple

from unmask.analysis.asking import Asking
from unmask.kernel.from_world import program_of
from unmask.kernel.graph import Graph, Loops
from unmask.kernel.keys import Field, Keys
from unmask.kernel.patches import NO_END, Lane, Patch
from unmask.kernel.sieve import ANY, Sieve, bench
from unmask.kernel.sweep import sweep
from unmask.kernel.table import Table, at
from unmask.kernel.ways import Enough
from unmask.world.model import Event, Variable, World
from unmask.world.places import Belief, Place, Progress, Used
from unmask.world.sites import Sites, Wanted, sites_of

Heard = Callable[[int, float], None]
MEMORY = 600_000_000
"""So many bytes of states are held at once: with sieves, code and Python it is less than a gigabyte."""
_NOTHING = 0.005
"""What saves a smaller part than this is next to nothing."""
_SURE = 4
"""So many times as much as numbers are off."""


class Cost(NamedTuple):
    """What something divides the number of states by, if nobody kept it: of those between scenes, and of all.

    `sort` is fact, field, belief, once or motif; `values` how many of its values are told apart; `advice` what would make it cheaper.
    """

    name: str
    sort: str
    values: int
    between: float
    whole: float
    advice: tuple[str, ...]


class Free(NamedTuple):
    """Something that a story keeps and that is no part of its states, and why."""

    name: str
    why: str


class Size(NamedTuple):
    """How many states there are between scenes and in all, what each thing costs, the dearest first, and what is no part of them.

    `off` is by what part of itself a number is off, mostly; 0 where all was counted.

    Where it is not `complete` this is of the first so many `scenes`, and of a part of the next; `why` is then "budget" where there were
    more states than that, "memory" where they take too much of it, "order" where they lead back to each other; else "".
    """

    between: int
    whole: int
    transitions: int
    scenes: int
    complete: bool
    why: str
    off: float
    costs: tuple[Cost, ...]
    free: tuple[Free, ...]


def size_of(world: World, budget: int, done: Heard = lambda states, left: None, memory: int = MEMORY) -> Size:
    """Go through a world, as far as so many states and bytes go, and count. Raises CannotCompile where nothing can be gone through."""
    graph = _Counted(sites_of(world, Wanted(finals=False)), memory)
    why = _gone_through(graph, budget, done)
    keys, asking = graph.machine.keys, Asking(graph.machine.keys)
    between, whole = graph.sieves(None)
    off = max(between.off, whole.off)
    costs = []
    clock = None if keys.clock is None else keys.clock.place
    for place, field in keys.fields.items():
        if field.bits and place != clock:
            less, least = (max(_ratio(one, without), 1.0) for one, without in zip((between, whole), graph.sieves(place), strict=True))
            if max(less, least) >= 1 + max(_NOTHING, _SURE * off):
                costs.append(Cost(name_of(place), sort_of(place), asking.values(place), less, least, asking.advice(place)))
    costs.sort(key=lambda cost: (-cost.whole, -cost.between, cost.name))
    return Size(len(between), len(whole), graph.ways, graph.scenes, not why, why, off, tuple(costs), sliced(keys))


def _ratio(whole: Sieve, without: Sieve) -> float:
    return len(whole) / len(without) if len(without) else 1.0


def _gone_through(graph: "_Counted", budget: int, done: Heard) -> str:
    """Why not all of it was; "" where all was."""

    def heard(states: int, left: float) -> None:
        done(states, left)
        if graph.closed:
            raise Enough

    try:
        if sweep(graph, budget, 0.0, heard).left == 0 or graph.closed:
            return ""
        return "memory" if graph.full else "budget"
    except Loops:
        # What was explored is whole; only in a world without a clock is that everything.
        return "" if graph.machine.keys.clock is None else "order"


_KEPT = 20_000_000
"""So many edges are kept while states are counted: they take about 200 MB."""


class _Counted(Graph):
    """A graph that lets every state through sieves as it comes: one for all, and one without each place."""

    def __init__(self, sites: Sites, memory: int) -> None:
        super().__init__(sites, keep=_KEPT, room=self._has_room)
        self.memory = memory
        self.full = False
        """Whether more would have taken too much memory."""
        self.scenes = 0
        self.closed = False
        """Whether no new state can come any more."""
        keys = self.machine.keys
        sorts = [point.sort for point in keys.points]
        # With nothing in the meanwhile, a scene is over where the next is chosen.
        point = sorts.index("between" if "between" in sorts else "scene")
        field = keys.point
        only = (field.word, field.shift, (1 << field.bits) - 1, point)
        masks = {None: _all_but(keys.words, None)} | {place: _all_but(keys.words, one) for place, one in keys.fields.items() if one.bits}
        spare = bench(2 * len(masks))
        self._sieves = {place: (Sieve(mask, spare, only), Sieve(mask, spare, ANY)) for place, mask in masks.items()}

    def _has_room(self, more: int) -> bool:
        self.full = self.full or self.bytes + more > self.memory
        return not self.full

    def sieves(self, place: Place | None) -> tuple[Sieve, Sieve]:
        """What was counted without a place: between scenes, and in all."""
        return self._sieves[place]

    def unknown(self, time: int, standing: "array[float]") -> "list[array[int]]":
        """See Graph. A scene begins."""
        found = super().unknown(time, standing)
        clock = self.machine.keys.clock
        self.closed = not found and (clock is None or clock.value(self.scenes) == clock.type.high)
        self.scenes += 1
        return found

    def explore(self, lane: int, time: int, sources: "array[int]", keeps: bool, turn: Callable[[], None], most: int = NO_END) -> Patch:
        """See Graph. What was found counts, also where it was too much."""
        try:
            return super().explore(lane, time, sources, keeps, turn, most)
        finally:
            self._sift(self.lanes[lane])

    def _sift(self, lane: Lane) -> None:
        for between, whole in self._sieves.values():
            self._through(whole, lane.nodes)
            self._through(between, lane.nodes if self.machine.keys.clock is None else lane.exits)

    def _through(self, sieve: Sieve, table: Table) -> None:
        self.machine.sift(at(table.keys), len(table), *sieve.row)


def _all_but(words: int, field: Field | None) -> "array[int]":
    """A mask for each word of a key."""
    masks = array("q", [-1] * words)
    if field is not None:
        masks[field.word] ^= _signed(((1 << field.bits) - 1) << field.shift)
    return masks


def _signed(word: int) -> int:
    return word - (1 << 64) if word >= 1 << 63 else word


# ── what is no part of a state ──


def sliced_of(world: World, events: Iterable[Event | None] = (), clocked: bool = True) -> tuple[Free, ...]:
    """What is left out where these are asked for. Raises CannotCompile where nothing can be gone through."""
    asked = tuple(dict.fromkeys(event for event in events if event is not None and event.word != "ending"))
    program = program_of(sites_of(world, Wanted(finals=False, motifs=asked)))
    program.text()  # where it stops is known when it is written
    return sliced(Keys(program, clocked=clocked))


def sliced(keys: Keys) -> tuple[Free, ...]:
    """What a story keeps, and odds need not: what nothing that is played asks for, values that are one, and what only counts scenes."""
    places = keys.layout.places
    found = []
    for place in places.places:
        if keys.clock is not None and place == keys.clock.place:
            found.append(Free(name_of(place), "it only counts scenes"))
        elif place not in keys.fields:
            found.append(Free(name_of(place), "nothing that is played asks for it"))
        elif not keys.fields[place].bits:
            found.append(Free(name_of(place), "it has one value"))
        elif len(set(keys.classes(place))) == 1:
            found.append(Free(name_of(place), "nothing tells its values apart"))
    return tuple(found)


def name_of(place: Place) -> str:
    """What something that a story keeps is called."""
    match place:
        case Used(scene, cast, moment, label):
            people = f" with {', '.join(cast)}" if cast else ""
            return f"once: {' / '.join(part for part in (scene, moment, label) if part)}{people}"
        case Progress(motif, number, _):
            return f"happened({motif}) {number}"
        case Belief(observer, of):
            return f"seems({observer}, {of.full_name})"
        case _:
            return place.full_name


def sort_of(place: Place) -> str:
    """What sort of thing it is."""
    match place:
        case Used():
            return "once"
        case Progress():
            return "motif"
        case Belief():
            return "belief"
        case Variable(owner):
            return "field" if owner else "fact"
