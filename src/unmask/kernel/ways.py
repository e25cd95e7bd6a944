"""Every way at once: a world's sites come in, and how likely each thing is leaves, after one sweep forward through all states.

A layer is what stands before the k-th scene: states, each with its odds. A sweep spreads their odds over all that can be chosen,
step by step, until every part of it stands before the next scene, or in an ending. Two ways to one state are one from there on.
"""

from array import array
from collections.abc import Callable
from ctypes import CFUNCTYPE, addressof, c_char, c_int64, c_void_p
from typing import NamedTuple

from unmask.kernel.build import machine_code
from unmask.kernel.code import TooWide
from unmask.kernel.from_world import CannotCompile, Program
from unmask.kernel.keys import Keys
from unmask.kernel.playing import Form, Point
from unmask.world.sites import Site, Sites

ROOM = 1 << 16


class Swept(NamedTuple):
    """What a step came to: how many states it went through, and how many ways it took."""

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
        self.slots = array("I", bytes(4 * 2 * self.room))
        self._point_to(0)


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
        module = "\n".join([text, self.keys.text(), self._bases(), _driver(self.keys.words, size)])
        kinds = [c_void_p, c_int64, *[c_void_p] * 6, c_int64]
        self._code = machine_code(module, thorough=True)
        self._sweep: Callable[..., int] = CFUNCTYPE(c_int64, *kinds)(self._code.address("sweep"))
        self._grow: Callable[..., int] = CFUNCTYPE(c_int64, c_void_p, c_void_p)(self._code.address("grow"))
        self._begin: Callable[..., int] = CFUNCTYPE(c_int64, c_void_p, c_void_p, c_void_p)(self._code.address("begin"))
        self.over = array("d", bytes(8 * len(sites.endings)))
        """The odds of each ending, so far."""
        self.chosen = array("d", bytes(8 * (len(sites.world.scenes) + len(sites.options) + 1)))
        """How often each scene, then each option, is chosen in a run, on average."""
        self._work = (c_char * (2 * size + 4 * self.widest))()

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

    def start(self) -> Table:
        """The first layer: one state, certain."""
        table = Table(self.keys.words)
        state = array({8: "b", 16: "h", 32: "i", 64: "q"}[self.program.layout.bits], self.program.layout.start or [0])
        self._begin(table.address, state.buffer_info()[0], addressof(self._work))
        return table

    def step(self, now: Table, then: Table, later: Table) -> Swept:
        """Take every way from every state of `now`: to `then`, where something else is to be chosen, to `later`, before the
        next scene, or to an ending. `then` and `later` may grow.
        """
        at = ways = 0
        taken = array("q", [0])
        while at < len(now):
            for table in (then, later):
                if len(table) + self.widest > table.room:
                    self._enlarge(table)
            at = self._sweep(
                now.address,
                at,
                then.address,
                later.address,
                self.over.buffer_info()[0],
                self.chosen.buffer_info()[0],
                addressof(self._work),
                taken.buffer_info()[0],
                self.widest,
            )
        ways = taken[0]
        return Swept(len(now), ways)

    def _enlarge(self, table: Table) -> None:
        room = max(2 * table.room, table.room + 2 * self.widest)
        new = Table(self.keys.words, room)
        self._grow(table.address, new.address)
        table.room, table.keys, table.odds, table.slots = room, new.keys, new.odds, new.slots
        table._point_to(len(new))


def _program(sites: Sites) -> Program:
    for bits in (32, 64):
        program = Program(sites, Form(explore=True), bits)
        try:
            program.text()
        except TooWide:
            continue
        return Program(sites, Form(explore=True), bits)
    raise CannotCompile("a number in this story could grow past 64 bits")


def _driver(words: int, size: int) -> str:
    """The loops, for keys of so many words and states of so many bytes."""
    return _DRIVER.replace("WORDS", str(words)).replace("BYTES", str(8 * words)).replace("STATE", str(size)).replace("TWICE", str(2 * size))


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

define i64 @begin(ptr %table, ptr %state, ptr %work) {
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

define internal void @add(ptr %all, i64 %index, double %odds) alwaysinline {
  %at = getelementptr inbounds double, ptr %all, i64 %index
  %old = load double, ptr %at
  %new = fadd double %old, %odds
  store double %new, ptr %at
  ret void
}

define i64 @sweep(ptr %now, i64 %first, ptr %then, ptr %later, ptr %over, ptr %chosen, ptr %work, ptr %taken, i64 %widest) {
start:
  %context = alloca [2 x i32]
  %context2 = alloca [2 x i32]
  %key = alloca [WORDS x i64]
  %state = getelementptr i8, ptr %work, i64 0
  %state2 = getelementptr i8, ptr %work, i64 STATE
  %weights = getelementptr i8, ptr %work, i64 TWICE
  %keys = load ptr, ptr %now
  %p.odds = getelementptr inbounds i64, ptr %now, i64 1
  %all = load ptr, ptr %p.odds
  %p.count = getelementptr inbounds i64, ptr %now, i64 4
  %count = load i64, ptr %p.count
  %p.then = getelementptr inbounds i64, ptr %then, i64 4
  %p.then.room = getelementptr inbounds i64, ptr %then, i64 5
  %p.later = getelementptr inbounds i64, ptr %later, i64 4
  %p.later.room = getelementptr inbounds i64, ptr %later, i64 5
  %then.room = load i64, ptr %p.then.room
  %later.room = load i64, ptr %p.later.room
  br label %each
each:
  %i = phi i64 [ %first, %start ], [ %next, %on ]
  %more = icmp ult i64 %i, %count
  br i1 %more, label %fits, label %done
fits:
  %then.count = load i64, ptr %p.then
  %then.most = add i64 %then.count, %widest
  %then.fits = icmp ule i64 %then.most, %then.room
  %later.count = load i64, ptr %p.later
  %later.most = add i64 %later.count, %widest
  %later.fits = icmp ule i64 %later.most, %later.room
  %both = and i1 %then.fits, %later.fits
  br i1 %both, label %ask, label %done
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
  %ending = xor i32 %ways, -1
  %ending64 = zext i32 %ending to i64
  call void @add(ptr %over, i64 %ending64, double %odds)
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
  %last = xor i32 %to, -1
  %last64 = zext i32 %last to i64
  call void @add(ptr %over, i64 %last64, double %part)
  br label %way.on
goes:
  %boundary = icmp eq i32 %to, 0
  br i1 %boundary, label %wait, label %stay
wait:
  store [2 x i32] zeroinitializer, ptr %context2
  call void @pack(ptr %state2, ptr %context2, i32 0, ptr %key)
  call void @insert(ptr %later, ptr %key, double %part)
  br label %way.on
stay:
  call void @pack(ptr %state2, ptr %context2, i32 %to, ptr %key)
  call void @insert(ptr %then, ptr %key, double %part)
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
