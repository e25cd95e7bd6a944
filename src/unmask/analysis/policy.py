"""Bounds the best that somebody can do for an event, or against it: what its odds can be brought to.

Who sees everything has the value of the whole story's best play. Who goes by what she knows has one option for each situation that she
can tell apart: a search through all such plays, best first, in which what is not decided yet may be played by somebody who sees everything.
One promise: `low` is reached by a way of playing that was found, and nobody who plays so comes above `high` (or, at worst, the reverse).
"""

from array import array
from collections.abc import Iterator
from heapq import heappop, heappush
from typing import NamedTuple

from unmask.analysis.answers import NOBODY, Listener
from unmask.analysis.explored import EXACT
from unmask.analysis.questions import can_happen
from unmask.analysis.solve import BUDGET
from unmask.kernel import free_loops
from unmask.kernel.course import TooMany, marked
from unmask.kernel.freely import Freely, Whole
from unmask.kernel.graph import Loops
from unmask.kernel.layout import Layout
from unmask.kernel.machine import Free, Machine
from unmask.kernel.marks import Unmarked
from unmask.problems.speech import counted
from unmask.world.model import Event, Moment, Variable, World
from unmask.world.places import Belief, Place, Places, Used
from unmask.world.sites import Sites, Wanted, sites_of

MOST_TRIES = 2_000
"""So many ways of playing are looked at, at most, for somebody who goes by what she knows."""
MOST_WORK = 40_000_000
Seen = tuple[object, ...]


class Best(NamedTuple):
    """What it comes to. Exactly where `low` and `high` are one; `none` are the odds where she plays as the story has it.

    `sees` is an upper bound (at worst a lower one): what somebody could do who sees everything. `tried` says how many ways of
    playing were looked at for somebody who goes by what she knows; `why` says why nothing was gone through, "" where it was.
    """

    low: float
    high: float
    none: float | None = None
    sees: float | None = None
    states: int = 0
    tried: int = 0
    why: str = ""

    @property
    def exact(self) -> bool:
        """Whether nothing is left open."""
        return self.high - self.low < EXACT

    def beaten(self, worst: bool) -> bool:
        """Whether she does better who, as the story has it, does now one thing and now another where she cannot tell the difference."""
        return self.none is not None and (self.none < self.low - EXACT if worst else self.none > self.high + EXACT)


class Player(NamedTuple):
    """Who is asked about, what she wants (or, at `worst`, does not), and whether she goes by what she knows."""

    who: str
    event: Event
    worst: bool = False
    knowing: bool = False


class Solved(NamedTuple):
    """Best play that was found: what is needed to play it. `of` has everything; `over` and `first` are the question."""

    of: Freely | Whole
    rows: list["array[float]"]
    over: "array[float]"
    first: int
    play: "array[int]"


def choosers(world: World) -> tuple[str, ...]:
    """Everybody who chooses something at some time, in the order of the file."""
    places = Places(world)
    owners = {moment.owner for _, moment in _moments(places) if moment.options}
    return tuple(person for person in world.people if person in owners)


def _moments(places: Places) -> Iterator[tuple[tuple[str, tuple[str, ...]], Moment]]:
    for scene in (*places.world.scenes, *places.meanwhiles):
        for cast in places.casts(scene) if scene.roles else [()]:
            played = places.with_cast(scene, cast) if scene.roles else scene
            for moment in played.moments:
                yield (scene.name, cast), moment


def best_play(
    world: World, player: Player, budget: int = BUDGET, workers: int = 1, listener: Listener = NOBODY
) -> tuple[Best, Solved | None]:
    """What it comes to, and how it is played; None where too much would have to be gone through.

    Raises NoAutomaton for a motif that cannot be followed, and CannotCompile where there is no compiled engine.
    """
    if not can_happen(world, player.event):
        return Best(0.0, 0.0, 0.0, 0.0), None
    try:
        best, solved = _seeing(world, player, budget, workers, listener)
        return _knowing(world, player, best, budget) if player.knowing else (best, solved)
    except TooMany:
        return Best(0.0, 1.0, why=f"more than {counted(budget, 'state')} would have to be gone through"), None


