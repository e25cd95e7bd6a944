"""A told run as a page: a book to look at, and nothing that anybody could run, load or follow by it."""

import base64
import hashlib
import re

import pytest

from tests.app.commands import STORY
from tests.export import hostile
from tests.export.reading import Page, book
from unmask.export.book import in_series
from unmask.export.to_book_html import POLICY, contents, to_book_html

ALLOWED = {
    "a": {"href", "rel"},
    "article": {"class"},
    "bdi": {"lang"},
    "body": set(),
    "code": {"lang", "dir"},
    "dd": set(),
    "details": set(),
    "div": set(),
    "dl": {"class", "lang", "dir"},
    "dt": {"lang", "dir"},
    "h1": set(),
    "h2": {"id", "lang", "dir"},
    "head": set(),
    "header": {"class"},
    "hr": set(),
    "html": {"lang", "dir"},
    "li": set(),
    "link": {"href", "rel"},
    "main": set(),
    "meta": {"charset", "content", "http-equiv", "name"},
    "nav": {"aria-label", "class", "dir", "lang"},
    "ol": {"class"},
    "p": {"class", "lang", "dir"},
    "pre": {"lang", "dir"},
    "span": set(),
    "section": {"aria-labelledby", "class", "id", "role"},
    "style": set(),
    "summary": {"lang", "dir"},
    "title": set(),
    "ul": set(),
}
LETTER = """\
title "Letters"
summary "Two rooms and a wall."
note "Short."
language "LANGUAGE"
told from Ada's side

person Ada (she)

scene one
  once
  > A letter comes.
  -> end

scene two
  once
  > It is read, and put away.
  -> end
"""


def test_nothing_that_a_story_says_becomes_an_element_or_an_attribute() -> None:
    for told in (
        book(hostile.STORY),
        book(hostile.STORY, remembered="Ada"),
        in_series([book(hostile.STORY)] * 2, ".html", "index.html")[0][1],
    ):
        page = Page(to_book_html(told))
        strange = [(name, more) for name, more in page.elements if name not in ALLOWED or not more.keys() <= ALLOWED[name]]
        assert strange == []
        assert (page.odd, page.unclosed) == ([], [])


def test_every_address_in_a_page_is_a_file_beside_it() -> None:
    [(_, told), _] = in_series([book(hostile.STORY)] * 2, ".html", "index.html")
    page = Page(to_book_html(told))
    addresses = [link["href"] for link in (*page.all("a"), *page.all("link"))]
    assert addresses
    assert all(re.fullmatch(r"[a-z0-9-]+\.html", address) for address in addresses)


def test_what_a_story_says_is_there_to_read_as_it_was_said() -> None:
    page = Page(to_book_html(book(hostile.STORY)))
    said = " ".join(hostile.ALL.split())
    # Title in the head and on the page, author, summary, note, prose before and after, ending, afterword, warning, rating, colophon.
    assert page.text.count(said) >= 12


def test_the_list_of_a_series_has_no_words_for_markup_either() -> None:
    placed = in_series([book(hostile.STORY), book(hostile.STORY, 1)], ".html", "index.html")
    page = Page(contents("".join(hostile.PAYLOADS), placed))
    assert {element.name for element in page.elements} <= ALLOWED.keys()
    assert [link["href"] for link in page.all("a")] == [file for file, _ in placed]
    assert (page.odd, page.unclosed) == ([], [])


def test_the_policy_lets_in_the_style_sheet_and_nothing_else() -> None:
    text = to_book_html(book(STORY))
    style = re.search("<style>(.*?)</style>", text, re.DOTALL)
    assert style
    policy = next(meta["content"] for meta in Page(text).all("meta") if meta.get("http-equiv") == "Content-Security-Policy")
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_a_page_asks_for_nothing_from_anywhere() -> None:
    page = to_book_html(book(STORY)).replace(POLICY.replace("'", "&#x27;"), "")  # its sum may hold any signs
    assert "sha256" not in page
    assert re.findall(r"//|url\(|@import|@font-face|\bsrc=", page) == []


def test_a_page_has_the_whole_telling_in_its_order() -> None:
    told = book(STORY)
    text, at = Page(to_book_html(told)).text, 0
    for paragraph in (*(paragraph for section in told.telling.sections for paragraph in section), told.telling.ending):
        at = text.index(paragraph, at)


@pytest.mark.parametrize(
    ("language", "lang", "way"),
    [("de", "de", "ltr"), ("ar", "ar", "rtl"), ("he-IL", "he-IL", "rtl"), ("az-Arab", "az-Arab", "rtl"), ("Elvish", "und", "auto")],
)
def test_a_page_is_set_as_its_language_is_written(language: str, lang: str, way: str) -> None:
    page = Page(to_book_html(book(LETTER.replace("LANGUAGE", language))))
    assert page.all("html") == [{"lang": lang, "dir": way}]
    assert {"lang": "en", "dir": "ltr", "class": "side"} in page.all("p"), "our own words are English in every book"


def test_words_of_ours_are_not_marked_where_the_story_is_english_too() -> None:
    page = Page(to_book_html(book(LETTER.replace("LANGUAGE", "en-GB"))))
    assert {"class": "side"} in page.all("p")


def test_the_colophon_says_how_to_tell_it_again() -> None:
    text = Page(to_book_html(book(STORY, 3, side="Bo"))).text
    assert "unmask tell told.story --seed 7 --run 3 --side Bo" in text
    assert book(STORY).fingerprint in text
    assert "unmask tell told.story --seed 7 --run 0 --as-remembered-by Ada" in Page(to_book_html(book(STORY, remembered="Ada"))).text


def test_the_tape_in_the_page_tells_the_run_again() -> None:
    from unmask.pipeline import world_from
    from unmask.problems.place import Source

    text = to_book_html(book(STORY, 2))
    tape = re.search("<pre[^>]*>(.*?)</pre>", text, re.DOTALL)
    assert tape
    world = world_from(Source("told.story", STORY))
    assert world.replay(Page(tape[1]).words[0]).events == world.run(7, 2).events


def test_scenes_stand_apart() -> None:
    page = Page(to_book_html(book(LETTER.replace("LANGUAGE", "en"))))
    scenes = [more["id"] for more in page.all("section") if more["class"] == "scene"]
    assert scenes == ["scene-1", "scene-2"]
    assert len(page.all("hr")) == 1


def test_an_option_of_the_command_stays_on_one_line() -> None:
    page = to_book_html(book(STORY, 3))
    assert "unmask tell told.story <span>--seed 7</span> <span>--run 3</span> <span>--side Ada</span></code>" in page
