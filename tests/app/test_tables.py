"""Tables in a folder: however often writing stopped, and by whatever, what is there in the end is what one unbroken writing leaves."""

import errno
import json
import os
import shutil
import sys
import zlib
from array import array
from base64 import b64encode
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.export.toll import STORY, sites_of, toll
from unmask.analysis.simulate import Counts, count_runs, engine_for
from unmask.app import folder, journal, tables
from unmask.app.tables import Plan, Unfinished, Unusable, write_tables
from unmask.problems.install import install

WORLD = toll()
SITES = sites_of(WORLD)
ENGINE = engine_for(SITES)
RUNS, ROWS = 25, 6


class Killed(BaseException):
    """The process is gone: nothing that it would still have done is done."""


def write(
    path: Path, runs: int = RUNS, *, seed: int = 7, rows: int = ROWS, workers: int = 1, story: str = STORY, **more: Any
) -> tuple[Counts, list[str]]:
    """Write tables; what was counted, and what was said."""
    world = WORLD if story == STORY else toll(story)
    sites = SITES if story == STORY else sites_of(world)
    said: list[str] = []
    engine = ENGINE if story == STORY else engine_for(sites)
    plan = Plan(runs, path, rows=rows, **more)
    return write_tables(world, sites, engine, seed, plan, workers, say=said.append), said


def files(path: Path) -> dict[str, bytes]:
    return {entry.name: entry.read_bytes() for entry in sorted(path.iterdir())}


def journal_of(path: Path) -> dict[str, object]:
    return dict(json.loads((path / journal.JOURNAL).read_text()))


