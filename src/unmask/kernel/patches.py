"""Goes from some states to the next scene, and keeps what follows as a patch of a graph.

Its nodes are what stands where something is to be chosen; its edges are ways, each to a node, to a way in which the story ends, or to a
state before the next scene. One promise: what is likely along them is likely in the story.
"""

from array import array
from ctypes import addressof, c_char
from typing import NamedTuple

from unmask.kernel import free_loops, loops
from unmask.kernel.from_world import CannotCompile
from unmask.kernel.machine import Machine
from unmask.kernel.table import ROOM, Table, at
from unmask.kernel.ways import Room, endless

NO_END = 1 << 40
MOST_WORDS = (1 << 15) - 1


class Patch(NamedTuple):
    """What follows from the states of the numbers `sources`. `header` tells the loops where its rows are.

    Edge e of node n stands from `starts[n]` to before `starts[n + 1]`: it leads to node `targets[e]`, or, below 0, to outcome
    -1 - target, or, when that is no outcome any more, to the state of so many more. `sorts[e]` is its kind, as its lane has it.
    """

    header: "array[int]"
    sources: "array[int]"
    starts: "array[int]"
    targets: "array[int]"
    sorts: "array[int]"
    order: "array[int]"
    loops: bool
    """Whether some nodes follow from themselves; these, and what follows from them, are not in the order."""
    size: "array[int]"

    @property
    def nodes(self) -> int:
        """How many nodes it has."""
        return len(self.starts) - 1

    @property
    def edges(self) -> int:
        """How many edges it has."""
        return len(self.targets)


class Kind(NamedTuple):
    """A kind of edge: `weight` out of `whole`; `choice` is the number of what is chosen, -1 where nothing is; `word` what is met."""

    weight: int
    whole: int
    choice: int
    word: int


