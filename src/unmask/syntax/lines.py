"""Story text to lines in blocks, found by indentation alone. Never raises: what is odd becomes a Problem and reading goes on.

Prose is taken here, with the deeper lines that go on with it, because nothing in prose is a token.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from unmask.problems import in_signs, in_syntax
from unmask.problems.place import LARGEST_FILE, Source, Span
from unmask.problems.problem import Problem
from unmask.syntax import letters
from unmask.syntax.lexer import key_of, patterns_for
from unmask.syntax.tree import NO_NOTES, Notes

MOST_LINES = 200_000
DEEPEST_BLOCK = 60
STEP = 2


class Piece(NamedTuple):
    """Prose keeps the line breaks of the file: from `offset` in the prose on, the text stands at `line`, `column`."""

    offset: int
    line: int
    column: int


class RawLine:
    """A line of the file with the lines under it. `prefix` is what stands before a prose line's `>`, None elsewhere.

    `column` is where it starts in the file, and `indent` how far that is in, a tab counted as two spaces. `end` is where its first
    line ends in the file: prose may go on for more, and `length` is how long it is by then.
    """

    __slots__ = ("_key", "column", "end", "indent", "joins", "length", "notes", "number", "pieces", "prefix", "text", "under")

    def __init__(self, number: int, column: int, end: int, text: str, indent: int = 0, notes: Notes = NO_NOTES) -> None:
        self.number = number
        self.column = column
        self.end = end
        self.text = text
        self.indent = indent
        self.notes = notes
        self.prefix: str | None = None
        self.joins = False
        self.pieces: list[Piece] = []
        self.length = 0
        self.under: list[RawLine] = []
        self._key = ""

    @property
    def key(self) -> str:
        """The word or sign that says what a line is."""
        if not self._key:
            self._key = key_of(self.text)
        return self._key

    @property
    def span(self) -> Span:
        return Span(self.number, self.column, self.end)

    def go_on(self, line: "RawLine") -> None:
        """Add the words of another line to this line of prose."""
        if not self.text:
            self.pieces = [Piece(0, line.number, line.column)]
            self.text = line.text
            return
        self.pieces.append(Piece(len(self.text) + 1, line.number, line.column))
        self.text = f"{self.text} {line.text}"

    def instead(self, text: str) -> "RawLine":
        """The line as if this stood there. Places are those of what is the same at the end, else of the whole."""
        same = 0
        while same < min(len(text), len(self.text)) and text[-1 - same] == self.text[-1 - same]:
            same += 1
        line = RawLine(self.number, self.column, self.end, text, self.indent, self.notes)
        line.under = self.under
        if prose := prose_prefix(text):
            line.prefix, line.joins, line.text = prose["prefix"] or "", bool(prose["joins"]), text[prose.end() :]
        shift = self.column + len(self.text) - len(line.text)
        line.pieces = [Piece(0, self.number, self.column)]
        if len(line.text) - same > 0:
            line.pieces.append(Piece(len(line.text) - same, self.number, shift + len(line.text) - same))
        elif shift >= 0:
            line.pieces = [Piece(0, self.number, shift)]
        return line

    def with_passages(self, found: Iterable[tuple[int, int, str]]) -> "RawLine":
        """The line of prose with other words in these stretches of it, given from left to right: what stays has its place."""
        pieces = self.pieces or [Piece(0, self.number, self.column)]
        kept: list[Piece] = []
        written, at, length = [], 0, 0
        for start, end, words in [*found, (len(self.text), len(self.text), "")]:
            kept += [piece._replace(offset=length + piece.offset) for piece in _behind(pieces, at) if piece.offset <= start - at]
            written += [self.text[at:start], words]
            length += start - at + len(words)
            at = end
        line = RawLine(self.number, self.column, self.end, "".join(written), self.indent, self.notes)
        line.prefix, line.joins, line.pieces, line.under = self.prefix, self.joins, kept, self.under
        return line

    def place(self, start: int, end: int) -> Span:
        """Where in the file a stretch of the text stands, cut short where the file's own line ends."""
        if end <= start:
            end = start + 1
        if not self.pieces:
            return _span((self.number, self.column + start, self.column + end))
        after = 1 if len(self.pieces) == 1 else bisect_right(self.pieces, start, key=_offset)
        offset, number, column = self.pieces[after - 1]
        column -= offset
        if after < len(self.pieces):
            end = min(end, self.pieces[after].offset - 1)
        end = column + max(end, start + 1)
        if end > self.end + 1 and number == self.number:
            # A line that was read as a longer one than it is.
            return Span(number, min(column + start, self.end), self.end + 1)
        return _span((number, column + start, end))


