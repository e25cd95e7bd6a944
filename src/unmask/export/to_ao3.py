"""Writes a told run as the Archive of Our Own takes it: the work's text, and the words for each field of the form.

One promise: what is made of a book against which `unfit` has nothing to say goes into the form as it is. The text has paragraphs,
breaks between scenes, italics and an emphasised last line, and no other markup; a story's own `<` and `&` are shown and mean nothing.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from unmask.export.book import Book, prose, text
from unmask.problems import in_archive
from unmask.problems.near import near
from unmask.problems.place import NOWHERE, Span
from unmask.problems.problem import Problem
from unmask.syntax.tree import Front, Story
from unmask.telling.italics import plain

TITLE, SUMMARY, NOTES, WORK, TAG, TAGS = 255, 1_250, 2_500, 500_000, 150, 75
RATINGS = ("Not Rated", "General Audiences", "Teen And Up Audiences", "Mature", "Explicit")
UNSAID, NONE = "Creator Chose Not To Use Archive Warnings", "No Archive Warnings Apply"
WARNINGS = (UNSAID, "Graphic Depictions Of Violence", "Major Character Death", NONE, "Rape/Non-Con", "Underage Sex")
_NOT_IN_TAGS = re.compile(r"[,*<>^{}=`\\%，、]")
_LANGUAGES = {
    "ar": "العربية",
    "ca": "Català",
    "cs": "Čeština",
    "cy": "Cymraeg",
    "da": "Dansk",
    "de": "Deutsch",
    "el": "Ελληνικά",
    "en": "English",
    "eo": "Esperanto",
    "es": "Español",
    "et": "Eesti keel",
    "fa": "فارسی",
    "fi": "Suomi",
    "fr": "Français",
    "ga": "Gaeilge",
    "he": "עברית",
    "hu": "Magyar",
    "id": "Bahasa Indonesia",
    "is": "Íslenska",
    "it": "Italiano",
    "ja": "日本語",
    "ko": "한국어",
    "la": "Lingua latina",
    "nl": "Nederlands",
    "no": "Norsk",
    "pl": "Polski",
    "pt": "Português europeu",
    "pt-br": "Português brasileiro",
    "ro": "Română",
    "ru": "Русский",
    "sv": "Svenska",
    "th": "ไทย",
    "tr": "Türkçe",
    "uk": "Українська",
    "vi": "Tiếng Việt",
    "zh": "中文-普通话 國語",
}


class Sorted(NamedTuple):
    """The warnings of a story file: those of the Archive, as its form has them, and those in the author's own words."""

    listed: tuple[str, ...]
    own: tuple[str, ...]


def work(book: Book) -> str:
    """The text of the work, as HTML. The Archive leaves lines between paragraphs alone."""
    blocks: list[str] = []
    for number, section in enumerate(book.telling.sections):
        if number:
            blocks.append("<hr />")
        blocks += [f"<p>{_shown(paragraph)}</p>" for paragraph in section]
    if book.telling.ending:
        blocks.append(f"<p><em>{_unquoted(text(plain(book.telling.ending)))}</em></p>")
    return "\n\n".join(blocks) + "\n"


def metadata(book: Book) -> str:
    """The words for each field of the form, in its order; what stands under a name is to be pasted as it is."""
    lines = ["What to put into the Archive's form for a new work. The text of the work is the HTML file beside this one.", ""]
    for name, words in _fields(book):
        lines += [f"── {name} ──", words, ""]
    return "\n".join(lines)


def _fields(book: Book) -> Iterator[tuple[str, str]]:
    cover, place = book.cover, book.place
    yield "Rating", _rating(cover.rating)
    yield "Archive Warnings", "\n".join(sort(cover.warnings).listed)
    yield "Fandoms", "(the Archive asks for one, and no story file says it; its own for stories that belong to none is: Original Work)"
    if cover.tags:
        yield (
            f"Additional Tags ({len(cover.tags)} of {TAGS}, with fandoms, relationships and characters)",
            ", ".join(map(_plain, cover.tags)),
        )
    yield "Work Title", _plain(book.title)
    if cover.author:
        yield "Creator/Pseud(s)", _plain(cover.author)
    if cover.summary:
        yield f"Summary ({len(_shown(cover.summary)):,} of {SUMMARY:,} characters)", _shown(cover.summary)
    if before := _before(book):
        yield f"Notes at the beginning ({len(before):,} of {NOTES:,} characters)", before
    if behind := _behind(book):
        yield f"Notes at the end ({len(behind):,} of {NOTES:,} characters)", behind
    if place:
        yield "Series", f"{_plain(place.series)}\n(part {place.part})"
    elif cover.series:
        yield "Series", _plain(cover.series) + (f"\n(part {cover.part})" if cover.part is not None else "")
    yield "Language", _language(book)
    yield f"Work Text ({len(work(book)):,} of {WORK:,} characters)", "(paste the HTML file, with the editor set to HTML)"


