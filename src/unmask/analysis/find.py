"""Finds the runs that have something, by number and in order.

One promise: a run that is found is the run that `World.run` plays under that number, and its event is there where it says.
"""

import sys
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from unmask.analysis.simulate import ROWS_AT_ONCE, Engine, in_order, pieces
from unmask.world.rows import Rows, columns_of
from unmask.world.sites import Sites


class Found(NamedTuple):
    """A run that has it: its number, the event at which it was first there (0 also where it was so from the start), how it ended."""

    run: int
    event: int
    ending: str


class Batch(NamedTuple):
    """So many runs looked through, so many of which have it; `listed` are the first of these, as long as any are asked for."""

    runs: int
    have_it: int
    listed: tuple[Found, ...]


def find(engine: Engine, sites: Sites, seed: int, first: int, count: int, most: int | None = None, workers: int = 1) -> Iterator[Batch]:
    """Look through `count` runs from number `first` on, a batch at a time. All are counted, at most `most` are listed."""
    at_event = _reader(sites)
    todo = pieces(first, count, min(engine.piece, ROWS_AT_ONCE))
    listed = 0
    for piece, rows in in_order(todo, lambda piece: engine.rows(seed, *piece)[1], workers):
        events, endings = at_event(rows)
        hits = (
            Found(piece.first + index, event, sites.endings[ending])
            for index, (event, ending) in enumerate(zip(events, endings, strict=True))
            if event >= 0
        )
        named = tuple(hits if most is None else islice(hits, min(most - listed, sys.maxsize)))
        listed += len(named)
        yield Batch(piece.runs, sum(event >= 0 for event in events), named)


def _reader(sites: Sites) -> Callable[[Rows], tuple[list[int], list[int]]]:
    """From rows: the event at which what is watched for was there, -1 for never, and the number of the ending."""
    sorts = [column.sort for column in columns_of(sites)]
    ending, length, found = (sorts.index(sort) for sort in ("ending", "events", "found"))
    watch = sites.wanted.watch
    assert watch is not None
    if watch.event is None or watch.event.word != "ending":
        return lambda rows: (rows.columns[found].tolist(), rows.columns[ending].tolist())
    # An ending that no author wrote (`endless`) is no event. It is told from the row, like the others: all come last.
    wanted = sites.endings.index(watch.event.label)

    def last(rows: Rows) -> tuple[list[int], list[int]]:
        endings, lengths = rows.columns[ending].tolist(), rows.columns[length].tolist()
        return [max(events - 1, 0) if one == wanted else -1 for one, events in zip(endings, lengths, strict=True)], endings

    return last
