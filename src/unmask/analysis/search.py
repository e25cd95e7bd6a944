"""Everything that can happen in a small story: a breadth-first search through the points at which something is to be chosen.

One promise: where it is `complete`, what was not reached never happens. What was reached may take more events than the story's limit
allows, for how many events were before is no part of a point.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from unmask.analysis.trial import CHOICE, SEED, work_at
from unmask.problems.place import Span
from unmask.run.chooser import Dice, Stop
from unmask.run.record import Record, play
from unmask.run.state import State
from unmask.run.step import Event, Offer, Over, Point, Process
from unmask.world.model import DEAD_END, Moment, Scene, World

_EVENT = 5
"""How much work an event is, beside the choice that it follows from; see `trial.WORK`."""
WORK = 200_000
"""So much work is done before it gives up; see `trial.WORK`."""
_WITNESSES = 6
"""So many dead ends, and so many lines that may be told again, are played out."""

Path = tuple[int, ...]


class Noticing(Process):
    """A process that remembers where in the file everything stands that was reached while it was played."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.reached: set[Span] = set()
        scenes = (*world.scenes, *self.layout.meanwhiles)
        self._option_spans = {
            (scene.name, moment.name, option.label): option.span
            for scene in scenes
            for moment in scene.moments
            for option in moment.options
        }
        self._ending_spans = {ending.name: ending.span for ending in world.endings}

    def notice(self, what: str, scene: Scene, moment: Moment | None, state: State) -> None:
        """Scenes, moments and closings, as they begin."""
        if what == "scene":
            self.reached.add(scene.span)
        elif moment is not None:
            self.reached |= {moment.span} if what == "moment" else {line.span for line in moment.closing.lines}

    def add(self, events: tuple[Event, ...]) -> None:
        """What stands behind these events: options, endings."""
        for event in events:
            if event.sort == "option":
                self.reached.add(self._option_spans[event.scene, event.moment, event.label])
            elif event.sort == "ending":
                self.reached.add(self._ending_spans[event.label])


class Edge(NamedTuple):
    """One way on: which offer was taken, to which node (-1 where the story is over), which lines it told, and those of them twice."""

    offer: int
    to: int
    lines: frozenset[Span]
    twice: frozenset[Span]


class Node(NamedTuple):
    """Where something is to be chosen: from which node and by which offer the search first came there, and every way on."""

    point: Point
    came_from: int
    offer: int
    edges: list[Edge]


