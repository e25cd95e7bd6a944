"""Lays out what many runs came to on one screen of plain text.

One promise: no line is wider than the screen but a command to copy, and what is left out for want of room is counted.
"""

import textwrap
from collections.abc import Sequence
from typing import NamedTuple

from unmask.analysis.percent import percent
from unmask.analysis.summary import Ended, Final, Had, Lengths, Summary
from unmask.app.shell import command
from unmask.app.width import cut, padded, width
from unmask.problems.speech import counted, cut_off
from unmask.world.model import ENDLESS

EVERYTHING = "--all shows them"
EVER_SO_WIDE = 100_000
_NAME = 24
"""How wide the names of endings are where there is room."""
_ROOMY = 66
"""So many columns have room for everything; with fewer, intervals are left to --all and --json."""
_MUCH_ROOM = 20
"""So many lines have room for a line for each motif."""
_LONG = 0.5
"""So many seconds to get ready are worth a word."""
_FEW = 8  # numbers with more values than these are told by their mean


class Head(NamedTuple):
    """What stands above a summary: whose runs, which, and how they were played. `story` is the argument that names it."""

    title: str
    story: str
    file: str
    seed: int
    first: int
    engine: str
    engine_why: str
    seconds: float
    stopped: int
    """How many runs were asked for where playing was stopped before; 0 where it was not."""
    before: int = 0
    """How many of the runs had been played before, and were only read."""
    ready: float = 0.0
    """So many of the seconds had gone by before anything was played: the story was read, and a program made of it."""
    limit: int = 0
    """After how many events the story cuts runs off; 0 where nobody said."""


