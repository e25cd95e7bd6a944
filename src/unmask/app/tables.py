"""Writes tables of many runs into a folder: chunks of rows, and a journal of what is done.

One promise: however often it was stopped and gone on with, the folder holds byte for byte what one unbroken writing leaves.
"""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import unmask
from unmask.analysis.simulate import ROWS_AT_ONCE, Counts, Engine, Piece, count_runs, in_order, pieces
from unmask.app.files import reason
from unmask.app.folder import Folder, Taken
from unmask.app.journal import JOURNAL, LARGEST, MOST_ROWS, Damaged, Journal, read, written
from unmask.export.to_table import About, arrow, joined, read_as_missing, tape_names, to_csv, to_parquet
from unmask.problems.install import install
from unmask.problems.near import listed
from unmask.problems.speech import counted
from unmask.runs import Story
from unmask.world.rows import Rows
from unmask.world.sites import Sites

ROWS = 65_536
MOST_AT_ONCE = 2**26
"""So many choices at most are held for the tapes of a chunk; worlds with very long runs have shorter chunks."""
_OURS = re.compile(rf"runs-\d{{6,}}\.(parquet|csv)|{re.escape(JOURNAL)}")


class Unusable(Exception):
    """A folder that tables cannot be written to. The message says why, and what may be done; nothing in it was changed."""


class Unfinished(Exception):
    """Writing stopped on the way: what was finished stays, `counts` are of that, and a command ends with `code`.

    The message says why, and is empty where somebody stopped it.
    """

    def __init__(self, reason: str, counts: Counts, code: int) -> None:
        super().__init__(reason)
        self.counts = counts
        self.code = code


class Plan(NamedTuple):
    """What is to be written. `form` is parquet or csv, `rows` how many a chunk has; None for the usual, or what was begun with."""

    runs: int
    folder: Path
    resume: bool = False
    tapes: bool = False
    form: str | None = None
    rows: int | None = None


def write_tables(
    story: Story,
    sites: Sites,
    engine: Engine,
    seed: int,
    plan: Plan,
    workers: int = 1,
    done: Callable[[int], None] = lambda runs: None,
    before: Callable[[int], None] = lambda runs: None,
    say: Callable[[str], None] = lambda line: None,
) -> Counts:
    """Write the rows of runs 0 to `plan.runs`, a chunk at a time, and return the counts of all of them.

    `say` hears what somebody should know, `before` how many runs were there already, and `done` of each piece that is done.
    Raises Unusable before anything is written, and Unfinished after.
    """
    if plan.rows and plan.rows > MOST_ROWS:
        raise Unusable(f"A file of a table has at most {MOST_ROWS:,} rows, since it is put together in memory, and not {plan.rows:,}.")
    folder = Folder(plan.folder, _OURS)
    with ExitStack() as held:
        try:
            _look_at(folder, plan)
            held.enter_context(folder.held())
            _look_at(folder, plan)  # somebody may have been here since
            writer = _Writer(story, sites, engine, seed, plan, folder, workers, say)
        except Taken:
            raise Unusable(f"Another unmask is writing to {plan.folder}. Wait for it, or choose another folder.") from None
        except OSError as error:
            raise Unusable(_cannot_write(plan.folder, error)) from None
        return writer.write(before, done)


def _cannot_write(path: Path, error: OSError) -> str:
    match error:
        case FileExistsError() | NotADirectoryError():
            return f"{path} is a file, or is said to be in one, and tables need a folder. Choose another name."
        case FileNotFoundError() if not os.path.isdir(path.parent):
            return f"There is no folder `{path.parent}` for `{path.name}` to be in. Make it first, or choose another place."
        case _:
            return f"{path} cannot be written to: {reason(error)}. Choose another folder, or one that is yours."


# ── what is there already ────────────────────────────────────────────────────────────────────────────────────────────


def _look_at(folder: Folder, plan: Plan) -> None:
    """Raise Unusable where the folder holds what must not be touched, or what nothing is known of."""
    names = folder.names()
    foreign = [name for name in names if not _OURS.fullmatch(name)]
    empty = "Choose a folder that is empty, or one that is not there yet."
    if foreign:
        more = f" and {len(foreign) - 1:,} more" if len(foreign) > 1 else ""
        raise Unusable(f"{plan.folder} holds what is no table of unmask: {foreign[0]}{more}. Nothing was touched. {empty}")
    if strange := folder.strange():
        raise Unusable(f"{plan.folder / strange} is no plain file, as a table and its journal are. Nothing was touched. {empty}")
    if names and JOURNAL not in names:
        raise Unusable(f"{plan.folder} holds tables without their journal, {JOURNAL}, so nobody knows of what. {empty}")
    if names and not plan.resume:
        raise Unusable(f"{plan.folder} holds tables already. Go on with them by --resume, or choose another folder.")


