"""Stories as people type them who come from a word processor, from screenplays, from Twine or from ink: read as meant, told once."""

import re

import pytest

import unmask
from unmask.problems.place import Source
from unmask.problems.problem import Problem, Severity
from unmask.syntax.parser import parse
from unmask.syntax.to_text import to_text

CARNIVAL = """\
title "The Last Night of Carnival"
author "D'Arcy Lyon"
tags "masks", "slow burn"

scale feeling: none < some < strong

person Zoë (she)
  feels fear: feeling = some
  shows fear

person Étienne (he)
  keeps shame: 0..3 = 1
  expects Zoë.fear = some

scene ballroom
  > {Zoë} has come as a fox.
  moment dance: Étienne
    * ask her
      +1 "he has wanted to since Epiphany" if seems(Zoë.fear) is none
      ~ shame += 1
      -> ending dawn
    * stay by the wall
      > He stays where the chairs are.
      -> ending dawn

ending dawn "The fox goes home"
  > Nobody sings.
"""

# A line of the story, and how another hand would have written it.
OTHER_HANDS = [
    ('title "The Last Night of Carnival"', "Title: The Last Night of Carnival"),
    ('title "The Last Night of Carnival"', "Title: “The Last Night of Carnival”"),
    ('title "The Last Night of Carnival"', "title The Last Night of Carnival"),
    ('title "The Last Night of Carnival"', 'TITLE = "The Last Night of Carnival"'),
    ('author "D\'Arcy Lyon"', "Author: D'Arcy Lyon"),
    ('tags "masks", "slow burn"', "Tags: masks, slow burn"),
    ("scene ballroom", "Scene 1: ballroom"),
    ("scene ballroom", "SCENE ONE. ballroom"),
    ("scene ballroom", "Scene: ballroom"),
    ("scene ballroom", "Chapter 3 - ballroom"),
    ("scene ballroom", ":: ballroom [start]"),
    ('ending dawn "The fox goes home"', "Ending dawn: “The fox goes home”"),
    ('ending dawn "The fox goes home"', "ending dawn: The fox goes home"),
    ("  expects Zoë.fear = some", "  believes Zoë.fear = some"),
    ("  expects Zoë.fear = some", "  thinks that Zoë.fear is some"),
    ("      ~ shame += 1", "      shame + 1"),
    ("      ~ shame += 1", "      ~ Étienne.shame + 1"),
    ("      > He stays where the chairs are.", "      He stays where the chairs are."),
    ("  > {Zoë} has come as a fox.", "  {Zoë} has come as a fox."),
    ("  > Nobody sings.", "  Nobody sings."),
    ("  feels fear: feeling = some", "feels fear: feeling = some"),
]


def problems_in(text: str) -> list[Problem]:
    return [problem for problem in unmask.check(text) if problem.severity == Severity.PROBLEM]


def formatted(text: str) -> str:
    return to_text(parse(Source("carnival.story", text))[0])


def test_the_story_itself_is_fine() -> None:
    assert problems_in(CARNIVAL) == []


@pytest.mark.parametrize(("line", "other"), OTHER_HANDS)
def test_a_line_of_another_hand_is_read_as_meant_and_fmt_writes_it_so(line: str, other: str) -> None:
    text = CARNIVAL.replace(f"\n{line}\n", f"\n{other}\n", 1) if line[:5] != "title" else CARNIVAL.replace(line, other, 1)
    assert {problem.span.line for problem in problems_in(text)} == {text[: text.index(other)].count("\n") + 1}
    assert problems_in(formatted(text)) == []
    assert formatted(text).replace("Étienne.shame", "shame") == CARNIVAL


@pytest.mark.parametrize("line", ["Title:", "Moment: Mme. Vauquelin"])
def test_what_cannot_be_read_even_as_meant_is_not_said_to_have_been_read(line: str) -> None:
    margin = "  " if line.startswith("Moment") else ""
    (problem,) = problems_in(CARNIVAL.replace("scene ballroom\n", f"scene ballroom\n  {line}\n" if margin else f"{line}\nscene ballroom\n"))
    assert "was read as" not in problem.note
    assert problem.fix is None


def test_an_option_without_a_moment_is_told_whose_choice_to_write() -> None:
    (problem,) = problems_in(CARNIVAL + "\nscene street\n  * run\n")
    assert "Write `moment choice: Zoë` above" in problem.note


@pytest.mark.parametrize("link", ["* [[Tell her->dance]]", "[[Tell her->dance]]", "* Tell her -> dance"])
def test_a_link_is_read_as_two_lines(link: str) -> None:
    text = CARNIVAL.replace("    * stay by the wall\n", f"    {link}\n    * stay by the wall\n")
    assert len(problems_in(text)) == 1
    assert "    * Tell her\n      -> dance\n" in formatted(text)


def test_an_arrow_at_the_top_is_told_how_a_story_begins() -> None:
    (problem,) = problems_in(CARNIVAL.replace("scene ballroom\n", "-> ballroom\n\nscene ballroom\n"))
    assert "begin with every scene that has no `when`" in problem.note


def test_somebody_who_seems_so_is_told_how_that_is_asked() -> None:
    (problem,) = problems_in(CARNIVAL.replace("if seems(Zoë.fear) is none", "if Zoë seems afraid"))
    assert "`seems(Zoë.fear) is …`" in problem.note


