"""The order of things: scenes, their casts, beliefs, endings, what passes in the meantime, and how a story stops."""

import pytest

from tests.run.playing import by_hand, labels, left, offered, offers_at, read, story
from unmask.problems.speech import counted
from unmask.run.record import by_luck
from unmask.world.model import MOST_POINTS


def weights_of_offers(text: str, *chosen: str) -> dict[str, int]:
    """The points of each offer where the run stops."""
    world = story(text)
    record = by_hand(world, *chosen)
    names, offers = offered(world, record), offers_at(world, record)
    assert all(offer.weight == 1 << (min(max(offer.points, -MOST_POINTS), MOST_POINTS) + 12) for offer in offers)
    return {name: offer.points for name, offer in zip(names, offers, strict=True)}


# ── which scene, with whom ──

VILLAGE = """
fact evening: 0..9
kind villager
  open cross: 0..3
person Agnes (she), a villager
  cross = 2
person Corm (he), a villager
person Wick (they), a villager
scene call with a, b: villager
  when evening < 3
  when b.cross is 0
  +evening "the evenings are long"
  +a.cross "any company is better"
  +3 "she is not the one" if Wick.cross is 0
  moment table: a
    * sit
      ~ evening += 1
      ~ cross = 0
    -> end
scene fair with Agnes
  once
  moment stall: Agnes
    * buy
      ~ evening += 1
    -> end
scene sleep with Wick
  when evening > 0
  +2 "it is late"
  moment bed: Wick
    * dream
      ~ cross += 1
    -> end
"""


def test_a_scene_is_chosen_among_those_that_may_play_by_the_points_that_mention_no_role() -> None:
    assert weights_of_offers(VILLAGE) == {"call": 3, "fair": 0}
    assert weights_of_offers(VILLAGE, "fair") == {"call": 4, "sleep": 2}
    # Who stands in a motive by name is no role: with Wick cross, three points are gone.
    assert weights_of_offers(VILLAGE, "fair", "sleep") == {"call": 1, "sleep": 2}


def test_its_cast_is_chosen_among_those_that_may_play_by_the_points_that_mention_a_role() -> None:
    assert weights_of_offers(VILLAGE, "call") == {
        "Agnes, Corm": 2,
        "Agnes, Wick": 2,
        "Corm, Wick": 0,
        "Wick, Corm": 0,
    }


def test_a_scene_with_roles_may_play_while_some_cast_may() -> None:
    world = story("""
        kind villager
          open cross: yes/no
        person Agnes (she), a villager
        person Wick (they), a villager
        scene call with a, b: villager
          when not a.cross
          moment table: a
            * shout
              ~ cross = yes
            -> end
        scene sleep
          moment bed: chance
            * dream
            -> end
        """)
    assert offered(world, by_hand(world, "call", "Agnes, Wick")) == ["call", "sleep"]
    alone = by_hand(world, "call", "Agnes, Wick", "call")
    # Agnes is cross now, so that Wick alone may call; once both are, nobody can, and all that is left is sleep.
    assert labels(alone)[3:6] == ["call", "Wick, Agnes", "shout"]
    assert set(labels(alone)[6:]) == {"sleep", "dream"}


def test_a_motive_that_holds_its_role_in_the_condition_chooses_the_cast_too() -> None:
    text = VILLAGE.replace('+a.cross "any company is better"', '+2 "any company is better" if a.cross > 0')
    assert weights_of_offers(text)["call"] == 3
    assert weights_of_offers(text, "call")["Agnes, Wick"] == 2


def test_points_of_a_scene_are_clipped_as_any_others() -> None:
    text = VILLAGE.replace("+evening", "+15")
    assert weights_of_offers(text)["call"] == 18


def test_a_scene_may_play_once() -> None:
    assert "fair" in weights_of_offers(VILLAGE, "call", "Corm, Wick")
    assert "fair" not in weights_of_offers(VILLAGE, "fair")


