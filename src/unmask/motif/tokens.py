"""Moves a pattern on by one event: from the tokens that say how far it has come to those after it.

A token is one way in which the pattern may be on its way to be matched. One promise: tokens that another one does as well as, whatever
happens, are left out; so what is kept of a run stays small.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from unmask.motif.pattern import NO_SPAN, Line, Pattern, Step, Wants

Holds = Callable[[Wants], bool]
NOT_BEGUN = -1
MOST_COMPARED = 60


class Watch(NamedTuple):
    """How far something that must not come has come: which of the lines, its last step, and how long ago the neighbour was."""

    line: int
    done: int
    events: int
    scenes: int


class Token(NamedTuple):
    """Waits in a stage, after its step `done`; the neighbour before was so many events and scenes ago, if anybody asks."""

    stage: int
    done: int
    events: int
    scenes: int
    watched: frozenset[Watch]


Tokens = frozenset[Token]


class Follower:
    """Follows one pattern. `again` is for a motif that others name: it is completed each time that its last event comes."""

    def __init__(self, pattern: Pattern, again: bool) -> None:
        self.stages = pattern.stages
        self.again = again
        self.end = len(self.stages) - 1
        self.order = [_Order(stage.line) if stage.line is not None else None for stage in self.stages]
        self.orders_without = [[_Order(line) for line in stage.without] for stage in self.stages]
        self.fresh = [_fresh(number, len(stage.without)) for number, stage in enumerate(self.stages)]

    def start(self) -> Tokens:
        """Before the first event."""
        return frozenset({self.fresh[0]})

    def has_happened(self, tokens: Tokens) -> bool:
        """Whether it has, if the story were over now."""
        return any(token.stage == self.end for token in tokens)

    def move(self, tokens: Tokens, holds: Holds, new_scene: bool) -> tuple[Tokens, bool]:
        """The tokens after an event, and whether it completed the pattern."""
        moved = {after for token in tokens for after in self._after(token, holds, new_scene)}
        completed = self.fresh[self.end] in moved
        if self.again:
            moved = {token for token in moved if token.stage != self.end}
        return self._best(moved), completed

    # ── one token ──

    def _after(self, token: Token, holds: Holds, new_scene: bool) -> Iterator[Token]:
        line = self.stages[token.stage].line
        if line is not None:
            ago = _ago(line, token, new_scene)
            for number in _next(line, token.done):
                step = line.steps[number]
                if _is_near(step.events, ago[0]) and _is_near(step.scenes, ago[1]) and holds(step.wants):
                    if step.last:
                        yield self.fresh[token.stage + 1]
                    if step.after:
                        yield Token(token.stage, step.place, *ago, frozenset())
            if line.at_once or _is_late(line, *ago):
                return
            if ago != (token.events, token.scenes):
                token = token._replace(events=ago[0], scenes=ago[1])
        if not token.watched:
            yield token
        elif (watched := self._watched(token, holds, new_scene)) is not None:
            yield token._replace(watched=watched)

    def _watched(self, token: Token, holds: Holds, new_scene: bool) -> frozenset[Watch] | None:
        """What must not come, after this event; None where it has come."""
        found: set[Watch] = set()
        for watch in token.watched:
            line = self.stages[token.stage].without[watch.line]
            ago = _ago(line, watch, new_scene)
            for number in _next(line, watch.done):
                step = line.steps[number]
                if _is_near(step.events, ago[0]) and _is_near(step.scenes, ago[1]) and holds(step.wants):
                    if step.last:
                        return None
                    found.add(Watch(watch.line, step.place, *ago))
            if not _is_late(line, *ago):
                found.add(watch._replace(events=ago[0], scenes=ago[1]))
        return frozenset(self._furthest(token.stage, found))

    def _furthest(self, stage: int, found: set[Watch]) -> list[Watch]:
        """Of what must not come only what has come furthest: it stops whatever the others stop. All of it has waited as long."""
        kept: list[Watch] = []
        for watch in sorted(found, reverse=True):
            if not any(self._warns(stage, other, watch) for other in kept):
                kept = [other for other in kept if not self._warns(stage, watch, other)] + [watch]
        return kept

    def _warns(self, stage: int, one: Watch, other: Watch) -> bool:
        """Whether one stops all that the other stops."""
        if one.line != other.line or one.events > other.events or one.scenes > other.scenes:
            return False
        return self.orders_without[stage][one.line].is_ahead(one.done, other.done)

    # ── the best of them ──

    def _best(self, tokens: set[Token]) -> Tokens:
        if len(tokens) < 2:
            return frozenset(tokens)
        done = [token for token in tokens if token.stage == self.end and not token.watched]
        if done:
            return frozenset(done)
        ahead = max((self._turn(token) for token in tokens if self._is_free(token)), default=(0, 0))
        kept: list[Token] = []
        for token in sorted((token for token in tokens if self._turn(token) >= ahead), key=_by_place, reverse=True):
            if not any(self._leads(other, token) for other in kept):
                kept = [other for other in kept if not self._leads(token, other)] + [token]
        return frozenset(kept)

    def _leads(self, one: Token, other: Token) -> bool:
        """Whether one does as well as the other, whatever happens."""
        if one.stage != other.stage or one.events > other.events or one.scenes > other.scenes:
            return False
        order = self.order[one.stage]
        if order is not None and not order.is_ahead(one.done, other.done):
            return False
        return all(any(self._warns(one.stage, stops, watch) for stops in other.watched) for watch in one.watched)

    def _turn(self, token: Token) -> tuple[int, int]:
        order = self.order[token.stage]
        return token.stage, order.turn(token.done) if order is not None else 0

    def _is_free(self, token: Token) -> bool:
        """Whether it may wait as long as it likes: then every token that still has to come to where it is does no better."""
        line = self.stages[token.stage].line
        if line is None or line.at_once or token.watched or (line.widest_events, line.widest_scenes) != (NO_SPAN, NO_SPAN):
            return False
        return token.done == NOT_BEGUN or line.steps[token.done].turn > 0


def _fresh(stage: int, watched: int) -> Token:
    """A token that has just come into a stage in which so many lines must not come."""
    return Token(stage, NOT_BEGUN, 0, 0, frozenset(Watch(number, NOT_BEGUN, 0, 0) for number in range(watched)))


def _next(line: Line, done: int) -> tuple[int, ...]:
    return line.first if done == NOT_BEGUN else line.steps[done].after


def _ago(line: Line, before: Token | Watch, new_scene: bool) -> tuple[int, int]:
    """How many events and scenes ago the neighbour is, as far as the line can tell: past its widest span all are one."""
    return min(before.events + 1, line.widest_events + 1), min(before.scenes + new_scene, line.widest_scenes + 1)


def _is_near(span: int, ago: int) -> bool:
    return span == NO_SPAN or ago <= span


def _is_late(line: Line, events: int, scenes: int) -> bool:
    """Whether the line cannot go on with any event after one that is so far from its neighbour."""
    return (line.last_event != NO_SPAN and events >= line.last_event) or (line.last_scene != NO_SPAN and scenes > line.last_scene)


def _by_place(token: Token) -> tuple[int, int, int, int, list[Watch]]:
    return token.stage, token.done, -token.events, -token.scenes, sorted(token.watched)


class _Order:
    """Who is ahead of whom on a line. Where every turn is one event, whoever has done more; else it is found once, by comparing."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.pairs: frozenset[tuple[int, int]] | None = None

    def is_ahead(self, one: int, other: int) -> bool:
        """Whether whoever waits after step `one` does as well as whoever waits after the other, having waited no longer."""
        if one == other:
            return True
        if self.line.at_once:
            return False
        if self.line.counts_turns:
            return self.turn(one) >= self.turn(other)
        if self.pairs is None:
            self.pairs = _ahead(self.line)
        return (one, other) in self.pairs

    def turn(self, done: int) -> int:
        """How many turns somebody has done."""
        return 0 if done == NOT_BEGUN else self.line.steps[done].turn


