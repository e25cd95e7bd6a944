"""The order of things: scenes, their casts, beliefs, endings, what passes in the meantime, and how a story stops."""

import pytest

from tests.run.playing import by_hand, labels, left, offered, offers_at, read, story
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
    alone = by_hand(world, "call", "Agnes, Wick", "call", "sleep")
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


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("scene", ["day", "loss"]),
        ("moment", ["day", "loss"]),
        ("closing", ["day", "sleep", "loss"]),
        ("meanwhile", ["day", "sleep", "loss"]),
        ("mine", ["day", "sleep", "loss"]),
        ("happens", ["day", "sleep", "storm", "loss"]),
        ("nowhere", ["day", "sleep", "storm", "day"]),
    ],
)
def test_endings_are_asked_for_after_every_block_of_effects(where: str, told: list[str]) -> None:
    ends = "~ lives = 0"
    world = story(f"""
        fact lives: 0..3 = 3
        fact dull: 0..3
        person Rey (she)
          meanwhile
            {ends if where == "mine" else "~ dull = 1"}
        scene day
          {ends if where == "scene" else "~ dull = 1"}
          moment evening: Rey
            {ends if where == "moment" else "~ dull = 1"}
            * sleep
            * read
            {ends if where == "closing" else "~ dull = 1"}
            -> end
        meanwhile
          {ends if where == "meanwhile" else "~ dull = 1"}
          moment storm
            {ends if where == "happens" else "~ dull = 1"}
        ending loss when lives is 0
        """.replace("~ dull = 1\n        ending", "~ dull = 1\n            -> end\n        ending").replace(
        "~ lives = 0\n        ending", "~ lives = 0\n            -> end\n        ending"
    ))
    chosen = () if where in ("scene", "moment") else ("sleep",)
    assert labels(by_hand(world, *chosen)) == told
