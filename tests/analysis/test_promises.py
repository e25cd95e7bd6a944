"""Promises held against the odds: kept, broken, or not to be told."""

from fractions import Fraction

import pytest

from unmask.analysis.promises import BROKEN, PASSED, UNDECIDED, Judge, Verdict
from unmask.pipeline import world_from
from unmask.problems.place import Source

# Two in three go on the first night, and two in three of the others on the second: 8 of 9 stories, with 4/3 scenes on average.
DOOR = """
person Nan (she)
fact night: 0..2

motif twice at the door
  scene door
  then scene door

scene door with Nan
  moment sky: chance
    * it clears
      weight 2
      -> ending gone
    * it rains
      weight 1
    -> end

meanwhile
  ~ night += 1

ending gone
ending asleep when night is 2
"""
KNOCK = "person Nan (she)\nscene door\n  moment knock: Nan\n    * go\n      -> ending gone\n"
AGAIN = KNOCK + "    * stay\n      -> end\nending gone\nlimit 4 events\n"
TRAP = KNOCK + "    * stay\n      -> hall\n  moment hall: Nan\n    * sit\n    -> hall\nending gone\n"
EVEN = KNOCK + "    * stay\n      -> ending home\nending gone\nending home\n"


def judged(story: str, *promises: str, budget: int = 100_000, runs: int = 20_000) -> tuple[Judge, list[Verdict]]:
    text = story + "".join(f"promise {promise}\n" for promise in promises)
    judge = Judge(world_from(Source("story", text)).model, budget, runs=runs)
    return judge, list(judge.verdicts())


@pytest.mark.parametrize(
    ("promise", "state"),
    [
        ("in 80% to 90% of stories: ending gone", PASSED),  # it is in 8 of 9
        ("in 10% to 20% of stories: ending gone", BROKEN),
        ("in at least 88.8% of stories: ending gone", PASSED),
        ("in at least 88.9% of stories: ending gone", BROKEN),
        ("in at most 88.8% of stories: ending gone", BROKEN),
        ("in at most 33.4% of stories: twice at the door", PASSED),
        ("never: ending unresolved", PASSED),
        ("never: ending asleep", BROKEN),
        ("always: scene door", PASSED),
        ("always: sky / it clears", BROKEN),
        ("every story ends", PASSED),
        ("never: ending endless", PASSED),
        ("always: ending endless", BROKEN),
        ("1 to 1.5 scenes on average", PASSED),  # it is 4 in 3
        ("1.4 to 2 scenes on average", BROKEN),
        ("Nan can reach in at least 88% of stories: ending gone", PASSED),  # it is the sky that decides
        ("Nan can reach in at least 89% of stories: ending gone", BROKEN),
    ],
)
def test_a_promise_is_kept_or_broken(promise: str, state: str) -> None:
    assert [verdict.state for verdict in judged(DOOR, promise)[1]] == [state]


def test_odds_and_margin_are_those_of_the_story() -> None:
    gone, scenes = judged(DOOR, "in 80% to 90% of stories: ending gone", "1 to 2 scenes on average")[1]
    assert abs(gone.value - Fraction(8, 9)) < 1e-12
    assert abs(gone.margin - (Fraction(9, 10) - Fraction(8, 9))) < 1e-12
    assert abs(scenes.value - Fraction(4, 3)) < 1e-12
    assert abs(scenes.margin - Fraction(1, 3)) < 1e-12


def test_odds_on_the_bound_are_inside() -> None:
    promises = ("in at least 50% of stories: ending gone", "in at most 50% of stories: ending gone", "1 to 1 scenes on average")
    assert [verdict.state for verdict in judged(EVEN, *promises)[1]] == [PASSED] * 3


def test_where_not_every_way_was_gone_through_only_a_whole_interval_decides() -> None:
    promises = {
        "in 80% to 95% of stories: ending gone": PASSED,
        "in 10% to 20% of stories: ending gone": BROKEN,
        "in at least 88.88% of stories: ending gone": UNDECIDED,
        "never: ending unresolved": UNDECIDED,
        "never: ending asleep": BROKEN,
        "always: scene door": UNDECIDED,
        "always: sky / it clears": BROKEN,
        "1 to 2 scenes on average": PASSED,
        "1.5 to 2 scenes on average": BROKEN,
    }
    verdicts = judged(DOOR + "limit 12 events\n", *promises, budget=1)[1]
    assert {verdict.kind for verdict in verdicts} == {"estimate"}
    assert [verdict.state for verdict in verdicts] == list(promises.values())


def test_what_is_proved_needs_no_way_to_be_gone_through() -> None:
    judge, verdicts = judged(DOOR, "every story ends", "never: ending endless", "always: ending endless", budget=1)
    assert [(verdict.state, verdict.kind) for verdict in verdicts] == [(PASSED, "exact"), (PASSED, "exact"), (BROKEN, "exact")]
    why = "night goes on after every scene, and when it is 2 the story is over; no scene goes round for ever"
    assert {verdict.why for verdict in verdicts} == {why}
    assert (judge.answers.states, judge.answers.runs) == (0, 0)


def test_that_a_story_ends_some_day_is_enough_though_runs_are_cut_off() -> None:
    assert judged(AGAIN, "every story ends")[1][0].state == PASSED


def test_a_story_from_which_there_is_no_way_out_does_not_end() -> None:
    judge, (ends, never) = judged(TRAP, "every story ends", "never: ending endless", budget=5_000)
    assert (ends.state, never.state) == (BROKEN, BROKEN)
    assert judge.broken_by(ends) is not None


def test_the_run_that_breaks_a_promise_does_so() -> None:
    promises = (
        "never: ending asleep",
        "always: sky / it clears",
        "in at most 10% of stories: twice at the door",
        "in at least 90% of stories: twice at the door",
        "2 to 3 scenes on average",
    )
    judge, verdicts = judged(DOOR, *promises)
    world = world_from(Source("story", DOOR))
    numbers = [judge.broken_by(verdict) for verdict in verdicts]
    assert numbers[-1] is None  # no run by itself has an average
    never, always, often, seldom = (world.run(7, number) for number in numbers[:-1] if number is not None)
    assert never.ending == "asleep"
    assert all(event.label != "it clears" for event in always.events)
    assert sum(event.sort == "scene" for event in often.events) == 2
    assert sum(event.sort == "scene" for event in seldom.events) == 1
    assert all(world.run(7, number).ending == "gone" for number in range(numbers[0] or 0))


@pytest.mark.parametrize(("line", "state"), [("at most 0%", BROKEN), ("at most 0.1%", PASSED)])
def test_no_percent_is_never_and_what_is_kept_is_never_outside_its_bounds(line: str, state: str) -> None:
    moments = [
        f"  moment {name}: chance\n    * on\n      weight 1\n      -> {after}\n    * off\n      weight 100000\n    -> ending usual\n"
        for name, after in (("a", "b"), ("b", "c"), ("c", "ending rare"))
    ]
    text = f"scene walk\n{''.join(moments)}ending rare\nending usual\npromise in {line} of stories: ending rare\n"
    world = world_from(Source("story", text)).model
    [verdict] = Judge(world).verdicts()
    assert verdict.state == state
    assert (verdict.margin >= 0) == (state == PASSED)
