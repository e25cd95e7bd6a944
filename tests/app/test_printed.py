"""Whatever a story, a tape, a journal, an argument or a file's name is made of, a terminal is told nothing by it."""

import json
import re
import sys
import unicodedata
from importlib.util import module_from_spec, spec_from_file_location
from io import StringIO
from pathlib import Path

import pytest

from tests.app.commands import STORY, Said, call, write
from tests.app.test_terminal import on_a_terminal
from unmask.app import printed
from unmask.app.printed import Printed, harmless, painted

HOSTILE = "\x1b[2J\x1b]0;gone\x07\x9b31m\x08\x7f\u202eback\u2066in\u2028\u0085[red]\x1b[1;31m"
TURNED = "\u202eback\u2066in[red]"
"""So much may stand in a story that is told."""
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
OURS = re.compile(r"\x1b\[(?:[0-9;]+m|0m)")
"""What we colour with, and no more than that; a foreign one is written out and has no escape in front."""
NAME = f"{HOSTILE}.story"
SPOILT = {
    "title": STORY.replace("The Stairs", f"The Stairs{HOSTILE}"),
    "prose": STORY.replace("Ada knocks.", f"Ada knocks{HOSTILE}."),
    "label": STORY.replace("* knock", f"* knock{HOSTILE}"),
    "reason": STORY.replace("she is cold", f"she is cold{HOSTILE}"),
    "ending": STORY.replace("The door opens", f"The door opens{HOSTILE}"),
    "comment": STORY + f"# {HOSTILE}\n",
    "name": STORY.replace("Ada", f"Ada{HOSTILE}"),
    "nonsense": STORY + HOSTILE + "\n",
    "directions": STORY.replace("The Stairs", f"The Stairs{TURNED}")
    .replace("* knock", f"* knock{TURNED}")
    .replace("cold", f"cold{TURNED}"),
    "told directions": STORY.replace("Ada knocks.", f"Ada knocks{TURNED}.").replace("The door opens", f"The door opens{TURNED}"),
}
COMMANDS = [
    ["tell"],
    ["tell", "--events", "--why"],
    ["tell", "--format", "markdown"],
    ["tell", "--format", "html"],
    ["tell", "--side", HOSTILE],
    ["tell", "--as-remembered-by", HOSTILE],
    ["check"],
    ["check", "--format", "json"],
    ["check", "--promises"],
    ["check", "--size"],
    ["check", "--junit", HOSTILE],
    ["fmt", "--check"],
    ["fmt"],
    ["show"],
    ["show", "--world"],
    ["show", "--automata"],
    ["show", "--kernel"],
    ["run", "-n", "20"],
    ["run", "-n", "20", "--coverage"],
    ["run", "-n", "20", "--json"],
    ["run", "-n", "20", "--out", HOSTILE],
    ["run", "-n", HOSTILE],
    ["find", "Ada: knock", "-n", "20"],
    ["find", HOSTILE, "-n", "20"],
    ["odds"],
    ["odds", "--json"],
    ["odds", HOSTILE],
    ["odds", "--given", HOSTILE],
    ["odds", "--player", HOSTILE, "ending done"],
    ["odds", "--budget", HOSTILE],
    ["ask", "ending done", "--tell"],
    ["ask", HOSTILE],
    ["why", "--event", "2"],
    ["why", "--event", "2", "--instead", HOSTILE],
    ["why", "--with", HOSTILE],
    ["plot"],
    ["plot", "--of", HOSTILE],
    ["plot", "-o", HOSTILE],
    ["play", "--as", HOSTILE],
    ["play", "--as", "Bo"],
    ["play", "--as", "Ada", "--load", "hostile.tape"],
    ["replay", "hostile.tape"],
    ["replay", HOSTILE],
    ["export", "--to", "prism"],
    ["export", "--to", HOSTILE],
    ["tell", "--seed", HOSTILE],
    ["tell", f"--{HOSTILE}"],
    ["tell", HOSTILE],
]


