"""Answers that are kept: the same as those that were worked out, and never anything else."""

import json
import math
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import unmask
from tests.app.commands import STORY, call, write
from unmask.app import cache, files
from unmask.app.odds import question_for

KEPT = "These answers took long, and are kept for the next time.\n"
TAKEN = "These answers were kept from an earlier time; --no-cache works them out anew.\n"
MORE = STORY + "\nmotif cold feet\n  Ada: wait\n  then Ada: wait\n"


@pytest.fixture(autouse=True)
def at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder, where everything counts as long."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(cache, "LONG", 0.0)
    return tmp_path / "cache" / "unmask"


def kept(at: Path) -> list[Path]:
    """The files with answers in them; checked worlds are kept beside them."""
    return list(at.glob("odds-*"))


def told(*arguments: str) -> str:
    said = call("odds", *arguments)
    assert (said.code, said.err.replace(KEPT, "").replace(TAKEN, "")) == (0, "")
    return re.sub(r'\d+\.\d+ s$|"seconds": [\d.]+', "TIME", said.out, flags=re.MULTILINE)


@pytest.mark.parametrize("further", [(), ("cold feet", "day is 2"), ("cold feet", "--given", "Ada: wait")])
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_the_same_question_has_the_same_answer_and_nothing_is_gone_through(
    tmp_path: Path, at: Path, monkeypatch: pytest.MonkeyPatch, further: tuple[str, ...], form: tuple[str, ...]
) -> None:
    story = write(tmp_path, MORE)
    first = told(story, *further, *form)
    assert len(kept(at)) == 1
    monkeypatch.setattr("unmask.app.odds.answers_for", None)
    assert told(story, *further, *form) == first


def test_prose_may_change_and_lines_are_those_of_the_file_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: Path) -> None:
    told(write(tmp_path, MORE))
    changed = MORE.replace('title "The Stairs"\n', 'title "The Stairs"\n# a comment\n').replace("Ada knocks again", "She knocks again")
    monkeypatch.setattr("unmask.app.odds.answers_for", None)
    assert "talk / door / Ada: knock (stairs.story, line 13)" in told(write(tmp_path, changed))


@pytest.mark.parametrize(
    ("before", "after"),
    [("+2 ", "+3 "), ("motif cold feet\n  Ada: wait\n", "motif cold feet\n  Ada: knock\n"), ("day is 2", "day is 1")],
)
def test_whatever_the_answer_hangs_on_is_asked_anew(tmp_path: Path, before: str, after: str) -> None:
    first = told(write(tmp_path, MORE))
    assert before in MORE
    changed = write(tmp_path, MORE.replace(before, after))
    assert told(changed) == told(changed, "--no-cache") != first


def test_what_is_given_is_a_part_of_the_question(tmp_path: Path, at: Path) -> None:
    story = write(tmp_path, MORE)
    assert told(story, "cold feet") != told(story, "cold feet", "--given", "Ada: wait")
    assert len(kept(at)) == 2


