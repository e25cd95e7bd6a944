"""However many runs are played by however many workers in however many pieces, they come to the same."""

from array import array
from collections.abc import Iterator
from itertools import accumulate
from threading import Barrier, Event

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.test_summary import GARDEN, left
from tests.run.playing import story
from tests.run.test_laws import laws, world_of
from tests.worlds_made import worlds
from unmask.analysis.simulate import ROWS_AT_ONCE, Engine, Reference, count_runs, engine_for, in_order, pieces
from unmask.pipeline import World
from unmask.runs import Runs
from unmask.world.places import Places
from unmask.world.rows import columns_of
from unmask.world.sites import Sites


def reference(world: World) -> Reference:
    return Reference(Sites(Places(world.model)))


@laws
@given(worlds(), st.lists(st.integers(1, 3), min_size=2, max_size=4))
def test_pieces_put_together_are_the_whole(text: str, sizes: list[int]) -> None:
    engine = reference(world_of(text))
    sites = engine.sites
    whole = engine.count(7, 0, sum(sizes))
    parts = [engine.count(7, first, size) for first, size in zip(accumulate(sizes, initial=0), sizes, strict=False)]
    forwards = backwards = sites.empty()
    for part in parts:
        forwards = sites.merge(forwards, part)
        backwards = sites.merge(part, backwards)
    assert forwards == backwards == whole


@pytest.mark.parametrize("workers", [1, 2, 5])
@pytest.mark.parametrize("piece", [1, 7, 1000])
def test_neither_workers_nor_pieces_change_a_count(workers: int, piece: int) -> None:
    engine = reference(GARDEN)
    engine.piece = piece
    heard: list[int] = []
    assert count_runs(engine, engine.sites, 3, 11, 60, workers, heard.append) == engine.count(3, 11, 60)
    assert sum(heard) == 60


def test_pieces_leave_no_run_out_and_take_none_twice() -> None:
    assert list(pieces(5, 10, 4)) == [(5, 4), (9, 4), (13, 2)]
    assert list(pieces(5, 0, 4)) == []
    # So many that a list of them would fill any machine.
    assert next(pieces(0, 10**18, 4)) == (0, 4)


def test_results_come_in_order_though_the_first_is_the_last_to_be_done() -> None:
    second = Event()

    def play(number: int) -> int:
        if number == 0:
            assert second.wait(30)
        if number == 1:
            second.set()
        return -number

    assert list(in_order(iter(range(6)), play, 2)) == [(number, -number) for number in range(6)]


def test_so_many_workers_play_at_once() -> None:
    together = Barrier(3)
    assert [number for number, _ in in_order(iter(range(9)), lambda _: together.wait(30), 3)] == list(range(9))


@pytest.mark.parametrize("workers", [1, 2])
def test_nobody_runs_far_ahead_of_whoever_takes_the_results(workers: int) -> None:
    begun: list[int] = []

    def numbers() -> Iterator[int]:
        for number in range(1000):
            begun.append(number)
            yield number

    results = in_order(numbers(), lambda number: number, workers)
    for _ in range(3):
        next(results)
    assert len(begun) <= 3 + 2 * workers
    results.close()
    assert len(begun) < 10


@pytest.mark.parametrize("workers", [1, 2])
def test_what_goes_wrong_in_a_worker_is_told_to_whoever_waits(workers: int) -> None:
    def play(number: int) -> int:
        if number == 3:
            raise ArithmeticError("three")
        return number

    with pytest.raises(ArithmeticError, match="three"):
        list(in_order(iter(range(6)), play, workers))


@laws
@given(worlds())
def test_a_row_says_what_its_run_says(text: str) -> None:
    world = world_of(text)
    engine = reference(world)
    sites = engine.sites
    counts, rows = engine.rows(7, 2, 3, tapes=True)
    assert counts == engine.count(7, 2, 3)
    played = [world.run(7, number) for number in range(2, 5)]
    for column, values in zip(columns_of(sites), rows.columns, strict=True):
        for run, value in zip(played, values, strict=True):
            match column.sort:
                case "ending":
                    assert sites.endings[value] == run.ending
                case "events":
                    assert value == len(run.events)
                case "scenes":
                    assert value == sum(event.sort == "scene" for event in run.events)
                case "final":
                    variable = sites.variables[column.number]
                    assert world.model.variables[variable].type.name_of(value) == left(run)[variable.full_name]
                case "chosen":
                    site = sites.options[column.number]
                    scene = sites.scenes[site.scene]
                    label = (scene.name, scene.moments[site.moment].name, sites.option(site).label)
                    assert value == sum((event.scene, event.moment, event.label) == label for event in run.events)
    assert rows.starts is not None
    assert rows.choices is not None
    names = sites.code_names()
    for number, run in enumerate(played):
        taped = [names[code] for code in rows.choices[rows.starts[number] : rows.starts[number + 1]]]
        chosen = [event for event in run.events if event.point is not None]
        assert [sort for sort, _, _ in taped] == [event.sort for event in chosen]
        assert [cast for sort, _, cast in taped if sort == "cast"] == [event.cast for event in chosen if event.sort == "cast"]
        assert [sites.option(site).label for sort, site, _ in taped if sort == "option"] == [
            event.label for event in chosen if event.sort == "option"
        ]


