"""The command `run`: a million runs on one screen, or a few, or none and the reason."""

import io
import json
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import unmask
from tests.app.commands import STORY, Said, call, outside, write
from tests.app.schema import faults
from tests.docs.examples import examples
from unmask.analysis.odds import interval
from unmask.analysis.simulate import Reference
from unmask.app.progress import Progress, in_words
from unmask.app.width import width
from unmask.world.sites import Sites

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "reference" / "run.schema.json").read_text("utf-8"))
STUCK = """\
title "The Gate 雨"
fact day: 0..30
fact far: 0..900
fact gap means (far - 450) * (far - 450)
person Ada (she)
  feels fear: none | some | all = all
person Bo (he)
scene talk with Ada, Bo
  when day < 3
  moment door: Ada
    * knock
      ~ fear = none
      -> end
    * kick it and shout until somebody opens the door or the neighbours come down in their slippers to ask what the matter is
      -> hall
    * leave by the window
      if day is 30
      -> end
  moment hall
    -> end if day < 1
meanwhile
  ~ day += 1
  ~ far += day * 10
ending morning when day is 30
"""


@pytest.fixture
def stuck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, STUCK, "the gate.story")
    return "the gate.story"


def a_terminal_of(columns: int, rows: int, patch: pytest.MonkeyPatch) -> None:
    patch.setenv("COLUMNS", str(columns))
    patch.setenv("LINES", str(rows))


def data_of(said: Said) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(said.out)
    return found


def without_haste(data: dict[str, Any]) -> dict[str, Any]:
    """What must not depend on how it was played."""
    return {name: value for name, value in data.items() if name not in ("seconds", "engine", "engine_why")}


# ── the screen ──


def test_a_story_played_many_times_is_told_on_one_screen(stuck: str) -> None:
    said = call("run", stuck, "-n", "200", "--seed", "5")
    assert (said.code, said.err) == (0, "")
    runs = unmask.load(stuck).simulate(200, seed=5)
    lines = said.out.splitlines()
    assert lines[0] == "The Gate 雨: 200 runs under seed 5 (runs 0 to 199)"
    assert re.fullmatch(r"(compiled|reference) engine, [\d,.]+ s.*", lines[1])
    dead, first = runs.endings["dead end"], runs.ended("dead end").first
    low, high = runs.ended("dead end").interval
    assert f"  dead end{dead:>28}{dead / 2:>9.2f}   {100 * low:.2f} and {100 * high:.2f}" in lines
    assert "  never: morning" in lines
    assert f"dead end, first in run {first}: unmask tell 'the gate.story' --seed 5 --run {first}" in lines
    assert "1 of 3 options was never chosen" in lines
    assert "  talk / door / Ada: leave by the window (the gate.story, line 16)" in lines
    none = runs.finals("Ada.fear")["Ada.fear"].values["none"]
    assert any(re.fullmatch(rf"  Ada.fear .*\bnone {none / 2:.0f} %.*", line) for line in lines)
    assert any(re.fullmatch(r"  gap .*[\d,]+ to [\d,]+, in the mean [\d,.]+", line) for line in lines)


def test_the_command_that_is_offered_tells_such_a_run(stuck: str) -> None:
    found = re.findall(r"^(dead end|unresolved), first in run \d+: unmask (.*)$", call("run", stuck, "-n", "50").out, re.MULTILINE)
    assert [name for name, _ in found] == ["dead end", "unresolved"]
    for name, command in found:
        assert f"      {name}" in call(*shlex.split(command), "--events").out


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (60, 30), (132, 50)])
@pytest.mark.parametrize("story", ["helmet", "village"])
def test_it_fits_on_the_screen_and_counts_what_does_not(story: str, columns: int, rows: int, monkeypatch: pytest.MonkeyPatch) -> None:
    a_terminal_of(columns, rows, monkeypatch)
    lines = call("run", story, "-n", "40").out.splitlines()
    assert len(lines) < rows
    assert max(map(width, lines)) <= columns
    variables = list(unmask.load(story).simulate(1).finals())
    shown = lines[lines.index("AT THE END") + 1 :]
    names = [name for name in variables if any(line.startswith(f"  {name} ") for line in shown)]
    (more,) = (int(line.split()[0]) for line in shown if line.endswith("more; --all shows them"))
    assert more + len(names) == len(variables)
    assert any("." in name for name in names), "somebody is among them"
    everything = call("run", story, "-n", "40", "--all").out
    assert "--all" not in everything
    assert all(f"\n  {name} " in everything for name in variables)