def _begun(folder: Folder) -> Journal | None:
    """The journal of what was begun; None where nothing was."""
    if JOURNAL not in folder.names():
        return None
    try:
        return read(folder.read(JOURNAL, LARGEST))
    except Damaged as damage:
        raise Unusable(f"{folder.path} cannot be gone on with: {damage}. Choose another folder, or take this one away.") from None


def _differences(old: Journal, new: Journal, plan: Plan) -> Iterator[str]:
    """What was asked for otherwise when a folder was begun."""
    if old.version != new.version:
        yield f"they were made by unmask {old.version}, and this is {new.version}"
    if old.fingerprint != new.fingerprint:
        then, now = f"{old.title} ({old.fingerprint})", f"{new.title} ({new.fingerprint})"
        yield f"they are of {then}, and this is {now}, which is another story, or this one has changed since"
    if old.seed != new.seed:
        yield f"their seed is {old.seed}, not {new.seed}"
    if old.runs != new.runs:
        yield f"there are to be {old.runs:,} of them, not {new.runs:,}"
    if old.form != new.form:
        yield f"they are written as {old.form}, not {new.form}"
    if plan.rows and old.rows != new.rows:
        yield f"a file has {old.rows:,} of them, not {new.rows:,}"
    if (old.tape is None) != (new.tape is None):
        yield "they have no tapes" if old.tape is None else "they have tapes"
    elif len(old.counts) != len(new.counts) and old.fingerprint == new.fingerprint:
        yield "something else was counted of them"


def _form(wanted: str | None) -> tuple[str, str]:
    """In what form to write: what was asked for, else Parquet where there is a library for it; and what there is to say of that."""
    if wanted == "csv":
        return "csv", ""
    try:
        arrow("parquet")
    except ImportError:
        if wanted:
            raise Unusable(
                f"Parquet needs pyarrow, which is not installed. Write CSV to a new folder, --form csv, or install it: {install('data')}"
            ) from None
        return "csv", f"The tables are written as CSV, since pyarrow is not installed. For Parquet: {install('data')}"
    return "parquet", ""


# ── writing ──────────────────────────────────────────────────────────────────────────────────────────────────────────


