"""A few runs of a story on the reference engine find where it stops in the middle, and never take long."""

import pytest

from tests.run.playing import story
from tests.world.told import told
from unmask.analysis.trial import RUNS, trials
from unmask.pipeline import check
from unmask.run.record import Record, by_luck

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


def stops(text: str) -> dict[tuple[str, str], Record]:
    """The first run that stops at each moment."""
    found: dict[tuple[str, str], Record] = {}
    for trial in trials(story(text).process):
        if trial.record.over.ending == "dead end":
            found.setdefault((trial.record.over.scene, trial.record.over.moment), trial.record)
    return found


def test_a_dead_end_is_found_at_the_moment_in_which_it_is() -> None:
    found = stops(STUCK.format(weight="weight 1"))
    assert list(found) == [("day", "boat")]
    record = found["day", "boat"]
    assert record.over.reason == "every option is shut"
    assert record.events[-1].moment == "shore"


def test_runs_are_those_that_anybody_can_tell_by_their_number() -> None:
    world = story(STUCK.format(weight="weight month - 1"))
    found = list(trials(world.process))
    assert len(found) == RUNS
    assert all(trial.whole for trial in found)
    assert found[7].record == by_luck(world.process, 7, 7)
    assert {("day", "shore"), ("day", "boat")} <= set(stops(STUCK.format(weight="weight month - 1")))


def test_a_story_that_always_goes_on_has_none() -> None:
    assert stops(STUCK.format(weight="weight 1").replace("if month > 4", "if month >= 0")) == {}


def test_the_trial_ends_after_many_events_and_says_which_run_it_cut_off() -> None:
    text = "fact month: 0..9\nperson Rey (she)\nscene day\n  moment dusk\n    ~ month += 1\n    -> dusk\nlimit 9000 events\n"
    found = list(trials(story(text).process))
    assert [trial.whole for trial in found] == [True, True, False]
    assert sum(len(trial.record.events) for trial in found) == 20_000


def test_the_trial_ends_after_much_work_however_many_casts_there_are() -> None:
    people = "".join(f"person P{number} (he), a k\n" for number in range(20))
    crowd = story(f"kind k\n{people}scene talk with a, b: k\n  -> end\n")
    found = list(trials(crowd.process, work=50_000))
    assert [trial.whole for trial in found] == [False]
    assert 50 < len(found[0].record.events) <= 160


@pytest.mark.parametrize(
    ("moment", "place"),
    [
        ("* stay\n      > She stays in.\n", "* stay"),
        ("* go out\n      -> end\n    * stay\n      > She stays in.\n", "* stay"),
        ("* row\n      if never\n      -> end\n", "moment morning: Rey"),
        ("* stay\n      -> morning if never\n", "* stay"),
    ],
)
def test_a_dead_end_is_told_once_and_where_it_is_to_be_mended(moment: str, place: str) -> None:
    text = f"fact never: yes/no\nperson Rey (she)\nscene day\n  once\n  moment morning: Rey\n    {moment}"
    assert [one for one in told(text) if one[0] == "dead-end"] == [("dead-end", place)]


def test_of_several_options_without_an_arrow_one_is_told_and_the_others_are_shown() -> None:
    text = "person Rey (she)\nscene day\n  once\n  moment morning: Rey\n    * stay\n    * go\n    * wait\n      -> end\n"
    (problem,) = [problem for problem in check(text) if problem.code == "dead-end"]
    assert sorted([problem.span.line, *(label.span.line for label in problem.labels)]) == [5, 6]
