"""Which run of a story was told last: `unmask tell` writes it down, `unmask why` explains that one.

One promise: it is only a convenience. What cannot be written is not, what cannot be believed is as if nothing was told, and whoever
goes by it says so.
"""

import json
import os
import zlib
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from unmask.app.doors import MOST
from unmask.app.files import CannotOpen, plain, put_one
from unmask.app.kept_games import folder
from unmask.problems.place import Source

_LARGEST = 20_000


class Told(NamedTuple):
    """A run that was told, and whether the story's text is still what it was then."""

    seed: int
    number: int
    unchanged: bool


def remember(story: str, source: Source, seed: int, number: int) -> None:
    """Write down that this run of the story was told last."""
    found = {"story": _whole(story), "text": _sum(source), "seed": seed, "run": number}
    written = json.dumps(found, ensure_ascii=False) + "\n"
    with suppress(CannotOpen, OSError, UnicodeEncodeError):
        path = _path(story)
        if _read(path) != written.encode():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            put_one(path, written.encode(), lasting=False)


def last_told(story: str, source: Source) -> Told | None:
    """The run of a story that was told last; None where none was, or nobody can say which."""
    try:
        found = json.loads(_read(_path(story)))
    except (CannotOpen, ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or found.get("story") != _whole(story):
        return None
    numbers = [value for name in ("seed", "run") if type(value := found.get(name)) is int and 0 <= value <= MOST]
    if len(numbers) != 2:
        return None
    seed, number = numbers
    return Told(seed, number, found.get("text") == _sum(source))


def _read(path: Path) -> bytes:
    """What is written there, as far as it is a small file of one's own; else nothing."""
    try:
        return plain(path, _LARGEST, ours=True)
    except (CannotOpen, OSError, ValueError):
        return b""


def _path(story: str) -> Path:
    """The file for a story: stories of one name in two folders have two. Raises CannotOpen."""
    return folder() / "told" / f"{zlib.crc32(_whole(story).encode('utf-8', 'surrogatepass')):08x}.json"


def _whole(story: str) -> str:
    """The whole path of a story; a bundled world has its name."""
    return os.path.realpath(story) if os.path.exists(story) else story


def _sum(source: Source) -> int:
    return zlib.crc32(source.text.encode("utf-8", "surrogatepass"))
