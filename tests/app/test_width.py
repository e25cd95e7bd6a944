"""What is printed keeps to the columns that there are, and goes no wider than can be read; into a pipe lines go whole."""

import os
import re
import sys
from pathlib import Path

import pytest

from tests.app.commands import BROKEN, STORY, call, every_command, write
from unmask.app.printed import painted
from unmask.app.waiting import Waiting
from unmask.app.width import NARROWEST, WIDEST, columns, fitted, prose_columns, width

NARROW = 40
QUOTED = re.compile(r"^ *(unmask|\d+ \|) ")
TALES = f"""{STORY}
motif a rapping at the door that goes on until somebody hears
  Ada: knock
  then Ada: knock

promise in 1% to 99% of stories: a rapping at the door that goes on until somebody hears
"""
COMMANDS = [
    ["tell", "STORY"],
    ["tell", "STORY", "--events", "--why"],
    ["odds", "STORY"],
    ["odds", "STORY", "ending done", "--given", "Ada: wait"],
    ["odds", "STORY", "ending done", "--player", "Ada"],
    ["worlds"],
    ["explain", "dead-end"],
    ["explain", "reads-anothers-mind"],
    ["check", "BROKEN"],
    ["check", "STORY", "--promises"],
    ["check", "STORY", "--size"],
    ["find", "STORY", "Ada: knock", "-n", "30"],
    ["run", "STORY", "-n", "30"],
    ["run", "STORY", "-n", "3", "--coverage"],
    ["why", "STORY", "--event", "1", "--odds"],
    ["why", "STORY", "--event", "1", "--instead", "wait"],
    ["ask", "STORY", "Ada: wait"],
    ["plot", "helmet"],
    ["plot", "STORY", "--odds"],
    ["plot", "STORY", "--odds", "--words"],
]


@pytest.fixture
def stories(tmp_path: Path) -> dict[str, str]:
    return {"STORY": write(tmp_path, TALES, "s.story"), "BROKEN": write(tmp_path, BROKEN, "b.story")}


def _too_wide(text: str, room: int) -> list[str]:
    """Lines that are too wide, but for commands and lines of a story, which are for copying and for finding."""
    in_fence, found = False, []
    for line in text.splitlines():
        in_fence ^= line.startswith("```")
        if width(line) > room and not in_fence and not QUOTED.match(line):
            found.append(line)
    return found


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_forty_columns_are_enough(words: list[str], stories: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(NARROW))
    said = call(*[stories.get(word, word) for word in words])
    assert said.code == (1 if "BROKEN" in words else 0), said
    assert said.out
    assert _too_wide(said.out, NARROW) == []


@pytest.mark.parametrize("name", ["", *every_command()])
def test_help_keeps_to_forty_columns(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(NARROW))
    said = call(*([name] if name else []), "--help")
    assert _too_wide(said.out, NARROW) == []


@pytest.mark.parametrize("words", [["odds", "STORY"], ["explain", "dead-end"], ["why", "STORY", "--event", "1"], ["worlds"]], ids=" ".join)
def test_a_wide_terminal_gets_no_wider_than_can_be_read(words: list[str], stories: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    assert _too_wide(call(*[stories.get(word, word) for word in words]).out, WIDEST) == []


def test_into_a_pipe_lines_go_whole(stories: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    assert columns() is None
    assert prose_columns() == 80
    assert any(width(line) > NARROW for line in call("odds", stories["STORY"]).out.splitlines())


def test_what_a_program_reads_is_never_broken(stories: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for words in (["check", "BROKEN", "--json"], ["ask", "STORY", "Ada: wait", "--json"], ["tell", "STORY", "--format", "markdown"]):
        typed = [stories.get(word, word) for word in words]
        monkeypatch.setenv("COLUMNS", "20")
        narrow = call(*typed).out
        monkeypatch.setenv("COLUMNS", "200")
        assert call(*typed).out == narrow


@pytest.mark.parametrize("said", ["", "0", "-3", "many", "99999999999999999999"])
def test_columns_that_are_none_change_nothing_or_little(said: str, stories: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", said)
    assert call("tell", stories["STORY"]).code == 0


def test_a_real_terminal_of_forty_columns_is_not_overrun(stories: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl
    import struct
    import termios

    from tests.app import test_terminal

    plain = test_terminal.pty.openpty

    def narrow() -> tuple[int, int]:
        ours, theirs = plain()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, NARROW, 0, 0))
        return ours, theirs

    monkeypatch.setattr(test_terminal.pty, "openpty", narrow)
    monkeypatch.delenv("COLUMNS", raising=False)
    for words in (["tell", stories["STORY"]], ["check", stories["BROKEN"]]):
        shown = test_terminal.COLOUR.sub("", test_terminal.on_a_terminal(*words))
        assert shown
        assert _too_wide(shown, NARROW) == []


# ── lines ──


def test_a_line_is_broken_between_words_and_goes_on_further_in() -> None:
    assert fitted("  a name  12.5 %  exact, and that is proved", 22) == "  a name  12.5 %\n    exact, and that is\n    proved"


def test_a_command_stands_whole_on_a_line_of_its_own() -> None:
    line = "Read the first: unmask tell 'a long name.story' --seed 7 --run 12"
    assert fitted(line, 20) == "Read the first:\nunmask tell 'a long name.story' --seed 7 --run 12"


def test_what_fits_stays_as_it_is() -> None:
    text = "  a   table\n\n    with  gaps  \n"
    assert fitted(text, 40) == text
    assert fitted("x" * 100, None) == "x" * 100


def test_colour_takes_no_room() -> None:
    assert width(painted("so", "title")) == 2
    assert fitted(painted("so far", "title"), 6) == painted("so far", "title")


def test_however_narrow_a_terminal_is_there_is_room_for_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "3")
    assert columns() == NARROWEST == 20


def test_a_word_that_is_too_long_stays_whole() -> None:
    assert fitted(f"so {'o' * 30} far", 20) == f"so\n  {'o' * 30}\n  far"


# ── how far it has come ──


def test_nobody_but_a_terminal_is_told_how_far_it_has_come(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    now = iter(range(0, 10_000, 10))
    monkeypatch.setattr("unmask.app.waiting.time.monotonic", lambda: float(next(now)))
    with Waiting() as waiting:
        for states in range(50):
            waiting.explored(states, 0.5)
            waiting.reckoned(states, 50)
            waiting.played(1, 100)
    said = capsys.readouterr()
    assert said.out + said.err == ""


def test_on_a_terminal_it_stays_within_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Screen()
    now = iter(range(0, 10_000, 10))
    monkeypatch.setattr("unmask.app.waiting.time.monotonic", lambda: float(next(now)))
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setitem(os.environ, "TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "30")
    with Waiting() as waiting:
        waiting.explored(123_456_789, 0.25)
    (line,) = [part for part in screen.getvalue().split("\r\x1b[K") if part]
    assert line.startswith("123,456,789 states")
    assert width(line) < 30
