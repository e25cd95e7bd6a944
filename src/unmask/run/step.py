"""The reference meaning of a world: what may be chosen at a point of the story, and where each choice leads.

From a Point it makes an Event or more, and the next Point. Nothing here is drawn: who chooses is somebody else's affair. The order of
things is that of the chapter of the same name in docs/reference/language.md, and this page is its proof.
"""

from collections.abc import Iterable
from typing import NamedTuple

from unmask.motif.events import Happening
from unmask.problems.speech import counted, short
from unmask.run.looking import Looking
from unmask.run.state import Layout, State
from unmask.world import model
from unmask.world.model import (
    CHANCE,
    DEAD_END,
    ENDLESS,
    MOST_POINTS,
    MOST_WEIGHT,
    UNRESOLVED,
    Arrow,
    Ending,
    Moment,
    Motive,
    Option,
    Passage,
    Prose,
    Scene,
    World,
)
from unmask.world.places import Belief, Used
from unmask.world.walk import mentions


class Point(NamedTuple):
    """Where something is to be chosen: the next `scene`, its `cast`, or an `option` of a moment.

    `scene_number` counts scenes from 0, `choice_number` the choices within that scene, or within the `meanwhile` after it.
    """

    sort: str
    state: State
    scene_number: int
    choice_number: int
    scene: Scene | None = None
    moment: Moment | None = None
    meanwhile: int = -1

    def __repr__(self) -> str:
        return short(f"<Point: {self.sort} number {self.choice_number} of scene {self.scene_number}>")

    @property
    def who(self) -> str:
        """Whose choice it is."""
        return self.moment.owner if self.moment else CHANCE


class Reason(NamedTuple):
    """A motive that counts here, and for how many points."""

    motive: Motive
    points: int


class Offer(NamedTuple):
    """Something that may be chosen. `weight` holds against the other weights; `points` and `reasons` say where it comes from."""

    what: Scene | Option
    weight: int
    points: int = 0
    reasons: tuple[Reason, ...] = ()
    cast: tuple[str, ...] = ()


class Told(NamedTuple):
    """Lines to tell, with the state just before their effects and after them; `people` are there to see, None for everybody."""

    lines: tuple[Prose, ...]
    before: State
    after: State
    people: tuple[str, ...] | None

    def __repr__(self) -> str:
        return short(f"<Told: {len(self.lines)} lines>")


class Event(NamedTuple):
    """Something that happened. `sort` is scene, cast, option, moment or ending.

    `point` is where it was chosen, None where it just happened. `told` are its passages: its own, and those that follow
    before the next event.
    """

    sort: str
    scene: str
    cast: tuple[str, ...]
    moment: str
    who: str
    label: str
    people: tuple[str, ...]
    scene_number: int
    meanwhile: bool
    point: Point | None
    told: tuple[Told, ...] = ()

    def __repr__(self) -> str:
        what = " / ".join(part for part in (self.scene, self.moment, self.who) if part)
        return short(f"<Event: {self.sort} {what}{f': {self.label}' if self.label else ''}>")


class Over(NamedTuple):
    """The end of a run; `reason` says why where no author's ending does.

    A dead end says the scene and the moment that it is in, and the label of the option out of which no arrow leads.
    """

    ending: str
    state: State
    reason: str = ""
    scene: str = ""
    moment: str = ""
    option: str = ""

    def __repr__(self) -> str:
        return short(f"<Over: {self.ending or 'broken off'}{f', {self.reason}' if self.reason else ''}>")


class Turn(NamedTuple):
    """What a choice led to: events, then a point where something else is to be chosen, or the end."""

    events: tuple[Event, ...]
    at: Point | Over


