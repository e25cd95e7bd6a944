"""A line to tokens. Never raises: what is odd becomes a Problem and reading goes on."""

import re
from collections.abc import Callable
from functools import cache, partial
from typing import NamedTuple, Protocol

from unmask.problems import in_signs
from unmask.problems.place import Span, composed
from unmask.problems.problem import Problem
from unmask.syntax import letters

LARGEST_NUMBER = 1_000_000_000


class Token(NamedTuple):
    """`kind` is word, number, text (a string, unquoted), sign, or odd: a sign that is no part of the language.

    `start` and `end` count from the start of the line's text. `slip` is what to tell where it was written otherwise than the
    language writes it, and could be read all the same.
    """

    kind: str
    text: str
    start: int
    end: int
    slip: Problem | None = None


# A line of a story makes dozens of these, and the constructor of a named tuple is a function of Python around this one.
_plain_token: Callable[[tuple[str, str, int, int, None]], Token] = partial(tuple.__new__, Token)


class Placed(Protocol):
    """A text that knows where in the file it stands."""

    text: str

    def place(self, start: int, end: int) -> Span: ...


# A word may hold letters, marks and digits of any script. What is no ASCII counts as such unless it is a space or a sign that
# people type between words: an Arabic comma or a full-width colon in a name would be a slip that nobody sees.
_FOREIGN = (
    "\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02db\u02dd-\u034e\u0350-\u037d\u037f-\u0386\u0388-\u0588\u058b-\u060b\u060e-\u061a"
    "\u0620-\u0669\u066e-\u06d3\u06d5-\u0963\u0966-\u1049\u104c-\u1360\u1369-\u167f\u1681-\u17d3\u17d7-\u180d\u180f-\u1fee\u1ff0-\u1ffc\u1ffe-\u1fff"
    "\u2c00-\u2dff\u3005-\u3007\u3021-\u302f\u3031-\u3163\u3165-\ud7ff\uf900-\ufdff\ufe20-\ufe2f\ufe70-\ufefe\uff21-\uff3a"
    "\uff41-\uff5a\uff66-\uff9f\uffa1-\uffef\U00010000-\U000dffff\U000e0080-\U000e01ef"
)


class _Patterns(NamedTuple):
    """What words look like where letters are these, and what tokens and prose lines look like then."""

    word: re.Pattern[str]
    token: re.Pattern[str]
    prose: re.Pattern[str]


def _patterns_of(first: str, inside: str, unseen: str, quotes: str, apostrophes: str, joins: str) -> _Patterns:
    """Patterns from classes: what a word begins with, what it may go on with, what nobody sees, and stand-ins for plain signs."""
    # Quantifiers are possessive (`*+`), so that no line, however long and odd, is read more than once.
    word = f"[{first}][{inside}0-9]*+(?:[{joins}][{first}][{inside}0-9]*+)*+[{apostrophes}]?+"
    dash, plus, equals, less, more, bang, dot = (f"[{plain}{_stand_ins(plain)}]" for plain in "-+=<>!.")
    void, control = f"[{unseen}]*+", letters.CONTROL[1:-1]
    token = rf"""(?P<space>[\s{unseen}]+)
        |(?P<word>{word})
        |(?P<number>[0-9０-９]+)
        |(?P<text>"(?P<straight>(?:[^"\\]|\\.)*+)"
            |[“”„‟](?P<curly>(?:[^“”„‟\\]|\\.)*+)[“”‟]|«(?P<angled>[^«»]*+)»
            |[{quotes}](?P<mixed>(?:[^{quotes}\\]|\\.)*+)[{quotes}]
            |[{apostrophes}](?P<single>(?:[^{apostrophes}\\]|[{apostrophes}](?=[{first}])|\\.)*+)[{apostrophes}]
            |"(?:[^"\\]|\\.)*+|[{apostrophes}][^\#]*+)
        |(?P<comment>[\#＃].*|(?<!\S)//.*)
        |(?P<sign>{dash}(?:{void}{dash}){{0,2}}{void}{more}|{equals}{void}{more}|{dot}{void}{dot}(?:{void}{dot})?|{less}{void}{more}
            |(?:{less}|{more}|{bang}|{plus}|{dash}|{equals}){void}{equals}
            |&(?:{void}&)?|\|{void}\||[-+*=<>(){{}},.:|%/~!{"".join(letters.PLAIN)}])
        |(?P<other>.)"""
    prose = rf"(?P<prefix>{word}(?:[ {unseen}]++{word})*+)?+(?P<far>[ {unseen}]*+){more}(?P<joins>\+?)(?P<gap>[\s{control}]*+)"
    return _Patterns(re.compile(word), re.compile(token, re.VERBOSE), re.compile(prose))


