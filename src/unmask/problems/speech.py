"""Words in which a problem speaks of somebody, and of values."""

from collections.abc import Sequence
from typing import Protocol


def of(owner: str) -> str:
    """`Kylo's`; the lines of a kind speak of whoever has them."""
    return "their own" if owner == "self" else f"{they(owner)}'s"


def they(mind: str) -> str:
    """Whose mind it is; in the lines of a kind it is anybody's. A role is set off as a word of the story: a sentence may begin with it."""
    return "Somebody" if mind == "self" else f"`{mind}`" if mind[:1].islower() else mind


class Kindred(Protocol):
    """As much of a type as is needed to speak of it."""

    @property
    def sort(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def names(self) -> tuple[str, ...]: ...
    @property
    def low(self) -> int: ...
    @property
    def high(self) -> int: ...


def described(type_: Kindred) -> str:
    """What a value of a type is: `a level of feeling (none < strong)`."""
    match type_.sort:
        case "scale":
            return f"a level of {type_.name} ({_shortened(type_.names, ' < ')})"
        case "set":
            return f"one of {_shortened(type_.names, ', ')}"
        case "yes/no":
            return "yes or no"
        case _:
            return "a number"


def _shortened(names: Sequence[str], between: str) -> str:
    return between.join(names) if len(names) <= 6 else f"{between.join(names[:3])}{between}…{between}{names[-1]}"


def counted(number: int, noun: str) -> str:
    """So many of something: `1 scene`, `2 scenes`, `1,000 different people`."""
    return f"{number:,} {noun if number == 1 else plural(noun)}"


def cut_off(limit: int, seen: int, runs: int) -> str:
    """What a story's limit does to runs, as the beginning of a sentence."""
    which = "which ends" if seen == 1 else "which end"
    return f"the limit of {counted(limit, 'event')} cuts off {seen:,} of {counted(runs, 'run')}, {which} endless"


def plural(noun: str) -> str:
    """More than one of something, by its last word: `entries`, `ways`, `different people`."""
    before, blank, last = noun.rpartition(" ")
    if last == "person":
        return f"{before}{blank}people"
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        return f"{before}{blank}{last[:-1]}ies"
    return f"{before}{blank}{last}{'es' if last.endswith(('s', 'x', 'ch', 'sh')) else 's'}"


def short(line: str, most: int = 120) -> str:
    """What an object says of itself, between angle brackets, so short that it can be printed among others."""
    return line if len(line) <= most else f"{line[: most - 2]}…>"
