"""Writes a world as an ink story whose knot `next_run` plays one run.

    python benchmarks/peers/helmet_ink.py [--no-pow] > helmet.ink

State and beliefs are VARs, each moment is a knot, and RANDOM draws the option by weight. A run needs no player: to offer choices
and pick them from outside costs ink more than to divert, and so does a fresh story for each run; so each puts everything back
before it begins. All that it tells is its ending, as our own engine tells nothing when it counts. And every condition stands on
lines of its own, for on one line ink would put out a space for it, and look at all of those again at each step.
"""

import sys
from collections.abc import Iterable, Iterator

if __package__:
    from .flat import Flat, Infix, Looked, Place, identifier
else:
    from flat import Flat, Infix, Looked, Place, identifier

import unmask
from unmask.run.state import Belief
from unmask.world.model import MOST_POINTS, UNRESOLVED, Arrow, Effect, Moment, Motive, Option, Passage, Scene, World


def ink_of(world: World, power: bool = True) -> str:
    """The story in ink; without `power` for an ink that has no POW, with a function in its place."""
    lines = [*_Writer(Flat(world), "POW(2, {})" if power else "two_to({})").story()]
    return "\n".join([*lines, *([] if power else _TWO_TO)]) + "\n"


_TWO_TO = ["=== function two_to(points) ===", "~ temp weight = 1"]
for _bit in (16, 8, 4, 2, 1):
    _TWO_TO += ["{", f"- points >= {_bit}:", f"~ weight = weight * {2**_bit}", f"~ points = points - {_bit}", "}"]
_TWO_TO += ["~ return weight"]


def _name(place: Place) -> str:
    if isinstance(place, Belief):
        return identifier(place.observer, "thinks", place.of.owner, place.of.name, place.of.toward)
    return identifier("v", place.scene, place.owner, place.name, place.toward)


