"""The command `unmask ask`: shows runs in which something happens, as a list, told, or as tapes.

One promise: every run that is shown has what was asked for, and where there is none, that is proved.
"""

import gc
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

import unmask
from unmask.app import doors
from unmask.app.doors import STOPPED, Refusal, save_tape, seed_option, sentence, whole_number
from unmask.app.odds import DEFAULT_BUDGET, budget_option, question_for
from unmask.app.shell import command
from unmask.app.stories import story_and
from unmask.app.waiting import Waiting
from unmask.app.width import say
from unmask.problems.speech import counted, cut_off

if TYPE_CHECKING:
    from fractions import Fraction

    from unmask.analysis.ask import Request
    from unmask.pipeline import Run, World

NONE_THERE = 1


class Asked(NamedTuple):
    """What somebody asked for."""

    story: str
    what: str
    many: int
    first: int
    seed: int
    tell: bool
    side: str | None
    remembered: str | None
    likeliest: bool
    tapes: Path | None
    budget: int
    as_json: bool


class _Told(NamedTuple):
    """A run that was drawn, with its own odds where it is the likeliest, and how often it was drawn."""

    run: "Run"
    odds: "Fraction | None" = None
    tries: int = 1


@click.command(short_help="Bring runs in which something happens, however rare that is.")
@story_and("WHAT")
@click.option("--count", default=None, callback=whole_number, metavar="K", help="How many runs.  [default: 1]")
@click.option("--first", type=click.IntRange(0, doors.MOST), default=0, show_default=True, help="The number of the first of them.")
@seed_option
@click.option("--tell", "tell_it", is_flag=True, help="Tell them.")
@click.option("--side", help="From whose side: a person's name, or `world` for the all-seeing telling.")
@click.option("--as-remembered-by", "remembered", metavar="PERSON", help="As this person remembers it.")
@click.option("--likeliest", is_flag=True, help="The most probable run in which it happens, and no other.")
@click.option("--tapes", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER", help="Save each run's tape there, to replay.")
@budget_option
@click.option("--json", "as_json", is_flag=True, help="The same as JSON, with the tapes, for other programs.")
def ask(
    story: str,
    what: str,
    count: int | None,
    first: int,
    seed: int,
    tell_it: bool,
    side: str | None,
    remembered: str | None,
    likeliest: bool,
    tapes: Path | None,
    budget: int,
    as_json: bool,
) -> None:
    """Bring runs of STORY in which WHAT happens, however rare that is: each as likely as it is among all such runs.

    \b
    WHAT is
      "mercy repaid"           a motif of the story, by its name
      "ending lost"            it ends so
      "Rey: let him live"      somebody chooses that, and any other event
      "Kylo.wound is hurt"     at some time this holds

    Exit 1 where it is proved never to happen, 2 where the question makes no sense or the story has too many states.
    """
    gc.enable()  # it is turned off for commands that are soon over
    if likeliest and count is not None:
        raise Refusal("The likeliest run is one: leave out --count, or leave out --likeliest.")
    if count is not None and not 1 <= count <= doors.MOST - first + 1:
        raise Refusal(f"Ask for 1 run or more, whose numbers are not above {doors.MOST:,}.")
    asked = Asked(story, what, 1 if count is None else count, first, seed, tell_it, side, remembered, likeliest, tapes, budget, as_json)
    if as_json and tell_it:
        raise Refusal("JSON holds tapes and no prose: leave out --json, or leave out --tell.")
    if (side or remembered) and not tell_it:
        raise Refusal(f"{'--side' if side else '--as-remembered-by'} is for a telling: say --tell too.")
    world = doors.world(story)
    with Waiting("Nothing was drawn.") as waiting:
        request = _request(world, asked, waiting)
    _show(world, asked, request)


def _request(world: "World", asked: Asked, waiting: Waiting) -> "Request":
    """What was asked for, worked out; what makes no sense, and what is too much, ends the command with 2."""
    from unmask.analysis.ask import CannotAsk, Past, Request
    from unmask.motif.from_world import NoAutomaton
    from unmask.runs import cores

    question = question_for(world, asked.what)
    try:
        return Request(world.model, question, asked.budget, waiting.explored, cores())
    except Past as found:
        far = waiting.how_far()
        raise Refusal(
            f"{sentence(found)} {far[:1].upper()}{far[1:]}: that proves nothing, and nothing can be drawn from it.\n"
            f"Allow more with --budget, or look for such runs by luck: {command('find', asked.story, asked.what, n='1_000_000')}"
        ) from None
    except CannotAsk as found:
        raise Refusal(sentence(found)) from None
    except NoAutomaton as found:
        click.echo(doors.problems_in_words([found.problem], world.source, sys.stderr), err=True, nl=False)
        sys.exit(Refusal.exit_code)


def _show(world: "World", asked: Asked, request: "Request") -> None:
    """The runs, as they are drawn; where there is none, why."""
    if request.never:
        words = [f"{request.question.text}: never, and that is proved: {request.never}.", *_limit(world, asked, request)]
        click.echo(_as_json(world, asked, request, [])) if asked.as_json else say("".join(f"{line}\n" for line in words))
        sys.stdout.flush()
        sys.exit(NONE_THERE)
    if asked.as_json:
        found: list[_Told] = []
        stopped = _each(world, asked, request, found.append)
        if not stopped:
            click.echo(_as_json(world, asked, request, found))
    else:
        if not asked.tell:
            say("\n".join([*_head(world, asked, request), "", ""]))
        stopped = _each(world, asked, request, lambda one: say(f"{_told(one, asked)}\n"))
        if not stopped and not asked.tell:
            say(f"{_how_to_read(asked)}\n")
    if stopped:
        sys.stdout.flush()
        sys.exit(STOPPED)


def _each(world: "World", asked: Asked, request: "Request", take: Callable[[_Told], None]) -> bool:
    """Draw every run, and hand it on. Whether somebody stopped it."""
    done = 0
    try:
        for one in _drawn(world, asked, request):
            if asked.tapes is not None:
                _save(asked.tapes, one.run, asked.remembered or asked.side or world.model.cover.side)
            take(one)
            done += 1
    except KeyboardInterrupt:
        click.echo(f"Stopped after {done:,} of {counted(asked.many, 'run')}.", err=True)
        return True
    return False


def _drawn(world: "World", asked: Asked, request: "Request") -> Iterator[_Told]:
    from unmask.analysis.ask import CannotAsk
    from unmask.pipeline import Run

    try:
        if asked.likeliest:
            best = request.likeliest(asked.seed, asked.first)
            assert best is not None
            yield _Told(Run(world, best.record), best.odds)
            return
        for drawn in request.runs(asked.many, asked.seed, asked.first):
            yield _Told(Run(world, drawn.record), None, drawn.tries)
    except CannotAsk as found:
        raise Refusal(sentence(found)) from None


def _save(folder: Path, run: "Run", side: str) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise Refusal(f"The folder {folder} could not be made: {(error.strerror or str(error)).lower()}.") from None
    save_tape(folder / f"{run.number}.tape", run.tape(side))


# ── in words ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _head(world: "World", asked: Asked, request: "Request") -> list[str]:
    """Of what story, and how likely what was asked for is in it."""
    from unmask.app.odds_text import exact_percent

    lines = [world.title]
    if request.states:
        lines.append(f"every way gone through: {counted(request.states, 'state')} and {counted(request.transitions, 'transition')}")
    lines += _limit(world, asked, request)
    if request.always:
        return [*lines, f"{request.question.text}: in every story, and that is proved"]
    least = "" if request.exact else "at least "
    return [*lines, f"{request.question.text}: {least}{exact_percent(request.odds)} % of all stories"]


def _limit(world: "World", asked: Asked, request: "Request") -> list[str]:
    """That the story's limit cuts runs off, where it does."""
    cut = request.cut_off(asked.seed)
    if cut is None:
        return []
    words = cut_off(world.model.limit, cut.seen, cut.runs)
    return [f"{words}; odds are of stories that go on, and runs are drawn of those that end before"]


def _told(one: _Told, asked: Asked) -> str:
    """A run as a line, or told under its number."""
    if not asked.tell:
        return _line(one)
    from unmask.telling.to_text import to_text

    text = to_text(doors.telling(one.run, asked.side, asked.remembered), slant=doors.slant(sys.stdout))
    if asked.many == 1:
        return text.removesuffix("\n")
    return f"{'' if one.run.number == asked.first else chr(10)}{_line(one)}\n\n{text}".removesuffix("\n")


def _line(one: _Told) -> str:
    scenes = sum(event.sort == "scene" for event in one.run.events)
    number = f"run {one.run.number}" if one.odds is None else "likeliest"
    length = f"{scenes} scene{'s' if scenes != 1 else ''}, {len(one.run.events):,} events"
    return f"{number}: {one.run.ending}, {length}" + ("" if one.odds is None else f"; {_alone(one.odds)}")


def _alone(odds: "Fraction") -> str:
    """How likely this one run is."""
    from unmask.analysis.rational import in_digits
    from unmask.app.odds_text import exact_percent

    if odds == 1:
        return "no story goes otherwise"
    if odds > 1e-290:
        return f"{exact_percent(float(odds))} % of all stories go just so"
    above, below = in_digits(odds)
    return f"one story in 10^{len(below) - len(above)} goes just so"


def _how_to_read(asked: Asked) -> str:
    which = {"likeliest": True} if asked.likeliest else {"seed": asked.seed, "first": asked.first}
    budget = None if asked.budget == int(DEFAULT_BUDGET) else asked.budget
    first = "it" if asked.many == 1 else "the first"
    return f"\nRead {first}: {command('ask', asked.story, asked.what, **which, budget=budget, tell=True)}"


# ── for programs ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _as_json(world: "World", asked: Asked, request: "Request", found: list[_Told]) -> str:
    import json

    from unmask.analysis.rational import in_digits

    side, cut = world.model.cover.side, request.cut_off(asked.seed)
    data = {
        "version": unmask.__version__,
        "title": world.title,
        "file": world.source.name,
        "fingerprint": world.fingerprint,
        "asked": request.question.text,
        "seed": asked.seed,
        "budget": asked.budget,
        "p": request.odds,
        "exact": request.exact,
        "never": request.never or None,
        "states": request.states,
        "transitions": request.transitions,
        "cut_off": None if cut is None else {"limit": world.model.limit, "seen": cut.seen, "runs": cut.runs},
        "likeliest": asked.likeliest,
        "runs": [
            {
                "run": one.run.number,
                "ending": one.run.ending,
                "scenes": sum(event.sort == "scene" for event in one.run.events),
                "events": len(one.run.events),
                "tries": one.tries,
                "odds": None if one.odds is None else [*in_digits(one.odds)],
                "tape": one.run.tape(side),
            }
            for one in found
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)
