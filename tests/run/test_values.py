"""Values and state: where they start, how they change, what they keep to."""

from textwrap import dedent

import pytest

from tests.run.playing import by_hand, labels, left, offered, read, story
from unmask.pipeline import resolve
from unmask.problems.place import Source


def test_a_value_starts_where_its_line_says_else_at_none_or_its_lowest() -> None:
    world = story("""
        scale feeling: none < faint < strong
        fact month: 2..5
        fact tide: -3..3
        fact day: 0..7 = 4
        fact place: wastes | forest
        fact late: yes/no
        kind duelist
          feels anger: feeling = faint
          feels longing: feeling
        person Kylo (he), a duelist
        person Rey (she), a duelist
          anger = strong
        scene day
          moment all: chance
            * go on
              -> end
        """)
    start = world.process.layout.start
    starts = {
        what: read(world, start, what) for what in ("month", "tide", "day", "place", "late", "Kylo.anger", "Rey.anger", "Rey.longing")
    }
    assert starts == {"month": 2, "tide": 0, "day": 4, "place": 0, "late": 0, "Kylo.anger": 1, "Rey.anger": 2, "Rey.longing": 0}


def test_a_value_stays_at_the_end_of_its_range() -> None:
    world = story("""
        scale feeling: none < faint < strong
        fact month: 0..3
        fact tide: -2..2
        person Rey (she)
          feels anger: feeling = strong
        scene day
          moment evening: Rey
            * rage
              ~ anger += 2
              ~ month += 7
              ~ tide -= 9
            * come to rest
              ~ anger -= 2
              ~ anger -= 1
              ~ month -= 1
              ~ tide += 9
            -> end
        """)
    raging = by_hand(world, "rage")
    assert (left(world, raging, "Rey.anger"), left(world, raging, "month"), left(world, raging, "tide")) == (2, 3, -2)
    resting = by_hand(world, "come to rest")
    assert (left(world, resting, "Rey.anger"), left(world, resting, "month"), left(world, resting, "tide")) == (0, 0, 2)


def test_an_assignment_out_of_range_stays_at_the_end_too() -> None:
    world = story("""
        fact month: 1..3
        fact tide: -2..2
        person Rey (she)
        scene day
          moment evening: Rey
            * wait
              ~ month = tide + 5
              ~ tide = month - 9
              -> end
        """)
    record = by_hand(world)
    assert (left(world, record, "month"), left(world, record, "tide")) == (3, -2)


def test_effects_take_place_in_order_and_each_sees_the_one_before() -> None:
    world = story("""
        fact a: 0..9 = 1
        fact b: 0..9
        fact c: 0..9
        person Rey (she)
        scene day
          moment evening: Rey
            * count
              ~ b = a + 1
              ~ a = b + 3
              ~ c = 7 if a is 5
              ~ b = 9 if a is 1
              ~ c += 1 unless b is 9
            * sleep
            -> end
        """)
    record = by_hand(world, "count")
    assert [left(world, record, name) for name in "abc"] == [5, 2, 8]


def test_what_is_computed_follows_what_it_is_made_of() -> None:
    world = story("""
        scale feeling: none < faint < strong
        person Rey (she)
          feels shame, fear: feeling
          feels nerves means max(shame, fear)
        scene day
          moment evening: Rey
            * blush
              ~ fear = strong if nerves is none
              ~ shame = faint if nerves is strong
            * sleep
            -> end
        """)
    record = by_hand(world, "blush")
    assert [left(world, record, f"Rey.{name}") for name in ("shame", "fear", "nerves")] == [1, 2, 2]


