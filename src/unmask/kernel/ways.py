"""Every way at once: a world's sites come in, and how likely each thing is leaves, after one sweep forward through all states.

A layer is what stands before the k-th scene: states, each with its odds. A sweep spreads their odds over all that can be chosen,
step by step, until every part of it stands before the next scene, or in an ending. Two ways to one state are one from there on.
"""

from array import array
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from ctypes import CFUNCTYPE, addressof, c_char, c_double, c_int64, c_void_p, memset
from functools import reduce
from threading import Event
from typing import NamedTuple

from unmask.kernel.build import machine_code
from unmask.kernel.code import TooWide
from unmask.kernel.from_world import CannotCompile, Program
from unmask.kernel.keys import Keys
from unmask.kernel.playing import Form, Point
from unmask.world.sites import Site, Sites

ROOM = 1 << 16
SCENES_AT_ONCE = 1 << 10
"""So many states before a scene are played through at once: few enough that all that they lead to stays near the processor."""
NEXT_TO_NOTHING = 1e-4
"""A share of what a sweep is content to leave: where less waits at a point, it waits for more."""
AT_ONCE = 1 << 16
"""So many states are gone through before anybody can stop the sweep."""


class Enough(Exception):
    """Somebody has heard enough: the sweep stops, and what it knows leaves."""


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

    def enlarge(self, ways: "Ways") -> None:
        """Make room for twice as many."""
        new = Table(self.words, max(2 * self.room, self.room + 2 * ways.widest))
        ways.grow(self.address, new.address)
        self.room, self.keys, self.odds, self.slots = new.room, new.keys, new.odds, new.slots
        self._point_to(len(new))


