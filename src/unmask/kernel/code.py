"""Writes LLVM IR, instruction by instruction. Knows of numbers and blocks, and nothing of stories.

One promise: whole numbers never leave the width they are reckoned in; what could is refused with TooWide before it runs.
"""

from collections.abc import Callable, Iterable
from functools import reduce
from typing import NamedTuple

COMPARISONS = {"=": "eq", "!=": "ne", "<": "slt", "<=": "sle", ">": "sgt", ">=": "sge"}


class TooWide(Exception):
    """A number could be too large for the width in which the code reckons."""


class Number(NamedTuple):
    """A number at run time: a register or a literal, and the least and the most that it can be."""

    text: str
    low: int
    high: int


class Truth(NamedTuple):
    """A yes or no at run time; `known` where it can only be one of them."""

    text: str
    known: bool | None = None


YES, NO = Truth("true", True), Truth("false", False)


def literal(value: int) -> Number:
    """A number that is known."""
    return Number(str(value), value, value)


class Code:
    """The body of a function. `bits` is the width in which numbers are reckoned."""

    def __init__(self, bits: int) -> None:
        self.bits = bits
        self.kind = f"i{bits}"
        self.lines: list[str] = []
        self._registers = 0
        self._blocks: dict[str, int] = {}
        self._known: dict[str, str] = {}
        self._held: dict[str, str] = {}
        self.is_open = False

    # ── blocks ──

    def fresh(self, name: str) -> str:
        """A label that is not taken."""
        self._blocks[name] = self._blocks.get(name, 0) + 1
        return f"{name}.{self._blocks[name]}"

    def block(self, label: str) -> None:
        """Begin a block; what ran into it goes on there."""
        if self.is_open:
            self.go(label)
        self._begin(label)
        self._known.clear()
        self._held.clear()

    def _begin(self, label: str) -> None:
        self.lines.append(f'"{label}":')
        self.is_open = True

    def go(self, label: str) -> None:
        """Go on at a block."""
        self.end(f'br label %"{label}"')

    def end(self, instruction: str) -> None:
        """The last instruction of a block."""
        self.lines.append(f"  {instruction}")
        self.is_open = False

    def split(self, test: Truth, yes: str, no: str) -> None:
        """Go on at one of two blocks."""
        if test.known is None:
            self.end(f'br i1 {test.text}, label %"{yes}", label %"{no}"')
        else:
            self.go(yes if test.known else no)

    def leave_if(self, test: Truth, label: str) -> None:
        """Go on elsewhere if, and here otherwise."""
        if test.known is False:
            return
        here = self.fresh("on")
        self.split(test, label, here)
        self._begin(here)  # nobody else comes this way, so that all that was known still is

    def switch(self, value: str, labels: list[str]) -> None:
        """Go on at the block of that number; the last for any other."""
        if len(set(labels)) == 1:
            self.go(labels[0])
            return
        cases = " ".join(f'i32 {number}, label %"{label}"' for number, label in enumerate(labels[:-1]))
        self.end(f'switch i32 {value}, label %"{labels[-1]}" [{cases}]')

    # ── instructions ──

    def put(self, instruction: str) -> str:
        """An instruction with a result that hangs on its operands alone; the register that holds it, an old one if there is one."""
        register = self._known.get(instruction)
        if register is None:
            register = self._known[instruction] = self._fresh_register(instruction)
        return register

    def _fresh_register(self, instruction: str) -> str:
        self._registers += 1
        register = f"%r{self._registers}"
        self.lines.append(f"  {register} = {instruction}")
        return register

    def do(self, instruction: str) -> None:
        """An instruction without a result."""
        self.lines.append(f"  {instruction}")

    def load(self, kind: str, pointer: str) -> str:
        """What stands at a place in memory that only `store` changes, under this very pointer."""
        if pointer not in self._held:
            self._held[pointer] = self._fresh_register(f"load {kind}, ptr {pointer}")
        return self._held[pointer]

    def store(self, kind: str, value: str, pointer: str) -> None:
        """Put something in a place in memory."""
        self.do(f"store {kind} {value}, ptr {pointer}")
        self._held[pointer] = value

    def forget(self, pointers: Iterable[str]) -> None:
        """What stands at these places may have been changed under another pointer."""
        for pointer in pointers:
            self._held.pop(pointer, None)

    def element(self, kind: str, pointer: str, index: str) -> str:
        """Where the element of an array stands."""
        return pointer if index == "0" else self.put(f"getelementptr inbounds {kind}, ptr {pointer}, i64 {index}")

    def bump(self, kind: str, pointer: str, by: str = "1") -> str:
        """Add to what stands at a place; the sum."""
        total = self.put(f"add {kind} {self.load(kind, pointer)}, {by}")
        self.store(kind, total, pointer)
        return total

    def look(self, kind: str, pointer: str) -> str:
        """What stands at a place in memory, whoever put it there."""
        return self._fresh_register(f"load {kind}, ptr {pointer}")

    def count(self, kind: str, pointer: str, by: str = "1") -> None:
        """Add to what stands at a place, which may stand under other pointers too."""
        total = self._fresh_register(f"add {kind} {self.look(kind, pointer)}, {by}")
        self.do(f"store {kind} {total}, ptr {pointer}")

    # ── numbers ──

    def number(self, text: str, low: int, high: int) -> Number:
        """A number between bounds, if it fits; where both bounds are one, it is known."""
        if low < -(2 ** (self.bits - 1)) or high >= 2 ** (self.bits - 1):
            raise TooWide
        return literal(low) if low == high else Number(text, low, high)

    def add(self, one: Number, other: Number) -> Number:
        """A sum."""
        return self._reckoned("add nsw", one, other, one.low + other.low, one.high + other.high)

    def subtract(self, one: Number, other: Number) -> Number:
        """A difference."""
        return self._reckoned("sub nsw", one, other, one.low - other.high, one.high - other.low)

    def multiply(self, one: Number, other: Number) -> Number:
        """A product."""
        corners = [a * b for a in (one.low, one.high) for b in (other.low, other.high)]
        return self._reckoned("mul nsw", one, other, min(corners), max(corners))

    def _reckoned(self, how: str, one: Number, other: Number, low: int, high: int) -> Number:
        checked = self.number("", low, high)
        if checked.text:
            return checked
        if other.text == "0" and not how.startswith("mul"):
            return one
        if one.text == "0" and how.startswith("add"):
            return other
        return Number(self.put(f"{how} {self.kind} {one.text}, {other.text}"), low, high)

    def least(self, numbers: Iterable[Number]) -> Number:
        """The least of some."""
        return reduce(lambda one, other: self._extreme("<", min, one, other), numbers)

    def most(self, numbers: Iterable[Number]) -> Number:
        """The most of some."""
        return reduce(lambda one, other: self._extreme(">", max, one, other), numbers)

    def _extreme(self, how: str, pick: Callable[[int, int], int], one: Number, other: Number) -> Number:
        test = self.compare(how, one, other)
        if test.known is not None:
            return one if test.known else other
        text = self.put(f"select i1 {test.text}, {self.kind} {one.text}, {self.kind} {other.text}")
        return Number(text, pick(one.low, other.low), pick(one.high, other.high))

    def clamp(self, value: Number, low: int, high: int) -> Number:
        """The nearest number between bounds."""
        if value.low < low:
            value = self.most([value, literal(low)])
        if value.high > high:
            value = self.least([value, literal(high)])
        return value

    def compare(self, how: str, one: Number, other: Number) -> Truth:
        """Whether one number stands to the other so; `how` is = != < <= > or >=."""
        known = _known(how, one, other)
        if known is not None:
            return YES if known else NO
        return Truth(self.put(f"icmp {COMPARISONS[how]} {self.kind} {one.text}, {other.text}"))

    def choose(self, test: Truth, yes: Number, no: Number) -> Number:
        """One number or the other."""
        if test.known is not None:
            return yes if test.known else no
        if yes == no:
            return yes
        low, high = min(yes.low, no.low), max(yes.high, no.high)
        return Number(self.put(f"select i1 {test.text}, {self.kind} {yes.text}, {self.kind} {no.text}"), low, high)

    # ── yes and no ──

    def both(self, tests: Iterable[Truth]) -> Truth:
        """Whether all of them."""
        return self._joined("and", NO, YES, tests)

    def either(self, tests: Iterable[Truth]) -> Truth:
        """Whether any of them."""
        return self._joined("or", YES, NO, tests)

    def _joined(self, how: str, decides: Truth, nothing: Truth, tests: Iterable[Truth]) -> Truth:
        joined = nothing
        for test in tests:
            if test.known is decides.known or joined.known is decides.known:
                joined = decides
            elif joined.known is nothing.known:
                joined = test
            elif test.known is None:
                joined = Truth(self.put(f"{how} i1 {joined.text}, {test.text}"))
        return joined

    def negated(self, test: Truth) -> Truth:
        """Whether not."""
        if test.known is not None:
            return NO if test.known else YES
        return Truth(self.put(f"xor i1 {test.text}, true"))

    def as_number(self, test: Truth) -> Number:
        """1 for yes, 0 for no."""
        if test.known is not None:
            return literal(int(test.known))
        return Number(self.put(f"zext i1 {test.text} to {self.kind}"), 0, 1)

    def as_truth(self, number: Number) -> Truth:
        """Whether it is not 0."""
        return self.compare("!=", number, literal(0))


def _known(how: str, one: Number, other: Number) -> bool | None:
    """What a comparison comes to where the bounds alone decide it."""
    below, above = one.high < other.low, one.low > other.high
    same = one.low == one.high == other.low == other.high
    match how:
        case "=" | "!=":
            found = True if same else False if below or above else None
            return found if how == "=" or found is None else not found
        case "<" | ">=":
            found = True if below else False if one.low >= other.high else None
            return found if how == "<" or found is None else not found
        case _:
            found = True if above else False if one.high <= other.low else None
            return found if how == ">" or found is None else not found
