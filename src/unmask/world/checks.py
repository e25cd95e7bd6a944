"""A world that holds together to warnings: what an author probably did not mean. Nothing here stops a story."""

from collections.abc import Callable, Iterable, Iterator

from unmask.problems import in_checks
from unmask.problems.place import Span
from unmask.problems.problem import Problem
from unmask.world import verbs, walk
from unmask.world.alike import look_alikes, told_alike
from unmask.world.from_syntax import Resolved
from unmask.world.impossible import motifs_that_never_happen
from unmask.world.language import is_english
from unmask.world.model import (
    MOST_POINTS,
    SELF,
    Arrow,
    Constant,
    Effect,
    Expectation,
    Expression,
    Moment,
    Motive,
    Operation,
    Option,
    Read,
    Scene,
    Seems,
    Type,
    Variable,
    World,
)
from unmask.world.spelling import third_person

_LEAST_LINES = 5


def warnings(resolved: Resolved) -> list[Problem]:
    """Every warning about a story that could be resolved, in the order of its lines."""
    found = [problem for check in _CHECKS for problem in check(resolved)]
    return sorted(dict.fromkeys(found), key=lambda problem: problem.span)


# ── what nothing hangs on ────────────────────────────────────────────────────────────────────────────────────────────


def unused(resolved: Resolved) -> Iterator[Problem]:
    """Fields and facts that are only written, or only read."""
    for holder, table in resolved.names.lines.items():
        for name, line in table.items():
            is_set = (holder, name) in resolved.written
            if (holder, name) not in resolved.read:
                yield in_checks.never_read(line.span, name, is_set)
            elif not is_set and line.line.means is None:
                yield in_checks.never_written(line.span, name)


def routes_nobody_reads(resolved: Resolved) -> Iterator[Problem]:
    """Feelings that are shown, and that nobody asks about: one warning for all of them, for of a draft that may be so of each."""
    beliefs = {variable for expression in _everything(resolved.world) for _, variable in walk.beliefs_in(expression)}
    kinds = {(person, name) for person in resolved.world.people for name in _asked_of(person, beliefs, resolved)}
    unread = [route for route in resolved.world.routes if (route.variable.owner, route.variable.name) not in kinds]
    if unread:
        names = dict.fromkeys((route.variable.owner, route.variable.name) for route in unread)
        yield in_checks.routes_nobody_reads(unread[0].span, list(names))


def _asked_of(person: str, beliefs: set[Variable], resolved: Resolved) -> Iterator[str]:
    """The fields of a person that somebody asks about, by name or through a role or kind that the person may stand for."""
    for belief in beliefs:
        if belief.owner == person or belief.owner not in resolved.world.people:
            yield belief.name


def verbs_in_doubt(resolved: Resolved) -> Iterator[Problem]:
    """Verbs of which nobody can be sure how they go with one person, where they may be told of one."""
    if all(person.plural for person in resolved.world.people.values()) or not is_english(resolved.world.cover.language):
        return
    tenses = {verbs.tense(written.verb) for written in resolved.verbs} - {""}
    for written in resolved.verbs:
        if doubt := verbs.doubt(written.verb, tenses):
            yield in_checks.verb_in_doubt(written.span, written.who.words, *doubt, third_person(doubt.word))


def unknown_tags(resolved: Resolved) -> Iterator[Problem]:
    """Tags that no tendency speaks of."""
    known = dict.fromkeys(tag for person in resolved.world.people.values() for tag, _ in person.tendencies)
    for _, _, option in _options(resolved.world):
        for tag in option.tags:
            if tag not in known:
                yield in_checks.tag_without_tendency(option.span, tag, known)


def expectations_overwritten(resolved: Resolved) -> Iterator[Problem]:
    """Expectations that are gone before anybody can act on them."""
    for expected in resolved.world.expectations:
        if not any(_counts_in(scene, expected, resolved.world) for scene in resolved.world.scenes):
            observer, variable = expected.observer, expected.variable
            yield in_checks.expectation_is_never_met(expected.span, observer, variable.owner, variable.name)


