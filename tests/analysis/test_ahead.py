"""How a story may end, asked in the middle: exact odds are those that taking every way by hand gives, estimates hold them."""

from copy import copy

import pytest

from tests.analysis.looking import Everything, holds, off
from tests.run.playing import story
from unmask.analysis import ahead as looking_ahead
from unmask.analysis.ahead import Ahead, points_of
from unmask.analysis.answers import ESTIMATED, EXACTLY
from unmask.kernel.from_world import CannotCompile
from unmask.run.record import by_luck
from unmask.run.step import Point

CLOSE = 1e-12
# A clock, casts, what happens only once, what has happened, what passes in the meantime by chance, and a feeling for the scene.
MARKET = """
fact month: 1..5
kind seller
  feels greed: 0..2
  feels nerves: 0..2 for the scene
person Nan (she), a seller
  greed = 1
  meanwhile
    moment night: Nan
      * count the coins
        +greed "there may be more"
      * sleep
        ~ greed -= 1
      -> end
person Oda (she), a seller
scene market with a, b: seller
  +a.greed "somebody wants to"
  moment stall: a
    * praise the jug
      +greed "it has to go"
      ~ nerves += 1
      -> asked
    * say nothing
      once
      ~ greed -= 1
    -> asked
  moment asked: b
    * buy it
      -1 "it is cracked" if seems(a.greed) is 2
      ~ a.greed += 1
      -> ending sold if a.nerves > 0 and month > 2
      -> end
    * go
      -> end
scene rain
  when month > 1
  moment sky: chance
    * it pours
      weight 3
      -> ending flood if month is 4
    * it stops
      weight month
    -> end
meanwhile
  ~ month += 1
  moment road: chance
    * dust
    * mud
      ~ Oda.greed = 1
    -> end
ending flood
ending sold
ending winter when month is 4 and Nan.greed is 0
ending spring when month is 4 and happened(sky / it pours)
ending late when month is 5
"""
# No clock: the same evening may come again and again.
INN = """
person Tom (he)
  feels thirst: 0..2
scene inn
  moment cup: chance
    * drink
      weight 2
      ~ Tom.thirst += 1
    * wait
      weight 3
      -> cup
    * be called home
      weight 1
      -> ending home
    -> end
ending drunk when Tom.thirst is 2
ending home
"""
# Whoever goes down does not come up again, and nothing ends there.
WELL = """
person Tom (he)
  feels fear: 0..1
scene brink
  moment edge: chance
    * fall
      ~ Tom.fear = 1
    * turn back
      -> ending safe
    -> end
ending safe
"""


@pytest.fixture(scope="module")
def market() -> Ahead:
    return Ahead(story(MARKET).process)


def guessing(ahead: Ahead, runs: int, seed: int = 7) -> Ahead:
    """One that only plays runs; what was compiled is shared."""
    found = copy(ahead)
    found.budget, found.seed, found._runs = 0, seed, runs
    return found


def test_wherever_a_run_stands_the_odds_are_those_that_every_way_gives(market: Ahead) -> None:
    every = Everything(market.process)
    asked: set[str] = set()
    for number in range(6):
        record = by_luck(market.process, 7, number)
        points = points_of(record)
        asked |= {f"{point.sort} {point.meanwhile}" for point in points}
        for outlook, at in zip(market.along(record), [*points, record.over], strict=True):
            assert outlook.kind == EXACTLY
            assert off(outlook, market.endings, every.odds(at)) < CLOSE
    assert asked == {"scene -1", "cast -1", "option -1", "option 0", "option 1"}


def test_a_point_asked_for_alone_has_the_odds_that_it_has_among_others(market: Ahead) -> None:
    record = by_luck(market.process, 7, 3)
    for outlook, at in zip(market.along(record), points_of(record), strict=False):
        alone = market.outlook(at)
        assert [chance.p for chance in alone.chances] == pytest.approx([chance.p for chance in outlook.chances], abs=CLOSE)


def test_before_a_choice_the_odds_are_what_those_after_it_come_to_on_average(market: Ahead) -> None:
    moves = 0.0
    for point in points_of(by_luck(market.process, 7, 1)):
        fork = market.fork(point)
        assert sum(way.share for way in fork.ways) == pytest.approx(1)
        for number, before in enumerate(fork.before.chances):
            after = [way.outlook.chances[number].p for way in fork.ways]
            assert before.p == pytest.approx(sum(way.share * p for way, p in zip(fork.ways, after, strict=True)), abs=CLOSE)
            moves = max(moves, max(after) - min(after))
    assert moves > 0.1


@pytest.mark.parametrize("patience", [3, 20_000_000])
def test_a_story_that_comes_to_where_it_was_is_exact_too(patience: int) -> None:
    found = Ahead(story(INN.replace("weight 3", f"weight {patience}")).process)
    begin = found.process.begin()
    assert isinstance(begin, Point)
    outlook = found.outlook(begin)
    # Waiting changes nothing: of 2 to 1 he drinks, and twice makes him drunk.
    assert outlook.kind == EXACTLY
    assert dict(zip(found.endings, (chance.p for chance in outlook.chances), strict=True))["drunk"] == pytest.approx(4 / 9, abs=CLOSE)


