"""Writes a told run as one HTML file that needs nothing else, neither a network nor a script.

One promise: the page's policy lets in its own style sheet and nothing more, so that words which somehow became markup would
still not run, load or send anything.
"""

import base64
import hashlib
from collections.abc import Sequence

from unmask.export.book import OURS, Book, prose, text
from unmask.export.book_styles import PAGE
from unmask.export.leaves import after_leaf, colophon_leaf, notes_leaf, ours, story_leaf, title_leaf
from unmask.telling.italics import plain
from unmask.world.language import direction

_STYLE = f"\n{PAGE}"
_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"


def to_book_html(book: Book) -> str:
    """The book as a page."""
    leaves = [title_leaf(book), notes_leaf(book), f'<article class="story">\n{story_leaf(book)}\n</article>', after_leaf(book)]
    body = [
        *_along(book, "above"),
        "<main>",
        *(leaf for leaf in leaves if leaf),
        colophon_leaf(book, with_tape=True),
        "</main>",
        *_along(book, "below"),
    ]
    links = [f'<link rel="{rel}" href="{text(file)}">' for rel, file, _ in _ways(book)]
    return _page(book.language, book.title, book.cover.author, book.cover.summary, links, body)


def contents(series: str, books: Sequence[tuple[str, Book]]) -> str:
    """The page of a series: every book, by the name of its file, with its side and what it is about."""
    lines = ['<header class="title-leaf">', f"<h1>{text(series)}</h1>", f'<p class="side">{len(books)} books</p>', "</header>"]
    lines += ['<ol class="books">']
    for file, book in books:
        about = f'<p lang="{book.language}" dir="{direction(book.language)}">{prose(book.cover.summary)}</p>' if book.cover.summary else ""
        link = f'<a href="{text(file)}"><bdi lang="{book.language}">{text(book.title)}</bdi></a>'
        lines.append(f"<li>{link}, <bdi>{text(book.side)}</bdi>{about}</li>")
    lines.append("</ol>")
    return _page(OURS, series, "", "", [], ["<main>", *lines, "</main>"])


def _ways(book: Book) -> list[tuple[str, str, str]]:
    """The ways from here: what they are to this book, the file, and what to call them."""
    place = book.place
    if place is None:
        return []
    found = [("prev", place.previous.file, f"Previous: {place.previous.title}")] if place.previous else []
    found += [("contents", place.contents, "All books")] if place.contents else []
    return found + ([("next", place.next.file, f"Next: {place.next.title}")] if place.next else [])


def _along(book: Book, where: str) -> list[str]:
    ways = [f'<li><a rel="{rel}" href="{text(file)}">{text(words)}</a></li>' for rel, file, words in _ways(book)]
    if not ways:
        return []
    name = "Series" if where == "above" else "Series, at the end"
    return [f'<nav class="along {where}" aria-label="{name}"{ours(book)}>', "<ul>", *ways, "</ul>", "</nav>"]


def _page(language: str, title: str, author: str, summary: str, links: list[str], body: list[str]) -> str:
    about = (("author", author), ("description", plain(summary)))
    said = [f'<meta name="{name}" content="{text(words)}">' for name, words in about if words]
    head = [
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{text(POLICY)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="generator" content="unmask">',
        *said,
        f"<title>{text(title)}</title>",
        *links,
        f"<style>{_STYLE}</style>",
    ]
    root = f'<html lang="{language}" dir="{direction(language)}">'
    return "\n".join(["<!DOCTYPE html>", root, "<head>", *head, "</head>", "<body>", *body, "</body>", "</html>"]) + "\n"
