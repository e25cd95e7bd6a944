"""A module and its tests in, the mutants that the tests let live out. A command, not a test.

    python tests/mutants.py src/unmask/world/checks.py tests/world

Each mutant is the module with one small thing changed: a comparison flipped, `and` for `or`, a whole number off by one, a `not`
taken away, a condition of an `and` or `or` dropped, a function that returns nothing. Every one is tried in a copy of the tree's
`src`, never in the tree itself. The promise: a mutant that is not printed made some test fail.
"""

import argparse
import ast
import copy
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 300  # seconds

FLIPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}


@dataclass(frozen=True)
class Mutant:
    """One change: the line it is on, what it does, and the whole module with it."""

    line: int
    what: str
    text: str


def _children(tree: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.AST]]:
    """Every node with where it hangs: its parent, the parent's field, the place in that field's list."""
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            if isinstance(value, ast.AST):
                yield parent, field, None, value
            elif isinstance(value, list):
                for at, item in enumerate(value):
                    if isinstance(item, ast.AST):
                        yield parent, field, at, item


def _operators(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """The node as the mutants have it, each with what was done to it."""
    if isinstance(node, ast.Compare):
        for at, op in enumerate(node.ops):
            other = copy.deepcopy(node)
            other.ops[at] = FLIPPED[type(op)]()
            yield f"{type(op).__name__} to {type(other.ops[at]).__name__}", other
    elif isinstance(node, ast.BoolOp):
        swapped = ast.BoolOp(op=ast.Or() if isinstance(node.op, ast.And) else ast.And(), values=copy.deepcopy(node.values))
        yield f"{type(node.op).__name__} to {type(swapped.op).__name__}", swapped
        for at, part in enumerate(node.values):
            rest = [copy.deepcopy(value) for i, value in enumerate(node.values) if i != at]
            kept: ast.expr = rest[0] if len(rest) == 1 else ast.BoolOp(op=copy.deepcopy(node.op), values=rest)
            yield f"without `{ast.unparse(part)}`", kept
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "without not", copy.deepcopy(node.operand)
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield f"{node.value} to {not node.value}", ast.Constant(not node.value)
    elif isinstance(node, ast.Constant) and type(node.value) is int:
        for change in (1, -1):
            yield f"{node.value} to {node.value + change}", ast.Constant(node.value + change)


def _statements(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Statements in the mutants' way: what is returned is dropped, what is done or yielded is left undone."""
    if isinstance(node, ast.Return) and node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value is None):
        yield "returns None", ast.Return(value=ast.Constant(None))
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Yield | ast.YieldFrom | ast.Call):
        # Under `if False`, so that what was a generator still is one.
        yield f"without `{ast.unparse(node)[:60]}`", ast.If(test=ast.Constant(False), body=[copy.deepcopy(node)], orelse=[])
    elif isinstance(node, ast.Continue | ast.Break):
        yield f"without {type(node).__name__.lower()}", ast.Pass()


def mutants_of(text: str) -> Iterator[Mutant]:
    """Every mutant of a module, in the order of its lines. Type annotations and docstrings are left alone: they do nothing."""
    tree = ast.parse(text)
    idle = {
        id(n)
        for parent in ast.walk(tree)
        for field in ("annotation", "returns")
        if (top := getattr(parent, field, None))
        for n in ast.walk(top)
    }
    places = [place for place in _children(tree) if id(place[3]) not in idle and hasattr(place[3], "lineno")]
    places.sort(key=lambda place: (getattr(place[3], "lineno", 0), getattr(place[3], "col_offset", 0)))
    for parent, field, at, node in places:
        for what, other in [*_operators(node), *_statements(node)]:
            _hang(parent, field, at, ast.copy_location(other, node))
            yield Mutant(getattr(node, "lineno", 0), what, ast.unparse(ast.fix_missing_locations(tree)))
            _hang(parent, field, at, node)


def _hang(parent: ast.AST, field: str, at: int | None, node: ast.AST) -> None:
    """Put a node where another hung."""
    if at is None:
        setattr(parent, field, node)
    else:
        getattr(parent, field)[at] = node


def _passes(src: Path, tests: list[str], keep_bytecode: bool = False) -> bool:
    """Whether the tests pass with this copy of the sources. One that hangs has been noticed.

    They run in a fork of this process, which has pytest at hand and has never seen the sources.
    """
    child = os.fork()
    if child == 0:
        signal.alarm(LONGEST)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        sys.path.insert(0, str(src))
        # Two mutants of one size in one second would share their bytecode.
        sys.dont_write_bytecode = not keep_bytecode
        os._exit(int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", *tests])))
    return os.waitpid(child, 0)[1] == 0


def _really_the_copy(src: Path) -> bool:
    """Whether Python, asked from here, reads the copy: an installed tree must not shadow it, or every mutant would live."""
    asked = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(src)!r}); import unmask; print(unmask.__file__)"]
    found = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    return Path(found).is_relative_to(src)


def main() -> int:
    """Try every mutant and print those that live; the exit status is 1 if any does."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("module", type=Path, help="for example src/unmask/world/checks.py")
    asked.add_argument("tests", nargs="+", help="what pytest is to run for each mutant")
    asked.add_argument("--lines", default="", help="only mutants of these lines, as in 40-90")
    asked.add_argument("--list", action="store_true", help="print the mutants and run nothing")
    given = asked.parse_args()
    os.chdir(ROOT)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    text = given.module.read_text(encoding="utf-8")
    first, last = ([int(n) for n in given.lines.split("-")] + [10**9])[:2] if given.lines else (0, 10**9)
    chosen = [mutant for mutant in mutants_of(text) if first <= mutant.line <= last]
    if given.list:
        print("\n".join(f"{given.module}:{mutant.line}: {mutant.what}" for mutant in chosen))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        src = Path(folder).resolve() / "src"
        shutil.copytree(ROOT / "src", src, ignore=shutil.ignore_patterns("__pycache__"))
        assert _really_the_copy(src), "the tests would not see the mutants: an installed copy comes first"
        assert _passes(src, given.tests, keep_bytecode=True), "the tests fail before anything is changed"
        at = src / given.module.resolve().relative_to(ROOT / "src")
        for stale in (at.parent / "__pycache__").glob(f"{at.stem}.*"):
            stale.unlink()
        lived = [mutant for mutant in chosen if _lives(mutant, at, src, given.tests)]
    print(f"{len(chosen)} mutants, {len(lived)} lived")
    return 1 if lived else 0


def _lives(mutant: Mutant, at: Path, src: Path, tests: list[str]) -> bool:
    """Whether the tests pass on one mutant; one that lives is printed."""
    at.write_text(mutant.text, encoding="utf-8")
    lives = _passes(src, tests)
    if lives:
        print(f"{at.name}:{mutant.line}: {mutant.what}", flush=True)
    return lives


if __name__ == "__main__":
    sys.exit(main())