# A line of a story makes dozens of these, and the constructor of a named tuple is a function of Python around this one.
_span: Callable[[tuple[int, int, int]], Span] = partial(tuple.__new__, Span)


def _offset(piece: Piece) -> int:
    return piece.offset


_NOT_PROSE = frozenset({"if", "unless", "when", "while", "weight", "means"})
_MARGIN = f"[\\s{letters.NO_PART_OF_A_WORD}]*+"
_LINE_BREAK = re.compile(r"\r\n?|\n")


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
    for number, column, text in _lines(physical, problems):
        margin = _margin(text)
        column += len(margin)
        bare, pieces = _without_controls(text[len(margin) :], number, column)
        indent = _width(margin)
        if last and _goes_on(last, bare, indent):
            _go_on(last, bare, pieces, going_on)
            continue
        if not bare or bare.startswith(_NOTES):
            # One blank line says as much as many, and at the start of the file it says nothing.
            if bare or (above[-1] if above else top):
                above.append(_comment(bare, Span(number, column, column + 2), problems))
            continue
        last = _raw_line(pieces, bare, indent, tuple(above))
        above = []
        _place(last, margin, top, open_lines, problems)
    for line, parts in going_on:
        line.text = " ".join(parts)
    if top:
        problems += _uneven(top)
    if above and not above[-1]:
        above.pop()
    return top, tuple(above), problems


def _comment(bare: str, place: Span, problems: list[Problem]) -> str:
    """A line that is a comment, with the `#` that it starts with."""
    if not bare or bare[0] == "#":
        return letters.told(bare)
    sign = next(sign for sign in _NOTES if bare.startswith(sign))
    words = bare.removesuffix("*/").removesuffix("-->").rstrip() if sign in ("/*", "<!--") else bare
    words = words[len(sign) :]
    words = f"# {words.lstrip('* ')}" if sign in ("/*", "<!--") else f"#{words}"
    place = place._replace(end=place.start + len(sign))
    if sign == "\uff03":
        problems.append(in_signs.pasted_sign(place, sign, "#"))
    else:
        whole = Span(place.line, place.start, place.start + len(bare))
        problems.append(in_signs.written_otherwise(whole, bare if sign != "//" else sign, words if sign != "//" else "#", words))
    return letters.told(words)


# What begins a note: our own sign, and those of other languages.
_NOTES = ("#", "//", "\uff03", "/*", "<!--")


def _lines(physical: list[str], problems: list[Problem]) -> Iterator[tuple[int, int, str]]:
    """The lines with their numbers and the columns at which they start: 0, but for lines behind another program's line break."""
    for number, text in enumerate(physical, start=1):
        seen = text.rstrip()
        if seen.isprintable():
            yield number, 0, seen
            continue
        text = letters.without_tail(text)
        breaks = [] if prose_prefix(text[len(_margin(text)) :]) else [found.end() for found in re.finditer(letters.LINE_SIGN, text)]
        _look_for_oddities(seen, number, bool(breaks), problems)
        for begin, end in zip([0, *breaks], [*breaks, len(text)], strict=True):
            if part := letters.without_tail(text[begin:end]):
                yield number, begin, part
        if not text:
            yield number, 0, text


def _margin(text: str) -> str:
    """What stands before the first sign of a line that can be seen."""
    plain = len(text) - len(text.lstrip(" "))
    if (first := text[plain : plain + 1]).isascii() and first > " " and first.isprintable():
        return text[:plain]
    found = re.match(_MARGIN, text)
    return found.group() if found else ""


def _width(margin: str) -> int:
    """How far a margin moves a line in; what nobody sees moves nothing."""
    spaces = margin.count(" ")
    return spaces if spaces == len(margin) else sum(sign.isspace() for sign in margin) + margin.count("\t")


def _without_controls(bare: str, number: int, column: int) -> tuple[str, list[Piece]]:
    """A line without control characters, of which something is told; and where in the file its stretches stand."""
    pieces = [Piece(0, number, column)]
    if bare.isprintable() or not re.search(letters.CONTROL, bare):
        return bare, pieces
    written: list[str] = []
    for at, sign in enumerate(bare, start=1):
        if re.match(letters.LINE_SIGN, sign):
            written.append(" ")
        elif re.match(letters.CONTROL, sign):
            pieces.append(Piece(len(written), number, column + at))
        else:
            written.append(sign)
    return "".join(written), pieces