class Process:
    """A world as it is played: points, what is offered there, and what follows."""

    def __init__(self, world: World, also: Iterable[Belief] = (), motifs: Iterable[model.Event] = ()) -> None:
        self.world = world
        self.layout = Layout(world, also, motifs)
        self.automata = self.layout.following.stepper(self.layout.reader, self.layout.places)
        self.looking = Looking(self.layout)
        self._weighed: tuple[Point | None, tuple[Offer, ...]] = (None, ())
        self._scene_motives: dict[str, tuple[Motive, ...]] = {}
        self._cast_motives: dict[tuple[str, tuple[str, ...]], tuple[Motive, ...]] = {}

    def __repr__(self) -> str:
        return short(f"<Process of {self.world!r}>")

    def begin(self) -> Point | Over:
        """Before the first scene."""
        return self.next_scene(self.layout.start, 0)

    # ── what may be chosen ──

    def offers(self, point: Point) -> tuple[Offer, ...]:
        """What may be chosen at a point, in the order of the file. Never empty, and never without weight: that is a dead end."""
        # Whoever was led to a point asks what is offered there, and that was worked out on the way.
        if self._weighed[0] is not point:
            self._weighed = (point, self._offers(point))
        return self._weighed[1]

    def _offers(self, point: Point) -> tuple[Offer, ...]:
        if point.moment is not None:
            return self._options(point.moment, point)
        if point.scene is not None:
            return self._casts(point.scene, point.state)
        return tuple(
            self._offer(scene, self._without_roles(scene), point.state) for scene in self.world.scenes if self._may_play(scene, point.state)
        )

    def _may_play(self, scene: Scene, state: State) -> bool:
        return any(self._may_play_with(scene, cast, state) for cast in self.layout.casts(scene))

    def _may_play_with(self, scene: Scene, cast: tuple[str, ...], state: State) -> bool:
        """Whether its conditions hold, and it was not used up with this cast."""
        used, conditions = self.layout.gate(scene, cast)
        return not (used >= 0 and state[used]) and all(holds(state) for holds in conditions)

    def _casts(self, scene: Scene, state: State) -> tuple[Offer, ...]:
        return tuple(
            self._offer(scene, self._with_roles(scene, cast), state)._replace(cast=cast)
            for cast in self.layout.casts(scene)
            if self._may_play_with(scene, cast, state)
        )

    def _without_roles(self, scene: Scene) -> tuple[Motive, ...]:
        """The motives that choose the scene."""
        if scene.name not in self._scene_motives:
            roles = {role.name for role in scene.roles}
            self._scene_motives[scene.name] = tuple(motive for motive in scene.motives if not mentions(motive, roles))
        return self._scene_motives[scene.name]

    def _with_roles(self, scene: Scene, cast: tuple[str, ...]) -> tuple[Motive, ...]:
        """The motives that choose the cast."""
        key = (scene.name, cast)
        if key not in self._cast_motives:
            roles = {role.name for role in scene.roles}
            motives = zip(scene.motives, self.layout.entry(scene, cast).motives, strict=True)
            self._cast_motives[key] = tuple(bound for motive, bound in motives if mentions(motive, roles))
        return self._cast_motives[key]

    def _options(self, moment: Moment, point: Point) -> tuple[Offer, ...]:
        return tuple(self._offer(option, option.motives, point.state) for option in moment.options if self.is_open(option, point))

    def is_open(self, option: Option, point: Point) -> bool:
        """Whether an option is available: its conditions hold, and it was not used up."""
        if option.once:
            assert point.scene is not None
            assert point.moment is not None
            used = Used(point.scene.name, point.scene.cast, point.moment.name, option.label)
            if point.state[self.layout.places[used]]:
                return False
        return all(self.layout.holds(guard, point.state) for guard in option.guards)

    def _offer(self, what: Scene | Option, motives: tuple[Motive, ...], state: State) -> Offer:
        """One point doubles the odds; points count from -12 to 12."""
        value = self.layout.value
        if isinstance(what, Option) and what.weight is not None:
            return Offer(what, value(what.weight, state))
        reasons = tuple(Reason(motive, value(motive.points, state)) for motive in motives if self.layout.holds(motive.condition, state))
        points = sum(reason.points for reason in reasons)
        clipped = min(max(points, -MOST_POINTS), MOST_POINTS)
        return Offer(what, 1 << (clipped + MOST_POINTS), points, reasons)

    # ── where it leads ──

    def follow(self, point: Point, offer: Offer, room: int) -> Turn:
        """Play what was chosen, up to the next choice. `room` is how many events may still happen, this one included."""
        return _Walk(self, point, room).play(offer)

    def next_scene(self, state: State, number: int) -> Point | Over:
        point = Point("scene", state, number, 0)
        offers = self.offers(point)
        if not offers:
            return Over(UNRESOLVED, state, "no scene can be played any more")
        return self.weighed(point, offers)

    def weighed(self, point: Point, offers: tuple[Offer, ...]) -> Point | Over:
        """The point, unless what is offered there cannot be drawn from."""
        reason = _why_dead(offers)
        if not reason:
            return point
        scene, moment = point.scene.name if point.scene else "", point.moment.name if point.moment else ""
        return Over(DEAD_END, point.state, reason, scene, moment)

    def true_ending(self, state: State) -> Ending | None:
        """The first ending in the file whose condition holds."""
        for ending in self.world.endings:
            if ending.condition is not None and self.layout.holds(ending.condition, state):
                return ending
        return None

    def notice(self, what: str, scene: Scene, moment: Moment | None, state: State) -> None:
        """Told of every event ("option event"), of every scene, moment and closing as it begins, and of a scene's "end".

        Whoever counts listens here.
        """

    # ── what it changes ──

    def followed(self, happening: Happening, state: State) -> State:
        """The state after an event has moved every automaton that follows."""
        return self.automata.after(happening, state)

    def after_effects(self, passage: Passage, state: State) -> State:
        """The state after a passage's effects, each seeing the one before. Values that would leave their range stay at its end."""
        if not passage.effects:
            return state
        row = list(state)
        for effect in passage.effects:
            now = tuple(row)
            if not self.layout.holds(effect.condition, now):
                continue
            place = self.layout.places[effect.variable]
            value = self.layout.value(effect.value, now)
            if effect.operator != "=":
                value = now[place] + value if effect.operator == "+=" else now[place] - value
            row[place] = self.layout.clamped(effect.variable, value)
        return tuple(row)

    def after_looking(self, people: tuple[str, ...], state: State) -> State:
        """The state after these people, who are together, took in what reaches them."""
        return self.looking.after(people, state)


