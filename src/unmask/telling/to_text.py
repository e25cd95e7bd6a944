"""A telling to plain text, for a terminal or a letter."""

import textwrap

from unmask.telling.sentences import Telling
from unmask.world.model import WORLD_SIDE

WIDTH = 80
BREAK = "* * *"


def to_text(telling: Telling, width: int = WIDTH) -> str:
    """The telling as text, its paragraphs wrapped at `width` columns."""
    cover = telling.cover
    blocks = [cover.title.upper()] if cover.title else []
    if line := byline(telling):
        blocks.append(line)
    blocks += [_wrapped(note, width) for note in cover.notes]
    for number, section in enumerate(telling.sections):
        if number:
            blocks.append(BREAK.center(width).rstrip())
        blocks += [_wrapped(paragraph, width) for paragraph in section]
    if telling.ending:
        blocks.append(telling.ending.center(width).rstrip() if len(telling.ending) < width else _wrapped(telling.ending, width))
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


def _wrapped(paragraph: str, width: int) -> str:
    return textwrap.fill(paragraph, width, break_long_words=False, break_on_hyphens=False)