def _language(book: Book) -> str:
    tag = book.cover.language.casefold()
    found = _LANGUAGES.get(tag) or _LANGUAGES.get(tag.split("-")[0])
    return found or f"(the one in the Archive's list that is called `{_plain(book.cover.language)}` in the story file)"


def _before(book: Book) -> str:
    """The notes, with the author's own warnings first: readers are to see them before the story."""
    own = sort(book.cover.warnings).own
    return "\n\n".join(_shown(words) for words in (*((f"Warnings: {'; '.join(own)}",) if own else ()), *book.cover.notes))


def _behind(book: Book) -> str:
    return "\n\n".join(map(_shown, book.cover.afterwords))


def _shown(words: str) -> str:
    """Words of the story for a field that takes HTML."""
    return _unquoted(prose(words))


def _unquoted(markup: str) -> str:
    """Quotation marks mean nothing there, and stay as they are."""
    return markup.replace("&#x27;", "'").replace("&quot;", '"')


def _plain(words: str) -> str:
    """Words for a field that takes none, on one line."""
    return " ".join(words.split())


# ── what fits ────────────────────────────────────────────────────────────────────────────────────────────────────────


def sort(warnings: tuple[str, ...]) -> Sorted:
    """Warnings of the Archive, and the rest. Where there are none of its own, the creator has chosen not to use them."""
    known = {warning.casefold(): warning for warning in WARNINGS}
    listed = tuple(dict.fromkeys(known[words] for warning in warnings if (words := _plain(warning).casefold()) in known))
    own = tuple(warning for warning in warnings if _plain(warning).casefold() not in known)
    return Sorted(listed or (UNSAID,), own)


def _rating(rating: str) -> str:
    """The rating as the form has it; `Not Rated` where the story file says none."""
    return next((known for known in RATINGS if known.casefold() == _plain(rating).casefold()), _plain(rating) or RATINGS[0])


def unfit(book: Book, story: Story) -> list[Problem]:
    """Everything for which the Archive has no room or no word, each at its line in the story file."""
    lines = [line for line in story.lines if isinstance(line, Front)]
    return [*_too_long(book, lines), *_too_many(lines), *_strange(lines), *_clashing(lines)]


def _too_long(book: Book, lines: list[Front]) -> Iterator[Problem]:
    fields = [
        ("title", "title", _plain(book.title), TITLE),
        ("summary", "summary", _shown(book.cover.summary), SUMMARY),
        ("notes at the beginning", "note", _before(book), NOTES),
        ("notes at the end", "afterword", _behind(book), NOTES),
        ("text of the work", "", work(book), WORK),
    ]
    for field, word, words, most in fields:
        if len(words) > most:
            yield in_archive.too_long(_place(lines, word), field, len(words), most)
    for line in lines:
        for tag in line.texts if line.word == "tags" else ():
            if len(_plain(tag)) > TAG:
                yield in_archive.too_long(line.span, f"tag `{_plain(tag)[:20]}…`", len(_plain(tag)), TAG)


def _too_many(lines: list[Front]) -> Iterator[Problem]:
    """Tags that are said twice are one; the Archive makes no difference between small letters and capitals."""
    for line in lines:
        tags = {_plain(tag).casefold() for tag in line.texts} if line.word == "tags" else set()
        if len(tags) > TAGS:
            yield in_archive.too_many_tags(line.span, len(tags), TAGS)


def _place(lines: list[Front], word: str) -> Span:
    """The last line of that word: where there are several, it is the one that goes over. The notes hold warnings too."""
    spans = [line.span for line in lines if line.word == word] or [line.span for line in lines if word == "note" and line.word == "warning"]
    return spans[-1] if spans else NOWHERE


def _strange(lines: list[Front]) -> Iterator[Problem]:
    for line in lines:
        for words in line.texts:
            if line.word == "rating" and words.strip() and _rating(words) not in RATINGS:
                yield in_archive.no_rating(line.span, words, RATINGS)
            if line.word == "warning" and sort((words,)).own and near(words, WARNINGS):
                yield in_archive.no_warning(line.span, words, WARNINGS)
            if line.word == "tags" and (signs := _NOT_IN_TAGS.findall(words)):
                yield in_archive.no_tag(line.span, words, signs)


def _clashing(lines: list[Front]) -> Iterator[Problem]:
    warnings = [(line, listed) for line in lines if line.word == "warning" and (listed := _on_the_list(line))]
    nothing = [line for line, words in warnings if words == NONE]
    other = next((words for _, words in warnings if words not in (NONE, UNSAID)), "")
    if nothing and other:
        yield in_archive.warnings_clash(nothing[0].span, NONE, other)


def _on_the_list(line: Front) -> str:
    words = next(iter(line.texts), "")
    return next((known for known in WARNINGS if known.casefold() == _plain(words).casefold()), "")
