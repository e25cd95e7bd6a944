"""The command that writes tables, from outside: killed, interrupted, out of room, and two of it at once."""

import json
import os
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from benchmarks.killed import campaign

import unmask
from tests.app.commands import Said, call, outside, write
from tests.export.toll import STORY, sites_of
from unmask.export.to_table import heads
from unmask.problems.install import install

RUNS = ["-n", "100", "--chunk", "10"]


@pytest.fixture
def toll(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    return write(tmp_path, STORY, "toll.story")


def files(path: Path) -> dict[str, bytes]:
    return {entry.name: entry.read_bytes() for entry in path.iterdir()}


# Does something to itself once it has written so many files: the journal, a chunk, the journal, a chunk, the journal ...
ITSELF = """
import os, signal, sys
from unmask.app.cli import main
from unmask.app.folder import Folder

signal.signal(signal.SIGINT, signal.default_int_handler)  # what was started in the background is born deaf to it
what, left, write = getattr(signal, sys.argv.pop(1)), int(sys.argv.pop(1)), Folder.write

def counted(folder, name, data):
    global left
    write(folder, name, data)
    left -= 1
    if left == 0:
        signal.raise_signal(what)

Folder.write = counted
main()
"""


def doing(what: str, files: int, *asked: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", ITSELF, what, str(files), *asked]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")


def without_seconds(said: Said) -> dict[str, object]:
    return {name: value for name, value in json.loads(said.out).items() if name != "seconds"}


def test_killed_three_times_it_leaves_what_an_unbroken_run_leaves(toll: str, tmp_path: Path) -> None:
    found = campaign(tmp_path, Path(toll), 600, 30, 3, 1, "--tapes")
    assert (len(found.killed_at), found.same_files, found.same_summary) == (3, True, True)


def test_a_killed_writer_holds_nobody_up(toll: str) -> None:
    process = doing("SIGKILL", 4, "run", toll, *RUNS, "--out", "out")
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    assert call("run", toll, *RUNS, "--out", "out", "--resume").code == 0


def test_two_writers_at_once_and_nothing_is_lost(toll: str, tmp_path: Path) -> None:
    first = doing("SIGSTOP", 4, "run", toll, *RUNS, "--out", "out")
    os.waitpid(first.pid, os.WUNTRACED)
    second = call("run", toll, *RUNS, "--out", "out", "--resume")
    third = call("run", toll, *RUNS, "--out", "out")
    os.kill(first.pid, signal.SIGCONT)
    first.communicate()
    assert (second.code, second.out) == (2, "")
    assert second.err == "Another unmask is writing to out. Wait for it, or choose another folder.\n"
    assert (third.code, third.out) == (2, "")
    assert first.returncode == 0
    call("run", toll, *RUNS, "--out", "alone")
    assert files(tmp_path / "out") == files(tmp_path / "alone")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (1, "Stopped after 0 of 100 runs. No file in out is finished yet."),
        (4, "Stopped after 10 of 100 runs. out keeps these runs."),
        (5, "Stopped after 10 of 100 runs. out keeps these runs."),
        (6, "Stopped after 20 of 100 runs. out keeps these runs."),
    ],
)
def test_stopped_it_says_what_is_there_and_the_command_that_goes_on(written: int, said: str, toll: str, tmp_path: Path) -> None:
    asked = ["run", toll, *RUNS, "--out", "out"]
    process = doing("SIGINT", written, *asked)
    out, err = process.communicate()
    assert process.returncode == 130
    assert err == f"{said} To go on: {shlex.join(['unmask', *asked, '--resume'])}\n"
    assert ("The Toll: " in out) == (written > 1)
    assert call(*asked, "--resume").code == 0
    call(*asked[:-1], "alone")
    assert files(tmp_path / "out") == files(tmp_path / "alone")


def test_stopped_again_it_names_the_same_command(toll: str) -> None:
    asked = ["run", toll, *RUNS, "--out", "out", "--resume"]
    _, err = doing("SIGINT", 4, *asked).communicate()
    assert err.endswith(f"To go on: {shlex.join(['unmask', *asked])}\n")


