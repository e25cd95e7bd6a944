"""Counts many runs of one story: what they came to, and a row for each.

One promise: a seed, a first number and a number of runs say everything. Neither workers nor engine nor a pause change a count.
"""

import os
from array import array
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from unmask.analysis.simulate import MANY, ROWS_AT_ONCE, Engine, engine_for, in_order, pieces
from unmask.analysis.summary import Ended, Final, Had, Lengths, Summary, Unchosen, summary
from unmask.problems.near import did_you_mean
from unmask.problems.numbers import whole
from unmask.problems.place import Source
from unmask.problems.speech import counted, short
from unmask.run.draws import MOST_SEED
from unmask.syntax.tree import Story as Tree
from unmask.world.model import World as Model
from unmask.world.rows import Rows
from unmask.world.sites import NONE_YET, Wanted, motifs_of, sites_of

if TYPE_CHECKING:
    from unmask.analysis.coverage import Coverage
    from unmask.export.to_notebook import Bundle

    Numbers = array[int]
else:
    Numbers = array

MOST_WORKERS = 64
# How many runs an engine plays in a second, roughly, and how long anybody waits: four months.
_RATES = {"compiled": 1_000_000, "reference": 100}
_LONGEST = 10_000_000
_YEAR = 31_557_600


class Story(Protocol):
    """Whatever has a checked world and can say which: a `World`."""

    model: Model
    source: Source

    @property
    def tree(self) -> Tree: ...

    @property
    def title(self) -> str: ...

    @property
    def fingerprint(self) -> str: ...


class Counts(Numbers):
    """A row of 64-bit numbers that shows itself in a line, however long it is."""

    def __repr__(self) -> str:
        return f"<Counts: {len(self):,} numbers>"


def cores() -> int:
    """How many workers there are where nobody says: one for each core that this process may use, at most 64."""
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(available, MOST_WORKERS)


