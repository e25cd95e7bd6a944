"""Plays small stories by hand, and shows what was chosen, what it led to and what somebody believes."""

from textwrap import dedent

from unmask.analysis.why import label_of
from unmask.pipeline import World, world_from
from unmask.problems.place import Source
from unmask.run.chooser import Stop
from unmask.run.record import Record, play
from unmask.run.state import State
from unmask.run.step import Event, Offer, Over, Point
from unmask.world.model import Variable
from unmask.world.places import Belief, Place


def story(text: str) -> World:
    """The world of a story that holds together."""
    return world_from(Source("test.story", dedent(text)))


class Hand:
    """Takes the offers with these labels (an option's label, a scene's name, a cast's people), one after the other.

    Where there is only one offer it takes that and uses no label up. With no label left, it stops at the next real choice.
    """

    def __init__(self, labels: tuple[str, ...]) -> None:
        self.labels = list(labels)
        self.points: list[Point] = []

    def __call__(self, point: Point, offers: tuple[Offer, ...]) -> int | Stop:
        self.points.append(point)
        if len(offers) == 1:
            return 0
        if not self.labels:
            return Stop("here the test looks")
        wanted = self.labels.pop(0)
        open_ = [label_of(offer) for offer in offers]
        assert wanted in open_, f"{wanted} is not among {open_}"
        return open_.index(wanted)


def by_hand(world: World, *labels: str) -> Record:
    """The run in which these are chosen, up to the first real choice that none of them is for."""
    hand = Hand(labels)
    record = play(world.process, hand, 0, 0)
    assert not hand.labels, f"nobody was asked for {hand.labels}"
    return record


def read(world: World, state: State, what: str) -> int:
    """A variable by its text (`month`, `Rey.anger`, `Rey.owed toward Kylo`), or a belief (`Kylo: Rey.anger`)."""
    observer, _, about = what.rpartition(": ")
    owner, _, rest = about.rpartition(".")
    name, _, toward = rest.partition(" toward ")
    variable = next(one for one in world.model.variables if (one.owner, one.name, one.toward) == (owner, name, toward))
    place: Place = Belief(observer, variable) if observer else variable
    if place in world.process.layout.places:
        return state[world.process.layout.places[place]]
    means = world.model.variables[variable].means
    assert means is not None
    return world.process.layout.value(means, state)


def left(world: World, record: Record, what: str) -> int:
    """What a variable or belief is where the run stops."""
    return read(world, record.over.state, what)


def before(world: World, event: Event, what: str) -> int:
    """What a variable or belief was when an event was chosen."""
    assert event.point is not None
    return read(world, event.point.state, what)


def labels(record: Record) -> list[str]:
    """What happened, in order: labels of options, names of scenes, of moments that just happen, and of endings."""
    return [", ".join(event.cast) if event.sort == "cast" else event.label or event.moment for event in record.events]


def offered(world: World, record: Record) -> list[str]:
    """What may be chosen where the run stopped."""
    return [label_of(offer) for offer in offers_at(world, record)]


def offers_at(world: World, record: Record) -> tuple[Offer, ...]:
    """The offers where a run stopped, with their weights: found by replaying its choices."""
    at: Point | Over = world.process.begin()
    for event in record.events:
        if event.point is None:
            continue
        assert isinstance(at, Point)
        taken = event.label if event.sort != "cast" else ", ".join(event.cast)
        offer = next(offer for offer in world.process.offers(at) if label_of(offer) == taken)
        at = world.process.follow(at, offer, world.model.limit).at
    assert isinstance(at, Point)
    return world.process.offers(at)


def variable(owner: str, name: str, toward: str = "") -> Variable:
    """A field, or a fact where there is no owner."""
    return Variable(owner, name, toward)
