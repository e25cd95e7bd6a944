"""What an author probably did not mean: the same words twice, sides without words, names that only look alike, promises."""

import pytest

from tests.world.told import codes, told, told_again, warned, warned_titles

# ── the same words again ──

INN = """
    fact night: 0..3
    person Wanda (she)
    scene inn
      {SCENE}
      ~ night += 1
      {OPENING}
      moment hearth: Wanda
        {BEFORE}
        * sing
          {SING}
        * sleep
          {SLEEP}
        {AFTER}
        {ARROW}
    ending morning
      > Morning.
    scene door
      once
      > {night} nights.
      -> ending morning
"""
LINE = "> The fire is low."


def again(**lines: str) -> list[str]:
    """The words that the story of an inn is warned of telling twice."""
    story = INN
    for mark in ("SCENE", "OPENING", "BEFORE", "SING", "SLEEP", "AFTER", "ARROW"):
        story = story.replace(f"{{{mark}}}", {"SCENE": "when night < 3", "ARROW": "-> end", **lines}.get(mark, ""))
    return told_again(story)


@pytest.mark.parametrize("place", ["OPENING", "BEFORE", "SING", "AFTER"])
def test_a_fixed_line_that_can_come_again_is_told(place: str) -> None:
    assert again(**{place: LINE}) == [LINE]
    assert again(**{place: LINE}, SCENE="once") == []


@pytest.mark.parametrize(
    "line",
    [
        "> {any: The fire is low. | The fire is high.}",
        "> {first: The fire is low. | then: Lower.}",
        "> {if night is 1: The fire is low. | night is 2: It smokes. | else: No fire.}",
        "> Night {night}.",
        "Wanda recalls> The fire was low.",
    ],
)
def test_a_line_that_changes_or_is_only_remembered_may_come_again(line: str) -> None:
    assert again(OPENING=line) == []
    assert again(SING=line) == []


@pytest.mark.parametrize("line", ["> {if night > 1: The fire is low. | else: No fire.}", "> {if night < 9: The fire is low.}"])
def test_a_line_that_changes_too_seldom_is_told(line: str) -> None:
    assert again(OPENING=line) == [line]


@pytest.mark.parametrize("line", ["> {if night is 2: The fire is low.}", "Wanda> {any:}{if night is 2: Low. | if night is 9: High.}"])
def test_a_line_that_mostly_says_nothing_and_speaks_once_is_not_told(line: str) -> None:
    assert again(OPENING=line) == []


def test_a_line_that_gives_a_reason_is_the_same_where_the_reason_is() -> None:
    because = "Wanda> She sings, because {why}."
    assert again(SING=f'+1 "the fire is low"\n          {because}') == [because]
    reasons = '+1 "it is early" if night is 1\n          +1 "it is late" if night is 2\n          '
    assert again(SING=f"{reasons}{because}", SCENE="when night < 2") == []


def test_a_line_that_is_guarded_by_what_it_sets_is_told_once() -> None:
    assert again(SING=f"if night is 2\n          {LINE}") == []
    assert again(SING=f"if night >= 2\n          {LINE}") == [LINE]


def test_a_name_alone_does_not_change_a_line() -> None:
    assert again(SING="> {Wanda} banks the fire.") == ["> {Wanda} banks the fire."]
    assert again(SING="Wanda> She banks the fire.") == ["Wanda> She banks the fire."]


def test_what_leads_to_an_ending_is_told_once() -> None:
    assert again(SING=f"{LINE}\n          -> ending morning") == []
    assert again(SING=f"{LINE}\n          -> ending morning if night > 2") == [LINE]
    assert again(SING=f"{LINE}\n          -> ending morning if night > 1", ARROW="-> ending morning") == []
    assert again(SING=f"{LINE}\n          -> end", ARROW="-> ending morning") == [LINE]
    assert again(SING="-> end", SLEEP=LINE, ARROW="-> ending morning") == []
    assert again(AFTER=LINE, SING="-> end", ARROW="-> ending morning") == []
    assert again(BEFORE=LINE, SING="-> end", ARROW="-> ending morning") == [LINE]
    assert again(BEFORE=LINE, ARROW="-> ending morning") == []


def test_an_option_that_can_be_chosen_once_is_told_once() -> None:
    assert again(SING=f"once\n          {LINE}") == []