def _behind(pieces: list[Piece], begin: int) -> list[Piece]:
    """The pieces of what is behind this offset."""
    last = [piece for piece in pieces if piece.offset <= begin][-1]
    first = Piece(0, last.line, last.column + begin - last.offset)
    return [first, *(piece._replace(offset=piece.offset - begin) for piece in pieces if piece.offset > begin)]


def _raw_line(pieces: list[Piece], bare: str, indent: int, above: tuple[str, ...]) -> RawLine:
    notes = Notes(above) if above else NO_NOTES
    _, number, column = pieces[0]
    end = pieces[-1].column + len(bare) - pieces[-1].offset
    if prose := prose_prefix(bare):
        begin = prose.end()
        line = RawLine(number, column, end, bare[begin:], indent, notes)
        line.prefix = letters.word(" ".join(prose["prefix"].split())) if prose["prefix"] else ""
        line.joins = bool(prose["joins"])
        line.pieces = _behind(pieces, begin)
        return line
    line = RawLine(number, column, end, bare, indent, notes)
    line.pieces = pieces if len(pieces) > 1 else []
    return line


def prose_prefix(bare: str) -> re.Match[str] | None:
    """The `>` or `Kylo>` that opens a line of prose; `if asked> 2` is no such thing."""
    if ">" not in bare and "\uff1e" not in bare:
        return None
    found = patterns_for(bare.partition(">")[0]).prose.match(bare)
    if not found or (found["prefix"] and not _NOT_PROSE.isdisjoint(map(letters.word, found["prefix"].split()))):
        return None
    if found.end() < len(bare) and not found["gap"] and bare[found.end()] in "=0123456789":
        return None
    return found


def _goes_on(last: RawLine, bare: str, indent: int) -> bool:
    """Whether a line goes on with the prose above it: it is deeper, and no prose line of its own."""
    if last.prefix is None or indent <= last.indent or not bare:
        return False
    # Inside a passage `a>b` and `and so > it` are words; a line of its own is written with care.
    own = prose_prefix(bare)
    return own is None or (bool(own["prefix"]) and (bool(own["far"]) or (own.end() < len(bare) and not own["gap"])))


def _go_on(prose: RawLine, bare: str, pieces: list[Piece], going_on: list[tuple[RawLine, list[str]]]) -> None:
    """Keep one more line of the prose; all are joined at the end, so that a long passage is copied once."""
    if not prose.text:
        prose.text = bare.lstrip()
        prose.pieces = _behind(pieces, len(bare) - len(prose.text))
        return
    if not going_on or going_on[-1][0] is not prose:
        going_on.append((prose, [prose.text]))
        prose.length = len(prose.text)
    prose.pieces += [piece._replace(offset=piece.offset + prose.length + 1) for piece in pieces]
    prose.length += 1 + len(bare)
    going_on[-1][1].append(bare)


def _place(line: RawLine, margin: str, top: list[RawLine], open_lines: list[RawLine], problems: list[Problem]) -> None:
    """Hang a line under the last line that is less indented."""
    if letters.strange_in_margin(margin):
        problems.append(in_syntax.tab_in_margin(Span(line.number, line.column - len(margin), line.column), margin))
    while open_lines and open_lines[-1].indent >= line.indent:
        open_lines.pop()
    siblings = open_lines[-1].under if open_lines else top
    if len(open_lines) >= DEEPEST_BLOCK:
        if not siblings:
            problems.append(in_syntax.too_deep(line.span, "lines"))
        siblings.append(line)
        return
    siblings.append(line)
    open_lines.append(line)


def _uneven(top: list[RawLine]) -> Iterator[Problem]:
    """The lines that are not moved in as far as most of those beside them."""
    todo = [(-STEP, 0, top)]
    while todo:
        above, depth, lines = todo.pop()
        if len({line.indent for line in lines}) > 1:
            counts = Counter(line.indent for line in lines)
            expected = max(counts, key=lambda indent: (counts[indent], indent == above + STEP))
            yield from (in_syntax.uneven_margin(line.span, line.indent, expected) for line in lines if line.indent != expected)
        if depth < DEEPEST_BLOCK - 1:
            todo += [(line.indent, depth + 1, line.under) for line in lines if line.under]


def _look_for_oddities(text: str, number: int, breaks: bool, problems: list[Problem]) -> None:
    if found := re.search(letters.CONTROL, text):
        sign = found.group()
        instead = ("\n" if breaks else " ") if re.match(letters.LINE_SIGN, sign) else ""
        problems.append(in_syntax.control_character(Span(number, found.start(), found.end()), sign, instead))
    if found := re.search(letters.HIDDEN, text):
        problems.append(in_syntax.hidden_direction(Span(number, found.start(), found.end()), found.group()))
