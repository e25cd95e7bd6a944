"""The interval for a share is exact: no more of the truth lies outside it than was agreed."""

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unmask.analysis.odds import interval

NEAR = 1e-9


def at_least(seen: int, runs: int, share: Fraction) -> Fraction:
    """The odds of seeing so many or more, summed one by one without rounding."""
    return sum((comb(runs, k) * share**k * (1 - share) ** (runs - k) for k in range(seen, runs + 1)), Fraction(0))


@pytest.mark.parametrize(
    ("seen", "runs", "low", "high"),
    [  # from tables of exact binomial limits
        (1, 20, 0.00126509, 0.24873276),
        (5, 10, 0.18708603, 0.81291397),
        (0, 10, 0.0, 0.30849711),
        (10, 10, 0.69150289, 1.0),
        (200, 1000, 0.17562057, 0.22615937),
    ],
)
def test_it_is_what_the_tables_say(seen: int, runs: int, low: float, high: float) -> None:
    assert interval(seen, runs) == pytest.approx((low, high), abs=1e-8)


@settings(derandomize=True, deadline=None, database=None, max_examples=150)
@given(st.integers(1, 60), st.data())
def test_at_each_end_what_was_seen_has_odds_of_one_in_forty(runs: int, data: st.DataObject) -> None:
    seen = data.draw(st.integers(0, runs))
    low, high = interval(seen, runs)
    assert (low == 0) == (seen == 0)
    assert (high == 1) == (seen == runs)
    if seen:
        assert float(at_least(seen, runs, Fraction(low))) == pytest.approx(0.025, rel=1e-9)
    if seen < runs:
        assert float(1 - at_least(seen + 1, runs, Fraction(high))) == pytest.approx(0.025, rel=1e-9)


@settings(derandomize=True, deadline=None, database=None, max_examples=150)
@given(st.integers(1, 10**9), st.data())
def test_it_holds_the_share_that_was_seen_and_shrinks_as_runs_are_added(runs: int, data: st.DataObject) -> None:
    seen = data.draw(st.integers(0, runs))
    low, high = interval(seen, runs)
    assert 0 <= low <= seen / runs <= high <= 1
    wider = interval(seen, runs, 0.99)
    assert wider.low <= low <= high <= wider.high
    assert interval(runs - seen, runs) == pytest.approx((1 - high, 1 - low), abs=NEAR)
    longer = interval(4 * seen, 4 * runs)
    assert longer.high - longer.low < high - low


def test_it_is_exact_at_both_ends_of_a_billion() -> None:
    runs = 10**9
    assert interval(0, runs).high == pytest.approx(-(0.025 ** (1 / runs)) + 1, abs=NEAR)
    assert interval(runs, runs).low == pytest.approx(0.025 ** (1 / runs), abs=NEAR)
    # Seen three times in so many: as good as Poisson's limits for three, which tables have as 0.61867 and 8.76727.
    assert interval(3, runs).low * runs == pytest.approx(0.618672, abs=1e-5)
    assert interval(3, runs).high * runs == pytest.approx(8.767273, abs=1e-5)


def test_in_the_middle_of_a_billion_it_is_what_the_normal_law_with_its_corrections_says() -> None:
    """Cornish and Fisher's expansion of the beta law, whose next term is below 1e-13 here."""
    runs = 10**9
    z = 1.959963984540054
    for seen in (runs // 2, runs // 3, 123_456_789, 999_000_000):
        share = seen / runs
        spread = z * (share * (1 - share) / runs) ** 0.5
        bend = (1 - 2 * share) * (z * z - 1) / 3 / runs
        low, high = interval(seen, runs)
        assert low == pytest.approx(share - share / runs + bend - spread, abs=1e-10)
        assert high == pytest.approx(share + (1 - share) / runs + bend + spread, abs=1e-10)


def test_of_no_runs_nothing_is_known() -> None:
    assert interval(0, 0) == (0, 1)
