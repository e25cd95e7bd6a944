"""A few runs of a story on the reference engine, as far as a bound on the work goes. What they do not show is not proved away."""

from collections.abc import Iterator
from typing import NamedTuple

from unmask.run.chooser import Dice, Stop
from unmask.run.record import Record, play
from unmask.run.step import Offer, Point, Process
from unmask.world.model import ENDLESS

SEED = 7
"""The seed that `unmask tell` takes where nobody says one, so that a run can be told by its number alone."""
RUNS = 60
MOST_EVENTS = 20_000
WORK = 300_000
"""To see whether a cast may play is one; a second or so on any machine."""
CHOICE = 40
"""What else goes into a choice, as much work as looking at so many casts."""


class Trial(NamedTuple):
    """A run, and whether it was played to its end: the last of several may have been cut off."""

    record: Record
    whole: bool


def trials(process: Process, runs: int = RUNS, work: int = WORK) -> Iterator[Trial]:
    """Runs 0 to `runs` - 1 under SEED, or as many of them as so much work is enough for."""
    left, events = work, MOST_EVENTS
    for number in range(runs):
        chooser = _Tiring(process, Dice(SEED, number), left)
        record = play(process, chooser, SEED, number, events)
        left, events = chooser.left, events - len(record.events)
        cut = left <= 0 or events <= 0
        ended = record.over.ending
        yield Trial(record, bool(ended) and (ended != ENDLESS or len(record.events) >= process.world.limit))
        if cut:
            return


def work_at(process: Process, point: Point) -> int:
    """How much work it is to choose at a point: in a world with many people most of it goes into looking for a cast."""
    if point.moment is not None:
        return CHOICE
    scenes = process.world.scenes if point.scene is None else (point.scene,)
    return CHOICE + sum(len(process.layout.casts(scene)) for scene in scenes)


class _Tiring:
    """Chooses by dice, and stops when so much work has been done."""

    def __init__(self, process: Process, dice: Dice, left: int) -> None:
        self.process = process
        self.dice = dice
        self.left = left

    def __call__(self, point: Point, offers: tuple[Offer, ...]) -> int | Stop:
        if self.left <= 0:
            return Stop("it is long enough")
        self.left -= work_at(self.process, point)
        return self.dice(point, offers)