def test_what_goes_on_for_ever_is_endless_and_exactly_so() -> None:
    found = Ahead(story(WELL).process)
    begin = found.process.begin()
    assert isinstance(begin, Point)
    # From the brink everybody turns back at some time.
    assert dict(zip(found.endings, found.outlook(begin).chances, strict=True))["endless"].p == 0
    stuck = Ahead(story(WELL.replace("* turn back", "* turn back\n      if Tom.fear is 0")).process)
    begin = stuck.process.begin()
    assert isinstance(begin, Point)
    outlook = stuck.outlook(begin)
    assert outlook.kind == EXACTLY
    odds = dict(zip(stuck.endings, outlook.chances, strict=True))
    assert (odds["safe"].p, odds["endless"].p) == (pytest.approx(0.5, abs=CLOSE), pytest.approx(0.5, abs=CLOSE))


def test_where_it_goes_on_to_the_limit_with_nothing_to_choose_it_is_solved() -> None:
    text = (
        "limit 30 events\nperson Nan (she)\nscene door\n  moment knock: Nan\n    * go\n      -> ending gone\n    * stay\n      -> hall\n"
        "  moment hall\n    -> stairs\n  moment stairs\n    -> hall\nending gone\n"
    )
    found = Ahead(story(text).process, runs=500)
    begin = found.process.begin()
    assert isinstance(begin, Point)
    outlook = found.outlook(begin)
    assert outlook.kind == EXACTLY
    assert dict(zip(found.endings, (chance.p for chance in outlook.chances), strict=True))["endless"] == pytest.approx(0.5, abs=CLOSE)


def test_estimates_hold_the_odds(market: Ahead) -> None:
    every = Everything(market.process)
    record = by_luck(market.process, 7, 2)
    found = guessing(market, 20_000).along(record)
    for outlook, at in zip(found, points_of(record), strict=False):
        assert holds(outlook, market.endings, every.odds(at))
    assert found[0].kind == ESTIMATED
    assert found[-1].kind == EXACTLY  # what has come needs no runs
    assert guessing(market, 20_000).along(record) == found
    assert guessing(market, 20_000, seed=8).along(record) != found


def test_with_room_for_little_the_end_of_a_run_is_exact_and_its_beginning_an_estimate(market: Ahead) -> None:
    record = by_luck(market.process, 7, 4)
    found = Ahead(market.process, budget=60, runs=20_000).along(record)
    kinds = [outlook.kind for outlook in found]
    first = kinds.index(EXACTLY)
    every = Everything(market.process)
    assert 0 < first < len(kinds) - 2
    for outlook, at in zip(found[first:], points_of(record)[first:], strict=False):
        assert outlook.kind == EXACTLY or outlook.runs == 0
        assert off(outlook, market.endings, every.odds(at)) < CLOSE
    assert all(holds(outlook, market.endings, every.odds(at)) for outlook, at in zip(found[:first], points_of(record), strict=False))


def test_what_all_scenes_come_to_counts_as_the_budget(market: Ahead) -> None:
    begin = market.process.begin()
    whole = Ahead(market.process)
    assert whole.outlook(begin).kind == EXACTLY
    assert Ahead(market.process, budget=whole.states).outlook(begin).kind == EXACTLY
    assert Ahead(market.process, budget=whole.states * 3 // 4, runs=10).outlook(begin).kind == ESTIMATED


def test_where_there_is_one_thing_to_choose_an_estimate_does_not_move(market: Ahead) -> None:
    record = by_luck(market.process, 7, 0)
    found = guessing(market, 500).along(record)
    alone = [n for n, point in enumerate(points_of(record)) if sum(offer.weight > 0 for offer in market.process.offers(point)) == 1]
    assert alone
    assert all(found[number] is found[number + 1] for number in alone)


def test_a_clock_that_somebody_has_set_is_not_taken_for_what_it_was(market: Ahead) -> None:
    at = points_of(by_luck(market.process, 7, 0))[0]
    place = next(place for place in market.process.layout.places if getattr(place, "name", "") == "month")
    row = list(at.state)
    row[market.process.layout.places[place]] = 3
    later = at._replace(state=tuple(row))
    few = copy(market)
    few._runs = 20_000
    outlook = few.outlook(later)
    assert outlook.kind == ESTIMATED
    assert holds(outlook, few.endings, Everything(few.process).odds(later))


def test_without_a_compiled_engine_the_reference_engine_plays_on(market: Ahead, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> None:
        raise CannotCompile("there is no compiler")

    monkeypatch.setattr(looking_ahead, "Onward", missing)
    slow = Ahead(market.process, runs=150)
    assert slow.slow == "there is no compiler"
    at = points_of(by_luck(market.process, 7, 0))[4]
    outlook = slow.outlook(at)
    assert (outlook.kind, outlook.runs) == (ESTIMATED, 150)
    assert holds(outlook, slow.endings, Everything(slow.process).odds(at))
    # Luck is fresh: it is not that of the runs under the seed, whose ends somebody may know.
    again = []
    for number in range(20):
        slow.seed, slow._runs = number, 1
        came = slow.endings.index(by_luck(market.process, number, 0).over.ending)
        begin = market.process.begin()
        again.append(slow.outlook(begin).chances[came].p)
    assert 0 < sum(again) < 20