def says_nothing_to_a_terminal(said: Said) -> None:
    assert OBEYED.search(said.out + said.err) is None, said
    assert "Traceback" not in said.err


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "hostile.tape").write_text(f"unmask tape 1\nworld {HOSTILE}\nside {HOSTILE}\n\nscene {HOSTILE}\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize("spoilt", sorted(SPOILT))
def test_no_command_passes_on_what_a_story_says_to_a_terminal(spoilt: str, here: Path) -> None:
    path = write(here, SPOILT[spoilt], NAME)
    for command in COMMANDS:
        arguments = [command[0], path, *command[1:]] if command[0] in ("ask", "find", "odds", "replay") else [*command, path]
        says_nothing_to_a_terminal(call(*arguments))


@pytest.mark.parametrize("arguments", [["explain", HOSTILE], ["new", HOSTILE], [HOSTILE], [f"--{HOSTILE}"], ["worlds", HOSTILE]])
def test_no_word_that_was_typed_is_passed_on(arguments: list[str], here: Path) -> None:
    said = call(*arguments)
    assert said.code == 2
    says_nothing_to_a_terminal(said)


def test_what_stands_in_a_journal_is_not_passed_on(here: Path) -> None:
    path = write(here)
    call("run", path, "-n", "20", "--out", "tables", "--form", "csv")
    journal = here / "tables" / "_unmask-runs.json"
    fields = json.loads(journal.read_bytes())
    journal.write_text(json.dumps({**fields, "title": HOSTILE, "fingerprint": HOSTILE, "version": HOSTILE}), "utf-8")
    said = call("run", path, "-n", "20", "--out", "tables", "--resume")
    assert said.code == 2
    says_nothing_to_a_terminal(said)


@pytest.mark.parametrize("command", [["check"], ["tell", "--side", HOSTILE], ["tell", HOSTILE], ["tell"]])
def test_on_a_terminal_nothing_but_our_own_colour_passes(command: list[str], here: Path) -> None:
    shown = on_a_terminal(*command, write(here, SPOILT["nonsense"], "x\x1b[31m.story"))
    assert OBEYED.search(OURS.sub("", shown)) is None
    assert "\x1b[31m" not in shown


def test_what_is_obeyed_is_written_as_json_writes_it() -> None:
    assert harmless("a\x1b[31mb\x07\u202e\t\n") == "a\\u001b[31mb\\u0007\\u202e \n"
    assert json.loads(harmless(json.dumps(HOSTILE, ensure_ascii=False))) == HOSTILE


def test_our_colour_passes_and_what_looks_like_it_does_not() -> None:
    assert harmless(painted("red", "title")) == "\x1b[1;31mred\x1b[0m"
    assert harmless(painted("\x1b[2J", "title")) == "\x1b[1;31m\\u001b[2J\x1b[0m"
    assert "\x1b" not in harmless("\x1b[1;31m")


def test_no_sign_of_a_kind_that_a_terminal_obeys_passes() -> None:
    turns = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    signs = [
        sign
        for sign in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(sign) in ("Cc", "Zl", "Zp", "Cs") or unicodedata.bidirectional(sign) in turns
    ]
    assert {"\r", "\x1b", "\x9b", "\u202e", "\u2069", "\u2028"} < set(signs)
    passed = [sign for sign in signs if harmless(f"a{sign}b") == f"a{sign}b"]
    assert passed == ["\n"]


def test_whoever_knows_how_another_process_marks_colour_has_none_here() -> None:
    spec = spec_from_file_location("another", printed.__file__)
    assert spec is not None
    assert spec.loader is not None
    another = module_from_spec(spec)
    spec.loader.exec_module(another)
    marked = another.painted("red", "title")
    assert "\x1b" in another.harmless(marked)
    assert "\x1b" not in harmless(marked)


def test_several_lines_at_once_go_through_the_same_door() -> None:
    stream = StringIO()
    Printed(stream).writelines(["a\x1b[2J\n", "b\r\n"])
    assert stream.getvalue() == "a\\u001b[2J\nb\\u000d\n"
