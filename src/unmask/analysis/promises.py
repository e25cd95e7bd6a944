"""Holds a story's promises against the odds, and gives a verdict on each.

One promise: PASSED and BROKEN are said only where the odds are exact, proved, or in an interval that lies wholly on one side of the
bound; else it is UNDECIDED.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from unmask.analysis.answers import ALWAYS, EXACTLY, NEVER, NOBODY, Answer, Answers, Listener
from unmask.analysis.ask import CannotAsk, Likeliest, Request
from unmask.analysis.explored import EXACT
from unmask.analysis.policy import Best, Player, best_play
from unmask.analysis.questions import event_question
from unmask.analysis.simulate import ROWS_AT_ONCE, engine_for, pieces
from unmask.analysis.solve import BUDGET
from unmask.kernel.from_world import CannotCompile
from unmask.world.model import ENDLESS, YES_NO, Declared, Event, Happened, Promise, Variable, World
from unmask.world.rows import columns_of
from unmask.world.sites import Wanted, sites_of

PASSED, BROKEN, UNDECIDED = "PASSED", "BROKEN", "UNDECIDED"
BOUNDS = "bounds"
_FIRST_LOOK = 20
"""A world is first gone through with so many times less than may be."""
_HARDLY_BEGUN = 0.5
"""Where more luck than this is under way after that, there is no hope that all of it ends within what may be."""
MOST_LOOKED_THROUGH = 200_000
"""So many runs are looked through for one that breaks a promise."""


class Verdict(NamedTuple):
    """What became of a promise. `value` lies between `low` and `high` (shares of 1, or scenes), and has to between `least` and `most`.

    `margin` is how far it is inside its bounds, or outside, where it is below 0. `kind` is exact or estimate, or "bounds" where the
    truth is proved to lie between `low` and `high`. `why` says why something is certain, where that is known.
    """

    promise: Promise
    state: str
    kind: str = ""
    value: float = 0.0
    low: float = 0.0
    high: float = 0.0
    least: float = 0.0
    most: float = 1.0
    certain: str = ""
    why: str = ""

    @property
    def margin(self) -> float:
        """How far the value is inside its bounds; below 0 it is outside. What is kept is never outside, not by what is rounded either."""
        margin = min(self.value - self.least, self.most - self.value)
        return max(margin, 0.0) if self.is_kept else margin

    @property
    def is_kept(self) -> bool:
        """Whether nothing is to be said against it."""
        return self.state == PASSED


class Judge:
    """Works out promises."""

    def __init__(
        self,
        world: World,
        budget: int = BUDGET,
        seed: int = 7,
        workers: int = 1,
        runs: int | None = None,
        listener: Listener = NOBODY,
    ) -> None:
        """Raises NoAutomaton where a promise is about a motif that cannot be followed."""
        self.world = world
        self.seed = seed
        events = (promise.event for promise in world.promises if promise.form != "reach")
        questions = [event_question(event) for event in events if event is not None]
        self._how = (budget, seed, workers, runs, listener)
        first = budget // _FIRST_LOOK if budget >= MOST_LOOKED_THROUGH else budget
        self.answers = Answers(world, questions, None, first, *self._how[1:], waits=True)
        open_ = [promise for promise in world.promises if not self._is_proved(promise)]
        # Runs may decide about shares, but not about what is promised never to be, or always.
        can_be_estimated = open_ and all(promise.form not in ("ends", "never", "always") for promise in open_)
        found = self.answers.through() if can_be_estimated else None
        if found is None or found.best.left <= _HARDLY_BEGUN:
            self.answers.look_further(budget)
        self.answers.work_out(questions)

    def _is_proved(self, promise: Promise) -> bool:
        """Whether the odds are known without going through states; what somebody can reach is worked out in its own way."""
        if promise.form in ("reach", "scenes"):
            return promise.form == "reach"
        if promise.form == "ends":
            return bool(self.answers.why_ends)
        assert promise.event is not None
        return bool(self.answers.why_never(event_question(promise.event)))

    def verdicts(self) -> tuple[Verdict, ...]:
        """A verdict on each promise, in the order of the file.

        What estimates decide of a world that is much too large needs no more of its states; for the rest all that may be are gone through.
        """
        found = tuple(map(self.verdict, self.world.promises))
        undecided = any(verdict.state == UNDECIDED and verdict.promise.form != "reach" for verdict in found)
        if undecided and self.answers.look_further(self._how[0]):
            return tuple(map(self.verdict, self.world.promises))
        return found

    def verdict(self, promise: Promise) -> Verdict:
        """What becomes of a promise."""
        match promise.form:
            case "reach":
                return self._reach(promise)
            case "scenes":
                return self._scenes(promise)
            case "ends":
                return _always(promise, self.answers.ends())
            case "never":
                return _never(promise, self._answer(promise))
            case "always":
                return _always(promise, self._answer(promise))
            case _:
                found = self._answer(promise)
                least, most = _share(promise.low, 0.0), _share(promise.high, 1.0)
                if most == 0:
                    return _never(promise, found)
                if least == 1:
                    return _always(promise, found)
                state = _state(found.low, found.high, least, most, EXACT)
                return Verdict(promise, state, found.kind, found.p, found.low, found.high, least, most, found.certain, found.why)

    def _scenes(self, promise: Promise) -> Verdict:
        found = self.answers.scenes()
        least, most = float(promise.low or 0), float(promise.high or 0)
        # A sum of odds is off by as much as all of them are together.
        state = _state(found.low, found.high, least, most, EXACT * max(most, 1))
        return Verdict(promise, state, found.kind, found.mean, found.low, found.high, least, most)

    def _reach(self, promise: Promise) -> Verdict:
        """The best that somebody can do who sees everything. Where that is too much to go through, at least what comes of their reasons."""
        assert promise.event is not None
        budget, _, workers, _, listener = self._how
        least, most = _share(promise.low, 0.0), _share(promise.high, 1.0)
        try:
            best, _ = best_play(self.world, Player(promise.player, promise.event), budget, workers, listener)
        except CannotCompile as why:
            best = Best(0.0, 1.0, why=str(why))
        if best.why:
            found = Answers(self.world, [event_question(promise.event)], None, *self._how).answers[0]
            low, high, kind = found.low, 1.0, found.kind if found.kind != EXACTLY else BOUNDS
        else:
            low, high, kind = best.low, best.high, EXACTLY if best.exact else BOUNDS
        return Verdict(promise, _state(low, high, least, most, EXACT), kind, low, low, high, least, most)

    def _answer(self, promise: Promise) -> Answer:
        assert promise.event is not None
        return self.answers.answer(event_question(promise.event))

    def likeliest_against(self, verdict: Verdict) -> Likeliest | None:
        """The most probable run that goes against a promise; None where the story is too large for that to be known, or it is none."""
        promise = verdict.promise
        if promise.form in ("scenes", "reach", "ends") or promise.event is None:
            return None
        budget, _, workers, _, listener = self._how
        try:
            wanted = Request(self.world, event_question(promise.event), budget, listener.explored, workers, self._against(verdict))
            return wanted.likeliest(self.seed)
        except CannotAsk:
            return None

    def _against(self, verdict: Verdict) -> bool:
        """Whether a run goes against a promise by having the event; else it does by not having it."""
        return verdict.promise.form == "never" or (verdict.promise.form != "always" and verdict.value > verdict.most)

    def broken_by(self, verdict: Verdict) -> int | None:
        """The number of the first run, under the seed, that goes against a promise; None where none of many does."""
        promise = verdict.promise
        if promise.form in ("scenes", "reach"):
            return None  # no run by itself has an average, nor shows what could not be done
        if promise.form == "ends":
            return self._first(lambda name, so: name == ENDLESS)
        wanted = self._against(verdict)
        return self._first(lambda name, so: so == wanted, promise.event)

    def _first(self, breaks: Callable[[str, bool], bool], event: Event | None = None) -> int | None:
        return next((number for number, name, so in self._runs(event) if breaks(name, so)), None)

    def _runs(self, event: Event | None) -> Iterator[tuple[int, str, bool]]:
        """Runs by number, each with its ending and whether the event, or the motif, has happened in it."""
        asked = Variable("", "?")
        world = self.world
        if event is not None:
            means = Declared(asked, "secret", YES_NO, 0, False, Happened(event))
            world = world._replace(variables=world.variables | {asked: means})
        sites = sites_of(world, Wanted(finals=True))
        engine = engine_for(sites)
        columns = columns_of(sites)
        last = sites.variables.index(asked) if event is not None else -1
        ending = next(at for at, column in enumerate(columns) if column.sort == "ending")
        happened = next((at for at, column in enumerate(columns) if column.sort == "final" and column.number == last), -1)
        most = MOST_LOOKED_THROUGH if engine.name == "compiled" else MOST_LOOKED_THROUGH // 200
        for piece in pieces(0, most, min(engine.piece, ROWS_AT_ONCE)):
            _, rows = engine.rows(self.seed, *piece)
            for index in range(piece.runs):
                so = happened >= 0 and rows.columns[happened][index] == YES_NO.high
                yield piece.first + index, sites.endings[rows.columns[ending][index]], so


def _share(percent: str | None, otherwise: float) -> float:
    return otherwise if percent is None else float(percent) / 100


def _state(low: float, high: float, least: float, most: float, off: float) -> str:
    """Where everything from `low` to `high` keeps to the bounds, or nothing does; exact odds may be off by a little."""
    if low >= least - off and high <= most + off:
        return PASSED
    if high < least - off or low > most + off:
        return BROKEN
    return UNDECIDED


def _never(promise: Promise, found: Answer) -> Verdict:
    """It must be proved that it never happens; one way to it, however unlikely, is too much."""
    state = PASSED if found.certain == NEVER else BROKEN if found.proved.low > 0 or found.seen else UNDECIDED
    return Verdict(promise, state, found.kind, found.p, found.low, found.high, 0.0, 0.0, found.certain, found.why)


def _always(promise: Promise, found: Answer) -> Verdict:
    """It must be proved that it always happens; one way round it is too much, or one run without it."""
    against = found.against > 0 or found.seen < found.runs
    state = PASSED if found.certain == ALWAYS else BROKEN if against else UNDECIDED
    return Verdict(promise, state, found.kind, found.p, found.low, found.high, 1.0, 1.0, found.certain, found.why)
