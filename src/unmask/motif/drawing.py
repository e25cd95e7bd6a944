"""Finds what there is to draw of an automaton: states, and ways with their words.

One promise: what is not written on a way changes nothing or takes the way marked "anything else".
"""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from unmask.motif.events import Happening, happenings
from unmask.motif.from_world import Matcher, NoAutomaton, matchers
from unmask.motif.words import condition_in_words, event_in_words
from unmask.world.model import Motif, World

ANYTHING_ELSE = "anything else"


class Way(NamedTuple):
    """From a state to another, and all that leads there."""

    start: int
    end: int
    words: tuple[str, ...]


class Drawing(NamedTuple):
    """An automaton to look at. `casts` are all that it is drawn for: the words are those of the first.

    `happened[state]` says that the motif has happened, `settled[state]` that this will stay so; `why` says why there is nothing to draw.
    """

    motif: str
    roles: tuple[str, ...]
    casts: tuple[tuple[str, ...], ...]
    happened: tuple[bool, ...]
    settled: tuple[bool, ...]
    ways: tuple[Way, ...]
    why: str = ""


def drawings(world: World) -> Iterator[Drawing]:
    """Every motif of a world; more than one drawing of a motif that is another automaton with other people."""
    possible = happenings(world)
    for motif in world.motifs:
        try:
            found = matchers(world, motif)
        except NoAutomaton as refused:
            yield _nothing(motif, f"{refused.problem.title}. {refused.problem.note}")
            continue
        if not found:
            yield _nothing(motif, "It can never happen: no order of the things that may happen in this story matches it.")
        for _, alike in groupby(sorted(found, key=_shape), key=_shape):
            yield _drawing(world, motif, possible, list(alike))


def state_in_words(drawing: Drawing, state: int) -> str:
    """What is so in a state."""
    if drawing.settled[state]:
        return "it has happened" if drawing.happened[state] else "it cannot happen any more"
    return "it has happened, if nothing undoes it" if drawing.happened[state] else ""


def _nothing(motif: Motif, why: str) -> Drawing:
    return Drawing(motif.name, tuple(role.name for role in motif.roles), (), (), (), (), why)


def _shape(matcher: Matcher) -> tuple[tuple[tuple[int, ...], ...], tuple[bool, ...]]:
    return matcher.automaton.table, matcher.automaton.accepting


def _drawing(world: World, motif: Motif, possible: list[Happening], alike: list[Matcher]) -> Drawing:
    matcher = alike[0]
    words, other = _letters(world, matcher, possible)
    ways = []
    for state, row in enumerate(matcher.automaton.table):
        for end in sorted(set(row) - {row[other]}):
            ways.append(Way(state, end, tuple(word for letter, word in words if row[letter] == end)))
        if row[other] != state:
            ways.append(Way(state, row[other], (ANYTHING_ELSE,)))
    roles = tuple(role.name for role in motif.roles)
    casts = tuple(one.cast for one in alike)
    return Drawing(motif.name, roles, casts, matcher.automaton.accepting, matcher.automaton.settled, tuple(ways))


def _letters(world: World, matcher: Matcher, possible: list[Happening]) -> tuple[list[tuple[int, str]], int]:
    """The letters of everything that may happen, in words, and the letter of all that has no name."""
    words: list[tuple[int, str]] = []
    other = matcher.at(possible[0]).letters[0]
    for happening in possible[1:]:
        site = matcher.at(happening)
        said = [condition_in_words(world, condition, None, 2) for condition in site.conditions]
        for so, letter in enumerate(site.letters):
            holds = " and ".join(word if so >> bit & 1 else f"not ({word})" for bit, word in enumerate(said))
            words.append((letter, f"{event_in_words(happening)}{f' when {holds}' if holds else ''}"))
    return words, other
