"""The loops of a sweep as LLVM IR: tables of states, and a step that takes every way from each state of one.

All of it is text, made for given sizes. A table is a row of six words: its keys, their odds, an index that finds them, the index's mask,
how many states there are, and for how many there is room.
"""

from functools import reduce


def driver(words: int, size: int, motifs: int, between: int) -> str:
    """The loops, for keys of so many words, states of so many bytes, and so many motifs."""
    sizes = {"BETWEEN": between, "MOTIFS": motifs, "WORDS": words, "BYTES": 8 * words, "STATE": size, "TWICE": 2 * size}
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
  %context = alloca [6 x i32]
  %context2 = alloca [6 x i32]
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
  %scene = icmp eq i32 %to, 0
  %between = icmp eq i32 %to, BETWEEN
  %boundary = or i1 %scene, %between
  br i1 %boundary, label %wait, label %stay
wait:
  store [6 x i32] zeroinitializer, ptr %context2
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
