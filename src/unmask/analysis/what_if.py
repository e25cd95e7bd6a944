"""Plays a run again with the same luck and one thing changed, beside the run as it was.

Somebody chose otherwise, or a value was another. One promise: every draw keeps its number, so that whatever the change does not touch
happens as it did.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from unmask.analysis.why import chosen_at, label_of, shut
from unmask.problems.near import did_you_mean, listed
from unmask.problems.speech import short
from unmask.run.chooser import Dice
from unmask.run.record import Record, play_from
from unmask.run.state import State
from unmask.run.step import Event, Offer, Over, Point, Process
from unmask.world import walk
from unmask.world.model import CHANCE, Effect, Happened, Seems

if TYPE_CHECKING:
    from unmask.analysis.ahead import Ahead, Outlook


class NoChange(ValueError):
    """The change cannot be made there, and why."""


class Ends(NamedTuple):
    """Both ends of a change: the points at which odds are asked. `before` is where both stories still are one; None for a value."""

    before: Point | None
    was: Point | Over
    now: Point | Over


class WhatIf(NamedTuple):
    """Two stories. `number` is the event at which the change was made, None for the beginning; `changed` says what, in words.

    `parted` is the first event in which they differ; None where they do not.
    """

    number: int | None
    changed: str
    was: Record
    now: Record
    parted: int | None
    ends: Ends

    def __repr__(self) -> str:
        return short(f"<WhatIf: {self.changed}; {self.was.over.ending} becomes {self.now.over.ending}>")


class Moved(NamedTuple):
    """How likely each ending was: before the choice (None where there was none to make), as it was, and as it is with the change."""

    endings: tuple[str, ...]
    before: "Outlook | None"
    was: "Outlook"
    now: "Outlook"

    def __repr__(self) -> str:
        return short(f"<Moved: the odds of {len(self.endings)} endings>")


def instead(process: Process, record: Record, number: int, words: str) -> WhatIf:
    """The same luck, but for one choice: at event `number` something else was chosen.

    Raises NoChoice where nobody chose that event, and NoChange where what is wanted could not be chosen there.
    """
    point = chosen_at(record, number)
    offer = _wanted(process, point, record.events[number], number, words)
    turn = process.follow(point, offer, process.world.limit - number)
    over, events = play_from(process, turn.at, _luck(record), process.world.limit - number - len(turn.events))
    now = record._replace(events=(*record.events[:number], *turn.events, *events), over=over, strayed="")
    at = _points_after(record, number)
    return WhatIf(number, label_of(offer), record, now, parting(record.events, now.events), Ends(point, at, turn.at))


def with_value(process: Process, record: Record, number: int | None, effect: Effect) -> WhatIf:
    """The same luck, but for one value: just before event `number`, or from the beginning, it was another.

    Raises NoChoice where nobody chose that event, and NoChange where the value cannot be so.
    """
    at = process.begin() if number is None else chosen_at(record, number)
    if isinstance(at, Over):
        raise NoChange("nothing happens in this story, whatever anybody feels")
    state, words = _set(process, at.state, effect)
    point = _again(process, at, state)
    first = number or 0
    over, events = play_from(process, point, _luck(record), process.world.limit - first)
    now = record._replace(events=(*record.events[:first], *events), over=over, strayed="")
    return WhatIf(number, words, record, now, parting(record.events, now.events), Ends(None, at, point))


def moved(ahead: "Ahead", found: WhatIf) -> Moved:
    """By how much the change moved the odds of each ending, at that moment."""
    before, was, now = found.ends
    asked = [at for at in (before, was, now) if at is not None]
    outlooks = ahead.together(asked)
    return Moved(ahead.endings, None if before is None else outlooks[0], outlooks[-2], outlooks[-1])


def parting(was: tuple[Event, ...], now: tuple[Event, ...]) -> int | None:
    """The first event in which two stories differ; None where they are one."""
    for number, (one, other) in enumerate(zip(was, now, strict=False)):
        if _what(one) != _what(other):
            return number
    return None if len(was) == len(now) else min(len(was), len(now))


def _what(event: Event) -> tuple[object, ...]:
    return (*event[:6], event.scene_number, event.meanwhile)


def _points_after(record: Record, number: int) -> Point | Over:
    return next((event.point for event in record.events[number + 1 :] if event.point is not None), record.over)


def _luck(record: Record) -> Dice:
    return Dice(record.seed, record.number)


# ── another choice ──


def _wanted(process: Process, point: Point, event: Event, number: int, words: str) -> Offer:
    """What somebody means, of what could be chosen there."""
    who, label = _whose(process, " ".join(words.split()))
    if who and who != point.who:
        owner = f"is {point.who}'s choice" if point.who != CHANCE else "is left to chance"
        raise NoChange(f"event {number} {owner}, not {who}'s")
    offers = process.offers(point)
    found = next((offer for offer in offers if label in _names(point, offer)), None)
    can = [offer for offer in offers if offer.weight and not _is(offer, event)]
    there = f"There {listed([label_of(offer) for offer in can], 'and')} could be chosen" if can else "Nothing else could be chosen there"
    if found is None:
        closed = next((one for one in shut(process, point) if one.label == label), None)
        if closed is not None:
            why = "it was used up" if closed.used_up else "its conditions do not hold"
            raise NoChange(f"`{label}` was not open at event {number}: {why} (line {closed.span.line}). {there}")
        near = did_you_mean(label, [label_of(offer) for offer in can])
        raise NoChange(f"at event {number} there is no `{label}` to choose. {near}{there}")
    if _is(found, event):
        raise NoChange(f"`{label}` is what was chosen at event {number}. {there}")
    if not found.weight:
        raise NoChange(f"`{label}` weighs 0 at event {number}, so nobody ever chooses it there. {there}")
    return found


def _whose(process: Process, words: str) -> tuple[str, str]:
    """Who is named before a colon, if somebody is, and the rest."""
    who, colon, label = words.partition(":")
    if colon and who.strip() in (*process.world.people, CHANCE):
        return who.strip(), label.strip()
    return "", words


def _names(point: Point, offer: Offer) -> Iterable[str]:
    yield label_of(offer)
    if point.sort == "scene":
        yield f"scene {label_of(offer)}"
    if point.sort == "cast" and point.scene is not None:
        yield ", ".join(f"{role.name} = {person}" for role, person in zip(point.scene.roles, offer.cast, strict=True))


def _is(offer: Offer, event: Event) -> bool:
    return offer.cast == event.cast if event.sort == "cast" else label_of(offer) == event.label


# ── another value ──


def _set(process: Process, state: State, effect: Effect) -> tuple[State, str]:
    """The state with a value set, and what was done in words."""
    place = process.layout.places[effect.variable]
    type_ = process.world.variables[effect.variable].type
    if any(isinstance(part, Happened | Seems) for part in walk.parts(effect.value)):
        raise NoChange("a value is set to another value, and not to what seems or has happened")
    value = process.layout.value(effect.value, state)
    if effect.operator == "=" and not type_.low <= value <= type_.high:
        raise NoChange(
            f"{effect.variable.words} goes from {type_.name_of(type_.low)} to {type_.name_of(type_.high)}, and {value} is not there"
        )
    if effect.operator != "=":
        value = process.layout.clamped(effect.variable, state[place] + value if effect.operator == "+=" else state[place] - value)
    if value == state[place]:
        raise NoChange(f"{effect.variable.words} is {type_.name_of(value)} there already, so that nothing would change")
    words = f"{effect.variable.words} is {type_.name_of(value)} and not {type_.name_of(state[place])}"
    return (*state[:place], value, *state[place + 1 :]), words


def _again(process: Process, point: Point, state: State) -> Point | Over:
    """The same point in another state: perhaps nothing can be chosen there any more."""
    if point.sort == "scene":
        return process.next_scene(state, point.scene_number)
    there = point._replace(state=state)
    return process.weighed(there, process.offers(there))
