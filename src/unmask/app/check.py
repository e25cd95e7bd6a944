"""The command `unmask check`: what is wrong with stories, whether they keep their promises, how many states they have."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from unmask.app import doors
from unmask.app.doors import Refusal, for_each, how_many
from unmask.app.odds import budget_option
from unmask.app.shell import command
from unmask.app.stories import stories_argument

if TYPE_CHECKING:
    from unmask.analysis.reachable import Reach
    from unmask.examining import Examined
    from unmask.problems.place import Source
    from unmask.problems.problem import Problem

_MOST_SHOWN = 5


@click.command(short_help="Say what is wrong with story files.")
@stories_argument
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--promises", "promises", is_flag=True, help="Say of each promise whether it is kept; exit 1 where one is not.")
@click.option(
    "--junit", type=click.Path(dir_okay=False, path_type=Path), help="With --promises: write the verdicts as JUnit XML, for builds."
)
@click.option("--size", "size", is_flag=True, help="Say how many states the story has, and what each thing that it remembers costs.")
@click.option("--json", "as_json", is_flag=True, help="The same as --format json; with --size, its table as JSON.")
@budget_option
def check(stories: tuple[str, ...], form: str, promises: bool, junit: Path | None, size: bool, as_json: bool, budget: int) -> None:
    """Say what is wrong with story files, and what was probably not meant. Exit 1 where there are problems.

    Alone, in a folder with one story, it is that one which is checked.
    """
    as_json = as_json or form == "json"
    if promises and size:
        raise Refusal("--promises and --size are two questions: ask one at a time.")
    if promises and as_json:
        raise Refusal(f"Promises are told as text, or as JUnit XML: {command('check', stories[0], promises=True, junit='FILE')}")
    if junit is not None and not promises:
        raise Refusal(f"JUnit XML is for promises: {command('check', stories[0], promises=True, junit=junit)}")
    if len(stories) > 1 and (junit is not None or (size and as_json)):
        raise Refusal(f"{'--junit' if junit is not None else '--size as JSON'} is about one story: name one at a time.")
    if size:
        from unmask.app.size import check_size

        sys.exit(for_each(stories, lambda story: check_size(story, as_json, budget)))
    if promises:
        from unmask.app.promises import check_promises

        sys.exit(for_each(stories, lambda story: check_promises(story, budget, junit)))
    sys.exit(_as_json(stories) if as_json else for_each(stories, lambda story: _as_text(story, len(stories) > 1)))


def _as_text(story: str, among_others: bool) -> None:
    """Show the problems of a story. Exit 1 where there are any that stop it."""

    source, (problems, reach) = _checked(story, among_others)
    click.echo(doors.problems_in_words(problems, source, sys.stdout), nl=False)
    click.echo(how_many(source.name, problems), err=True)
    if reach is not None:
        click.echo(_how_far(reach), err=True)
    if _stop(problems):
        sys.exit(1)


def _as_json(stories: tuple[str, ...]) -> int:
    """The problems of all of them as one list, in which each names its file; the exit code that they deserve."""
    from unmask.problems.show import in_json, to_data

    found: list[dict[str, object]] = []

    def add(story: str) -> None:
        source, (problems, _) = _checked(story, len(stories) > 1)
        found.extend(to_data(problems, source))
        if _stop(problems):
            sys.exit(1)

    worst = for_each(stories, add)
    if found or worst < Refusal.exit_code:
        click.echo(in_json(found), nl=False)
    return worst


def _stop(problems: "list[Problem]") -> bool:
    from unmask.problems.problem import Severity

    return any(problem.severity == Severity.PROBLEM for problem in problems)


def _checked(story: str, among_others: bool) -> "tuple[Source, Examined]":
    """A story and all there is to say against it. Among others it is named as it was typed: two may have one name in two folders."""
    from unmask.app.files import NotAStory
    from unmask.examining import Examined
    from unmask.pipeline import examine
    from unmask.problems.place import Source

    try:
        source = doors.source(story)
    except NotAStory as found:
        return Source(story if among_others else found.name, ""), Examined([found.problem], None)
    source = source._replace(name=story) if among_others else source
    return source, examine(source)


def _how_far(reach: "Reach") -> str:
    """How far it was looked for what can happen, and what was not met on the way, in a line or two."""
    if reach.complete:
        return f"All that can happen was gone through: {reach.states:,} state{'s' if reach.states != 1 else ''}."
    runs = f"{reach.runs:,} run{'s' if reach.runs != 1 else ''}"
    lines = [f"Not all that can happen was gone through; {runs} were played. What they did not meet may still come."]
    if reach.slow:
        lines.append(f"With the compiled engine it would be more: {reach.slow}.")
    elif reach.unseen:
        shown = [f"{thing.what} `{thing.name}` (line {thing.span.line})" for thing in reach.unseen[:_MOST_SHOWN]]
        more = [f"{len(reach.unseen) - _MOST_SHOWN:,} more"] if len(reach.unseen) > _MOST_SHOWN else []
        lines.append(f"Not seen in {runs}, and not proved never to come: {', '.join([*shown, *more])}.")
    return "\n".join(lines)