def test_a_line_that_is_too_wide_loses_its_end_and_a_command_does_not(stuck: str, monkeypatch: pytest.MonkeyPatch) -> None:
    a_terminal_of(44, 60, monkeypatch)
    lines = call("run", stuck, "-n", "50").out.splitlines()
    commands = [line for line in lines if "unmask tell" in line]
    assert len(commands) == 2
    assert all(re.search(r"--run \d+$", line) for line in commands)
    assert max(width(line) for line in lines if line not in commands) <= 44
    assert any(line.endswith("…") for line in lines)


def test_a_run_of_its_own_is_told_so(stuck: str) -> None:
    assert "1 run under seed 7 (run 0)" in call("run", stuck, "-n", "1").out


def test_a_path_cannot_send_signs_to_the_terminal(tmp_path: Path) -> None:
    path = write(tmp_path, STUCK, "the\x1b[31mgate.story")
    said = call("run", path, "-n", "30")
    assert said.code == 0
    assert "\x1b" not in said.out + said.err


# ── JSON ──


@pytest.mark.parametrize("story", ["helmet", "village"])
def test_the_json_is_what_its_schema_says(story: str) -> None:
    said = call("run", story, "-n", "30", "--json")
    assert said.err == ""
    data = data_of(said)
    assert list(faults(SCHEMA, data)) == []
    assert (data["runs"], data["seed"], data["version"], sum(data["endings"].values())) == (30, 7, unmask.__version__, 30)
    assert set(data) == set(SCHEMA["required"]) == set(SCHEMA["properties"]) - {"coverage"}


def test_the_schema_would_not_let_everything_pass(stuck: str) -> None:
    data = data_of(call("run", stuck, "-n", "30", "--json"))
    assert list(faults(SCHEMA, data)) == []
    for wrong in (
        {"endings": {"morning": -1}},
        {"events": {"least": 1}},
        {"intervals": {"morning": [0]}},
        {"motifs": {"slow": {"runs": 1}}},
        {"finals": {"day": {"type": "word", "for_scene": False, "computed": False}}},
        {"seed": "7"},
        {"mood": 1},
    ):
        assert list(faults(SCHEMA, data | wrong)) != []
    del data["runs"]
    assert list(faults(SCHEMA, data)) == ["$ has no runs"]


def test_the_json_has_what_the_runs_came_to(stuck: str) -> None:
    data = data_of(call("run", stuck, "-n", "60", "--seed", "5", "--json"))
    world = unmask.load(stuck)
    runs = world.simulate(60, seed=5)
    assert list(data["endings"].items()) == list(runs.endings.items())
    assert (data["title"], data["file"], data["fingerprint"]) == ("The Gate 雨", "the gate.story", world.fingerprint)
    assert data["events"] == runs.events._asdict()
    assert data["scenes"] == runs.scenes._asdict()
    assert data["first_runs"] == {name: runs.ended(name).first for name, count in runs.endings.items() if count}
    for name, (low, high) in data["intervals"].items():
        assert (low, high) == pytest.approx(runs.ended(name).interval, abs=1e-11)
    assert data["finals"]["Ada.fear"]["values"] == runs.finals()["Ada.fear"].values
    assert data["finals"]["gap"].keys() == {"type", "for_scene", "computed", "least", "mean", "most"}
    assert data["never_chosen"] == [{"scene": "talk", "moment": "door", "who": "Ada", "label": "leave by the window", "line": 16}]


def test_motifs_are_counted_on_the_screen_and_as_json(monkeypatch: pytest.MonkeyPatch) -> None:
    world = unmask.load("village")
    runs = world.simulate(80, seed=5)
    assert list(runs.motifs) == [motif.name for motif in world.model.motifs]
    data = data_of(call("run", "village", "-n", "80", "--seed", "5", "--json"))
    assert {name: had["runs"] for name, had in data["motifs"].items()} == {name: had.runs for name, had in runs.motifs.items()}
    for name, had in runs.motifs.items():
        listed = world.find(name, 80, seed=5)
        assert had.runs == sum(1 for _ in listed)
        assert had.interval == pytest.approx(interval(had.runs, 80))
        assert data["motifs"][name]["interval"] == pytest.approx(had.interval, abs=1e-11)
    whole = call("run", "village", "-n", "80", "--seed", "5", "--all").out
    section = whole.partition("\nMOTIFS ")[2].partition("\n\n")[0].splitlines()[1:]
    assert [line.split("  ")[1] for line in section] == list(runs.motifs)
    a_terminal_of(80, 24, monkeypatch)
    (line,) = [line for line in call("run", "village", "-n", "80", "--seed", "5").out.splitlines() if line.startswith("motifs ")]
    share = runs.motifs["two of a kind"].runs / 80
    assert line.split("motifs")[1].strip().startswith(f"two of a kind {100 * share:.0f} %, ")


