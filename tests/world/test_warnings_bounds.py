"""What an author probably did not mean: values taken past their ends, and more points than count."""

import pytest

from tests.world.told import warned, warned_titles, warnings_in

# ── past the end ──

WELL = """
    scale depth: dry < shallow < deep < flooded
    fact water: depth = shallow
    fact stones: {RANGE}
    fact level: 0..9 = 4
    fact weather: sun | rain
    fact open: yes/no
    person Ilse (she)
      feels worry toward each sister: 0..3
      keeps calm: 0..9
    kind sister
      feels joy: 0..3
    person Maro (he), a sister
    person Edda (she), a sister
    scene well with a: sister
      fact joy left: 0..2
      once
      ~ level += 1
      ~ level -= 1
      ~ {EFFECT}
      > {water}, {stones}, {weather}, {level}, {joy left}, {open}.
      a> {if joy > 1: Good.} Well.
      Ilse> {if worry toward Maro > 1: No.} {if calm > 1: Yes.} Well.
      -> end
"""


def saturated(effect: str, range_: str = "0..3") -> list[str]:
    """What stands over the warnings about effects that go past the end."""
    story = WELL.replace("{EFFECT}", effect).replace("{RANGE}", range_)
    return [title for title in warned_titles(story) if title.startswith("This always takes")]


def note_of(effect: str, range_: str = "0..3") -> str:
    """The whole note of the one warning about an effect."""
    story = WELL.replace("{EFFECT}", effect).replace("{RANGE}", range_)
    return next(problem.note for problem in warnings_in(story) if problem.code == "always-saturates")


@pytest.mark.parametrize(
    "effect",
    [
        "stones += 3",
        "stones -= 3",
        "stones = 3",
        "stones = 0",
        "stones += level - 6",
        "stones += level",
        "stones -= level - 6",
        "stones = level",
        "stones += min(level, 3)",
        "stones += max(level - 6, 3)",
        "stones -= min(3, level + 1)",
        "stones = 0 - level",
        "stones = 10 - level",
        "stones = -level",
        "stones = level * 4",
        "stones = (level - 4) * (level - 4)",
        "stones = (2 - level) * 3",
        "stones += 2 + 1",
        "stones = max(level, 9 - level) - 6",
        "stones = 3 - 0",
        "water += 3",
        "weather = rain",
        "a.joy += 3",
        "Ilse.worry toward Maro += 3",
        "joy left += 2",
    ],
)
def test_an_effect_that_may_stay_within_is_not_told(effect: str) -> None:
    assert saturated(effect) == []


@pytest.mark.parametrize(
    ("effect", "name"),
    [
        ("stones += 4", "stones"),
        ("stones -= 4", "stones"),
        ("stones = 4", "stones"),
        ("stones = 0 - 1", "stones"),
        ("stones = -1", "stones"),
        ("stones += level + 4", "stones"),
        ("stones -= level + 4", "stones"),
        ("stones = level + 4", "stones"),
        ("stones = level - 10", "stones"),
        ("stones = -level - 1", "stones"),
        ("stones = -(0 - level) + 4", "stones"),
        ("stones = 4 + level * level", "stones"),
        ("stones = (level + 2) * 2", "stones"),
        ("stones = (level + 1) * (0 - 1)", "stones"),
        ("stones = max(level, 4)", "stones"),
        ("stones = min(level, 0 - 1)", "stones"),
        ("water += 4", "water"),
        ("water -= 4", "water"),
        ("a.joy += 4", "joy"),
        ("Ilse.worry toward Maro += 4", "worry"),
        ("joy left += 3", "joy left"),
    ],
)
def test_an_effect_that_always_goes_past_the_end_is_told(effect: str, name: str) -> None:
    assert saturated(effect) == [f"This always takes `{name}` past its end"]


def test_the_end_is_named_as_the_author_named_it() -> None:
    assert "~ water = flooded" in note_of("water += 4")
    assert "~ water = dry" in note_of("water -= 4")
    assert "~ stones = 3" in note_of("stones += 4")
    assert "~ stones = 0" in note_of("stones -= 4")
    assert "~ stones = 6" in note_of("stones += 5", "2..6")
    assert "~ stones = 2" in note_of("stones -= 5", "2..6")


def test_a_range_that_does_not_start_at_nought_is_measured_from_its_start() -> None:
    assert saturated("stones += 4", "2..6") == []
    assert saturated("stones -= 4", "2..6") == []
    assert saturated("stones = 2", "2..6") == []
    assert saturated("stones = 1", "2..6") != []


def test_an_effect_in_meanwhile_and_one_in_an_option_are_looked_at_too() -> None:
    story = "fact ice: 0..2\nscene pond\n  once\n  moment step: chance\n    * it holds\n      ~ ice += 3\n    * it cracks\n    -> end\n"
    assert warned(story + "meanwhile\n  ~ ice -= 3\n  > {ice}.\n") == [
        ("always-saturates", "~ ice += 3"),
        ("always-saturates", "~ ice -= 3"),
    ]


