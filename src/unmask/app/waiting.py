"""Tells whoever waits how far their question has come, and whoever interrupts it how far it came.

One promise: while it goes on, it speaks to terminals alone, and leaves nothing behind there.
"""

import os
import sys
import time
from contextlib import suppress
from types import TracebackType

import click

from unmask.app.doors import STOPPED
from unmask.app.memory import held
from unmask.app.printed import bare
from unmask.app.progress import SOON, Progress
from unmask.app.width import cut, terminal_columns
from unmask.problems.speech import counted

_BETWEEN_LOOKS = 0.1


class Waiting:
    """Hears how it goes, and says so now and then. Used in a `with`: who interrupts what is in it is told how far it came."""

    def __init__(self, unfinished: str = "", memory: int | None = None) -> None:
        """`unfinished` says what an interruption leaves undone. With `memory`, nobody has room for more bytes than that, and whoever tells
        how it goes is stopped with Enough where more are held.
        """
        self.unfinished = unfinished
        self.memory = memory
        self.start = self.said = time.monotonic()
        self.states, self.left = 0, 1.0
        self.steps = (0, 0)
        self.runs: Progress | None = None
        self.on_terminal = sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self.shown = False

    def __enter__(self) -> "Waiting":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._wipe()
        if self.runs is not None:
            self.runs.go_away()
        if kind is KeyboardInterrupt and self.unfinished:
            click.echo(f"Stopped: {self.how_far()}. {self.unfinished}", err=True)
            sys.exit(STOPPED)

    @property
    def seconds(self) -> float:
        """How long it has been."""
        return time.monotonic() - self.start

    def explored(self, states: int, left: float) -> None:
        """So many states were gone through, and so much of all luck is still under way. Raises Enough."""
        self.states, self.left = states, left
        self._say()
        if self.memory is not None and (held() or 0) > self.memory:
            from unmask.kernel.ways import Enough

            raise Enough

    def room(self, more: int) -> bool:
        """Whether so many more bytes may be held."""
        return self.memory is None or (held() or 0) + more <= self.memory

    def _say(self) -> None:
        now = time.monotonic()
        if not self.on_terminal or now - self.start < SOON or now - self.said < _BETWEEN_LOOKS:
            return
        self.said = now
        with suppress(OSError):  # that nobody listens to this is no reason to stop
            line = cut(self.how_far(), terminal_columns() - 1)  # one that were broken could not be taken back
            print(f"\r\x1b[K{line}", end="", file=bare(sys.stderr), flush=True)
            self.shown = True

    def reckoned(self, part: int, whole: int) -> None:
        """So many steps for fractions are done, of so many."""
        self.steps = (part, whole)
        self._say()

    def played(self, runs: int, total: int) -> None:
        """So many more runs were played, of so many."""
        if self.runs is None or self.runs.count >= self.runs.total:
            self._wipe()
            self.runs = Progress(total)
        self.runs.done(runs)

    def how_far(self) -> str:
        """How far it has come."""
        if self.runs is not None:
            return f"{counted(self.states, 'state')} gone through, {self.runs.count:,} of {counted(self.runs.total, 'run')} played"
        if all(self.steps):
            return f"{counted(self.states, 'state')} gone through; fractions: {self.steps[0]:,} of {counted(self.steps[1], 'step')}"
        return f"{counted(self.states, 'state')} gone through, {100 * self.left:.4g} % of all luck still under way"

    def _wipe(self) -> None:
        if self.shown:
            with suppress(OSError):
                print("\r\x1b[K", end="", file=bare(sys.stderr), flush=True)
        self.shown = False
