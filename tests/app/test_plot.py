"""The command that draws: whose feelings and whose eyes are asked for, what is written where, and what is said where it makes no sense."""

import builtins
from pathlib import Path
from typing import Any

import pytest

from tests.app.commands import call, write
from tests.export.drawn import STORY
from unmask.problems.install import install


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    for name in ("LC_ALL", "LC_CTYPE", "LANG", "TERM"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def lamp(here: Path) -> str:
    return write(here, STORY, "lamp.story")


def test_a_run_is_drawn_in_letters(lamp: str) -> None:
    said = call("plot", lamp, "--run", "7")
    assert (said.code, said.err) == (0, "")
    assert "Ada.dread, and what Bo takes it for" in said.out
    assert "great ━━━" in said.out


@pytest.mark.parametrize(("name", "value"), [("TERM", "dumb"), ("LANG", "C"), ("LC_ALL", "de_DE.ISO-8859-1")])
def test_a_terminal_that_knows_no_other_signs_has_plain_ones(name: str, value: str, lamp: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    for more in ((), ("-n", "5")):
        assert call("plot", lamp, *more).out.isascii()


def test_in_words_nothing_is_drawn(lamp: str) -> None:
    said = call("plot", lamp, "--words")
    assert "Scenes 1 to 2 (talk) end: great, believed none." in said.out
    assert "━" not in said.out


def test_many_runs_are_a_fan(lamp: str) -> None:
    said = call("plot", lamp, "-n", "40")
    assert said.code == 0
    assert "40 runs, seed 7, as each scene ends" in said.out
    assert "Runs that are not over: 40 in scene 1, 27 in scene 2." in said.out


STARTS = {"svg": b"<svg ", "png": b"\x89PNG\r\n\x1a\n", "html": b"<!DOCTYPE html>"}


@pytest.mark.parametrize("ending", STARTS)
@pytest.mark.parametrize("more", [(), ("-n", "5")], ids=["run", "fans"])
def test_a_picture_is_what_its_name_says(ending: str, more: tuple[str, ...], lamp: str, here: Path) -> None:
    path = here / f"arcs.{ending}"
    assert call("plot", lamp, *more, "-o", str(path)) == (0, "", "")
    first = path.read_bytes()
    assert first.startswith(STARTS[ending])
    assert call("plot", lamp, *more, "-o", str(path)) == (0, "", "")
    assert path.read_bytes() == first
    assert sorted(file.name for file in here.iterdir()) == [path.name, "lamp.story"]


def test_six_panels_are_drawn_where_nobody_says_which() -> None:
    assert call("plot", "village").out.count("takes it for") == 6
    assert call("plot", "village", "-n", "3").out.count("takes it for") == 6


@pytest.mark.parametrize(
    ("asked", "drawn"),
    [
        (["Kylo.ache"], ["Kylo.ache, and what Rey takes it for"]),
        (["seems(Kylo, Rey.disgust)"], ["Rey.disgust, and what Kylo takes it for"]),
        (["Kylo.ache", "seems(Rey,Kylo.ache)"], ["Kylo.ache, and what Rey takes it for"]),
        (["Kylo.faith"], ["Kylo.faith, and what Rey takes it for"]),
        (["Kylo.owed toward Rey"], ["Kylo.owed toward Rey, and what Rey takes it for"]),
        (["Rey"], [f"Rey.{field}, and what Kylo takes it for" for field in ("guilt", "disgust", "temper", "pictures")]),
    ],
)
def test_somebody_may_say_whose_feelings_and_whose_eyes(asked: list[str], drawn: list[str]) -> None:
    said = call("plot", "helmet", *(word for field in asked for word in ("--of", field)))
    assert [line for line in said.out.splitlines() if "takes it for" in line] == drawn


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--of", "Kylo.longign"], "There is no hidden field called `Kylo.longign` in this story. Did you mean `Kylo.longing`"),
        (["--of", "Kylo.wound"], "Kylo.wound is open: everybody sees it"),
        (["--of", "seems(Kilo, Rey.guilt)"], "Nobody called `Kilo` is in this story. Did you mean `Kylo`?"),
        (["--of", "seems(Kylo, Kylo.anger)"], "Kylo knows Kylo.anger"),
        (["--of", ""], "There is no hidden field called `` in this story."),
        (["-n", "3", "--run", "2"], "leave out one of them"),
        (["-o", "arcs.gif"], "end its name in .svg, .png or .html"),
        (["-o", "arcs"], "end its name in .svg, .png or .html"),
        (["-o", "arcs.svg", "--words"], "leave out --words or -o"),
        (["-n", "0"], "There is at least 1 run to play, not 0"),
        (["-n", "-4"], "There is at least 1 run to play, not -4"),
        (["-n", "1e6"], "no number of runs"),
        (["-n", str(10**18)], "at most"),
        (["--run", "-1"], "-1 is not in the range"),
        (["-o", "no/such/place.svg"], "there is no folder no/such"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(arguments: list[str], said: str, here: Path) -> None:
    answered = call("plot", "helmet", *arguments)
    assert answered.code == 2
    assert answered.out == ""
    assert said in answered.err
    assert list(here.iterdir()) == []


def test_a_folder_in_the_place_of_a_picture_stays_and_nothing_is_left_beside_it(lamp: str, here: Path) -> None:
    (here / "arcs.svg").mkdir()
    answered = call("plot", lamp, "-o", "arcs.svg")
    assert answered.code == 2
    assert sorted(file.name for file in here.iterdir()) == ["arcs.svg", "lamp.story"]


def test_without_the_library_the_command_that_installs_it_is_named(lamp: str, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    imported = builtins.__import__

    def without(name: str, *more: Any) -> Any:
        if name == "vl_convert":
            raise ImportError(name)
        return imported(name, *more)

    monkeypatch.setattr(builtins, "__import__", without)
    answered = call("plot", lamp, "-o", "arcs.svg")
    assert (answered.code, answered.out) == (2, "")
    assert install("plot") in answered.err
    assert not (here / "arcs.svg").exists()
    assert call("plot", lamp).code == 0, "letters need no library"


def test_a_story_in_which_nobody_sees_through_anybody_says_so(here: Path) -> None:
    path = write(here, STORY.replace("  shows dread unless mask is on\n", ""))
    assert "Nobody in this story has a way to see what another hides" in call("plot", path).err
    assert "Ada.dread, and what Bo takes it for" in call("plot", path, "--of", "Ada.dread").out
    assert "Nothing of what Ada hides has a way to anybody" in call("plot", path, "--of", "Ada").err


def test_a_story_in_which_nothing_happens_says_so(here: Path) -> None:
    path = write(here, STORY.replace("when night < 2", "when night > 2"))
    for more in ((), ("-n", "5")):
        answered = call("plot", path, *more)
        assert answered.code == 2
        assert "no scene can be played" in answered.err


def test_what_has_no_middle_is_drawn_for_one_run_only(here: Path) -> None:
    text = STORY.replace("feels dread: feeling = great", "feels dread: calm | uneasy")
    path = write(here, text)
    assert "uneasy" in call("plot", path).out
    assert "leave out -n" in call("plot", path, "-n", "5").err.casefold()
    answered = call("plot", path, "-n", "5", "--of", "Ada.dread")
    assert answered.code == 2
    assert "The values of Ada.dread have no middle" in answered.err
