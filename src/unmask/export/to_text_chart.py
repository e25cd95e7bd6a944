"""Draws arcs in letters, or says the same in sentences.

One promise: the sentences say everything that the drawing shows, one thing after another, for whoever listens.
"""

from collections.abc import Iterator
from itertools import groupby
from textwrap import wrap
from typing import NamedTuple

from unmask.analysis.arcs import Arc, Course, Fan, Fans, Pair, Spread, Stretch, Values, moves, words_of
from unmask.export.to_chart import signed
from unmask.problems.speech import counted
from unmask.world.model import Type

LEAST, WIDEST = 40, 8
GLUE = "\u00a0"  # where a line is not to be broken
MOST_LEVELS = 9
MOST_TURNS = 4


class Signs(NamedTuple):
    """What a drawing is made of."""

    felt: str
    believed: str
    both: str
    gap: str
    wall: str
    median: str
    half: str
    most: str


PRETTY = Signs("━", "╌", "═", "░", "│", "█", "▒", "·")
PLAIN = Signs("=", "-", "#", ":", "|", "#", "+", ".")


# ── one run ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def course_words(title: str, found: Course) -> str:
    """A run in sentences: for each pair how the scenes end, and what turned it."""
    lines = [_over(title, found), ""]
    for arc in found.arcs:
        lines += [_name(arc.pair), *(f"  {line}" for line in (*_scene_lines(arc, found.stretches), *_turn_lines(arc, found))), ""]
    return "\n".join(lines[:-1]) + "\n"


def _over(title: str, found: Course) -> str:
    record = found.record
    return f"{title}: seed {record.seed}, run {record.number}, {counted(len(record.events), 'event')}, ends: {record.over.ending}"


def _name(pair: Pair) -> str:
    return f"{pair.of.words}, and what {pair.observer} takes it for"


def _scene_lines(arc: Arc, stretches: tuple[Stretch, ...]) -> Iterator[str]:
    """How each scene ends; neighbours that end alike are told together."""
    scenes = [stretch for stretch in stretches if not stretch.meanwhile]
    ends = [(number, stretch.name, arc.after[stretch.last]) for number, stretch in enumerate(scenes, 1)]
    for values, group in groupby(ends, key=lambda end: end[2]):
        several = list(group)
        names = ", ".join(dict.fromkeys(name for _, name, _ in several))
        first, last = several[0][0], several[-1][0]
        when = f"Scene {first} ({names}) ends" if first == last else f"Scenes {first} to {last} ({names}) end"
        yield f"{when}: {_told(arc, values)}."


def _told(arc: Arc, values: Values) -> str:
    felt, believed = arc.type.name_of(values.felt), arc.type.name_of(values.believed)
    return f"{felt}, and believed so" if felt == believed else f"{felt}, believed {believed}"


def _turn_lines(arc: Arc, found: Course) -> Iterator[str]:
    """The events that move it most, in the order in which they happen."""
    events = found.record.events
    for number in sorted(number for _, number in moves(arc, events)[:MOST_TURNS]):
        yield f"Event {number}, {words_of(events[number])}: {', '.join(_changes(arc, number))}."


def _changes(arc: Arc, number: int) -> Iterator[str]:
    was, now = arc.before[number], arc.after[number]
    if was.felt != now.felt:
        yield f"from {arc.type.name_of(was.felt)} to {arc.type.name_of(now.felt)}"
    if was.believed != now.believed:
        yield f"believed {arc.type.name_of(now.believed)} and no longer {arc.type.name_of(was.believed)}"


def course_text(title: str, found: Course, width: int, signs: Signs = PRETTY) -> str:
    """A run as a drawing in letters, at most `width` wide but never narrower than it can be read."""
    width = max(width, LEAST)
    lines = [_over(title, found), *(line.replace(GLUE, " ") for line in _legend(signs, width))]
    for arc in found.arcs:
        lines += ["", _name(arc.pair), *_drawn(arc, found, width, signs)]
        lines += [f"  {line}" for line in _turn_lines(arc, found)]
    return _within(lines, width)