def _counts_in(scene: Scene, expected: Expectation, world: World) -> bool:
    """Whether something in the scene can hang on what was expected: it is read there, and not shown at once."""
    observer, variable = expected.observer, expected.variable

    asked = any(
        observer in _may_play(seer, scene, world) and variable.owner in _may_play(of.owner, scene, world) and of.name == variable.name
        for expression in (*walk.in_scene(scene), *walk.outside_scenes(world))
        for seer, of in walk.beliefs_in(expression)
    )
    if not asked:
        return False
    together = observer in scene.people and variable.owner in scene.people
    return not any(
        route.variable == variable and route.observer in ("", observer) and route.condition is None and (together or route.by == "bond")
        for route in world.routes
    )


# ── values that run past their ends ──────────────────────────────────────────────────────────────────────────────────


def saturating(resolved: Resolved) -> Iterator[Problem]:
    """Effects that always run past the end of the range, whatever the value was."""
    for effect in walk.effects(resolved.world):
        ends = [_end(effect, type_, resolved) for type_ in _types(effect.variable, resolved)]
        if "" not in ends:
            yield in_checks.always_saturates(effect.span, effect.variable.name, _written(effect.variable), ends[0])


def _written(variable: Variable) -> str:
    """How a variable is written where something is done, as `~ Tobit.pride = 3` has it."""
    owner = "" if variable.owner in ("", SELF) else f"{variable.owner}."
    return f"{owner}{variable.name}{f' toward {variable.toward}' if variable.toward else ''}"


def _end(effect: Effect, type_: Type, resolved: Resolved) -> str:
    """The end of a range at which an effect always leaves a value, by name; "" where it need not."""
    low, high = _reach(effect, type_.low, type_.high, resolved)
    if type_.low <= high and low <= type_.high:
        return ""
    end = type_.high if low > type_.high else type_.low
    return type_.names[end] if type_.names else str(end)


def _reach(effect: Effect, low: int, high: int, resolved: Resolved) -> tuple[int, int]:
    """The least and the greatest that an effect would make of a value, before it saturates."""
    least, most = bounds(effect.value, resolved)
    if effect.operator == "+=":
        return low + least, high + most
    if effect.operator == "-=":
        return low - most, high - least
    return least, most


def clipping(resolved: Resolved) -> Iterator[Problem]:
    """Motives that can add up to more points than count."""
    world = resolved.world
    for scene, moment, option in _options(world):
        for tendencies in _tendencies(moment.owner, scene, world) if option.weight is None else ():
            joined = [motive for tag, motive in tendencies if tag in option.tags]
            found = _points((*option.motives, *joined), resolved)
            if max(found[1], -found[0]) > MOST_POINTS:
                yield in_checks.points_are_clipped(option.span, *found)
                break
    for scene in resolved.world.scenes:
        found = _points(scene.motives, resolved)
        if max(found[1], -found[0]) > MOST_POINTS:
            yield in_checks.points_are_clipped(scene.span, *found)


def _tendencies(owner: str, scene: Scene, world: World) -> list[tuple[tuple[str, Motive], ...]]:
    """The tendencies of each person who may own a moment; one empty list of them where that is nobody."""
    return [world.people[name].tendencies for name in _may_play(owner, scene, world)] or [()]


def _points(motives: Iterable[Motive], resolved: Resolved) -> tuple[int, int]:
    """The least and the most that motives can add up to."""
    low = high = 0
    for motive in motives:
        least, most = bounds(motive.points, resolved)
        low += least if motive.condition is None else min(least, 0)
        high += most if motive.condition is None else max(most, 0)
    return low, high


