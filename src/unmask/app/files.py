"""The only place that opens files: a path or the name of a bundled world comes in, text leaves; text comes in, a whole file leaves."""

import os
import stat
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from unmask.problems import in_syntax
from unmask.problems.place import Source
from unmask.problems.problem import Problem
from unmask.syntax.lexer import LARGEST_FILE

if TYPE_CHECKING:
    from unmask.pipeline import World

ENDING = ".story"
STARTER = "starter.story.txt"
DEFAULT = "helmet"


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
    return {entry.name.removesuffix(ENDING): entry for entry in sorted(folder.iterdir(), key=lambda e: e.name) if entry.name.endswith(ENDING)}


def read(path_or_name: str | os.PathLike[str]) -> Source:
    """A story's text. A name without a folder or ending that is no file here is looked for among the bundled worlds.

    Raises CannotOpen, or NotAStory where the file is no text.
    """
    path = Path(path_or_name)
    name = os.fspath(path_or_name)
    if not path.exists() and name in (worlds := bundled()):
        return Source(f"{name}{ENDING}", worlds[name].read_text("utf-8"))
    try:
        return Source(path.name, decoded(_bytes(path), path.name))
    except OSError as error:
        raise CannotOpen(_why_not(name, error)) from None


def _bytes(path: Path) -> bytes:
    """At most so many bytes that a file too large is seen to be so: nothing is read into memory without end."""
    if not stat.S_ISREG(os.stat(path).st_mode) and not stat.S_ISFIFO(os.stat(path).st_mode) and not path.is_dir():
        raise OSError(0, "it is not a plain file")
    with open(path, "rb") as file:
        return file.read(4 * LARGEST_FILE + 1)


def decoded(data: bytes, name: str) -> str:
    """The text of a file. Raises NotAStory where it is no UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if len(data) > 4 * LARGEST_FILE:
            raise NotAStory(name, in_syntax.file_too_large(len(data), LARGEST_FILE)) from None
        raise NotAStory(name, in_syntax.not_text(name, error.start)) from None


def _why_not(name: str, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        known = ", ".join(bundled())
        return f"There is no file called {name}, and no bundled world of that name. Bundled are: {known}."
    if isinstance(error, IsADirectoryError):
        return f"{name} is a folder. Name a story file in it: {name.rstrip(os.sep)}{os.sep}NAME{ENDING}."
    if isinstance(error, PermissionError):
        return f"{name} may not be read. Ask whoever owns it, or copy it to where you may."
    return f"{name} cannot be read: {error.strerror or error}."


def write(path: Path, text: str, *, may_replace: bool) -> None:
    """Write a whole file or none: the text goes to a file beside it, which then takes its name.

    Raises CannotOpen; what stood there before then still stands there.
    """
    if path.exists() and not may_replace:
        raise CannotOpen(f"{path} is there already, and nothing was written. Choose another name, or move it away.")
    target = path.resolve()
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
        with open(beside, "x", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            os.chmod(beside, mode)
        os.replace(beside, target)
    except (OSError, UnicodeEncodeError) as error:
        beside.unlink(missing_ok=True)
        reason = error.strerror if isinstance(error, OSError) else "it holds signs that no file can"
        raise CannotOpen(f"{path} could not be written ({reason}). What stood there before is unchanged.") from None
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def starter(title: str) -> str:
    """The small story that `unmask new` writes."""
    return (files("unmask") / "worlds" / STARTER).read_text("utf-8").replace("{title}", title)


def page(code: str) -> str | None:
    """The page about a problem's code; None where there is no such code."""
    return _pages().get(code)


def codes() -> list[str]:
    """Every code that has a page."""
    return sorted(_pages())


def _pages() -> dict[str, str]:
    installed = files("unmask") / "problems" / "pages"
    # In a checkout the pages stand where the reader of the repository finds them.
    folder = installed if installed.is_dir() else Path(__file__).parents[3] / "docs" / "problems"
    if not folder.is_dir():
        return {}
    entries = (entry for entry in folder.iterdir() if entry.name.endswith(".md") and entry.name != "README.md")
    return {entry.name.removesuffix(".md"): entry.read_text("utf-8") for entry in entries}