def _stand_ins(plain: str) -> str:
    """The printed signs that stand for a plain one, as part of a class."""
    return "".join(sign for sign, meant in letters.PLAIN.items() if meant == plain)


_NOTHING = "\x00-\x08\x0e-\x1b\x7f"
_ASCII = _patterns_of("A-Za-z_", f"A-Za-z_{_NOTHING}", _NOTHING, '"', "'", "'-")


@cache
def _of_any_script() -> _Patterns:
    # Patterns over all scripts take long to compile; a line of plain English can do without.
    first = f"A-Za-z_{_FOREIGN}"
    return _patterns_of(
        first,
        f"{first}０-９{letters.NO_PART_OF_A_WORD}",
        letters.NO_PART_OF_A_WORD,
        f'"{letters.DOUBLE_QUOTES}',
        f"'{letters.SINGLE_QUOTES}",
        f"'{letters.SINGLE_QUOTES}\u2010\u2011-",
    )


def patterns_for(text: str) -> _Patterns:
    return _ASCII if text.isascii() else _of_any_script()


def key_of(text: str) -> str:
    """The word or sign that says what a line of such a text is; `%` for a share."""
    if text[:1].isdecimal() and _PERCENT.match(text):
        return "%"
    kind, sign = first_token(text)
    return sign if kind == "word" or sign in ("*", "~", "+", "-", "->") else text.partition(" ")[0]


_PERCENT = re.compile(r"[0-9０-９]++(?:\.[0-9０-９]++)?\s*[%％]")


def first_token(text: str) -> tuple[str, str]:
    """What a text starts with, as it is meant: the kind of its first token, and the token."""
    for match in patterns_for(text).token.finditer(text):
        kind, written = match.lastgroup or "", match[0]
        if written in _AS_IT_STANDS or (kind == "word" and written.isascii() and written.isprintable()):
            return kind, written
        if kind != "space":
            found = _token(match, Span(0, *match.span()), True)
            return found.kind, found.text
    return "odd", text


def tokens(line: Placed, begin: int = 0, end: int | None = None) -> tuple[list[Token], str]:
    """The tokens in a line, or in a stretch of it, and the comment beside it."""
    found: list[Token] = []
    comment = ""
    end = len(line.text) if end is None else end
    text = line.text[begin:end]
    is_plain = text.isascii() and text.isprintable()
    for match in patterns_for(text).token.finditer(line.text, begin, end):
        kind, written = match.lastgroup or "", match[0]
        if kind == "space":
            continue
        if written in _AS_IT_STANDS or (is_plain and kind == "word"):
            found.append(_plain_token((kind, written, match.start(), match.end(), None)))
        elif kind == "comment" and written[0] != "/" and not written[1:2].isspace() and _in_happened(found):
            # `happened(hall / take room #5)`: the number of a room, in the label of an option.
            found.append(Token("odd", written[0], match.start(), match.start() + 1))
            more, comment = tokens(line, match.start() + 1, end)
            return found + more, comment
        elif kind == "comment":
            comment = letters.told(f"#{written.lstrip('/')}" if written[0] == "/" else f"#{written[1:]}")
        else:
            found.append(_token(match, line.place(*match.span()), not found))
    return found, comment


