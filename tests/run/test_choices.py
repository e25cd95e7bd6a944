"""Moments and choices: what may be chosen, with what odds, and where the story cannot go on."""

from textwrap import dedent

import pytest

from tests.run.playing import by_hand, labels, left, offered, offers_at, story
from unmask.pipeline import check
from unmask.run.record import by_luck


def weights(text: str, *chosen: str) -> dict[str, int]:
    """The weight of each option where the run stops."""
    world = story(text)
    record = by_hand(world, *chosen)
    return {name: offer.weight for name, offer in zip(offered(world, record), offers_at(world, record), strict=True)}


ONE = """
fact month: 0..9 = 2
person Rey (she)
  feels anger: 0..9 = 3
  feels fear: 0..9 = 3
  {tends}
scene day
  moment evening: Rey
    * act
      {lines}
    * wait
    * sleep
    -> end
"""


def one(*lines: str, tends: str = "") -> str:
    return ONE.format(lines="\n      ".join(lines), tends=tends)


def test_one_point_doubles_the_odds() -> None:
    assert weights(one('+0 "nothing to it"')) == {"act": 2**12, "wait": 2**12, "sleep": 2**12}
    assert weights(one('+1 "why not"')) == {"act": 2**13, "wait": 2**12, "sleep": 2**12}
    assert weights(one('-1 "why"')) == {"act": 2**11, "wait": 2**12, "sleep": 2**12}


def test_points_are_the_sum_of_the_motives_that_hold() -> None:
    text = one('+2 "a"', '-anger "b"', '+2 * fear "c"', '+4 "d" if month is 3', '+1 "e" if month is 2', '-1 "f" unless anger < 3')
    assert weights(text)["act"] == 2 ** (12 + 2 - 3 + 6 + 1 - 1)


def test_points_count_from_minus_twelve_to_twelve() -> None:
    assert weights(one('+12 "a"'))["act"] == 2**24
    assert weights(one('+13 "a"'))["act"] == 2**24
    assert weights(one('+9 "a"', '+9 "b"'))["act"] == 2**24
    assert weights(one('-12 "a"'))["act"] == 1
    assert weights(one('-9 "a"', '-9 "b"'))["act"] == 1
    assert weights(one('+20 "a"', '-19 "b"'))["act"] == 2**13


def test_a_tendency_joins_the_options_that_are_what_it_is_about() -> None:
    tends = 'tends to hide: -anger "she would be seen"'
    assert weights(one("is hide", '+1 "it is late"', tends=tends))["act"] == 2 ** (12 + 1 - 3)
    assert weights(one("is flee", '+1 "it is late"', tends=tends))["act"] == 2**13


def test_a_tendency_is_that_of_whoever_chooses() -> None:
    text = """
        kind villager
          feels shame: 0..3 = 1
          tends to confess: -shame "what would they say"
        person Agnes (she), a villager
          shame = 2
          tends to confess: -3 "not she"
        person Wick (they), a villager
        scene call with a, b: villager
          moment table: b
            * own up
              is confess
            * talk of turnips
            -> end
        """
    assert weights(text, "Agnes, Wick")["own up"] == 2 ** (12 - 1)
    assert weights(text, "Wick, Agnes")["own up"] == 2 ** (12 - 5)


@pytest.mark.parametrize(
    ("guards", "open_"),
    [
        (("if month is 2", "unless anger is 4"), ["act", "wait", "sleep"]),
        (("if month is 2", "unless anger is 3"), ["wait", "sleep"]),
        (("if month is 3", "unless anger is 4"), ["wait", "sleep"]),
    ],
)
def test_all_conditions_of_an_option_must_hold(guards: tuple[str, ...], open_: list[str]) -> None:
    world = story(one(*guards))
    assert offered(world, by_hand(world)) == open_


def test_once_is_once_in_a_story() -> None:
    world = story(one("once"))
    assert offered(world, by_hand(world, "wait")) == ["act", "wait", "sleep"]
    assert offered(world, by_hand(world, "act")) == ["wait", "sleep"]
    assert offered(world, by_hand(world, "act", "wait", "sleep")) == ["wait", "sleep"]


def test_once_in_a_scene_with_roles_is_once_for_each_cast() -> None:
    world = story("""
        kind villager
        person Agnes (she), a villager
        person Wick (they), a villager
        scene call with a, b: villager
          moment table: a
            * own up
              once
            * talk of turnips
            * leave
            -> end
        """)
    again = by_hand(world, "Agnes, Wick", "own up", "Agnes, Wick")
    assert offered(world, again) == ["talk of turnips", "leave"]
    turned = by_hand(world, "Agnes, Wick", "own up", "Wick, Agnes")
    assert offered(world, turned) == ["own up", "talk of turnips", "leave"]


