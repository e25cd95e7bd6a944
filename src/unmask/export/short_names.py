"""Gives short names to what a script declares, for the page.

One promise: it does what it did. Properties keep their names, and so does what a browser has at hand; texts stay as they are.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from unmask.export.script import is_name, together, tokens

# What a browser has at hand by a bare name: it may be meant where nothing of ours is.
_BROWSERS = frozenset(
    (
        "close crypto document event external fetch find focus frames history innerHeight innerWidth length localStorage location "
        "matchMedia name navigator open origin parent performance print process screen scroll scrollTo scrollX scrollY self status stop "
        "top window"
    ).split(" ")
)
_LANGUAGES = frozenset(
    (
        "as async await break case catch class const continue debugger default delete do else enum eval export extends false finally for "
        "from function get if implements import in instanceof interface let new null of package private protected public return set "
        "static super switch this throw true try typeof undefined var void while with yield arguments constructor NaN Infinity"
    ).split(" ")
)
_SHORTER = {"const": "let", "true": "!0", "false": "!1", "undefined": "void 0", "Infinity": "1/0"}
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_OPENING, _CLOSING = ("(", "[", "{"), (")", "]", "}")
_BEFORE_A_BOUND_NAME, _BEHIND_A_BOUND_NAME = ("(", ",", "[", "{", ":", "..."), (")", ",", "]", "}", "=")
_BEFORE_A_BLOCK = ("", ")", ";", "{", "}", "else", "try", "finally", "do", "catch")


class Token(NamedTuple):
    """A token, and what its place makes of it: `is_key` where it names a property, `is_both` where it names what that holds as well."""

    text: str
    is_key: bool = False
    is_both: bool = False


def shortened(script: str) -> str:
    """The script with short names for variables, parameters, functions and classes, wherever that makes it shorter.

    What is never set twice may as well be what could be, declarations that follow each other are one, and one parameter needs no
    parentheses.
    """
    found = _placed([token for token, is_air in tokens(script) if not is_air])
    short = _short_names(found)
    return together(_with_bare_parameters(_declared_together([text for token in found for text in _said(token, short)])))


def _said(token: Token, short: dict[str, str]) -> tuple[str, ...]:
    if token.is_key:
        return (token.text,)
    name = short.get(token.text) or _SHORTER.get(token.text, token.text)
    return (token.text, ":", name) if token.is_both and name != token.text else (name,)


def _declared_together(texts: list[str]) -> list[str]:
    """`let a=1;let b=2` as `let a=1,b=2`."""
    found: list[str] = []
    declares = [False]  # whether the statement before was a declaration, in each bracket that is open
    for text in texts:
        if found and found[-1] == ";":
            if text == "let" and declares[-1]:
                found[-1] = ","
                continue
            declares[-1] = False
        if _closes(text):
            declares.pop()
        declares[-1] |= text == "let"
        if _opens(text):
            declares.append(False)
        found.append(text)
    return found


def _with_bare_parameters(texts: list[str]) -> Iterator[str]:
    """Functions of one plain parameter without its parentheses."""
    at = 0
    while at < len(texts):
        name = texts[at + 1] if texts[at] == "(" and texts[at + 2 : at + 5] == [")", "=", ">"] else ""
        yield name if name and is_name(name) else texts[at]
        at += 3 if name and is_name(name) else 1


# ── which names ──


def _short_names(found: list[Token]) -> dict[str, str]:
    """For each name of ours its short one, the shortest for what is used most; none where that gains nothing."""
    uses = Counter(token.text for token in found if is_name(token.text) and not token.is_key)
    both = Counter(token.text for token in found if token.is_both)
    ours = _declared(found) - _BROWSERS
    worth = {name for name in ours if uses[name] * (len(name) - 2) > both[name] * (len(name) + 1)}
    kept = (set(uses) - worth) | _LANGUAGES
    fresh = (name for name in map(_short_name, count()) if name not in kept)
    return dict(zip(sorted(worth, key=lambda name: (both[name] - uses[name], name)), fresh, strict=False))


def _short_name(number: int) -> str:
    """`a`, `b`, …, `Z`, `aa`, `ab`, …"""
    letters = ""
    while number >= 0:
        letters = _LETTERS[number % len(_LETTERS)] + letters
        number = number // len(_LETTERS) - 1
    return letters


def _declared(found: list[Token]) -> set[str]:
    """The names of variables, functions, classes and parameters."""
    texts = [token.text for token in found]
    names: set[str] = set()
    for at, text in enumerate(texts):
        before = texts[at - 1] if at else ""
        if is_name(text) and (before in ("function", "class", "const", "let") or texts[at + 1 : at + 3] == ["=", ">"]):
            names.add(text)
        is_pattern = (before in ("const", "let") and text in ("[", "{")) or (text == "(" and _has_parameters(found, at))
        if is_pattern:
            names |= _bound(found, at)
    return names - _LANGUAGES


def _has_parameters(found: list[Token], start: int) -> bool:
    """Whether parentheses hold the parameters of a function, or what is caught."""
    end = _end(found, start)
    before = found[start - 1]
    then = [token.text for token in found[end + 1 : end + 3]]
    return then == ["=", ">"] or before.text == "catch" or found[start - 2].text == "function" or (before.is_key and then[:1] == ["{"])


def _bound(found: list[Token], start: int) -> set[str]:
    """The names that a pattern gives to what it takes apart, or a function to what it is given."""
    end = _end(found, start)
    return {
        token.text
        for before, token, after in zip(found[start:end], found[start + 1 : end], found[start + 2 : end + 1], strict=False)
        if is_name(token.text) and not token.is_key and before.text in _BEFORE_A_BOUND_NAME and after.text in _BEHIND_A_BOUND_NAME
    }


def _end(found: list[Token], start: int) -> int:
    """Where the bracket closes that opens there."""
    depth = 0
    for at in range(start, len(found)):
        depth += _opens(found[at].text) - _closes(found[at].text)
        if depth == 0:
            return at
    raise ValueError("a bracket that does not close: our scripts have none")


# ── what is a property ──


def _placed(texts: list[str]) -> list[Token]:
    """The tokens, each with what it is where it stands: among statements or values, in an object, or in a class."""
    found: list[Token] = []
    holds = ["statements"]  # what each bracket that is open holds
    for at, text in enumerate(texts):
        before, after = texts[at - 1] if at else "", texts[at + 1] if at + 1 < len(texts) else ""
        if _closes(text):
            holds.pop()
        is_first = holds[-1] == "object" and before in ("{", ",")
        is_method = holds[-1] == "class" and after == "(" and before in ("{", "}", "get")
        is_key = before == "." or is_method or (is_first and after in (":", "("))
        found.append(Token(text, is_key, is_first and is_name(text) and after in (",", "}", "=")))
        if _opens(text):
            holds.append(_held_by_braces(texts, at) if text == "{" else "values")
    return found


def _held_by_braces(texts: list[str], at: int) -> str:
    before = texts[at - 1] if at else ""
    if "class" in (texts[at - 2], texts[at - 4]):
        return "class"
    is_block = before in _BEFORE_A_BLOCK or texts[at - 2 : at] == ["=", ">"] or (before == ":" and _is_case(texts, at))
    return "statements" if is_block else "object"


def _is_case(texts: list[str], at: int) -> bool:
    """Whether a colon before this place ends `case …` or `default`, and not the first half of a choice."""
    for text in reversed(texts[:at]):
        if text in ("case", "default"):
            return True
        if text in (";", "{", "}", "?"):
            return False
    return False


def _opens(text: str) -> bool:
    return text in _OPENING or text.endswith("${")


def _closes(text: str) -> bool:
    """Whether it closes a bracket, or the code in a text in backticks."""
    return text in _CLOSING or (text[0] == "}" and text[-1] in "`{")
