"""Names that nobody could tell apart: two that look the same, and two people told by one name."""

import re
import unicodedata
from collections.abc import Iterator

from unmask.problems import in_checks
from unmask.problems.place import Span
from unmask.problems.problem import Problem
from unmask.world.from_syntax import Resolved

# Letters of other scripts that look like Latin ones, as far as names are likely to hold them.
_LOOKS_LIKE = str.maketrans(
    "аеорсухіјѕԁһӏԛԝѵАВЕКМНОРСТХІЈЅԌαορνικΑΒΕΖΗΙΚΜΝΟΡΤΥΧոսօհɑɡıꓲꓳ", "aeopcyxijsdhlqwvABEKMHOPCTXIJSGaopvikABEZHIKMNOPTYXnuohagiIO"
)
# Variation selectors, which some scripts need and which few fonts show.
_SELECTORS = re.compile("[\u180b-\u180f\U000e0100-\U000e01ef]")


def shape(name: str) -> str:
    """What is to be seen of a name: two of one shape cannot be told apart."""
    return unicodedata.normalize("NFKC", _SELECTORS.sub("", name)).translate(_LOOKS_LIKE)


def look_alikes(resolved: Resolved) -> Iterator[Problem]:
    """Names that look the same and are written with other letters."""
    seen: dict[str, str] = {}
    places = _places(resolved)
    for name, span in places.items():
        if seen.setdefault(shape(name), name) != name:
            other = seen[shape(name)]
            yield in_checks.look_alike(span, name, other, places[other])


def _places(resolved: Resolved) -> dict[str, Span]:
    """Every name of the story, and where it is declared."""
    names = resolved.names
    places = {line.name: line.span for table in names.lines.values() for line in table.values()}
    for table in (names.people, names.kinds, names.scenes, names.endings, names.motifs):
        places |= {name: line.name.span for name, line in table.items()}
    for scene in (*resolved.world.scenes, *resolved.world.meanwhiles):
        places |= {moment.name: moment.span for moment in scene.moments}
    return places


def told_alike(resolved: Resolved) -> Iterator[Problem]:
    """Two people whom a telling calls by one name: on every side, or on some."""
    people = resolved.world.people
    plain = {name: shape(person.display.strip()) for name, person in people.items()}
    everywhere = set(_pairs(plain))
    on_sides: dict[tuple[str, str], list[str]] = {pair: [] for pair in everywhere}
    for side in dict.fromkeys(by for person in people.values() for by, _ in person.called):
        own = {name: shape(dict(person.called).get(side, person.display).strip()) for name, person in people.items() if name != side}
        for pair in _pairs(own):
            if pair not in everywhere:
                on_sides.setdefault(pair, []).append(side)
    for (one, other), sides in on_sides.items():
        word = dict(people[other].called).get(sides[0], people[other].display) if sides else people[other].display
        yield in_checks.told_alike(people[other].span, one, other, word, sides, people[one].span)


def _pairs(told: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Those who are told by one word, in the order of the file: each with the one before."""
    last: dict[str, str] = {}
    for name, word in told.items():
        if word in last:
            yield last[word], name
        last[word] = name