def test_a_moment_that_leads_back_to_itself_comes_again_within_a_scene() -> None:
    story = """
        fact turns: 0..3
        person Wanda (she)
        scene dance
          {SCENE}
          moment first step: Wanda
            * left
              > Left.
              {LEFT}
            * right
              ~ turns += 1
              > {turns} turns.
              -> ending morning
          moment second step
            > The floor creaks.
            {SECOND}
        ending morning
          > Morning.
    """
    story = story.replace("{LEFT}", "-> second step")
    ring, out = story.replace("{SECOND}", "-> first step"), story.replace("{SECOND}", "-> ending morning")
    assert told_again(ring.replace("{SCENE}", "")) == ["> Left.", "> The floor creaks."]
    assert told_again(out.replace("{SCENE}", "")) == []
    # Once means the scene, and within it one can go round.
    assert told_again(ring.replace("{SCENE}", "once")) == ["> Left.", "> The floor creaks."]
    over = story.replace("{SECOND}", "-> end").replace("{SCENE}", "")
    assert told_again(over) == ["> Left.", "> The floor creaks."]


def test_a_scene_that_comes_once_for_each_cast_comes_again() -> None:
    story = """
        kind guest
        person Wanda (she), a guest
        person Karel (he), a guest
        scene welcome with a: guest
          once
          > The dog barks.
          moment step: a
            * wipe both feet
              {ONCE}
              > The mat is new.
            * come in
            -> end
    """
    assert told_again(story.replace("{ONCE}", "")) == ["> The dog barks.", "> The mat is new."]
    assert told_again(story.replace("{ONCE}", "once")) == ["> The dog barks.", "> The mat is new."]
    alone = story.replace(" with a: guest", " with Wanda").replace("moment step: a", "moment step: Wanda")
    assert told_again(alone.replace("{ONCE}", "")) == []


# ── sides ──


def packing(wanda: int, karel: int, extra: str = "") -> list[str]:
    """What is said of sides in a story with so many lines of hers and his."""
    lines = "".join(f"  Wanda> Box {n}.\n" for n in range(wanda)) + "".join(f"  Karel> Clock {n}.\n" for n in range(karel))
    people = "kind lodger\nperson Wanda (she), a lodger\nperson Karel (he), a lodger\n"
    story = f"{people}scene packing\n  once\n{lines}  > Dust.\n  -> end\n{extra}"
    return [title for title in warned_titles(story) if "side" in title]


def test_a_side_with_a_tenth_of_the_fullest_is_hardly_a_side() -> None:
    assert packing(4, 0) == []
    assert packing(5, 0) == ["Karel's side has no lines of its own"]
    assert packing(5, 1) == []
    assert packing(9, 1) == []
    assert packing(10, 1) == ["Karel's side has 1 line of its own"]
    assert packing(0, 12) == ["Wanda's side has no lines of its own"]
    assert packing(0, 0) == []


def test_a_line_of_a_role_is_a_line_of_everybody_who_may_play_it() -> None:
    both = "scene supper with a: lodger\n  once\n  a> Soup again.\n  -> ending fed\nending fed\n  > Fed.\n"
    assert packing(5, 0, both) == []


def test_lines_in_moments_options_and_meanwhile_are_lines() -> None:
    for extra in (
        "scene hall\n  once\n  moment stop\n    Karel> The clock.\n    -> end\n",
        "scene hall\n  once\n  moment stop: Karel\n    * go\n      Karel> The clock.\n    * stay\n    -> end\n",
        "scene hall\n  once\n  moment stop: Karel\n    * go\n    * stay\n    Karel> The clock.\n    -> end\n",
        "meanwhile\n  Karel> The clock.\n",
    ):
        assert packing(5, 0, extra) == []


def test_a_line_of_the_world_or_of_everybody_is_nobodys_own() -> None:
    assert packing(5, 0, "scene hall\n  once\n  world> The clock.\n  > It stops.\n  -> end\n") == ["Karel's side has no lines of its own"]


# ── look-alikes ──


