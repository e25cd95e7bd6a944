"""Tells whoever waits how far many runs have come, on stderr.

One promise: nothing is ever said on stdout, and nothing at all where it is soon over or where nobody watches. On a terminal it is a bar,
which goes away afterwards; into a pipe or a file goes nothing.
"""

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import IO, TYPE_CHECKING

from unmask.app.printed import bare

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

SOON = 0.5
"""Seconds before there is a bar."""


class Progress:
    """Hears of runs that are done, and says so. Used in a `with`; `count` is how many there were."""

    def __init__(self, total: int, stream: IO[str] | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self.total = total
        self.count = self.before = 0
        self.ready = 0.0
        self.stream = bare(stream if stream is not None else sys.stderr)
        self.clock = clock
        self.start = clock()
        self.bar: tuple[Bar, TaskID] | None = None
        self.on_terminal = self.stream is not None and self.stream.isatty() and os.environ.get("TERM") != "dumb"

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.go_away()

    def go_away(self) -> None:
        """Make room for lines on the terminal. The next piece that is done brings the bar back."""
        if self.bar is not None:
            with suppress(OSError):
                self.bar[0].stop()
        self.bar = None

    @property
    def seconds(self) -> float:
        """How long it has been."""
        return self.clock() - self.start

    def is_ready(self) -> None:
        """What went before playing is over: it counts for how long it took, and not for how fast it goes."""
        self.ready = self.seconds

    def found(self, runs: int) -> None:
        """So many runs were done before: they count, and not for how fast it goes."""
        self.before = runs
        self.done(runs)

    def done(self, runs: int) -> None:
        """So many more runs are done."""
        self.count += runs
        with suppress(OSError):  # that nobody listens to this is no reason to stop
            if self.on_terminal:
                self._move_bar()

    def pace(self) -> str:
        """How fast it goes and how long it will take."""
        rate = (self.count - self.before) / max(self.seconds - self.ready, 1e-9)
        left = (self.total - self.count) / max(rate, 1e-9)
        return f"{rate:,.0f} a second, {in_words(left)} left"

    def _move_bar(self) -> None:
        if self.bar is None:
            if self.seconds < SOON or self.count >= self.total:
                return
            self.bar = self._new_bar()
        bar, task = self.bar
        bar.update(task, completed=self.count, pace=self.pace())

    def _new_bar(self) -> "tuple[Bar, TaskID]":
        # Only here, since it takes longer to import than most runs take.
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
        from rich.progress import Progress as Bar

        columns = (TextColumn("runs"), BarColumn(None), MofNCompleteColumn(), TextColumn("{task.fields[pace]}"))
        bar = Bar(*columns, console=Console(file=self.stream), transient=True, redirect_stdout=False, redirect_stderr=False, expand=True)
        task = bar.add_task("", total=self.total, pace="")
        bar.start()
        return bar, task


def in_words(seconds: float) -> str:
    """A time, as roughly as one wants to know it."""
    for size, word in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        if seconds >= size:
            count = round(seconds / size)
            return f"about {count:,} {word}{'s' if count != 1 else ''}"
    return f"{max(round(seconds), 1)} s"
