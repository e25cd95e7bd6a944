"""Files that the command writes: whole or not at all, and never with another meaning."""

import os
import stat
from pathlib import Path
from threading import Timer
from typing import Any

import pytest

import unmask
from tests.app.commands import BROKEN, STORY, call, write
from unmask.app import files
from unmask.pipeline import world_from
from unmask.problems.place import Source
from unmask.syntax.usual_form import usual_form

UNTIDY = STORY.replace("  ~ day += 1", "     ~  day  +=  1").replace('+2 "she', '+2     "she').replace("\n\n", "\n\n\n\n")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def meaning(path: str) -> str:
    return world_from(Source("a", Path(path).read_bytes().decode("utf-8"))).fingerprint


@pytest.mark.parametrize("text", [UNTIDY, UNTIDY.replace("\n", "\r\n"), "\ufeff" + UNTIDY, UNTIDY + "\n\n# the end\n"])
def test_fmt_brings_a_file_into_its_usual_form_and_changes_nothing_that_it_means(text: str, here: Path) -> None:
    path = write(here, text)
    before = meaning(path)
    said = call("fmt", path)
    assert (said.code, said.out, said.err) == (0, "", f"{path}: changed\n")
    assert meaning(path) == before
    assert Path(path).read_text("utf-8").rstrip("\n").removesuffix("# the end").rstrip("\n") == STORY.rstrip("\n")
    assert b"\r" not in Path(path).read_bytes()
    assert call("fmt", path) == (0, "", "")


@pytest.mark.parametrize("world", ["village", "helmet"])
def test_fmt_keeps_the_meaning_of_the_bundled_worlds(world: str, here: Path) -> None:
    text = files.read_bundled(world).text
    path = write(here, text.replace("\n", "\r\n"))
    before = unmask.load(world).fingerprint
    call("fmt", path)
    assert unmask.load(path).fingerprint == before


def test_fmt_check_changes_nothing_and_says_what_would_be_changed(here: Path) -> None:
    path = write(here, UNTIDY)
    assert call("fmt", "--check", path) == (1, "", f"{path}: would be changed\n")
    assert Path(path).read_text("utf-8") == UNTIDY
    write(here, STORY)
    assert call("fmt", "--check", path) == (0, "", "")


def test_fmt_leaves_what_it_cannot_read_as_it_stands(here: Path) -> None:
    path = write(here, BROKEN + "what is this\n")
    said = call("fmt", path)
    assert said.code == 1
    assert "line 30 cannot be read" in said.err or "lines cannot be read, the first is line" in said.err
    assert "what is this\n" in Path(path).read_text("utf-8")
    assert "> The {door opens.\n" in Path(path).read_text("utf-8")


def test_fmt_goes_on_after_a_file_that_it_cannot_do(here: Path) -> None:
    path = write(here, UNTIDY)
    said = call("fmt", "nowhere.story", path)
    assert said.code == 2
    assert Path(path).read_text("utf-8") == STORY


def test_fmt_has_nothing_to_do_in_an_empty_file(here: Path) -> None:
    path = write(here, "")
    assert call("fmt", path) == (0, "", "")
    assert Path(path).read_bytes() == b""


def test_fmt_keeps_who_may_read_a_file(here: Path) -> None:
    path = write(here, UNTIDY)
    os.chmod(path, 0o640)
    call("fmt", path)
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o640


def test_fmt_goes_through_a_link_and_leaves_it_a_link(here: Path) -> None:
    path = write(here, UNTIDY)
    (here / "link.story").symlink_to(path)
    assert call("fmt", "link.story").code == 0
    assert (here / "link.story").is_symlink()
    assert Path(path).read_text("utf-8") == STORY


