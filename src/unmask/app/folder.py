"""A folder that one writer at a time has for itself: bytes come in, whole files leave.

One promise: whenever a writer is stopped, by whatever, each file is the old one or the new one; and a writer that is gone
holds nobody up.
"""

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LOCK = ".unmask-runs.lock"
PART = ".part"
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
        """Have the folder, made if it is not there, and its lock. Raises Taken where somebody has it.

        The system lets a lock go with the process that held it. The lock's file stays: taking it away would let two in,
        one that waits with the old file open and one that makes a new one.
        """
        self.path.mkdir(exist_ok=True)
        lock = os.open(self.path / LOCK, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
        try:
            _lock(lock)
            self._sweep()
            yield
        finally:
            os.close(lock)

    def _sweep(self) -> None:
        """Take away what a writer that was stopped has left half written."""
        for name in os.listdir(self.path):
            if name.startswith(".") and name.endswith(PART) and self.ours.fullmatch(name[1 : -len(PART)]):
                (self.path / name).unlink()

    def read(self, name: str) -> bytes:
        """What is in a file."""
        return (self.path / name).read_bytes()

    def sum_of(self, name: str) -> str:
        """The SHA-256 of a file; "" where there is none that can be read."""
        found = hashlib.sha256()
        try:
            with open(self.path / name, "rb") as file:
                while part := file.read(_AT_ONCE):
                    found.update(part)
        except OSError:
            return ""
        return found.hexdigest()

    def write(self, name: str, data: bytes) -> None:
        """Write a whole file: it is on the disk before it takes its name, and then the name is."""
        beside = self.path / f".{name}{PART}"
        try:
            with open(beside, "xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(beside, self.path / name)
        except BaseException:
            with suppress(OSError):
                beside.unlink()
            raise
        self._settle()

    def _settle(self) -> None:
        """Have the names in the folder on the disk too, where a folder can be opened for that."""
        if sys.platform != "win32":
            handle = os.open(self.path, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            raise Taken from None
    else:
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Taken from None
