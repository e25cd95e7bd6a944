"""What an author probably did not mean: moments that nothing leads to, that cannot be left, or in which the story can stop."""

import pytest

from tests.world.told import codes, warned, warned_titles

MAZE = """
    person Edda (she)
    fact bread: 0..3
    scene maze
      once
      {OPENING}
      moment gate: Edda
        * go left
          {LEFT}
        * go right
          {RIGHT}
        {GATE}
      moment fountain
        > {bread} crusts.
        {FOUNTAIN}
      moment bench: Edda
        * sit
          {SIT}
        * stand
          ~ bread += 1
          {STAND}
        {BENCH}
    {ENDING}
"""
WHOLE = {"LEFT": "-> fountain", "RIGHT": "-> bench", "FOUNTAIN": "-> end", "BENCH": "-> end"}


def ways(**lines: str) -> list[tuple[str, str]]:
    """The warnings about ways in the story of a maze, with some of its arrows changed."""
    story = MAZE
    for mark in ("OPENING", "LEFT", "RIGHT", "GATE", "FOUNTAIN", "SIT", "STAND", "BENCH", "ENDING"):
        story = story.replace(f"{{{mark}}}", {**WHOLE, **lines}.get(mark, ""))
    codes = ("nothing-leads-here", "dead-end", "endless-moments")
    return [(code, words) for code, words in warned(story) if code in codes]


def test_a_maze_in_which_every_moment_is_reached_and_left_is_well() -> None:
    assert ways() == []


def test_a_moment_that_nothing_leads_to_is_told() -> None:
    assert ways(LEFT="-> bench") == [("nothing-leads-here", "moment fountain")]
    assert ways(LEFT="-> end", RIGHT="-> end") == [("nothing-leads-here", "moment fountain"), ("nothing-leads-here", "moment bench: Edda")]
    # A moment that leads to itself is not reached for that.
    assert ("nothing-leads-here", "moment fountain") in ways(LEFT="-> bench", FOUNTAIN="-> fountain")


def test_arrows_of_the_moment_lead_as_well_as_those_of_its_options() -> None:
    assert ways(LEFT="", RIGHT="-> bench", GATE="-> fountain") == []
    assert ways(LEFT="-> fountain", RIGHT="", GATE="-> bench") == []


def test_a_ring_may_be_reached_from_far() -> None:
    assert ways(LEFT="-> fountain", RIGHT="-> fountain", FOUNTAIN="-> bench") == []


def test_a_scene_begins_where_its_opening_points() -> None:
    assert ways(OPENING="-> fountain") == [("nothing-leads-here", "moment gate: Edda"), ("nothing-leads-here", "moment bench: Edda")]
    assert ways(OPENING="-> fountain if bread > 1") == []
    assert ways(OPENING="-> fountain if bread > 1", LEFT="-> end") == []
    assert ways(OPENING="-> end if bread > 1", LEFT="-> bench") == [("nothing-leads-here", "moment fountain")]


def test_a_way_without_an_arrow_is_told() -> None:
    assert ("dead-end", "moment fountain") in ways(FOUNTAIN="")
    assert ("dead-end", "* go left") in ways(LEFT="")
    assert ways(LEFT="", GATE="-> fountain") == []
    assert ("dead-end", "* stand") in ways(BENCH="", SIT="-> end")
    assert ways(BENCH="", SIT="-> end", STAND="-> end") == []


def test_a_scene_of_nothing_but_its_opening_needs_an_arrow() -> None:
    story = "scene bell\n  once\n  > The bell.\n  {ARROW}\n"
    assert ("dead-end", "scene bell") in warned(story.replace("{ARROW}", ""))
    assert warned(story.replace("{ARROW}", "-> end")) == []


def test_meanwhile_needs_none() -> None:
    story = "fact day: 0..3\nscene bell\n  once\n  > {day} bells.\n  -> end\nmeanwhile\n  ~ day += 1\n"
    assert warned(story) == []
    assert [code for code, _ in warned(story + "  moment dusk\n    > {day} candles.\n")][:1] == ["dead-end"]
    assert warned(story + "  moment dusk\n    > {day} candles.\n    -> end\n") == []


def test_a_ring_of_moments_that_nothing_leads_out_of_is_told() -> None:
    assert ways(FOUNTAIN="-> fountain") == [("endless-moments", "moment fountain")]
    assert ways(RIGHT="-> end", FOUNTAIN="-> bench", BENCH="-> fountain") == [("endless-moments", "moment fountain")]
    assert ways(RIGHT="-> end", FOUNTAIN="-> bench", BENCH="-> fountain", SIT="-> end") == []
    assert ways(RIGHT="-> end", FOUNTAIN="-> bench", BENCH="-> fountain", SIT="-> end if bread > 2") == []
    assert ways(FOUNTAIN="-> bench", BENCH="-> fountain", STAND="-> gate") == [("endless-moments", "moment gate: Edda")]
    assert ways(RIGHT="-> end", FOUNTAIN="-> bench", BENCH="-> fountain", STAND="-> gate") == []


