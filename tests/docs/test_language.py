"""docs/reference/language.md is the contract: every example in it is played, and no construct of the language is without one."""

import doctest
from collections.abc import Iterator
from itertools import pairwise

import pytest

from tests.docs.examples import Example, examples, frame, whole
from unmask.pipeline import World, check, world_from
from unmask.problems.place import Source
from unmask.problems.problem import Severity
from unmask.syntax import parser, tree
from unmask.syntax.expressions import FUNCTIONS
from unmask.syntax.lines import RawLine
from unmask.syntax.parser import Block
from unmask.syntax.prose import PRONOUN_FORMS
from unmask.syntax.to_text import to_text

PAGE = "reference/language.md"
ALL = examples(PAGE)
STORIES = [example for example in ALL if example.sort in ("story", "lines")]


def _at(example: Example) -> str:
    return f"line {example.line}"


def _after_a_story(sort: str) -> list[tuple[str, Example]]:
    """The examples of a sort, each with the story that stands before it."""
    found = []
    story = ""
    for example in ALL:
        if example.sort == "story":
            story = example.text
        elif example.sort == sort:
            found.append((story, example))
    return found


def _world(story: str) -> World:
    return world_from(Source("example", story))


@pytest.mark.parametrize("example", [one for one in STORIES if not one.wanted], ids=_at)
def test_an_example_can_be_played(example: Example) -> None:
    problems = check(whole(example, frame(PAGE)))
    assert [problem for problem in problems if problem.severity == Severity.PROBLEM] == []


@pytest.mark.parametrize("example", [one for one in STORIES if one.wanted], ids=_at)
def test_what_the_page_says_is_wrong_is_told_to_be_wrong(example: Example) -> None:
    assert {problem.code for problem in check(whole(example, frame(PAGE)))} >= example.wanted
    assert {problem.code for problem in check(whole(example, frame(PAGE))) if problem.severity == Severity.PROBLEM} <= example.wanted


HABITS = [pair for pair in pairwise(ALL) if pair[0].sort == "habit"]


@pytest.mark.parametrize(("habit", "meant"), HABITS, ids=[_at(habit) for habit, _ in HABITS])
def test_what_the_page_says_is_read_as_meant_is_told_and_written_so(habit: Example, meant: Example) -> None:
    assert meant.sort == "meant"
    written, plain = (Source("example", whole(one, frame(PAGE))) for one in (habit, meant))
    assert not [problem for problem in check(plain.text) if problem.severity == Severity.PROBLEM]
    assert {problem.code for problem in check(written.text) if problem.severity == Severity.PROBLEM}
    assert to_text(parser.parse(written)[0]) == to_text(parser.parse(plain)[0])


def test_the_first_story_has_nothing_that_anybody_could_say_against_it() -> None:
    assert check(STORIES[0].text) == []


@pytest.mark.parametrize(
    ("story", "example"), _after_a_story("telling"), ids=lambda given: _at(given) if isinstance(given, Example) else ""
)
def test_a_story_is_told_just_as_the_page_tells_it(story: str, example: Example) -> None:
    run = _world(story).run(int(example.given("seed", "7")), int(example.given("run", "0")))
    assert run.tell(example.given("side", "world"), "remembered" in example.words) == example.text


@pytest.mark.parametrize(("story", "example"), _after_a_story("tape"), ids=lambda given: _at(given) if isinstance(given, Example) else "")
def test_a_tape_is_written_and_followed_just_as_the_page_has_it(story: str, example: Example) -> None:
    world = _world(story)
    run = world.run(int(example.given("seed", "7")))
    assert run.tape(example.given("side", "")) == example.text
    assert world.replay(example.text).events == run.events


@pytest.mark.parametrize("example", [one for one in ALL if one.sort == "python"], ids=_at)
def test_a_session_gives_what_the_page_says(example: Example) -> None:
    session = doctest.DocTestParser().get_doctest(example.text, {}, PAGE, None, example.line)
    assert session.examples
    assert doctest.DocTestRunner().run(session).failed == 0


