"""Says which automata follow a world for what is asked of it, and what each event means to them.

One promise: both engines ask here, so that what has happened for one has happened for the other.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from unmask.motif.automaton import Automaton
from unmask.motif.events import Happening, Happens, key, keys
from unmask.motif.from_world import Matcher, Site, matchers, motif_named, motif_of
from unmask.world import walk
from unmask.world.model import Event, Expression, Scene, World
from unmask.world.places import Place, Progress


class Following:
    """The automata of everything that a world asks `happened(…)` of, and of further events, or motifs by name.

    Raises NoAutomaton where a motif cannot be followed.
    """

    def __init__(self, world: World, motifs: Iterable[Event] = ()) -> None:
        self.matchers: list[Matcher] = []
        self.progress: list[Progress] = []
        self._of: dict[Event, list[int]] = {}
        self._at: dict[Happening, list[tuple[Progress, Matcher, Site]]] = {}
        waiting = [*asked_in(world), *motifs]
        for event in waiting:
            if event not in self._of:
                waiting += self._follow(world, event)

    def _follow(self, world: World, event: Event) -> list[Event]:
        """Follow an event or a motif; what its own conditions ask for is to be followed too."""
        motif = motif_named(world, event.label) if event.word == "motif" else motif_of(event)
        found = matchers(world, motif)
        first = len(self.matchers)
        self._of[event] = list(range(first, first + len(found)))
        self.progress += [Progress(_named(event), first + at, len(matcher.automaton.table)) for at, matcher in enumerate(found)]
        self.matchers += found
        conditions = dict.fromkeys(atom.condition for matcher in found for atom in matcher.atoms if atom.condition is not None)
        return [asked for condition in conditions for asked in walk.happenings_in(condition)]

    @property
    def events(self) -> tuple[Event, ...]:
        """Every event and motif that is followed."""
        return tuple(self._of)

    def accepting(self, event: Event) -> list[tuple[Progress, tuple[bool, ...]]]:
        """What has happened has happened where any of these is in a state that is marked."""
        return [(self.progress[number], self.matchers[number].automaton.accepting) for number in self._of[event]]

    def at(self, happening: Happens) -> list[tuple[Progress, Matcher, Site]]:
        """What an event means: for each automaton that it may move, what has to be asked, and what follows."""
        known = Happening(happening.sort, happening.who, happening.moment, happening.label)
        if known not in self._at:
            concerned = sorted({*self._restless, *(number for one in keys(known) for number in self._asking.get(one, ()))})
            sites = [(number, self.matchers[number].at(known)) for number in concerned]
            self._at[known] = [
                (self.progress[number], self.matchers[number], site)
                for number, site in sites
                if site.conditions or site.letters[0] != self.matchers[number].automaton.idle
            ]
        return self._at[known]

    @cached_property
    def _asking(self) -> dict[tuple[str, ...], list[int]]:
        """The automata that ask for something, by what they ask for."""
        found: dict[tuple[str, ...], list[int]] = {}
        for number, matcher in enumerate(self.matchers):
            for asked in {key(atom.event) for atom in matcher.atoms}:
                found.setdefault(asked, []).append(number)
        return found

    @cached_property
    def _restless(self) -> list[int]:
        """The automata that are moved by events of which they ask nothing, as they count events."""
        return [number for number, matcher in enumerate(self.matchers) if _unasked(matcher.automaton) != matcher.automaton.idle]

    @cached_property
    def conditions(self) -> list[Expression]:
        """Everything that automata ask of states."""
        return [atom.condition for matcher in self.matchers for atom in matcher.atoms if atom.condition is not None]

    def stepper(self, value: Callable[[Expression], Callable[[tuple[int, ...]], int]], places: Mapping[Place, int]) -> "Stepper":
        """The automata, ready to be moved: `value` gives the reader of an expression, `places` where each progress stands."""
        return Stepper(self, value, places)


class Stepper:
    """Moves automata: a state and an event come in, the state with every automaton moved leaves."""

    def __init__(
        self, following: Following, value: Callable[[Expression], Callable[[tuple[int, ...]], int]], places: Mapping[Place, int]
    ) -> None:
        self._following = following
        self._value = value
        self._places = places
        self._known: dict[Happening, list[tuple[int, list[Callable[[tuple[int, ...]], int]], Site, Matcher]]] = {}

    def after(self, happening: Happening, state: tuple[int, ...]) -> tuple[int, ...]:
        """The state after an event, of which conditions see the state before it."""
        if happening not in self._known:
            self._known[happening] = [
                (self._places[progress], [self._value(condition) for condition in site.conditions], site, matcher)
                for progress, matcher, site in self._following.at(happening)
            ]
        row = None
        for place, conditions, site, matcher in self._known[happening]:
            so = sum((condition(state) != 0) << bit for bit, condition in enumerate(conditions))
            moved = matcher.automaton.table[state[place]][site.letters[so]]
            if moved != state[place]:
                row = row or list(state)
                row[place] = moved
        return tuple(row) if row else state


def _unasked(automaton: Automaton) -> int:
    """The letter of an event that is nothing of what an automaton asks for; the idle one where every event is something."""
    return automaton.letters.get(0, automaton.idle)


def asked_in(world: World) -> Iterator[Event]:
    """Every event or motif of which a world asks whether it happened, with people in the place of roles."""
    for scene in (*world.scenes, *world.meanwhiles):
        for expression in walk.in_scene(scene):
            yield from _grounded(world, scene, walk.happenings_in(expression))
    for expression in walk.outside_scenes(world):
        yield from walk.happenings_in(expression)


def _grounded(world: World, scene: Scene, events: Iterable[Event]) -> Iterator[Event]:
    kinds = {role.name: role.kind for role in scene.roles}
    for event in events:
        people = world.kinds.get(kinds[event.who], ()) if event.who in kinds else (event.who,)
        yield from (event._replace(who=person) for person in people)


def _named(event: Event) -> str:
    return " / ".join(part for part in (event.who, event.moment, event.label) if part) or event.word