class Search:
    """A search from the beginning of a story until everything was gone through, or so much work was done."""

    def __init__(self, process: Noticing, work: int = WORK) -> None:
        self.process = process
        self.left = work
        self.nodes: list[Node] = []
        self.endings: set[str] = set()
        self._dead: dict[tuple[str, str, str], Path] = {}
        self._numbers: dict[object, int] = {}
        self._arrive(process.begin(), -1, -1)
        self.complete = self._go()

    def _go(self) -> bool:
        done = 0
        while done < len(self.nodes):
            if (len(self.nodes) - done) * CHOICE > self.left:
                return False  # what waits already is more than there is time for
            point = self.nodes[done].point
            self.left -= work_at(self.process, point)
            for number, offer in enumerate(self.process.offers(point)):
                if self.left <= 0:
                    return False
                if offer.weight:
                    self._follow(done, number, offer)
            done += 1
        return True

    def _follow(self, at: int, number: int, offer: Offer) -> None:
        turn = self.process.follow(self.nodes[at].point, offer, self.process.world.limit)
        self.left -= CHOICE + _EVENT * len(turn.events)
        self.process.add(turn.events)
        times = Counter(line.span for event in turn.events for told in event.told for line in told.lines)
        twice = frozenset(span for span, often in times.items() if often > 1)
        to = self._arrive(turn.at, at, number)
        self.nodes[at].edges.append(Edge(number, to, frozenset(times), twice))

    def _arrive(self, at: Point | Over, came_from: int, offer: int) -> int:
        if isinstance(at, Over):
            self.endings.add(at.ending)
            where = (at.scene, at.moment, at.option)
            if at.ending == DEAD_END and where not in self._dead:
                self._dead[where] = (*self._path_to(came_from), offer) if offer >= 0 else ()
            return -1
        # The numbers of scenes and choices do not count, for only dice ask for them: two ways to one place are one.
        scene = ("", ()) if at.scene is None else (at.scene.name, at.scene.cast)
        key = (at.state, at.sort, *scene, at.moment.name if at.moment is not None else "", at.meanwhile)
        if key not in self._numbers:
            self._numbers[key] = len(self.nodes)
            self.nodes.append(Node(at, came_from, offer, []))
        return self._numbers[key]

    def _path_to(self, node: int) -> Path:
        offers: list[int] = []
        while node >= 0:
            offers.append(self.nodes[node].offer)
            node = self.nodes[node].came_from
        return tuple(reversed(offers[:-1]))

    # ── runs that show it ──

    def dead_ends(self) -> Iterator[Record]:
        """A shortest run to each dead end that the limit allows to be reached, or to the first few of them."""
        for path in list(self._dead.values())[:_WITNESSES]:
            record = self._played(path)
            if record.over.ending == DEAD_END:
                yield record

    def repeats(self, but: Collection[Span]) -> Iterator[tuple[Span, Record]]:
        """Lines that may be told more than once, other than those, each with a run in which it is: the first few of them."""
        spans = sorted({span for node in self.nodes for edge in node.edges for span in edge.lines if span not in but})
        bits = {span: 1 << number for number, span in enumerate(spans)}
        later = self._told_later(bits)
        found: dict[Span, Path] = {}
        for at, node in enumerate(self.nodes):
            for edge in node.edges:
                for span in edge.lines if len(found) < _WITNESSES else ():
                    if span not in found and span in bits and (span in edge.twice or (edge.to >= 0 and later[edge.to] & bits[span])):
                        again = () if span in edge.twice else self._way_to(span, edge.to)
                        found[span] = (*self._path_to(at), edge.offer, *again)
        yield from ((span, self._played(path)) for span, path in found.items())

    def _told_later(self, bits: Mapping[Span, int]) -> list[int]:
        """For each node the lines that may still be told from there on."""
        own = [[(sum(bits.get(span, 0) for span in edge.lines), edge.to) for edge in node.edges] for node in self.nodes]
        later = [0] * len(self.nodes)
        grown = True
        while grown:
            grown = False
            for at in reversed(range(len(later))):
                after = later[at]
                for told, to in own[at]:
                    after |= told | (later[to] if to >= 0 else 0)
                grown, later[at] = grown or after != later[at], after
        return later

    def _way_to(self, span: Span, start: int) -> Path:
        """The shortest way from a node to where a line is told."""
        came: dict[int, tuple[int, int]] = {start: (-1, -1)}
        for at in (waiting := [start]):
            for edge in self.nodes[at].edges:
                if span in edge.lines:
                    path = [edge.offer]
                    while came[at][0] >= 0:
                        path.append(came[at][1])
                        at = came[at][0]
                    return tuple(reversed(path))
                if edge.to >= 0 and edge.to not in came:
                    came[edge.to] = (at, edge.offer)
                    waiting.append(edge.to)
        raise AssertionError("it is told on some way from there")

    def _played(self, path: Path) -> Record:
        """The run that takes these offers, one after the other. Where what is told in brief hangs on what follows, it goes on by luck."""
        brief = any(scene.in_brief for scene in self.process.world.scenes)
        return play(self.process, _Along(path, Dice(SEED, 0) if brief else None), SEED, 0)


class _Along:
    """Takes the offers of a path; then somebody else chooses, or nobody."""

    def __init__(self, path: Path, then: Dice | None) -> None:
        self.waiting = iter(path)
        self.then = then

    def __call__(self, point: Point, offers: tuple[Offer, ...]) -> int | Stop:
        number = next(self.waiting, None)
        if number is not None:
            return number
        return Stop("it was played as far as it had to be") if self.then is None else self.then(point, offers)
