"""The formatter's laws: what it writes is read as the same tree, and is written the same again. And what it looks like."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.syntax.trees import TOP_LINES, stories, templates, without_spans
from unmask.problems.place import Source
from unmask.syntax.parser import parse
from unmask.syntax.to_text import to_text
from unmask.syntax.tree import Ending, Line, Name, Prose, Story, Template, Words
from unmask.syntax.usual_form import usual_form

at_length = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def read(text: str) -> Story:
    return without_spans(parse(Source("test.story", text))[0])


def formatted(text: str) -> str:
    return to_text(parse(Source("test.story", text))[0])


# ── laws ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@given(stories)
@at_length
def test_what_is_written_is_read_as_the_same_tree_and_written_the_same_again(story: Story) -> None:
    text = to_text(story)
    assert read(text) == story
    assert to_text(read(text)) == text


@pytest.mark.parametrize("lines", TOP_LINES)
@given(st.data())
@settings(at_length, max_examples=50)
def test_every_kind_of_line_is_read_as_it_was_written(lines: st.SearchStrategy[Line], data: st.DataObject) -> None:
    line = data.draw(lines)
    story = Story((line._replace(notes=line.notes._replace(above=())),))
    assert read(to_text(story)) == story


@given(templates)
@settings(at_length, max_examples=300)
def test_prose_says_the_same_once_it_is_written_out(template: Template) -> None:
    story = Story((Ending(Name("lost"), None, None, (Prose(Name("Rey"), "", False, template),)),))
    assert read(to_text(story)) == story


def test_a_story_with_every_kind_of_line_is_written_as_it_was_read() -> None:
    text = (Path(__file__).parent / "every_line.story").read_text(encoding="utf-8")
    assert read(formatted(text)) == read(text)
    assert formatted(formatted(text)) == formatted(text)


# ── what it looks like ───────────────────────────────────────────────────────────────────────────────────────────────


def test_two_spaces_a_level_and_one_round_each_sign() -> None:
    untidy = (
        "scale  feeling :none<faint\n"
        "scene   duel with Rey,Kylo\n"
        "     when month<24    and   not(late)\n"
        "     moment  demand:Rey\n"
        "        *  ask for the helmet\n"
        '            +2*longing   "she wants to"    # she does\n'
        "            ~asked+=1\n"
        "            ->he kneels\n"
    )
    assert formatted(untidy) == (
        "scale feeling: none < faint\n"
        "scene duel with Rey, Kylo\n"
        "  when month < 24 and not late\n"
        "  moment demand: Rey\n"
        "    * ask for the helmet\n"
        '      +2 * longing "she wants to"  # she does\n'
        "      ~ asked += 1\n"
        "      -> he kneels\n"
    )


def test_comments_move_with_their_line_and_blank_lines_are_never_two() -> None:
    untidy = (
        "\n\n# the cast\nperson Rey (she)\n\n\n\n      # hers alone\n\n      # really\n      feels fear: 0..2   # or more\n# the end\n\n"
    )
    assert formatted(untidy) == ("# the cast\nperson Rey (she)\n\n  # hers alone\n\n  # really\n  feels fear: 0..2  # or more\n# the end\n")


def test_an_empty_file_stays_empty() -> None:
    assert formatted("") == formatted("\n\n") == ""


def test_only_the_parentheses_that_are_needed_stay() -> None:
    assert formatted("fact f means ((a)+(b*c))*(-(d)) - (e - f) = (1)") == "fact f means (a + b * c) * -d - (e - f) = 1\n"


def test_a_kind_that_starts_with_a_vowel_is_an_elder() -> None:
    assert formatted("person Oda (she), a elder, an villager") == "person Oda (she), an elder, a villager\n"


def test_roles_of_one_kind_share_it() -> None:
    text = "scene s with a:villager,b: villager, Oda, Rey about c: elder, d: elder\n"
    assert formatted(text) == "scene s with a, b: villager, Oda, Rey about c, d: elder\n"


def test_what_could_not_be_read_stays_word_for_word() -> None:
    text = "szenario duel   with Rey\n  > They   {meet\n\n  # of course\n  * attack  # her\n"
    assert formatted(text) == text
    assert formatted("ending lost\n      > They   {meet   # of course\n") == "ending lost\n  > They   {meet   # of course\n"


def test_signs_that_mean_something_in_prose_keep_their_backslash() -> None:
    text = "ending lost\n  > \\{a\\} | \\\\ # {any: b \\| c | d}\n"
    assert formatted(text) == text


# ── long prose ───────────────────────────────────────────────────────────────────────────────────────────────────────


def prose_lines(text: str) -> list[str]:
    """The lines that this prose of an ending is written in."""
    return to_text(Story((Ending(Name("lost"), None, None, (Prose(None, "", False, (Words(text),)),)),))).split("\n")[1:-1]


def test_prose_stays_on_one_line_however_it_was_broken() -> None:
    broken = "ending lost\n  > She waits,\n    and {any: the rain\n    waits | so does\n    the dog}.\n"
    assert formatted(broken) == "ending lost\n  > She waits, and {any: the rain waits | so does the dog}.\n"


@pytest.mark.parametrize("sign", ["\x07", "\u200b", "\ufeff", "\x07 \x07", "\x85", "\x0b"])
@pytest.mark.parametrize("line", ["  >{} Joss brings in the sheaf.{} ", "  > Joss{} brings{} in.", "# {} a note{} "])
def test_signs_that_nobody_sees_are_gone_the_first_time(line: str, sign: str) -> None:
    once = to_text(parse(Source("a", f"scene harvest\n{line.replace('{}', sign)}\n"))[0])
    assert to_text(parse(Source("a", once))[0]) == once


@pytest.mark.parametrize(
    ("written", "formed"),
    [
        ("iperson Tobit (he)\nperson Oda (she)\n\nscene supper with Oda Tobit\n", "scene supper with Oda, Tobit\n"),
        ("ſcene pass\n", "scene pass\n"),
        ("se\u0308cene pass\n      > The snow  on the pass.\n", "scene pass\n  > The snow on the pass.\n"),
    ],
)
def test_what_is_only_seen_when_another_line_was_mended_is_mended_with_it(written: str, formed: str) -> None:
    source = Source("a", written)
    once = usual_form(source, parse(source)[0])
    assert once.endswith(formed)
    again = Source("a", once)
    assert usual_form(again, parse(again)[0]) == once


def test_long_prose_is_left_whole() -> None:
    assert prose_lines("word " * 200 + "end") == ["  > " + "word " * 200 + "end"]
