"""The command `unmask why`: why a choice of a run was made; or what would have been, had it been made otherwise.

One promise: it always says of which run. A what-if changes one thing. Its luck is that of the run, draw for draw.
"""

import gc
import sys
from typing import TYPE_CHECKING, NamedTuple

import click

import unmask
from unmask.app import doors
from unmask.app.doors import DEFAULT_SEED, MOST, Refusal, how_many, sentence
from unmask.app.odds import states_number
from unmask.app.shell import command
from unmask.app.stories import story_argument
from unmask.app.waiting import Waiting
from unmask.app.width import say

if TYPE_CHECKING:
    from unmask.analysis.ahead import Ahead, Fork
    from unmask.export.to_why_json import About
    from unmask.pipeline import Run, World

DEFAULT_BUDGET = "1_000_000"
LISTED = 20

ahead_option = click.option(
    "--budget",
    default=DEFAULT_BUDGET,
    callback=states_number,
    metavar="STATES",
    show_default=True,
    help="How many states to go through for exact odds.",
)


class Asked(NamedTuple):
    """What somebody wants to know of a run."""

    story: str
    seed: int
    number: int
    which: str
    event: int | None
    instead: str | None
    value: str | None
    odds: bool
    budget: int
    as_json: bool


@click.command(short_help="Say why somebody did something, and what would have been.")
@story_argument
@click.option(
    "--seed",
    type=click.IntRange(0, MOST),
    help="What the dice are keyed by. Without it, and without --run: the run told last, else seed 7.",
)
@click.option("--run", "number", type=click.IntRange(0, MOST), help="Which run under that seed.  [default: 0]")
@click.option("--event", "words", metavar="EVENT", help="Which event: its number in `unmask tell --events`, or words of it.")
@click.option("--instead", metavar="OPTION", help="What if this had been chosen there?")
@click.option("--with", "value", metavar="VALUE", help="What if this had been so there, or from the beginning: `Kylo.shame = none`.")
@click.option("--odds", "odds", is_flag=True, help="How likely each ending was then, and what each option made of that.")
@ahead_option
@click.option("--json", "as_json", is_flag=True, help="The same as JSON, for other programs.")
def why(
    story: str,
    seed: int | None,
    number: int | None,
    words: str | None,
    instead: str | None,
    value: str | None,
    odds: bool,
    budget: int,
    as_json: bool,
) -> None:
    """Say why somebody did something: what there was to choose, and what spoke for and against it.

    With --instead or --with: what would have been. The same luck is played again with that one change, and it is shown where the two
    stories part, how each ends, and how much the change moved the odds of the endings.
    """
    if instead is not None and value is not None:
        raise Refusal("One thing is changed at a time: leave out --instead or --with.")
    if words is None and value is None:
        what = f"where that was to be chosen: {command('why', story, event=12, instead=instead)}" if instead else ""
        raise Refusal(f"Name the event, as `unmask tell --events` numbers them: --event 12{f', {what}' if what else ''}.")
    world = doors.world(story)
    seed, number, which = _run_meant(world, story, seed, number)
    run = world.run(seed, number)
    event = None if words is None else _event_meant(story, run, words)
    asked = Asked(story, seed, number, which, event, instead, value, odds, budget, as_json)
    text: str | None
    with Waiting("Nothing was answered.") as waiting:
        try:
            text = _answered(world, run, asked, waiting)
        except (unmask.NoChoice, unmask.NoChange) as error:
            raise Refusal(sentence(error)) from None
        except unmask.StoryProblems as found:
            click.echo(to_text(found), err=True, nl=False)
            sys.exit(Refusal.exit_code)
    click.echo(text, nl=False) if as_json else say(text)


def _run_meant(world: "World", story: str, seed: int | None, number: int | None) -> tuple[int, int, str]:
    """The run that is asked about, and what to call it: the one that was named, else the one that was told last."""
    from unmask.app.told import last_told

    told = last_told(story, world.source) if seed is None and number is None else None
    if told is None:
        seed, number = DEFAULT_SEED if seed is None else seed, number or 0
        return seed, number, f"seed {seed}, run {number}"
    since = "" if told.unchanged else ", before the story was changed"
    return told.seed, told.number, f"seed {told.seed}, run {told.number}, told last{since},"


