"""Holds motifs against runs that are written down in words.

Events are written as motifs write them (`Oda: walk on`, `stall / nod`, `scene market`, `ending parted`) with commas between; what stands
in parentheses is an event that nothing names, and facts in square brackets behind an event were so just before it.
"""

import re

from tests.motif.naive import Beat, Trying
from tests.world.told import world
from unmask.motif.events import NAMELESS, Happening, happenings
from unmask.motif.from_world import Matcher, matchers, motif_named
from unmask.motif.matching import after, begun, has_happened
from unmask.world.model import World

_EVENT = re.compile(r"(?P<name>[^\[]*?)\s*(?:\[(?P<facts>[^\]]*)\])?")


def course(place: World, run: str) -> list[Beat]:
    """The events of a run in words."""
    return [_beat(place, part.strip()) for part in run.split(",") if part.strip()]


def _beat(place: World, text: str) -> Beat:
    found = _EVENT.fullmatch(text)
    assert found
    return Beat(_happening(place, found["name"]), frozenset((found["facts"] or "").split()))


def _happening(place: World, name: str) -> Happening:
    if name.startswith("("):
        return NAMELESS
    for one in happenings(place):
        ways = {f"{one.sort} {one.label}"} if one.sort != "option" else {f"{one.who}: {one.label}", f"{one.moment} / {one.label}"}
        if one != NAMELESS and name in ways:
            return one
    raise AssertionError(f"nothing in this story is called {name}")


def has(story: str, motif: str, run: str) -> bool:
    """Whether a run has a motif; asked of the automaton, and of whoever tries every way."""
    place = world(story)
    found = motif_named(place, motif)
    beats = course(place, run)
    answer = follows(matchers(place, found), beats)
    assert answer == Trying(place, beats).happened(found)
    return answer


def follows(found: tuple[Matcher, ...], beats: list[Beat]) -> bool:
    """Whether one of the matchers says after these events that it has happened."""
    ways = begun(found)
    for beat in beats:
        ways = after(found, ways, beat.happening, beat.asked)
    return has_happened(found, ways)
