"""What every command shares: the options that many take, the ways to a story, and how it is said that there is none.

One promise: a story that cannot be played ends the command with its problems and exit code 1, and what makes no sense with a sentence and
2.
"""

import os
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

import unmask
from unmask.app.printed import painted

if TYPE_CHECKING:
    from unmask.pipeline import Run, World
    from unmask.problems.place import Source
    from unmask.problems.problem import Problem
    from unmask.problems.show import Paint
    from unmask.runs import Runs
    from unmask.telling.sentences import Telling
    from unmask.telling.to_text import Slant

DEFAULT_SEED = 7
MOST = 2**64 - 1
STOPPED = 130
seed_option = click.option(
    "--seed", type=click.IntRange(0, MOST), default=DEFAULT_SEED, show_default=True, help="What the dice are keyed by."
)
run_option = click.option("--run", "number", type=click.IntRange(0, MOST), default=0, show_default=True, help="Which run under that seed.")


class Refusal(click.ClickException):
    """Something that makes no sense to ask: exit 2."""

    exit_code = 2

    def show(self, file: object = None) -> None:
        click.echo(self.message, err=True, color=True)


def for_each(stories: Iterable[str], do: Callable[[str], None]) -> int:
    """Do something with each story, whatever becomes of those before it, and return the highest of their exit codes.

    Only somebody who stops it stops all of it.
    """
    worst = 0
    for story in stories:
        try:
            do(story)
        except Refusal as refusal:
            refusal.show()
            worst = max(worst, refusal.exit_code)
        except SystemExit as left:
            if left.code == STOPPED:
                raise
            worst = max(worst, left.code if isinstance(left.code, int) else 0)
    return worst


def sentence(error: Exception) -> str:
    """What an exception says, as a sentence of its own."""
    words = str(error)
    return ended(f"{words[:1].upper()}{words[1:]}")


def ended(words: str) -> str:
    """Words with a full stop, but for a command that installs something: it stands last to be copied, and as it is."""
    return words if words.endswith(']"') else f"{words}."


def source(story: str) -> "Source":
    """The text of a story."""
    from unmask.app.files import read

    try:
        return read(story)
    except unmask.CannotOpen as error:
        raise Refusal(str(error)) from None


def world(story: str) -> "World":
    """The world of a story; its problems are shown, and end the command with 1."""
    from unmask.app.kept_worlds import load

    try:
        return load(story)
    except unmask.CannotOpen as error:
        raise Refusal(str(error)) from None
    except unmask.StoryProblems as found:
        click.echo(problems_in_words(found.problems, found.source, sys.stderr), err=True, nl=False)
        click.echo(how_many(found.source.name, found.problems), err=True)
        sys.exit(1)


def problems_in_words(problems: "Iterable[Problem]", source: "Source", stream: TextIO) -> str:
    """Problems as they are shown on a stream: with colour where a person reads, in as many columns as there are."""
    from unmask.app.width import columns
    from unmask.problems.show import WIDTH, to_text

    return to_text(problems, source, paint(stream), min(columns() or WIDTH, WIDTH))


def telling(run: "Run", side: str | None, remembered: str | None) -> "Telling":
    """The run from the side that was asked for, or as somebody remembers it."""
    if side and remembered and side != remembered:
        raise Refusal(f"A memory is told from the side of the one who remembers. Leave out --side {side}.")
    try:
        return run.telling(side if remembered is None else remembered, remembered=remembered is not None)
    except ValueError as error:
        raise Refusal(sentence(error)) from None


def how_many(name: str, problems: "list[Problem]") -> str:
    """How many problems there are with a file, in a line."""
    counts = [(sum(str(problem.severity) == word for problem in problems), word) for word in ("problem", "warning", "note")]
    found = [f"{count} {word}{'s' if count != 1 else ''}" for count, word in counts if count]
    return f"{name}: {', '.join(found)}" if found else f"{name}: nothing to say against it"


def save(path: Path, text: str | bytes, may_replace: bool = True) -> None:
    """Write a file, or refuse with the reason."""
    from unmask.app.files import write

    try:
        write(path, text, may_replace=may_replace)
    except unmask.CannotOpen as error:
        raise Refusal(str(error)) from None


def save_tape(path: Path, text: str) -> None:
    """Save a tape. Only another tape is written over: a slip must not cost anybody a story."""
    from unmask.app.files import is_tape

    if os.path.lexists(path) and not is_tape(path):
        raise Refusal(f"{path} is there already and is no tape, so nothing was written. Choose another name for the tape.")
    save(path, text)


def paint(stream: TextIO) -> "Paint":
    """Colour where a person reads, nothing where a program does."""
    from unmask.problems.show import plain

    if os.environ.get("NO_COLOR") or not stream.isatty():
        return plain
    return painted


def slant(stream: TextIO) -> "Slant | None":
    """Italics where a terminal may have colour; None where they are written `_so_`."""
    return None if paint(stream)("x", "italic") == "x" else _in_italics


def _in_italics(text: str) -> str:
    return painted(text, "italic")


def say_if_slow(runs: "Runs") -> None:
    """Tell whoever waits that the compiled engine does not play, and why."""
    if runs.engine.why:
        click.echo(without_engine(f"The {runs.engine.name} engine plays, which is slow", runs.engine.why), err=True)


def say_if_estimated(why: str) -> None:
    """Tell whoever asked for odds that there is no compiled engine to go through all states, where there is a reason `why`."""
    if why:
        click.echo(without_engine("Nothing can be gone through here, and the reference engine plays few runs", why), err=True)


def without_engine(what: str, why: str) -> str:
    """What there is not without the compiled engine, and why."""
    return ended(f"{what}: {why}")


def whole_number(_: click.Context, __: click.Parameter, text: str | None) -> int | None:
    """A whole number, with `_` or `,` between its thousands if somebody likes that; None where nothing was said."""
    if text is None:
        return None
    if not re.fullmatch(r"[+-]?([0-9]+(_[0-9]+)*|[0-9]{1,3}(,[0-9]{3})+)", text.strip()):
        raise click.BadParameter(f"{text[:40]!r} is no number of runs. Write it as 1000000, 1_000_000 or 1,000,000.")
    digits = re.sub("[_,]", "", text.strip())
    return int(digits[:40])  # one that is longer is too large in any case, and stays so
