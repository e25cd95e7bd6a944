"""The dice: a draw depends on (seed, run, scene, choice) alone, so any run can be opened by its number, in any order.

The generator is threefry2x32 with 20 rounds (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3",
2011): add, rotate and xor on 32-bit words, the same in every language. `vectors.json` in the tests holds known answers.
"""

from collections.abc import Sequence

MASK = 0xFFFFFFFF
MOST_SEED = 2**64
_PARITY = 0x1BD11BDA
_ROTATIONS = ((13, 15, 26, 6), (17, 29, 16, 24))

Pair = tuple[int, int]


def threefry(key: Pair, counter: Pair) -> Pair:
    """Two 32-bit words from a key and a counter of two 32-bit words each."""
    keys = (key[0], key[1], _PARITY ^ key[0] ^ key[1])
    a, b = (counter[0] + keys[0]) & MASK, (counter[1] + keys[1]) & MASK
    for group in range(5):
        for turn in _ROTATIONS[group % 2]:
            a = (a + b) & MASK
            b = ((b << turn | b >> (32 - turn)) & MASK) ^ a
        a = (a + keys[(group + 1) % 3]) & MASK
        b = (b + keys[(group + 2) % 3] + group + 1) & MASK
    return a, b


def key_of(seed: int, number: int) -> Pair:
    """The key of run `number` under `seed`, both of 64 bits; for one seed no two runs share a key."""
    return threefry((seed & MASK, seed >> 32 & MASK), (number & MASK, number >> 32 & MASK))


def below(key: Pair, stream: int, choice: int, total: int) -> int:
    """A whole number in [0, total), every one exactly as likely, for the `choice`-th choice (under 2^20) of a stream.

    A 32-bit word is drawn again where taking its remainder would favour small numbers; the two words of a block come first,
    then those of the next, whose number stands above the choice's 20 bits.
    """
    fair = (2**32 // total) * total
    block = 0
    while True:
        for word in threefry(key, (stream & MASK, choice | block << 20)):
            if word < fair:
                return word % total
        block += 1


def pick(key: Pair, stream: int, choice: int, weights: Sequence[int]) -> int:
    """Which of the weighted options is drawn: the first whose cumulative weight exceeds the number drawn."""
    drawn = below(key, stream, choice, sum(weights))
    for index, weight in enumerate(weights):
        drawn -= weight
        if drawn < 0:
            return index
    raise AssertionError("a draw below the total lies under some option")


def scene_stream(scene: int, meanwhile: bool) -> int:
    """The stream of the k-th scene, or of the `meanwhile` after it."""
    return 2 * scene + meanwhile
