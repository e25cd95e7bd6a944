"""Draws runs in which something happens, each as likely as it is among all such runs, and finds the likeliest of them.

Everything that can happen is gone through, and then every choice is made with its odds times how likely it is, after it, that what is asked
for happens (Doob's transform). One promise: every run has what was asked for, however rare that is.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cached_property
from math import frexp, fsum, ldexp
from typing import NamedTuple

from unmask.analysis.estimate import RARELY, Share, cut_off_of
from unmask.analysis.proofs import Proofs
from unmask.analysis.questions import Question, can_happen, holds_at_the_start, until
from unmask.analysis.solve import BUDGET
from unmask.kernel.course import TooMany
from unmask.kernel.from_world import CannotCompile
from unmask.kernel.marks import Unmarked
from unmask.kernel.rounds import NO_WAY, Knotted
from unmask.kernel.steering import Everything, Spot, Steering, Way
from unmask.problems.speech import counted
from unmask.run.chooser import Stop
from unmask.run.draws import MASK, Pair, key_of, threefry
from unmask.run.record import Record, play
from unmask.run.step import Offer, Point, Process
from unmask.world.model import ENDLESS, HOLDS, Event, Scene, World
from unmask.world.sites import Site, Sites, Wanted, sites_of

LEAST = 1e-290
"""What is less likely is not drawn: numbers that small lose digits."""
MOST_TRIES = 1000
"""So often a run is drawn again that would have been cut off at the story's limit."""
MOST_EVENTS = 100_000
"""So many events are played for one run, however often it is drawn again."""
_OUR_STREAM = 1 << 31
"""Draws are from other streams than those of luck: a run that was asked for shares nothing with the run of that number."""
_NEARLY = 1e-9
_BITS = 62
_WORD = 1 << 64


class CannotAsk(Exception):
    """Why nothing can be drawn, in words for whoever asked."""


class Past(CannotAsk):
    """There are more states than somebody wanted to go through."""


class Drawn(NamedTuple):
    """A run that has what was asked for. `tries` says how often it was drawn: more than once where the story's limit cut it off."""

    record: Record
    tries: int


class Likeliest(NamedTuple):
    """The most probable run, and its odds among all stories, as an exact fraction."""

    record: Record
    odds: Fraction