def test_a_scene_with_roles_may_play_once_with_each_cast() -> None:
    world = story("""
        kind villager
        person Agnes (she), a villager
        person Wick (they), a villager
        scene call with a, b: villager
          once
          moment table: a
            * sit
            -> end
        """)
    record = by_hand(world, "Wick, Agnes")
    assert labels(record) == ["call", "Wick, Agnes", "sit", "call", "Agnes, Wick", "sit"]
    assert (record.over.ending, record.over.reason) == ("unresolved", "no scene can be played any more")


def test_roles_are_different_people_and_casts_are_in_the_order_of_the_file() -> None:
    world = story("""
        kind guest
        kind host
        person Wick (they), a guest, a host
        person Agnes (she), a guest
        person Corm (he), a host
        scene call with a: guest, b: host
          moment table: a
            * sit
            -> end
        """)
    assert offered(world, by_hand(world)) == ["Wick, Corm", "Agnes, Wick", "Agnes, Corm"]


def test_beliefs_are_taken_in_before_the_scene_opens_and_its_opening_sees_them() -> None:
    world = story("""
        fact seen: 0..3
        person Kylo (he)
          feels anger: 0..3 = 2
          shows anger
        person Rey (she)
        scene duel
          ~ seen = seems(Rey, Kylo.anger)
          moment strike: Rey
            * strike
            * kneel
            -> end
        """)
    assert left(world, by_hand(world), "seen") == 2


# ── endings ──

ENDINGS = """
fact lives: 0..3 = 3
fact kind: yes/no
person Rey (she)
scene day
  moment evening: Rey
    * fall
      ~ lives -= 1
      -> ending rest if lives is 0
      -> end
    * give
      ~ lives = 0
      ~ kind = yes
      -> ending rest
    * lie down
      -> ending rest
    -> end
ending rest
ending mercy when kind and lives is 0
ending loss when lives is 0
"""


def test_a_true_ending_wins_over_the_arrow() -> None:
    world = story(ENDINGS)
    record = by_hand(world, "fall", "fall", "fall")
    assert (record.over.ending, labels(record)[-2:]) == ("loss", ["fall", "loss"])


def test_of_two_true_endings_the_first_of_the_file_is_it() -> None:
    assert by_hand(story(ENDINGS), "give").over.ending == "mercy"
    turned = ENDINGS.replace("ending mercy when kind and lives is 0\n", "") + "ending mercy when kind and lives is 0\n"
    assert by_hand(story(turned), "give").over.ending == "loss"


def test_an_ending_may_be_where_an_arrow_leads() -> None:
    record = by_hand(story(ENDINGS), "lie down")
    assert (record.over.ending, record.over.reason) == ("rest", "")
    last = record.events[-1]
    assert (last.sort, last.label, last.point) == ("ending", "rest", None)


def test_an_ending_may_hang_on_what_is_believed_after_the_choice() -> None:
    world = story("""
        person Kylo (he)
          feels anger: 0..3
          shows anger
        person Rey (she)
        scene duel
          moment strike: Kylo
            * rage
              ~ anger = 3
            * be still
            -> end
        ending fear when seems(Rey, Kylo.anger) is 3
        """)
    assert by_hand(world, "rage").over.ending == "fear"


def test_a_choice_without_effects_may_still_find_the_ending_true() -> None:
    # The belief comes with the scene, the ending with the first choice in it.
    world = story("""
        person Kylo (he)
          feels anger: 0..3 = 3
          shows anger
        person Rey (she)
        scene duel
          moment strike: Kylo
            * rage
            * be still
            -> end
        ending fear when seems(Rey, Kylo.anger) is 3
        """)
    assert labels(by_hand(world, "be still")) == ["duel", "be still", "fear"]


