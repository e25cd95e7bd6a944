"""Chooses: by dice, by a tape, or by asking a person."""

from collections.abc import Callable, Iterable
from typing import NamedTuple, Protocol

from unmask.run.draws import key_of, pick, scene_stream
from unmask.run.step import Offer, Point
from unmask.run.tape import carried, entry_of, shortened


class Stop(NamedTuple):
    """Nobody chose, and why: the run breaks off here."""

    reason: str


class Chooser(Protocol):
    """Anything that can choose among offers."""

    def __call__(self, point: Point, offers: tuple[Offer, ...]) -> int | Stop: ...


class Dice:
    """Luck: each offer with its exact odds, the same for the same seed and run number, wherever and in whatever order."""

    def __init__(self, seed: int, number: int) -> None:
        self.key = key_of(seed, number)

    def __call__(self, point: Point, offers: tuple[Offer, ...]) -> int:
        stream = scene_stream(point.scene_number, point.meanwhile >= 0)
        return pick(self.key, stream, point.choice_number, [offer.weight for offer in offers])


class Script:
    """A tape's entries, one for each choice. Past its end, or where an entry cannot be followed, `then` chooses, if it is given."""

    def __init__(self, entries: Iterable[str], exists: Callable[[str], bool], then: Chooser | None = None) -> None:
        self.entries = list(entries)
        self.exists = exists
        self.then = then
        self.at = 0
        self.strayed = ""

    def __call__(self, point: Point, offers: tuple[Offer, ...]) -> int | Stop:
        if self.strayed or self.at >= len(self.entries):
            return self.then(point, offers) if self.then else Stop(self.strayed or "the tape ends here")
        wanted = self.entries[self.at]
        self.at += 1
        entries = [entry_of(point, offer) if offer.weight else "" for offer in offers]
        if wanted in entries:
            return entries.index(wanted)
        alike = [carried(entry) for entry in entries]
        if (line := carried(wanted)) and line in alike:
            return alike.index(line)
        what = "cannot be chosen here" if self.exists(wanted) else "names nothing in this story"
        self.strayed = f"entry {self.at}, `{shortened(wanted)}`, {what}"
        return self.then(point, offers) if self.then else Stop(self.strayed)


class Player:
    """Somebody who chooses for one of the people; everybody else, and chance, is left to another chooser."""

    def __init__(self, person: str, ask: Chooser, others: Chooser) -> None:
        self.person = person
        self.ask = ask
        self.others = others

    def __call__(self, point: Point, offers: tuple[Offer, ...]) -> int | Stop:
        return (self.ask if point.who == self.person else self.others)(point, offers)
