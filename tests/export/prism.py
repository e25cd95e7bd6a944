"""Reads models in as much of the PRISM language as `unmask export` writes, and works out the probability of each label.

It is read as the language's own page has it, and knows nothing of what wrote it. One module, global formulas, one command a state.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from tests.export.solving import End, Node, Ways, odds

_PYTHON = {"|": "or", "&": "and", "=": "=="}
_TOKEN = re.compile(r"\s*(?:(\d+)|([A-Za-z_]\w*)|(->|<=|>=|!=|\.\.|[-+*/<>=&|!?:;()\[\],']))")
State = tuple[int, ...]


class Command(NamedTuple):
    guard: str
    updates: list[tuple[str, list[tuple[int, str]]]]


class Model:
    """A `dtmc`. Formulas and expressions are kept as Python, over a state called `s`."""

    def __init__(self, text: str) -> None:
        bare = "\n".join(line.partition("//")[0] for line in text.splitlines())
        self.labels_text = re.findall(r'label "(\w+)" = ([^;]+);', bare)
        self.formulas = dict(re.findall(r"^formula (\w+) = ([^;]+);", bare, re.MULTILINE))
        head, body = re.search(r"^dtmc\b(.*)^module \w+\n(.*)^endmodule", bare, re.MULTILINE | re.DOTALL).groups()
        assert re.sub(r"formula \w+ = [^;]+;", "", head).strip() == ""
        statements = [part.strip() for part in body.split(";")]
        assert statements.pop() == ""
        declared = [re.fullmatch(r"(\w+) : \[(-?\d+)\.\.(-?\d+)\] init (-?\d+)", part) for part in statements if part[0] != "["]
        found = [match.groups() for match in declared if match]
        assert len(found) == len(declared)
        self.index = {name: index for index, (name, _, _, _) in enumerate(found)}
        assert len({name.casefold() for name in (*self.index, *self.formulas)}) == len(found) + len(self.formulas)
        self.bounds = [(int(low), int(high)) for _, low, high, _ in found]
        self.start = tuple(int(init) for *_, init in found)
        self._code: dict[str, object] = {}
        self.commands = [self._command(part) for part in statements if part[0] == "["]

    def _command(self, text: str) -> Command:
        guard, _, rest = text.removeprefix("[]").partition("->")
        updates = []
        for branch in _apart(rest, "+") if ":" in _outside(rest) else [f"1 : {rest}"]:
            share, _, changes = branch.partition(":")
            parts = [] if changes.strip() == "true" else [change.strip() for change in _apart(changes, "&")]
            pairs = [re.fullmatch(r"\((\w+)'=(.*)\)", part, re.DOTALL) for part in parts]
            assert all(pairs), parts
            updates.append((self._made(share), [(self.index[pair[1]], self._made(pair[2])) for pair in pairs if pair]))
        return Command(self._made(guard), updates)

    # ── what happens ──

    def ways(self, state: Node) -> Ways:
        """What may follow: exactly one command holds, its shares make 1, and nothing leaves its bounds."""
        assert isinstance(state, tuple)
        holding = [command for command in self.commands if self._value(command.guard, state)]
        assert len(holding) == 1, (state, len(holding))
        found: Ways = []
        for share, changes in holding[0].updates:
            weight = Fraction(self._value(share, state))
            assert weight >= 0
            if weight:
                found.append((weight, self._after(state, changes)))
        assert sum(weight for weight, _ in found) == 1
        return found

    def _after(self, state: State, changes: list[tuple[int, str]]) -> State:
        row = list(state)
        for index, value in changes:
            row[index] = self._value(value, state)
            assert self.bounds[index][0] <= row[index] <= self.bounds[index][1]
        return tuple(row)

    def odds(self) -> dict[str, Fraction]:
        """The probability of each ending's label, each of which only leads to itself."""
        return self._until([name for name, _ in self.labels_text if name.startswith("ending_")])

    def reaches(self, label: str) -> Fraction:
        """The probability of one label."""
        return self._until([label]).get(label, Fraction(0))

    def _until(self, labels: list[str]) -> dict[str, Fraction]:
        tests = [(name, self._made(test)) for name, test in self.labels_text if name in labels]

        def ways(node: Node) -> Ways:
            assert isinstance(node, tuple)
            here = [name for name, test in tests if self._value(test, node)]
            assert len(here) < 2
            if here:
                assert self.ways(node) == [(Fraction(1), node)]
                return [(Fraction(1), End(here[0]))]
            return self.ways(node)

        return odds(self.start, ways, most=200_000, most_together=400)

    # ── expressions ──

    def _value(self, code: str, state: State) -> object:
        if code not in self._code:
            self._code[code] = eval(f"lambda s: {code}", {"Fraction": Fraction, "min": min, "max": max, "pow": pow})
        return self._code[code](state)

    def _made(self, text: str) -> str:
        tokens = [next(part for part in match.groups() if part) for match in _tokens(text)]
        code = self._either(tokens)
        assert not tokens, (text, tokens)
        return code

    def _either(self, tokens: list[str]) -> str:
        """`?:` binds weakest."""
        found = self._row(tokens, 0)
        if tokens[:1] == ["?"]:
            tokens.pop(0)
            then = self._either(tokens)
            assert tokens.pop(0) == ":"
            return f"({then} if {found} else {self._either(tokens)})"
        return found

    _LEVELS = (("|",), ("&",), ("!",), ("=", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "/"))

    def _row(self, tokens: list[str], level: int) -> str:
        if level == len(self._LEVELS):
            return self._one(tokens)
        if self._LEVELS[level] == ("!",):
            if tokens[0] == "!":
                tokens.pop(0)
                return f"(not {self._row(tokens, level)})"
            return self._row(tokens, level + 1)
        found = self._row(tokens, level + 1)
        while tokens and tokens[0] in self._LEVELS[level]:
            sign = tokens.pop(0)
            right = self._row(tokens, level + 1)
            found = f"Fraction({found}, {right})" if sign == "/" else f"({found} {_PYTHON.get(sign, sign)} {right})"
        return found

    def _one(self, tokens: list[str]) -> str:
        token = tokens.pop(0)
        if token == "(":
            found = self._either(tokens)
            assert tokens.pop(0) == ")"
            return f"({found})"
        if token == "-":
            return f"(-{self._one(tokens)})"
        if token in ("min", "max", "pow"):
            assert tokens.pop(0) == "("
            parts = [self._either(tokens)]
            while tokens.pop(0) == ",":
                parts.append(self._either(tokens))
            return f"{token}({', '.join(parts)})"
        if token in ("true", "false"):
            return token.capitalize()
        if token.isdigit():
            return token
        return f"({self._made(self.formulas[token])})" if token in self.formulas else f"s[{self.index[token]}]"


def _tokens(text: str) -> Iterator["re.Match[str]"]:
    at = 0
    text = text.strip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        assert match, text[at:]
        yield match
        at = match.end()


def _outside(text: str) -> str:
    """What stands in no parentheses, with the rest blotted out."""
    depth, found = 0, []
    for sign in text:
        depth -= sign == ")"
        found.append(sign if depth == 0 else " ")
        depth += sign == "("
    return "".join(found)


def _apart(text: str, sign: str) -> list[str]:
    """The parts between signs that stand in no parentheses."""
    blotted, parts, start = _outside(text), [], 0
    for at, other in enumerate(blotted):
        if other == sign:
            parts.append(text[start:at])
            start = at + 1
    return [*parts, text[start:]]
