"""Chooses words where a line leaves a choice.

Wording has its own dice, keyed by the run, the event and the alternatives' own text: changing prose never changes what
happens, and changing one line leaves the others as they were.
"""

import zlib
from collections.abc import Iterator
from functools import cache

from unmask.run.draws import Pair, below, key_of, threefry
from unmask.run.state import Layout
from unmask.telling.marks import GAP
from unmask.telling.outline import Spoken
from unmask.world.model import (
    Any,
    Cases,
    Constant,
    Expression,
    First,
    Mention,
    Operation,
    Part,
    Say,
    Template,
    Times,
    Was,
    Why,
    Words,
)

Leaf = Words | Say | Mention | Why


class Wording:
    """Remembers what was told already: alternatives do not come again until all came, and never twice running.

    `voice` is "" for the lines that all sides share, else the side whose own lines these are.
    """

    def __init__(self, layout: Layout, seed: int, number: int, voice: str = "") -> None:
        self.layout = layout
        self.run_key = key_of(seed, number)
        self.voice = voice
        self.told: dict[str, int] = {}
        self.used: dict[str, list[int]] = {}
        self.drawn: dict[tuple[int, str], int] = {}
        self.keys: dict[str, Pair] = {}

    def chosen(self, spoken: Spoken) -> tuple[Leaf, ...]:
        """The parts of a line with every choice made."""
        return tuple(self._chosen(spoken.line.template, spoken))

    def _chosen(self, template: Template, spoken: Spoken) -> Iterator[Leaf]:
        for part in template:
            match part:
                case Any(choices):
                    yield from self._or_gap(choices[self._pick(part, spoken)], spoken)
                case First(choices):
                    text = text_of(part)
                    count = self.told.get(text, 0)
                    self.told[text] = count + 1
                    yield from self._or_gap(choices[min(count, len(choices) - 1)], spoken)
                case Cases(cases):
                    yield from self._or_gap(self._case(cases, spoken), spoken)
                case _:
                    yield part

    def _or_gap(self, template: Template, spoken: Spoken) -> Iterator[Leaf]:
        """The words, or a mark that some were left unsaid."""
        if not template:
            yield Words(GAP)
        yield from self._chosen(template, spoken)

    def _case(self, cases: tuple[tuple[Expression | None, Template], ...], spoken: Spoken) -> Template:
        for test, then in cases:
            if test is None or self.worth(test, spoken):
                return then
        return ()

    def _pick(self, part: Any, spoken: Spoken) -> int:
        """One that was not told since all of them last were; the last told does not open the next round."""
        text = text_of(part)
        used = self.used.setdefault(text, [])
        left = [index for index in range(len(part.choices)) if index not in used]
        if not left:
            last = used[-1]
            used.clear()
            left = [index for index in range(len(part.choices)) if index != last or len(part.choices) == 1]
        again = self.drawn.get((spoken.event, text), 0)
        self.drawn[spoken.event, text] = again + 1
        picked = left[below(self._key(text), spoken.event, again, len(left))]
        used.append(picked)
        return picked

    def _key(self, text: str) -> Pair:
        if text not in self.keys:
            written = f"{self.voice}\n{text}".encode()
            self.keys[text] = threefry(self.run_key, (zlib.crc32(written), len(written)))
        return self.keys[text]

    def worth(self, expression: Expression, spoken: Spoken) -> int:
        """What an expression says in a line of prose: after the passage, or just before it where the line looks back."""
        match expression:
            case Was(of):
                return self.layout.value(of, spoken.before)
            case Times():
                return spoken.times
            case Operation(operator, operands) if _looks_back(expression):
                known = _of_values(operator, *(self.worth(operand, spoken) for operand in operands))
                return self.layout.value(known, spoken.after)
            case _:
                return self.layout.value(expression, spoken.after)


@cache
def _of_values(operator: str, *values: int) -> Operation:
    """The operation on known values; made once, because a layout remembers every expression that it is asked about."""
    return Operation(operator, tuple(map(Constant, values)))


def _looks_back(expression: Expression) -> bool:
    """Whether something in it is known to prose alone."""
    match expression:
        case Was() | Times():
            return True
        case Operation(_, operands):
            return any(_looks_back(operand) for operand in operands)
        case _:
            return False


def text_of(part: Part) -> str:
    """The alternatives' text, by which their dice are keyed: words as they stand, anything worked out as a mark.

    So is whoever is named: with other people in the roles it is the same passage, and should not come twice running either.
    """
    match part:
        case Words(text):
            return text
        case Any(choices) | First(choices):
            return f"{{{'|'.join(''.join(map(text_of, choice)) for choice in choices)}}}"
        case Cases(cases):
            return f"{{?{'|'.join(''.join(map(text_of, then)) for _, then in cases)}}}"
        case Mention(_, form, verb):
            return f"{{@{form} {verb}}}"
        case _:
            return "{=}"
