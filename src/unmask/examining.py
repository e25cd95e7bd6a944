"""Everything that `check` has to say of a story that can be played: what its lines look like, and what comes of it when it is played.

One promise: whether there are problems does not hang on which engine there is, for problems come from steps that every machine takes.
What only the compiled engine can find is a warning.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from unmask.analysis.proofs import Proofs
from unmask.analysis.reachable import Reach, Unreachable, reach
from unmask.analysis.stuck import in_words, stuck
from unmask.analysis.trial import SEED
from unmask.problems import in_checks
from unmask.problems.place import NOWHERE, Span
from unmask.problems.problem import Problem, worst_first
from unmask.run.record import Record, by_luck
from unmask.run.step import Over, Process
from unmask.telling.again import told_again
from unmask.telling.sentences import tell
from unmask.world.checks import warnings
from unmask.world.from_syntax import Resolved
from unmask.world.model import DEAD_END, UNRESOLVED, World

_MOST_READ = 20_000
"""So many events are read for lines that come again."""


class Examined(NamedTuple):
    """Problems, then warnings; and what is known of what can be reached, None where the story cannot be played."""

    problems: list[Problem]
    reach: Reach | None


def examined(resolved: Resolved, process: Process, told: Iterable[Problem]) -> Examined:
    """Everything to say of a story that can be played; `told` is what was said while it was read."""
    world = process.world
    proofs = Proofs(world)
    found = reach(world, proofs)
    looks = warnings(resolved)
    stopped = list(_stopped(process, found, looks))
    if not stopped:
        stopped = list(_stops_once(process, found))
    places = {place for problem in stopped for place in _places(problem)}
    looks += _may_stop(process, proofs, found)
    kept = [problem for problem in looks if problem.code != "dead-end" or not places & _places(problem)]
    known = {problem.span for problem in kept}
    unreachable = [_unreachable(one, found) for one in found.unreachable if one.thing.span not in known]
    explained = bool(stopped) or any(problem.code == "endless-moments" for problem in looks)
    told_of = known | {problem.span for problem in unreachable}
    if world.endings and all(ending.span in told_of for ending in world.endings):
        explained = True
    ends = [] if explained else list(_no_ending(world, found))
    problems = [*told, *stopped, *kept, *unreachable, *ends, *_again(process, found)]
    return Examined(sorted(dict.fromkeys(problems), key=worst_first), found)


def _places(problem: Problem) -> set[Span]:
    return {problem.span, *(label.span for label in problem.labels)}


# ── where it stops ──


def _stopped(process: Process, found: Reach, looks: Iterable[Problem]) -> Iterator[Problem]:
    """A problem for each place in which a story stopped, as every machine finds it; one for all options of a moment without an arrow."""
    runs = [trial.record for trial in found.trials if trial.record.over.ending == DEAD_END]
    told: set[Span] = set()
    for record in (*runs, *found.search.dead_ends()):
        place = place_of(process.world, record.over)
        if place not in told:
            alike = next((places for look in looks if look.code == "dead-end" and place in (places := _places(look))), {place})
            told |= alike
            telling = tell(process, record, process.world.cover.side)
            words = "\n\n".join([paragraph for section in telling.sections for paragraph in section][-3:])
            yield in_checks.dead_end_found(place, _reason(record), words, sorted(alike - {place}))


def _reason(record: Record) -> str:
    return f"In run {record.number}, {record.over.reason}."


def place_of(world: World, over: Over) -> Span:
    """Where in the file a story stopped: at an option, a moment or a scene."""
    scene = next((one for one in (*world.scenes, *world.meanwhiles) if one.name == over.scene), None)
    if scene is None:
        return NOWHERE
    moment = next((one for one in scene.moments if one.name == over.moment), None)
    if moment is None:
        return scene.span
    return next((option.span for option in moment.options if option.label == over.option), moment.span)


def _stops_once(process: Process, found: Reach) -> Iterator[Problem]:
    """A dead end that only very many runs met."""
    if found.stops is not None:
        record = by_luck(process, SEED, found.stops)
        yield in_checks.stops_in_a_run(place_of(process.world, record.over), _reason(record), found.runs)


def _may_stop(process: Process, proofs: Proofs, found: Reach) -> Iterator[Problem]:
    """Where it might, for all that is known; nowhere where it is known that it does not, or where it does."""
    if found.search.complete or (found.complete and DEAD_END not in found.endings):
        return
    known = proofs.possible.known if proofs.possible is not None else None
    for stop in stuck(process, known):
        yield in_checks.may_stop(stop.span, stop.name, stop.what == "options", in_words(stop.values, process.layout))


# ── what never comes, and what comes again ──


def _unreachable(one: Unreachable, found: Reach) -> Problem:
    return in_checks.unreachable(one.thing.span, one.thing.what, one.thing.name, one.why, found.states)


def _no_ending(world: World, found: Reach) -> Iterator[Problem]:
    """That no story comes to an ending, as far as was seen. One that has none written may stop when nothing is left to be played."""
    authors = {ending.name for ending in world.endings}
    if not found.endings or found.endings & authors or DEAD_END in found.endings:
        return
    if authors or found.endings != {UNRESOLVED}:
        ended = sorted(found.endings, key=lambda name: name != UNRESOLVED)
        place = world.endings[0].span if world.endings else world.scenes[0].span
        yield in_checks.no_ending(place, found.runs, ended, found.complete)


def _again(process: Process, found: Reach) -> Iterator[Problem]:
    """Lines that come again in the same words, in the first runs or on a way that the search found."""
    seen: dict[Span, int | None] = {}
    read = 0
    for trial in found.trials:
        for span in told_again(process, trial.record):
            seen.setdefault(span, trial.record.number)
        read += len(trial.record.events)
        if read > _MOST_READ:
            break
    for span, record in found.search.repeats(seen):
        if span in told_again(process, record):
            seen.setdefault(span, None)
    yield from (in_checks.told_again(span, run) for span, run in seen.items())
