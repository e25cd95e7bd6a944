"""A chain made small: steps that follow one another are one, and what nothing will read any more is forgotten.

One promise: from the start, each ending is reached with the probability with which it was reached before; what is forgotten was read by
nothing on any way on.
"""

from collections.abc import Iterator

from unmask.export import formulas
from unmask.export.formulas import Formula, after
from unmask.export.to_chain import CHOICE, END, Branch, Chain, Exit, Point, plain

LONGEST = 160


def folded(chain: Chain) -> Chain:
    """The chain, with steps folded into what leads to them, and without what is never read."""
    points = [Point(point.sort, point.note, _of_any_weight(point)) for point in chain.points]
    small = Chain(chain.places, chain.low, chain.high, chain.starts, points, dict(chain.ends), chain.start, dict(chain.watched))
    small.start = _thread(points, chain.start)
    done: set[int] = set()
    todo = [small.start]
    whole = [list(point.branches) for point in points]
    while todo:
        number = todo.pop()
        if number in done:
            continue
        done.add(number)
        points[number].branches = [_fold(branch, points, whole) for branch in points[number].branches]
        todo += targets(points[number])
    _forget(small)
    return small


def reachable(chain: Chain) -> list[int]:
    """Points that can be come to from the start, nearest first, without ends."""
    found = [] if chain.points[chain.start].sort == END else [chain.start]
    seen = set(found)
    for number in found:
        for to in targets(chain.points[number]):
            if to not in seen and chain.points[to].sort != END:
                seen.add(to)
                found.append(to)
    return found


def targets(point: Point) -> Iterator[int]:
    """Where a point leads."""
    return (exit_.to for branch in point.branches for exit_ in branch.exits)


def _of_any_weight(point: Point) -> list[Branch]:
    """Branches that may be taken. A choice is reached only where it can be drawn from: what is alone there is certain."""
    found = [branch._replace(exits=plain(branch.exits)) for branch in point.branches if branch.weight.high > 0]
    return [found[0]._replace(weight=formulas.number(1))] if len(found) == 1 else found


def _thread(points: list[Point], number: int) -> int:
    """The first point from here at which anything happens."""
    seen: set[int] = set()
    while number not in seen and len(points[number].branches) == 1:
        seen.add(number)
        branch = points[number].branches[0]
        if branch.writes or len(branch.exits) > 1:
            return number
        number = branch.exits[0].to
    return number


# ── steps that follow one another ──


def _fold(branch: Branch, points: list[Point], whole: list[list[Branch]]) -> Branch:
    """A branch with as many of the steps that follow it as can still be read."""
    passed: set[int] = set()
    while True:
        for index, exit_ in enumerate(branch.exits):
            if exit_.to in passed or points[exit_.to].sort == END or len(whole[exit_.to]) != 1:
                continue
            longer = _joined(branch, index, whole[exit_.to][0])
            if longer is not None:
                passed.add(exit_.to)
                branch = longer
                break
        else:
            return branch


def _joined(branch: Branch, index: int, then: Branch) -> Branch | None:
    """A branch and the one that follows its exit of that index, as one; None where that cannot be said or would be long."""
    if then.writes and len(branch.exits) > 1:
        return None
    way = branch.exits[index].condition
    onward = [Exit(formulas.both((way, after(exit_.condition, branch.writes))), exit_.to) for exit_ in then.exits]
    exits = plain((*branch.exits[:index], *onward, *branch.exits[index + 1 :]))
    writes = branch.writes | {place: after(value, branch.writes) for place, value in then.writes.items()}
    longer = Branch(branch.weight, writes, exits, branch.note)
    return longer if not (then.writes or len(then.exits) > 1) or _length(longer) <= LONGEST else None


def _length(branch: Branch) -> int:
    return sum(value.size for value in branch.writes.values()) + sum(exit_.condition.size for exit_ in branch.exits)


# ── what is read no more ──


def _forget(chain: Chain) -> None:
    """Take out what is written for nobody, and bring back to its start what nobody reads before it is written again."""
    numbers = reachable(chain)
    read = _read_from(chain, numbers)
    changed = _changed_at(chain, numbers, read)
    for number in numbers:
        point = chain.points[number]
        point.branches = [_forgetting(chain, branch, changed[number], _onward(branch, read)) for branch in point.branches]


def _read_from(chain: Chain, numbers: list[int]) -> dict[int, set[int]]:
    """For each point, the places whose value there may still matter."""
    read: dict[int, set[int]] = {number: set() for number in range(len(chain.points))}
    for end in chain.ends.values():
        read[end] = {place for ways in chain.watched.values() for place, _ in ways}
    before: dict[int, set[int]] = {number: set() for number in range(len(chain.points))}
    for number in numbers:
        for to in targets(chain.points[number]):
            before[to].add(number)
    todo = list(reversed(numbers))
    waiting = set(todo)
    while todo:
        number = todo.pop(0)
        waiting.discard(number)
        found = set().union(*(_reads(branch, _onward(branch, read)) for branch in chain.points[number].branches))
        if chain.points[number].sort == CHOICE and len(chain.points[number].branches) > 1:
            found |= set().union(*(branch.weight.reads for branch in chain.points[number].branches))
        if found != read[number]:
            read[number] = found
            new = before[number] - waiting
            waiting |= new
            todo += new
    return read


def _onward(branch: Branch, read: dict[int, set[int]]) -> set[int]:
    return set().union(*(read[exit_.to] for exit_ in branch.exits))


def _reads(branch: Branch, onward: set[int]) -> set[int]:
    found = {place for exit_ in branch.exits for place in exit_.condition.reads}
    for place in onward:
        found |= branch.writes[place].reads if place in branch.writes else {place}
    return found


def _changed_at(chain: Chain, numbers: list[int], read: dict[int, set[int]]) -> dict[int, set[int]]:
    """For each point, the places that may hold something else than they did at the start."""
    changed: dict[int, set[int]] = {number: set() for number in range(len(chain.points))}
    todo = list(numbers)
    while todo:
        number = todo.pop()
        for branch in chain.points[number].branches:
            left = (changed[number] | set(branch.writes)) & _onward(branch, read)
            for exit_ in branch.exits:
                if not left <= changed[exit_.to]:
                    changed[exit_.to] |= left
                    todo.append(exit_.to)
    return changed


def _forgetting(chain: Chain, branch: Branch, changed: set[int], onward: set[int]) -> Branch:
    writes = {place: value for place, value in branch.writes.items() if place in onward and not _is_place(value, place)}
    for place in sorted(changed - onward):
        writes[place] = formulas.number(chain.starts[place])
    return branch._replace(writes=dict(sorted(writes.items())))


def _is_place(value: Formula, place: int) -> bool:
    return value.operator == "place" and value.value == place