def test_a_field_toward_each_is_held_once_for_each_other_person() -> None:
    world = story("""
        kind villager
          keeps owed toward each villager: 0..3
        person Agnes (she), a villager
        person Corm (he), a villager
        person Wick (they), a villager
        scene call with a, b: villager
          moment table: a
            * lend
              ~ owed toward b += 1
              ~ b.owed toward a = 3
            -> end
        """)
    record = by_hand(world, "Corm, Agnes", "Corm, Wick")
    owed = {
        (who, whom): left(world, record, f"{who}.owed toward {whom}")
        for who in ("Agnes", "Corm", "Wick")
        for whom in ("Agnes", "Corm", "Wick")
        if who != whom
    }
    expected = dict.fromkeys(owed, 0) | {("Corm", "Agnes"): 1, ("Agnes", "Corm"): 3, ("Corm", "Wick"): 1, ("Wick", "Corm"): 3}
    assert owed == expected


def test_what_is_for_the_scene_goes_back_when_the_scene_ends_and_not_before() -> None:
    world = story("""
        fact month: 0..5
        kind duelist
          open spent: 0..3 = 1 for the scene
          open wound: 0..3 = 1
        person Kylo (he), a duelist
        person Rey (she), a duelist
        scene duel
          fact edge: -2..2
          moment clash: Rey
            * strike
              ~ Kylo.spent += 1
              ~ Kylo.wound += 1
              ~ edge = 2
              -> clash
            * rest
              -> end
        """)
    fighting, resting = by_hand(world, "strike"), by_hand(world, "strike", "rest")
    assert [left(world, fighting, what) for what in ("Kylo.spent", "Kylo.wound", "edge")] == [2, 2, 2]
    assert [left(world, resting, what) for what in ("Kylo.spent", "Kylo.wound", "edge")] == [1, 2, 0]


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("month is 2", True),
        ("month is not 2", False),
        ("month < 3 and month <= 2", True),
        ("month < 2 or month <= 1", False),
        ("month > 1 and month >= 2", True),
        ("month > 2 or month >= 3", False),
        ("not late or late", True),
        ("late", False),
        ("place is forest", True),
        ("place is not forest", False),
        ("month * 3 - 1 is 5", True),
        ("-month is 1 - 3", True),
        ("max(month, 1) + min(month, 1) is 3", True),
        ("max(month, 3) is 3 and min(month, 3) is 2", True),
        ("(month is 1 or month is 2) and not (late or place is wastes)", True),
    ],
)
def test_a_condition_holds_as_it_reads(condition: str, holds: bool) -> None:
    world = story(f"""
        fact month: 0..5 = 2
        fact place: wastes | forest = forest
        fact late: yes/no
        person Rey (she)
        scene day
          moment evening: Rey
            * it holds
              if {condition}
            * it does not
              unless {condition}
            * sleep
            -> end
        """)
    assert offered(world, by_hand(world)) == ["it holds" if holds else "it does not", "sleep"]


def test_variables_are_reset_without_touching_what_was_used_up() -> None:
    world = story("""
        fact month: 0..5
        person Rey (she)
        scene day
          moment evening: Rey
            * open the letter
              once
            * sleep
            * sit up
            -> end
        """)
    record = by_hand(world, "open the letter")
    assert labels(record) == ["day", "open the letter", "day"]
    assert offered(world, record) == ["sleep", "sit up"]


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("", "~ a.owed toward Agnes += 1"),
        ("", "~ Agnes.owed toward a += 1"),
        ("", "if owed toward Agnes > 0"),
        ("", "if seems(Agnes.owed toward a) > 0"),
        ("keeps due means owed toward Agnes", "if due > 0"),
    ],
)
def test_a_line_that_could_ask_what_somebody_holds_toward_themself_is_a_problem(kind: str, line: str) -> None:
    text = """
        kind villager
          keeps owed toward each villager: 0..2
          {kind}
        person Agnes (she), a villager
        person Corm (he), a villager
        scene call with a, b: villager
          moment table: a
            * sit
              {line}
            -> end
        """
    _, _, problems = resolve(Source("test.story", dedent(text.format(kind=kind, line=line))))
    assert [(problem.code, problem.title) for problem in problems] == [("toward-whom", "Agnes holds no `owed` toward Agnes")]
