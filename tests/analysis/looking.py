"""What follows from a point, by definition: every way is taken by the reference engine, and the odds of each ending leave as fractions."""

from fractions import Fraction

from unmask.analysis.ahead import At, Outlook
from unmask.run.step import Over, Point, Process

Odds = dict[str, Fraction]


class Everything:
    """Goes every way from a point. Only for stories that end before they come to where they were."""

    def __init__(self, process: Process) -> None:
        self.process = process
        self._known: dict[tuple[object, ...], Odds] = {}

    def odds(self, at: At) -> Odds:
        """How likely each ending is from there."""
        if isinstance(at, Over):
            return {at.ending: Fraction(1)}
        key = (at.sort, at.state, at.scene and (at.scene.name, at.scene.cast), at.moment and at.moment.name, at.meanwhile)
        if key not in self._known:
            self._known[key] = self._sum(at)
        return self._known[key]

    def _sum(self, point: Point) -> Odds:
        found: Odds = {}
        offers = self.process.offers(point)
        total = sum(offer.weight for offer in offers)
        for offer in offers:
            if offer.weight:
                after = self.process.follow(point, offer, self.process.world.limit).at
                for ending, p in self.odds(after).items():
                    found[ending] = found.get(ending, Fraction(0)) + Fraction(offer.weight, total) * p
        return found


def off(outlook: Outlook, endings: tuple[str, ...], true: Odds) -> float:
    """By how much an outlook is wrong, at most."""
    return max(abs(chance.p - float(true.get(name, 0))) for name, chance in zip(endings, outlook.chances, strict=True))


def holds(outlook: Outlook, endings: tuple[str, ...], true: Odds) -> bool:
    """Whether every interval has the truth in it."""
    return all(chance.low <= float(true.get(name, 0)) <= chance.high for name, chance in zip(endings, outlook.chances, strict=True))