def screen(head: Head, found: Summary, columns: int = EVER_SO_WIDE, rows: int | None = None) -> str:
    """A summary in so many columns and rows; all of it, in as many as it takes, where nobody says how many."""
    head = head._replace(title=_printable(head.title), file=_printable(head.file))
    top = _head(head, found, columns)
    lengths = [_length("events", found.events, columns), _length("scenes", found.scenes, columns)]
    stops = [_stop(name, ended, head) for name, ended in found.stops().items()]
    endings = [_ending(name, ended, found.runs, columns) for name, ended in found.endings.items() if ended.runs]
    unseen = [name for name, ended in found.endings.items() if not ended.runs and name not in ("unresolved", "endless", "dead end")]
    never_had = [f"  never: {', '.join(unseen)}"] if unseen else []
    motifs = [_ending(name, had, found.runs, columns) for name, had in found.motifs.items()]
    names = min(max((width(name) for name in found.finals), default=0) + 4, columns * 2 // 5)
    finals = [f"  {padded(name, names - 2)}{_stood(final, found.runs, columns - names)}" for name, final in found.finals.items()]
    unchosen = [f"  {one.scene} / {one.moment} / {one.who}: {one.label} ({head.file}, line {one.line})" for one in found.never_chosen]
    if rows is not None:
        # Three empty lines, three titles, and the prompt that comes after.
        room = rows - len(top) - len(lengths) - len(stops) - len(never_had) - 7
        unchosen = _first(unchosen, 2 if room < 20 else 6, "options")
        room -= len(unchosen)
        if motifs and room < _MUCH_ROOM:
            shares = [f"{name} {_percent(had.runs, found.runs, 0)} %" for name, had in found.motifs.items()]
            what = f"{'motifs':<{_NAME}}" if columns >= _ROOMY else "motifs: "
            lengths.append(what + _joined(shares, columns - len(what)))
            motifs = []
            room -= 1
        elif motifs:
            motifs = _first(motifs, room // 4, "motifs")
            room -= len(motifs) + 2  # an empty line and a title
        endings = _first(endings, max(room - min(len(finals), max(room // 2 - 1, 3)), 4), "endings")
        finals = _most_telling(list(found.finals.values()), finals, max(room - len(endings), 3))
    share = _never(len(found.never_chosen), found.options)
    lines = [*top, "", _over("ENDINGS", columns), *endings, *never_had, ""]
    if motifs:
        lines += [_over("MOTIFS", columns), *motifs, ""]
    lines += [*lengths, "", "AT THE END", *finals, *stops, share, *unchosen]
    # A command is for copying, and of no use with its end left off: where it is too wide, it is for the terminal to wrap.
    to_copy = {*stops, *(top[-1:] if head.engine_why else ())}
    return "".join(f"{line if line in to_copy else cut(line, columns)}\n" for line in lines)


def _head(head: Head, found: Summary, columns: int) -> list[str]:
    last = head.first + found.runs - 1
    which = f"runs {head.first:,} to {last:,}" if last > head.first else f"run {head.first:,}"
    whose = f": {_runs(found.runs, 'run')} under seed {head.seed} ({which})"
    lines = [cut(head.title, max(columns - len(whose), 8)) + whose]
    if columns < _ROOMY:
        lines = [cut(head.title, columns), *textwrap.wrap(whose.removeprefix(": "), columns)]
    if head.stopped:
        lines.insert(0, f"STOPPED after {found.runs:,} of {counted(head.stopped, 'run')}. This is what those came to:")
    if head.limit and (cut_short := found.endings[ENDLESS].runs):
        lines += textwrap.wrap(cut_off(head.limit, cut_short, found.runs), columns)
    played = found.runs - head.before
    took = f"{head.seconds:,.1f} s" + (f" ({head.ready:,.1f} s of them to get ready)" if head.ready >= _LONG else "")
    playing = head.seconds - head.ready
    rate = f", {played / playing:,.0f} a second" if playing > 0 and played > 0 else ""
    lines.append(f"{head.engine} engine, {took}{rate}")
    why, _, command = head.engine_why.partition(": ")
    lines += textwrap.wrap(f"{why}{':' if command else ''}", columns, initial_indent="  ", subsequent_indent="  ")
    return [*lines, f"  {command}"] if command else lines


def _runs(count: int, word: str) -> str:
    return f"{count:,} {word}{'s' if count != 1 else ''}"


def _never(unchosen: int, options: int) -> str:
    if not unchosen:
        return f"each of {_runs(options, 'option')} was chosen" if options else "there are no options to choose"
    return f"{unchosen:,} of {_runs(options, 'option')} {'was' if unchosen == 1 else 'were'} never chosen"


def _over(what: str, columns: int) -> str:
    between = "   95 % between" if columns >= _ROOMY else ""
    return f"{what:<{_of_an_ending(columns)}}{'runs':>14}{'%':>9}{between}"


def _ending(name: str, ended: Ended | Had, runs: int, columns: int) -> str:
    low, high = (f"{100 * end:.2f}" for end in ended.interval)
    between = f"   {low} and {high}" if columns >= _ROOMY else ""
    return f"  {padded(name, _of_an_ending(columns) - 2)}{ended.runs:>14,}{_percent(ended.runs, runs, 2):>9}{between}"


def _of_an_ending(columns: int) -> int:
    """How wide a name is: its count and its share come first, then its name, then the interval."""
    return max(min(_NAME, columns - 23), 8)


def _percent(part: int, whole: int, digits: int) -> str:
    return percent(part / whole, digits, whole=part == whole)


def _length(what: str, found: Lengths, columns: int) -> str:
    if columns < _ROOMY:
        return f"{what}: {found.least:,} to {found.longest:,}, middle {found.median:,g}, mean {found.mean:,.1f}"
    return f"{what:<{_NAME}}{found.least:,} to {found.longest:,}, in the middle {found.median:,g}, in the mean {found.mean:,.1f}"


def _stop(name: str, ended: Ended, head: Head) -> str:
    return f"{name}, first in run {ended.first:,}: {command('tell', head.story, seed=head.seed, run=ended.first)}"


# ── how everything stood ──


def _stood(final: Final, runs: int, room: int) -> str:
    """The values that it had, the most frequent first, as many as there is room for; a number with many values by its mean."""
    if len(final.values) == 1:
        return f"always {next(iter(final.values))}"
    if final.mean is not None and (not final.values or len(final.values) > _FEW):
        return f"{final.least:,} to {final.most:,}, in the mean {final.mean:,.2f}"
    between = ": " if final.mean is not None else " "
    values = sorted(final.values.items(), key=lambda one: -one[1])
    return _joined([f"{value}{between}{_percent(count, runs, 0)} %" for value, count in values], room)


def _joined(parts: Sequence[str], room: int) -> str:
    """Parts with commas between, and how many there was no room for."""
    for count in range(len(parts), 0, -1):
        more = f" and {len(parts) - count} more" if count < len(parts) else ""
        line = ", ".join(parts[:count]) + more
        if width(line) <= room:
            return line
    return parts[0]


def _most_telling(finals: Sequence[Final], lines: list[str], most: int) -> list[str]:
    """As many as there is room for, in their order: some of each person and some facts.

    First those that outlive a scene, are not made of others, and turned out now one way, now another.
    """
    if len(lines) <= most:
        return lines
    before: dict[tuple[object, ...], int] = {}
    ranks = []
    for at, final in enumerate(finals):
        dull = (len(final.values) == 1, final.for_scene, final.computed)
        whose = (*dull, final.variable.owner)
        ranks.append((*dull, before.setdefault(whose, 0), at))
        before[whose] += 1
    kept = sorted(rank[-1] for rank in sorted(ranks)[: most - 1])
    return [*(lines[at] for at in kept), f"  {len(lines) - len(kept)} more; {EVERYTHING}"]


def _first(lines: list[str], most: int, what: str) -> list[str]:
    """As many as there is room for, from the first on."""
    return lines if len(lines) <= most else [*lines[: most - 1], f"  {len(lines) - most + 1} more {what}; {EVERYTHING}"]


# ── how wide it is ──


def _printable(name: str) -> str:
    """A name without signs that do something to a terminal; those that join letters, or keep them apart, are no such signs."""
    return "".join(sign if sign.isprintable() or sign in "\u200c\u200d" else "·" for sign in name)
