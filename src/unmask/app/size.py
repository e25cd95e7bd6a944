"""`unmask check --size`: how many states a story has, and what each thing that it remembers multiplies them by.

One promise: a number that was sampled is not shown as if it were counted.
"""

import gc
import textwrap
from typing import TYPE_CHECKING

import click

from unmask.app import doors
from unmask.app.doors import Refusal
from unmask.app.waiting import Waiting
from unmask.app.width import say
from unmask.problems.show import WIDTH
from unmask.problems.speech import counted

if TYPE_CHECKING:
    from unmask.analysis.size import Free, Size
    from unmask.pipeline import World

_STOPPED = {
    "budget": "there were more states than --budget allows",
    "memory": "there were more states than fit into a gigabyte of memory, whatever --budget allows",
    "order": "there were some that lead back to each other",
}
_ADVISED = 5
"""For so many of the dearest there is advice."""


def check_size(story: str, as_json: bool, budget: int) -> None:
    """Say what each thing that a story remembers costs. Exit 2 where nothing can be gone through here."""
    from unmask.analysis.size import size_of
    from unmask.kernel.from_world import CannotCompile

    gc.enable()  # it is turned off for commands that are soon over
    world = doors.world(story)
    with Waiting("Nothing was counted.") as waiting:
        try:
            size = size_of(world.model, budget, waiting.explored)
        except CannotCompile as why:
            raise Refusal(doors.without_engine("States cannot be counted here", str(why))) from None
    if as_json:
        click.echo(size_to_json(world, size, budget), nl=False)
    else:
        say(size_to_text(world.title, size))


def size_to_text(title: str, size: "Size") -> str:
    """The table, the dearest first; then advice, then what is free."""
    about = "about " if size.off else ""
    lines = [title, f"{about}{counted(size.between, 'state')} between scenes, {about}{size.whole:,} in all"]
    if size.off:
        lines.append(f"sampled: two of three such numbers are off by less than {100 * size.off:.2g} %")
    if not size.complete:
        lines.append(f"not everything: {_scenes(size.scenes)}, and then {_STOPPED[size.why]}")
    return "".join(f"{line}\n" for line in [*lines, "", *_table(size), *_advice(size), *_free(size.free)])


def _scenes(scenes: int) -> str:
    return (
        "a part of the first scene"
        if scenes <= 1
        else f"the first {'scene' if scenes == 2 else counted(scenes - 1, 'scene')} and a part of the next"
    )


def _table(size: "Size") -> list[str]:
    if not size.costs:
        return ["Nothing that it remembers multiplies them."]
    names = [f"without {cost.name}" for cost in size.costs]
    wide = max(map(len, names))
    lines = [f"  {'':<{wide}}  {'between':>9}  {'in all':>9}"]
    for name, cost in zip(names, size.costs, strict=True):
        values = f"{cost.sort}, {counted(cost.values, 'value')}" if cost.sort in ("fact", "field", "belief") else cost.sort
        lines.append(f"  {name:<{wide}}  {_by(cost.between):>9}  {_by(cost.whole):>9}  {values}")
    return lines


def _by(times: float) -> str:
    return f"÷ {times:.3g}" if times < 100 else f"÷ {times:,.0f}"


def _advice(size: "Size") -> list[str]:
    lines = []
    for cost in size.costs[:_ADVISED]:
        for number, word in enumerate(cost.advice):
            head = f"  {cost.name}: " if not number else "    "
            lines += textwrap.wrap(f"{head}{word}", WIDTH, subsequent_indent="    ", drop_whitespace=True)
    return ["", "WHAT WOULD MAKE IT CHEAPER", *lines] if lines else []


def _free(free: "tuple[Free, ...]") -> list[str]:
    lines = []
    for why in dict.fromkeys(one.why for one in free):
        names = ", ".join(one.name for one in free if one.why == why)
        lines += textwrap.wrap(f"{why}: {names}", WIDTH, initial_indent="  ", subsequent_indent="    ", break_long_words=False)
    return ["", "FREE", *lines] if lines else []


def size_to_json(world: "World", size: "Size", budget: int) -> str:
    """The same as JSON. `docs/reference/size.schema.json` describes it."""
    import json

    import unmask

    data = {
        "version": unmask.__version__,
        "title": world.title,
        "file": world.source.name,
        "fingerprint": world.fingerprint,
        "budget": budget,
        **size._asdict(),
        "costs": [cost._asdict() for cost in size.costs],
        "free": [one._asdict() for one in size.free],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
