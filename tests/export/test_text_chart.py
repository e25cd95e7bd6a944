"""Arcs in letters and in sentences: what is drawn is so, it fits, and who does not look at it is told the same."""

import pytest

from tests.export.drawn import STORY, many_runs, one_run
from tests.run.playing import story
from unmask.analysis.arcs import course, pairs
from unmask.export.to_text_chart import PLAIN, course_text, course_words, fans_text, fans_words

SMILE = 'say </script><script>alert(1)</script> & "smile"'


def test_the_gap_is_shaded_until_the_mask_is_off() -> None:
    drawn = course_text("The Lamp", one_run(), 46, PLAIN).splitlines()
    levels = [line for line in drawn if line.startswith(("great ", " some ", " none "))]
    assert levels == [
        "great ===============|==========#####|#####",
        " some :::::::::::::::|::::::::::     |",
        " none ---------------|----------     |",
    ]


def test_the_scenes_stand_under_the_drawing() -> None:
    drawn = course_text("The Lamp", one_run(), 46, PLAIN).splitlines()
    assert "      talk            talk" in drawn


def test_the_turn_is_named() -> None:
    assert "  Event 5, lamp: believed great and no longer none.\n" in course_text("The Lamp", one_run(), 80)


def test_the_sentences_say_what_the_drawing_shows() -> None:
    number = one_run().record.number
    assert course_words("The Lamp", one_run()) == (
        f"The Lamp: seed 7, run {number}, 7 events, ends: dawn\n\n"
        "Ada.dread, and what Bo takes it for\n"
        "  Scene 1 (talk) ends: great, believed none.\n"
        "  Scene 2 (talk) ends: great, and believed so.\n"
        "  Event 5, lamp: believed great and no longer none.\n"
    )


@pytest.mark.parametrize("width", [20, 40, 60, 110])
def test_nothing_is_wider_than_the_terminal_or_than_can_be_read(width: int) -> None:
    for text in (course_text("The Lamp", one_run(), width), fans_text("The Lamp", many_runs(), width)):
        assert max(map(len, text.splitlines())) <= max(width, 40)


def test_a_drawing_in_plain_letters_holds_no_others() -> None:
    assert course_text("The Lamp", one_run(), 60, PLAIN).isascii()
    assert fans_text("The Lamp", many_runs(), 60, PLAIN).isascii()
    assert not course_text("The Lamp", one_run(), 60).isascii()


LONG = """\
fact night: 0..90
person Ada (she)
  open face: seen | unseen
  feels dread: 0..40
  shows dread unless face is unseen
person Bo (he)
scene talk with Ada, Bo
  moment door
    ~ Ada.dread += 1
    ~ Ada.face = unseen if night is 7
    -> end
meanwhile
  ~ night += 1
ending dawn when night is 90
"""


def test_a_long_run_with_many_levels_still_fits_and_loses_no_gap() -> None:
    found = course((made := story(LONG)).model, 7, 0, pairs(made.model))
    drawn = course_text("The Lamp", found, 60, PLAIN)
    assert len(found.stretches) > 90
    assert max(map(len, drawn.splitlines())) <= 60
    assert any(line.startswith("40 ") and line.endswith("=") for line in drawn.splitlines())
    assert ":" in drawn.splitlines()[6]


def test_a_fan_has_the_median_where_it_is_and_says_how_many_runs_are_left() -> None:
    found = many_runs()
    drawn = fans_text("The Lamp", found, 60, PLAIN).splitlines()
    felt, believed = drawn.index("  Ada feels"), drawn.index("  Bo believes")
    assert [line[6:] for line in drawn[felt + 1 : felt + 4]] == ["######", "", ""]
    assert [line[6:] for line in drawn[believed + 1 : believed + 4]] == ["   +++", "   +++", "######"]
    assert f"Runs that are not over: 40 in scene 1, {found.left[1]} in scene 2." in drawn
    assert "  mean gap: -2.0 in scene 1, -1.2 in scene 2" in drawn  # some shout before there is light


def test_the_sentences_of_a_fan_say_each_scene() -> None:
    told = fans_words("The Lamp", many_runs())
    assert (
        "  Scene 1: median great, half great, nine tenths great; believed median none, half none, nine tenths none; mean gap −2.0.\n"
        in told
    )


def test_what_an_author_wrote_is_told_as_it_was_written() -> None:
    model = story(STORY.replace("      -> lamp\n", "      ~ dread = some\n      -> lamp\n")).model
    text = course_text("The <Lamp>", course(model, 7, one_run().record.number, pairs(model)), 110)
    assert text.startswith("The <Lamp>: ")
    assert f"  Event 1, Ada: {SMILE}: from great to some.\n" in text
