"""Story text to lines in blocks, and a line to tokens. Never raises: what is odd becomes a Problem and reading goes on.

A block is found by indentation alone. Prose is taken here, with the deeper lines that go on with it, because nothing in
prose is a token.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from unmask.problems import in_syntax
from unmask.problems.place import LARGEST_FILE, Source, Span
from unmask.problems.problem import Problem
from unmask.syntax.tree import NO_NOTES, Notes

MOST_LINES = 200_000
DEEPEST_BLOCK = 60
LARGEST_NUMBER = 1_000_000_000


class Token(NamedTuple):
    """`kind` is word, number, text (a string, unquoted), sign, or odd: a sign that is no part of the language.

    `start` and `end` count from the start of the line's text.
    """

    kind: str
    text: str
    start: int
    end: int


class Piece(NamedTuple):
    """Prose keeps the line breaks of the file: from `offset` in the prose on, the text stands at `line`, `column`."""

    offset: int
    line: int
    column: int


@dataclass(slots=True)
class RawLine:
    """A line of the file with the lines under it. `prefix` is what stands before a prose line's `>`, None elsewhere.

    `end` is where its first line ends in the file: prose may go on for more.
    """

    number: int
    indent: int
    end: int
    text: str
    notes: Notes = NO_NOTES
    prefix: str | None = None
    joins: bool = False
    pieces: list[Piece] = field(default_factory=list)
    under: "list[RawLine]" = field(default_factory=list)

    @property
    def span(self) -> Span:
        return Span(self.number, self.indent, self.end)

    def place(self, start: int, end: int) -> Span:
        """Where in the file a stretch of the text stands, cut short where the file's own line ends."""
        if not self.pieces:
            return Span(self.number, self.indent + start, self.indent + end)
        after = 1 if len(self.pieces) == 1 else bisect_right(self.pieces, start, key=_offset)
        piece = self.pieces[after - 1]
        if after < len(self.pieces):
            end = min(end, self.pieces[after].offset - 1)
        column = piece.column - piece.offset
        return Span(piece.line, column + start, column + max(end, start + 1))


def _offset(piece: Piece) -> int:
    return piece.offset


# A word may hold letters, marks and digits of any script. What is no ASCII counts as such unless it is a space or a sign that
# people type between words: an Arabic comma or a full-width colon in a name would be a slip that nobody sees.
_FOREIGN = (
    "\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u0588\u058b-\u060b\u060e-\u061a\u0620-\u0669\u066e-\u06d3"
    "\u06d5-\u0963\u0966-\u1049\u104c-\u1360\u1369-\u167f\u1681-\u17d3\u17d7-\u180d\u180f-\u1fff\u200c\u200d\u2c00-\u2dff"
    "\u3005-\u3007\u3021-\u302f\u3031-\ud7ff\uf900-\ufe0f\ufe20-\ufe2f\ufe70-\ufefe\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
    "\uff66-\uffef\U00010000-\U000e01ef"
)


class _Patterns(NamedTuple):
    """What words look like where letters are these, and what tokens and prose lines look like then."""

    word: re.Pattern[str]
    token: re.Pattern[str]
    prose: re.Pattern[str]


def _patterns_of(letters: str) -> _Patterns:
    # Quantifiers are possessive (`*+`), so that no line, however long and odd, is read more than once.
    word = f"[{letters}][{letters}0-9]*+(?:['-][{letters}][{letters}0-9]*+)*+'?+"
    token = rf"""(?P<space>\s+)
        |(?P<word>{word})
        |(?P<number>[0-9]+)
        |(?P<text>"(?:[^"\\]|\\.)*+(?P<closed>")?)
        |(?P<comment>\#.*)
        |(?P<sign>\.\.|->|<=|>=|!=|\+=|-=|[-+*=<>(){{}},.:|%/~])
        |(?P<other>.)"""
    prose = rf"(?P<prefix>{word}(?:[ ]++{word})*+)?+>(?P<joins>\+?)(?:\s+|$)"
    return _Patterns(re.compile(word), re.compile(token, re.VERBOSE), re.compile(prose))


_ASCII = _patterns_of("A-Za-z_")


@cache
def _of_any_script() -> _Patterns:
    # Patterns over all scripts take long to compile; a line of plain English can do without.
    return _patterns_of(f"A-Za-z_{_FOREIGN}")


def _patterns_for(text: str) -> _Patterns:
    return _ASCII if text.isascii() else _of_any_script()


def first_word(text: str) -> re.Match[str] | None:
    """The word that a text starts with."""
    return _patterns_for(text).word.match(text)


_NOT_PROSE = frozenset({"if", "unless", "when", "while", "weight", "means"})
_MARGIN = " \t\u00a0\u3000\ufeff"
_LINE_BREAK = re.compile(r"\r\n?|\n")
_HIDDEN = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff]")
_CURLY = {"\u201c": '"', "\u201d": '"', "\u201e": '"', "\u2018": "'", "\u2019": "'"}


