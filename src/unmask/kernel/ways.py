"""Takes every way at once: reckons how likely each thing is by one sweep forward through all states.

A layer is what stands before the k-th scene: states, each with its odds. A sweep spreads their odds over all that can be chosen,
step by step, until every part of it stands before the next scene, or in an ending. Two ways to one state are one from there on.
"""

from array import array
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from ctypes import CFUNCTYPE, addressof, c_char, c_double, c_int64, c_void_p, memset
from threading import Event
from typing import NamedTuple

from unmask.kernel.build import machine_code
from unmask.kernel.driver import driver
from unmask.kernel.from_world import program_of
from unmask.kernel.keys import Keys
from unmask.kernel.playing import Point
from unmask.world.sites import Site, Sites

ROOM = 1 << 12
SCENES_AT_ONCE = 1 << 10
"""So many states before a scene are played through at once: few enough that all that they lead to stays near the processor."""
NEXT_TO_NOTHING = 1e-4
"""A share of what a sweep is content to leave: where less waits at a point, it waits for more."""
AT_ONCE = 1 << 16
"""So many states are gone through before anybody can stop the sweep."""


class Enough(Exception):
    """Somebody has heard enough: the sweep stops, and what it knows leaves."""


Room = Callable[[int], bool]
"""Says whether so many more bytes may be taken."""


def endless(_: int) -> bool:
    """As much room as anybody wants."""
    return True


class Swept(NamedTuple):
    """What a sweep came to.

    `over[ending][bits]` are the odds that a story ends so, with a bit for each wanted motif that has happened by then; `chosen`
    says how often each scene, then each option, is chosen in a run on average (0 where nothing leads there); `scenes` how many
    scenes a run has. `left` is what was still under way when the sweep stopped: no answer is further off than that.
    """

    over: list[list[float]]
    chosen: list[float]
    scenes: float
    left: float
    states: int
    ways: int


class Table:
    """States with their odds: keys in a row, and an index that finds them."""

    def __init__(self, words: int, room: int = ROOM) -> None:
        self.words = words
        self.room = room
        self.keys = array("q", bytes(8 * words * room))
        self.odds = array("d", bytes(8 * room))
        self.slots = array("I", bytes(4 * 2 * room))
        self.header = array("q", [0] * 6)
        self._point_to(0)

    def _point_to(self, count: int) -> None:
        parts = (self.keys.buffer_info()[0], self.odds.buffer_info()[0], self.slots.buffer_info()[0])
        self.header[:] = array("q", [*parts, 2 * self.room - 1, count, self.room])

    def __len__(self) -> int:
        return self.header[4]

    @property
    def address(self) -> int:
        """Where the program finds it."""
        return self.header.buffer_info()[0]

    def clear(self) -> None:
        """Forget every state, and keep the room."""
        memset(self.slots.buffer_info()[0], 0, 4 * len(self.slots))
        self._point_to(0)

    def total(self, ways: "Ways", first: int = 0) -> float:
        """How much of all luck is here, from a place on."""
        return float(ways.sum(self.address, first))

    def take_in(self, other: "Table", ways: "Ways") -> None:
        """All states of another table too."""
        while len(self) + len(other) > self.room:
            self.enlarge(ways)
        ways.grow(other.address, self.address)

    def larger(self, ways: "Ways") -> int:
        """For how many there would be room if it were enlarged."""
        return max(2 * self.room, self.room + 2 * ways.widest)

    def bytes_for(self, room: int) -> int:
        """What a table with room for so many takes: keys, odds and two places of the index each."""
        return (8 * self.words + 16) * room

    def enlarge(self, ways: "Ways") -> None:
        """Make room for twice as many."""
        new = Table(self.words, self.larger(ways))
        ways.grow(self.address, new.address)
        self.room, self.keys, self.odds, self.slots = new.room, new.keys, new.odds, new.slots
        self._point_to(len(new))