def test_no_example_is_left_out() -> None:
    assert {example.sort for example in ALL} <= {
        "story",
        "lines",
        "telling",
        "tape",
        "python",
        "motif",
        "habit",
        "meant",
    }  # for motif see tests/motif/test_page.py


# ── nothing without an example ───────────────────────────────────────────────────────────────────────────────────────


class _Listening(parser._Parser):
    """Reads as the parser does, and remembers which lines stood in which block."""

    def __init__(self) -> None:
        super().__init__([])
        self.heard: set[tuple[str, str]] = set()

    def statement(self, line: RawLine, block: Block) -> tree.Line:
        found = super().statement(line, block)
        self.heard.add((block.where, found.word if isinstance(found, tree.Item) else line.key))
        return found


def _played() -> list[str]:
    return [whole(example, frame(PAGE)) for example in STORIES if not example.wanted]


def _heard() -> set[tuple[str, str]]:
    reader = _Listening()
    for text in _played():
        top, _, _ = parser.blocks(Source("example", text))
        reader.block(top, parser.TOP)
    return reader.heard


def _nodes(node: object) -> Iterator[object]:
    """A node and all that stands in it."""
    yield node
    if isinstance(node, tuple):
        for part in node:
            yield from _nodes(part)


# A story that asks what happened cannot be played yet, so what stands in such an example counts too.
NODES = [node for example in STORIES for node in _nodes(parser.parse(Source("example", whole(example, frame(PAGE))))[0])]


@pytest.mark.parametrize("block", [parser.TOP, parser.PERSON, parser.KIND, parser.SCENE, parser.MOMENT, parser.OPTION, parser.MEANWHILE])
def test_every_line_that_a_block_takes_stands_in_an_example(block: Block) -> None:
    assert {key for key in block.readers if (block.where, key) not in _heard()} == set()


def test_every_line_of_a_motif_stands_in_an_example() -> None:
    words = {"", "then", "next", "or", "without", "when", "within"}
    assert {word for word in words if (parser.MOTIF.where, word) not in _heard()} == set()


def test_every_form_of_promise_stands_in_an_example() -> None:
    assert {node.form for node in NODES if isinstance(node, tree.Promise)} == {"share", "never", "always", "ends", "scenes", "reach"}


def test_every_function_stands_in_an_example() -> None:
    used = {node.function for node in NODES if isinstance(node, tree.Apply)}
    assert used == set(FUNCTIONS)
    assert any(isinstance(node, tree.Happened) for node in NODES)


def test_every_operator_stands_in_an_example() -> None:
    used = {node.operator for node in NODES if isinstance(node, tree.Binary)}
    assert used == {"or", "and", "=", "is", "is not", "!=", "<", "<=", ">", ">=", "+", "-", "*"}
    assert {node.operator for node in NODES if isinstance(node, tree.Unary)} == {"not", "-"}
    assert {node.operator for node in NODES if isinstance(node, tree.Effect)} == {"=", "+=", "-="}


def test_every_form_of_prose_stands_in_an_example() -> None:
    lines = [node for node in NODES if isinstance(node, tree.Prose)]
    sides = {"everybody" if line.side is None else "world" if line.side.words == "world" else "somebody" for line in lines}
    assert sides == {"everybody", "world", "somebody"}
    assert {line.manner for line in lines} == {"", "recalls", "denies", "in brief"}
    assert {line.joins for line in lines} == {True, False}
    assert {node.form.lower() for node in NODES if isinstance(node, tree.Mention)} == {"'s", *PRONOUN_FORMS}
    assert any(node.verb for node in NODES if isinstance(node, tree.Mention))
    kinds = {type(node) for node in NODES}
    assert {tree.Words, tree.Insert, tree.Mention, tree.Any, tree.First, tree.Cases} <= kinds
    assert {"why", "times"} <= {node.what.words for node in NODES if isinstance(node, tree.Insert) and isinstance(node.what, tree.Name)}


def test_every_type_stands_in_an_example() -> None:
    assert {tree.ScaleType, tree.RangeType, tree.SetType, tree.YesNoType} <= {type(node) for node in NODES}
