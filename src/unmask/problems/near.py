"""Names near a name that nobody knows, so that a slip of the pen costs one glance."""

import unicodedata
from collections.abc import Iterable, Sequence

MOST = 4
_FEW = 3
# So much has to be alike for a name to be worth a question, and so much for it to be written without asking.
LIKELY, SURE = 0.6, 0.7


def folded(name: str) -> str:
    """A name as an ear has it: without capitals and accents."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def near(name: str, known: Iterable[str], alike: float = LIKELY) -> list[str]:
    """At most four known names that look like this one, the nearest first."""
    by_shape = {folded(candidate): candidate for candidate in known if candidate != name}
    shape = folded(name)
    if shape in by_shape:
        return [by_shape[shape]]
    if not by_shape:
        return []
    import difflib

    return [by_shape[found] for found in difflib.get_close_matches(shape, by_shape, MOST, alike)]


def nearest(name: str, known: Iterable[str]) -> str:
    """The one known name that this must be a slip of, "" where there is none or more than one."""
    known = list(known)
    found = near(name, known)
    return found[0] if len(found) == 1 and near(name, found, SURE) else ""


def listed(names: Iterable[str], last: str = "or", most: int = 100) -> str:
    """`a, b or c`, each as code; no more than `most`, and then it says that there are others."""
    names = list(names)
    quoted = [f"`{name}`" for name in names[:most]]
    if len(names) > most:
        return f"{', '.join(quoted)} {last} another"
    if len(quoted) < 2:
        return "".join(quoted)
    return f"{', '.join(quoted[:-1])} {last} {quoted[-1]}"


def listed_few(names: Sequence[str]) -> str:
    """`a, b and c`, each as code; of many the first few, and how many more there are."""
    if len(names) <= _FEW + 1:
        return listed(names, "and")
    return f"{', '.join(f'`{name}`' for name in names[:_FEW])} and {len(names) - _FEW} more"


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A sentence that offers near names, or none."""
    found = near(name, known)
    return f"Did you mean {listed(found)}? " if found else ""
