"""Laws that hold of every story: whole worlds are made, read from their text, and played."""

from collections import Counter
from itertools import pairwise
from math import exp

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.worlds_made import worlds
from unmask.pipeline import Run, World, resolve, world_from
from unmask.problems.place import Source
from unmask.run.chooser import Dice, Stop
from unmask.run.record import Record, by_luck, by_tape, play, tape_of
from unmask.run.state import State
from unmask.run.step import Offer, Point
from unmask.run.tape import read, written
from unmask.world.model import DEAD_END, ENDLESS, UNRESOLVED
from unmask.world.places import Belief, Used

RUNS = 3
DRAWS = 20_000
laws = settings(
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)


def world_of(text: str) -> World:
    return world_from(Source("made.story", text))


def runs(world: World) -> list[Record]:
    return [by_luck(world.process, 7, number) for number in range(RUNS)]


@given(worlds())
@laws
def test_a_made_world_holds_together(text: str) -> None:
    assert resolve(Source("made.story", text))[2] == []


@given(worlds())
@laws
def test_a_run_replays_from_its_own_tape_and_is_the_same_another_time(text: str) -> None:
    world = world_of(text)
    again = world_of(text)
    for record in runs(world):
        tape = written(tape_of(world.process, record, world.fingerprint))
        assert by_tape(world.process, read(tape)) == record
        assert by_luck(again.process, 7, record.number) == record


@given(worlds())
@laws
def test_values_stay_in_their_range_and_what_was_used_up_stays_so(text: str) -> None:
    world = world_of(text)
    layout = world.process.layout
    bounds = [(layout.type_of(place).low, layout.type_of(place).high) for place in layout.places]
    used = [index for place, index in layout.places.items() if isinstance(place, Used)]
    for record in runs(world):
        states = states_of(record)
        for state in states:
            assert all(low <= value <= high for value, (low, high) in zip(state, bounds, strict=True))
        for earlier, later in pairwise(states):
            assert all(earlier[index] <= later[index] for index in used)


def states_of(record: Record) -> list[State]:
    return [*(event.point.state for event in record.events if event.point is not None), record.over.state]


@given(worlds())
@laws
def test_a_run_ends_within_its_limit_and_says_how(text: str) -> None:
    world = world_of(text)
    limit = world.model.limit
    for record in runs(world):
        played = [event for event in record.events if event.sort != "ending"]
        assert len(played) <= limit
        if record.over.ending == ENDLESS:
            assert len(record.events) == limit
        elif record.over.ending in (DEAD_END, UNRESOLVED):
            assert record.over.reason
        else:
            assert record.over.ending in world.endings
            assert (record.events[-1].sort, record.events[-1].label) == ("ending", record.over.ending)


def may_change(world: World, belief: Belief, people: tuple[str, ...], state: State) -> bool:
    """Whether some route to a belief is open, found the long way round."""
    for route in world.model.routes:
        together = belief.observer in people and belief.of.owner in people
        reaches = route.by == "bond" or together
        meant = route.variable == belief.of and route.observer in ("", belief.observer)
        if meant and reaches and world.process.layout.holds(route.condition, state):
            return True
    return False


@given(worlds())
@laws
def test_a_belief_without_an_open_route_does_not_move(text: str) -> None:
    world = world_of(text)
    process, layout = world.process, world.process.layout
    crowds = [(), tuple(world.people), *({event.people for record in runs(world) for event in record.events if event.sort == "option"})]
    for record in runs(world):
        for state in states_of(record)[::3]:
            for people in crowds:
                looked = process.after_looking(people, state)
                for belief in layout.beliefs:
                    if not may_change(world, belief, people, state):
                        assert looked[layout.places[belief]] == state[layout.places[belief]]
                beliefs = {layout.places[belief] for belief in layout.beliefs}
                assert all(a == b for index, (a, b) in enumerate(zip(looked, state, strict=True)) if index not in beliefs)


@given(worlds())
@laws
def test_looking_twice_changes_nothing_more_where_no_belief_is_about_a_belief(text: str) -> None:
    world = world_of(text)
    process = world.process
    ways = [part for route in world.model.routes for part in (route.truth, route.condition)]
    ways += [part for reading in world.model.readings for part in (reading.value, reading.condition)]
    if any("Seems(" in repr(way) for way in ways if way is not None):
        return
    for record in runs(world):
        for state in states_of(record)[::4]:
            looked = process.after_looking(tuple(world.people), state)
            assert process.after_looking(tuple(world.people), looked) == looked


MARKS = ("{", "}", "\0", "~", "->", "|", "any:", "else:")


@given(worlds())
@laws
def test_every_side_has_a_telling_without_markup(text: str) -> None:
    world = world_of(text)
    for record in runs(world)[:2]:
        run = Run(world, record)
        for side in world.sides:
            for remembered in (False, True) if side != "world" else (False,):
                telling = run.telling(side, remembered)
                told = [paragraph for section in telling.sections for paragraph in section]
                for paragraph in told:
                    left = paragraph.replace("A {door} | shuts", "")
                    assert not [mark for mark in MARKS if mark in left], paragraph
                    assert paragraph == paragraph.strip() != ""
                    assert "  " not in paragraph
                assert run.telling(side, remembered) == telling


def unlikely(counts: Counter[int], weights: list[int], draws: int) -> bool:
    """Whether draws like these come up less often than once in a million, if the weights are the odds (a bound on chi-square)."""
    total = sum(weights)
    cells = [(counts[index], draws * weight / total) for index, weight in enumerate(weights) if weight]
    few = [cell for cell in cells if cell[1] < 5]
    many = [cell for cell in cells if cell[1] >= 5]
    if few:
        many.append((sum(count for count, _ in few), sum(expected for _, expected in few)))
    square = sum((count - expected) ** 2 / expected for count, expected in many)
    # Laurent and Massart (2000): a chi-square of d degrees passes d + 2 sqrt(d x) + 2 x with at most exp(-x).
    degrees, x = len(many) - 1, 14.0
    assert exp(-x) < 1e-6
    return square > degrees + 2 * (degrees * x) ** 0.5 + 2 * x


@given(worlds(), st.integers(0, 2**32))
@settings(laws, max_examples=6)
def test_what_is_offered_is_drawn_with_its_exact_odds(text: str, seed: int) -> None:
    world = world_of(text)
    seen: list[tuple[Point, tuple[Offer, ...]]] = []

    def watching(point: Point, offers: tuple[Offer, ...]) -> int | Stop:
        seen.append((point, offers))
        return dice(point, offers)

    dice = Dice(seed, 0)
    play(world.process, watching, seed, 0)
    # One choice with many different weights and one with small ones, where a draw that is off by one shows.
    chosen = [one for one in seen if len([offer for offer in one[1] if offer.weight]) > 1]
    chosen.sort(key=lambda one: sum(offer.weight for offer in one[1]))
    for point, offers in [*chosen[:1], *sorted(chosen[1:], key=lambda one: len({offer.weight for offer in one[1]}))[-1:]]:
        weights = [offer.weight for offer in offers]
        counts = Counter(Dice(seed, number)(point, offers) for number in range(DRAWS))
        assert all(weights[index] for index in counts)
        assert not unlikely(counts, weights, DRAWS), (counts, weights)
