"""Tests whether two engines play the same story: Pearson's chi-square of their endings."""

from collections import Counter
from math import erfc, exp, pi, sqrt

FEW = 5  # an ending that is expected less often than this in either lot is counted together with the other rare ones


def agreement(ours: Counter[str], theirs: Counter[str]) -> str:
    """The statistic in words: how it comes out, and how often chance alone would do so."""
    pairs = _not_too_rare(ours, theirs)
    if len(pairs) < 2:
        return f"too few runs to tell ({theirs.total():,})"
    square = chi_square(pairs)
    return f"chi-square {square:.1f}, {len(pairs) - 1} degrees, p = {by_chance(square, len(pairs) - 1):.2f}, {theirs.total():,} runs"


def chi_square(pairs: list[tuple[int, int]]) -> float:
    """How far two lots of counts are from being drawn from one."""
    totals = [sum(lot) for lot in zip(*pairs, strict=True)]
    square = 0.0
    for pair in pairs:
        for seen, total in zip(pair, totals, strict=True):
            expected = sum(pair) * total / sum(totals)
            square += (seen - expected) ** 2 / expected
    return square


def by_chance(square: float, degrees: int) -> float:
    """How likely chance alone is to make it so large or larger: closed forms for a whole number of degrees of freedom."""
    half = square / 2
    if degrees % 2 == 0:
        term, total = 1.0, 1.0
        for number in range(1, degrees // 2):
            term *= half / number
            total += term
        return exp(-half) * total
    term, total = sqrt(square) * sqrt(2 / pi), 0.0
    for number in range(1, degrees, 2):
        total += term
        term *= square / (number + 2)
    return erfc(sqrt(half)) + exp(-half) * total


def _not_too_rare(ours: Counter[str], theirs: Counter[str]) -> list[tuple[int, int]]:
    share = min(ours.total(), theirs.total()) / (ours.total() + theirs.total())
    pairs, rare = [], (0, 0)
    for ending in sorted(ours | theirs):
        pair = ours[ending], theirs[ending]
        if sum(pair) * share >= FEW:
            pairs.append(pair)
        else:
            rare = rare[0] + pair[0], rare[1] + pair[1]
    return [*pairs, rare] if sum(rare) * share >= FEW else pairs
