"""Keeps games that somebody left in the user's folder of states, and finds the last of a story.

One promise: what a player saved under a name of their own is never written over here, and neither is one game by another, though two
play it at the same time. Whose story a game is stands in a file of its own, which is locked while somebody plays: two stories of one
name in two folders do not share their games.
"""

import os
import re
import stat
from contextlib import suppress
from pathlib import Path

from unmask.app.files import ENDING, CannotOpen, bundled, is_tape, plain, reason, write
from unmask.app.folder import Taken, hold
from unmask.run.tape import NoTape, read

_MOST = 10_000
_LONGEST_NAME = 60
_LONGEST_WAY = 2**16
_LARGEST_GAME = 2**24


class KeptGame:
    """The place of one game: a file from the first time on that there is something to keep, and nobody else's until `leave`."""

    def __init__(self, story: str) -> None:
        self.story = story
        self.path: Path | None = None
        self.text = ""
        self._lock: int | None = None

    def keep(self, text: str) -> None:
        """Keep the game as it is now. Raises CannotOpen."""
        if text == self.text:
            return
        if self.path is None:
            self._take_new()
        assert self.path is not None
        write(self.path, text, may_replace=True)
        self.text = text

    def go_on_in(self, path: Path, text: str) -> bool:
        """Keep this game in the file of one that was kept, and whose text was read; not where somebody plays it, or has played on."""
        try:
            self._lock = _hold(path, self.story)
            if self._lock is not None and plain(path, _LARGEST_GAME) == text.encode("utf-8"):
                self.path = path
                return True
        except (Taken, OSError, UnicodeEncodeError):
            pass
        self.leave()  # a file of its own is safe
        return False

    def leave(self) -> None:
        """Let others go on with it."""
        if self._lock is not None:
            os.close(self._lock)
        self._lock = None

    def _take_new(self) -> None:
        """Have an empty file with a name that no game has. It is made at once, so that nobody else takes it."""
        at = folder()
        path = at
        try:
            at.mkdir(mode=0o700, parents=True, exist_ok=True)
            for number in range(1, _MOST):
                path = at / f"{_stem(self.story)}-{number}.tape"
                if os.path.lexists(path):
                    continue
                with suppress(FileExistsError, Taken):
                    path.touch(exist_ok=False)
                    self._lock, self.path = _hold(path, self.story), path
                    return
        except OSError as error:
            raise CannotOpen(f"{path} was not written: {reason(error)}.") from None
        raise CannotOpen(f"There are {_MOST - 1:,} games of {_stem(self.story)} in {at} already. Move some of them away.")


def folder() -> Path:
    """Where games are kept: `unmask` in the user's folder of states. Raises CannotOpen where nobody can say which that is."""
    given = Path(os.environ.get("XDG_STATE_HOME", ""))
    try:
        return (given if given.is_absolute() else Path("~/.local/state").expanduser()) / "unmask"
    except RuntimeError:
        raise CannotOpen("There is no home folder to keep games in; XDG_STATE_HOME can name another.") from None


def last(story: str, fingerprint: str) -> Path | None:
    """The game of this story that was left last, one of the story as it is now if there is any. Raises CannotOpen.

    A game of which nobody knows whose it is, kept before that was written down, is found where it was made with this fingerprint.
    """
    at = folder()
    way = _way(story)
    games = [(path, _whose(path), _made_with(path) == fingerprint) for path in _games(at, story)]
    mine = [(same, path.stat().st_mtime_ns, path) for path, whose, same in games if whose == way]
    nobodys = [(same, path.stat().st_mtime_ns, path) for path, whose, same in games if not whose and same]
    found = max(mine or nobodys, default=None)
    return None if found is None else found[2]


def others(story: str) -> list[Path]:
    """Games of stories of this name that lie elsewhere. Raises CannotOpen."""
    return [path for path in _games(folder(), story) if _whose(path) != _way(story)]


def is_kept(path: Path) -> bool:
    """Whether a file is one that games are kept in, and not one that a player named."""
    try:
        return os.path.realpath(path.parent) == os.path.realpath(folder()) and is_tape(path)
    except CannotOpen:
        return False


def _games(at: Path, story: str) -> list[Path]:
    """Every game of a story of this name. Raises CannotOpen."""
    name = re.compile(rf"{re.escape(_stem(story))}-\d+\.tape")
    try:
        found = [path for path in at.iterdir() if name.fullmatch(path.name)]
        return sorted(path for path in found if stat.S_ISREG(path.lstat().st_mode) and path.stat().st_size)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise CannotOpen(f"{at} cannot be read: {reason(error)}.") from None


def _stem(story: str) -> str:
    return os.path.basename(story).removesuffix(ENDING)[:_LONGEST_NAME]


# ── whose a game is, and who plays it ──


def _way(story: str) -> str:
    """Where a story lies; of one that comes along, its name."""
    return f"bundled {story}" if story in bundled() and not os.path.isfile(story) else os.path.normcase(os.path.realpath(story))


def _mark(path: Path) -> Path:
    """The file that says whose story a game is, and that is locked while it is played."""
    return path.parent.with_name(f"{path.parent.name}-players") / f"{path.name}.lock"


def _hold(path: Path, story: str) -> int | None:
    """Have a game for oneself; the handle of its lock, None where none can be had. Raises Taken where somebody plays it."""
    mark = _mark(path)
    try:
        mark.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = hold(mark)
    except OSError:
        return None
    try:
        _say_whose(lock, os.fsencode(_way(story)))
    except OSError:
        os.close(lock)
        return None
    return lock


def _say_whose(lock: int, way: bytes) -> None:
    if os.read(lock, _LONGEST_WAY) != way:
        os.ftruncate(lock, 0)
        os.lseek(lock, 0, os.SEEK_SET)
        os.write(lock, way)


def _whose(path: Path) -> str:
    """Where the story of a game lies; "" where nobody knows."""
    try:
        return os.fsdecode(plain(_mark(path), _LONGEST_WAY, ours=True))
    except OSError:
        return ""


def _made_with(path: Path) -> str:
    """The fingerprint of the world that a game was made with; "" where the file is no tape."""
    try:
        return read(plain(path, _LARGEST_GAME).decode("utf-8")).fingerprint
    except (OSError, UnicodeDecodeError, NoTape):
        return ""
