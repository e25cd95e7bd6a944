"""The command `unmask play`, line by line: prints prose and choices, and reads what whoever plays types.

One promise: however it ends (quit, Ctrl-C, Ctrl-D, a closed pipe), the game is kept, and it is said where.
"""

import gc
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

import unmask
from unmask.app import doors
from unmask.app.doors import DEFAULT_SEED, MOST, STOPPED, Refusal
from unmask.app.shell import command
from unmask.app.stories import story_argument
from unmask.problems.install import install

if TYPE_CHECKING:
    from unmask.app.dialogue import Reply
    from unmask.app.sitting import Sitting
    from unmask.pipeline import World

PROMPT = "> "
_UNREADABLE = "\0"
_LONGEST_LINE = 4_000
_SHOWN = 80


@click.command(short_help="Play one of the people of a story.")
@story_argument
@click.option("--as", "person", metavar="PERSON", help="Whom to be. Without it you are asked.")
@click.option(
    "--seed", type=click.IntRange(0, MOST), help="What the dice are keyed by. Without it, and without --run, luck is new each time."
)
@click.option("--run", "number", type=click.IntRange(0, MOST), help="Which run under that seed.")
@click.option("--load", "tape", metavar="FILE", type=click.Path(path_type=Path), help="Go on with a game that was saved in this file.")
@click.option("--continue", "go_on", is_flag=True, help="Go on with the game of this story that was left last.")
@click.option("--full-screen", "full_screen", is_flag=True, help="Prose on the left, on the right what you know of everybody's feelings.")
def play(story: str, person: str | None, seed: int | None, number: int | None, tape: Path | None, go_on: bool, full_screen: bool) -> None:
    """Play one of the people of a story: prose from their side, and their choices. Everybody else chooses for themselves.

    A number or an option's words choose; `help` lists the rest. Leaving asks nothing and loses nothing.
    """
    gc.enable()  # it is turned off for commands that are soon over
    if tape is not None and go_on:
        raise Refusal("--load names a game and --continue takes the last one: leave out one of them.")
    if full_screen:
        _can_fill_the_screen()
    from unmask.app.sitting import Sitting, read_tape, side_of

    world = doors.world(story)
    tape = _last(story, world.fingerprint) if go_on else tape
    text = "" if tape is None else read_tape(tape)
    who = _whom(world, story, person, side_of(text))
    sitting = Sitting(story, world, who, *_luck(seed, number), None if full_screen else doors.slant(sys.stdout))
    reply = sitting.begin(tape, text, person is not None)
    if full_screen:
        from unmask.app.full_screen import FullScreen

        try:
            code = FullScreen(sitting, reply).run()
        except KeyboardInterrupt:
            code = STOPPED
        _get_up(sitting, code or 0)
    _line_by_line(sitting, reply)


def _luck(seed: int | None, number: int | None) -> tuple[int, int]:
    """The seed and the run that were asked for; where neither was, luck that nobody has had."""
    if seed is None and number is None:
        return int.from_bytes(os.urandom(8)), 0
    return DEFAULT_SEED if seed is None else seed, number or 0


def _last(story: str, fingerprint: str) -> Path:
    from unmask.app.kept_games import last, others

    try:
        found = last(story, fingerprint)
        if found is not None:
            return found
        elsewhere = others(story)
    except unmask.CannotOpen as error:
        raise Refusal(str(error)) from None
    words = f"No game of {story} was left, so there is none to go on with. Begin one: {command('play', story)}"
    if elsewhere:
        words += f"\nThere is one of a story of that name that lay elsewhere: {command('play', story, load=elsewhere[-1])}"
    raise Refusal(words)


