"""What is wrong with numbers, comparisons and functions, as they are read."""

from collections.abc import Iterable, Sequence

from unmask.problems.near import did_you_mean, listed
from unmask.problems.place import Span
from unmask.problems.problem import Problem, fix_of


def strange_number(span: Span, title: str, note: str) -> Problem:
    return Problem("strange-number", title, span, note)


def number_too_large(span: Span, most: int) -> Problem:
    return strange_number(
        span,
        "This number is too large",
        f"Values are small whole numbers, at most {most:,}. What outlives a scene multiplies the states of a story, so a feeling has "
        "three or four levels, not thousands.",
    )


def too_many_places(span: Span, most: int) -> Problem:
    return strange_number(
        span,
        "Nothing can be drawn so finely",
        f"A percentage has at most {most} digits behind its point. For thirds and other parts of a whole use `weight`.",
    )


def strange_count(span: Span, count: int) -> Problem:
    return strange_number(span, f"Nothing happens {count} times", "A motif counts from 1 to 1000 times.")


def strange_share(span: Span, share: str) -> Problem:
    return strange_number(span, f"{share}% of all stories is more than all of them", "A share lies between 0% and 100%.")


def strange_limit(span: Span, most: int) -> Problem:
    return strange_number(
        span,
        "No story can be cut off there",
        f"`limit` is the number of events after which a run is cut off, from 1 to {most:,}. A long novel has a few thousand.",
    )


def two_comparisons(span: Span, whole: Span, ways: Sequence[str], fits: bool) -> Problem:
    """`ways` are how the `whole` is written in two steps, and `fits` says whether that can stand there."""
    return Problem(
        "two-comparisons",
        "Two comparisons in a row",
        span,
        f"Say it in two steps, joined by `and`: `{ways[0] if ways else '1 < asked and asked < 4'}`.",
        fix=fix_of(whole, ways) if fits else None,
    )


def unknown_function(span: Span, word: str, known: Iterable[str]) -> Problem:
    return Problem(
        "unknown-function",
        f"I do not know `{word}(…)`",
        span,
        f"{did_you_mean(word, known)}With parentheses there are {listed(known, 'and')}.",
    )


def wrong_count(span: Span, function: str, least: int, most: int, found: int, like: str) -> Problem:
    wanted = f"{least}" if least == most else f"{least} or more" if most > 9 else f"{least} or {most}"
    things = "thing" if wanted == "1" else "things"
    return Problem(
        "wrong-count",
        f"`{function}(…)` takes {wanted} {things} between its parentheses, and here {'is' if found == 1 else 'are'} {found}",
        span,
        f"Put a comma between them: {like}." if found < least else f"Leave out what is too much: {like}.",
    )