def test_workers_change_nothing() -> None:
    one, *others = (without_haste(data_of(call("run", "helmet", "-n", "50", "--json", "--workers", str(n)))) for n in (1, 2, 5))
    assert others == [one, one]


# ── what is asked for ──


def test_a_number_of_runs_may_be_written_as_people_write_it(stuck: str) -> None:
    written = [without_haste(data_of(call("run", stuck, "-n", n, "--json"))) for n in ("1000", "1_000", "1,000")]
    assert [data["runs"] for data in written] == [1000, 1000, 1000]
    assert written[0] == written[1] == written[2]


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("0", "at least 1 run to play, not 0"),
        ("-5", "at least 1 run to play, not -5"),
        ("1000000000000000000", "1,000,000,000,000,000,000 runs would take"),
        ("9" * 5000, "runs would take"),
        ("abc", "'abc' is no number of runs"),
        ("1e6", "'1e6' is no number of runs"),
        ("1,00", "'1,00' is no number of runs"),
        ("1.5", "'1.5' is no number of runs"),
        ("", "'' is no number of runs"),
        ("١٠", "is no number of runs"),
    ],
)
def test_a_number_that_makes_no_sense_is_refused_with_a_reason(stuck: str, number: str, why: str) -> None:
    said = call("run", stuck, "-n", number)
    assert (said.code, said.out) == (2, "")
    assert why in said.err
    assert "Traceback" not in said.err


def test_it_says_how_long_too_many_would_take(stuck: str) -> None:
    assert re.search(r"would take [\d,]+ years, at the [\d,]+ in a second", call("run", stuck, "-n", str(10**18)).err)


@pytest.mark.parametrize("workers", ["0", "-1", "65", "two"])
def test_workers_that_make_no_sense_are_refused(stuck: str, workers: str) -> None:
    said = call("run", stuck, "-n", "3", "--workers", workers)
    assert (said.code, said.out) == (2, "")
    assert "--workers" in said.err


def test_a_story_with_problems_is_not_played(tmp_path: Path) -> None:
    said = call("run", write(tmp_path, STORY.replace("day > 0", "dya > 0")), "-n", "5")
    assert (said.code, said.out) == (1, "")
    assert "dya" in said.err


def test_results_go_to_stdout_alone(stuck: str) -> None:
    ran = outside("run", stuck, "-n", "40", "--json")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert without_haste(json.loads(ran.stdout)) == without_haste(data_of(call("run", stuck, "-n", "40", "--json")))


