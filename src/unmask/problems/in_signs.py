"""What is told of signs: quotation marks, what a word processor made of plain ones, and what nobody can see."""

import unicodedata

from unmask.problems.place import Span
from unmask.problems.problem import Fix, Problem


def open_quote(span: Span) -> Problem:
    return Problem(
        "open-quote",
        "This quotation mark is never closed",
        span,
        'Words between quotes start and end with `"` on the same line. A quotation mark inside them is written `\\"`.',
    )


def curly_quote(span: Span, sign: str, plain: str, whole: str = "") -> Problem:
    title = f"`{sign}` is a printer's quotation mark" if sign != "'" else "Words stand between two `\"` here, not between two `'`"
    return Problem(
        "curly-quote",
        title,
        span._replace(end=span.start + 1) if sign != "'" else span,
        f"Outside prose the language knows the plain `{plain}` alone, and a word processor likes to change it. In prose write "
        "whichever you like. `unmask fmt` mends the whole file.",
        fix=Fix(span, whole or plain, f"write `{whole or plain}`"),
    )


def pasted_sign(span: Span, written: str, plain: str, whole: str = "") -> Problem:
    """A printed sign stands for a plain one; `whole` is what stands at the span once it is mended."""
    return Problem(
        "pasted-sign",
        f"`{written}` is written `{plain}` here",
        span,
        "A word processor or another keyboard made it look nicer. In prose every sign may stand; outside it the language knows "
        "the plain one alone. `unmask fmt` mends the whole file.",
        fix=Fix(span, whole or plain, f"write `{(whole or plain).strip()}`"),
    )


def unseen_sign(span: Span, sign: str, whole: str) -> Problem:
    return Problem(
        "pasted-sign",
        f"There is {sign_in_words(sign)} in `{whole}`",
        span,
        "Nobody can see it, and with it this would be another name than the one that looks the same. It usually comes along when text "
        "is copied from another program. `unmask fmt` mends the whole file.",
        fix=Fix(span, whole, f"write `{whole}` without it"),
    )


# Letters by their category, and nothing to the eye.
_BLANK = "\u034f\u115f\u1160\u2800\u3164\uffa0\ufe0f"


def sign_in_words(sign: str) -> str:
    """A sign as it can be shown: between backquotes, or by name where it prints as nothing."""
    if sign.isprintable() and not sign.isspace() and sign not in _BLANK and not unicodedata.combining(sign):
        return f"`{sign}`"
    name = unicodedata.name(sign, "character").lower()
    return f"an invisible {name} (U+{ord(sign):04X})"


def written_otherwise(span: Span, written: str, meant: str, whole: str = "") -> Problem:
    """What another language or plain English writes, and the one thing that it can mean here."""
    return Problem(
        "written-otherwise",
        f"`{written}` is written `{meant}` here",
        span,
        "It is clear what is meant, and the line was read so. `unmask fmt` mends the whole file.",
        fix=Fix(span, whole or meant, f"write `{(whole or meant).strip()}`"),
    )


def strange_sign(span: Span, sign: str) -> Problem:
    words = sign_in_words(sign)
    return Problem(
        "strange-sign",
        f"{words[:1].upper()}{words[1:]} means nothing here",
        span,
        "Names are words; values are compared with `is`, `<`, `>` and `=`. Something to be told starts with `>`, and there every "
        "sign may stand.",
    )
