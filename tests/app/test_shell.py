"""Every command that is printed can be pasted: a shell reads from it what was meant, whatever a story is called."""

import ast
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.commands import BROKEN, STORY, Said, call, every_command
from unmask.app.shell import again, command, quoted

SOURCES = Path(__file__).parents[2] / "src" / "unmask"
ODD = ["a b", "Été d'Anna", "$HOME; echo gone", "-n", "--help", "`id` & (x)", "!x #y *", "~", "ünï/-x y"]
NAMED = ["Été d'Anna", "$HOME; echo gone", "-n", "ünï/-x y"]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path


def placed(here: Path, name: str, text: str = STORY) -> str:
    """A story of this name, and how it is typed."""
    path = here / f"{name}.story"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return f"./{name}.story" if name.startswith("-") else f"{name}.story"


def printed(said: Said) -> list[str]:
    """The commands in what was said: each to the end of its line, or to the backquote behind it."""
    text = said.out + said.err
    return [found[1] for found in re.finditer(r"(?<=[ `])(unmask [a-z]+ .*?)(?:` says more\.|$)", text, re.MULTILINE)]


def pasted(line: str) -> Said:
    """What comes of a command, read as a shell reads it."""
    program, *words = shlex.split(line)
    assert program == "unmask"
    return call(*words)


# ── the one function ──


@pytest.mark.parametrize("word", ["", *ODD])
def test_a_shell_reads_the_word_that_was_meant(word: str) -> None:
    shell = shutil.which("sh")
    assert shell, "every system that these run on has one"
    read = subprocess.run([shell, "-c", f"printf '%s\\0' {quoted(word)}"], capture_output=True, check=True).stdout
    assert read.decode() == f"{word}\0"


def test_a_file_that_begins_like_an_option_is_named_by_its_folder() -> None:
    assert command("tell", "-x.story", seed=7) == "unmask tell ./-x.story --seed 7"


def test_a_question_that_begins_like_an_option_stands_behind_all_options() -> None:
    assert command("find", "ferry.story", "-1 < day", n=20) == "unmask find ferry.story -n 20 -- '-1 < day'"


def test_a_value_that_begins_like_an_option_hangs_on_its_own() -> None:
    assert command("play", "ferry.story", as_="-x") == "unmask play ferry.story --as=-x"


def test_options_that_are_not_set_are_left_out() -> None:
    assert command("ask", "a", "b", likeliest=True, budget=None, tell=False) == "unmask ask a b --likeliest"


def test_what_cannot_be_printed_is_not_pretended_to_be_pasted() -> None:
    assert command("tell", "a\x1b[2Jb") == "unmask tell …"


def test_what_was_typed_is_typed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["/somewhere/unmask", "run", "d'Anna.story", "--out", "a b"])
    assert shlex.split(again("--resume")) == ["unmask", "run", "d'Anna.story", "--out", "a b", "--resume"]


# ── what commands print ──


@pytest.mark.parametrize("name", [name for name in NAMED if "/" not in name])
def test_a_new_story_can_be_told_by_the_command_that_is_printed(name: str, here: Path) -> None:
    said = call("new", "--", name)
    if not any(sign.isalnum() for sign in name):
        assert said.code == 2
        return
    assert said.code == 0, said
    (line,) = printed(said)
    assert pasted(line).code == 0


@pytest.mark.parametrize("name", NAMED)
def test_commands_about_a_story_of_any_name_do_what_they_say(name: str, here: Path) -> None:
    story = placed(here, name)
    for words in (
        ["find", story, "Ada: wait", "-n", "30"],
        ["ask", story, "Ada: wait"],
        ["play", story],
        ["why", story, "--instead", "wait"],
    ):
        lines = printed(call(*words))
        assert lines, words
        for line in lines:
            said = pasted(line)
            assert said.code == (0 if words[0] != "why" else 2), (line, said)  # event 12 is only an example


def test_a_file_that_cannot_be_read_is_checked_by_the_command_that_is_printed(here: Path) -> None:
    said = call("fmt", placed(here, "Été d'Anna", BROKEN))
    (line,) = printed(said)
    assert pasted(line).code == 1


def test_which_story_is_meant_is_asked_with_a_command_that_can_be_pasted(here: Path) -> None:
    placed(here, "$HOME; echo gone")
    placed(here, "other")
    said = call("check")
    assert said.code == 2
    (line,) = printed(said)
    assert pasted(line).code == 0


def test_a_run_that_stops_is_told_by_the_command_that_is_printed(here: Path) -> None:
    story = placed(here, "d'Anna", STORY.replace("ending done", "ending other").replace("day is 2\n", "day is 2 and day is 1\n"))
    lines = printed(call("run", story, "-n", "20"))
    assert lines
    assert all(pasted(line).code == 0 for line in lines)


def test_a_broken_promise_comes_with_commands_that_can_be_pasted(here: Path) -> None:
    story = placed(here, "it's; broken", f"{STORY}\npromise never: Ada: wait\n")
    said = call("check", story, "--promises")
    assert said.code == 1
    assert f"unmask replay {shlex.quote(story)} FILE" in said.out


# ── all of them ──


def _built_by_hand(path: Path) -> Iterator[str]:
    """Commands in which something stands that nobody quoted."""
    text = path.read_text("utf-8")
    if not re.search(r"unmask [a-z]+ .*\{", text):
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.JoinedStr):
            text = "".join(
                part.value if isinstance(part, ast.Constant) else f"\0{ast.unparse(getattr(part, 'value', part))}\0" for part in node.values
            )
            for found in re.finditer(rf"\bunmask (?:{'|'.join(every_command())}) [^\n.;:`]*\0([^\0]*)\0", text):
                if found[1] != "problem.code":  # a code is ours, and one word
                    yield f"{path.name}:{node.lineno}: {found[0]}"


def test_no_command_is_put_together_elsewhere() -> None:
    sources = [path for path in SOURCES.rglob("*.py") if path.name != "shell.py"]
    assert [line for path in sources for line in _built_by_hand(path)] == []
    quoting = [path.name for path in sources if re.search(r"^\s*(import shlex|from shlex)", path.read_text("utf-8"), re.MULTILINE)]
    assert quoting == ["install.py"]


def test_a_command_that_is_put_together_by_hand_is_found(tmp_path: Path) -> None:
    path = tmp_path / "sample.py"
    path.write_text("f'Tell it: unmask tell {path}'\nf'`unmask explain {problem.code}` says more'\n", "utf-8")
    assert len(list(_built_by_hand(path))) == 1
