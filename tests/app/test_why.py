"""`unmask why` and `unmask plot --odds`: what the page shows is what is said, and what makes no sense is told so."""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest

from tests.app.commands import BROKEN, call, write
from tests.app.schema import faults
from tests.docs.examples import examples
from unmask.analysis import ahead
from unmask.app import why
from unmask.kernel.from_world import CannotCompile

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "reference" / "why.schema.json").read_text("utf-8"))
PAGE = examples("guide/why.md")
FERRY = next(block.text for block in PAGE if block.sort == "story")
SHOWN = [block.text for block in PAGE if block.text.startswith("$ ")]


@pytest.fixture(autouse=True)
def ferry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    write(tmp_path, FERRY, "ferry.story")
    return "ferry.story"


def data(*arguments: str) -> Any:
    said = call("why", *arguments, "--json")
    assert (said.code, said.err) == (0, "")
    found = json.loads(said.out)
    assert list(faults(SCHEMA, found)) == []
    return found


def test_the_page_has_an_example_of_each() -> None:
    assert [len([shown for shown in SHOWN if word in shown.splitlines()[0]]) for word in ("--instead", "--with", "why", "plot")] == [
        1,
        1,
        3,
        1,
    ]


@pytest.mark.parametrize("shown", SHOWN, ids=[shown.splitlines()[0] for shown in SHOWN])
def test_the_page_shows_what_is_said(shown: str) -> None:
    line, _, wanted = shown.removeprefix("$ unmask ").partition("\n")
    said = call(*shlex.split(line))
    assert (said.code, said.err) == (0, "")
    assert said.out == wanted


def test_the_python_on_the_page_runs(capsys: pytest.CaptureFixture[str]) -> None:
    exec(next(block.text for block in PAGE if block.sort == "python"), {})
    assert capsys.readouterr().out.startswith("1 gone stayed\n")


def test_without_odds_it_says_what_it_always_said(ferry: str) -> None:
    said = call("why", ferry, "--event", "1")
    assert said.out.startswith("event 1: quay / word / Ada:")
    assert "endings" not in said.out


def test_json_is_as_its_schema_has_it(ferry: str) -> None:
    reasons = data(ferry, "--event", "1")
    assert reasons["why"]["before"] is None
    odds = data(ferry, "--run", "3", "--event", "1", "--odds")["why"]
    assert odds["before"]["kind"] == "exact"
    gone = {option["label"]: option["after"]["endings"][0]["p"] for option in odds["open"]}
    mean = sum(option["p"] * gone[option["label"]] for option in odds["open"])
    assert odds["before"]["endings"][0]["p"] == pytest.approx(mean)
    found = data(ferry, "--run", "3", "--event", "1", "--instead", "ask him to stay")
    assert (found["event"], found["why"]) == (1, None)
    what_if = found["what_if"]
    assert (what_if["parted"], what_if["was"]["ending"], what_if["now"]["ending"]) == (1, "gone", "stayed")
    assert [event["number"] for event in what_if["now"]["from"]] == list(range(1, 8))
    same = data(ferry, "--run", "3", "--with", "Ada.pride = none")["what_if"]
    assert (same["parted"], same["before"], same["was"]["from"]) == (None, None, [])


def test_of_many_ways_it_says_what_each_moves_most(tmp_path: Path) -> None:
    doors = "".join(
        f"    * the {name} door\n      -> ending {'ball' if name == 'red' else 'cellar'}\n"
        for name in "red blue green grey old new far low".split()
    )
    story = f"person Ada (she)\nscene hall\n  moment doors: Ada\n{doors}ending ball\nending cellar\n"
    said = call("why", write(tmp_path, story, "doors.story"), "--event", "1", "--odds")
    assert "  the red door: ball +87.5, cellar −87.5\n" in said.out
    assert "  the far door: ball −12.5, cellar +12.5\n" in said.out
    assert "  cellar     87.5 %\n  ball       12.5 %\n  exact\n" in said.out


def test_with_no_budget_to_speak_of_it_is_an_estimate_that_says_so(ferry: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "RUNS", 2_000)
    said = call("why", ferry, "--event", "1", "--odds", "--budget", "1")
    assert said.code == 0
    assert "estimates from 2,000 runs each, off by" in said.out
    assert "99.9 % sure; with more --budget they may be exact" in said.out


