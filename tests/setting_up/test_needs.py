"""Tests are marked by what they need, which is seen in their code, and left out only where that is really not there."""

import os
import re
import signal
import sys
from pathlib import Path

import pytest

from tests.app.playing import Terminal
from tests.needs import NEEDS, is_a_must, needs_in

ROOT = Path(__file__).parents[2]


def _fill() -> object:
    return open("/dev/full", "w")


def _link(path: Path) -> None:
    path.symlink_to("nowhere")


def _by_a_helper(path: Path) -> None:
    _link(path)


def _in_a_function_inside() -> object:
    def inside() -> object:
        return _fill()

    return inside


def _by_itself(path: Path) -> None:
    os.kill(0, signal.SIGKILL)
    Terminal("x", state=path)


def _nothing() -> str:
    return "a full disk, a terminal and chromium are only spoken of"


@pytest.mark.parametrize(
    ("function", "found"),
    [(_by_a_helper, {"posix"}), (_in_a_function_inside, {"full_disk"}), (_by_itself, {"posix", "terminal"}), (_nothing, set())],
)
def test_what_a_test_needs_is_seen_in_its_code(function: object, found: set[str]) -> None:
    assert needs_in([function]) == found


def test_those_that_need_much_are_marked_in_this_house(request: pytest.FixtureRequest) -> None:
    marked = {(item.path.name, mark.name) for item in request.session.items for mark in item.iter_markers() if mark.name in NEEDS}
    wanted = {
        "test_page.py": "chromium",
        "test_kept_in_a_browser.py": "chromium",
        "test_terminal.py": "terminal",
        "test_play_outside.py": "terminal",
        "test_keepsake.py": "full_disk",
        "test_bad_input.py": "full_disk",
        "test_killed.py": "posix",
        "test_builds.py": "shell",
    }
    here = {item.path.name for item in request.session.items}
    assert {(name, mark) for name, mark in wanted.items() if name in here} <= marked


def test_nothing_may_be_left_out_on_the_linux_of_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("CI", "true")
    assert is_a_must()
    monkeypatch.setattr(sys, "platform", "win32")
    assert not is_a_must()
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("CI")
    assert not is_a_must()


def test_a_browser_that_is_not_there_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    assert not NEEDS["chromium"].is_there()


def test_every_mark_is_said_what_it_is_in_pyproject() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    assert set(re.findall(r'^  "(\w+): needs ', text, re.MULTILINE)) == set(NEEDS)