def _ahead(line: Line) -> frozenset[tuple[int, int]]:
    """All pairs of which the first is ahead: the greatest relation that every event keeps up (a simulation, as Milner has it)."""
    places = {NOT_BEGUN, *(step.place for step in line.steps if step.after)}
    if len(places) > MOST_COMPARED:
        return frozenset()
    pairs = {(one, other) for one in places for other in places}
    while True:
        kept = {(one, other) for one, other in pairs if all(_keeps_up(line, one, number, pairs) for number in _next(line, other))}
        if kept == pairs:
            return frozenset(pairs)
        pairs = kept


def _keeps_up(line: Line, one: int, number: int, pairs: set[tuple[int, int]]) -> bool:
    """Whether, when another takes a step, whoever waits after `one` can do as well: by waiting on, or by a step that is as good."""
    step = line.steps[number]
    as_good = [line.steps[mine] for mine in _next(line, one) if _covers(line.steps[mine], step)]
    if step.last and not any(mine.last for mine in as_good):
        return False
    return not step.after or (one, step.place) in pairs or any(mine.after and (mine.place, step.place) in pairs for mine in as_good)


def _covers(one: Step, other: Step) -> bool:
    """Whether one may be taken wherever the other may."""
    return one.wants == other.wants and _is_wider(one.events, other.events) and _is_wider(one.scenes, other.scenes)


def _is_wider(one: int, other: int) -> bool:
    return one == NO_SPAN or (other != NO_SPAN and one >= other)