def test_without_a_compiled_engine_it_says_so_and_plays(ferry: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> None:
        raise CannotCompile('the compiled engine needs llvmlite, which is not installed: python -m pip install "unmask[fast]"')

    monkeypatch.setattr(ahead, "Onward", missing)
    said = call("why", ferry, "--run", "3", "--event", "1", "--instead", "ask him to stay")
    assert said.code == 0
    assert said.err.startswith(
        "Nothing can be gone through here, and the reference engine plays few runs: the compiled engine needs llvmlite"
    )
    assert "estimates from 200 runs each" in said.out


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ((), "Name the event, as `unmask tell --events` numbers them: --event 12."),
        (("--instead", "go"), "Name the event"),
        (("--event", "1", "--instead", "x", "--with", "hour = 2"), "One thing is changed at a time: leave out --instead or --with."),
        (("--event", "1", "--instead", "fly"), "At event 1 there is no `fly` to choose. There `"),
        (("--event", "1", "--instead", "Bo: get on"), "Event 1 is Ada's choice, not Bo's."),
        (("--event", "3", "--instead", "get on"), "Event 3 is the ending: nobody chose it."),
        (("--event", "99"), "This run has the events 0 to 3, and no event 99."),
        (("--event", "99", "--with", "hour = 2"), "This run has the events 0 to 3, and no event 99."),
        (("--with", "hour = 7"), "hour goes from 1 to 3, and 7 is not there"),
        (("--with", "hour = 1"), "hour is 1 there already, so that nothing would change."),
        (("--with", "Ada.prid = none"), "Ada has no field called `prid`"),
        (("--with", "Ada.pride = huge"), "`huge` is no level or value that can stand here"),
        (("--with", "= ="), "problem"),
        (("--event", "1", "--odds", "--budget", "none"), "'none' is no number of states."),
    ],
)
def test_what_makes_no_sense_is_told_so(arguments: tuple[str, ...], wanted: str, ferry: str) -> None:
    said = call("why", ferry, *arguments)
    assert said.code == 2
    assert wanted.casefold() in said.err.casefold()
    assert "Traceback" not in said.err
    assert said.out == ""


def test_a_story_with_problems_is_told_them(tmp_path: Path) -> None:
    said = call("why", write(tmp_path, BROKEN, "broken.story"), "--with", "day = 2")
    assert (said.code, said.out) == (1, "")


def test_somebody_who_stops_it_hears_how_far_it_was(ferry: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(why, "ahead_for", stop)
    said = call("why", ferry, "--event", "1", "--odds")
    assert said.code == 130
    assert "Nothing was answered" in said.err


# ── the picture ──


def test_the_odds_along_a_run_are_drawn_in_letters(ferry: str) -> None:
    said = call("plot", ferry, "--odds", "--run", "11")
    assert (said.code, said.err) == (0, "")
    assert "a stayed   b gone" in said.out
    assert "It was decided when Bo chose: let it go (event 6)." in said.out
    assert said.out.endswith("Odds: exact.\n")


def test_a_picture_of_them_says_where_it_was_decided(ferry: str, tmp_path: Path) -> None:
    assert call("plot", ferry, "--odds", "--run", "11", "-o", "odds.svg").code == 0
    drawn = (tmp_path / "odds.svg").read_text("utf-8")
    for words in ("It was decided when Bo chose: let it go (event 6).", "Bo: let it go", "Odds: exact.", "stayed", "gone", "50 %"):
        assert words in drawn


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (("--of", "Ada.pride"), "leave out --odds or --of"),
        (("-n", "5"), "leave out --odds or -n"),
        (("-o", "odds.gif"), "end its name in .svg, .png or .html"),
        (("--words", "-o", "odds.svg"), "leave out --words or -o"),
    ],
)
def test_what_cannot_be_drawn_is_told_so(arguments: tuple[str, ...], wanted: str, ferry: str) -> None:
    said = call("plot", ferry, "--odds", *arguments)
    assert (said.code, said.out) == (2, "")
    assert wanted in said.err


