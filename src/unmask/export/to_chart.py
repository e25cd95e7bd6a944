"""Describes arcs as a picture in the terms of Vega-Lite.

One promise: an author's words stand in the data and in titles, as words, and never where something is evaluated.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from unmask.analysis.arcs import Arc, Course, Fan, Fans, Pair, Spread, Stretch, moves, words_of
from unmask.problems.speech import counted
from unmask.world.model import Type

Part = dict[str, Any]
Rows = list[dict[str, Any]]

WIDTH = 650
LEFT, RIGHT = 92, 108
INK, FAINT, PAPER, BAND, GRID = "#2b2b2b", "#7a746a", "#fffefb", "#f3efe7", "#e4dfd5"
FELT, BELIEVED, GAP = "#20507a", "#c2502e", "#e8b04a"
FONT = "sans-serif"
LETTER = 5.9
"""About how wide a letter of a label is, in pixels: for keeping labels apart, not for drawing them."""
LABEL = 34
MOST_TURNS = 6
MOST_TICKS = 7
SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"


def course_chart(title: str, found: Course) -> Part:
    """One run: a panel for each pair, over the same events."""
    end = len(found.record.events)
    panels = [scene_names(found.stretches, end), *(_arc_panel(arc, found, end) for arc in found.arcs), event_axis(end)]
    over = found.record.over
    under = f"seed {found.record.seed}, run {found.record.number} · {_scenes(found)} · ends: {over.ending}"
    return figure(title, under, panels, _summary(title, [arc.pair for arc in found.arcs]))


def fans_chart(title: str, found: Fans) -> Part:
    """Many runs: a panel for each pair, over the same scenes, and how many runs are left."""
    end = len(found.left)
    panels = [_fan_panel(fan, end) for fan in found.fans]
    panels.append(_left_strip(found, end))
    lines = "means (lines), medians (ticks), the middle half (dark) and nine tenths (light) of the runs"
    under = f"{counted(found.runs, 'run')}, seed {found.seed} · as each scene ends: {lines}"
    return figure(title, under, panels, _summary(title, [fan.pair for fan in found.fans]))


def figure(title: str, under: str, panels: list[Part], description: str) -> Part:
    """A whole picture: panels under a title."""
    return {
        "$schema": SCHEMA,
        "description": description,
        "background": PAPER,
        "padding": {"left": 16, "right": 16, "top": 16, "bottom": 12},
        "title": {"text": short(title, 70), "subtitle": under, "anchor": "start", "dx": 12 - LEFT, "offset": 14}
        | {"font": FONT, "fontSize": 19, "color": INK, "subtitleFont": FONT, "subtitleFontSize": 12, "subtitleColor": FAINT}
        | {"subtitlePadding": 5},
        "spacing": 8,
        "bounds": "flush",
        "vconcat": panels,
        "config": {"view": {"stroke": None}, "text": {"font": FONT, "fontSize": 11, "color": INK}, "axis": _AXIS},
    }


_AXIS = {"labelFont": FONT, "titleFont": FONT, "labelColor": FAINT, "titleColor": FAINT, "titleFontWeight": "normal"} | {
    "gridColor": GRID,
    "domainColor": GRID,
    "tickColor": GRID,
}


def _summary(title: str, pairs: Iterable[Pair]) -> str:
    told = "; ".join(f"{pair.of.words} and what {pair.observer} takes it for" for pair in pairs)
    return f"{title}: {told}."


def _scenes(found: Course) -> str:
    scenes = sum(not stretch.meanwhile for stretch in found.stretches)
    events = len(found.record.events)
    return f"{scenes} scene{'s' if scenes != 1 else ''}, {events} event{'s' if events != 1 else ''}"


# ── the parts that panels are made of ────────────────────────────────────────────────────────────────────────────────


class Frame(NamedTuple):
    """Where values stand in a panel: `levels` pixels for the values, `above` pixels over them for names."""

    type: Type
    end: int
    levels: float
    above: float

    @property
    def unit(self) -> float:
        """How many pixels a level is high."""
        return self.levels / (self.type.high - self.type.low + 0.8)

    @property
    def height(self) -> int:
        return round(self.levels + self.above)

    @property
    def top(self) -> float:
        return self.type.high + 0.4 + self.above / self.unit

    def y(self, pixels_from_top: float) -> float:
        return self.top - pixels_from_top / self.unit


def _frame(type_: Type, end: int, above: float) -> Frame:
    levels = type_.high - type_.low + 1
    return Frame(type_, max(end, 1), min(max(26.0 * levels, 56.0), 132.0), above)


def view(frame: Frame, layers: list[Part]) -> Part:
    """A panel of layers."""
    return {"width": WIDTH, "height": frame.height, "layer": layers}


def layer(frame: Frame, rows: Rows, mark: Part, **channels: Part) -> Part:
    """Rows drawn as one sort of mark, where they say in the terms of the frame."""
    scales = {"x": {"domain": [0, frame.end], "nice": False}, "y": {"domain": [frame.type.low - 0.4, frame.top], "nice": False}}
    placed = {
        name: {"field": name, "type": "quantitative", "axis": None, "scale": scales[name[0]]} for name in ("x", "y") if _has(rows, name)
    }
    placed |= {name: {"field": name} for name in ("x2", "y2") if _has(rows, name)}
    return {"data": {"values": rows}, "mark": {"aria": False, **mark}, "encoding": {**placed, **channels}}


def _has(rows: Rows, name: str) -> bool:
    return bool(rows) and name in rows[0]


def text(size: float = 11, colour: str = INK, **more: Any) -> Part:
    """How words look."""
    return {"type": "text", "fontSize": size, "color": colour, "baseline": "middle", **more}


WORDS: Part = {"field": "words", "type": "nominal"}


def _levels(frame: Frame) -> Iterator[Part]:
    """The names of the levels, in the author's words, and a faint line for each."""
    ticks = _ticks(frame.type)
    rules = [{"x": 0, "x2": frame.end, "y": value} for value in ticks]
    yield layer(frame, rules, {"type": "rule", "color": GRID, "strokeWidth": 1})
    names = [{"x": 0, "y": value, "words": frame.type.name_of(value)} for value in ticks]
    yield layer(frame, names, text(colour=FAINT, align="right", dx=-8, limit=LEFT - 12), text=WORDS)


