"""A name that means nothing where it stands: whoever has it is told first, and what is offered can stand there."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import unmask
from tests.problems.pages import mended
from unmask.pipeline import check, world_from
from unmask.problems.place import Source
from unmask.problems.problem import Problem, Severity

STORY = """\
scale feeling: none < faint < strong
scale light: dark < dim < bright
fact weather: clear | rain
fact lamp: light
kind villager
  feels anger: feeling
  keeps owed toward each villager: 0..2
person Zoë (she)
  feels fondness: feeling
  keeps trust toward Émile: 0..3
  keeps sure: yes/no
person Émile (he)
  feels loneliness: feeling = faint
  open cut: yes/no
  shows loneliness
person Nan (she), a villager
person Oda (she), a villager
scene one with Zoë, Émile
  fact price: 0..3
  <one>
  moment door: Zoë
    * knock
      <option>
    * wait for him
    -> hall
  moment hall: Émile
    * open it
    * sit
    -> end
scene two
  fact cost: 0..3
  <two>
  -> ending lost
scene visit with a, b: villager
  <visit>
  moment call: a
    * ring
      <ring>
    * pass by
    -> end
ending lost
<top>
"""
PLACES = ("one", "option", "two", "visit", "ring", "top")


def with_line(place: str, line: str) -> str:
    """The story with a line in one of its places."""
    text = STORY.replace(f"<{place}>", line)
    for other in PLACES:
        text = text.replace(f"<{other}>\n", "\n")
    return text


def problem_of(place: str, line: str) -> Problem:
    """The one problem that the story has with this line; where it offers a fix, the fix leaves none."""
    text = with_line(place, line)
    found = stopping(text)
    assert len(found) == 1, [problem.title for problem in found]
    if found[0].fix is not None:
        assert [problem.title for problem in stopping(mended(text, found[0].fix))] == []
    return found[0]


def stopping(text: str) -> list[Problem]:
    return [problem for problem in unmask.check(text) if problem.severity == Severity.PROBLEM]


# Where the line stands, what is written, and what the fix makes of it.
@pytest.mark.parametrize(
    ("place", "line", "right"),
    [
        # whose it is, before what looks like it
        ("option", "~ loneliness -= 1", "~ Émile.loneliness -= 1"),
        ("option", '+loneliness "he is alone"', '+seems(Émile.loneliness) "he is alone"'),
        ("option", "if loneliness is strong", "if seems(Émile.loneliness) is strong"),
        ("option", "if cut", "if Émile.cut"),
        ("option", "Zoë> Lonely, {loneliness}.", "Zoë> Lonely, {seems(Émile.loneliness)}."),
        ("two", "when loneliness is strong", "when Émile.loneliness is strong"),
        ("two", "when trust toward Émile > 1", "when Zoë.trust toward Émile > 1"),
        ("option", "if trust > 1", "if trust toward Émile > 1"),
        ("ring", "if owed > 1", "if owed toward b > 1"),
        ("option", "if seems(loneliness) is strong", "if seems(Émile.loneliness) is strong"),
        ("option", "if seems(Émile) is strong", "if seems(Émile.loneliness) is strong"),
        ("option", "if seems(fondness) is strong", "if fondness is strong"),
        ("option", "if Émile.lonelines is strong", "if seems(Émile.loneliness) is strong"),
        # how people say it
        ("option", "if Zoë's fondness is strong", "if Zoë.fondness is strong"),
        ("option", "if Zoë fondness is strong", "if Zoë.fondness is strong"),
        ("option", "if fondness of Zoë is strong", "if Zoë.fondness is strong"),
        ("option", "if Émile's loneliness is strong", "if seems(Émile.loneliness) is strong"),
        ("option", "if his loneliness is strong", "if seems(Émile.loneliness) is strong"),
        ("option", "> It is {Émile.his} hat.", "> It is {Émile.their} hat."),
        ("option", "> The hat is {Émile.his}.", "> The hat is {Émile.theirs}."),
        ("option", "if seems Émile.loneliness is strong", "if seems(Émile.loneliness) is strong"),
        ("option", "if Zoë.Fondness is strong", "if Zoë.fondness is strong"),
        ("option", "if zoe.fondness is strong", "if Zoë.fondness is strong"),
        ("option", "if Émile is strong", "if seems(Émile.loneliness) is strong"),
        ("option", "if Zoë is sure", "if Zoë.sure"),
        ("option", "if sure is true", "if sure is yes"),
        ("option", "~ sure = False", "~ sure = no"),
        ("two", "when the weather is rain", "when weather is rain"),
        ("two", "when weather is Rain", "when weather is rain"),
        ("two", "when Weather is rain", "when weather is rain"),
        ("option", "> {He} nods.", "> {Émile.They} nods."),
        ("option", "> {Émile.he} nods.", "> {Émile.they} nods."),
        ("option", "> {émile} nods.", "> {Émile} nods."),
        ("option", "> {Zoe's} hat.", "> {Zoë's} hat."),
        ("two", "when raining", "when weather is rain"),
        # a slip of the pen
        ("option", "~ wether = rain", "~ weather = rain"),
        ("option", "if wether is rain", "if weather is rain"),
        ("option", '+fondnes "she is fond of him"', '+fondness "she is fond of him"'),
        ("top", "told from zoe's side", "told from Zoë's side"),
        # what happens
        ("option", "if happened(knock)", "if happened(Zoë: knock)"),
        ("option", "if knock", "if happened(Zoë: knock)"),
        ("option", "if happened(Zoë knock)", "if happened(Zoë: knock)"),
        ("option", "if happened(zoe: knock)", "if happened(Zoë: knock)"),
        ("option", "if happened(Zoë: nock)", "if happened(Zoë: knock)"),
        ("option", "if happened(Zoë: open it)", "if happened(Émile: open it)"),
        ("option", "if happened(Zoë / knock)", "if happened(Zoë: knock)"),
        ("option", "if happened(door: knock)", "if happened(door / knock)"),
        ("option", "if happened(ending one)", "if happened(scene one)"),
        ("option", "if happened(one)", "if happened(scene one)"),
        ("top", "promise never: lost", "promise never: ending lost"),
        # arrows
        ("option", "-> lost", "-> ending lost"),
        ("option", "-> ending hall", "-> hall"),
        ("option", "-> moment hall", "-> hall"),
        ("option", "-> End", "-> end"),
        ("option", "-> Hall", "-> hall"),
        ("option", "-> ending Lost", "-> ending lost"),
    ],
)
def test_what_was_meant_is_written_in_its_place(place: str, line: str, right: str) -> None:
    problem = problem_of(place, line)
    assert problem.fix is not None, problem.note
    assert right in mended(with_line(place, line), problem.fix)


@pytest.mark.parametrize(
    ("place", "line", "said"),
    [
        ("option", "if anger is strong", ["seems(Nan.anger)", "seems(Oda.anger)"]),
        ("two", "when anger is strong", ["Nan.anger", "Oda.anger"]),
        ("visit", "when anger is strong", ["a.anger", "b.anger"]),
        ("two", "~ Zoë.loneliness += 1", ["Émile's", "Émile.loneliness", "feels loneliness: feeling", "person Zoë"]),
        ("option", "~ Zoë's loneliness += 1", ["Émile's, not Zoë's", "Émile.loneliness"]),
        ("option", "if Zoë is happy", ["Zoë.fondness", "Zoë.sure"]),
        ("option", "if happened(door)", ["door / knock", "door / wait for him"]),
        ("option", "~ cost += 1", ["two", "top of the story"]),
        ("option", "~ a.anger += 1", ["visit"]),
        ("option", "if lamp is strong", ["feeling", "dark < dim < bright"]),
        ("option", "if loneliness", ["seems(Émile.loneliness) is …"]),
        ("option", "-> two", ["-> end", "scene two", "when happened(Zoë: knock)"]),
        ("one", "-> two", ["-> end", "scene two", "when happened(scene one)"]),
        ("option", "-> call", ["scene `visit`", "-> end"]),
        ("option", "-> knock", ["in the moment `door`", "-> door"]),
        ("two", "when seems(Émile.loneliness) is strong", ["seems(Zoë, Émile.loneliness)"]),
        ("top", "bond villager, Nan carries anger", ["Nan", "Oda"]),
    ],
)
def test_where_only_the_author_knows_all_ways_are_named_and_none_is_taken(place: str, line: str, said: list[str]) -> None:
    problem = problem_of(place, line)
    assert problem.fix is None
    assert [words for words in said if words not in f"{problem.title} {problem.note}"] == []


@pytest.mark.parametrize(
    "line",
    ["if sadness is deep", "fact mood: feling", "~ Wanda.joy += 1", "> {Wanda} waits.", "if seems(Wanda, Zoë.fondness) is strong"],
)
def test_one_mistake_is_told_once(line: str) -> None:
    place = "one" if line.startswith("fact") else "option"
    more = "\n  when mood is strong" if place == "one" else ""
    assert len({(problem.title, problem.span.line) for problem in stopping(with_line(place, line + more))}) == 1


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("moment door: Zoë", "moment door: Zeo"),
        ("moment door: Zoë", "moment door: Wanda"),
        ("scale feeling: none < faint < strong", "scale felings: none < faint < strong"),
    ],
)
def test_what_hangs_on_a_name_that_means_nothing_is_not_told_too(right: str, wrong: str) -> None:
    text = with_line("option", 'if fondness is strong or trust toward Émile > 1\n      +fondness "she is fond of him"').replace(
        right, wrong
    )
    assert {problem.title.split("`")[1] for problem in stopping(text)} == {"feeling" if "scale" in wrong else wrong.split(": ")[1]}


def test_a_scene_follows_another_where_it_is_written_as_the_problem_says() -> None:
    text = with_line("option", "-> end").replace("    -> hall\n", "    -> end\n")
    text = text.replace("scene one with Zoë, Émile\n", "scene one with Zoë, Émile\n  once\n").replace(
        "scene two\n", "scene two\n  once\n  when happened(Zoë: knock)\n"
    )
    assert stopping(text) == []
    played = world_from(Source("two.story", text))
    for number in range(40):
        events = [event.scene for event in played.run(seed=7, number=number).events]
        assert "two" not in events or "one" in events[: events.index("two")]


FULL = (
    STORY.replace("<one>", "> {Zoë} waits for {Émile}, {price}.")
    .replace("<option>", '+fondness "she is fond of him" if sure and seems(Émile.loneliness) is strong\n      ~ trust toward Émile += 1')
    .replace("<two>", "when happened(Zoë: knock)\n  ~ Émile.loneliness = strong if cost > 1")
    .replace("<visit>", 'when a.anger > none\n  +a.anger "there is a quarrel"\n  > {a} and {b\'s} hat.')
    .replace("<ring>", "if owed toward b > 0 or seems(b.anger) is strong\n      ~ owed toward b += 1")
    .replace("<top>", "promise never: Zoë: knock\nbond Zoë to Émile carries fondness")
)
WORDS = [found.span() for found in re.finditer(r"[^\W\d]{3,}", FULL)]
SLIPS = (
    lambda word: word[:-1],
    lambda word: word[0] + word[2] + word[1] + word[3:],
    lambda word: word[0].swapcase() + word[1:],
    lambda word: f"the {word}",
    lambda word: "loneliness",
    lambda word: "knock",
)


@given(st.sampled_from(WORDS), st.sampled_from(SLIPS))
@settings(max_examples=60, deadline=None)
def test_who_writes_what_a_fix_says_has_one_problem_less_there_and_no_more_anywhere(
    place: tuple[int, int], slip: Callable[[str], str]
) -> None:
    start, end = place
    text = FULL[:start] + slip(FULL[start:end]) + FULL[end:]
    found = stopping(text)
    for problem in found:
        if problem.fix is not None:
            after = stopping(mended(text, problem.fix))
            assert len(after) < len(found) or not {(one.code, one.span.line) for one in after} >= {(problem.code, problem.span.line)}
            assert len(after) <= len(found), (problem.title, [one.title for one in after])


def test_whoever_is_asked_for_what_somebody_unknown_chooses_is_told_of_that_somebody_alone() -> None:
    text = SQUARE.replace("  {KIND}\n", "").replace("{OPTION}", "~ złość = dużo").replace("rozmowa: a", "rozmowa: Zaneta")
    (problem,) = stopping(f"{text}promise never: Żaneta: mówić\n")
    assert problem.title == "There is no person called `Zaneta`"


LANTERN = """
scale deseo: nada < poco < mucho
fact mes: 1..12
person Íñigo (he)
  feels pena: deseo
  keeps rencor toward Zoë: deseo
