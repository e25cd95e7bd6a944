"""`unmask find`: what may be looked for, what is said of it, and what leads on to the run."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

import unmask
from tests.app.commands import STORY, Said, call, write
from unmask.analysis import find as finding

LINE = re.compile(r"run (\d+), event (\d+): (.+)")
MOTIF = STORY + "\nmotif cold feet\n  Ada: wait\n  then Ada: wait\n"


@pytest.fixture
def stairs(tmp_path: Path) -> str:
    return write(tmp_path)


def found(*arguments: str) -> Said:
    """What was found. That the reference engine is slow may be said besides."""
    said = call("find", *arguments)
    return said._replace(err="".join(line for line in said.err.splitlines(keepends=True) if "reference engine" not in line))


def test_each_run_that_has_it_is_listed_with_the_event_and_the_ending(stairs: str) -> None:
    said = found(stairs, "Ada: wait", "-n", "30", "--most", "100")
    *lines, share, read = said.out.splitlines()
    listed = [LINE.fullmatch(line) for line in lines]
    assert (said.code, said.err, len(listed)) == (0, "", int(share.partition(" of 30 runs")[0]))
    for line in listed:
        assert line is not None
        run = unmask.load(stairs).run(7, int(line[1]))
        assert (run.events[int(line[2])].label, run.ending) == ("wait", line[3])
    assert listed[0] is not None
    assert read == f"Read the first: unmask tell {stairs} --seed 7 --run {listed[0][1]}"


def test_the_event_is_the_one_that_tell_numbers_so(stairs: str) -> None:
    line = found(stairs, "Ada: wait", "-n", "30", "--seed", "3").out.splitlines()[0]
    _, run, event, _ = re.split(r"run |, event |: ", line)
    told = call("tell", stairs, "--seed", "3", "--run", run, "--events").out.splitlines()
    assert told[int(event)].split(maxsplit=1) == [event, "talk / door / Ada: wait"]


def test_more_runs_are_counted_than_are_listed(stairs: str) -> None:
    said = found(stairs, "scene talk", "-n", "25", "--first", "1_000", "--most", "2")
    assert said.out.splitlines() == [
        "run 1000, event 0: done",
        "run 1001, event 0: done",
        "25 of 25 runs (100.00 %) have it; of all, 86.28 to 100.00 % do (95 % sure).",
        "The first 2 are listed; --most lists more.",
        f"Read the first: unmask tell {stairs} --seed 7 --run 1000",
    ]
    counted = found(stairs, "scene talk", "-n", "25", "--most", "0")
    assert counted.out == "25 of 25 runs (100.00 %) have it; of all, 86.28 to 100.00 % do (95 % sure).\n"


def test_a_motif_is_found_by_its_name_at_the_event_that_completes_it(tmp_path: Path) -> None:
    story = write(tmp_path, MOTIF)
    said = found(story, "cold feet", "-n", "60", "--most", "60")
    listed = {int(line[1]): int(line[2]) for line in map(LINE.fullmatch, said.out.splitlines()) if line is not None}
    waits = [[n for n, event in enumerate(unmask.load(story).run(7, number).events) if event.label == "wait"] for number in range(60)]
    assert listed == {number: at[1] for number, at in enumerate(waits) if len(at) > 1}
    assert 0 < len(listed) < 60
    asked = found(story, "happened(cold feet)", "-n", "60", "--most", "60")
    assert {int(line[1]) for line in map(LINE.fullmatch, asked.out.splitlines()) if line is not None} == set(listed)


def test_nothing_found_is_said_and_is_exit_1_as_with_grep(stairs: str) -> None:
    assert found(stairs, "ending endless", "-n", "20") == (1, "None of 20 runs has it; of all, at most 16.84 % do (95 % sure).\n", "")
    said = found(stairs, "day > 2", "-n", "20", "--json")
    assert (said.code, json.loads(said.out)["found"]) == (1, [])


def test_as_json_it_is_the_same(stairs: str) -> None:
    lines = found(stairs, "Ada: wait", "-n", "30", "--most", "3").out.splitlines()
    said = json.loads(found(stairs, "Ada: wait", "-n", "30", "--most", "3", "--json").out)
    assert [f"run {one['run']}, event {one['event']}: {one['ending']}" for one in said["found"]] == lines[:3]
    assert (said["looked_for"], said["seed"], said["first"], said["runs"]) == ("Ada: wait", 7, 0, 30)
    assert lines[3].startswith(f"{said['have_it']} of 30 runs")
    low, high = said["interval"]
    assert 0 < low < said["have_it"] / 30 < high < 1


@pytest.mark.parametrize(
    ("what", "title", "note"),
    [
        ("", "THIS LINE STOPS TOO EARLY", "a number, a name"),
        ("day >", "THIS LINE STOPS TOO EARLY", "a number, a name"),
        ("dya > 1", "THERE IS NO FIELD, FACT OR VALUE CALLED `dya`", "Did you mean `day`?"),
        ("day", "THIS IS NOT SOMETHING THAT IS TRUE OR FALSE", "Compare it"),
        ("day > 1 day", "I CANNOT READ ON FROM", ""),
        ("Ada: sing", "ADA NEVER HAS THE CHOICE TO `sing`", "`knock` and `wait`"),
        ("Bo: knock", "BO NEVER HAS THE CHOICE TO `knock`", ""),
        ("Eve: knock", "NOBODY IS CALLED `Eve` HERE", "write `Ada: knock`"),
        ("knock", "`knock` IS SOMETHING TO CHOOSE", "`Ada: knock`"),
        ("dor / knock", "THERE IS NO MOMENT CALLED `dor`", "`door`"),
        ("scene", "THIS LINE STOPS TOO EARLY", "the scene's name"),
        ("scene tlak", "THERE IS NO SCENE CALLED `tlak`", "`talk`"),
        ("talk", "`talk` IS THE NAME OF A SCENE", "`scene talk`"),
        ("done", "`done` IS THE NAME OF AN ENDING", "`ending done`"),
        ("ending don", "THERE IS NO ENDING CALLED `don`", "`done`"),
        ("ending done and day > 1", "I CANNOT READ ON FROM `and`", ""),
        ("cold foot", "THERE IS NO FIELD, FACT OR VALUE CALLED `cold foot`", ""),
        ("cold feet is 1", "THERE IS NO FIELD, FACT OR VALUE CALLED `cold feet`", ""),
        ("happened(Ada: sing)", "ADA NEVER HAS THE CHOICE TO `sing`", ""),
        ("happened(cold foot)", "THERE IS NO MOTIF CALLED `cold foot`", "`cold feet`"),
        ("was(day) > 1", "IS FOR TELLING", ""),
        ("“day”", "NOT SOMETHING THAT IS TRUE OR FALSE", "`day > 0`"),
        ("(" * 60, "", ""),
        (" or ".join(["day > 1"] * 300), "", ""),
        ("day > 99999999999", "", ""),
    ],
)
def test_what_makes_no_sense_is_shown_as_it_was_typed(tmp_path: Path, what: str, title: str, note: str) -> None:
    said = found(write(tmp_path, MOTIF), what, "-n", "5")
    assert (said.code, said.out) == (2, "")
    assert title.lower() in said.err.lower()
    assert note in said.err.replace("\n", " ")
    shown = "".join(sign if sign.isprintable() else "·" for sign in what)
    assert (f"1 | {shown}\n" if len(what) < 60 else "1 | ") in said.err
    assert said.err.endswith("what to look for: 1 problem\n")


def test_the_page_shows_what_there_is() -> None:
    page = (Path(__file__).parents[2] / "docs" / "guide" / "find.md").read_text("utf-8")
    shown = page.partition("$ unmask ")[2].partition("```")[0]
    asked, _, answer = shown.partition("\n")
    assert call(*shlex.split(asked)).out == answer
    for what in re.findall(r"^\| `(.*?)` \|", page, re.MULTILINE):
        if what != "chance: rain":  # of another story
            assert unmask.load("helmet").watch(what) != (None, None)


def test_a_belief_that_nothing_can_change_is_told(tmp_path: Path) -> None:
    shown = STORY.replace("person Ada (she)\n", "person Ada (she)\n  feels cold: 0..3 = 2\n  feels tired: 0..3 = 2\n  shows cold\n")
    path = write(tmp_path, shown)
    assert found(path, "seems(Bo, Ada.cold) is 2", "-n", "5").err == ""
    said = found(path, "seems(Bo, Ada.tired) is 2", "-n", "5")
    assert (said.code, said.err) == (1, "Nothing shows Ada.tired to Bo, so what Bo takes it for never changes.\n")


def test_a_small_share_is_more_than_nothing(stairs: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "find", lambda *_: iter([finding.Batch(10**6, 1, (finding.Found(3, 4, "done"),))]))
    assert found(stairs, "wet", "-n", "5").code == 2  # there is no such fact, whatever is found
    share = found(stairs, "day > 1", "-n", "1_000_000").out.splitlines()[1]
    assert share == "1 of 1,000,000 runs (0.0001 %) has it; of all, 0.000003 to 0.0006 % do (95 % sure)."


def test_a_line_break_in_what_was_typed_is_a_space(stairs: str) -> None:
    assert found(stairs, " day\n> 1 ", "-n", "5").code == 0


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("-n", "0"), "at least 1 run"),
        (("-n", "-3"), "at least 1 run"),
        (("-n", "1e6"), "no number of runs"),
        (("-n", "1" + "0" * 18), "at most"),
        (("--first", "-1"), "first run"),
        (("--first", str(2**63 - 2)), "no run after"),
        (("--most", "-1"), "-1"),
        (("--seed", "-1"), "-1"),
    ],
)
def test_numbers_that_make_no_sense_are_exit_2(stairs: str, options: tuple[str, ...], words: str) -> None:
    said = found(stairs, "day > 1", *options)
    assert (said.code, said.out) == (2, "")
    assert words in said.err


def test_after_ctrl_c_there_is_what_was_found_until_then(stairs: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = finding.find

    def halfway(*arguments: Any) -> Any:
        yield next(whole(*arguments))
        raise KeyboardInterrupt

    monkeypatch.setattr(finding, "find", halfway)
    said = found(stairs, "scene talk", "-n", "1_000_000", "--most", "1")
    assert said.code == 130
    runs = re.search(r"Stopped after ([\d,]+) of 1,000,000 runs", said.err)
    assert runs is not None
    assert f"{runs[1]} of {runs[1]} runs (100.00 %)" in said.out
    stopped = json.loads(found(stairs, "scene talk", "-n", "1_000_000", "--most", "1", "--json").out)
    assert stopped["runs"] == int(runs[1].replace(",", ""))