class Ways:
    """Sweeps through the states of a world."""

    def __init__(self, sites: Sites) -> None:
        self.sites = sites
        self.program = _program(sites)
        text = self.program.text()
        self.keys = Keys(self.program)
        self.points: list[Point] = self.program.playing.points
        casts = max((len(sites.places.casts(scene)) for scene in sites.world.scenes), default=1)
        options = max((len(moment.options) for scene in sites.scenes for moment in scene.moments), default=1)
        self.widest = max(casts, options, len(sites.world.scenes), 1)
        size = -(-len(self.program.layout.index) * self.program.layout.bits // 64) * 8 + 8
        module = "\n".join([text, self.keys.text(), self._bases(), _driver(self.keys.words, size, len(sites.wanted.motifs))])
        kinds = [c_void_p, c_int64, c_int64, *[c_void_p] * 6, c_int64, c_int64]
        self._code = machine_code(module, thorough=True)
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
            elif point.sort == "cast" or point.family is None:
                bases.append(-1)
            else:
                first = [Site(member.number, point.site.moment, 0) for member in point.family.members]
                bases += [scenes + self.sites.option_number[site] for site in first]
        return "\n".join(
            f"@{name} = private constant [{len(numbers)} x i32] [{', '.join(f'i32 {number}' for number in numbers)}]"
            for name, numbers in (("starts", starts), ("bases", bases))
        )

    def sweep(
        self, most: int, least: float = 1e-15, done: Callable[[int, float], None] = lambda states, left: None, workers: int = 1
    ) -> Swept:
        """Go through every state, until less than `least` of all luck is under way, or `most` states were gone through.

        `done` hears every now and then how many states that are, and how much was left when the last scene began; it may raise
        Enough to stop the sweep there. States before a scene are shared out among so many threads.
        """
        hands = [_Hand(self, least * NEXT_TO_NOTHING) for _ in range(workers)]
        layer = Table(self.keys.words)
        self._begin_with(layer)
        left, remains = 1.0, 0.0
        while left > least:
            left_over = self._one_layer(layer, hands, most, left, done)
            if left_over is not None:
                return _swept(self.sites, hands, left_over)
            layer, hands[0].waiting[0] = hands[0].waiting[0], layer
            hands[0].waiting[0].clear()
            left = layer.total(self)
            remains = sum(table.total(self) for hand in hands for table in hand.waiting)
        return _swept(self.sites, hands, left + remains)

    def _one_layer(self, layer: "Table", hands: "list[_Hand]", most: int, left: float, done: Callable[[int, float], None]) -> float | None:
        """Play a scene from every state of a layer; the next layer then waits at point 0 of the first hand.

        What is still under way, where it was stopped.
        """
        pieces = [(at, min(at + SCENES_AT_ONCE, len(layer))) for at in range(0, len(layer), SCENES_AT_ONCE)]
        stop = Event()

        def hear() -> None:
            held = sum(len(table) for hand in hands for table in hand.waiting)
            states = sum(hand.states for hand in hands)
            done(states, left)
            if states + held >= most:
                raise Enough

        def play(hand: _Hand, share: list[tuple[int, int]]) -> float:
            try:
                return hand.play(layer, share, stop.is_set, hear if hand is hands[0] else None)
            except BaseException:
                stop.set()
                raise

        with ThreadPoolExecutor(len(hands)) as pool:
            others = [pool.submit(play, hand, pieces[number :: len(hands)]) for number, hand in enumerate(hands) if number]
            try:
                missing = play(hands[0], pieces[:: len(hands)])
            except Enough:
                missing = hands[0].missing
            missing += sum(other.result() for other in others)
        if stop.is_set():
            return missing + sum(table.total(self) for hand in hands for table in hand.waiting)
        for hand in hands[1:]:
            hands[0].waiting[0].take_in(hand.waiting[0], self)
            hand.waiting[0].clear()
        return None

    def _begin_with(self, table: Table) -> None:
        """One state, certain."""
        state = array({8: "b", 16: "h", 32: "i", 64: "q"}[self.program.layout.bits], self.program.layout.start or [0])
        self._begin(table.address, state.buffer_info()[0])


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

    def play(self, layer: Table, share: list[tuple[int, int]], stopped: Callable[[], bool], hear: Callable[[], None] | None) -> float:
        """Play a scene from each state of its share. What is missing, where it was stopped or `hear` raised Enough."""
        rest = sum(layer.total(self.ways, first) - layer.total(self.ways, last) for first, last in share)
        for first, last in share:
            self.missing = rest
            rest -= layer.total(self.ways, first) - layer.total(self.ways, last)
            if not self._step(0, layer, first, last, stopped, hear, rest):
                return self.missing
            while (point := self._next()) > 0:
                self._now, self.waiting[point] = self.waiting[point], self._now
                if not self._step(point, self._now, 0, len(self._now), stopped, hear, rest):
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

    def _step(
        self, point: int, now: Table, first: int, last: int, stopped: Callable[[], bool], hear: Callable[[], None] | None, rest: float
    ) -> bool:
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
            if stopped():
                return False
            if hear is not None:
                hear()
            for table in after:
                if len(table) + ways.widest > table.room:
                    table.enlarge(ways)
            buffers = [part.buffer_info()[0] for part in (headers, checked, self.over, self.chosen)]
            until = min(last, at + AT_ONCE)
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


def _program(sites: Sites) -> Program:
    for bits in (32, 64):
        program = Program(sites, Form(explore=True), bits)
        try:
            program.text()
        except TooWide:
            continue
        return Program(sites, Form(explore=True), bits)
    raise CannotCompile("a number in this story could grow past 64 bits")


def _driver(words: int, size: int, motifs: int) -> str:
    """The loops, for keys of so many words, states of so many bytes, and so many motifs."""
    sizes = {"MOTIFS": motifs, "WORDS": words, "BYTES": 8 * words, "STATE": size, "TWICE": 2 * size}
    return reduce(lambda text, name: text.replace(name, str(sizes[name])), sizes, _DRIVER)


_DRIVER = """
define internal i64 @hash(ptr %key) alwaysinline {
start:
  br label %word
word:
  %i = phi i64 [ 0, %start ], [ %next, %word ]
  %h = phi i64 [ 0, %start ], [ %mixed, %word ]
  %at = getelementptr inbounds i64, ptr %key, i64 %i
  %part = load i64, ptr %at
  %joined = xor i64 %h, %part
  %spread = mul i64 %joined, -7046029254386353131
  %high = lshr i64 %spread, 29
  %mixed = xor i64 %spread, %high
  %next = add i64 %i, 1
  %more = icmp ult i64 %next, WORDS
  br i1 %more, label %word, label %done
done:
  %again = mul i64 %mixed, -4658895280553007687
  %top = lshr i64 %again, 32
  %whole = xor i64 %again, %top
  ret i64 %whole
}

define internal i1 @same(ptr %one, ptr %other) alwaysinline {
start:
  br label %word
word:
  %i = phi i64 [ 0, %start ], [ %next, %on ]
  %a = getelementptr inbounds i64, ptr %one, i64 %i
  %b = getelementptr inbounds i64, ptr %other, i64 %i
  %x = load i64, ptr %a
  %y = load i64, ptr %b
  %equal = icmp eq i64 %x, %y
  br i1 %equal, label %on, label %no
on:
  %next = add i64 %i, 1
  %more = icmp ult i64 %next, WORDS
  br i1 %more, label %word, label %yes
yes:
  ret i1 true
no:
  ret i1 false
}

define internal void @insert(ptr noalias %table, ptr noalias %key, double %odds) {
start:
  %keys = load ptr, ptr %table
  %p.odds = getelementptr inbounds i64, ptr %table, i64 1
  %all = load ptr, ptr %p.odds
  %p.slots = getelementptr inbounds i64, ptr %table, i64 2
  %slots = load ptr, ptr %p.slots
  %p.mask = getelementptr inbounds i64, ptr %table, i64 3
  %mask = load i64, ptr %p.mask
  %p.count = getelementptr inbounds i64, ptr %table, i64 4
  %count = load i64, ptr %p.count
  %hash = call i64 @hash(ptr %key)
  %first = and i64 %hash, %mask
  br label %look
look:
  %slot = phi i64 [ %first, %start ], [ %after, %other ]
  %p.slot = getelementptr inbounds i32, ptr %slots, i64 %slot
  %held = load i32, ptr %p.slot
  %free = icmp eq i32 %held, 0
  br i1 %free, label %new, label %taken
taken:
  %place32 = sub i32 %held, 1
  %place = zext i32 %place32 to i64
  %offset = mul i64 %place, WORDS
  %there = getelementptr inbounds i64, ptr %keys, i64 %offset
  %equal = call i1 @same(ptr %there, ptr %key)
  br i1 %equal, label %add, label %other
other:
  %one = add i64 %slot, 1
  %after = and i64 %one, %mask
  br label %look
add:
  %p.old = getelementptr inbounds double, ptr %all, i64 %place
  %old = load double, ptr %p.old
  %sum = fadd double %old, %odds
  store double %sum, ptr %p.old
  ret void
new:
  %start.of = mul i64 %count, WORDS
  %to = getelementptr inbounds i64, ptr %keys, i64 %start.of
  call void @llvm.memcpy.p0.p0.i64(ptr %to, ptr %key, i64 BYTES, i1 false)
  %p.new = getelementptr inbounds double, ptr %all, i64 %count
  store double %odds, ptr %p.new
  %more = add i64 %count, 1
  store i64 %more, ptr %p.count
  %number = trunc i64 %more to i32
  store i32 %number, ptr %p.slot
  ret void
}

define i64 @grow(ptr %from, ptr %to) {
start:
  %keys = load ptr, ptr %from
  %p.odds = getelementptr inbounds i64, ptr %from, i64 1
  %all = load ptr, ptr %p.odds
  %p.count = getelementptr inbounds i64, ptr %from, i64 4
  %count = load i64, ptr %p.count
  br label %loop
loop:
  %i = phi i64 [ 0, %start ], [ %next, %body ]
  %more = icmp ult i64 %i, %count
  br i1 %more, label %body, label %done
body:
  %offset = mul i64 %i, WORDS
  %key = getelementptr inbounds i64, ptr %keys, i64 %offset
  %p.one = getelementptr inbounds double, ptr %all, i64 %i
  %odds = load double, ptr %p.one
  call void @insert(ptr %to, ptr %key, double %odds)
  %next = add i64 %i, 1
  br label %loop
done:
  ret i64 %count
}

define double @sum(ptr %table, i64 %first) {
start:
  %p.odds = getelementptr inbounds i64, ptr %table, i64 1
  %all = load ptr, ptr %p.odds
  %p.count = getelementptr inbounds i64, ptr %table, i64 4
  %count = load i64, ptr %p.count
  br label %loop
loop:
  %i = phi i64 [ %first, %start ], [ %next, %body ]
  %total = phi double [ 0.0, %start ], [ %more, %body ]
  %on = icmp slt i64 %i, %count
  br i1 %on, label %body, label %done
body:
  %p.one = getelementptr inbounds double, ptr %all, i64 %i
  %one = load double, ptr %p.one
  %more = fadd double %total, %one
  %next = add i64 %i, 1
  br label %loop
done:
  ret double %total
}

define i64 @begin(ptr %table, ptr %state) {
  %context = alloca [2 x i32]
  %key = alloca [WORDS x i64]
  store [2 x i32] zeroinitializer, ptr %context
  call void @pack(ptr %state, ptr %context, i32 0, ptr %key)
  call void @insert(ptr %table, ptr %key, double 1.0)
  ret i64 0
}

define internal i32 @base(i32 %point, ptr %context) alwaysinline {
  %at = zext i32 %point to i64
  %p.start = getelementptr inbounds i32, ptr @starts, i64 %at
  %start = load i32, ptr %p.start
  %member = load i32, ptr %context
  %sum = add i32 %start, %member
  %one = zext i32 %sum to i64
  %p.base = getelementptr inbounds i32, ptr @bases, i64 %one
  %base = load i32, ptr %p.base
  ret i32 %base
}

define internal i64 @end(i32 %result, ptr %context) alwaysinline {
  %ending = xor i32 %result, -1
  %row = shl i32 %ending, MOTIFS
  %p.bits = getelementptr inbounds i32, ptr %context, i64 2
  %bits = load i32, ptr %p.bits
  %at = or i32 %row, %bits
  %wide = zext i32 %at to i64
  ret i64 %wide
}

define internal void @add(ptr %all, i64 %index, double %odds) alwaysinline {
  %at = getelementptr inbounds double, ptr %all, i64 %index
  %old = load double, ptr %at
  %new = fadd double %old, %odds
  store double %new, ptr %at
  ret void
}

define i64 @sweep(ptr %now, i64 %first, i64 %count, ptr %waiting, ptr %checked, ptr %over, ptr %chosen, ptr %work,
    ptr %taken, i64 %widest, i64 %after) {
start:
  %context = alloca [3 x i32]
  %context2 = alloca [3 x i32]
  %key = alloca [WORDS x i64]
  %state = getelementptr i8, ptr %work, i64 0
  %state2 = getelementptr i8, ptr %work, i64 STATE
  %weights = getelementptr i8, ptr %work, i64 TWICE
  %keys = load ptr, ptr %now
  %p.odds = getelementptr inbounds i64, ptr %now, i64 1
  %all = load ptr, ptr %p.odds
  br label %each
each:
  %i = phi i64 [ %first, %start ], [ %next, %on ]
  %more = icmp ult i64 %i, %count
  br i1 %more, label %fits, label %done
fits:
  br label %check
check:
  %c = phi i64 [ 0, %fits ], [ %c.next, %roomy ]
  %c.more = icmp ult i64 %c, %after
  br i1 %c.more, label %table, label %ask
table:
  %p.table = getelementptr inbounds ptr, ptr %checked, i64 %c
  %one.table = load ptr, ptr %p.table
  %p.held = getelementptr inbounds i64, ptr %one.table, i64 4
  %held = load i64, ptr %p.held
  %p.room = getelementptr inbounds i64, ptr %one.table, i64 5
  %room = load i64, ptr %p.room
  %needed = add i64 %held, %widest
  %enough = icmp ule i64 %needed, %room
  br i1 %enough, label %roomy, label %done
roomy:
  %c.next = add i64 %c, 1
  br label %check
ask:
  %offset = mul i64 %i, WORDS
  %from = getelementptr inbounds i64, ptr %keys, i64 %offset
  %point = call i32 @unpack(ptr %from, ptr %state, ptr %context)
  %p.one = getelementptr inbounds double, ptr %all, i64 %i
  %odds = load double, ptr %p.one
  %ways = call i32 @go(i32 %point, i32 -1, ptr %state, ptr %context, ptr %weights)
  %ended = icmp slt i32 %ways, 0
  br i1 %ended, label %stuck, label %total
stuck:
  %stuck.at = call i64 @end(i32 %ways, ptr %context)
  call void @add(ptr %over, i64 %stuck.at, double %odds)
  br label %on
total:
  %ways64 = zext i32 %ways to i64
  br label %sum
sum:
  %j = phi i64 [ 0, %total ], [ %j.next, %sum ]
  %whole = phi i64 [ 0, %total ], [ %whole.next, %sum ]
  %p.weight = getelementptr inbounds i32, ptr %weights, i64 %j
  %weight = load i32, ptr %p.weight
  %weight64 = zext i32 %weight to i64
  %whole.next = add i64 %whole, %weight64
  %j.next = add i64 %j, 1
  %j.more = icmp ult i64 %j.next, %ways64
  br i1 %j.more, label %sum, label %share
share:
  %divisor = uitofp i64 %whole.next to double
  %base = call i32 @base(i32 %point, ptr %context)
  br label %way
way:
  %w = phi i64 [ 0, %share ], [ %w.next, %way.on ]
  %p.w = getelementptr inbounds i32, ptr %weights, i64 %w
  %weighs = load i32, ptr %p.w
  %open = icmp ne i32 %weighs, 0
  br i1 %open, label %take, label %way.on
take:
  %weighs.double = uitofp i32 %weighs to double
  %scaled = fmul double %odds, %weighs.double
  %part = fdiv double %scaled, %divisor
  call void @llvm.memcpy.p0.p0.i64(ptr %state2, ptr %state, i64 STATE, i1 false)
  call void @llvm.memcpy.p0.p0.i64(ptr %context2, ptr %context, i64 8, i1 false)
  %w32 = trunc i64 %w to i32
  %counted = icmp sge i32 %base, 0
  br i1 %counted, label %tally, label %leap
tally:
  %option = add i32 %base, %w32
  %option64 = zext i32 %option to i64
  call void @add(ptr %chosen, i64 %option64, double %part)
  br label %leap
leap:
  %old.taken = load i64, ptr %taken
  %new.taken = add i64 %old.taken, 1
  store i64 %new.taken, ptr %taken
  %to = call i32 @go(i32 %point, i32 %w32, ptr %state2, ptr %context2, ptr null)
  %finished = icmp slt i32 %to, 0
  br i1 %finished, label %end, label %goes
end:
  %last = call i64 @end(i32 %to, ptr %context2)
  call void @add(ptr %over, i64 %last, double %part)
  br label %way.on
goes:
  %boundary = icmp eq i32 %to, 0
  br i1 %boundary, label %wait, label %stay
wait:
  store [3 x i32] zeroinitializer, ptr %context2
  br label %stay
stay:
  call void @pack(ptr %state2, ptr %context2, i32 %to, ptr %key)
  %to64 = zext i32 %to to i64
  %p.to = getelementptr inbounds ptr, ptr %waiting, i64 %to64
  %its = load ptr, ptr %p.to
  call void @insert(ptr %its, ptr %key, double %part)
  br label %way.on
way.on:
  %w.next = add i64 %w, 1
  %w.more = icmp ult i64 %w.next, %ways64
  br i1 %w.more, label %way, label %on
on:
  %next = add i64 %i, 1
  br label %each
done:
  ret i64 %i
}
"""
