"""The command `unmask find`: which of many runs have something, and how many.

The numbers of runs are printed as they are found. One promise: `unmask tell` tells each of them under its number, and what was found is at
the event that stands beside it.
"""

import gc
import sys
from collections.abc import Iterator
from math import floor, log10
from typing import TYPE_CHECKING, NamedTuple

import click

from unmask.app import doors
from unmask.app.doors import STOPPED, Refusal, say_if_slow, seed_option, sentence, whole_number
from unmask.app.odds import question_for
from unmask.app.progress import Progress
from unmask.app.shell import command
from unmask.app.stories import story_and
from unmask.app.width import say
from unmask.problems.speech import counted

if TYPE_CHECKING:
    from unmask.analysis.find import Batch, Found
    from unmask.runs import Runs

DEFAULT_RUNS = "10_000"
DEFAULT_MOST = 20
NOTHING_FOUND = 1


class Asked(NamedTuple):
    """What somebody asked of `find`."""

    story: str
    what: str
    runs: int
    first: int
    seed: int
    most: int
    as_json: bool


@click.command(short_help="List the runs in which something happens or holds.")
@story_and("WHAT")
@click.option(
    "-n", "runs", default=DEFAULT_RUNS, callback=whole_number, metavar="RUNS", show_default=True, help="How many runs to look through."
)
@click.option("--first", default="0", callback=whole_number, metavar="K", show_default=True, help="The number of the first of them.")
@seed_option
@click.option("--most", type=click.IntRange(0), default=DEFAULT_MOST, show_default=True, help="How many to list; all are counted.")
@click.option("--json", "as_json", is_flag=True, help="The same as JSON, for other programs.")
def find(story: str, what: str, runs: int, first: int, seed: int, most: int, as_json: bool) -> None:
    """List the runs of STORY in which something happens or holds: their numbers, the event at which it was first there, the ending.

    \b
    What to look for is an event:
      "Rey: let him live"      somebody chooses that
      "demand / attack"        that is chosen in this moment
      "scene duel"             that scene is played
      "ending lost"            it ends so
    or a condition, as an ending has one:
      "Rey.anger > 2"          anybody's field, any fact
      "seems(Rey, Kylo.ache) = strong"

    Exit 1 where no run has it, 2 where the question makes no sense.
    """
    gc.enable()  # it is turned off for commands that are soon over
    asked = Asked(story, what, runs, first, seed, most, as_json)
    runs_of = _runs(asked)
    say_if_slow(runs_of)
    for observer, of in _never_shown(runs_of):
        click.echo(f"Nothing shows {of} to {observer}, so what {observer} takes it for never changes.", err=True)
    _show(asked, runs_of)


def _runs(asked: Asked) -> "Runs":
    """The runs that are to be looked through, with a watch on what to look for."""
    from unmask.runs import Runs
    from unmask.world.sites import Wanted

    world = doors.world(asked.story)
    watch = question_for(world, asked.what).watch
    try:
        runs = Runs(world, asked.seed, asked.first, wanted=Wanted(finals=False, watch=watch))
        runs.check(asked.runs)
    except ValueError as error:
        raise Refusal(sentence(error)) from None
    return runs


def _never_shown(runs: "Runs") -> "Iterator[tuple[str, str]]":
    """The beliefs that are asked for and that nothing in the story can change: probably another field was meant."""
    places = runs.sites.places
    for belief in places.also:
        if not places.news(belief, together=True).routes:
            yield belief.observer, belief.of.words


# ── what is found ────────────────────────────────────────────────────────────────────────────────────────────────────


class _Tally:
    """What was looked through so far."""

    def __init__(self) -> None:
        self.runs = 0
        self.have_it = 0
        self.first: int | None = None
        self.listed = 0


def _show(asked: Asked, runs: "Runs") -> None:
    """Each run as soon as it is found, then how many there are; after Ctrl-C, how many there were until then."""
    from unmask.analysis.find import find as look_through

    tally = _Tally()
    batches = look_through(runs.engine, runs.sites, asked.seed, asked.first, asked.runs, asked.most, runs.workers)
    if asked.as_json:
        click.echo(f'{{"looked_for": {_quoted(asked.what)}, "seed": {asked.seed}, "first": {asked.first}, "found": [', nl=False)
    stopped = False
    with Progress(asked.runs) as progress:
        try:
            for found in _found(batches, tally, progress):
                click.echo(
                    _as_json(found, tally.listed > 1) if asked.as_json else f"run {found.run}, event {found.event}: {found.ending}",
                    nl=not asked.as_json,
                )
        except KeyboardInterrupt:
            stopped = True
    if stopped:
        click.echo(f"Stopped after {tally.runs:,} of {counted(asked.runs, 'run')}.", err=True)
    click.echo(_end_of_json(tally)) if asked.as_json else say(f"{_in_words(asked, tally)}\n")
    if stopped or not tally.have_it:
        sys.stdout.flush()
        sys.exit(STOPPED if stopped else NOTHING_FOUND)


def _found(batches: "Iterator[Batch]", tally: _Tally, progress: Progress) -> "Iterator[Found]":
    """The runs to list, one by one, while all are counted."""
    for batch in batches:
        tally.runs += batch.runs
        tally.have_it += batch.have_it
        if batch.listed:
            progress.go_away()
        for found in batch.listed:
            tally.listed += 1
            if tally.first is None:
                tally.first = found.run
            yield found
        progress.done(batch.runs)


def _as_json(found: "Found", goes_on: bool) -> str:
    comma = "," if goes_on else ""
    return f'{comma}\n  {{"run": {found.run}, "event": {found.event}, "ending": {_quoted(found.ending)}}}'


def _quoted(text: str) -> str:
    from json import dumps  # only here: `unmask --help` can do without

    return dumps(text, ensure_ascii=False)


def _end_of_json(tally: _Tally) -> str:
    low, high = _between(tally)
    return f'], "runs": {tally.runs}, "have_it": {tally.have_it}, "interval": [{low!r}, {high!r}]}}'


def _in_words(asked: Asked, tally: _Tally) -> str:
    """How many runs have it, how many would, and how to read the first."""
    if not tally.runs:
        return "No run was looked through."
    low, high = map(_percent, _between(tally))
    runs = f"{tally.runs:,} run{'s' if tally.runs != 1 else ''}"
    if not tally.have_it:
        return f"None of {runs} has it; of all, at most {high} % do (95 % sure)."
    have = "have" if tally.have_it != 1 else "has"
    share = f"{tally.have_it:,} of {runs} ({_percent(tally.have_it / tally.runs)} %) {have} it; of all, {low} to {high} % do (95 % sure)."
    if tally.first is None:
        return share
    first = f"first {tally.listed:,} are" if tally.listed > 1 else "first is"
    more = f"\nThe {first} listed; --most lists more." if tally.listed < tally.have_it else ""
    return f"{share}{more}\nRead the first: {command('tell', asked.story, seed=asked.seed, run=tally.first)}"


def _percent(share: float) -> str:
    """With two digits behind the point, or as many as it takes to be more than nothing."""
    from unmask.analysis.percent import percent

    return percent(share, 2 if share == 0 or share >= 0.0001 else -floor(log10(100 * share)))


def _between(tally: _Tally) -> tuple[float, float]:
    from unmask.analysis.odds import interval

    return interval(tally.have_it, tally.runs) if tally.runs else (0.0, 1.0)
