"""The pages of docs/reference/problems as data: for each code the stories that it shows, as an author would have saved them."""

import ast
import re
from functools import cache
from pathlib import Path

import unmask
from unmask.app import files
from unmask.export.book import Book
from unmask.export.to_ao3 import unfit
from unmask.pipeline import world_from
from unmask.problems.place import Source
from unmask.problems.problem import Fix, Problem, Severity

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "reference" / "problems"
_WORDS = ROOT / "src" / "unmask" / "problems"
_BLOCK = re.compile(r"^```story (bad|good)(, escaped)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def codes_in_the_source() -> dict[str, set[str]]:
    """Every code that some function tells, with the functions that tell it."""
    found: dict[str, set[str]] = {}
    for name in (
        "in_syntax",
        "in_signs",
        "in_braces",
        "in_heads",
        "in_values",
        "in_names",
        "in_world",
        "in_minds",
        "in_checks",
        "in_archive",
    ):
        for function in ast.parse((_WORDS / f"{name}.py").read_text(encoding="utf-8")).body:
            for node in ast.walk(function):
                match node:
                    case ast.Call(func=ast.Name(id="Problem" | "_warning"), args=[ast.Constant(value=str(code)), *_]):
                        assert isinstance(function, ast.FunctionDef)
                        found.setdefault(code, set()).add(f"{name}.{function.name}")
                    case _:
                        pass
    return found


def pages() -> dict[str, str]:
    """The text of each page by its code."""
    return {page.stem: page.read_text(encoding="utf-8") for page in sorted(FOLDER.glob("*.md")) if page.name != "README.md"}


def stories(page: str) -> dict[str, bytes]:
    """The bad and the good story of a page as bytes. Where a block is escaped, `\\xNN` stands for one byte."""
    found: dict[str, bytes] = {}
    for sort, escaped, text in _BLOCK.findall(page):
        assert sort not in found, f"two {sort} stories"
        data = text.encode()
        found[sort] = re.sub(rb"\\x([0-9a-f]{2})", lambda sign: bytes([int(sign[1], 16)]), data) if escaped else data
    return found


@cache
def told_of(data: bytes) -> list[Problem]:
    """Everything that an author is told of a file, by `unmask check` and, of a story that can be played, for the Archive."""
    try:
        source = Source("page.story", files.decoded(data, "page.story"))
    except files.NotAStory as found:
        return [found.problem]
    told = unmask.check(source.text, source.name)
    return told if any(problem.severity == Severity.PROBLEM for problem in told) else [*told, *_for_the_archive(source)]


def _for_the_archive(source: Source) -> list[Problem]:
    world = world_from(source)
    telling = world.run().telling()
    book = Book(world.title, telling, source.name, world.fingerprint, 7, 0, "", "")
    return unfit(book, world.tree)


def mended(text: str, fix: Fix) -> str:
    """The story with a fix in it."""
    lines = Source("", text).lines()
    line = lines[fix.span.line - 1]
    lines[fix.span.line - 1] = line[: fix.span.start] + fix.text + line[fix.span.end :]
    return "\n".join(lines)