class Request:
    """What somebody asked for, worked out: how likely it is, and runs that have it. With `so` False, runs that do not have it."""

    def __init__(
        self,
        world: World,
        question: Question,
        budget: int = BUDGET,
        done: Callable[[int, float], None] = lambda states, left: None,
        workers: int = 1,
        so: bool = True,
    ) -> None:
        """Raises NoAutomaton for a motif that cannot be followed, Past where there are too many states, and CannotAsk."""
        self.process = Process(world)
        self.question = question
        self.so = so
        self._workers = workers
        self.states = self.transitions = 0
        self.never = ""
        """How it is known that there is no such run; "" where there is one."""
        self.exact = True
        """Whether `odds` is just so, but for what is rounded; at least so where it is not known what happens in stories that never end."""
        self._steering: dict[bool, Steering] = {}
        self._everything: Everything | None = None
        event = question.event
        if event is not None and so and not can_happen(world, event):
            self.never = "nothing that can happen in this story makes it up"
            self.odds = 0.0
            return
        if question.condition is not None and holds_at_the_start(world, question.condition):
            # Every run has it, and before anything is chosen.
            self.odds = 1.0
            if not so:
                self.odds, self.never = 0.0, "it holds before anything happens"
            return
        self._event = event or Event("ending", label=HOLDS)
        asked_of = world if question.condition is None else until(world, question.condition)
        self._everything = _everything(asked_of, self._event, budget, done, workers)
        self.states, self.transitions = self._everything.states, self._everything.ways
        self.odds = min(self._steered(False).worth, 1.0)
        self.exact = not self._steered(False).start.view.caught or self._is_known_forever
        if self.odds < LEAST and not self._leads_anywhere():
            self.odds = 0.0
            self.never = f"all {self.states:,} states were gone through" if self.exact else self._proved()
            if not self.never:
                raise CannotAsk("no story that ends has it, and it is not known what happens in those that never end")

    def _proved(self) -> str:
        """Why it never happens, where that is proved without going through states; else ""."""
        if not self.so or self.question.event is None:
            return ""
        return Proofs(self.process.world).never(self.question.event)

    @cached_property
    def always(self) -> bool:
        """Whether it is proved that every story has it: none leads on without it."""
        if self._everything is None:
            return self.odds == 1.0
        if not self.exact or self.odds < 1 - _NEARLY:
            return False
        wanted, first = _wanted(self._everything, self._event, not self.so)
        return Steering(self._everything, wanted, first).worth == 0.0

    def cut_off(self, seed: int) -> Share | None:
        """How many of some runs the story's limit cuts off; None where there are none, or where next to none can be."""
        world = self.process.world
        if self._everything is not None and not self._everything.whole:
            moments = max(len(scene.moments) for scene in world.scenes) + sum(len(scene.moments) for scene in world.meanwhiles)
            if RARELY * len(self._everything.patches) * (1 + moments) < world.limit:
                return None
        return cut_off_of(world, seed, self._workers)

    def _steered(self, best: bool) -> Steering:
        assert self._everything is not None
        if best not in self._steering:
            wanted, first = _wanted(self._everything, self._event, self.so)
            try:
                self._steering[best] = Steering(self._everything, wanted, first, best)
            except Knotted:
                raise CannotAsk("too many states of this story lead back to each other") from None
        return self._steering[best]

    def _leads_anywhere(self) -> bool:
        """Whether any run has it, however unlikely."""
        return self._steered(False).worth > 0 or self._steered(True).worth > NO_WAY

    @property
    def _is_known_forever(self) -> bool:
        """Whether it is known of a story that never ends what has happened in it."""
        assert self._everything is not None
        blocks = self._everything.machine.marks.blocks
        return self._event.word == "ending" or (bool(blocks) and None not in blocks[0].happened_for_ever(self._event))

    # ── runs ──

    def runs(self, count: int, seed: int, first: int = 0) -> Iterator[Drawn]:
        """So many runs, from number `first` on: each the same whenever it is drawn. None where there is no such run. Raises CannotAsk."""
        if self.never:
            return
        if self.odds < LEAST:
            raise CannotAsk(f"it is less likely than {LEAST:g}, and that is too little to draw from; the likeliest run can be had")
        for number in range(first, first + count):
            yield self._drawn(seed, number)

    def _drawn(self, seed: int, number: int) -> Drawn:
        """Odds are of stories that go on until they end: a run that would be cut off is none of these, and another is drawn."""
        key = key_of(seed, number)
        tries = played = 0
        while tries < MOST_TRIES and played < MOST_EVENTS:
            luck = _Luck(key, tries)
            course = self._course(luck)
            tries += 1
            played += self.process.world.limit if course is None else len(course.choices)
            if course is not None:
                record, is_whole = self._played(course.choices, seed, number, luck if course.goes_on else None)
                if record.over.ending != ENDLESS or (course.goes_on and is_whole):
                    return Drawn(record, tries)
        limit = f"{self.process.world.limit:,} events"
        raise CannotAsk(f"{tries:,} runs that have it were drawn, and none of them ends within the story's limit of {limit}")

    def _course(self, luck: "_Luck") -> "_Course | None":
        """What is chosen until the story is over, or has what was asked for and may go on as it likes; None where that is too long."""
        if self._everything is None:
            return _Course([], True)
        steering = self._steered(False)
        spot: Spot | None = steering.start
        found: list[int] = []
        while spot is not None and len(found) <= self.process.world.limit:
            if steering.never_ends(spot):
                return _Course(found, True)
            way = _drawn_from(steering.ways(spot), luck)
            if way.choice >= 0:
                found.append(way.choice)
            spot = steering.after(spot, way)
        return None if spot is not None else _Course(found, self.question.condition is not None)

    def _played(self, choices: list[int], seed: int, number: int, luck: "_Luck | None") -> tuple[Record, bool]:
        """The run in which these were chosen, and whether all of them were before the story's limit."""
        chooser = _Following(self._everything.sites if self._everything is not None else None, choices, luck)
        record = play(self.process, chooser, seed, number)
        return record, chooser.at == len(choices)

    # ── the likeliest ──

    def likeliest(self, seed: int = 0, number: int = 0) -> Likeliest | None:
        """The most probable run that has it; of equals, the one that takes what stands first in the file. None where there is none.

        Its tape has that seed and number, for what it may be taken on with. Raises CannotAsk.
        """
        if self.never:
            return None
        if self.question.condition is not None:
            raise CannotAsk("the likeliest run is known of motifs and events; for a condition write a motif, with `when` under its event")
        steering = self._steered(True)
        if steering.worth <= NO_WAY:
            raise CannotAsk("only stories that never end have it, and none of them is the likeliest")
        spot = steering.start
        odds = Fraction(1)
        choices: list[int] = []
        while len(choices) <= self.process.world.limit:
            way = steering.likeliest(spot)
            odds *= Fraction(way.weight, way.whole)
            if way.choice >= 0:
                choices.append(way.choice)
            after = steering.after(spot, way)
            if after is None:
                break
            spot = after
        record, _ = self._played(choices, seed, number, None)
        if record.over.ending == ENDLESS:
            raise CannotAsk(f"the likeliest run is longer than the story's limit of {counted(self.process.world.limit, 'event')}")
        return Likeliest(record, odds)


