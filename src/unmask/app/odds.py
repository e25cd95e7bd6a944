"""The command `unmask odds`: how likely something is, gone through in every way there is.

One promise: what is called exact or proved is so; everything else is called an estimate and says how sure it is.
"""

import gc
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

import click

import unmask
from unmask.app import doors
from unmask.app.best_play import Freedom, best_play
from unmask.app.doors import Refusal, how_many, seed_option, whole_number
from unmask.app.memory import held, size_in
from unmask.app.stories import story_first
from unmask.app.waiting import Waiting
from unmask.app.width import say
from unmask.problems.numbers import MOST_STATES

if TYPE_CHECKING:
    from unmask.analysis.answers import Answers
    from unmask.analysis.questions import Question
    from unmask.pipeline import World
    from unmask.world.model import Event

DEFAULT_BUDGET = "20_000_000"


class Asked(NamedTuple):
    """What somebody asked of `odds`."""

    story: str
    questions: tuple[str, ...]
    given: str | None
    budget: "Budget"
    seed: int
    exact: bool
    as_json: bool
    cached: bool


class Budget(NamedTuple):
    """How many states may be gone through, or how many bytes of memory that may take."""

    states: int
    memory: int | None = None


def states_number(context: click.Context, parameter: click.Parameter, text: str | None) -> int:
    """How many states somebody allows."""
    try:
        number = whole_number(context, parameter, text) or 0
    except click.BadParameter:
        number = 0
    if number < 1:
        shown = (text or "")[:40]
        raise click.BadParameter(f"{shown!r} is no number of states. Write it as 1000000, 1_000_000 or 1,000,000.")
    if number > MOST_STATES:
        raise click.BadParameter(f"that is more states than can be counted. Allow {MOST_STATES:,} at most; memory ends before that.")
    return number


def states_or_memory(context: click.Context, parameter: click.Parameter, text: str) -> Budget:
    """How many states somebody allows, or how much memory."""
    memory = size_in(text)
    if memory is None:
        return Budget(states_number(context, parameter, text))
    if held() is None:
        raise click.BadParameter("how much memory is held cannot be seen on this system. Give a number of states.")
    return Budget(MOST_STATES, memory)


budget_option = click.option(
    "--budget", default=DEFAULT_BUDGET, callback=states_number, metavar="STATES", show_default=True, help="How many states to go through."
)


@click.command(short_help="Say how likely something is, exactly where that can be done.")
@click.argument("typed", metavar="[STORY] [QUESTION]...", nargs=-1)
@click.option("--given", metavar="EVENT", help="Only of the stories in which this happens: a motif's name or an event.")
@click.option("--exact", is_flag=True, help="As fractions, exact to the last digit, and what proves them.")
@click.option(
    "--budget",
    default=DEFAULT_BUDGET,
    callback=states_or_memory,
    metavar="STATES|MEMORY",
    show_default=True,
    help="How many states to go through, or how much memory that may take, as in 2GB.",
)
@seed_option
@click.option("--player", metavar="PERSON", help="The most that somebody can do for one event who chooses freely.")
@click.option("--worst", is_flag=True, help="The least, with --player.")
@click.option("--knowing", is_flag=True, help="With --player: going by no more than may be known at the moment.")
@click.option("--tell", "tells", is_flag=True, help="With --player: tell a story of it.")
@click.option("--json", "as_json", is_flag=True, help="The same as JSON, for other programs.")
@click.option("--cache/--no-cache", "cached", default=True, help="Whether exact answers that take long are kept for the next time.")
def odds(
    typed: tuple[str, ...],
    given: str | None,
    exact: bool,
    budget: Budget,
    seed: int,
    player: str | None,
    worst: bool,
    knowing: bool,
    tells: bool,
    as_json: bool,
    cached: bool,
) -> None:
    """Say how likely something is in STORY: not by trying it, but by going through every way there is.

    \b
    A question is
      "mercy repaid"           a motif of the story, by its name
      "ending lost"            it ends so
      "Rey: let him live"      somebody chooses that, and any other event
      "Kylo.wound is hurt"     at some time this holds
    Without one: every ending, every motif, every option, and what is proved never to come.

    Where a story has more states than --budget allows, or takes more memory, many runs are played instead, and the answer is called an
    estimate.
    """
    gc.enable()  # it is turned off for commands that are soon over
    story, questions = story_first(typed, "odds")
    asked = Asked(story, questions, given, budget, seed, exact, as_json, cached)
    world = doors.world(story)
    wanted = [question_for(world, text) for text in questions] or everything(world)
    given_event = _given(world, given)
    free = Freedom(player, worst, knowing, tells)
    if player is not None:
        if given_event is not None:
            raise Refusal("What somebody can do is asked of all stories: leave out --given, or --player.")
        if exact:
            raise Refusal("Fractions are worked out for odds, not for what somebody can do: leave out --exact, or --player.")
        if budget.memory is not None:
            raise Refusal("What somebody can do is worked out for a number of states: give --budget without a unit.")
        best_play(world, free, wanted if questions else [], budget.states, seed, as_json)
        return
    if exact and budget.memory is not None:
        raise Refusal("Fractions are worked out for a number of states: give --budget without a unit, or leave out --exact.")
    if worst or knowing or tells:
        raise Refusal("--worst, --knowing and --tell say how somebody plays: name the person with --player.")
    if given_event is not None and any(question.condition is not None for question in wanted):
        raise Refusal("With --given only motifs and events can be asked for. For a condition write a motif, with `when` under its event.")
    with Waiting("That proves nothing, and nothing was answered.", budget.memory) as waiting:
        text = _answered(world, asked, wanted, given_event, waiting)
    click.echo(text, nl=False) if as_json else say(text)


