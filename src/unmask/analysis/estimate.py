"""Estimates odds by Monte Carlo, with intervals, where a story has too many states to go through.

One promise: whatever the true odds are, an interval holds them in at least 999 of 1000 such samples. What is asked together is
asked of the same runs. Runs are cut off at the story's limit, as they always are.
"""

from collections.abc import Callable, Iterable
from math import fsum, log, sqrt
from typing import NamedTuple

from unmask.analysis.find import find
from unmask.analysis.odds import Interval, interval
from unmask.analysis.questions import Question, holds_at_the_start
from unmask.analysis.simulate import Counts, Engine, count_runs, engine_for
from unmask.world.model import ENDLESS, YES_NO, Declared, Event, Expression, Happened, Operation, Variable, World
from unmask.world.sites import Site, Sites, Wanted, Watch, sites_of

RUNS = 1_000_000
WORK = 6_000_000_000
"""So many events times casts are played at most on the compiled engine: three seconds or so. Long stories are played less often."""
LEAST_RUNS = 10_000
"""However long they are."""
RUNS_IF_SLOW = 1_000
"""So many runs are played where there is no compiled engine."""
SURE = 0.999
RARELY = 30
"""A limit of so many times the events that a story has on average is not looked at."""
CUT_OFF_RUNS = 100_000
"""So many runs are played to see how many the limit cuts off."""
_CUT_OFF_WORK = 300_000_000
_FEW_RUNS = 1_000
_PILOT = 100
_CHOICE = 50
"""What an event costs beside the casts that are looked at."""


class Share(NamedTuple):
    """How many of the runs had something, of those that were asked for; of how many it may be true."""

    seen: int
    runs: int
    interval: Interval

    @property
    def p(self) -> float:
        """The share of the runs."""
        return self.seen / self.runs if self.runs else 0.0


class Mean(NamedTuple):
    """What something comes to on average."""

    mean: float
    interval: Interval


