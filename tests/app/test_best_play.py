"""`unmask odds --player`: what is answered, what is told, and what is said where nothing can be."""

import json
import re
from pathlib import Path

import pytest

from tests.app.commands import STORY, call, write
from tests.app.schema import faults
from tests.docs.examples import examples

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "reference" / "odds.schema.json").read_text("utf-8"))
MORE = STORY + "\nmotif cold feet\n  Ada: wait\n  then Ada: wait\n"


@pytest.fixture
def stairs(tmp_path: Path) -> str:
    return write(tmp_path, MORE)


def bare(line: str) -> str:
    return " ".join(line.replace("story.story", "story").split())


def test_the_page_shows_what_there_is(tmp_path: Path) -> None:
    story, *shown = (example for example in examples("guide/best-play.md") if example.sort in ("story", "best"))
    path = write(tmp_path, story.text, "story.story")
    assert len(shown) == 2
    for example in shown:
        command, *lines = example.text.splitlines()
        event, _, options = command.partition(" --")
        said = [bare(line) for line in call("odds", path, event, *f"--{options}".split()).out.splitlines()]
        for line in lines:
            assert any(one.startswith(bare(line)) for one in said), line


def test_the_odds_are_called_a_bound_and_beside_them_stands_what_comes_of_her_reasons(stairs: str) -> None:
    said = call("odds", stairs, "cold feet", "--player", "Ada")
    assert (said.code, said.err) == (0, "")
    assert "Ada chooses freely, and sees everything" in said.out
    assert "100.0000000000 %  exact; an upper bound for whoever plays Ada" in said.out
    assert "as the story has it  6.6666666667 %" in said.out
    assert "always  wait" in said.out
    worst = call("odds", stairs, "cold feet", "--player", "Ada", "--worst").out
    assert "0.0000000000 %  exact; a lower bound" in worst
    assert "always  knock" in worst


def test_it_is_told_as_any_run_is(stairs: str) -> None:
    best = call("odds", stairs, "cold feet", "--player", "Ada", "--tell").out.partition("THE BEST SHE CAN DO\n")[2]
    assert best.startswith("it comes to this: cold feet\n")
    assert "Ada waits." in best
    assert "Ada waits again." in best
    worst = call("odds", stairs, "cold feet", "--player", "Ada", "--worst", "--tell").out.partition("THE WORST SHE CAN DO\n")[2]
    assert worst.startswith("it does not come to this")
    assert "Ada knocks again." in worst


@pytest.mark.parametrize("more", [(), ("--worst",), ("--knowing",), ("--budget", "1"), ("--knowing", "--worst")])
def test_json_is_what_the_schema_says(stairs: str, more: tuple[str, ...]) -> None:
    said = json.loads(call("odds", stairs, "cold feet", "--player", "Ada", "--json", *more).out)
    assert list(faults(SCHEMA["$defs"]["player"], said)) == []
    assert said["kind"] == ("between" if "--budget" in more else "exact")


def test_past_the_budget_nothing_is_known_and_that_is_said(stairs: str) -> None:
    said = call("odds", stairs, "cold feet", "--player", "Ada", "--budget", "1", "--tell")
    assert said.code == 0
    assert "not every way gone through: more than 1 state would" in said.out
    assert "nothing is known" in said.out
    assert "exact" not in said.out
    assert "No way of playing was found" in said.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("cold feet", "--player", "Rey"), "nobody called Rey"),
        (("cold feet", "--player", "Rey"), "Those who choose something: Ada"),
        (("cold feet", "--player", "Bo"), "Bo never chooses anything"),
        (("ending nowhere", "--player", "Ada"), "no ending called"),
        (("--player", "Ada"), "ask for one event"),
        (("cold feet", "Ada: wait", "--player", "Ada"), "ask for one event"),
        (("day is 2", "--player", "Ada"), "ask for one event"),
        (("cold feet", "--player", "Ada", "--given", "Ada: wait"), "leave out --given"),
        (("cold feet", "--worst"), "with --player"),
        (("cold feet", "--knowing"), "with --player"),
        (("cold feet", "--tell"), "with --player"),
        (("cold feet", "--player", "Ada", "--tell", "--json"), "leave out one"),
    ],
)
def test_what_makes_no_sense_is_exit_2(stairs: str, arguments: tuple[str, ...], words: str) -> None:
    said = call("odds", stairs, *arguments)
    assert (said.code, said.out) == (2, "")
    assert words.lower() in said.err.replace("\n", " ").lower()


def test_a_promise_of_what_somebody_can_reach_is_held_against_it(tmp_path: Path) -> None:
    kept = "promise Ada can reach in at least 90% of stories: cold feet\n"
    path = write(tmp_path, MORE.replace("day > 0\n", "day > 0\n      if day is 0\n") + kept)
    said = call("check", path, "--promises")
    assert said.code == 1
    assert "the best Ada can do, seeing everything: 0.0000000000 %, exact" in said.out
    command = re.search(r"unmask (odds .*)$", said.out, re.MULTILINE)
    assert command is not None
    assert "'cold feet' --player Ada --tell" in command[1]
    assert call("check", write(tmp_path, MORE + kept), "--promises").code == 0


def test_past_the_budget_a_promise_is_kept_by_what_comes_of_the_reasons_or_undecided(tmp_path: Path) -> None:
    for share, state, code in (("1", "PASSED", 0), ("50", "UNDECIDED", 1)):
        path = write(tmp_path, MORE + f"promise Ada can reach in at least {share}% of stories: cold feet\n")
        said = call("check", path, "--promises", "--budget", "1")
        assert said.code == code
        assert state in said.out
