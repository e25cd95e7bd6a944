"""What is printed in percent is all only where it is all, and nothing only where it is nothing."""

import pytest

from unmask.analysis.percent import percent
from unmask.app.odds_text import exact_percent


@pytest.mark.parametrize(
    ("share", "digits", "said"),
    [(1, 1, "100.0"), (0.99999, 1, ">99.9"), (0.99999, 0, ">99"), (0, 2, "0.00"), (1e-9, 2, "<0.01"), (0.5, 0, "50"), (0.9991, 1, "99.9")],
)
def test_a_hundred_is_all_and_zero_is_nothing(share: float, digits: int, said: str) -> None:
    assert percent(share, digits) == said


def test_what_is_not_proved_to_be_all_is_less_though_no_number_is_between() -> None:
    assert exact_percent(1 - 1e-15) == exact_percent(1.0) == ">99.9999999999"
    assert exact_percent(1e-15) == "1e-13"
