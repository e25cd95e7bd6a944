"""For which values a moment could not be gone on from: seen without playing, however seldom a run comes there."""

from textwrap import dedent

import pytest

import unmask
from tests.run.playing import story as played
from unmask.analysis.stuck import in_words, stuck
from unmask.problems import in_checks
from unmask.problems.problem import Severity

RARE = """
    fact luck: 0..1
    fact rain: 0..2
    person Nan (she)
      feels grief: 0..1 = 1
    person Tom (he)
      shows gloom while rain > 1
      feels gloom: 0..2
    scene ford with Nan, Tom
      moment wade: Nan
        * wade in
          {GUARD}
          {EFFECT}
          {ARROW}
        {OTHER}
    scene mill with Nan
      when rain > 5
      moment turn: chance
        * turn
          weight 1
          ~ luck = 0
          ~ rain += 1
          ~ Tom.gloom += 1
          ~ Nan.grief += 1
          -> end
"""


def stops(**lines: str) -> list[str]:
    """What is said of where this story could stop: by looking at all values that there may be, with no run played."""
    story = RARE
    for mark in ("GUARD", "EFFECT", "ARROW", "OTHER"):
        story = story.replace(f"{{{mark}}}", lines.get(mark, "-> end" if mark == "ARROW" else ""))
    return noted(story)


def noted(story: str) -> list[str]:
    """What is said of the values at which a story could stop."""
    process = played(dedent(story)).process
    found = [in_checks.may_stop(one.span, one.name, one.what == "options", in_words(one.values, process.layout)) for one in stuck(process)]
    return [problem.note for problem in found if problem.title.endswith(("`wade`", "`wade in`"))]


def test_a_story_whose_ways_are_always_open_is_left_in_peace() -> None:
    assert stops() == []


def test_an_arrow_that_may_not_hold_is_named_with_the_values() -> None:
    (note,) = stops(ARROW="-> end if luck is 0")
    assert "when luck is 1, no arrow leads on" in note


@pytest.mark.parametrize("second", ["-> end if luck is 1", "-> end unless luck is 0", "-> end"])
def test_arrows_that_hold_between_them_are_enough(second: str) -> None:
    assert stops(ARROW="-> end if luck is 0", OTHER=second) == []


def test_what_the_option_asks_for_still_holds_at_its_arrow() -> None:
    always = "* stay\n          -> end"
    assert stops(GUARD="if luck is 0", ARROW="-> end if luck is 0", OTHER=always) == []
    assert stops(GUARD="if luck is 0", EFFECT="~ luck = 1", ARROW="-> end if luck is 0", OTHER=always) != []


def test_options_that_can_all_be_shut_are_named_with_the_values() -> None:
    (note,) = stops(GUARD="if rain < 2", OTHER="* turn back\n          if luck is 1\n          -> end")
    assert "when luck is 0 and rain is 2, nothing is left to choose" in note


def test_options_that_are_open_between_them_are_enough() -> None:
    assert stops(GUARD="if rain < 2", OTHER="* turn back\n          if rain >= 2\n          -> end") == []


def test_options_for_once_can_be_used_up() -> None:
    (note,) = stops(GUARD="once")
    assert "when `wade in` was chosen, nothing is left to choose" in note


def test_what_somebody_believes_is_said_as_a_belief() -> None:
    (note,) = stops(GUARD="if seems(Tom.gloom) < 2")
    assert "when Nan takes Tom's gloom for 2, nothing is left to choose" in note


def test_what_is_worked_out_is_said_by_what_it_is_made_of() -> None:
    story = RARE.replace("fact rain: 0..2", "fact rain: 0..2\n    fact wet means rain > 1 and luck is 1")
    marks = {"GUARD": "unless wet", "EFFECT": "", "ARROW": "-> end", "OTHER": ""}
    for mark, line in marks.items():
        story = story.replace(f"{{{mark}}}", line)
    (note,) = noted(story)
    assert "when luck is 1 and rain is 2" in note


def test_where_a_run_was_seen_to_stop_nothing_more_is_said() -> None:
    story = RARE.replace("{GUARD}", "once").replace("{EFFECT}", "").replace("{ARROW}", "-> end").replace("{OTHER}", "")
    found = [problem for problem in unmask.check(dedent(story)) if problem.code == "dead-end"]
    assert [problem.severity for problem in found] == [Severity.PROBLEM]


def test_where_all_that_can_happen_is_known_nothing_is_said_of_what_cannot() -> None:
    story = RARE.replace("{GUARD}", "").replace("{EFFECT}", "").replace("{ARROW}", "-> end if luck is 0").replace("{OTHER}", "")
    assert noted(story)
    assert [problem.code for problem in unmask.check(dedent(story)) if problem.code == "dead-end"] == []


def test_a_dead_end_that_luck_hardly_ever_finds_is_found_by_going_through_everything() -> None:
    story = """
        fact luck: 0..1
        scene ford
          moment wade: chance
            * wade in
              weight 1000000000
              -> ending over
            * slip
              weight 1
        ending over
    """
    (found,) = [problem for problem in unmask.check(dedent(story)) if problem.code == "dead-end"]
    assert (found.severity, found.span.line) == (Severity.PROBLEM, 8)
