"""What many runs came to is what one finds who plays them one by one and counts by hand."""

from collections import Counter
from itertools import chain
from statistics import mean, median

import pytest
from hypothesis import given
from hypothesis import strategies as st

import unmask
from tests.run.playing import story
from tests.run.test_laws import laws, world_of
from tests.worlds_made import worlds
from unmask.analysis.summary import Lengths, lengths
from unmask.pipeline import Run, World

GARDEN = story(
    """
    title "The Garden"
    fact day: 0..3
    fact worth means day * 5000
    person Ada (she)
      feels fear: none | some | all = all
      open owed toward Bo: 0..2
    person Bo (he)
    scene gate with Ada, Bo
      when day < 3
      moment latch: Ada
        * lift it
          ~ fear = none
          ~ owed toward Bo += 1
          -> end
        * walk on
          -> dusk
        * climb over
          if day is 3
          -> end
      moment dusk: Bo
        * call her
          if Ada.owed toward Bo is 0
          -> end
    meanwhile
      ~ day += 1
    ending friends when Ada.owed toward Bo is 2
    ending strangers when day is 3
    ending nobody when day > 3
    """
)
RUNS = 120


def one_by_one(world: World, runs: int, seed: int = 7) -> list[Run]:
    return [world.run(seed, number) for number in range(runs)]


def left(run: Run) -> dict[str, str]:
    """Every variable at the end of a run, in the author's words."""
    layout, state = run.world.process.layout, run.record.over.state
    found = {}
    for variable, declared in run.world.model.variables.items():
        value = layout.value(declared.means, state) if declared.means is not None else state[layout.places[variable]]
        found[variable.full_name] = declared.type.name_of(value)
    return found


def test_endings_are_counted_the_most_frequent_first_and_those_without_runs_are_there() -> None:
    runs = GARDEN.simulate(RUNS)
    counted = Counter(run.ending for run in one_by_one(GARDEN, RUNS))
    assert runs.endings == {name: counted[name] for name in ("friends", "strangers", "nobody", "unresolved", "endless", "dead end")}
    assert list(runs.endings.values()) == sorted(runs.endings.values(), reverse=True)
    assert counted["friends"] > 0 < counted["dead end"]
    assert sum(runs.endings.values()) == len(runs) == RUNS


def test_an_ending_knows_the_first_run_that_had_it() -> None:
    runs = GARDEN.simulate(RUNS)
    endings = [run.ending for run in one_by_one(GARDEN, RUNS)]
    for name, count in runs.endings.items():
        assert runs.ended(name).first == (endings.index(name) if count else None)
        assert runs.ended(name).runs == count
        assert runs.ended(name).interval.low <= count / RUNS <= runs.ended(name).interval.high
    with pytest.raises(ValueError, match=r"no ending called `friend`. Did you mean `friends`"):
        runs.ended("friend")


def test_lengths_are_those_of_the_runs() -> None:
    runs = GARDEN.simulate(RUNS, seed=3)
    played = one_by_one(GARDEN, RUNS, 3)
    for found, each in (
        (runs.events, [len(run.events) for run in played]),
        (runs.scenes, [sum(event.sort == "scene" for event in run.events) for run in played]),
    ):
        assert found == (min(each), median(each), mean(each), max(each))


@laws
@given(st.lists(st.integers(0, 30), min_size=1, max_size=40))
def test_the_middle_of_lengths_is_their_median(each: list[int]) -> None:
    counted = Counter(each)
    found = lengths([counted[length] for length in range(32)])
    assert found == (min(each), median(each), pytest.approx(mean(each)), max(each))


def test_no_runs_have_no_lengths() -> None:
    assert lengths([0, 0, 0]) == Lengths(0, 0, 0, 0)


def test_how_everything_stood_is_told_in_the_words_of_the_author() -> None:
    runs = GARDEN.simulate(RUNS)
    at_the_end = [left(run) for run in one_by_one(GARDEN, RUNS)]
    for name in ("day", "Ada.fear", "Ada.owed toward Bo"):
        assert runs.finals()[name].values == Counter(stood[name] for stood in at_the_end)
    fear, owed = runs.finals("Ada.fear")["Ada.fear"], runs.finals("Ada.owed toward Bo")["Ada.owed toward Bo"]
    assert list(fear.values) == ["none", "all"]  # by value, and none ended with `some`
    assert (fear.mean, fear.computed, fear.for_scene) == (None, False, False)
    assert owed.mean == pytest.approx(mean(int(stood["Ada.owed toward Bo"]) for stood in at_the_end))
    assert (owed.least, owed.most) == (0, 2)


def test_a_wide_number_is_told_by_its_mean_and_its_ends() -> None:
    worth = GARDEN.simulate(RUNS).finals("worth")["worth"]
    each = [int(left(run)["worth"]) for run in one_by_one(GARDEN, RUNS)]
    assert worth.computed
    assert (worth.values, worth.least, worth.most) == ({}, min(each), max(each))
    assert worth.mean == pytest.approx(mean(each), rel=1e-15)


def test_finals_can_be_asked_for_by_person_and_by_name() -> None:
    runs = GARDEN.simulate(3)
    assert list(runs.finals()) == ["day", "worth", "Ada.fear", "Ada.owed toward Bo"]
    assert list(runs.finals("Ada")) == ["Ada.fear", "Ada.owed toward Bo"]
    assert list(runs.finals("day")) == ["day"]
    with pytest.raises(ValueError, match=r"no person and no variable called `Ada.feer`. Did you mean `Ada.fear`"):
        runs.finals("Ada.feer")


def test_options_that_nobody_chose_are_named_with_their_lines() -> None:
    runs = GARDEN.simulate(RUNS)
    assert [one[:4] for one in runs.never_chosen] == [("gate", "latch", "Ada", "climb over")]
    assert "* climb over" in GARDEN.source.text.splitlines()[runs.never_chosen[0].line - 1]
    assert runs.summary.options == 4


@laws
@given(worlds())
def test_the_summary_of_any_story_is_what_one_by_one_comes_to(text: str) -> None:
    world = world_of(text)
    runs = world.simulate(5)
    played = one_by_one(world, 5)
    assert Counter(runs.endings) == Counter(run.ending for run in played)
    chosen = {(event.scene, event.moment, event.label) for event in chain(*(run.events for run in played)) if event.sort == "option"}
    never = {(one.scene, one.moment, one.label) for one in runs.never_chosen}
    assert not never & chosen
    assert len(never) + len(chosen) == runs.summary.options
    for name, final in runs.finals().items():
        if final.values:
            assert final.values == Counter(left(run)[name] for run in played)


def test_the_bundled_worlds_are_counted_as_they_are_told() -> None:
    for name in ("helmet", "village"):
        world = unmask.load(name)
        runs = world.simulate(25, seed=11, first=5)
        played = [world.run(11, number) for number in range(5, 30)]
        assert {name: count for name, count in runs.endings.items() if count} == Counter(run.ending for run in played)
        assert runs.ended(played[0].ending).first == 5
        assert {name: final.values for name, final in runs.finals().items()} == {
            name: Counter(left(run)[name] for run in played) for name in runs.finals()
        }
