"""A folder that one writer at a time has for itself, in which every file is written whole.

One promise: whenever a writer is stopped, by whatever, each file is the old one or the new one; and a writer that is gone
holds nobody up.
"""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from unmask.app.files import PART, opened, plain, put_one

LOCK = ".unmask-runs.lock"
_HALF_WRITTEN = re.compile(rf"\.(.+?)(\.\d+-\d+)?{re.escape(PART)}")
_BEYOND = 1 << 30
_AT_ONCE = 1 << 20


class Taken(Exception):
    """Somebody else is writing to the folder."""


class Folder:
    """A folder by its path; `ours` are the names of files that are written there. Errors of the disk are left to whoever calls."""

    def __init__(self, path: Path, ours: re.Pattern[str]) -> None:
        self.path = path
        self.ours = ours

    def names(self) -> list[str]:
        """What is in it, in order; nothing where it is not there yet. Names that begin with a dot do not count."""
        try:
            return sorted(name for name in os.listdir(self.path) if not name.startswith("."))
        except FileNotFoundError:
            return []

    @contextmanager
    def held(self) -> Iterator[None]:
        """Have the folder, made if it is not there, and its lock. Raises Taken where somebody has it."""
        self.path.mkdir(exist_ok=True)
        lock = hold(self.path / LOCK)
        try:
            self._sweep()
            yield
        finally:
            os.close(lock)

    def _sweep(self) -> None:
        """Take away what a writer that was stopped has left half written."""
        for name in os.listdir(self.path):
            half = _HALF_WRITTEN.fullmatch(name)
            if half and self.ours.fullmatch(half[1]):
                (self.path / name).unlink()

    def strange(self) -> str:
        """The name of something among our files that is no plain file; "" where there is none."""
        return next((name for name in self.names() if self.ours.fullmatch(name) and not (self.path / name).is_file()), "")

    def read(self, name: str, most: int) -> bytes:
        """What is in a file of at most so many bytes."""
        return plain(self.path / name, most)

    def sum_of(self, name: str) -> str:
        """The SHA-256 of a file; "" where there is none that can be read."""
        import hashlib

        found = hashlib.sha256()
        try:
            with opened(self.path / name) as file:
                while part := file.read(_AT_ONCE):
                    found.update(part)
        except OSError:
            return ""
        return found.hexdigest()

    def write(self, name: str, data: bytes) -> None:
        """Write a whole file: it is on the disk before it takes its name, and then the name is."""
        put_one(self.path / name, data)


def hold(path: Path) -> int:
    """The handle of a lock in a file of its own; it is let go by `os.close`. Raises Taken where somebody has it, and OSError.

    The system lets a lock go with the process that held it. The lock's file stays: taking it away would let two in, one that
    waits with the old file open and one that makes a new one.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0), 0o666)
    try:
        _lock(handle)
    except BaseException:
        os.close(handle)
        raise
    return handle


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(handle, _BEYOND, os.SEEK_SET)  # here what is locked cannot be read by others
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            raise Taken from None
        os.lseek(handle, 0, os.SEEK_SET)
    else:
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Taken from None
