"""Where a story could stop: the moments at which, for some values, no arrow or no option would hold.

Each moment is looked at by itself, over all values that what its conditions ask for may ever have. Whether a run can come there with
those values together is not asked: what is found may be impossible, and what is not found cannot happen.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from math import prod
from typing import NamedTuple

from unmask.analysis.values import Known
from unmask.problems.place import Span
from unmask.run.state import Layout, State
from unmask.run.step import Process
from unmask.world.model import Expression, Happened, Moment, Option, Read, Scene, Seems, Variable
from unmask.world.places import Belief, Place, Progress, Used
from unmask.world.walk import parts

MOST_STATES = 5_000
Values = tuple[tuple[Place, int], ...]


class Stuck(NamedTuple):
    """A moment or an option of it by name, whether options are shut or arrows do not hold, and values at which that is so."""

    name: str
    what: str
    values: Values
    span: Span


def stuck(process: Process, known: Known | None = None) -> Iterator[Stuck]:
    """Every moment that could not be gone on from, once. A scene with roles is looked at with its first cast.

    `known` says which values there may be; without it all are tried.
    """
    layout = process.layout
    scenes = [layout.with_cast(scene, layout.casts(scene)[0]) for scene in process.world.scenes if layout.casts(scene)]
    for scene in (*scenes, *layout.meanwhiles):
        # What is known of the first cast need not be so of the others.
        here = None if scene.roles else known
        for moment in scene.moments:
            yield from _shut(layout, here, scene, moment)
            yield from _no_way_on(layout, here, moment)


def _shut(layout: Layout, known: Known | None, scene: Scene, moment: Moment) -> Iterator[Stuck]:
    """The values at which every option of a moment is shut."""
    used = [Used(scene.name, scene.cast, moment.name, option.label) for option in moment.options if option.once]
    if moment.options and all(option.guards or option.once for option in moment.options):
        opens = [(option.guards, next((mark for mark in used if mark.label == option.label), None)) for option in moment.options]

        def nothing_open(state: State) -> bool:
            return not any(
                all(layout.holds(guard, state) for guard in guards) and not (mark and state[layout.places[mark]]) for guards, mark in opens
            )

        values = _values(layout, known, [guard for option in moment.options for guard in option.guards], used, nothing_open)
        if values is not None:
            yield Stuck(moment.name, "options", values, moment.span)


def _no_way_on(layout: Layout, known: Known | None, moment: Moment) -> Iterator[Stuck]:
    """The values at which no arrow leads on, from the moment or from one of its options."""
    ways: list[Option | None] = list(moment.options) or [None]
    for option in ways:
        arrows = (*(option.arrows if option else ()), *moment.arrows)
        conditions = [arrow.condition for arrow in arrows if arrow.condition is not None]
        if not arrows or len(conditions) < len(arrows):
            continue
        # What an option asks for still holds at its arrow, if it changes nothing.
        changes = moment.closing.effects + (option.passage.effects if option else ())
        first = option.guards if option and not changes else ()

        def nothing_holds(state: State, first: tuple[Expression, ...] = first, conditions: list[Expression] = conditions) -> bool:
            return all(layout.holds(guard, state) for guard in first) and not any(layout.holds(test, state) for test in conditions)

        values = _values(layout, known, [*first, *conditions], [], nothing_holds)
        if values is not None:
            yield (
                Stuck(moment.name, "arrows", values, moment.span) if option is None else Stuck(option.label, "arrows", values, option.span)
            )
            return


def _values(
    layout: Layout, known: Known | None, asked: list[Expression], marks: list[Used], fails: Callable[[State], bool]
) -> Values | None:
    """The first values, in the order of the ranges, at which something fails; None where there are none, or too many to try."""
    places: list[Place] = sorted(_places(layout, asked), key=lambda place: layout.places[place]) + list(marks)
    ranges = [_range(layout, known, place) for place in places]
    if prod(len(values) for values in ranges) > MOST_STATES:
        return None
    for values in product(*ranges):
        row = list(layout.start)
        for place, value in zip(places, values, strict=True):
            row[layout.places[place]] = value
        if fails(tuple(row)):
            return tuple(zip(places, values, strict=True))
    return None


def _range(layout: Layout, known: Known | None, place: Place) -> Sequence[int]:
    """The values of a place that are tried."""
    if known is not None and isinstance(place, Variable | Belief) and place in known.values:
        values = known.of(place)
        return range(values.low, values.high + 1) if values.each is None else sorted(values.each)
    return range(layout.type_of(place).low, layout.type_of(place).high + 1)


def _places(layout: Layout, asked: Iterable[Expression]) -> set[Place]:
    """What expressions hang on, with what the computed among it are made of."""
    found: set[Place] = set()
    for part in (part for expression in asked for part in parts(expression)):
        match part:
            case Read(variable):
                means = layout.world.variables[variable].means
                found |= {variable} if means is None else _places(layout, [means])
            case Seems(observer, variable):
                found.add(Belief(observer, variable))
            case Happened(event):
                found |= {progress for progress, _ in layout.following.accepting(event)}
            case _:
                pass
    return found


def in_words(values: Values, layout: Layout) -> str:
    """Values as an author would say them: `luck is 1 and Nan takes Oda's grief for strong`."""
    return " and ".join(_in_words(place, layout.type_of(place).name_of(value)) for place, value in values)


def _in_words(place: Place, value: str) -> str:
    match place:
        case Belief(observer, of):
            return f"{observer} takes {_named(of)} for {value}"
        case Used(label=label):
            return f"`{label}` {'was' if value == 'yes' else 'was not yet'} chosen"
        case Progress(motif):
            return f"`{motif}` has come to step {value}"
        case _:
            return f"{_named(place)} is {value}"


def _named(variable: Variable) -> str:
    whose = f"{variable.owner}'s " if variable.owner else ""
    return f"{whose}{variable.name}{f' toward {variable.toward}' if variable.toward else ''}"
