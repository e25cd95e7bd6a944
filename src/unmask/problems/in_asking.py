"""Every problem with what somebody looks for in a run: the prose of them all. Nothing here stands in a story file."""

from unmask.problems.near import listed
from unmask.problems.place import Span
from unmask.problems.problem import Problem

FORMS = "`Rey.anger > 2`, `Rey: let him live`, `demand / attack`, `scene duel`, `ending lost`"


def motif_not_counted_yet(span: Span, name: str) -> Problem:
    return Problem(
        "not-evaluated-yet",
        f"`{name}` is a motif, and motifs are not counted yet",
        span,
        "Motifs are read and checked, but nothing matches them in this version. Look for one thing that happens in it, or for a "
        f"condition that holds then: {FORMS}.",
    )


def says_not_who(span: Span, label: str, who: list[str]) -> Problem:
    """Where the label of an option stands alone; `who` are the ways to name it."""
    return Problem(
        "strange-motif",
        f"`{label}` is something to choose, and it is not said whose choice",
        span,
        f"Say who chooses it, or in which moment: {listed(who[:4], 'or')}.",
    )
