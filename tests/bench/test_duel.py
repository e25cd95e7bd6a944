"""The duel on which engines are measured: it is the chain whose odds are known, and its peer in C plays the same runs."""

from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest
from benchmarks.peers.duel import ENDINGS, compiled, compiler, counted, endings
from benchmarks.worlds.make import SIZES, duel, name

import unmask
from tests.bench.exact import odds

WORLDS = Path(__file__).parents[2] / "benchmarks" / "worlds"
SEED, RUNS = 7, 300
each_size = pytest.mark.parametrize(("months", "rounds"), [(5, 2), (12, 1), (12, 2)])


class Known(NamedTuple):
    """What the first runs of a duel come to."""

    choices: int
    endings: list[str]


def known(months: int, rounds: int) -> Known:
    lines = Path(__file__).with_name("duel_endings.txt").read_text("utf-8").splitlines()
    _, choices, letters = next(line.split() for line in lines if line.startswith(f"m{months}_r{rounds} "))
    assert len(letters) == RUNS
    return Known(int(choices), [ENDINGS[letter] for letter in letters])


def test_the_story_files_are_what_their_template_makes() -> None:
    for size in SIZES:
        assert (WORLDS / name(*size)).read_text("utf-8") == duel(*size)
    assert {path.name for path in WORLDS.glob("*.story")} == {name(*size) for size in SIZES}


def test_nothing_is_to_be_said_against_the_story_files() -> None:
    for size in SIZES:
        assert unmask.check(duel(*size)) == []


def test_three_months_have_the_odds_that_two_other_solvers_found() -> None:
    found = odds(unmask.load(str(WORLDS / "duel_m3_r1.story")).process)
    assert found.endings["adead"] == Fraction(91788618723852115851336176824210273, 10366642924751155346055647837061120000)
    assert found.endings["rec"] == Fraction(55942853224597, 15078923904844800)
    assert sum(found.endings.values()) == 1
    assert found.states == 44_137


@each_size
def test_every_run_comes_to_what_it_is_known_to(months: int, rounds: int) -> None:
    world = unmask.load(str(WORLDS / name(months, rounds)))
    runs = [world.run(seed=SEED, number=number) for number in range(RUNS)]
    assert [run.ending for run in runs] == known(months, rounds).endings
    assert sum(event.sort == "option" for run in runs for event in run.events) == known(months, rounds).choices


@pytest.mark.parametrize("ahead", [False, True])
@each_size
def test_the_program_in_c_plays_the_same_runs(tmp_path: Path, months: int, rounds: int, ahead: bool) -> None:
    """Where there is no C compiler there is no program; then the runs above are all that is known."""
    expected = known(months, rounds)
    program = compiled(tmp_path, months, rounds, ahead)
    if program is None:
        assert compiler() is None
        return
    assert endings(program, SEED, 0, RUNS) == expected.endings
    assert endings(program, SEED, 100, 50) == expected.endings[100:150]
    told = counted(program, SEED, RUNS)
    assert {ending: told[ending] for ending in ENDINGS.values()} == {ending: expected.endings.count(ending) for ending in ENDINGS.values()}
    assert told["choices"] == expected.choices
