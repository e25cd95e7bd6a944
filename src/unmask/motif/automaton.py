"""The smallest automaton that does what a given one does.

One promise: no two of its states could be one, and none of its letters; and what is numbered is numbered by the shortest way there, so
that two automata that do the same are equal.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Automaton(NamedTuple):
    """Which state follows which. It begins in state 0.

    `letters` gives each mask of atoms that an event can have its letter; `table[state][letter]` is the state after it. In a state that
    is `accepting` the motif has happened, if the story were over. What is `settled` will stay so, whatever comes.
    """

    letters: Mapping[int, int]
    table: tuple[tuple[int, ...], ...]
    accepting: tuple[bool, ...]
    settled: tuple[bool, ...]

    @property
    def idle(self) -> int:
        """The letter that changes nothing in any state; -1 where there is none."""
        return next((letter for letter in range(len(self.table[0])) if all(row[letter] == at for at, row in enumerate(self.table))), -1)

    @property
    def can_match(self) -> bool:
        """Whether any order of events whatsoever matches."""
        return any(self.accepting)

    def step(self, state: int, mask: int) -> int:
        """The state after an event of which just these atoms are so. Raises KeyError where no event can be so."""
        return self.table[state][self.letters[mask]]


def smallest(masks: Sequence[int], table: Sequence[Sequence[int]], accepting: Sequence[bool]) -> Automaton:
    """The smallest automaton for a table with a column for each mask; it begins in state 0 and every state can be reached."""
    block = _blocks(table, accepting)
    rows = {block[state]: [block[after] for after in row] for state, row in enumerate(table)}
    columns: dict[tuple[int, ...], list[int]] = {}
    for number in range(len(masks)):
        columns.setdefault(tuple(rows[at][number] for at in sorted(rows)), []).append(number)
    kept = [numbers[0] for numbers in columns.values()]
    letters = {masks[number]: letter for letter, numbers in enumerate(columns.values()) for number in numbers}
    order = _by_distance(block[0], {at: [row[number] for number in kept] for at, row in rows.items()})
    place = {at: number for number, at in enumerate(order)}
    is_accepting = {block[state]: accepts for state, accepts in enumerate(accepting)}
    small = tuple(tuple(place[rows[at][number]] for number in kept) for at in order)
    accepts = tuple(is_accepting[at] for at in order)
    return Automaton(letters, small, accepts, _settled(small))


def _blocks(table: Sequence[Sequence[int]], accepting: Sequence[bool]) -> list[int]:
    """For each state the block of those that do the same (Hopcroft, *An n log n algorithm for minimizing states*, 1971)."""
    letters = range(len(table[0]))
    before: list[list[list[int]]] = [[[] for _ in table] for _ in letters]
    for state, row in enumerate(table):
        for letter, after in enumerate(row):
            before[letter][after].append(state)
    split = [{state for state, accepts in enumerate(accepting) if accepts == wanted} for wanted in (True, False)]
    members = [block for block in split if block]
    block_of = [0] * len(table)
    for number, block in enumerate(members):
        for state in block:
            block_of[state] = number
    waiting = {(number, letter) for number in range(len(members)) for letter in letters}
    while waiting:
        number, letter = waiting.pop()
        into = [state for after in members[number] for state in before[letter][after]]
        touched: dict[int, set[int]] = {}
        for state in into:
            touched.setdefault(block_of[state], set()).add(state)
        for old, part in touched.items():
            if len(part) == len(members[old]):
                continue
            # The smaller part gets the new number, so that no state moves more often than a block can be halved.
            moved = part if 2 * len(part) <= len(members[old]) else members[old] - part
            members[old] -= moved
            members.append(moved)
            for state in moved:
                block_of[state] = len(members) - 1
            waiting |= {(len(members) - 1, other) for other in letters}
    return block_of


def _by_distance(start: int, rows: Mapping[int, Sequence[int]]) -> list[int]:
    """The states in the order in which they are come upon."""
    order = [start]
    found = {start}
    for at in order:
        for after in rows[at]:
            if after not in found:
                found.add(after)
                order.append(after)
    return order


def _settled(table: Sequence[Sequence[int]]) -> tuple[bool, ...]:
    """In an automaton without states that could be one, what will never change is a state that nothing leaves."""
    return tuple(all(after == state for after in row) for state, row in enumerate(table))
