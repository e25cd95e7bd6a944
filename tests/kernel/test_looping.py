"""Stories that come to where they were, in floating-point numbers: beside fractions, and within bounds where knots are large."""

from math import inf

import pytest
from hypothesis import Phase, assume, given, settings

import unmask
from tests.analysis.test_rational import DUELS, ROUND, STUCK, asked_of, motif, world_of
from tests.worlds_made import worlds
from unmask.analysis.rational import Fractions, NoFraction
from unmask.kernel.chains import knots_of, unfolded
from unmask.kernel.graph import Graph
from unmask.kernel.looping import Eliminated, eliminated, everything
from unmask.kernel.marks import Unmarked
from unmask.world.model import ENDLESS, Event, World
from unmask.world.sites import Sites, Wanted, sites_of

MOST = 30_000


def sites_with(world: World, events: list[Event]) -> Sites:
    return sites_of(world, Wanted(finals=False, marks=tuple((event,) for event in events)))


def found_in(sites: Sites, together: int = 2_000) -> Eliminated:
    found = eliminated(Graph(sites), MOST, together)
    assert found is not None
    return found


def odds_of(sites: Sites, found: Eliminated) -> dict[str, float]:
    return {name: row[0] for name, row in zip(sites.endings, found.swept.over, strict=True)}


def odds_that(found: Eliminated, event: Event) -> float:
    """How likely an event is, in stories that never end too."""
    block = next(block for block in found.swept.blocks if event in block.events)
    happened = {block.first + number for number, so in enumerate(block.happened(event)) if so}
    for_ever = {block.first + number for number, so in enumerate(block.happened_for_ever(event)) if so}
    return sum(row[value] for row in found.swept.over for value in happened) + sum(
        mass for values, mass in found.caught.items() if values <= for_ever
    )


def test_a_long_way_with_a_coin_at_every_step_ends_on_either_side_as_often() -> None:
    """Whoever only iterates until little changes stops at next to nothing here (Haddad and Monmege, 2014)."""
    sites = sites_with(world_of(ROUND), [motif("turned round")])
    found = found_in(sites)
    assert found.largest == 39
    assert odds_of(sites, found) == {"east": pytest.approx(0.5, abs=1e-13), "west": pytest.approx(0.5, abs=1e-13)} | dict.fromkeys(
        ("unresolved", "endless", "dead end"), 0.0
    )
    assert (found.swept.left, found.rounds, found.caught) == (0.0, 0, {})
    # 2**20 - 1 steps to either side on average, half of which come back.
    assert found.swept.chosen[1:4] == pytest.approx([2**19 - 0.5, 2**19 - 0.5, 2**19 - 1], rel=1e-12)


def test_in_a_knot_that_is_too_large_what_has_come_out_is_a_lower_bound_and_what_is_left_makes_an_upper_one() -> None:
    sites = sites_with(world_of(ROUND), [motif("turned round")])
    found = found_in(sites, together=38)
    east = odds_of(sites, found)["east"]
    assert found.rounds > 0
    assert 0 < east < 0.5 < east + found.swept.left < 1


def test_a_motif_is_followed_round_and_round() -> None:
    sites = sites_with(world_of(ROUND), [motif("turned round")])
    assert odds_that(found_in(sites), motif("turned round")) == pytest.approx(274876858369 / 274878431232, abs=1e-13)


def test_what_is_never_left_is_told_from_what_ends() -> None:
    events = [motif("sat down"), motif("sat without a yawn")]
    sites = sites_with(world_of(STUCK), events)
    found = found_in(sites)
    assert sum(odds_of(sites, found).values()) == pytest.approx(0.8, abs=1e-14)
    assert found.caught[frozenset({0})] == pytest.approx(0.2, abs=1e-14)
    assert found.swept.left == 0
    assert odds_that(found, events[0]) == pytest.approx(0.25, abs=1e-14)
    assert odds_that(found, events[1]) == pytest.approx(0.05, abs=1e-14)
    assert sorted(found.swept.chosen)[-2:] == [inf, inf]  # nods and yawns


def test_a_world_with_more_states_than_anybody_allows_is_left_to_others() -> None:
    assert eliminated(Graph(sites_with(world_of(ROUND), [])), 20) is None


def test_knots_come_before_all_that_lead_to_them_and_have_every_node_once() -> None:
    graph = Graph(sites_with(world_of(STUCK), [motif("sat down")]))
    patch = everything(graph)
    assert patch is not None
    chain = unfolded(graph.machine, graph.lanes[0], patch)
    knots = knots_of(chain)
    assert sorted(knots.found) == list(range(len(chain)))
    for node in range(len(chain)):
        for target in chain.targets[chain.starts[node] : chain.starts[node + 1]]:
            assert target < 0 or knots.of[target] <= knots.of[node]
    assert max(len(knots.nodes(knot)) for knot in range(len(knots))) == 2  # the stairs and the landing


def test_where_nothing_comes_back_every_node_is_a_knot_of_its_own() -> None:
    graph = Graph(sites_with(unmask.load(str(DUELS / "duel_m3_r1.story")).model, []))
    patch = everything(graph)
    assert patch is not None
    assert len(knots_of(unfolded(graph.machine, graph.lanes[0], patch))) == patch.nodes


@settings(max_examples=10, deadline=None, derandomize=True, phases=[Phase.generate])
@given(worlds())
def test_any_world_has_the_odds_that_it_has_as_fractions(text: str) -> None:
    world, events = asked_of(world_of(text))
    try:
        sites = sites_with(world, events)
        found = eliminated(Graph(sites), MOST)
        known = Fractions(world, events, None, MOST)
        ends = known.ends()
    except (NoFraction, Unmarked):
        assume(False)
        raise
    assume(found is not None)
    assert found is not None
    for name, p in odds_of(sites, found).items():
        forever = found.caught.get(frozenset({0}), 0.0) if name == ENDLESS else 0.0
        assert p + forever == pytest.approx(float(known.of(Event("ending", label=name))), abs=1e-12)
    for event in events:
        assert odds_that(found, event) == pytest.approx(float(known.of(event)), abs=1e-12)
    assert found.caught.get(frozenset({0}), 0.0) == pytest.approx(float(1 - ends), abs=1e-12)
