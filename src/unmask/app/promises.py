"""`unmask check --promises`: says which promises a story keeps, and shows a run that breaks one that it does not.

One promise: exit 0 means that every promise that can be worked out was kept.
"""

import gc
import sys
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

import click

from unmask.app import doors
from unmask.app.doors import DEFAULT_SEED, Refusal, save
from unmask.app.shell import command
from unmask.app.waiting import Waiting
from unmask.app.width import say

if TYPE_CHECKING:
    from unmask.analysis.promises import Judge, Verdict
    from unmask.export.to_junit import Case
    from unmask.pipeline import Run, World

_PARAGRAPHS = 3


def check_promises(story: str, budget: int, junit: Path | None) -> None:
    """Say of each promise of a story whether it is kept. Exit 1 where one is not, or where that could not be told."""
    gc.enable()  # it is turned off for commands that are soon over
    world = doors.world(story)
    if not world.model.promises:
        click.echo(
            f"{world.source.name} promises nothing. A promise is a line like `promise in 5% to 40% of stories: ending lost`.", err=True
        )
    with Waiting("No promise was judged.") as waiting:
        cases, how = _judged(world, story, budget, waiting)
    if junit is not None:
        from unmask.export.to_junit import to_junit

        save(junit, to_junit(world.title, world.source.name, cases, waiting.seconds))
    say("".join(f"{line}\n" for line in _lines(world, cases, how)))
    if not all(case.verdict.is_kept for case in cases):
        sys.stdout.flush()
        sys.exit(1)


def _judged(world: "World", story: str, budget: int, waiting: Waiting) -> "tuple[list[Case], list[str]]":
    """Each promise with what became of it, and how that was found out."""
    from unmask.analysis.answers import Listener
    from unmask.analysis.promises import Judge
    from unmask.app.odds_text import how
    from unmask.motif.from_world import NoAutomaton
    from unmask.runs import cores

    try:
        judge = Judge(world.model, budget, DEFAULT_SEED, cores(), listener=Listener(waiting.explored, waiting.played))
    except NoAutomaton as found:
        click.echo(doors.problems_in_words([found.problem], world.source, sys.stderr), err=True, nl=False)
        sys.exit(Refusal.exit_code)
    cases = [_case(world, story, judge, verdict) for verdict in judge.verdicts()]
    doors.say_if_estimated(judge.answers.slow)
    return cases, how(judge.answers, DEFAULT_SEED, waiting.seconds) if cases else []


def _case(world: "World", story: str, judge: "Judge", verdict: "Verdict") -> "Case":
    from unmask.analysis.promises import BROKEN
    from unmask.export.to_junit import Case

    span = verdict.promise.span
    promise = world.source.lines()[span.line - 1][span.start : span.end].partition("#")[0].rstrip()  # without a comment behind it
    words = _in_words(verdict, "only the compiled engine may" if judge.answers.slow else "only --budget, raised, may")
    if verdict.state == BROKEN:
        words += _a_run(world, story, judge, verdict)
    return Case(verdict, promise, span.line, words)


def _a_run(world: "World", story: str, judge: "Judge", verdict: "Verdict") -> str:
    """The end of a run that goes against a promise, the likeliest where that is known, and how to read all of it."""
    from unmask.app.odds_text import exact_percent
    from unmask.pipeline import Run
    from unmask.world.model import ENDLESS

    if verdict.promise.form == "scenes":
        return ""
    if verdict.promise.form == "reach":
        asked = world.source.lines()[verdict.promise.span.line - 1][: verdict.promise.span.end].partition("#")[0].partition(": ")[2].strip()
        return f"\nHow: {command('odds', story, asked, player=verdict.promise.player, tell=True)}"
    likeliest = judge.likeliest_against(verdict)
    if likeliest is not None:
        run = Run(world, likeliest.record)
        tape = run.tape(world.model.cover.side).rstrip()
        said = f"The most likely story that goes against it has odds of {exact_percent(float(likeliest.odds))} %. It ends {run.ending}:"
        whole = f"Its tape, for a file; {command('replay', story, 'FILE')} tells all of it:"
        return "\n\n".join([f"\n{said}", *_end_of(run), whole, tape])
    number = judge.broken_by(verdict)
    if number is None:
        return "\nNone of the runs that were looked through goes against it."
    run = world.run(judge.seed, number)
    more = f"Read all of it: {command('tell', story, seed=judge.seed, run=number)}"
    ends = "It does not end" if run.ending == ENDLESS else f"It ends {run.ending}"
    return "\n\n".join([f"\nRun {number} goes against it. {ends}:", *_end_of(run), more])


def _end_of(run: "Run") -> list[str]:
    """How a run is told to end."""
    told = [paragraph for section in run.telling().sections for paragraph in section]
    return [*(["…"] if len(told) > _PARAGRAPHS else []), *told[-_PARAGRAPHS:]]


def _in_words(verdict: "Verdict", what_may: str) -> str:
    """What became of a promise, in a line; where it is undecided, `what_may` decide it."""
    from unmask.analysis.answers import ALWAYS, EXACTLY, NEVER
    from unmask.analysis.promises import BOUNDS, UNDECIDED
    from unmask.app.odds_text import exact_percent, percents

    scenes = verdict.promise.form == "scenes"
    if verdict.value == inf:
        return "no end of scenes: some stories go on for ever, and that is proved"
    if verdict.certain in (NEVER, ALWAYS):
        found = f"{verdict.certain}, and that is proved{f': {verdict.why}' if verdict.why else ''}"
    elif verdict.kind == EXACTLY:
        found = f"{verdict.value:.10g} scenes, exact" if scenes else f"{exact_percent(verdict.value)} %, exact"
    else:
        ends = (f"{verdict.low:.2f}", f"{verdict.high:.2f} scenes") if scenes else percents(verdict.low, verdict.high)
        found = f"between {ends[0]} and {ends[1]}{'' if scenes else ' %'}, {'proved' if verdict.kind == BOUNDS else 'an estimate'}"
    if verdict.promise.form == "reach":
        found = f"the best {verdict.promise.player} can do, seeing everything: {found}"
    if verdict.promise.form in ("never", "always", "ends"):
        further = f"; runs can break it and never prove it: {what_may}" if verdict.state == UNDECIDED else ""
        return f"{found}{further}"
    if verdict.state == UNDECIDED:
        return f"{found}; too close to its bound to say: {what_may}"
    margin = abs(verdict.margin)
    by = f"{margin:.4g} scenes" if scenes else f"{100 * margin:.4g} percentage points"
    return f"{found}; {by} {'inside' if verdict.margin >= 0 else 'outside'} its bounds"


def _lines(world: "World", cases: "list[Case]", how: list[str]) -> list[str]:
    lines = [world.title, *how, ""] if cases else []
    for case in cases:
        lines.append(f"{case.verdict.state:<9} line {case.line}: {case.promise}")
        lines += [f"          {line}".rstrip() for line in case.words.split("\n")]
    states = [case.verdict.state for case in cases]
    counted = [f"{states.count(state)} {state}" for state in dict.fromkeys(states)]
    return [*lines, "", ", ".join(counted)] if cases else []
