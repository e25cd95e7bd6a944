"""Turns the probability mass of a sweep into odds with bounds.

One promise: an answer that is called exact is off by less than 1e-12, and everything that is called proved was gone through to the
end: what is left out then is less likely than 1e-290.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from math import fsum
from typing import NamedTuple

from unmask.kernel.build import CAREFUL
from unmask.kernel.graph import Graph, Loops
from unmask.kernel.keys import has_clock
from unmask.kernel.looping import eliminated
from unmask.kernel.machine import Free
from unmask.kernel.marks import Block, Unmarked
from unmask.kernel.sweep import Heard, sweep
from unmask.kernel.sweep import Swept as SweptBeside
from unmask.kernel.ways import Room, Swept, Ways, endless
from unmask.world.model import DEAD_END, ENDLESS, Event, World
from unmask.world.sites import Site, Sites, Wanted, sites_of

EXACT = 1e-12
LEAST = 1e-300
_NOTHING = 1e-290
BESIDE_AT_ONCE = 16
"""So many motifs are followed beside a state in one sweep."""
MOST_TANGLED = 200_000
"""With more states than this a world that goes round and round is swept until it stops."""


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


class Came(NamedTuple):
    """How likely it is that a story came to an ending, and that one thing was so by then, and another was not or was.

    None where that is not known. A story that never ends is `endless`; in it something is so if from some time on it always would be.
    """

    ending: str
    so: bool | None
    given: bool | None
    odds: float


class Explored(ABC):
    """A sweep, with what it says. Whoever makes one says how it knows what had happened when a story ended."""

    keeps_time = False
    """Whether a clock was left out of the states, as who swept knew what time it was."""

    def __init__(self, sites: Sites, swept: Swept | SweptBeside) -> None:
        self.sites = sites
        self.swept = swept
        self.left = swept.left
        self.complete = self.left < _NOTHING
        # What was added up must make 1. As far as it does not, numbers were rounded on the way.
        self.rounded = abs(1 - fsum([*(came.odds for came in self.came(None, None)), swept.left]))
        self.exact = self.left + self.rounded < EXACT

    @abstractmethod
    def came(self, event: Event | None, given: Event | None) -> Iterator[Came]:
        """To where all luck came, `endless` with what never ends, and with what had happened by then; None is so of every story."""

    @abstractmethod
    def follows(self, event: Event | None, given: Event | None = None) -> bool:
        """Whether this sweep can say how likely an event is, of the stories in which another happens where one is given."""

    def of_event(self, event: Event | None, given: Event | None = None) -> Odds:
        """The odds that an event, or all of a motif, happens; of the stories in which another does, where one is given."""
        found = [came for came in self.came(event, given) if came.odds]
        unknown = self.left + fsum(came.odds for came in found if None in (came.so, came.given))
        p = fsum(came.odds for came in found if came.so and came.given)
        against = fsum(came.odds for came in found if came.so is False and came.given)
        return self._odds(p, against, unknown, given is not None)

    def ends(self) -> Odds:
        """The odds that a story ends at all, in whatever way."""
        found = list(self.came(None, None))
        forever = fsum(came.odds for came in found if came.ending == ENDLESS)
        return self._odds(fsum(came.odds for came in found if came.ending != ENDLESS), forever, self.left, False)

    def _odds(self, p: float, against: float, unknown: float, is_given: bool) -> Odds:
        complete = unknown < _NOTHING
        if not is_given:
            if complete and self.exact and not against:
                return Odds(1.0, 0.0, 1.0, 1.0, 1.0, True, True)
            high = min(p + unknown, 1.0)
            return Odds(min(p, 1.0), against, 1.0, min(p, high), high, unknown + self.rounded < EXACT, complete)
        base = p + against
        if not base:
            return Odds(0.0, 0.0, 0.0, 0.0, 1.0, False, complete)
        low, high = p / (base + unknown), min((p + unknown) / (base + unknown), 1.0)
        return Odds(p / base, against / base, base, low, high, (unknown + self.rounded) / base < EXACT, complete)

    # ── what is chosen ──

    @property
    def scenes(self) -> float:
        """How many scenes are played in a story, on average: infinitely many where some never end."""
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


class Within(Explored):
    """A sweep that followed motifs as a part of the state: each multiplies the states."""

    swept: Swept

    def __init__(self, sites: Sites, swept: Swept, caught: float = 0.0) -> None:
        """`caught` is how likely a story is never to end. What happens in it is not known."""
        self.caught = caught
        super().__init__(sites, swept)

    def came(self, event: Event | None, given: Event | None) -> Iterator[Came]:
        """To where all luck came."""
        if self.caught:
            so, is_given = (None if one in self.sites.wanted.motifs else _is(one, ENDLESS) for one in (event, given))
            yield Came(ENDLESS, so, is_given, self.caught)
        for name, row in zip(self.sites.endings, self.swept.over, strict=True):
            for bits, odds in enumerate(row):
                yield Came(name, self._so(event, name, bits), self._so(given, name, bits), odds)

    def _so(self, event: Event | None, name: str, bits: int) -> bool:
        if event is None or event.word == "ending":
            return event is None or name == event.label
        return bool(bits >> self.sites.wanted.motifs.index(event) & 1)

    def follows(self, event: Event | None, given: Event | None = None) -> bool:
        """Whether both were followed."""
        return all(one is None or one.word == "ending" or one in self.sites.wanted.motifs for one in (event, given))


class Beside(Explored):
    """A sweep that followed motifs beside the state, one or two at a time."""

    swept: SweptBeside

    def __init__(self, sites: Sites, swept: SweptBeside, caught: Mapping[frozenset[int], float] | None = None) -> None:
        """`caught` is how likely a story is never to end, by the numbers that go with what it then comes back to."""
        self.caught = caught or {}
        super().__init__(sites, swept)

    def came(self, event: Event | None, given: Event | None) -> Iterator[Came]:
        """To where all luck came."""
        asked = tuple(one for one in (event, given) if one is not None and one.word != "ending")
        if not asked:
            for name, row in zip(self.sites.endings, self.swept.over, strict=True):
                yield Came(name, _is(event, name), _is(given, name), row[0])
            yield Came(ENDLESS, _is(event, ENDLESS), _is(given, ENDLESS), self.caught.get(frozenset([0]), 0.0))
            return
        block = next(block for block in self.swept.blocks if set(asked) <= set(block.events))
        happened = {one: block.happened(one) for one in asked}
        for name, row in zip(self.sites.endings, self.swept.over, strict=True):
            for state in range(len(block.states)):
                is_so, was_given = (happened[one][state] if one in happened else _is(one, name) for one in (event, given))
                yield Came(name, is_so, was_given, row[block.first + state])
        for values, odds in self.caught.items():
            states = [value - block.first for value in values]
            if all(0 <= state < len(block.states) for state in states):
                so, is_given = (_always_so(block, states, one) if one in happened else _is(one, ENDLESS) for one in (event, given))
                yield Came(ENDLESS, so, is_given, odds)

    def follows(self, event: Event | None, given: Event | None = None) -> bool:
        """Whether both were followed together."""
        asked = {one for one in (event, given) if one is not None and one.word != "ending"}
        return not asked or any(asked <= set(block.events) for block in self.swept.blocks)


def _always_so(block: Block, states: list[int], event: Event) -> bool | None:
    """Whether an event has happened in a story that comes back to these states for ever; None where that is not known."""
    happened = block.happened_for_ever(event)
    found = {happened[state] for state in states}
    return False if False in found else None if None in found else True


def _is(event: Event | None, name: str) -> bool:
    """Whether a story that ended so is one of those."""
    return event is None or event.label == name


def explored(
    world: World, motifs: tuple[Event, ...], given: Event | None, budget: int, done: Heard, workers: int = 1, room: Room = endless
) -> Explored:
    """Go through a world for some motifs, and one that is given. Raises CannotCompile, or NoAutomaton for a motif.

    It stops where more than `budget` states were gone through, or where there is no `room` for more.
    """
    thorough = budget >= CAREFUL
    if has_clock(world):
        try:
            sites = _beside(world, motifs, given)
            found = Beside(sites, sweep(Graph(sites, thorough=thorough, room=room), budget, LEAST, done, workers))
            found.keeps_time = True
            return found
        except (Unmarked, Loops):
            pass
    sites = _within(world, motifs, given)
    return Within(sites, Ways(sites, thorough).sweep(budget, LEAST, done, workers, room))


def untied(world: World, motifs: tuple[Event, ...], given: Event | None, most: int = MOST_TANGLED) -> Explored | None:
    """The same of a world that goes round and round, by elimination: None where there are more than so many states."""
    free = Free(whole=has_clock(world))
    try:
        sites = _beside(world, motifs, given)
        found = eliminated(Graph(sites, free=free), most)
        return None if found is None else Beside(sites, found.swept, found.caught)
    except Unmarked:
        sites = _within(world, motifs, given)
        found = eliminated(Graph(sites, free=free), most)
        return None if found is None else Within(sites, _as_parts(sites, found.swept), sum(found.caught.values()))


def _as_parts(sites: Sites, swept: SweptBeside) -> Swept:
    """What was gone through with motifs as a part of the state: a row for each ending."""
    of_ending = 1 << len(sites.wanted.motifs)
    odds = [row[0] for row in swept.over]
    over = [odds[first : first + of_ending] for first in range(0, len(odds), of_ending)]
    return Swept(over, swept.chosen, fsum(swept.chosen[: len(sites.world.scenes)]), swept.left, swept.states, swept.ways)


def _beside(world: World, motifs: tuple[Event, ...], given: Event | None) -> Sites:
    """What is followed beside the state: each motif, with the one that is given."""
    asked = motifs or (() if given is None else (given,))
    blocks = tuple((motif,) if given is None or given == motif else (motif, given) for motif in asked)
    return sites_of(world, Wanted(finals=False, marks=blocks))


def _within(world: World, motifs: tuple[Event, ...], given: Event | None) -> Sites:
    """What is followed as a part of the state."""
    return sites_of(world, Wanted(finals=False, motifs=tuple(dict.fromkeys([*((given,) if given else ()), *motifs]))))
