"""How far a pattern has come: a set of tokens and what is so of an event come in, the tokens after it leave.

A token is one way in which the pattern may be on its way to be matched. One promise: tokens that another one does as well as, whatever
happens, are left out; so what is kept of a run stays small.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from unmask.motif.pattern import NO_SPAN, Line, Pattern, Wants

Holds = Callable[[Wants], bool]
NOT_BEGUN = -1


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

    def start(self) -> Tokens:
        """Before the first event."""
        return frozenset({self._fresh(0)})

    def has_happened(self, tokens: Tokens) -> bool:
        """Whether it has, if the story were over now."""
        return any(token.stage == self.end for token in tokens)

    def move(self, tokens: Tokens, holds: Holds, new_scene: bool) -> tuple[Tokens, bool]:
        """The tokens after an event, and whether it completed the pattern."""
        moved = {after for token in tokens for after in self._after(token, holds, new_scene)}
        completed = any(token == self._fresh(self.end) for token in moved)
        if self.again:
            moved = {token for token in moved if token.stage != self.end}
        return self._best(moved), completed

    # ── one token ──

    def _fresh(self, stage: int) -> Token:
        watched = frozenset(Watch(number, NOT_BEGUN, 0, 0) for number, _ in enumerate(self.stages[stage].without))
        return Token(stage, NOT_BEGUN, 0, 0, watched)

    def _after(self, token: Token, holds: Holds, new_scene: bool) -> Iterator[Token]:
        line = self.stages[token.stage].line
        if line is not None:
            ago = _ago(line, token, new_scene)
            for number in _next(line, token.done):
                step = line.steps[number]
                if _is_near(step.events, ago[0]) and _is_near(step.scenes, ago[1]) and holds(step.wants):
                    if step.last:
                        yield self._fresh(token.stage + 1)
                    if step.after:
                        yield Token(token.stage, step.place, *ago, frozenset())
            if line.at_once or _is_late(line, *ago):
                return
            token = token._replace(events=ago[0], scenes=ago[1])
        watched = self._watched(token, holds, new_scene)
        if watched is not None:
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
        return frozenset(watch for watch in found if not any(_warns(other, watch) for other in found - {watch}))

    # ── the best of them ──

    def _best(self, tokens: set[Token]) -> Tokens:
        done = [token for token in tokens if token.stage == self.end and not token.watched]
        if done:
            return frozenset(done)
        ahead = max((self._turn(token) for token in tokens if self._is_free(token)), default=(0, 0))
        left = {token for token in tokens if self._turn(token) >= ahead}
        return frozenset(token for token in left if not any(_leads(other, token) for other in left - {token}))

    def _turn(self, token: Token) -> tuple[int, int]:
        line = self.stages[token.stage].line
        return token.stage, line.steps[token.done].turn if line is not None and token.done != NOT_BEGUN else 0

    def _is_free(self, token: Token) -> bool:
        """Whether it may wait as long as it likes: then every token that still has to come to where it is does no better."""
        line = self.stages[token.stage].line
        if line is None or line.at_once or token.watched or any((step.events, step.scenes) != (NO_SPAN, NO_SPAN) for step in line.steps):
            return False
        return token.done == NOT_BEGUN or line.steps[token.done].turn > 0


def _next(line: Line, done: int) -> tuple[int, ...]:
    return line.first if done == NOT_BEGUN else line.steps[done].after


def _ago(line: Line, before: Token | Watch, new_scene: bool) -> tuple[int, int]:
    """How many events and scenes ago the neighbour is, as far as the line can tell: past its widest span all are one."""
    events = max(step.events for step in line.steps)
    scenes = max(step.scenes for step in line.steps)
    return min(before.events + 1, events + 1), min(before.scenes + new_scene, scenes + 1)


def _is_near(span: int, ago: int) -> bool:
    return span == NO_SPAN or ago <= span


def _is_late(line: Line, events: int, scenes: int) -> bool:
    """Whether the line cannot go on with any event after one that is so far from its neighbour."""
    return (line.most_events != NO_SPAN and events >= line.most_events) or (line.most_scenes != NO_SPAN and scenes > line.most_scenes)


def _warns(one: Watch, other: Watch) -> bool:
    """Whether one stops all that the other stops."""
    return (one.line, one.done) == (other.line, other.done) and one.events <= other.events and one.scenes <= other.scenes


def _leads(one: Token, other: Token) -> bool:
    """Whether one does as well as the other, whatever happens."""
    return (
        (one.stage, one.done) == (other.stage, other.done)
        and one.events <= other.events
        and one.scenes <= other.scenes
        and all(any(_warns(stops, watch) for stops in other.watched) for watch in one.watched)
    )
