"""`unmask odds` and `unmask check --promises`: what may be asked, what is answered, and what is said where nothing can be."""

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.analysis.shut_out import SHUT
from tests.app.commands import STORY, call, write
from tests.app.schema import faults
from unmask.analysis import estimate, explored, promises
from unmask.app import odds
from unmask.kernel.from_world import CannotCompile

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "reference" / "odds.schema.json").read_text("utf-8"))
MORE = STORY + "\nmotif cold feet\n  Ada: wait\n  then Ada: wait\n"


@pytest.fixture
def stairs(tmp_path: Path) -> str:
    return write(tmp_path, MORE)


@pytest.fixture
def few_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(estimate, "RUNS", 5_000)


def test_the_page_shows_what_there_is(stairs: str) -> None:
    page = (ROOT / "docs" / "guide" / "odds.md").read_text("utf-8")
    shown = page.partition('"day is 2"\n')[2].partition("```")[0].splitlines()
    said = call("odds", stairs, "Ada: wait", "ending done", "day is 2").out.splitlines()
    assert [re.sub(r"\d+", "N", line) for line in said[:2]] == [re.sub(r"\d+", "N", line) for line in shown[:2]]
    assert said[2:] == shown[2:]


def test_a_story_that_may_never_end_is_known_to_the_last_digit(tmp_path: Path) -> None:
    story = write(
        tmp_path, f"{SHUT}\npromise every story ends\npromise 1 to 9 scenes on average\npromise in at least 50% of stories: shut out\n"
    )
    said = call("odds", story)
    for line in (
        "  ending home        33.3333333333 %  exact",
        "  at the wall  66.6666666667 %  exact",
        "  a story ends  33.3333333333 %  exact",
        "  no end of scenes on average: some stories go on for ever, and that is proved",
        "      for ever  wall / night / Nan: knock (stairs.story, line 23)",
    ):
        assert line in said.out.splitlines()
    found = json.loads(call("odds", story, "--json").out)
    assert list(faults(SCHEMA, found)) == []
    assert (found["scenes"]["mean"], found["options"][-1]["mean"], found["complete"]) == (None, None, True)
    judged = call("check", story, "--promises").out
    for words in (
        "33.3333333333 %, exact",
        "It does not end:",
        "no end of scenes: some stories go on for ever",
        "16.67 percentage points inside",
    ):
        assert words in judged


def test_without_a_question_everything_is_said(stairs: str) -> None:
    said = call("odds", stairs)
    assert (said.code, said.err) == (0, "")
    for line in (
        "  ending done        always, and that is proved",
        "  ending unresolved  never, and that is proved",
        "  cold feet  6.6666666667 %  exact",
        "  every story ends  always, and that is proved: day goes on after every scene, and when it is 2 the story is over; "
        "no scene goes round for ever",
        "  2 scenes on average  exact",
        "       1.46667  talk / door / Ada: knock (stairs.story, line 12)",
    ):
        assert line in said.out.splitlines()


def test_a_budget_may_be_of_memory(stairs: str, few_runs: None) -> None:
    """A process holds more than 4 MB before anything is gone through, and a small story needs less than 4 GB."""
    little, enough = (json.loads(call("odds", stairs, "cold feet", "--json", "--budget", size).out) for size in ("4 MB", "4GiB"))
    assert (little["complete"], little["memory"], little["answers"][0]["kind"]) == (False, 4_000_000, "estimate")
    assert (enough["complete"], enough["memory"], enough["answers"][0]["kind"]) == (True, 4 << 30, "exact")
    assert list(faults(SCHEMA, little)) == []
    for words in (("cold feet", "--player", "Ada"), ("--exact",)):
        assert "give --budget without a unit" in call("odds", stairs, *words, "--budget", "2GB").err
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(odds, "held", lambda: None)
        assert "cannot be seen on this system" in call("odds", stairs, "--budget", "2GB").err


@pytest.mark.parametrize("budget", ["20_000_000", "1"])
@pytest.mark.parametrize("questions", [(), ("Ada: wait", "day > 1"), ("cold feet", "--given", "Ada: wait")])
def test_json_is_what_the_schema_says(stairs: str, few_runs: None, questions: tuple[str, ...], budget: str) -> None:
    said = call("odds", stairs, *questions, "--json", "--no-cache", "--budget", budget)
    assert list(faults(SCHEMA, json.loads(said.out))) == []
    assert json.loads(said.out)["complete"] == (budget != "1")


def test_an_estimate_is_called_one_and_says_how_far_it_came(stairs: str, few_runs: None) -> None:
    said = call("odds", stairs, "Ada: wait", "--budget", "1").out
    assert "not every way gone through" in said
    assert "of all luck was still under way" in said
    assert "estimates are from 5,000 runs under seed 7, and 99.9 % sure" in said
    found = re.search(r"Ada: wait +([\d.]+) %  estimate, between ([\d.]+) and ([\d.]+)", said)
    assert found is not None
    assert float(found[2]) <= 46.6667 <= float(found[3])


