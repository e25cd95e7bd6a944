"""Describes the odds along a run as a picture in the terms of Vega-Lite.

One promise: an author's words stand in the data and in titles, as words, and never where something is evaluated.
"""

from collections.abc import Iterator

from unmask.analysis.arcs import words_of
from unmask.analysis.decided import Decided
from unmask.export.to_chart import (
    FAINT,
    GRID,
    INK,
    LETTER,
    MOST_TURNS,
    PAPER,
    RIGHT,
    WIDTH,
    WORDS,
    Frame,
    Part,
    Rows,
    aligned,
    event_axis,
    figure,
    layer,
    pointed_at,
    scene_names,
    short,
    text,
    view,
)
from unmask.export.to_odds_text import OTHERS, how, in_percent, sentences, shares
from unmask.world.model import Type

COLOURS = ("#20507a", "#c2502e", "#e8b04a", "#5b8c5a", "#7d5a8c", "#4fa3a5", "#a3785a", "#d08fa8")
REST = "#c9c3b8"
TALL, ABOVE, IN_A_ROW = 240.0, 40.0, 4
TENTHS = 10
WHOLE = Type("number", 0, TENTHS)
"""Shares are drawn in tenths: what is under the least and over the most is as wide as a part of one."""


def odds_chart(title: str, found: Decided) -> Part:
    """One run: the share of each ending after every event, one above the other."""
    end = len(found.record.events)
    shown, columns = shares(found)
    over = found.record.over
    under = f"seed {found.record.seed}, run {found.record.number} · ends: {over.ending} · the odds of the endings as each event leaves them"
    panels = [scene_names(found.stretches, end), _shares_panel(found, shown, columns, end), event_axis(end), _legend(found, shown, end)]
    return figure(title, under, panels, " ".join([f"{title}:", *sentences(found), f"Odds: {how(found)}."]))


def _frame(end: int) -> Frame:
    return Frame(WHOLE, max(end, 1), TALL, ABOVE)


def _shares_panel(found: Decided, shown: list[str], columns: list[list[float]], end: int) -> Part:
    frame = _frame(end)
    layers = []
    for number, colour in enumerate([*COLOURS[: len(shown)], REST]):
        rows = _joined(columns, number)
        if rows:
            layers.append(layer(frame, rows, {"type": "rect", "color": colour, "opacity": 0.85}))
    for level in (0.0, 0.5, 1.0):
        layers.append(layer(frame, [{"x": 0, "x2": end, "y": TENTHS * level}], {"type": "rule", "color": GRID, "strokeWidth": 1}))
        words = [{"x": 0, "y": TENTHS * level, "words": f"{100 * level:.0f} %"}]
        layers.append(layer(frame, words, text(colour=FAINT, align="right", dx=-8), text=WORDS))
    return view(frame, [*layers, *_turns(frame, found, end), _looked_up(frame, found, shown, columns)])


def _joined(columns: list[list[float]], number: int) -> Rows:
    """The share of an ending, event by event; neighbours that are alike are one. One more than there are stands for all others."""
    rows: Rows = []
    for at, column in enumerate(columns):
        low = TENTHS * sum(column[:number])
        high = low + TENTHS * column[number] if number < len(column) else float(TENTHS)
        if high - low < 1e-5:
            continue
        if rows and rows[-1]["x2"] == at and (rows[-1]["y"], rows[-1]["y2"]) == (low, high):
            rows[-1]["x2"] = at + 1
        else:
            rows.append({"x": at, "x2": at + 1, "y": low, "y2": high})
    return rows


def _turns(frame: Frame, found: Decided, end: int) -> Iterator[Part]:
    """The events that moved most, by name, as far as their names find room: the largest move first."""
    taken: tuple[list[tuple[float, float]], ...] = ([], [])
    lines: list[float] = []
    for number, _ in found.turns[:MOST_TURNS]:
        words = short(words_of(found.record.events[number]))
        at, wide = WIDTH * number / max(end, 1), LETTER * len(words)
        align, start = aligned(at, wide)
        # A name must not cover another, and the line that leads down from the upper row must not go through one in the lower.
        free = [all(start + wide + 10 < left or start > right + 10 for left, right in own) for own in taken]
        free[0] = free[0] and not any(start - 3 < line < start + wide + 3 for line in lines)
        free[1] = free[1] and not any(left - 3 < at < right + 3 for left, right in taken[0])
        row = next((row for row, is_free in enumerate(free) if is_free), None)
        if row is None:
            continue
        lines += [at] * row
        taken[row].append((start, start + wide))
        y = frame.y(ABOVE - 26 - 14 * row + 12)
        yield layer(frame, [{"x": number, "y": 0.0, "y2": y}], {"type": "rule", "color": INK, "strokeWidth": 0.8})
        dx = {"left": 4, "right": -4}.get(align, 0)
        yield layer(
            frame, [{"x": number, "y": frame.y(ABOVE - 26 - 14 * row + 5), "words": words}], text(10.5, align=align, dx=dx), text=WORDS
        )


def _looked_up(frame: Frame, found: Decided, shown: list[str], columns: list[list[float]]) -> Part:
    """What can be pointed at, where the picture is alive: each event, and the odds after it."""
    rows: Rows = []
    for number, (event, column) in enumerate(zip(found.record.events, columns, strict=True)):
        odds = {name: in_percent(share) for name, share in zip(shown, column, strict=True)}
        rows.append({"x": number, "x2": number + 1, "y": 0.0, "y2": TENTHS, "event": f"{number}  {words_of(event)}", "scene": event.scene})
        rows[-1]["odds"] = ", ".join(f"{name} {p}" for name, p in odds.items() if p != "0.0 %")
    return pointed_at(frame, rows, ("event", "scene", "odds"))


def _legend(found: Decided, shown: list[str], end: int) -> Part:
    """Which colour is which ending, and where it was decided."""
    names = [*shown, *([OTHERS] if len(found.possible) > len(shown) else [])]
    colours = [*COLOURS[: len(shown)], REST]
    lines = -(-len(names) // IN_A_ROW)
    said = [*sentences(found), f"Odds: {how(found)}."]
    tall = 18.0 * lines + 16 * len(said) + 14
    frame = Frame(WHOLE, max(end, 1), tall, 0.0)
    wide = (WIDTH + RIGHT) / IN_A_ROW
    layers: list[Part] = []
    for number, (name, colour) in enumerate(zip(names, colours, strict=False)):
        x, y = (number % IN_A_ROW) * wide * max(end, 1) / WIDTH, frame.y(12 + 18 * (number // IN_A_ROW))
        layers.append(layer(frame, [{"x": x, "y": y}], {"type": "point", "shape": "square", "filled": True, "size": 90, "color": colour}))
        layers.append(layer(frame, [{"x": x, "y": y, "words": short(name, 28)}], text(align="left", dx=10), text=WORDS))
    for number, words in enumerate(said):
        y = frame.y(18 * lines + 18 + 16 * number)
        colour = FAINT if number == len(said) - 1 else INK
        layers.append(layer(frame, [{"x": 0, "y": y, "words": short(words, 130)}], text(11, colour, align="left", dx=-4), text=WORDS))
    return view(frame, layers or [layer(frame, [{"x": 0, "y": 0}], {"type": "point", "color": PAPER})])
