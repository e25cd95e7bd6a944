"""Words in which a problem speaks of somebody."""


def of(owner: str) -> str:
    """`Kylo's`; the lines of a kind speak of whoever has them."""
    return "their own" if owner == "self" else f"{owner}'s"


def they(mind: str) -> str:
    """Whose mind it is; in the lines of a kind it is anybody's."""
    return "Somebody" if mind == "self" else mind
