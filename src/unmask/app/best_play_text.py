"""What somebody can do who chooses freely, as lines of text: the odds, how they were found, and what she does where.

One promise: of somebody who sees everything it is said that this is a bound, and of a play that may not be the best that it is only good.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from unmask.analysis.percent import percent
from unmask.analysis.policy import Best, Player
from unmask.analysis.policy_table import RUNS, Policy, Row, Table
from unmask.app.odds_text import exact_percent, percents
from unmask.app.width import width
from unmask.problems.speech import counted

if TYPE_CHECKING:
    from unmask.analysis.questions import Question
    from unmask.pipeline import World


def best_to_text(
    world: "World", question: "Question", player: Player, best: Best, played: Policy | None, seconds: Callable[[], float]
) -> str:
    """The odds, and what she does where."""
    sees = "goes by what is known there" if player.knowing else "sees everything"
    lines = [world.title, f"{player.who} chooses freely, and {sees}"]
    if best.why:
        lines.append(f"not every way gone through: {best.why}")
    elif best.states:
        lines.append(f"every way gone through: {counted(best.states, 'state')}, {seconds():.1f} s")
    if best.tried:
        lines.append(f"{best.tried:,} way{'s' if best.tried > 1 else ''} of playing looked at")
    lines += ["", f"  {question.text}", *_lines(_odds(player, best))]
    if played is None:
        return "".join(f"{line}\n" for line in lines)
    tables = played.tables()
    lines += ["", f"WHAT {player.who.upper()} DOES"]
    if not played.complete:
        lines.append(f"  in what came in {RUNS:,} runs")
    if not tables:
        lines.append("  Wherever this could be decided there is one thing to choose.")
    for table in tables:
        lines += ["", *_table(table, world.source.name)]
    return "".join(f"{line}\n" for line in lines)


def _odds(player: Player, best: Best) -> list[tuple[str, str]]:
    bound = "a lower bound" if player.worst else "an upper bound"
    if best.why and best.sees is None:
        return [("nothing is known", "raise --budget")]
    if player.knowing:
        found = [("the worst" if player.worst else "the best", f"{_one(best)}, {_how_good(best)}")]
        if best.sees is not None:
            found.append(("seeing everything", f"{_percent(best.sees)} %, {bound}"))
    else:
        found = [("at least" if player.worst else "at most", f"{_one(best)}; {bound} for whoever plays {player.who}")]
    if best.none is not None:
        beaten = ", which no habit does: now this and now that" if player.knowing and best.beaten(player.worst) else ""
        found.append(("as the story has it", f"{_percent(best.none)} %{beaten}"))
    return found


def _one(best: Best) -> str:
    if best.exact:
        return f"{_percent(best.low)} %  exact"
    low, high = percents(best.low, best.high)
    return f"between {low} and {high} %, and that is proved"


def _percent(share: float) -> str:
    """What somebody can do may come to all there is; how likely something is would then be proved, and said otherwise."""
    return percent(share, 10) if share >= 1 else exact_percent(share)


def _how_good(best: Best) -> str:
    return "the best of all habits" if best.exact else "a good way of playing: there may be a better one"


def _lines(found: list[tuple[str, str]]) -> list[str]:
    wide = max(width(name) for name, _ in found) + 2
    return [f"    {name}{' ' * (wide - width(name))}{words}" for name, words in found]


def _table(table: Table, file: str) -> list[str]:
    cast = f" with {', '.join(table.cast)}" if table.cast else ""
    more = "" if table.all else ", most often"
    head = f"  {table.scene} / {table.moment}{cast} ({file}, line {table.line}){more}"
    rows = [(_when(row), row.option, _often(row)) for row in table.rows]
    first = max(width(when) for when, _, _ in rows) + 2
    second = max(width(option) for _, option, _ in rows) + 2
    return [
        head,
        *(
            f"    {when}{' ' * (first - width(when))}{option}{' ' * (second - width(option))}{often}".rstrip()
            for when, option, often in rows
        ),
    ]


def _when(row: Row) -> str:
    return " and ".join(f"{field.name} is {field.value}" for field in row.when) or "always"


def _often(row: Row) -> str:
    if row.odds is None:
        return "(seldom)"
    return f"{row.times:.2f} times a story, {100 * row.odds:.4g} % from there"
