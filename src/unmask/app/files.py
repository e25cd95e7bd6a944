"""The only place that opens files: a path or the name of a bundled world comes in, text leaves; text comes in, a whole file leaves."""

import errno
import os
import stat
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from unmask.problems import in_syntax
from unmask.problems.near import MOST, did_you_mean, listed
from unmask.problems.place import Source
from unmask.problems.problem import Problem
from unmask.syntax.lexer import LARGEST_FILE

if TYPE_CHECKING:
    from unmask.pipeline import World

ENDING = ".story"
STARTER = "starter.story.txt"
DEFAULT = "helmet"
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class CannotOpen(Exception):
    """A file that cannot be read or written; the message says which, why, and what may help."""


class NotAStory(Exception):
    """A file that can be opened and holds no text. `problem` says what to do."""

    def __init__(self, name: str, problem: Problem) -> None:
        super().__init__(problem.title)
        self.name = name
        self.problem = problem


def load(path_or_name: str | os.PathLike[str] = DEFAULT) -> "World":
    """The world of a story file, or the bundled world of that name.

    Raises CannotOpen where there is no such file, and StoryProblems where the story cannot be played.
    """
    from unmask.pipeline import StoryProblems, world_from

    try:
        return world_from(read(path_or_name))
    except NotAStory as found:
        raise StoryProblems(Source(found.name, ""), [found.problem]) from None


def bundled() -> dict[str, Traversable]:
    """The bundled worlds by name."""
    folder = files("unmask") / "worlds"
    return {
        entry.name.removesuffix(ENDING): entry for entry in sorted(folder.iterdir(), key=lambda e: e.name) if entry.name.endswith(ENDING)
    }


def read(path_or_name: str | os.PathLike[str]) -> Source:
    """A story's text. A file of that name comes first, then the bundled world of that name.

    Raises CannotOpen, or NotAStory where the file is no text.
    """
    name = os.fspath(path_or_name)
    if name in bundled() and not os.path.isfile(name):
        return read_bundled(name)
    return read_file(name)


def read_bundled(name: str) -> Source:
    """The text of a bundled world."""
    return Source(f"{name}{ENDING}", bundled()[name].read_text("utf-8"))


def read_file(path: str | os.PathLike[str]) -> Source:
    """The text of a file. Raises CannotOpen, or NotAStory where it is no text or more than any story."""
    name = os.fspath(path)
    try:
        data, size = _bytes(name)
    except (OSError, ValueError) as error:
        raise CannotOpen(_why_not(name, error)) from None
    called = os.path.basename(name)
    if len(data) < size:
        raise NotAStory(called, in_syntax.file_too_large(size, LARGEST_FILE))
    text = decoded(data, called)
    if len(text) > LARGEST_FILE:
        raise NotAStory(called, in_syntax.file_too_large(len(text), LARGEST_FILE))
    return Source(called, text)


def _bytes(name: str) -> tuple[bytes, int]:
    """What is in a file, and how large it is. A file too large for a story is not read to its end."""
    mode = os.stat(name).st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode) or stat.S_ISDIR(mode)):
        raise OSError(0, "it is not a plain file")
    most = 4 * LARGEST_FILE  # a sign of UTF-8 has at most four bytes
    with open(name, "rb") as file:
        data = file.read(most + 1)
        if len(data) <= most:
            return data, len(data)
        return data, max(os.fstat(file.fileno()).st_size, len(data) + 1)


def is_tape(path: Path) -> bool:
    """Whether a file holds a tape, or nothing at all. Devices and pipes hold neither, and some of them never end."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            start = file.read(100)
    except (OSError, ValueError):
        return False
    return start.startswith(b"unmask tape") or not start


def decoded(data: bytes, name: str) -> str:
    """The text of a file. Raises NotAStory where it is no UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotAStory(name, in_syntax.not_text(name, error.start)) from None


def _why_not(name: str, error: OSError | ValueError) -> str:
    known = f"Bundled worlds are: {', '.join(bundled())}."
    if not name:
        return f"The story has no name. {known}"
    if isinstance(error, FileNotFoundError) and name in bundled():
        return f"There is no file called {name}. There is a bundled world of that name, and it stays as it is."
    if isinstance(error, FileNotFoundError):
        return f"There is no file called {name}, and no bundled world of that name. {did_you_mean(name, _nearby(name))}{known}"
    if isinstance(error, NotADirectoryError):
        return f"There is no file called {name}: a part of that path is a file, and no folder."
    if isinstance(error, IsADirectoryError):
        return f"{name} is a folder. {_stories_in(name)}"
    if isinstance(error, PermissionError):
        return f"{name} may not be read. Ask whoever owns it, or copy it to where you may."
    if isinstance(error, ValueError):
        return "No file can have a name with a NUL in it."
    return f"{name[:80]} cannot be read: {_reason(error)}."


