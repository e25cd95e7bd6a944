"""The command `unmask`: reads arguments, prints results on stdout and everything else on stderr.

Exit 0: fine. Exit 1: problems were found. Exit 2: it was asked for something that makes no sense. Exit 70: a mistake of ours.
"""

import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

import unmask
from unmask.app import doors, keepsake
from unmask.app.doors import Refusal, save, save_tape, seed_option
from unmask.app.printed import behind_the_door
from unmask.app.shell import command as to_paste
from unmask.app.stories import stories_argument, story_and, story_argument
from unmask.app.width import columns, fitted, prose_columns, say, say_page
from unmask.problems.place import composed

if TYPE_CHECKING:
    from unmask.pipeline import Run
    from unmask.problems.problem import Problem

_side = click.option("--side", help="From whose side: a person's name, or `world` for the all-seeing telling.")
_remembered = click.option("--as-remembered-by", "remembered", metavar="PERSON", help="As this person remembers it.")
_format = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", *keepsake.FORMS]),
    default="text",
    show_default=True,
    help="`html`: a page; `epub`: a book; `ao3`: for the Archive of Our Own.",
)


MISTAKE = 70


class _Help(click.HelpFormatter):
    """The pages of `--help`, in as many columns as there are."""

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Options and what they do: where there is little room, most of it is for the latter."""
        super().write_dl(rows, min(col_max, max(self.width // 3, 8)), col_spacing)

    def getvalue(self) -> str:
        """The page."""
        return fitted(super().getvalue(), columns())


class _Context(click.Context):
    formatter_class = _Help


class _Commands(click.Group):
    """All commands; one that has a module of its own is imported when it is asked for.

    Names in what was typed are composed, as they are in a story; the path of a file stays as the file is called.
    """

    context_class = _Context
    homes = ("ask", "check", "export", "find", "odds", "play", "plot", "run", "why")

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command by name, as `--help` lists them."""
        return sorted((*super().list_commands(ctx), *self.homes))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name in self.homes:
            found: click.Command | None = getattr(import_module(f"unmask.app.{cmd_name}"), cmd_name)
        else:
            found = super().get_command(ctx, cmd_name)
        if found is not None:
            found.context_class = _Context
        return found

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, [arg if os.path.exists(arg) else composed(arg) for arg in args])


# What is colour and what is not is seen to at the door, `app/printed.py`; Click takes nothing away before.
@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "color": True})
@click.version_option(unmask.__version__, prog_name="unmask")
def command() -> None:
    """Stories driven by relationships: what people feel, what they show, what others believe, and why they choose.

    STORY is the path of a story file or the name of a bundled world (see `unmask worlds`).
    """


# ── telling ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@command.command()
@stories_argument
@seed_option
@click.option("--run", "number", type=click.IntRange(0, doors.MOST), help="Which run under that seed; 0 where nothing is said.")
@click.option("--runs", "numbers", callback=keepsake.run_numbers, metavar="RUNS", help="Several, to keep as a series: `1,7` or `0-4`.")
@_side
@_remembered
@click.option("--events", is_flag=True, help="List what happens, event by event, instead of telling it.")
@click.option("--why", "with_reasons", is_flag=True, help="With the list: what spoke for and against each choice.")
@_format
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Write this file; of several runs or stories, this folder.")
@click.option("--tape", "tape", type=click.Path(dir_okay=False, path_type=Path), help="Save the run's choices to this file, to replay.")
def tell(
    stories: tuple[str, ...],
    seed: int,
    number: int | None,
    numbers: tuple[int, ...] | None,
    side: str | None,
    remembered: str | None,
    events: bool,
    with_reasons: bool,
    form: str,
    out: Path | None,
    tape: Path | None,
) -> None:
    """Tell one run of a story, or keep runs of one or several as pages or books (see --format)."""
    if number is not None and numbers is not None:
        raise Refusal("--run is one run and --runs are several: leave out one of them.")
    chosen = (number or 0,) if numbers is None else numbers
    asked = keepsake.Asked(stories, chosen, seed, side, remembered, form, out)
    if asked.form in keepsake.FORMS:
        _only_as_text(form, {"--tape": tape is not None, "--events": events, "--why": with_reasons})
        keepsake.keep(asked)
        return
    if asked.many:
        raise Refusal("Several runs or stories are a series of files: say --format html, epub or ao3, and -o FOLDER.")
    if out is not None:
        keepsake.check_the_way_out(asked)
    run = doors.world(asked.stories[0]).run(seed, chosen[0])
    told = _told(run, side, remembered, form, events or with_reasons, with_reasons, out is not None)
    if tape is not None:
        save_tape(tape, run.tape(remembered or side or run.world.model.cover.side))
    if out is None:
        click.echo(told, nl=False)
    else:
        keepsake.save_text(out, told)
    from unmask.app.told import remember

    remember(asked.stories[0], run.world.source, seed, chosen[0])


