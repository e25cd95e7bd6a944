"""Reads pages and books back: their elements, each with its attributes, and their words."""

import zipfile
from functools import cache
from html.parser import HTMLParser
from io import BytesIO
from typing import NamedTuple

from unmask.app.keepsake import Asked, book_of
from unmask.export.book import Book
from unmask.pipeline import World, world_from
from unmask.problems.place import Source

EMPTY = {"br", "hr", "link", "meta"}


class Element(NamedTuple):
    """An element as a browser would see it."""

    name: str
    attributes: dict[str, str]


class Page(HTMLParser):
    """A page as a browser reads it. `unclosed` has the elements that are still open, in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.unclosed: list[str] = []
        self.odd: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))
        if tag not in EMPTY:
            self.unclosed.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self.unclosed or self.unclosed.pop() != tag:
            self.odd.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.odd.append(f"<!--{data}-->")

    def handle_pi(self, data: str) -> None:
        self.odd.append(f"<?{data}>")

    def unknown_decl(self, data: str) -> None:
        self.odd.append(f"<![{data}]>")

    @property
    def text(self) -> str:
        """All its words, with single spaces between them."""
        return " ".join("".join(self.words).split())

    def all(self, name: str) -> list[dict[str, str]]:
        """The attributes of every element of that name."""
        return [element.attributes for element in self.elements if element.name == name]


def book(text: str, number: int = 0, name: str = "told.story", side: str | None = None, remembered: str | None = None) -> Book:
    """A run of a story as a book, as `unmask tell` makes it."""
    asked = Asked((name,), (number,), 7, side, remembered, "html", None)
    return book_of(asked, name, _world(text, name), number)


@cache
def _world(text: str, name: str) -> World:
    return world_from(Source(name, text))


def entries(data: bytes) -> dict[str, str]:
    """The entries of an EPUB by name, in their order."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
