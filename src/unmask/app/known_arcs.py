"""Draws what somebody knew as each scene ended, as small charts in lines of text.

One promise: a chart shows nothing that the words of `?` did not say at the time.
"""

from collections.abc import Iterator, Sequence

from unmask.telling.english import named
from unmask.telling.knows import Knowledge, Known, words
from unmask.world.model import Type, World

BARS = "▁▂▃▄▅▆▇█"


def charts(world: World, knew: Sequence[Knowledge], width: int) -> list[str]:
    """For each feeling that is known now its words, and under them a bar for each scene, the last ones where there are too many."""
    now = knew[-1]
    lines = [f"What {named(world.people[now.person], now.person)} feels"]
    lines += _lines(world, now.own, [one.own for one in knew], now.person, width)
    for other in world.people:
        seen = [tuple(known for known in one.others if known.of.owner == other) for one in knew]
        if seen[-1]:
            lines += ["", f"What {named(world.people[other], now.person)} seems to feel"]
            lines += _lines(world, seen[-1], seen, now.person, width)
    return lines


def _lines(world: World, now: tuple[Known, ...], course: Sequence[tuple[Known, ...]], side: str, width: int) -> Iterator[str]:
    for at, one in enumerate(now):
        type_ = world.variables[one.of].type
        yield f"  {words(world, one, side)}"
        if type_.sort != "set":
            yield f"  {''.join(_bar(then[at].value, type_) for then in course)[-max(width - 2, 1) :]}"


def _bar(value: int, type_: Type) -> str:
    span = max(type_.high - type_.low, 1)
    return BARS[(value - type_.low) * (len(BARS) - 1) // span]
