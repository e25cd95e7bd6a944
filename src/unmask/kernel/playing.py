"""What every part of a compiled run leans on: the state in memory, who plays, and the few numbers that a run goes by.

These are the tables and memory cells of the function that plays.
"""

from collections.abc import Iterator
from typing import NamedTuple

from unmask.kernel.code import NO, YES, Code, Number, Truth, literal
from unmask.kernel.layout import Layout
from unmask.kernel.shapes import Family
from unmask.kernel.values import Values
from unmask.motif.events import Happening
from unmask.world.model import Event
from unmask.world.places import Place, Progress
from unmask.world.sites import Site


class Form(NamedTuple):
    """What a program is for. Beside counts it may give a row for each run, and its tape; `explore` makes one that takes every way
    instead of drawing one. `registers` says whether the state fits there.
    """

    rows: bool = False
    tapes: bool = False
    registers: bool = False
    explore: bool = False


class Point(NamedTuple):
    """Where a program that explores stops to be told which way: scene, cast or option; `family` is who may be there."""

    sort: str
    site: Site
    family: Family | None


class Moved(NamedTuple):
    """Automata that one event moves alike: where their states stand, and which state follows which."""

    at: tuple[int, ...]
    after: tuple[int, ...]


MANY = 4
"""So many automata that an event moves alike, and wherever it does, are moved in one place."""