def test_a_role_is_measured_by_the_field_of_its_kind_and_not_by_a_fact_of_that_name() -> None:
    story = """
        kind sister
          feels joy: 0..3
        person Maro (he), a sister
        person Edda (she), a sister
        scene well with a: sister
          fact joy: 0..30
          once
          ~ {EFFECT}
          > Maro and Edda. {joy}
          a> {if joy > 1: Good.} Well.
          -> end
    """
    assert [code for code, _ in warned(story.replace("{EFFECT}", "a.joy += 4")) if code == "always-saturates"] == ["always-saturates"]
    assert [code for code, _ in warned(story.replace("{EFFECT}", "joy += 4")) if code == "always-saturates"] == []


def test_a_role_of_one_kind_is_not_measured_by_another_kind_alone() -> None:
    story = """
        kind {FIRST}
          feels joy: 0..{WIDE}
        kind {SECOND}
          feels joy: 0..{NARROW}
        person Maro (he), a {FIRST}
        person Edda (she), a {SECOND}
        scene well with a: sister
          once
          ~ a.joy += {STEP}
          Maro> {if joy > 1: Good.} Well.
          Edda> {if joy > 1: Good.} Well.
          world> {if a.joy * 5 > 60 and hour > 3: Good.} Well.
          -> end
        fact hour: 0..9
        meanwhile
          ~ hour = {HOUR}
    """

    def told_of(first: str, second: str, wide: int, narrow: int, step: str, hour: str = "1") -> list[str]:
        text = story.replace("{FIRST}", first).replace("{SECOND}", second).replace("{WIDE}", str(wide)).replace("{NARROW}", str(narrow))
        found = warned(text.replace("{STEP}", step).replace("{HOUR}", hour))
        return [words for code, words in found if code == "always-saturates"]

    assert told_of("aunt", "sister", 3, 30, "4") == []
    assert told_of("sister", "aunt", 30, 3, "4") == []
    assert told_of("aunt", "sister", 30, 3, "31") == ["~ a.joy += 31"]
    assert told_of("aunt", "sister", 3, 30, "min(4, a.joy + 4)") == []
    assert told_of("aunt", "sister", 3, 9, "max(a.joy, 4) + 6") == ["~ a.joy += max(a.joy, 4) + 6"]
    assert told_of("aunt", "sister", 3, 9, "10 - a.joy") == []
    assert told_of("sister", "aunt", 9, 3, "10 - a.joy") == []


def test_a_truth_is_put_where_a_truth_belongs() -> None:
    assert saturated("open = level > 3 and stones > 1") == []


def test_a_feeling_toward_somebody_is_measured_by_itself() -> None:
    story = """
        kind sister
          feels joy toward each sister: 0..3
        person Maro (he), a sister
        person Edda (she), a sister
        scene well with a, b: sister
          once
          ~ a.joy toward b += {STEP}
          > Tea.
          a> {if joy toward b > 1: Good.} Well.
          -> end
    """
    assert [code for code, _ in warned(story.replace("{STEP}", "3")) if code == "always-saturates"] == []
    assert [code for code, _ in warned(story.replace("{STEP}", "4")) if code == "always-saturates"] == ["always-saturates"]


# ── more points than count ──

CAKE = """
    fact hour: 0..6
    person Nan (she)
      feels hunger: 0..4
      {NAN}
    person Felix (he)
      {FELIX}
    scene cake
      once
      ~ hour += 1
      ~ Nan.hunger += 1
      moment plate: Nan
        * take it
          {MOTIVES}
          is greed
          is pride
        * leave it
        -> end
"""


def points(*motives: str, nan: str = "", felix: str = "") -> list[str]:
    """The points that the story of the cake is warned of; the other warnings are not the matter here."""
    story = CAKE.replace("{MOTIVES}", "\n          ".join(motives)).replace("{NAN}", nan).replace("{FELIX}", felix)
    return [title.removeprefix("These motives can add up to ") for title in warned_titles(story) if title.startswith("These motives")]


@pytest.mark.parametrize(
    "motives",
    [
        ('+12 "it is the last"',),
        ('-12 "it is hers"',),
        ('+8 "it is the last"', '+4 "it is late" if hour > 2'),
        ('+8 "it is the last"', '-4 "it is hers"', '+8 "it is late"'),
        ('+8 "it is the last" if hour > 2', '-8 "it is hers" if hour > 3'),
        ('+2 * hour "it is late"',),
        ('+3 * hunger "she is hungry"',),
        ('+hour + hunger + 2 "it is late"',),
        ('-hour - hunger - 2 "it is hers"',),
        ('+20 - hour - 3 - 5 "it is late"',),
    ],
)
def test_twelve_points_are_not_too_many(motives: tuple[str, ...]) -> None:
    assert points(*motives) == []


