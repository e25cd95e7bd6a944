"""Lists the kinds of event that may happen in a world, and what a pattern can tell of one.

One promise: two events that a story can tell apart by their names are told apart here, and whoever asks what a pattern names asks here.
"""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from unmask.world.ground import bind_expression
from unmask.world.model import IMPLICIT_ENDINGS, Event, Expression, Moment, Scene, World

ANY_SCENE = Event("scene")


class Happens(Protocol):
    """An event of a run, as an engine has it."""

    @property
    def sort(self) -> str: ...
    @property
    def who(self) -> str: ...
    @property
    def moment(self) -> str: ...
    @property
    def label(self) -> str: ...


class Happening(NamedTuple):
    """Something that may happen. `sort` is scene, cast, option, moment or ending; `label` is the scene's, option's or ending's.

    An implicit ending (unresolved, endless, dead end) is one too, although no log has it: nothing comes after it.
    """

    sort: str
    who: str = ""
    moment: str = ""
    label: str = ""


NAMELESS = Happening("moment")
"""What no pattern can name: a cast, or a moment that just happens."""


class Atom(NamedTuple):
    """What is either so of an event or not: a pattern names it, and a condition (None for none) holds just before it."""

    event: Event
    condition: Expression | None


Keys = tuple[tuple[str, ...], ...]


def key(pattern: Event) -> tuple[str, ...]:
    """What a pattern, which is no motif's name, asks for: it means an event that has this among its keys."""
    match pattern.word:
        case "scene":
            return "scene", pattern.moment
        case "ending":
            return "ending", pattern.label
        case "place":
            return "place", pattern.moment, pattern.label
        case "choice":
            return "choice", pattern.who, pattern.label
        case _:
            raise ValueError(f"{pattern.word} is not one event")


def keys(happening: Happens) -> Keys:
    """Everything that a pattern can ask for and that this event is."""
    match happening.sort:
        case "scene":
            return ("scene", ""), ("scene", happening.label)
        case "ending":
            return (("ending", happening.label),)
        case "option":
            return ("place", happening.moment, happening.label), ("choice", happening.who, happening.label)
        case _:
            return ()


def names(pattern: Event, happening: Happens) -> bool:
    """Whether a pattern, which is no motif's name, means this event."""
    return key(pattern) in keys(happening)


def happenings(world: World) -> list[Happening]:
    """Everything that may happen in a world and has a name, and one happening for all that has none."""
    found = [NAMELESS]
    for scene in world.scenes:
        found.append(Happening("scene", label=scene.name))
    for scene in (*world.scenes, *world.meanwhiles):
        for moment in scene.moments:
            found += [
                Happening("option", who, moment.name, option.label) for who in _owners(world, scene, moment) for option in moment.options
            ]
    found += [Happening("ending", label=ending) for ending in (*(ending.name for ending in world.endings), *IMPLICIT_ENDINGS)]
    return list(dict.fromkeys(found))


def _owners(world: World, scene: Scene, moment: Moment) -> tuple[str, ...]:
    """Who may decide a moment: its owner, or everybody who can be in the role that its owner is."""
    kind = next((role.kind for role in scene.roles if role.name == moment.owner), "")
    return world.kinds.get(kind, ()) if kind else (moment.owner,)


def bound(pattern: Event, people: dict[str, str]) -> Event:
    """The pattern with people in the place of roles."""
    return pattern._replace(who=people.get(pattern.who, pattern.who))


def bound_condition(condition: Expression | None, people: dict[str, str]) -> Expression | None:
    """The condition with people in the place of roles."""
    return condition and bind_expression(condition, people)


def named_by(atoms: Iterable[Atom], happening: Happens) -> tuple[int, ...]:
    """The numbers of the atoms whose pattern means the event."""
    known = keys(happening)
    return tuple(number for number, atom in enumerate(atoms) if key(atom.event) in known)
