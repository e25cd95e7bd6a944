"""`unmask odds STORY EVENT --player Rey`: the most somebody can do for an event, or against it, and a story in which she does it.

One promise: what is called an upper bound is one, and how she plays is only told where it was found.
"""

import sys
from typing import TYPE_CHECKING, NamedTuple

import click

import unmask
from unmask.app import doors
from unmask.app.doors import Refusal
from unmask.app.waiting import Waiting
from unmask.app.width import say

if TYPE_CHECKING:
    from unmask.analysis.policy import Player
    from unmask.analysis.policy_table import Played, Policy
    from unmask.analysis.questions import Question
    from unmask.pipeline import World
    from unmask.run.record import Record


class Freedom(NamedTuple):
    """Who chooses freely, and how."""

    who: str | None
    worst: bool
    knowing: bool
    tells: bool


def best_play(world: "World", free: Freedom, wanted: "list[Question]", budget: int, seed: int, as_json: bool) -> None:
    """Say what somebody can do who chooses freely. Exit 2 where the question makes no sense."""
    player = _player(world, free, wanted)
    if free.tells and as_json:
        raise Refusal("A told story is for people and --json for programs: leave out one of them.")
    with Waiting("That proves nothing, and nothing was answered.") as waiting:
        text = _said(world, free, wanted[0], player, budget, seed, as_json, waiting)
    click.echo(text, nl=False) if as_json else say(text)


def _player(world: "World", free: Freedom, wanted: "list[Question]") -> "Player":
    from unmask.analysis.policy import Player, choosers

    assert free.who is not None
    who = " ".join(free.who.split())
    if len(wanted) != 1 or wanted[0].event is None:
        raise Refusal(
            'With --player ask for one event or motif, as in `unmask odds STORY "ending lost" --player NAME`. For a condition write a '
            "motif, with `when` under its event."
        )
    able = choosers(world.model)
    if who not in world.people:
        raise Refusal(f"Nobody called {who} is in {world.source.name}. {_able(able)}")
    if who not in able:
        raise Refusal(f"{who} never chooses anything: no moment is theirs. {_able(able)}")
    return Player(who, wanted[0].event, free.worst, free.knowing)


def _able(able: tuple[str, ...]) -> str:
    return f"Those who choose something: {', '.join(able)}." if able else "Nobody in this story chooses anything."


def _said(
    world: "World", free: Freedom, question: "Question", player: "Player", budget: int, seed: int, as_json: bool, waiting: Waiting
) -> str:
    from unmask.analysis import policy
    from unmask.analysis.answers import Listener
    from unmask.analysis.policy_table import Policy
    from unmask.kernel.from_world import CannotCompile
    from unmask.motif.from_world import NoAutomaton
    from unmask.runs import cores

    try:
        best, solved = policy.best_play(world.model, player, budget, cores(), Listener(waiting.explored, waiting.played))
    except NoAutomaton as found:
        click.echo(doors.problems_in_words([found.problem], world.source, sys.stderr), err=True, nl=False)
        sys.exit(Refusal.exit_code)
    except CannotCompile as why:
        raise Refusal(doors.without_engine(f"What {player.who} can do cannot be worked out here", str(why))) from None
    played: Policy | None = None
    runs: list[Played] = []
    if solved is not None:
        from unmask.analysis.policy_table import RUNS

        played = Policy(world.model, player, solved)
        runs = [played.run(seed, number) for number in range(RUNS)]
    if as_json:
        from unmask.export.to_odds_json import About
        from unmask.export.to_policy_json import policy_to_json

        about = About(unmask.__version__, world.title, world.source.name, world.fingerprint, seed, budget, None)
        return policy_to_json(about, question, player, best, played, lambda: waiting.seconds)
    from unmask.app.best_play_text import best_to_text

    text = best_to_text(world, question, player, best, played, lambda: waiting.seconds)
    return text + (_told(world, question, player, played, runs, seed) if free.tells else "")


def _told(world: "World", question: "Question", player: "Player", played: "Policy | None", runs: "list[Played]", seed: int) -> str:
    """The first run of hers that comes to what she wants, told; the first of all where none does."""
    head = "the worst she can do" if player.worst else "the best she can do"
    head = head.replace("she", world.model.people[player.who].pronouns[0])
    if played is None:
        return f"\n{head.upper()}\n\nNo way of playing was found to tell of.\n"
    number = next((number for number, run in enumerate(runs) if run.happened != player.worst), 0)
    record = played.record(world.process, runs[number], seed, number)
    came = "it comes to this" if runs[number].happened else "it does not come to this"
    return f"\n{head.upper()}\n{came}: {question.text}\n\n{_tell(world, record)}"


def _tell(world: "World", record: "Record") -> str:
    from unmask.pipeline import Run
    from unmask.telling.to_text import to_text

    return to_text(Run(world, record).telling())
