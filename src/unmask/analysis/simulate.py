"""Plays many runs and counts them, on the compiled engine where there is one.

One promise: what leaves is the same for both engines, for any number of workers, and however the work was cut.
"""

from array import array
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import NamedTuple, Protocol, TypeAlias, TypeVar

from unmask.run.count import Counting, Line
from unmask.world.rows import Rows, columns_of
from unmask.world.sites import Sites

Counts: TypeAlias = "array[int]"
Work = TypeVar("Work")
Result = TypeVar("Result")
ROWS_AT_ONCE = 16_384
MANY = 750_000
"""From so many runs on, code that takes half a second longer to compile has paid for itself."""


class Engine(Protocol):
    """Whatever can play runs. `name` is compiled or reference; `why` says why it is not the compiled one, "" where it is."""

    name: str
    why: str
    piece: int
    """How many runs to ask for at once: a fraction of a second's work, so that somebody waiting sees it move."""

    def count(self, seed: int, first: int, count: int) -> Counts:
        """The counts of `count` runs from number `first` on."""
        ...

    def rows(self, seed: int, first: int, count: int, tapes: bool = False) -> tuple[Counts, Rows]:
        """Their counts, and a row for each; at most ROWS_AT_ONCE at once."""
        ...


class Reference:
    """The reference engine as one that counts."""

    name = "reference"
    piece = 20

    def __init__(self, sites: Sites, why: str = "") -> None:
        self.sites = sites
        self.why = why

    def count(self, seed: int, first: int, count: int) -> Counts:
        """The counts of `count` runs from number `first` on."""
        counting = Counting(self.sites)
        for number in range(first, first + count):
            counting.count(seed, number)
        return counting.counts

    def rows(self, seed: int, first: int, count: int, tapes: bool = False) -> tuple[Counts, Rows]:
        """Their counts, and a row for each."""
        counting = Counting(self.sites)
        lines = [counting.count(seed, number) for number in range(first, first + count)]
        columns = columns_of(self.sites)
        values = zip(*(_values(line, self.sites) for line in lines), strict=True) if lines else [()] * len(columns)
        buffers = tuple(memoryview(array(column.code, numbers)) for column, numbers in zip(columns, values, strict=True))
        if not tapes:
            return counting.counts, Rows(first, count, buffers)
        starts, choices = array("I", [0]), array("I")
        for line in lines:
            choices.extend(line.choices)
            starts.append(len(choices))
        return counting.counts, Rows(first, count, buffers, memoryview(starts), memoryview(choices))


def _values(line: Line, sites: Sites) -> tuple[int, ...]:
    found = () if sites.wanted.watch is None else (line.found,)
    chosen = line.chosen if sites.wanted.finals else ()
    return (line.ending, line.scenes, line.events, *line.finals, *chosen, *found)


def engine_for(sites: Sites, runs: int = 0) -> Engine:
    """The compiled engine, or the reference engine where there is none for this machine or this world.

    So many `runs` are to be expected: for very many it pays to compile with more care.
    """
    from unmask.kernel.build import Compiled
    from unmask.kernel.from_world import CannotCompile

    try:
        return Compiled(sites, thorough=runs >= MANY)
    except CannotCompile as why:
        return Reference(sites, str(why))


class Piece(NamedTuple):
    """Runs that are played at once."""

    first: int
    runs: int


def pieces(first: int, count: int, size: int) -> Iterator[Piece]:
    """Runs cut into pieces of a size, the last as large as is left."""
    for start in range(first, first + count, size):
        yield Piece(start, min(size, first + count - start))


def count_runs(
    engine: Engine, sites: Sites, seed: int, first: int, count: int, workers: int = 1, done: Callable[[int], None] = lambda runs: None
) -> Counts:
    """The counts of `count` runs from number `first` on, by so many threads. `done` hears of every piece, with its size."""
    total = sites.empty()
    for piece, counts in in_order(pieces(first, count, engine.piece), lambda piece: engine.count(seed, *piece), workers):
        total = sites.merge(total, counts)
        done(piece.runs)
    return total


def in_order(todo: Iterator[Work], play: Callable[[Work], Result], workers: int) -> Generator[tuple[Work, Result], None, None]:
    """Each piece of work with its result, in order, by so many threads; never more than a few pieces ahead."""
    if workers <= 1:
        for work in todo:
            yield work, play(work)
        return
    with ThreadPoolExecutor(workers) as pool:
        waiting = [(work, pool.submit(play, work)) for work in islice(todo, 2 * workers)]
        try:
            while waiting:
                work, result = waiting.pop(0)
                yield work, result.result()
                waiting += [(work, pool.submit(play, work)) for work in islice(todo, 1)]
        finally:
            for _, result in waiting:
                result.cancel()
