"""Shortens a script for the page: without comments, without air, without functions that nothing calls.

One promise: it does what it did. Every text and pattern of the script is there as it was, in its order.
"""

from collections import Counter
from collections.abc import Iterator

from unmask.export.script import is_name, together, tokens


def squeezed(script: str) -> str:
    """The script without air."""
    found: list[str] = []
    before = ""
    for token, is_air in tokens(script):
        if is_air:
            continue
        if (before == ";" and token == "}") or (before == "," and token in ("}", ")")):
            found.pop()
        found.append(token)
        before = token
    return together(found)


def needed(script: str) -> str:
    """The script without the functions at its top that nothing in it calls: they are there for whoever imports its modules."""
    left = [token for token, _ in tokens(script)]
    while True:
        uses = Counter(token for token in left if is_name(token))
        start = next((at for at, name in _functions_at_the_top(left) if uses[name] == 1), None)
        if start is None:
            return "".join(left)
        del left[start : _end_of_block(left, start) + 1]


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
