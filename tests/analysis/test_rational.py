"""Fractions against fractions reckoned by definition, in stories that end, that come back to where they were, and that never end."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import Phase, assume, given, settings

import unmask
from tests.exact import TooMany, exact
from tests.worlds_made import worlds
from unmask.analysis.answers import RATIONAL
from unmask.analysis.questions import Question, endings_of
from unmask.analysis.rational import Fractions, NoFraction, Rationals, in_digits
from unmask.kernel import untie
from unmask.kernel.residues import coprime
from unmask.pipeline import world_from
from unmask.problems.place import Source
from unmask.run.step import Process
from unmask.world.model import Event, Item, Motif, World
from unmask.world.sites import sites_of

DUELS = Path(__file__).parents[2] / "benchmarks" / "worlds"
BUDGET = 30_000
KNOWN = {
    ("duel_m3_r1", "adead"): "91788618723852115851336176824210273/10366642924751155346055647837061120000",
    ("duel_m3_r1", "rec"): "55942853224597/15078923904844800",
    ("duel_m4_r1", "rec"): "270880306588171823014865259365579321/29319798171013368655510923175526400000",
}
ROUND = """
fact at: -20..20

motif turned round
  step / back home
  then step / go east
  next step / back home

scene walk
  moment step: chance
    * go east
      if at >= 0
      ~ at += 1
      -> ending east if at is 20
      -> step
    * go west
      if at <= 0
      ~ at -= 1
      -> ending west if at is -20
      -> step
    * back home
      if at is not 0
      ~ at = 0
      -> step

ending east
ending west
"""
STUCK = """
motif sat down
  stairs / sit down

motif sat without a yawn
  stairs / sit down
  without stays / yawn

motif nodded without a yawn
  stays / nod
  without stays / yawn

scene stairs
  moment stairs: chance
    * go up
      weight 2
      -> ending upstairs
    * sit down
      weight 1
      -> landing
    * run away
      weight 1
      -> ending away

  moment landing: chance
    * look round
      weight 1
      -> stairs
    * sit for good
      weight 3
      -> stays

  moment stays: chance
    * nod
      -> stays
    * yawn
      -> stays

