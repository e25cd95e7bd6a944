"""Which story a command is about where none was named: the only one in the folder, and it is said; never one that nobody meant."""

from pathlib import Path

import pytest

from tests.app.commands import BROKEN, STORY, call, write

ALONE = {
    "tell": [],
    "check": [],
    "run": ["-n", "20"],
    "odds": [],
    "plot": [],
    "show": [],
    "why": ["--event", "0"],
    "export": ["--to", "prism"],
    "find": ["Ada: knock", "-n", "20"],
    "ask": ["Ada: knock"],
}
MEANT = "stairs.story is the only story here, so it is meant.\n"
BUNDLED = "No story is named, and there is none here: this is the bundled world helmet.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path


@pytest.mark.parametrize("name", ALONE)
def test_the_only_story_in_the_folder_is_meant_and_it_is_said(name: str, here: Path) -> None:
    write(here)
    (here / "notes.txt").write_text("Nothing to do with it.", "utf-8")
    (here / "old.story").mkdir()
    said = call(name, *ALONE[name])
    named = call(name, "stairs.story", *ALONE[name])
    assert said.code == named.code
    assert said.err == MEANT + named.err
    assert _timeless(said.out) == _timeless(named.out)


def _timeless(text: str) -> list[str]:
    return [line for line in text.splitlines() if " s" not in line]


@pytest.mark.parametrize("name", [*ALONE, "play"])
def test_of_several_none_is_chosen(name: str, here: Path) -> None:
    for story in ("stairs", "attic", "cellar"):
        write(here, STORY, f"{story}.story")
    said = call(name, *ALONE.get(name, []))
    assert (said.code, said.out) == (2, "")
    assert said.err == (f"Which story? There are 3 here: attic.story, cellar.story, stairs.story. Name one: unmask {name} attic.story\n")


def test_many_are_not_all_listed(here: Path) -> None:
    for number in range(30):
        write(here, STORY, f"part {number:02}.story")
    said = call("check")
    assert "There are 30 here: part 00.story, " in said.err
    assert "part 07.story and 22 more." in said.err


def test_check_alone_never_checks_a_story_that_nobody_meant() -> None:
    for words in ([], ["--promises"], ["--size"], ["--json"]):
        said = call("check", *words)
        assert (said.code, said.out) == (2, ""), words
        assert said.err == (
            "There is no story here to check. Write a small one to start from: unmask new duel\nOr name one: unmask check FILE.story\n"
        )


def test_check_alone_checks_the_one_that_is_there(here: Path) -> None:
    write(here, BROKEN)
    said = call("check")
    assert said.code == 1
    assert "stairs.story, line" in said.out


def test_where_there_is_no_story_the_bundled_one_is_told_and_it_is_said() -> None:
    said = call("tell")
    assert said.code == 0
    assert said.err == BUNDLED
    assert said.out == call("tell", "helmet").out


def test_what_a_program_reads_is_not_disturbed(here: Path) -> None:
    write(here)
    assert call("run", "--json", "-n", "20").out.startswith("{")
    assert call("check", "--json").out == "[]\n"


def test_help_is_about_no_story(here: Path) -> None:
    for story in ("stairs", "attic"):
        write(here, STORY, f"{story}.story")
    for name in [*ALONE, "play"]:
        said = call(name, "--help")
        assert (said.code, said.err) == (0, "")


# ── a story, and something else ──


def test_a_question_alone_is_about_the_only_story(here: Path) -> None:
    write(here)
    said = call("odds", "Ada: knock", "ending done")
    assert said.code == 0
    assert said.err == MEANT
    assert "Ada: knock" in said.out
    assert "ending done" in said.out


def test_a_question_of_one_word_is_about_the_only_story_too(here: Path) -> None:
    write(here, f"{STORY}\nmotif rapping\n  Ada: knock\n")
    assert call("odds", "rapping").code == 0
    assert call("find", "rapping").code == call("find", "stairs.story", "rapping").code


def test_a_story_that_is_spelled_wrong_is_no_question() -> None:
    said = call("odds", "helmett")
    assert said.code == 2
    assert "There is no file called helmett" in said.err
    assert "Did you mean `helmet`?" in said.err


@pytest.mark.parametrize(("name", "what"), [("find", "WHAT"), ("ask", "WHAT"), ("replay", "TAPE")])
def test_a_story_alone_is_told_what_else_is_needed(name: str, what: str, here: Path) -> None:
    for words in ([], [write(here)], ["helmet"], ["gone.story"]):
        said = call(name, *words)
        assert (said.code, said.out) == (2, "")
        assert f"Missing argument '{what}'" in said.err


def test_words_without_quotation_marks_are_given_some(here: Path) -> None:
    said = call("find", write(here), "Ada:", "knock")
    assert said.code == 2
    assert f"WHAT is one word to the shell, in quotation marks: unmask find {here / 'stairs.story'} 'Ada: knock'" in said.err


def test_a_tape_alone_is_of_the_only_story(here: Path) -> None:
    write(here)
    told = call("tell", "--tape", "a.tape").out
    assert call("replay", "a.tape").out == told


# ── a file by another name ──


def test_a_story_by_another_ending_is_read_as_it_is(here: Path) -> None:
    write(here, STORY, "lesson.txt")
    assert call("tell", "lesson.txt").out == call("tell", write(here)).out


@pytest.mark.parametrize("typed", ["lesson", "lesson.txt", "lesson.stroy", "leson.story", "Lesson.story"])
def test_a_file_that_is_nearly_called_so_is_offered(typed: str, here: Path) -> None:
    write(here, STORY, "lesson.story")
    said = call("tell", typed)
    assert (said.code, said.out) == (2, "")
    assert "Did you mean `lesson.story`?" in said.err


def test_a_text_that_is_nearly_called_so_is_offered_too(here: Path) -> None:
    write(here, STORY, "lesson.txt")
    (here / "lessons").mkdir()
    for typed in ("leson.txt", "lesson", "lesson.story"):
        said = call("tell", typed)
        assert "Did you mean `lesson.txt`?" in said.err, typed