_TO_THE_END = Arrow("end", "", None)


class _Walk:
    """From one choice to the next: the only thing here that changes as it goes."""

    def __init__(self, process: Process, point: Point, room: int) -> None:
        self.process = process
        self.layout = process.layout
        self.point = point
        self.state = point.state
        self.scene = point.scene
        self.meanwhile = point.meanwhile
        self.choice_number = point.choice_number + 1
        self.room = room
        self.events: list[Event] = []
        self.told: list[Told] = []

    def play(self, offer: Offer) -> Turn:
        at = self._played(offer)
        # Arrows are followed here and not where they are found, so that a long way without a choice needs no deep stack.
        while isinstance(at, Arrow):
            at = self._go(at)
        self._close_event()
        return Turn(tuple(self.events), at)

    def _played(self, offer: Offer) -> Point | Over | Arrow:
        if isinstance(offer.what, Option):
            return self._option(offer.what)
        if self.point.sort == "scene":
            self.scene = offer.what
            self._log("scene", label=offer.what.name)
            if offer.what.roles:
                return self._choose(Point("cast", self.state, self.point.scene_number, self.choice_number, offer.what))
            return self._enter(self.layout.with_cast(offer.what, ()))
        scene = self.layout.with_cast(offer.what, offer.cast)
        self.scene = scene
        self._log("cast", label=offer.what.name)
        return self._enter(scene)

    # ── a scene ──

    def _enter(self, scene: Scene) -> Point | Over | Arrow:
        """Beliefs, the opening, then the first moment or where an arrow of the opening points."""
        self.scene = scene
        self.process.notice("scene", scene, None, self.state)
        if scene.once:
            self._use(Used(scene.name, scene.cast))
        before = self.state
        self._look()
        over = self._passage(scene.opening, before)
        if over:
            return over
        if self._is_full():
            return self._endless()
        arrow = self._arrow(scene.arrows)
        if arrow is not None:
            return arrow
        if scene.moments:
            return self._arrive(scene.moments[0])
        return _TO_THE_END if scene.meanwhile else self._dead("no arrow leads out of its opening")

    def _arrive(self, moment: Moment) -> Point | Over | Arrow:
        """The opening of a moment. One that nobody decides is an event of its own and goes on by itself."""
        assert self.scene is not None
        self.process.notice("moment", self.scene, moment, self.state)
        if not moment.owner:
            self._log("moment", moment=moment.name)
        over = self._passage(moment.opening)
        if over:
            return over
        if moment.owner:
            number = self.point.scene_number
            return self._choose(Point("option", self.state, number, self.choice_number, self.scene, moment, self.meanwhile))
        if self._is_full():
            return self._endless()
        return self._leave(moment)

    def _option(self, option: Option) -> Point | Over | Arrow:
        """Log; effects; beliefs; endings; then the option's own arrow, or the moment's closing and its arrows."""
        scene, moment = self.point.scene, self.point.moment
        assert scene is not None
        assert moment is not None
        self._log("option", moment=moment.name, who=moment.owner, label=option.label)
        if option.once:
            self._use(Used(scene.name, scene.cast, moment.name, option.label))
        over = self._passage(option.passage, always=True)
        if over:
            return over
        if self._is_full():
            return self._endless()
        arrow = self._arrow(option.arrows)
        if arrow is not None:
            return arrow
        self.process.notice("closing", scene, moment, self.state)
        over = self._passage(moment.closing)
        return over or self._leave(moment, option.label)

    def _leave(self, moment: Moment, option: str = "") -> Over | Arrow:
        return self._arrow(moment.arrows) or self._dead(f"no arrow leads out of `{moment.name}`", moment.name, option)

    def _arrow(self, arrows: tuple[Arrow, ...]) -> Arrow | None:
        """The first arrow that holds."""
        return next((arrow for arrow in arrows if self.layout.holds(arrow.condition, self.state)), None)

    def _go(self, arrow: Arrow) -> Point | Over | Arrow:
        assert self.scene is not None
        if arrow.to == "moment":
            return self._arrive(self.scene.moment(arrow.name))
        if arrow.to == "end":
            return self._end_scene()
        ending = self.process.world.ending(arrow.name)
        assert ending is not None
        return self._finish(ending)

    # ── between scenes ──

    def _end_scene(self) -> Point | Over | Arrow:
        """What was for the scene goes back to its start; then each `meanwhile` in turn; then the next scene."""
        if self.meanwhile < 0:
            assert self.scene is not None
            self.process.notice("end", self.scene, None, self.state)
            row = list(self.state)
            for place in self.layout.short_lived:
                row[place] = self.layout.start[place]
            self.state = tuple(row)
            self.choice_number = 0
        self.meanwhile += 1
        if self.meanwhile < len(self.layout.meanwhiles):
            return self._enter(self.layout.meanwhiles[self.meanwhile])
        return self.process.next_scene(self.state, self.point.scene_number + 1)

    # ── passages ──

    def _passage(self, passage: Passage, before: State | None = None, always: bool = False) -> Over | None:
        """Effects, then beliefs, then endings. A passage without effects changes nothing and ends nothing, unless it is a choice."""
        assert self.scene is not None
        before = self.state if before is None else before
        if passage.effects or always:
            self.state = self.process.after_effects(passage, self.state)
            self._look()
        if passage.lines:
            people = None if self.scene.meanwhile else self.scene.people
            self.told.append(Told(passage.lines, before, self.state, people))
        if passage.effects or always:
            ending = self.process.true_ending(self.state)
            if ending is not None:
                return self._finish(ending)
        return None

    def _look(self) -> None:
        assert self.scene is not None
        self.state = self.process.after_looking(self.scene.people, self.state)

    def _use(self, used: Used) -> None:
        row = list(self.state)
        row[self.layout.places[used]] = 1
        self.state = tuple(row)

    # ── events and ends ──

    def _log(self, sort: str, moment: str = "", who: str = "", label: str = "") -> None:
        """Begin an event, and move the automata that follow; what was told so far belongs to the one before."""
        self._close_event()
        scene = self.scene
        assert scene is not None
        self.process.notice(f"{sort} event", scene, None, self.state)
        chosen = self.point if sort in ("scene", "cast", "option") else None
        self.state = self.process.followed(Happening(sort, who, moment, label), self.state)
        self.events.append(
            Event(sort, scene.name, scene.cast, moment, who, label, scene.people, self.point.scene_number, scene.meanwhile, chosen)
        )

    def _close_event(self) -> None:
        if self.events and self.told:
            self.events[-1] = self.events[-1]._replace(told=tuple(self.told))
        self.told = []

    def _is_full(self) -> bool:
        return len(self.events) >= self.room

    def _choose(self, point: Point) -> Point | Over:
        if self._is_full():
            return self._endless()
        return self.process.weighed(point, self.process.offers(point))

    def _finish(self, ending: Ending) -> Over:
        self._log("ending", label=ending.name)
        self.told.append(Told(ending.lines, self.state, self.state, None))
        return Over(ending.name, self.state)

    def _endless(self) -> Over:
        return Over(ENDLESS, self.state, f"the story reached its limit of {counted(self.process.world.limit, 'event')}")

    def _dead(self, reason: str, moment: str = "", option: str = "") -> Over:
        assert self.scene is not None
        return Over(DEAD_END, self.state, reason, self.scene.name, moment, option)


def _why_dead(offers: tuple[Offer, ...]) -> str:
    """Why nothing can be drawn, or ""."""
    if not offers:
        return "every option is shut"
    weights = [offer.weight for offer in offers]
    if min(weights) < 0:
        return "a weight is negative"
    if sum(weights) == 0:
        return "every weight is 0"
    if sum(weights) > MOST_WEIGHT:
        return f"the weights make {sum(weights):,}, more than can be drawn from exactly"
    return ""
