"""Plays the same runs on both engines, for whoever compares what each counted and wrote down."""

from unmask.analysis.simulate import Reference
from unmask.kernel.build import Compiled
from unmask.world.model import World
from unmask.world.places import Places
from unmask.world.rows import Rows
from unmask.world.sites import Sites, Wanted, Watch, is_wide, motifs_of

Seen = tuple[list[int], list[list[int]], list[int], list[int]]


def seen_by(engine: Reference | Compiled, seed: int, first: int, runs: int) -> Seen:
    """Counts, columns, and tapes."""
    counts, rows = engine.rows(seed, first, runs, tapes=True)
    return counts.tolist(), *_lists(rows)


def _lists(rows: Rows) -> tuple[list[list[int]], list[int], list[int]]:
    assert rows.starts is not None
    assert rows.choices is not None
    return [column.tolist() for column in rows.columns], rows.starts.tolist(), rows.choices.tolist()


def both(world: World, seed: int, first: int, runs: int, wanted: Wanted | None = None) -> tuple[Seen, Seen]:
    """What the compiled and the reference engine saw; everything is counted that can be, unless it is said what."""
    sites = Sites(Places(world), everything(world) if wanted is None else wanted)
    return seen_by(Compiled(sites), seed, first, runs), seen_by(Reference(sites), seed, first, runs)


def everything(world: World) -> Wanted:
    """All that can be counted: gates, motifs, arcs of a few places of each sort, and a watch on the last of the motifs."""
    places = Places(world)
    some = [place for place in (*list(places.stored)[:4], *places.beliefs[:4]) if not is_wide(places.type_of(place))]
    motifs = motifs_of(world)
    return Wanted(gates=True, arcs=tuple(some), motifs=motifs, watch=Watch(event=motifs[-1]) if motifs else None)
