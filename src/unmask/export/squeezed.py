"""A script as people write it comes in, the same script without comments and air leaves: a third of it weighs nothing to a browser.

One promise: every word, sign and text of the script is there as it was, in its order; names are those that were written. It holds for
scripts that end every statement with a semicolon, as ours do.
"""

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"""(?P<air>(?:\s|//[^\n]*|/\*.*?\*/)+)
    | (?P<text>"(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' | `(?:[^`\\]|\\.)*`)
    | (?P<word>[\w$]+)
    | (?P<sign>.)""",
    re.DOTALL | re.VERBOSE,
)
_PATTERN = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
_BEFORE_A_PATTERN = re.compile(r"return|case|[(,=:\[!&|?{};+]")


class TextInText(Exception):
    """A template within a template, which is not taken apart here; the message is where it begins."""


def squeezed(script: str) -> str:
    """The script, a statement a line."""
    found: list[str] = []
    before, air = "", ""
    for token, is_air in _tokens(script):
        if is_air:
            air = token
            continue
        if air and before:
            found.append(_between(before, air, token))
        found.append(token)
        before, air = token, ""
    return "".join(found)


def _tokens(script: str) -> Iterator[tuple[str, bool]]:
    """Each token, and whether it is only air: what stands between tokens, comments included."""
    at, before = 0, ";"
    while at < len(script):
        # A slash divides behind a value, and begins a pattern everywhere else.
        pattern = _PATTERN.match(script, at) if _BEFORE_A_PATTERN.fullmatch(before) and script[at : at + 2] not in ("//", "/*") else None
        match = pattern or _TOKEN.match(script, at)
        assert match is not None, "any sign is a token"
        if match[0].startswith("`") and match[0].count("${") > match[0].count("}"):
            raise TextInText(match[0])
        is_air = match.lastgroup == "air"
        yield match[0], is_air
        at = match.end()
        before = before if is_air else match[0]


def _between(before: str, air: str, after: str) -> str:
    """What has to stand between two tokens with air between them."""
    if "\n" in air and before in (";", "}") and after not in tuple("}),;"):
        return "\n"
    words = _is_word(before[-1]) and _is_word(after[0])
    return " " if words or (before[-1] == after[0] and after[0] in "+-") else ""


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign in "_$"
