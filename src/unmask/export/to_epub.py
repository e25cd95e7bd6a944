"""Writes a told run as an EPUB 3.

One promise: the same book makes the same bytes on every machine. Entries stand in a fixed order and carry a fixed time, the
identifier is worked out from what was told, and nothing is compressed: libraries that compress differ in what they make.
"""

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

from unmask.export.book import Book, fine_print, opening, text
from unmask.export.book_styles import EBOOK
from unmask.export.leaves import after_leaf, colophon_leaf, notes_leaf, ours, scene_id, story_leaf, title_leaf
from unmask.telling.italics import plain
from unmask.world.language import direction

MODIFIED = "2000-01-01T00:00:00Z"
MIMETYPE = "application/epub+zip"
# The namespace of our identifiers, in the sense of RFC 9562: one for all told runs.
_NAMESPACE = bytes.fromhex("6f6b2d1be0a45c5b9d3e1a7c40e8f2d6")
_CONTAINER = """\
<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/book.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""


class Leaf(NamedTuple):
    """A document of the book: its file without the ending, its name in the table of contents, and what is on it."""

    file: str
    name: str
    markup: str


def to_epub(book: Book, modified: str = MODIFIED) -> bytes:
    """The book as an EPUB. `modified` is the time of change that it carries: ISO 8601 in UTC, to the second."""
    leaves = list(_leaves(book))
    files = {
        "META-INF/container.xml": _CONTAINER,
        "EPUB/book.opf": _package(book, leaves, modified),
        "EPUB/book.css": EBOOK,
        "EPUB/nav.xhtml": _nav(book, leaves),
        **{f"EPUB/{leaf.file}.xhtml": _document(book, leaf.name, leaf.markup) for leaf in leaves},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, words in (("mimetype", MIMETYPE), *sorted(files.items())):
            entry = zipfile.ZipInfo(name, _zip_time(modified))
            entry.create_system = 3  # what the library puts here differs from system to system
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, words.encode("utf-8"))
    return out.getvalue()


def identifier(book: Book) -> str:
    """A name-based UUID (version 5) of the run's tape, which begins with the world's fingerprint, and of whose telling it is."""
    told = f"{book.tape}\n{book.telling.side}\n{'remembered' if book.telling.remembered else 'told'}"
    digest = bytearray(hashlib.sha1(_NAMESPACE + told.encode("utf-8", "surrogatepass"), usedforsecurity=False).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    found = digest.hex()
    return f"urn:uuid:{found[:8]}-{found[8:12]}-{found[12:16]}-{found[16:20]}-{found[20:]}"


def _zip_time(modified: str) -> tuple[int, int, int, int, int, int]:
    """The time as an entry of an archive has it: it knows the years from 1980 to 2107, and only every other second."""
    year, month, day, hour, minute, second = (int(part) for part in re.findall("[0-9]+", modified)[:6])
    if not 1980 <= year <= 2107:
        return (1980, 1, 1, 0, 0, 0) if year < 1980 else (2107, 12, 31, 23, 59, 58)
    return year, month, day, hour, minute, second


# ── what is in it ────────────────────────────────────────────────────────────────────────────────────────────────────


def _leaves(book: Book) -> Iterator[Leaf]:
    yield Leaf("title", book.title, title_leaf(book))
    if notes := notes_leaf(book):
        yield Leaf("notes", "Before the story", notes)
    yield Leaf("story", "The story", f'<section class="story" id="story">\n{story_leaf(book)}\n</section>')
    if after := after_leaf(book):
        yield Leaf("after", "After the story", after)
    yield Leaf("colophon", "Colophon", colophon_leaf(book, with_tape=False) + _along(book))


def _along(book: Book) -> str:
    """The books before and after: other files, which no book can point to."""
    place = book.place
    found = [(word, other) for word, other in (("Before this", place.previous), ("After this", place.next)) if other] if place else []
    return "".join(f"\n<p{ours(book)}>{word}: {text(other.title)}</p>" for word, other in found)


def _document(book: Book, title: str, markup: str) -> str:
    way = direction(book.language)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f'lang="{book.language}" xml:lang="{book.language}" dir="{way}">\n'
        f'<head>\n<title>{text(title)}</title>\n<link rel="stylesheet" type="text/css" href="book.css"/>\n</head>\n'
        f"<body>\n{markup}\n</body>\n</html>\n"
    )


def _nav(book: Book, leaves: list[Leaf]) -> str:
    """The table of contents: every leaf, and under the story each of its scenes by the words that it opens with."""
    lines = ['<nav epub:type="toc" id="toc">', f"<h2{ours(book)}>Contents</h2>", "<ol>"]
    for leaf in leaves:
        lang = "" if leaf.file == "title" else ours(book)
        scenes = _scenes(book) if leaf.file == "story" else []
        lines += [f'<li><a href="{leaf.file}.xhtml"{lang}>{text(leaf.name)}</a>', *scenes, "</li>"]
    lines += ["</ol>", "</nav>", '<nav epub:type="landmarks" id="landmarks" hidden="hidden">', "<ol>"]
    lines += ['<li><a epub:type="bodymatter" href="story.xhtml">The story</a></li>', "</ol>", "</nav>"]
    return _document(book, "Contents", "\n".join(lines))


def _scenes(book: Book) -> list[str]:
    if len(book.telling.sections) < 2:
        return []
    entries = (
        f'<li><a href="story.xhtml#{scene_id(number)}">{text(opening(section))}</a></li>'
        for number, section in enumerate(book.telling.sections, 1)
    )
    return ["<ol>", *entries, "</ol>"]


# ── what it says of itself ───────────────────────────────────────────────────────────────────────────────────────────


def _package(book: Book, leaves: list[Leaf], modified: str) -> str:
    items = ['<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>']
    items += ['<item id="css" href="book.css" media-type="text/css"/>']
    items += [f'<item id="{leaf.file}" href="{leaf.file}.xhtml" media-type="application/xhtml+xml"/>' for leaf in leaves]
    spine = [f'<itemref idref="{leaf.file}"/>' for leaf in (*leaves[:1], Leaf("nav", "", ""), *leaves[1:])]
    way = direction(book.language)
    progress = f' page-progression-direction="{way}"' if way == "rtl" else ""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">',
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
        *_metadata(book, modified),
        "</metadata>",
        "<manifest>",
        *sorted(items),
        "</manifest>",
        f"<spine{progress}>",
        *spine,
        "</spine>",
        "</package>",
    ]
    return "\n".join(lines) + "\n"


def _metadata(book: Book, modified: str) -> Iterator[str]:
    cover, lang = book.cover, f' xml:lang="{book.language}"'
    yield f'<dc:identifier id="id">{identifier(book)}</dc:identifier>'
    yield f'<dc:title id="of-title"{lang}>{text(book.title)}</dc:title>'
    yield '<meta refines="#of-title" property="title-type">main</meta>'
    yield f"<dc:language>{book.language}</dc:language>"
    if cover.author:
        yield f'<dc:creator id="of-author"{lang}>{text(cover.author)}</dc:creator>'
        yield '<meta refines="#of-author" property="role" scheme="marc:relators">aut</meta>'
    if cover.summary:
        yield f"<dc:description{lang}>{text(plain(cover.summary))}</dc:description>"
    yield from (f"<dc:subject{lang}>{text(tag)}</dc:subject>" for tag in cover.tags)
    yield f"<dc:source>{text(f'{book.story}, world {book.fingerprint}, seed {book.seed}, run {book.number}, told {book.side}')}</dc:source>"
    yield f'<meta property="dcterms:modified">{modified}</meta>'
    yield from _collections(book)
    if warned := [words for name, words in fine_print(cover) if name == "Rating"]:
        yield f'<meta property="schema:contentRating"{lang}>{text(warned[0])}</meta>'
    yield '<meta property="schema:accessMode">textual</meta>'
    yield '<meta property="schema:accessModeSufficient">textual</meta>'
    for feature in ("tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability"):
        yield f'<meta property="schema:accessibilityFeature">{feature}</meta>'
    yield '<meta property="schema:accessibilityHazard">none</meta>'
    about = "Text only, in reading order, with a table of contents that leads to every scene."
    yield f'<meta property="schema:accessibilitySummary">{about}</meta>'


def _collections(book: Book) -> Iterator[str]:
    """The series: the one that was asked for first, since many readers know one only, then that of the story file."""
    found = [(book.place.series, str(book.place.part))] if book.place else []
    if book.cover.series and (not book.place or book.place.series != book.cover.series):
        found.append((book.cover.series, "" if book.cover.part is None else str(book.cover.part)))
    for number, (series, part) in enumerate(found, 1):
        yield f'<meta id="series-{number}" property="belongs-to-collection" xml:lang="{book.language}">{text(series)}</meta>'
        yield f'<meta refines="#series-{number}" property="collection-type">series</meta>'
        if part:
            yield f'<meta refines="#series-{number}" property="group-position">{part}</meta>'
