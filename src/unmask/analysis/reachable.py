"""What of a story can be reached: by looking at its values, by playing it, by going through everything that can happen.

Three steps, each with a bound on its work and none with a clock, so that the same story has the same answer everywhere. One promise: what
is called unreachable here is proved to be; what is only `unseen` was not met, and may still come.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from unmask.analysis.proofs import Proofs
from unmask.analysis.reached import Reached
from unmask.analysis.search import Noticing, Search
from unmask.analysis.simulate import Engine, engine_for
from unmask.analysis.trial import SEED, Trial, trials
from unmask.problems.place import Span
from unmask.world.model import DEAD_END, Event, Scene, World
from unmask.world.sites import NONE_YET, Sites, Wanted, sites_of

if TYPE_CHECKING:
    from unmask.analysis.explored import Explored

RUNS = 10_000
_FIRST = 10
_WORK = 400_000_000
"""So many events times casts are played on the compiled engine: most of a second."""
_CHOICE = 50
"""What an event costs it beside the casts that it looks at."""
_STATES = 200_000
_MOST_TO_COMPILE = 80
"""A story with more options and casts takes longer to compile, with care, than all the rest of a check."""
_NO_ARROW = "no arrow that can be taken leads to it"


class Thing(NamedTuple):
    """A scene, a moment, an option, a closing (what stands behind the options of a moment) or an ending; `under` is what it is in."""

    what: str
    name: str
    span: Span
    under: Span | None = None


class Unreachable(NamedTuple):
    """What is proved never to come, and why, as far as that can be said."""

    thing: Thing
    why: str


class Reach(NamedTuple):
    """What is known of a story.

    `trials` are its first runs, `runs` how many were played to their end, `slow` why those were few ("" where they were many). `states`
    were gone through, all that there are where it is `complete`. `endings` are those that were seen to come, the implicit ones too;
    `stops` is the number of a run that stops in a dead end and was found by playing many, None without one.
    """

    trials: tuple[Trial, ...]
    search: Search
    runs: int
    slow: str
    states: int
    complete: bool
    unreachable: tuple[Unreachable, ...]
    unseen: tuple[Thing, ...]
    endings: frozenset[str]
    stops: int | None


class _Met(NamedTuple):
    """What was met: where in the file, and how stories ended; `stops` as in Reach."""

    runs: int
    reached: frozenset[Span]
    endings: frozenset[str]
    stops: int | None = None


def reach(world: World, proofs: Proofs) -> Reach:
    """What of a story can be reached, as far as three bounded steps can tell."""
    sites = sites_of(world, Wanted(finals=False))
    things = tuple(things_of(sites))
    dead = _by_values(things, proofs)
    process = Noticing(world)
    played = tuple(trials(process))
    for trial in played:
        process.add(trial.record.events)
    ended = frozenset(trial.record.over.ending for trial in played if trial.whole)
    search = Search(process)
    met = [_Met(len(played), frozenset(process.reached), ended | search.endings)]
    runs, slow, states, complete = sum(trial.whole for trial in played), "", len(search.nodes), search.complete
    if complete:
        dead = {**{thing.span: "" for thing in things if thing.span not in process.reached}, **dead}
    else:
        engine = engine_for(sites)
        slow = engine.why
        if engine.name == "compiled":
            met.append(_sampled(engine, sites))
            runs = max(runs, met[-1].runs)
            if (explored := _explored(sites)) is not None:
                swept, complete = explored.swept, explored.complete
                states = swept.states if complete else max(states, swept.states)
                dead = {**_never(things, explored), **dead}
                met.append(_Met(0, frozenset(), frozenset(came.ending for came in explored.came(None, None) if came.odds)))
    seen = frozenset().union(*(one.reached for one in met))
    return Reach(
        played,
        search,
        runs,
        slow,
        states,
        complete,
        tuple(_outermost(things, dead)),
        tuple(thing for thing in things if thing.span not in seen and thing.span not in dead),
        frozenset().union(*(one.endings for one in met)),
        next((one.stops for one in met if one.stops is not None), None),
    )


def _outermost(things: tuple[Thing, ...], dead: dict[Span, str]) -> Iterator[Unreachable]:
    """What is never reached, but for what stands in something that is not."""
    for thing in things:
        if thing.span in dead and thing.under not in dead:
            yield Unreachable(thing, dead[thing.span])


# ── what there is ──


def things_of(sites: Sites) -> Iterator[Thing]:
    """Everything in a story that can be reached, in the order of the file; what a kind's `meanwhile` says is there once."""
    seen: set[Span] = set()
    for thing in (thing for scene in sites.scenes for thing in _in_scene(scene)):
        if thing.span not in seen:
            seen.add(thing.span)
            yield thing
    yield from (Thing("ending", ending.name, ending.span) for ending in sites.world.endings)


