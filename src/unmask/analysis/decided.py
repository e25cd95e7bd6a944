"""Finds where a run was decided: the odds of the endings after each of its choices, and the choice that moved them most."""

from typing import NamedTuple

from unmask.analysis.ahead import Ahead, Outlook
from unmask.analysis.arcs import Stretch, stretches
from unmask.problems.speech import short
from unmask.run.record import Record
from unmask.world.model import CHANCE

DECIDED = 0.5
"""From then on an ending is more likely than all others together."""


class Decided(NamedTuple):
    """A run with the odds of its endings. `outlooks[0]` is before everything; `outlooks[n + 1]` after event n.

    `turns` are the events at which the odds moved, by the share of all luck that they moved: the largest first.
    """

    record: Record
    stretches: tuple[Stretch, ...]
    endings: tuple[str, ...]
    outlooks: tuple[Outlook, ...]
    turns: tuple[tuple[int, float], ...]

    def __repr__(self) -> str:
        return short(f"<Decided: {self.record!r}, {len(self.turns)} events at which the odds moved>")

    def odds(self, ending: str) -> list[float]:
        """How likely an ending was, before everything and after each event."""
        number = self.endings.index(ending)
        return [outlook.chances[number].p for outlook in self.outlooks]

    @property
    def possible(self) -> list[str]:
        """The endings that were ever likely, the one that came first, then those that were likeliest at their best."""
        best = {ending: max(self.odds(ending)) for ending in self.endings}
        alive = [ending for ending in self.endings if best[ending] > 0]
        return sorted(alive, key=lambda ending: (ending != self.record.over.ending, -best[ending]))

    @property
    def sealed(self) -> int | None:
        """The event since which the ending that came was more likely than all others together, for good; None before everything."""
        odds = self.odds(self.record.over.ending)
        last = max((number for number, p in enumerate(odds) if p <= DECIDED), default=-1)
        return last if last >= 0 else None


def decided(ahead: Ahead, record: Record) -> Decided:
    """The odds along a run that came to an end."""
    found = ahead.along(record)
    outlooks = [found[0]]
    at = 0
    for event in record.events:
        # What just happens hangs on no luck: it moves nothing.
        at += event.point is not None
        outlooks.append(found[at])
    moves = [(number, apart(outlooks[number], outlooks[number + 1])) for number in range(len(record.events))]
    turns = sorted((move for move in moves if move[1] > 0), key=lambda move: (-move[1], move[0]))
    return Decided(record, stretches(record.events), ahead.endings, tuple(outlooks), tuple(turns))


def apart(one: Outlook, other: Outlook) -> float:
    """The share of all luck by which two outlooks differ."""
    return sum(abs(now.p - was.p) for was, now in zip(one.chances, other.chances, strict=True)) / 2


def whose(record: Record, number: int) -> str:
    """An event as the choice that it was."""
    event = record.events[number]
    match event.sort:
        case "scene":
            return f"`{event.label}` came next"
        case "cast":
            return f"`{event.label}` came to {', '.join(event.cast)}"
        case _:
            return f"chance had it: {event.label}" if event.who == CHANCE else f"{event.who} chose: {event.label}"