# ── of which run ──


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


def header(*arguments: str) -> str:
    said = call("why", *arguments, "--event", "1")
    assert said.code == 0
    return said.out.splitlines()[1]


def test_the_run_that_was_told_last_is_explained_and_it_is_said_which(ferry: str, state: Path) -> None:
    assert header(ferry) == "seed 7, run 0 of The Last Ferry"
    for options, seed, number in (
        (["--seed", "12"], 12, 0),
        (["--run", "3"], 7, 3),
        (["--seed", str(2**64 - 1), "--run", "4", "--events"], 2**64 - 1, 4),
    ):
        assert call("tell", ferry, *options).code == 0
        assert header(ferry) == f"seed {seed}, run {number}, told last, of The Last Ferry"
    assert header(ferry, "--seed", "12") == "seed 12, run 0 of The Last Ferry"
    assert data(ferry, "--event", "1")["seed"] == 2**64 - 1
    assert call("why", ferry, "--with", "hour = 2").out.startswith(f"The Last Ferry: seed {2**64 - 1}, run 4\n")


def test_stories_of_one_name_have_a_run_of_their_own_and_a_changed_story_says_so(ferry: str, state: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = write(tmp_path / "other", FERRY, "ferry.story")
    call("tell", ferry, "--seed", "12")
    assert header(other) == "seed 7, run 0 of The Last Ferry"
    assert header(str(tmp_path / "ferry.story")).startswith("seed 12, run 0, told last,")
    write(tmp_path, FERRY + "\n# later\n", "ferry.story")
    assert header(ferry) == "seed 12, run 0, told last, before the story was changed, of The Last Ferry"


@pytest.mark.parametrize(
    "forged",
    [
        *(b"", b"[]", b"{", b"\xff", b"null", b"[" * 9_000, b'{"seed": 3}', b" " * 30_000),
        *(b'{"story": STORY, "seed": %s, "run": 0}' % seed for seed in (b"-1", b"18446744073709551616", b"true", b"1.0", b"NaN", b'"3"')),
    ],
)
def test_what_cannot_be_believed_is_as_if_nothing_was_told(forged: bytes, ferry: str, state: Path) -> None:
    call("tell", ferry, "--seed", "12")
    (kept,) = (state / "unmask" / "told").iterdir()
    story = json.dumps(json.loads(kept.read_bytes())["story"]).encode()
    kept.write_bytes(forged.replace(b"STORY", story))
    assert header(ferry) == "seed 7, run 0 of The Last Ferry"


def test_where_nothing_can_be_kept_a_story_is_told_all_the_same(ferry: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    said = call("tell", ferry, "--seed", "12")
    assert (said.code, said.err) == (0, "")
    assert header(ferry) == "seed 7, run 0 of The Last Ferry"


@pytest.mark.parametrize(
    ("words", "event"),
    [("1", 1), ("talk of the tide", 1), ("TALK of", 1), ("Ada", 1), ("word ada", 1), ("tide  talk", 1), ("gangway", 2), ("scene quay", 0)],
)
def test_an_event_is_found_by_its_words(words: str, event: int, ferry: str) -> None:
    found = call("why", ferry, "--run", "3", "--event", words)
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith(f"event {event}: ")


def test_words_that_may_mean_several_events_are_met_by_a_list_and_those_that_mean_none_by_a_way_on(ferry: str) -> None:
    several = call("why", ferry, "--run", "3", "--event", "quay /")
    assert several.code == 2
    first, *listed = several.err.splitlines()
    assert first == "`quay /` may be any of these (seed 7, run 3). Name one by its number, as in --event 1:"
    assert listed[0] == "   1  quay / word / Ada: talk of the tide"
    assert len(listed) > 1
    for words in ("sing", "", " ", "-1", "talk of the tied"):
        none = call("why", ferry, "--run", "3", "--event", words)
        assert (none.code, none.out) == (2, "")
        assert none.err.startswith(f"No choice in this run (seed 7, run 3) is called `{words}`. ")
        assert none.err.endswith("All of them: unmask tell ferry.story --seed 7 --run 3 --events\n")
    assert "Did you mean `talk of the tide`?" in none.err
