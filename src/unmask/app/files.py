"""Opens stories and whatever else is read, and writes every file whole; besides it only `app/folder.py` opens any, to lock a folder.

One promise: whatever is written is written whole or not at all, and until then what stood there before still does.
"""

import errno
import os
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from unmask.problems import in_syntax
from unmask.problems.near import MOST, did_you_mean, listed
from unmask.problems.place import LARGEST_FILE, Source, composed
from unmask.problems.problem import Problem

if TYPE_CHECKING:
    from unmask.pipeline import World

ENDING = ".story"
STARTER = "starter.story.txt"
DEFAULT = "helmet"
PIPE_SECONDS = 1.0
"""So long may it take until somebody opens a pipe to write into it."""
PART = ".part"
"""How the name of a file ends that is not finished."""
_LONGEST_BESIDE = 40
_PACKAGE = Path(__file__).parents[1]  # always a folder: installed or in a checkout
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
    from unmask.pipeline import world_from

    return world_from(read_story(path_or_name))


def read_story(path_or_name: str | os.PathLike[str]) -> Source:
    """As `read`, but a file that is no text is a story with a problem. Raises CannotOpen, or StoryProblems."""
    try:
        return read(path_or_name)
    except NotAStory as found:
        from unmask.pipeline import StoryProblems

        raise StoryProblems(Source(found.name, ""), [found.problem]) from None


def bundled() -> dict[str, Path]:
    """The bundled worlds by name."""
    return {path.stem: path for path in sorted((_PACKAGE / "worlds").iterdir()) if path.suffix == ENDING}


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
    name = _on_the_disk(os.fspath(path))
    try:
        data, size = _bytes(name)
    except (OSError, ValueError) as error:
        raise CannotOpen(_why_not(name, error)) from None
    called = composed(os.path.basename(name))
    if len(data) < size:
        raise NotAStory(called, in_syntax.file_too_large(size, LARGEST_FILE))
    text = decoded(data, called)
    if len(text) > LARGEST_FILE:
        raise NotAStory(called, in_syntax.file_too_large(len(text), LARGEST_FILE))
    return Source(called, text)


def _on_the_disk(name: str) -> str:
    """The name as it is spelled on the disk: an ë is one letter to whoever types it, and may be two signs where macOS wrote it."""
    if name.isascii() or os.path.exists(name):
        return name
    folder, wanted = os.path.split(name)
    return next(
        (os.path.join(folder, found) for found in _files_in(folder or os.curdir, ("",)) if composed(found) == composed(wanted)), name
    )


def _bytes(name: str) -> tuple[bytes, int]:
    """What is in a file, and how large it is. A file too large for a story is not read to its end."""
    mode = os.stat(name).st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode) or stat.S_ISDIR(mode)):
        raise OSError(0, "it is not a plain file")
    most = 4 * LARGEST_FILE  # a sign of UTF-8 has at most four bytes
    if stat.S_ISFIFO(mode):
        data = _from_a_pipe(name, most + 1)
        return data, len(data)
    with open(name, "rb") as file:
        data = file.read(most + 1)
        if len(data) <= most:
            return data, len(data)
        return data, max(os.fstat(file.fileno()).st_size, len(data) + 1)


