"""Games that somebody left: a tape comes in and is kept in the user's folder of states; the last of a story leaves.

One promise: what a player saved under a name of their own is never written over here, and neither is one game by another.
"""

import os
import re
from pathlib import Path

from unmask.app.files import ENDING, CannotOpen, is_tape, write

_MOST = 10_000


class KeptGame:
    """The place of one game. It has a file from the first time on that there is something to keep."""

    def __init__(self, story: str, path: Path | None = None) -> None:
        """With a `path` the game goes on in the file that it was kept in."""
        self.story = story
        self.path = path
        self.text = ""

    def keep(self, text: str) -> None:
        """Keep the game as it is now. Raises CannotOpen."""
        if text == self.text:
            return
        if self.path is None:
            self.path = _new(self.story)
        write(self.path, text, may_replace=True)
        self.text = text


def folder() -> Path:
    """Where games are kept: `unmask` in the user's folder of states. Raises CannotOpen where nobody can say which that is."""
    given = Path(os.environ.get("XDG_STATE_HOME", ""))
    try:
        return (given if given.is_absolute() else Path("~/.local/state").expanduser()) / "unmask"
    except RuntimeError:
        raise CannotOpen("There is no home folder to keep games in; XDG_STATE_HOME can name another.") from None


def last(story: str) -> Path | None:
    """The game of this story that was left last. Raises CannotOpen."""
    at = folder()
    name = re.compile(rf"{re.escape(_stem(story))}-\d+\.tape")
    try:
        found = [path for path in at.iterdir() if name.fullmatch(path.name) and path.stat().st_size]
        return max(found, key=lambda path: (path.stat().st_mtime_ns, path.name), default=None)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CannotOpen(f"{at} cannot be read: {error.strerror}.") from None


def is_kept(path: Path) -> bool:
    """Whether a file is one that games are kept in, and not one that a player named."""
    try:
        return os.path.realpath(path.parent) == os.path.realpath(folder()) and is_tape(path)
    except CannotOpen:
        return False


def _stem(story: str) -> str:
    return os.path.basename(story).removesuffix(ENDING)


def _new(story: str) -> Path:
    """An empty file with a name that no game has. It is made at once, so that nobody else takes it."""
    at = folder()
    path = at
    try:
        at.mkdir(mode=0o700, parents=True, exist_ok=True)
        for number in range(1, _MOST):
            path = at / f"{_stem(story)}-{number}.tape"
            if not os.path.lexists(path):
                path.touch(exist_ok=False)
                return path
    except OSError as error:
        raise CannotOpen(f"{path} was not written: {(error.strerror or str(error)).lower()}.") from None
    raise CannotOpen(f"There are {_MOST - 1:,} games of {_stem(story)} in {at} already. Move some of them away.")