@pytest.mark.parametrize(
    "story",
    [
        "fact fog: 0..2\nfact f\u043eg: 0..2\n",
        "person Oda (she)\n  feels fog: 0..2\nperson Ana (she)\n  feels f\u043eg: 0..2\n",
        "person Oda (she)\nperson Od\u0430 (she)\n",
        "kind cook\nkind c\u043eok\n",
        "scene pier\n  -> end\nscene p\u0456er\n  -> end\n",
        "fact pier: 0..2\nscene p\u0456er\n  -> end\n",
    ],
)
def test_names_that_look_the_same_and_are_not_are_told(story: str) -> None:
    whole = story + "scene close\n  once\n  > The end.\n  -> end\n"
    assert [code for code, _ in warned(whole)].count("look-alike-names") == 1
    plain = whole.translate(str.maketrans("\u043e\u0430\u0456", "eee"))
    assert [code for code, _ in warned(plain)].count("look-alike-names") == 0


def test_two_people_may_have_one_feeling() -> None:
    story = "person Oda (she)\n  feels fog: 0..2\nperson Ana (she)\n  feels fog: 0..2\nscene close\n  once\n  > The end.\n  -> end\n"
    assert [code for code, _ in warned(story)].count("look-alike-names") == 0


def test_warnings_come_in_the_order_of_the_lines_and_each_once() -> None:
    story = "fact fog: 0..2\nscene close\n  > The end.\n  ~ fog += 9\n  ~ fog += 9\n  -> end\nending far\n  > Far.\n"
    assert told(story) == [
        ("never-read", "fog"),
        ("told-again", "> The end."),
        ("always-saturates", "~ fog += 9"),
        ("always-saturates", "~ fog += 9"),
        ("nothing-leads-here", "ending far"),
    ]


# ── after every scene, and in brief ──

MEANWHILE = """
    fact month: 0..6
    person Nan (she)
    scene hall with Nan
      when month < 6
      {BRIEF}
      moment sit: Nan
        * sit
          -> end
    scene fair with Nan
      when month is 2
      once
      > {{month}} stalls.
      -> end
    meanwhile
      ~ month += 1
      {LINE}
    ending spring when month is 6
      > It is spring.
"""


def test_what_is_told_after_every_scene_is_told_again() -> None:
    assert codes(MEANWHILE.format(BRIEF="", LINE="> A month goes by.")) == {"told-again"}
    assert codes(MEANWHILE.format(BRIEF="", LINE="> {any: A month goes by. | It rains.}")) == set()


def test_what_stands_for_scenes_in_brief_is_told_again() -> None:
    assert codes(MEANWHILE.format(BRIEF="in brief> She sits a good deal.", LINE="")) == {"told-again"}
    assert codes(MEANWHILE.format(BRIEF="in brief> {times(times)} she sits.", LINE="")) == set()


def test_a_line_that_goes_on_in_brief_may_be_the_same() -> None:
    both = "in brief> {times(times)} she sits.\n      Nan in brief>+ It is a chair."
    assert codes(MEANWHILE.format(BRIEF=both, LINE="")) == set()


def test_of_scenes_that_come_once_nothing_is_told_in_brief_twice() -> None:
    story = MEANWHILE.format(BRIEF="in brief> She sits a good deal.", LINE="").replace("-> end", "-> ending spring")
    assert "told-again" not in codes(story)


SKY = """moment sky: chance
        * it snows
          > It snows.
          {SNOW}
        * it thaws
          > {any: It thaws. | It drips.}
          -> end"""


@pytest.mark.parametrize(("snow", "again"), [("-> end", True), ("once\n          -> end", False), ("-> ending spring", False)])
def test_an_option_between_scenes_is_told_again_unless_it_is_the_last_of_its_kind(snow: str, again: bool) -> None:
    story = MEANWHILE.format(BRIEF="", LINE=SKY.replace("{SNOW}", snow))
    assert ("told-again" in codes(story)) is again


def test_an_option_for_once_does_not_excuse_the_one_beside_it() -> None:
    sky = SKY.replace("{SNOW}", "once\n          -> end").replace("{any: It thaws. | It drips.}", "It thaws.")
    assert told_again(MEANWHILE.format(BRIEF="", LINE=sky)) == ["> It thaws."]


def test_a_verb_of_another_language_is_in_no_doubt() -> None:
    story = 'language "{LANGUAGE}"\nperson Łucja (she)\nscene noc\n  once\n  > {Łucja.They spiewoj}.\n  -> end\n'
    assert "verb-in-doubt" in codes(story.replace("{LANGUAGE}", "en"))
    assert "verb-in-doubt" not in codes(story.replace("{LANGUAGE}", "pl"))
