"""Whatever is in a file, the parser returns: soon, with problems that can be shown, and with a tree that loses nothing."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.syntax.trees import without_spans
from unmask.problems.place import LARGEST_FILE, NOWHERE, Source, Span
from unmask.problems.problem import Problem
from unmask.syntax.lines import DEEPEST_BLOCK, MOST_LINES, blocks
from unmask.syntax.parser import parse
from unmask.syntax.to_text import to_text
from unmask.syntax.tree import Story

GOOD = (Path(__file__).parent / "every_line.story").read_text(encoding="utf-8")
MEGABYTE = 1_000_000
OPTION = "scene s\n  moment m: Rey\n    * attack\n      "
PROSE = "ending lost\n  > "

thorough = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


def codes(text: str) -> list[str]:
    return [problem.code for problem in checked(text)[1]]


def checked(text: str) -> tuple[Story, list[Problem]]:
    """What the text is read as, once all that must hold of any text was looked at."""
    source = Source("bad.story", text)
    story, problems = parse(source)
    lines = source.lines()
    for problem in problems:
        assert problem.code == problem.code.lower().strip() != ""
        assert problem.title.strip()
        assert problem.note.strip()
        assert len(problem.title) + len(problem.note) < 2_000, "an author would not read this"
        places = [problem.span, *(label.span for label in problem.labels), *([problem.fix.span] if problem.fix else [])]
        assert all(is_inside(span, lines) for span in places), problem
    assert all(is_inside(span, lines) for span in spans(story))
    return story, problems


def is_inside(span: Span, lines: list[str]) -> bool:
    """Whether a span stands in the file; it may point just past the end of a line, where something is missing."""
    if span == NOWHERE:
        return True
    return 1 <= span.line <= len(lines) and 0 <= span.start < span.end <= len(lines[span.line - 1]) + 1


def spans(tree: object) -> Iterator[Span]:
    todo = [tree]
    while todo:
        here = todo.pop()
        if isinstance(here, Span):
            yield here
        elif isinstance(here, tuple):
            todo += here


# ── files that are no stories ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("text", ["", "\n", "   \n\t\n", "\ufeff", "# only a remark", "\n\n# one\n\n# two\n"])
def test_a_file_without_a_line_is_an_empty_story(text: str) -> None:
    assert codes(text) == ["empty-story"]


def test_bytes_of_another_kind_of_file_are_read_as_problems() -> None:
    story, problems = checked(bytes(range(256)).decode("latin-1") * 100)
    assert problems
    assert story.lines


@pytest.mark.parametrize("sign", ["\0", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\udfff", "\ufeff"])
def test_a_sign_that_nobody_can_see_is_pointed_at(sign: str) -> None:
    assert codes(f"ending lost\n  > They{sign} fall.") == ["control-character"]


@pytest.mark.parametrize("sign", ["\u061c", "\u200e", "\u200f", "\u202e", "\u2066", "\u2069"])
def test_a_mark_that_turns_the_text_round_is_pointed_at(sign: str) -> None:
    assert codes(f"ending lost\n  > They{sign} fall.") == ["hidden-direction"]
    assert "hidden-direction" in codes(f"ending los{sign}t")


def test_marks_that_join_letters_are_letters() -> None:
    assert codes("fact کتاب\u200cخانه: 0..2\nfact नर\u200dगिस: 0..2") == []


@pytest.mark.parametrize("margin", ["\t", " \t ", "\u00a0\u00a0", "\u3000", "  \u200b"])
def test_a_margin_of_anything_but_spaces_is_a_problem(margin: str) -> None:
    assert "tab-in-margin" in codes(f"ending lost\n{margin}> They fall.")


def test_a_file_larger_than_any_novel_is_not_read() -> None:
    assert codes("fact x: 0..3\n" * (50 * MEGABYTE // 13)) == ["file-too-large"]
    assert codes("a" * (LARGEST_FILE + 1)) == ["file-too-large"]
    assert codes("\n" * MOST_LINES) == ["file-too-large"]


# ── too long ─────────────────────────────────────────────────────────────────────────────────────────────────────────

HALF, THIRD, FIFTH, MANY = MEGABYTE // 2, MEGABYTE // 3, MEGABYTE // 5, 50_000

LONG_LINES = {
    "prose": PROSE + "word " * FIFTH,
    "prose without a space": PROSE + "w" * MEGABYTE,
    "prose of names and arrows": PROSE + "a> " * THIRD,
    "prose of one name and an arrow": PROSE + "a " * HALF + "b> c",
    "spaces in prose": PROSE + "a" + " " * MEGABYTE + "b",
    "backslashes": PROSE + "\\" * MEGABYTE,
    "open braces": PROSE + "{" * MEGABYTE,
    "open braces and parentheses": PROSE + "{(" * HALF,
    "open alternatives": PROSE + "{any:" * MANY,
    "empty alternatives": PROSE + "{any:" + "|" * MANY + "}",
    "closing braces": PROSE + "}" * MEGABYTE,
    "values": PROSE + "{a}" * MANY,
    "a long name with a verb": PROSE + "{" + "a" * HALF + ".they" + " look" * MANY + "}",
    "a condition that never ends": PROSE + "{if " + "(" * MEGABYTE + "}",
    "a quote that never ends": 'title "' + "x" * MEGABYTE,
    "escaped quotes that never end": 'title "' + '\\"' * HALF,
    "escaped quotes without a quote": "title " + '\\"' * HALF,
    "quotes": "title " + '"' * (MANY + 1),
    "a name": "person " + "a" * MEGABYTE + " (he)",
    "a name of many words": "person " + "a " * MANY + "(he)",
    "a name of many hyphens": "person " + "a-" * HALF + "(he)",
    "a name of many apostrophes": "person " + "a'" * HALF + "(he)",
    "a word": "a" * MEGABYTE,
    "words": "a " * HALF,
    "words and an arrow": "a " * HALF + "> b",
    "a number": "limit " + "9" * MEGABYTE + " events",
    "a number of ten thousand digits": "fact x: 0.." + "9" * 10_000,
    "a share": "promise in " + "9" * MEGABYTE + "% to 3% of stories: x",
    "a percentage": OPTION + "9" * MEGABYTE + "%",
    "dots": "promise " + "1." * MANY + " scenes on average",
    "parentheses": OPTION + "if " + "(" * MANY,
    "closed parentheses": OPTION + "if " + "(" * MANY + "a" + ")" * MANY,
    "minus signs": OPTION + "+" + "-" * MANY + 'a "b"',
    "nots": OPTION + "if " + "not " * MANY + "a",
    "terms": OPTION + "if " + "a+" * MANY + "a",
    "functions": OPTION + "if " + "max(" * MANY,
    "arguments": OPTION + "if max(" + "a," * MANY + "a)",
    "happenings": OPTION + "if " + "happened(" * MANY,
    "parentheses in a label": "scene s\n  moment m\n    * " + "( " * MANY,
    "fields": "kind k\n  feels " + "a," * MANY + "a: b",
    "roles": "scene s with " + "a," * MANY + "a",
    "arrows": "->" * HALF,
    "hashes": "#" * MEGABYTE,
    "tabs": "\t" * MEGABYTE + "x",
    "spaces": " " * MEGABYTE + "x",
    "nothing": "\0" * MEGABYTE,
}


@pytest.mark.parametrize("name", LONG_LINES)
def test_a_line_as_long_as_a_novel_is_read_once(name: str) -> None:
    """In time that grows with its length: what grows with the square takes minutes here."""
    begin = time.process_time()
    story, _ = checked(LONG_LINES[name])
    to_text(story)
    assert time.process_time() - begin < 10


def test_prose_may_go_on_for_fifty_thousand_lines() -> None:
    begin = time.process_time()
    story, problems = checked(PROSE + "They\n" + "    {fall} and rise\n" * 50_000 + "    {and")
    assert [(problem.code, problem.span.line) for problem in problems] == [("unmatched-brace", 50_003)]
    assert time.process_time() - begin < 10
    assert story.lines


def test_ten_thousand_bad_lines_are_ten_thousand_problems() -> None:
    assert len(codes("nobody knows this\n" * 10_000)) == 10_000


# ── too deep ─────────────────────────────────────────────────────────────────────────────────────────────────────────

DEEP = 100_000

TOO_DEEP = {
    "parentheses": OPTION + "if " + "(" * DEEP + "a" + ")" * DEEP,
    "minus signs": OPTION + "if " + "-" * DEEP + "a",
    "nots": OPTION + "if " + "not " * DEEP + "a",
    "functions": OPTION + "if " + "max(a, " * DEEP + "a" + ")" * DEEP,
    "sums in parentheses": OPTION + "if " + "(a + a * (" * DEEP + "a" + "))" * DEEP,
    "braces": PROSE + "{any: a | " * DEEP + "}" * DEEP,
    "cases": PROSE + "{if a: " * DEEP + "}" * DEEP,
}


@pytest.mark.parametrize("name", TOO_DEEP)
def test_what_is_nested_too_deep_is_one_problem(name: str) -> None:
    assert codes(TOO_DEEP[name]) == ["too-deep"]


def test_a_high_tree_is_too_deep_even_where_no_parenthesis_is() -> None:
    inner = "a"
    for _ in range(20):
        inner = f"({inner} + a + a + a)"
    assert codes(OPTION + f"if {inner}") == ["too-deep"]


def test_lines_ever_deeper_are_told_of_once() -> None:
    steps = "\n".join(" " * depth + "then Rey: ask" for depth in range(1, 3_000))
    story, problems = checked(f"motif m\n{steps}")
    assert [(problem.code, problem.span.line) for problem in problems] == [("too-deep", DEEPEST_BLOCK + 1)]
    assert to_text(story).count("then Rey: ask") == 2_999


def test_ever_deeper_lines_that_nobody_knows_are_read_too() -> None:
    assert set(codes("\n".join(" " * depth + "what" for depth in range(3_000)))) == {"unknown-line", "too-deep"}
    assert set(codes("\n".join(" " * depth + "a> what" for depth in range(3_000)))) == {"prose-out-of-place", "too-deep"}
    assert set(codes("\n".join(" " * depth + "once" for depth in range(3_000)))) == {"wrong-place", "too-deep"}


# ── anything ─────────────────────────────────────────────────────────────────────────────────────────────────────────

_signs = st.sampled_from(
    [*"#\"'{}|():>-+=~*%\\/<.,0 \t\r\0’“،", "\u00a0", "\u3000", "\ufeff", "\u2028", "\x1c", "\ud800", "\u200f", "\n", "\n  ", "\n    "]
)
_pieces = st.sampled_from(
    (
        "> ;>+ ;Kylo> ;-> ;~ ;* ;+2 ;is ;not ;and ;if ;unless ;to ;as ;toward ;for the scene;known to ;with ;about ;a ;each ;{any: ;{if ;"
        "{first: |;then ;else: ;'s;..;99999999999;means ;while ;times ;happened(;seems(;max(;in brief> ;recalls> ;moment ;scene ;ending ;"
        'motif ;person ;fact ;\\";क्;أ;tell ;once;when ;part ;promise '
    ).split(";")
)
_changes = st.tuples(st.integers(0, 6), st.integers(0, len(GOOD)), st.integers(0, len(GOOD)), st.one_of(_signs, _pieces))


def changed(text: str, how: int, here: int, there: int, piece: str) -> str:
    """The text with something put in, taken out, said twice, or moved in."""
    here, there = here % (len(text) + 1), there % (len(text) + 1)
    match how:
        case 0 | 1 | 2:
            return text[:here] + piece + text[here:]
        case 3:
            return text[:here] + text[here + there % 60 :]
        case 4:
            return text[:here] + text[there : there + 80] + text[here:]
        case _:
            line = text.rfind("\n", 0, here) + 1
            return text[:line] + " " * (there % 9) + text[line:].lstrip(" ")


@st.composite
def _slips(draw: st.DrawFn) -> str:
    """A few lines of a good story, with slips in them."""
    lines = GOOD.split("\n")
    first = draw(st.integers(0, len(lines)))
    text = draw(st.sampled_from(["", OPTION.rstrip() + "\n", "person Rey (she)\n", "motif m\n"]))
    text += "\n".join(lines[first : first + draw(st.integers(1, 25))])
    for change in draw(st.lists(_changes, min_size=1, max_size=6)):
        text = changed(text, *change)
    return text


def loses_nothing(text: str) -> None:
    story, _ = checked(text)
    written = to_text(story)
    again = parse(Source("bad.story", written))[0]
    assert without_spans(again) == without_spans(story)
    assert to_text(again) == written


@given(st.lists(st.one_of(st.text(max_size=5), _signs, _pieces), max_size=40).map("".join))
@thorough
def test_any_text_is_read_and_written_without_loss(text: str) -> None:
    loses_nothing(text)


@given(_slips())
@settings(thorough, max_examples=400)
def test_a_story_with_slips_is_read_and_written_without_loss(text: str) -> None:
    loses_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "  \ufeff scene q",
        "scene q>\n \u2028 moment m",
        "person Kylo (he)\n  feels= 2",
        "  > {any\n # remark\n        Kylo> so\n",
        "# one\n  > {\n# two\n    Rey> no\n# three",
    ],
)
def test_what_was_lost_once_is_lost_no_more(text: str) -> None:
    loses_nothing(text)


def test_every_word_of_a_story_is_in_it_after_formatting_however_badly_it_was_read() -> None:
    """Even where each other line was moved to where nothing may stand."""
    moved = "\n".join("    " * (number % 2) + line for number, line in enumerate(GOOD.split("\n")))
    story, problems = checked(moved)
    assert problems
    words = [word for word in to_text(story).split() if word.isalnum()]
    assert sorted(words) == sorted(word for word in moved.split() if word.isalnum())


def test_words_between_quotes_that_could_be_no_name_are_no_name() -> None:
    loses_nothing('scene duel\n  fact e1 "not now"\n')


@pytest.mark.parametrize("sign", [chr(number) for number in (*range(0x20), *range(0x7F, 0xA0)) if chr(number) not in "\t\n\r "])
def test_a_sign_that_nobody_sees_before_a_margin_is_a_part_of_it(sign: str) -> None:
    top, _, _ = blocks(Source("a", f"{sign}      60%"))
    assert [(line.text, line.key, line.indent) for line in top] in ([("60%", "%", 6)], [("60%", "%", 7)])
    parse(Source("a", f"scene hall\n{sign}      60%\n"))