class _Writer:
    """Somebody who has the folder, and writes."""

    def __init__(
        self, story: Story, sites: Sites, engine: Engine, seed: int, plan: Plan, folder: Folder, workers: int, say: Callable[[str], None]
    ) -> None:
        self.sites, self.engine, self.seed, self.workers = sites, engine, seed, workers
        self.folder, self.say, self.tapes = folder, say, plan.tapes
        old = _begun(folder)
        form, note = _form(plan.form or (old and old.form))
        self.notes = [note] if note else []
        if form == "csv" and (missing := read_as_missing(sites)):
            self.notes.append(
                f"Readers of CSV may take {listed(missing, 'and')} for a missing value. In pandas: read_csv(…, keep_default_na=False)."
            )
        new = Journal(
            version=unmask.__version__,
            fingerprint=story.fingerprint,
            title=story.title,
            seed=seed,
            runs=plan.runs,
            rows=rows_of_a_chunk(sites, plan),
            form=form,
            tape=tape_names(sites) if plan.tapes else None,
            sums=(),
            counts=sites.empty(),
        )
        if old and (different := list(_differences(old, new, plan))):
            raise Unusable(f"{folder.path} holds other runs: {'; '.join(different)}. Ask for the same, or choose another folder.")
        self.journal, self.new = old or new, old is None
        self.about = About(self.journal.version, self.journal.fingerprint, self.journal.title, seed)

    def write(self, before: Callable[[int], None], done: Callable[[int], None]) -> Counts:
        """See to what is there, and write what is not."""
        try:
            for note in self.notes:
                self.say(note)
            if self.new:
                self._keep(self.journal)
            self._mend()
            self._count_again()
            before(self.journal.finished)
            self._go_on(done)
            self._see_that_all_is_there()
        except KeyboardInterrupt:
            raise Unfinished("", self.journal.counts, 130) from None
        return self.journal.counts

    def _mend(self) -> None:
        """Make again what is damaged or missing of the finished chunks."""
        for number, known in enumerate(self.journal.sums):
            found = self.folder.sum_of(self._name(number))
            if found != known:
                self._make_again(number, "damaged" if found else "missing")

    def _make_again(self, number: int, what: str) -> None:
        """Play and write a chunk once more."""
        self.say(f"{self.folder.path / self._name(number)} is {what}, and is made again.")
        first = number * self.journal.rows
        todo = pieces(first, min(self.journal.rows, self.journal.runs - first), self._piece())
        with closing(in_order(todo, self._play, self.workers)) as played:
            made = self._save(number, [rows for _, (_, rows) in played])
        if made != self.journal.sums[number]:  # another pyarrow may squeeze it otherwise
            sums = self.journal.sums
            self._keep(self.journal._replace(sums=(*sums[:number], made, *sums[number + 1 :])))

    def _count_again(self) -> None:
        """Count the runs of the finished chunks once more, where what the journal says of them cannot be."""
        finished = self.journal.finished
        if not self.sites.may_be_of(self.journal.counts, finished):
            self.say(
                f"What {self.folder.path / JOURNAL} counts is not of the {counted(finished, 'run')} that are there, and is counted again."
            )
            counts = count_runs(self.engine, self.sites, self.seed, 0, finished, self.workers)
            self._keep(self.journal._replace(counts=counts))

    def _see_that_all_is_there(self) -> None:
        """Make once more what somebody took away while the rest was written; who does that again is told."""
        for what in ("missing", ""):
            gone = [number for number in range(len(self.journal.sums)) if not (self.folder.path / self._name(number)).is_file()]
            for number in gone:
                if not what:
                    name = self.folder.path / self._name(number)
                    raise Unfinished(f"{name} was taken away while it was written.", self.journal.counts, 1)
                self._make_again(number, what)
        if not (self.folder.path / JOURNAL).is_file():
            self._keep(self.journal)

    def _go_on(self, done: Callable[[int], None]) -> None:
        """Play and write the chunks that are not there yet. The next ones are played while one is written."""
        counts = self.journal.counts
        parts: list[Rows] = []
        with closing(in_order(self._todo(), self._play, self.workers)) as played:
            for piece, (counted, rows) in played:
                counts = self.sites.merge(counts, counted)
                parts.append(rows)
                done(piece.runs)
                end = piece.first + piece.runs
                if end % self.journal.rows == 0 or end == self.journal.runs:
                    made = self._save(len(self.journal.sums), parts)
                    self._keep(self.journal._replace(sums=(*self.journal.sums, made), counts=counts))
                    parts = []

    def _todo(self) -> Iterator[Piece]:
        for first, runs in pieces(self.journal.finished, self.journal.runs - self.journal.finished, self.journal.rows):
            yield from pieces(first, runs, self._piece())

    def _piece(self) -> int:
        return max(1, min(self.engine.piece, ROWS_AT_ONCE, self.journal.rows))

    def _play(self, piece: Piece) -> tuple[Counts, Rows]:
        return self.engine.rows(self.seed, piece.first, piece.runs, self.tapes)

    def _name(self, number: int) -> str:
        return f"runs-{number:06}.{self.journal.form}"

    def _save(self, number: int, parts: list[Rows]) -> str:
        """Write a chunk and return its sum."""
        rows = joined(parts)
        data = to_csv(rows, self.sites) if self.journal.form == "csv" else to_parquet(rows, self.sites, self.about)
        self._write(self._name(number), data)
        return sha256(data).hexdigest()

    def _keep(self, journal: Journal) -> None:
        self._write(JOURNAL, written(journal))
        self.journal = journal

    def _write(self, name: str, data: bytes) -> None:
        try:
            self.folder.write(name, data)
        except OSError as error:
            raise Unfinished(f"{self.folder.path} cannot be written to any more: {reason(error)}.", self.journal.counts, 1) from None


def rows_of_a_chunk(sites: Sites, plan: Plan) -> int:
    """How many runs a chunk has: fewer where tapes can be very long."""
    rows = plan.rows or ROWS
    return max(1, min(rows, MOST_AT_ONCE // sites.world.limit)) if plan.tapes else rows
