"""Works out answers as exact fractions, where they can be had in time.

One promise: a fraction is proved. It is no floating-point number made to look like one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from unmask.analysis.answers import ALWAYS, NEVER, RATIONAL, Answer, Answers
from unmask.analysis.odds import Interval
from unmask.analysis.questions import Question, holds_at_the_start, until
from unmask.kernel import residues
from unmask.kernel.chains import TooLarge, knots_of, unfolded
from unmask.kernel.course import Course, TooMany
from unmask.kernel.graph import Graph, Loops
from unmask.kernel.looping import everything
from unmask.kernel.machine import Free
from unmask.kernel.marks import Unmarked
from unmask.kernel.patches import Lane
from unmask.kernel.residues import Lines, Part, Reckoned, Residues, Way
from unmask.kernel.sweep import Heard
from unmask.kernel.untie import TooTangled, untied
from unmask.problems.speech import counted
from unmask.world.model import ENDLESS, Event, World
from unmask.world.sites import Wanted, sites_of

NOTHING = Interval(0.0, 0.0)
_UNKNOWN = "it is not known what has happened in stories that never end"


class NoFraction(Exception):
    """There is no fraction to be had, and why."""


_AT_ONCE = 4_000
"""So many digits are written at once: more than 4,300 Python refuses to write."""


def in_digits(fraction: Fraction) -> tuple[str, str]:
    """All digits above the line, and all below it, however many there are."""
    above, below = map(_digits, fraction.as_integer_ratio())
    return above, below


def _digits(whole: int) -> str:
    found: list[str] = []
    while whole >= 10**_AT_ONCE:
        whole, last = divmod(whole, 10**_AT_ONCE)
        found.append(str(last).zfill(_AT_ONCE))
    return "".join([str(whole), *reversed(found)])


class Proof(NamedTuple):
    """What proves fractions: a denominator that all of them have, so many bits long, and how many primes."""

    bits: int
    primes: int


class Came(NamedTuple):
    """How likely it is that a story came to an ending, with some things that had happened by then."""

    ending: str
    happened: frozenset[Event]
    odds: Fraction


class Fractions:
    """The fractions of a world: for its endings, and for events, each alone or with what is given."""

    def __init__(
        self,
        world: World,
        events: Iterable[Event],
        given: Event | None,
        most: int,
        done: Heard = lambda states, left: None,
        graph: Graph | None = None,
        reckoned: Reckoned = lambda part, whole: None,
        workers: int = 1,
    ) -> None:
        """`graph` is one for these events, if there is one already. Raises NoFraction, or CannotCompile."""
        self._how = (reckoned, workers)
        asked = [event for event in dict.fromkeys(events) if event.word != "ending"]
        beside = given if given is not None and given.word != "ending" else None
        pairs = [(event,) if beside in (None, event) else (event, beside) for event in asked] or ([(beside,)] if beside else [])
        blocks = tuple(tuple(event for event in pair if event is not None) for pair in pairs)
        try:
            self.sites = sites_of(world, Wanted(finals=False, marks=blocks))
            self._graph = graph or Graph(self.sites)
        except Unmarked:
            within = tuple(dict.fromkeys(event for block in blocks for event in block))
            self.sites = sites_of(world, Wanted(finals=False, motifs=within))
            self._graph = Graph(self.sites)
        self._came: dict[tuple[Event, ...], list[Came]] = {}
        self._caught: dict[int, frozenset[int]] = {}
        self.residues = self._prepared(world, most, done)
        self.proof = Proof(self.residues.denominator.bit_length(), len(self.residues.primes))

    # ── the world as lines ──

    def _prepared(self, world: World, most: int, done: Heard) -> Residues:
        try:
            return Residues(_in_order(Course(self._graph, most, done)), *self._how)
        except Loops:
            pass
        except TooMany:
            if self._graph.states >= most or not self._graph.has_room:
                raise NoFraction(f"more than {counted(most, 'state')} were gone through") from None
        if self._graph.machine.keys.clock is not None:
            self._graph = Graph(self.sites, free=Free(whole=True))
        patch = everything(self._graph, most)
        if patch is None:
            raise NoFraction(f"more than {counted(most, 'state')} were gone through")
        lane = self._graph.lanes[0]
        try:
            chain = unfolded(self._graph.machine, lane, patch)
            ways = [Way(kind.weight, kind.whole) for kind in lane.kinds] * 2
            found = untied(chain, knots_of(chain), ways, self._graph.machine.outcomes)
        except TooLarge:
            raise NoFraction("there are too many states with all that is asked of them") from None
        except TooTangled:
            raise NoFraction("the story comes back to where it was in too many ways to work them out as fractions") from None
        self._caught = found.caught
        self._is_chain = True
        return Residues(found.lines, *self._how)

    _is_chain = False

    # ── what it came to ──

    def of(self, event: Event, given: Event | None = None) -> Fraction:
        """How likely an event is, of the stories in which another happens where one is given. Raises NoFraction."""
        asked = [one for one in (event, given) if one is not None]
        came = self._stories(tuple(one for one in asked if one.word != "ending"))
        within = [one for one in asked if one in self.sites.wanted.motifs]
        if within and any(one.odds and one.ending == ENDLESS for one in came):
            raise NoFraction(_UNKNOWN)
        stories = [one for one in came if given is None or _so(given, one)]
        base = sum((one.odds for one in stories), Fraction(0))
        if not base:
            raise NoFraction("what is given never happens")
        return sum((one.odds for one in stories if _so(event, one)), Fraction(0)) / base

    def ends(self) -> Fraction:
        """How likely a story is to end at all."""
        return sum((one.odds for one in self._stories(()) if one.ending != ENDLESS), Fraction(0))

    def _stories(self, asked: tuple[Event, ...]) -> list[Came]:
        """To where all luck came, with which of these had happened."""
        machine = self._graph.machine
        block = next((block for block in machine.marks.blocks if asked and set(asked) <= set(block.events)), None)
        key = block.events if block is not None else ()
        if key not in self._came:
            self._came[key] = list(self._found(machine.marks.blocks.index(block)) if block is not None else self._found(-1))
        return self._came[key]

    def _found(self, number: int) -> Iterator[Came]:
        machine, blocks = self._graph.machine, self._graph.machine.marks.blocks
        block = blocks[number] if number >= 0 else None
        first, values = (0, 1) if block is None else (block.first, len(block.states))
        happened = for_ever = [frozenset[Event]()]
        if block is not None:
            happened = _happened(block.events, [block.happened(event) for event in block.events])
            at_last = [block.happened_for_ever(event) for event in block.events]
            if self._caught and any(None in row for row in at_last):
                raise NoFraction(_UNKNOWN)
            for_ever = _happened(block.events, [[bool(so) for so in row] for row in at_last])
        if self._is_chain:
            cells = self.residues.fractions(residues.Question(1, [[[0]]], number + 1))
            whole = machine.values
        else:
            moves = [_moves(self._graph, lane, first, values) for lane in self._graph.lanes]
            cells = self.residues.fractions(residues.Question(values, moves))
            first, whole = 0, values
        for outcome in range(machine.outcomes):
            ending = self.sites.endings[outcome >> machine.motifs]
            within = frozenset(event for bit, event in enumerate(self.sites.wanted.motifs) if outcome >> bit & 1)
            for value in range(values):
                yield Came(ending, happened[value] | within, cells[outcome * whole + first + value])
        for cell, standing in self._caught.items():
            if cells[cell]:
                # In a story that never ends, something has happened if from some time on it always has.
                yield Came(ENDLESS, frozenset.intersection(*(for_ever[value - first] for value in standing)), cells[cell])


def _so(event: Event, came: Came) -> bool:
    return came.ending == event.label if event.word == "ending" else event in came.happened


def _happened(events: Sequence[Event], so: Sequence[Sequence[bool]]) -> list[frozenset[Event]]:
    """For each state of a question's automaton, what has happened."""
    return [frozenset(event for event, is_so in zip(events, row, strict=True) if is_so) for row in zip(*so, strict=True)]


