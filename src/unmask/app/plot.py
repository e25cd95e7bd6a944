"""The command `unmask plot`: which run or how many, whose feelings and whose eyes come in; a picture or a drawing in letters leaves.

One promise: a file is written whole or not at all, and the same question writes the same bytes.
"""

import gc
import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from unmask.app import doors
from unmask.app.doors import Refusal, save, say_if_slow, seed_option, sentence, whole_number
from unmask.app.progress import Progress
from unmask.app.stories import story_argument
from unmask.app.why import ahead_for, ahead_option
from unmask.problems.install import install

if TYPE_CHECKING:
    from unmask.analysis.arcs import Course, Fans, Pair
    from unmask.pipeline import World
    from unmask.world.model import World as Model

MOST_PANELS, MOST_NAMED = 6, 12
WIDEST = 110
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
            click.echo(told, nl=False)
        else:
            save(out, told)
        return
    pairs = _asked_for(world.model, wanted) if wanted else _default(world.model, runs is not None)
    found = _course(world.model, seed, number or 0, pairs, wanted) if runs is None else _fans(world, seed, runs, pairs, wanted)
    if out is None:
        click.echo(_text(world.title, found, words), nl=False)
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


# ── whose feelings, in whose eyes ────────────────────────────────────────────────────────────────────────────────────


def _default(model: "Model", many: bool) -> "list[Pair]":
    """What can be hidden and seen through: every hidden field that has a way to somebody."""
    from unmask.analysis.arcs import can_fan, pairs

    found = pairs(model)
    if not found:
        raise Refusal("Nobody in this story has a way to see what another hides, so there is nothing to compare. Name a field with --of.")
    able = [pair for pair in found if not many or can_fan(model.variables[pair.of].type)]
    if not able:
        raise Refusal(
            "What can be seen of people in this story has no middle, so many runs have none either. Leave out -n and plot one run."
        )
    return able


def _asked_for(model: "Model", wanted: tuple[str, ...]) -> "list[Pair]":
    return list(dict.fromkeys(pair for text in wanted for pair in _named(model, text.strip())))


def _named(model: "Model", text: str) -> "list[Pair]":
    """The pairs that somebody means by a field, a person, or a field as it seems to somebody."""
    from unmask.analysis.arcs import Pair, all_of, hidden, pairs

    fields = {variable.words: variable for variable in hidden(model)}
    seems = re.fullmatch(r"seems\s*\(\s*([^,]+?)\s*,\s*(.+?)\s*\)", text)
    if seems:
        observer, field = seems.groups()
        _must_be_known(observer, model.people, "Nobody called {} is in this story")
        _must_be_hidden(model, field)
        if fields[field].owner == observer:
            raise Refusal(f"{observer} knows {field}: nobody is mistaken about what they feel themselves. Name somebody else's.")
        return [Pair(fields[field], observer)]
    if text in model.people:
        found = [pair for pair in pairs(model) if pair.of.owner == text]
        if not found:
            raise Refusal(f"Nothing of what {text} hides has a way to anybody. Name one field of it, such as --of {text}.longing.")
        return found
    _must_be_hidden(model, text)
    return [pair for pair in pairs(model) if pair.of == fields[text]] or all_of(model, fields[text])


def _must_be_hidden(model: "Model", field: str) -> None:
    """Refuse a field that is not there, or that nobody can be wrong about."""
    from unmask.analysis.arcs import hidden

    known = [variable.words for variable in hidden(model)]
    if field in known:
        return
    if field in {variable.words for variable in model.variables if variable.owner}:
        raise Refusal(f"{field} is open: everybody sees it, and nobody can be wrong about it. {_hidden_ones(known)}")
    _must_be_known(field, [*known, *model.people], "There is no hidden field called {} in this story", _hidden_ones(known))


def _must_be_known(name: str, known: Any, otherwise: str, more: str = "") -> None:
    from unmask.problems.near import did_you_mean

    if name not in known:
        raise Refusal(f"{otherwise.format(f'`{name}`')}. {did_you_mean(name, known)}{more}".rstrip())


def _hidden_ones(known: list[str]) -> str:
    from unmask.problems.near import listed

    if not known:
        return "Nobody in this story hides anything."
    if len(known) > MOST_NAMED:
        return f"Among what is hidden are {listed(known[:MOST_NAMED], 'and')}."
    return f"What is hidden: {listed(known, 'and')}."


# ── what is drawn ────────────────────────────────────────────────────────────────────────────────────────────────────


def _course(model: "Model", seed: int, number: int, pairs: "list[Pair]", wanted: tuple[str, ...]) -> "Course":
    from unmask.analysis.arcs import course, most_moved

    found = course(model, seed, number, pairs)
    if not found.record.events:
        raise Refusal("Nothing happens in this run: no scene can be played.")
    return found if wanted else most_moved(found, MOST_PANELS)


def _fans(world: "World", seed: int, runs: int, pairs: "list[Pair]", wanted: tuple[str, ...]) -> "Fans":
    from unmask.analysis.arcs import can_fan, fans, most_moving, wanted_for
    from unmask.runs import Runs

    for pair in pairs:
        if not can_fan(world.model.variables[pair.of].type):
            raise Refusal(f"The values of {pair.of.words} have no middle that could be drawn for many runs. Leave out -n and plot one run.")
    played = Runs(world, seed, wanted=wanted_for(pairs))
    try:
        played.check(runs)
    except ValueError as error:
        raise Refusal(sentence(error)) from None
    say_if_slow(played)
    with Progress(runs) as progress:
        played.play(runs, progress.done)
    found = fans(played.sites, played.counts, pairs, seed, runs)
    if not found.left:
        raise Refusal("Nothing happens in these runs: no scene can be played.")
    return found if wanted else most_moving(found, MOST_PANELS)


def _text(title: str, found: "Course | Fans", words: bool) -> str:
    from unmask.analysis.arcs import Course
    from unmask.export import to_text_chart as charts

    if words:
        return charts.course_words(title, found) if isinstance(found, Course) else charts.fans_words(title, found)
    width, signs = _width(), charts.PLAIN if _is_plain() else charts.PRETTY
    return charts.course_text(title, found, width, signs) if isinstance(found, Course) else charts.fans_text(title, found, width, signs)


def _width() -> int:
    return min(shutil.get_terminal_size().columns, WIDEST)


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
    except NothingToDrawWith:
        raise Refusal(f"Drawing a picture needs a library that is not installed. Install it: {install('plot')}") from None
