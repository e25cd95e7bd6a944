"""Every way at once: what a sweep says is likely is what is likely, and what it leaves out changes nothing."""

import re
from fractions import Fraction

import pytest
from hypothesis import given, settings

import unmask
from tests.kernel.test_engines import HIDDEN_CHANGES, PEOPLE, model
from tests.kernel.test_motifs import MOTIFS, fair
from tests.worlds_made import worlds
from unmask.analysis.simulate import count_runs, engine_for
from unmask.kernel.keys import Keys
from unmask.kernel.ways import Enough, Swept, Ways
from unmask.pipeline import world_from
from unmask.problems.place import Source
from unmask.world.model import World
from unmask.world.sites import Wanted, sites_of

CLOSE = 1e-12
MOST = 200_000


def swept(world: World, wanted: Wanted, most: int = MOST, workers: int = 1) -> Swept:
    return Ways(sites_of(world, wanted)).sweep(most, workers=workers)


def flat(found: Swept) -> list[float]:
    return [*(odds for row in found.over for odds in row), *found.chosen, found.scenes, found.left]


def test_the_duel_has_the_odds_that_it_is_known_to_have() -> None:
    world = unmask.load("benchmarks/worlds/duel_m3_r1.story").model
    found = swept(world, Wanted(finals=False))
    odds = {name: sum(row) for name, row in zip((*[e.name for e in world.endings], "", "", ""), found.over, strict=True)}
    assert abs(odds["adead"] - Fraction(91788618723852115851336176824210273, 10366642924751155346055647837061120000)) < CLOSE
    assert abs(odds["rec"] - Fraction(55942853224597, 15078923904844800)) < CLOSE
    assert found.left == 0


def test_endings_and_motifs_are_as_likely_as_many_runs_say() -> None:
    wanted = Wanted(finals=False, motifs=MOTIFS)
    sites = sites_of(fair(), wanted)
    found = Ways(sites).sweep(MOST)
    runs = 200_000
    counts = count_runs(engine_for(sites), sites, 3, 0, runs)
    for name, row, ended in zip(sites.endings, found.over, sites.part(counts, "endings"), strict=True):
        assert abs(sum(row) - ended / runs) < 0.005, name
    for bit, (motif, happened) in enumerate(zip(MOTIFS, sites.part(counts, "motifs"), strict=True)):
        odds = sum(row[bits] for row in found.over for bits in range(len(row)) if bits >> bit & 1)
        assert abs(odds - happened / runs) < 0.005, motif.label


@settings(max_examples=8, deadline=None, derandomize=True)
@given(worlds())
def test_what_cannot_matter_is_left_out_and_changes_no_answer(text: str) -> None:
    world = world_from(Source("made", text)).model
    short = swept(world, Wanted(finals=False), most=20_000)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Keys, "_dead", lambda keys, point: set())
        patch.setattr(Keys, "_told_apart", lambda keys, scenes, entries: {})
        long = swept(world, Wanted(finals=False), most=60_000)
    if short.left < CLOSE and long.left < CLOSE:
        assert short.states <= long.states
        assert flat(short) == pytest.approx(flat(long), abs=1e-9)


@pytest.mark.parametrize("claim", HIDDEN_CHANGES)
def test_what_may_yet_be_seen_matters(claim: str) -> None:
    world = model(PEOPLE + HIDDEN_CHANGES[claim][0] + "\n")
    wanted = Wanted(finals=False)
    short = swept(world, wanted, most=2_000_000)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Keys, "_dead", lambda keys, point: set())
        patch.setattr(Keys, "_told_apart", lambda keys, scenes, entries: {})
        long = swept(world, wanted, most=2_000_000)
    assert long.left < CLOSE
    assert flat(short) == pytest.approx(flat(long), abs=1e-9)
    sites = sites_of(world, wanted)
    counts = count_runs(engine_for(sites), sites, 3, 0, 100_000)
    for name, row, ended in zip(sites.endings, short.over, sites.part(counts, "endings"), strict=True):
        assert abs(sum(row) - ended / 100_000) < 0.008, name


