"""The campaign's own tests: it finds what must never be, and a short one finds nothing."""

import random
import time
from pathlib import Path

import pytest

from tests import campaign
from tests.campaign import PLAYABLE, Asked, Ended, command_at, drawn, run_command, story_at, try_story, within, wrong_with


def test_stories_with_something_wrong_in_them_do_no_harm() -> None:
    became = set()
    for number in range(100):
        ended, why, story = story_at(2026, number)
        assert why == "", f"{why}\n{story.decode('utf-8', 'backslashreplace')}"
        became.add(ended)
    assert became == {"told", "problems", "no text"}


def test_commands_with_something_wrong_in_them_do_no_harm() -> None:
    became = set()
    for number in range(60):
        ended, why, asked = command_at(2026, number)
        assert why == "", f"{why}\n{asked.arguments}"
        became.add(ended)
    assert became == {"exit 0", "exit 1", "exit 2"}


def test_the_same_number_is_the_same_story_and_the_same_command() -> None:
    assert drawn(random.Random(5)) == drawn(random.Random(5))
    assert campaign.asked_at(1, 5) == campaign.asked_at(1, 5)


@pytest.mark.parametrize(
    ("place", "broken", "says"),
    [
        ("check", lambda text, name: [][0], "IndexError"),
        ("check", lambda text, name: [], "check says nothing against a story that cannot be played"),
        ("usual_form", lambda source, tree: PLAYABLE, "fmt changes what it means"),
        ("usual_form", lambda source, tree: f"{source.text}# and on\n", "fmt is not done with it the first time"),
        ("harmless", lambda text: text + "\x1b", "a terminal would obey what is printed"),
    ],
)
def test_what_must_never_be_is_seen_in_a_story(place: str, broken: object, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    story = PLAYABLE.replace("day < 2", "dya < 2").encode()
    monkeypatch.setattr(campaign, "drawn", lambda dice: story)
    monkeypatch.setattr(campaign, place, broken)
    assert says in story_at(1, 1)[1]


def work_for_ever() -> None:
    with within(0.05):
        while time.process_time() < 1e9:
            pass


def test_a_hang_is_seen_in_a_story() -> None:
    with pytest.raises(campaign.Wrong, match="not done within"):
        work_for_ever()


def test_a_good_story_is_told() -> None:
    assert try_story(PLAYABLE.encode(), random.Random(1)) == "told"


@pytest.mark.parametrize(
    ("ended", "says"),
    [
        (Ended(0, b"all is well\n", b""), ""),
        (Ended(99, b"", b"Traceback (most recent call last)"), "an exception"),
        (Ended(-9, b"", b""), "it was ended by signal 9"),
        (Ended(3, b"", b"?"), "exit code 3"),
        (Ended(0, b"a \x1b[2J", b""), "a terminal would obey"),
        (Ended(1, b"", b"a \xe2\x80\xae"), "a terminal would obey"),
        (Ended(1, b"", b" "), "exit code 1 without a word"),
        (Ended(2, b"no", b""), "exit code 2 and nothing on stderr"),
        (Ended(1, b"no", b""), "exit code 1 for a story that can be played"),
    ],
)
def test_what_must_never_be_is_seen_in_how_a_command_ends(ended: Ended, says: str) -> None:
    found = wrong_with(Asked(["check", "tried.story"], "", PLAYABLE.encode()), ended)
    assert found.startswith(says) if says else not found


def test_a_story_that_cannot_be_played_and_is_not_refused_is_seen() -> None:
    asked = Asked(["tell", "tried.story"], "", PLAYABLE.replace("day < 2", "dya < 2").encode())
    assert "cannot be played" in wrong_with(asked, Ended(0, b"once upon a time", b""))


def test_a_command_has_a_process_and_a_folder_of_its_own(tmp_path: Path) -> None:
    ended = run_command(Asked(["tell", "tried.story", "-o", "told.txt"], "", PLAYABLE.encode()), tmp_path)
    assert (ended.code, ended.out, ended.err) == (0, b"", b"told.txt is written.\n")
    assert (tmp_path / "told.txt").read_text("utf-8").startswith("THE STAIRS")