def bounds(expression: Expression, resolved: Resolved) -> tuple[int, int]:
    """The least and the greatest value that an expression can have, taking each variable by itself."""
    match expression:
        case Constant(value):
            return value, value
        case Read(variable) | Seems(_, variable):
            types = _types(variable, resolved)
            return min(type_.low for type_ in types), max(type_.high for type_ in types)
        case Operation("+", (left, right)):
            (a, b), (c, d) = bounds(left, resolved), bounds(right, resolved)
            return a + c, b + d
        case Operation("-", (left, right)):
            (a, b), (c, d) = bounds(left, resolved), bounds(right, resolved)
            return a - d, b - c
        case Operation("*", (left, right)):
            corners = [a * b for a in bounds(left, resolved) for b in bounds(right, resolved)]
            return min(corners), max(corners)
        case Operation("negative", (operand,)):
            low, high = bounds(operand, resolved)
            return -high, -low
        case Operation(("max" | "min") as operator, operands):
            choose = max if operator == "max" else min
            pairs = [bounds(operand, resolved) for operand in operands]
            return choose(low for low, _ in pairs), choose(high for _, high in pairs)
        case _:
            return 0, 1


def _types(variable: Variable, resolved: Resolved) -> list[Type]:
    """The types that a variable may have. One with a role in it may stand for the field of that name of any kind."""
    known = resolved.world.variables
    if variable in known:
        return [known[variable].type]
    return [line.type for other, line in known.items() if other.owner and other.name == variable.name]


# ── ways that lead nowhere ───────────────────────────────────────────────────────────────────────────────────────────


def ways(resolved: Resolved) -> Iterator[Problem]:
    """Moments that nothing leads to, that cannot be left, or in which the story can stop."""
    world = resolved.world
    ends_anywhere = any(ending.condition is not None for ending in world.endings)
    for scene in (*world.scenes, *world.meanwhiles):
        reached = _reached_from(_first(scene), scene)
        trapped = [moment for moment in scene.moments if moment.name in reached and not _way_out(moment, scene)]
        for moment in scene.moments:
            if moment.name not in reached:
                away = next((arrow.span for arrow in scene.arrows if arrow.condition is None), None)
                yield in_checks.nothing_leads_here(moment.span, moment.name, away if moment is scene.moments[0] else None)
            if stops := list(_without_arrows(moment)):
                yield in_checks.no_arrow(stops[0][0], stops[0][1], [span for span, _ in stops[1:]])
        if trapped and not (ends_anywhere and any(_changes_something(moment) for moment in trapped)):
            yield in_checks.endless_moments(trapped[0].span, [moment.name for moment in trapped])
        if not scene.moments and not scene.arrows and not scene.meanwhile:
            yield in_checks.no_arrow(scene.span, scene.name, [])


def _first(scene: Scene) -> set[str]:
    """Where a scene can begin: its first moment, or where its opening's arrows point."""
    found = {arrow.name for arrow in scene.arrows if arrow.to == "moment"}
    if scene.moments and all(arrow.condition is not None for arrow in scene.arrows):
        found.add(scene.moments[0].name)
    return found


def _reached_from(names: set[str], scene: Scene) -> set[str]:
    found: set[str] = set()
    waiting = set(names)
    while waiting:
        name = waiting.pop()
        found.add(name)
        waiting |= {arrow.name for arrow in _arrows(scene.moment(name)) if arrow.to == "moment"} - found
    return found


def _arrows(moment: Moment) -> list[Arrow]:
    return [*moment.arrows, *(arrow for option in moment.options for arrow in option.arrows)]


def _all_arrows(scene: Scene) -> list[Arrow]:
    return [*scene.arrows, *(arrow for moment in scene.moments for arrow in _arrows(moment))]


def _without_arrows(moment: Moment) -> Iterator[tuple[Span, str]]:
    """Each way through a moment out of which no arrow leads: where it stands, and what it is called."""
    if moment.arrows:
        return
    if not moment.owner:
        yield moment.span, moment.name
    yield from ((option.span, option.label) for option in moment.options if not option.arrows)