def test_a_ring_is_named_by_its_moments() -> None:
    def title(**lines: str) -> str:
        story = MAZE
        for mark in ("OPENING", "LEFT", "RIGHT", "GATE", "FOUNTAIN", "SIT", "STAND", "BENCH", "ENDING"):
            story = story.replace(f"{{{mark}}}", {**WHOLE, **lines}.get(mark, ""))
        return next(title for title in warned_titles(story) if "no way leads out" in title or "back to itself" in title)

    assert title(FOUNTAIN="-> fountain") == "`fountain` only leads back to itself"
    assert title(RIGHT="-> end", FOUNTAIN="-> bench", BENCH="-> fountain") == "From `fountain` and `bench` no way leads out"


def test_a_ring_that_breaks_off_is_told_as_a_dead_end_alone() -> None:
    codes = {code for code, _ in ways(RIGHT="-> end", FOUNTAIN="-> bench", BENCH="", SIT="-> fountain")}
    assert codes == {"dead-end"}


def test_a_ring_that_nobody_enters_is_told_as_that_alone() -> None:
    assert ways(LEFT="-> end", RIGHT="-> end", FOUNTAIN="-> bench", BENCH="-> fountain") == [
        ("nothing-leads-here", "moment fountain"),
        ("nothing-leads-here", "moment bench: Edda"),
    ]


ENOUGH = "ending enough when bread is 3\n      > Enough."


def test_an_ending_that_comes_of_itself_leads_out_of_a_ring_in_which_something_changes() -> None:
    assert ways(RIGHT="-> end", FOUNTAIN="-> bench", BENCH="-> fountain", ENDING=ENOUGH) == []
    assert ways(FOUNTAIN="-> fountain", ENDING=ENOUGH) == [("endless-moments", "moment fountain")]
    assert ways(FOUNTAIN="~ bread += 1\n        -> fountain", ENDING=ENOUGH) == []
    assert ways(SIT="~ bread += 1\n          -> bench", STAND="-> bench", FOUNTAIN="-> fountain", ENDING=ENOUGH) == [
        ("endless-moments", "moment fountain")
    ]
    # An ending that only an arrow leads to does not come of itself.
    only_an_arrow = "ending enough\n      > Enough."
    assert ("endless-moments", "moment fountain") in ways(RIGHT="-> end", FOUNTAIN="-> bench", BENCH="-> fountain", ENDING=only_an_arrow)


def test_an_effect_after_the_options_changes_something_too() -> None:
    story = """
        fact turns: 0..3
        scene mill
          moment wheel: chance
            * it creaks
            * it groans
            ~ turns += 1
            -> wheel
        ending still when turns is 3
          > Still.
    """
    assert warned(story) == []
    assert warned(story.replace("ending still when turns is 3", "ending still when turns is 3 and turns is 2")) == []


@pytest.mark.parametrize("where", ["opening", "moment", "option", "meanwhile"])
def test_an_ending_is_reached_from_anywhere(where: str) -> None:
    story = """
        fact day: 0..3
        scene pier
          once
          {opening}
          moment boat: chance
            * it comes
              {option}
              -> end
            * it does not
            {moment}
            -> end
        meanwhile
          ~ day += 1
          > {day}.
          {meanwhile}
        ending away
          > Away.
    """
    for mark in ("opening", "moment", "option", "meanwhile"):
        arrow = "-> ending away if day > 1" if mark != "meanwhile" else "moment dusk\n            -> ending away"
        story = story.replace(f"{{{mark}}}", arrow if mark == where else "")
    assert warned(story) == []


def test_an_ending_that_nothing_leads_to_is_told() -> None:
    story = "fact day: 0..3\nscene pier\n  once\n  ~ day += 1\n  > {day}.\n  {ARROW}\n  -> end\nending away {WHEN}\n  > Away.\n"
    assert warned(story.replace("{ARROW}", "").replace("{WHEN}", "")) == [("nothing-leads-here", "ending away")]
    assert warned(story.replace("{ARROW}", "").replace("{WHEN}", "when day > 1")) == []
    assert warned(story.replace("{ARROW}", "-> ending away if day > 1").replace("{WHEN}", "")) == []
    # A moment of the same name is no ending.
    moment = "scene pier\n  once\n  moment away\n    > Waves.\n    -> inn\n  moment inn\n    -> end\nending inn\n  > Inn.\n"
    assert warned(moment) == [("nothing-leads-here", "ending inn")]


DAYS = """
    fact day: 1..3
    person Łucja (she)
    scene rano
      {ONE}
      -> end
    scene wieczór
      {TWO}
      -> end
    scene noc
      when day is 3
      -> ending sen
    meanwhile
      ~ day += 1
    ending sen
"""


@pytest.mark.parametrize(
    ("one", "two", "told_of"), [("once", "once", True), ("once", "", False), ("", "", False), ("once", "when day is 2", False)]
)
def test_scenes_that_come_once_and_in_any_order_are_told_beside_others_that_wait(one: str, two: str, told_of: bool) -> None:
    assert ("any-order" in codes(DAYS.replace("{ONE}", one).replace("{TWO}", two))) is told_of


def test_scenes_that_come_again_are_told_where_none_waits_for_anything() -> None:
    assert "any-order" in codes("person Łucja (she)\nscene rano\n  -> end\nscene noc\n  -> end\n")
