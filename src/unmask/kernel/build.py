"""A program to a running engine: IR comes in, is optimised and compiled in this process, and runs leave as counts and rows.

One promise: nothing is written to disk, and nothing compiled is ever read from there.
"""

from array import array
from collections.abc import Callable
from ctypes import CFUNCTYPE, addressof, c_char, c_int64, c_uint32, c_void_p
from functools import cached_property

from unmask.kernel.from_world import CannotCompile, program
from unmask.world.rows import NARROW, Rows, columns_of
from unmask.world.sites import Sites

Play = Callable[..., int]
_WORD = 0xFFFFFFFF
_ROOM = 1 << 22


class Compiled:
    """The compiled engine of a world, for one choice of what is counted. Its functions run without the interpreter's lock."""

    name = "compiled"
    why = ""

    def __init__(self, sites: Sites) -> None:
        self.sites = sites
        self.piece = 20_000
        self._play = compiled(program(sites))

    def count(self, seed: int, first: int, runs: int) -> "array[int]":
        """The counts of `runs` runs from number `first` on."""
        counts = self.sites.empty()
        self._called(self._play, seed, first, runs, counts)
        return counts

    def rows(self, seed: int, first: int, runs: int, tapes: bool = False) -> "tuple[array[int], Rows]":
        """Their counts, and a row for each."""
        counts = self.sites.empty()
        columns = columns_of(self.sites)
        widths = [4 if column.code == NARROW else 8 for column in columns]
        buffer = memoryview(bytearray(runs * sum(widths)))
        starts = choices = None
        if tapes:
            starts, choices = self._with_tapes(seed, first, runs, counts, buffer)
        else:
            self._called(self._with_rows, seed, first, runs, counts, buffer)
        found, at = [], 0
        for column, width in zip(columns, widths, strict=True):
            found.append(buffer[at : at + runs * width].cast(column.code))
            at += runs * width
        return counts, Rows(first, runs, tuple(found), starts, choices)

    @cached_property
    def _with_rows(self) -> Play:
        return compiled(program(self.sites, rows=True))

    @cached_property
    def _with_rows_and_tapes(self) -> Play:
        return compiled(program(self.sites, rows=True, tapes=True))

    def _with_tapes(self, seed: int, first: int, runs: int, counts: "array[int]", buffer: memoryview) -> tuple[memoryview, memoryview]:
        room = runs * (self.sites.world.limit + 2)
        raise NotImplementedError

    def _called(self, play: Play, seed: int, first: int, runs: int, counts: "array[int]", buffer: memoryview | None = None) -> None:
        state = (c_char * (8 * (len(self.sites.places.places) + 1)))()
        rows = 0 if buffer is None else addressof(c_char.from_buffer(buffer))
        played = play(seed & _WORD, seed >> 32, first, runs, counts.buffer_info()[0], addressof(state), rows, 0, 0, 0)
        assert played == runs


def compiled(text: str) -> Play:
    """The function `play` of a module, ready to be called. It keeps what it stands on alive."""
    try:
        from llvmlite import binding as llvm
    except ImportError as error:
        raise CannotCompile("llvmlite is not installed here") from error
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    module = llvm.parse_assembly(text)
    machine = llvm.Target.from_default_triple().create_target_machine(
        cpu=llvm.get_host_cpu_name(), features=llvm.get_host_cpu_features().flatten(), opt=2
    )
    builder = llvm.create_pass_builder(machine, llvm.create_pipeline_tuning_options(speed_level=2))
    builder.getModulePassManager().run(module, builder)
    engine = llvm.create_mcjit_compiler(module, machine)
    engine.finalize_object()
    kinds = [c_uint32, c_uint32, c_int64, c_int64, *[c_void_p] * 5, c_int64]
    play: Play = CFUNCTYPE(c_int64, *kinds)(engine.get_function_address("play"))
    play.stands_on = engine, module, machine  # type: ignore[attr-defined]
    return play
