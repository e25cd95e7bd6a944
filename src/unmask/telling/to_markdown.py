"""A telling to Markdown: every paragraph a line, nothing in it read as markup."""

import re

from unmask.telling.sentences import Telling
from unmask.telling.to_text import byline, fine_print

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~&])")
_NUMBERED = re.compile(r"^(\d+)([.)])")
BREAK = r"\* \* \*"


def to_markdown(telling: Telling) -> str:
    """The telling as Markdown, a heading first where the story has a title."""
    cover = telling.cover
    blocks = [f"# {_plain(cover.title)}"] if cover.title else []
    if line := byline(telling):
        blocks.append(f"*{_plain(line)}*")
    if line := fine_print(telling):
        blocks.append(f"*{_plain(line)}*")
    blocks += [f"> {_plain(note)}" for note in cover.notes]
    for number, section in enumerate(telling.sections):
        if number:
            blocks.append(BREAK)
        blocks += [_plain(paragraph) for paragraph in section]
    if telling.ending:
        blocks.append(f"**{_plain(telling.ending)}**")
    blocks += [f"> {_plain(word)}" for word in cover.afterwords]
    return "\n\n".join(blocks) + "\n"


def _plain(text: str) -> str:
    """The text with every sign that Markdown would take for its own made literal."""
    text = _NUMBERED.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", text))
    return f"\\{text}" if text.startswith(("-", "+", "=")) else text
