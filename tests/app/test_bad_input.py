"""Whatever is asked of it, the command answers with a sentence and an exit code. Never a traceback, never a hang, nothing lost."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

import unmask
from tests.app.commands import BROKEN, STORY, call, every_command, outside, write
from unmask.app import files

WRONG = [
    [],
    ["nonsense"],
    ["--nonsense"],
    ["tell", "--nonsense"],
    ["tell", ""],
    ["tell", "nowhere.story"],
    ["tell", "."],
    ["tell", "/"],
    ["tell", "x" * 5000],
    ["tell", "stairs.story/x"],
    ["tell", "binary.story"],
    ["tell", "empty.story"],
    ["tell", "broken.story"],
    ["tell", "loop"],
    ["tell", os.devnull],
    ["tell", "stairs.story", "more"],
    ["tell", "stairs.story", "--seed", "-1"],
    ["tell", "stairs.story", "--seed", "1" + "0" * 30],
    ["tell", "stairs.story", "--seed", "9" * 6000],
    ["tell", "stairs.story", "--seed", "x"],
    ["tell", "stairs.story", "--run", "-1"],
    ["tell", "stairs.story", "--run", str(2**64)],
    ["tell", "stairs.story", "--side", "Nobody"],
    ["tell", "stairs.story", "--side", ""],
    ["tell", "stairs.story", "--as-remembered-by", "world"],
    ["tell", "stairs.story", "--format", "pdf"],
    ["tell", "stairs.story", "--as-remembered-by", "Nobody"],
    ["tell", "stairs.story", "--side", "Bo", "--as-remembered-by", "Ada"],
    ["tell", "stairs.story", "--events", "--side", "Nobody"],
    ["tell", "stairs.story", "--tape", "no/such/folder.tape"],
    ["tell", "stairs.story", "--tape", "."],
    ["tell", "stairs.story", "--tape", "stairs.story"],
    ["tell", "stairs.story", "--tape", "y" * 400],
    ["check", "nowhere"],
    ["check", "binary.story"],
    ["check", "empty.story"],
    ["check", "nul.story"],
    ["check", "broken.story", "--format", "xml"],
    ["replay"],
    ["replay", "stairs.story"],
    ["replay", "stairs.story", "nowhere.tape"],
    ["replay", "stairs.story", "stairs.story"],
    ["replay", "stairs.story", "binary.story"],
    ["replay", "stairs.story", "empty.story"],
    ["replay", "stairs.story", "odd.tape"],
    ["replay", "stairs.story", "new.tape"],
    ["replay", "stairs.story", "far.tape"],
    ["replay", "stairs.story", "."],
    ["why", "stairs.story"],
    ["why", "stairs.story", "--event", "99999"],
    ["why", "stairs.story", "--event", "-1"],
    ["why", "stairs.story", "--event", "4"],
    ["why", "nothing.story", "--event", "0"],
    ["why", "nowhere", "--event", "0"],
    ["fmt"],
    ["fmt", "nowhere.story"],
    ["fmt", "."],
    ["fmt", "binary.story"],
    ["fmt", "village"],
    ["fmt", "stairs.story", "nowhere.story"],
    ["show", "nowhere"],
    ["show", "binary.story"],
    ["show", "broken.story", "--world"],
    ["explain"],
    ["explain", "no-such-code"],
    ["explain", ""],
    ["explain", "../secret"],
    ["new"],
    ["new", ""],
    ["new", ".story"],
    ["new", ".."],
    ["new", "a/"],
    ["new", 'a"b'],
    ["new", "a\nb"],
    ["new", "a{b}"],
    ["new", "no/such/folder/x"],
    ["new", "stairs"],
    ["new", "stairs.story"],
    ["new", "n" * 400],
    ["worlds", "more"],
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(tmp_path)
    write(tmp_path, BROKEN, "broken.story")
    write(tmp_path, "", "empty.story")
    write(tmp_path, STORY + "\0\n", "nul.story")
    write(tmp_path, STORY.replace("when day < 2", "when day > 1"), "nothing.story")
    write(tmp_path, "unmask tape 1\nseed many\n", "odd.tape")
    write(tmp_path, "unmask tape 2\n", "new.tape")
    write(tmp_path, f"unmask tape 1\nseed {2**64}\n\nscene talk\n", "far.tape")
    (tmp_path / "binary.story").write_bytes(b"title \xff\xfe\x00")
    (tmp_path / "loop").symlink_to("loop")
    return tmp_path


@pytest.mark.parametrize("arguments", WRONG, ids=lambda arguments: " ".join(arguments)[:50] or "nothing")
def test_wrong_use_is_answered_with_a_sentence(arguments: list[str], folder: Path) -> None:
    before = {path.name: path.lstat().st_size for path in folder.iterdir()}
    said = call(*arguments)
    assert said.code in (1, 2)
    assert "Traceback" not in said.err + said.out
    assert "Error(" not in said.err
    assert said.err.strip()
    assert {path.name: path.lstat().st_size for path in folder.iterdir()} == before


def test_wrong_use_is_2_and_a_story_with_problems_is_1(folder: Path) -> None:
    codes = [
        call(*arguments).code
        for arguments in (["tell", "nowhere"], ["tell", "broken.story"], ["check", "binary.story"], ["fmt", "binary.story"])
    ]
    assert codes == [2, 1, 1, 2]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["tell", "stairs.stroy"], "Did you mean `stairs.story`"),
        (["tell", "vilage"], "Did you mean `village`"),
        (["tell", "."], "Name a story file in it: `./binary.story`, `./broken.story`"),
        (["tell", "stairs.story/x"], "a part of that path is a file, and no folder"),
        (["tell", "binary.story"], "BINARY.STORY IS NOT A TEXT FILE"),
        (["tell", "stairs.story", "--side", "Nobody"], "its sides are Ada, Bo, world"),
        (["tell", "stairs.story", "--side", "Bo", "--as-remembered-by", "Ada"], "Leave out --side Bo"),
        (["tell", "stairs.story", "--as-remembered-by", "world"], "name the person who remembers"),
        (["replay", "stairs.story", "odd.tape"], "its seed is `many`, which is no whole number"),
        (["replay", "stairs.story", "new.tape"], "only tapes of format 1 are read"),
        (["fmt", "village"], "There is a bundled world of that name, and it stays as it is"),
        (["new", "stairs"], "stairs.story is there already, and nothing was written"),
        (["new", "no/such/folder/x"], "there is no folder no/such/folder"),
        (["new", ".."], "Try `unmask new duel`"),
    ],
)
def test_what_went_wrong_is_said_with_a_way_forward(arguments: list[str], says: str, folder: Path) -> None:
    assert says in call(*arguments).err


def test_a_run_in_which_nothing_happens_has_no_events_to_ask_for(folder: Path) -> None:
    assert call("why", "nothing.story", "--event", "0").err == "Nothing happened in this run, so there is nothing to ask about.\n"
    assert "no scene can be played any more" in call("tell", "nothing.story").out


def test_a_file_that_may_not_be_read_is_said_to_be_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: str, *_: object) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(files.os, "stat", refused)
    with pytest.raises(unmask.CannotOpen, match="may not be read"):
        files.read_file("stairs.story")


def test_a_story_that_vanishes_between_two_looks_is_said_to_be_gone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = os.stat("stairs.story")
    Path("stairs.story").unlink()
    monkeypatch.setattr(files.os, "stat", lambda path: seen)
    with pytest.raises(unmask.CannotOpen, match=r"no file called stairs\.story"):
        files.read_file("stairs.story")


def test_a_file_of_50_megabytes_is_not_read_to_its_end(folder: Path) -> None:
    with open("big.story", "wb") as file:
        file.write(b"# big\n")
        file.truncate(50_000_000)
    for arguments, code in ((["check"], 1), (["tell"], 1), (["fmt"], 2), (["show"], 2)):
        said = call(arguments[0], "big.story")
        assert said.code == code
        assert "too large to be a story" in (said.out + said.err).lower()
    assert Path("big.story").stat().st_size == 50_000_000


@pytest.mark.parametrize("size", [8_100_000, 33_000_000])
def test_a_file_too_large_to_be_read_is_never_formatted_away(size: int, folder: Path) -> None:
    Path("big.story").write_bytes(b"#" * size)
    assert call("fmt", "big.story").code == 2
    assert Path("big.story").stat().st_size == size


@pytest.mark.parametrize("arguments", [["tell", "stairs.story"], ["check", "broken.story"], ["--help"], ["show", "village"]])
def test_a_full_disk_is_said_to_be_full(arguments: list[str], folder: Path) -> None:
    with open("/dev/full", "w") as full:
        ran = outside(*arguments, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert ran.returncode == 1
    assert "The result could not be written (No space left on device)." in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("arguments", "code"), [(["show", "village"], 0), (["tell", "stairs.story"], 0), (["--help"], 0), (["tell", "nowhere"], 2)]
)
def test_a_pipe_that_nobody_reads_any_more_is_no_mistake(arguments: list[str], code: int, folder: Path) -> None:
    end, beginning = os.pipe()
    os.close(end)
    ran = outside(*arguments, capture_output=False, stdout=beginning, stderr=subprocess.PIPE)
    os.close(beginning)
    assert ran.returncode == code
    assert ran.stderr == ("" if code == 0 else call(*arguments).err)


def test_words_that_cannot_be_written_anywhere_leave_the_exit_code_as_it_is(folder: Path) -> None:
    with open("/dev/full", "w") as full:
        for arguments, code in ((["tell", "nowhere"], 2), (["nonsense"], 2), (["tell", "broken.story"], 1)):
            assert outside(*arguments, capture_output=False, stdout=full, stderr=full).returncode == code


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["tell", "stairs.story", "-o", "told.txt"], 0), (["check", "broken.story"], 1), (["tell", "nowhere"], 2), (["--help"], 0)],
)
@pytest.mark.parametrize("closed", [(1,), (2,), (0, 1, 2)])
def test_an_output_that_was_closed_before_is_no_mistake(arguments: list[str], code: int, closed: tuple[int, ...], folder: Path) -> None:
    # A shell's `>&-`: the process starts without this output at all.
    script = f"import os, sys; os.closerange({closed[0]}, {closed[-1] + 1}); os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
    ran = subprocess.run(
        [sys.executable, "-c", script, "-m", "unmask", *arguments], capture_output=True, text=True, timeout=60, check=False
    )
    assert ran.returncode == code
    assert "Traceback" not in ran.stderr + ran.stdout
    if "-o" in arguments:  # nothing was printed into the file that took the free number
        assert Path("told.txt").read_text("utf-8") == call("tell", "stairs.story").out


def test_no_file_gets_the_number_of_a_stream_that_was_closed_before(tmp_path: Path) -> None:
    """What writes to 1 or 2 past Python, a library or another process, would write into it."""
    opens = """
