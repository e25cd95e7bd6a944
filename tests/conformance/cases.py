"""Cases of what the language means, for whoever plays stories: a story file, and beside it what has to come of it.

`tests/conformance/TOPIC/CASE.story` is the story, `CASE.expect` has a line for each thing that is so of it:

    run 0: scene inn | Oda: wait | (a moment) | ending late       the events of run 0 under seed 7
    weights 0: inn 4096 | wait 8192, go 4096                      what was offered at each choice of it, and what that weighs
    odds 3/4: lamp is lit                                         how likely a question's answer is yes: a fraction

To add one, write the story and the lines that you know from docs/reference/language.md, never those that an engine says.
"""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from unmask.pipeline import World, world_from
from unmask.problems.place import Source
from unmask.run.record import Record

HERE = Path(__file__).parent
SEED = 7


class Case(NamedTuple):
    """A story, with the events and weights of some of its runs by number, and the odds of some questions."""

    name: str
    text: str
    runs: dict[int, list[str]]
    weights: dict[int, list[str]]
    odds: dict[str, Fraction]

    @property
    def world(self) -> World:
        """The story, read anew."""
        return world_from(Source(self.name, self.text))


def cases() -> list[Case]:
    """All there are."""
    return [_case(path) for path in sorted(HERE.glob("*/*.story"))]


def _case(path: Path) -> Case:
    found = Case(f"{path.parent.name}/{path.stem}", path.read_text("utf-8"), {}, {}, {})
    for line in path.with_suffix(".expect").read_text("utf-8").splitlines():
        head, _, rest = line.partition(": ")
        sort, _, of = head.partition(" ")
        match sort:
            case "run":
                found.runs[int(of)] = rest.split(" | ")
            case "weights":
                found.weights[int(of)] = rest.split(" | ")
            case "odds":
                found.odds[rest] = Fraction(of)
            case _:
                raise ValueError(f"{path.name}: {line!r} says nothing that is known")
    return found


def events_of(record: Record) -> list[str]:
    """The events of a run in the words of a case."""
    return [in_words(event.sort, event.who, event.label, event.cast) for event in record.events]


def in_words(sort: str, who: str, label: str, cast: tuple[str, ...]) -> str:
    """An event in the words of a case."""
    match sort:
        case "option":
            return f"{who}: {label}"
        case "moment":
            return "(a moment)"
        case "cast":
            return f"cast {', '.join(cast)}"
        case _:
            return f"{sort} {label}"


def weights_of(world: World, record: Record) -> Iterator[str]:
    """What was offered at each choice of a run, and what that weighs."""
    for event in record.events:
        if event.point is not None:
            offers = world.process.offers(event.point)
            yield ", ".join(f"{getattr(offer.what, 'label', '') or offer.what.name} {offer.weight}" for offer in offers)
