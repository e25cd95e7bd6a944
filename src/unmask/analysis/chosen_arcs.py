"""Whose feelings a plot draws, and in whose eyes: what somebody asked for, as pairs, and what there is to draw of them."""

import re
from collections.abc import Iterable

from unmask.analysis.arcs import (
    Course,
    Fans,
    Pair,
    all_of,
    can_fan,
    hidden,
    most_moved,
    most_moving,
    pairs,
)
from unmask.problems.near import did_you_mean, listed
from unmask.world.model import World

MOST_PANELS, MOST_NAMED = 6, 12


class NothingToPlot(ValueError):
    """There is nothing of what was asked for; the message says why, as sentences, and what there is."""


def pairs_for(world: World, wanted: tuple[str, ...], many: bool) -> list[Pair]:
    """The pairs that `wanted` names (fields, people, `seems(Rey, Kylo.longing)`), else all that can be seen through; `many` for many runs.

    Raises NothingToPlot.
    """
    found = list(dict.fromkeys(pair for text in wanted for pair in _named(world, text.strip()))) if wanted else _default(world, many)
    for pair in found if many else ():
        if not can_fan(world.variables[pair.of].type):
            raise NothingToPlot(
                f"The values of {pair.of.words} have no middle that could be drawn for many runs. Leave out -n and plot one run."
            )
    return found


def course_of(drawn: Course, everything: bool) -> Course:
    """What there is to draw of one run: the pairs that move most, unless `everything` is to be drawn. Raises NothingToPlot."""
    if not drawn.record.events:
        raise NothingToPlot("Nothing happens in this run: no scene can be played.")
    return drawn if everything else most_moved(drawn, MOST_PANELS)


def fans_of(drawn: Fans, everything: bool) -> Fans:
    """The same of many runs. Raises NothingToPlot."""
    if not drawn.left:
        raise NothingToPlot("Nothing happens in these runs: no scene can be played.")
    return drawn if everything else most_moving(drawn, MOST_PANELS)


def _default(world: World, many: bool) -> list[Pair]:
    """What can be hidden and seen through: every hidden field that has a way to somebody."""
    found = pairs(world)
    if not found:
        raise NothingToPlot(
            "Nobody in this story has a way to see what another hides, so there is nothing to compare. Name a field with --of."
        )
    able = [pair for pair in found if not many or can_fan(world.variables[pair.of].type)]
    if not able:
        raise NothingToPlot(
            "What can be seen of people in this story has no middle, so many runs have none either. Leave out -n and plot one run."
        )
    return able


def _named(world: World, text: str) -> list[Pair]:
    """The pairs that somebody means by a field, a person, or a field as it seems to somebody."""
    fields = {variable.words: variable for variable in hidden(world)}
    seems = re.fullmatch(r"seems\s*\(\s*([^,]+?)\s*,\s*(.+?)\s*\)", text)
    if seems:
        observer, field = seems.groups()
        _must_be_known(observer, world.people, "Nobody called {} is in this story")
        _must_be_hidden(world, field)
        if fields[field].owner == observer:
            raise NothingToPlot(f"{observer} knows {field}: nobody is mistaken about what they feel themselves. Name somebody else's.")
        return [Pair(fields[field], observer)]
    if text in world.people:
        found = [pair for pair in pairs(world) if pair.of.owner == text]
        if not found:
            raise NothingToPlot(f"Nothing of what {text} hides has a way to anybody. Name one field of it, such as --of {text}.longing.")
        return found
    _must_be_hidden(world, text)
    return [pair for pair in pairs(world) if pair.of == fields[text]] or all_of(world, fields[text])


def _must_be_hidden(world: World, field: str) -> None:
    """Refuse a field that is not there, or that nobody can be wrong about."""
    known = [variable.words for variable in hidden(world)]
    if field in known:
        return
    if field in {variable.words for variable in world.variables if variable.owner}:
        raise NothingToPlot(f"{field} is open: everybody sees it, and nobody can be wrong about it. {_hidden_ones(known)}")
    _must_be_known(field, [*known, *world.people], "There is no hidden field called {} in this story", _hidden_ones(known))


def _must_be_known(name: str, known: Iterable[str], otherwise: str, more: str = "") -> None:
    if name not in known:
        raise NothingToPlot(f"{otherwise.format(f'`{name}`')}. {did_you_mean(name, known)}{more}".rstrip())


def _hidden_ones(known: list[str]) -> str:
    if not known:
        return "Nobody in this story hides anything."
    if len(known) > MOST_NAMED:
        return f"Among what is hidden are {listed(known[:MOST_NAMED], 'and')}."
    return f"What is hidden: {listed(known, 'and')}."
