"""Shares in percent, as they are printed everywhere.

One promise: 0 is written of nothing alone and 100 of everything alone; what is next to them is said to be less, or more.
"""


def percent(share: float, digits: int, whole: bool | None = None) -> str:
    """A share with so many digits behind the point, without the sign. `whole`: whether it is all, where the number cannot say so."""
    text = f"{100 * share:.{digits}f}"
    least = 10.0**-digits
    if float(text) >= 100 and not (share >= 1 if whole is None else whole):
        return f">{100 - least:.{digits}f}"
    if float(text) == 0 and share > 0:
        return f"<{least:.{digits}f}"
    return text
