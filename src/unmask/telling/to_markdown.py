"""A telling to Markdown: every paragraph a line, nothing in it read as markup but its italics."""

import re

from unmask.telling.italics import stretches
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
    blocks += [f"> {_prose(note)}" for note in cover.notes]
    for number, section in enumerate(telling.sections):
        if number:
            blocks.append(BREAK)
        blocks += [_prose(paragraph) for paragraph in section]
    if telling.ending:
        blocks.append(f"**{_prose(telling.ending)}**")
    blocks += [f"> {_prose(word)}" for word in cover.afterwords]
    return "\n\n".join(blocks) + "\n"


def _prose(text: str) -> str:
    """Words of the story: italics are Markdown's, every other sign is literal."""
    if "*" not in text:
        return _plain(text)
    parts = (f"*{_literal(stretch.text)}*" if stretch.italic else _literal(stretch.text) for stretch in stretches(text))
    return _begun("".join(parts))


def _plain(text: str) -> str:
    """The text with every sign that Markdown would take for its own made literal."""
    return _begun(_literal(text))


def _literal(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)


def _begun(line: str) -> str:
    """A line that begins no list and no heading."""
    line = _NUMBERED.sub(r"\1\\\2", line)
    return f"\\{line}" if line.startswith(("-", "+", "=")) else line