def test_odds_of_the_stories_given_are_those_of_both_divided_by_theirs(stairs: str) -> None:
    said = call("odds", stairs, "cold feet", "--given", "Ada: wait", "--json").out
    assert json.loads(said)["answers"][0]["p"] == pytest.approx((1 / 15) / (7 / 15), abs=1e-12)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("day > 0", "--given", "Ada: wait"), "only motifs and events"),
        (("Ada: wait", "--given", "day > 0"), "has to be a motif or an event"),
        (("Ada: wait", "--given", "ending unresolved"), "proved never to happen"),
        (("Ada: sing",), "never has the choice"),
        (("cold hands",), "cold hands"),
        (("--budget", "0"), "no number of states"),
        (("--budget", "many"), "no number of states"),
        (("--budget", "2 elephants"), "no number of states"),
    ],
)
def test_what_makes_no_sense_is_exit_2(stairs: str, arguments: tuple[str, ...], words: str) -> None:
    said = call("odds", stairs, *arguments)
    assert (said.code, said.out) == (2, "")
    assert words.lower() in said.err.replace("\n", " ").lower()


def test_after_ctrl_c_it_says_how_far_it_came_and_calls_that_no_proof(stairs: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = explored.sweep

    def stopped(*arguments: Any) -> None:
        whole(*arguments)
        raise KeyboardInterrupt

    monkeypatch.setattr(explored, "sweep", stopped)
    for arguments in (("odds", stairs, "--no-cache"), ("check", stairs.replace("stairs", "kept"), "--promises")):
        Path(stairs.replace("stairs", "kept")).write_text(MORE + "promise in at least 1% of stories: cold feet\n", "utf-8")
        said = call(*arguments)
        assert (said.code, said.out) == (130, "")
        assert "states gone through" in said.err
        assert "Stopped" in said.err


def test_without_a_compiled_engine_there_is_an_estimate_and_it_is_said_why(stairs: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def cannot(*_: object, **__: object) -> None:
        raise CannotCompile('llvmlite is not there: python -m pip install "unmask"')

    monkeypatch.setattr("unmask.kernel.build.Compiled", cannot)
    monkeypatch.setattr(explored, "Graph", cannot)
    monkeypatch.setattr(estimate, "RUNS_IF_SLOW", 200)
    said = call("odds", stairs, "Ada: wait")
    assert said.code == 0
    assert "python -m pip install" in said.err
    assert "estimates are from 200 runs" in said.out
    assert json.loads(call("odds", stairs, "Ada: wait", "--json").out)["answers"][0]["kind"] == "estimate"


# ── promises ──


KEPT = (
    MORE
    + "promise every story ends\npromise in 5% to 10% of stories: cold feet\npromise Ada can reach in at least 50% of stories: cold feet\n"
)


def test_kept_promises_are_exit_0(tmp_path: Path) -> None:
    said = call("check", write(tmp_path, KEPT), "--promises")
    assert (said.code, said.err) == (0, "")
    assert re.findall(r"^(PASSED|BROKEN|UNDECIDED) ", said.out, re.MULTILINE) == [
        "PASSED",
        "PASSED",
        "PASSED",
    ]
    assert "6.6666666667 %, exact; 1.667 percentage points inside its bounds" in said.out


def test_a_broken_promise_is_exit_1_with_a_run_to_read(tmp_path: Path) -> None:
    path = write(tmp_path, KEPT + "promise never: Ada: wait\n")
    said = call("check", path, "--promises")
    assert said.code == 1
    assert "BROKEN    line" in said.out
    tape = tmp_path / "against.tape"
    lines = said.out[said.out.index("unmask tape 1") :].splitlines()
    tape.write_text("".join(f"{line.strip()}\n" for line in lines[:-2]), "utf-8")
    assert "Ada waits" in call("replay", path, str(tape)).out
    assert "The door opens." in said.out


def test_what_cannot_be_told_is_exit_1_and_asks_for_more(tmp_path: Path, few_runs: None) -> None:
    said = call("check", write(tmp_path, MORE + "promise in 6.7% to 9% of stories: cold feet\n"), "--promises", "--budget", "1")
    assert said.code == 1
    assert "UNDECIDED" in said.out
    assert "only --budget, raised, may" in said.out


def test_a_build_reads_the_verdicts(tmp_path: Path) -> None:
    path = write(tmp_path, KEPT + "promise never: Ada: wait  # she is cold\n")
    call("check", path, "--promises", "--junit", str(tmp_path / "promises.xml"))
    suite = ElementTree.parse(tmp_path / "promises.xml").getroot()[0]
    assert {name: suite.get(name) for name in ("tests", "failures", "skipped")} == {"tests": "4", "failures": "1", "skipped": "0"}
    assert [[child.tag for child in case] for case in suite] == [["system-out"], ["system-out"], ["system-out"], ["failure"]]
    assert suite[3].get("name") == "promise never: Ada: wait"
    assert suite[3].get("line") == str(len((KEPT).splitlines()) + 1)
    failure = suite[3][0]
    assert failure.get("type") == "broken"
    assert "unmask tape 1" in (failure.text or "")


def test_a_story_without_promises_has_broken_none(stairs: str) -> None:
    said = call("check", stairs, "--promises")
    assert (said.code, said.out) == (0, "")
    assert "promises nothing" in said.err


@pytest.mark.parametrize("arguments", [("--junit", "x.xml"), ("--promises", "--format", "json")])
def test_options_that_do_not_go_together_are_exit_2(stairs: str, arguments: tuple[str, ...]) -> None:
    assert call("check", stairs, *arguments).code == 2


def states_of(said: str) -> list[str]:
    return re.findall(r"^(PASSED|BROKEN|UNDECIDED) ", said, re.MULTILINE)


def test_the_bell_box_keeps_its_promises_though_not_all_of_it_can_be_gone_through() -> None:
    said = call("check", "village", "--promises")
    assert (said.code, states_of(said.out)) == (0, [promises.PASSED] * 3)
    assert "never, and that is proved: Wick.shame is always none" in said.out
    assert "always, and that is proved: evening goes on after every scene" in said.out
    assert "not every way gone through" in said.out


def test_helmet_keeps_its_promises_and_all_of_it_is_gone_through() -> None:
    said = call("check", "helmet", "--promises")
    assert (said.code, states_of(said.out)) == (0, [promises.PASSED] * 13)
    assert "every way gone through" in said.out
    assert "an estimate" not in said.out


CUT_SHORT = """limit 3 events
person Ada (she)
scene walk
  moment a: Ada
    * go
    * run
    -> b
  moment b
    -> c
  moment c
    -> ending far
ending far
promise always: ending far
"""


def test_a_limit_that_cuts_stories_off_is_said_wherever_odds_are(tmp_path: Path) -> None:
    path = write(tmp_path, CUT_SHORT)
    note = "the limit of 3 events cuts off 100,000 of 100,000 runs, which end endless; odds are of stories that go on"
    assert note in call("odds", path).out
    assert note in call("check", path, "--promises").out
    found = json.loads(call("odds", path, "ending far", "--json").out)
    assert found["cut_off"] == {"limit": 3, "seen": 100_000, "runs": 100_000}
    assert list(faults(SCHEMA, found)) == []
    for arguments in (("odds",), ("ask", "ending far"), ("run", "-n", "9")):
        assert "cuts off" not in call(arguments[0], write(tmp_path, CUT_SHORT.replace("limit 3", "limit 9")), *arguments[1:]).out


TOSSED = """limit 60 events
person Ada (she)
scene yard
  moment toss: chance
    * again
      weight 6
    * stop
      weight 1
      -> ending home
    -> toss
ending home
"""


def test_a_limit_that_cuts_off_one_story_in_ten_thousand_is_said(tmp_path: Path) -> None:
    """It is the 58th time that makes it: the odds are (6/7)^57, or 1.5 in 10,000."""
    path = write(tmp_path, TOSSED)
    for words in (("odds",), ("ask", "ending home")):
        said = re.search(r"the limit of 60 events cuts off (\d+) of 100,000 runs", call(words[0], path, *words[1:]).out)
        assert said is not None
        assert 5 <= int(said[1]) <= 40


def test_runs_that_the_limit_cuts_off_are_told_of_where_they_are_played_and_asked_for(tmp_path: Path) -> None:
    path = write(tmp_path, CUT_SHORT)
    assert "the limit of 3 events cuts off 9 of 9 runs, which end endless" in call("run", path, "-n", "9").out.splitlines()
    asked = call("ask", path, "ending endless")
    assert asked.code == 1
    assert "the limit of 3 events cuts off 100,000 of 100,000 runs, which end endless" in asked.out
    found = json.loads(call("ask", path, "ending endless", "--json").out)
    assert found["cut_off"] == {"limit": 3, "seen": 100_000, "runs": 100_000}
    assert "ending far: in every story, and that is proved" in call("ask", path, "ending far").out


def test_each_question_is_answered_in_its_place_and_as_often_as_it_is_asked(stairs: str) -> None:
    found = json.loads(call("odds", stairs, "Ada: wait", "ending done", "Ada: wait", "--json").out)
    assert [answer["question"] for answer in found["answers"]] == ["Ada: wait", "ending done", "Ada: wait"]
    assert found["answers"][0] == found["answers"][2]


@pytest.mark.parametrize("budget", ["10^20", "1" + "0" * 20, "9" * 400, "0", "-1", "nan", "1e9", "5 bananas"])
@pytest.mark.parametrize("words", [("odds",), ("ask", "Ada: wait"), ("check", "--promises"), ("check", "--size")])
def test_a_budget_that_cannot_be_is_told_in_every_command_that_takes_one(stairs: str, words: tuple[str, ...], budget: str) -> None:
    command, *rest = words
    said = call(command, stairs, *rest, f"--budget={budget}")
    assert (said.code, said.out) == (2, "")
    assert "no number of states" in said.err or "more states than can be counted" in said.err
