"""Prints text to the terminal with every sign that a terminal would obey written out, so that it can be read and does nothing.

`main` puts it in front of stdout and stderr, so that whoever prints need not think of it: titles, tapes, arguments, file names, and
what other libraries say. One promise: of all signs that move a cursor, colour, ring or turn the direction of writing, only our own pass.
"""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any, TextIO, cast

_STYLES = {"title": "1;31", "place": "36", "mark": "1;33", "note": "32", "code": "2", "italic": "3"}
_OURS = f"\x1b{os.urandom(8).hex()}"
"""Colour is marked by this on its way to the door. It is made anew by each process, so that no file can know it."""
# Control characters but for the end of a line, those that turn or embed a direction, separators of lines, halves of signs.
_OBEYED = "\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff"
_EITHER = re.compile(rf"{_OURS}(\[[0-9;]*m)|([{_OBEYED}])")


def harmless(text: str) -> str:
    """The text with each sign that a terminal obeys written as JSON writes it, `\\u001b`; a tab is a blank."""
    return _EITHER.sub(_read_not_obeyed, text)


def painted(text: str, style: str) -> str:
    """The text in the colour of its style: title, place, mark, note, code or italic. Only the door makes colour of it."""
    code = _STYLES.get(style)
    return f"{_OURS}[{code}m{text}{_OURS}[0m" if code and text else text


def _read_not_obeyed(found: re.Match[str]) -> str:
    if found[1]:
        return f"\x1b{found[1]}"
    return " " if found[2] == "\t" else f"\\u{ord(found[2]):04x}"


class Printed:
    """A stream of text behind the door; all but writing is left to the stream."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        """Write what can be read."""
        self.stream.write(harmless(text))
        return len(text)

    def writelines(self, lines: list[str]) -> None:
        """Write them all."""
        self.write("".join(lines))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)


def bare(stream: IO[str]) -> IO[str]:
    """The stream in front of which the door stands, for whoever moves the cursor and prints nothing that is foreign."""
    return stream.stream if isinstance(stream, Printed) else stream


@contextmanager
def behind_the_door() -> Iterator[None]:
    """Have stdout and stderr behind the door. Those that were closed before lead nowhere, and take nothing from files opened later."""
    _open_what_is_closed()
    before = sys.stdin, sys.stdout, sys.stderr
    with open(os.devnull, encoding="utf-8") as nothing, open(os.devnull, "w", encoding="utf-8") as nowhere:
        sys.stdin = nothing if sys.stdin is None else sys.stdin
        sys.stdout, sys.stderr = (_door(nowhere if stream is None else stream) for stream in before[1:])
        try:
            yield
        finally:
            sys.stdin, sys.stdout, sys.stderr = before


def _open_what_is_closed() -> None:
    """Give 0, 1 and 2 to nowhere if they are free: the next file that is opened would get the number, and be printed into."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            with suppress(OSError):
                os.open(os.devnull, os.O_RDWR)


def _door(stream: TextIO) -> TextIO:
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return cast("TextIO", Printed(stream))