def _answered(world: "World", asked: Asked, wanted: "list[Question]", given: "Event | None", waiting: Waiting) -> str:
    from unmask.app import cache

    cached = asked.cached and not asked.exact
    found = cache.kept(world, wanted, given) if cached else None
    answers = found or answers_for(world, wanted, given, asked.budget.states, asked.seed, waiting, asked.exact)
    if found is not None:
        click.echo("These answers were kept from an earlier time; --no-cache works them out anew.", err=True)
    elif cached and cache.keep(world, wanted, given, answers, waiting.seconds):
        click.echo("These answers took long, and are kept for the next time.", err=True)
    doors.say_if_estimated(answers.slow)
    if asked.as_json:
        from unmask.export.to_odds_json import About, odds_to_json

        states, memory = asked.budget
        about = About(unmask.__version__, world.title, world.source.name, world.fingerprint, asked.seed, states, asked.given, memory)
        return odds_to_json(about, answers, not asked.questions, lambda: waiting.seconds)
    from unmask.app.odds_text import odds_to_text

    return odds_to_text(world.title, world.source.name, answers, asked.given, asked.seed, not asked.questions, lambda: waiting.seconds)


def answers_for(
    world: "World",
    wanted: "Iterable[Question]",
    given: "Event | None",
    budget: int,
    seed: int,
    waiting: Waiting,
    exact: bool = False,
) -> "Answers":
    """The answers, as fractions where they are to be `exact`; a question that makes no sense ends the command with 2."""
    from unmask.analysis.answers import Answers, Contradiction, Listener
    from unmask.analysis.rational import Rationals
    from unmask.motif.from_world import NoAutomaton
    from unmask.runs import cores

    listener = Listener(waiting.explored, waiting.played, waiting.reckoned, waiting.room)
    try:
        return (Rationals if exact else Answers)(world.model, wanted, given, budget, seed, cores(), listener=listener)
    except Contradiction as found:
        raise Refusal(f"There are no stories in which that happens, so nothing can be said of them: {found}.") from None
    except NoAutomaton as found:
        click.echo(doors.problems_in_words([found.problem], world.source, sys.stderr), err=True, nl=False)
        sys.exit(Refusal.exit_code)


# ── what is asked ────────────────────────────────────────────────────────────────────────────────────────────────────


def question_for(world: "World", text: str) -> "Question":
    """What was typed: a motif's name, an event or a condition. What is wrong with it is shown, and ends the command with 2."""

    try:
        return world.question(text)
    except unmask.StoryProblems as found:
        click.echo(doors.problems_in_words(found.problems, found.source, sys.stderr), err=True, nl=False)
        click.echo(how_many(found.source.name, found.problems), err=True)
        sys.exit(Refusal.exit_code)


def _given(world: "World", text: str | None) -> "Event | None":
    if text is None:
        return None
    question = question_for(world, text)
    if question.event is None:
        raise Refusal("What is given has to be a motif or an event. For a condition write a motif, with `when` under its event.")
    return question.event


def everything(world: "World") -> "list[Question]":
    """Every motif of the story."""
    from unmask.analysis.questions import motif_question

    return [motif_question(motif.name) for motif in world.model.motifs]
