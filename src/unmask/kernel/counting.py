"""What a compiled run leaves behind: counts, its row, its tape, as code that is written beside the code that plays.

One promise: every number lands where `world/sites.py` and `world/rows.py` say that it stands.
"""

from unmask.kernel.code import Number, Truth, literal
from unmask.kernel.playing import Playing
from unmask.kernel.shapes import Family
from unmask.motif.events import Happening
from unmask.world.model import MOST_POINTS, Event, Read, Seems, Type
from unmask.world.places import Belief
from unmask.world.rows import NARROW, columns_of
from unmask.world.sites import MOST_SCENES, ODDS_BITS, Site, is_wide


class Counting:
    """Writes down what happens. `%counts`, `%rows`, `%starts` and `%tape` are the buffers that the function is given."""

    def __init__(self, playing: Playing) -> None:
        self.playing = playing
        self.code = playing.code
        self.sites = playing.sites
        self.form = playing.form
        watch = self.sites.wanted.watch
        self.event = watch.event if watch else None
        self.condition = watch.condition if watch else None
        self.takes = self.form.rows and self.sites.wanted.finals and bool(self.sites.options)
        if self.takes:
            playing.cell("taken", f"[{len(self.sites.options)} x i32]")
        if self.form.tapes:
            playing.cell("tape.at", "i64")
        if self.sites.wanted.arcs:
            playing.cell("in.scene", "i1")

    # ── counts ──

    def _at(self, start: int, index: str = "0") -> str:
        """Where a count stands."""
        base = self.code.element("i64", "%counts", str(start))
        return base if index == "0" else self.code.element("i64", base, self.playing.wide(index))

    def bump(self, segment: str, index: str, offset: int = 0) -> None:
        """Count one more; whoever takes every way counts by odds instead."""
        if self.form.explore:
            return
        self.code.count("i64", self._at(self.sites.segments[segment].start + offset, index))

    def of_scenes(self, family: Family, segment: str, numbers: dict[Site, int] | None, local: int = 0) -> None:
        """Count one more of a thing of a scene that several may play: `numbers` are the things' numbers, by site."""
        self.bump(segment, self.playing.of_member(first_of(family, numbers)), local)

    # ── a run begins, and goes on ──

    def begin(self) -> None:
        """Before the first scene."""
        playing = self.playing
        for name in ("events", "scenes", "choice", "stream", "member", "meanwhile"):
            playing.set(name, "0")
        playing.set("found", "-1")
        if self.sites.wanted.arcs:
            self.code.store("i1", "false", "%cell.in.scene")
        if self.takes:
            self.code.do(f"call void @llvm.memset.p0.i64(ptr %cell.taken, i8 0, i64 {4 * len(self.sites.options)}, i1 false)")
        self.look_out()

    def event_happens(self, happening: Happening, watched: bool = False) -> None:
        """One more event."""
        self.follow(happening)
        if watched:
            events = self.playing.get("events")
            self._find(Truth("true", True), events)
        self.code.bump("i32", "%cell.events")
        self.look_out()

    def nothing_more_happens(self, ending: str) -> None:
        """The run is over in a way that no author wrote: an event too, though no log has it."""
        self.follow(Happening("ending", label=ending))
        self.look_out()

    def follow(self, happening: Happening) -> None:
        """Move what follows; where a motif is watched for, see since which event it has happened."""
        self.playing.follow(happening)
        motif = self.sites.watched_motif
        if motif is None:
            return
        family, self.playing.family = self.playing.family, None
        happened = self.playing.happened(motif)
        self.playing.family = family
        if happened.known is not None:
            return  # it never can
        events, found = self.playing.get("events"), self.playing.get("found")
        fresh = self.code.put(f"icmp slt i32 {found}, 0")
        since = self.code.put(f"select i1 {fresh}, i32 {events}, i32 {found}")
        self.playing.set("found", self.code.put(f"select i1 {happened.text}, i32 {since}, i32 -1"))

    def _find(self, test: Truth, event: str) -> None:
        if test.known is False:
            return
        found = self.playing.get("found")
        fresh = self.code.put(f"icmp slt i32 {found}, 0")
        if test.known is None:
            fresh = self.code.put(f"and i1 {fresh}, {test.text}")
        self.playing.set("found", self.code.put(f"select i1 {fresh}, i32 {event}, i32 {found}"))

    def look_out(self) -> None:
        """See whether the condition that is watched for holds."""
        if self.condition is None:
            return
        family, self.playing.family = self.playing.family, None
        last = self.code.put(f"sub i32 {self.playing.get('events')}, 1")
        negative = self.code.put(f"icmp slt i32 {last}, 0")
        self._find(self.playing.values.truth(self.condition), self.code.put(f"select i1 {negative}, i32 0, i32 {last}"))
        self.playing.family = family

    def is_watched(self, who: str, moment: str, label: str) -> bool:
        """Whether an option is what is watched for."""
        match self.event:
            case Event("place", _, place, wanted):
                return (moment, label) == (place, wanted)
            case Event("choice", chooser, _, wanted):
                return (who, label) == (chooser, wanted)
            case _:
                return False

    def is_watched_scene(self, name: str) -> bool:
        """Whether a scene is."""
        return self.event is not None and self.event.word == "scene" and self.event.moment == name

    def is_watched_ending(self, name: str) -> bool:
        """Whether an ending is."""
        return self.event is not None and self.event.word == "ending" and self.event.label == name

    def chosen(self, code: str, option: str = "") -> None:
        """A choice, by the number that stands for it on a tape; of an option, by its number too."""
        if option:
            self.bump("chosen", option)
            if self.takes:
                taken = self.code.element("i32", "%cell.taken", self.playing.wide(option))
                self.code.count("i32", taken)
        if self.form.tapes:
            at = self.code.load("i64", "%cell.tape.at")
            self.code.store("i32", code, self.code.element("i32", "%tape", at))
            self.code.store("i64", self.code.put(f"add i64 {at}, 1"), "%cell.tape.at")

    # ── arcs ──

    def scene_begins(self) -> None:
        """People are on the stage."""
        if self.sites.wanted.arcs:
            self.code.store("i1", "true", "%cell.in.scene")

    def scene_ends(self) -> None:
        """How things stand when a scene is over, before what was for the scene goes back."""
        if not self.sites.wanted.arcs:
            return
        self.code.store("i1", "false", "%cell.in.scene")
        scenes = self.playing.get("scenes")
        far, near = self.code.fresh("far"), self.code.fresh("near")
        self.code.split(Truth(self.code.put(f"icmp sgt i32 {scenes}, {MOST_SCENES}")), far, near)
        self.code.block(near)
        family, self.playing.family = self.playing.family, None
        for place, start in zip(self.sites.wanted.arcs, self.sites.arc_at, strict=True):
            type_ = self.sites.type_of(place)
            width = type_.high - type_.low + 1
            value = self.playing.as_i32(
                self.playing.values.number(Seems(place.observer, place.of) if isinstance(place, Belief) else Read(place))
            )
            row = self.code.put(f"mul i32 {self.code.put(f'sub i32 {scenes}, 1')}, {width}")
            above = self.code.put(f"sub i32 {value}, {type_.low}")
            self.code.count("i64", self._at(start, self.code.put(f"add i32 {row}, {above}")))
        self.playing.family = family
        self.code.block(far)

    # ── gates ──

    def asked(self, start: int, at: str, parts: list[Truth], is_open: Truth) -> None:
        """What a gate came to; `at` is how far from `start` its counts stand."""
        self._add(start, at, Truth("true", True))
        self._add(start + 1, at, is_open)
        for number, part in enumerate(parts):
            self._add(start + 2 + number, at, part)

    def _add(self, start: int, at: str, test: Truth) -> None:
        if test.known is False:
            return
        by = "1" if test.known else self.code.put(f"zext i1 {test.text} to i64")
        self.code.count("i64", self._at(start, at), by)

    def odds(self, start: int, at: str, parts: int, is_open: Truth, points: Number | None, weight: Number, total: Number) -> None:
        """How good an open gate's odds were, and whether its points were clipped."""
        if points is not None:
            low = self.code.compare("<", points, literal(-MOST_POINTS))
            high = self.code.compare(">", points, literal(MOST_POINTS))
            self._add(start + 2 + parts, at, self.code.both([is_open, self.code.either([low, high])]))
        share = self.code.put(f"shl i64 {self._as_i64(weight)}, {ODDS_BITS}")
        whole = self._as_i64(total)
        fair = self.code.put(f"udiv i64 {share}, {self.code.put(f'call i64 @llvm.smax.i64(i64 {whole}, i64 1)')}")
        best = self._at(start + 3 + parts, at)
        old = self.code.look("i64", best)
        better = self.code.put(f"call i64 @llvm.smax.i64(i64 {old}, i64 {fair})")
        kept = better if is_open.known else self.code.put(f"select i1 {is_open.text}, i64 {better}, i64 {old}")
        self.code.do(f"store i64 {kept}, ptr {best}")

    def _as_i64(self, number: Number) -> str:
        if number.low == number.high or self.code.bits == 64:
            return number.text
        return self.code.put(f"sext i32 {number.text} to i64")

    # ── a run is over ──

    def over(self) -> None:
        """Count the run, and write its row."""
        playing, code = self.playing, self.code
        playing.family = None
        for number, motif in enumerate(self.sites.wanted.motifs):
            self._add(self.sites.segments["motifs"].start + number, "0", playing.happened(motif))
        if self.sites.wanted.arcs:
            on, off = code.fresh("on.stage"), code.fresh("off.stage")
            code.split(Truth(code.load("i1", "%cell.in.scene")), on, off)
            code.block(on)
            self.scene_ends()
            code.block(off)
        ending, events, scenes = playing.get("ending"), playing.get("events"), playing.get("scenes")
        self.bump("endings", ending)
        first = self._at(self.sites.segments["first"].start, ending)
        least = code.put(f"call i64 @llvm.smin.i64(i64 {code.look('i64', first)}, i64 %number)")
        code.do(f"store i64 {least}, ptr {first}")
        self.bump("events", events)
        self.bump("scenes", scenes)
        finals = [playing.values.number(Read(variable)) for variable in self.sites.variables]
        for variable, start, value in zip(self.sites.variables, self.sites.final_at, finals, strict=True):
            self._final(self.sites.type_of(variable), start, value)
        if self.form.rows:
            self._row(ending, scenes, events, finals)

    def _final(self, type_: Type, start: int, value: Number) -> None:
        text = self._as_i64(value)
        if not is_wide(type_):
            self.code.count("i64", self.code.element("i64", self._at(start), self.code.put(f"sub i64 {text}, {type_.low}")))
            return
        self.code.count("i64", self._at(start), text)
        for offset, how in ((1, "smin"), (2, "smax")):
            at = self._at(start + offset)
            extreme = self.code.put(f"call i64 @llvm.{how}.i64(i64 {self.code.look('i64', at)}, i64 {text})")
            self.code.do(f"store i64 {extreme}, ptr {at}")

    def _row(self, ending: str, scenes: str, events: str, finals: list[Number]) -> None:
        """A value in each column; a column begins where those before it end."""
        code = self.code
        before = 0
        for column in columns_of(self.sites):
            width = 4 if column.code == NARROW else 8
            match column.sort:
                case "ending" | "scenes" | "events":
                    value = {"ending": ending, "scenes": scenes, "events": events}[column.sort]
                case "final":
                    number = finals[column.number]
                    value = self.playing.as_i32(number) if width == 4 else self._as_i64(number)
                case "chosen":
                    value = code.look("i32", code.element("i32", "%cell.taken", str(column.number)))
                case _:
                    value = self.playing.get("found")
            column_at = code.element("i8", "%rows", code.put(f"mul i64 %runs, {before}"))
            code.store(f"i{8 * width}", value, code.element(f"i{8 * width}", column_at, "%at"))
            before += width


def first_of(family: Family, numbers: dict[Site, int] | None) -> list[int]:
    """For each member its scene's number, or the least number that a thing of its scene has (0 where it has none)."""
    if numbers is None:
        return [member.number for member in family.members]
    least: dict[int, int] = {}
    for site, number in numbers.items():
        least[site.scene] = min(number, least.get(site.scene, number))
    return [least.get(member.number, 0) for member in family.members]