def _event_meant(story: str, run: "Run", words: str) -> int:
    """The event that is asked about: by its number, or by words of it. Where words may mean several, they are listed."""
    from unmask.app.shown import event_in_words
    from unmask.problems.near import did_you_mean

    if words.isdecimal() and words.isascii():
        return int(words[:20])
    called = {number: event_in_words(run.world.process, event) for number, event in enumerate(run.events)}
    found = _closest(words, run, called)
    if len(found) == 1:
        return found[0]
    again = command("tell", story, seed=run.seed, run=run.number, events=True)
    of = f"seed {run.seed}, run {run.number}"
    if not found:
        near = did_you_mean(words, [event.label for event in run.events if event.point is not None])
        raise Refusal(f"No choice in this run ({of}) is called `{words[:80]}`. {near}All of them: {again}")
    listed = [f"{number:>4}  {called[number]}" for number in found[:LISTED]]
    more = [f"      and {len(found) - LISTED} more: {again}"] if len(found) > LISTED else []
    raise Refusal(
        "\n".join([f"`{words[:80]}` may be any of these ({of}). Name one by its number, as in --event {found[0]}:", *listed, *more])
    )


def _closest(words: str, run: "Run", called: dict[int, str]) -> list[int]:
    """The choices of a run to which these words fit best: as the whole label, else as a part, else word by word in any order."""
    meant = " ".join(words.split()).casefold()
    chosen = {number: event for number, event in enumerate(run.events) if event.point is not None}
    texts = {number: f"{called[number]} {event.label}".casefold() for number, event in chosen.items()}
    whole = [number for number, event in chosen.items() if meant in (event.label.casefold(), called[number].rpartition(": ")[2].casefold())]
    part = [number for number, text in texts.items() if meant in text]
    by_words = [number for number, text in texts.items() if all(word in text for word in meant.split())]
    return (whole or part or by_words) if meant else []


def to_text(found: "unmask.StoryProblems") -> str:
    """What is wrong with something that was typed."""

    return f"{doors.problems_in_words(found.problems, found.source, sys.stderr)}{how_many(found.source.name, found.problems)}\n"


def _answered(world: "World", run: "Run", asked: Asked, waiting: Waiting) -> str:
    if asked.instead is None and asked.value is None:
        return _why(world, run, asked, waiting)
    gc.enable()  # it is turned off for commands that are soon over
    from unmask.analysis import what_if

    if asked.instead is not None:
        assert asked.event is not None
        found = run.instead(asked.event, asked.instead)
    else:
        assert asked.value is not None
        found = run.with_value(asked.value, asked.event)
    ahead = ahead_for(world, asked.budget, asked.seed, waiting)
    moved = what_if.moved(ahead, found.found)
    if asked.as_json:
        from unmask.export.to_why_json import what_if_to_json

        return what_if_to_json(_about(world, asked), found.found, moved)
    from unmask.app.why_text import what_if_to_text

    return what_if_to_text(world.title, found.found, moved, bool(ahead.slow))


def _why(world: "World", run: "Run", asked: Asked, waiting: Waiting) -> str:
    from unmask.app import shown

    assert asked.event is not None
    answer = run.why(asked.event)
    fork: Fork | None = None
    endings: tuple[str, ...] = ()
    slow = False
    if asked.odds:
        gc.enable()
        assert answer.event.point is not None
        ahead = ahead_for(world, asked.budget, asked.seed, waiting)
        endings, fork, slow = ahead.endings, ahead.fork(answer.event.point), bool(ahead.slow)
    if asked.as_json:
        from unmask.export.to_why_json import why_to_json

        return why_to_json(_about(world, asked), answer, endings, fork)
    text = shown.answer(shown.in_words(world.process, answer), world.source.name, f"{asked.which} of {world.title}")
    if fork is None:
        return text
    from unmask.app.why_text import fork_to_text

    return f"{text}\n{fork_to_text(endings, fork, slow)}"


def _about(world: "World", asked: Asked) -> "About":
    from unmask.export.to_why_json import About

    return About(unmask.__version__, world.title, world.source.name, world.fingerprint, asked.seed, asked.number, asked.event)


def ahead_for(world: "World", budget: int, seed: int, waiting: Waiting) -> "Ahead":
    """Whoever looks ahead; that there is no compiled engine is said."""
    from unmask.analysis.ahead import Ahead
    from unmask.analysis.answers import Listener

    ahead = Ahead(world.process, budget, seed, listener=Listener(waiting.explored, waiting.played))
    doors.say_if_estimated(ahead.slow)
    return ahead
