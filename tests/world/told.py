"""A story as text in; what its author is told out: codes, and the very words that they point at."""

from textwrap import dedent

import unmask
from unmask.problems.place import Source
from unmask.problems.problem import Problem, Severity
from unmask.syntax.parser import parse
from unmask.world.checks import warnings
from unmask.world.from_syntax import Resolved, world_of
from unmask.world.model import World


def told(story: str) -> list[tuple[str, str]]:
    """Everything that an author is told of a story, each as its code and the words it points at."""
    text = dedent(story)
    return [(problem.code, pointed_at(problem, text)) for problem in unmask.check(text)]


def pointed_at(problem: Problem, text: str) -> str:
    """The words of the file that a problem points at, "" where it points at no line."""
    span = problem.span
    return Source("", text).lines()[span.line - 1][span.start : span.end] if span.line else ""


def told_again(story: str) -> list[str]:
    """The lines of which an author is told that they can be told more than once in the same words."""
    return [words for code, words in told(story) if code == "told-again"]


def codes(story: str) -> set[str]:
    """The codes of everything that an author is told."""
    return {code for code, _ in told(story)}


def titles(story: str) -> list[str]:
    """What stands over each problem."""
    return [problem.title for problem in unmask.check(dedent(story))]


def warnings_in(story: str) -> list[Problem]:
    """What only the checks have to say of a story that can be played; unlike `told` it plays no runs."""
    return warnings(_resolved(story))


def warned(story: str) -> list[tuple[str, str]]:
    """The same, each as its code and the words it points at."""
    return [(problem.code, pointed_at(problem, dedent(story))) for problem in warnings_in(story)]


def warned_titles(story: str) -> list[str]:
    """What stands over each warning."""
    return [problem.title for problem in warnings_in(story)]


def world(story: str) -> World:
    """The checked world of a story that can be played."""
    return _resolved(story).world


def _resolved(story: str) -> Resolved:
    tree, unread = parse(Source("story", dedent(story)))
    resolved = world_of(tree)
    stopping = [problem.title for problem in [*unread, *resolved.problems] if problem.severity == Severity.PROBLEM]
    assert stopping == []
    return resolved
