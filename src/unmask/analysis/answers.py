"""Answers questions about a story: exactly where that can be done, else by an estimate from many runs.

One promise: an answer says which of the two it is. What is proved stands apart from what is only very likely.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import cached_property
from math import fsum
from typing import NamedTuple

from unmask.analysis import splitting
from unmask.analysis.estimate import RARELY, Mean, Sample, Share, cut_off_of
from unmask.analysis.explored import Never, Odds
from unmask.analysis.odds import Interval
from unmask.analysis.proofs import Proofs
from unmask.analysis.questions import NEVER_ENDS, Question, can_happen, ending_question, endings_of, holds_at_the_start
from unmask.analysis.size import Free, sliced_of
from unmask.analysis.solve import BUDGET, Explorer
from unmask.analysis.splitting import Rare, rare
from unmask.kernel.from_world import CannotCompile
from unmask.kernel.ways import Room, endless
from unmask.problems.speech import counted, short
from unmask.world.model import DEAD_END, ENDLESS, UNRESOLVED, Event, World
from unmask.world.sites import sites_of

EXACTLY, RATIONAL, ESTIMATED = "exact", "exact rational", "estimate"
NEVER, ALWAYS = "never", "always"
NOTHING_MAKES_IT_UP = "nothing that can happen in this story makes it up"
FEW = 10
"""Where fewer runs than this had something, they are split."""
FEWEST_STEPS = 200_000
"""So many choices are made at least where the first runs are split: two seconds or so. For the next it is half as many, and so on."""
_STEPS_OF_BUDGET = 20
"""Who allows so many states has a choice made for them."""


class Answer(NamedTuple):
    """How likely something is. `kind` is exact (off by less than 1e-12), exact rational (`fraction` is it, and the numbers are that
    rounded) or estimate (`low` to `high` holds it in 999 of 1000 cases).

    `proved` has bounds that are certain. `certain` is never or always where that is proved, else ""; `against` are the odds
    that it is not so. `seen` of `runs` runs had it, 0 of 0 where none were played; where that were hardly any, `split` runs were split.
    """

    question: Question
    p: float
    kind: str
    low: float
    high: float
    proved: Interval
    certain: str = ""
    against: float = 0.0
    seen: int = 0
    runs: int = 0
    why: str = ""
    fraction: Fraction | None = None
    split: int = 0

    def __repr__(self) -> str:
        return short(f"<Answer: {self.question.text}: {self.certain or self.p} ({self.kind}, {self.low} to {self.high})>")

    @property
    def is_proved(self) -> bool:
        """Whether `low` and `high` are certain."""
        return self.kind in (EXACTLY, RATIONAL) or self.proved == (self.low, self.high)


class Times(NamedTuple):
    """How often an option is chosen in a story, on average."""

    scene: str
    moment: str
    who: str
    label: str
    line: int
    mean: float


class Average(NamedTuple):
    """What something comes to on average: exactly, or from `low` to `high` in 999 of 1000 cases."""

    mean: float
    kind: str
    low: float
    high: float


class Contradiction(Exception):
    """What was given is never so, or was never seen: of such stories nothing can be said."""


class Listener(NamedTuple):
    """Who wants to hear how it goes: states gone through with what is left of all luck; runs played, of how many; steps of fractions.

    `room` is asked whether so many more bytes may be taken.
    """

    explored: Callable[[int, float], None] = lambda states, left: None
    played: Callable[[int, int], None] = lambda runs, total: None
    reckoned: Callable[[int, int], None] = lambda part, whole: None
    room: Room = endless


NOBODY = Listener()


class Answers:
    """Answers to questions about a world, worked out as they are asked for."""

    def __init__(
        self,
        world: World,
        questions: Iterable[Question],
        given: Event | None = None,
        budget: int = BUDGET,
        seed: int = 7,
        workers: int = 1,
        runs: int | None = None,
        listener: Listener = NOBODY,
        waits: bool = False,
    ) -> None:
        """Raises NoAutomaton for a motif that cannot be followed, Contradiction where what is given never happens.

        Where it `waits`, nothing is worked out yet but what is proved without going through states.
        """
        self.world = world
        self.given = given
        self.listener = listener
        self.slow = ""
        """Why there is no exact answer at all, where there is no compiled engine."""
        self._how = (seed, workers, runs)
        self._sample: Sample | None = None
        self._budget = budget
        self._split: dict[Event, Rare | None] = {}
        self._proofs = Proofs(world)
        asked = tuple(questions)
        self._impossible: dict[Question, str] = {}
        self._events = [question for question in asked if question.event is not None and not self.why_never(question)]
        if given is not None and not can_happen(world, given):
            raise Contradiction(NOTHING_MAKES_IT_UP)
        if given is not None and (why := self._proofs.never(given)):
            raise Contradiction(f"it is proved never to happen: {why}")
        self.explorer: Explorer | None = None
        """Nobody, as long as nothing was gone through."""
        self._waits = True
        if given is not None and (explorer := self.through()) is not None:
            self._check(given, explorer)
        if not asked and not waits:
            self.through()
        self.answers: tuple[Answer, ...] = ()
        """To each question, in the order in which they were asked, and as often."""
        if not waits:
            self.work_out(asked)

    def why_never(self, question: Question) -> str:
        """Why something never happens, where that is proved without going through states; else ""."""
        if question not in self._impossible:
            self._impossible[question] = self._proved(question)
        return self._impossible[question]

    @property
    def why_ends(self) -> str:
        """Why every story ends, where that is proved without going through states; else ""."""
        return self._proofs.ends

    def _proved(self, question: Question) -> str:
        if question.event is None:
            assert question.condition is not None
            return self._proofs.never_holds(question.condition)
        if not can_happen(self.world, question.event):
            return NOTHING_MAKES_IT_UP
        if self.given is not None:
            return ""  # of the stories in which something else happens it could be that there are none
        return self.why_ends if question.event == NEVER_ENDS else self._proofs.never(question.event)

    def through(self) -> Explorer | None:
        """Who has gone through the states; nobody where that cannot be done."""
        if self._waits:
            self._waits = False
            explorer = Explorer(self.world, self._budget, self.listener.explored, self._how[1], self.listener.room)
            try:
                explorer.follow(self._events, self.given)
                self.explorer = explorer
            except CannotCompile as why:
                self.slow = str(why)
        return self.explorer

    def look_further(self, budget: int) -> bool:
        """Go through so many states, if they have not all been gone through with fewer; whether there is anything to be gained."""
        is_done = not self._waits and (self.explorer is None or self.complete)
        if is_done or budget <= self._budget:
            return False
        self._budget, self._waits, self.explorer = budget, True, None
        self.work_out([answer.question for answer in self.answers])
        return True

    def work_out(self, questions: Iterable[Question]) -> None:
        """Answer questions now that were asked at the beginning."""
        asked = tuple(questions)
        found = {question: self.answer(question) for question in dict.fromkeys(asked)}
        self.answers = tuple(found[question] for question in asked)

    def _check(self, given: Event, explorer: Explorer) -> None:
        odds = explorer.odds(Question("", given))
        if odds is not None and odds.complete and not odds.p:
            raise Contradiction(f"it is proved never to happen: all {counted(explorer.states, 'state')} were gone through")

    # ── one question ──

    def answer(self, question: Question) -> Answer:
        """How likely it is. Raises Contradiction where what was given was never seen."""
        if why := self.why_never(question):
            return Answer(question, 0.0, EXACTLY, 0.0, 0.0, Interval(0.0, 0.0), NEVER, 1.0, why=why)
        if question.condition is not None and holds_at_the_start(self.world, question.condition):
            return _always(question, "it is so when the story begins")
        if question.event == NEVER_ENDS and self.given is None:
            return turned(self.ends(), question)
        explorer = self.through()
        odds = None if explorer is None else explorer.odds(question, self.given if question.event is not None else None)
        if odds is not None and odds.exact:
            return _exact(question, odds)
        share = self.sample.share(question)
        if not share.runs:
            raise Contradiction(f"it was not seen in {counted(self.sample.runs, 'run')}, and not proved never to happen")
        return self._by_splitting(_estimate(question, share, odds))

    def _by_splitting(self, answer: Answer) -> Answer:
        """The answer made closer by splitting runs, where plain ones saw it hardly ever, and where both can be true."""
        event = answer.question.event
        if event is None or self.given is not None or answer.is_proved or answer.seen >= FEW or event.label in (UNRESOLVED, DEAD_END):
            return answer
        found = self._rare(event)
        if found is None:
            return answer
        low, high = max(found.interval.low, answer.proved.low), min(found.interval.high, answer.proved.high)
        if low > min(high, answer.high) or high < answer.low or (answer.seen and high - low > answer.high - answer.low):
            return answer
        return answer._replace(p=min(max(found.p, low), high), low=low, high=high, split=found.runs)

    def _rare(self, event: Event) -> Rare | None:
        """What splitting says of an event. All events together take no more than twice the first of them."""
        if event not in self._split:
            steps = min(max(self._budget // _STEPS_OF_BUDGET, FEWEST_STEPS), splitting.STEPS)
            self._split[event] = rare(self.world, event, self._how[0], steps >> len(self._split))
        return self._split[event]

    def ends(self) -> Answer:
        """How likely a story is to end at all. Runs that were cut off at the limit are among those that were not seen to."""
        question = Question("every story ends")
        if self.why_ends:
            return _always(question, self.why_ends)
        explorer = self.through()
        odds = None if explorer is None else explorer.best.ends()
        if odds is not None and odds.exact:
            return _exact(question, odds)
        cut = self.sample.of_ending("endless")
        low, high = cut.interval
        return _estimate(question, Share(cut.runs - cut.seen, cut.runs, Interval(1 - high, 1 - low)), odds)

    def endings(self) -> tuple[Answer, ...]:
        """How likely each ending is, those first that are likeliest."""
        found = [self.answer(ending_question(name)) for name in endings_of(self.world)]
        return tuple(sorted(found, key=lambda answer: -answer.p))

    def scenes(self) -> Average:
        """How many scenes a story has on average."""
        explorer = self.through()
        if explorer is not None and explorer.best.complete:
            exact = explorer.best.scenes
            return Average(exact, EXACTLY, exact, exact)
        found: Mean = self.sample.scenes()
        return Average(found.mean, ESTIMATED, *found.interval)

    def options(self) -> tuple[Times, ...]:
        """How often each option is chosen in a story on average, in the order of the file; summed where it stands for several people."""
        sites = sites_of(self.world)
        explorer = self.through()
        times = explorer.best.times_of if explorer is not None and explorer.best.complete else self.sample.times_of
        found: dict[tuple[int, int], Times] = {}
        for site in sites.options:
            scene, option = sites.scenes[site.scene], sites.option(site)
            moment = scene.moments[site.moment]
            key = option.span.line, option.span.start
            before = found[key].mean if key in found else 0.0
            found[key] = Times(scene.name, moment.name, moment.owner, option.label, option.span.line, before + times(site))
        return tuple(sorted(found.values(), key=lambda one: one.line))

    def never(self) -> tuple[Never, ...]:
        """What is proved never to be chosen, and why: all of it only where everything was gone through."""
        explorer = self.through()
        return explorer.best.never() if explorer is not None and explorer.best.complete else self._proofs.never_chosen()

    # ── how it was done ──

    @property
    def states(self) -> int:
        """How many states were gone through."""
        return 0 if self.explorer is None else self.explorer.states

    @property
    def transitions(self) -> int:
        """How many ways led on from them."""
        return 0 if self.explorer is None else self.explorer.ways

    @cached_property
    def cut_off(self) -> Share | None:
        """How many of some runs were cut off at the story's limit; None where there were none, or where next to none can be."""
        if self._sample is None and self.explorer is not None and self.explorer.best.complete:
            swept, limit = self.explorer.best.swept, self.world.limit
            by_themselves = sum(not moment.owner for scene in self.world.scenes for moment in scene.moments)
            if RARELY * (fsum(swept.chosen) + by_themselves) < limit:
                return None  # on average a story has so few events (Markov's bound would be reached by none of any use)
            return cut_off_of(self.world, self._how[0], self._how[1])
        if self._sample is None:
            return None
        share = self._sample.of_ending(ENDLESS)
        return share if share.seen else None

    @property
    def sliced(self) -> tuple[Free, ...]:
        """What the story keeps and nothing that was asked for needs: it was left out of the states. Nothing where there are none."""
        events = (answer.question.event for answer in self.answers)
        clocked = self.explorer is None or all(found.keeps_time for found in self.explorer.found)
        return sliced_of(self.world, (*events, self.given), clocked) if self.states else ()

    @property
    def complete(self) -> bool:
        """Whether the sweep that came furthest went through everything."""
        return self.explorer is not None and self.explorer.best.complete

    @property
    def left(self) -> float:
        """How much of all luck was still under way where the sweep that came furthest stopped; 1 where there was none."""
        return 1.0 if self.explorer is None else self.explorer.best.left

    @property
    def runs(self) -> int:
        """How many runs were played; 0 where nobody had to."""
        return 0 if self._sample is None else self._sample.runs

    @property
    def sample(self) -> Sample:
        """The runs for what is not known exactly. They are played when the first of them is asked for."""
        if self._sample is None:
            seed, workers, runs = self._how
            self._sample = Sample(self.world, seed, workers, runs, self._heard)
            endings = [] if self.given is None else [ending_question(name) for name in endings_of(self.world)]
            self._sample.play([*self._events, *endings], self.given)
        return self._sample

    def _heard(self, runs: int) -> None:
        assert self._sample is not None
        self.listener.played(runs, self._sample.runs)


