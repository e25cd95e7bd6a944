"""Finds where in a run a motif has happened, by the numbers of events.

One promise: an event is asked about with the state just before it, whatever engine it comes from.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from unmask.motif.events import Happening, Happens
from unmask.motif.from_world import Matcher
from unmask.world.model import IMPLICIT_ENDINGS, Expression

Asks = Callable[[Expression], bool]
Ways = tuple[int, ...]
"""The state of each matcher's automaton."""

NEVER = -1


class Chosen(Protocol):
    """The point at which something was chosen."""

    @property
    def state(self) -> tuple[int, ...]: ...


class Logged(Happens, Protocol):
    """An event as a record has it: None for `point` where nobody chose it."""

    @property
    def point(self) -> Chosen | None: ...


class Over(Protocol):
    """How a run ended, and how things stood then."""

    @property
    def ending(self) -> str: ...
    @property
    def state(self) -> tuple[int, ...]: ...


class Played(Protocol):
    """A run from its beginning to its end."""

    @property
    def events(self) -> Sequence[Logged]: ...
    @property
    def over(self) -> Over: ...


def begun(matchers: Sequence[Matcher]) -> Ways:
    """Before the first event."""
    return (0,) * len(matchers)


def after(matchers: Sequence[Matcher], ways: Ways, happening: Happens, holds: Asks) -> Ways:
    """Where each matcher is after an event; `holds` answers from the state just before it."""
    return tuple(_step(matcher, way, happening, holds) for matcher, way in zip(matchers, ways, strict=True))


def has_happened(matchers: Sequence[Matcher], ways: Ways) -> bool:
    """Whether the motif has happened by now: with anybody in its roles, and as if the story were over."""
    return any(matcher.automaton.accepting[way] for matcher, way in zip(matchers, ways, strict=True))


def since(matchers: Sequence[Matcher], course: Iterable[tuple[Happens, Asks]]) -> int:
    """The number of the event since which the motif has happened, NEVER where it has not when all is over.

    For a motif that does not end in `without …` that is the first event with which it was matched.
    """
    ways = begun(matchers)
    found = NEVER
    for number, (happening, holds) in enumerate(course):
        ways = after(matchers, ways, happening, holds)
        if not has_happened(matchers, ways):
            found = NEVER
        elif found == NEVER:
            found = number
    return found


def matches(matchers: Sequence[Matcher], record: Played, holds: Callable[[Expression, tuple[int, ...]], bool]) -> int:
    """The number of the event since which the motif has happened in a run; NEVER where it has not.

    Where no author's ending closes the run, how it ended counts as one event more.
    """
    return since(matchers, _course(record, holds))


def _course(record: Played, holds: Callable[[Expression, tuple[int, ...]], bool]) -> Iterator[tuple[Happens, Asks]]:
    for event in record.events:
        # What nobody chose is a moment, of which nothing is ever asked, or the author's ending, which finds things as they stay.
        yield event, _asked_of(event.point.state if event.point is not None else record.over.state, holds)
    if record.over.ending in IMPLICIT_ENDINGS:
        yield Happening("ending", label=record.over.ending), _asked_of(record.over.state, holds)


def _asked_of(state: tuple[int, ...], holds: Callable[[Expression, tuple[int, ...]], bool]) -> Asks:
    return lambda condition: holds(condition, state)


def _step(matcher: Matcher, way: int, happening: Happens, holds: Asks) -> int:
    site = matcher.at(happening)
    so = sum(holds(condition) << bit for bit, condition in enumerate(site.conditions))
    return matcher.automaton.table[way][site.letters[so]]