FATAL = """
fact lives: 0..3 = 3
fact dull: 0..3
person Rey (she)
  meanwhile
    {mine}
scene day
  {scene}
  moment evening: Rey
    {moment}
    * sleep
    * read
    {closing}
    -> end
meanwhile
  {meanwhile}
  moment storm
    {happens}
    -> end
ending loss when lives is 0
"""


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("scene", ["day", "loss"]),
        ("moment", ["day", "loss"]),
        ("closing", ["day", "sleep", "loss"]),
        ("meanwhile", ["day", "sleep", "loss"]),
        ("mine", ["day", "sleep", "storm", "loss"]),
        ("happens", ["day", "sleep", "storm", "loss"]),
        ("nowhere", ["day", "sleep", "storm", "day"]),
    ],
)
def test_endings_are_asked_for_after_every_block_of_effects(where: str, told: list[str]) -> None:
    places = ("scene", "moment", "closing", "meanwhile", "mine", "happens")
    world = story(FATAL.format(**{place: "~ lives = 0" if place == where else "~ dull = 1" for place in places}))
    chosen = () if where in ("scene", "moment") else ("sleep",)
    record = by_hand(world, *chosen)
    assert (labels(record), record.over.ending) == (told, "" if where == "nowhere" else "loss")


# ── between scenes ──

BETWEEN = """
fact month: 0..9
fact trace: 0..999 = 99
fact wet: 0..9
kind duelist
  open mark: 0..9
  meanwhile
    ~ trace = trace * 10 + mark
    -> end if month is 2
    moment sulk
      ~ month += 0
      -> end
person Kylo (he), a duelist
  mark = 4
  meanwhile
    ~ trace = trace * 10 + 3
person Rey (she), a duelist
  mark = 5
scene duel
  moment strike: Kylo
    * strike
    * wait
    -> end
meanwhile
  ~ month += 1
  ~ trace = 0
  -> end if month is 1
  moment weather: chance
    * rain
      ~ wet += 1
    * sun
    -> end
"""


def test_meanwhile_plays_after_each_scene_the_worlds_own_and_then_each_persons() -> None:
    world = story(BETWEEN)
    record = by_hand(world, "strike")
    # The world's own ends by its arrow; Kylo's own lines come before those of his kind, and Rey, who has none, comes last.
    assert left(world, record, "trace") == 345
    assert labels(record) == ["duel", "strike", "sulk", "sulk", "duel"]
    assert [event.scene for event in record.events[2:4]] == ["meanwhile of Kylo as duelist", "meanwhile of Rey as duelist"]


def test_meanwhile_has_moments_of_its_own_in_which_nobody_is_together() -> None:
    world = story(BETWEEN)
    record = by_hand(world, "strike", "wait", "rain")
    assert left(world, record, "wet") == 1
    rain = next(event for event in record.events if event.label == "rain")
    assert (rain.meanwhile, rain.people, rain.scene, rain.who) == (True, (), "meanwhile", "chance")
    assert labels(record)[-3:] == ["wait", "rain", "duel"]


def test_choices_are_numbered_within_their_scene_and_those_of_meanwhile_anew() -> None:
    world = story("""
        kind duelist
          meanwhile
            moment sulk: chance
              * sulk
              -> brood
            moment brood: chance
              * brood
              -> end
        person Kylo (he), a duelist
        person Rey (she), a duelist
        scene duel with a: duelist
          moment strike: a
            * strike
            -> rest
          moment rest: a
            * rest
            -> end
        meanwhile
          moment weather: chance
            * rain
            -> end
        limit 18 events
        """)
    record = by_luck(world.process, 3, 0)
    points = [event.point for event in record.events if event.point is not None]
    numbers = [(point.scene_number, point.meanwhile >= 0, point.choice_number) for point in points]
    once = [(False, 0), (False, 1), (False, 2), (False, 3), (True, 0), (True, 1), (True, 2), (True, 3), (True, 4)]
    assert numbers == [(scene, *number) for scene in (0, 1) for number in once]
    assert [event.scene_number for event in record.events] == [0] * 9 + [1] * 9


