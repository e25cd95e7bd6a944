"""Works out odds as exact fractions, by going through all that can happen modulo primes.

Along a way odds are multiplied, so what they are divided by is too: how often a factor stands in that, at most, over all ways, gives a
denominator that every answer has (not always in its lowest terms). Then all is spread modulo primes, eight at a time. An answer times
the denominator is a whole number, and not above it: it is known as soon as the primes together are more. One promise: no answer is
only very likely right.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from ctypes import CFUNCTYPE, c_int64, c_void_p
from fractions import Fraction
from functools import cache
from math import gcd, prod
from typing import NamedTuple, TypeVar

from unmask.kernel.build import MachineCode, machine_code
from unmask.kernel.modular import ALL, COUNT, EIGHT, EIGHTS, ORDER, SORTS, SOURCES, STANDING, STARTS, TARGETS
from unmask.kernel.plain import Outside, loops
from unmask.kernel.table import at

Reckoned = Callable[[int, int], None]
"""Hears how many steps are done, of how many."""
Found = TypeVar("Found")
_HIGHEST_PRIME = 1 << 31
_ONE = 1 << 32
_OUTSIDE = {"mix": Outside("void", ("ptr",) * 4), "highest": Outside("void", ("ptr",) * 3)}


class Part(NamedTuple):
    """What follows from some states until the next scene; the numbers are those of a Patch. `lane` says whose kinds of edges it has."""

    lane: int
    sources: "array[int]"
    starts: "array[int]"
    targets: "array[int]"
    sorts: "array[int]"
    order: "array[int]"

    @property
    def header(self) -> "array[int]":
        """Where the loops find it."""
        found = array("q", bytes(8 * (STANDING + 1)))
        found[COUNT], found[STANDING] = len(self.order), len(self.sources)
        rows = {ORDER: self.order, STARTS: self.starts, TARGETS: self.targets, SORTS: self.sorts, SOURCES: self.sources}
        for place, row in rows.items():
            found[place] = at(row)
        return found


class Way(NamedTuple):
    """A kind of edge: so likely, a weight out of a whole, which may be of any size; and the number of the word that is met on it."""

    weight: int
    whole: int
    word: int = 0


class Lines(NamedTuple):
    """All that can happen: for each scene its parts; for each lane its kinds of edges; how many states stand between scenes, how many
    outcomes there are; at which states it may begin.
    """

    scenes: list[list[Part]]
    ways: list[list[Way]]
    states: int
    outcomes: int
    begins: list[int]


class Question(NamedTuple):
    """What goes with a state: so many numbers, and to which of them each moves at a word: for each lane and word of it, a row.

    It begins with number 0, in state `begin`.
    """

    values: int
    moves: list[list[list[int]]]
    begin: int = 0


class Residues:
    """Fractions for all that can happen. `denominator` is a multiple of every answer's; `primes` prove it."""

    def __init__(self, lines: Lines, done: Reckoned = lambda part, whole: None, workers: int = 1) -> None:
        """`done` hears how many of its steps are done: first those for the denominator, then, for each question, those for the primes."""
        self.lines = lines
        self.done, self.workers = done, workers
        self._headers = [[part.header for part in parts] for parts in lines.scenes]
        self._nodes = max((len(part.order) for parts in lines.scenes for part in parts), default=1)
        self.denominator = self._common_denominator()
        self.primes = _primes(self.denominator)

    def fractions(self, question: Question) -> list[Fraction]:
        """How likely each outcome is with each number: `found[outcome * values + value]`."""
        cells = self.lines.outcomes * question.values
        remainders: list[list[int]] = [[] for _ in range(cells)]
        for primes, over in self._each_eight(self.primes, lambda primes: self._spread(question, primes)):
            for cell in range(cells):
                for lane, p in enumerate(primes):
                    remainders[cell].append(over[cell * EIGHT + lane] * self.denominator % p)
        return [Fraction(whole, self.denominator) for whole in _wholes(remainders, self.primes)]

    def _each_eight(self, numbers: Sequence[int], work: Callable[[Sequence[int]], Found]) -> Iterator[tuple[Sequence[int], Found]]:
        """What comes of eight numbers at a time, in their order, in so many threads."""
        parts = [numbers[first : first + EIGHT] for first in range(0, len(numbers), EIGHT)]
        compiled_loops()  # before two threads ask for them at once
        pool = ThreadPoolExecutor(self.workers)
        try:
            for number, (part, found) in enumerate(zip(parts, pool.map(work, parts), strict=True), 1):
                self.done(number, len(parts))
                yield part, found
        finally:
            pool.shutdown(cancel_futures=True)

    # ── the denominator ──

    def _common_denominator(self) -> int:
        divided = {way.whole // gcd(way.weight, way.whole) for ways in self.lines.ways for way in ways}
        base = coprime(divided)
        return prod(
            factor**times for factors, most in self._each_eight(base, self._most) for factor, times in zip(factors, most, strict=False)
        )

    def _most(self, base: Sequence[int]) -> list[int]:
        """How often each of some factors stands in what is divided by on a way, at most."""
        more = [array("i", [n for way in ways for n in _powers(way.whole // gcd(way.weight, way.whole), base)]) for ways in self.lines.ways]
        nothing = array("i", [0] * EIGHT)
        later = array("i", bytes(4 * EIGHT * self.lines.states))
        values = array("i", bytes(4 * EIGHT * self._nodes))
        pull = compiled_loops().pull
        for parts, headers in zip(reversed(self.lines.scenes), reversed(self._headers), strict=True):
            here = array("i", bytes(4 * EIGHT * self.lines.states))
            for part, header in zip(parts, headers, strict=True):
                rows = (header, later, values, more[part.lane], nothing, here)
                pull(*map(at, rows), self.lines.outcomes)
            later = here
        return [max(later[state * EIGHT + place] for state in self.lines.begins) for place in range(len(base))]

    # ── remainders ──

    def _spread(self, question: Question, primes: Sequence[int]) -> "array[int]":
        """What stands in each outcome in the end, modulo some primes."""
        lines, values = self.lines, question.values
        all_eight = [*primes, *[primes[0]] * (EIGHT - len(primes))]
        modulus = array("I", [*all_eight, *(-pow(p, -1, _ONE) % _ONE for p in all_eight)])
        shares = [_shares(ways, all_eight) for ways in lines.ways]
        words = [array("i", [way.word for way in ways]) for ways in lines.ways]
        goes = [array("i", [value for moved in moves for value in moved]) for moves in question.moves]
        size = 4 * EIGHT * values
        over = array("I", bytes(size * lines.outcomes))
        mass = array("I", bytes(size * self._nodes))
        now = array("I", bytes(size * lines.states))
        first = question.begin * values * EIGHT
        now[first : first + EIGHT] = array("I", [1] * EIGHT)
        push = compiled_loops().push
        for parts, headers in zip(lines.scenes, self._headers, strict=True):
            later = array("I", bytes(size * lines.states))
            for part, header in zip(parts, headers, strict=True):
                rows = (header, now, later, over, mass, shares[part.lane], words[part.lane], goes[part.lane], modulus)
                push(*map(at, rows), values, lines.outcomes)
            now = later
        return over


class _Loops:
    def __init__(self, code: MachineCode) -> None:
        self._code = code
        self.push = CFUNCTYPE(c_int64, *[c_void_p] * 9, c_int64, c_int64)(code.address("push_remainders"))
        self.pull = CFUNCTYPE(c_int64, *[c_void_p] * 6, c_int64)(code.address("pull_highest"))


@cache
def compiled_loops() -> _Loops:
    """The loops, compiled when they are first asked for. They are the same for every world."""
    numbers = (ORDER, COUNT, STARTS, TARGETS, SORTS, SOURCES, STANDING, EIGHT)
    names = ("ORDER", "COUNT", "STARTS", "TARGETS", "SORTS", "SOURCES", "STANDING", "EIGHT")
    return _Loops(machine_code(EIGHTS + loops(ALL, dict(zip(names, numbers, strict=True)), _OUTSIDE), thorough=True))


def _shares(ways: Sequence[Way], primes: Sequence[int]) -> "array[int]":
    """How likely each kind of edge is, modulo eight primes, as Montgomery has it: what it is multiplied with stays plain."""
    inverses = {whole: [pow(whole, -1, p) * _ONE % p for p in primes] for whole in {way.whole for way in ways}}
    return array("I", [way.weight * inverse % p for way in ways for inverse, p in zip(inverses[way.whole], primes, strict=True)])


def _wholes(remainders: Iterable[Sequence[int]], primes: Sequence[int]) -> Iterator[int]:
    """The whole numbers that leave these remainders, below the primes' product (the Chinese remainder theorem)."""
    product = prod(primes)
    parts = [product // p * pow(product // p, -1, p) for p in primes]
    for row in remainders:
        yield sum(map(int.__mul__, row, parts)) % product if any(row) else 0


def coprime(numbers: Iterable[int]) -> list[int]:
    """Numbers without a factor in common of which all of these are products."""
    base: list[int] = []
    waiting = [number for number in set(numbers) if number > 1]
    while waiting:
        number = waiting.pop()
        for place, other in enumerate(base):
            shared = gcd(number, other)
            if shared > 1:
                del base[place]
                waiting += [part for part in (shared, number // shared, other // shared) if part > 1]
                break
        else:
            base.append(number)
    return sorted(set(base))


def _powers(number: int, base: Sequence[int]) -> list[int]:
    """How often each factor stands in a number, for eight of them."""
    found = [0] * EIGHT
    for place, factor in enumerate(base):
        while number % factor == 0:
            number //= factor
            found[place] += 1
    return found


def _primes(denominator: int) -> list[int]:
    """Primes that are more than the denominator together, and no factor of it."""
    found: list[int] = []
    product = 1
    for number in range(_HIGHEST_PRIME - 1, 1, -2):
        if product > denominator:
            break
        if _is_prime(number) and denominator % number:
            found.append(number)
            product *= number
    return found


def _is_prime(number: int) -> bool:
    """Whether an odd number is prime; for numbers below 3,215,031,751 these four witnesses are proof (Jaeschke, 1993)."""
    odd, twos = number - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    for witness in (2, 3, 5, 7):
        power = pow(witness, odd, number)
        if power not in (1, number - 1) and all((power := power * power % number) != number - 1 for _ in range(twos - 1)):
            return False
    return True
