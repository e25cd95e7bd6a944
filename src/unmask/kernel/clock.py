"""Finds the clock of a world, if it has one: what only counts scenes.

A month that goes on by one after every scene says how many scenes were played and no more. One promise: at two times of one class
the same can happen, and as likely, from the end of a scene to the end of the next.
"""

from collections.abc import Iterator

from unmask.kernel.layout import Layout
from unmask.world import walk
from unmask.world.model import Constant, Effect, Scene, Type, Variable, World


class Clock:
    """A clock: `classes` are, for each value from its lowest on, the least value that nothing asked can tell from it."""

    def __init__(self, place: Variable, type_: Type, classes: list[int], start: int, first: bool) -> None:
        """`first`: that it goes on is the first thing that happens between two scenes, so that nothing sees it as it was."""
        self.place = place
        self.type = type_
        self._classes = classes
        self._start = start
        self._first = first

    def value(self, scene: int) -> int:
        """What it says when so many scenes are over, and what passes between has yet to come. It stops where its range ends."""
        return min(self._start + max(scene - 1, 0), self.type.high)

    def time(self, scene: int) -> int:
        """The earliest such value at which everything goes on as it does when so many scenes are over."""
        if scene == 0:
            return self._start
        now = self.value(scene)
        return next(value for value in range(self._start, now + 1) if self._around(value) == self._around(now))

    def _around(self, value: int) -> tuple[int, int]:
        low = self.type.low
        after = self._classes[min(value + 1, self.type.high) - low]
        return after if self._first else self._classes[value - low], after


def clock_of(world: World, layout: Layout) -> tuple[Variable, bool] | None:
    """What goes on by one after every scene whatever happens, and is changed by nothing else; and whether that comes first of all."""
    changed: dict[Variable, list[Effect]] = {}
    for scene in (*world.scenes, *layout.places.meanwhiles):
        for passage in walk.passages(scene):
            for effect in passage.effects:
                changed.setdefault(effect.variable, []).append(effect)
    for number, meanwhile in enumerate(layout.places.meanwhiles):
        for effect in _always(meanwhile):
            place = effect.variable
            if not place.owner and len(changed[place]) == 1 and place in layout.index and place not in layout.short_lived:
                return place, number == 0 and effect == meanwhile.opening.effects[0] and not meanwhile.people
    return None


def _always(meanwhile: Scene) -> Iterator[Effect]:
    """What goes on by one as often as this `meanwhile` is told."""
    if not meanwhile.conditions and not meanwhile.once:
        for effect in meanwhile.opening.effects:
            if effect.operator == "+=" and effect.value == Constant(1) and effect.condition is None:
                yield effect
