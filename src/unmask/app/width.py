"""Decides how many columns printed text may take, and breaks lines so that they fit.

One promise: where a program reads, lines stay whole; and a command is never broken, since it is there to be copied.
"""

import os
import re
import sys
from collections.abc import Iterable
from unicodedata import category, east_asian_width

import click

WIDEST = 110
"""No wider than can be read."""
PROSE = 80
NARROWEST = 20
_COMMAND = re.compile(r"(?:unmask [a-z]+ |\S*python\S* -m pip |uv pip )\S")
_COLOUR = re.compile(r"\x1b[0-9a-f]*\[[0-9;]*m")
_BETWEEN = re.compile(r"(?<=\S) +")


def columns() -> int | None:
    """How many columns there are for tables and lists: those of the terminal, or what COLUMNS says; None where a program reads."""
    if not _is_read_by_somebody():
        return None
    return max(min(terminal_columns(), WIDEST), NARROWEST)


def terminal_columns() -> int:
    """How many columns the terminal has, or COLUMNS says; 80 where there is neither."""
    return _terminal().columns


def rows() -> int:
    """How many lines the terminal has."""
    return _terminal().lines


def prose_columns() -> int:
    """How many columns prose has: 80, or fewer where there are fewer."""
    return min(columns() or PROSE, PROSE)


def _terminal() -> os.terminal_size:
    import shutil

    return shutil.get_terminal_size((PROSE, 24))


def _is_read_by_somebody() -> bool:
    said = os.environ.get("COLUMNS", "")
    return (said.isdecimal() and int(said) > 0) or (sys.stdout is not None and sys.stdout.isatty())


def say(text: str) -> None:
    """Print text for somebody to read, in as many columns as there are."""
    click.echo(fitted(text, columns()), nl=False)


def say_page(text: str) -> None:
    """The same for Markdown, whose paragraphs are filled anew where there is somebody to read them, but for what stands in fences."""
    room = columns()
    if room is None:
        click.echo(text, nl=False)
        return
    parts = re.split(r"(^```.*?^```$)", text, flags=re.MULTILINE | re.DOTALL)
    click.echo("".join(part if part.startswith("```") else _filled(part, min(room, PROSE)) for part in parts), nl=False)


def _filled(text: str, room: int) -> str:
    return "\n\n".join(
        fitted(part if part.lstrip().startswith(("#", "|", "-")) else _in_one_line(part), room) for part in text.split("\n\n")
    )


def _in_one_line(paragraph: str) -> str:
    start, end = ("\n" if paragraph.startswith("\n") else ""), ("\n" if paragraph.endswith("\n") else "")
    return f"{start}{' '.join(paragraph.split())}{end}" if paragraph.strip() else paragraph


def fitted(text: str, room: int | None) -> str:
    """The text with each line that is too wide broken between words, and what is left of it under its start, a little further in."""
    if room is None:
        return text
    return "\n".join(part for line in text.split("\n") for part in _broken(line, room))


def _broken(line: str, room: int) -> list[str]:
    if width(line) <= room:
        return [line]
    if command := _COMMAND.search(line):
        before = line[: command.start()].rstrip("`")
        return [*(_broken(before.rstrip(), room) if before.strip() else []), f"{_margin(line)}{line[len(before) :]}"]
    margin = _margin(line)
    further = f"{margin}  " if len(margin) + 2 < room // 2 else margin
    lines, words = [margin], line.strip()
    for word, gap in _words(words):
        under = lines[-1].strip() == ""
        if not under and width(lines[-1]) + gap + width(word) > room:
            lines.append(further + word)
        else:
            lines[-1] += word if under else " " * gap + word
    return lines


def _words(text: str) -> "list[tuple[str, int]]":
    """Words, each with how many blanks stand before it: columns of a table stay apart on their line."""
    found, at, gap = [], 0, 0
    for blank in _BETWEEN.finditer(text):
        found.append((text[at : blank.start()], gap))
        at, gap = blank.end(), blank.end() - blank.start()
    return [*found, (text[at:], gap)]


def _margin(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


# ── how wide a text is ──


def width(text: str) -> int:
    """How many columns of a terminal a text takes; colour takes none."""
    return sum(_width(sign) for sign in _COLOUR.sub("", text))


def _width(sign: str) -> int:
    if category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(sign) in "WF" else 1


def cut(text: str, columns: int) -> str:
    """The text, with its end left off where it is too wide."""
    if width(text) <= columns:
        return text
    return f"{''.join(_that_fit(text, columns - 1))}…"


def _that_fit(text: str, columns: int) -> Iterable[str]:
    for sign in text:
        columns -= _width(sign)
        if columns < 0:
            return
        yield sign


def padded(text: str, columns: int) -> str:
    """The text, cut or filled to so many columns, the last of them empty."""
    short = cut(text, columns - 1)
    return short + " " * (columns - width(short))