@pytest.mark.parametrize(
    ("motives", "found"),
    [
        (('+13 "it is the last"',), "13 points"),
        (('-13 "it is hers"',), "-13 points"),
        (('+8 "it is the last"', '+5 "it is late" if hour > 2'), "13 points"),
        (('-8 "it is hers"', '-5 "it is late" if hour > 2'), "-13 points"),
        (('+13 "it is the last" if hour > 2', '-4 "it is hers" if hour > 2'), "13 points"),
        (('-13 "it is hers" if hour > 2', '+4 "it is late" if hour > 2'), "-13 points"),
        (('+2 * hour + 1 "it is late"',), "13 points"),
        (('-2 * hour - 1 "it is hers"',), "-13 points"),
        (('+hour + hunger + 3 "it is late"',), "13 points"),
        (('+hour * hunger "it is late"',), "24 points"),
        (('+max(hour, hunger) + 7 "it is late"',), "13 points"),
        (('+min(hour, hunger) + 9 "it is late"',), "13 points"),
    ],
)
def test_thirteen_points_are(motives: tuple[str, ...], found: str) -> None:
    assert points(*motives) == [found]


def test_tendencies_of_whoever_chooses_join_and_those_of_others_do_not() -> None:
    seven = '+7 "it is the last"'
    assert points(seven, nan='tends to greed: +6 "she is fond of cake"') == ["13 points"]
    assert points(seven, nan='tends to greed: +5 "she is fond of cake"') == []
    assert points(seven, nan='tends to sleep: +6 "she is tired"') == []
    assert points(seven, felix='tends to greed: +6 "he is fond of cake"') == []
    assert points(seven, nan='tends to greed: +3 "cake"\n      tends to pride: +3 "pride"') == ["13 points"]


CHOIR = """
    kind singer
    person Nan (she), a singer
      tends to shout: +{NAN} "she is loud"
    person Felix (he), a singer
      tends to shout: +{FELIX} "he is loud"
    person Orso (he)
      tends to shout: +9 "he is deaf"
    scene practice with a, b: singer
      once
      moment first note: {WHO}
        * come in early
          is shout
          {OWN}
        * wait
        -> end
"""


def shouted(nan: int, felix: int, who: str, own: str = "") -> list[str]:
    story = CHOIR.replace("{NAN}", str(nan)).replace("{FELIX}", str(felix)).replace("{WHO}", who).replace("{OWN}", own)
    return [title for title in warned_titles(story) if title.startswith("These motives")]


def test_each_who_may_play_a_role_is_counted_alone() -> None:
    six = '+6 "the bar is long"'
    assert shouted(6, 6, "a", six) == []
    assert shouted(6, 7, "a", six) == ["These motives can add up to 13 points"]
    assert shouted(7, 6, "a", six) == ["These motives can add up to 13 points"]
    assert shouted(7, 8, "a", six) == ["These motives can add up to 13 points"], "told once, not for each"


def test_dice_have_no_tendencies() -> None:
    assert shouted(9, 9, "chance", '+6 "the bar is long"') == []
    assert shouted(9, 9, "chance", '+13 "the bar is long"') != []
    weighed = CHOIR.replace("{NAN}", "9").replace("{FELIX}", "9").replace("{WHO}", "chance").replace("{OWN}", "50%")
    assert warned(weighed.replace("* wait", "* wait\n          50%")) == []


def test_the_points_of_a_scene_count_as_well() -> None:
    story = 'fact hour: 0..6\nscene night\n  once\n  +7 "it is late"\n  +hour "it is later"\n  ~ hour += 1\n  > Night.\n  -> end\n'
    assert warned(story) == [("points-are-clipped", "scene night")]
    assert warned(story.replace("+7", "+6")) == []
    assert warned(story.replace("+7", "-13").replace('+hour "it is later"', "when hour < 3")) == [("points-are-clipped", "scene night")]
    often = story.replace("+7", "-13").replace('"it is late"', '"it is late" if hour < 3').replace('+hour "it is later"', "when hour < 3")
    assert warned(often) == [("points-are-clipped", "scene night")]
    assert warned(often.replace("-13", "-12")) == []


def test_a_tendency_in_somebodys_own_meanwhile_counts_once() -> None:
    story = """
        fact night: 0..3
        person Bela (he)
          tends to boast: +{POINTS} "the room is full"
          meanwhile
            moment alone: Bela
              * sing
                is boast
                ~ night += 1
              * sleep
              -> end
        scene tavern
          once
          > {night} nights.
          -> end
    """
    assert warned(story.replace("{POINTS}", "12")) == []
    assert warned(story.replace("{POINTS}", "13")) == [("points-are-clipped", "* sing")]
