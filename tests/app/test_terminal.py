"""Where a person reads there is colour, and Ctrl-C is heard; where a program reads there are only words."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform != "win32":
    import pty

from tests.app.commands import BROKEN, STORY, call, outside, write
from unmask.app.cli import main

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """What the command shows on a terminal."""
    ours, theirs = pty.openpty()
    clean = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM", "FORCE_COLOR")}
    with subprocess.Popen(
        [sys.executable, "-m", "unmask", *arguments], stdout=theirs, stderr=theirs, env={**clean, "TERM": "xterm-256color", **environment}
    ) as running:
        os.close(theirs)
        shown = b""
        while True:
            try:
                read = os.read(ours, 65536)
            except OSError:  # how a terminal says that nobody writes to it any more
                break
            if not read:
                break
            shown += read
        running.wait(30)
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("command", ["check", "tell"])
def test_problems_are_coloured_on_a_terminal_and_say_the_same(command: str, tmp_path: Path) -> None:
    path = write(tmp_path, BROKEN)
    shown = on_a_terminal(command, path, COLUMNS="100")
    assert COLOUR.search(shown)
    said = call(command, path)
    assert COLOUR.sub("", shown) == said.out + said.err


def test_no_color_is_honoured_on_a_terminal_and_means_nothing_when_empty(tmp_path: Path) -> None:
    path = write(tmp_path, BROKEN)
    assert "\x1b" not in on_a_terminal("check", path, NO_COLOR="1")
    assert "\x1b" in on_a_terminal("check", path, NO_COLOR="")


def test_what_is_piped_is_plain(tmp_path: Path) -> None:
    ran = outside("check", write(tmp_path, BROKEN))
    assert "\x1b" not in ran.stdout + ran.stderr


def test_a_story_cannot_send_signs_to_the_terminal(tmp_path: Path) -> None:
    path = write(tmp_path, STORY.replace("The Stairs", "The \x1b[31mStairs"))
    for command in ("check", "tell", "show"):
        said = call(command, path)
        assert "\x1b" not in said.out + said.err


def test_results_go_to_stdout_and_all_else_to_stderr(tmp_path: Path) -> None:
    ran = outside("tell", write(tmp_path))
    assert ran.stdout.startswith("THE STAIRS")
    assert ran.stderr == ""
    ran = outside("tell", "nowhere.story", cwd=tmp_path)
    assert ran.stdout == ""
    assert ran.stderr.startswith("There is no file called nowhere.story")


def test_output_is_utf_8_in_every_locale(tmp_path: Path) -> None:
    path = write(tmp_path, STORY.replace("The Stairs", "雨 ليلى"))
    ran = outside("tell", path, env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("雨 ليلى")


ENDLESS = """\
fact day: 0..9
person Ada (she)
scene talk with Ada
  when day is 0
  moment door
    -> door
limit 1000000 events
"""


def test_ctrl_c_stops_a_long_run_with_a_word(tmp_path: Path) -> None:
    path = write(tmp_path, ENDLESS)
    # The first line says that the command is at work; only then is it interrupted.
    script = (
        "import sys, unmask.pipeline as p\n"
        "from unmask.app.cli import main\n"
        "first = p.World.run\n"
        "p.World.run = lambda *of: (print('playing', flush=True), first(*of))[1]\n"
        "main()\n"
    )
    command = [sys.executable, "-c", script, "tell", path]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "playing\n"
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert (running.returncode, out, err.strip()) == (130, "", "Stopped.")


def test_ctrl_c_anywhere_ends_with_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stopped(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("unmask.app.cli.command.main", stopped)
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 130
    assert capsys.readouterr().err == "Stopped.\n"


def test_help_imports_nothing_heavy() -> None:
    script = (
        "import sys, contextlib\nbefore = set(sys.modules)\nfrom unmask.app.cli import main\nsys.argv = ['unmask', '--help']\n"
        "with contextlib.suppress(SystemExit): main()\n"
        "heavy = {'rich', 'json', 'unmask.pipeline', 'unmask.syntax.parser'}\nprint(sorted(heavy & (set(sys.modules) - before)))"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert ran.stdout.endswith("[]\n")


def test_whoever_asked_to_be_called_at_the_end_is_called() -> None:
    script = (
        "import atexit, sys\natexit.register(print, 'called')\nfrom unmask.__main__ import main\nsys.argv = ['unmask', 'worlds']\nmain()\n"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout.splitlines()[-1]) == (0, "called")