class Playing:
    """The function that plays, as it is being written. A `cell` is a place in memory that soon becomes a register."""

    def __init__(self, layout: Layout, form: Form, bits: int) -> None:
        self.layout = layout
        self.sites = layout.sites
        self.form = form
        self.code = Code(bits)
        self.cells: list[str] = []
        self.tables: dict[tuple[str, tuple[int, ...]], str] = {}
        self.moves: dict[tuple[Moved, ...], str] = {}
        self.family: Family | None = None
        self._fixed: set[str] = set()
        self._moving: set[str] = set()
        self.values = Values(self.code, self.sites.world, self.read, self.happened)
        self.points: list[Point] = []
        for name in ("events", "scenes", "choice", "stream", "ahead", "ending", "found", "member", "meanwhile"):
            self.cell(name, "i32")
        self.cell("word", "i64")

    def cell(self, name: str, kind: str) -> str:
        """A named place in memory."""
        self.cells.append(f"  %cell.{name} = alloca {kind}")
        return f"%cell.{name}"

    def table(self, numbers: list[int], kind: str = "i32") -> str:
        """A constant array; one of the same numbers is the same."""
        return self.tables.setdefault((kind, tuple(numbers)), f"@table.{len(self.tables)}")

    def table_texts(self) -> list[str]:
        """The constants, as text."""
        return [
            f"{name} = private unnamed_addr constant [{len(numbers)} x {kind}] [{', '.join(f'{kind} {number}' for number in numbers)}]"
            for (kind, numbers), name in self.tables.items()
        ]

    def looked_up(self, numbers: list[int], at: str) -> str:
        """The number at an index that is known only at run time."""
        if len(set(numbers)) == 1:
            return str(numbers[0])
        return self.code.load("i32", self.code.element("i32", self.table(numbers), self.wide(at)))

    def wide(self, number: str) -> str:
        """A number of 32 bits as an index."""
        return number if number.lstrip("-").isdigit() else self.code.put(f"zext i32 {number} to i64")

    def of_member(self, numbers: list[int]) -> str:
        """The number that belongs to whoever plays the scene."""
        if len(set(numbers)) == 1:
            return str(numbers[0])
        return self.looked_up(numbers, self.code.load("i32", "%cell.member"))

    # ── the state ──

    def _pointer(self, place: Place) -> str:
        """Where a place stands: for people in roles, where it stands for those who play."""
        slots = (place,) if self.family is None else self.family.slots.get(place, (place,))
        index = self.of_member([self.layout.index[slot] for slot in slots])
        pointer = self.code.element(f"i{self.layout.bits}", "%state", self.wide(index))
        (self._fixed if index.isdigit() else self._moving).add(pointer)
        return pointer

    def read(self, place: Place) -> Number:
        """The number that stands at a place."""
        type_ = self.layout.places.type_of(place)
        if type_.low == type_.high:
            return literal(type_.low)
        checked = self.code.number("", type_.low, type_.high)
        stored = self.code.load(f"i{self.layout.bits}", self._pointer(place))
        return Number(self._resized(stored, self.layout.bits, self.code.bits), checked.low, checked.high)

    def write(self, place: Place, value: Number) -> None:
        """Put a number at a place."""
        stored = value.text if value.low == value.high else self._resized(value.text, self.code.bits, self.layout.bits)
        pointer = self._pointer(place)
        self.code.store(f"i{self.layout.bits}", stored, pointer)
        # A role's place may be anybody's: what is known of other places is known no more, nor, the other way, of roles'.
        self.code.forget(self._moving - {pointer})
        if pointer in self._moving:
            self.code.forget(self._fixed)

    def _resized(self, text: str, bits: int, wanted: int) -> str:
        if bits == wanted:
            return text
        return self.code.put(f"{'sext' if wanted > bits else 'trunc'} i{bits} {text} to i{wanted}")

    # ── automata ──

    def happened(self, event: Event) -> Truth:
        """Whether an event, or all that a motif asks for, has happened."""
        return self.code.either([self._accepts(progress, accepting) for progress, accepting in self.layout.following.accepting(event)])

    def _accepts(self, progress: Progress, accepting: tuple[bool, ...]) -> Truth:
        if not any(accepting):
            return NO
        state = self.read(progress)
        if state.low == state.high:
            return YES if accepting[state.low] else NO
        found = self.looked_up([int(accepts) for accepts in accepting], self.as_i32(state))
        return YES if found == "1" else Truth(self.code.put(f"icmp ne i32 {found}, 0"))

    def follow(self, happening: Happening) -> None:
        """Move every automaton that an event means something to. Conditions see the state before the event."""
        self._mark(happening)
        moved, alike = [], dict[tuple[int, ...], list[Progress]]()
        for progress, matcher, site in self.layout.following.at(happening):
            flat = [row[letter] for letter in site.letters for row in matcher.automaton.table]
            if progress.states > 1 and (site.conditions or self.form.registers):
                tests = [self.code.as_number(self.values.truth(condition)) for condition in site.conditions]
                moved.append((progress, self.looked_up(flat, self._so(tests, progress))))
            elif progress.states > 1:
                alike.setdefault(tuple(flat), []).append(progress)
        together = []
        for after, group in alike.items():
            at = self._same_places(group) if len(group) >= MANY else None
            if at is None:
                moved += [(progress, self.looked_up(list(after), self._so([], progress))) for progress in group]
            else:
                together.append(Moved(at, after))
        for progress, state in moved:
            self.write(progress, Number(self._resized(state, 32, self.code.bits), 0, progress.states - 1))
        if together:
            name = self.moves.setdefault(tuple(together), f"@move.{len(self.moves)}")
            self.code.do(f"call void {name}(ptr %state)")
            self.code.forget(self._fixed | self._moving)

    def _mark(self, happening: Happening) -> None:
        """Add to the word of marks what an event means to the questions that are followed beside the story; -1 where it gets too long."""
        marks = self.layout.marks
        conditions, ids = marks.at(happening)
        if not any(ids):
            return
        index = "0"
        for bit, condition in enumerate(conditions):
            test = self.as_i32(self.code.as_number(self.values.truth(condition)))
            index = self.code.put(f"or i32 {index}, {self.code.put(f'shl i32 {test}, {bit}')}")
        mark = self.looked_up(ids, "0" if index == "0" else index)
        word = self.code.load("i64", "%cell.word")
        longer = self.code.put(f"add i64 {self.code.put(f'mul i64 {word}, {marks.base}')}, {self.wide(mark)}")
        full = self.code.put(f"icmp ugt i64 {word}, {(2**63 - 1) // marks.base - 1}")
        kept = self.code.put(f"select i1 {full}, i64 -1, i64 {longer}")
        means = self.code.put(f"icmp ne i32 {mark}, 0")
        self.code.store("i64", self.code.put(f"select i1 {means}, i64 {kept}, i64 {word}"), "%cell.word")

    def _same_places(self, group: list[Progress]) -> tuple[int, ...] | None:
        """Where these stand, taken together; None where it depends on who plays."""
        slots = [(place,) if self.family is None else self.family.slots.get(place, (place,)) for place in group]
        members = 1 if self.family is None else len(self.family.members)
        ways = {frozenset(self.layout.index[slot[min(member, len(slot) - 1)]] for slot in slots) for member in range(members)}
        return tuple(sorted(ways.pop())) if len(ways) == 1 else None

    def move_texts(self) -> Iterator[str]:
        """The functions that move many automata, as text."""
        kind = f"i{self.layout.bits}"
        for moves, name in self.moves.items():
            yield f"define internal void {name}(ptr %state) noinline {{"
            places = [(at, self.table(list(after))) for at_all, after in moves for at in at_all]
            for at, table in places:
                yield f"  %p.{at} = getelementptr inbounds {kind}, ptr %state, i64 {at}"
                yield f"  %s.{at} = load {kind}, ptr %p.{at}"
                yield f"  %w.{at} = zext {kind} %s.{at} to i64" if kind != "i64" else f"  %w.{at} = add i64 %s.{at}, 0"
                yield f"  %q.{at} = getelementptr inbounds i32, ptr {table}, i64 %w.{at}"
                yield f"  %t.{at} = load i32, ptr %q.{at}"
                if kind == "i32":
                    yield f"  store i32 %t.{at}, ptr %p.{at}"
                else:
                    yield f"  %n.{at} = {'trunc' if self.layout.bits < 32 else 'zext'} i32 %t.{at} to {kind}"
                    yield f"  store {kind} %n.{at}, ptr %p.{at}"
            yield "  ret void"
            yield "}"

    def _so(self, tests: list[Number], progress: Progress) -> str:
        """How the conditions turned out, and the automaton's state, as one index."""
        index = self.as_i32(self.read(progress))
        for bit, test in enumerate(tests):
            part = self.code.put(f"mul i32 {self.as_i32(test)}, {progress.states << bit}")
            index = self.code.put(f"add i32 {index}, {part}")
        return index

    # ── the numbers of a run ──

    def get(self, name: str) -> str:
        """What a cell holds."""
        return self.code.load("i32", f"%cell.{name}")

    def set(self, name: str, value: str) -> None:
        """Let a cell hold something."""
        self.code.store("i32", value, f"%cell.{name}")

    def as_i32(self, number: Number) -> str:
        """A number that is known to fit, in 32 bits."""
        return number.text if number.low == number.high else self._resized(number.text, self.code.bits, 32)