class _Course(NamedTuple):
    """What is chosen, and whether the story then goes on as it likes: for ever, or because what was asked for is so already."""

    choices: list[int]
    goes_on: bool


def _everything(world: World, event: Event, budget: int, done: Callable[[int, float], None], workers: int) -> Everything:
    """All that can happen, with a question followed beside it; as a part of the state where that cannot be done."""
    followed = () if event.word == "ending" else (event,)
    try:
        try:
            return Everything(sites_of(world, Wanted(finals=False, marks=tuple((each,) for each in followed))), budget, done, workers)
        except Unmarked:
            return Everything(sites_of(world, Wanted(finals=False, motifs=followed)), budget, done, workers)
    except TooMany as found:
        raise Past(str(found) or f"there are more than {counted(budget, 'state')}") from None
    except CannotCompile as why:
        raise CannotAsk(f"nothing can be gone through here: {why}") from None


def _wanted(everything: Everything, event: Event, so: bool) -> tuple[Callable[[str, int], bool], int]:
    """Where a story has what was asked for, and the number to begin with."""
    if event.word == "ending":
        return lambda ending, value: (ending == event.label) == so, 0
    blocks = everything.machine.marks.blocks
    if not blocks:
        return lambda ending, bits: ending != ENDLESS and bool(bits) == so, 0
    first, happened, for_ever = blocks[0].first, blocks[0].happened(event), blocks[0].happened_for_ever(event)

    def is_wanted(ending: str, value: int) -> bool:
        found = for_ever if ending == ENDLESS else happened
        return 0 <= value - first < len(found) and found[value - first] == so

    return is_wanted, first


# ── draws ────────────────────────────────────────────────────────────────────────────────────────────────────────────


class _Luck:
    """Whole numbers, one after the other: those of a run, for one try."""

    def __init__(self, key: Pair, tries: int) -> None:
        self._key = key
        self._stream = _OUR_STREAM | tries
        self._at = 0

    def below(self, total: int) -> int:
        """A number under the total (at most 2^64), every one exactly as likely."""
        fair = _WORD // total * total
        while True:
            high, low = threefry(self._key, (self._stream, self._at & MASK))
            self._at += 1
            if (high << 32 | low) < fair:
                return (high << 32 | low) % total

    def among(self, weights: list[int]) -> int:
        """One of the weighted, by its number."""
        drawn = self.below(sum(weights))
        for index, weight in enumerate(weights):
            drawn -= weight
            if drawn < 0:
                return index
        raise AssertionError("a draw below the total lies under some weight")


def _drawn_from(ways: tuple[Way, ...], luck: _Luck) -> Way:
    """One of some ways: by its weight, times how likely it is from where it leads that what is asked for happens.

    Weights are floating-point numbers, and are drawn from as the nearest multiples of 2^-61 of them all.
    """
    if len(ways) == 1:
        return ways[0]
    weights = [way.weight * way.worth for way in ways]
    scale = _BITS - frexp(fsum(weights))[1]
    return ways[luck.among([int(ldexp(weight, scale)) for weight in weights])]


# ── what was drawn, played ───────────────────────────────────────────────────────────────────────────────────────────


class _Following:
    """Chooses what has these numbers, one after the other; then as luck has it."""

    def __init__(self, sites: Sites | None, choices: list[int], luck: _Luck | None) -> None:
        self.sites = sites
        self.choices = choices
        self.luck = luck
        self.at = 0
        self._names: list[tuple[str, Site, tuple[str, ...]]] = sites.code_names() if sites is not None else []

    def __call__(self, point: Point, offers: tuple[Offer, ...]) -> int | Stop:
        if self.at < len(self.choices):
            self.at += 1
            return self._number(self.choices[self.at - 1], point, offers)
        if self.luck is None:
            raise AssertionError("a run that was drawn goes on until it ends")
        return self.luck.among([offer.weight for offer in offers])

    def _number(self, choice: int, point: Point, offers: tuple[Offer, ...]) -> int:
        """Which of the offers it is that has this number in a graph: scenes come first there, then options, then casts."""
        assert self.sites is not None
        scenes, options = len(self.sites.world.scenes), len(self.sites.options)
        if point.sort == "cast":
            _, _, cast = self._names[choice - options]
            return next(at for at, offer in enumerate(offers) if offer.cast == cast)
        wanted = (
            self.sites.world.scenes[choice].name if point.sort == "scene" else self.sites.option(self.sites.options[choice - scenes]).label
        )
        return next(at for at, offer in enumerate(offers) if _name(offer) == wanted)


def _name(offer: Offer) -> str:
    return offer.what.name if isinstance(offer.what, Scene) else offer.what.label
