"""Writes a checked world as a program: the LLVM IR of a function that plays runs.

One promise: a run that it plays is the reference's run of the same seed and number, choice for choice. The order of things
is that of `run/step.py`, block for method.
"""

from collections.abc import Sequence
from typing import NamedTuple

from unmask.kernel import dice
from unmask.kernel.casts import Casts
from unmask.kernel.choices import Choices
from unmask.kernel.code import TooWide, Truth, literal
from unmask.kernel.counting import Counting, first_of
from unmask.kernel.layout import Layout
from unmask.kernel.playing import Form, Playing
from unmask.kernel.settling import Settling
from unmask.kernel.shapes import Family, Flattening, Member, families, going_round
from unmask.motif.events import NAMELESS, Happening
from unmask.world.model import DEAD_END, ENDLESS, HOLDS, UNRESOLVED, Arrow, Effect, Moment, Option, Passage, Scene
from unmask.world.places import Place, Used
from unmask.world.sites import Site, Sites

SMALL = 40
"""A world of so many options or fewer keeps its state in registers."""


class CannotCompile(Exception):
    """Why a world is left to the reference engine, in words for its author."""


class Written(NamedTuple):
    """A module as text, and how many bytes a run keeps its state in."""

    text: str
    state: int


def program(sites: Sites, rows: bool = False, tapes: bool = False) -> Written:
    """A module whose function `@play` plays runs.

    i64 play(i32 seed, i32 seed, i64 first, i64 done, i64 runs, ptr counts, ptr state, ptr rows, ptr starts, ptr tape, i64 room)

    Of so many `runs` from number `first` on it plays those that are not `done`, and gives how many then are: fewer than all only
    where the tape's room, in choices, was used up. Raises CannotCompile where a number of the story could grow past 64 bits.
    """
    form = Form(rows, tapes, registers=len(sites.options) <= SMALL and not any(scene.roles for scene in sites.world.scenes))
    for bits in (32, 64):
        try:
            found = Program(sites, form, bits)
            return Written(found.text(), -(-len(found.layout.start) * found.layout.bits // 8))
        except TooWide:
            continue
    raise CannotCompile("a number in this story could grow past 64 bits")


def program_of(sites: Sites) -> "Program":
    """The program of a world that takes every way. Raises CannotCompile where a number of the story could grow past 64 bits."""
    for bits in (32, 64):
        try:
            Program(sites, Form(explore=True), bits).text()
        except TooWide:
            continue
        return Program(sites, Form(explore=True), bits)
    raise CannotCompile("a number in this story could grow past 64 bits")


class Program:
    """Writes the function, block by block."""

    def __init__(self, sites: Sites, form: Form, bits: int) -> None:
        self.sites = sites
        self.world = sites.world
        self.layout = Layout(sites)
        self.playing = Playing(self.layout, form, bits)
        self.code = self.playing.code
        self.counting = Counting(self.playing)
        self.flattening = Flattening(self.layout, self.counting.is_watched)
        self.settling = Settling(self.playing, self.counting, self.flattening)
        self.choices = Choices(self.playing, self.counting)
        self.casts = Casts(self.playing, self.counting, self.choices, self.settling, self.flattening)
        self.limit = str(self.world.limit)

    def text(self) -> str:
        """The module."""
        if self.playing.form.explore:
            return self._exploring()
        self._run()
        self._next_scene()
        self._scenes()
        self._meanwhiles()
        self._ends()
        kind = f"i{self.layout.bits}"
        state = f"  %state = alloca [{max(len(self.layout.start), 1)} x {kind}]\n" if self.playing.form.registers else ""
        argument = "%unused" if self.playing.form.registers else "%state"
        return "\n".join(
            [
                dice.threefry(),
                dice.draws(),
                *(f"declare i64 @llvm.{how}.i64(i64, i64)" for how in ("smin", "smax")),
                "declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)",
                "declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)",
                *self.playing.move_texts(),
                *self.playing.table_texts(),
                "define i64 @play(i32 %seed0, i32 %seed1, i64 %first, i64 %already, i64 %runs, ptr noalias %counts, "
                f"ptr noalias {argument}, ptr noalias %rows, ptr noalias %starts, ptr noalias %tape, i64 %room) {{",
                "start:",
                state + "\n".join(self.playing.cells),
                *self.code.lines,
                "}",
                "",
            ]
        )

    def _exploring(self) -> str:
        """The module of a program that takes every way.

        i32 go(i32 point, i32 way, ptr state, ptr context, ptr weights)

        For way -1 it says how many ways there are at a point, and writes what each weighs; for another it goes that way, and
        says at which point it stops: 0 is before the next scene. Below 0 the story is over: -1 for the first ending, and so on;
        the context then holds a bit for each motif that was asked for, of those that have happened. It always holds, as its
        third long number, the word of marks that the way met.
        """
        code, playing = self.code, self.playing
        code.go("enter")
        code.block("enter")
        for index, name in enumerate(("member", "meanwhile")):
            playing.set(name, code.look("i32", code.element("i32", "%context", str(index))))
        for name in ("events", "scenes", "choice", "stream", "found", "cast"):
            playing.set(name, "0")
        code.store("i64", "0", "%cell.word")
        code.split(Truth(code.put("icmp slt i32 %way, 0")), "ask", "take")
        self._next_scene()
        self._scenes()
        self._meanwhiles()
        self._ends()
        code.block("over")
        playing.family = None
        happened = "0"
        for bit, motif in enumerate(self.sites.wanted.motifs):
            test = code.put(f"zext i1 {playing.happened(motif).text} to i32")
            happened = code.put(f"or i32 {happened}, {code.put(f'shl i32 {test}, {bit}')}")
        code.do(f"store i32 {happened}, ptr {code.element('i32', '%context', '2')}")
        self.choices.stop(code.put(f"sub i32 -1, {playing.get('ending')}"))
        for entry in ("ask", "take"):
            code.block(entry)
            code.switch("%point", [f"{entry}.{number}" for number in range(len(playing.points))])
        return "\n".join(
            [
                *(f"declare i64 @llvm.{how}.i64(i64, i64)" for how in ("smin", "smax")),
                "declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)",
                *playing.move_texts(),
                *playing.table_texts(),
                "define internal i32 @go(i32 %point, i32 %way, ptr noalias %state, ptr noalias %context, ptr noalias %weights) {",
                "start:",
                *playing.cells,
                *code.lines,
                "}",
                "",
            ]
        )

    # ── a run ──

    def _run(self) -> None:
        """From one run to the next."""
        code, playing = self.code, self.playing
        position = playing.cell("position", "i64")
        code.store("i64", "%already", position)
        if playing.form.tapes:
            used = code.look("i32", code.element("i32", "%starts", "%already"))
            code.store("i64", code.put(f"zext i32 {used} to i64"), "%cell.tape.at")
        code.go("run")
        code.block("run")
        code.do(f"%at = load i64, ptr {position}")
        code.do("%more = icmp slt i64 %at, %runs")
        code.split(Truth("%more"), "fits" if playing.form.tapes else "begin", "done")
        if playing.form.tapes:
            code.block("fits")
            needed = code.put(f"add i64 {code.load('i64', '%cell.tape.at')}, {self.world.limit + 2}")
            code.split(Truth(code.put(f"icmp sle i64 {needed}, %room")), "begin", "done")
        code.block("begin")
        code.do("%number = add i64 %first, %at")
        low = code.put("trunc i64 %number to i32")
        high = code.put(f"trunc i64 {code.put('lshr i64 %number, 32')} to i32")
        key = code.put(f"call i64 @threefry(i32 %seed0, i32 %seed1, i32 {low}, i32 {high})")
        code.do(f"%key0 = trunc i64 {key} to i32")
        code.do(f"%key1 = trunc i64 {code.put(f'lshr i64 {key}, 32')} to i32")
        self._start()
        self.counting.begin()
        code.go("next")
        code.block("over")
        self.counting.over()
        after = code.put("add i64 %at, 1")
        code.store("i64", after, position)
        if playing.form.tapes:
            used = code.put(f"trunc i64 {code.load('i64', '%cell.tape.at')} to i32")
            code.do(f"store i32 {used}, ptr {code.element('i32', '%starts', after)}")
        code.go("run")
        code.block("done")
        code.end("ret i64 %at")

    def _start(self) -> None:
        """Everything as every story begins: number by number where that may stay in registers."""
        kind = f"i{self.layout.bits}"
        if self.playing.form.registers:
            for index, value in enumerate(self.layout.start):
                self.code.store(kind, str(value), self.code.element(kind, "%state", str(index)))
        elif self.layout.start:
            start, size = self.playing.table(self.layout.start, kind), len(self.layout.start) * self.layout.bits // 8
            self.code.do(f"call void @llvm.memcpy.p0.p0.i64(ptr %state, ptr {start}, i64 {size}, i1 false)")

    def _next_scene(self) -> None:
        """Which scene: the meaning's first draw of a scene."""
        code, playing = self.code, self.playing
        code.block("next")
        self.choices.arrive("scene", Site(-1), None)
        playing.set("stream", code.put(f"shl i32 {playing.get('scenes')}, 1"))
        playing.set("choice", "0")
        open_scenes, weights, points = [], [], []
        for number, scene in enumerate(self.world.scenes):
            is_open = self.casts.may_play(number, scene)
            weighed = self.choices.of_motives(self.casts.motives_of_scene(scene))
            open_scenes.append(is_open)
            points.append(weighed.points)
            weights.append(code.choose(is_open, weighed.weight, literal(0)))
        total = self.choices.total(weights)
        code.leave_if(code.compare("<", total, literal(1)), "over.unresolved")
        if sum(weight.high > 0 for weight in weights) > 1 and not playing.form.explore:
            self.choices.look_ahead()
        if self.sites.wanted.gates:
            for number, (is_open, weight, point) in enumerate(zip(open_scenes, weights, points, strict=True)):
                self.choices.odds("scene", number, is_open, point, weight, total)
        labels = [f"scene.{number}" for number in range(len(weights))]
        self.choices.draw(weights, total, labels, "over.dead")
        for number, scene in enumerate(self.world.scenes):
            code.block(labels[number])
            self._event(Happening("scene", label=scene.name), self.counting.is_watched_scene(scene.name))
            code.bump("i32", "%cell.scenes")
            self.counting.chosen(str(number))
            if scene.roles:
                self._leave_if_full()
            self.casts.choose(number, scene)

    # ── scenes ──

    def _scenes(self) -> None:
        for number, scene in enumerate(self.world.scenes):
            found = self.casts.families_of(number, scene)
            for index, family in enumerate(found):
                code_label = self.casts.label(number, index)
                self._scene(family, code_label, "scene.over")
        self.code.block("scene.over")
        self.counting.scene_ends()
        start = dict(zip(self.layout.index, self.layout.start, strict=True))
        self.playing.family = None
        for place in self.layout.short_lived:
            self.playing.write(place, literal(start[place]))
        self.playing.set("choice", "0")
        self.playing.set("stream", self.code.put(f"or i32 {self.playing.get('stream')}, 1"))
        self.playing.set("meanwhile", "0")
        if self.playing.form.explore and self.sites.places.meanwhiles:
            self.choices.pause("between", Site(-1), None)
        draws = any(moment.owner for scene in self.sites.places.meanwhiles for moment in scene.moments)
        if draws and not self.playing.form.explore:
            self.choices.look_ahead()
        self.code.go("meanwhile" if self.sites.places.meanwhiles else "next")

    def _meanwhiles(self) -> None:
        """Each `meanwhile` in turn; those of one shape, say of a kind's people, share their code."""
        meanwhiles = self.sites.places.meanwhiles
        if not meanwhiles:
            return
        first = len(self.world.scenes)
        members = []
        for number, scene in enumerate(meanwhiles):
            shape, places = self.flattening.scene(scene)
            members.append((shape, Member(scene, first + number, 0, places)))
        found = families(members)
        family_of = {member.number: index for index, family in enumerate(found) for member in family.members}
        position_of = {member.number: at for family in found for at, member in enumerate(family.members)}
        code, playing = self.code, self.playing
        code.block("meanwhile")
        now = playing.get("meanwhile")
        enter = code.fresh("enter")
        code.split(Truth(code.put(f"icmp sge i32 {now}, {len(meanwhiles)}")), "next", enter)
        code.block(enter)
        playing.set("member", playing.looked_up([position_of[first + n] for n in range(len(meanwhiles))], now))
        which = playing.looked_up([family_of[first + n] for n in range(len(meanwhiles))], now)
        code.switch(which, [f"meanwhile.{index}" for index in range(len(found))])
        for index, family in enumerate(found):
            self._scene(family, f"meanwhile.{index}", "meanwhile.over")
        code.block("meanwhile.over")
        code.bump("i32", "%cell.meanwhile")
        code.go("meanwhile")

    def _scene(self, family: Family, label: str, over: str) -> None:
        """Beliefs, the opening, then the first moment or where an arrow of the opening points."""
        scene = family.members[0].scene
        self.playing.family = family
        self.code.block(label)
        self.counting.of_scenes(family, "played", None)
        if not scene.meanwhile:
            self.counting.scene_begins()
        if scene.once:
            self.playing.write(Used(scene.name, scene.cast), literal(1))
        self.settling.look(scene, None)
        self._passage(scene, scene.opening)
        self._leave_if_full()
        first = f"{label}.moment.0" if scene.moments else over if scene.meanwhile else "over.dead"
        self._arrows(scene, scene.arrows, label, over, first)
        stops = going_round(scene) if self.playing.form.explore else frozenset()
        for number, moment in enumerate(scene.moments):
            self._moment(family, scene, number, moment, label, over, number in stops)
        self.playing.family = None

    def _moment(self, family: Family, scene: Scene, number: int, moment: Moment, label: str, over: str, stops: bool) -> None:
        """The opening; then what is chosen, or, where nobody decides, where its arrows point."""
        self.code.block(f"{label}.moment.{number}")
        self.counting.of_scenes(family, "opened", self.sites.moment_number, number)
        if not moment.owner:
            if stops:
                self.choices.pause("moment", Site(family.members[0].number, number), family)
            self._event(NAMELESS)
        self._passage(scene, moment.opening)
        self._leave_if_full()
        if not moment.owner:
            self._arrows(scene, moment.arrows, label, over, "over.dead")
            return
        before = sum(len(other.options) for other in scene.moments[:number])
        labels = [f"{label}.option.{before + index}" for index in range(len(moment.options))]
        self.choices.among_options(family, scene, moment, Site(family.members[0].number, number), labels)
        for index, option in enumerate(moment.options):
            self.code.block(labels[index])
            self._option(family, scene, number, option, before + index, label, over)

    def _option(self, family: Family, scene: Scene, moment_number: int, option: Option, local: int, label: str, over: str) -> None:
        """Log; effects; beliefs; endings; then the option's own arrow, or the moment's closing and its arrows."""
        moment = scene.moments[moment_number]
        base = self.playing.of_member(first_of(family, self.sites.option_number))
        number = str(int(base) + local) if base.isdigit() else self.code.put(f"add i32 {base}, {local}")
        happening = Happening("option", moment.owner, moment.name, option.label)
        self._event(happening, self.counting.is_watched(moment.owner, moment.name, option.label))
        start = self.sites.option_start
        code = str(int(number) + start) if number.isdigit() else self.code.put(f"add i32 {number}, {start}")
        self.counting.chosen(code, number)
        if option.once:
            self.playing.write(Used(scene.name, scene.cast, moment.name, option.label), literal(1))
        self._passage(scene, option.passage, always=True)
        self._leave_if_full()
        closing = self.code.fresh(f"{label}.closing")
        self._arrows(scene, option.arrows, label, over, closing)
        self.code.block(closing)
        self.counting.of_scenes(family, "closed", self.sites.moment_number, moment_number)
        self._passage(scene, moment.closing)
        self._arrows(scene, moment.arrows, label, over, "over.dead")

    def _event(self, happening: Happening, watched: bool = False) -> None:
        """Something happens; a story that goes on until a condition holds may be over then."""
        self.counting.event_happens(happening, watched)
        self.settling.over_if_it_holds()

    def _passage(self, scene: Scene, passage: Passage, always: bool = False) -> None:
        """Effects, then beliefs, then endings. One without effects changes nothing and ends nothing, unless it is a choice."""
        if not (passage.effects or always):
            return
        changed = self._effects(passage.effects)
        self.settling.look(scene, changed)
        self.settling.endings(changed)

    def _effects(self, effects: Sequence[Effect]) -> set[Place]:
        """Each sees the one before; values that would leave their range stay at its end. The places that may have changed."""
        changed: set[Place] = set()
        for effect in effects:
            if not self.layout.matters(effect):
                continue
            type_ = self.layout.places.type_of(effect.variable)
            test = self.playing.values.truth(effect.condition)
            value = self.playing.values.number(effect.value)
            if effect.operator != "=":
                now = self.playing.read(effect.variable)
                value = self.code.add(now, value) if effect.operator == "+=" else self.code.subtract(now, value)
            value = self.code.clamp(value, type_.low, type_.high)
            if test.known is False:
                continue
            if test.known is None:
                value = self.code.choose(test, value, self.playing.read(effect.variable))
            self.playing.write(effect.variable, value)
            changed.add(effect.variable)
        return changed

    def _arrows(self, scene: Scene, arrows: tuple[Arrow, ...], label: str, over: str, otherwise: str) -> None:
        """To where the first arrow that holds points, else elsewhere."""
        for arrow in arrows:
            test = self.playing.values.truth(arrow.condition)
            if test.known is False:
                continue
            to = self._target(scene, arrow, label, over)
            if test.known is True:
                self.code.go(to)
                return
            self.code.leave_if(test, to)
        self.code.go(otherwise)

    def _target(self, scene: Scene, arrow: Arrow, label: str, over: str) -> str:
        match arrow.to:
            case "moment":
                return f"{label}.moment.{[moment.name for moment in scene.moments].index(arrow.name)}"
            case "end":
                return over
            case _:
                return f"over.ending.{self.sites.endings.index(arrow.name)}"

    def everything_played(self) -> tuple[list[Scene], list[Scene]]:
        """Every scene with every cast, and what decides which of them is played."""
        scenes, entries = [], []
        for number, scene in enumerate(self.world.scenes):
            scenes += [member.scene for family in self.casts.families_of(number, scene) for member in family.members]
            entries += [member.scene for family in self.casts.entries_of(number, scene) for member in family.members]
        chosen_alone = [
            scene._replace(conditions=(), motives=self.casts.motives_of_scene(scene), once=False) for scene in self.world.scenes
        ]
        return scenes, [*entries, *chosen_alone]

    # ── ends ──

    def _leave_if_full(self) -> None:
        """Whoever takes every way knows no limit: where a story could go on for ever with nothing to choose, it stops on the way."""
        if self.playing.form.explore:
            return
        events = self.playing.get("events")
        self.code.leave_if(Truth(self.code.put(f"icmp sge i32 {events}, {self.limit}")), "over.endless")

    def _ends(self) -> None:
        for number, ending in enumerate(self.world.endings):
            self.code.block(f"over.ending.{number}")
            if ending.name != HOLDS:
                self._event(Happening("ending", label=ending.name), self.counting.is_watched_ending(ending.name))
            self.playing.set("ending", str(number))
            self.code.go("over")
        for label, name in (("over.unresolved", UNRESOLVED), ("over.endless", ENDLESS), ("over.dead", DEAD_END)):
            self.code.block(label)
            self.counting.nothing_more_happens(name)
            self.settling.over_if_it_holds()
            self.playing.set("ending", str(self.sites.endings.index(name)))
            self.code.go("over")