@pytest.mark.parametrize("to", ["balcony", "the Balcony", "Balcony"])
def test_an_arrow_to_a_scene_finds_it_but_for_its_article(to: str) -> None:
    text = CARNIVAL.replace("      -> ending dawn\n", f"      -> {to}\n", 1) + "\nscene The balcony\n  > It is cold.\n"
    (problem,) = problems_in(text)
    assert "`The balcony` is a scene, and scenes are not gone to" in problem.note


def test_a_secret_in_a_sentence_is_told_what_one_looks_like() -> None:
    (problem,) = problems_in(CARNIVAL.replace("scene ballroom\n", "secret: Étienne is the masked man\n\nscene ballroom\n"))
    assert "`secret debt: yes/no known to" in problem.note


@pytest.mark.parametrize("line", ["Zoë learns Étienne.shame", "Étienne lies to Zoë", "~ Étienne lies to Zoë", "Zoë knows that he hid"])
def test_a_mind_that_is_changed_by_a_word_is_told_what_changes_one(line: str) -> None:
    (problem,) = problems_in(CARNIVAL.replace("      ~ shame += 1\n", f"      ~ shame += 1\n      {line}\n"))
    assert problem.code == "reserved-word"
    assert "open a way for the other to see it" in problem.note


def test_words_at_the_top_are_told_to_be_moved_in_as_prose() -> None:
    (problem,) = problems_in(CARNIVAL.replace("scene ballroom\n", "It rains on the rue St. Honoré.\n\nscene ballroom\n"))
    assert "write `>` before it: `> It rains on the rue St. Honoré.`" in problem.note


PIER = """\
scale feeling: none < some < strong

person Oda (she)
  feels fear: 0..3
  keeps sure: yes/no

person Tom (he)
  feels shame toward Oda: feeling
  feels fear: 0..3

bond Oda to Tom carries fear

scene pier
  once
  moment rain: Oda
    * wait
      if sure is no
      +1 "he is afraid" if seems(Tom.fear) > 1
      ~ Tom.shame toward Oda += 1
      ~ sure = yes
    * go
    -> ending over

ending over
"""


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("feels shame toward Oda: feeling", "feels shame at Oda: feeling"),
        ("feels shame toward Oda: feeling", "feels shame of Oda: feeling"),
        ("bond Oda to Tom carries fear", "bond Oda -> Tom carries fear"),
        ("bond Oda to Tom carries fear", "bond Oda to Tom: fear"),
        ("bond Oda, Tom carries fear", "bond Oda <-> Tom carries fear"),
        ("bond Oda, Tom carries fear", "bond Oda, Tom with fear"),
        ("person Tom (he)", "people Tom (he)"),
        ("~ sure = yes", "~ sure = true"),
        ("if sure is no", "if sure is false"),
        ("keeps sure: yes/no = yes", "keeps sure: yes/no = True"),
    ],
)
def test_what_is_plain_to_a_reader_is_told_once_and_written_as_it_is_here(line: str, other: str) -> None:
    meant = PIER.replace(line.replace("Oda,", "Oda to").replace("no = yes", "no"), line)
    (problem,) = problems_in(meant.replace(line, other))
    assert problem.fix is not None
    assert "was read" in problem.note
    assert problems_in(meant) == []
    assert formatted(meant.replace(line, other)) == meant


def test_a_name_that_ends_in_somebody_stays_one_where_it_is_asked_for_as_it_stands() -> None:
    kept = PIER.replace("shame toward Oda: feeling", "word to Oda: yes/no").replace("shame toward Oda += 1", "word to Oda = yes")
    assert problems_in(kept) == []
    assert formatted(kept) == kept


def test_values_that_are_called_true_and_false_are_no_other() -> None:
    told = PIER.replace("keeps sure: yes/no", "keeps sure: true | false").replace("sure is no", "sure is true").replace("= yes", "= false")
    assert problems_in(told) == []
    assert formatted(told) == told


@pytest.mark.parametrize("sign", ["-", "/"])
def test_a_bond_that_may_go_two_ways_is_told_how_to_write_each(sign: str) -> None:
    (problem,) = problems_in(PIER.replace("bond Oda to Tom carries fear", f"bond Oda {sign} Tom: fear"))
    for way in ("bond Oda to Tom carries fear", "bond Oda, Tom carries fear"):
        assert f"`{way}`" in problem.note
        assert problems_in(PIER.replace("bond Oda to Tom carries fear", way)) == []


def test_levels_without_a_scale_are_one_problem_and_its_two_lines_mend_it() -> None:
    inside = PIER.replace("keeps sure: yes/no", "keeps sure: hardly < quite = hardly").replace("sure is no", "sure < quite")
    inside = inside.replace("sure = yes", "sure += 1")
    (problem,) = problems_in(inside)
    scale, line = re.findall("`([^`]*)`", problem.note)
    assert problems_in(f"{scale}\n{inside.replace('keeps sure: hardly < quite = hardly', line)}") == []
    assert formatted(inside) == inside


@pytest.mark.parametrize("values", ["yes | no | perhaps", "no | perhaps"])
def test_a_value_called_no_is_told_where_it_is_declared_and_nowhere_else(values: str) -> None:
    told = problems_in(PIER.replace("keeps sure: yes/no", f"keeps sure: {values}").replace("= yes", "= perhaps"))
    assert {(problem.code, problem.span.line) for problem in told} == {("name-is-a-keyword", 5)}