def test_a_bond_carries_what_changed_in_meanwhile_before_the_next_choice() -> None:
    world = story("""
        fact month: 0..9
        person Kylo (he)
          feels longing: 0..3
        person Rey (she)
        bond Kylo to Rey carries longing
        scene day with Rey
          +2 "he calls" if seems(Rey, Kylo.longing) is 2
          moment evening: Rey
            * sleep
            -> end
        scene night with Rey
          moment dark: Rey
            * wake
            -> end
        meanwhile
          ~ Kylo.longing += 1
        """)
    first, third = by_hand(world), by_hand(world, "night", "night")
    assert [offer.points for offer in offers_at(world, first)] == [0, 0]
    assert [offer.points for offer in offers_at(world, third)] == [2, 0]


# ── how a story stops ──

LONG = """
fact month: 0..9
fact opened: 0..9
person Rey (she)
scene day with Rey
  ~ opened += 1
  moment evening: Rey
    * sleep
      ~ month += 1
      -> dream
  moment dream
    ~ opened += 1
    -> end
ending spring when month is 2
limit {limit} events
"""


@pytest.mark.parametrize(
    ("limit", "told", "ending"),
    [
        (1, ["day"], "endless"),
        (2, ["day", "sleep"], "endless"),
        (3, ["day", "sleep", "dream"], "endless"),
        (4, ["day", "sleep", "dream", "day"], "endless"),
        (5, ["day", "sleep", "dream", "day", "sleep", "spring"], "spring"),
        (9, ["day", "sleep", "dream", "day", "sleep", "spring"], "spring"),
    ],
)
def test_the_event_that_reaches_the_limit_is_played_and_then_the_story_is_endless(limit: int, told: list[str], ending: str) -> None:
    record = by_hand(story(LONG.format(limit=limit)))
    assert (labels(record), record.over.ending) == (told, ending)
    assert record.over.reason == ("" if ending == "spring" else f"the story reached its limit of {counted(limit, 'event')}")


def test_what_the_last_event_does_is_done() -> None:
    world = story(LONG.format(limit=1))
    assert left(world, by_hand(world), "opened") == 1
    world = story(LONG.format(limit=2))
    assert left(world, by_hand(world), "month") == 1
    world = story(LONG.format(limit=3))
    assert left(world, by_hand(world), "opened") == 2


def test_the_cast_is_an_event_that_counts_to_the_limit() -> None:
    text = """
        kind guest
        person Rey (she), a guest
        person Kylo (he), a guest
        scene call with a: guest
          moment door: a
            * knock
            -> end
        limit {limit} events
        """
    one = by_luck(story(text.format(limit=1)).process, 0, 0)
    assert [event.sort for event in one.events] == ["scene"]
    two = by_luck(story(text.format(limit=2)).process, 0, 0)
    assert [event.sort for event in two.events] == ["scene", "cast"]
    three = by_luck(story(text.format(limit=3)).process, 0, 0)
    assert [event.sort for event in three.events] == ["scene", "cast", "option"]
    assert [record.over.ending for record in (one, two, three)] == ["endless"] * 3


def test_a_story_ends_as_endless_however_long_nobody_has_a_choice() -> None:
    world = story("""
        fact month: 0..9
        person Rey (she)
        scene day
          moment dusk
            ~ month += 1
            -> dawn
          moment dawn
            ~ month -= 1
            -> dusk
        limit 20000 events
        """)
    record = by_hand(world)
    assert (record.over.ending, len(record.events)) == ("endless", 20000)


def test_a_story_in_which_no_scene_can_play_is_unresolved() -> None:
    world = story("""
        fact month: 0..2
        person Rey (she)
        scene day
          when month < 2
          moment evening: Rey
            * sleep
            -> end
        meanwhile
          ~ month += 1
        """)
    record = by_hand(world)
    assert (labels(record), record.over.ending) == (["day", "sleep"] * 2, "unresolved")
    assert read(world, record.over.state, "month") == 2


def test_a_story_may_be_over_before_it_begins() -> None:
    world = story("""
        fact month: 0..2
        person Rey (she)
        scene day
          when month is 1
          moment evening: Rey
            * sleep
            -> end
        """)
    record = by_luck(world.process, 0, 0)
    assert (record.events, record.over.ending) == ((), "unresolved")