def _seeing(world: World, player: Player, budget: int, workers: int, listener: Listener) -> tuple[Best, Solved]:
    sites = _sites(world, player.event)
    try:
        course = Freely(sites, player.who, player.worst, budget, listener.explored, workers)
    except Loops:
        return _round(sites, player, budget)
    over, first = _asked(course.machine, player.event)
    rows = course.worth(over)
    value = _odds(rows[0][first])
    none = _odds(course.worth(over, average=True)[0][first])
    return Best(value, value, none, value, course.graph.states), Solved(course, rows, over, first, array("i"))


def _round(sites: Sites, player: Player, budget: int) -> tuple[Best, Solved]:
    """Where a scene can come to where it was."""
    whole = Whole(sites, Free(player.who), player.worst, budget)
    over, first = _asked(whole.machine, player.event)
    none, _ = whole.value(over, array("i", [free_loops.AVERAGE]) * whole.nodes, first)
    low, high = whole.value(over, whole.play, first)
    low, high = _odds(low), _odds(high)
    return Best(low, high, _odds(none), low if player.worst else high, whole.nodes), Solved(whole, [], over, first, whole.play)


def _sites(world: World, event: Event, known: tuple[Place, ...] = ()) -> Sites:
    """What is gone through. Where a motif cannot be followed beside the story, it is a part of it."""
    kept = tuple(place for place in known if isinstance(place, Variable | Belief))
    if event.word == "ending":
        return sites_of(world, Wanted(finals=False, kept=kept))
    try:
        sites = sites_of(world, Wanted(finals=False, marks=((event,),), kept=kept))
        Layout(sites)
    except Unmarked:
        return sites_of(world, Wanted(finals=False, motifs=(event,), kept=kept))
    return sites


def _asked(machine: Machine, event: Event) -> tuple["array[float]", int]:
    if event not in machine.sites.wanted.motifs:
        return marked(machine, event)
    over = array("d", bytes(8 * machine.outcomes * machine.values))
    bit = machine.sites.wanted.motifs.index(event)
    for outcome in range(machine.outcomes):
        if outcome >> bit & 1:
            over[outcome * machine.values] = 1.0
    return over, 0


def _odds(value: float) -> float:
    return min(max(value, 0.0), 1.0)


# ── what she may know ──


def known_to(world: World, who: str) -> tuple[Place, ...]:
    """What somebody may know: her own fields, facts, secrets that are known to her, what is open, what things seem to be to her.

    What she did herself and can do only once, she knows too.
    """
    places = Places(world)
    hers = {(scene, cast, moment.name) for (scene, cast), moment in _moments(places) if moment.owner == who}
    found: list[Place] = []
    for place in places.places:
        match place:
            case Belief(observer, _):
                knows = observer == who
            case Used(scene, cast, moment, label):
                knows = bool(label) and (scene, cast, moment) in hers
            case _ if place in places.stored:
                declared = places.stored[place]
                knows = declared.word in ("fact", "open") or who in (declared.known_to if declared.word == "secret" else (place.owner,))
            case _:
                knows = False
        if knows:
            found.append(place)
    return tuple(found)


def _knowing(world: World, player: Player, sees: Best, budget: int) -> tuple[Best, Solved | None]:
    known = known_to(world, player.who)
    sites = _sites(world, player.event, known)
    none = sees.none if sees.none is not None else 0.0
    bound = sees.low if player.worst else sees.high
    try:
        whole = Whole(sites, Free(player.who, known=frozenset(known)), player.worst, budget)
    except TooMany:
        why = f"more than {counted(budget, 'state')} would have to be told apart by what {player.who} knows"
        low, high = (bound, none) if player.worst else (none, bound)
        return Best(low, high, none, bound, sees.states, 0, why), None
    over, first = _asked(whole.machine, player.event)
    search = Search(whole, over, first, _situations(whole, known))
    search.go()
    found, open_ = search.found, search.bound
    low, high = (max(open_, sees.low), found) if player.worst else (found, min(open_, sees.high))
    best = Best(_odds(min(low, high)), _odds(high), none, bound, sees.states + whole.nodes, search.tried)
    whole.value(over, search.play, first)
    return best, Solved(whole, [], over, first, search.play)


