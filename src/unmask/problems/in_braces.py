"""What is told of braces in prose and of what stands in them."""

from unmask.problems.place import Span
from unmask.problems.problem import Problem


def unmatched_brace(span: Span, title: str) -> Problem:
    return Problem(
        "unmatched-brace",
        title,
        span,
        "What stands between `{` and `}` is worked out when the line is told. For a brace that is only a brace write `\\{` or `\\}`.",
    )


def open_brace(span: Span) -> Problem:
    return unmatched_brace(span, "This brace is never closed")


def stray_brace(span: Span) -> Problem:
    return unmatched_brace(span, "This brace closes nothing")


def strange_braces(span: Span, title: str, note: str) -> Problem:
    return Problem("strange-braces", title, span, note)


def empty_braces(span: Span) -> Problem:
    return strange_braces(span, "There is nothing between these braces", "Put a name or a value there, or delete them.")


def alternatives_in_a_label(span: Span) -> Problem:
    return strange_braces(
        span,
        "An option is called one thing",
        "Braces in a label hold the name of a person or of a value. Where it should read otherwise, make it two options, each "
        "with its `if`.",
    )


def after_else(span: Span) -> Problem:
    return strange_braces(span, "`else` comes last", "What follows it would never be told. Put the cases with a condition before it.")


def mixed_alternatives(span: Span, word: str) -> Problem:
    forms = {
        "if": "{if asked > 2: again | else: for once}",
        "then": "{first: She asks. | then: She asks again.}",
        "else": "{if asked > 2: again | else: for once}",
    }
    return strange_braces(span, f"This alternative has no `{word}` of its own", f"Such a passage looks like this: `{forms[word]}`.")


def no_colon(span: Span) -> Problem:
    return strange_braces(
        span,
        "I cannot see where the condition ends",
        "A colon stands between the condition and what is told: `{if asked > 2: again | else: for once}`.",
    )


def bare_alternatives(span: Span, inside: str) -> Problem:
    return Problem(
        "bare-alternatives",
        "These alternatives do not say how to choose",
        span,
        f"Write `{{any: {inside.strip().lstrip('~&!').lstrip()}}}` for one that does not come again until all the others came, or "
        "`{first: … | then: …}` for one after another.",
    )


def braces_between_quotes(span: Span) -> Problem:
    return strange_braces(
        span,
        "Braces mean nothing between quotes",
        "A title, a reason or a name is told just as it stands. What is worked out when it is told belongs into prose: `> {place}`.",
    )