def test_the_same_label_in_two_moments_is_used_up_apart() -> None:
    world = story("""
        person Rey (she)
        scene day
          moment morning: Rey
            * go out
              once
            * sleep
            * read
            -> evening
          moment evening: Rey
            * go out
              once
            * sleep
            * read
            -> end
        """)
    assert offered(world, by_hand(world, "go out")) == ["go out", "sleep", "read"]
    assert offered(world, by_hand(world, "go out", "sleep")) == ["sleep", "read"]
    assert offered(world, by_hand(world, "go out", "sleep", "sleep")) == ["go out", "sleep", "read"]
    assert offered(world, by_hand(world, "sleep", "go out", "go out")) == ["sleep", "read"]


def test_an_option_may_be_used_up_in_what_passes_between_scenes() -> None:
    world = story("""
        person Rey (she)
        scene day
          moment evening: Rey
            * sleep
            -> end
        meanwhile
          moment weather: chance
            * the first snow
              once
            * rain
            * sun
            -> end
        """)
    assert offered(world, by_hand(world, "the first snow")) == ["rain", "sun"]


# ── chance ──

DICE = """
fact month: 0..9 = 3
person Rey (she)
scene day
  moment weather: chance
    * rain
      {rain}
    * snow
      {snow}
    -> end
"""


def test_dice_may_have_weights() -> None:
    assert weights(DICE.format(rain="weight month * 2", snow="weight 1")) == {"rain": 6, "snow": 1}


def test_dice_may_have_percentages() -> None:
    assert weights(DICE.format(rain="70%", snow="30%")) == {"rain": 70, "snow": 30}


def test_percentages_with_digits_behind_the_point_are_drawn_just_so() -> None:
    assert weights(DICE.format(rain="33.3%", snow="66.7%")) == {"rain": 333, "snow": 667}
    assert weights(DICE.format(rain="0.0000001%", snow="99.9999999%")) == {"rain": 1, "snow": 999_999_999}
    assert weights(DICE.format(rain="33%", snow="67.00%")) == {"rain": 3300, "snow": 6700}


@pytest.mark.parametrize(("rain", "snow", "made"), [("33.3%", "66.6%", "99.9%"), ("50%", "50.01%", "100.01%"), ("3%", "4%", "7%")])
def test_percentages_that_do_not_make_a_hundred_are_told_with_what_they_make(rain: str, snow: str, made: str) -> None:
    (problem,) = check(dedent(DICE.format(rain=rain, snow=snow)))
    assert problem.code == "strange-weight"
    assert f"these make {made}" in problem.note


def test_weights_are_no_points() -> None:
    world = story(DICE.format(rain="weight 6", snow="weight 1"))
    assert [(offer.points, offer.reasons) for offer in offers_at(world, by_hand(world))] == [(0, ()), (0, ())]


def test_dice_may_have_motives() -> None:
    assert weights(DICE.format(rain='+1 "it is the season"', snow="")) == {"rain": 2**13, "snow": 2**12}


def test_a_weight_of_nothing_is_never_drawn_but_is_offered() -> None:
    world = story(DICE.format(rain="weight 0", snow="weight 1"))
    drawn = {event.label for number in range(20) for event in by_luck(world.process, 1, number).events if event.sort == "option"}
    assert drawn == {"snow"}


# ── where the story goes on ──

WAYS = """
fact month: 0..9
fact closed: 0..9
person Rey (she)
scene day
  moment evening: Rey
    * walk
      ~ month += 1
      -> night if month is 1
      -> end if month is 2
    * sleep
      ~ month += 2
    * stay
    ~ closed += 1
    -> dawn if month is 3
    -> evening
  moment night: Rey
    * look up
    * look down
    -> evening
  moment dawn: Rey
    * rise
    * turn over
    -> end
"""


def test_the_first_arrow_that_holds_is_taken_and_an_options_own_come_first() -> None:
    world = story(WAYS)
    assert offered(world, by_hand(world, "walk")) == ["look up", "look down"]
    assert labels(by_hand(world, "walk", "look up", "walk"))[-2:] == ["walk", "day"]
    # Neither of the option's own arrows holds, so the moment's are tried.
    assert offered(world, by_hand(world, "sleep", "walk")) == ["rise", "turn over"]
    assert offered(world, by_hand(world, "stay")) == ["walk", "sleep", "stay"]


