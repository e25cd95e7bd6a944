"""Compiles the loops of a world that take every way through it.

One promise: what a state leads to here is what it leads to in the story.
"""

from array import array
from collections.abc import Callable
from ctypes import CFUNCTYPE, c_double, c_int64, c_void_p
from typing import NamedTuple

from unmask.kernel import free_loops, loops, wander
from unmask.kernel.build import machine_code
from unmask.kernel.from_world import program_of
from unmask.kernel.keys import Keys
from unmask.kernel.likeliest import pull_best
from unmask.kernel.marks import AT_ONCE
from unmask.kernel.plain import Outside
from unmask.kernel.plain import loops as written
from unmask.kernel.sieve import sift
from unmask.kernel.table import Table, at
from unmask.world.places import Place
from unmask.world.sites import Site, Sites

_OUTSIDE = {
    "unpack": Outside("i32", ("ptr", "ptr", "ptr")),
    "pack": Outside("void", ("ptr", "ptr", "i32", "ptr")),
    "go": Outside("i32", ("i32", "i32", "ptr", "ptr", "ptr")),
    "set_clock": Outside("void", ("ptr", "i64")),
    "spread": Outside("void", ("ptr", "ptr", "double", "ptr")),
}
Loop = Callable[..., int]
NOWHERE = 1 << 30


class Free(NamedTuple):
    """Somebody who may choose freely, for whom a graph is made. `whole`: all in one patch, although there is a clock.

    `known` are places that are told apart wherever a state stands, though nothing may read them any more.
    """

    who: str = ""
    whole: bool = False
    known: frozenset[Place] = frozenset()


NOBODY = Free()


