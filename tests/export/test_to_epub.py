"""A told run as an EPUB: by the rules, the same bytes for the same run, and a shelf knows where it belongs."""

import re
import zipfile
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from uuid import UUID
from xml.etree import ElementTree

import pytest

from tests.app.commands import STORY
from tests.export import hostile
from tests.export.epubcheck import complaints
from tests.export.reading import book, entries
from unmask.app.files import read_bundled
from unmask.export.book import Book, in_series, tidied
from unmask.export.to_epub import identifier, to_epub

HELMET = read_bundled("helmet").text
HEBREW = 'title "שתי קופסאות"\nlanguage "he"\nauthor " "\n\nperson Ada "עדה" (she)\n\nscene one\n  once\n  > {Ada} שותקת.\n  -> end\n'
NAMELESS = 'language "the old tongue"\n\nperson Ada (she)\n\nscene one\n  once\n  > A letter.\n  -> end\n'
XML = "{http://www.w3.org/XML/1998/namespace}"


def _package(told: Book) -> str:
    return entries(to_epub(told))["EPUB/book.opf"]


def test_epubcheck_has_nothing_to_say_against_any_sort_of_book(tmp_path: Path) -> None:
    in_the_middle = in_series([book(HELMET, number) for number in range(3)], ".epub", "")[1][1]
    books = {
        "series": to_epub(in_the_middle),
        "hostile": to_epub(book(f'language "he"\n{hostile.STORY}', remembered="Ada"), "2026-02-28T23:59:59Z"),
        "nameless": to_epub(book(NAMELESS)).replace(b"<h1>", b"<h0>").replace(b"</h1>", b"</h0>"),
    }
    for name, data in books.items():
        (tmp_path / f"{name}.epub").write_bytes(data)
    with ThreadPoolExecutor(2) as pool:
        said = dict(zip(books, pool.map(lambda name: complaints(tmp_path / f"{name}.epub"), books), strict=True))
    of_the_broken_one = said.pop("nameless")
    assert said == {"series": [], "hostile": []}
    assert of_the_broken_one, "a judge that never finds anything is none"
    assert [complaint for complaint in of_the_broken_one if "h0" not in complaint and "CRC" not in complaint] == []


def test_the_same_run_makes_the_same_bytes() -> None:
    assert to_epub(book(HELMET, 4)) == to_epub(book(HELMET, 4))


def test_the_first_entry_says_what_the_file_is_and_nothing_is_compressed() -> None:
    data = to_epub(book(STORY))
    assert data[30:58] == b"mimetypeapplication/epub+zip"
    with zipfile.ZipFile(BytesIO(data)) as archive:
        found = archive.infolist()
    assert [entry.filename for entry in found] == ["mimetype", *sorted(entry.filename for entry in found[1:])]
    assert {(entry.compress_type, entry.create_system, entry.extra, entry.date_time) for entry in found} == {
        (zipfile.ZIP_STORED, 3, b"", (2000, 1, 1, 0, 0, 0))
    }


@pytest.mark.parametrize(
    ("modified", "in_the_archive"),
    [
        ("1970-01-01T00:00:00Z", (1980, 1, 1, 0, 0, 0)),
        ("2024-02-29T12:34:56Z", (2024, 2, 29, 12, 34, 56)),
        ("9999-12-31T23:59:59Z", (2107, 12, 31, 23, 59, 58)),
    ],
)
def test_a_time_of_change_is_kept_as_far_as_an_archive_can(modified: str, in_the_archive: tuple[int, ...]) -> None:
    data = to_epub(book(STORY), modified)
    assert f'<meta property="dcterms:modified">{modified}</meta>' in entries(data)["EPUB/book.opf"]
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {in_the_archive}


def test_another_run_side_memory_or_meaning_is_another_book() -> None:
    same = book(STORY)
    others = [
        book(STORY, 1),
        book(STORY, side="Bo"),
        book(STORY, remembered="Ada"),
        book(STORY.replace("day > 0", "day > 1")),
    ]
    found = [identifier(told) for told in (same, *others)]
    assert len(set(found)) == len(found)
    assert identifier(book(STORY.replace("Ada knocks.", "Ada raps."))) == identifier(same)
    assert identifier(book(f'author "Somebody"\n{STORY}')) == identifier(same)


def test_an_identifier_is_a_name_based_uuid() -> None:
    found = UUID(identifier(book(STORY)).removeprefix("urn:"))
    assert (found.version, found.variant) == (5, "specified in RFC 4122")
    assert f'<dc:identifier id="id">{identifier(book(STORY))}</dc:identifier>' in _package(book(STORY))