def _way_out(moment: Moment, scene: Scene) -> bool:
    """Whether arrows lead from a moment out of its scene, or break off."""
    return any(arrow.to != "moment" for name in _reached_from({moment.name}, scene) for arrow in _arrows(scene.moment(name))) or any(
        list(_without_arrows(scene.moment(name))) for name in _reached_from({moment.name}, scene)
    )


def _changes_something(moment: Moment) -> bool:
    passages = (moment.opening, moment.closing, *(option.passage for option in moment.options))
    return any(passage.effects for passage in passages)


def endings_nobody_reaches(resolved: Resolved) -> Iterator[Problem]:
    """Endings without a condition that no arrow points to."""
    scenes = (*resolved.world.scenes, *resolved.world.meanwhiles)
    pointed = {arrow.name for scene in scenes for arrow in _all_arrows(scene) if arrow.to == "ending"}
    for ending in resolved.world.endings:
        if ending.condition is None and ending.name not in pointed:
            yield in_checks.ending_nobody_reaches(ending.span, ending.name)


def scenes_in_any_order(resolved: Resolved) -> Iterator[Problem]:
    """Scenes of which nothing says when they come, where there are several: they come in any order, not in that of the file."""
    scenes = resolved.world.scenes
    open_ones = [scene for scene in scenes if not (scene.conditions or scene.motives or scene.roles)]
    # Whoever lets scenes that come again wait for one another knows that they are drawn; those that come once are steps of a story.
    if len(open_ones) > 1 and (len(open_ones) == len(scenes) or all(scene.once for scene in open_ones)):
        names = [scene.name for scene in open_ones]
        yield in_checks.any_order(open_ones[1].span, names, open_ones[0].span)


def rescaled_percentages(resolved: Resolved) -> Iterator[Problem]:
    """Percentages beside an option that can be shut: while it is, the others are held against each other."""
    for scene in (*resolved.world.scenes, *resolved.world.meanwhiles):
        for moment in scene.moments:
            shut = [option for option in moment.options if option.guards or option.once]
            if shut and shut[0].span in resolved.percentages:
                others = [option.label for option in moment.options if option is not shut[0]]
                yield in_checks.percentages_are_rescaled(shut[0].span, shut[0].label, others)


# ── telling ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def silent_sides(resolved: Resolved) -> Iterator[Problem]:
    """People whose side has next to nothing of its own, beside the fullest."""
    own = dict.fromkeys(resolved.world.people, 0)
    for scene in (*resolved.world.scenes, *resolved.world.meanwhiles):
        for passage in walk.passages(scene):
            for line in passage.lines:
                for person in _may_play(line.side, scene, resolved.world):
                    own[person] += 1
    most = max(own.values(), default=0)
    for name, count in own.items():
        if most >= _LEAST_LINES and count * 10 <= most:
            yield in_checks.side_without_words(resolved.world.people[name].span, name, count, most)


def _may_play(name: str, scene: Scene, world: World) -> tuple[str, ...]:
    """The people whom a name in a scene may stand for: everybody of a role's kind, else the person, else nobody."""
    kind = next((role.kind for role in scene.roles if role.name == name), "")
    return world.kinds[kind] if kind else (name,) if name in world.people else ()


def _options(world: World) -> Iterator[tuple[Scene, Moment, Option]]:
    for scene in (*world.scenes, *world.meanwhiles):
        for moment in scene.moments:
            for option in moment.options:
                yield scene, moment, option


def _everything(world: World) -> Iterator[Expression]:
    for scene in world.scenes:
        yield from walk.in_scene(scene)
    yield from walk.outside_scenes(world)


_CHECKS: tuple[Callable[[Resolved], Iterator[Problem]], ...] = (
    unused,
    routes_nobody_reads,
    unknown_tags,
    expectations_overwritten,
    saturating,
    clipping,
    ways,
    endings_nobody_reaches,
    scenes_in_any_order,
    rescaled_percentages,
    verbs_in_doubt,
    silent_sides,
    look_alikes,
    told_alike,
    motifs_that_never_happen,
)
