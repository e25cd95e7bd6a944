"""A game of one person of a story, played by somebody: what is told, offered and known at each moment.

All that a game keeps is its tape, the choices of everybody so far, so that undoing is playing a shorter one again. One promise:
the others have the same luck whatever is taken back, and the prose is that of `unmask replay` with the same tape. No disk here
and no terminal.
"""

from collections.abc import Iterable
from typing import NamedTuple

from unmask.analysis.why import Answer, why
from unmask.app.shown import in_words
from unmask.pipeline import World
from unmask.run import tape as tapes
from unmask.run.chooser import Dice, Player, Script, Stop
from unmask.run.record import Record, by_tape, play, tape_of
from unmask.run.state import State
from unmask.run.step import Event, Offer, Point, Process
from unmask.telling.knows import Knowledge, Sort, besides, known, shown_to
from unmask.telling.labels import label_told_of
from unmask.telling.outline import read_while_played
from unmask.telling.sentences import Telling, tell
from unmask.world.model import CHANCE, Moment, Scene
from unmask.world.model import World as Model


def who_choose(world: Model) -> tuple[str, ...]:
    """Those who have something to decide, in the order of the file."""
    found: set[str] = set()
    for scene in (*world.scenes, *world.meanwhiles):
        kinds = {role.name: role.kind for role in scene.roles}
        for moment in scene.moments:
            found |= set(world.kinds.get(kinds[moment.owner], ())) if moment.owner in kinds else {moment.owner}
    return tuple(person for person in world.people if person in found)


class Loaded(NamedTuple):
    """What became of a tape: whether the story has changed since, and where and why it could not be followed any more, or ""."""

    changed: bool
    strayed: str


class _Standing(NamedTuple):
    """Everything that changes in a game. It changes at once, so that whoever is interrupted has it before a move or after it."""

    person: str
    record: Record
    point: Point | None
    offers: tuple[Offer, ...]
    ends: tuple[State, ...]
    strayed: str


