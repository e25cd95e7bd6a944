"""A told run as a book: one record with what a page, an EPUB and a post have in common.

One promise: whatever a story file says is text in what is made of it. Every sign that means something in HTML or XML is
escaped, and a sign that no XML file may hold is shown as the sign for what cannot be shown.
"""

import re
import unicodedata
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from unmask.telling.italics import plain, stretches
from unmask.telling.sentences import Telling
from unmask.world.language import language_tag
from unmask.world.model import WORLD_SIDE, Cover

OURS = "en"
_NO_SIGNS = "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
_NOT_XML = re.compile(f"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]|[{_NO_SIGNS}]")
_TURNING = re.compile("[\u2028-\u202e\u2066-\u2069]")
"""Signs that a page may have, and that are written by number: whoever reads the file as text is not led astray by them."""
_OPENING = 7
_LONGEST_OPENING = 48
_LONGEST_SLUG = 60


class Neighbour(NamedTuple):
    """The book before or after in a series: its title, and the name of its file."""

    title: str
    file: str


class Place(NamedTuple):
    """Where in a series a book stands: its part, the books beside it, and the page that lists them all, "" where there is none."""

    series: str
    part: int
    previous: Neighbour | None = None
    next: Neighbour | None = None
    contents: str = ""


class Book(NamedTuple):
    """A told run. `title` tells it from others in its series; `story` is the name of the story file, `command` tells it again.

    `tape` has every choice, as text that replays to the same run.
    """

    title: str
    telling: Telling
    story: str
    fingerprint: str
    seed: int
    number: int
    command: str
    tape: str
    place: Place | None = None

    @property
    def cover(self) -> Cover:
        """What the story file says before and behind the story."""
        return self.telling.cover

    @property
    def language(self) -> str:
        """The story's language as a tag, `und` where the file says something else."""
        return language_tag(self.cover.language)

    @property
    def side(self) -> str:
        """Whose telling it is, in words."""
        if self.telling.remembered:
            return f"as {self.telling.side} remembers it"
        return "from the world's side" if self.telling.side == WORLD_SIDE else f"from {self.telling.side}'s side"


def in_series(books: Sequence[Book], ending: str, contents: str) -> list[tuple[str, Book]]:
    """Several books as one series, each with the name of its file: the parts that their covers name, or else in the order given."""
    covers = [book.cover for book in books]
    names = {cover.series for cover in covers}
    parts = [cover.part for cover in covers if cover.part is not None]
    if len(names) == 1 and covers[0].series and len(set(parts)) == len(books):
        series, placed = covers[0].series, sorted(zip(parts, books, strict=True), key=lambda found: found[0])
    else:
        named = covers[0].series if len(names) == 1 and len({book.story for book in books}) > 1 else ""
        series = named or ", ".join(dict.fromkeys(book.title for book in books))
        placed = list(enumerate(books, 1))
    titles = [book.title for book in books]
    told = [book._replace(title=f"{book.title}, run {book.number}") if titles.count(book.title) > 1 else book for _, book in placed]
    width = len(str(len(told)))
    near = [Neighbour(book.title, f"{number:0{width}}-{slug(book.title)}{ending}") for number, book in enumerate(told, 1)]
    round_about = [None, *near, None]
    return [
        (near[at].file, book._replace(place=Place(series, placed[at][0], round_about[at], round_about[at + 2], contents)))
        for at, book in enumerate(told)
    ]


def slug(title: str) -> str:
    """A title as part of a file's name: letters, digits and hyphens of ASCII, which no system and no address takes amiss."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    return "-".join(re.findall("[a-z0-9]+", plain.replace("'", "")))[:_LONGEST_SLUG].strip("-") or "story"


def tidied(cover: Cover) -> Cover:
    """The cover without words that are only spaces: a book that has an author has one with a name."""
    return cover._replace(
        title=cover.title.strip(),
        author=cover.author.strip(),
        series=cover.series.strip(),
        summary=cover.summary.strip(),
        rating=cover.rating.strip(),
        notes=_said(cover.notes),
        afterwords=_said(cover.afterwords),
        warnings=_said(cover.warnings),
        tags=_said(cover.tags),
    )


def _said(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, words)))


def text(words: str) -> str:
    """Words as they may stand in HTML and in XML, between tags and inside an attribute."""
    escaped = escape(_NOT_XML.sub("\ufffd", words), quote=True)
    return _TURNING.sub(lambda sign: f"&#x{ord(sign[0]):x};", escaped)


def prose(words: str) -> str:
    """The same of words that are told, with their italics: markup that is HTML and XHTML at once."""
    return "".join(f"<em>{text(stretch.text)}</em>" if stretch.italic else text(stretch.text) for stretch in stretches(words))


def opening(section: tuple[str, ...]) -> str:
    """The words that a scene opens with, to find it by: scenes have no titles for readers."""
    first = plain(next(iter(section), ""))
    words = " ".join(first.split()[:_OPENING])
    if len(words) > _LONGEST_OPENING:
        words = words[:_LONGEST_OPENING].rstrip()
    cut = words.rstrip(",;:-–— ") if len(words) < len(" ".join(first.split())) else words
    return cut if cut == first or cut.endswith((".", "!", "?", "…")) else f"{cut} …"


def fine_print(cover: Cover) -> list[tuple[str, str]]:
    """What a reader is to know before the first line, each under its name."""
    found = [("Rating", cover.rating), ("Warnings", "; ".join(cover.warnings)), ("Tags", ", ".join(cover.tags))]
    return [(name, words) for name, words in found if words]


def part_of(cover: Cover) -> str:
    """The series that the story file names, with the part that it is."""
    if not cover.series:
        return ""
    return cover.series if cover.part is None else f"{cover.series}, part {cover.part}"