@command.command()
@story_and("TAPE")
@_side
@_remembered
@click.option("--events", is_flag=True, help="List what happens, event by event, instead of telling it.")
@click.option("--why", "with_reasons", is_flag=True, help="With the list: what spoke for and against each choice.")
@click.option("--go-on", is_flag=True, help="Where the tape cannot be followed, go on by its own luck.")
@_format
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Write this file.")
def replay(
    story: str,
    tape: str,
    side: str | None,
    remembered: str | None,
    events: bool,
    with_reasons: bool,
    go_on: bool,
    form: str,
    out: Path | None,
) -> None:
    """Tell the run that a TAPE holds, or keep it as a page or a book: a game that was played, too."""
    from unmask.app.files import NotAStory, read_file
    from unmask.run.tape import NoTape
    from unmask.run.tape import read as tape_from

    asked = keepsake.Asked((story,), (0,), 0, side, remembered, form, out)
    if form in keepsake.FORMS:
        _only_as_text(form, {"--events": events, "--why": with_reasons})
    if form in keepsake.FORMS or out is not None:
        keepsake.check_the_way_out(asked, Path(tape))
    world = doors.world(story)
    try:
        text = read_file(tape).text
        saved = tape_from(text)
        run = world.replay(text, go_on)
    except (NoTape, NotAStory) as error:
        raise Refusal(f"{tape} is not a tape: {error}.") from None
    except unmask.CannotOpen as error:
        raise Refusal(str(error)) from None
    if saved.fingerprint and saved.fingerprint != world.fingerprint:
        click.echo("The story has changed since this tape was made; it is followed as far as it goes.", err=True)
    if run.strayed:
        click.echo(f"The tape cannot be followed to its end: {run.strayed}.{' It goes on by luck.' if go_on else ''}", err=True)
    if side is None and remembered is None and saved.side in world.sides:
        side = saved.side
    if form in keepsake.FORMS:
        keepsake.keep_replayed(asked._replace(side=side), run, Path(tape).name)
    elif out is not None:
        keepsake.save_text(out, _told(run, side, remembered, form, events or with_reasons, with_reasons, to_file=True))
    else:
        click.echo(_told(run, side, remembered, form, events or with_reasons, with_reasons, to_file=False), nl=False)
    if run.strayed and not go_on:
        sys.exit(1)


def _only_as_text(form: str, options: dict[str, bool]) -> None:
    """Refuse options that a page or a book has no place for."""
    for option, given in options.items():
        if given:
            raise Refusal(f"{option} is for a telling as text: leave it out, or leave out --format {form}.")


def _told(run: "Run", side: str | None, remembered: str | None, form: str, events: bool, with_reasons: bool, to_file: bool) -> str:
    """A run as it was asked for: told, or listed event by event."""
    telling = doors.telling(run, side, remembered)
    if events:
        from unmask.app import shown

        return fitted(shown.events(run, with_reasons), None if to_file else columns())
    if form == "markdown":
        from unmask.telling.to_markdown import to_markdown

        return to_markdown(telling)
    from unmask.telling.to_text import to_text

    return to_text(telling) if to_file else to_text(telling, prose_columns(), slant=doors.slant(sys.stdout))


# ── story files ──────────────────────────────────────────────────────────────────────────────────────────────────────


