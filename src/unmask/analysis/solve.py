"""Exact odds: a world and questions come in, how likely each is leaves, from sweeps through every state that a story can be in.

One promise: an answer that is called exact is off by less than 1e-12, and everything that is called proved was gone through to the
end: what is left out then is less likely than 1e-290. Where a story stops for being too long (`limit`) does not count here: it goes on.
"""

from collections.abc import Callable, Iterable, Sequence
from math import fsum
from typing import NamedTuple

from unmask.kernel.ways import Enough, Swept, Ways
from unmask.motif.from_world import matchers, motif_named, motif_of
from unmask.run.state import Layout
from unmask.world.model import DEAD_END, ENDLESS, UNRESOLVED, Ending, Event, Expression, World
from unmask.world.sites import Site, Sites, Wanted, sites_of

BUDGET = 20_000_000
"""How many states a sweep goes through, unless somebody says: about half a minute."""
EXACT = 1e-12
_LEAST = 1e-300
_NOTHING = 1e-290
MOST_STEPS = 20_000
_FEW = 50
"""A sweep that takes more steps than this, with fewer states in each, goes round where a story hardly ever gets on."""
_AT_ONCE = 8
"""So many motifs are followed in one sweep: each multiplies the states."""
_HOLDS = "?"  # no name that anybody can give an ending


class Question(NamedTuple):
    """What somebody wants to know of a story: whether an event, or all of a motif, happens, or whether a condition ever holds."""

    text: str
    event: Event | None = None
    condition: Expression | None = None


class Odds(NamedTuple):
    """How likely something is: at least `low` and at most `high`, which is proved. `against` are the odds that it is not so.

    `base` are the odds of what was given (1 where nothing was). `complete`: everything was gone through, so a 0 is a never.
    """

    p: float
    against: float
    base: float
    low: float
    high: float
    exact: bool
    complete: bool


class Never(NamedTuple):
    """A scene (then `moment` is "") or an option that is never chosen: where it stands, and why, as far as that is known."""

    scene: str
    moment: str
    who: str
    label: str
    line: int
    why: str