# ── Runs ──


def test_runs_played_in_two_goes_are_those_played_in_one() -> None:
    runs = Runs(GARDEN, seed=3, first=4)
    assert (len(runs), sum(runs.endings.values())) == (0, 0)
    for more in (1, 30, 9):
        runs.play(more)
        assert runs.endings == GARDEN.simulate(len(runs), seed=3, first=4).endings
    assert len(runs) == 40
    assert repr(runs) == f"<Runs of 'The Garden', seed 3: 40 from run 4 on, {runs.engine.name} engine>"


def in_small_pieces(sites: Sites, runs: int = 0) -> Engine:
    engine = engine_for(sites, runs)
    engine.piece = 10
    return engine


@pytest.mark.parametrize("workers", [1, 2])
def test_whoever_stops_halfway_has_the_runs_until_then(workers: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("unmask.runs.engine_for", in_small_pieces)
    runs = Runs(GARDEN, workers=workers)

    def stop(_: int) -> None:
        if len(runs) >= 30:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        runs.play(1000, stop)
    assert len(runs) == 30
    assert runs.counts == GARDEN.simulate(30).counts
    runs.play(70)
    assert runs.counts == GARDEN.simulate(100).counts


def test_batches_are_the_rows_of_all_runs_in_order() -> None:
    runs = GARDEN.simulate(50, first=5)
    batches = list(runs.batches(16, tapes=True))
    assert [(first, rows.runs) for first, rows in batches] == [(5, 16), (21, 16), (37, 16), (53, 2)]
    endings = [runs.sites.endings[value] for _, rows in batches for value in rows.columns[0]]
    assert endings == [GARDEN.run(7, number).ending for number in range(5, 55)]
    assert batches[0][1].starts is not None
    assert next(runs.batches())[1].starts is None
    for size in (0, ROWS_AT_ONCE + 1):
        with pytest.raises(ValueError, match="1 to 16,384 rows in a batch"):
            next(runs.batches(size))


def test_a_count_from_elsewhere_can_be_added() -> None:
    runs = Runs(GARDEN)
    runs.play(10)
    before = runs.endings
    runs.add(runs.engine.count(7, 10, 10))
    assert runs.endings == GARDEN.simulate(20).endings != before
    assert isinstance(runs.counts, array)


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ({"seed": -1}, "the seed is a whole number from 0 to 18,446,744,073,709,551,615"),
        ({"seed": 2**64}, "the seed is a whole number"),
        ({"first": -1}, "the number of the first run is a whole number from 0 to 9,223,372,036,854,775,806"),
        ({"first": 2**63 - 1}, "the number of the first run is a whole number"),
        ({"first": 2**63 - 5}, "there is no run after number 9,223,372,036,854,775,806"),
        ({"workers": 0}, "from 1 to 64, not 0"),
        ({"workers": 65}, "from 1 to 64, not 65"),
        ({"runs": 0}, "at least 1 run to play, not 0"),
        ({"runs": -3}, "at least 1 run to play, not -3"),
        ({"runs": 10**18}, r"1,000,000,000,000,000,000 runs would take [\d,]+ years"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_reason(arguments: dict[str, int], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        GARDEN.simulate(**{"runs": 5, **arguments})


def test_the_last_runs_under_the_greatest_seed_are_played() -> None:
    runs = GARDEN.simulate(3, seed=2**64 - 1, first=2**63 - 4)
    assert len(runs) == 3
    assert {GARDEN.run(2**64 - 1, 2**63 - 2).ending} <= {name for name, count in runs.endings.items() if count}


def test_a_story_whose_sums_would_not_fit_has_fewer_runs() -> None:
    world = story(
        """
        fact coins: 0..9
        fact worth means coins * 1000000 * 1000000 * 1000000
        person Ada (she)
        scene till with Ada
          moment drawer: Ada
            * count
              -> ending done
        ending done
        """
    )
    assert world.simulate(1).endings["done"] == 1
    with pytest.raises(ValueError, match=r"worth can be as large as 9,000,000,000,000,000,000, and sums over 2 runs .* at most 1 are"):
        world.simulate(2)
