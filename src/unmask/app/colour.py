"""Colour for a terminal, by what a stretch of text is."""

from functools import cache
from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

_STYLES = {"title": "bold red", "place": "cyan", "mark": "bold yellow", "note": "green", "code": "dim"}


@cache
def _console() -> "Console":
    from rich.console import Console

    return Console(file=StringIO(), force_terminal=True, highlight=False, markup=False, soft_wrap=True, width=10_000)


def paint(text: str, style: str) -> str:
    """The text in the colour of its style, as a terminal understands it."""
    from rich.text import Text

    console = _console()
    with console.capture() as capture:
        console.print(Text(text, style=_STYLES.get(style, "")), end="")
    found: str = capture.get()
    return found
