"""Takes a script apart into its tokens, for whoever makes it shorter.

One promise: the tokens together are the script again, sign for sign. It holds for scripts that end every statement with a semicolon, and
have no empty ones, as ours do.
"""

import re
from collections.abc import Iterable, Iterator

_TOKEN = re.compile(
    r"""(?P<air>(?:\s|//[^\n]*|/\*.*?\*/)+)
    | (?P<text>"(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*')
    | (?P<signs>\.\.\.|\+\+|--)
    | (?P<word>[\w$]+)
    | (?P<sign>.)""",
    re.DOTALL | re.VERBOSE,
)
_PATTERN = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
_BEFORE_A_PATTERN = re.compile(r"return|case|\.\.\.|.*\$\{|[(,=:\[!&|?{};+]", re.DOTALL)
_OF_A_TEMPLATE = re.compile(r"(?:[^`\\$]|\\.|\$(?!\{))*(?:`|\$\{)", re.DOTALL)


def tokens(script: str) -> Iterator[tuple[str, bool]]:
    """Each token, and whether it is only air: what stands between tokens, comments included.

    A text in backticks is cut where code stands in it: "`up to ${", the tokens of the code, "} after it`".
    """
    at, before = 0, ";"
    inside = [0]  # how many braces are open in the script, and in each piece of code in a text
    while at < len(script):
        if script[at] == "`" or (script[at] == "}" and inside[-1] == 0 and len(inside) > 1):
            found = _OF_A_TEMPLATE.match(script, at + 1)
            assert found is not None, "a text in backticks ends"
            if script[at] == "}":
                inside.pop()
            if found[0].endswith("${"):
                inside.append(0)
            before = script[at : found.end()]
            at = found.end()
            yield before, False
            continue
        # A slash divides behind a value, and begins a pattern everywhere else.
        pattern = _PATTERN.match(script, at) if _BEFORE_A_PATTERN.fullmatch(before) and script[at : at + 2] not in ("//", "/*") else None
        match = pattern or _TOKEN.match(script, at)
        assert match is not None, "any sign is a token"
        inside[-1] += (match[0] == "{") - (match[0] == "}")
        is_air = match.lastgroup == "air"
        yield match[0], is_air
        at = match.end()
        before = before if is_air else match[0]


def is_name(token: str) -> bool:
    """Whether a token is a name, or a word of the language."""
    return is_word(token[0]) and not token[0].isdigit()


def is_word(sign: str) -> bool:
    """Whether a sign may stand in a name or a number."""
    return sign.isalnum() or sign in "_$"


def together(texts: Iterable[str]) -> str:
    """The tokens as a script, with air only where two of them would be another one without."""
    found: list[str] = []
    for text in texts:
        if found and _has_to_be_apart(found[-1], text):
            found.append(" ")
        found.append(text)
    return "".join(found)


def _has_to_be_apart(before: str, after: str) -> bool:
    words = is_word(before[-1]) and is_word(after[0])
    return words or (before[-1] == after[0] and after[0] in "+-")
