"""What somebody knows right now: what they feel and what others seem to feel, and besides that all else they can know.

One promise: nothing that the language keeps from them. Not what others do feel, only what it seems to be; no plan that is not theirs or
shown to them, no secret of others; and nothing that the author has left out (`unlisted`).
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from unmask.run.state import Layout, State
from unmask.telling import english
from unmask.telling.capitals import capital
from unmask.world.language import is_english
from unmask.world.model import Read, Variable, World
from unmask.world.places import Belief


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
    feelings = [variable for variable, declared in world.variables.items() if declared.word == "feels" and not declared.unlisted]
    own = [variable for variable in feelings if variable.owner == person and world.variables[variable].means is None]
    return Knowledge(
        person,
        tuple(Known(variable, layout.value(Read(variable), state)) for variable in own),
        tuple(Known(variable, state[believed[variable]]) for variable in feelings if variable in believed),
    )


class Sort(NamedTuple):
    """Things of one sort that somebody knows: what they are is `before`, the name of `whom` (or nobody's) and `after`."""

    before: str
    whom: str
    after: str
    known: tuple[Known, ...]


def shown_to(world: World, person: str) -> tuple[Belief, ...]:
    """Everything hidden of others that may reach a person, whether anything in the story asks for it or not."""
    reaching = {route.variable for route in world.routes if route.observer in ("", person)}
    return tuple(Belief(person, variable) for variable in world.variables if variable in reaching and variable.owner != person)


def besides(layout: Layout, state: State, person: str, here: Collection[str], scene: str) -> tuple[Sort, ...]:
    """All else that somebody knows: what they keep, what is open about those who are `here`, facts, secrets that are known to them.

    What nobody in the story asks about, and was shown to them, is known as far as the layout keeps it `also`. Of what is worked out
    from what they know already nothing is said. `scene` is the one whose facts count, "" for none.
    """
    return tuple(sort for sort in _sorts(layout, state, person, here, scene) if sort.known)


def _sorts(layout: Layout, state: State, person: str, here: Collection[str], scene: str) -> Iterator[Sort]:
    listed = {variable: declared for variable, declared in layout.world.variables.items() if not declared.unlisted}

    def now(owner: str, *words: str, worked_out: bool = False) -> tuple[Known, ...]:
        meant = (variable for variable, declared in listed.items() if declared.word in words and (worked_out or declared.means is None))
        return tuple(Known(one, layout.value(Read(one), state)) for one in meant if one.owner == owner and one.scene in ("", scene))

    def seems(owner: str, word: str, beliefs: Collection[Belief]) -> tuple[Known, ...]:
        mine = {belief.of for belief in beliefs if belief.observer == person and belief.of.owner == owner}
        return tuple(Known(one, state[layout.places[Belief(person, one)]]) for one in listed if one in mine and listed[one].word == word)

    yield Sort("What ", person, " keeps", now(person, "keeps"))
    yield Sort("What anybody sees of ", person, "", now(person, "open"))
    for other in layout.world.people:
        if other == person:
            continue
        yield Sort("What ", other, " seems to feel besides", seems(other, "feels", layout.also))
        yield Sort("What ", other, " seems to keep", seems(other, "keeps", layout.beliefs))
        yield Sort("What anybody sees of ", other, "", now(other, "open", worked_out=True) if other in here else ())
    yield Sort("What is so", "", "", now("", "fact"))
    known = {variable for variable, declared in listed.items() if person in declared.known_to}
    yield Sort("What only some know", "", "", tuple(one for one in now("", "secret", worked_out=True) if one.of in known))


def sort_in_words(world: World, sort: Sort, person: str) -> str:
    """Things of one sort as a sentence."""
    name = english.named(world.people[sort.whom], person) if sort.whom else ""
    return _sentence(f"{sort.before}{name}{sort.after}: ", world, sort.known, person)


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