def _in_happened(found: list[Token]) -> bool:
    """Whether the parenthesis behind `happened` is still open."""
    begin = next((i for i, token in enumerate(found) if token.text == "happened"), len(found))
    signs = [token.text for token in found[begin:]]
    return signs.count("(") > signs.count(")")


def _token(match: re.Match[str], place: Span, is_first: bool) -> Token:
    """The token that a stretch of a line is meant to be, with what to tell where that is not what it is."""
    kind, written, (start, end) = match.lastgroup or "", match.group(), match.span()
    meant, slip = written, None
    match kind:
        case "word":
            meant = letters.word(written)
            slip = _slip_in_word(written, meant, place)
        case "number":
            meant = "".join(str(int(digit)) for digit in written)
        case "text":
            return _quoted(match, place)
        case "sign":
            meant = _meant_by("".join(letters.PLAIN.get(sign, sign) for sign in letters.seen(written)), is_first)
            kind = "word" if meant in _WORDS_FOR_SIGNS.values() else kind
        case _:
            kind = "odd"
    if meant != written and match.lastgroup in ("number", "sign"):
        before, behind = (match.string[max(at, 0) : at + 1] for at in (start - 1, end))
        apart = f"{' ' if before.isalnum() else ''}{meant}{' ' if behind.isalnum() else ''}" if kind == "word" else meant
        slip = (in_signs.written_otherwise if written.isascii() else in_signs.pasted_sign)(place, written, meant, apart)
    return Token(kind, meant, start, end, slip)


# Most signs, and digits, mean themselves wherever they stand.
_AS_IT_STANDS = frozenset([*"-+*=<>(){},.:|%/~0123456789", "->", "<=", ">=", "!=", "+=", "-=", ".."])
_WORDS_FOR_SIGNS = {"&&": "and", "&": "and", "||": "or", "!": "not"}
_SIGNS_FOR_SIGNS = {"==": "=", "<>": "!=", "...": "..", "=<": "<=", **_WORDS_FOR_SIGNS}


def _meant_by(sign: str, is_first: bool) -> str:
    """The sign of the language for one that other languages have, or the word that says it."""
    if sign == "=>":
        return "->" if is_first else ">="
    return "->" if sign.endswith("->") else _SIGNS_FOR_SIGNS.get(sign, sign)


def _slip_in_word(written: str, meant: str, place: Span) -> Problem | None:
    if written.isascii() or composed(written) == meant:
        return None
    if not (unseen := letters.unseen_in(written)):
        sign = next(sign for sign in written if sign in letters.SINGLE_QUOTES or sign in letters.DASHES)
        at = place.start + written.index(sign)
        told = in_signs.pasted_sign if sign in letters.DASHES else in_signs.curly_quote
        return told(Span(place.line, at, at + 1), sign, letters.word(sign))
    # Of the rest something was told when its line was looked through.
    return None if re.match(letters.CONTROL, unseen) or re.match(letters.HIDDEN, unseen) else in_signs.unseen_sign(place, unseen, meant)


def _quoted(match: re.Match[str], place: Span) -> Token:
    """Words between quotes; an odd token where the quotes are never closed."""
    written, (start, end) = match.group(), match.span()
    if (straight := match["straight"]) is not None:
        return Token("text", letters.label(_UNESCAPED.sub(r"\1", straight)), start, end)
    inside = next((found for name in _QUOTES if (found := match[name]) is not None), None)
    if inside is None:
        return Token("odd", written[0], start, end)
    text = letters.label(_UNESCAPED.sub(r"\1", inside))
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return Token("text", text, start, end, in_signs.curly_quote(place, written[0], '"', f'"{escaped}"'))


_QUOTES = ("curly", "angled", "mixed", "single")
_UNESCAPED = re.compile(r"\\(.)")


def odd_sign(sign: str, span: Span) -> Problem:
    """What to say of a sign that is no part of the language."""
    if sign in _OPENING:
        return in_signs.open_quote(span)
    return in_signs.strange_sign(span, sign)


_OPENING = frozenset({'"', "'", *letters.DOUBLE_QUOTES, *letters.SINGLE_QUOTES})
