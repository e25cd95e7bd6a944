"""The command `unmask plot`: draws feelings, over one run or many, as a picture or in letters.

One promise: a file is written whole or not at all, and the same question writes the same bytes.
"""

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from unmask.app import doors
from unmask.app.doors import Refusal, save, say_if_slow, seed_option, sentence, whole_number
from unmask.app.progress import Progress
from unmask.app.stories import story_argument
from unmask.app.why import ahead_for, ahead_option
from unmask.app.width import PROSE, columns, say

if TYPE_CHECKING:
    from unmask.analysis.arcs import Course, Fans
    from unmask.pipeline import World
    from unmask.runs import Runs
    from unmask.world.sites import Wanted

ENDINGS = (".svg", ".png", ".html")


@click.command(short_help="Draw what people feel, and what others take it for.")
@story_argument
@seed_option
@click.option("--run", "number", type=click.IntRange(0, doors.MOST), help="Which run under that seed; 0 where nothing is said.")
@click.option("-n", "runs", callback=whole_number, metavar="RUNS", help="Many runs instead of one, from number 0 on.")
@click.option("--of", "wanted", multiple=True, metavar="FIELD", help="Only these: `Kylo.longing`, `Kylo`, or `seems(Rey, Kylo.longing)`.")
@click.option("--odds", "odds", is_flag=True, help="The odds of the endings along a run instead: where it was decided.")
@ahead_option
@click.option("-o", "--out", type=click.Path(dir_okay=False, path_type=Path), help="Write a picture: NAME.svg, NAME.png or NAME.html.")
@click.option("--words", is_flag=True, help="Say it in sentences, and draw nothing.")
def plot(
    story: str,
    seed: int,
    number: int | None,
    runs: int | None,
    wanted: tuple[str, ...],
    odds: bool,
    budget: int,
    out: Path | None,
    words: bool,
) -> None:
    """Draw what people feel (solid) and what others take it for (dashed); what lies between is what the others do not know.

    Of one run, event by event, or with -n of many, scene by scene. With --odds: how likely each ending was after each event of a run.
    Without -o it is drawn in letters.
    """
    if number is not None and runs is not None:
        raise Refusal("--run is one run and -n is many: leave out one of them.")
    if odds and (wanted or runs is not None):
        raise Refusal(f"--odds are of one run, and of its endings: leave out --odds or {'--of' if wanted else '-n'}.")
    if out is not None:
        _can_draw(out, words)
    world = doors.world(story)
    if odds:
        told = _odds(world, seed, number or 0, budget, out, words)
        if out is None:
            assert isinstance(told, str)
            say(told)
        else:
            save(out, told)
        return
    found = _found(world, wanted, seed, number or 0, runs)
    if out is None:
        say(_text(world.title, found, words))
    else:
        save(out, _picture(world.title, found, out.suffix.lower()))


def _odds(world: "World", seed: int, number: int, budget: int, out: Path | None, words: bool) -> str | bytes:
    """Where a run was decided: as text, or as a picture."""
    from unmask.analysis.decided import decided
    from unmask.app.waiting import Waiting
    from unmask.export import to_odds_text

    gc.enable()  # it is turned off for commands that are soon over
    run = world.run(seed, number)
    if not run.events:
        raise Refusal("Nothing happens in this run: no scene can be played.")
    with Waiting() as waiting:
        found = decided(ahead_for(world, budget, seed, waiting), run.record)
    told = to_odds_text.odds_words(world.title, found)
    if out is None:
        return told if words else to_odds_text.odds_text(world.title, found, _width())
    from unmask.export.to_odds_chart import odds_chart

    return _drawn(odds_chart(world.title, found), world.title, told, out.suffix.lower())


# ── what is drawn ────────────────────────────────────────────────────────────────────────────────────────────────────


def _found(world: "World", wanted: tuple[str, ...], seed: int, number: int, runs: int | None) -> "Course | Fans":
    """What there is to draw: one run, or many where it is said how many."""
    from unmask.analysis.arcs import course, fans, wanted_for
    from unmask.analysis.chosen_arcs import NothingToPlot, course_of, fans_of, pairs_for

    try:
        pairs = pairs_for(world.model, wanted, runs is not None)
        if runs is None:
            return course_of(course(world.model, seed, number, pairs), bool(wanted))
        played = _played(world, seed, runs, wanted_for(pairs))
        return fans_of(fans(played.sites, played.counts, pairs, seed, runs), bool(wanted))
    except NothingToPlot as nothing:
        raise Refusal(str(nothing)) from None


def _played(world: "World", seed: int, runs: int, wanted: "Wanted") -> "Runs":
    from unmask.runs import Runs

    played = Runs(world, seed, wanted=wanted)
    try:
        played.check(runs)
    except ValueError as error:
        raise Refusal(sentence(error)) from None
    say_if_slow(played)
    with Progress(runs) as progress:
        played.play(runs, progress.done)
    return played


def _text(title: str, found: "Course | Fans", words: bool) -> str:
    from unmask.analysis.arcs import Course
    from unmask.export import to_text_chart as charts

    if words:
        return charts.course_words(title, found) if isinstance(found, Course) else charts.fans_words(title, found)
    width, signs = _width(), charts.PLAIN if _is_plain() else charts.PRETTY
    return charts.course_text(title, found, width, signs) if isinstance(found, Course) else charts.fans_text(title, found, width, signs)


def _width() -> int:
    return columns() or PROSE


def _is_plain() -> bool:
    """Whether the terminal has said that it knows no signs but those of ASCII."""
    locale = next((value for name in ("LC_ALL", "LC_CTYPE", "LANG") if (value := os.environ.get(name))), "utf-8")
    return os.environ.get("TERM") == "dumb" or "utf" not in locale.casefold()


def _picture(title: str, found: "Course | Fans", ending: str) -> bytes:
    from unmask.analysis.arcs import Course
    from unmask.export import to_chart

    chart = to_chart.course_chart(title, found) if isinstance(found, Course) else to_chart.fans_chart(title, found)
    return _drawn(chart, title, _text(title, found, words=True), ending)


def _drawn(chart: dict[str, Any], title: str, words: str, ending: str) -> bytes:
    from unmask.export import to_picture

    if ending == ".html":
        return to_picture.to_html(chart, title, words)
    return to_picture.to_svg(chart) if ending == ".svg" else to_picture.to_png(chart)


def _can_draw(out: Path, words: bool) -> None:
    """Refuse what cannot be drawn before anything is played for it."""
    from unmask.export.to_picture import NothingToDrawWith, library

    if words:
        raise Refusal("--words are for reading here, and a picture has none: leave out --words or -o. A page (.html) holds both.")
    if out.suffix.lower() not in ENDINGS:
        raise Refusal(f"{out} does not say what sort of picture it is to be: end its name in .svg, .png or .html.")
    try:
        library()
    except NothingToDrawWith as missing:
        raise Refusal(str(missing)) from None
