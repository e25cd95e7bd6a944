"""People put where a test wants them: a bundled world, changed or not, and a moment of it, with what is weighed and believed there.

What enters is the story file's own text, the changes to it, and the values that differ from the start of the story. One promise:
a change that changes nothing is an error, so that no test of a thing taken away goes on when the thing has moved.
"""

import re
from fractions import Fraction
from functools import cache
from importlib.resources import files

from unmask.analysis.why import label_of
from unmask.pipeline import World, world_from
from unmask.problems.place import Source
from unmask.run.record import Record
from unmask.run.state import State
from unmask.run.step import Offer, Over, Point
from unmask.world.model import Scene, Type, Variable
from unmask.world.places import Belief, Place

_PROSE = re.compile(r"(?m)^[ ]+(?:\w(?:[\w ]*\w)?)?>\+? .*\n")

Values = dict[str, int | str]


@cache
def text_of(name: str) -> str:
    """The text of a bundled world."""
    return files("unmask").joinpath(f"worlds/{name}.story").read_text(encoding="utf-8")


@cache
def mechanism_of(name: str) -> str:
    """The same without its prose: it plays the same way and is read in a fraction of the time."""
    return _PROSE.sub("", text_of(name))


@cache
def world(name: str = "helmet", *taken: str, put: str = "", prose: bool = False) -> World:
    """A bundled world without these pieces of its text, each of which stands in it; `put` stands where the first of them stood."""
    text = text_of(name) if prose else mechanism_of(name)
    for number, piece in enumerate(taken):
        assert piece in text, f"`{piece}` is not in {name}: the mechanism has moved, and so must the test"
        text = text.replace(piece, put if number == 0 else "")
    return world_from(Source(f"{name}.story", text))


def without(*taken: str, put: str = "") -> World:
    """The world of the helmet without these pieces of text, wherever they stand."""
    return world("helmet", *taken, put=put)


# ── a state by its words ──


def place(of: World, what: str) -> Place:
    """A variable by its text (`month`, `edge in duel`, `Rey.owed toward Kylo`), or a belief (`Kylo: Rey.disgust`)."""
    observer, _, about = what.rpartition(": ")
    about, _, scene = about.partition(" in ")
    owner, _, rest = about.rpartition(".")
    name, _, toward = rest.partition(" toward ")
    variable = Variable(owner, name, toward, scene)
    return Belief(observer, variable) if observer else variable


def _number(type_: Type, value: int | str) -> int:
    return type_.low + type_.names.index(value) if isinstance(value, str) else value


def _word(type_: Type, value: int) -> int | str:
    return type_.names[value - type_.low] if type_.names else value


def state(of: World, values: Values) -> State:
    """The start of the story with these values instead."""
    layout = of.process.layout
    row = list(layout.start)
    for what, value in values.items():
        found = place(of, what)
        row[layout.places[found]] = _number(layout.type_of(found), value)
    return tuple(row)


def read(of: World, at: State, what: str) -> int | str:
    """A value or a belief in a state, by its name where it has one. What is computed is worked out."""
    layout = of.process.layout
    found = place(of, what)
    if found in layout.places:
        return _word(layout.type_of(found), at[layout.places[found]])
    assert isinstance(found, Variable)
    means = of.model.variables[found].means
    assert means is not None
    return _word(layout.type_of(found), layout.value(means, at))


# ── a moment ──


def scene(of: World, name: str) -> Scene:
    """A scene of the story as it is played, or its one `meanwhile`."""
    layout = of.process.layout
    return layout.meanwhiles[0] if name == "meanwhile" else layout.with_cast(layout.scenes[name], ())


def point(of: World, where: str, values: Values | None = None) -> Point:
    """The choice at `scene / moment`, in a story where only these values differ from its start."""
    name, _, moment = where.partition(" / ")
    found = scene(of, name)
    return Point("option", state(of, values or {}), 0, 0, found, found.moment(moment), 0 if found.meanwhile else -1)


def offers(of: World, where: str, values: Values | None = None) -> dict[str, Offer]:
    """What may be chosen there, by its label."""
    return {label_of(offer): offer for offer in of.process.offers(point(of, where, values))}


def odds(of: World, where: str, values: Values | None = None) -> dict[str, Fraction]:
    """What may be chosen there, each with its exact odds."""
    open_ = offers(of, where, values)
    total = sum(offer.weight for offer in open_.values())
    return {label: Fraction(offer.weight, total) for label, offer in open_.items()}


def points(of: World, where: str, label: str, values: Values | None = None) -> int:
    """How many points speak for an option there."""
    return offers(of, where, values)[label].points


def phrases(of: World, where: str, label: str, values: Values | None = None) -> set[str]:
    """The reasons for an option there and those against it, in the story's words."""
    return {reason.motive.phrase for reason in offers(of, where, values)[label].reasons}


def next_scenes(of: World, values: Values | None = None) -> dict[str, Fraction]:
    """The scenes that may come next, each with its exact odds."""
    found = of.process.offers(Point("scene", state(of, values or {}), 0, 0))
    total = sum(offer.weight for offer in found)
    return {label_of(offer): Fraction(offer.weight, total) for offer in found}


def taken(of: World, where: str, label: str, values: Values | None = None) -> tuple[State, str]:
    """The state to which an option leads, at the next choice, and that choice's moment, the next scene's choice "", or the ending."""
    at = point(of, where, values)
    turn = of.process.follow(at, offers(of, where, values)[label], of.model.limit)
    if isinstance(turn.at, Over):
        return turn.at.state, f"ending {turn.at.ending}"
    return turn.at.state, turn.at.moment.name if turn.at.moment else ""


def seen(of: World, values: Values, what: str, people: tuple[str, ...] = ("Rey", "Kylo")) -> int | str:
    """What is believed (`Kylo: Rey.disgust`) once these people have looked at each other; nobody together is `()`."""
    return read(of, of.process.after_looking(people, state(of, values)), what)


# ── many runs ──


@cache
def runs(of: World, number: int, seed: int = 7) -> tuple[Record, ...]:
    """The first runs under a seed."""
    return tuple(of.run(seed, index).record for index in range(number))
