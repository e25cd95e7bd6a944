"""A script as people write it comes in, the same script without comments and air leaves: a third of it weighs nothing to a browser.

One promise: every word, sign and text of the script is there as it was, in its order; names are those that were written. It holds for
scripts that end every statement with a semicolon, as ours do.
"""

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"""(?P<air>(?:\s|//[^\n]*|/\*.*?\*/)+)
    | (?P<text>"(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*')
    | (?P<word>[\w$]+)
    | (?P<sign>.)""",
    re.DOTALL | re.VERBOSE,
)
_PATTERN = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
_BEFORE_A_PATTERN = re.compile(r"return|case|[(,=:\[!&|?{};+]")


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
        if script[at] == "`":
            end = _end_of_template(script, at)
            yield script[at:end], False
            at, before = end, "`"
            continue
        # A slash divides behind a value, and begins a pattern everywhere else.
        pattern = _PATTERN.match(script, at) if _BEFORE_A_PATTERN.fullmatch(before) and script[at : at + 2] not in ("//", "/*") else None
        match = pattern or _TOKEN.match(script, at)
        assert match is not None, "any sign is a token"
        is_air = match.lastgroup == "air"
        yield match[0], is_air
        at = match.end()
        before = before if is_air else match[0]


def _end_of_template(script: str, start: int) -> int:
    """Where a text in backticks ends, with the code in it, in which there may be such texts again."""
    at, depth = start + 1, 0
    while depth or script[at] != "`":
        if script[at] == "`":
            at = _end_of_template(script, at)
            continue
        if script[at] == "\\":
            at += 1
        elif script.startswith("${", at):
            depth += 1
            at += 1
        elif depth and script[at] in "{}":
            depth += 1 if script[at] == "{" else -1
        at += 1
    return at + 1


def _between(before: str, air: str, after: str) -> str:
    """What has to stand between two tokens with air between them."""
    if "\n" in air and before in (";", "}") and after not in tuple("}),;"):
        return "\n"
    words = _is_word(before[-1]) and _is_word(after[0])
    return " " if words or (before[-1] == after[0] and after[0] in "+-") else ""


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign in "_$"
