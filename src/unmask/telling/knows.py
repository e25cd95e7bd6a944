"""What somebody knows right now of what is felt: a state and a person come in; data leaves, or sentences of it.

One promise: nothing but the person's own feelings, and what others seem to feel to that person. Not what others do feel, no plan
or debt of anybody, no secret. What others seem to feel is known as far as something in the story asks for it.
"""

from typing import NamedTuple

from unmask.run.state import Layout, State
from unmask.telling import english
from unmask.telling.capitals import capital
from unmask.world.language import is_english
from unmask.world.model import Read, Variable, World


class Known(NamedTuple):
    """A feeling, and what it is, or seems to be, to the one who knows."""

    of: Variable
    value: int


class Knowledge(NamedTuple):
    """What a person knows: `own` feelings, and those of others as they seem; both in the order of the file."""

    person: str
    own: tuple[Known, ...]
    others: tuple[Known, ...]


def known(layout: Layout, state: State, person: str) -> Knowledge:
    """What somebody knows in a state. A feeling of one's own that means others of one's own is not one more, and is left out."""
    world = layout.world
    believed = {belief.of: layout.places[belief] for belief in layout.beliefs if belief.observer == person}
    feelings = [variable for variable, declared in world.variables.items() if declared.word == "feels"]
    own = [variable for variable in feelings if variable.owner == person and world.variables[variable].means is None]
    return Knowledge(
        person,
        tuple(Known(variable, layout.value(Read(variable), state)) for variable in own),
        tuple(Known(variable, state[believed[variable]]) for variable in feelings if variable in believed),
    )


def sentences(world: World, knowledge: Knowledge) -> tuple[str, ...]:
    """What somebody knows in words: a sentence for themself, then one for each of the others, in the order of the file."""
    person = knowledge.person
    name = english.named(world.people[person], person)
    found = (
        [_sentence(f"What {name} feels: ", world, knowledge.own, person)]
        if knowledge.own
        else [f"{capital(name, world.cover.language)} feels nothing that has a name."]
    )
    for other in world.people:
        seen = tuple(one for one in knowledge.others if one.of.owner == other)
        if seen:
            found.append(_sentence(f"What {english.named(world.people[other], person)} seems to feel: ", world, seen, person))
    return tuple(found)


def _sentence(opening: str, world: World, several: tuple[Known, ...], side: str) -> str:
    said = f"{opening}{', '.join(words(world, one, side) for one in several)}"
    return said if said.endswith((".", "!", "?", "…")) else f"{said}."


def words(world: World, one: Known, side: str) -> str:
    """A feeling and its value, as this side says them: `longing strong`, `trust toward Mrs. Pell two`."""
    toward = f" toward {english.named(world.people[one.of.toward], side)}" if one.of.toward else ""
    return f"{one.of.name}{toward} {value_in_words(world, one)}"


def value_in_words(world: World, one: Known) -> str:
    """A value by its better words, or a number in words; in languages other than English it is left in figures."""
    type_ = world.variables[one.of].type
    if type_.words:
        return type_.words[one.value - type_.low]
    return english.cardinal(one.value) if is_english(world.cover.language) else str(one.value)
