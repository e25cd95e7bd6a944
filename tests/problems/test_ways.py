"""What a problem says to write is right when it is written: in this story's names, once for each slip."""

import re

import pytest

from tests.problems.pages import pages, stories, told_of
from tests.problems.test_words import SAID


def bad(code: str) -> str:
    return stories(pages()[code])["bad"].decode()


@pytest.mark.parametrize(
    ("code", "line", "instead"),
    [
        ("always-saturates", "~ Tobit.pride += 5", "~ Tobit.pride = 3"),
        ("two-comparisons", "2 < rung < 8", "2 < rung and rung < 8"),
        ("reads-a-secret", "known to Felix", "known to Felix, Petra"),
        ("out-of-range", "0..5", "0..8"),
        ("wrong-count", "max(anger)", "max(anger, 3)"),
        ("means-itself", "keeps calm means not fretful", "keeps calm: yes/no"),
        ("archive-rating", "General", "General Audiences"),
    ],
)
def test_what_is_said_to_be_written_mends_it(code: str, line: str, instead: str) -> None:
    (problem,) = told_of(bad(code).encode())
    assert f"`{instead}`" in problem.note
    assert code not in {other.code for other in told_of(bad(code).replace(line, instead, 1).encode())}


def test_the_names_that_lead_back_to_themselves_are_told_as_one_circle() -> None:
    alone = bad("means-itself").replace("means not calm", "means calm").replace("means not fretful", "means not calm")
    (circle,), (problem,) = told_of(bad("means-itself").encode()), told_of(alone.encode())
    assert circle.note.startswith("It hangs on `fretful`, that on `calm` again")
    assert problem.note.startswith("It hangs on `calm` itself")


def test_a_place_where_a_story_stops_is_told_with_a_way_on() -> None:
    (problem,) = told_of(bad("dead-end").encode())
    assert "`-> end`" in problem.note


def test_a_belief_that_nobody_else_can_know_is_told_by_a_line_to_write_for_it() -> None:
    story = SAID["Tobit cannot know what Oda believes"]
    (problem,) = told_of(story.encode())
    line, asked = re.findall("`([^`]*)`", problem.note)
    written = story.replace("  feels grief", f"  {line}\n  feels grief").replace("seems(Oda, Nan.joy)", asked)
    assert "reads-anothers-mind" not in {told.code for told in told_of(written.encode())}


def test_more_things_than_fit_are_told_to_be_left_out_and_one_is_one() -> None:
    story = bad("wrong-count").replace("max(anger)", "was(anger, shame)")
    (problem,) = told_of(story.encode())
    assert "takes 1 thing between" in problem.title
    assert problem.note == "Leave out what is too much: `was(anger)`."


@pytest.mark.parametrize("test", ["(rung < 2) = (rung < 3) = yes", "not 2 < rung < 8", "rung < 2 < 3 < 4"])
def test_steps_that_could_be_taken_in_two_ways_are_not_taken(test: str) -> None:
    (problem,) = told_of(bad("two-comparisons").replace("2 < rung < 8", test).encode())
    assert problem.code == "two-comparisons"
    assert problem.fix is None
