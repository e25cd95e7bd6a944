"""Draws the odds along a run in letters, or says the same in sentences.

One promise: it is said which odds are exact and which are estimates.
"""

from collections.abc import Iterator
from textwrap import wrap

from unmask.analysis.answers import EXACTLY
from unmask.analysis.decided import Decided, whose
from unmask.analysis.percent import percent
from unmask.problems.speech import counted

LEAST_WIDE, ROWS = 40, 12
MOST_ENDINGS = 8
MOST_TURNS = 5
WIDEST = 4
OTHERS = "others"
LEAST = 0.0005
LETTERS = "abcdefgh"
REST = "."


def odds_words(title: str, found: Decided) -> str:
    """The odds along a run, in sentences."""
    return "\n".join([_over(title, found), "", *sentences(found), *_turn_lines(found), "", f"Odds: {how(found)}."]) + "\n"


def odds_text(title: str, found: Decided, width: int) -> str:
    """The shares of the endings after each event as a drawing in letters, at most `width` wide."""
    width = max(width, LEAST_WIDE)
    shown, columns = shares(found)
    lines = [
        _over(title, found),
        "",
        *_drawn(columns, width),
        "",
        *_legend(found, shown, width),
        "",
        *sentences(found),
        *_turn_lines(found),
    ]
    lines += ["", f"Odds: {how(found)}."]
    return "\n".join(part for line in lines for part in _wrapped(line, width)) + "\n"


def _over(title: str, found: Decided) -> str:
    record = found.record
    return f"{title}: seed {record.seed}, run {record.number}, {counted(len(record.events), 'event')}, ends: {record.over.ending}"


def in_percent(p: float) -> str:
    """Odds, for a sentence."""
    return f"{percent(p, 1)} %"


def sentences(found: Decided) -> Iterator[str]:
    """Where it was decided, and since when."""
    ending = found.record.over.ending
    odds = found.odds(ending)
    if not found.turns:
        yield f"Nothing had to be decided: all along it could only end so ({ending})."
        return
    number = found.turns[0][0]
    was, now = in_percent(odds[number]), in_percent(odds[number + 1])
    yield f"It was decided when {whose(found.record, number)} (event {number}). {ending}: from {was} to {now}."
    sealed = found.sealed
    if sealed is None:
        yield f"From the beginning {ending} was likelier than all others together."
    elif sealed != number:
        yield f"Since event {sealed} ({whose(found.record, sealed)}) {ending} was likelier than all others together."


def _turn_lines(found: Decided) -> Iterator[str]:
    """How it began, and the events that moved most, in the order in which they happened."""
    first = sorted(((p, name) for name in found.possible if (p := found.odds(name)[0]) >= LEAST), key=lambda one: -one[0])
    yield f"Before everything: {', '.join(f'{name} {in_percent(p)}' for p, name in first)}."
    for number in sorted(number for number, _ in found.turns[:MOST_TURNS]):
        yield f"Event {number}, {whose(found.record, number)}: {', '.join(_changes(found, number))}."


def _changes(found: Decided, number: int) -> list[str]:
    moves = [(found.odds(name)[number], found.odds(name)[number + 1], name) for name in found.possible]
    moves = [move for move in moves if abs(move[1] - move[0]) >= LEAST]
    moves.sort(key=lambda move: -abs(move[1] - move[0]))
    said = [f"{name} from {in_percent(was)} to {in_percent(now)}" for was, now, name in moves[:3]]
    return said or ["next to nothing"]


def how(found: Decided) -> str:
    """Which odds are exact, and how good the others are."""
    guessed = [number for number, outlook in enumerate(found.outlooks) if outlook.kind != EXACTLY]
    if not guessed:
        return "exact"
    off = max(max(chance.high - chance.p, chance.p - chance.low) for number in guessed for chance in found.outlooks[number].chances)
    runs = found.outlooks[guessed[0]].runs
    said = f"estimates from {counted(runs, 'run')} for each choice, off by {100 * off:.2g} points at most, each 99.9 % sure"
    last = guessed[-1]
    # What has come is no news.
    open_ = any(max(chance.p for chance in outlook.chances) < 1 for outlook in found.outlooks[last + 1 :])
    return f"{said}; exact from event {last} on" if open_ else said


# ── a drawing ──


def shares(found: Decided) -> tuple[list[str], list[list[float]]]:
    """The endings that are drawn, the one that came first, and after each event the share of each; what is left are all others."""
    shown = found.possible[:MOST_ENDINGS]
    rows = [found.odds(name)[1:] for name in shown]
    return shown, [list(column) for column in zip(*rows, strict=True)]


def _drawn(columns: list[list[float]], width: int) -> Iterator[str]:
    room = width - 6
    each = -(-len(columns) // room)
    wide = max(min(room // max(len(columns), 1), WIDEST), 1)
    some = [columns[min(start + each, len(columns)) - 1] for start in range(0, len(columns), each)]
    for row in reversed(range(ROWS)):
        level = (row + 0.5) / ROWS
        name = {ROWS - 1: "100 %", ROWS // 2 - 1: "50 %", 0: "0 %"}.get(row, "")
        yield f"{name:>5} " + "".join(_letter(column, level) * wide for column in some)


def _letter(column: list[float], level: float) -> str:
    so_far = 0.0
    for number, share in enumerate(column):
        so_far += share
        if level < so_far:
            return LETTERS[number]
    return REST


def _legend(found: Decided, shown: list[str], width: int) -> list[str]:
    parts = [f"{letter} {name}" for letter, name in zip(LETTERS, shown, strict=False)]
    if len(found.possible) > len(shown):
        parts.append(f"{REST} {OTHERS}")
    joined = "   ".join(part.replace(" ", "\u00a0") for part in parts)
    return [line.replace("\u00a0", " ") for line in wrap(joined, width)]


def _wrapped(line: str, width: int) -> list[str]:
    return wrap(line, width, subsequent_indent="  ", break_on_hyphens=False) if len(line) > width else [line]