def test_it_needs_nothing_that_is_not_installed_with_it() -> None:
    script = (
        "import sys\n"
        "for name in ('pyarrow', 'llvmlite', 'numpy', 'pandas', 'distributed', 'altair'): sys.modules[name] = None\n"
        "import unmask\n"
        "print(unmask.load('helmet').simulate(20).endings)\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert ran.stderr == ""
    assert ran.stdout == f"{unmask.load('helmet').simulate(20).endings}\n"


def test_the_python_of_the_page_runs() -> None:
    (block,) = (block for block in examples("guide/run.md") if block.sort == "python")
    exec(block.text.replace("1_000", "20"), {})


# ── stopping it ──


class Slow(Reference):
    """The reference engine in small pieces."""

    piece = 10

    def __init__(self, sites: Sites, _: int = 0) -> None:
        super().__init__(sites, "to see it move")


def stop_after(runs: int, patch: pytest.MonkeyPatch) -> None:
    """Ctrl-C, when so many runs are done."""
    heard = Progress.done

    def done(self: Progress, more: int) -> None:
        heard(self, more)
        if self.count >= runs:
            raise KeyboardInterrupt

    patch.setattr("unmask.runs.engine_for", Slow)
    patch.setattr(Progress, "done", done)


def test_stopped_halfway_it_shows_what_was_played_and_says_that_it_is_not_all(stuck: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = call("run", stuck, "-n", "30").out.splitlines()
    stop_after(30, monkeypatch)
    said = call("run", stuck, "-n", "5000")
    assert (said.code, said.err) == (130, "Stopped after 30 of 5,000 runs.\n")
    lines = said.out.splitlines()
    assert lines[0] == "STOPPED after 30 of 5,000 runs. This is what those came to:"
    found, wanted = lines.index(""), whole.index("")
    assert lines[found : found + 9] == whole[wanted : wanted + 9]
    assert "30 runs under seed 7 (runs 0 to 29)" in lines[1]


def test_stopped_halfway_no_json_is_written(stuck: str, monkeypatch: pytest.MonkeyPatch) -> None:
    stop_after(30, monkeypatch)
    assert call("run", stuck, "-n", "5000", "--json") == (130, "", "Stopped after 30 of 5,000 runs; no JSON was written.\n")


def test_stopped_before_the_first_run_nothing_is_shown(stuck: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("unmask.runs.Runs.play", stopped)
    assert call("run", stuck, "-n", "50") == (130, "", "Stopped after 0 of 50 runs.\n")


def test_ctrl_c_in_a_terminal_is_heard(stuck: str) -> None:
    # The first line says that it is at work; only then is it interrupted.
    script = (
        "import unmask.runs, unmask.app.progress as p\n"
        "from unmask.analysis.simulate import Reference\n"
        "from unmask.app.cli import main\n"
        "unmask.runs.engine_for = lambda sites, runs=0: Reference(sites)\n"
        "done = p.Progress.done\n"
        "p.Progress.done = lambda self, runs: (done(self, runs), self.count == runs and print('playing', flush=True))[0]\n"
        "main()\n"
    )
    command = [sys.executable, "-c", script, "run", stuck, "-n", "900_000_000"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "playing\n"
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert running.returncode == 130
    stopped = re.fullmatch(r"(?:.* left\n)*Stopped after ([\d,]+) of 900,000,000 runs\.\n", err)
    assert stopped, err
    assert out.startswith(f"STOPPED after {stopped[1]} of 900,000,000 runs.")


# ── progress ──


class Clock:
    """A clock that somebody else moves."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_where_it_is_piped_nothing_says_how_far_it_is() -> None:
    said, clock = io.StringIO(), Clock()
    with Progress(10_000, said, clock) as progress:
        for _ in range(99):
            clock.now += 0.5
            progress.done(100)
    assert said.getvalue() == ""
    assert progress.count == 9_900


@pytest.mark.parametrize("stream", [io.StringIO, Terminal])
def test_nothing_is_said_of_what_is_soon_over(stream: type[io.StringIO]) -> None:
    said, clock = stream(), Clock()
    with Progress(1000, said, clock) as progress:
        for _ in range(10):
            clock.now += 0.04
            progress.done(100)
    assert said.getvalue() == ""


def test_on_a_terminal_a_bar_has_the_rate_and_the_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    a_terminal_of(100, 24, monkeypatch)
    said, clock = Terminal(), Clock()
    with Progress(10_000, said, clock) as progress:
        clock.now += 10
        progress.done(2500)
    shown = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", said.getvalue())
    assert "2500/10000 250 a second, 30 s left" in shown
    assert said.getvalue().rstrip("\n").endswith("\x1b[2K"), "it goes away afterwards"


def test_a_terminal_that_can_do_nothing_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    said, clock = Terminal(), Clock()
    with Progress(10_000, said, clock) as progress:
        clock.now += 10
        progress.done(2500)
    assert said.getvalue() == ""


def test_that_nobody_listens_to_progress_stops_nothing() -> None:
    class Closed(io.StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError

    clock = Clock()
    with Progress(10_000, Closed(), clock) as progress:
        clock.now += 10
        progress.done(2500)
    assert progress.count == 2500


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "1 s"), (59, "59 s"), (60, "about 1 minute"), (150, "about 2 minutes"), (7200, "about 2 hours"), (864_000, "about 10 days")],
)
def test_time_is_told_as_roughly_as_one_wants_to_know_it(seconds: float, words: str) -> None:
    assert in_words(seconds) == words