class Ways:
    """Sweeps through the states of a world."""

    def __init__(self, sites: Sites, thorough: bool = True) -> None:
        """`thorough` as in Compiled: for few states it does not pay."""
        self.sites = sites
        self.program = program_of(sites)
        text = self.program.text()
        self.keys = Keys(self.program)
        self.points: list[Point] = self.program.playing.points
        casts = max((len(sites.places.casts(scene)) for scene in sites.world.scenes), default=1)
        options = max((len(moment.options) for scene in sites.scenes for moment in scene.moments), default=1)
        self.widest = max(casts, options, len(sites.world.scenes), 1)
        size = -(-len(self.program.layout.index) * self.program.layout.bits // 64) * 8 + 8
        between = next((number for number, point in enumerate(self.points) if point.sort == "between"), 0)
        module = "\n".join([text, self.keys.text(), self._bases(), driver(self.keys.words, size, len(sites.wanted.motifs), between)])
        kinds = [c_void_p, c_int64, c_int64, *[c_void_p] * 6, c_int64, c_int64]
        self._code = machine_code(module, thorough)
        self.run: Callable[..., int] = CFUNCTYPE(c_int64, *kinds)(self._code.address("sweep"))
        self.grow: Callable[..., int] = CFUNCTYPE(c_int64, c_void_p, c_void_p)(self._code.address("grow"))
        self.sum: Callable[..., float] = CFUNCTYPE(c_double, c_void_p, c_int64)(self._code.address("sum"))
        self._begin: Callable[..., int] = CFUNCTYPE(c_int64, c_void_p, c_void_p)(self._code.address("begin"))
        self.after = [self._reached_from(point) for point in self.points]
        self.work = 2 * size + 4 * self.widest

    def _reached_from(self, point: Point) -> list[int]:
        """The points at which one may stop next: those of the scene, of what passes in the meantime, and the next scene's."""
        if point.sort == "scene":
            return list(range(len(self.points)))
        later = len(self.sites.world.scenes)
        return [
            number for number, other in enumerate(self.points) if other.site.scene in (-1, point.site.scene) or other.site.scene >= later
        ]

    def _bases(self) -> str:
        """For each point and whoever may be there, the place in `chosen` of its first way; for a cast it is -1."""
        starts: list[int] = []
        bases: list[int] = []
        scenes = len(self.sites.world.scenes)
        for point in self.points:
            starts.append(len(bases))
            if point.sort == "scene":
                bases.append(0)
            elif point.sort != "option" or point.family is None:
                bases += [-1] * (len(point.family.members) if point.family is not None else 1)
            else:
                first = [Site(member.number, point.site.moment, 0) for member in point.family.members]
                bases += [scenes + self.sites.option_number[site] for site in first]
        return "\n".join(
            f"@{name} = private constant [{len(numbers)} x i32] [{', '.join(f'i32 {number}' for number in numbers)}]"
            for name, numbers in (("starts", starts), ("bases", bases))
        )

    def sweep(
        self,
        most: int,
        least: float = 1e-15,
        done: Callable[[int, float], None] = lambda states, left: None,
        workers: int = 1,
        room: Room = endless,
    ) -> Swept:
        """Go through every state, until less than `least` of all luck is under way, `most` states were gone through or there is no `room`.

        `done` hears every now and then how many states that are, and how much was left when the last scene began; it may raise
        Enough to stop the sweep there. States before a scene are shared out among so many threads.
        """
        hands = [_Hand(self, least * NEXT_TO_NOTHING) for _ in range(workers)]
        layer = Table(self.keys.words)
        self._begin_with(layer)
        left, remains = 1.0, 0.0
        while left > least:
            left_over = self._one_layer(layer, hands, _Going(hands, most, left, done, room))
            if left_over is not None:
                return _swept(self.sites, hands, left_over)
            layer, hands[0].waiting[0] = hands[0].waiting[0], layer
            hands[0].waiting[0].clear()
            left = layer.total(self)
            remains = sum(table.total(self) for hand in hands for table in hand.waiting)
        return _swept(self.sites, hands, left + remains)

    def _one_layer(self, layer: "Table", hands: "list[_Hand]", going: "_Going") -> float | None:
        """Play a scene from every state of a layer; the next layer then waits at point 0 of the first hand.

        What is still under way, where it was stopped.
        """
        pieces = [(at, min(at + SCENES_AT_ONCE, len(layer))) for at in range(0, len(layer), SCENES_AT_ONCE)]

        def play(hand: _Hand, share: list[tuple[int, int]]) -> float:
            try:
                return hand.play(layer, share, going)
            except BaseException:
                going.stop.set()
                raise

        with ThreadPoolExecutor(len(hands)) as pool:
            others = [pool.submit(play, hand, pieces[number :: len(hands)]) for number, hand in enumerate(hands) if number]
            try:
                missing = play(hands[0], pieces[:: len(hands)])
            except Enough:
                missing = hands[0].missing
            missing += sum(other.result() for other in others)
        if going.stop.is_set():
            return missing + sum(table.total(self) for hand in hands for table in hand.waiting)
        for hand in hands[1:]:
            hands[0].waiting[0].take_in(hand.waiting[0], self)
            hand.waiting[0].clear()
        return None

    def _begin_with(self, table: Table) -> None:
        """One state, certain."""
        state = array({8: "b", 16: "h", 32: "i", 64: "q"}[self.program.layout.bits], self.program.layout.start or [0])
        self._begin(table.address, state.buffer_info()[0])


class _Going:
    """What all hands go by while they play a scene: when to stop, and how far they may go before they ask again."""

    def __init__(self, hands: "list[_Hand]", most: int, left: float, done: Callable[[int, float], None], room: Room) -> None:
        self.hands, self.most, self.left, self.done, self.room = hands, most, left, done, room
        self.stop = Event()

    def hear(self) -> None:
        """Let whoever listens hear how far it is. Raises Enough where they want no more, or where there were enough states."""
        self.done(sum(hand.states for hand in self.hands), self.left)
        if self.held >= self.most:
            raise Enough

    @property
    def held(self) -> int:
        """How many states were gone through or wait for it."""
        return sum(hand.states + sum(map(len, hand.waiting)) for hand in self.hands)

    def at_once(self, widest: int) -> int:
        """From so many states all ways may be taken at once: by all hands together they lead to no more than there may be."""
        return max(1, min(AT_ONCE, (self.most - self.held) // (widest * len(self.hands))))

    def fits(self, table: Table, ways: Ways) -> bool:
        """Whether a table may be enlarged; where it may not, everybody stops."""
        if not self.room(table.bytes_for(table.larger(ways))):
            self.stop.set()
        return not self.stop.is_set()


class _Hand:
    """One thread's share of a sweep: what waits at each point, and what it has come to so far.

    Points are taken in the order of the file, each with all that stands there, so that ways of different length that meet again
    are one from there on.
    """

    def __init__(self, ways: Ways, least: float) -> None:
        self.ways = ways
        self.least = least
        self.waiting = [Table(ways.keys.words) for _ in ways.points]
        self.motifs = 1 << len(ways.sites.wanted.motifs)
        self.over = array("d", bytes(8 * len(ways.sites.endings) * self.motifs))
        self.chosen = array("d", bytes(8 * (len(ways.sites.world.scenes) + len(ways.sites.options))))
        self.taken = array("q", [0])
        self.states = 0
        self.missing = 0.0
        """What of its share it had not gone on with when it was stopped."""
        self._now = Table(ways.keys.words)
        self._work = (c_char * ways.work)()

    def play(self, layer: Table, share: list[tuple[int, int]], going: _Going) -> float:
        """Play a scene from each state of its share. What is missing, where it was stopped."""
        rest = sum(layer.total(self.ways, first) - layer.total(self.ways, last) for first, last in share)
        for first, last in share:
            self.missing = rest
            rest -= layer.total(self.ways, first) - layer.total(self.ways, last)
            if not self._step(0, layer, first, last, going, rest):
                return self.missing
            while (point := self._next()) > 0:
                self._now, self.waiting[point] = self.waiting[point], self._now
                if not self._step(point, self._now, 0, len(self._now), going, rest):
                    return self.missing
                self._now.clear()
        self.missing = 0.0
        return 0.0

    def _next(self) -> int:
        """The first point after the scene's beginning at which enough waits; 0 where there is none.

        Where a scene can go round and round, ever less goes on. What is next to nothing waits for more to join it.
        """
        tables = enumerate(self.waiting)
        return next((number for number, table in tables if number and len(table) and table.total(self.ways) > self.least), 0)

    def _step(self, point: int, now: Table, first: int, last: int, going: _Going, rest: float) -> bool:
        """Take every way from some states that stand at a point: to where something else is to be chosen, or to an ending.

        Whether it came to the end of them.
        """
        ways = self.ways
        after = [self.waiting[number] for number in ways.after[point]]
        headers = array("q", [table.address for table in self.waiting])
        checked = array("q", [table.address for table in after])
        at = first
        while at < last:
            self.missing = rest + now.total(ways, at) - now.total(ways, last)
            if going.stop.is_set():
                return False
            if self is going.hands[0]:
                going.hear()
            for table in after:
                if len(table) + ways.widest > table.room:
                    if not going.fits(table, ways):
                        return False
                    table.enlarge(ways)
            buffers = [part.buffer_info()[0] for part in (headers, checked, self.over, self.chosen)]
            until = min(last, at + going.at_once(ways.widest))
            taken = self.taken.buffer_info()[0]
            before, at = at, ways.run(now.address, at, until, *buffers, addressof(self._work), taken, ways.widest, len(after))
            self.states += at - before
        return True


def _swept(sites: Sites, hands: list[_Hand], left: float) -> Swept:
    """All that the hands have come to, together."""
    over = [sum(parts) for parts in zip(*(hand.over for hand in hands), strict=True)]
    chosen = [sum(parts) for parts in zip(*(hand.chosen for hand in hands), strict=True)]
    motifs = hands[0].motifs
    rows = [over[at : at + motifs] for at in range(0, len(over), motifs)]
    scenes = sum(chosen[: len(sites.world.scenes)])
    return Swept(rows, chosen, scenes, left, sum(hand.states for hand in hands), sum(hand.taken[0] for hand in hands))