class Game:
    """A run in which one person is played. It stands at a moment of theirs (`point`), or it is over (`point` is None)."""

    def __init__(self, world: World, person: str, seed: int, number: int) -> None:
        self.world = world
        self.process = _Noted(world.model)
        self._at = self._followed(person, seed, number, ())

    # ── where it stands ──

    @property
    def person(self) -> str:
        """Who is played."""
        return self._at.person

    @property
    def record(self) -> Record:
        """The run so far."""
        return self._at.record

    @property
    def point(self) -> Point | None:
        """The moment at which the person is asked; None when the story is over."""
        return self._at.point

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What the person may do now, in the order of the file; nothing when the story is over."""
        return self._at.offers

    @property
    def labels(self) -> tuple[str, ...]:
        """The same in words, as the person would say it."""
        point = self.point
        return () if point is None else tuple(label_told_of(self.process, offer, point) for offer in self.offers)

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything that happened so far."""
        return self.record.events

    def telling(self) -> Telling:
        """The story so far as it was read: what was told in full stays so."""
        read = read_while_played(self.world.model, self.record, self.person)
        return self._told(tell(self.process, self.record, self.person, read=read))

    def retelling(self) -> Telling:
        """The story so far as `unmask replay` tells it, with scenes in brief that turned out to be like others."""
        return self._told(tell(self.process, self.record, self.person))

    def _told(self, telling: Telling) -> Telling:
        """Nothing is said of how a story ends that goes on."""
        return telling if self.point is None else telling._replace(ending="")

    def knows(self) -> Knowledge:
        """What the person feels, and what others seem to feel to them."""
        return self._known(self.record.over.state)

    def knows_besides(self) -> tuple[Sort, ...]:
        """All else that they know. What was shown and nobody asks about is kept by no game: it is seen when this one is played again."""
        model, point = self.world.model, self.point
        also = [belief for belief in shown_to(model, self.person) if belief not in self.process.layout.beliefs]
        process = Process(model, also)
        state = by_tape(process, tapes.read(self.tape()), go_on=False).over.state
        scene = point.scene if point is not None else None
        return besides(process.layout, state, self.person, scene.people if scene else (), scene.name if scene else "")

    def knew(self) -> tuple[Knowledge, ...]:
        """What the person knew as each scene ended that is over, and what they know now."""
        return (*map(self._known, self._at.ends), self.knows())

    def _known(self, state: State) -> Knowledge:
        return known(self.process.layout, state, self.person)

    # ── why ──

    def own_reasons(self) -> Answer | None:
        """What the person weighed at their last choice; None before the first."""
        at = self._last_own()
        return None if at is None else in_words(self.process, why(self.process, self.record, at))

    def all_reasons(self) -> tuple[Answer, ...]:
        """What everybody weighed at each of their choices; nothing before the story is over."""
        if self.point is not None:
            return ()
        chosen = (number for number, event in enumerate(self.events) if event.sort == "option" and event.who != CHANCE)
        return tuple(in_words(self.process, why(self.process, self.record, number)) for number in chosen)

    # ── moves ──

    def choose(self, index: int) -> None:
        """Take what is offered there, and play on to the person's next moment or the end."""
        assert self.point is not None
        self._go_on((*self._entries(), tapes.entry_of(self.point, self.offers[index])))

    def again(self) -> None:
        """Begin anew, with the same luck."""
        self._go_on(())

    def undo(self) -> str:
        """Take back the person's last choice and all that came of it. Its label, or "" where there was none."""
        at = self._last_own()
        if at is None:
            return ""
        before = sum(event.point is not None for event in self.events[:at])
        label = self.events[at].label
        self._go_on(self._entries()[:before])
        return label

    def _last_own(self) -> int | None:
        own = (number for number, event in enumerate(self.events) if event.sort == "option" and event.who == self.person)
        return max(own, default=None)

    # ── tapes ──

    def tape(self) -> str:
        """The game as text."""
        return tapes.written(tape_of(self.process, self.record, self.world.fingerprint, self.person))

    def load(self, text: str, person: str = "") -> Loaded:
        """Go on where a tape ends, or where it cannot be followed: as its person, or as the one that is named.

        Raises NoTape where the text is none; the game is then as it was before.
        """
        tape = tapes.read(text)
        played = person or (tape.side if tape.side in self.world.people else self.person)
        self._at = self._followed(played, tape.seed, tape.number, tape.entries)
        return Loaded(bool(tape.fingerprint) and tape.fingerprint != self.world.fingerprint, self._at.strayed)

    def _entries(self) -> tuple[str, ...]:
        return tapes.entries_of(self.events, self.process.layout.scenes)

    def _go_on(self, entries: Iterable[str]) -> None:
        self._at = self._followed(self.person, self.record.seed, self.record.number, entries)

    def _followed(self, person: str, seed: int, number: int, entries: Iterable[str]) -> _Standing:
        """Play these choices, then by luck until the person is asked."""
        self.process.ends = []
        asked = _Asked()
        script = Script(entries, lambda entry: tapes.exists_in(self.world.model, entry), Player(person, asked, Dice(seed, number)))
        record = play(self.process, script, seed, number)
        return _Standing(person, record, asked.point, asked.offers, tuple(self.process.ends), _strayed(script))


def _strayed(script: Script) -> str:
    """Where and why a tape could not be followed, or ""."""
    if not script.strayed and script.at < len(script.entries):
        return f"the story is over before entry {script.at + 1}, `{script.entries[script.at]}`"
    return script.strayed


class _Asked:
    """Stops at a moment of the person's, and keeps what is offered there."""

    def __init__(self) -> None:
        self.point: Point | None = None
        self.offers: tuple[Offer, ...] = ()

    def __call__(self, point: Point, offers: tuple[Offer, ...]) -> Stop:
        self.point, self.offers = point, offers
        return Stop("somebody is asked")


class _Noted(Process):
    """A process that keeps the state in which each scene ends, before anything goes back."""

    def __init__(self, world: Model) -> None:
        super().__init__(world)
        self.ends: list[State] = []

    def notice(self, what: str, scene: Scene, moment: Moment | None, state: State) -> None:
        if what == "end":
            self.ends.append(state)
        super().notice(what, scene, moment, state)
