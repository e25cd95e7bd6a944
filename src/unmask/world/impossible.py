"""Motifs that cannot happen, however a story goes: found by what their lines name, before anything is played.

Nothing is said of a line that has an `or`, and nothing of what conditions allow.
"""

from collections.abc import Iterator

from unmask.problems import in_checks
from unmask.problems.problem import Problem
from unmask.world.casting import can_be_filled
from unmask.world.from_syntax import Resolved
from unmask.world.model import Event, Item, Motif, Scene, World


def motifs_that_never_happen(resolved: Resolved) -> Iterator[Problem]:
    """One problem for each motif that asks for what cannot be."""
    choosers = _choosers(resolved.world)
    for motif in resolved.world.motifs:
        found = _after_an_ending(motif) or _too_often(motif, resolved.world) or _nobody_fits(motif, resolved.world, choosers)
        if found is not None:
            yield found


def _asked(motif: Motif) -> list[tuple[Item, Event]]:
    """The lines that have to come, each with the one event that it can be."""
    return [
        (item, item.event)
        for item in motif.items
        if item.word in ("", "then", "next") and item.event is not None and not any(under.word == "or" for under in item.under)
    ]


def _after_an_ending(motif: Motif) -> Problem | None:
    """What is to come after an ending: nothing does."""
    lines = _asked(motif)
    for index, (item, event) in enumerate(lines):
        later = next((other for other in motif.items if other.span > item.span and other.word in ("then", "next")), None)
        if event.word == "ending" and (later is not None or item.repeats > 1):
            return in_checks.nothing_after_an_ending((later or item).span, motif.name, event.label, lines[index][0].span)
    return None


def _too_often(motif: Motif, world: World) -> Problem | None:
    """A scene that plays once, asked for more than once."""
    once = {scene.name for scene in world.scenes if scene.once and not scene.roles}
    counted: dict[str, int] = {}
    for item, event in _asked(motif):
        if event.word == "scene" and event.moment in once:
            counted[event.moment] = counted.get(event.moment, 0) + item.repeats
            if counted[event.moment] > 1:
                return in_checks.only_once(item.span, motif.name, event.moment)
    return None


def _nobody_fits(motif: Motif, world: World, choosers: dict[str, set[str]]) -> Problem | None:
    """Roles for which there are not as many people as can do what they are to do."""
    fitting = {role.name: set(world.kinds.get(role.kind, ())) for role in motif.roles}
    if not can_be_filled(list(fitting.values())):
        return None  # that there are too few of them was told
    for item, event in _asked(motif):
        if event.word == "choice" and event.who in fitting:
            fitting[event.who] &= choosers.get(event.label, set())
            if not can_be_filled(list(fitting.values())):
                return in_checks.nobody_fits(item.span, motif.name, event.who, event.label, sorted(choosers.get(event.label, ())))
    return None


def _choosers(world: World) -> dict[str, set[str]]:
    """Who may ever choose an option of each label."""
    found: dict[str, set[str]] = {}
    for scene in (*world.scenes, *world.meanwhiles):
        for moment in scene.moments:
            for option in moment.options:
                found.setdefault(option.label, set()).update(_may_play(moment.owner, scene, world))
    return found


def _may_play(owner: str, scene: Scene, world: World) -> tuple[str, ...]:
    kind = next((role.kind for role in scene.roles if role.name == owner), "")
    return world.kinds.get(kind, ()) if kind else (owner,)
