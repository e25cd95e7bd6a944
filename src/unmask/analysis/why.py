"""Explains a choice of a run: everything that was weighed there."""

from fractions import Fraction
from typing import NamedTuple

from unmask.problems.place import Span
from unmask.problems.speech import short
from unmask.run.record import Record
from unmask.run.step import Event, Offer, Point, Process
from unmask.world.model import Expression, Option, Scene


class Ground(NamedTuple):
    """A motive that counted: its phrase, its points, where it stands in the file."""

    phrase: str
    points: int
    span: Span


class Weighed(NamedTuple):
    """Something that could be chosen: its odds are exact, `points` are as they add up, before they are clipped."""

    label: str
    odds: Fraction
    points: int
    grounds: tuple[Ground, ...]
    drawn: bool


class Shut(NamedTuple):
    """Something that could not be chosen: the conditions that did not hold, or that it was used up."""

    label: str
    used_up: bool
    span: Span


class Answer(NamedTuple):
    """Why event `number` happened as it did. `open` and `shut` are in the order of the file."""

    number: int
    event: Event
    open: tuple[Weighed, ...]
    shut: tuple[Shut, ...]

    def __repr__(self) -> str:
        return short(f"<Answer: event {self.number}, {self.event.label}: {len(self.open)} open, {len(self.shut)} shut>")


class NoChoice(ValueError):
    """There is nothing to ask: the number names no event, or nobody chose it."""


def why(process: Process, record: Record, number: int) -> Answer:
    """What was weighed at event `number` (from 0).

    Raises NoChoice where there is no such event, or it just happened.
    """
    point = chosen_at(record, number)
    event = record.events[number]
    return Answer(number, event, weighed(process, point, event), shut(process, point))


def chosen_at(record: Record, number: int) -> Point:
    """Where event `number` was chosen. Raises NoChoice where there is no such event, or it just happened."""
    if not record.events:
        raise NoChoice("nothing happened in this run, so there is nothing to ask about")
    if not 0 <= number < len(record.events):
        raise NoChoice(f"this run has the events 0 to {len(record.events) - 1}, and no event {number}")
    event = record.events[number]
    if event.point is None:
        what = "is the ending" if event.sort == "ending" else "just happens"
        raise NoChoice(f"event {number} {what}: nobody chose it")
    return event.point


def weighed(process: Process, point: Point, event: Event) -> tuple[Weighed, ...]:
    """Every offer at a point with its exact odds; `event` is what was drawn there."""
    offers = process.offers(point)
    total = sum(offer.weight for offer in offers)
    return tuple(
        Weighed(label_of(offer), Fraction(offer.weight, total), offer.points, _grounds(offer), _is_drawn(offer, event)) for offer in offers
    )


def label_of(offer: Offer) -> str:
    """An option by its label, a scene by its name, a cast by its people."""
    if isinstance(offer.what, Option):
        return offer.what.label
    return ", ".join(offer.cast) if offer.cast else offer.what.name


def _is_drawn(offer: Offer, event: Event) -> bool:
    if isinstance(offer.what, Scene):
        return offer.cast == event.cast if event.sort == "cast" else offer.what.name == event.label
    return offer.what.label == event.label


def _grounds(offer: Offer) -> tuple[Ground, ...]:
    return tuple(Ground(reason.motive.phrase, reason.points, reason.motive.span) for reason in offer.reasons)


def shut(process: Process, point: Point) -> tuple[Shut, ...]:
    """The options of a moment that were not open."""
    if point.moment is None:
        return ()
    return tuple(
        Shut(option.label, _all_hold(process, option.guards, point), option.span)
        for option in point.moment.options
        if not process.is_open(option, point)
    )


def _all_hold(process: Process, guards: tuple[Expression, ...], point: Point) -> bool:
    return all(process.layout.holds(guard, point.state) for guard in guards)
