"""Compiles a program in this process to an engine that plays runs and counts them.

One promise: nothing is written to disk, and nothing compiled is ever read from there.
"""

from array import array
from collections.abc import Callable
from ctypes import CFUNCTYPE, addressof, c_char, c_int64, c_uint32, c_void_p
from threading import Lock
from types import ModuleType
from typing import Any

from unmask.kernel.from_world import CannotCompile, program
from unmask.problems.install import install
from unmask.problems.speech import short
from unmask.world.rows import NARROW, Rows, columns_of
from unmask.world.sites import Sites

Play = Callable[..., int]
PIECE = 50_000
CASTS = 200
LIMIT = 10_000
CAREFUL = 300_000
"""Who goes through fewer states than this is done sooner with code that was compiled in a tenth of the time."""
ROOM = 1 << 20
_WORD = 0xFFFFFFFF
_SPARE = 8
"""A state may be read in whole words."""


class Compiled:
    """The compiled engine of a world, for one choice of what is counted. Threads may share it: it runs without the interpreter's lock.

    `thorough` spends about ten times as long on compiling, for code that is up to twice as fast. Raises CannotCompile where
    llvmlite is not installed, or the world has numbers that are too large.
    """

    name = "compiled"
    why = ""

    def __init__(self, sites: Sites, thorough: bool = False) -> None:
        self.sites = sites
        self.piece = _piece(sites)
        self.thorough = thorough
        self._compiling = Lock()
        self._programs: dict[tuple[bool, bool], Play] = {}
        _llvm()
        self._plain = program(sites)

    def __repr__(self) -> str:
        return short(f"<Compiled engine of {self.sites.world!r}>")

    def _program(self, rows: bool = False, tapes: bool = False) -> Play:
        """The function that plays and gives so much; compiled when it is first asked for."""
        with self._compiling:
            if (rows, tapes) not in self._programs:
                text = (program(self.sites, rows, tapes) if rows else self._plain).text
                self._programs[rows, tapes] = compiled(text, self.thorough)
            return self._programs[rows, tapes]

    def count(self, seed: int, first: int, runs: int) -> "array[int]":
        """The counts of `runs` runs from number `first` on."""
        counts = self.sites.empty()
        self._play(self._program(), seed, first, runs, counts)
        return counts

    def rows(self, seed: int, first: int, runs: int, tapes: bool = False) -> "tuple[array[int], Rows]":
        """Their counts, and a row for each, with its tape where that is asked for."""
        counts = self.sites.empty()
        columns = columns_of(self.sites)
        widths = [4 if column.code == NARROW else 8 for column in columns]
        buffer = bytearray(runs * sum(widths))
        starts = choices = None
        if tapes:
            starts, choices = self._play_with_tapes(seed, first, runs, counts, buffer)
        else:
            self._play(self._program(rows=True), seed, first, runs, counts, buffer)
        found, at = [], 0
        for column, width in zip(columns, widths, strict=True):
            found.append(memoryview(buffer)[at : at + runs * width].cast(column.code))
            at += runs * width
        return counts, Rows(first, runs, tuple(found), starts, choices)

    def _play_with_tapes(self, seed: int, first: int, runs: int, counts: "array[int]", buffer: bytearray) -> tuple[memoryview, memoryview]:
        """Play on, with twice the room for tapes each time that it is used up."""
        starts = array("I", bytes(4 * (runs + 1)))
        room = max(ROOM, self.sites.world.limit + 2)
        choices = array("I", bytes(4 * room))
        done = 0
        while True:
            done = self._play(self._program(rows=True, tapes=True), seed, first, runs, counts, buffer, done, starts, choices)
            if done == runs:
                return memoryview(starts), memoryview(choices)[: starts[runs]]
            choices.extend(array("I", bytes(4 * len(choices))))

    def _play(
        self,
        play: Play,
        seed: int,
        first: int,
        runs: int,
        counts: "array[int]",
        buffer: bytearray | None = None,
        done: int = 0,
        starts: "array[int] | None" = None,
        choices: "array[int] | None" = None,
    ) -> int:
        state = (c_char * (self._plain.state + _SPARE))()
        rows = addressof(c_char.from_buffer(buffer)) if buffer else 0
        tape = (starts.buffer_info()[0], choices.buffer_info()[0], len(choices)) if starts and choices else (0, 0, 0)
        return play(seed & _WORD, seed >> 32, first, done, runs, counts.buffer_info()[0], addressof(state), rows, *tape)


def _piece(sites: Sites) -> int:
    """How many runs are soon played: fewer where there are many casts to choose from, or runs may be very long."""
    casts = sum(len(sites.places.casts(scene)) for scene in sites.world.scenes)
    return max(1, PIECE * CASTS // max(casts, CASTS) * LIMIT // max(sites.world.limit, LIMIT))


def compiled(text: str, thorough: bool = False) -> Play:
    """The function `play` of a module, ready to be called."""
    code = machine_code(text, thorough)
    kinds = [c_uint32, c_uint32, *[c_int64] * 3, *[c_void_p] * 5, c_int64]
    function = CFUNCTYPE(c_int64, *kinds)(code.address("play"))

    def play(*arguments: int) -> int:
        assert code is not None  # whoever holds the function holds the code that it runs
        return int(function(*arguments))

    return play


class MachineCode:
    """A compiled module. Its functions may be called as long as somebody holds it."""

    def __init__(self, engine: Any) -> None:
        self._engine = engine

    def address(self, name: str) -> int:
        """Where a function stands in memory."""
        return int(self._engine.get_function_address(name))


def machine_code(text: str, thorough: bool = False) -> MachineCode:
    """A module, compiled. Raises CannotCompile where there is no compiler."""
    llvm = _llvm()
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    module = llvm.parse_assembly(text)
    machine = llvm.Target.from_default_triple().create_target_machine(
        cpu=llvm.get_host_cpu_name(), features=llvm.get_host_cpu_features().flatten(), opt=2 if thorough else 0
    )
    builder = llvm.create_pass_builder(machine, llvm.create_pipeline_tuning_options(speed_level=2))
    if thorough:
        passes = builder.getModulePassManager()
    else:  # The text is written so plainly that these two find nearly all there is to find, in a tenth of the time.
        passes = llvm.create_new_module_pass_manager()
        passes.add_always_inliner_pass()
        passes.add_sroa_pass()
    passes.run(module, builder)
    engine = llvm.create_mcjit_compiler(module, machine)
    engine.finalize_object()
    return MachineCode(engine)


def _llvm() -> ModuleType:
    """The compiler. Raises CannotCompile where it is not installed, cannot be loaded, or is too old."""
    try:
        from llvmlite import binding
    except ImportError as error:
        raise CannotCompile(f"the compiled engine needs llvmlite, which is not installed: {install('fast')}") from error
    except OSError as error:  # it is there, and is not for this system
        raise CannotCompile(f"the compiled engine needs llvmlite, which cannot be loaded here ({error})") from error
    if not hasattr(binding, "create_pass_builder"):
        raise CannotCompile(f"the compiled engine needs a newer llvmlite: {install('fast')}")
    found: ModuleType = binding
    return found
