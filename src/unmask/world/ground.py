"""Roles to people: a scene with a cast in it, and the cast that a scene may have. Nothing with an author's variable is left.

One promise: grounding changes who is meant and nothing else.
"""

from collections.abc import Mapping
from itertools import permutations
from typing import NamedTuple

from unmask.world.model import (
    SELF,
    Any,
    Arrow,
    Cases,
    Effect,
    Expression,
    First,
    Happened,
    Mention,
    Moment,
    Motif,
    Motive,
    Operation,
    Option,
    Part,
    Passage,
    Person,
    Prose,
    Read,
    Say,
    Scene,
    Seems,
    Template,
    Variable,
    Was,
    World,
)

Bound = Mapping[str, str]


class Entry(NamedTuple):
    """The conditions and motives of a scene with people in its roles."""

    conditions: tuple[Expression, ...]
    motives: tuple[Motive, ...]


def casts(world: World, scene: Scene | Motif) -> list[tuple[str, ...]]:
    """Every way to fill the roles of a scene, or of a motif, with different people, in the order in which the people stand in the file."""
    if not scene.roles:
        return [()]
    order = list(world.people)
    pools = [world.kinds.get(role.kind, ()) for role in scene.roles]
    crowd = sorted({person for pool in pools for person in pool}, key=order.index)
    return [cast for cast in permutations(crowd, len(scene.roles)) if all(person in pool for person, pool in zip(cast, pools, strict=True))]


def with_cast(world: World, scene: Scene, cast: tuple[str, ...]) -> Scene:
    """The scene with these people in its roles, and in each option the tendencies of whoever chooses."""
    return _bound(world.people, scene, {role.name: person for role, person in zip(scene.roles, cast, strict=True)})._replace(cast=cast)


def entry(scene: Scene, cast: tuple[str, ...]) -> Entry:
    """What decides whether the scene plays with these people: a small part of it, for there may be thousands of casts."""
    bound = {role.name: person for role, person in zip(scene.roles, cast, strict=True)}
    return Entry(
        tuple(bind_expression(condition, bound) for condition in scene.conditions),
        tuple(bind_motive(motive, bound) for motive in scene.motives),
    )


def kept_by(meanwhile: Scene, person: str, kind: str) -> Scene:
    """The `meanwhile` of a kind as it is played for one of its people, without their tendencies: those come with the cast."""
    return _bound({}, meanwhile, {SELF: person, kind: person})._replace(name=f"meanwhile of {person} as {kind}")


def _bound(people: Mapping[str, Person], scene: Scene, bound: Bound) -> Scene:
    return scene._replace(
        people=tuple(bound.get(person, person) for person in scene.people),
        conditions=tuple(bind_expression(condition, bound) for condition in scene.conditions),
        motives=tuple(bind_motive(motive, bound) for motive in scene.motives),
        opening=_passage(scene.opening, bound),
        arrows=_arrows(scene.arrows, bound),
        moments=tuple(_moment(people, moment, bound) for moment in scene.moments),
        in_brief=tuple(bind_prose(line, bound) for line in scene.in_brief),
    )


def _moment(people: Mapping[str, Person], moment: Moment, bound: Bound) -> Moment:
    owner = bound.get(moment.owner, moment.owner)
    tendencies = people[owner].tendencies if owner in people else ()
    return moment._replace(
        owner=owner,
        opening=_passage(moment.opening, bound),
        options=tuple(_option(option, tendencies, bound) for option in moment.options),
        closing=_passage(moment.closing, bound),
        arrows=_arrows(moment.arrows, bound),
    )


def _option(option: Option, tendencies: tuple[tuple[str, Motive], ...], bound: Bound) -> Option:
    own = tuple(bind_motive(motive, bound) for motive in option.motives)
    return option._replace(
        guards=tuple(bind_expression(guard, bound) for guard in option.guards),
        weight=option.weight and bind_expression(option.weight, bound),
        motives=own + tuple(motive for tag, motive in tendencies if tag in option.tags),
        passage=_passage(option.passage, bound),
        arrows=_arrows(option.arrows, bound),
        told=_template(option.told, bound),
    )


def _passage(passage: Passage, bound: Bound) -> Passage:
    if not bound:
        return passage
    return Passage(
        tuple(bind_prose(line, bound) for line in passage.lines), tuple(bind_effect(effect, bound) for effect in passage.effects)
    )


def _arrows(arrows: tuple[Arrow, ...], bound: Bound) -> tuple[Arrow, ...]:
    return tuple(arrow._replace(condition=arrow.condition and bind_expression(arrow.condition, bound)) for arrow in arrows)


def bind_effect(effect: Effect, bound: Bound) -> Effect:
    """The effect on the people bound."""
    return effect._replace(
        variable=bind_variable(effect.variable, bound),
        value=bind_expression(effect.value, bound),
        condition=effect.condition and bind_expression(effect.condition, bound),
    )


def bind_motive(motive: Motive, bound: Bound) -> Motive:
    """The motive of the people bound."""
    return motive._replace(
        points=bind_expression(motive.points, bound), condition=motive.condition and bind_expression(motive.condition, bound)
    )


def bind_variable(variable: Variable, bound: Bound) -> Variable:
    """The variable of the people bound."""
    return variable._replace(owner=bound.get(variable.owner, variable.owner), toward=bound.get(variable.toward, variable.toward))


def bind_expression(expression: Expression, bound: Bound) -> Expression:
    """The expression about the people bound. What somebody takes to be true of themself is what is true."""
    if not bound:
        return expression
    match expression:
        case Read(variable):
            return Read(bind_variable(variable, bound))
        case Seems(observer, variable):
            observer, variable = bound.get(observer, observer), bind_variable(variable, bound)
            return Read(variable) if observer == variable.owner else Seems(observer, variable)
        case Operation(operator, operands):
            return Operation(operator, tuple(bind_expression(operand, bound) for operand in operands))
        case Was(of):
            return Was(bind_expression(of, bound))
        case Happened(event):
            return Happened(event._replace(who=bound.get(event.who, event.who)))
        case _:
            return expression


def bind_prose(line: Prose, bound: Bound) -> Prose:
    """The line about the people bound, and told by them."""
    if not bound:
        return line
    return line._replace(side=bound.get(line.side, line.side), template=_template(line.template, bound))


def _template(template: Template, bound: Bound) -> Template:
    found: list[Part] = []
    for part in template:
        match part:
            case Say(what):
                found.append(part._replace(what=bind_expression(what, bound)))
            case Mention(person):
                found.append(part._replace(person=bound.get(person, person)))
            case Any(choices) | First(choices):
                found.append(part._replace(choices=tuple(_template(choice, bound) for choice in choices)))
            case Cases(cases):
                found.append(Cases(tuple((test and bind_expression(test, bound), _template(then, bound)) for test, then in cases)))
            case _:
                found.append(part)
    return tuple(found)
