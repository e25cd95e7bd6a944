"""Which words of a told text are in italics: those between stars, as in `*Emma*`. page/italics.js is the same in JavaScript.

One promise: whatever is no pair of stars stands as it was written. Every form in which a story is told asks here.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from unmask.telling.marks import GAP

# Signs of scripts that are written without spaces between words: Chinese and Japanese.
UNSPACED = "\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff"
_FIRST_UNSPACED = UNSPACED[0]
_STARS = re.compile(r"(\\*)(\*+)")
_AROUND_NOTHING = re.compile(r"(?<![*\\])\*[ ]*\0[ \0]*\*(?!\*)")


class Stretch(NamedTuple):
    """Some of a text, and whether it is in italics. No marks are in it."""

    text: str
    italic: bool


class _Star(NamedTuple):
    """A star that may be a mark: which piece of the text it is, and whether it may open or close."""

    piece: int
    opens: bool
    closes: bool


def stretches(text: str) -> tuple[Stretch, ...]:
    """The text in stretches, upright and italic in turns; a backslash before a star that is only a star is gone."""
    if "*" not in text:
        return (Stretch(text, False),) if text else ()
    pieces, stars = _pieces(text)
    marks = _pairs(stars)
    found: list[Stretch] = []
    italic = False
    for number, piece in enumerate(pieces):
        if number in marks:
            italic = not italic
        elif found and found[-1].italic == italic:
            found[-1] = Stretch(found[-1].text + piece, italic)
        elif piece:
            found.append(Stretch(piece, italic))
    return tuple(found)


def plain(text: str) -> str:
    """The text without marks, for where there can be no italics."""
    return "".join(stretch.text for stretch in stretches(text))


def typed(text: str) -> str:
    """The text as typewriters have it: `_Emma_`."""
    return "".join(f"_{stretch.text}_" if stretch.italic else stretch.text for stretch in stretches(text))


def closed_up(text: str) -> str:
    """A text in which nothing between two stars was left to say (a gap): they are part of the gap."""
    return _AROUND_NOTHING.sub(GAP, text)


def _pieces(text: str) -> tuple[list[str], list[_Star]]:
    """The text cut at every star that may be a mark, each of them a piece of its own."""
    pieces, stars, at = [""], list[_Star](), 0
    for found in _STARS.finditer(text):
        backslashes, several = found[1], found[2]
        pieces[-1] += text[at : found.start()] + "\\" * (len(backslashes) // 2)
        if len(backslashes) % 2:  # the first is only a star
            pieces[-1] += "*"
            several = several[1:]
        if len(several) == 1:
            before, after = text[found.end() - 2 : found.end() - 1] if found.end() > 1 else "", text[found.end() : found.end() + 1]
            stars.append(_Star(len(pieces), _is_edge(before) and _is_inside(after), _is_inside(before) and _is_edge(after)))
            pieces += ["*", ""]
        else:
            pieces[-1] += several
        at = found.end()
    pieces[-1] += text[at:]
    return pieces, stars


def _is_inside(sign: str) -> bool:
    """Whether italics may begin or end with a sign: with any but a blank."""
    return sign != "" and not sign.isspace()


def _is_edge(sign: str) -> bool:
    """Whether a star may stand beside a sign on its outer side: no letter, accent or digit of a script that has spaces between words."""
    return sign == "" or unicodedata.category(sign)[0] not in "LMN" or is_unspaced(sign)


def is_unspaced(text: str) -> bool:
    """Whether there is a sign of such a script in a text. Few have one, and the pattern takes long to compile."""
    return max(text, default="") >= _FIRST_UNSPACED and re.search(f"[{UNSPACED}]", text) is not None


def _pairs(stars: list[_Star]) -> frozenset[int]:
    """The pieces that are marks: each star that closes, with the last before it that opens."""

    def found() -> Iterator[int]:
        opened: int | None = None
        for star in stars:
            if star.closes and opened is not None:
                yield from (opened, star.piece)
                opened = None
            elif star.opens:
                opened = star.piece

    return frozenset(found())
