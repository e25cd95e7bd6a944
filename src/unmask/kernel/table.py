"""A hash table that numbers states, each once.

One promise: a key keeps its number, however many come after it.
"""

from array import array
from collections.abc import Callable
from ctypes import memset

from unmask.kernel import loops

ROOM = 1 << 12
Index = Callable[[int, int], int]
"""The loop that finds a place for every key in an empty index."""


def at(row: "array[int] | array[float]") -> int:
    """Where a row stands in memory."""
    return row.buffer_info()[0]


class Table:
    """Keys, each once, in the order in which they came; and an index that finds them."""

    def __init__(self, width: int, room: int = ROOM) -> None:
        self.width = width
        self.room = room
        self.keys = array("q", bytes(8 * width * room))
        self.header = array("q", [0] * 5)
        self._index(0)

    def _index(self, count: int) -> None:
        self.slots = array("i", bytes(4 * (1 << (2 * self.room).bit_length())))
        self._point(count)

    def _point(self, count: int) -> None:
        self.header[:] = array("q", [at(self.keys), at(self.slots), len(self.slots) - 1, count, self.room])

    def __len__(self) -> int:
        return self.header[loops.COUNT]

    def key(self, number: int) -> tuple[int, ...]:
        """A key, as words."""
        return tuple(self.keys[number * self.width : (number + 1) * self.width])

    def clear(self) -> None:
        """Forget every key, and keep the room."""
        memset(at(self.slots), 0, 4 * len(self.slots))
        self.header[loops.COUNT] = 0

    @property
    def bytes(self) -> int:
        """What it takes."""
        return 8 * len(self.keys) + 4 * len(self.slots)

    def bytes_for(self, more: int) -> int:
        """What is taken where room is made for twice as many, or for so many more: longer keys, and a new index. 0 where it is there."""
        if len(self) + more <= self.room:
            return 0
        room = max(2 * self.room, len(self) + more)
        return 8 * self.width * (room - self.room) + 4 * (1 << (2 * room).bit_length())

    def enlarge(self, index: Index, least: int = 0) -> None:
        """Make room for twice as many, and for so many more at least."""
        count = len(self)
        self.room = max(2 * self.room, count + least)
        self.keys.frombytes(bytes(8 * (self.width * self.room - len(self.keys))))
        self._index(0)
        index(at(self.header), count)
