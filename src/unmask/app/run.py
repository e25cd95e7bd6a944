"""The command `unmask run`: plays many runs of a story, and prints what they came to, on one screen or as JSON.

One promise: what is on stdout is the whole of what was asked for, or says in its first line how much of it it is.
"""

import gc
import sys
from typing import TYPE_CHECKING, NamedTuple

import click

import unmask
from unmask.app import doors
from unmask.app.doors import Refusal, for_each, seed_option, sentence, whole_number
from unmask.app.kept import Kept, Stopped, keep, table_options
from unmask.app.progress import Progress
from unmask.app.stories import stories_argument
from unmask.app.width import PROSE, columns, rows
from unmask.problems.speech import counted

if TYPE_CHECKING:
    from unmask.runs import Runs

DEFAULT_RUNS = "10_000"
MOST_WORKERS = 64


class Asked(NamedTuple):
    """What somebody asked of `run`."""

    story: str
    runs: int
    seed: int
    workers: int | None
    as_json: bool
    everything: bool
    coverage: bool = False
    fail_on_unreached: bool = False
    kept: Kept = Kept()
    cluster: str | None = None


@click.command()
@stories_argument
@click.option(
    "-n", "runs", default=DEFAULT_RUNS, callback=whole_number, metavar="RUNS", show_default=True, help="How many runs: 1_000_000, say."
)
@seed_option
@click.option("--workers", type=click.IntRange(1, MOST_WORKERS), help="How many threads play. Unless you say, one for each core.")
@click.option("--json", "as_json", is_flag=True, help="Everything, as JSON for other programs.")
@click.option("--all", "everything", is_flag=True, help="Everything, however many lines it takes.")
@click.option("--coverage", is_flag=True, help="Print the story file with how often each line was reached, and why some were not.")
@click.option("--fail-on-unreached", is_flag=True, help="Exit 1 where something was not reached, with a line for each on stderr.")
@table_options
@click.option("--cluster", metavar="ADDRESS", help="Play on a Dask cluster: tcp://HOST:PORT, or `local` for processes on this machine.")
def run(
    stories: tuple[str, ...],
    runs: int,
    seed: int,
    workers: int | None,
    as_json: bool,
    everything: bool,
    coverage: bool,
    fail_on_unreached: bool,
    kept: Kept,
    cluster: str | None,
) -> None:
    """Play a story many times, or one after the other, and say what the runs came to.

    Run K of them is told by `unmask tell STORY --seed S --run K`. Stopped with Ctrl-C, it shows what was played until then.
    """
    gc.enable()  # it is turned off for commands that are soon over
    asked = Asked(stories[0], runs, seed, workers, as_json, everything, coverage, fail_on_unreached, kept, cluster)
    if len(stories) > 1 and (as_json or kept.folder is not None):
        raise Refusal(f"{'JSON is' if as_json else 'A table is'} of one story: name one, or leave out {'--json' if as_json else '--out'}.")
    sys.exit(for_each(stories, lambda story: play_and_show(asked._replace(story=story))))


def play_and_show(asked: Asked) -> None:
    """Play what was asked for and print what it came to; after Ctrl-C, what was played until then, and exit 130."""
    with Progress(asked.runs) as progress:
        runs = runs_of(asked)
        progress.is_ready()
        try:
            stopped = play(runs, asked, progress)
        except KeyboardInterrupt:
            stopped = Stopped()
        seconds = progress.seconds
    if stopped:
        # Whoever reads JSON does not read stderr too, and would take what comes for all of it.
        nothing = "; no JSON was written" if asked.as_json else ""
        words = stopped.reason, f"Stopped after {len(runs):,} of {counted(asked.runs, 'run')}{nothing}.", stopped.further
        click.echo(" ".join(filter(None, words)), err=True)
    if not stopped or (len(runs) and not asked.as_json):
        click.echo(_shown(runs, asked, seconds, progress), nl=False)
    if stopped:
        sys.stdout.flush()
        sys.exit(stopped.code)
    if asked.fail_on_unreached:
        _fail_on_unreached(runs)


def _fail_on_unreached(runs: "Runs") -> None:
    """Exit 1 where something was not reached, with a line for each on stderr."""
    from unmask.app.coverage import for_a_build

    unreached = for_a_build(runs.coverage, runs.story.source)
    sys.stdout.flush()
    for line in unreached:
        click.echo(line, err=True)
    if unreached:
        sys.exit(1)


def runs_of(asked: Asked) -> "Runs":
    """The runs that were asked for, not played yet."""
    from unmask.runs import Runs
    from unmask.world.sites import Wanted, motifs_of

    world = doors.world(asked.story)
    wanted = Wanted(gates=asked.coverage or asked.fail_on_unreached, motifs=motifs_of(world.model))
    runs = Runs(world, asked.seed, workers=asked.workers, wanted=wanted)
    try:
        runs.check(asked.runs)
    except ValueError as error:
        raise Refusal(sentence(error)) from None
    return runs


def play(runs: "Runs", asked: Asked, progress: Progress) -> Stopped | None:
    """Play the runs that were asked for; whatever else is wanted of them is written on the way."""
    if asked.cluster is not None:
        _play_on_cluster(runs, asked, asked.cluster, progress)
        return None
    if asked.kept.folder is not None:
        return keep(runs, asked.runs, asked.kept, progress)
    runs.play(asked.runs, progress.done)
    return None


def _play_on_cluster(runs: "Runs", asked: Asked, address: str, progress: Progress) -> None:
    """Play the runs elsewhere, and add up here what they came to."""
    from contextlib import closing

    from unmask.app.cluster import counted_on_cluster

    if asked.kept.folder is not None:
        raise Refusal("A cluster sends back what was counted and no rows, so it cannot fill tables: leave out --cluster or --out.")
    pieces = counted_on_cluster(runs.story.source, asked.seed, runs.first, asked.runs, address, runs.sites.wanted, asked.workers or 0)
    with closing(pieces):
        for piece, counts in pieces:
            runs.add(counts)
            progress.done(piece.runs)


def _shown(runs: "Runs", asked: Asked, seconds: float, progress: Progress) -> str:
    """What the runs came to, in the form that was asked for, and how long that took."""
    world = runs.story
    if asked.as_json:
        from unmask.export.to_json import About, to_json

        about = About(
            unmask.__version__,
            world.title,
            world.source.name,
            world.fingerprint,
            runs.seed,
            runs.first,
            runs.engine.name,
            runs.engine.why,
            seconds,
        )
        return to_json(about, runs.summary, runs.coverage if asked.coverage else None)
    if asked.coverage:
        from unmask.app.coverage import text

        width = None if asked.everything else columns()
        return text(runs.coverage, world.source, runs.seed, doors.paint(sys.stdout), width)
    from unmask.app.screen import Head, screen

    stopped = asked.runs if len(runs) < asked.runs else 0
    head = Head(
        world.title,
        asked.story,
        world.source.name,
        runs.seed,
        runs.first,
        runs.engine.name,
        runs.engine.why,
        seconds,
        stopped,
        progress.before,
        progress.ready,
        world.model.limit,
    )
    if asked.everything:
        return screen(head, runs.summary)
    return screen(head, runs.summary, columns() or PROSE, rows())