class Lane:
    """A place to work at, for one thread: room for a patch while it grows, and the kinds of edges that were met here."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.nodes = Table(machine.width)
        self.exits = Table(machine.width)
        self.words = array("q", bytes(8 * (MOST_WORDS + 1)))
        self._word_slots = array("i", bytes(4 * 2 * (MOST_WORDS + 1)))
        self._word_table = array("q", [at(self.words), at(self._word_slots), len(self._word_slots) - 1, 1, MOST_WORDS])
        self._kind_keys = array("q")
        self._kind_slots = array("i")
        self._kind_table = array("q", [0] * 5)
        self._node_rows = {loops.STARTS: array("i")}
        self._edge_rows = {loops.TARGETS: array("i"), loops.SORTS: array("i")}
        self._work = (c_char * machine.work)()
        self.header = array("q", [0] * loops.LENGTH)
        self.maps = array("i")
        """For each word: how many of the numbers that go with a state it moves; then for each of them from where and to where."""
        self.stays = array("d")
        """For each word and each number 1 where it stays in its place, else 0."""
        self.kinds: list[Kind] = []
        self.shares = array("d")
        """For each kind, how likely it is."""
        self.hers = array("i")
        """For each kind whether it is a choice of the person for whom the graph was made."""
        self.means = array("i")
        """For each kind the number of what is chosen (one more than there are where nothing is), and that of the word."""
        self._moved = 0
        self._edge_room = 0
        self._more_nodes()
        self._more_edges()
        self._more_kinds()

    def take(self, table: Table, sources: "array[int]") -> None:
        """Begin a patch with some states of a table."""
        self.nodes.clear()
        while self.nodes.room < len(sources) + self.machine.widest:
            self._more_nodes()
        self.machine.take(at(table.header), at(sources), len(sources), at(self.nodes.header))
        self.header[loops.SOURCES] = len(sources)

    def explore(self, time: int, most: int = NO_END, room: Room = endless) -> Table | None:
        """Go every way until the next scene; the states that come then leave, in a table that is used again.

        None where there would be more than so many nodes, or no room for them. Raises CannotCompile where too much that is asked for
        happens at once.
        """
        self.exits.clear()
        self.header[loops.NEXT] = self.header[loops.EDGES] = 0
        self.header[loops.CLOCK] = time
        self.header[loops.MOST] = most
        while True:
            self._point()
            full = self.machine.explore(at(self.header))
            if not room(self._bytes_for(full)):
                return None
            match full:
                case loops.DONE:
                    return self.exits
                case loops.MORE_NODES:
                    self._more_nodes()
                case loops.MORE_EDGES:
                    self._more_edges()
                case loops.MORE_EXITS:
                    self.exits.enlarge(self.machine.index_anew, self.machine.widest)
                case loops.MORE_KINDS:
                    self._more_kinds()
                case loops.TOO_MANY_NODES:
                    return None
                case _:
                    raise CannotCompile("too much that is asked for can happen at once in this story")

    def patch(self, sources: "array[int]", numbers: "array[int]") -> Patch:
        """What was explored, with the numbers that the states that come then have for everybody."""
        self.machine.rename(at(self.header), at(numbers))
        nodes, edges = len(self.nodes), self.header[loops.EDGES]
        starts = self._node_rows[loops.STARTS][: nodes + 1]
        targets, sorts = (self._edge_rows[name][:edges] for name in (loops.TARGETS, loops.SORTS))
        order, ranks = array("i", bytes(4 * nodes)), array("i", bytes(4 * nodes))
        count = array("q", [0, 0, 0, nodes, nodes])
        header = array("q", self.header)
        rows = {
            loops.STARTS: starts,
            loops.TARGETS: targets,
            loops.SORTS: sorts,
            loops.ORDER: order,
            loops.RANKS: ranks,
            loops.NODES: count,
        }
        for name, row in rows.items():
            header[name] = at(row)
        ordered = self.machine.order(at(header))
        del order[ordered:]
        header[loops.ORDER] = at(order)
        header[loops.RANKS] = 0
        self._learn()
        return Patch(header, sources, starts, targets, sorts, order, ordered < nodes, count)

    def _learn(self) -> None:
        """Find out what words of marks do, and how likely kinds of edges are, that are new here."""
        marks, machine = self.machine.marks, self.machine
        while self._moved < self._word_table[loops.COUNT]:
            moves = marks.moves(self.words[self._moved])
            moved = [(old, new) for old, new in enumerate(moves) if old != new]
            self.maps.extend([len(moved), *(number for pair in moved for number in pair), *[0] * (2 * (len(moves) - len(moved)))])
            self.stays.extend([float(old == new) for old, new in enumerate(moves)])
            self._moved += 1
        for number in range(len(self.kinds), self._kind_table[loops.COUNT]):
            odds, means = self._kind_keys[2 * number : 2 * number + 2]
            choice = means >> 16
            hers = choice != loops.NO_CHOICE and choice >= free_loops.HERS
            choice = -1 if choice == loops.NO_CHOICE else choice - hers * free_loops.HERS
            kind = Kind(odds & 0x7FFFFFFF, odds >> 31, choice, means & 0xFFFF)
            self.kinds.append(kind)
            self.hers.append(hers)
            self.shares.append(kind.weight / kind.whole)
            self.means.extend([machine.choices if kind.choice < 0 else kind.choice, kind.word])

    def _bytes_for(self, full: int) -> int:
        """What is taken where more room is made for what there was none for."""
        match full:
            case loops.MORE_NODES:
                return self.nodes.bytes_for(self.nodes.room) + 4 * self.nodes.room
            case loops.MORE_EXITS:
                return self.exits.bytes_for(self.exits.room)
            case loops.MORE_EDGES:
                return 8 * self._edge_room
            case _:
                return 0

    @property
    def bytes(self) -> int:
        """What is taken to work at a patch."""
        return self.nodes.bytes + self.exits.bytes + 4 * self.nodes.room + 8 * self._edge_room

    @property
    def bytes_of_patch(self) -> int:
        """What a patch of all that was explored takes: three numbers a node while it is put in an order, two an edge."""
        return 12 * len(self.nodes) + 8 * self.header[loops.EDGES]

    def _more_nodes(self) -> None:
        if self._node_rows[loops.STARTS]:
            self.nodes.enlarge(self.machine.index_anew, self.machine.widest)
        for row in self._node_rows.values():
            row.frombytes(bytes(row.itemsize * (self.nodes.room + 1 - len(row))))

    def _more_edges(self) -> None:
        self._edge_room = max(4 * ROOM, 2 * self._edge_room, self._edge_room + self.machine.widest)
        for row in self._edge_rows.values():
            row.frombytes(bytes(row.itemsize * (self._edge_room - len(row))))

    def _more_kinds(self) -> None:
        count = self._kind_table[loops.COUNT]
        room = max(ROOM, 2 * self._kind_table[loops.ROOM], count + self.machine.widest)
        self._kind_keys.frombytes(bytes(16 * room - 8 * len(self._kind_keys)))
        self._kind_slots = array("i", bytes(4 * (1 << (2 * room).bit_length())))
        self._kind_table[:] = array("q", [at(self._kind_keys), at(self._kind_slots), len(self._kind_slots) - 1, 0, room])
        self.machine.index_kinds(at(self._kind_table), count)

    def _point(self) -> None:
        for name, row in (self._node_rows | self._edge_rows).items():
            self.header[name] = at(row)
        self.header[loops.NODES] = at(self.nodes.header)
        self.header[loops.EXITS] = at(self.exits.header)
        self.header[loops.WORDS] = at(self._word_table)
        self.header[loops.KINDS] = at(self._kind_table)
        self.header[loops.EDGE_ROOM] = self._edge_room
        self.header[loops.WORK] = addressof(self._work)
