"""Plays a run from its beginning to its end, and records everything that happened."""

from typing import NamedTuple

from unmask.problems.speech import short
from unmask.run.chooser import Chooser, Dice, Script, Stop
from unmask.run.step import Event, Over, Point, Process
from unmask.run.tape import Tape, entries_of, exists_in, shortened


class Record(NamedTuple):
    """One play-through. `over` says how it ended; its ending is "" where a tape broke off, and `reason` says why."""

    seed: int
    number: int
    events: tuple[Event, ...]
    over: Over
    strayed: str = ""

    def __repr__(self) -> str:
        return short(f"<Record: run {self.number}, seed {self.seed}, {self.over.ending or 'broken off'}, {len(self.events)} events>")


def play(process: Process, chooser: Chooser, seed: int, number: int, most: int | None = None) -> Record:
    """Play until the story is over, the limit is reached (the world's, or `most` events), or the chooser stops."""
    limit = process.world.limit if most is None else min(most, process.world.limit)
    over, events = play_from(process, process.begin(), chooser, limit)
    return Record(seed, number, events, over)


def play_from(process: Process, at: Point | Over, chooser: Chooser, limit: int) -> tuple[Over, tuple[Event, ...]]:
    """Play on from a point, for so many events at most: how it ends, and what happens until then."""
    events: list[Event] = []
    while isinstance(at, Point):
        offers = process.offers(at)
        chosen = chooser(at, offers)
        if isinstance(chosen, Stop):
            return Over("", at.state, chosen.reason), tuple(events)
        turn = process.follow(at, offers[chosen], limit - len(events))
        events += turn.events
        at = turn.at
    return at, tuple(events)


def by_luck(process: Process, seed: int, number: int) -> Record:
    """Run `number` under `seed`: the same on every machine."""
    return play(process, Dice(seed, number), seed, number)


def by_tape(process: Process, tape: Tape, go_on: bool = False) -> Record:
    """The run that a tape tells of. Where it cannot be followed the run breaks off, or goes on by the tape's own luck."""
    dice = Dice(tape.seed, tape.number) if go_on else None
    script = Script(tape.entries, lambda entry: exists_in(process.world, entry), dice)
    record = play(process, script, tape.seed, tape.number)
    return record._replace(strayed=script.strayed or _left_over(script, record))


def _left_over(script: Script, record: Record) -> str:
    """The first entry that nothing was left to choose for, if there is one."""
    if not record.over.ending or script.at == len(script.entries):
        return ""
    return f"the story is over before entry {script.at + 1}, `{shortened(script.entries[script.at])}`"


def tape_of(process: Process, record: Record, fingerprint: str, side: str = "") -> Tape:
    """The tape of a run: replayed, it is the same run."""
    return Tape(fingerprint, record.seed, record.number, side, entries_of(record.events, process.layout.scenes))