def _reason(error: OSError) -> str:
    words = error.strerror or str(error)
    return words[:1].lower() + words[1:]


def _nearby(name: str) -> list[str]:
    """The stories where one was looked for, and the bundled worlds: one of them may have been meant."""
    folder = os.path.dirname(name)
    return [*(os.path.join(folder, found) for found in stories_in(folder or os.curdir)), *bundled()]


def _stories_in(folder: str) -> str:
    found = [os.path.join(folder, name) for name in stories_in(folder)]
    return f"Name a story file in it: {listed(found[:MOST])}." if found else f"There is no story file in it; theirs end in {ENDING}."


def stories_in(folder: str) -> list[str]:
    """The names of the story files in a folder; none where it cannot be looked into."""
    try:
        return sorted(entry.name for entry in os.scandir(folder) if entry.name.endswith(ENDING) and entry.is_file())
    except OSError:
        return []


def write(path: Path, text: str | bytes, *, may_replace: bool) -> None:
    """Write a whole file or none: the text, or the bytes of a picture, goes to a file beside it, which then takes its name.

    Raises CannotOpen; what stood there before then still stands there.
    """
    write_all({path: text}, may_replace=may_replace)


def write_all(texts: Mapping[Path, str | bytes], *, may_replace: bool) -> None:
    """Write several files that belong together: none of them takes its name before all of them are on the disk.

    Raises CannotOpen; what stood there before then still stands there.
    """
    with ExitStack() as undo:
        finished = [(path, *_written_beside(path, text, may_replace, undo)) for path, text in texts.items()]
        for path, beside, target in finished:
            try:
                os.replace(beside, target)
            except OSError as error:
                raise _not_written(path, _reason(error)) from None


def _written_beside(path: Path, text: str | bytes, may_replace: bool, undo: ExitStack) -> tuple[Path, Path]:
    """Write a file beside the place that it is for: where it is, and that place. `undo` takes it away if it is still there."""
    if os.path.lexists(path) and not may_replace:
        raise CannotOpen(f"{path} is there already, and nothing was written. Choose another name, or move it away.")
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    if not os.path.isdir(target.parent):
        folder = target.parent if path.is_symlink() else path.parent
        raise CannotOpen(f"{path} was not written: there is no folder {folder}. Make it first, or choose another place.")
    if os.path.isdir(target):
        raise CannotOpen(f"{path} was not written: it is a folder. Choose another name.")
    if os.path.exists(target) and not os.path.isfile(target):  # a device or a pipe, for which no file may stand in
        raise CannotOpen(f"{path} was not written: it is no plain file. Choose another name.")
    try:
        mode = stat.S_IMODE(target.stat().st_mode) if os.path.exists(target) else None
        if mode is not None and not mode & _WRITABLE:
            raise PermissionError(errno.EACCES, "it is marked as not to be written to")
        data = text if isinstance(text, bytes) else text.encode("utf-8")
        undo.callback(_remove, beside)
        with open(beside, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            os.chmod(beside, mode)
    except (OSError, UnicodeEncodeError) as error:
        raise _not_written(path, _reason(error) if isinstance(error, OSError) else "it holds signs that no file can") from None
    return beside, target


def _not_written(path: Path, reason: str) -> CannotOpen:
    before = " What stood there before is unchanged." if os.path.lexists(path) else ""
    return CannotOpen(f"{path} was not written: {reason}.{before}")


def _remove(path: Path) -> None:
    """Take away what is left of a file that could not be finished."""
    with suppress(OSError):
        path.unlink()


def starter(title: str) -> str:
    """The small story that `unmask new` writes."""
    return (files("unmask") / "worlds" / STARTER).read_text("utf-8").replace("{title}", title)


def parts_of_the_page() -> dict[str, str]:
    """The files of the page that plays a story in a browser, by their names."""
    folder = files("unmask") / "page"
    return {entry.name: entry.read_text("utf-8") for entry in folder.iterdir() if entry.name.endswith((".html", ".css", ".js"))}


def page(code: str) -> str | None:
    """The page about a problem's code; None where there is no such code."""
    return _pages().get(code)


def codes() -> list[str]:
    """Every code that has a page."""
    return sorted(_pages())


def _pages() -> dict[str, str]:
    installed = files("unmask") / "problems" / "pages"
    # In a checkout the pages stand where the reader of the repository finds them.
    folder = installed if installed.is_dir() else Path(__file__).parents[3] / "docs" / "reference" / "problems"
    if not folder.is_dir():
        return {}
    entries = (entry for entry in folder.iterdir() if entry.name.endswith(".md") and entry.name != "README.md")
    return {entry.name.removesuffix(".md"): entry.read_text("utf-8") for entry in entries}
