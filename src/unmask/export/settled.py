"""What is so already is not asked again: a look that nothing came between, an ending that cannot have come true.

One promise: a test that is taken out would have failed, and a change that is taken out would have changed nothing.
"""

from collections import deque

from unmask.export.formulas import NO, Formula, after, number
from unmask.export.to_chain import Branch, Chain, Exit, plain

Fact = tuple[int, Formula]
"""A place and the formula that it holds the value of; place -1 with a condition that does not hold."""
_NOT = -1


def settled(chain: Chain) -> Chain:
    """The chain without what is known to be so at each of its points."""
    _never_changed(chain)
    facts = _Facts(chain)
    known = facts.known_at()
    for point, known_here in zip(chain.points, known, strict=True):
        point.branches = [facts.left(branch, known_here) for branch in point.branches]
    return chain


# ── what is still as it was at the start ──


def _never_changed(chain: Chain) -> None:
    """Put in the value of everything that no way to a point has changed, and take out the ways that this shuts."""
    unchanged = _Unchanged(chain)
    changed: dict[int, set[int]] = {chain.start: set()}
    todo, waiting = deque([chain.start]), {chain.start}
    while todo:
        here = todo.popleft()
        waiting.discard(here)
        for branch in chain.points[here].branches:
            now = unchanged.put_in(branch, changed[here])
            left = set(changed[here] - now.writes.keys())
            left |= {place for place, value in now.writes.items() if value != unchanged.starts[place]}
            for exit_ in now.exits if now.weight.high > 0 else ():
                if exit_.to not in changed or not left <= changed[exit_.to]:
                    changed[exit_.to] = changed.get(exit_.to, set()) | left
                    if exit_.to not in waiting:
                        waiting.add(exit_.to)
                        todo.append(exit_.to)
    for here, point in enumerate(chain.points):
        known = changed.get(here)
        point.branches = [] if known is None else [unchanged.put_in(branch, known) for branch in point.branches]


class _Unchanged:
    """Puts in what places held at the start."""

    def __init__(self, chain: Chain) -> None:
        self.starts = [number(value) for value in chain.starts]
        self._last: dict[int, tuple[frozenset[int], Branch]] = {}

    def put_in(self, branch: Branch, changed: set[int]) -> Branch:
        """A branch with the starts of all but these places."""
        reads = branch.weight.reads.union(
            *(value.reads for value in branch.writes.values()), *(way.condition.reads for way in branch.exits)
        )
        places = reads - changed
        if not places:
            return branch
        last = self._last.get(id(branch))  # nobody else makes or drops branches as long as this lives
        if last is None or last[0] != places:
            starts = {place: self.starts[place] for place in places}
            exits = plain(Exit(after(exit_.condition, starts), exit_.to) for exit_ in branch.exits)
            writes = {place: after(value, starts) for place, value in branch.writes.items()}
            last = self._last[id(branch)] = (places, Branch(after(branch.weight, starts), writes, exits, branch.note))
        return last[1]


# ── what was brought about already ──


class _Facts:
    """Every fact that a chain tests or brings about, a bit each."""

    def __init__(self, chain: Chain) -> None:
        self.chain = chain
        self.bits: dict[Fact, int] = {}
        self.touched: dict[int, int] = {}
        for point in chain.points:
            for branch in point.branches:
                for place, value in branch.writes.items():
                    if _lasts(place, value):
                        self._add((place, value))
                for exit_ in branch.exits[:-1]:
                    self._add((_NOT, exit_.condition))

    def _add(self, fact: Fact) -> None:
        if fact not in self.bits:
            self.bits[fact] = bit = 1 << len(self.bits)
            for place in fact[1].reads | {fact[0]}:
                self.touched[place] = self.touched.get(place, 0) | bit

    def known_at(self) -> list[int]:
        """For each point, the facts that hold there whatever way led to it."""
        everything = (1 << len(self.bits)) - 1
        known = [everything] * len(self.chain.points)
        known[self.chain.start] = self._at_the_start()
        todo = [self.chain.start]
        seen: set[int] = set()
        while todo:
            here = todo.pop()
            seen.add(here)
            for branch in self.chain.points[here].branches:
                for to, there in self._onward(branch, known[here]):
                    new = known[to] & there
                    if new != known[to] or to not in seen:
                        known[to] = new
                        todo.append(to)
                        seen.add(to)
        return known

    def _at_the_start(self) -> int:
        starts = {place: number(value) for place, value in enumerate(self.chain.starts)}
        return sum(bit for (place, said), bit in self.bits.items() if place == _NOT and after(said, starts) == NO)

    def _onward(self, branch: Branch, known: int) -> list[tuple[int, int]]:
        """Where a branch leads, and what is known there of what was known before it."""
        for place in branch.writes:
            known &= ~self.touched.get(place, 0)
        for place, value in branch.writes.items():
            if (place, value) in self.bits and value.reads.isdisjoint(branch.writes.keys() - {place}):
                known |= self.bits[place, value]
        ways = []
        for exit_ in branch.exits:
            ways.append((exit_.to, known))
            fact = (_NOT, exit_.condition)
            if fact in self.bits and exit_.condition.reads.isdisjoint(branch.writes):
                known |= self.bits[fact]
        return ways

    def left(self, branch: Branch, known: int) -> Branch:
        """What is left of a branch where this is known."""
        writes = {place: value for place, value in branch.writes.items() if not known & self.bits.get((place, value), 0)}
        exits = [exit_ for exit_ in branch.exits if not known & self.bits.get((_NOT, exit_.condition), 0)]
        return branch._replace(writes=writes, exits=tuple(exits))


def _lasts(place: int, value: Formula) -> bool:
    """Whether a place that was set to a value would not change if it were set once more."""
    if place not in value.reads or (value.operator == "place" and value.value == place):
        return True
    condition, *ends = value.operands
    return value.operator == "if" and place not in condition.reads and all(_lasts(place, end) for end in ends)
