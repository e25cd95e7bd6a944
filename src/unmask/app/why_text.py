"""What would have been, as lines of text: two stories side by side, their ends, and by how much the odds of the endings moved.

One promise: odds that are shown say whether they are exact, and an estimate says how far off it may be.
"""

from collections.abc import Iterator, Sequence

from unmask.analysis.ahead import Fork, Outlook
from unmask.analysis.answers import EXACTLY
from unmask.analysis.arcs import words_of
from unmask.analysis.percent import percent
from unmask.analysis.what_if import Moved, WhatIf
from unmask.analysis.why import label_of
from unmask.app.width import width
from unmask.run.record import Record

LINES = 6
WIDE = 48
MOST_WAYS, MOST_MOVES = 6, 3
LEAST = 0.0005
"""An ending that is never likelier than this is not shown."""


def what_if_to_text(title: str, found: WhatIf, moved: Moved, slow: bool = False) -> str:
    """Both stories from where they part, how each ends, and what that did to the odds. `slow`: no compiled engine looked ahead."""
    where = "from the beginning" if found.number is None else f"at event {found.number}"
    lines = [f"{title}: seed {found.was.seed}, run {found.was.number}", f"what if, {where}: {found.changed}", "", *_stories(found), ""]
    columns = [("as it was", moved.was), ("what if", moved.now)]
    if moved.before is not None:
        columns.insert(0, ("before", moved.before))
    lines += ["odds of the endings at that moment", *_table(moved.endings, columns, difference=True)]
    lines.append(f"  {how([outlook for _, outlook in columns], slow)}")
    return "".join(f"{line.rstrip()}\n" for line in lines)


def fork_to_text(endings: Sequence[str], fork: Fork, slow: bool = False) -> str:
    """The odds of the endings before a choice, and after each way to go on; of many ways, what each of them moves most."""
    ways = [(label_of(way.offer), way.outlook) for way in fork.ways]
    lines = ["odds of the endings, before and after"]
    if len(ways) > MOST_WAYS:
        lines += [f"  {label}: {_moves(endings, fork.before, outlook)}" for label, outlook in ways]
        lines += _table(endings, [("before", fork.before)])
    else:
        lines += [f"({number}) {label}" for number, (label, _) in enumerate(ways, 1)]
        columns = [("before", fork.before), *((f"({number})", outlook) for number, (_, outlook) in enumerate(ways, 1))]
        lines += _table(endings, columns)
    lines.append(f"  {how([fork.before, *(outlook for _, outlook in ways)], slow)}")
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _moves(endings: Sequence[str], before: Outlook, after: Outlook) -> str:
    """The endings that a way moves most, and by how much."""
    moves = [(now.p - was.p, name) for name, was, now in zip(endings, before.chances, after.chances, strict=True)]
    most = sorted((move for move in moves if abs(move[0]) >= LEAST), key=lambda move: -abs(move[0]))[:MOST_MOVES]
    return ", ".join(f"{name} {_signed(change)}" for change, name in most) or "as before"


# ── two stories ──


def _stories(found: WhatIf) -> Iterator[str]:
    if found.parted is None:
        yield "The stories never part: with the same luck everything happens as it did."
        yield f"  {_end(found.was)}"
        return
    yield f"the stories part at event {found.parted}"
    left, right = _part(found.was, found.parted), _part(found.now, found.parted)
    for one, other in zip(*_as_long(["as it was", *left], ["what if", *right]), strict=True):
        yield f"  {_filled(one)}  {_cut(other)}"


def _part(record: Record, first: int) -> list[str]:
    """A story from an event on, as far as there is room, and how it ends."""
    events = record.events
    lines = [f"{number:>3}  {words_of(events[number])}" for number in range(first, min(first + LINES, len(events)))]
    more = len(events) - first - LINES
    if more > 0:
        lines.append(f"     … and {more} more")
    return [*lines, _end(record)]


def _end(record: Record) -> str:
    count = len(record.events)
    return f"ends: {record.over.ending} ({count} event{'s' if count != 1 else ''})"


def _as_long(one: list[str], other: list[str]) -> tuple[list[str], list[str]]:
    most = max(len(one), len(other))
    return one + [""] * (most - len(one)), other + [""] * (most - len(other))


def _cut(words: str) -> str:
    while width(words) > WIDE:
        words = f"{words[: max(len(words) - 1 - (width(words) - WIDE), 0)]}…"
    return words


def _filled(words: str) -> str:
    cut = _cut(words)
    return cut + " " * (WIDE - width(cut))


# ── odds ──


def _table(endings: Sequence[str], columns: list[tuple[str, Outlook]], difference: bool = False) -> Iterator[str]:
    """A line for each ending that is ever likely, those that move most first."""
    rows = [(name, [outlook.chances[number].p for _, outlook in columns]) for number, name in enumerate(endings)]
    rows = [row for row in rows if max(row[1]) >= LEAST]
    rows.sort(key=lambda row: (min(row[1]) - max(row[1]), -row[1][0]))
    names = max((width(name) for name, _ in rows), default=0) + 2
    wide = max(9, *(width(head) + 1 for head, _ in columns))
    heads = [*(head for head, _ in columns), *(["moved"] if difference else [])]
    yield f"  {'':{names}}" + "".join(f"{head:>{wide}}" for head in heads)
    for name, odds in rows:
        cells = [f"{percent(p, 1)} %" for p in odds]
        if difference:
            cells.append(_signed(odds[-1] - odds[-2]))
        yield f"  {name}{' ' * (names - width(name))}" + "".join(f"{cell:>{wide}}" for cell in cells)


def _signed(change: float) -> str:
    return f"{100 * change:+.1f}".replace("-", "−") if abs(change) >= LEAST else "0.0"


def how(outlooks: Sequence[Outlook], slow: bool) -> str:
    """How odds are known, in words. More states may make them exact, but where it is `slow`, and none are gone through."""
    played = [outlook for outlook in outlooks if outlook.kind != EXACTLY]
    if not played:
        return "exact"
    off = max(max(chance.high - chance.p, chance.p - chance.low) for outlook in played for chance in outlook.chances)
    some = "estimates" if len(played) == len(outlooks) else f"{len(played)} of {len(outlooks)} are estimates"
    sure = f"off by {100 * off:.2g} points at most, each 99.9 % sure"
    return f"{some} from {played[0].runs:,} runs each, {sure}{'' if slow else '; with more --budget they may be exact'}"
