"""Shortens a script for the page: without comments, without air, with short names.

One promise: it does what it did. Every text and pattern of the script is there as it was, in its order. It holds for scripts that end every
statement with a semicolon and have no empty ones, as ours do.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import count, pairwise

_TOKEN = re.compile(
    r"""(?P<air>(?:\s|//[^\n]*|/\*.*?\*/)+)
    | (?P<text>"(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*')
    | (?P<word>[\w$]+)
    | (?P<sign>.)""",
    re.DOTALL | re.VERBOSE,
)
_PATTERN = re.compile(r"/(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
_BEFORE_A_PATTERN = re.compile(r"return|case|[(,=:\[!&|?{};+]")
# What a browser has at hand by a bare name: it may be meant where nothing of ours is.
_BROWSERS = frozenset(
    (
        "close crypto document event external fetch find focus frames history innerHeight innerWidth length localStorage location "
        "matchMedia name navigator open origin parent performance print process screen scroll scrollTo scrollX scrollY self status stop "
        "top window"
    ).split(" ")
)


def squeezed(script: str) -> str:
    """The script without air."""
    found: list[str] = []
    before, air = "", ""
    for token, is_air in _tokens(script):
        if is_air:
            air = token
            continue
        if (before == ";" and token == "}") or (before == "," and token in ("}", ")")):
            found.pop()
        elif air and before and _has_to_be_apart(before, token):
            found.append(" ")
        found.append(token)
        before, air = token, ""
    return "".join(found)


def shortened(script: str) -> str:
    """The script with short names for what it declares, where such a name stands for nothing else anywhere in it.

    Where it may be a property's name as well, or a browser's own, or stands in a text, it is left as it is. What is never set twice may as
    well be what could be, and one parameter needs no parentheses.
    """
    tokens = [token for token, _ in _tokens(script)]
    solid = ["", *(token for token in tokens if not token.isspace()), ""]
    uses = Counter(token for token in solid if token and _is_name(token))
    everywhere = Counter(re.findall(r"[\w$]+", script))
    taken = {token for before, token, after in zip(solid, solid[1:], solid[2:], strict=False) if _may_be_a_property(before, after)}
    names = [name for name in _declared(solid) - taken - _BROWSERS if len(name) > 3 and uses[name] == everywhere[name]]
    fresh = (name for name in map(_short_name, count()) if name not in everywhere)
    short = dict(zip(sorted(names, key=lambda name: (-uses[name], name)), fresh, strict=False))
    shorter = {"const": "let", "true": "!0", "false": "!1", "undefined": "void 0", "Infinity": "1/0"}
    return "".join(_with_bare_parameters([shorter.get(token) or short.get(token, token) for token in tokens]))


def _with_bare_parameters(tokens: list[str]) -> Iterator[str]:
    """Functions of one plain parameter without its parentheses."""
    at = 0
    while at < len(tokens):
        name = tokens[at + 1] if tokens[at] == "(" and tokens[at + 2 : at + 5] == [")", "=", ">"] else ""
        if name and _is_name(name):
            yield f" {name}" if at and _is_word(tokens[at - 1][-1]) else name
            at += 3
        else:
            yield tokens[at]
            at += 1


def needed(script: str) -> str:
    """The script without the functions at its top that nothing in it calls: they are there for whoever imports its modules."""
    tokens = [token for token, _ in _tokens(script)]
    while True:
        uses = Counter(name for token in tokens for name in re.findall(r"[\w$]+", token))
        start = next((at for at, name in _functions_at_the_top(tokens) if uses[name] == 1), None)
        if start is None:
            return "".join(tokens)
        del tokens[start : _end_of_block(tokens, start) + 1]


def _functions_at_the_top(tokens: list[str]) -> Iterator[tuple[int, str]]:
    """Where each function at the top begins, and its name."""
    depth, before = 0, ""
    for at, token in enumerate(tokens):
        depth += (token in ("{", "(")) - (token in ("}", ")"))
        if token == "function" and depth == 0 and before in ("", "}", ";"):
            yield at, tokens[at + 2]
        before = token if not token.isspace() else before


def _end_of_block(tokens: list[str], start: int) -> int:
    """Where the body of a function ends that begins there: its parameters may have braces too, between parentheses."""
    round_, curly = 0, 0
    for at in range(start, len(tokens)):
        round_ += (tokens[at] == "(") - (tokens[at] == ")")
        if round_ == 0:
            curly += (tokens[at] == "{") - (tokens[at] == "}")
            if tokens[at] == "}" and curly == 0:
                return at
    raise ValueError("a function that does not end: our scripts have none")


def _declared(solid: list[str]) -> set[str]:
    return {after for token, after in pairwise(solid) if token in ("function", "class", "const", "let") and _is_name(after)}


def _may_be_a_property(before: str, after: str) -> bool:
    """Whether a name may be that of a property: behind a dot, before a colon, or alone among others between braces."""
    return before == "." or after == ":" or (before in ("{", ",") and after in ("}", ",", "="))


def _short_name(number: int) -> str:
    """`$a`, `$b`, …, `$z`, `$aa`: no word of the language among them."""
    letters = ""
    while number >= 0:
        letters = chr(97 + number % 26) + letters
        number = number // 26 - 1
    return f"${letters}"


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


def _has_to_be_apart(before: str, after: str) -> bool:
    """Whether two tokens with air between them would be another one without."""
    words = _is_word(before[-1]) and _is_word(after[0])
    return words or (before[-1] == after[0] and after[0] in "+-")


def _is_name(token: str) -> bool:
    return _is_word(token[0]) and not token[0].isdigit()


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign in "_$"
