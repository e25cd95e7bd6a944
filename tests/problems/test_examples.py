"""Where a line cannot be read, the example of one speaks of this story's people."""

import pytest

from unmask.pipeline import check
from unmask.problems.place import Source
from unmask.problems.problem import Problem
from unmask.syntax.examples import FORMS
from unmask.syntax.parser import parse

STORY = """scale uczucie: brak < słabe < mocne
person Łucja (she)
  feels nadzieja: uczucie
person Señor Ñuñez (he)
  keeps plan: yes/no
scene spacer with Łucja, Señor Ñuñez
  moment wybór: Łucja
    * iść
      -> ending koniec
ending koniec
"""
UNREADABLE = [
    "told from",
    "secret dług: yes/no known to",
    "bond Łucja to",
    "scene 2",
    "ending 2",
    "promise in 5%",
    "person 7",
    "motif 7",
]
INSIDE = ["moment 7: Łucja", "expects", "* ", "~ nadzieja", "-> ending", "if", "shows", "reads Łucja", "tends to"]


def problems_of(text: str) -> list[Problem]:
    return parse(Source("spacer.story", text))[1]


@pytest.mark.parametrize("line", UNREADABLE)
def test_an_example_at_the_top_has_names_of_this_story_alone(line: str) -> None:
    (problem,) = problems_of(f"{STORY}{line}\n")
    assert not {"Rey", "Kylo", "Oda", "Thorne", "feeling"} & set(problem.note.replace("`", " ").replace("'", " ").split())


@pytest.mark.parametrize("key", sorted(FORMS))
def test_every_example_is_filled_and_can_be_read_in_its_place(key: str) -> None:
    from unmask.syntax.habits import known_of

    example = known_of(STORY.split("\n")).examples.like(FORMS[key])
    assert "$" not in example
    places = {"person": "Łucja (she)\n", "scene": "Señor Ñuñez\n", "moment": "wybór: Łucja\n", "*": "      -> ending koniec\n"}
    under = {
        **dict.fromkeys(("open", "feels", "keeps", "expects", "shows", "reads", "tends"), ("person", "  ")),
        **dict.fromkeys(("when", "moment"), ("scene", "  ")),
        "*": ("moment", "    "),
        **dict.fromkeys(("if", "unless", "is", "weight", "%", "+", "-", "~", "->"), ("*", "      ")),
    }
    if key == "then":
        story = f"{STORY}motif dwa razy\n  Łucja: iść\n  {example}\n"
    elif key in under:
        place, margin = under[key]
        story = STORY.replace(places[place], f"{places[place]}{margin}{example}\n", 1)
    else:
        story = f"{STORY}{example}\n"
    assert [problem.code for problem in problems_of(story)] == []


def test_a_person_with_a_full_stop_in_the_name_is_one_problem_and_is_read_wherever_they_are_named() -> None:
    text = STORY.replace("Señor Ñuñez", "Mrs. Ñuñez").replace(
        "      -> ending",
        "      > {Mrs. Ñuñez.They smile}. {Mrs. Ñuñez} waits.\n"
        "      Mrs. Ñuñez> She waits.\n      ~ Mrs. Ñuñez.plan = yes\n      -> ending",
    )
    assert next(problem.title for problem in check(text) if problem.severity == "problem").startswith("`Mrs. Ñuñez` has a full stop")
    mended = text.replace("person Mrs. Ñuñez (he)", 'person Ñuñez "Mrs. Ñuñez" (he)')
    told = [problem for problem in problems_of(mended) if problem.code == "written-otherwise"]
    assert [problem.title for problem in told] == ["`Mrs. Ñuñez` is `Ñuñez` in the file"] * 4
    (side,) = [problem for problem in problems_of(mended) if problem.code != "written-otherwise"]
    assert side.fix is not None
    assert side.fix.text == "Ñuñez> She waits."
    assert all(problem.fix is not None and problem.fix.text == "Ñuñez" for problem in told)


def test_what_a_scale_that_cannot_be_read_would_have_is_not_missed_elsewhere() -> None:
    for scale in ("scale uczucie: 0..3", "scale uczucie: brak to mocne"):
        text = STORY.replace("scale uczucie: brak < słabe < mocne", scale).replace("nadzieja: uczucie", "nadzieja: uczucie = mocne")
        assert len([problem for problem in check(text) if problem.severity == "problem"]) == 1


@pytest.mark.parametrize(
    "joined", ["Łucja i Señor Ñuñez", "Łucja und Señor Ñuñez", "Łucja & Señor Ñuñez", "Łucja Señor Ñuñez", "Łucja, Señor Ñuñez:"]
)
def test_two_people_joined_in_any_language_are_two(joined: str) -> None:
    (problem,) = problems_of(STORY.replace("with Łucja, Señor Ñuñez", f"with {joined}"))
    assert problem.code == "written-otherwise"
    assert problem.fix is not None


def test_a_colon_before_pronouns_is_taken_away_and_none_are_added() -> None:
    (problem,) = problems_of(STORY.replace("person Łucja (she)", "person Łucja: (she)"))
    assert problem.fix is not None
    assert problem.fix.text == "Łucja"
    (problem,) = problems_of(STORY.replace("person Łucja (she)", "person Łucja: brave"))
    assert problem.fix is None


@pytest.mark.parametrize("word", ["means\u2060", "me\u00adans", "means\u200b"])
def test_a_sign_that_nobody_sees_makes_no_prose_of_what_is_compared(word: str) -> None:
    (problem,) = problems_of(f"{STORY}fact noc: 0..3\nfact późno {word} noc > 2\n")
    assert problem.fix is not None
    assert "means" in problem.fix.text or not problem.fix.text


@pytest.mark.parametrize(
    "scale", ["brak < słabe < mocne", "brak, słabe, mocne", "brak; słabe; mocne # trzy", 'brak < mocne "mocne jak dąb"']
)
def test_an_example_has_one_level_of_a_scale_however_it_is_written(scale: str) -> None:
    text = STORY.replace("brak < słabe < mocne", scale).replace("* ", "* wait\n      + if\n    * ", 1)
    assert any("is mocne`" in problem.note for problem in problems_of(text))
