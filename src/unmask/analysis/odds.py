"""Exact (Clopper-Pearson) intervals for a share that was seen in so many runs.

One promise: whatever the true share is, the interval holds it in at least 95 of 100 such samples (Clopper and Pearson, "The use
of confidence or fiducial limits illustrated in the case of the binomial", 1934).
"""

from math import exp, lgamma, log, log1p, sqrt
from typing import NamedTuple

SURE = 0.95
_TINY = 1e-300
_MOST_STEPS = 200


class Interval(NamedTuple):
    """Where a share probably lies, both ends between 0 and 1."""

    low: float
    high: float


def interval(seen: int, runs: int, sure: float = SURE) -> Interval:
    """The exact binomial interval for a share of which `seen` in `runs` were seen; from 0 to 1 where there were no runs."""
    left_out = (1 - sure) / 2
    return Interval(_low(seen, runs, left_out), 1 - _low(runs - seen, runs, left_out))


def _low(seen: int, runs: int, left_out: float) -> float:
    """The share at which to see so many or more has the odds `left_out`.

    Newton's method on the logarithm of those odds. That is concave in the share, so no step but the first can go too far.
    """
    if seen == 0:
        return 0.0
    if seen == runs:
        return exp(log(left_out) / runs)
    share = seen / runs
    low, high = 0.0, share
    at = max(share - 2 * sqrt(share * (1 - share) / runs), share / 20)
    for _ in range(_MOST_STEPS):
        just_so = _odds_of(seen, runs, at)
        tail = just_so * (1 - at) / _fraction(seen, runs, at)
        if tail > left_out:
            high = at
        else:
            low = at
        step = log(tail / left_out) * tail * at / (seen * just_so) if tail and just_so else at
        following = at - step if low < at - step < high else (low + high) / 2
        if abs(following - at) <= 1e-15 * at:
            return following
        at = following
    return at


def _odds_of(seen: int, runs: int, share: float) -> float:
    """The odds of seeing exactly so many."""
    ways = lgamma(runs + 1) - lgamma(seen + 1) - lgamma(runs - seen + 1)
    return exp(ways + seen * log(share) + (runs - seen) * log1p(-share))


def _fraction(seen: int, runs: int, share: float) -> float:
    """The continued fraction of the incomplete beta function with `seen` and `runs - seen + 1`, from the front (Lentz's way).

    Abramowitz and Stegun, Handbook of Mathematical Functions, 26.5.8.
    """
    a, b = seen, runs - seen + 1
    value, up, down = 1.0, 1.0, 0.0
    m = 0
    while True:
        before = value
        for number in (
            -(a + m) * (a + b + m) * share / ((a + 2 * m) * (a + 2 * m + 1)),
            (m + 1) * (b - m - 1) * share / ((a + 2 * m + 1) * (a + 2 * m + 2)),
        ):
            down = 1 / (1 + number * down or _TINY)
            up = 1 + number / up or _TINY
            value *= up * down
        m += 1
        if abs(value - before) <= 1e-14 * abs(value):
            return value