def test_every_document_is_well_formed_and_holds_no_words_as_markup() -> None:
    allowed = {"a", "bdi", "body", "code", "dd", "div", "dl", "dt", "h1", "h2", "head", "header", "hr", "html"}
    allowed |= {"li", "link", "nav", "ol", "p", "section", "span", "title"}
    for name, words in entries(to_epub(book(hostile.STORY))).items():
        if name.endswith((".xhtml", ".opf", ".xml")):
            tree = ElementTree.fromstring(words)
            if name.endswith(".xhtml"):
                assert {element.tag.removeprefix("{http://www.w3.org/1999/xhtml}") for element in tree.iter()} <= allowed
                assert not [key for element in tree.iter() for key in element.attrib if key.startswith("on")]
                assert {address for element in tree.iter() if (address := element.get("href"))} <= _files(book(hostile.STORY))


def _files(told: Book) -> set[str]:
    names = {name.removeprefix("EPUB/") for name in entries(to_epub(told))}
    return names | {f"story.xhtml#scene-{number}" for number, _ in enumerate(told.telling.sections, 1)}


def test_signs_that_no_xml_may_hold_are_shown_as_such() -> None:
    told = book(STORY)
    told = told._replace(title="a\x00b\x1b\ud800\uffff\U0001ffffc")
    words = entries(to_epub(told))["EPUB/title.xhtml"]
    assert "<h1>a\ufffdb\ufffd\ufffd\ufffd\ufffdc</h1>" in words
    ElementTree.fromstring(words)


def test_the_contents_lead_to_every_scene_by_its_first_words() -> None:
    told = book(HELMET)
    found = re.findall(r'<a href="story\.xhtml#(scene-\d+)">([^<]+) …</a>', entries(to_epub(told))["EPUB/nav.xhtml"])
    assert [at for at, _ in found] == [f"scene-{number}" for number in range(1, len(told.telling.sections) + 1)]
    for (_, words), section in zip(found, told.telling.sections, strict=True):
        assert section[0].startswith(words.replace("&#x27;", "'"))


def test_the_cover_is_in_the_metadata() -> None:
    told = book(HELMET)._replace(title="Helm & Sword")
    package = _package(told._replace(telling=told.telling._replace(cover=told.cover._replace(author="A <b>"))))
    for line in (
        '<dc:title id="of-title" xml:lang="en">Helm &amp; Sword</dc:title>',
        '<dc:creator id="of-author" xml:lang="en">A &lt;b&gt;</dc:creator>',
        "<dc:language>en</dc:language>",
        '<dc:subject xml:lang="en">apologies</dc:subject>',
        f'<dc:description xml:lang="en">{told.cover.summary}</dc:description>',
        '<meta property="schema:accessMode">textual</meta>',
        '<meta property="schema:accessibilityHazard">none</meta>',
    ):
        assert line in package


def test_a_shelf_finds_the_series_of_the_cover_and_the_one_that_was_asked_for() -> None:
    alone = re.findall(r'id="series-1" property="belongs-to-collection"[^>]*>([^<]*)<|"group-position">(\d+)<', _package(book(HELMET)))
    assert alone == [("For What Is Light Without Darkness", ""), ("", "4")]
    placed = in_series([book(HELMET, number) for number in (5, 6)], ".epub", "")
    collections = re.findall(r'"belongs-to-collection"[^>]*>([^<]*)<|"group-position">(\d+)<', _package(placed[1][1]))
    assert collections == [("The Helmet", ""), ("", "2"), ("For What Is Light Without Darkness", ""), ("", "4")]


def test_a_book_in_a_series_names_the_ones_before_and_after() -> None:
    placed = in_series([book(HELMET, number) for number in (5, 6, 7)], ".epub", "")
    first, middle, last = (entries(to_epub(told))["EPUB/colophon.xhtml"] for _, told in placed)
    assert ("Before this" in first, "After this: The Helmet, run 6" in first) == (False, True)
    assert ("Before this: The Helmet, run 5" in middle, "After this: The Helmet, run 7" in middle) == (True, True)
    assert "After this" not in last


def test_a_hebrew_book_turns_its_leaves_the_other_way() -> None:
    assert '<spine page-progression-direction="rtl">' in _package(book(HEBREW))
    assert ElementTree.fromstring(entries(to_epub(book(HEBREW)))["EPUB/story.xhtml"]).attrib == {
        "lang": "he",
        f"{XML}lang": "he",
        "dir": "rtl",
    }


def test_a_cover_with_nothing_but_spaces_on_it_is_empty() -> None:
    assert "<dc:creator" not in _package(book(HEBREW))
    cover = book(HEBREW).cover._replace(tags=(" ", "two"), title="  ")
    assert (tidied(cover).tags, tidied(cover).title) == (("two",), "")