class _Writer:
    def __init__(self, flat: Flat, power: str) -> None:
        self.flat = flat
        self.power = power
        self.infix = Infix(flat, _name, "MAX", "MIN")
        self.between = [f"meanwhile_{number}" for number in range(len(flat.meanwhiles))]

    def story(self) -> Iterator[str]:
        """Every line."""
        yield from (f"VAR {_name(place)} = {value}" for place, value in self.flat.start.items())
        yield "-> DONE"
        yield from self._runs()
        yield from self._next_scene()
        for scene in self.flat.scenes:
            yield from self._scene(scene, identifier(scene.name), "scene_over")
        yield "=== scene_over ==="
        yield from (f"~ {_name(place)} = {self.flat.start[place]}" for place in self.flat.short_lived)
        yield f"-> {[*self.between, 'next_scene'][0]}"
        for number, scene in enumerate(self.flat.meanwhiles):
            yield from self._scene(scene, self.between[number], [*self.between, "next_scene"][number + 1])

    def _runs(self) -> Iterator[str]:
        yield "=== next_run ==="
        yield from (f"~ {_name(place)} = {value}" for place, value in self.flat.start.items())
        yield "-> next_scene"
        for ending in (*(ending.name for ending in self.flat.world.endings), UNRESOLVED):
            yield f"=== over_{identifier(ending)} ==="
            yield ending
            yield "-> DONE"

    # ── scenes and moments ──

    def _next_scene(self) -> Iterator[str]:
        yield "=== next_scene ==="
        ways = []
        for number, scene in enumerate(self.flat.scenes):
            condition = " and ".join(self.infix.text(one) for one in scene.conditions)
            yield from self._weight(number, self._points(scene.motives), condition)
            ways.append([f"-> {identifier(scene.name)}"])
        if all(scene.conditions for scene in self.flat.scenes):
            yield from _cases([(f"{_sum(len(ways))} == 0", [f"-> over_{UNRESOLVED}"])])
        yield from _drawn(ways)

    def _scene(self, scene: Scene, knot: str, after: str) -> Iterator[str]:
        yield f"=== {knot} ==="
        yield from self._look(self.flat.looked(scene.people))
        yield from self._passage(scene, scene.opening)
        ways = [*self._arrows(scene.arrows, knot, after)]
        yield from ways
        if not _leaves(scene.arrows):
            yield f"-> {_knot(knot, scene.moments[0].name)}" if scene.moments else f"-> {after}"
        for moment in scene.moments:
            yield f"=== {_knot(knot, moment.name)} ==="
            yield from self._passage(scene, moment.opening)
            if moment.options:
                yield from self._options(scene, moment, knot, after)
            yield from self._arrows(moment.arrows, knot, after)

    def _options(self, scene: Scene, moment: Moment, knot: str, after: str) -> Iterator[str]:
        ways = []
        for number, option in enumerate(moment.options):
            condition = " and ".join(self.infix.text(guard) for guard in option.guards)
            if len(moment.options) > 1:
                yield from self._weight(number, self._weight_of(option), condition)
            way = [*self._passage(scene, option.passage), *self._arrows(option.arrows, knot, after)]
            # What follows for whoever has not left by an arrow of their own comes once, behind the branches, unless it is short.
            if not moment.closing.effects and not _leaves(option.arrows):
                way += self._arrows(moment.arrows, knot, after)
            ways.append(way)
        yield from _drawn(ways)
        yield from self._passage(scene, moment.closing)

    def _arrows(self, arrows: Iterable[Arrow], knot: str, after: str) -> Iterator[str]:
        for arrow in arrows:
            to = {"moment": _knot(knot, arrow.name), "end": after, "ending": f"over_{identifier(arrow.name)}"}[arrow.to]
            if arrow.condition is None:
                yield f"-> {to}"
                return
            yield from _cases([(self.infix.bare(arrow.condition), [f"-> {to}"])])

    # ── weights ──

    def _weight_of(self, option: Option) -> str:
        return self._points(option.motives) if option.weight is None else self.infix.bare(option.weight)

    def _points(self, motives: tuple[Motive, ...]) -> str:
        terms = [str(MOST_POINTS)]
        for motive in motives:
            points = self.infix.text(motive.points)
            terms.append(points if motive.condition is None else f"{points} * {self.infix.text(motive.condition)}")
        text = " + ".join(terms)
        return self.power.format(f"MAX(0, MIN({2 * MOST_POINTS}, {text}))" if self.flat.need_clipping(motives) else text)

    def _weight(self, number: int, weight: str, condition: str) -> Iterator[str]:
        if not condition:
            yield f"~ temp w{number} = {weight}"
            return
        yield f"~ temp w{number} = 0"
        yield from _cases([(condition, [f"~ w{number} = {weight}"])])

    # ── what changes ──

    def _passage(self, scene: Scene, passage: Passage) -> Iterator[str]:
        if passage.effects:
            for effect in passage.effects:
                yield from self._effect(effect)
            yield from self._look(self.flat.looked(scene.people, passage))
            for ending in self.flat.endings_after(passage):
                assert ending.condition is not None
                yield from _cases([(self.infix.bare(ending.condition), [f"-> over_{identifier(ending.name)}"])])

    def _effect(self, effect: Effect) -> Iterator[str]:
        line = f"~ {_name(effect.variable)} = {self.infix.new_value(effect)}"
        if effect.condition is None:
            yield line
        else:
            yield from _cases([(self.infix.bare(effect.condition), [line])])

    def _look(self, news: Iterable[Looked]) -> Iterator[str]:
        for belief, routes, readings in news:
            name = _name(belief)
            seen = [*_cases([(self._test(condition), [f"~ {name} = {self.infix.bare(value)}"]) for condition, value in routes])]
            if readings:
                ways = [(self._test(condition), [f"~ {name} = {self.infix.bare(value)}"]) for condition, value in readings]
                open_ = "" if any(condition is None for condition, _ in routes) else " or ".join(self._test(one) for one, _ in routes)
                seen = [*_cases([(open_, [*_cases([*ways, ("", seen)])])])]
            yield from seen

    def _test(self, condition: object) -> str:
        return "" if condition is None else self.infix.text(condition)


def _knot(scene: str, moment: str) -> str:
    return f"{scene}__{identifier(moment)}"


def _leaves(arrows: tuple[Arrow, ...]) -> bool:
    return any(arrow.condition is None for arrow in arrows)


def _sum(count: int) -> str:
    return " + ".join(f"w{number}" for number in range(count))


def _cases(ways: list[tuple[str, list[str]]]) -> Iterator[str]:
    """Branches, the first whose test holds; an empty test always does."""
    if not ways[0][0]:
        yield from ways[0][1]
        return
    yield "{"
    for test, lines in ways:
        yield f"- {test or 'else'}:"
        yield from lines
        if not test:
            break
    yield "}"


def _drawn(ways: list[list[str]]) -> Iterator[str]:
    """One of the ways by weight, the w0, w1, … above; the only one without a draw."""
    if len(ways) == 1:
        yield from ways[0]
        return
    yield f"~ temp drawn = RANDOM(1, {_sum(len(ways))})"
    tests = [f"drawn <= {_sum(number + 1)}" for number in range(len(ways) - 1)]
    yield from _cases([*zip(tests, ways, strict=False), ("", ways[-1])])


if __name__ == "__main__":
    print(ink_of(unmask.load("helmet").model, power="--no-pow" not in sys.argv), end="")
