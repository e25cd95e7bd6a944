"""What of a story can be reached: proved, seen, or neither, on any machine with the same verdict."""

import sys
from itertools import pairwise
from textwrap import dedent

import pytest

import unmask
from tests.problems.test_words import FAR_OFF
from tests.run.playing import story
from tests.world.told import told
from unmask.analysis.proofs import Proofs
from unmask.analysis.reachable import Reach, reach
from unmask.problems.problem import Severity

LAKE = """
    fact ice: 0..3
    person Nan (she)
    scene shore with Nan
      {SCENE}
      moment edge: Nan
        * wait
          ~ ice += 1
          -> end
        * walk over
          if ice > 1
          {WALK}
      moment middle
        > {ice}.
        -> ending over
    ending over
    {MORE}
"""


def lake(scene: str = "", walk: str = "-> middle", more: str = "") -> str:
    return dedent(LAKE).replace("{SCENE}", scene).replace("{WALK}", walk).replace("{MORE}", more)


def reached(text: str) -> Reach:
    model = story(text).model
    return reach(model, Proofs(model))


def unreachable(text: str) -> list[str]:
    """What an author is told can never come."""
    return [words for code, words in told(text) if code == "unreachable"]


def test_of_a_story_in_which_everything_can_come_nothing_is_said() -> None:
    assert told(lake()) == []


def test_what_stands_in_something_that_never_comes_is_not_said_again() -> None:
    assert unreachable(lake(scene="when ice > 2")) == ["scene shore with Nan", "ending over"]
    assert unreachable(lake(walk="-> end\n      if ice > 7")) == ["* walk over", "ending over"]


def test_what_conditions_exclude_together_is_found_by_going_through_everything() -> None:
    more = "scene far with Nan\n  when ice is 1 and happened(Nan: walk over)\n  once\n  -> end\n"
    assert unreachable(lake(more=more)) == ["scene far with Nan"]


RARE = """
meanwhile
  moment sky: chance
    * it clears
      weight 1000000
      -> end
    * it falls
      weight 1
      -> end
"""


def test_what_luck_hardly_ever_finds_is_not_called_unreachable() -> None:
    assert told(lake(more=RARE)) == []
    found = reached(lake(more=RARE))
    assert (found.complete, found.unseen) == (True, ())


def test_in_a_story_too_large_to_go_through_it_is_not_seen_and_not_called_unreachable() -> None:
    rare = FAR_OFF.replace("      weight 1\n", "      weight 1\n      if a + b + c > 26\n")
    facts = [f"f{number}" for number in range(9)]
    many = "".join(f"fact {fact}: 0..9\n" for fact in facts) + "meanwhile\n" + "".join(f"  ~ {fact} += a - b\n" for fact in facts)
    many += "".join(f"  ~ {one} = 9 - {other} if c > {at}\n" for at, (one, other) in enumerate(pairwise(facts)))
    reads = "ending far when " + " and ".join(f"{fact} is 5" for fact in facts) + "\n"
    found = reached(rare + many + reads)
    assert not found.complete
    assert "slip" in [thing.name for thing in found.unseen]
    assert "slip" not in [one.thing.name for one in found.unreachable]


def test_a_moment_in_whose_opening_the_story_is_over_was_reached() -> None:
    text = lake(walk="-> middle", more="ending cold when ice is 3").replace("    > {ice}.\n", "    ~ ice = 3\n    > {ice}.\n")
    assert unreachable(text.replace("      ~ ice += 1\n", "      ~ ice = 2\n")) == ["ending over"]


def test_lines_behind_options_that_all_lead_away_are_never_told() -> None:
    text = "person Nan (she)\nscene ford with Nan\n  once\n  moment bank: Nan\n    * wade\n      -> end\n    > She is over.\n    -> end\n"
    assert unreachable(text) == ["> She is over."]
    assert unreachable(text.replace("      -> end\n    >", "      -> end if happened(scene ford)\n    >")) == ["> She is over."]
    assert unreachable(text.replace("      -> end\n    >", "    >")) == []


def test_that_no_story_ends_is_said_of_endings_that_nobody_comes_to() -> None:
    text = "fact day: 0..9\nscene walk\n  > {day}.\n  -> end\n{TIME}ending home when day > 8\n"
    assert "no-ending" not in {code for code, _ in told(text.replace("{TIME}", "meanwhile\n  ~ day += 1\n"))}
    assert [one for one in told(text.replace("{TIME}", "")) if one[0] in ("no-ending", "unreachable")] == [
        ("unreachable", "ending home when day > 8")
    ]
    assert ("no-ending", "scene walk") in told("fact day: 0..9\nscene walk\n  > {day}.\n  -> end\n")
    assert told("scene walk\n  once\n  > They walk.\n  -> end\n") == []


def test_scenes_without_any_condition_come_in_any_order() -> None:
    two = "scene inn\n  once\n  > Dusk.\n  -> end\nscene road\n  once\n{WHEN}  > Dawn.\n  -> end\n"
    assert [one for one in told(two.replace("{WHEN}", "")) if one[0] == "any-order"] == [("any-order", "scene road")]
    assert told(two.replace("{WHEN}", "  when happened(scene inn)\n")) == []
    assert told(two.replace("{WHEN}", '  +1 "it is early"\n')) == []


def test_percentages_beside_an_option_that_can_be_shut_are_told() -> None:
    text = "scene sky\n  once\n  moment noon: chance\n    * rain\n      60%\n{GUARD}    * snow\n      40%\n    -> end\n"
    assert told(text.replace("{GUARD}", "")) == []
    for guard in ("      if happened(scene sky)\n", "      once\n"):
        assert ("percentages-are-rescaled", "* rain") in told(text.replace("{GUARD}", guard))


@pytest.mark.parametrize("text", [FAR_OFF, lake(), lake(scene="when ice > 2"), lake(walk="~ ice = 0")])
def test_without_the_compiled_engine_there_are_the_same_problems(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with_it = unmask.check(text)
    monkeypatch.setitem(sys.modules, "llvmlite", None)
    without = unmask.check(text)
    stopping = [problem for problem in with_it if problem.severity == Severity.PROBLEM]
    assert [problem for problem in without if problem.severity == Severity.PROBLEM] == stopping
    found = reached(FAR_OFF)
    assert (len(found.trials), found.complete) == (60, False)
    assert "llvmlite" in found.slow
