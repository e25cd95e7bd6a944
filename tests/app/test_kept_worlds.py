"""A world that is kept from one command to the next is the one that reading the file would make, and never anything else."""

import os
import sys
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given, settings

import unmask
from tests.app.commands import BROKEN, STORY, call, write
from tests.worlds_made import worlds
from unmask.app import kept_worlds
from unmask.pipeline import world_from
from unmask.problems.place import Source
from unmask.world.stored import from_json, to_json

OTHER = STORY.replace("Ada knocks.", "Ada does not knock.")


@pytest.fixture(autouse=True)
def at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "unmask"


@pytest.fixture
def never_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on no story can be read."""

    def read(_: object) -> None:
        raise AssertionError("a story was read")

    monkeypatch.setattr(kept_worlds, "world_from", read)


@pytest.mark.parametrize("name", ["helmet", "village"])
def test_a_bundled_world_comes_back_as_it_was(name: str) -> None:
    world = unmask.load(name).model
    assert from_json(to_json(world)) == world


@given(worlds())
@settings(max_examples=20, deadline=None)
def test_made_worlds_come_back_as_they_were(text: str) -> None:
    world = world_from(Source("made", text)).model
    assert from_json(to_json(world)) == world


def test_a_second_telling_reads_nothing_and_tells_the_same(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    story = write(tmp_path)
    first = call("tell", story, "--seed", "3")
    request.getfixturevalue("never_read")
    assert call("tell", story, "--seed", "3") == first
    assert call("tell", story, "--seed", "4", "--events").code == 0
    assert call("find", story, "Ada: wait", "-n", "10").code == 0  # which asks for the tree


def test_a_story_that_changed_is_read_anew(tmp_path: Path) -> None:
    story = write(tmp_path)
    told = call("tell", story).out
    write(tmp_path, OTHER)
    assert "Ada does not knock." in call("tell", story).out
    write(tmp_path)
    assert call("tell", story).out == told


def test_a_story_with_a_problem_in_a_line_that_is_not_told_is_refused_each_time(tmp_path: Path, at: Path) -> None:
    story = write(tmp_path)
    assert call("tell", story).code == 0
    write(tmp_path, BROKEN)
    assert [call("tell", story).code for _ in range(2)] == [1, 1]


def test_two_stories_of_one_name_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    one, other = write(tmp_path), write(tmp_path / "other", OTHER)
    for _ in range(2):
        assert "does not knock" not in call("tell", one).out
        assert "does not knock" in call("tell", other).out


@pytest.mark.parametrize("change", ["version", "code", "python"])
def test_another_version_other_code_or_another_python_reads_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str, request: pytest.FixtureRequest
) -> None:
    story = write(tmp_path)
    call("tell", story)
    if change == "version":
        monkeypatch.setattr(unmask, "__version__", "another")
    elif change == "python":
        monkeypatch.setattr(sys, "version", f"{sys.version} (another)")
    else:
        monkeypatch.setattr(kept_worlds, "_READERS", ("world",))
    request.getfixturevalue("never_read")
    assert call("tell", story).code == 70  # it would have been read


def _forged(data: bytes) -> list[bytes]:
    head, _, body = data.partition(b"\n")
    key = int(head.split()[0])
    others = [body[:key] + rest for rest in (b"\xff", b"", b"{}", b"[]", b'{"World":[1]}', b"[" * 100_000)]
    return [
        *(f"{key} {len(other)} {crc32(other):08x}\n".encode() + other for other in others),
        b"",
        data[:-1],
        data + b" ",
        body,
        data.replace(b"Ada waits", b"Bo waits."),
        head + b"\n",
        b"0 0 00000000\n",
        b"\xff" * 100,
    ]


def test_a_file_that_is_damaged_is_as_if_it_were_not_there_and_is_replaced(tmp_path: Path, at: Path) -> None:
    story = write(tmp_path)
    told = call("tell", story)
    (file,) = at.iterdir()
    whole = file.read_bytes()
    for data in _forged(whole):
        file.write_bytes(data)
        assert call("tell", story) == told
        assert file.read_bytes() == whole


def test_a_pipe_a_folder_or_a_link_in_its_place_is_no_world(tmp_path: Path, at: Path) -> None:
    story = write(tmp_path)
    told = call("tell", story)
    (file,) = at.iterdir()
    file.unlink()
    os.mkfifo(file)
    assert call("tell", story) == told
    file.unlink()
    file.symlink_to("/dev/zero")
    assert call("tell", story) == told
    file.unlink()
    file.mkdir()
    assert call("tell", story) == told


def test_a_world_that_others_may_have_written_is_none_and_is_replaced_by_one_that_they_may_not(
    tmp_path: Path, at: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also one that fits to the last sign: whoever may write to the file knows how."""
    story = write(tmp_path)
    told = call("tell", story)
    (file,) = at.iterdir()
    forged = _told_otherwise(file.read_bytes())
    file.write_bytes(forged)
    assert "Ada naps." in call("tell", story).out, "a file of one's own is believed"
    file.chmod(0o666)
    assert call("tell", story) == told
    assert file.stat().st_mode & 0o777 == 0o600
    file.write_bytes(forged)
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert call("tell", story) == told


def _told_otherwise(data: bytes) -> bytes:
    """A kept world in which two sentences are others, with the sum that goes with them."""
    head, _, body = data.partition(b"\n")
    key, rest = body[: int(head.split()[0])], body[int(head.split()[0]) :]
    body = key + rest.replace(b"Ada waits.", b"Ada naps.").replace(b"Ada knocks.", b"Ada naps.")
    return f"{len(key)} {len(body)} {crc32(body):08x}\n".encode() + body


def test_a_world_that_cannot_be_kept_is_told_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert call("tell", write(tmp_path)).code == 0


def test_a_folder_of_caches_that_is_no_whole_path_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert call("tell", write(tmp_path)).code == 0
    assert len(list((tmp_path / "home" / ".cache" / "unmask").iterdir())) == 1
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("told", [("tell",), ("why", "--event", "1"), ("run", "-n", "5")])
def test_one_that_was_forged_well_is_thrown_away_and_the_next_command_reads_the_file(
    tmp_path: Path, at: Path, told: tuple[str, ...]
) -> None:
    story = write(tmp_path)
    whole = call("tell", story)
    (file,) = at.iterdir()
    body = file.read_bytes().partition(b"\n")[2]
    forged = body.replace(b'"Ada knocks."', b"[[17]]").replace(b'{"Constant":[2]}', b'{"Constant":["two"]}')
    assert forged != body
    key = int(file.read_bytes().split()[0])
    file.write_bytes(f"{key} {len(forged)} {crc32(forged):08x}\n".encode() + forged)
    said = call(told[0], story, *told[1:])
    assert "Traceback" not in said.err
    assert (said.code, "that copy is thrown away now" in said.err) == (70, True)
    assert call("tell", story) == whole
