"""`unmask ask`: runs on demand, told or listed, as tapes and as JSON; and what is said where there are none."""

import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import unmask
from tests.app.commands import STORY, call, write
from tests.app.schema import faults
from unmask.kernel import machine
from unmask.kernel.from_world import CannotCompile

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "reference" / "ask.schema.json").read_text("utf-8"))
MORE = STORY + "\nmotif cold feet\n  Ada: wait\n  then Ada: wait\n"


@pytest.fixture
def stairs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    write(tmp_path, MORE)
    monkeypatch.chdir(tmp_path)
    return "stairs.story"


def examples() -> list[tuple[list[str], str]]:
    """The commands of the page, with what it shows of each."""
    page = (ROOT / "docs" / "guide" / "ask.md").read_text("utf-8")
    blocks = re.findall(r"^```\n\$ unmask (.*?)\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    return [([quoted or word for quoted, word in re.findall(r'"([^"]*)"|(\S+)', command)], shown) for command, shown in blocks]


@pytest.mark.parametrize(("arguments", "shown"), examples(), ids=lambda value: value[-1] if isinstance(value, list) else "")
def test_the_page_shows_what_there_is(stairs: str, arguments: list[str], shown: str) -> None:
    assert call(*arguments).out == shown


def test_the_python_on_the_page_runs(stairs: str) -> None:
    page = (ROOT / "docs" / "guide" / "ask.md").read_text("utf-8")
    exec(page.partition("```python\n")[2].partition("```")[0], {})


def test_told_runs_are_told_as_their_tapes_are(stairs: str, tmp_path: Path) -> None:
    said = call("ask", stairs, "Ada: wait", "--tell", "--side", "Bo", "--tapes", str(tmp_path / "kept"))
    assert said.code == 0
    assert said.out == call("replay", stairs, str(tmp_path / "kept" / "0.tape")).out
    assert "from Bo's side" in said.out


def test_several_are_told_each_under_its_number_and_kept_each_in_a_file(stairs: str, tmp_path: Path) -> None:
    said = call("ask", stairs, "Ada: wait", "--count", "3", "--first", "4", "--tell", "--tapes", str(tmp_path / "kept"))
    assert re.findall(r"^run (\d+): done, 2 scenes, 5 events$", said.out, re.MULTILINE) == ["4", "5", "6"]
    assert sorted(path.name for path in (tmp_path / "kept").iterdir()) == ["4.tape", "5.tape", "6.tape"]
    for number in (4, 5, 6):
        assert call("replay", stairs, str(tmp_path / "kept" / f"{number}.tape")).out in said.out


def test_a_tape_is_not_written_over_what_is_none(stairs: str, tmp_path: Path) -> None:
    (tmp_path / "0.tape").write_text("my shopping list")
    said = call("ask", stairs, "Ada: wait", "--tapes", str(tmp_path))
    assert said.code == 2
    assert (tmp_path / "0.tape").read_text() == "my shopping list"


@pytest.mark.parametrize("more", [("--count", "5"), ("--likeliest",)])
def test_json_is_what_the_schema_says_and_holds_tapes_that_replay(stairs: str, more: tuple[str, ...]) -> None:
    said = call("ask", stairs, "cold feet", "--json", *more)
    data = json.loads(said.out)
    assert list(faults(SCHEMA, data)) == []
    assert data["p"] == pytest.approx(1 / 15, abs=1e-12)
    for run in data["runs"]:
        again = unmask.load(stairs).replay(run["tape"])
        assert not again.strayed
        assert [event.label for event in again.events if event.who == "Ada"] == ["wait", "wait"]
    if "--likeliest" in more:
        assert data["runs"][0]["odds"] == ["1", "15"]


def test_what_never_happens_is_exit_1_with_the_proof(stairs: str) -> None:
    said = call("ask", stairs, "ending unresolved", "--json")
    assert said.code == 1
    assert list(faults(SCHEMA, json.loads(said.out))) == []
    assert json.loads(said.out)["never"] == "all 6 states were gone through"
    assert call("ask", stairs, "ending unresolved", "--likeliest").code == 1
    assert call("ask", stairs, "ending endless").code == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("cold foot",), "unknown-name"),
        (("Ada: wait", "--count", "0"), "1 run or more"),
        (("Ada: wait", "--count", "2", "--likeliest"), "leave out --count"),
        (("Ada: wait", "--json", "--tell"), "leave out --json"),
        (("Ada: wait", "--side", "Bo"), "say --tell too"),
        (("Ada: wait", "--tell", "--side", "Cy"), "nobody called 'Cy'"),
        (("day is 2", "--likeliest"), "with `when` under its event"),
        (("cold feet", "--budget", "2"), "unmask find stairs.story 'cold feet'"),
    ],
)
def test_what_makes_no_sense_or_is_too_much_is_exit_2_with_a_way_on(stairs: str, arguments: tuple[str, ...], words: str) -> None:
    said = call("ask", stairs, *arguments)
    assert said.code == 2
    assert words.lower() in said.err.lower()


def test_past_the_budget_it_is_said_how_far_it_came_and_that_it_proves_nothing(stairs: str) -> None:
    said = call("ask", stairs, "cold feet", "--budget", "2")
    assert (said.code, said.out) == (2, "")
    assert re.search(r"more than 2 states\. \d+ states gone through, 100 % of all luck still under way: that proves nothing", said.err)


def test_without_a_compiled_engine_that_is_said(stairs: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise CannotCompile("there is no compiler here")

    monkeypatch.setattr(machine, "machine_code", refuse)
    said = call("ask", stairs, "cold feet")
    assert (said.code, said.err) == (2, "Nothing can be gone through here: there is no compiler here.\n")


def test_whoever_stops_it_hears_how_far_it_came(tmp_path: Path) -> None:
    path = write(tmp_path, MORE)
    command = [sys.executable, "-m", "unmask", "ask", path, "Ada: wait", "--count", "1_000_000"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        while not process.stdout.readline().startswith("run 50"):
            pass
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert re.search(r"Stopped after [\d,]+ of 1,000,000 runs\.", said)
    assert "Traceback" not in said


def test_from_python_it_is_the_same(stairs: str) -> None:
    world = unmask.load(stairs)
    runs = list(world.ask("cold feet", count=3))
    assert [(run.number, run.ending, run.strayed) for run in runs] == [(0, "done", ""), (1, "done", ""), (2, "done", "")]
    assert list(world.ask("ending unresolved")) == []
    best = world.likeliest("Ada: wait")
    assert best is not None
    assert best.ending == "done"
    with pytest.raises(unmask.CannotAsk, match="more than 2 states"):
        world.ask("cold feet", budget=2)
    with pytest.raises(unmask.StoryProblems):
        world.ask("cold foot")