def _moves(graph: Graph, lane: Lane, first: int, values: int) -> list[list[int]]:
    """For each word of a lane, where the numbers of one question move."""
    marks = graph.machine.marks
    words = max((kind.word for kind in lane.kinds), default=0) + 1
    return [[to - first for to in marks.moves(lane.words[word])[first : first + values]] for word in range(words)]


def _in_order(course: Course) -> Lines:
    """A course as lines."""
    scenes = [
        [
            Part(number, patch.sources, patch.starts, patch.targets, patch.sorts, patch.order)
            for number, patches in enumerate(stretch.patches)
            for patch in patches
        ]
        for stretch in course.stretches
    ]
    ways = [[Way(kind.weight, kind.whole, kind.word) for kind in lane.kinds] for lane in course.graph.lanes]
    return Lines(scenes, ways, len(course.graph.table), course.machine.outcomes, [0])


class Rationals(Answers):
    """Answers, with fractions where they can be had."""

    proof: Proof | None = None
    """What proves the fractions: the longest denominator, the most primes."""
    no_fraction: str = ""
    """Why there is none, or not for everything."""
    _fractions: Fractions | None = None

    def answer(self, question: Question) -> Answer:
        """How likely it is. Raises Contradiction where what was given never happens."""
        if self.why_never(question):
            return _exactly(super().answer(question), Fraction(0))
        found = self._found(lambda: self._of(question))
        return super().answer(question) if found is None else _exactly(Answer(question, 0.0, RATIONAL, 0.0, 0.0, NOTHING), found)

    def ends(self) -> Answer:
        """How likely a story is to end at all."""
        if self.why_ends:
            return _exactly(super().ends(), Fraction(1))
        found = self._found(lambda: self._all().ends())
        return super().ends() if found is None else _exactly(Answer(Question("every story ends"), 0.0, RATIONAL, 0.0, 0.0, NOTHING), found)

    def _found(self, fraction: Callable[[], Fraction]) -> Fraction | None:
        if self.through() is None or self.no_fraction:
            return None
        try:
            return fraction()
        except NoFraction as why:
            self.no_fraction = str(why)
            return None

    def _of(self, question: Question) -> Fraction:
        if question.event is not None:
            return self._all().of(question.event, self.given)
        assert question.condition is not None
        if holds_at_the_start(self.world, question.condition):
            return Fraction(1)
        world = until(self.world, question.condition)
        return self._made(world, [], None).of(Event("ending", label=world.endings[0].name))

    def _all(self) -> Fractions:
        """The fractions of the world as it is."""
        if self._fractions is None:
            self._fractions = self._made(self.world, [question.event for question in self._events if question.event], self.given)
        return self._fractions

    def _made(self, world: World, events: Iterable[Event], given: Event | None) -> Fractions:
        assert self.explorer is not None
        _, workers, _ = self._how
        explored, reckoned = self.listener.explored, self.listener.reckoned
        found = Fractions(world, events, given, self.explorer.budget, explored, None, reckoned, workers)
        self.proof = Proof(*map(max, zip(found.proof, self.proof or found.proof, strict=True)))
        return found


def _exactly(answer: Answer, fraction: Fraction) -> Answer:
    p = float(fraction)
    certain = NEVER if fraction == 0 else ALWAYS if fraction == 1 else ""
    return answer._replace(
        p=p, kind=RATIONAL, low=p, high=p, proved=Interval(p, p), certain=certain, against=float(1 - fraction), fraction=fraction
    )