def full(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


def half_written(name: str, mode: str, **more: Any) -> Any:
    """A file on a disk that is full when half of it is written."""
    file = open(name, mode, **more)  # noqa: SIM115 -- whoever opens it closes it
    if "x" in mode:
        file.write(b"half of it")
        file.write = full
    return file


def only_for_reading(name: str, mode: str, **more: Any) -> Any:
    """A file in a folder in which none may be made."""
    if "x" in mode:
        raise PermissionError(13, "Permission denied")
    return open(name, mode, **more)


@pytest.mark.parametrize(
    ("place", "what", "breaks", "says"),
    [
        (files, "open", half_written, "no space left on device"),
        (files, "open", only_for_reading, "permission denied"),
        (files.os, "fsync", full, "no space left on device"),
        (files.os, "replace", full, "no space left on device"),
    ],
    ids=["half written", "folder only for reading", "never on the disk", "not put in its place"],
)
def test_fmt_leaves_the_old_file_whole_wherever_the_disk_gives_up(
    place: object, what: str, breaks: object, says: str, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(here, UNTIDY)
    monkeypatch.setattr(place, what, breaks, raising=False)
    said = call("fmt", path)
    monkeypatch.undo()
    assert (said.code, said.out) == (2, "")
    assert f"was not written: {says}. What stood there before is unchanged." in said.err
    assert Path(path).read_text("utf-8") == UNTIDY
    assert os.listdir(here) == ["stairs.story"]


NAMES = ["/dev/full", "pipe", "loop", "folder/", "no/where.txt", "n" * 300, "n" * 5_000]


@pytest.mark.parametrize("name", NAMES, ids=lambda name: name[:20])
@pytest.mark.parametrize(
    "command", [["tell", "-o"], ["tell", "--tape"], ["plot", "--of", "Ada.hope", "-o"], ["export", "--to", "prism", "-o"]]
)
def test_where_no_file_can_stand_none_is_written(command: list[str], name: str, here: Path) -> None:
    path = write(here, STORY.replace("person Ada (she)\n", "person Ada (she)\n  feels hope: 0..2\n"))
    os.mkfifo("pipe")
    os.symlink("loop", "loop")
    os.mkdir("folder")
    before = sorted(os.listdir(here))
    said = call(command[0], path, *command[1:], f"{name}.svg" if "plot" in command and name[0] == "n" else name)
    assert (said.code, said.out) == (2, "")
    assert said.err.strip()
    assert "The result" not in said.err
    assert sorted(os.listdir(here)) == before


def test_a_story_comes_through_a_pipe_and_nobody_waits_for_one_into_which_nobody_writes(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "PIPE_SECONDS", 0.05)
    os.mkfifo("pipe")
    said = call("check", "pipe")
    assert (said.code, said.out, said.err) == (2, "", "pipe cannot be read: it is a pipe, and nobody writes into it.\n")
    end, beginning = os.pipe()
    slow = Timer(0.2, lambda: (os.write(beginning, STORY.encode()), os.close(beginning)))
    slow.start()
    assert call("check", f"/dev/fd/{end}").code == 0
    slow.join()
    os.close(end)


def test_a_name_as_long_as_names_may_be_can_be_written(here: Path) -> None:
    path = write(here)
    assert call("tell", path, "-o", "n" * 255).code == 0
    assert call("tell", path, "-o", "é" * 127).code == 0


def test_who_stands_in_a_folder_that_is_gone_is_told(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(here)
    (here / "gone").mkdir()
    monkeypatch.chdir(here / "gone")
    (here / "gone").rmdir()
    assert call("tell", path).code == 0
    for arguments in (
        ["tell", "helmet", "-o", "x.txt"],
        ["run", path, "-n", "10", "--out", "t"],
        ["new", "duel"],
        ["tell", path, "--tape", "x"],
    ):
        said = call(*arguments)
        assert (said.code, said.out) == (2, "")
        assert "The result" not in said.err


def test_fmt_stopped_by_hand_leaves_nothing_behind(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(here, UNTIDY)

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(files.os, "replace", stopped)
    said = call("fmt", path)
    assert said.code == 130
    assert "Stopped." in said.err
    assert Path(path).read_text("utf-8") == UNTIDY
    assert os.listdir(here) == ["stairs.story"]


def test_fmt_mends_a_line_that_could_not_be_read_for_a_sign_that_nobody_sees(here: Path) -> None:
    told = "{if day > 0: It is late. | else: It is early.}"
    path = write(here, STORY.replace("The door opens.", told.replace("else", "\x07else")))
    assert call("fmt", path).err.startswith(f"{path}: changed\n")
    assert Path(path).read_text("utf-8") == STORY.replace("The door opens.", told)


def test_fmt_refuses_to_write_what_would_mean_something_else(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(here, UNTIDY)
    monkeypatch.setattr(
        "unmask.syntax.usual_form.usual_form", lambda source, story: usual_form(source, story).replace("day += 1", "day += 2")
    )
    said = call("fmt", path)
    assert said.code == 2
    assert "nothing was changed" in said.err
    assert Path(path).read_text("utf-8") == UNTIDY


def test_new_writes_a_story_that_is_fine_and_tells_something(here: Path) -> None:
    said = call("new", "first-light")
    assert (said.code, said.out) == (0, "")
    assert "unmask tell first-light.story" in said.err
    assert call("check", "first-light.story").code == 0
    assert call("check", "first-light.story", "--format", "json").out == "[]\n"
    told = call("tell", "first-light.story")
    assert told.code == 0
    assert told.out.startswith("FIRST LIGHT\n")
    assert len(told.out.split()) > 60
    assert len({call("tell", "first-light.story", "--run", str(number)).out for number in range(8)}) > 3


@pytest.mark.parametrize(
    ("name", "path", "title"),
    [
        ("duel.story", "duel.story", "Duel"),
        ("العاصفة", "العاصفة.story", "العاصفة"),
        ("雨", "雨.story", "雨"),
        ("the long_way", "the long_way.story", "The long way"),
        ("7", "7.story", "7"),
    ],
)
def test_new_takes_names_of_any_script(name: str, path: str, title: str, here: Path) -> None:
    assert call("new", name).code == 0
    assert unmask.load(path).title == title


def test_new_never_writes_over_anything(here: Path) -> None:
    path = write(here)
    (here / "link.story").symlink_to("nowhere")
    for name in ("stairs", "stairs.story", "link"):
        assert call("new", name).code == 2
    assert Path(path).read_text("utf-8") == STORY
    assert not (here / "nowhere").exists()