# ── whom to be ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _whom(world: "World", story: str, person: str | None, saved: str) -> str:
    """Whoever was named, else whoever a saved game was played as; else somebody has to say."""
    from unmask.app.game import who_choose
    from unmask.problems.near import did_you_mean, folded

    found = [name for name in world.people if person is not None and folded(name) == folded(person)]
    if found and (person in found or len(found) == 1):
        return person if person in found else found[0]
    if person is None and saved in world.people:
        return saved
    choosing = who_choose(world.model)
    if not choosing:
        raise Refusal(f"Nobody chooses anything in this story, so nobody can be played. Read it: {command('tell', story)}")
    known = f"You can be {_one_of(choosing)}: {command('play', story, as_=choosing[-1])}"
    if person is not None:
        raise Refusal(f"Nobody called {person} is in this story. {did_you_mean(person, list(world.people))}{known}")
    if not _is_terminal():
        raise Refusal(f"Say whom to be. {known}")
    return _asked(world, choosing)


def _asked(world: "World", choosing: tuple[str, ...]) -> str:
    """Ask until somebody says a number or a name, or how it begins."""
    click.echo("\n".join([world.title, "", "Whom will you be?", *(f"{at}. {name}" for at, name in enumerate(choosing, 1))]))
    while True:
        heard = _heard()
        _repeat(heard)
        words = "quit" if heard is None else " ".join(heard.split()).casefold()
        found = [name for at, name in enumerate(choosing, 1) if words in (str(at), name.casefold())]
        found = found or [name for name in choosing if words and name.casefold().startswith(words)]
        if len(found) == 1:
            click.echo("")
            return found[0]
        if words == "quit":
            raise Refusal("Nobody was chosen, so nothing was played.")
        click.echo(f"Type a number from 1 to {len(choosing)}, or a name.")


def _one_of(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


# ── line by line ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _line_by_line(sitting: "Sitting", reply: "Reply | None") -> NoReturn:
    code = 0
    try:
        while reply is not None:
            click.echo(reply.text)
            heard = _heard()
            reply = None if heard is None else sitting.answer(None if heard == _UNREADABLE else heard)
            _repeat(heard)
    except KeyboardInterrupt:
        code = STOPPED
    except BrokenPipeError:
        pass  # whoever read has gone
    except OSError as error:
        click.echo(f"What is told could not be written ({error.strerror}).", err=True)
        code = 1
    _get_up(sitting, code)


def _get_up(sitting: "Sitting", code: int = 0) -> NoReturn:
    """Keep the game, undisturbed, say where, and go."""
    with _undisturbed():
        words = sitting.last_words()
        if words:
            click.echo(words, err=True)
    sys.exit(code)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Without Ctrl-C, as far as that can be had: only the main thread may ask for it."""
    try:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _is_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _heard() -> str | None:
    """A line that somebody typed, without its end; None when nobody types any more. What is too long is cut off."""
    terminal = _is_terminal()
    if terminal:
        click.echo(PROMPT, nl=False)
    line = _line()
    if not line:
        if terminal:
            click.echo("")
        return None
    try:
        return line.decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError:
        return _UNREADABLE


def _repeat(heard: str | None) -> None:
    """Where lines come from a file or a program, show them, so that what is printed reads like a talk."""
    if heard is not None and not _is_terminal():
        shown = "".join(sign if sign.isprintable() else "·" for sign in heard)
        click.echo(f"{PROMPT}{shown[:_SHOWN]}\n")


def _line() -> bytes:
    """The bytes of a line; none at the end, or where nothing can be read."""
    if sys.stdin is None:
        return b""
    try:
        line = rest = sys.stdin.buffer.readline(_LONGEST_LINE)
        while len(rest) == _LONGEST_LINE and not rest.endswith(b"\n"):
            rest = sys.stdin.buffer.readline(_LONGEST_LINE)
    except OSError:
        return b""
    # Where a line is cut, a sign may be cut in two.
    return line.decode("utf-8", "ignore").encode() if rest is not line else line


# ── on the full screen ───────────────────────────────────────────────────────────────────────────────────────────────


def _can_fill_the_screen() -> None:
    """Refuse before anything is played."""
    try:
        import textual  # noqa: F401
    except ModuleNotFoundError:
        raise Refusal(f"The full screen needs a library that is not installed. Install it: {install('tui')}") from None
    if not _is_terminal() or sys.stdout is None or not sys.stdout.isatty():
        raise Refusal("A full screen needs a terminal. Leave out --full-screen: line by line it can be played anywhere.")
