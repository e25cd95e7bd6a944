"""Odds of what hardly ever happens: estimates by splitting against odds that are known, and the intervals that come with them."""

from itertools import combinations
from math import expm1, fsum, log1p, prod, sqrt
from typing import NamedTuple

import pytest

from unmask.analysis import answers, estimate, splitting
from unmask.analysis.answers import ESTIMATED, Answers
from unmask.analysis.estimate import Sample
from unmask.analysis.questions import Question, ending_question
from unmask.analysis.splitting import REPETITIONS, Splitting, hints_of, interval_of, rare
from unmask.pipeline import world_from
from unmask.problems.place import Source
from unmask.world.model import Event, Expression, World

DOOR = """\
title "The Door"
told from Ada's side

fact day: 0..6
fact knocks: 0..6

person Ada (she)

scene street with Ada
  moment door: chance
    * knock
      weight 1 + 6 * day
      ~ knocks += 1
    * pass
      weight 599
    -> end

meanwhile
  ~ day += 1

ending let in "In" when knocks >= 5
  > The door opens.
ending gone "Gone" when day is 6
  > The door stays as it was.

motif four knocks
  chance: knock
  then chance: knock
  then chance: knock
  then chance: knock
motif just four knocks
  chance: knock
  then chance: knock
  then chance: knock
  then chance: knock
  without chance: knock
motif knock after the end
  ending let in
  then chance: knock
"""
DICE = DOOR.replace("1 + 6 * day", "1").replace("weight 599", "weight 99999999")


class Known(NamedTuple):
    event: Event
    p: float


def just(times: int) -> float:
    """The odds of so many knocks in six days, of which each is likelier than the one before."""
    odds = [(1 + 6 * day) / (600 + 6 * day) for day in range(6)]
    return fsum(prod(odds[day] if day in chosen else 1 - odds[day] for day in range(6)) for chosen in combinations(range(6), times))


FOUR = Known(Event("motif", label="four knocks"), just(4) + just(5) + just(6))
JUST_FOUR = Known(Event("motif", label="just four knocks"), just(4))
LET_IN = Known(Event("ending", label="let in"), just(5) + just(6))


def world_of(text: str) -> World:
    return world_from(Source("story", text)).model


def repetitions(world: World, event: Event, count: int, runs: int = 32) -> list[float]:
    split = Splitting(world, event, hints_of(world, event))
    return [split.repetition(11, number, runs) for number in range(count)]


@pytest.mark.parametrize("known", [FOUR, JUST_FOUR, LET_IN])
def test_repetitions_are_right_on_average_and_their_intervals_cover(known: Known) -> None:
    count = 15 * REPETITIONS
    found = repetitions(world_of(DOOR), known.event, count)
    mean = fsum(found) / count
    off = sqrt(fsum((one - mean) ** 2 for one in found) / count**2)
    assert abs(mean - known.p) < 4 * off
    assert off < 0.1 * known.p
    intervals = [interval_of(found[first : first + REPETITIONS]) for first in range(0, count, REPETITIONS)]
    # One of a thousand may miss. That two of fifteen do has odds of one in ten thousand.
    assert sum(not one.low <= known.p <= one.high for one in intervals) <= 1


def test_a_single_unlikely_choice_need_not_be_waited_for() -> None:
    found = rare(world_of(DICE), Event("choice", "chance", "", "knock"), 7, steps=40_000)
    assert found is not None
    known = -expm1(6 * log1p(-1e-8))
    assert found.p == pytest.approx(known, rel=1e-9)
    assert found.interval.low < known < found.interval.high


def test_what_cannot_come_any_more_is_no_estimate() -> None:
    assert rare(world_of(DOOR), Event("motif", label="knock after the end"), 7, steps=40_000) is None


def test_the_same_seed_has_the_same_estimate() -> None:
    world = world_of(DOOR)
    once, again, other = (rare(world, FOUR.event, seed, steps=60_000) for seed in (7, 7, 8))
    assert once == again
    assert once != other


