"""What runs reached of a story, to be read: the file with counts beside its lines, what was not reached and why, as text.

One promise: what no run reached has a sign of its own, not only a colour.
"""

import textwrap

from unmask.analysis.coverage import Coverage, Item
from unmask.app.width import cut, fitted
from unmask.problems.place import Source
from unmask.problems.show import WIDTH, Paint, plain
from unmask.problems.speech import counted
from unmask.world.model import DEAD_END

UNREACHED = "!! 0"
ONLY_TOLD = "–"
_REACHED = {"scene": "played", "meanwhile": "played", "moment": "reached", "option": "chosen", "ending": "reached", "line": "reached"}
_LONGEST_QUOTE = 60


def text(found: Coverage, source: Source, seed: int, paint: Paint = plain, width: int | None = None) -> str:
    """The story file with how often each line was reached, then what was not and why: lines of so many columns, those of the file cut."""
    head = f"{source.name} in {_runs(found)} under seed {seed}. Beside a line: how often it was reached; {UNREACHED} where it was not, "
    head += f"{ONLY_TOLD} where it is not played but told, in brief or as somebody remembers it."
    room = WIDTH if width is None else min(width, WIDTH)
    reasons = _reasons(found, source, paint, room)
    return "\n".join([*textwrap.wrap(head, room), "", *_listing(found, source, paint, width), "", *reasons]) + "\n"


def _listing(found: Coverage, source: Source, paint: Paint, width: int | None) -> list[str]:
    lines = source.lines()
    counts = {item.span.line: item.times for item in found.items}
    margin = max([len(UNREACHED), *(len(f"{times:,}") for times in counts.values() if times)])
    digits = len(str(len(lines)))
    shown = []
    for number, line in enumerate(lines if lines[-1] else lines[:-1], 1):
        beside = paint(_beside(counts.get(number, -1)).rjust(margin), "title" if counts.get(number) == 0 else "place")
        text = _printable(line)
        if width is not None:
            text = cut(text, width - margin - digits - 4)
        shown.append(f"{beside} {number:>{digits}} | {text}".rstrip())
    return shown


def _beside(times: int | None) -> str:
    """What stands in the margin; -1 is a line that nobody can reach."""
    if times is None:
        return ONLY_TOLD
    return UNREACHED if not times else f"{times:,}" if times > 0 else ""


def _printable(line: str) -> str:
    return "".join(sign if sign.isprintable() else "·" for sign in line)


def _runs(found: Coverage) -> str:
    return f"{found.runs:,} run{'s' if found.runs != 1 else ''}"


# ── what was not reached ──


def _reasons(found: Coverage, source: Source, paint: Paint, room: int) -> list[str]:
    """Each thing that was not reached, and why; what stands under it and was not reached for that reason is named with it."""
    if not found.unreached:
        return [f"Everything was reached in {'this run' if found.runs == 1 else f'these {_runs(found)}'}."]
    lines = source.lines()
    shown = [f"Not reached in {'this run' if found.runs == 1 else f'these {_runs(found)}'}:"]
    for stop in found.stops:
        how = "came to a dead end" if stop.name == DEAD_END else "stopped at the limit of events"
        runs = f"{stop.runs:,} {'run' if stop.runs == 1 else 'runs'}"
        shown += ["", *textwrap.wrap(f"{runs} {how}, the first of them run {stop.first:,}, and did not reach what comes after.", room)]
    for item in found.unreached:
        if item.under is not None:
            continue
        never = f"line {item.span.line}: {_named(item, lines)} was never {_REACHED[item.what]}"
        shown += ["", *(paint(line, "title") for line in fitted(never, room).split("\n"))]
        with_it = sorted(_with(item, found))
        reason = f"{item.why[:1].upper()}{item.why[1:]}.{f' With it: {_stretches(with_it)}.' if with_it else ''}"
        shown += textwrap.wrap(reason, room, initial_indent="    ", subsequent_indent="    ", break_long_words=False)
    return shown


def _named(item: Item, lines: list[str]) -> str:
    if item.what == "line":
        return f"`{cut(_printable(lines[item.span.line - 1].strip()), _LONGEST_QUOTE)}`"
    return f"`{item.name}`" if item.what == "meanwhile" else f"{item.what} `{item.name}`"


def _with(item: Item, found: Coverage) -> list[int]:
    """The lines of what was not reached because this was not."""
    under = [other for other in found.unreached if other.under == item.span]
    return [line for other in under for line in (other.span.line, *_with(other, found))]


def _stretches(lines: list[int]) -> str:
    """`line 4`, `lines 4 and 5`, `3 lines from 4 to 9`."""
    if len(lines) <= 2:
        return f"line{'s' if len(lines) > 1 else ''} {' and '.join(map(str, lines))}"
    return f"{counted(len(lines), 'line')} from {lines[0]} to {lines[-1]}"


def for_a_build(found: Coverage, source: Source) -> list[str]:
    """What was not reached, a line each, as compilers say where something is."""
    lines = source.lines()
    return [
        f"{source.name}:{item.span.line}: {_named(item, lines)} was never {_REACHED[item.what]}: {item.why}" for item in found.unreached
    ]
