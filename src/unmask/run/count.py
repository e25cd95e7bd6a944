"""Runs counted by the reference engine: slow, and right by definition.

There are counts, and one line a run. One promise: whatever another engine counts is held against this.
"""

from typing import NamedTuple

from unmask.motif.events import Happening
from unmask.run.chooser import Chooser, Dice
from unmask.run.record import Record, play
from unmask.run.state import State
from unmask.run.step import Event, Offer, Over, Point, Process
from unmask.world import model
from unmask.world.model import MOST_POINTS, Moment, Option, Scene
from unmask.world.places import Belief
from unmask.world.sites import MOST_SCENES, ODDS_BITS, Site, Sites, is_wide, parts_of


class Line(NamedTuple):
    """A run in numbers: the number of its ending, its lengths, the value of each variable at the end, how often each option.

    `found` is the event at which what was watched for was first there, -1 where it never was. `choices` is its tape in
    numbers: for each choice the scene's, the cast's or the option's (see `codes`).
    """

    ending: int
    scenes: int
    events: int
    finals: tuple[int, ...]
    chosen: tuple[int, ...]
    found: int
    choices: tuple[int, ...]


class Counting(Process):
    """A process that counts what happens in it."""

    def __init__(self, sites: Sites) -> None:
        super().__init__(sites.world, sites.places.also, sites.followed)
        self.sites = sites
        self.counts = sites.empty()
        self.scene_number = {scene.name: number for number, scene in enumerate(sites.scenes)}
        self.variables = [self.layout.reader(model.Read(variable)) for variable in sites.variables]
        self.arcs = [self.layout.reader(_looked_at(place)) for place in sites.wanted.arcs]
        self.motifs = [self.layout.reader(model.Happened(event)) for event in sites.wanted.motifs]
        watched = sites.watched_motif
        self.watched = None if watched is None else self.layout.reader(model.Happened(watched))
        self._fresh()

    def _fresh(self) -> None:
        self.events = 0
        self.moved = 0
        self.scenes = 0
        self.found = -1
        self.in_scene = False

    def count(self, seed: int, number: int) -> Line:
        """Play a run by luck and count it."""
        return self.count_by(Dice(seed, number), seed, number)

    def count_by(self, chooser: Chooser, seed: int, number: int) -> Line:
        """Play a run as somebody chooses, and count it."""
        self._fresh()
        record = play(self, chooser, seed, number)
        state = record.over.state
        if record.over.ending in model.IMPLICIT_ENDINGS:
            state = self.followed(Happening("ending", label=record.over.ending), state)
        if self.in_scene:
            self._see_arcs(state)
        line = self._line(record, state)
        self._add_line(line, number)
        for motif, happened in enumerate(self.motifs):
            self.counts[self.sites.segments["motifs"].start + motif] += happened(state)
        return line

    def _line(self, record: Record, state: State) -> Line:
        chosen = [0] * len(self.sites.options)
        choices = []
        for event in record.events:
            code = self._code(event)
            if code >= 0:
                choices.append(code)
            if event.sort == "option":
                chosen[self.sites.option_number[self._site(event)]] += 1
        finals = tuple(reader(state) for reader in self.variables)
        ending = self.sites.endings.index(record.over.ending)
        return Line(ending, self.scenes, len(record.events), finals, tuple(chosen), self._found(record), tuple(choices))

    def _found(self, record: Record) -> int:
        watch = self.sites.wanted.watch
        if watch is None or watch.event is None or self.watched is not None:
            return self.found
        return next((number for number, event in enumerate(record.events) if self._is_watched(event, watch.event)), -1)

    def _is_watched(self, event: Event, watched: model.Event) -> bool:
        match watched.word:
            case "scene" | "ending":
                return event.sort == watched.word and event.label == (watched.moment or watched.label)
            case "place":
                return event.sort == "option" and (event.moment, event.label) == (watched.moment, watched.label)
            case "choice":
                return event.sort == "option" and (event.who, event.label) == (watched.who, watched.label)
            case _:
                raise ValueError(f"{watched.word} is not one event")

    def _site(self, event: Event) -> Site:
        number = self.scene_number[event.scene]
        moments = self.sites.scenes[number].moments
        moment = next(index for index, moment in enumerate(moments) if moment.name == event.moment)
        option = next(index for index, option in enumerate(moments[moment].options) if option.label == event.label)
        return Site(number, moment, option)

    def _code(self, event: Event) -> int:
        """The number that stands for a choice; -1 for what nobody chose."""
        match event.sort:
            case "scene":
                return self.scene_number[event.label]
            case "cast":
                return self.sites.cast_code(self.scene_number[event.label], event.cast)
            case "option":
                return self.sites.option_code(self._site(event))
            case _:
                return -1

    def _add_line(self, line: Line, number: int) -> None:
        at = self.sites.segments
        self.counts[at["endings"].start + line.ending] += 1
        first = at["first"].start + line.ending
        self.counts[first] = min(self.counts[first], number)
        self.counts[at["events"].start + line.events] += 1
        self.counts[at["scenes"].start + line.scenes] += 1
        for option, times in enumerate(line.chosen):
            self.counts[at["chosen"].start + option] += times
        for variable, start, value in zip(self.sites.variables, self.sites.final_at, line.finals, strict=True):
            type_ = self.world.variables[variable].type
            if is_wide(type_):
                self.counts[start] += value
                self.counts[start + 1] = min(self.counts[start + 1], value)
                self.counts[start + 2] = max(self.counts[start + 2], value)
            else:
                self.counts[start + value - type_.low] += 1

    # ── on the way ──

    def begin(self) -> Point | Over:
        self._look_out(self.layout.start)
        return super().begin()

    def notice(self, what: str, scene: Scene, moment: Moment | None, state: State) -> None:
        at = self.sites.segments
        match what:
            case _ if what.endswith(" event"):
                self.events += 1
                self.scenes += what == "scene event"
            case "scene":
                self.counts[at["played"].start + self.scene_number[scene.name]] += 1
                self.in_scene = not scene.meanwhile
            case "end":
                self._see_arcs(state)
                self.in_scene = False
            case _:
                assert moment is not None
                site = Site(self.scene_number[scene.name], [other.name for other in scene.moments].index(moment.name))
                segment = "opened" if what == "moment" else "closed"
                self.counts[at[segment].start + self.sites.moment_number[site]] += 1

    def followed(self, happening: Happening, state: State) -> State:
        state = super().followed(happening, state)
        if self.watched is not None:
            self.found = -1 if not self.watched(state) else self.moved if self.found < 0 else self.found
        self.moved += 1
        self._look_out(state)
        return state

    def true_ending(self, state: State) -> model.Ending | None:
        self._look_out(state)
        ending = super().true_ending(state)
        if self.sites.wanted.gates:
            for asked in self.world.endings:
                if asked.condition is not None:
                    self._gate("ending", Site(-1), asked.name, state, asked is ending)
                if asked is ending:
                    break
        return ending

    def _look_out(self, state: State) -> None:
        watch = self.sites.wanted.watch
        if watch is not None and watch.condition is not None and self.found < 0 and self.layout.holds(watch.condition, state):
            self.found = max(self.events - 1, 0)

    def _see_arcs(self, state: State) -> None:
        if self.scenes > MOST_SCENES:
            return
        for place, start, reader in zip(self.sites.wanted.arcs, self.sites.arc_at, self.arcs, strict=True):
            type_ = self.sites.type_of(place)
            self.counts[start + (self.scenes - 1) * (type_.high - type_.low + 1) + reader(state) - type_.low] += 1

    # ── what could be chosen ──

    def next_scene(self, state: State, number: int) -> Point | Over:
        if self.sites.wanted.gates:
            offered = self.offers(Point("scene", state, number, 0))
            offers = {offer.what.name: offer for offer in offered if isinstance(offer.what, Scene)}
            total = sum(offer.weight for offer in offers.values())
            for index, scene in enumerate(self.world.scenes):
                for cast in self.layout.casts(scene):
                    self._gate(
                        "scene",
                        Site(index),
                        scene.name,
                        state,
                        self._may_play_with(scene, cast, state),
                        self.layout.entry(scene, cast).conditions,
                    )
                if scene.name in offers:
                    self._odds("scene", Site(index), offers[scene.name], total)
        return super().next_scene(state, number)

    def weighed(self, point: Point, offers: tuple[Offer, ...]) -> Point | Over:
        at = super().weighed(point, offers)
        if self.sites.wanted.gates and point.moment is not None:
            assert point.scene is not None
            open_now = {offer.what.label: offer for offer in offers if isinstance(offer.what, Option)}
            total = sum(offer.weight for offer in offers)
            number = self.scene_number[point.scene.name]
            moment = [other.name for other in point.scene.moments].index(point.moment.name)
            for index, option in enumerate(point.moment.options):
                site = Site(number, moment, index)
                self._gate("option", site, option.label, point.state, option.label in open_now, option.guards)
                if option.label in open_now and isinstance(at, Point):
                    self._odds("option", site, open_now[option.label], total)
        return at

    def _gate(
        self, sort: str, site: Site, name: str, state: State, is_open: bool, grounded: tuple[model.Expression, ...] | None = None
    ) -> None:
        """Count what a gate came to; `grounded` are its conditions with people in the place of roles."""
        number = self.sites.gate_of[sort, site, name]
        start = self.sites.gate_at[number]
        parts = self.sites.gates[number].parts if grounded is None else parts_of(grounded)
        self.counts[start] += 1
        self.counts[start + 1] += is_open
        for index, part in enumerate(parts):
            self.counts[start + 2 + index] += self.layout.holds(part, state)

    def _odds(self, sort: str, site: Site, offer: Offer, total: int) -> None:
        number = self.sites.gate_of[sort, site, offer.what.label if isinstance(offer.what, Option) else offer.what.name]
        clipped = self.sites.gate_at[number] + 2 + len(self.sites.gates[number].parts)
        self.counts[clipped] += abs(offer.points) > MOST_POINTS
        self.counts[clipped + 1] = max(self.counts[clipped + 1], (offer.weight << ODDS_BITS) // total)


def _looked_at(place: model.Variable | Belief) -> model.Expression:
    return model.Seems(place.observer, place.of) if isinstance(place, Belief) else model.Read(place)