def test_another_version_asks_anew(tmp_path: Path, at: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    story = write(tmp_path, MORE)
    told(story)
    monkeypatch.setattr(unmask, "__version__", "another")
    told(story)
    assert len(kept(at)) == 2


def spoilt(data: bytes) -> list[bytes]:
    file = json.loads(data)
    file["answers"]["answers"][0][1] = 0.25
    other = json.loads(data)
    other["answers"]["states"] += 1  # which may be, and was not written
    return [json.dumps(other).encode(), b"", b"\xff\x00", data[:-40], b"[]", b'{"sum": 1}', json.dumps(file).encode(), b"[" * 100_000]


def test_a_file_that_is_broken_is_as_if_it_were_not_there_and_is_replaced(tmp_path: Path, at: Path) -> None:
    story = write(tmp_path, MORE)
    first = told(story, "cold feet")
    (file,) = kept(at)
    whole = file.read_bytes()
    world = unmask.load(story)
    asked = [question_for(world, "cold feet")]
    assert cache.kept(world, asked, None) is not None
    for data in spoilt(whole):
        file.write_bytes(data)
        assert cache.kept(world, asked, None) is None
    assert told(story, "cold feet") == first
    assert file.read_bytes() == whole
    assert len(kept(at)) == 1


def forged(data: bytes) -> list[bytes]:
    """Files with a sum that is right, of odds that cannot be."""

    def with_its_sum(change: Callable[[dict[str, Any]], object]) -> bytes:
        answers = json.loads(data)["answers"]
        change(answers)
        return json.dumps({"sum": cache._sum(answers), "answers": answers}).encode()

    numbers: list[Any] = [-3, 1.5, math.nan, math.inf, "0.5", True, None, [], 10**400]
    odds = [with_its_sum(lambda a, n=n, at=at: a["answers"][0].__setitem__(at, n)) for n in numbers for at in (1, 2, 3, 5)]
    counts = [with_its_sum(lambda a, n=n, of=of: a.__setitem__(of, n)) for n in numbers[:-1] for of in ("states", "left")]
    return [
        *odds,
        *counts,
        with_its_sum(lambda a: a["answers"][0].__setitem__(4, "always")),
        with_its_sum(lambda a: a["answers"][0].__setitem__(4, "perhaps")),
        with_its_sum(lambda a: a["answers"][0].__setitem__(6, 7)),
        with_its_sum(lambda a: a["endings"].pop()),
        with_its_sum(lambda a: a["endings"][0].__setitem__(0, "ending of the world")),
        with_its_sum(lambda a: [row.__setitem__(slice(1, 4), [1.0, 1.0, 1.0]) for row in a["endings"]]),
        with_its_sum(lambda a: a["endings"][0].__setitem__(slice(1, 5), [0.5, 0.5, 0.5, ""])),
        with_its_sum(lambda a: a.__setitem__("cut_off", [5, 3])),
        with_its_sum(lambda a: a.__setitem__("cut_off", [0, 3])),
        with_its_sum(lambda a: a["answers"].clear()),
        with_its_sum(lambda a: a.__setitem__("scenes", -1)),
        with_its_sum(lambda a: a["options"][0].__setitem__(4, -1)),
        with_its_sum(lambda a: a["options"].append(a["options"][0])),
        with_its_sum(lambda a: a["options"][0].__setitem__(0, "nowhere")),
    ]


def test_odds_that_cannot_be_are_not_believed(tmp_path: Path, at: Path) -> None:
    story = write(tmp_path, MORE)
    told(story, "cold feet")
    (file,) = kept(at)
    whole = file.read_bytes()
    world = unmask.load(story)
    asked = [question_for(world, "cold feet")]
    for data in forged(whole):
        file.write_bytes(data)
        assert cache.kept(world, asked, None) is None, data
    file.write_bytes(whole)
    assert cache.kept(world, asked, None) is not None


def test_what_is_no_plain_file_of_ours_is_not_read_and_nothing_waits_for_it(
    tmp_path: Path, at: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = write(tmp_path, MORE)
    told(story, "cold feet")
    (file,) = kept(at)
    whole, world = file.read_bytes(), unmask.load(story)
    asked = [question_for(world, "cold feet")]
    with monkeypatch.context() as patch:
        patch.setattr(files.os, "geteuid", lambda: os.getuid() + 1)
        assert cache.kept(world, asked, None) is None
    assert file.stat().st_mode & 0o777 == 0o600
    assert cache.kept(world, asked, None) is not None
    file.chmod(0o606)
    assert cache.kept(world, asked, None) is None
    file.write_bytes(whole + b" " * cache.LARGEST)
    file.chmod(0o600)
    assert cache.kept(world, asked, None) is None
    (tmp_path / "elsewhere").write_bytes(whole)
    for make, take_away in (
        (lambda: os.mkfifo(file), file.unlink),
        (file.mkdir, file.rmdir),
        (lambda: file.symlink_to("/dev/zero"), file.unlink),
        (lambda: file.symlink_to(tmp_path / "elsewhere"), file.unlink),
    ):
        file.unlink(missing_ok=True)
        make()
        assert cache.kept(world, asked, None) is None
        take_away()


def test_it_is_said_when_answers_are_kept_and_when_they_were(tmp_path: Path) -> None:
    story = write(tmp_path, MORE)
    assert call("odds", story).err == KEPT
    assert call("odds", story).err == TAKEN
    assert call("odds", story, "--no-cache").err == ""


def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert "cold feet" in told(write(tmp_path, MORE))


@pytest.mark.parametrize("arguments", [("--no-cache",), ("--exact",), ("--budget", "1")])
def test_what_is_no_exact_answer_or_not_to_be_kept_is_not(
    tmp_path: Path, at: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setattr("unmask.analysis.estimate.RUNS", 2_000)
    told(write(tmp_path, MORE), *arguments)
    assert kept(at) == []


def test_what_took_no_time_is_not_kept(tmp_path: Path, at: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "LONG", 1e9)
    told(write(tmp_path, MORE))
    assert kept(at) == []
