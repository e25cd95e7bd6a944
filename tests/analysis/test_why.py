"""Why: what was weighed at a choice, with exact odds and the lines of the file that it comes from."""

from fractions import Fraction

import pytest

from tests.run.playing import by_hand, story
from unmask.analysis.why import Answer, NoChoice, why
from unmask.pipeline import World
from unmask.run.record import Record, by_luck

TEXT = """
fact month: 0..9 = 2
kind duelist
  feels anger: 0..3
  tends to fight: -1 "it is late" if month > 1
person Rey (she), a duelist
  anger = 3
person Kylo (he), a duelist
scene duel with a, b: duelist
  +2 "it has to come" if month > 1
  +a.anger "somebody is angry"
  moment strike: a
    * attack
      is fight
      +anger "somebody has to begin"
      +13 "the door is shut" if month is 9
      -> calm
    * take his hand
      if month is 5
      unless anger is 0
      -> calm
    * say that it is over
      once
      -1 "nobody will believe it"
      -> calm
    * go
      -> calm
  moment calm
    -> end
scene camp
  when month < 9
  moment fire: chance
    * rain
      weight 0
    * sun
      weight 3
    * fog
      weight 5
    -> end
ending dawn when month is 4
"""


@pytest.fixture(scope="module")
def world() -> World:
    return story(TEXT)


def asked(world: World, record: Record, number: int) -> Answer:
    return why(world.process, record, number)


def line_of(start: str) -> int:
    return next(number for number, line in enumerate(TEXT.split("\n"), 1) if line.strip().startswith(start))


def test_the_odds_of_a_choice_are_exact_and_make_one(world: World) -> None:
    record = by_hand(world, "duel", "Rey, Kylo", "go")
    answer = asked(world, record, 2)
    odds = {weighed.label: (weighed.odds, weighed.points, weighed.drawn) for weighed in answer.open}
    # 2 to the power of 3 - 1, of -1 and of 0: four, a half and one.
    assert odds == {
        "attack": (Fraction(8, 11), 2, False),
        "say that it is over": (Fraction(1, 11), -1, False),
        "go": (Fraction(2, 11), 0, True),
    }
    assert (answer.number, answer.event) == (2, record.events[2])


def test_the_grounds_are_the_motives_that_held_with_their_lines(world: World) -> None:
    record = by_hand(world, "duel", "Rey, Kylo", "attack")
    attack = asked(world, record, 2).open[0]
    assert [(ground.phrase, ground.points, ground.span.line) for ground in attack.grounds] == [
        ("somebody has to begin", 3, line_of('+anger "somebody has')),
        ("it is late", -1, line_of("tends to fight")),
    ]


def test_what_was_shut_is_told_with_its_reason(world: World) -> None:
    record = by_hand(world, "duel", "Rey, Kylo", "say that it is over", "duel", "Rey, Kylo", "go")
    first = asked(world, record, 2).shut
    assert [(shut.label, shut.used_up) for shut in first] == [("take his hand", False)]
    again = asked(world, record, 6).shut
    assert [(shut.label, shut.used_up, shut.span.line) for shut in again] == [
        ("take his hand", False, line_of("* take his hand")),
        ("say that it is over", True, line_of("* say that it is over")),
    ]


def test_a_scene_is_weighed_like_anything_else(world: World) -> None:
    record = by_hand(world, "camp", "sun")
    answer = asked(world, record, 0)
    assert {one.label: (one.odds, one.drawn) for one in answer.open} == {
        "duel": (Fraction(4, 5), False),
        "camp": (Fraction(1, 5), True),
    }
    assert [(ground.phrase, ground.points) for ground in answer.open[0].grounds] == [("it has to come", 2)]
    assert answer.shut == ()


def test_a_cast_is_weighed_by_what_mentions_its_people(world: World) -> None:
    record = by_hand(world, "duel", "Kylo, Rey", "go")
    answer = asked(world, record, 1)
    assert {one.label: (one.odds, one.drawn) for one in answer.open} == {
        "Rey, Kylo": (Fraction(8, 9), False),
        "Kylo, Rey": (Fraction(1, 9), True),
    }


def test_dice_are_weighed_by_their_weights(world: World) -> None:
    record = by_hand(world, "camp", "fog")
    answer = asked(world, record, 1)
    assert {one.label: one.odds for one in answer.open} == {"rain": 0, "sun": Fraction(3, 8), "fog": Fraction(5, 8)}


def test_points_are_told_as_they_add_up_and_odds_as_they_are_clipped() -> None:
    world = story(TEXT.replace("month: 0..9 = 2", "month: 0..9 = 9"))
    attack = asked(world, by_hand(world, "Rey, Kylo", "attack"), 2).open[0]
    assert (attack.points, attack.odds) == (15, Fraction(2**24, 2**24 + 2**12 + 2**11))


def test_odds_make_one_at_every_choice_of_many_runs(world: World) -> None:
    for number in range(5):
        record = by_luck(world.process, 1, number)
        for event in range(0, len(record.events), 7):
            if record.events[event].point is not None:
                answer = asked(world, record, event)
                assert sum(one.odds for one in answer.open) == 1
                assert [one.drawn for one in answer.open].count(True) == 1


def test_what_just_happens_has_no_why(world: World) -> None:
    record = by_hand(world, "duel", "Rey, Kylo", "go")
    with pytest.raises(NoChoice, match="event 3 just happens: nobody chose it"):
        asked(world, record, 3)
    ended = by_luck(story(TEXT.replace("month: 0..9 = 2", "month: 0..9 = 4")).process, 0, 0)
    last = len(ended.events) - 1
    assert ended.events[last].sort == "ending"
    with pytest.raises(NoChoice, match=f"event {last} is the ending: nobody chose it"):
        asked(world, ended, last)


@pytest.mark.parametrize("number", [-1, 4])
def test_an_event_that_is_not_there_has_no_why(world: World, number: int) -> None:
    record = by_hand(world, "duel", "Rey, Kylo", "go")
    short = record._replace(events=record.events[:4])
    with pytest.raises(NoChoice, match=f"this run has the events 0 to 3, and no event {number}"):
        asked(world, short, number)


def test_where_nothing_happened_there_is_nothing_to_ask() -> None:
    world = story(
        TEXT.replace("scene duel with a, b: duelist", "scene duel with a, b: duelist\n  when month > 8").replace("month < 9", "month > 8")
    )
    with pytest.raises(NoChoice, match="nothing happened in this run"):
        asked(world, by_luck(world.process, 0, 0), 0)