class Machine:
    """The compiled loops of a world, with all that they need to know of it."""

    def __init__(self, sites: Sites, free: Free = NOBODY, thorough: bool = True) -> None:
        """`thorough` as in Compiled: for few states it does not pay."""
        self.sites = sites
        self.program = program_of(sites)
        text = self.program.text()
        self.free = free
        self.keys = Keys(self.program, clocked=not free.whole, known=free.known)
        self.layout = self.program.layout
        self.marks = self.layout.marks
        self.points = self.program.playing.points
        self.width = self.keys.words
        self.size = -(-len(self.layout.index) * self.layout.bits // 64) * 8 + 8
        casts = max((len(sites.places.casts(scene)) for scene in sites.world.scenes), default=1)
        options = max((len(moment.options) for scene in sites.scenes for moment in scene.moments), default=1)
        self.widest = max(casts, options, len(sites.world.scenes), 1)
        self.motifs = len(sites.wanted.motifs)
        self.values = self.marks.values
        self.outcomes = len(sites.endings) << self.motifs
        self.choices = len(sites.world.scenes) + len(sites.options) + sum(len(sites.places.casts(scene)) for scene in sites.world.scenes)
        """How many things can be chosen: scenes, then options, then casts."""
        self.work = 64 + 16 * self.width + 2 * self.size + 8 * self.widest
        starts, bases = self._bases()
        self._starts, self._base_of = array("i", starts), array("i", bases)
        constants = {name: value for name, value in (vars(loops) | vars(free_loops)).items() if isinstance(value, int)}
        constants |= {"WIDTH": self.width, "SIZE": self.size, "WIDEST": self.widest, "VALUES": self.values}
        # Where there is no clock, the same state may come again after any number of scenes, and all is one patch.
        pause = next((at for at, point in enumerate(self.points) if point.sort == "between"), NOWHERE)
        constants |= {"PAUSE": pause, "BETWEEN": pause if self.keys.clock else NOWHERE}
        constants["MOVES"] = 1 + 2 * self.values
        constants |= {"OUTCOMES": self.outcomes, "MOTIFS": self.motifs}
        module = "\n".join(
            [
                text,
                self.keys.text(),
                self._set_clock(),
                spread(self.values),
                written([*loops.ALL, *wander.ALL, sift, pull_best, *(free_loops.ALL if free.who else [])], constants, _OUTSIDE),
            ]
        )
        self._code = machine_code(module, thorough)
        self.join = self._loop("join", 3)
        self.take = self._loop("take", 4, whole=(2,))
        self.index_anew = self._loop("index_anew", 2, whole=(1,))
        self._begin = self._loop("begin", 3)
        self._explore = self._loop("explore", 3)
        self.order = self._loop("order", 1)
        self.rename = self._loop("rename", 2)
        self.index_kinds = self._loop("index_kinds", 2, whole=(1,))
        self.push = self._loop("push", 11)
        self.standing = self._loop("standing", 4, whole=(2,))
        self.sift = self._loop("sift", 5, whole=(1,))
        self.put = self._loop("put", 4)
        self.pull = self._loop("pull", 8, gives=None)
        self.pull_best = self._loop("pull_best", 8, gives=None)
        if free.who:
            self.owned = self._loop("owned", 3)
            self.pull_play = self._loop("pull_play", 10, whole=(9,), gives=None)
            self.turn_play: Callable[..., float] = self._loop("turn_play", 12, whole=(9, 10), gives=c_double)
            self.push_play = self._loop("push_play", 11, whole=(9,), gives=None)
        self.add = self._loop("add", 3, whole=(2,), gives=None)
        self.stand = self._loop("stand", 4, whole=(3,))
        self.find = self._loop("find", 4, whole=(3,))
        self.wander = self._loop("wander", 7, whole=(4, 5, 6))
        self.total: Callable[..., float] = self._loop("total", 3, whole=(2,), gives=c_double)

    def _loop(self, name: str, takes: int, whole: tuple[int, ...] = (), gives: type | None = c_int64) -> Loop:
        kinds = [c_int64 if number in whole else c_void_p for number in range(takes)]
        function: Loop = CFUNCTYPE(gives, *kinds)(self._code.address(name))
        return function

    def explore(self, header: int) -> int:
        """Let a patch grow until it is done or there is no room."""
        return self._explore(header, at(self._starts), at(self._base_of))

    def begin(self, table: Table) -> int:
        """Put the state before the first scene into a table; its number there."""
        state = array({8: "b", 16: "h", 32: "i", 64: "q"}[self.layout.bits], self.layout.start or [0])
        context = array("q", [0] * (4 + self.width))
        return self._begin(at(table.header), at(state), at(context))

    def time(self, scene: int) -> int:
        """What stands for the time before a scene of that number; 0 where there is no clock."""
        return 0 if self.keys.clock is None else self.keys.clock.time(scene)

    def joined(self, table: Table, other: Table) -> "array[int]":
        """Put all keys of a table into another too; their numbers there, in its order."""
        if len(table) + len(other) > other.room:
            other.enlarge(self.index_anew, len(table))
        numbers = array("i", bytes(4 * max(len(table), 1)))
        self.join(at(table.header), at(other.header), at(numbers))
        return numbers

    def total_of(self, standing: "array[float]") -> float:
        """How likely all that stands somewhere is together."""
        everybody = array("i", range(len(standing) // self.values))
        return self.total(at(standing), at(everybody), len(everybody))

    def _set_clock(self) -> str:
        """`@set_clock(ptr state, i64 time)`: what is not in the key of a state before a scene is put back."""
        kind = f"i{self.layout.bits}"
        lines = ["define internal void @set_clock(ptr %state, i64 %time) alwaysinline {"]
        if self.keys.clock is not None:
            value = "%time"
            if kind != "i64":
                lines.append(f"  %value = trunc i64 %time to {kind}")
                value = "%value"
            lines.append(f"  %at = getelementptr inbounds {kind}, ptr %state, i64 {self.layout.index[self.keys.clock.place]}")
            lines.append(f"  store {kind} {value}, ptr %at")
        return "\n".join([*lines, "  ret void", "}"])

    def _bases(self) -> tuple[list[int], list[int]]:
        """For each point and whoever may be there, the number of what its first way chooses; -1 where nothing is."""
        starts: list[int] = []
        bases: list[int] = []
        scenes = len(self.sites.world.scenes)
        for point in self.points:
            starts.append(len(bases))
            match point.sort:
                case "scene":
                    bases.append(0)
                case "cast":
                    casts = self.sites.cast_code(point.site.scene, self.sites.places.casts(self.sites.world.scenes[point.site.scene])[0])
                    bases.append(len(self.sites.options) + casts)
                case "option" if point.family is not None:
                    first = [Site(member.number, point.site.moment, 0) for member in point.family.members]
                    hers = [member.scene.moments[point.site.moment].owner == self.free.who != "" for member in point.family.members]
                    bases += [scenes + self.sites.option_number[site] + so * free_loops.HERS for site, so in zip(first, hers, strict=True)]
                case _:
                    bases += [-1] * (len(point.family.members) if point.family is not None else 1)
        return starts, bases


def spread(values: int) -> str:
    """`@spread(ptr to, ptr of, double share, ptr stays)`: to each number a share of another is added, as far as it stays in its place."""
    lines = ["define internal void @spread(ptr %to, ptr %of, double %share, ptr %stays) alwaysinline {"]
    at_once = AT_ONCE if values % AT_ONCE == 0 else 1
    kind = f"<{at_once} x double>"
    lines += [f"  %one = insertelement {kind} poison, double %share, i32 0"]
    lines += [f"  %all = shufflevector {kind} %one, {kind} poison, <{at_once} x i32> zeroinitializer"]
    for first in range(0, values, at_once):
        for name in ("to", "of", "stays"):
            lines.append(f"  %p.{name}.{first} = getelementptr inbounds double, ptr %{name}, i64 {first}")
            lines.append(f"  %{name}.{first} = load {kind}, ptr %p.{name}.{first}, align 8")
        lines.append(f"  %s.{first} = fmul {kind} %of.{first}, %all")
        lines.append(f"  %m.{first} = fmul {kind} %s.{first}, %stays.{first}")
        lines.append(f"  %a.{first} = fadd {kind} %to.{first}, %m.{first}")
        lines.append(f"  store {kind} %a.{first}, ptr %p.to.{first}, align 8")
    return "\n".join([*lines, "  ret void", "}"])