class Runs:
    """Many runs of a story, counted. Made by `World.simulate`.

    Nothing is played before `play` is called, and playing goes on from where it stopped: stopped halfway, these are the
    runs from `first` on that were played until then.
    """

    def __init__(self, story: Story, seed: int = 7, first: int = 0, workers: int | None = None, wanted: Wanted | None = None) -> None:
        """What is `wanted` beyond the usual is all motifs of the story, unless it is said.

        Raises ValueError where a number is out of its range.
        """
        seed = whole("the seed", seed, 0, MOST_SEED - 1)
        first = whole("the number of the first run", first, 0, NONE_YET - 1)
        if workers is not None:
            workers = whole("the number of workers", workers, 1, MOST_WORKERS)
        self.story = story
        self.seed = seed
        self.first = first
        self.sites = sites_of(story.model, wanted if wanted is not None else Wanted(motifs=motifs_of(story.model)))
        self.engine: Engine = engine_for(self.sites)
        # The reference engine holds the interpreter's lock from beginning to end: with threads it would only be slower.
        self.workers = 1 if self.engine.name == "reference" else workers or cores()
        self._counts = self.sites.empty()

    def __repr__(self) -> str:
        return short(
            f"<Runs of {self.story.title!r}, seed {self.seed}: {len(self):,} from run {self.first:,} on, {self.engine.name} engine>"
        )

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> "Bundle":
        from unmask.export.to_notebook import bundle, table

        rows = [(name, f"{ended.runs:,}", f"{100 * ended.runs / max(len(self), 1):.2f} %") for name, ended in self.summary.endings.items()]
        return bundle(repr(self), table(f"{self.story.title}: {len(self):,} runs", ["ending", "runs", "share"], rows))

    def __len__(self) -> int:
        """How many runs were played."""
        return sum(self.sites.part(self._counts, "endings"))

    # ── playing ──

    def play(self, runs: int, done: Callable[[int], None] = lambda runs: None) -> None:
        """Play so many more runs; `done` hears how many, each time that some are done.

        Raises ValueError where `runs` is less than 1, or more than anybody can wait for.
        """
        self.check(runs)
        if runs >= MANY:
            self.engine = engine_for(self.sites, runs)
        todo = pieces(self.first + len(self), runs, self.engine.piece)
        for piece, counts in in_order(todo, lambda piece: self.engine.count(self.seed, *piece), self.workers):
            self.add(counts)
            done(piece.runs)

    def add(self, counts: "array[int]") -> None:
        """Add the counts of the runs that come next, for whoever has them from elsewhere."""
        # In one step, so that whoever is interrupted has the counts before these runs or after them.
        self._counts = self.sites.merge(self._counts, counts)
        self.__dict__.pop("summary", None)

    def check(self, runs: int) -> None:
        """Raises ValueError where so many runs cannot be played: with the reason, and with what can be."""
        runs = whole("the number of runs", runs, -(10**40), 10**40)  # what is too much, or none, is told below
        if runs < 1:
            raise ValueError(f"there is at least 1 run to play, not {runs:,}")
        rate = _RATES[self.engine.name]
        if runs > rate * _LONGEST:
            raise ValueError(
                f"{counted(runs, 'run')} would take {_years(runs, rate)}, at the {rate:,} in a second that are usual for the "
                f"{self.engine.name} engine; at most {rate * _LONGEST:,} are played at once"
            )
        what, largest = self._largest()
        if largest * (len(self) + runs) > NONE_YET:
            raise ValueError(
                f"{what} can be as large as {largest:,}, and sums over {counted(runs, 'run')} would not fit into 64 bits; at most "
                f"{NONE_YET // largest:,} are counted together"
            )
        if self.first + len(self) + runs > NONE_YET:
            raise ValueError(f"there is no run after number {NONE_YET - 1:,}; from {self.first:,} on there are not {runs:,}")

    def _largest(self) -> tuple[str, int]:
        """The most by which a run can raise a count, and what that is a count of."""
        types = {variable.full_name: declared.type for variable, declared in self.sites.world.variables.items()}
        found = [("the number of events", self.sites.world.limit)]
        found += [(name, max(abs(type_.low), abs(type_.high))) for name, type_ in types.items()]
        return max(found, key=lambda one: one[1])

    def batches(self, size: int = ROWS_AT_ONCE, tapes: bool = False) -> Iterator[tuple[int, Rows]]:
        """The runs that were played, row by row: (number of the first, Rows) for each `size` runs, played again as they are asked for.

        `unmask.world.rows.columns_of(runs.sites)` says what the columns are. Raises ValueError where `size` is out of range.
        """
        if not 1 <= size <= ROWS_AT_ONCE:
            raise ValueError(f"there are 1 to {ROWS_AT_ONCE:,} rows in a batch, not {size:,}")
        todo = pieces(self.first, len(self), size)
        for piece, (_, rows) in in_order(todo, lambda piece: self.engine.rows(self.seed, *piece, tapes=tapes), self.workers):
            yield piece.first, rows

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The runs as a table for pandas, polars, duckdb and pyarrow, a row a run: played again while it is read, a batch at a time.

        `pyarrow.table(runs)`, `polars.from_arrow(runs)`; docs/guide/tables.md says what the columns are. Raises ModuleNotFoundError
        without pyarrow.
        """
        from unmask.export.to_table import About, stream

        about = About("", self.story.fingerprint, self.story.title, self.seed)
        return stream(self.sites, about, lambda size: (rows for _, rows in self.batches(size)), requested_schema)

    # ── what they came to ──

    @cached_property
    def summary(self) -> Summary:
        """Everything that the counts say, as data."""
        return summary(self.sites, self._counts)

    @property
    def counts(self) -> Counts:
        """Everything that was counted: a row of 64-bit numbers, of which `runs.sites.part(runs.counts, name)` is a stretch."""
        return Counts("q", self._counts)

    @property
    def coverage(self) -> "Coverage":
        """What of the story file was reached how often, and why some of it was not.

        Raises ValueError where the conditions were not counted: `world.simulate(runs, coverage=True)` counts them.
        """
        from unmask.analysis.coverage import coverage

        return coverage(self.story.tree, self.sites, self._counts)

    @property
    def endings(self) -> dict[str, int]:
        """How many runs ended so, by the ending's name, the most frequent first; those that none had are there, with 0.

        Besides the author's there are `unresolved` (no scene was left to play), `endless` (the limit was reached) and
        `dead end` (it stopped inside a scene).
        """
        return {name: ended.runs for name, ended in self.summary.endings.items()}

    def ended(self, ending: str) -> Ended:
        """How many runs had this ending, the exact 95 % interval of their share, and the number of the first, None without one.

        Raises ValueError where no ending has that name.
        """
        if ending not in self.summary.endings:
            raise ValueError(f"there is no ending called `{ending}`. {did_you_mean(ending, list(self.summary.endings))}".rstrip())
        return self.summary.endings[ending]

    @property
    def events(self) -> Lengths:
        """How many events the runs had: least, median, mean, longest."""
        return self.summary.events

    @property
    def scenes(self) -> Lengths:
        """How many scenes the runs had: least, median, mean, longest."""
        return self.summary.scenes

    def finals(self, of: str = "") -> dict[str, Final]:
        """How every variable stood at the end, by its name (`month`, `Kylo.shame`, `Kylo.owed toward Rey`).

        With a person's name only what is theirs, with a variable's only that. Raises ValueError where there is none of that name.
        """
        finals = self.summary.finals
        found = {name: final for name, final in finals.items() if not of or of in (name, final.variable.owner)}
        if of and not found:
            known = [*self.story.model.people, *finals]
            raise ValueError(f"there is no person and no variable called `{of}`. {did_you_mean(of, known)}".rstrip())
        return found

    @property
    def motifs(self) -> dict[str, Had]:
        """How many runs had each motif of the story, with the exact 95 % interval of its share, in the order of the file."""
        return self.summary.motifs

    @property
    def never_chosen(self) -> tuple[Unchosen, ...]:
        """The options that were chosen in none of the runs, each with its line in the file."""
        return self.summary.never_chosen


def _years(runs: int, rate: int) -> str:
    years = runs // rate // _YEAR
    return f"{years:,} years" if years > 1 else f"{runs // rate // 86_400:,} days"