def _ticks(type_: Type) -> list[int]:
    """The values that are named: all of a few, some of many."""
    step = -(-(type_.high - type_.low) // (MOST_TICKS - 1)) or 1
    return list(range(type_.low, type_.high + 1, step))


def _heading(frame: Frame, pair: Pair) -> Part:
    words = f"{pair.of.words}, and what {pair.observer} takes it for"
    return layer(frame, [{"x": 0, "y": frame.y(8), "words": short(words, 100)}], text(12.5, align="left", fontWeight="bold"), text=WORDS)


def _line_names(frame: Frame, whose: str, believes: str, felt: float, believed: float) -> Iterator[Part]:
    """Which line is which, at their right ends, held apart where they meet."""
    apart = 15 / frame.unit
    if abs(felt - believed) < apart:
        middle, sign = (felt + believed) / 2, 1 if felt >= believed else -1
        felt, believed = middle + sign * apart / 2, middle - sign * apart / 2
    for y, words, colour in ((felt, whose, FELT), (believed, believes, BELIEVED)):
        rows = [{"x": frame.end, "y": y, "words": words}]
        yield layer(frame, rows, text(colour=colour, align="left", dx=7, limit=RIGHT - 10, fontWeight="bold"), text=WORDS)


def short(words: str, most: int = LABEL) -> str:
    """Words, cut to a length."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


# ── one run ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _arc_panel(arc: Arc, found: Course, end: int) -> Part:
    turns = _turns(arc, found, end)
    frame = _frame(arc.type, end, 22.0 + 14 * (1 + max((row for *_, row in turns), default=-1)))
    shift = 1.6 / frame.unit  # so that lines which agree lie side by side, and both can be seen
    felt = _steps(arc, found, 0, shift)
    believed = _steps(arc, found, 1, -shift)
    last = arc.after[-1]
    layers = [
        *bands(frame, found.stretches),
        *_levels(frame),
        *_gap(frame, arc, found),
        layer(frame, felt, _line(FELT, 2.4), detail={"field": "part", "type": "nominal"}),
        layer(frame, believed, _line(BELIEVED, 2.0, [5, 3]), detail={"field": "part", "type": "nominal"}),
        *_turn_names(frame, arc, turns),
        _heading(frame, arc.pair),
        *_line_names(frame, f"{arc.pair.of.owner} {arc.word}", f"{arc.pair.observer} believes", last.felt, last.believed),
        _looked_up(frame, arc, found),
    ]
    return view(frame, layers)


def _line(colour: str, width: float, dash: list[int] | None = None) -> Part:
    return {"type": "line", "color": colour, "strokeWidth": width, "strokeDash": dash or [1, 0], "strokeJoin": "round"}


def bands(frame: Frame, stretches: tuple[Stretch, ...]) -> Iterator[Part]:
    """A ground for each scene; what happens between scenes has none."""
    rows = [{"x": s.first, "x2": s.last + 1, "y": frame.type.low - 0.4, "y2": frame.type.high + 0.4} for s in stretches if not s.meanwhile]
    if rows:
        yield layer(frame, rows, {"type": "rect", "color": BAND, "stroke": PAPER, "strokeWidth": 1.5})


def _steps(arc: Arc, found: Course, which: int, shift: float) -> Rows:
    """A value as a line of steps, broken between scenes where it does not outlive them."""
    rows: Rows = []
    for part, stretch in enumerate(found.stretches):
        if stretch.meanwhile and not arc.lasting:
            continue
        for number in range(stretch.first, stretch.last + 1):
            y = arc.after[number][which] + shift
            label = 0 if arc.lasting else part
            rows += [{"x": number, "y": y, "part": label}, {"x": number + 1, "y": y, "part": label}]
    return rows


def _gap(frame: Frame, arc: Arc, found: Course) -> Iterator[Part]:
    """What lies between the two: what the other does not know."""
    rows: Rows = []
    for stretch in found.stretches:
        for number in range(stretch.first, stretch.last + 1) if arc.lasting or not stretch.meanwhile else ():
            now = arc.after[number]
            if now.felt != now.believed:
                rows.append({"x": number, "x2": number + 1, "y": now.felt, "y2": now.believed})
    joined: Rows = []
    for row in rows:
        before = joined[-1] if joined else None
        if before and before["x2"] == row["x"] and (before["y"], before["y2"]) == (row["y"], row["y2"]):
            before["x2"] = row["x2"]
        else:
            joined.append(dict(row))
    if joined:
        yield layer(frame, joined, {"type": "rect", "color": GAP, "opacity": 0.33})


Turn = tuple[int, str, str, float, int]
"""The event, its words, how they are aligned, where the line is, and the row that they stand in."""


def _turns(arc: Arc, found: Course, end: int) -> list[Turn]:
    """The events that move the line most, as far as their names find room in two rows: the largest move first."""
    taken: tuple[list[tuple[float, float]], ...] = ([], [])
    turns: list[Turn] = []
    for _, number in moves(arc, found.record.events):
        was, now = arc.before[number], arc.after[number]
        words = short(words_of(found.record.events[number]))
        at, wide = WIDTH * number / max(end, 1), LETTER * len(words)
        align, start = aligned(at, wide)
        # A name must not cover another, and the line that leads down from the upper row must not go through one in the lower.
        for row, (own, other) in enumerate((taken, taken[::-1])):
            free = all(start + wide + 10 < left or start > right + 10 for left, right in own)
            crossed = any(left - 3 < at < right + 3 for left, right in other) if row else False
            crossing = any(start - 3 < WIDTH * turn[0] / end < start + wide + 3 for turn in turns if turn[4] == 1) if not row else False
            if free and not crossed and not crossing:
                own.append((start, start + wide))
                moved = now.felt if now.felt != was.felt else now.believed
                turns.append((number, words, align, moved, row))
                break
        if len(turns) == MOST_TURNS:
            break
    return turns


def aligned(at: float, wide: float) -> tuple[str, float]:
    """How a name stands to its event, so that it stays in the picture, and where it starts."""
    if at - wide / 2 < 0:
        return "left", at - 4
    if at + wide / 2 > WIDTH + RIGHT - 10:
        return "right", at + 4 - wide
    return "center", at - wide / 2


def _turn_names(frame: Frame, arc: Arc, turns: list[Turn]) -> Iterator[Part]:
    bottom = frame.above - 7
    for number, words, align, value, row in turns:
        y = frame.y(bottom - 14 * row)
        yield layer(
            frame, [{"x": number, "y": frame.y(bottom - 14 * row + 7), "y2": value}], {"type": "rule", "color": FAINT, "strokeWidth": 0.8}
        )
        yield layer(frame, [{"x": number, "y": value}], {"type": "point", "filled": True, "size": 26, "color": INK, "opacity": 1})
        dx = {"left": -4, "right": 4}.get(align, 0)
        yield layer(frame, [{"x": number, "y": y, "words": words}], text(10.5, align=align, dx=dx), text=WORDS)


def _looked_up(frame: Frame, arc: Arc, found: Course) -> Part:
    """What can be pointed at, where the picture is alive: each event, with its name and the values after it."""
    rows: Rows = []
    for stretch in found.stretches:
        for number in range(stretch.first, stretch.last + 1):
            now = arc.after[number]
            row = {"x": number, "x2": number + 1, "y": frame.type.low - 0.4, "y2": frame.type.high + 0.4}
            about = {"event": f"{number}  {words_of(found.record.events[number])}", "scene": stretch.name}
            rows.append(row | about | {"felt": arc.type.name_of(now.felt), "believed": arc.type.name_of(now.believed)})
    return pointed_at(frame, rows, ("event", "scene", "felt", "believed"))


def scene_names(stretches: tuple[Stretch, ...], end: int) -> Part:
    """The names of the scenes, above all panels; neighbours of one name share it where each has too little room."""
    frame = Frame(Type("number", 0, 0), max(end, 1), 14.0, 0.0)
    rows: Rows = []
    for first, last, words in _named_groups([stretch for stretch in stretches if not stretch.meanwhile], end):
        room = WIDTH * (last - first) / max(end, 1) - 4
        most = int(room / LETTER)
        if most >= 3:
            rows.append({"x": (first + last) / 2, "y": 0, "words": short(words, most)})
    layers = [layer(frame, rows, text(11, FAINT, align="center", fontStyle="italic"), text=WORDS)] if rows else []
    return view(frame, layers or [layer(frame, [{"x": 0, "y": 0}], {"type": "point", "opacity": 0})])


def _named_groups(scenes: list[Stretch], end: int) -> Iterator[tuple[int, int, str]]:
    at = 0
    while at < len(scenes):
        after = at + 1
        while after < len(scenes) and scenes[after].name == scenes[at].name:
            after += 1
        group = scenes[at:after]
        if all(LETTER * len(one.name) < WIDTH * (one.last + 1 - one.first) / max(end, 1) for one in group):
            yield from ((one.first, one.last + 1, one.name) for one in group)
        else:
            yield group[0].first, group[-1].last + 1, f"{group[0].name}{f' ×{len(group)}' if len(group) > 1 else ''}"
        at = after


def event_axis(end: int) -> Part:
    """The numbers of the events, as `unmask tell --events` and `unmask why` have them."""
    return _axis(end, "event", [{"x": number + 0.5, "words": str(number)} for number in _spaced(end)])


def _axis(end: int, name: str, marks: Rows) -> Part:
    frame = Frame(Type("number", 0, 0), max(end, 1), 14.0, 0.0)
    rows = [{**mark, "y": 0} for mark in marks]
    layers = [layer(frame, rows, text(10.5, FAINT, align="center"), text=WORDS)]
    layers.append(layer(frame, [{"x": 0, "y": 0, "words": name}], text(10.5, FAINT, align="right", dx=-8), text=WORDS))
    return view(frame, layers)


def _spaced(end: int, first: int = 0) -> list[int]:
    """Numbers for an axis: every one, every 2nd, 5th, 10th… so that some twenty find room."""
    step = next((step for step in (1, 2, 5, 10, 20, 50, 100, 200) if end <= 24 * step), 500)
    return [number for number in range(first, end + first) if number % step == 0 or number == first]


# ── many runs ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _fan_panel(fan: Fan, end: int) -> Part:
    frame = _frame(fan.type, end, 20.0)
    layers = list(_levels(frame))
    for spreads, colour, half in ((fan.felt, FELT, 0.0), (fan.believed, BELIEVED, 0.5)):
        layers.append(layer(frame, _reach(spreads, "low90", "high90", half), _area(colour, 0.14)))
        layers.append(layer(frame, _reach(spreads, "low50", "high50", half), _area(colour, 0.24)))
    between = [{"x": x, "y": felt, "y2": believed} for x, felt, believed in _means(fan)]
    layers.append(layer(frame, between, {"type": "area", "color": GAP, "opacity": 0.42}))
    for spreads, colour, half in ((fan.felt, FELT, 0.0), (fan.believed, BELIEVED, 0.5)):
        layers.append(layer(frame, _medians(spreads, half), {"type": "rule", "color": colour, "strokeWidth": 2}))
    layers.append(layer(frame, [{"x": x, "y": felt} for x, felt, _ in _means(fan)], _line(FELT, 2.4)))
    layers.append(layer(frame, [{"x": x, "y": believed} for x, _, believed in _means(fan)], _line(BELIEVED, 2.0, [5, 3])))
    last = fan.felt[-1].mean, fan.believed[-1].mean
    layers += [_heading(frame, fan.pair), _aside(frame, f"mean gap {signed(fan.gaps[0])} … {signed(fan.gaps[-1])}")]
    layers += _line_names(frame, f"{fan.pair.of.owner} {fan.word}", f"{fan.pair.observer} believes", *last)
    layers.append(_spreads_looked_up(frame, fan))
    return view(frame, layers)


def _aside(frame: Frame, words: str) -> Part:
    """A few words in the line of the heading, at the right."""
    return layer(frame, [{"x": frame.end, "y": frame.y(8), "words": words}], text(10.5, FAINT, align="right"), text=WORDS)


def _means(fan: Fan) -> list[tuple[float, float, float]]:
    """The two means in the middle of each scene, held on to the edges of the panel."""
    inside = [(scene + 0.5, felt.mean, believed.mean) for scene, (felt, believed) in enumerate(zip(fan.felt, fan.believed, strict=True))]
    return [(0.0, *inside[0][1:]), *inside, (inside[-1][0] + 0.5, *inside[-1][1:])]


def _area(colour: str, opacity: float) -> Part:
    return {"type": "rect", "color": colour, "opacity": opacity}


def _reach(spreads: tuple[Spread, ...], low: str, high: str, half: float) -> Rows:
    """From one quantile to another, scene by scene. What is felt has the left half of a scene's width, what is believed the right."""
    return [
        {"x": scene + half + 0.05, "x2": scene + half + 0.45, "y": getattr(one, low) - 0.13, "y2": getattr(one, high) + 0.13}
        for scene, one in enumerate(spreads)
    ]


def _medians(spreads: tuple[Spread, ...], half: float) -> Rows:
    return [{"x": scene + half + 0.05, "x2": scene + half + 0.45, "y": one.median} for scene, one in enumerate(spreads)]


def _spreads_looked_up(frame: Frame, fan: Fan) -> Part:
    rows: Rows = []
    for scene, (felt, believed, gap) in enumerate(zip(fan.felt, fan.believed, fan.gaps, strict=True)):
        row = {"x": scene, "x2": scene + 1, "y": frame.type.low - 0.4, "y2": frame.type.high + 0.4}
        about = {"scene": str(scene + 1), "runs": f"{felt.runs:,}", "felt": f"{frame.type.name_of(felt.median)} (median)"}
        rows.append(row | about | {"believed": f"{frame.type.name_of(believed.median)} (median)", "mean gap": signed(gap)})
    return pointed_at(frame, rows, ("scene", "runs", "felt", "believed", "mean gap"))


def signed(gap: float) -> str:
    """A gap in levels, with the sign that says which way; a gap that rounds to nothing has none."""
    return f"{gap:+.1f}".replace("-", "−") if abs(gap) >= 0.05 else "0.0"


def _left_strip(found: Fans, end: int) -> Part:
    """How many runs are not over yet, under numbers for the scenes."""
    frame = Frame(Type("number", 0, 0), max(end, 1), 44.0, 0.0)
    base, room = -0.12, 0.5  # the bars stand on the base, the numbers of the scenes under it
    bars: Rows = [{"x": s, "x2": s + 1, "y": base, "y2": base + room * left / found.runs} for s, left in enumerate(found.left)]
    numbers: Rows = [{"x": n - 0.5, "y": -0.3, "words": str(n)} for n in _spaced(end, 1)]
    layers = [
        layer(frame, bars, {"type": "rect", "color": FAINT, "opacity": 0.3}),
        layer(frame, [{"x": 0, "y": 0.1, "words": "runs left"}], text(10.5, FAINT, align="right", dx=-8), text=WORDS),
        layer(frame, [{"x": 0, "y": -0.3, "words": "scene"}], text(10.5, FAINT, align="right", dx=-8), text=WORDS),
        layer(frame, numbers, text(10.5, FAINT, align="center"), text=WORDS),
        layer(
            frame,
            [{"x": end, "y": 0.0, "words": f"{found.left[-1]:,} of {found.runs:,}"}],
            text(10.5, FAINT, align="left", dx=7),
            text=WORDS,
        ),
    ]
    return view(frame, layers)


def pointed_at(frame: Frame, rows: Rows, names: tuple[str, ...]) -> Part:
    """What is told of whatever is pointed at, where the picture is alive."""
    found = layer(frame, rows, {"type": "rect", "color": PAPER, "opacity": 0})
    found["encoding"]["tooltip"] = [{"field": name, "type": "nominal"} for name in names]
    return found
