"""A telling to plain text, for a terminal or a letter."""

import re
import textwrap
import unicodedata
from collections.abc import Callable, Iterator

from unmask.telling.capitals import all_capitals
from unmask.telling.italics import UNSPACED, Stretch, is_unspaced, plain, stretches, typed
from unmask.telling.sentences import Telling
from unmask.world.model import WORLD_SIDE

WIDTH = 80
BREAK = "* * *"
_PIECES = rf"\s+|[（「『“]*[{UNSPACED}][，。！？、；：」』）”…]*|[^\s{UNSPACED}]+"


Slant = Callable[[str], str]


def to_text(telling: Telling, width: int = WIDTH, slant: Slant | None = None) -> str:
    """The telling as text, its paragraphs wrapped at `width` columns.

    `slant` puts a text without line ends into italics, where there are any; without it they are written `_so_`.
    """
    cover = telling.cover
    blocks = [_wrapped(all_capitals(cover.title, cover.language), width)] if cover.title else []
    if line := byline(telling):
        blocks.append(_wrapped(line, width))
    blocks += [_wrapped(line, width) for line in (fine_print(telling),) if line]
    blocks += [_prose(note, width, slant, _wrapped) for note in cover.notes]
    for number, section in enumerate(telling.sections):
        if number:
            blocks.append(_centred(BREAK, width))
        blocks += [_prose(paragraph, width, slant, _wrapped) for paragraph in section]
    if telling.ending:
        blocks.append(_prose(telling.ending, width, slant, _centred))
    blocks += [_prose(word, width, slant, _wrapped) for word in cover.afterwords]
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


def _prose(text: str, width: int, slant: Slant | None, lay_out: Callable[[str, int], str]) -> str:
    """Words of the story in lines, with their italics."""
    if slant is None or "*" not in text:
        return lay_out(typed(text), width)
    return "\n".join(_slanted(lay_out(plain(text), width).split("\n"), stretches(text), slant))


def _slanted(lines: list[str], text: tuple[Stretch, ...], slant: Slant) -> Iterator[str]:
    """Lines that were laid out without marks, with italics where the text has them: only blanks were changed on the way."""
    italics = (stretch.italic for stretch in text for sign in stretch.text if not sign.isspace())
    for line in lines:
        runs = [Stretch("", False)]
        for sign in line:
            italic = runs[-1].italic if sign.isspace() else next(italics)
            if italic == runs[-1].italic:
                runs[-1] = Stretch(runs[-1].text + sign, italic)
            else:
                runs.append(Stretch(sign, italic))
        yield "".join(_inside(run.text, slant) if run.italic else run.text for run in runs)


def _inside(text: str, slant: Slant) -> str:
    """The text in italics, without the blanks at its end."""
    words = text.rstrip()
    return slant(words) + text[len(words) :]


def _wrapped(paragraph: str, width: int) -> str:
    """The paragraph in lines of at most so many columns. Scripts without spaces between words break anywhere but before a stop."""
    if not is_unspaced(paragraph):
        return textwrap.fill(paragraph, width, break_long_words=False, break_on_hyphens=False)
    lines, used = [""], 0
    for piece in re.findall(_PIECES, paragraph):
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
