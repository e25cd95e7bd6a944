"""A state as a key: a few words of 64 bits, and back, as LLVM IR. What cannot matter any more is left out of it.

Functions that pack and unpack states are written as text. One promise: two states of a point have one key only if all that follows from
them is the same.
"""

from typing import NamedTuple

from unmask.kernel.alike import Alike
from unmask.kernel.alive import Alive, Aliveness
from unmask.kernel.casts import without_prose
from unmask.kernel.clock import Clock, clock_of
from unmask.kernel.from_world import Program
from unmask.kernel.layout import Layout
from unmask.kernel.playing import Point
from unmask.world import walk
from unmask.world.model import Scene, Variable, World
from unmask.world.places import Place
from unmask.world.sites import sites_of

WORD = 64


class Field(NamedTuple):
    """Where a number stands in a key: which word, how far up, how many bits; `low` is what is stored as 0."""

    word: int
    shift: int
    bits: int
    low: int


class Keys:
    """The layout of a program's keys. Places come first, then who plays, which `meanwhile`, and the point."""

    def __init__(self, program: Program, clocked: bool = False, known: frozenset[Place] = frozenset()) -> None:
        """`clocked`: whoever uses them knows what time it is. `known`: what is never left out."""
        self.program = program
        self.layout = program.layout
        self.points = program.playing.points
        scenes, entries = program.everything_played()
        self.alive = Aliveness(self.layout, program.flattening, scenes, entries)
        self._known = known
        self._classes = self._told_apart(scenes, entries)
        self.clock = self._clock(scenes, entries) if clocked else None
        """What counts scenes and does nothing else: it is left out of the keys of states between two scenes."""
        self._word, self._used = 0, 0
        self.fields = {place: self._place(place) for place in self.layout.index}
        members = max((len(point.family.members) for point in self.points if point.family), default=1)
        self.member = self._field(0, members - 1)
        self.meanwhile = self._field(0, max(len(self.layout.places.meanwhiles), 1))
        self.point = self._field(0, len(self.points) - 1)
        self.words = self._word + 1

    def _place(self, place: Place) -> Field:
        type_ = self.layout.places.type_of(place)
        return self._field(type_.low, type_.high)

    def _field(self, low: int, high: int) -> Field:
        bits = (high - low).bit_length()
        if self._used + bits > WORD:
            self._word, self._used = self._word + 1, 0
        field = Field(self._word, self._used, bits, low)
        self._used += bits
        return field

    def text(self) -> str:
        """`@pack(ptr state, ptr context, i32 point, ptr key)` and `@unpack(ptr key, ptr state, ptr context)`, which gives the point."""
        return "\n".join([*self._pack(), *self._unpack()])

    def classes(self, place: Place) -> list[int]:
        """For each value of a place the least that nothing asked can tell from it."""
        field = self.layout.places.type_of(place)
        return self._classes.get(place) or list(range(field.low, field.high + 1))

    # ── there ──

    def _pack(self) -> list[str]:
        kind = f"i{self.layout.bits}"
        lines = ["define internal void @pack(ptr noalias %state, ptr noalias %context, i32 %point, ptr noalias %key) {"]
        words: list[list[str]] = [[] for _ in range(self.words)]
        for number, (place, field) in enumerate(self.fields.items()):
            if not field.bits:
                continue
            lines += [
                f"  %p{number} = getelementptr inbounds {kind}, ptr %state, i64 {self.layout.index[place]}",
                f"  %v{number} = load {kind}, ptr %p{number}",
                f"  %w{number} = {f'sext {kind} %v{number} to i64' if kind != 'i64' else f'add i64 %v{number}, 0'}",
                f"  %{'t' if place in self._classes else 's'}{number} = sub i64 %w{number}, {field.low}",
                *self._as_its_class(place, number),
                f"  %f{number} = shl i64 %s{number}, {field.shift}",
            ]
            words[field.word].append(f"%f{number}")
        cells = (("member", self.member, 0), ("meanwhile", self.meanwhile, 1))
        for name, field, index in cells:
            lines += [
                f"  %p.{name} = getelementptr inbounds i32, ptr %context, i64 {index}",
                f"  %v.{name} = load i32, ptr %p.{name}",
                f"  %w.{name} = zext i32 %v.{name} to i64",
                f"  %f.{name} = shl i64 %w.{name}, {field.shift if field.bits else 0}",  # by a whole word would be anything
            ]
            words[field.word].append(f"%f.{name}")
        lines += ["  %w.point = zext i32 %point to i64", f"  %f.point = shl i64 %w.point, {self.point.shift if self.point.bits else 0}"]
        words[self.point.word].append("%f.point")
        for word, parts in enumerate(words):
            whole = "0"
            for step, part in enumerate(parts):
                lines.append(f"  %o{word}.{step} = or i64 {whole}, {part}")
                whole = f"%o{word}.{step}"
            lines += [
                f"  %a{word} = add i64 %w.point, {word * len(self.points)}",
                f"  %m{word} = getelementptr inbounds i64, ptr @matters, i64 %a{word}",
                f"  %n{word} = load i64, ptr %m{word}",
                f"  %d{word} = getelementptr inbounds i64, ptr @instead, i64 %a{word}",
                f"  %e{word} = load i64, ptr %d{word}",
                f"  %k{word} = and i64 {whole}, %n{word}",
                f"  %c{word} = or i64 %k{word}, %e{word}",
                f"  %q{word} = getelementptr inbounds i64, ptr %key, i64 {word}",
                f"  store i64 %c{word}, ptr %q{word}",
            ]
        matters, instead = self._masks()
        return [
            *self._class_tables(),
            f"@matters = private constant [{len(matters)} x i64] [{', '.join(f'i64 {mask}' for mask in matters)}]",
            f"@instead = private constant [{len(instead)} x i64] [{', '.join(f'i64 {mask}' for mask in instead)}]",
            *lines,
            "  ret void",
            "}",
        ]

    # ── values that nothing tells apart ──

    def _told_apart(self, scenes: list[Scene], entries: list[Scene]) -> dict[Place, list[int]]:
        """For each place of which not every value can be told from every other: its values' classes."""
        alike = self._asked(scenes, entries, None)
        found = ((place, alike.classes(place)) for place in self.layout.index if place not in self._known)
        return {place: classes for place, classes in found if classes is not None}

    def _clock(self, scenes: list[Scene], entries: list[Scene]) -> Clock | None:
        found = clock_of(self.program.world, self.layout)
        if found is None:
            return None
        place, first = found
        type_ = self.layout.places.type_of(place)
        classes = self._asked(scenes, entries, place).classes(place) or list(range(type_.low, type_.high + 1))
        return Clock(place, type_, classes, self.layout.start[self.layout.index[place]], first)

    def _asked(self, scenes: list[Scene], entries: list[Scene], clock: Variable | None) -> Alike:
        """Everything that is asked of any place, but for what makes a clock go on."""
        alike = Alike(self.program.world, self.layout.places)
        for scene in (*scenes, *self.layout.places.meanwhiles):
            bare = without_prose(scene)
            alike.read(walk.in_scene(bare))
            effects = (effect for passage in walk.passages(bare) for effect in passage.effects)
            alike.change(effect for effect in effects if self.layout.matters(effect) and effect.variable != clock)
            for _, news in self.program.flattening.news_among(scene.people):
                alike.read(part for way in (*news.routes, *news.readings) for part in way)
        for entry in entries:
            alike.read([*entry.conditions, *walk.in_motives(entry.motives)])
        alike.read(ending.condition for ending in self.program.world.endings)
        alike.read(self.layout.asked_at_events)
        return alike

    def _as_its_class(self, place: Place, number: int) -> list[str]:
        if place not in self._classes:
            return []
        at = list(self._classes).index(place)
        return [f"  %z{number} = getelementptr inbounds i64, ptr @class.{at}, i64 %t{number}", f"  %s{number} = load i64, ptr %z{number}"]

    def _class_tables(self) -> list[str]:
        lines = []
        for at, (place, classes) in enumerate(self._classes.items()):
            numbers = ", ".join(f"i64 {value - self.fields[place].low}" for value in classes)
            lines.append(f"@class.{at} = private constant [{len(classes)} x i64] [{numbers}]")
        return lines

    # ── and back ──

    def _unpack(self) -> list[str]:
        kind = f"i{self.layout.bits}"
        lines = ["define internal i32 @unpack(ptr noalias %key, ptr noalias %state, ptr noalias %context) {"]
        for word in range(self.words):
            lines += [f"  %q{word} = getelementptr inbounds i64, ptr %key, i64 {word}", f"  %k{word} = load i64, ptr %q{word}"]
        for number, (place, field) in enumerate(self.fields.items()):
            lines += [
                f"  %h{number} = lshr i64 %k{field.word}, {field.shift if field.bits else 0}",
                f"  %m{number} = and i64 %h{number}, {(1 << field.bits) - 1}",
                f"  %s{number} = add i64 %m{number}, {field.low}",
                f"  %v{number} = {f'trunc i64 %s{number} to {kind}' if kind != 'i64' else f'add i64 %s{number}, 0'}",
                f"  %p{number} = getelementptr inbounds {kind}, ptr %state, i64 {self.layout.index[place]}",
                f"  store {kind} %v{number}, ptr %p{number}",
            ]
        for name, field in (("member", self.member), ("meanwhile", self.meanwhile), ("point", self.point)):
            lines += [
                f"  %h.{name} = lshr i64 %k{field.word}, {field.shift if field.bits else 0}",
                f"  %m.{name} = and i64 %h.{name}, {(1 << field.bits) - 1}",
                f"  %v.{name} = trunc i64 %m.{name} to i32",
            ]
        for index, name in enumerate(("member", "meanwhile")):
            lines += [f"  %p.{name} = getelementptr inbounds i32, ptr %context, i64 {index}", f"  store i32 %v.{name}, ptr %p.{name}"]
        return [*lines, "  ret i32 %v.point", "}"]

    # ── what matters where ──

    def _masks(self) -> tuple[list[int], list[int]]:
        """For each word and point: the bits that matter, and what stands in the place of those that do not."""
        matters, instead = [], []
        start = dict(zip(self.layout.index, self.layout.start, strict=True))
        dead = [self._dead(point) - self._known for point in self.points]
        for word in range(self.words):
            for places in dead:
                mask, value = (1 << WORD) - 1, 0
                for place in places:
                    field = self.fields[place]
                    if field.word == word and field.bits:
                        mask &= ~(((1 << field.bits) - 1) << field.shift)
                        value |= (start[place] - field.low) << field.shift
                matters.append(_signed(mask))
                instead.append(_signed(value))
        return matters, instead

    def _dead(self, point: Point) -> set[Place]:
        """What nothing can read any more, from a point on."""
        everything = set(self.layout.index)
        match point.sort:
            case "scene":
                return everything - self.alive.before_scene
            case "between":
                return (everything - self.alive.between) | ({self.clock.place} if self.clock else set())
            case "option" | "moment" if point.family is not None:
                return everything - {place for member in point.family.members for place in self._at(member.scene, point.site.moment)}
            case _:
                return set()

    def _at(self, scene: Scene, moment: int) -> Alive:
        return self.alive.at_moment(scene, moment)


def _signed(word: int) -> int:
    return word - (1 << WORD) if word >= 1 << (WORD - 1) else word


def has_clock(world: World) -> bool:
    """Whether a world has something that only counts scenes."""
    return clock_of(world, Layout(sites_of(world))) is not None
