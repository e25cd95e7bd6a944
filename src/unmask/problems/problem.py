"""What an author is told when something is wrong: plain data, whoever shows it."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from unmask.problems.place import Span


class Severity(StrEnum):
    """How bad it is: a problem stops the story, a warning and a note do not."""

    PROBLEM = "problem"
    WARNING = "warning"
    NOTE = "note"


class Label(NamedTuple):
    """Another place that has to do with it, and what it has to do with it."""

    span: Span
    words: str


class Fix(NamedTuple):
    """A change that mends it without asking: put `text` in the place of `span`."""

    span: Span
    text: str
    words: str


class Problem(NamedTuple):
    """One thing to tell an author: what, where, why it matters to the story, and a way forward."""

    code: str
    title: str
    span: Span
    note: str
    labels: tuple[Label, ...] = ()
    fix: Fix | None = None
    severity: Severity = Severity.PROBLEM


def fix_of(span: Span, ways: Sequence[str]) -> Fix | None:
    """The fix where there is one way to write something; where there are more only the author knows."""
    return Fix(span, ways[0], f"write `{ways[0]}`") if len(ways) == 1 else None


def worst_first(problem: Problem) -> tuple[int, Span, str]:
    """The order in which problems are told: what stops a story before what does not, then by place."""
    return list(Severity).index(problem.severity), problem.span, problem.code
