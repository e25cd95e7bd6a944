"""Where something stands in a story file: the file, and a stretch of one of its lines; and the one form that a text has."""

from typing import NamedTuple
from unicodedata import normalize

from unmask.problems.speech import short

LARGEST_FILE = 8_000_000
"""Characters; a larger file is no story."""


def composed(text: str) -> str:
    """The text with every letter in its one composed form (NFC): an ë typed as e with a mark is the ë that is one letter."""
    if text.isascii():
        return text
    return normalize("NFC", text)


class Span(NamedTuple):
    """A stretch of one line: `line` counts from 1, `start` and `end` count characters from 0, `end` is just past the last."""

    line: int
    start: int
    end: int

    def to(self, other: "Span") -> "Span":
        """From the start of this one to the end of the other, cut short where the other is on a later line."""
        return Span(self.line, self.start, other.end if other.line == self.line else max(self.end, self.start + 1))


NOWHERE = Span(0, 0, 0)


class Source(NamedTuple):
    """A story file as it was read: the name to quote it by, and its text."""

    name: str
    text: str

    def __repr__(self) -> str:
        return short(f"<Source {self.name}: {len(self.text):,} signs>")

    def lines(self) -> list[str]:
        """The text line by line, as an author's editor numbers them."""
        return self.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
