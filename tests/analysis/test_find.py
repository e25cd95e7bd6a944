"""Runs that have something: what is found is there when the run is told, and what is not found is not."""

from collections.abc import Iterator
from itertools import islice

import pytest

import unmask
from tests.run.playing import story
from unmask.analysis.find import Found, find
from unmask.analysis.simulate import Engine, engine_for
from unmask.pipeline import World
from unmask.run.step import Event
from unmask.world.sites import Wanted, sites_of

FERRY = story("""
    scale strength: none < some < great

    fact day: 0..3
    fact wet: yes/no

    person Ada (she)
      feels fond: strength = some
      feels tired: strength for the scene
      shows fond
    person Bo (he)
      expects Ada.fond = none

    scene crossing with Ada, Bo
      when day < 3
      moment oars: Ada
        * row
          ~ tired = great
        * sing
          ~ fond = great
        * jump in
          ~ wet = yes
        -> weather
      moment weather: chance
        * sun
        * rain
        -> ending drowned if wet
        -> end

    meanwhile
      ~ day += 1

    ending drowned "Down"
    ending over "Across" when day is 3
    """)
RUNS = 60


def found(world: World, what: str, runs: int = RUNS) -> list[Found]:
    return list(world.find(what, runs))


def events(world: World, runs: int = RUNS) -> Iterator[tuple[int, tuple[Event, ...]]]:
    return ((number, world.run(7, number).events) for number in range(runs))


def first(played: tuple[Event, ...], sort: str, label: str, who: str | None = None, moment: str | None = None) -> int:
    """The first event of that sort with that label, -1 where there is none."""
    fits = (event.sort == sort and event.label == label and who in (None, event.who) and moment in (None, event.moment) for event in played)
    return next((number for number, fit in enumerate(fits) if fit), -1)


@pytest.mark.parametrize(
    ("what", "sought"),
    [
        ("Ada: sing", ("option", "sing", "Ada", None)),
        ("chance: rain", ("option", "rain", "chance", None)),
        ("weather / rain", ("option", "rain", None, "weather")),
        ("scene crossing", ("scene", "crossing", None, None)),
        ("ending drowned", ("ending", "drowned", None, None)),
    ],
)
def test_an_event_is_found_in_the_runs_that_have_it_where_it_first_is(what: str, sought: tuple[str, str, str | None, str | None]) -> None:
    there = {number: first(played, *sought) for number, played in events(FERRY)}
    assert {one.run: one.event for one in found(FERRY, what)} == {number: event for number, event in there.items() if event >= 0}


def test_somebody_in_a_role_is_found_by_name() -> None:
    village = unmask.load("village")
    what = "own up to the buttons"
    there = {number: first(played, "option", what, "Agnes") for number, played in events(village, 40)}
    runs = found(village, f"Agnes: {what}", 40)
    assert {one.run: one.event for one in runs} == {number: event for number, event in there.items() if event >= 0}
    assert len(runs) < len(found(village, f"table / {what}", 40))  # others own up too
    for one in runs:
        chosen = village.run(7, one.run).events[one.event]
        assert ("Agnes" in chosen.cast, chosen.who, chosen.label) == (True, "Agnes", what)


def test_a_run_that_is_found_ends_as_it_says() -> None:
    assert {one.ending for one in found(FERRY, "scene crossing")} == {"drowned", "over"}
    for one in found(FERRY, "scene crossing"):
        assert FERRY.run(7, one.run).ending == one.ending


def test_a_condition_is_there_from_the_event_that_made_it_true() -> None:
    for what, label in (("wet", "jump in"), ("Ada.fond is great", "sing"), ("Ada.fond > some", "sing"), ("Ada.tired = great", "row")):
        there = {number: first(played, "option", label) for number, played in events(FERRY)}
        assert {one.run: one.event for one in found(FERRY, what)} == {number: event for number, event in there.items() if event >= 0}


def test_what_is_true_at_the_start_is_found_at_0() -> None:
    assert [(one.run, one.event) for one in found(FERRY, "day is 0 and not wet", 3)] == [(0, 0), (1, 0), (2, 0)]


def test_a_belief_that_nobody_in_the_story_asks_for_can_be_looked_for_and_changes_nothing() -> None:
    what = "seems(Bo, Ada.fond) = great"
    assert FERRY.process.layout.beliefs == []
    there = {number: first(played, "option", "sing") for number, played in events(FERRY)}
    runs = found(FERRY, what)
    assert {one.run: one.event for one in runs} == {number: event for number, event in there.items() if event >= 0}
    assert all(FERRY.run(7, one.run).ending == one.ending for one in runs)
    assert [one.event for one in found(FERRY, "seems(Bo, Ada.fond) = none", 2)] == [0, 0]  # as he expects


def test_what_passes_between_scenes_is_at_the_last_event_before() -> None:
    for one in found(FERRY, "day is 1", 20):
        played = FERRY.run(7, one.run).events
        assert played[one.event].label in ("sun", "rain")
        assert played[one.event + 1].sort == "scene"


def test_endings_that_nobody_wrote_are_found_too() -> None:
    endless = story("""
        limit 10 events

        person Ada (she)

        scene stairs with Ada
          moment step: Ada
            * up
            * down
            -> end
        """)
    assert found(endless, "ending endless", 3) == [Found(number, 9, "endless") for number in range(3)]
    assert found(endless, "ending unresolved", 3) == []


def looked_through(what: str, engine: Engine | None = None, most: int | None = None, workers: int = 1) -> tuple[int, int, list[Found]]:
    sites = sites_of(FERRY.model, Wanted(watch=FERRY.watch(what)))
    batches = list(find(engine or engine_for(sites), sites, 7, 10, RUNS, most, workers))
    return sum(batch.runs for batch in batches), sum(batch.have_it for batch in batches), [one for batch in batches for one in batch.listed]


def test_all_are_counted_and_only_so_many_listed() -> None:
    runs, have_it, listed = looked_through("Ada: sing")
    assert (runs, have_it, len(listed)) == (RUNS, have_it, have_it)
    engine = engine_for(sites_of(FERRY.model, Wanted(watch=FERRY.watch("Ada: sing"))))
    engine.piece = 9
    for most in (0, 1, 7, 15, 10**30):
        assert looked_through("Ada: sing", engine, most) == (runs, have_it, listed[:most])


def test_what_is_found_does_not_depend_on_how_the_work_was_cut() -> None:
    whole = looked_through("Ada: sing")
    assert whole[2][0].run >= 10
    assert [one.run for one in whole[2]] == sorted(one.run for one in whole[2])
    for piece in (1, 7, 1000):
        engine = engine_for(sites_of(FERRY.model, Wanted(watch=FERRY.watch("Ada: sing"))))
        engine.piece = piece
        assert looked_through("Ada: sing", engine, workers=3) == whole


def test_runs_are_looked_through_only_as_far_as_somebody_asks() -> None:
    assert len(list(islice(FERRY.find("scene crossing", runs=10**9), 3))) == 3


def test_numbers_out_of_range_are_refused() -> None:
    for numbers in ({"runs": 0}, {"seed": -1}, {"first": -1}, {"runs": 10**30}):
        with pytest.raises(ValueError, match=r"run|seed"):
            FERRY.find("wet", **numbers)