def test_where_too_little_can_be_played_nothing_is_said() -> None:
    assert rare(world_of(DOOR), FOUR.event, 7, steps=1_000) is None


@pytest.mark.parametrize("found", [[1e-9] * 19 + [1.0], [0.0] * 19 + [1e-6], [0.5] * 20])
def test_the_lower_end_is_never_below_what_is_certain(found: list[float]) -> None:
    mean = fsum(found) / len(found)
    low, high = interval_of(found)
    assert mean / 2_000.5 <= low <= mean <= high <= 1


def test_what_many_runs_did_not_see_is_estimated_by_splitting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(estimate, "RUNS", 2_000)
    monkeypatch.setattr(splitting, "STEPS", 120_000)
    world = world_of(DOOR)
    asked = [Question(known.event.label, known.event) for known in (FOUR, LET_IN)]
    for known, answer in zip((FOUR, LET_IN), Answers(world, asked, budget=1).answers, strict=True):
        assert (answer.kind, answer.seen) == (ESTIMATED, 0)
        assert answer.split > 0
        assert answer.low <= known.p <= answer.high < 10 * known.p


def test_what_runs_saw_often_is_left_to_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(estimate, "RUNS", 2_000)
    event = Event("choice", "chance", "", "pass")
    assert Answers(world_of(DOOR), [Question("pass", event)], budget=1).answers[0].split == 0


def test_where_even_a_few_runs_take_too_long_there_is_no_estimate(monkeypatch: pytest.MonkeyPatch) -> None:
    """Moods that all have to be high, and two ways on for each: nobody waits for more steps than were allowed."""
    made: list[Splitting] = []

    class Kept(Splitting):
        def __init__(self, world: World, event: Event, hints: tuple[Expression, ...] = ()) -> None:
            super().__init__(world, event, hints)
            made.append(self)

    monkeypatch.setattr(splitting, "Splitting", Kept)
    names = "abcd"
    lines = ["limit 40 events", "person Ann (she)", *(f"  feels {name}: 0..9 = 5" for name in names)]
    lines += ["scene walk with Ann", "  moment turn: Ann"]
    for name in names:
        lines += [f"    * more {name}", f"      ~ {name} += 1", f"    * less {name}", f"      ~ {name} -= 1"]
    lines += ["    -> end", "ending full when " + " and ".join(f"Ann.{name} is 9" for name in names)]
    world = world_from(Source("story", "\n".join(lines))).model
    assert rare(world, Event("ending", label="full"), 7, steps=2_000) is None
    # It stops in the middle of a run, where the eight ways on from a place have been looked at.
    assert 2_000 < made[0].steps < 2_000 + 1 + 40


ROOMS = "person Ann (she)\n" + "".join(f"fact {n}: 0..30\n" for n in "abcde")
ROOMS += "scene hall\n  moment turn: Ann\n"
ROOMS += "".join(f"    * more {n}\n      ~ {n} += 1\n    * less {n}\n      ~ {n} -= 1\n" for n in "abcde")
ROOMS += "    -> end\n" + "".join(f"ending full of {n} when {n} is 30\n" for n in "abcde")


def test_all_that_is_split_for_one_command_is_bounded_and_nothing_is_split_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[int] = []

    def kept(world: World, event: Event, seed: int, most: int) -> None:
        steps.append(most)

    monkeypatch.setattr(answers, "rare", kept)
    asked = [ending_question(f"full of {n}") for n in "abcde"]
    found = Answers(world_of(ROOMS), asked, budget=1, runs=10)
    found.endings()
    assert len(steps) == 5
    assert sum(steps) < 2 * steps[0] == 2 * answers.FEWEST_STEPS


def test_long_stories_are_played_less_often() -> None:
    """Events that are chosen among many casts take long: there is a bound on all of them."""
    short, long = (Sample(world_of(f"limit {limit} events\n{ROOMS}"), 7).runs for limit in (20, 200_000))
    assert short == estimate.RUNS
    assert estimate.LEAST_RUNS <= long < estimate.RUNS
    assert Sample(world_of(ROOMS), 7, runs=123).runs == 123