def _legend(signs: Signs, width: int) -> list[str]:
    parts = [
        f"{signs.felt * 2} as it is",
        f"{signs.believed * 2} as it is believed to be",
        f"{signs.both * 2} both",
        f"{signs.gap * 2} the gap",
    ]
    return wrap("   ".join(part.replace(" ", GLUE) for part in parts), width)


def _drawn(arc: Arc, found: Course, width: int, signs: Signs) -> Iterator[str]:
    names = _level_names(arc.type, width)
    margin = max(map(len, names))
    columns = list(_columns(arc, found.stretches, width - margin - 2))
    for row in reversed(range(len(names))):
        cells = "".join(signs.wall if column is None else _cell(column, row, arc.type, len(names), signs) for column in columns)
        yield f"{names[row]:>{margin}} {cells}".rstrip()
    if names_under := _scene_row(arc, found.stretches, columns):
        yield " " * (margin + 1) + names_under


def _columns(arc: Arc, stretches: tuple[Stretch, ...], room: int) -> Iterator[Values | None]:
    """A column for each event, several where there is room, one for several where there is none; None between scenes.

    Where several events share a column it shows the one with the widest gap: a gap must not be lost for want of room.
    """
    scenes = [arc.after[stretch.first : stretch.last + 1] for stretch in _drawn_scenes(arc, stretches)]
    if 4 * len(scenes) > room:  # no room for walls
        scenes = [tuple(now for scene in scenes for now in scene)]
    free = room - (len(scenes) - 1)
    each = 1
    while sum(-(-len(scene) // each) for scene in scenes) > free:
        each += 1
    wide = min(max(free // max(sum(map(len, scenes)), 1), 1), WIDEST)
    for index, scene in enumerate(scenes):
        if index:
            yield None
        for start in range(0, len(scene), each):
            yield from [max(scene[start : start + each], key=lambda now: abs(now.felt - now.believed))] * wide


def _drawn_scenes(arc: Arc, stretches: tuple[Stretch, ...]) -> list[Stretch]:
    return [stretch for stretch in stretches if arc.lasting or not stretch.meanwhile]


def _cell(now: Values, row: int, type_: Type, rows: int, signs: Signs) -> str:
    felt, believed = _row(now.felt, type_, rows), _row(now.believed, type_, rows)
    if row == felt == believed:
        return signs.both
    if row == felt:
        return signs.felt
    if row == believed:
        return signs.believed
    return signs.gap if min(felt, believed) < row < max(felt, believed) else " "


def _row(value: int, type_: Type, rows: int) -> int:
    """The row in which a value stands: its own, or one of nine where there are too many values for rows of their own."""
    span = type_.high - type_.low
    return value - type_.low if rows > span else (value - type_.low) * (rows - 1) // span


def _level_names(type_: Type, width: int) -> list[str]:
    """The names of the rows, from the lowest up."""
    span = type_.high - type_.low
    rows = min(span + 1, MOST_LEVELS)
    values = [type_.low + (index if rows > span else -(-index * span // (rows - 1))) for index in range(rows)]
    return [_cut(type_.name_of(value), width // 4) for value in values]


def _scene_row(arc: Arc, stretches: tuple[Stretch, ...], columns: list[Values | None]) -> str:
    """The names of the scenes under them, as far as they fit between the walls."""
    if None not in columns:
        return ""
    names = [("" if stretch.meanwhile else stretch.name) for stretch in _drawn_scenes(arc, stretches)]
    widths = [len(list(group)) for is_wall, group in groupby(columns, key=lambda column: column is None) if not is_wall]
    return " ".join(f"{_cut(name, wide):<{wide}}" for name, wide in zip(names, widths, strict=True)).rstrip()


def _cut(words: str, most: int) -> str:
    return words[:most]


def _wrapped(line: str, width: int) -> list[str]:
    """A line as several, broken between words; what follows stands a little to the right."""
    margin = " " * (len(line) - len(line.lstrip()) + 2)
    return wrap(line, width, subsequent_indent=margin, break_on_hyphens=False) if len(line) > width else [line]


def _within(lines: list[str], width: int) -> str:
    return "\n".join(part for line in lines for part in _wrapped(line, width)) + "\n"


# ── many runs ────────────────────────────────────────────────────────────────────────────────────────────────────────


def fans_words(title: str, found: Fans) -> str:
    """Many runs in sentences: for each pair how it stands as each scene ends."""
    lines = [_over_many(title, found), *_left_lines(found), ""]
    for fan in found.fans:
        lines += [_name(fan.pair), *(f"  {line}" for line in _fan_lines(fan)), ""]
    return "\n".join(lines[:-1]) + "\n"


def _over_many(title: str, found: Fans) -> str:
    return f"{title}: {counted(found.runs, 'run')}, seed {found.seed}, as each scene ends"


def _left_lines(found: Fans) -> Iterator[str]:
    """How many runs there still are, where that changes."""
    told = [f"{left:,} in scene {number}" for number, left in _at_some(found.left)]
    yield f"Runs that are not over: {', '.join(told)}."


def _at_some(values: tuple[int, ...], most: int = 8) -> list[tuple[int, int]]:
    """At most so many of the values with the numbers of their scenes, evenly spaced, the first and the last among them."""
    last = len(values) - 1
    numbers = sorted({round(index * last / (most - 1)) for index in range(most)})
    return [(number + 1, values[number]) for number in numbers]


def _fan_lines(fan: Fan) -> Iterator[str]:
    ends = [(number, *ends) for number, ends in enumerate(zip(fan.felt, fan.believed, fan.gaps, strict=True), 1)]
    for told, group in groupby(ends, key=lambda end: (_spread(end[1], fan.type), _spread(end[2], fan.type), signed(end[3]))):
        several = list(group)
        first, last = several[0][0], several[-1][0]
        when = f"Scene {first}" if first == last else f"Scenes {first} to {last}"
        yield f"{when}: {told[0]}; believed {told[1]}; mean gap {told[2]}."


def _spread(one: Spread, type_: Type) -> str:
    half, most = _from_to(one.low50, one.high50, type_), _from_to(one.low90, one.high90, type_)
    return f"median {type_.name_of(one.median)}, half {half}, nine tenths {most}"


def _from_to(low: int, high: int, type_: Type) -> str:
    return type_.name_of(low) if low == high else f"{type_.name_of(low)} to {type_.name_of(high)}"


def fans_text(title: str, found: Fans, width: int, signs: Signs = PRETTY) -> str:
    """Many runs as drawings in letters: for each pair what is felt, and under it what is believed."""
    width = max(width, LEAST)
    legend = f"{signs.median * 2} median   {signs.half * 2} half of the runs   {signs.most * 2} nine tenths of them"
    lines = [_over_many(title, found), *_wrapped(legend, width)]
    for fan in found.fans:
        lines += ["", _name(fan.pair)]
        for words, spreads in ((f"{fan.pair.of.owner} {fan.word}", fan.felt), (f"{fan.pair.observer} believes", fan.believed)):
            lines += [f"  {words}", *_fan_drawn(spreads, fan.type, width, signs)]
        gaps = ", ".join(f"{signed(fan.gaps[number - 1])} in scene {number}" for number, _ in _at_some(found.left))
        lines.append(f"  mean gap: {gaps}")
    drawn = _within([*lines, "", *_left_lines(found)], width)
    return drawn.replace("−", "-") if signs is PLAIN else drawn


def _fan_drawn(spreads: tuple[Spread, ...], type_: Type, width: int, signs: Signs) -> Iterator[str]:
    names = _level_names(type_, width)
    margin = max(map(len, names))
    room = width - margin - 1
    each, wide = -(-len(spreads) // room), min(max(room // len(spreads), 1), 3)
    shown = spreads[::each]
    for row in reversed(range(len(names))):
        cells = "".join(_fan_cell(one, row, type_, len(names), signs) * wide for one in shown)
        yield f"{names[row]:>{margin}} {cells}".rstrip()
    every = f", one in {each}" if each > 1 else ""
    yield f"{'':>{margin}} scenes 1 to {len(spreads)}{every}"


def _fan_cell(one: Spread, row: int, type_: Type, rows: int, signs: Signs) -> str:
    low90, low50, median, high50, high90 = (
        _row(value, type_, rows) for value in (one.low90, one.low50, one.median, one.high50, one.high90)
    )
    if row == median:
        return signs.median
    if low50 <= row <= high50:
        return signs.half
    return signs.most if low90 <= row <= high90 else " "
