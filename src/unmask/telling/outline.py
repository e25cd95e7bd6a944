"""A run to what is told of it, and in what order: scenes in full or in brief, section by section. No wording here.

One promise: everybody who was there tells the same scenes in full, so that both sides of a quarrel tell the same quarrel.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from unmask.run.record import Record
from unmask.run.step import Event, Told
from unmask.world.model import WORLD_SIDE, Prose, Scene, World


class Episode(NamedTuple):
    """One scene of a run with the `meanwhile` after it: the numbers of its events, who was there, and whether it is told in full."""

    scene: str
    events: tuple[int, ...]
    people: tuple[str, ...]
    in_full: bool


class Spoken(NamedTuple):
    """A line to be told: where it comes from, the states it looks at, and in a brief line how many scenes it stands for.

    `joins` says whether it goes on with the paragraph before.
    """

    line: Prose
    event: int
    before: tuple[int, ...]
    after: tuple[int, ...]
    joins: bool
    times: int = 0


Section = tuple[Spoken, ...]


class Eyes(NamedTuple):
    """Whose eyes a telling is seen through: a person or the world, as it happens or as that person remembers it."""

    side: str
    remembered: bool = False

    def sees(self, line: Prose, people: tuple[str, ...] | None) -> bool:
        """Whether a line is for these eyes, told of something that these people were there for."""
        if line.manner == "recalls" and not self.remembered:
            return False
        if line.manner == "denies" and self.remembered:
            return False
        if line.side:
            return line.side == self.side
        return people is None or self.side == WORLD_SIDE or self.side in people


def episodes(world: World, record: Record, side: str = "", read: Collection[int] = ()) -> tuple[Episode, ...]:
    """The scenes of a run. One is told in full if an option taken in it is new to somebody there, or if it is the last for somebody.

    The all-seeing telling, `side` world, has heard of everything that was told: there an option is new once. `read` are the
    numbers of scenes that were read in full while the run grew, each of them the last at its time; they stay in full.
    """
    groups: dict[int, list[int]] = {}
    for at, event in enumerate(record.events):
        groups.setdefault(event.scene_number, []).append(at)
    brief = {scene.name for scene in world.scenes if scene.in_brief}
    found: list[Episode] = []
    told: set[tuple[str, str, str, str]] = set()
    for number, numbers in groups.items():
        events = [record.events[at] for at in numbers]
        scene, people = _scene_of(events)
        heard_by = (WORLD_SIDE,) if side == WORLD_SIDE else (WORLD_SIDE, *people)
        options = [event for event in events if event.sort == "option" and not event.meanwhile]
        taken = {(somebody, event.scene, event.moment, event.label) for event in options for somebody in heard_by}
        in_full = scene not in brief or not taken <= told or number in read
        found.append(Episode(scene, tuple(numbers), people, in_full))
        told |= taken
    return tuple(_with_last_in_full(found))


def read_while_played(world: World, record: Record, person: str) -> frozenset[int]:
    """The scenes, by number, that whoever plays a person read in full as the run grew: at each choice of theirs the scene
    they were in, and those that were the last with somebody until then.
    """
    found: set[int] = set()
    last: dict[str, int] = {}
    for number, episode in enumerate(episodes(world, record)):
        last |= dict.fromkeys(episode.people, number)
        chosen = (record.events[at] for at in episode.events)
        if any(event.sort == "option" and event.who == person for event in chosen):
            found |= {number, *last.values()}
    return frozenset(found)


def _scene_of(events: list[Event]) -> tuple[str, tuple[str, ...]]:
    """What scene the events make, and who is there: the cast is known after the scene's own event."""
    within = [event for event in events if not event.meanwhile] or events
    people = next((event.people for event in within if event.sort not in ("scene", "ending")), within[0].people)
    return within[0].scene, people


def _with_last_in_full(found: list[Episode]) -> Iterator[Episode]:
    last = {person: index for index, episode in enumerate(found) for person in episode.people}
    for index, episode in enumerate(found):
        ends = index == len(found) - 1 or index in last.values()
        yield episode._replace(in_full=episode.in_full or ends)


def sections(world: World, record: Record, eyes: Eyes, scenes: dict[str, Scene], read: Collection[int] = ()) -> Iterator[Section]:
    """What these eyes are told, section by section. Neighbouring scenes in brief make one section together.

    What passes between two scenes opens the section of the second.
    """
    waiting: list[Episode] = []
    opening: tuple[Spoken, ...] = ()
    for episode in episodes(world, record, eyes.side, read):
        if not episode.in_full:
            if eyes.side == WORLD_SIDE or eyes.side in episode.people:
                waiting.append(episode)
            continue
        events = [(number, record.events[number]) for number in episode.events]
        in_scene = tuple(_spoken(events, eyes, meanwhile=False))
        after = tuple(_spoken(events, eyes, meanwhile=True))
        if waiting and (in_scene or after):
            yield (*opening, *_in_brief(waiting, record, eyes, scenes))
            waiting, opening = [], ()
        if in_scene:
            yield (*opening, *in_scene)
            opening = ()
        opening += after
    if opening or waiting:
        yield (*opening, *_in_brief(waiting, record, eyes, scenes))


def shared(world: World, record: Record, read: Collection[int] = ()) -> Iterator[Spoken]:
    """The lines for everybody in scenes that anybody tells in full, in the order of the run: all sides quote the same words."""
    everybody = Eyes(WORLD_SIDE)
    for episode in episodes(world, record, read=read):
        if episode.in_full:
            for number in episode.events:
                for told in record.events[number].told:
                    yield from (spoken for spoken in _lines(number, told, everybody) if not spoken.line.side)


def _spoken(events: Iterable[tuple[int, Event]], eyes: Eyes, meanwhile: bool) -> Iterator[Spoken]:
    """The lines of a scene, or those of the `meanwhile` after it with the ending that may come there."""
    passed = False
    for number, event in events:
        for told in event.told:
            passed = passed or event.meanwhile or (told.people is None and event.sort != "ending")
            if passed == meanwhile:
                yield from _lines(number, told, eyes)


def _lines(number: int, told: Told, eyes: Eyes) -> Iterator[Spoken]:
    """The lines of a passage for these eyes. What somebody recalls stands for all the others."""
    recalled = [line for line in told.lines if eyes.remembered and line.manner == "recalls" and line.side == eyes.side]
    for line in recalled or told.lines:
        if eyes.sees(line, told.people):
            yield Spoken(line, number, told.before, told.after, line.joins)


def _in_brief(waiting: list[Episode], record: Record, eyes: Eyes, scenes: dict[str, Scene]) -> Iterator[Spoken]:
    """The brief lines of neighbouring scenes, in one paragraph: for each scene's name its own, in the order in which the names came.

    They look at the world as the next scene finds it, and back to how the first of these scenes found it.
    """
    for place, name in enumerate(dict.fromkeys(episode.scene for episode in waiting)):
        same = [episode for episode in waiting if episode.scene == name]
        first, last = same[0].events[0], same[-1].events[-1]
        seen = [line for line in scenes[name].in_brief if eyes.sees(line, None)]
        for index, line in enumerate(seen):
            joins = line.joins or (place > 0 and index == 0)
            yield Spoken(line, last, _start_of(record.events[first]), _start_of(record.events[last + 1]), joins, len(same))


def _start_of(event: Event) -> tuple[int, ...]:
    """The state in which a scene is chosen. No run ends with a scene in brief, so that there is always a next one."""
    assert event.point is not None, "a scene begins with a choice"
    return event.point.state
