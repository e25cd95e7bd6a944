"""Works out the odds of every ending from points in the middle of a run.

One promise: odds say how they are known. They are exact (off by less than 1e-12) where everything that follows was gone through; else they
are shares of many runs that begin there with fresh luck, with an interval that holds the truth in 999 of 1000 cases.
"""

from collections.abc import Sequence
from typing import NamedTuple

from unmask.analysis.answers import ESTIMATED, EXACTLY, NOBODY, Listener
from unmask.analysis.estimate import SURE
from unmask.analysis.odds import Interval, interval
from unmask.kernel.from_world import CannotCompile
from unmask.kernel.onward import MOST_STATES, Here, Onward, TooMuch
from unmask.run.chooser import Dice
from unmask.run.draws import key_of
from unmask.run.record import Record, play_from
from unmask.run.step import Offer, Over, Point, Process
from unmask.world.model import ENDLESS
from unmask.world.sites import Site, Wanted, sites_of

BUDGET = MOST_STATES
RUNS = 1_000_000
MOST_RUNS = 1_000_000_000
RUNS_EACH = 50_000
"""So many where more than a few points are asked for at once."""
FEW = 8
RUNS_IF_SLOW = 200
LONG = 10_000
"""So long a run goes on, at least, before nobody waits for its end: odds are of stories that are not cut off at their limit."""
At = Point | Over


class Chance(NamedTuple):
    """How likely an ending is: `p`, and the bounds between which it lies."""

    p: float
    low: float
    high: float


class Outlook(NamedTuple):
    """The odds of every ending at a point, in the order of `Ahead.endings`. `kind` is exact, or estimate, from so many `runs`."""

    kind: str
    chances: tuple[Chance, ...]
    runs: int = 0


class Way(NamedTuple):
    """Something that could be chosen, how likely that was, and the outlook after it."""

    offer: Offer
    share: float
    outlook: Outlook


class Fork(NamedTuple):
    """A choice: the outlook before it, and each way to go on."""

    before: Outlook
    ways: tuple[Way, ...]


