"""A slip of the pen costs one glance: near names, and never a list to search."""

import pytest

import unmask
from unmask.problems.near import did_you_mean, listed, near


def test_the_nearest_name_comes_first() -> None:
    assert near("angr", ["danger", "anger", "hunger"])[0] == "anger"


def test_there_are_never_more_than_four() -> None:
    assert len(near("anger", [f"anger{n}" for n in range(9)])) == 4


def test_a_name_like_no_other_has_none() -> None:
    assert near("helmet", ["snow", "fog"]) == []
    assert did_you_mean("helmet", ["snow", "fog"]) == ""
    assert near("helmet", []) == []


def test_capitals_do_not_hide_a_near_name() -> None:
    assert near("ODA", ["Oda", "Tobit"]) == ["Oda"]


@pytest.mark.parametrize(
    ("names", "sentence"),
    [([], ""), (["Oda"], "`Oda`"), (["Oda", "Nan"], "`Oda` or `Nan`"), (["Oda", "Nan", "Ilse"], "`Oda`, `Nan` or `Ilse`")],
)
def test_names_are_listed_as_one_says_them(names: list[str], sentence: str) -> None:
    assert listed(names) == sentence


def test_an_author_is_offered_at_most_four_names() -> None:
    many = "".join(f"fact snow{n}: 0..2\n" for n in "abcdefgh")
    story = f"{many}scene pass\n  when snowz > 1\n  -> end\n"
    problem = next(problem for problem in unmask.check(story) if problem.code == "unknown-name")
    assert "Did you mean" in problem.note
    assert sum(f"`snow{n}`" in problem.note for n in "abcdefgh") == 4
    assert problem.fix is None, "which of the four was meant only the author knows"


def test_one_near_name_can_be_written_at_once() -> None:
    story = "fact snow: 0..2\nscene pass\n  when snwo > 1\n  -> end\n"
    problem = next(problem for problem in unmask.check(story) if problem.code == "unknown-name")
    assert problem.fix is not None
    assert problem.fix.text == "snow"