import sys
from unmask.app.printed import behind_the_door
with behind_the_door(), open(sys.argv[1], "w") as file:
    file.write(str(file.fileno()))
"""
    script = "import os, sys; os.closerange(0, 3); os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
    subprocess.run([sys.executable, "-c", script, "-c", opens, "numbers.txt"], cwd=tmp_path, timeout=60, check=True)
    assert int((tmp_path / "numbers.txt").read_text("utf-8")) > 2


STREAMS = ("stdout", "stdin", "stderr")
EVERYTHING = [
    ["tell", "stairs.story"],
    ["tell", "broken.story"],
    ["check", "stairs.story"],
    ["check", "broken.story"],
    ["check", "stairs.story", "--promises"],
    ["check", "stairs.story", "--size"],
    ["fmt", "stairs.story"],
    ["show", "stairs.story", "--automata"],
    ["explain", "told-again"],
    ["new", "stairs"],
    ["worlds"],
    ["run", "stairs.story", "-n", "20"],
    ["run", "stairs.story", "-n", "20", "--coverage"],
    ["find", "stairs.story", "Ada: knock", "-n", "20"],
    ["odds", "stairs.story"],
    ["odds", "stairs.story", "--player", "Ada", "ending done"],
    ["ask", "stairs.story", "ending done", "--tell"],
    ["why", "stairs.story", "--event", "2"],
    ["plot", "stairs.story"],
    ["play", "stairs.story", "--as", "Ada"],
    ["play", "stairs.story"],
    ["replay", "stairs.story", "nowhere.tape"],
    ["export", "stairs.story", "--to", "prism"],
    ["nonsense"],
]


@pytest.mark.parametrize("arguments", EVERYTHING, ids=" ".join)
def test_every_command_ends_as_it_does_with_its_streams_when_there_are_none(
    arguments: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    code = call(*arguments).code
    for closed in (STREAMS[:1], STREAMS[1:]):
        assert call(*arguments, without=closed).code == code


@pytest.mark.parametrize(
    ("error", "code", "says"),
    [
        (IndexError("tuple index out of range"), 70, "unmask has made a mistake here"),
        (RecursionError("too deep"), 70, "RecursionError: too deep (test_bad_input.py, line "),
        (ValueError("\x1b[2J" + "x" * 9_000), 70, "\\u001b[2Jxxx"),
        (MemoryError(), 1, "There is not enough memory for this"),
    ],
    ids=["index", "depth", "long", "memory"],
)
def test_a_mistake_of_ours_is_told_as_one(error: Exception, code: int, says: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def mistaken(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("unmask.pipeline.World.run", mistaken)
    said = call("tell", "stairs.story")
    assert (said.code, said.out) == (code, "")
    assert says in said.err
    assert len(said.err) < 600
    assert "Traceback" not in said.err


def test_every_command_is_tried_without_its_streams() -> None:
    assert {arguments[0] for arguments in EVERYTHING} - {"nonsense"} == set(every_command())
