"""Which story a command is about: the one that was typed, else the only one in the folder where somebody stands.

One promise: where nothing was typed, it is said on stderr which story it is.
"""

import os
from collections.abc import Callable, Sequence
from functools import wraps

import click

from unmask.app.doors import Refusal
from unmask.app.shell import command

_SHOWN = 8


def story_meant(typed: str | None, name: str) -> str:
    """The story that `unmask NAME` is about. Ends the command with 2 where there are several to choose from.

    Where there is none in the folder it is the bundled world, but for `check`: nobody asks whether that has faults.
    """
    from unmask.app.files import DEFAULT, stories_in

    if typed is not None:
        return typed
    here = stories_in(os.curdir)
    if len(here) > 1:
        more = f" and {len(here) - _SHOWN} more" if len(here) > _SHOWN else ""
        raise Refusal(f"Which story? There are {len(here)} here: {', '.join(here[:_SHOWN])}{more}. Name one: {command(name, here[0])}")
    if here:
        click.echo(f"{here[0]} is the only story here, so it is meant.", err=True)
        return here[0]
    if name == "check":
        raise Refusal(
            f"There is no story here to check. Write a small one to start from: {command('new', 'duel')}\n"
            f"Or name one: {command('check', 'FILE.story')}"
        )
    click.echo(f"No story is named, and there is none here: this is the bundled world {DEFAULT}.", err=True)
    return DEFAULT


def _of_a_command(context: click.Context, _: click.Parameter, typed: str | None) -> str:
    return story_meant(typed, context.info_name or "")


story_argument = click.argument("story", required=False, callback=_of_a_command)


def stories_argument(decorated: Callable[..., None]) -> Callable[..., None]:
    """Any number of stories; where none was typed, the one that is meant."""

    def meant(context: click.Context, _: click.Parameter, typed: tuple[str, ...]) -> tuple[str, ...]:
        return typed or (story_meant(None, context.info_name or ""),)

    return click.argument("stories", nargs=-1, metavar="[STORY]...", callback=meant)(decorated)


def story_and(what: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A story, which may be left out, and one more word, which may not; the function is given them as `story` and the word's name."""

    def both(context: click.Context, _: click.Parameter, typed: tuple[str, ...]) -> tuple[str, str]:
        name = context.info_name or ""
        if not typed or (len(typed) == 1 and _looks_like_a_story(typed[0], files=what != "TAPE")):
            raise click.MissingParameter(ctx=context, param_hint=f"'{what}'", param_type="argument")
        if len(typed) > 2:
            raise Refusal(f"{what} is one word to the shell, in quotation marks: {command(name, typed[0], ' '.join(typed[1:]))}")
        return (typed[0], typed[1]) if len(typed) == 2 else (story_meant(None, name), typed[0])

    def decorate(decorated: Callable[..., None]) -> Callable[..., None]:
        @wraps(decorated)
        def with_both(*, story_and: tuple[str, str], **more: object) -> None:
            decorated(story=story_and[0], **{what.lower(): story_and[1]}, **more)

        return click.argument("story_and", nargs=-1, metavar=f"[STORY] {what}", callback=both)(with_both)

    return decorate


def story_first(typed: Sequence[str], name: str) -> tuple[str, tuple[str, ...]]:
    """The story, and the questions behind it, of words of which the first may be either.

    A question of one word is taken for a story that is spelled wrong, unless there is one story here that it can be about.
    """
    from unmask.app.files import stories_in

    if typed and (_looks_like_a_story(typed[0]) or (len(typed[0].split()) < 2 and len(stories_in(os.curdir)) != 1)):
        return typed[0], tuple(typed[1:])
    return story_meant(None, name), tuple(typed)


def _looks_like_a_story(word: str, files: bool = True) -> bool:
    """Whether a word must be meant as a story, and not as something to ask of one; where `files` are not, the name has to say so."""
    from unmask.app.files import ENDING, bundled

    return word in bundled() or word.endswith(ENDING) or (files and (os.sep in word or os.path.exists(word)))
