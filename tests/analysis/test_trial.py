"""A few runs of a story find where it can stop in the middle."""

import pytest

from tests.run.playing import story
from unmask.analysis.trial import dead_ends
from unmask.pipeline import check
from unmask.run.record import by_tape, tape_of
from unmask.run.step import Over, Point

STUCK = """
fact month: 0..9
person Rey (she)
scene day
  when month < 9
  moment morning: Rey
    * go out
      -> shore
    * stay
      > She stays in.
    -> end
  moment shore: chance
    * the tide is in
      {weight}
      -> boat
    * the tide is out
      {weight}
      -> boat
  moment boat: Rey
    * row
      if month > 4
    * sail
      if month > 5
    -> end
meanwhile
  ~ month += 1
"""


def test_a_dead_end_is_found_at_the_moment_in_which_it_is() -> None:
    world = story(STUCK.format(weight="weight 1"))
    found = dead_ends(world.process)
    assert [(one.scene, one.moment) for one in found] == [("day", "boat")]
    record = found[0].record
    assert (record.over.ending, record.over.reason) == ("dead end", "every option is shut")
    assert record.events[-1].moment == "shore"


def test_each_moment_is_told_of_once_by_the_first_run_that_stops_there() -> None:
    world = story(STUCK.format(weight="weight month - 1"))
    found = dead_ends(world.process, seed=3, runs=40)
    assert {(one.scene, one.moment) for one in found} == {("day", "shore"), ("day", "boat")}
    for one in found:
        assert by_tape(world.process, tape_of(world.process, one.record, "")).over == one.record.over
        earlier = dead_ends(world.process, seed=3, runs=one.record.number)
        assert (one.scene, one.moment) not in [(other.scene, other.moment) for other in earlier]


def test_a_story_that_always_goes_on_has_none() -> None:
    assert dead_ends(story(STUCK.format(weight="weight 1").replace("if month > 4", "if month >= 0")).process) == []


def test_the_trial_ends_after_many_events(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "fact month: 0..9\nperson Rey (she)\nscene day\n  moment dusk\n    ~ month += 1\n    -> dusk\nlimit 9000 events\n"
    played: list[int] = []
    process = story(text).process
    begin = process.begin

    def counted() -> Point | Over:
        played.append(1)
        return begin()

    monkeypatch.setattr(process, "begin", counted)
    assert dead_ends(process) == []
    assert len(played) == 3


def test_a_check_points_at_the_moment_where_the_story_stops() -> None:
    text = STUCK.format(weight="weight 1").strip()
    found = [problem for problem in check(text) if "In run" in problem.note or "dead" in problem.code]
    lines = text.split("\n")
    assert [lines[problem.span.line - 1].strip() for problem in found] == ["moment boat: Rey"]