@command.command()
@click.argument("stories", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit 1 where something would be changed.")
def fmt(stories: tuple[Path, ...], only_check: bool) -> None:
    """Bring story files into their usual form. What they mean, and their comments, stay as they are.

    Lines that cannot be read are left as they stand; exit 1 where there are any.
    """
    worst = 0
    for path in stories:
        try:
            worst = max(worst, _bring_into_form(path, only_check))
        except Refusal as refusal:  # one bad name among many must not keep the others from being done
            refusal.show()
            worst = max(worst, refusal.exit_code)
    sys.exit(worst)


def _bring_into_form(path: Path, only_check: bool) -> int:
    """Format one file and say what was done; the exit code it deserves."""
    from unmask.app.files import NotAStory, read_file, write
    from unmask.problems.place import Source
    from unmask.problems.problem import Severity
    from unmask.syntax.parser import parse
    from unmask.syntax.usual_form import usual_form
    from unmask.world.fingerprint import fingerprint

    try:
        source = read_file(path)
        story, problems = parse(source)
        if too_large := next((problem for problem in problems if problem.code == "file-too-large"), None):
            raise Refusal(_not_a_story(too_large))
        text = usual_form(source, story)
        again, left = parse(Source(source.name, text))
        # Where a line could not be read, to mend it is to change what the file means.
        was_read = not any(problem.severity == Severity.PROBLEM for problem in problems)
        if was_read and fingerprint(again) != fingerprint(story):
            raise Refusal(f"{path} would mean something else afterwards. That is a mistake in unmask, and nothing was changed.")
        same = text == source.text
        if not same and not only_check:
            write(path, text, may_replace=True)
    except NotAStory as found:
        raise Refusal(_not_a_story(found.problem)) from None
    except unmask.CannotOpen as error:
        raise Refusal(str(error)) from None
    if not same:
        click.echo(f"{path}: {'would be changed' if only_check else 'changed'}", err=True)
    # What was written otherwise than it should be is mended now; what could not be read is still there.
    told = problems if only_check else left
    unread = sorted({problem.span.line for problem in told if problem.severity == Severity.PROBLEM and problem.span.line})
    if unread:
        what = (
            f"line {unread[0]} cannot be read" if len(unread) == 1 else f"{len(unread)} lines cannot be read, the first is line {unread[0]}"
        )
        click.echo(f"{path}: {what}, and nothing was done to that; `{to_paste('check', path)}` says more.", err=True)
    return 1 if unread or (only_check and not same) else 0


def _not_a_story(problem: "Problem") -> str:
    return f"{problem.title}. {problem.note}"


@command.command()
@story_argument
@click.option("--tree", "stage", flag_value="tree", default="tree", help="The file as it is read.")
@click.option("--world", "stage", flag_value="world", help="The checked world: variables, beliefs, scenes.")
@click.option("--automata", "stage", flag_value="automata", help="What follows each motif through a run.")
@click.option("--kernel", "stage", flag_value="kernel", help="The program that plays it, as LLVM IR.")
@click.option(
    "--format", "form", type=click.Choice(["text", "dot", "mermaid"]), default="text", help="How --automata draws.  [default: text]"
)
def show(story: str, stage: str, form: str) -> None:
    """Show what unmask makes of a story file, stage by stage."""
    from unmask.app import shown

    if form != "text" and stage != "automata":
        raise Refusal(f"Only automata can be drawn as {form}: {to_paste('show', story, automata=True, format=form)}")
    if stage == "automata":
        click.echo(shown.automata(doors.world(story), form), nl=False)
        return
    if stage == "world":
        click.echo(shown.world(doors.world(story)), nl=False)
        return
    if stage == "kernel":
        click.echo(shown.kernel(doors.world(story)), nl=False)
        return
    from unmask.app.files import NotAStory
    from unmask.syntax.parser import parse

    try:
        click.echo(shown.tree(parse(doors.source(story))[0]), nl=False)
    except NotAStory as found:
        raise Refusal(_not_a_story(found.problem)) from None


@command.command()
@click.argument("code")
def explain(code: str) -> None:
    """Explain a problem by its CODE, the word in brackets behind it."""
    from unmask.app.files import codes, page
    from unmask.problems.near import did_you_mean

    found = page(code.strip("[]"))
    if found is None:
        raise Refusal(f"There is no problem with the code {code}. {did_you_mean(code, codes())}There are: {', '.join(codes())}.")
    say_page(found)


@command.command(short_help="Write a small story file to start from.")
@click.argument("name")
def new(name: str) -> None:
    """Write a small story file that already tells something, NAME.story, to be changed into yours."""
    from unmask.app.files import ENDING, starter

    stem = name.removesuffix(ENDING)
    path = Path(f"{stem}{ENDING}")
    title = re.sub(r"[-_\s]+", " ", os.path.basename(stem)).strip()
    if not any(sign.isalnum() for sign in title) or any(not sign.isprintable() or sign in '"\\{}' for sign in name):
        raise Refusal(
            f"`{name}` does not make a name for a story: it needs a letter or a digit, and no quotation marks. Try `unmask new duel`."
        )
    save(path, starter(title[0].upper() + title[1:]), may_replace=False)
    click.echo(f"{path} is written. Tell it: {to_paste('tell', path)}", err=True)


@command.command()
def worlds() -> None:
    """List the bundled worlds."""
    from unmask.app.files import bundled, read_bundled
    from unmask.pipeline import world_from

    for name in bundled():
        world = world_from(read_bundled(name))
        say(f"{name:<10} {world.title}. {world.model.cover.summary}".rstrip() + "\n")


# ── the way out ────────────────────────────────────────────────────────────────────────────────────────────────────────


def main() -> NoReturn:
    """Run the command. However it ends, it ends with a word and an exit code, never with a traceback."""
    with behind_the_door():
        _run()


def _run() -> NoReturn:
    outputs = sys.stdout, sys.stderr
    try:
        code = command.main(standalone_mode=False, terminal_width=columns() and prose_columns())
        sys.stdout.flush()
    except SystemExit as asked:
        # Click puts others in their place when a pipe was closed, and fails; that somebody has read enough is no failure.
        closed = (sys.stdout, sys.stderr) != outputs
        sys.stdout, sys.stderr = outputs
        _leave("", asked.code if isinstance(asked.code, int) and not closed else 0)
    except (click.exceptions.Abort, KeyboardInterrupt):
        _leave("Stopped.", 130)
    except click.ClickException as error:
        with suppress(OSError):
            error.show()
        _leave("", error.exit_code)
    except BrokenPipeError:
        _leave("", 0)
    except OSError as error:
        if not _is_somewhere():
            _leave("The folder in which this was started is gone. Go to another one, and ask again.", 2)
        _leave(f"The result could not be written ({error.strerror}).", 1)
    except MemoryError:
        _leave("There is not enough memory for this, and nothing was finished. Ask for less, or close something else.", 1)
    except Exception as error:
        _leave(_mistake(error), MISTAKE)
    _leave("", code if isinstance(code, int) else 0)


def _mistake(error: Exception) -> str:
    """What is said where unmask itself is wrong: enough for whoever mends it, and that the story is not to blame."""
    import traceback

    from unmask.app.kept_worlds import forget

    place = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__}: {str(error)[:200]} ({os.path.basename(place.filename)}, line {place.lineno})"
    words = f"unmask has made a mistake here. Your files are as they were. Whoever looks after it will want the story, and this: {what}"
    kept = "\nThe story had been read an earlier time; that copy is thrown away now, in case it was to blame. Ask again."
    return words + (kept if forget() else "")


def _is_somewhere() -> bool:
    """Whether the folder in which somebody stands is still there."""
    try:
        return bool(os.getcwd())
    except OSError:
        return False


def _leave(words: str, code: int) -> NoReturn:
    """Go, without a second complaint about an output that is closed or full."""
    for stream, what in ((sys.stderr, words), (sys.stdout, "")):
        try:
            if what:
                click.echo(what, file=stream, color=True)
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    sys.exit(code)
