"""Names near a name that nobody knows, so that a slip of the pen costs one glance."""

from collections.abc import Iterable

MOST = 4


def near(name: str, known: Iterable[str]) -> list[str]:
    """At most four known names that look like this one, the nearest first."""
    import difflib

    folded = {candidate.casefold(): candidate for candidate in known}
    found = difflib.get_close_matches(name.casefold(), folded, MOST, 0.6)
    return [folded[candidate] for candidate in found]


def listed(names: Iterable[str], last: str = "or") -> str:
    """`a, b or c`, each as code."""
    quoted = [f"`{name}`" for name in names]
    if len(quoted) < 2:
        return "".join(quoted)
    return f"{', '.join(quoted[:-1])} {last} {quoted[-1]}"


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A sentence that offers near names, or none."""
    found = near(name, known)
    return f"Did you mean {listed(found)}? " if found else ""