def test_the_closing_is_for_options_whose_own_arrows_did_not_hold() -> None:
    world = story(WAYS)
    assert left(world, by_hand(world, "walk"), "closed") == 0
    assert left(world, by_hand(world, "stay"), "closed") == 1
    assert left(world, by_hand(world, "sleep", "walk"), "closed") == 2


def test_the_opening_of_a_moment_plays_each_time_before_the_choice() -> None:
    world = story("""
        fact asked: 0..9
        person Rey (she)
        scene day
          moment evening: Rey
            ~ asked += 1
            * ask again
              if asked < 3
            * ask no more
            * leave
              -> end
            -> evening
        """)
    assert offered(world, by_hand(world, "ask again")) == ["ask again", "ask no more", "leave"]
    assert offered(world, by_hand(world, "ask again", "ask again")) == ["ask no more", "leave"]


def test_a_moment_of_nobodys_just_happens() -> None:
    world = story("""
        fact month: 0..9
        person Rey (she)
        scene day
          ~ month += 1
          -> storm if month is 2
          moment calm: Rey
            * row
            * sail
            -> end
          moment storm
            ~ month += 3
            -> end
        """)
    record = by_hand(world, "row")
    assert labels(record) == ["day", "row", "day", "storm", "day"]
    storm = record.events[3]
    assert (storm.sort, storm.who, storm.point, storm.moment) == ("moment", "", None, "storm")
    assert left(world, record, "month") == 6


# ── dead ends ──


@pytest.mark.parametrize(
    ("rain", "snow", "reason"),
    [
        ("weight month - 3", "weight 0", "every weight is 0"),
        ("weight month - 4", "weight 5", "a weight is negative"),
        ("weight 32768 * 32768", "weight 32768 * 32768", "the weights make 2,147,483,648, more than can be drawn from exactly"),
        ("if month > 3", "if month > 4", "every option is shut"),
    ],
)
def test_where_nothing_can_be_drawn_is_a_dead_end(rain: str, snow: str, reason: str) -> None:
    over = by_luck(story(DICE.format(rain=rain, snow=snow)).process, 0, 0).over
    assert (over.ending, over.reason, over.scene, over.moment) == ("dead end", reason, "day", "weather")


def test_the_largest_sum_that_can_be_drawn_from() -> None:
    world = story(DICE.format(rain="weight 32768 * 32768", snow="weight 32768 * 32768 - 1"))
    assert by_luck(world.process, 0, 0).over.ending == "endless"


def test_a_moment_without_an_arrow_that_holds_is_a_dead_end() -> None:
    world = story("""
        fact month: 0..9
        person Rey (she)
        scene day
          moment evening: Rey
            * sleep
              -> night
          moment night: Rey
            * dream
              -> end if month is 1
            -> end if month is 2
        """)
    over = by_hand(world).over
    assert (over.ending, over.reason, over.scene, over.moment) == ("dead end", "no arrow leads out of `night`", "day", "night")


def test_a_moment_that_just_happens_may_lead_nowhere_too() -> None:
    world = story("""
        fact month: 0..9
        person Rey (she)
        scene day
          moment storm
            ~ month += 1
            -> end if month is 2
        """)
    record = by_hand(world)
    assert (record.over.reason, record.over.moment, labels(record)) == ("no arrow leads out of `storm`", "storm", ["day", "storm"])


def test_a_scene_without_a_moment_or_an_arrow_is_a_dead_end() -> None:
    world = story("""
        fact month: 0..9
        person Rey (she)
        scene day
          ~ month += 1
          -> end if month is 1
        """)
    record = by_hand(world)
    assert labels(record) == ["day", "day"]
    assert (record.over.ending, record.over.reason, record.over.scene) == ("dead end", "no arrow leads out of its opening", "day")


def test_scenes_that_weigh_too_much_together_are_a_dead_end() -> None:
    guests = "\n".join(f"person Guest{letter} (they), a guest" for letter in "abcdefgh")
    kind = "kind guest\n  open near: yes/no = yes"
    scene = 'scene call with a, b, c: guest\n  +12 "they must" if a.near\n  moment table: a\n    * sit\n    -> end'
    record = by_hand(story(f"{kind}\n{guests}\n{scene}"))
    assert (record.over.ending, record.over.scene, record.over.moment) == ("dead end", "call", "")
    assert record.over.reason == f"the weights make {336 * 2**24:,}, more than can be drawn from exactly"
