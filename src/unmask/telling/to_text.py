"""A telling to plain text, for a terminal or a letter."""

import re
import textwrap
import unicodedata

from unmask.telling.sentences import Telling
from unmask.world.model import WORLD_SIDE

WIDTH = 80
BREAK = "* * *"
_SIGN = "\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff"
_WIDE = re.compile(f"[{_SIGN}]")
_PIECES = re.compile(rf"\s+|[（「『“]*[{_SIGN}][，。！？、；：」』）”…]*|[^\s{_SIGN}]+")


def to_text(telling: Telling, width: int = WIDTH) -> str:
    """The telling as text, its paragraphs wrapped at `width` columns."""
    cover = telling.cover
    blocks = [_wrapped(cover.title.upper(), width)] if cover.title else []
    if line := byline(telling):
        blocks.append(_wrapped(line, width))
    blocks += [_wrapped(line, width) for line in (fine_print(telling), *cover.notes) if line]
    for number, section in enumerate(telling.sections):
        if number:
            blocks.append(_centred(BREAK, width))
        blocks += [_wrapped(paragraph, width) for paragraph in section]
    if telling.ending:
        blocks.append(_centred(telling.ending, width))
    blocks += [_wrapped(word, width) for word in cover.afterwords]
    return "\n\n".join(blocks) + "\n"


def byline(telling: Telling) -> str:
    """Who wrote it, of what it is a part, and from whose side it is told."""
    cover = telling.cover
    parts = [f"by {cover.author}"] if cover.author else []
    if cover.series:
        parts.append(f"{cover.series}, part {cover.part}" if cover.part is not None else cover.series)
    if telling.remembered:
        parts.append(f"as {telling.side} remembers it")
    elif telling.side != WORLD_SIDE:
        parts.append(f"from {telling.side}'s side")
    return " · ".join(parts)


def fine_print(telling: Telling) -> str:
    """What a reader is to know before the first line: rating, warnings, tags."""
    cover = telling.cover
    parts = [f"rated {cover.rating}"] if cover.rating else []
    parts += [f"warnings: {'; '.join(cover.warnings)}"] if cover.warnings else []
    parts += [f"tags: {', '.join(cover.tags)}"] if cover.tags else []
    return " · ".join(parts)


def _wrapped(paragraph: str, width: int) -> str:
    """The paragraph in lines of at most so many columns. Scripts without spaces between words break anywhere but before a stop."""
    if not _WIDE.search(paragraph):
        return textwrap.fill(paragraph, width, break_long_words=False, break_on_hyphens=False)
    lines, used = [""], 0
    for piece in _PIECES.findall(paragraph):
        columns = _columns(piece)
        if used + columns > width and lines[-1] and not piece.isspace():
            lines.append("")
            used = 0
        lines[-1] += piece
        used += columns
    return "\n".join(line.strip() for line in lines)


def _centred(text: str, width: int) -> str:
    return _wrapped(text, width) if _columns(text) >= width else " " * ((width - _columns(text)) // 2) + text


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes: signs of Chinese, Japanese and Korean take two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
