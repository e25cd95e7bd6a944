"""Writes a book's title, text, last words and colophon as markup that is HTML and XHTML at once.

One promise: no element has an attribute that holds words of a story, none but `lang` and `dir` hangs on what the story says,
and every element is closed.
"""

from collections.abc import Iterable, Iterator

from unmask.export.book import OURS, Book, fine_print, part_of, prose, text


def ours(book: Book) -> str:
    """The attributes of an element with words of our own, where the story is in another language."""
    return "" if book.language.split("-")[0] == OURS else f' lang="{OURS}" dir="ltr"'


def theirs(book: Book, words: str) -> str:
    """Words of the story within a line of our own: their direction is kept to themselves."""
    lang = f' lang="{book.language}"' if ours(book) else ""
    return f"<bdi{lang}>{text(words)}</bdi>"


def title_leaf(book: Book) -> str:
    """The title, who wrote it, of what it is a part, whose side it is, what it is about, and what to know before."""
    cover, lang = book.cover, ours(book)
    lines = [f"<h1>{text(book.title)}</h1>"]
    if cover.author:
        lines.append(f'<p class="author"{lang}>by {theirs(book, cover.author)}</p>')
    if series := part_of(cover):
        lines.append(f'<p class="series">{text(series)}</p>')
    lines.append(f'<p class="side"{lang}>{_side(book)}</p>')
    if cover.summary:
        lines.append(f'<p class="summary">{prose(cover.summary)}</p>')
    known = [f"<div><dt{lang}>{name}</dt><dd>{text(words)}</dd></div>" for name, words in fine_print(cover)]
    if known:
        lines += ['<dl class="known">', *known, "</dl>"]
    return _lines("header", "title-leaf", lines)


def _side(book: Book) -> str:
    """Whose side it is, the name set apart from the words around it."""
    name = book.telling.side
    before, found, after = book.side.partition(name) if name != "world" else (book.side, "", "")
    return text(before) + (theirs(book, found) if found else "") + text(after)


def notes_leaf(book: Book) -> str:
    """What the author says before the story; "" where that is nothing."""
    return _said(book, "notes", "Before the story", "doc-preface", book.cover.notes)


def after_leaf(book: Book) -> str:
    """What the author says behind the story; "" where that is nothing."""
    return _said(book, "after", "After the story", "doc-afterword", book.cover.afterwords)


def _said(book: Book, name: str, title: str, role: str, words: Iterable[str]) -> str:
    paragraphs = [f"<p>{prose(paragraph)}</p>" for paragraph in words]
    if not paragraphs:
        return ""
    heading = f'<h2 id="{name}"{ours(book)}>{title}</h2>'
    return _lines("section", name, [heading, *paragraphs], f' role="{role}" aria-labelledby="{name}"')


def story_leaf(book: Book) -> str:
    """The story, scene by scene, and how it ends."""
    lines: list[str] = []
    for number, section in enumerate(book.telling.sections, 1):
        if number > 1:
            lines.append("<hr/>")
        told = (f"<p>{prose(paragraph)}</p>" for paragraph in section)
        lines += [f'<section class="scene" id="{scene_id(number)}">', *told, "</section>"]
    if book.telling.ending:
        # Where no ending of the author's was reached, the words are ours.
        way = ' dir="auto"' if ours(book) else ""
        lines.append(f'<p class="ending"{way}>{prose(book.telling.ending)}</p>')
    return "\n".join(lines)


def scene_id(number: int) -> str:
    """Where the scene of that number begins, from 1."""
    return f"scene-{number}"


def colophon_leaf(book: Book, with_tape: bool) -> str:
    """Which story, world, run and side this is, and how to tell it again."""
    lines = [f'<h2 id="colophon"{ours(book)}>Colophon</h2>', f"<dl{ours(book)}>"]
    lines += [f"<div><dt>{name}</dt><dd>{words}</dd></div>" for name, words in _facts(book)]
    lines += [
        "</dl>",
        f"<p{ours(book)}>To tell it again:</p>",
        f'<p class="command"><code lang="zxx" dir="ltr">{_unbroken(book.command)}</code></p>',
    ]
    if with_tape:
        lines += [
            "<details>",
            f"<summary{ours(book)}>Every choice, as a tape</summary>",
            f'<pre lang="zxx" dir="auto">{text(book.tape)}</pre>',
            "</details>",
        ]
    return _lines("section", "colophon", lines, ' role="doc-colophon" aria-labelledby="colophon"')


def _unbroken(command: str) -> str:
    """A command in which no line breaks within an option: their hyphens would let it."""
    start, *options = command.split(" --")
    return " ".join([text(start), *(f"<span>--{text(option)}</span>" for option in options)])


def _facts(book: Book) -> Iterator[tuple[str, str]]:
    yield "Story", f"{theirs(book, book.cover.title or book.story)} (<code>{text(book.story)}</code>)"
    yield "World", f"<code>{text(book.fingerprint)}</code>"
    yield "Side", _side(book)
    yield "Seed", str(book.seed)
    yield "Run", str(book.number)
    if book.place:
        yield "Series", f"{theirs(book, book.place.series)}, part {book.place.part}"


def _lines(element: str, name: str, lines: Iterable[str], more: str = "") -> str:
    return "\n".join([f'<{element} class="{name}"{more}>', *lines, f"</{element}>"])