LITTLE_ROOM = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
from unmask.app.cli import main
from unmask.problems.install import install
main()
"""


def test_without_room_it_says_so_and_goes_on_when_there_is_some(toll: str, tmp_path: Path) -> None:
    asked = ["run", toll, "-n", "1200", "--chunk", "400", "--form", "csv", "--out", "out"]
    short = subprocess.run([sys.executable, "-c", LITTLE_ROOM, *asked], capture_output=True, text=True, encoding="utf-8", check=False)
    assert short.returncode == 1
    assert short.stderr.startswith("out cannot be written to any more: file too large. Stopped after ")
    assert short.stderr.endswith(f"To go on: unmask {shlex.join(asked)} --resume\n")
    assert [entry for entry in os.listdir("out") if entry.endswith(".part")] == []
    assert call(*asked, "--resume").code == 0
    call(*asked[:-1], "alone")
    assert files(tmp_path / "out") == files(tmp_path / "alone")


def test_who_only_reads_what_is_there_does_not_claim_to_have_played_it(toll: str) -> None:
    assert " a second" in call("run", toll, "-n", "100", "--out", "out").out
    assert " a second" not in call("run", toll, "-n", "100", "--out", "out", "--resume").out


def test_a_summary_after_going_on_is_that_of_all_runs(toll: str) -> None:
    plain = call("run", toll, "-n", "100", "--json")
    written = call("run", toll, "-n", "100", "--json", "--out", "out", "--chunk", "30")
    again = call("run", toll, "-n", "100", "--json", "--out", "out", "--resume")
    assert without_seconds(plain) == without_seconds(written) == without_seconds(again)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--resume"], "--resume is about a table. Say with --out DIR where it is to be.\n"),
        (["--tapes"], "--tapes is about a table. Say with --out DIR where it is to be.\n"),
        (["--form", "csv"], "--form is about a table. Say with --out DIR where it is to be.\n"),
        (["--chunk", "7"], "--chunk is about a table. Say with --out DIR where it is to be.\n"),
        (["--out", ""], "The folder has no name. Write --out DIR, and it is made if it is not there.\n"),
        (["--out", "toll.story"], "toll.story is a file, or is said to be in one, and tables need a folder. Choose another name.\n"),
        (["--out", "no/where"], "There is no folder `no` for `where` to be in. Make it first, or choose another place.\n"),
        (["--out", "."], "holds what is no table of unmask: toll.story. Nothing was touched. "),
        (["--out", "x" * 300], "cannot be written to: file name too long. "),
    ],
)
def test_what_cannot_be_is_said_before_a_run_is_played(asked: list[str], said: str, toll: str) -> None:
    answer = call("run", toll, "-n", "10", *asked)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert os.listdir() == ["toll.story"]


@pytest.mark.parametrize("chunk", ["0", "-1", "1048577", "x"])
def test_a_file_has_one_row_or_more_and_not_more_than_fit(chunk: str, toll: str) -> None:
    assert call("run", toll, "-n", "10", "--out", "out", "--chunk", chunk).code == 2
    assert os.listdir() == ["toll.story"]


def test_without_pyarrow_the_command_says_what_to_install(toll: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    answer = call("run", toll, "-n", "10", "--out", "out")
    assert answer.code == 0
    assert answer.err == (f"The tables are written as CSV, since pyarrow is not installed. For Parquet: {install('data')}\n")
    assert call("run", toll, "-n", "10", "--out", "other", "--form", "parquet").code == 2


def test_a_table_is_the_same_in_a_process_of_its_own(toll: str, tmp_path: Path) -> None:
    call("run", toll, "-n", "100", "--out", "here", "--tapes")
    assert outside("run", toll, "-n", "100", "--out", "there", "--tapes", "--workers", "3").returncode == 0
    assert files(tmp_path / "here") == files(tmp_path / "there")


# ── the page about tables ──

PAGE = (Path(__file__).parents[2] / "docs" / "guide" / "tables.md").read_text("utf-8")


def test_the_page_has_every_option_and_no_other() -> None:
    help_ = call("run", "--help").out
    named = set(re.findall(r"`(--[a-z]+)", PAGE))
    assert {"--out", "--resume", "--tapes", "--form", "--chunk"} <= named
    assert [option for option in named if option not in help_] == []


def test_the_columns_on_the_page_are_there() -> None:
    columns = [*heads(sites_of(unmask.load("helmet")), tapes=True), *heads(sites_of(unmask.load("village")))]
    table = PAGE.partition("## Columns")[2].partition("\n\nValues")[0]
    named = [name for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for name in re.findall(r"`([^`]+)`", row)]
    assert len(named) == 10
    assert [name for name in named if name not in columns] == []


def test_the_python_on_the_page_makes_a_table() -> None:
    there: dict[str, Any] = {}
    exec(re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)[0], there)
    assert pyarrow.table(there["runs"]).num_rows == 1_000


def test_the_page_knows_the_files(toll: str) -> None:
    call("run", toll, "-n", "100", "--out", "runs", "--chunk", "50")
    named = set(re.findall(r"^runs/(\S+)", PAGE, re.MULTILINE))
    assert named == set(os.listdir("runs"))
