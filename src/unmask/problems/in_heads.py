"""What is wrong with the head of a line that declares: the name of somebody and how they are spoken of, levels, a bond."""

from unmask.problems.place import Span
from unmask.problems.problem import Fix, Problem


def strange_pronouns(span: Span, found: str, meant: str = "") -> Problem:
    return Problem(
        "strange-pronouns",
        f"I do not know how to speak of somebody as `{found}`",
        span,
        "Write `he`, `she`, `they` or `it`, or all five forms: `xe/xem/xyr/xyrs/xemself`; with `/are` behind them where verbs go as with "
        "*they*.",
        fix=Fix(span, meant, f"write `{meant}`") if meant else None,
    )


def several_pronouns(span: Span, found: str, first: str) -> Problem:
    return Problem(
        "strange-pronouns",
        f"A telling speaks of somebody in one way, and `{found}` are two",
        span,
        "Choose the one that the telling is to use. In prose you may still write the other yourself.",
        fix=Fix(span, first, f"write `{first}`"),
    )


def no_pronouns(span: Span, written: str, fits: bool) -> Problem:
    """`fits` says whether the rest of the line may stand behind pronouns."""
    return Problem(
        "strange-pronouns",
        "How is this person spoken of?",
        span,
        "Behind the name stands `(he)`, `(she)`, `(they)` or `(it)`, so that prose can say `{NAME.they look}`. Until then it is `they`.",
        fix=Fix(span, f"{written} (they)", f"write `{written} (they)`") if fits else None,
    )


def bare_pronouns(span: Span, word: str) -> Problem:
    return Problem(
        "strange-pronouns",
        f"Pronouns stand between parentheses: `({word})`",
        span,
        f"Write them right behind the name, as in `person NAME ({word})`.",
        fix=Fix(span, f" ({word})", f"write `({word})`"),
    )


def stop_in_name(span: Span, written: str, name: str) -> Problem:
    return Problem(
        "cannot-read-on",
        f"`{written}` has a full stop, and no name can",
        span,
        f"A full stop stands between a person and what they feel. Let the file call them `{name}`, here and everywhere else, and say here, "
        "behind it, what the telling calls them. `unmask fmt` mends the whole file.",
        fix=Fix(span, f'{name} "{written}"', f'write `{name} "{written}"`'),
    )


def scale_inside(span: Span, scale: str, line: str) -> Problem:
    """Of `feels shame: low < high`; `scale` and `line` are the two lines to write."""
    return Problem(
        "cannot-read-on",
        "Levels stand in a line of their own, as a scale",
        span,
        f"So several feelings can be measured by the same. Write `{scale}` at the top of the story, and `{line}` here.",
    )


def which_way(span: Span, sign: str, one: str, other: str, carried: str) -> Problem:
    """Of `bond A - B`: `carried` is what stands behind it."""
    return Problem(
        "cannot-read-on",
        f"`{sign}` does not say which way a bond goes",
        span,
        f"What {one} feels is seen by {other}: `bond {one} to {other} carries {carried}`. What each of them feels is seen by the other: "
        f"`bond {one}, {other} carries {carried}`.",
    )