def test_workers_share_the_states_and_agree() -> None:
    world = fair()
    one, three = (swept(world, Wanted(finals=False, motifs=MOTIFS), workers=workers) for workers in (1, 3))
    assert flat(one) == pytest.approx(flat(three), abs=CLOSE)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_sweep_that_is_stopped_knows_how_much_it_does_not_know(workers: int) -> None:
    world = unmask.load("helmet").model
    found = swept(world, Wanted(finals=False), most=300_000, workers=workers)
    assert 0.5 < found.left < 1
    assert sum(map(sum, found.over)) + found.left == pytest.approx(1, abs=CLOSE)


def test_whoever_listens_may_stop_it() -> None:
    heard = []

    def hear(states: int, left: float) -> None:
        heard.append((states, left))
        if states > 50_000:
            raise Enough

    found = Ways(sites_of(unmask.load("helmet").model, Wanted(finals=False))).sweep(10**9, done=hear)
    assert heard[0] == (0, 1.0)
    assert 50_000 < found.states < 1_000_000
    assert sum(map(sum, found.over)) + found.left == pytest.approx(1, abs=CLOSE)


def test_somebody_who_is_interrupted_ends_the_sweep() -> None:
    def hear(states: int, left: float) -> None:
        if states > 50_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Ways(sites_of(unmask.load("helmet").model, Wanted(finals=False))).sweep(10**9, done=hear, workers=2)


def test_a_state_that_fills_its_words_to_the_last_bit_is_none_the_less_that_state() -> None:
    lamps = [f"lamp{number}" for number in range(64)]
    facts = "".join(f"fact {lamp}: yes/no = yes\n" for lamp in lamps)
    dark = "".join(
        f"ending dark{first // 16} when {' or '.join(f'not {lamp}' for lamp in lamps[first : first + 16])}\n" for first in range(0, 64, 16)
    )
    world = model(
        f"{facts}scene hall\n  moment draught: chance\n    * one goes out\n      weight 1\n      ~ lamp63 = no\n      -> end\n{dark}"
    )
    keys = Ways(sites_of(world, Wanted(finals=False))).keys
    assert sum(field.bits for field in keys.fields.values()) == 64
    found = swept(world, Wanted(finals=False))
    assert [sum(row) for row in found.over[:4]] == [0, 0, 0, 1]
    # What comes of a shift by a whole word is anybody's guess, and often right.
    assert all(int(places) < 64 for places in re.findall(r"sh[lr] i64 [^,]+, (\d+)", keys.text()))


CROWD = """
kind guest
  open joy: 0..9
{people}
scene dance with a, b: guest
  moment step: a
    * bow
      ~ b.joy += 1
    * turn
      ~ a.joy -= 1
    -> end
ending delight when {all}
"""


def crowd(people: int) -> World:
    """So many people of whom any two may dance: from each state before a scene many ways lead on."""
    names = [f"P{number}" for number in range(people)]
    every = " and ".join(f"{name}.joy is 9" for name in names)
    text = CROWD.format(people="\n".join(f"person {name} (they), a guest" for name in names), all=every)
    return world_from(Source("crowd", text)).model


@pytest.mark.parametrize("most", [100, 3_000])
@pytest.mark.parametrize("workers", [1, 2])
def test_no_more_states_are_gone_through_than_somebody_allows(most: int, workers: int) -> None:
    found = swept(crowd(9), Wanted(finals=False), most, workers)
    assert found.states <= most
    assert found.left > 0.9


def test_a_sweep_takes_no_more_memory_than_there_is_room_for() -> None:
    ways = Ways(sites_of(crowd(9), Wanted(finals=False)), thorough=False)
    asked: list[int] = []

    def room(more: int) -> bool:
        asked.append(more)
        return len(asked) <= 2

    found = ways.sweep(10_000_000, workers=2, room=room)
    assert found.left > 0.9
    assert 0 < found.states < 1_000_000
    assert max(asked) > 100_000


def test_code_for_few_states_is_compiled_with_less_care_and_says_the_same() -> None:
    sites = sites_of(fair(), Wanted(finals=False, motifs=MOTIFS))
    assert flat(Ways(sites, thorough=False).sweep(MOST)) == pytest.approx(flat(Ways(sites).sweep(MOST)), abs=CLOSE)
