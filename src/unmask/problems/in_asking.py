"""Every problem with what somebody looks for in a run: the prose of them all. Nothing here stands in a story file."""

from unmask.problems.near import listed
from unmask.problems.place import Span
from unmask.problems.problem import Problem, fix_of


def says_not_who(span: Span, label: str, who: list[str]) -> Problem:
    """Where the label of an option stands alone; `who` are the ways to name it."""
    return Problem(
        "strange-motif",
        f"`{label}` is something to choose, and it is not said whose choice",
        span,
        f"Say who chooses it, or in which moment: {listed(who, most=4)}.",
        fix=fix_of(span, who),
    )