def _situations(whole: Whole, known: tuple[Place, ...]) -> dict[Seen, list[int]]:
    """Her nodes by what she can tell apart there: the moment, with whom, what she knows, what is open to her, and what speaks for it."""
    keys, width, lane = whole.machine.keys, whole.machine.width, whole.lane
    fields = [keys.fields[place] for place in known if place in keys.fields and keys.fields[place].bits]
    found: dict[Seen, list[int]] = {}
    for node in whole.hers:
        key = whole.keys[node * width : (node + 1) * width]
        values = tuple(key[field.word] >> field.shift & (1 << field.bits) - 1 for field in fields)
        who = tuple(key[field.word] >> field.shift & (1 << field.bits) - 1 for field in (keys.point, keys.member, keys.meanwhile))
        kinds = [lane.kinds[sort] for sort in whole.patch.sorts[whole.patch.starts[node] : whole.patch.starts[node + 1]]]
        found.setdefault((who, values, tuple((kind.choice, kind.weight) for kind in kinds)), []).append(node)
    return found


class Search:
    """Through all ways of playing that go by what she knows, best first.

    What is decided is decided for a whole situation; for the rest there is a bound: she may see everything there.
    """

    def __init__(self, whole: Whole, over: "array[float]", first: int, situations: dict[Seen, list[int]]) -> None:
        self.whole = whole
        self.over, self.first = over, first
        self.situations = list(situations.values())
        self.sign = -1 if whole.worst else 1
        self.play = array("i", whole.play)
        self.found = self.bound = 0.0
        self.tried = 0
        self._best = -2.0
        self._most = min(MOST_TRIES, MOST_WORK // max(len(whole.hers) * whole.machine.values, 1))

    def go(self) -> None:
        """Search until the best is found, or long enough."""
        start: dict[int, int] = {}
        bound, branch = self._look(start)
        waiting = [(-bound, 0, start, branch)]
        while waiting and self.tried <= self._most:
            bound = -waiting[0][0]
            if bound <= self._best + EXACT / 2 or waiting[0][3] < 0:
                break
            _, _, decided, branch = heappop(waiting)
            for option in range(self._options(branch)):
                after = decided | {branch: option}
                bound, next_one = self._look(after)
                if bound > self._best + EXACT / 2:
                    heappush(waiting, (-bound, self.tried, after, next_one))
        top = max(-waiting[0][0], self._best) if waiting else self._best
        self.found, self.bound = self.sign * self._best, self.sign * top

    def _options(self, situation: int) -> int:
        node = self.situations[situation][0]
        return self.whole.patch.starts[node + 1] - self.whole.patch.starts[node]

    def _look(self, decided: dict[int, int]) -> tuple[float, int]:
        """A bound for all ways to go on from what is decided, and the situation to decide next; one such way is tried."""
        self.tried += 1
        play = array("i", self.whole.play)
        for situation, option in decided.items():
            for node in self.situations[situation]:
                play[node] = option
        low, high = self.whole.value(self.over, play, self.first)
        bound = self.sign * (low if self.whole.worst else high)
        mass = self.whole.mass(self.over, play, self.first)
        most, branch = -1.0, -1
        for situation, nodes in enumerate(self.situations):
            if situation not in decided:
                option, loss, weight = self._one_for_all(nodes, mass)
                for node in nodes:
                    play[node] = option
                if loss + weight * 1e-9 > most and weight and self._options(situation) > 1:
                    most, branch = loss + weight * 1e-9, situation
        low, high = self.whole.value(self.over, play, self.first)
        value = self.sign * (high if self.whole.worst else low)
        if value > self._best:
            self._best, self.play = value, play
        return bound, branch

    def _one_for_all(self, nodes: list[int], mass: "array[float]") -> tuple[int, float, float]:
        """The option that is best at all nodes of a situation together, what is lost by that, and how likely the situation is."""
        values = self.whole.machine.values
        sums = [0.0] * (self.whole.patch.starts[nodes[0] + 1] - self.whole.patch.starts[nodes[0]])
        best = weight = 0.0
        for node in nodes:
            for value in range(values):
                here = mass[node * values + value]
                if here:
                    worths = [self.sign * self.whole.edge_worth(node, option, value, self.over) for option in range(len(sums))]
                    sums = [total + here * worth for total, worth in zip(sums, worths, strict=True)]
                    best += here * max(worths)
                    weight += here
        top = max(sums)
        return next(at for at, total in enumerate(sums) if total >= top - EXACT * max(weight, 1e-300)), best - top, weight
