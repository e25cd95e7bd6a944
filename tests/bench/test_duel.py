"""The duel on which engines are measured: it is the chain whose odds are known, and its peer in C plays the same runs."""

from fractions import Fraction
from pathlib import Path

import pytest

import unmask
from benchmarks.peers.duel import ENDINGS, compiled, counted, endings
from benchmarks.worlds.make import SIZES, duel, name
from tests.bench.exact import odds

WORLDS = Path(__file__).parents[2] / "benchmarks" / "worlds"
SEED, RUNS = 7, 300


def known(size: str) -> list[str]:
    """How the first runs are known to end."""
    lines = Path(__file__).with_name("duel_endings.txt").read_text("utf-8").splitlines()
    return [ENDINGS[letter] for line in lines if line.startswith(f"{size} ") for letter in line.split()[1]]


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


@pytest.mark.parametrize(("months", "rounds"), [(3, 1), (12, 2)])
def test_every_run_ends_as_it_is_known_to(months: int, rounds: int) -> None:
    world = unmask.load(str(WORLDS / name(months, rounds)))
    assert [world.run(seed=SEED, number=number).ending for number in range(RUNS)] == known(f"m{months}_r{rounds}")


@pytest.mark.parametrize("ahead", [False, True])
@pytest.mark.parametrize(("months", "rounds"), [(3, 1), (12, 2)])
def test_the_program_in_c_plays_the_same_runs(tmp_path: Path, months: int, rounds: int, ahead: bool) -> None:
    """Where no C compiler is, there is no program, and this says no more than that the runs are known."""
    expected = known(f"m{months}_r{rounds}")
    assert len(expected) == RUNS
    program = compiled(tmp_path, months, rounds, ahead)
    if program is not None:
        assert endings(program, SEED, 0, RUNS) == expected
        assert endings(program, SEED, 100, 50) == expected[100:150]
        told = counted(program, SEED, RUNS)
        assert {ending: told[ending] for ending in ENDINGS.values()} == {ending: expected.count(ending) for ending in ENDINGS.values()}


def test_the_program_in_c_makes_as_many_choices(tmp_path: Path) -> None:
    """The choice of the only scene is not among them."""
    world = unmask.load(str(WORLDS / "duel_m12_r2.story"))
    ours = sum(event.sort == "option" for number in range(20) for event in world.run(seed=SEED, number=number).events)
    assert ours == CHOICES_OF_TWENTY
    program = compiled(tmp_path, 12, 2)
    assert program is None or counted(program, SEED, 20)["choices"] == ours


CHOICES_OF_TWENTY = 0
