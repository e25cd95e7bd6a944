"""docs/guide/play.md keeps its word: what it shows is what one sees, and what it says can be typed."""

import re
from pathlib import Path

import pytest

from tests.app.playing import play
from tests.docs.examples import DOCS, examples
from unmask.app.dialogue import COMMANDS

PAGE = (DOCS / "guide" / "play.md").read_text("utf-8")


def test_the_talk_on_the_page_is_what_one_sees(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    story = next(block.text for block in examples("../README.md") if block.sort == "story")
    (tmp_path / "umbrella.story").write_text(story, "utf-8")
    talk = next(block.text for block in examples("guide/play.md") if block.sort == "play")
    typed = "".join(f"{line}\n" for line in re.findall(r"^> (.*)$", talk, re.MULTILINE))
    assert play(typed, str(tmp_path / "umbrella.story"), "--as", "Tom", "--seed", "7").out.strip() == talk.strip()


def test_every_command_is_on_the_page() -> None:
    table = PAGE.partition("## What can be typed")[2].partition("\n\nThe whole words")[0]
    assert {words.partition(" ")[0] for words in re.findall(r"`([^`]+)`", table)} >= set(COMMANDS)


def test_every_option_on_the_page_is_there() -> None:
    help_ = play("", "--help").out
    for option in set(re.findall(r"(?<![-\w])--[a-z][a-z-]+", PAGE)) - {"--tape"}:
        assert option in help_, option