def _in_scene(scene: Scene) -> Iterator[Thing]:
    if not scene.meanwhile:
        yield Thing("scene", scene.name, scene.span)
    for moment in scene.moments:
        yield Thing("moment", moment.name, moment.span, scene.span)
        yield from (Thing("option", option.label, option.span, moment.span) for option in moment.options)
        if moment.options and moment.closing.lines:
            yield Thing("closing", moment.name, moment.closing.lines[0].span, moment.span)


# ── the first step: values ──


def _by_values(things: tuple[Thing, ...], proofs: Proofs) -> dict[Span, str]:
    """What can never be reached whatever values there may be, and why."""
    possible = proofs.possible
    if possible is None:
        return {}
    may: set[Span] = {ending.span for ending in possible.world.endings if ending.name in possible.endings}
    for scene, played in zip(possible.scenes, possible.played, strict=True):
        if played is not None:
            may.add(scene.span)
            may.update(scene.moment(name).span for name in played.moments)
            may.update(scene.moment(name).options[number].span for name, number in played.options)
            may.update(line.span for name in played.closings for line in scene.moment(name).closing.lines)
    why = {never.line: never.why for never in proofs.never_chosen()}
    return {thing.span: _why(thing, why, proofs) for thing in things if thing.span not in may}


def _why(thing: Thing, why: dict[int, str], proofs: Proofs) -> str:
    match thing.what:
        case "ending":
            return proofs.never(Event("ending", label=thing.name))
        case "scene" | "option":
            return why.get(thing.span.line, "")
        case "moment":
            return _NO_ARROW
        case _:
            return "no option that can be chosen leads there"


# ── the second: runs ──


def _sampled(engine: Engine, sites: Sites) -> _Met:
    """What many runs on the compiled engine met: RUNS of them, or as many as so much work is enough for."""
    casts = sum(len(sites.places.casts(scene)) for scene in sites.world.scenes) + _CHOICE
    counts = sites.empty()
    runs = work = 0
    size = _FIRST if sites.world.limit * casts * _FIRST <= _WORK else 1
    while runs < RUNS and work < _WORK and sites.world.limit * casts <= _WORK:
        new = engine.count(SEED, runs, size)
        counts = sites.merge(counts, new)
        runs += size
        work += casts * sum(events * times for events, times in enumerate(sites.part(new, "events")) if times)
        size = max(1, min(RUNS - runs, size * 10, (_WORK - work) * runs // max(work, 1)))
    ended = dict(zip(sites.endings, zip(sites.part(counts, "endings"), sites.part(counts, "first"), strict=True), strict=True))
    stops = ended[DEAD_END][1]
    reached = frozenset(span for span, times in Reached(sites, counts).times.items() if times)
    return _Met(runs, reached, frozenset(name for name, (times, _) in ended.items() if times), None if stops == NONE_YET else stops)


# ── the third: everything that can happen ──


def _explored(sites: Sites) -> "Explored | None":
    """All ways at once, as far as so many states go; None for a story that takes too long to compile."""
    from unmask.analysis.explored import LEAST, Within
    from unmask.kernel.ways import Ways

    if len(sites.options) + sum(len(sites.places.casts(scene)) for scene in sites.world.scenes) > _MOST_TO_COMPILE:
        return None
    return Within(sites, Ways(sites).sweep(_STATES, LEAST))


def _never(things: tuple[Thing, ...], explored: "Explored") -> dict[Span, str]:
    """What no way leads to; nothing where not every way was gone through."""
    if not explored.complete:
        return {}
    lines = {never.line: never.why for never in explored.never()}
    found = {thing.span: lines[thing.span.line] for thing in things if thing.what in ("scene", "option") and thing.span.line in lines}
    endings = {thing.span: "" for thing in things if thing.what == "ending" and not explored.of_event(Event("ending", label=thing.name)).p}
    return {**found, **endings}
