"""Commands as they are printed for somebody to paste into a shell. Every printed command is made here.

One promise: pasted, it says to `unmask` what was said to `command`, whatever blanks and signs stand in it.
"""

import os
import shlex
import sys
from collections.abc import Iterable


def command(name: str, /, *words: str | os.PathLike[str], **options: object) -> str:
    """`unmask NAME WORDS --OPTIONS`, to be pasted; the first word is a story or another file.

    An option that is True stands alone, one that is None or False is left out; `as_` is `--as`, and `n` is `-n`.
    """
    first, *rest = [os.fspath(word) for word in words] or [""]
    if first.startswith("-"):  # a file, which may be named otherwise
        first = os.path.join(os.curdir, first)
    before = [word for word in (first, *rest) if word and not word.startswith("-")]
    after = [word for word in rest if word.startswith("-")]
    said = [*before, *_options(options), *(["--", *after] if after else [])]
    return " ".join(["unmask", name, *map(quoted, said)])


def _options(options: dict[str, object]) -> Iterable[str]:
    for key, value in options.items():
        name = key.rstrip("_").replace("_", "-")
        option = f"-{name}" if len(name) == 1 else f"--{name}"
        if value is True:
            yield option
        elif value is not None and value is not False:
            # A value that begins like an option has to hang on its own.
            yield from [f"{option}={value}"] if str(value).startswith("-") else [option, str(value)]


def again(*more: str) -> str:
    """The command that was typed, with more behind it."""
    return " ".join(["unmask", *map(quoted, (*sys.argv[1:], *more))])


def quoted(word: str) -> str:
    """A word as a part of a command. A name with signs in it that cannot be printed cannot be pasted either: `…` stands for it."""
    return shlex.quote(word) if word.isprintable() else "…"
