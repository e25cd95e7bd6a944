"""What is common to all books: how a series is made of them, and what they are called."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.app.commands import STORY
from tests.export.reading import Page, book
from unmask.export.book import Book, Neighbour, in_series, opening, slug, text
from unmask.problems.place import Source
from unmask.syntax.parser import parse
from unmask.syntax.to_text import to_text
from unmask.world.fingerprint import fingerprint

COVER = """\
title "Ten Months"
author "A. Villager"
series "The Long Road" part 2
summary "Somebody owes somebody something."
note "Best read in the evening."
afterword "Thank you for staying."
rating "Teen And Up Audiences"
warning "A letter is burned."
tags "slow", "no villains"
language "en"
"""
BARE = STORY.replace('title "The Stairs"\n', "")


def part(number: int, title: str) -> Book:
    """A book that says of which series it is a part."""
    return book(f'title "{title}"\nseries "The Road" part {number}\n{BARE}', name=f"{title}.story")


def test_a_cover_changes_nothing_of_what_a_story_means() -> None:
    bare, covered = (parse(Source("told", text))[0] for text in (BARE, COVER + BARE))
    assert fingerprint(bare) == fingerprint(covered)
    assert book(BARE).telling.sections == book(COVER + BARE).telling.sections


def test_a_cover_stays_as_it_is_when_a_file_is_brought_into_form() -> None:
    text = to_text(parse(Source("told", COVER + BARE))[0])
    assert text.startswith(COVER)
    assert to_text(parse(Source("told", COVER.replace('", "', '" ,"').replace(" part", "  part") + BARE))[0]) == text


def test_parts_of_one_series_stand_in_the_order_of_their_parts() -> None:
    placed = in_series([part(5, "Third"), part(1, "First"), part(4, "Second")], ".epub", "")
    assert [(told.title, told.place.part, told.place.series) for _, told in placed if told.place] == [
        ("First", 1, "The Road"),
        ("Second", 4, "The Road"),
        ("Third", 5, "The Road"),
    ]


def test_books_stand_as_they_were_named_where_their_parts_say_nothing() -> None:
    placed = in_series([part(5, "Third"), part(5, "First")], ".epub", "")
    assert [(told.title, told.place.part, told.place.series) for _, told in placed if told.place] == [
        ("Third", 1, "The Road"),
        ("First", 2, "The Road"),
    ]


def test_runs_of_one_story_are_a_series_of_its_title_and_bear_their_numbers() -> None:
    placed = in_series([book(STORY, number) for number in (7, 1)], ".html", "index.html")
    assert [(file, told.title) for file, told in placed] == [
        ("1-the-stairs-run-7.html", "The Stairs, run 7"),
        ("2-the-stairs-run-1.html", "The Stairs, run 1"),
    ]
    assert {told.place.series for _, told in placed if told.place} == {"The Stairs"}


def test_stories_without_a_series_are_one_of_their_titles() -> None:
    placed = in_series([book(STORY), book('title "The Cellar"\n' + BARE, name="cellar.story")], ".html", "")
    assert [told.place.series for _, told in placed if told.place] == ["The Stairs, The Cellar"] * 2


def test_each_book_knows_the_one_before_and_the_one_after() -> None:
    places = [told.place for _, told in in_series([part(number, f"Part {number}") for number in range(1, 11)], ".html", "index.html")]
    assert places[0] is not None
    assert (places[0].previous, places[0].next) == (None, Neighbour("Part 2", "02-part-2.html"))
    assert places[9] is not None
    assert (places[9].previous, places[9].next) == (Neighbour("Part 9", "09-part-9.html"), None)


@pytest.mark.parametrize(
    ("title", "name"),
    [("The Helmet", "the-helmet"), ("Nan's Ä Café", "nans-a-cafe"), ("<i>/../..", "i"), ("丘", "story"), ("a" * 90, "a" * 60)],
)
def test_a_title_makes_a_name_that_any_system_takes(title: str, name: str) -> None:
    assert slug(title) == name


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("He waits.", "He waits."),
        ("He waits and waits, until the lamp goes out.", "He waits and waits, until the lamp …"),
        ("One, two, three, four, five, six, seven, eight.", "One, two, three, four, five, six, seven …"),
        ("これはとても長い文です。" * 9, ("これはとても長い文です。" * 9)[:48] + " …"),
        ("", ""),
    ],
)
def test_a_scene_is_found_by_the_words_it_opens_with(paragraph: str, found: str) -> None:
    assert opening((paragraph,)) == found


@settings(derandomize=True, deadline=None, max_examples=400)
@given(
    st.text(st.characters() | st.sampled_from("<>&\"'\x00\x0b\x1f\x7f\x85\ud800\udfff\ufdd0\ufffe\uffff\U0001fffe\U0010ffff"), max_size=30)
)
def test_whatever_is_said_is_one_text_in_html_and_in_xml(words: str) -> None:
    shown = text(words)
    assert ElementTree.fromstring(f'<p a="{shown}">{shown}</p>').text == (re.sub("\r\n?", "\n", _seen(words)) or None)
    page = Page(f'<p title="{shown}">{shown}</p>')
    assert [element.name for element in page.elements] == ["p"]
    assert page.elements[0].attributes == {"title": _seen(words)}
    assert shown.encode("utf-8").decode("utf-8") == shown


def _seen(words: str) -> str:
    """Words with the sign for what cannot be shown where XML, or good sense, allows none."""
    odd = {sign for sign in words if ord(sign) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(sign) <= 0xFDEF or 0xD800 <= ord(sign) <= 0xDFFF}
    odd |= {sign for sign in words if (ord(sign) < 32 and sign not in "\t\n\r") or (127 <= ord(sign) < 160 and sign != "\x85")}
    return "".join("\ufffd" if sign in odd else sign for sign in words)
