"""Works out exact odds by sweeps through every state that a story can be in.

One promise: every question is asked of a sweep that can answer it, and no sweep is made twice. Where a story stops for being too
long (`limit`) does not count here: it goes on.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress

from unmask.analysis.explored import BESIDE_AT_ONCE, MOST_TANGLED, Explored, Odds, explored, untied
from unmask.analysis.questions import NEVER_ENDS, Question, asks_for_the_end, holds_at_the_start, until
from unmask.kernel.keys import has_clock
from unmask.kernel.ways import Enough, Room, endless
from unmask.world.model import HOLDS, Event, Expression, World

BUDGET = 20_000_000
"""How many states a sweep goes through, unless somebody says: about half a minute."""
FIRST_STEPS, FIRST_FEW = 100, 1_000
"""A sweep that takes more steps than this, with fewer states in each, may be going round: elimination would not have to."""
MOST_STEPS, FEW = 20_000, 50
"""The same where there are too many states for that."""
_AGAIN = 10
"""Where motifs made too many states, a tenth of what may be is gone through without them."""
_AT_ONCE = 8
"""So many motifs are followed in one sweep: each multiplies the states."""


class Explorer:
    """Goes through a world as often as questions need it, and remembers what it found."""

    def __init__(
        self,
        world: World,
        budget: int = BUDGET,
        done: Callable[[int, float], None] = lambda states, left: None,
        workers: int = 1,
        room: Room = endless,
    ) -> None:
        """`done` hears now and then how many states were gone through, and how much of all luck is under way. It may raise Enough.

        Nor is it gone further than there is `room`.
        """
        self.room = room
        self.workers = workers
        self.world = world
        self.budget = budget
        self.done = done
        self.states = self.ways = 0
        self.found: list[Explored] = []

    def follow(self, questions: Iterable[Question], given: Event | None = None) -> None:
        """Go through the world for questions, a few motifs at a time. Raises CannotCompile, or NoAutomaton for a motif."""
        wanted = dict.fromkeys(question.event for question in questions if question.event is not None and question.event.word != "ending")
        also = None if given is None or given.word == "ending" else given
        events = [event for event in wanted if event != also]
        beside = has_clock(self.world) and not any(scene.roles for scene in self.world.scenes)
        at_once = BESIDE_AT_ONCE if beside else _AT_ONCE
        parts = [events[at : at + at_once] for at in range(0, len(events), at_once)] or [[]]
        for part in parts:
            self.found.append(self._explored(self.world, part, also))
            if part and not self.best.complete and given is None:
                if not self.best.keeps_time:
                    # What follows motifs as a part of the state multiplies the states: without them, endings may still be within reach.
                    self.found.append(self._explored(self.world, (), budget=max(self.budget // _AGAIN, 1)))
                if not self.best.complete:
                    break  # nor is there anything to be had from more motifs

    def odds(self, question: Question, given: Event | None = None) -> Odds | None:
        """How likely something is, of the stories in which something else happens where that is given; None where nobody looked."""
        if question.condition is not None:
            return self._ever(question.condition)
        event = question.event
        assert event is not None
        sweeps = [found for found in self.found if found.follows(event, given)]
        return min(sweeps, key=lambda found: found.left).of_event(event, given) if sweeps else None

    @property
    def best(self) -> Explored:
        """The sweep that came furthest: for endings, options and lengths."""
        return min(self.found, key=lambda found: found.left)

    def _ever(self, condition: Expression) -> Odds:
        """The odds that a condition holds at some time when an ending's would be looked at, or at the very beginning."""
        if holds_at_the_start(self.world, condition):
            return Odds(1.0, 0.0, 1.0, 1.0, 1.0, True, True)
        found = self._explored(until(self.world, condition), ())
        odds = found.of_event(Event("ending", label=HOLDS))
        never_ends = found.of_event(NEVER_ENDS).p
        if never_ends and asks_for_the_end(self.world, condition):
            # Whether it is so then hangs on where such a story has come to, and that is not in the odds.
            return odds._replace(high=min(odds.p + never_ends, 1.0), exact=False, complete=False)
        return odds

    def _explored(self, world: World, motifs: Sequence[Event], given: Event | None = None, budget: int | None = None) -> Explored:
        budget = self.budget if budget is None else budget
        with suppress(Enough):  # the sweep will hear of it too
            self.done(self.states, 1.0)
        rounds = _Rounds(self, FIRST_STEPS, FIRST_FEW)
        found = explored(world, tuple(motifs), given, budget, rounds.heard, self.workers, self.room)
        if rounds.over:
            # By elimination even what goes round and round comes to an end, and if there is too much of it, a longer sweep comes nearer.
            found = untied(world, tuple(motifs), given, min(MOST_TANGLED, budget)) or explored(
                world, tuple(motifs), given, budget, _Rounds(self, MOST_STEPS, FEW).heard, self.workers, self.room
            )
        self.states += found.swept.states
        self.ways += found.swept.ways
        return found


class _Rounds:
    """Hears how a sweep goes, and stops one that goes round where a story hardly ever gets on."""

    def __init__(self, explorer: Explorer, most: int, few: int) -> None:
        self.explorer = explorer
        self.most, self.few = most, few
        self.before, self.steps = explorer.states, 0
        self.over = False

    def heard(self, states: int, left: float) -> None:
        """One more step."""
        self.steps += 1
        self.explorer.done(self.before + states, left)
        if self.steps > self.most + states // self.few:
            self.over = True
            raise Enough
