"""Measures how much memory this process holds, in bytes.

One promise: where that cannot be seen, it is said, and no number is made up.
"""

import re
import sys
from pathlib import Path

_UNITS = {"kb": 10**3, "mb": 10**6, "gb": 10**9, "kib": 2**10, "mib": 2**20, "gib": 2**30}
_SIZE = re.compile(r"(\d[\d_,]*(?:\.\d+)?)\s*([kmg]i?b)", re.IGNORECASE)


def size_in(text: str) -> int | None:
    """The bytes that somebody wrote, as in `2GB` or `512 MiB`; None where it is no size."""
    found = _SIZE.fullmatch(text.strip())
    if found is None:
        return None
    number, unit = found.groups()
    return int(float(number.replace("_", "").replace(",", "")) * _UNITS[unit.lower()])


def held() -> int | None:
    """The bytes that are held now; where the system says only how many there were at most, these; None where it says nothing."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return _most_held()
    import resource

    return pages * resource.getpagesize()


def _most_held() -> int | None:
    try:
        import resource
    except ImportError:
        return None
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
