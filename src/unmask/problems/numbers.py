"""Checks numbers and texts that somebody gives in Python, and says what they have to be."""

from operator import index
from typing import SupportsIndex

MOST_STATES = 2_000_000_000
"""So many states may be asked for: more have no number."""


def whole(what: str, value: SupportsIndex, low: int, high: int) -> int:
    """The number, of whatever type that counts as whole (numpy's do). Raises ValueError where it is none, or out of range."""
    try:
        number = index(value)
    except TypeError:
        raise ValueError(f"{what} is a whole number from {low:,} to {high:,}, not {str(value)[:40]!r}") from None
    if not low <= number <= high:
        raise ValueError(f"{what} is a whole number from {low:,} to {high:,}, not {number:,}")
    return number


def states(budget: SupportsIndex) -> int:
    """How many states may be gone through. Raises ValueError."""
    return whole("the budget of states", budget, 1, MOST_STATES)


def integer(what: str, value: SupportsIndex) -> int:
    """The number, where whoever knows the range tells of it. Raises ValueError where it is no whole number."""
    try:
        return index(value)
    except TypeError:
        raise ValueError(f"{what} is a whole number, not {str(value)[:40]!r}") from None


def written(what: str, value: object) -> str:
    """A text. Raises ValueError where it is none."""
    if not isinstance(value, str):
        raise ValueError(f"{what} is a text, not {str(value)[:40]!r}")
    return value