def _from_a_pipe(name: str, most: int) -> bytes:
    """What somebody writes into a pipe. Raises OSError where nobody has it open to write: whoever waits for them may wait for ever."""
    from select import select

    begun = b""
    with os.fdopen(os.open(name, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:
        if not select([file], [], [], PIPE_SECONDS)[0]:
            with suppress(BlockingIOError):  # somebody has, and takes their time
                begun = os.read(file.fileno(), 1)
                if not begun:
                    raise OSError(0, "it is a pipe, and nobody writes into it")
        os.set_blocking(file.fileno(), True)
        return begun + file.read(most)


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
    return f"{name[:80]} cannot be read: {reason(error)}."


def reason(error: OSError) -> str:
    """Why the system could not, as the end of a sentence."""
    words = error.strerror or str(error)
    return words[:1].lower() + words[1:]


def _nearby(name: str) -> list[str]:
    """The stories and texts where one was looked for, and the bundled worlds: one of them may have been meant."""
    folder = os.path.dirname(name)
    return [*(os.path.join(folder, found) for found in _files_in(folder or os.curdir, (ENDING, ".txt", ".md"))), *bundled()]


def _stories_in(folder: str) -> str:
    found = [os.path.join(folder, name) for name in stories_in(folder)]
    return f"Name a story file in it: {listed(found[:MOST])}." if found else f"There is no story file in it; theirs end in {ENDING}."


def stories_in(folder: str) -> list[str]:
    """The names of the story files in a folder; none where it cannot be looked into."""
    return _files_in(folder, (ENDING,))


def _files_in(folder: str, endings: tuple[str, ...]) -> list[str]:
    try:
        return sorted(entry.name for entry in os.scandir(folder) if entry.name.endswith(endings) and entry.is_file())
    except OSError:
        return []


# ── whole files ──────────────────────────────────────────────────────────────────────────────────────────────────────


def write(path: Path, text: str | bytes, *, may_replace: bool) -> None:
    """Write a whole file or none, a text or a picture. Raises CannotOpen; what stood there before then still stands there."""
    write_all({path: text}, may_replace=may_replace)


def write_all(texts: Mapping[Path, str | bytes], *, may_replace: bool) -> None:
    """Write several files that belong together: none of them takes its name before all of them are on the disk.

    Raises CannotOpen; what stood there before then still stands there.
    """
    paths = {_target(path, may_replace): path for path in texts}
    at = Path()
    try:
        for target in put({target: _encoded(path, texts[path]) for target, path in paths.items()}):
            at = paths[target]
    except OSError as error:
        raise _not_written(at, reason(error)) from None


def _encoded(path: Path, text: str | bytes) -> bytes:
    try:
        return text if isinstance(text, bytes) else text.encode("utf-8")
    except UnicodeEncodeError:
        raise _not_written(path, "it holds signs that no file can") from None


def _target(path: Path, may_replace: bool) -> Path:
    """Where a file is to stand, links followed. Raises CannotOpen where nothing may be written."""
    if os.path.lexists(path) and not may_replace:
        raise CannotOpen(f"{path} is there already, and nothing was written. Choose another name, or move it away.")
    try:
        target = Path(os.path.realpath(path))
    except OSError as error:
        raise _not_written(path, reason(error)) from None
    if not os.path.isdir(target.parent):
        folder = target.parent if path.is_symlink() else path.parent
        raise CannotOpen(f"{path} was not written: there is no folder {folder}. Make it first, or choose another place.")
    if os.path.isdir(target):
        raise CannotOpen(f"{path} was not written: it is a folder. Choose another name.")
    if os.path.exists(target) and not os.path.isfile(target):  # a device or a pipe, for which no file may stand in
        raise CannotOpen(f"{path} was not written: it is no plain file. Choose another name.")
    return target


def put(files: Mapping[Path, bytes], *, lasting: bool = True, private: bool = False) -> Iterator[Path]:
    """Write whole files: each to a file beside its place, all of them to the disk, then each takes its name, and the names go to the disk.

    Whatever is written by unmask is written here. Yields each place before something is done for it. Raises OSError, or whatever else stops
    it; what stood there before then still stands there, and nothing is left beside it. Who may read and write a file stays as it was.
    What need not be `lasting` is not waited for until it is on the disk: a power cut may leave an empty file, for its reader to notice.
    A `private` file is its owner's alone.
    """
    with ExitStack() as undo:
        beside = {}
        for number, (target, data) in enumerate(files.items()):
            yield target
            beside[target] = _written_beside(target, data, number, undo, lasting, private)
        for target, finished in beside.items():
            yield target
            os.replace(finished, target)
        for folder in dict.fromkeys(target.parent for target in files if lasting):
            _settle(folder)


def put_one(target: Path, data: bytes, *, lasting: bool = True, private: bool = False) -> None:
    """Write one whole file, as `put` does."""
    for _ in put({target: data}, lasting=lasting, private=private):
        pass


def _written_beside(target: Path, data: bytes, number: int, undo: ExitStack, lasting: bool, private: bool) -> Path:
    """Write a file beside the place that it is for. `undo` takes it away if it is still there."""
    before = target.lstat() if os.path.lexists(target) else None
    if before is not None and not stat.S_ISREG(before.st_mode):
        raise OSError(errno.EINVAL, "It is no plain file")
    if before is not None and not before.st_mode & _WRITABLE:
        raise PermissionError(errno.EACCES, "it is marked as not to be written to")
    beside = target.with_name(f".{target.name[:_LONGEST_BESIDE]}.{os.getpid()}-{number}{PART}")
    undo.callback(_remove, beside)
    _remove(beside)  # of another process that had the number of this one, and was killed
    with open(beside, "xb") as file:
        file.write(data)
        file.flush()
        if lasting:
            os.fsync(file.fileno())
    if private:
        os.chmod(beside, stat.S_IRUSR | stat.S_IWUSR)
    elif before is not None:
        os.chmod(beside, stat.S_IMODE(before.st_mode))
        if hasattr(os, "chown") and (before.st_uid, before.st_gid) != (os.geteuid(), os.getegid()):
            with suppress(OSError):  # only some may give a file away
                os.chown(beside, before.st_uid, before.st_gid)
    return beside


def _settle(folder: Path) -> None:
    """Have the names in a folder on the disk too, where a folder can be opened for that."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def plain(path: Path, most: int, *, ours: bool = False) -> bytes:
    """What is in a plain file of at most so many bytes; for files that anybody may have put there.

    A pipe, a device and what is larger raise OSError, and nothing is waited for. With `ours`, so does a link, and what belongs to
    somebody else or may be written by others.
    """
    with opened(path, ours=ours) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, "It is too large")
    return data


def opened(path: Path, *, ours: bool = False) -> BinaryIO:
    """A plain file to read from, as `plain` has it."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | (getattr(os, "O_NOFOLLOW", 0) if ours else 0)
    file = os.fdopen(os.open(path, flags), "rb")
    found = os.fstat(file.fileno())
    if not stat.S_ISREG(found.st_mode):
        file.close()
        raise OSError(errno.EINVAL, "It is no plain file")
    if ours and not _is_ours_alone(found):
        file.close()
        raise PermissionError(errno.EPERM, "It belongs to somebody else, or others may write to it")
    return file


def _is_ours_alone(found: os.stat_result) -> bool:
    """Whether nobody else has written a file, as far as a system with owners can tell. One's own group is oneself where umask is 002."""
    if not hasattr(os, "geteuid"):
        return True
    by_others = found.st_mode & stat.S_IWOTH or (found.st_mode & stat.S_IWGRP and found.st_gid != os.getegid())
    return found.st_uid == os.geteuid() and not by_others


def _not_written(path: Path, why: str) -> CannotOpen:
    before = " What stood there before is unchanged." if os.path.lexists(path) else ""
    return CannotOpen(f"{path} was not written: {why}.{before}")


def _remove(path: Path) -> None:
    """Take away what is left of a file that could not be finished."""
    with suppress(OSError):
        path.unlink()


# ── what comes along ─────────────────────────────────────────────────────────────────────────────────────────────────


def starter(title: str) -> str:
    """The small story that `unmask new` writes."""
    return (_PACKAGE / "worlds" / STARTER).read_text("utf-8").replace("{title}", title)


def parts_of_the_page() -> dict[str, str]:
    """The files of the page that plays a story in a browser, by their names."""
    folder = _PACKAGE / "page"
    return {entry.name: entry.read_text("utf-8") for entry in folder.iterdir() if entry.name.endswith((".html", ".css", ".js"))}


def page(code: str) -> str | None:
    """The page about a problem's code; None where there is no such code."""
    return _pages().get(code)


def codes() -> list[str]:
    """Every code that has a page."""
    return sorted(_pages())


def _pages() -> dict[str, str]:
    installed = _PACKAGE / "problems" / "pages"
    # In a checkout the pages stand where the reader of the repository finds them.
    folder = installed if installed.is_dir() else _PACKAGE.parents[1] / "docs" / "reference" / "problems"
    if not folder.is_dir():
        return {}
    entries = (entry for entry in folder.iterdir() if entry.name.endswith(".md") and entry.name != "README.md")
    return {entry.name.removesuffix(".md"): entry.read_text("utf-8") for entry in entries}
