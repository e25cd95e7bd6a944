"""Exact odds of processes with cycles, slowly and by definition.

Everything is a fraction. Points that lead to one another are solved together, as so many equations.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from fractions import Fraction
from typing import NamedTuple

from unmask.run.step import Over, Point, Process

Node = Hashable
Ways = list[tuple[Fraction, Node]]
NEVER = "never over"


class TooLarge(Exception):
    """More points than anybody wants to solve by hand."""


class End(NamedTuple):
    name: str


def odds(start: Node, ways: Callable[[Node], Ways], most: int = 20_000, most_together: int = 120) -> dict[str, Fraction]:
    """The probability with which each End is reached, and with which none is."""
    graph = _graph(start, ways, most)
    found: dict[str, Fraction] = {}
    mass: dict[Node, Fraction] = {start: Fraction(1)}
    for together in components(start, graph):
        inside = {node: mass.pop(node) for node in together if node in mass}
        if isinstance(together[0], End):
            found[together[0].name] = found.get(together[0].name, Fraction(0)) + sum(inside.values())
            continue
        times_at = visits(together, inside, graph, most_together)
        if times_at is None:
            found[NEVER] = found.get(NEVER, Fraction(0)) + sum(inside.values())
            continue
        members = set(together)
        for node, times in times_at.items():
            for share, to in graph[node]:
                if to not in members:
                    mass[to] = mass.get(to, Fraction(0)) + times * share
    assert sum(found.values()) == 1
    return {name: share for name, share in found.items() if share}


def _graph(start: Node, ways: Callable[[Node], Ways], most: int) -> dict[Node, Ways]:
    graph: dict[Node, Ways] = {}
    todo = [start]
    while todo:
        node = todo.pop()
        if node in graph:
            continue
        if len(graph) >= most:
            raise TooLarge
        graph[node] = [] if isinstance(node, End) else ways(node)
        todo += [to for _, to in graph[node]]
    return graph


def visits(together: list[Node], mass: Mapping[Node, Fraction], graph: Mapping[Node, Ways], most: int) -> dict[Node, Fraction] | None:
    """How often each of these points is visited; None where there is no way out of them."""
    members = {node: index for index, node in enumerate(together)}
    if not any(to not in members for node in together for _, to in graph[node]):
        return None
    if len(together) > most:
        raise TooLarge
    size = len(together)
    rows = [[Fraction(int(row == column)) for column in range(size)] + [mass.get(together[row], Fraction(0))] for row in range(size)]
    for node, column in members.items():
        for share, to in graph[node]:
            if to in members:
                rows[members[to]][column] -= share
    for at in range(size):
        pivot = next(row for row in range(at, size) if rows[row][at])
        rows[at], rows[pivot] = rows[pivot], rows[at]
        first = rows[at][at]
        rows[at] = [value / first for value in rows[at]]
        for row in range(size):
            times = rows[row][at]
            if row != at and times:
                rows[row] = [value - times * above if above else value for value, above in zip(rows[row], rows[at], strict=True)]
    return {node: rows[index][-1] for node, index in members.items()}


def components(start: Node, graph: Mapping[Node, Ways]) -> Iterable[list[Node]]:
    """Points that lead to one another, together; what leads to others comes before them."""
    order: dict[Node, int] = {}
    low: dict[Node, int] = {}
    stack: list[Node] = []
    waiting: set[Node] = set()
    found: list[list[Node]] = []
    work = [(start, iter(graph[start]))]
    order[start] = low[start] = 0
    stack.append(start)
    waiting.add(start)
    while work:
        node, onward = work[-1]
        for _, to in onward:
            if to not in order:
                order[to] = low[to] = len(order)
                stack.append(to)
                waiting.add(to)
                work.append((to, iter(graph[to])))
                break
            if to in waiting:
                low[node] = min(low[node], order[to])
        else:
            work.pop()
            if work:
                low[work[-1][0]] = min(low[work[-1][0]], low[node])
            if low[node] == order[node]:
                together: list[Node] = []
                while not together or together[-1] != node:
                    together.append(stack.pop())
                    waiting.discard(together[-1])
                found.append(together)
    return reversed(found)


# ── the reference ──

ROOM = 2_000


def odds_of(process: Process, most: int = 20_000, most_together: int = 120) -> dict[str, Fraction]:
    """The odds of each ending of a world, as the reference engine plays it, without a limit of events."""
    return odds(_bare(process.begin()), lambda node: _ways(process, node), most, most_together)


def _ways(process: Process, node: Node) -> Ways:
    assert isinstance(node, Point)
    offers = [offer for offer in process.offers(node) if offer.weight]
    total = sum(offer.weight for offer in offers)
    return [(Fraction(offer.weight, total), _bare(process.follow(node, offer, ROOM).at)) for offer in offers]


def _bare(at: Point | Over) -> Node:
    """A point without the numbers that only dice ask for. A walk that comes to no choice in so many events will never come to one."""
    if isinstance(at, Over):
        return End(NEVER if at.ending == "endless" else at.ending)
    return at._replace(scene_number=0, choice_number=0)
