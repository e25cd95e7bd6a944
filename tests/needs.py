"""What a test needs of the system that it runs on, as it is seen in its code, its fixtures and the helpers that they call."""

import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Iterable
from types import CodeType, FunctionType
from typing import NamedTuple

import pytest


class Need(NamedTuple):
    """The words in code by which a need is seen, and whether there is what is needed."""

    words: frozenset[str]
    is_there: Callable[[], bool]


def _has_chromium() -> bool:
    from tests.page.browser import NoBrowser, chromium

    try:
        return bool(chromium())
    except NoBrowser:
        return False


NEEDS = {
    "terminal": Need(frozenset({"openpty", "Terminal"}), lambda: importlib.util.find_spec("termios") is not None),
    "full_disk": Need(frozenset({"/dev/full"}), lambda: os.path.exists("/dev/full")),
    "chromium": Need(frozenset({"sync_playwright"}), _has_chromium),
    "posix": Need(
        frozenset(
            {
                "symlink_to",
                "mkfifo",
                "chmod",
                "geteuid",
                "setrlimit",
                "send_signal",
                "raise_signal",
                "SIGINT",
                "SIGKILL",
                "SIGCONT",
                "preexec_fn",
            }
        ),
        lambda: os.name == "posix",
    ),
    "shell": Need(frozenset({"bash", "sh", "make"}), lambda: shutil.which("bash") is not None and os.name == "posix"),
}
"""The marks, by name; pyproject.toml says what each is."""


def is_a_must() -> bool:
    """Whether nothing may be left out: on CI's Linux all of it can be had, and what is not there is a fault."""
    return sys.platform.startswith("linux") and bool(os.environ.get("CI"))


def needs_of(item: pytest.Function) -> set[str]:
    """The names of what a test needs."""
    fixtures = (definition.func for found in item._fixtureinfo.name2fixturedefs.values() for definition in found)
    return needs_in([item.function, *fixtures])


def needs_in(functions: Iterable[object]) -> set[str]:
    """The names of what functions need."""
    words = _words(functions)
    return {name for name, need in NEEDS.items() if need.words & words}


def _words(functions: Iterable[object]) -> set[str]:
    """Names and texts in functions, and in those of ours that they call."""
    found: set[str] = set()
    todo, seen = list(functions), set()
    while todo:
        function = todo.pop()
        function = getattr(function, "__wrapped__", function)
        if isinstance(function, FunctionType) and function not in seen and function.__module__.partition(".")[0] == "tests":
            seen.add(function)
            names, texts = _in_code(function.__code__)
            found |= names | texts
            todo += [function.__globals__[name] for name in names if name in function.__globals__]
    return found


_KNOWN: dict[CodeType, tuple[set[str], set[str]]] = {}


def _in_code(code: CodeType) -> tuple[set[str], set[str]]:
    """The names that code uses, and the texts in it; those of functions in it too."""
    if code not in _KNOWN:
        names, texts = set(code.co_names), set()
        for value in code.co_consts:
            if isinstance(value, CodeType):
                inner = _in_code(value)
                names |= inner[0]
                texts |= inner[1]
            elif isinstance(value, str):
                texts.add(value)
            elif isinstance(value, tuple):
                names |= {name for name in value if isinstance(name, str)}  # as of keyword arguments
        _KNOWN[code] = names, texts
    return _KNOWN[code]