class Sample:
    """Many runs of a world, played for questions."""

    def __init__(
        self, world: World, seed: int, workers: int = 1, runs: int | None = None, done: Callable[[int], None] = lambda runs: None
    ) -> None:
        """`done` hears how many more runs are played; `runs` are as many as the engine plays in seconds, unless somebody says."""
        self.world = world
        self.seed = seed
        self.workers = workers
        self.engine = engine_for(sites_of(world, Wanted(finals=False)))
        self.runs = runs or (self.affordable(RUNS, WORK, LEAST_RUNS) if self.engine.name == "compiled" else RUNS_IF_SLOW)
        self.done = done
        self._shares: dict[Question, Share] = {}
        self.sites: Sites | None = None
        self.counts: Counts | None = None

    def affordable(self, most: int, work: int, least: int) -> int:
        """So many runs at `most`, or as many as so much `work` of the compiled engine is enough for, going by a few of them; never fewer
        than the `least`.
        """
        sites = sites_of(self.world, Wanted(finals=False))
        casts = sum(len(sites.places.casts(scene)) for scene in self.world.scenes) + _CHOICE
        if self.world.limit * casts * most <= work:
            return most
        counts = self.engine.count(self.seed, 0, _PILOT)
        events = sum(length * times for length, times in enumerate(sites.part(counts, "events")))
        return min(most, max(work * _PILOT // max(casts * events, 1) // least * least, least))

    def play(self, questions: Iterable[Question], given: Event | None = None) -> None:
        """Play for these questions. Without conditions among them, all are asked of the same runs."""
        asked = [question for question in dict.fromkeys(questions) if question.event is not None]
        events = tuple(dict.fromkeys(question.event for question in asked if question.event is not None))
        world = self.world if given is None else _with_joints(self.world, events, given)
        motifs = events if given is None else (*events, given)
        sites = sites_of(world, Wanted(finals=given is not None, motifs=tuple(dict.fromkeys(motifs))))
        counts = self._counted(sites)
        happened = dict(zip(sites.wanted.motifs, sites.part(counts, "motifs"), strict=True))
        among = self.runs if given is None else happened[given]
        for question in asked:
            assert question.event is not None
            seen = happened[question.event] if given is None else _joint(sites, counts, events.index(question.event))
            self._shares[question] = _share(seen, among)
        self.sites, self.counts = sites, counts

    def share(self, question: Question) -> Share:
        """In how many of the runs it was so: of what they were played for, of an ending, or of a condition in runs of its own."""
        if question not in self._shares:
            if question.event is not None:
                return self.of_ending(question.event.label)
            assert question.condition is not None
            self._shares[question] = self._ever(question.condition)
        return self._shares[question]

    def _ever(self, condition: Expression) -> Share:
        if holds_at_the_start(self.world, condition):
            return _share(self.runs, self.runs)
        sites = sites_of(self.world, Wanted(finals=False, watch=Watch(condition=condition)))
        engine = engine_for(sites, self.runs)
        seen = 0
        for batch in find(engine, sites, self.seed, 0, self.runs, most=0, workers=self._workers(engine)):
            seen += batch.have_it
            self.done(batch.runs)
        return _share(seen, self.runs)

    def _counted(self, sites: Sites) -> Counts:
        engine: Engine = engine_for(sites, self.runs)
        return count_runs(engine, sites, self.seed, 0, self.runs, self._workers(engine), self.done)

    def _workers(self, engine: Engine) -> int:
        return 1 if engine.name == "reference" else self.workers

    # ── what the same runs say besides ──

    def of_ending(self, name: str) -> Share:
        """How many of the runs ended so."""
        return _share(self._part("endings")[self._sites.endings.index(name)], self.runs)

    def times_of_scene(self, number: int) -> float:
        """How often a scene was played in a run, on average."""
        return self._part("played")[number] / self.runs

    def times_of(self, site: Site) -> float:
        """How often an option was chosen in a run, on average."""
        return self._part("chosen")[self._sites.option_number[site]] / self.runs

    def scenes(self) -> Mean:
        """How many scenes a run had."""
        return mean(list(self._part("scenes")))

    @property
    def _sites(self) -> Sites:
        assert self.sites is not None
        return self.sites

    def _part(self, name: str) -> Counts:
        assert self.counts is not None
        return self._sites.part(self.counts, name)


def _share(seen: int, runs: int) -> Share:
    return Share(seen, runs, interval(seen, runs, SURE))


def mean(runs_of: list[int]) -> Mean:
    """The mean length, from how many runs had each length from 0 on, and an interval that is true of any lengths up to the greatest.

    Maurer and Pontil, "Empirical Bernstein bounds and sample variance penalization", 2009, theorem 4.
    """
    runs, most = sum(runs_of), len(runs_of) - 1
    average = fsum(length * count for length, count in enumerate(runs_of)) / runs
    if runs < 2:
        return Mean(average, Interval(0, most))
    variance = fsum(count * (length - average) ** 2 for length, count in enumerate(runs_of)) / (runs - 1)
    doubt = log(4 / (1 - SURE))
    off = sqrt(2 * variance * doubt / runs) + 7 * most * doubt / (3 * (runs - 1))
    return Mean(average, Interval(max(average - off, 0), min(average + off, most)))


# ── of those runs in which something else happened ──


def _with_joints(world: World, events: tuple[Event, ...], given: Event) -> World:
    """The world with a value for each event that says whether it and what is given have both happened: it stands at the end of runs."""
    joints = {Variable("", f"? {number}"): Operation("and", (Happened(event), Happened(given))) for number, event in enumerate(events)}
    declared = {variable: Declared(variable, "secret", YES_NO, 0, False, means) for variable, means in joints.items()}
    return world._replace(variables=world.variables | declared)


def _joint(sites: Sites, counts: Counts, number: int) -> int:
    """In how many runs both happened."""
    final = sites.variables.index(Variable("", f"? {number}"))
    return sites.part(counts, f"final {final}")[YES_NO.high]


def cut_off_of(world: World, seed: int, workers: int = 1) -> Share | None:
    """How many of some runs are cut off at the story's limit, of as many as are soon played; None where there are none."""
    found = Sample(world, seed, workers, _FEW_RUNS)
    if found.engine.name == "compiled":
        found.runs = found.affordable(CUT_OFF_RUNS, _CUT_OFF_WORK, _FEW_RUNS)
    found.play(())
    share = found.of_ending(ENDLESS)
    return share if share.seen else None
