"""Replaces each strongly connected component of a chain (a knot) by direct transitions to its exits, as exact fractions.

From each node at which one comes into a knot there is then one step to each place at which one comes out of it, and nothing else. Where
nothing leads out, the step is to a cell of its own. One promise: nothing is rounded.
"""

from array import array
from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from unmask.kernel.chains import Chain, Knots
from unmask.kernel.residues import Lines, Part, Way

MOST_STEPS = 2_000_000
"""So many fractions are worked out for knots, at most."""
_BITS = 256
"""Fractions with longer denominators count for more steps than one."""

Row = dict[int, Fraction]
"""Where a node leads: to nodes, or below 0 to cells, each with its odds."""


class TooTangled(Exception):
    """It would take too long to work out the fractions of a knot."""


class Untied(NamedTuple):
    """A chain without knots; `caught` has for each knot that is never left its cell, and the numbers that its nodes go with."""

    lines: Lines
    caught: dict[int, frozenset[int]]


def untied(chain: Chain, knots: Knots, ways: Sequence[Way], outcomes: int) -> Untied:
    """The chain without its knots; its cells are `outcomes` times its values, then one for each knot that is never left.

    `ways` are its kinds of edges. Raises TooTangled.
    """
    return _Untying(chain, knots, ways, outcomes * chain.values).untied()


class _Untying:
    def __init__(self, chain: Chain, knots: Knots, ways: Sequence[Way], cells: int) -> None:
        self.chain, self.knots, self.cells = chain, knots, cells
        self.ways = [Way(way.weight, way.whole) for way in ways]
        self.steps = 0
        self.caught: dict[int, frozenset[int]] = {}

    def untied(self) -> Untied:
        """Everything in turn."""
        chain, knots = self.chain, self.knots
        rows: dict[int, Row] = {}
        inside: set[int] = set()
        entered = self._entered()
        for knot in range(len(knots)):
            nodes = knots.nodes(knot)
            if len(nodes) > 1 or nodes[0] in chain.targets[chain.starts[nodes[0]] : chain.starts[nodes[0] + 1]]:
                inside.update(nodes)
                rows.update(self._steps_out(knot, [node for node in nodes if node in entered]))
        return Untied(self._lines(rows, inside), self.caught)

    def _entered(self) -> set[int]:
        """The nodes to which something leads from outside of their knot, or at which all begins."""
        of, chain = self.knots.of, self.chain
        found = set(range(chain.roots))
        for node in range(len(chain)):
            for edge in range(chain.starts[node], chain.starts[node + 1]):
                target = chain.targets[edge]
                if target >= 0 and of[target] != of[node]:
                    found.add(target)
        return found

    def _steps_out(self, knot: int, entries: list[int]) -> dict[int, Row]:
        """From each entry of a knot to everywhere outside of it."""
        chain = self.chain
        nodes = self.knots.nodes(knot)
        rows: dict[int, Row] = {}
        for node in nodes:
            row: Row = {}
            for edge in range(chain.starts[node], chain.starts[node + 1]):
                way = self.ways[chain.sorts[edge]]
                row[chain.targets[edge]] = row.get(chain.targets[edge], Fraction(0)) + Fraction(way.weight, way.whole)
            rows[node] = row
        if all(target in rows for row in rows.values() for target in row):
            cell = self.cells + len(self.caught)
            self.caught[cell] = frozenset(chain.values_of[node] for node in nodes)
            return {node: {-1 - cell: Fraction(1)} for node in entries}
        return self._without(rows, entries)

    def _without(self, rows: dict[int, Row], entries: list[int]) -> dict[int, Row]:
        """Take nodes out one by one, those first that the fewest ways lead through, and where one comes in last of all."""
        leads: dict[int, set[int]] = {node: set() for node in rows}
        for node, row in rows.items():
            for target in row:
                if target in leads:
                    leads[target].add(node)
        order: list[int] = []
        last = set(entries)
        for part in (set(rows) - last, last):
            while part:
                node = min(part, key=lambda node: (len(rows[node]) * len(leads[node]), node))
                part.remove(node)
                order.append(node)
                self._take_out(node, rows, leads)
        for node in reversed(order):
            self._look_up(node, rows)
        return {node: rows[node] for node in entries}

    def _take_out(self, node: int, rows: dict[int, Row], leads: dict[int, set[int]]) -> None:
        """Whoever came to a node goes on from it at once."""
        row = rows[node]
        again = row.pop(node, Fraction(0))
        leads[node].discard(node)
        if again:
            for target in row:
                row[target] /= 1 - again
        for target in row:
            if target in leads:
                leads[target].discard(node)
        for source in leads.pop(node):
            other = rows[source]
            share = other.pop(node)
            self._count(share, len(row))
            for target, odds in row.items():
                other[target] = other.get(target, Fraction(0)) + share * odds
                if target in leads:
                    leads[target].add(source)

    def _look_up(self, node: int, rows: dict[int, Row]) -> None:
        """What a node leads to that was taken out later is known by now."""
        row = rows[node]
        for target in [target for target in row if target in rows]:
            share = row.pop(target)
            self._count(share, len(rows[target]))
            for outside, odds in rows[target].items():
                row[outside] = row.get(outside, Fraction(0)) + share * odds

    def _count(self, share: Fraction, times: int) -> None:
        self.steps += times * (1 + share.denominator.bit_length() // _BITS)
        if self.steps > MOST_STEPS:
            raise TooTangled

    def _lines(self, rows: dict[int, Row], inside: set[int]) -> Lines:
        """The chain with other edges where there were knots."""
        chain = self.chain
        starts, targets, sorts = array("i", [0]), array("i"), array("i")
        ways = list(self.ways)
        for node in range(len(chain)):
            if node in inside:
                row = rows.get(node, {})
                whole = lcm(*(odds.denominator for odds in row.values()))
                for target, odds in row.items():
                    targets.append(target)
                    sorts.append(len(ways))
                    ways.append(Way(odds.numerator * (whole // odds.denominator), whole))
            else:
                targets += chain.targets[chain.starts[node] : chain.starts[node + 1]]
                sorts += chain.sorts[chain.starts[node] : chain.starts[node + 1]]
            starts.append(len(targets))
        order = self.knots.found[::-1]
        part = Part(0, array("i", range(chain.roots)), starts, targets, sorts, order)
        return Lines([[part]], [ways], chain.roots, self.cells + len(self.caught), list(range(chain.roots)))
