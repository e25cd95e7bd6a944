"""What one command keeps for the next: texts by name, in the user's folder of caches.

One promise: what is read is what was written. A file that is damaged, no plain file, or not the user's alone is as if it were not there,
and what cannot be written is not kept.
"""

import os
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from unmask.app.files import plain, put_one

LARGEST = 64_000_000
"""Bytes; a larger file is none of ours."""


def kept(name: str, key: str) -> str | None:
    """The text that was kept under a name for this key: all that it hangs on. None where there is none, or none that can be trusted."""
    held = _bytes(key)
    try:
        head, _, body = plain(folder() / name, LARGEST, ours=True).partition(b"\n")
        if head != _head(held, body) or not body.startswith(held):
            return None
        return body[len(held) :].decode("utf-8", "surrogatepass")
    except (OSError, ValueError):
        return None


def keep(name: str, key: str, text: str) -> None:
    """Keep a text under a name, in the place of what was kept there. That it cannot be kept is no reason to stop."""
    held = _bytes(key)
    body = held + _bytes(text)
    with suppress(OSError):
        at = folder()
        at.mkdir(mode=0o700, parents=True, exist_ok=True)
        put_one(at / name, _head(held, body) + b"\n" + body, lasting=False, private=True)


def folder() -> Path:
    """Where things are kept. Raises OSError where nobody can say which folder that is."""
    given = Path(os.environ.get("XDG_CACHE_HOME", ""))
    try:
        return (given if given.is_absolute() else Path("~/.cache").expanduser()) / "unmask"
    except RuntimeError:
        raise OSError("there is no home folder") from None


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _head(key: bytes, body: bytes) -> bytes:
    """The first line of a file, which tells a whole one from a damaged one. The key stands in the file, so nothing hangs on a digest."""
    return f"{len(key)} {len(body)} {crc32(body):08x}".encode()