person Zoë (she)
scene patio with Íñigo, Zoë
  moment charla: Zoë
    * hablar
      {LINE}
    -> end
"""


def lantern(line: str) -> Problem:
    (problem,) = [problem for problem in check(LANTERN.replace("{LINE}", line)) if problem.severity == Severity.PROBLEM]
    return problem


def test_an_arrow_to_the_scene_that_is_played_goes_to_a_moment_or_waits_for_its_end() -> None:
    note = lantern("-> patio").note
    assert "`-> charla`" in note
    assert "when" not in note


def test_what_is_held_toward_somebody_seems_to_be_held_toward_them() -> None:
    fix = lantern('+Íñigo.rencor toward Zoë "he is cross"').fix
    assert fix is not None
    assert fix.text == "seems(Íñigo.rencor toward Zoë)"


def test_where_a_number_belongs_a_name_that_means_nothing_is_told_so() -> None:
    assert lantern("if mes is marzo").note.startswith("Here belongs a number from 1 to 12. ")


SQUARE = """
scale poziom: brak < dużo
kind sąsiad
  feels złość: poziom
  {KIND}
person Żaneta (she), a sąsiad
  keeps tajemnica: yes/no
person Łukasz (he), a sąsiad
scene podwórko with a, b: sąsiad
  moment rozmowa: a
    * mówić
      {OPTION}
    * milczeć
    -> end
"""


def square(kind: str = "shows złość", option: str = "~ złość = dużo") -> Problem:
    text = SQUARE.replace("{KIND}", kind).replace("{OPTION}", option)
    (problem,) = [problem for problem in check(text) if problem.severity == Severity.PROBLEM]
    return problem


@pytest.mark.parametrize("line", ["shows złość to sąsiad", "expects sąsiad.złość = dużo", "reads sąsiad.złość as brak"])
def test_a_kind_where_each_of_it_is_meant_is_mended_with_each(line: str) -> None:
    fix = square(kind=line).fix
    assert fix is not None
    assert fix.text == "each sąsiad"


def test_each_of_a_kind_cannot_be_changed_in_one_line_and_no_such_person_is_asked_for() -> None:
    problem = square(option="~ each sąsiad.złość = brak")
    assert "`Żaneta` and `Łukasz`" in problem.note
    assert "person each" not in problem.note


def test_a_role_has_its_fields_from_its_kind() -> None:
    assert square(option="~ a.tajemnica = yes").note.endswith("under `kind sąsiad`.")