@pytest.fixture(scope="module")
def first_of_all(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("first") / "unbroken"
    write(path)
    return path


@pytest.fixture
def unbroken(first_of_all: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(first_of_all, tmp_path / "unbroken"))


def names(path: Path) -> list[str]:
    return sorted(entry.name for entry in path.iterdir() if not entry.name.startswith("."))


# ── what is written ──


def test_a_folder_has_chunks_of_runs_and_a_journal(unbroken: Path) -> None:
    assert names(unbroken) == ["_unmask-runs.json", *(f"runs-00000{number}.parquet" for number in range(5))]
    found = journal_of(unbroken)
    assert {name: found[name] for name in ("version", "title", "seed", "runs", "rows", "form")} == {
        "version": "0.1.0",
        "title": "The Toll",
        "seed": 7,
        "runs": RUNS,
        "rows": ROWS,
        "form": "parquet",
    }


def test_the_whole_folder_reads_as_one_table(unbroken: Path) -> None:
    from pyarrow import parquet

    assert parquet.read_table(unbroken).column("number").to_pylist() == list(range(RUNS))


def test_what_is_counted_is_what_a_count_without_tables_counts(tmp_path: Path) -> None:
    assert write(tmp_path / "here")[0] == count_runs(ENGINE, SITES, 7, 0, RUNS)


def test_workers_change_no_byte(unbroken: Path, tmp_path: Path) -> None:
    write(tmp_path / "three", workers=3)
    assert files(tmp_path / "three") == files(unbroken)


def test_more_runs_change_no_byte_of_the_chunks_before(unbroken: Path, tmp_path: Path) -> None:
    write(tmp_path / "more", RUNS + 9)
    before = {name: data for name, data in files(unbroken).items() if name < "runs-000004"}
    after = files(tmp_path / "more")
    assert {name: after[name] for name in before if name.startswith("runs")} == {
        name: data for name, data in before.items() if name.startswith("runs")
    }


def test_it_is_heard_how_many_runs_are_there(tmp_path: Path) -> None:
    heard: list[tuple[str, int]] = []
    plan = Plan(RUNS, tmp_path / "here", resume=True, rows=ROWS)
    for _ in range(2):
        write_tables(
            *(WORLD, SITES, ENGINE, 7, plan),
            done=lambda runs: heard.append(("done", runs)),
            before=lambda runs: heard.append(("before", runs)),
        )
    assert heard == [("before", 0), *[("done", ROWS)] * 4, ("done", 1), ("before", RUNS)]


def test_tapes_are_written_and_said_what_they_mean(tmp_path: Path) -> None:
    from pyarrow import parquet

    write(tmp_path / "taped", tapes=True)
    assert parquet.read_table(tmp_path / "taped").column("tape").to_pylist()[0][:2] == [0, 2]
    assert journal_of(tmp_path / "taped")["tape"] == [
        "scene toll",
        "cast toll",
        "toll / booth / =pay(1, 2)",
        "toll / booth / say no, and wait",
    ]


def test_a_chunk_with_tapes_is_shorter_where_runs_can_be_very_long() -> None:
    far = sites_of(toll(STORY + "limit 1000000 events\n"))
    assert tables.rows_of_a_chunk(far, Plan(9, Path(), tapes=True)) == 67
    assert tables.rows_of_a_chunk(far, Plan(9, Path())) == tables.rows_of_a_chunk(SITES, Plan(9, Path(), tapes=True)) == 65_536


# ── CSV ──


def test_without_pyarrow_it_writes_csv_and_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    said = write(tmp_path / "here")[1]
    assert names(tmp_path / "here")[1:] == [f"runs-00000{number}.csv" for number in range(5)]
    assert len(said) == 1
    assert install("data") in said[0]
    assert (tmp_path / "here" / "runs-000001.csv").read_text().splitlines()[1].startswith("6,done,3,7,3,")


def test_csv_that_was_asked_for_is_no_news_and_is_gone_on_with(tmp_path: Path) -> None:
    assert write(tmp_path / "here", form="csv")[1] == write(tmp_path / "here", resume=True)[1] == []


def test_words_that_readers_of_csv_take_for_missing_are_told_and_written_as_they_are(tmp_path: Path) -> None:
    story = """
fact answer: NA | None | nan | none | yes indeed
person Ada (she)
scene hall
  moment asking: chance
    * nothing
    * something
      ~ answer = nan
    -> ending over
ending over
"""
    said = write(tmp_path / "here", 40, rows=40, story=story, form="csv")[1]
    assert said == ["Readers of CSV may take `NA`, `None` and `nan` for a missing value. In pandas: read_csv(…, keep_default_na=False)."]
    lines = (tmp_path / "here" / "runs-000000.csv").read_text().splitlines()[1:]
    assert {line.split(",")[4] for line in lines} == {"NA", "nan"}
    assert write(tmp_path / "parquet", 40, rows=40, story=story, form="parquet")[1] == []


def test_parquet_that_was_begun_cannot_be_gone_on_with_without_pyarrow(unbroken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(unbroken)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(Unusable, match=r'pip install "unmask\[data\]"'):
        write(unbroken, resume=True)
    assert files(unbroken) == before


# ── stopped, and gone on with ──


class Hand:
    """What makes the disk fail, or the process die, at the n-th thing that is done to the disk."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, at: int, error: Callable[[], BaseException]) -> None:
        self.left, self.at, self.error = at, at, error
        for name in ("fsync", "replace"):
            monkeypatch.setattr(folder.os, name, self._counting(getattr(os, name)))
        unlink = Path.unlink

        def tidy(path: Path) -> None:
            if self.left > 0 or not isinstance(error(), Killed):  # who is dead does not tidy up
                unlink(path)

        monkeypatch.setattr(folder.Path, "unlink", tidy)

    def _counting(self, real: Callable[..., object]) -> Callable[..., object]:
        def counted(*words: object) -> object:
            self.left -= 1
            if self.left == 0:
                raise self.error()
            return real(*words)

        return counted


# Each file is brought to the disk, given its name, and then the folder is brought to the disk: the journal, and per chunk two files.
TO_A_FILE = 2 if sys.platform == "win32" else 3
ALL = TO_A_FILE * (1 + 2 * 5)


@pytest.mark.parametrize("at", range(1, ALL + 1))
def test_whenever_it_is_killed_it_goes_on_to_the_same_bytes(at: int, unbroken: Path, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        Hand(patch, at, Killed)
        with pytest.raises(Killed):
            write(tmp_path / "killed")
    with pytest.MonkeyPatch.context() as patch:
        Hand(patch, 4, Killed)
        with suppress(Killed):  # once more, where there is still that much to do
            write(tmp_path / "killed", resume=True)
    counts, said = write(tmp_path / "killed", resume=True)
    assert files(tmp_path / "killed") == files(unbroken)
    assert counts == count_runs(ENGINE, SITES, 7, 0, RUNS)
    assert said == []


def test_there_is_nothing_left_to_kill_after_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hand = Hand(monkeypatch, 10**6, Killed)
    write(tmp_path / "whole")
    assert hand.at - hand.left == ALL


def test_a_full_disk_leaves_what_is_finished_and_it_goes_on_from_there(unbroken: Path, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        Hand(patch, 16, lambda: OSError(errno.ENOSPC, "No space left on device"))
        with pytest.raises(Unfinished, match="cannot be written to any more: no space left on device") as stopped:
            write(tmp_path / "full")
    assert stopped.value.code == 1
    assert sum(SITES.part(stopped.value.counts, "endings")) == 2 * ROWS
    assert names(tmp_path / "full")[0] == "_unmask-runs.json"
    assert not [entry for entry in os.listdir(tmp_path / "full") if entry.endswith(folder.PART)]
    write(tmp_path / "full", resume=True)
    assert files(tmp_path / "full") == files(unbroken)


def test_who_stops_it_keeps_what_is_finished(unbroken: Path, tmp_path: Path) -> None:
    def enough(runs: int, heard: list[int] = []) -> None:  # noqa: B006
        heard.append(runs)
        if sum(heard) > 2 * ROWS:
            raise KeyboardInterrupt

    with pytest.raises(Unfinished) as stopped:
        write_tables(WORLD, SITES, ENGINE, 7, Plan(RUNS, tmp_path / "here", rows=ROWS), workers=2, done=enough)
    assert (str(stopped.value), stopped.value.code) == ("", 130)
    assert stopped.value.counts == count_runs(ENGINE, SITES, 7, 0, 2 * ROWS)
    write(tmp_path / "here", resume=True)
    assert files(tmp_path / "here") == files(unbroken)


def test_going_on_with_nothing_begins(unbroken: Path, tmp_path: Path) -> None:
    write(tmp_path / "new", resume=True)
    (tmp_path / "empty").mkdir()
    write(tmp_path / "empty", resume=True)
    assert files(tmp_path / "new") == files(tmp_path / "empty") == files(unbroken)


def test_what_was_left_half_written_is_taken_away_and_nothing_else(unbroken: Path) -> None:
    (unbroken / ".runs-000002.parquet.part").write_bytes(b"half")
    (unbroken / ".film.part").write_bytes(b"mine")
    write(unbroken, resume=True)
    assert [entry.name for entry in unbroken.iterdir() if entry.name.endswith(".part")] == [".film.part"]


def test_a_damaged_chunk_is_found_and_made_again(unbroken: Path) -> None:
    before = files(unbroken)
    chunk = unbroken / "runs-000001.parquet"
    chunk.write_bytes(chunk.read_bytes()[:-100] + b"x" + chunk.read_bytes()[-99:])
    (unbroken / "runs-000003.parquet").unlink()
    (unbroken / "runs-000004.parquet").write_bytes(b"")
    counts, said = write(unbroken, resume=True)
    assert [line.removeprefix(f"{unbroken}{os.sep}") for line in said] == [
        "runs-000001.parquet is damaged, and is made again.",
        "runs-000003.parquet is missing, and is made again.",
        "runs-000004.parquet is damaged, and is made again.",
    ]
    assert files(unbroken) == before
    assert counts == count_runs(ENGINE, SITES, 7, 0, RUNS)


def test_a_chunk_that_another_library_squeezes_otherwise_gets_its_new_sum(unbroken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (unbroken / "runs-000001.parquet").unlink()
    monkeypatch.setattr(tables, "to_parquet", lambda rows, sites, about: b"another")
    assert len(write(unbroken, resume=True)[1]) == 1
    assert write(unbroken, resume=True)[1] == []


def test_a_new_title_changes_nothing_of_what_was_begun(unbroken: Path) -> None:
    before = files(unbroken)
    (unbroken / "runs-000001.parquet").unlink()
    write(unbroken, resume=True, story=STORY.replace("The Toll", "The Turnpike"))
    assert files(unbroken) == before


# ── folders that are refused, and stay as they are ──


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({"seed": 8}, "their seed is 7, not 8"),
        ({"runs": 26}, "there are to be 25 of them, not 26"),
        ({"form": "csv"}, "they are written as parquet, not csv"),
        ({"rows": 7}, "a file has 6 of them, not 7"),
        ({"tapes": True}, "they have no tapes"),
        ({"story": STORY.replace("tally += 1", "tally += 2")}, "another story, or this one has changed since"),
    ],
)
def test_a_folder_of_other_runs_is_refused_with_what_differs(asked: dict[str, Any], why: str, unbroken: Path) -> None:
    before = files(unbroken)
    with pytest.raises(Unusable) as refused:
        write(unbroken, **{"resume": True, **asked})
    assert why in str(refused.value)
    assert str(refused.value).count(";") == 0
    assert files(unbroken) == before


def test_everything_that_differs_is_said_at_once(unbroken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables.unmask, "__version__", "0.2.0")
    with pytest.raises(Unusable, match=r"made by unmask 0\.1\.0, and this is 0\.2\.0; their seed is 7, not 9; there are to be 25"):
        write(unbroken, 30, seed=9, resume=True)


def test_runs_of_which_something_else_is_counted_are_refused(unbroken: Path) -> None:
    from unmask.world.places import Places
    from unmask.world.sites import Sites, Wanted

    sites = Sites(Places(WORLD.model), Wanted(gates=True))
    with pytest.raises(Unusable, match="something else was counted of them"):
        write_tables(WORLD, sites, engine_for(sites), 7, Plan(RUNS, unbroken, resume=True, rows=ROWS))


def test_tables_are_not_written_over(unbroken: Path) -> None:
    before = files(unbroken)
    with pytest.raises(Unusable, match=r"holds tables already\. Go on with them by --resume, or choose another folder"):
        write(unbroken)
    assert files(unbroken) == before


@pytest.mark.parametrize("resume", [False, True])
def test_a_folder_with_something_of_somebody_else_is_not_touched(resume: bool, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "runs-1.parquet").write_text("mine too")
    with pytest.raises(Unusable, match=r"holds what is no table of unmask: notes.txt and 1 more. Nothing was touched"):
        write(tmp_path, resume=resume)
    assert files(tmp_path) == {"notes.txt": b"mine", "runs-1.parquet": b"mine too"}


def test_tables_without_their_journal_are_nobodys(unbroken: Path) -> None:
    (unbroken / journal.JOURNAL).unlink()
    before = files(unbroken)
    with pytest.raises(Unusable, match="without their journal"):
        write(unbroken, resume=True)
    assert files(unbroken) == before


def _changed(**fields: object) -> Callable[[bytes], bytes]:
    return lambda data: json.dumps({**json.loads(data), **fields}).encode()


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-9],
        lambda data: b"",
        lambda data: b"\xff" + data,
        lambda data: b"[]",
        lambda data: b"[" * 100_000,
        lambda data: data.replace(b'"counts": "', b'"counts": "AAAA'),
        _changed(counts="="),
        _changed(counts="eJwDAAAAAAI="),
        _changed(counts=None),
        _changed(counts=b64encode(zlib.compress(bytes(2**27))).decode()),
        _changed(runs=-1),
        _changed(seed="7"),
        _changed(seed=True),
        _changed(rows=0),
        _changed(rows=2**40),
        _changed(form="../x"),
        _changed(sums=["x"]),
        _changed(sums=["0" * 64] * 6),
        _changed(sums="0" * 64),
        _changed(title=None),
        _changed(tape=7),
    ],
)
def test_a_damaged_journal_is_said_and_nothing_is_lost(damage: Callable[[bytes], bytes], unbroken: Path) -> None:
    path = unbroken / journal.JOURNAL
    path.write_bytes(damage(path.read_bytes()))
    before = files(unbroken)
    with pytest.raises(Unusable, match="cannot be gone on with: its journal is damaged"):
        write(unbroken, resume=True)
    assert files(unbroken) == before


@pytest.mark.parametrize("left", [0, 1, 3])
def test_counts_are_of_the_chunks_that_are_there_and_add_up(left: int, unbroken: Path) -> None:
    path = unbroken / journal.JOURNAL
    before = files(unbroken)
    path.write_bytes(_changed(sums=json.loads(path.read_bytes())["sums"][:left])(path.read_bytes()))
    counts, said = write(unbroken, resume=True)
    assert said == [f"What {path} counts is not of the {left * ROWS:,} runs that are there, and is counted again."]
    assert counts == count_runs(ENGINE, SITES, 7, 0, RUNS)
    assert files(unbroken) == before


@pytest.mark.parametrize("segment", ["endings", "first", "events", "scenes", "played"])
def test_counts_that_cannot_be_are_not_believed(segment: str, unbroken: Path) -> None:
    path = unbroken / journal.JOURNAL
    known = journal.read(path.read_bytes())
    spoilt = array("q", known.counts)
    spoilt[SITES.segments[segment].start] = 10**6 if segment == "first" else -1
    spoilt[SITES.segments["endings"].start] += segment == "first" and not known.counts[SITES.segments["endings"].start]
    path.write_bytes(journal.written(known._replace(counts=spoilt)))
    assert write(unbroken, resume=True)[0] == count_runs(ENGINE, SITES, 7, 0, RUNS)


@pytest.mark.parametrize("name", ["runs-000001.parquet", "_unmask-runs.json"])
@pytest.mark.parametrize("what", ["pipe", "folder", "device"])
def test_a_pipe_or_a_folder_where_a_file_should_be_is_refused_at_once(name: str, what: str, unbroken: Path) -> None:
    (unbroken / name).unlink()
    {
        "pipe": lambda: os.mkfifo(unbroken / name),
        "folder": (unbroken / name).mkdir,
        "device": lambda: (unbroken / name).symlink_to("/dev/zero"),
    }[what]()
    with pytest.raises(Unusable, match="is no plain file, as a table and its journal are"):
        write(unbroken, resume=True)


def test_what_is_taken_away_while_the_rest_is_written_is_made_again(unbroken: Path, tmp_path: Path) -> None:
    def taken_away(runs: int, gone: list[str] = ["runs-000001.parquet", journal.JOURNAL]) -> None:  # noqa: B006
        for name in [name for name in gone if (tmp_path / "here" / name).exists() and (tmp_path / "here" / "runs-000002.parquet").exists()]:
            (tmp_path / "here" / name).unlink()
            gone.remove(name)

    said: list[str] = []
    counts = write_tables(WORLD, SITES, ENGINE, 7, Plan(RUNS, tmp_path / "here", rows=ROWS), done=taken_away, say=said.append)
    assert said == [f"{tmp_path / 'here' / 'runs-000001.parquet'} is missing, and is made again."]
    assert counts == count_runs(ENGINE, SITES, 7, 0, RUNS)
    assert files(tmp_path / "here") == files(unbroken)


def test_who_takes_it_away_again_and_again_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = folder.Folder.write

    def taken_away(at: folder.Folder, name: str, data: bytes) -> None:
        real(at, name, data)
        if name == "runs-000001.parquet":
            (tmp_path / "here" / name).unlink()

    monkeypatch.setattr(folder.Folder, "write", taken_away)
    with pytest.raises(Unfinished, match="was taken away while it was written") as stopped:
        write(tmp_path / "here")
    assert stopped.value.code == 1


def test_a_journal_of_a_later_form_is_not_guessed_at(unbroken: Path) -> None:
    path = unbroken / journal.JOURNAL
    path.write_bytes(_changed(format=2, version="3.0.0")(path.read_bytes()))
    with pytest.raises(Unusable, match=r"written by unmask 3\.0\.0, in a form that this one does not know"):
        write(unbroken, resume=True)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    for path in (tmp_path / "file", tmp_path / "file" / "inner"):
        with pytest.raises(Unusable, match="tables need a folder"):
            write(path)
    assert (tmp_path / "file").read_text() == "mine"


def test_a_file_of_more_rows_than_can_be_put_together_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match=r"at most 1,048,576 rows.*and not 1,048,577"):
        write(tmp_path / "tables", rows=2**20 + 1)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_nowhere_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="There is no folder"):
        write(tmp_path / "no" / "where")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("what", ["mkdir", "open"])
def test_a_folder_that_may_not_be_written_to_is_said_before_a_run_is_played(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*words: object, **more: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(folder.os, what, forbidden)
    with pytest.raises(Unusable, match=r"cannot be written to: permission denied\. Choose another folder"):
        write_tables(WORLD, SITES, ENGINE, 7, Plan(RUNS, tmp_path / "here"))


# ── two at once ──


def test_the_second_writer_is_told_that_there_is_a_first(tmp_path: Path) -> None:
    refused = []

    def meanwhile(runs: int) -> None:
        if runs:
            with pytest.raises(Unusable, match="Another unmask is writing to"):
                write(tmp_path / "here", resume=True)
            refused.append(runs)

    write_tables(WORLD, SITES, ENGINE, 7, Plan(RUNS, tmp_path / "here", rows=ROWS), done=meanwhile)
    write(tmp_path / "alone")
    assert len(refused) == 5
    assert files(tmp_path / "here") == files(tmp_path / "alone")


def test_who_comes_between_look_and_lock_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = folder._lock

    def late(handle: int) -> None:
        monkeypatch.setattr(folder, "_lock", real)
        (tmp_path / "here" / journal.JOURNAL).write_bytes(b"{}")
        real(handle)

    monkeypatch.setattr(folder, "_lock", late)
    with pytest.raises(Unusable, match="holds tables already"):
        write(tmp_path / "here")
