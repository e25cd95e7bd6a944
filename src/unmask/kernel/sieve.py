"""Counts how many different keys there are, and how many without some of their bits.

A sieve keeps a number for each key that it has not seen. When it is full it becomes coarser, and keeps of what it has, and of what comes,
every second, fourth, eighth only, by a hash of the key, so that the same key always falls through or never (Wegman's adaptive sampling:
Flajolet, "On adaptive sampling", Computing 34, 1990). One promise: until it is coarser it has counted every one.
"""

from array import array
from math import sqrt

from unmask.kernel.plain import Words, beyond, words
from unmask.kernel.table import at

ROOM = 1 << 15
"""So many keys are kept: about half as many to twice that stand for all, so that a number is off by less than a hundredth, mostly."""
LEAST_ROOM = 1 << 8
MOST_BYTES = 1 << 28
"""So many bytes all sieves may take together: where there are many, each keeps fewer keys, and its numbers are less exact."""
WIDTH = 1
"""Words in a key, put in when it is compiled."""
ANY = (0, 0, 0, 0)


def sift(keys: Words, count: int, without: Words, where: Words, sieve: Words) -> int:
    """Let keys fall into a sieve, which keeps of every two that differ in the bits of `without` one number each, of them a share.

    `where`: a word of the key, how far down what stands there is to be moved, a mask, and what must then be left. `sieve`: its
    places, room for them while it is made coarser, a mask, how many it holds, how many it may, and the bits that must be 0.
    """
    slots = words(sieve[0])
    spare = words(sieve[1])
    mask = sieve[2]
    for i in range(count):
        key = beyond(keys, i * WIDTH)
        if (key[where[0]] >> where[1]) & where[2] == where[3]:
            found = 0
            for j in range(WIDTH):
                found = (found ^ (key[j] & without[j])) * -7046029254386353131
                found = found ^ (found >> 29)
            found = found * -4658895280553007687
            found = found ^ (found >> 32)
            if found == 0:
                found = 1
            if (found >> 40) & sieve[5] == 0:
                at = found & mask
                while slots[at] != 0 and slots[at] != found:
                    at = (at + 1) & mask
                if slots[at] == 0:
                    slots[at] = found
                    sieve[3] += 1
            while sieve[3] > sieve[4]:
                sieve[5] = sieve[5] * 2 + 1
                sieve[3] = 0
                for k in range(mask + 1):
                    spare[k] = slots[k]
                    slots[k] = 0
                for k in range(mask + 1):
                    held = spare[k]
                    if held != 0 and (held >> 40) & sieve[5] == 0:
                        at = held & mask
                        while slots[at] != 0:
                            at = (at + 1) & mask
                        slots[at] = held
                        sieve[3] += 1
    return sieve[3]


def bench(sieves: int) -> "array[int]":
    """Where so many sieves can be made coarser, one at a time. Its length is theirs: together they take no more than `MOST_BYTES`."""
    room = ROOM
    while room > LEAST_ROOM and 16 * room * sieves > MOST_BYTES:
        room //= 2
    return array("q", bytes(8 * 2 * room))


class Sieve:
    """Counts different keys. `where` says which count: a word, how far down what stands there is moved, a mask, and what must be left."""

    def __init__(self, without: "array[int]", spare: "array[int]", where: tuple[int, int, int, int] = ANY) -> None:
        """`without` has a mask for each word of a key: what is 0 there does not count. `spare` is a `bench` that sieves may share."""
        self._without = without
        self._where = array("q", where)
        self._spare = spare
        self._slots = array("q", bytes(8 * len(spare)))
        self._header = array("q", [at(self._slots), at(self._spare), len(spare) - 1, 0, len(spare) // 2, 0])

    @property
    def row(self) -> tuple[int, int, int]:
        """Where the loop finds it: what does not count, which keys do, and what it holds."""
        return at(self._without), at(self._where), at(self._header)

    @property
    def sampled(self) -> bool:
        """Whether it stands for more than it has seen one by one."""
        return self._header[5] > 0

    @property
    def off(self) -> float:
        """By what part of itself the number is off, in two of three cases; 0 where it was counted."""
        return 1 / sqrt(self._header[3]) if self.sampled else 0.0

    def __len__(self) -> int:
        return self._header[3] * (self._header[5] + 1)