ending upstairs
ending away
"""


def world_of(text: str) -> World:
    return world_from(Source("story", text)).model


def ending(name: str) -> Event:
    return Event("ending", label=name)


def motif(name: str) -> Event:
    return Event("motif", label=name)


# ── known fractions ──


@pytest.mark.parametrize(("duel", "name"), KNOWN)
def test_the_duel_has_the_fractions_that_two_other_solvers_found(duel: str, name: str) -> None:
    found = Fractions(unmask.load(str(DUELS / f"{duel}.story")).model, [], None, 300_000)
    assert "/".join(map(str, found.of(ending(name)).as_integer_ratio())) == KNOWN[duel, name]
    assert sum(found.of(ending(other)) for other in ("adead", "bdead", "rec", "drift")) == found.ends() == 1


def test_a_long_way_with_a_coin_at_every_step_ends_on_either_side_as_often() -> None:
    """The chain of Haddad and Monmege (*Reachability in MDPs: refining convergence of value iteration*, 2014)."""
    world = world_of(ROUND)
    found = Fractions(world, [motif("turned round")], None, BUDGET)
    assert found.of(ending("east")) == found.of(ending("west")) == Fraction(1, 2)
    assert found.ends() == 1
    assert 1 - Fraction(1, 100_000) < found.of(motif("turned round")) < 1


def test_what_never_ends_is_known_as_a_fraction_and_has_what_happened_before_it() -> None:
    motifs = [motif("sat down"), motif("sat without a yawn"), motif("nodded without a yawn")]
    found = Fractions(world_of(STUCK), motifs, None, BUDGET)
    # From the landing one in four comes back to the stairs.
    again = Fraction(1, 4) * Fraction(1, 4)
    up = Fraction(2, 4) / (1 - again)
    away = Fraction(1, 4) / (1 - again)
    assert found.of(ending("upstairs")) == up
    assert found.ends() == up + away
    assert found.of(motif("sat down")) == Fraction(1, 4)
    assert found.of(motif("sat without a yawn")) == again * (up + away)
    assert found.of(motif("nodded without a yawn")) == 0  # it comes and goes for ever
    assert found.of(ending("away")) == away
    answers = Rationals(world_of(STUCK), [Question("sat", motif("sat down"))], budget=BUDGET)
    ends = answers.ends()
    assert (ends.fraction, ends.certain, ends.kind) == (up + away, "", RATIONAL)


# ── any world ──


def asked_of(world: World) -> tuple[World, list[Event]]:
    """A world with a motif of two things, and what to ask of it."""
    sites = sites_of(world)
    labels = [(sites.scenes[site.scene].moments[site.moment].name, sites.option(site).label) for site in sites.options]
    events = list(dict.fromkeys(Event("place", "", *labels[at]) for at in (0, -1))) if labels else []
    items = tuple(Item(word, 1, event, None, "", ()) for word, event in zip(("", "then"), events, strict=False))
    world = world._replace(motifs=(*world.motifs, *([Motif("both", (), items)] if items else [])))
    return world, [*events, *([motif("both")] if items else [])]


def fractions_of(world: World, events: Sequence[Event], given: Event | None = None) -> Fractions:
    try:
        return Fractions(world, events, given, BUDGET)
    except NoFraction:
        assume(False)
        raise


def _is_known(found: Fractions, events: Sequence[Event]) -> bool:
    """Whether it is known what happens in stories that never end, and that nothing was cut off at the limit."""
    try:
        return found.ends() >= 0 and all(found.of(event) >= 0 for event in events)
    except NoFraction:
        return False


@settings(max_examples=16, deadline=None, derandomize=True, phases=[Phase.generate])
@given(worlds())
def test_any_world_has_the_fractions_that_it_has_by_definition(text: str) -> None:
    world, events = asked_of(world_of(text))
    try:
        known = exact(Process(world, motifs=tuple(events)), tuple(events))
    except TooMany:
        assume(False)
        raise
    found = fractions_of(world, events)
    assume(_is_known(found, events))
    for name in endings_of(world):
        assert found.of(ending(name)) == known.odds(name)
    for bit, event in enumerate(events):
        assert found.of(event) == known.of_bit_or_forever(bit)
    assert found.ends() == 1 - known.left
    if len(events) == 3 and known.of_bit_or_forever(1):
        both = sum(
            mass for bits, mass in [*((bits, mass) for (_, bits), mass in known.over.items()), *known.forever.items()] if bits & 3 == 3
        )
        assert fractions_of(world, events, events[1]).of(events[0], events[1]) == both / known.of_bit_or_forever(1)


# ── parts ──


def test_a_fraction_of_what_is_given_is_a_quotient_and_there_is_none_of_what_never_happens() -> None:
    world = world_of(STUCK)
    found = Fractions(world, [motif("sat down")], ending("away"), BUDGET)
    # One in four goes away at once; of those who come back to the stairs, who have sat down, as many.
    assert found.of(motif("sat down"), ending("away")) == Fraction(1, 16)
    assert Fractions(world, [], motif("sat down"), BUDGET).of(ending("away"), motif("sat down")) == Fraction(1, 15)
    with pytest.raises(NoFraction, match="never happens"):
        found.of(motif("sat down"), ending("unresolved"))


def test_a_story_that_is_too_tangled_for_fractions_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(untie, "MOST_STEPS", 10)
    with pytest.raises(NoFraction, match="in too many ways"):
        Fractions(world_of(ROUND), [], None, BUDGET)


def test_where_there_are_more_states_than_anybody_allows_there_is_no_fraction_and_that_is_said() -> None:
    found = Rationals(world_of(ROUND), [Question("east", ending("east"))], budget=20, runs=2_000)
    assert (found.answers[0].fraction, found.answers[0].kind) == (None, "estimate")
    assert found.no_fraction == "more than 20 states were gone through"


def test_coprime_factors_make_up_every_number() -> None:
    assert coprime([12, 18, 35, 1]) == [2, 3, 35]
    assert coprime([4096]) == [4096]
    assert coprime([]) == []


@pytest.mark.parametrize("size", [1, 3_999, 4_000, 4_001, 12_345])
def test_a_fraction_is_written_with_all_of_its_digits(size: int) -> None:
    """Python writes no number of more than 4,300 digits; those of helmet have seven thousand."""
    above, below = in_digits(Fraction(10**size + 7, 3 * 10**size))
    assert above == "1" + "0" * (size - 1) + "7"
    assert below == "3" + "0" * size
