"""A few runs of a story, to find what only shows when it is played. What they do not find is not proved away."""

from typing import NamedTuple

from unmask.run.chooser import Dice
from unmask.run.record import Record, play
from unmask.run.step import Process
from unmask.world.model import DEAD_END

RUNS = 60
MOST_EVENTS = 20_000


class DeadEnd(NamedTuple):
    """A run that stopped in the middle, and the scene and moment in which it did, each "" where it was in none."""

    record: Record
    scene: str
    moment: str


def dead_ends(process: Process, seed: int = 0, runs: int = RUNS) -> list[DeadEnd]:
    """The first dead end at each moment, in the first `runs` runs under `seed` or as many of them as have 20,000 events."""
    found: dict[tuple[str, str], DeadEnd] = {}
    events = 0
    for number in range(runs):
        record = play(process, Dice(seed, number), seed, number, MOST_EVENTS - events)
        events += len(record.events)
        if record.over.ending == DEAD_END:
            key = (record.over.scene, record.over.moment)
            found.setdefault(key, DeadEnd(record, *key))
        if events >= MOST_EVENTS:
            break
    return list(found.values())
