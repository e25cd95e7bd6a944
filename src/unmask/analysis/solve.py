"""Exact odds: a world and questions come in, how likely each is leaves, from sweeps through every state that a story can be in.

One promise: every question is asked of a sweep that can answer it, and no sweep is made twice. Where a story stops for being too
long (`limit`) does not count here: it goes on.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import NamedTuple

from unmask.analysis.explored import BESIDE_AT_ONCE, MOST_TANGLED, Explored, Odds, explored, untied
from unmask.kernel.keys import has_clock
from unmask.kernel.ways import Enough
from unmask.motif.from_world import matchers, motif_named, motif_of
from unmask.run.state import Layout
from unmask.world.model import DEAD_END, ENDLESS, UNRESOLVED, Ending, Event, Expression, World

BUDGET = 20_000_000
"""How many states a sweep goes through, unless somebody says: about half a minute."""
FIRST_STEPS, FIRST_FEW = 100, 1_000
"""A sweep that takes more steps than this, with fewer states in each, may be going round: elimination would not have to."""
MOST_STEPS, FEW = 20_000, 50
"""The same where there are too many states for that."""
_AT_ONCE = 8
"""So many motifs are followed in one sweep: each multiplies the states."""
_HOLDS = "?"  # no name that anybody can give an ending


class Question(NamedTuple):
    """What somebody wants to know of a story: whether an event, or all of a motif, happens, or whether a condition ever holds."""

    text: str
    event: Event | None = None
    condition: Expression | None = None


class Explorer:
    """Goes through a world as often as questions need it, and remembers what it found."""

    def __init__(
        self,
        world: World,
        budget: int = BUDGET,
        done: Callable[[int, float], None] = lambda states, left: None,
        workers: int = 1,
    ) -> None:
        """`done` hears now and then how many states were gone through, and how much of all luck is under way. It may raise Enough."""
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
                # What follows motifs multiplies the states: without them, endings may still be within reach. Where even they
                # are not, there is nothing to be had from more motifs.
                self.found.append(self._explored(self.world, ()))
                if not self.best.complete:
                    break

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
        return found.of_event(Event("ending", label=_HOLDS))

    def _explored(self, world: World, motifs: Sequence[Event], given: Event | None = None) -> Explored:
        with suppress(Enough):  # the sweep will hear of it too
            self.done(self.states, 1.0)
        rounds = _Rounds(self, FIRST_STEPS, FIRST_FEW)
        found = explored(world, tuple(motifs), given, self.budget, rounds.heard, self.workers)
        if rounds.over:
            # By elimination even what goes round and round comes to an end, and if there is too much of it, a longer sweep comes nearer.
            found = untied(world, tuple(motifs), given, min(MOST_TANGLED, self.budget)) or explored(
                world, tuple(motifs), given, self.budget, _Rounds(self, MOST_STEPS, FEW).heard, self.workers
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


def until(world: World, condition: Expression) -> World:
    """The world in which a story ends as soon as a condition holds."""
    return world._replace(endings=(Ending(_HOLDS, "", condition, ()), *world.endings))


def holds_at_the_start(world: World, condition: Expression) -> bool:
    """Whether a condition holds before anything happens."""
    layout = Layout(until(world, condition))
    return layout.holds(condition, layout.start)


def can_happen(world: World, event: Event) -> bool:
    """Whether any events that this world has could make up a motif. Where not, it is proved without playing anything."""
    return bool(matchers(world, motif_named(world, event.label) if event.word == "motif" else motif_of(event)))


def endings_of(world: World) -> tuple[str, ...]:
    """The endings that have odds: the author's, and the ways in which a story can stop. `endless` is none of them."""
    return (*(ending.name for ending in world.endings), UNRESOLVED, DEAD_END)


def is_endless(question: Question) -> bool:
    """Whether something is asked that hangs on the limit, which nothing here knows of."""
    return question.event == Event("ending", label=ENDLESS)