class Explored:
    """A sweep, with what it says."""

    def __init__(self, sites: Sites, swept: Swept) -> None:
        self.sites = sites
        self.swept = swept
        # What goes round with nothing to choose is stopped at the limit, and is under way for ever as far as anybody knows.
        self.left = swept.left + fsum(swept.over[sites.endings.index(ENDLESS)])
        self.complete = self.left < _NOTHING
        # What was added up must make 1. As far as it does not, numbers were rounded on the way.
        self.rounded = abs(1 - fsum([*(mass for row in swept.over for mass in row), swept.left]))
        self.exact = self.left + self.rounded < EXACT

    def odds(self, so: Callable[[str, int], bool], given: Callable[[str, int], bool] | None = None) -> Odds:
        """The odds of what is so of an ending and of the motifs that have happened, a bit each; of the stories given."""
        both: list[float] = []
        other: list[float] = []
        for name, row in zip(self.sites.endings, self.swept.over, strict=True):
            for bits, mass in enumerate(row):
                if mass and name != ENDLESS and (given is None or given(name, bits)):
                    (both if so(name, bits) else other).append(mass)
        p, against = fsum(both), fsum(other)
        if given is None:
            if self.complete and self.exact and not against:
                return Odds(1.0, 0.0, 1.0, 1.0, 1.0, True, True)
            high = min(p + self.left, 1.0)
            return Odds(min(p, 1.0), against, 1.0, min(p, high), high, self.exact, self.complete)
        base = p + against
        if not base:
            return Odds(0.0, 0.0, 0.0, 0.0, 1.0, False, self.complete)
        low, high = p / (base + self.left), min((p + self.left) / (base + self.left), 1.0)
        exact = self.left / base + self.rounded < EXACT
        return Odds(p / base, against / base, base, low, high, exact, self.complete)

    def of_event(self, event: Event, given: Event | None = None) -> Odds:
        """The odds that an event, or all of a motif, happens."""
        return self.odds(self._so(event), None if given is None else self._so(given))

    def _so(self, event: Event) -> Callable[[str, int], bool]:
        if event.word == "ending":
            return lambda name, bits: name == event.label
        bit = self.sites.wanted.motifs.index(event)
        return lambda name, bits: bool(bits >> bit & 1)

    def follows(self, event: Event | None) -> bool:
        """Whether this sweep can say how likely an event is."""
        return event is None or event.word == "ending" or event in self.sites.wanted.motifs

    def ends(self) -> Odds:
        """The odds that a story ends at all, in whatever way."""
        return self.odds(lambda name, bits: True)

    # ── what is chosen ──

    @property
    def scenes(self) -> float:
        """How many scenes are played in a story, on average."""
        return fsum(self.swept.chosen[: len(self.sites.world.scenes)])

    def times_of_scene(self, number: int) -> float:
        """How often a scene is played in a story, on average."""
        return self.swept.chosen[number]

    def times_of(self, site: Site) -> float:
        """How often an option is chosen in a story, on average."""
        return self.swept.chosen[len(self.sites.world.scenes) + self.sites.option_number[site]]

    def never(self) -> tuple[Never, ...]:
        """The scenes that are never played and the options that are never chosen, in the order of the file.

        Nothing where not everything was gone through: then nobody knows.
        """
        if not self.complete:
            return ()
        scenes = [
            Never(scene.name, "", "", "", scene.span.line, "its `when` is never so" if scene.conditions else "")
            for number, scene in enumerate(self.sites.world.scenes)
            if not self.times_of_scene(number)
        ]
        options: dict[tuple[int, int], list[Site]] = {}
        for site in self.sites.options:
            span = self.sites.option(site).span
            options.setdefault((span.line, span.start), []).append(site)  # a kind's option stands once for all of its people
        dead = [self._never_chosen(sites[0]) for sites in options.values() if not any(map(self.times_of, sites))]
        return tuple(sorted([*scenes, *dead], key=lambda found: found.line))

    def _never_chosen(self, site: Site) -> Never:
        scene = self.sites.scenes[site.scene]
        moment, option = scene.moments[site.moment], self.sites.option(site)
        return Never(scene.name, moment.name, moment.owner, option.label, option.span.line, self._why(site))

    def _why(self, site: Site) -> str:
        scene = self.sites.scenes[site.scene]
        moment, option = scene.moments[site.moment], self.sites.option(site)
        if site.scene < len(self.sites.world.scenes) and not self.times_of_scene(site.scene):
            return f"its scene `{scene.name}` is never played"
        if not any(self.times_of(Site(site.scene, site.moment, number)) for number in range(len(moment.options))):
            stops = self.of_event(Event("ending", label=DEAD_END)).p > 0
            return f"nothing is ever chosen in `{moment.name}`" if stops else f"nothing leads to `{moment.name}`"
        if option.guards:
            return "what it asks for is never so there"
        return "its weight is always 0 there" if option.weight is not None else ""


class Explorer:
    """Goes through a world as often as questions need it, and remembers what it found."""

    def __init__(self, world: World, budget: int = BUDGET, done: Callable[[int, float], None] = lambda states, left: None) -> None:
        """`done` hears now and then how many states were gone through, and how much of all luck is under way."""
        self.world = world
        self.budget = budget
        self.done = done
        self.states = self.ways = 0
        self.found: list[Explored] = []

    def follow(self, questions: Iterable[Question], given: Event | None = None) -> None:
        """Go through the world for questions, a few motifs at a time. Raises CannotCompile, or NoAutomaton for a motif."""
        wanted = dict.fromkeys(question.event for question in questions if question.event is not None and question.event.word != "ending")
        also = () if given is None or given.word == "ending" else (given,)
        events = [event for event in wanted if event not in also]
        parts = [events[at : at + _AT_ONCE] for at in range(0, len(events), _AT_ONCE)] or [[]]
        for part in parts:
            self.found.append(self._explored(self.world, (*also, *part)))
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
        sweeps = [found for found in self.found if found.follows(event) and found.follows(given)]
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

    def _explored(self, world: World, motifs: Sequence[Event]) -> Explored:
        sites = sites_of(world, Wanted(finals=False, motifs=tuple(motifs)))
        before, steps = self.states, 0

        def heard(states: int, left: float) -> None:
            nonlocal steps
            steps += 1
            self.done(before + states, left)
            if steps > MOST_STEPS + states // _FEW:
                raise Enough

        self.done(before, 1.0)
        found = Explored(sites, Ways(sites).sweep(self.budget, _LEAST, heard))
        self.states += found.swept.states
        self.ways += found.swept.ways
        return found


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