class Ahead:
    """Looks ahead from points of a world's runs."""

    def __init__(self, process: Process, budget: int = BUDGET, seed: int = 7, runs: int | None = None, listener: Listener = NOBODY) -> None:
        """`budget` says how many states are gone through for an exact answer; 0 for none. `runs` are for each estimate."""
        self.process = process
        self.world = process.world
        self.seed = seed
        self.listener = listener
        self.sites = sites_of(self.world, Wanted(finals=False))
        self.endings = self.sites.endings
        """Every ending by its name: the author's, then the other ways in which a run can be over."""
        self.slow = ""
        """Why nothing is exact, where there is no compiled engine."""
        self.budget = budget
        self._long = max(self.world.limit, LONG)
        self._runs = runs
        self._onward: Onward | None = None
        try:
            self._onward = Onward(self.sites, max(budget, 1), lambda states: listener.explored(states, 1.0))
        except CannotCompile as why:
            self.slow = str(why)
        self._scene_number = {scene.name: number for number, scene in enumerate(self.world.scenes)}

    @property
    def states(self) -> int:
        """How many states were gone through."""
        return 0 if self._onward is None else self._onward.states

    # ── one point or several ──

    def outlook(self, at: At) -> Outlook:
        """The outlook at one point."""
        return self.together([at])[0]

    def together(self, places: Sequence[At]) -> list[Outlook]:
        """The outlooks at points that have to do with each other: exact for all of them, or for as many as can be."""
        points = [at for at in places if isinstance(at, Point)]
        exact: list[Outlook | None] = list(self._exact(points) or ())
        if not exact:
            exact = [None] * len(points)
            for number, at in enumerate(points if len(points) > 1 else ()):
                alone = self._exact([at])
                if alone is not None:
                    exact[number] = alone[0]
                elif number:  # what follows from the first most often is all that follows, and it was known to be too much
                    break
        each, many = iter(exact), len(points) > FEW
        return [self._settled(at) if isinstance(at, Over) else next(each) or self._estimate(at, many) for at in places]

    def along(self, record: Record) -> list[Outlook]:
        """The outlook at each choice of a run, and at its end: exact from as early on as can be."""
        points = points_of(record)
        found = [*self._latest_exact(points), self._settled(record.over)]
        for point in reversed(points[: len(points) + 1 - len(found)]):
            # Where there is but one thing to choose, nothing is decided: sampled anew, it would seem so.
            alone = sum(offer.weight > 0 for offer in self.process.offers(point)) == 1
            found.insert(0, found[0] if alone else self._estimate(point, True))
        return found

    def _latest_exact(self, points: Sequence[Point]) -> list[Outlook]:
        """The outlooks at the last points, as many as can be exact.

        What follows from a later point follows from an earlier one too: first twice as many are tried each time, then it is halved.
        """
        whole = self._exact(points)
        if whole is not None:
            return whole
        found: list[Outlook] = []
        fails, tried = len(points), 1
        while len(found) + 1 < fails:
            many = min(tried, fails - 1)
            better = self._exact(points[-many:])
            if better is None:
                fails = many
                tried = (len(found) + fails) // 2
            else:
                found = better
                tried = 2 * many if fails == len(points) else (many + fails) // 2
        return found

    def fork(self, point: Point) -> Fork:
        """The outlook before a choice, and after each way to go on: the odds before are what those after come to on average."""
        offers = [offer for offer in self.process.offers(point) if offer.weight]
        before, *after = self.together([point, *(self.process.follow(point, offer, self.world.limit).at for offer in offers)])
        total = sum(offer.weight for offer in offers)
        return Fork(before, tuple(Way(offer, offer.weight / total, one) for offer, one in zip(offers, after, strict=True)))

    # ── how it is known ──

    def _settled(self, over: Over) -> Outlook:
        chances = tuple(Chance(p, p, p) for p in (1.0 if name == over.ending else 0.0 for name in self.endings))
        return Outlook(EXACTLY, chances)

    def _exact(self, points: Sequence[Point]) -> list[Outlook] | None:
        """The outlooks, where everything that follows can be gone through."""
        if self._onward is None or not self.budget or not points or not all(map(self._keeps_time, points)):
            return None
        try:
            found = self._onward.odds([self._here(self._onward, point) for point in points])
        except (TooMuch, CannotCompile):
            return None
        if any(abs(1 - sum(odds)) > 1e-12 for odds in found):
            return None
        return [Outlook(EXACTLY, tuple(Chance(p, p, p) for p in odds)) for odds in found]

    def _here(self, onward: Onward, point: Point) -> Here:
        values = {place: point.state[index] for place, index in self.process.layout.places.items()}
        if point.scene is None:
            return onward.here(values, "scene", Site(-1), 0, -1, point.scene_number)
        if point.meanwhile >= 0:
            scene, cast = len(self.world.scenes) + point.meanwhile, 0
        else:
            scene = self._scene_number[point.scene.name]
            casts = self.sites.places.casts(self.world.scenes[scene])
            cast = casts.index(point.scene.cast) if point.moment is not None else 0
        moment = -1 if point.moment is None else [one.name for one in point.scene.moments].index(point.moment.name)
        return onward.here(values, point.sort, Site(scene, moment), cast, point.meanwhile, point.scene_number)

    def _keeps_time(self, point: Point) -> bool:
        """Whether a clock says what it must after so many scenes: somebody may have set it."""
        clock = None if self._onward is None else self._onward.machine.keys.clock
        if clock is None:
            return True
        now = point.state[self.process.layout.places[clock.place]]
        scenes = point.scene_number
        begun = clock.value(scenes + 1)
        return now in ((begun, clock.value(scenes + 2)) if point.meanwhile >= 0 else (begun,))

    def _estimate(self, point: Point, many: bool) -> Outlook:
        """Shares of runs that begin there."""
        if self._onward is None:
            counts, runs = self._slowly(point)
        else:
            runs = self._runs or (RUNS_EACH if many else RUNS)
            here = self._here(self._onward, point)
            ended, played = self._onward.runs(here, self.seed, runs, self._long, lambda done: self.listener.played(done, runs))
            counts = dict(zip(self.endings, ended, strict=True))
            counts[ENDLESS] += played - sum(ended)
            runs = played
        return Outlook(ESTIMATED, tuple(_share(counts[name], runs) for name in self.endings), runs)

    def _slowly(self, point: Point) -> tuple[dict[str, int], int]:
        """The same from the reference engine."""
        counts = dict.fromkeys(self.endings, 0)
        runs = self._runs or RUNS_IF_SLOW
        for number in range(runs):
            # Luck of its own: no run under the seed has this key.
            dice = Dice(self.seed, number)
            dice.key = key_of(dice.key[0] | dice.key[1] << 32, 2**64 - 1)
            over, _ = play_from(self.process, point, dice, self._long)
            counts[over.ending] += 1
            self.listener.played(1, runs)
        return counts, runs


def _share(seen: int, runs: int) -> Chance:
    bounds: Interval = interval(seen, runs, SURE)
    return Chance(seen / runs, bounds.low, bounds.high)


def points_of(record: Record) -> list[Point]:
    """The points of a run at which something was chosen."""
    return [event.point for event in record.events if event.point is not None]
