"""Names that are nobody's, or somebody else's: the message says who is meant, and its fix can be followed."""

import pytest

import unmask
from tests.problems.pages import mended
from unmask.problems.problem import Problem, Severity

FERRY = """\
scale feeling: none < strong

kind guest

person Zoë (she), a guest
  feels fear: feeling
  feels hope: feeling
  shows fear

person Tom the ferryman (he), a guest
  feels hope: feeling

bond Zoë to Tom the ferryman carries fear

scene pier with Zoë, Tom the ferryman
  > {Zoë} waits.
  moment ask: Zoë
    * take room #5
      -> end
    * mówić
      ~ hope = strong
      -> ending over

ending over
  > It is over.

motif talk
  Zoë: mówić
"""


def problems_in(text: str) -> list[Problem]:
    return [problem for problem in unmask.check(text) if problem.severity == Severity.PROBLEM]


def test_the_story_itself_is_fine() -> None:
    assert problems_in(FERRY) == []


@pytest.mark.parametrize(
    ("line", "other", "instead"),
    [
        ("  moment ask: Zoë", "  moment ask: Zoë herself", "  moment ask: Zoë"),
        ("bond Zoë to Tom the ferryman carries fear", "bond Zoë to Tom carries fear", "bond Zoë to Tom the ferryman carries fear"),
        ("bond Zoë to Tom the ferryman carries fear", "bond Zoë to ferryman carries fear", "bond Zoë to Tom the ferryman carries fear"),
        ("  Zoë: mówić", "  a: mowić", "  Zoë: mówić"),
        ("  Zoë: mówić", "  Everybody: mówić", "  Zoë: mówić"),
        ("bond Zoë to Tom the ferryman carries fear", "bond Zoë to Tom the ferryman carries Zoë.fear", None),
        ("bond Zoë to Tom the ferryman carries fear", "bond Zoë, Tom the ferryman carries fear", None),
    ],
)
def test_the_one_who_is_meant_is_written_by_the_fix(line: str, other: str, instead: str | None) -> None:
    text = FERRY.replace(line, other)
    (problem,) = problems_in(text)
    assert problem.fix is not None
    assert mended(text, problem.fix) == FERRY.replace(line, instead or line)


def test_a_bond_that_carries_what_one_has_and_what_both_have_is_two_bonds() -> None:
    text = FERRY.replace("bond Zoë to Tom the ferryman carries fear", "bond Zoë, Tom the ferryman carries fear, hope")
    (problem,) = problems_in(text)
    assert problem.fix is not None
    two = "bond Zoë to Tom the ferryman carries fear, hope\nbond Tom the ferryman to Zoë carries hope"
    assert mended(text, problem.fix) == FERRY.replace("bond Zoë to Tom the ferryman carries fear", two)
    assert problems_in(mended(text, problem.fix)) == []


def test_a_bond_under_a_condition_is_told_without_a_fix_that_would_lose_it() -> None:
    bond = "bond Zoë, Tom the ferryman carries fear while Zoë.hope is strong"
    (problem,) = problems_in(FERRY.replace("bond Zoë to Tom the ferryman carries fear", bond))
    assert "Write `bond Zoë to Tom the ferryman carries fear`" in problem.note
    assert problem.fix is None


@pytest.mark.parametrize("line", ["Voice> Who is there?", "A voice in the dark> Who is there?"])
def test_a_side_that_is_nobodys_is_told_how_a_voice_is_heard(line: str) -> None:
    (problem,) = problems_in(FERRY.replace("> {Zoë} waits.", line))
    assert "says a voice.`" in problem.note


def test_luck_chooses_as_chance() -> None:
    (problem,) = problems_in(FERRY.replace("moment ask: Zoë", "moment ask: dice"))
    assert problem.fix is not None
    assert problem.fix.text == "chance"


def test_a_label_with_another_capital_is_not_said_to_be_others() -> None:
    (problem,) = problems_in(FERRY.replace("  Zoë: mówić", "  Zoë: Mówić"))
    assert problem.note.startswith("Did you mean `Zoë: mówić`?")


def test_a_moment_behind_an_arrow_of_the_scene_is_told_which_arrow_it_is() -> None:
    told = unmask.check(FERRY.replace("\nending over\n", "  -> end\n\nending over\n"))
    (problem,) = [problem for problem in told if problem.code == "nothing-leads-here" and "`ask`" in problem.title]
    assert "The arrow in line 23 is the scene's own" in problem.note


@pytest.mark.parametrize("event", ["ask / take room #5", "Zoë: take room #5", "ask / take room #5 "])
def test_a_label_with_a_number_sign_is_asked_for_whole(event: str) -> None:
    assert problems_in(FERRY.replace("\nending over\n", f"\nending over when happened({event})\n")) == []
    beside = FERRY.replace("\nending over\n", f"\nending over when happened({event}) # at last\n")
    assert problems_in(beside) == []