def turned(found: Answer, question: Question) -> Answer:
    """The answer to the opposite question."""
    certain = {NEVER: ALWAYS, ALWAYS: NEVER}.get(found.certain, "")
    against, p = (found.p, found.against) if found.kind in (EXACTLY, RATIONAL) else (found.proved.low, 1 - found.p)
    return found._replace(
        question=question,
        p=p,
        low=1 - found.high,
        high=1 - found.low,
        proved=Interval(1 - found.proved.high, 1 - found.proved.low),
        certain=certain,
        against=against,
        seen=found.runs - found.seen,
        fraction=None if found.fraction is None else 1 - found.fraction,
    )


def _always(question: Question, why: str) -> Answer:
    return Answer(question, 1.0, EXACTLY, 1.0, 1.0, Interval(1.0, 1.0), ALWAYS, why=why)


def _exact(question: Question, odds: Odds) -> Answer:
    certain = ""
    if odds.complete and not odds.p:
        certain = NEVER
    elif odds.complete and not odds.against:
        certain = ALWAYS
    return Answer(question, odds.p, EXACTLY, odds.low, odds.high, Interval(odds.low, odds.high), certain, odds.against)


def _estimate(question: Question, share: Share, odds: Odds | None) -> Answer:
    """A share of runs, narrowed by what is proved; where that is narrower, it is all that counts."""
    proved = Interval(0.0, 1.0) if odds is None else Interval(odds.low, odds.high)
    low, high = max(share.interval.low, proved.low), min(share.interval.high, proved.high)
    if low > high or proved.high - proved.low <= share.interval.high - share.interval.low:
        low, high = proved
    p = min(max(share.p, low), high)
    against = 0.0 if odds is None else odds.against
    return Answer(question, p, ESTIMATED, low, high, proved, "", against, share.seen, share.runs)
