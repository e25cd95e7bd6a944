"""Finds the examples in a page of docs: fenced blocks, each with the words that stand behind its fence.

A block's words say what it is: `story` and `lines WHERE` are stories and parts of one, and `problem:CODE` behind them is what
they must be told; `telling` and `tape` are what the story before them must give; `python` is a session; `motif` is a
motif with runs that have it and runs that have not. `frame` marks the story
into which the parts are put, each in the place of the comment that says WHERE.
"""

import re
from pathlib import Path
from typing import NamedTuple

DOCS = Path(__file__).parents[2] / "docs"
_FENCE = re.compile(r"^```(?P<words>[^\n`]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


class Example(NamedTuple):
    """A fenced block. `line` is where it starts, for whoever has to find it."""

    line: int
    words: tuple[str, ...]
    text: str

    @property
    def sort(self) -> str:
        return self.words[0] if self.words else ""

    @property
    def wanted(self) -> set[str]:
        """The codes of the problems that it must be told."""
        return {word.removeprefix("problem:") for word in self.words if word.startswith("problem:")}

    def given(self, name: str, otherwise: str) -> str:
        """`seed=1` behind the fence."""
        return next((word.removeprefix(f"{name}=") for word in self.words if word.startswith(f"{name}=")), otherwise)


def examples(page: str) -> list[Example]:
    """Every fenced block of a page, named from `docs/` on."""
    text = (DOCS / page).read_text("utf-8")
    return [
        Example(text.count("\n", 0, found.start()) + 1, tuple(found["words"].split()), found["text"]) for found in _FENCE.finditer(text)
    ]


def frame(page: str) -> str:
    """The story that the page's parts stand in."""
    return next(example.text for example in examples(page) if "frame" in example.words)


def whole(example: Example, around: str) -> str:
    """The story that an example makes: itself, or the frame with these lines in the place that they name."""
    if example.sort == "story":
        return example.text
    place = "# " + " ".join(word for word in example.words[1:] if ":" not in word)
    found = re.search(rf"^( *){re.escape(place)}\n", around, re.MULTILINE)
    assert found, f"line {example.line}: the frame has no place called `{place}`"
    lines = "".join(f"{found[1]}{line}\n" if line else "\n" for line in example.text.splitlines())
    return around[: found.start()] + lines + around[found.end() :]