def blocks(source: Source) -> tuple[list[RawLine], tuple[str, ...], list[Problem]]:
    """The top lines of a file with all that stands under them, the comments at its end, and what was odd."""
    problems: list[Problem] = []
    if len(source.text) > LARGEST_FILE:
        return [], (), [in_syntax.file_too_large(len(source.text), LARGEST_FILE)]
    physical = _LINE_BREAK.split(source.text.removeprefix("\ufeff"))
    if len(physical) > MOST_LINES:
        return [], (), [in_syntax.too_many_lines(len(physical), MOST_LINES)]
    top: list[RawLine] = []
    open_lines: list[RawLine] = []
    last: RawLine | None = None
    going_on: list[tuple[RawLine, list[str]]] = []
    above: list[str] = []
    for number, text in enumerate(physical, start=1):
        text = text.rstrip()
        bare = text.lstrip(_MARGIN)
        indent = len(text) - len(bare)
        _look_for_oddities(text, number, problems)
        if last and _goes_on(last, bare, indent):
            _go_on(last, bare, number, indent, going_on)
            continue
        if not bare or bare.startswith("#"):
            # One blank line says as much as many, and at the start of the file it says nothing.
            if bare or (above[-1] if above else top):
                above.append(bare)
            continue
        last = _raw_line(number, indent, bare, tuple(above))
        above = []
        _place(last, text[:indent], top, open_lines, problems)
    for line, parts in going_on:
        line.text = " ".join(parts)
    if above and not above[-1]:
        above.pop()
    return top, tuple(above), problems


def _raw_line(number: int, indent: int, bare: str, above: tuple[str, ...]) -> RawLine:
    notes = Notes(above) if above else NO_NOTES
    end = indent + len(bare)
    if prose := prose_prefix(bare):
        begin = prose.end()
        prefix = " ".join((prose["prefix"] or "").split())
        return RawLine(number, indent, end, bare[begin:], notes, prefix, bool(prose["joins"]), [Piece(0, number, indent + begin)])
    return RawLine(number, indent, end, bare, notes)


def prose_prefix(bare: str) -> re.Match[str] | None:
    """The `>` or `Kylo>` that opens a line of prose; `if asked> 2` is no such thing."""
    if ">" not in bare:
        return None
    found = _patterns_for(bare[: bare.index(">")]).prose.match(bare)
    if found and found["prefix"] and not _NOT_PROSE.isdisjoint(found["prefix"].split()):
        return None
    return found


def _goes_on(last: RawLine, bare: str, indent: int) -> bool:
    """Whether a line goes on with the prose above it: it is deeper, and no prose line of its own."""
    return last.prefix is not None and indent > last.indent and bare != "" and prose_prefix(bare) is None


def _go_on(prose: RawLine, bare: str, number: int, indent: int, going_on: list[tuple[RawLine, list[str]]]) -> None:
    """Keep one more line of the prose; all are joined at the end, so that a long passage is copied once."""
    if not prose.text:
        prose.text = bare.lstrip()
        prose.pieces = [Piece(0, number, indent + len(bare) - len(prose.text))]
        return
    if not going_on or going_on[-1][0] is not prose:
        going_on.append((prose, [prose.text]))
    written = going_on[-1][1]
    prose.pieces.append(Piece(prose.pieces[-1].offset + len(written[-1]) + 1, number, indent))
    written.append(bare)


def _place(line: RawLine, margin: str, top: list[RawLine], open_lines: list[RawLine], problems: list[Problem]) -> None:
    """Hang a line under the last line that is less indented."""
    if margin.strip(" "):
        problems.append(in_syntax.tab_in_margin(Span(line.number, 0, len(margin)), margin))
    while open_lines and open_lines[-1].indent >= line.indent:
        open_lines.pop()
    siblings = open_lines[-1].under if open_lines else top
    if len(open_lines) >= DEEPEST_BLOCK:
        if not siblings:
            problems.append(in_syntax.too_deep(line.span, "lines"))
        siblings.append(line)
        return
    expected = 0 if not open_lines else siblings[-1].indent if siblings else line.indent
    if line.indent != expected:
        problems.append(in_syntax.uneven_margin(line.span, line.indent, expected))
    siblings.append(line)
    open_lines.append(line)


def _look_for_oddities(text: str, number: int, problems: list[Problem]) -> None:
    if text.isascii() and text.isprintable():
        return
    if found := _CONTROL.search(text):
        problems.append(in_syntax.control_character(Span(number, found.start(), found.start() + 1), found.group()))
    if found := _HIDDEN.search(text):
        problems.append(in_syntax.hidden_direction(Span(number, found.start(), found.start() + 1), found.group()))


def tokens(line: RawLine, begin: int = 0, end: int | None = None) -> tuple[list[Token], str]:
    """The tokens in a line, or in a stretch of it, and the comment beside it."""
    found: list[Token] = []
    comment = ""
    end = len(line.text) if end is None else end
    for match in _patterns_for(line.text[begin:end]).token.finditer(line.text, begin, end):
        kind = match.lastgroup or ""
        if kind == "space":
            continue
        if kind == "comment":
            comment = match.group()
        elif kind == "text" and match["closed"]:
            found.append(Token(kind, re.sub(r"\\(.)", r"\1", match.group()[1:-1]), match.start(), match.end()))
        elif kind in ("text", "other"):
            found.append(Token("odd", match.group()[0], match.start(), match.end()))
        else:
            found.append(Token(kind, match.group(), match.start(), match.end()))
    return found, comment


def odd_sign(sign: str, span: Span) -> Problem:
    """What to say of a sign that is no part of the language."""
    if sign == '"':
        return in_syntax.open_quote(span)
    if sign in _CURLY:
        return in_syntax.curly_quote(span, sign, _CURLY[sign])
    return in_syntax.strange_sign(span, sign)
