"""The expressions that stand in something, wherever they stand: for whoever has to look at all of them."""

from collections.abc import Iterable, Iterator

from unmask.world.model import (
    Any,
    Arrow,
    Cases,
    Effect,
    Event,
    Expression,
    First,
    Happened,
    Item,
    Moment,
    Motif,
    Motive,
    Operation,
    Option,
    Passage,
    Prose,
    Read,
    Say,
    Scene,
    Seems,
    Template,
    Times,
    Variable,
    Was,
    Words,
    World,
)


def parts(expression: Expression) -> Iterator[Expression]:
    """An expression and all that it is made of."""
    yield expression
    match expression:
        case Operation(_, operands):
            for operand in operands:
                yield from parts(operand)
        case Was(of):
            yield from parts(of)
        case _:
            pass


def beliefs_in(expression: Expression) -> list[tuple[str, Variable]]:
    """The beliefs that an expression reads: observer, and what it is about."""
    return [(part.observer, part.variable) for part in parts(expression) if isinstance(part, Seems)]


def happenings_in(expression: Expression) -> list[Event]:
    """The events and motifs of which an expression asks whether they happened."""
    return [part.event for part in parts(expression) if isinstance(part, Happened)]


def people_in(expression: Expression) -> set[str]:
    """Everybody, person or role, whose field or belief an expression reads."""
    found: set[str] = set()
    for part in parts(expression):
        match part:
            case Read(variable):
                found |= {variable.owner, variable.toward}
            case Seems(observer, variable):
                found |= {observer, variable.owner, variable.toward}
            case Happened(event):
                found.add(event.who)
            case _:
                pass
    return found - {""}


def mentions(motive: Motive, roles: set[str]) -> bool:
    """Whether a motive of a scene speaks of a role: then it chooses the cast, and not the scene."""
    if not roles:
        return False
    people = people_in(motive.points) | (people_in(motive.condition) if motive.condition is not None else set())
    return bool(people & roles)


def in_scene(scene: Scene) -> Iterator[Expression]:
    """Every expression of a scene."""
    yield from scene.conditions
    yield from in_motives(scene.motives)
    yield from in_passage(scene.opening)
    yield from in_arrows(scene.arrows)
    yield from in_lines(scene.in_brief)
    for moment in scene.moments:
        yield from in_moment(moment)


def in_moment(moment: Moment) -> Iterator[Expression]:
    """Every expression of a moment, its options included."""
    yield from in_passage(moment.opening)
    yield from in_passage(moment.closing)
    yield from in_arrows(moment.arrows)
    for option in moment.options:
        yield from in_option(option)


def in_option(option: Option) -> Iterator[Expression]:
    """Every expression of an option."""
    yield from option.guards
    yield from in_motives(option.motives)
    yield from in_passage(option.passage)
    yield from in_arrows(option.arrows)
    yield from in_template(option.told)
    if option.weight is not None:
        yield option.weight


def in_motives(motives: Iterable[Motive]) -> Iterator[Expression]:
    """Points and conditions."""
    for motive in motives:
        yield motive.points
        if motive.condition is not None:
            yield motive.condition


def in_arrows(arrows: Iterable[Arrow]) -> Iterator[Expression]:
    """Conditions of arrows."""
    return (arrow.condition for arrow in arrows if arrow.condition is not None)


def in_passage(passage: Passage) -> Iterator[Expression]:
    """What effects and prose read."""
    for effect in passage.effects:
        yield effect.value
        if effect.condition is not None:
            yield effect.condition
    yield from in_lines(passage.lines)


def in_lines(lines: Iterable[Prose]) -> Iterator[Expression]:
    """What prose reads."""
    for line in lines:
        yield from in_template(line.template)


def in_template(template: Template) -> Iterator[Expression]:
    """What a template puts into words or hangs on."""
    for part in template:
        match part:
            case Words():  # most parts are: they need not be held against the other cases
                pass
            case Say(what) if not isinstance(what, Times):
                yield what
            case Any(choices) | First(choices):
                for choice in choices:
                    yield from in_template(choice)
            case Cases(cases):
                for test, then in cases:
                    if test is not None:
                        yield test
                    yield from in_template(then)
            case _:
                pass


def outside_scenes(world: World) -> Iterator[Expression]:
    """The expressions that stand in no scene."""
    for meanwhile in world.meanwhiles:
        yield from in_scene(meanwhile)
    for person in world.people.values():
        yield from in_motives(motive for _, motive in person.tendencies)
    for declared in world.variables.values():
        if declared.means is not None:
            yield declared.means
    for route in world.routes:
        yield route.truth
        if route.condition is not None:
            yield route.condition
    for reading in world.readings:
        yield reading.value
        if reading.condition is not None:
            yield reading.condition
    for ending in world.endings:
        if ending.condition is not None:
            yield ending.condition
        yield from in_lines(ending.lines)


def in_motif(motif: Motif) -> Iterator[Expression]:
    """Everything that a motif asks of states."""
    return (test for item in motif.items for test in _in_item(item))


def _in_item(item: Item) -> Iterator[Expression]:
    if item.test is not None:
        yield item.test
    for inner in item.under:
        yield from _in_item(inner)


def passages(scene: Scene) -> Iterator[Passage]:
    """Every passage of a scene."""
    yield scene.opening
    for moment in scene.moments:
        yield moment.opening
        yield from (option.passage for option in moment.options)
        yield moment.closing


def effects(world: World) -> Iterator[Effect]:
    """Every effect of a world."""
    for scene in (*world.scenes, *world.meanwhiles):
        for passage in passages(scene):
            yield from passage.effects
