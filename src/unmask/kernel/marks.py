"""Finds what each way through a story does to the automata of the questions that are asked of it.

A question is followed beside the story and not as a part of its state: a state goes with a number for each state of the question's
automaton, and a way moves these numbers. One promise: what is so of one automaton at a time (or two, where one is given) is exactly
so; states are not multiplied by it.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from math import prod

from unmask.motif.events import Happening, happenings
from unmask.motif.from_world import Matcher, Site, matchers, motif_named, motif_of
from unmask.world import walk
from unmask.world.model import ENDLESS, Event, Expression, World

MOST_VALUES = 200
"""So many numbers may go with a state for one question."""
MOST_CONDITIONS = 8
"""So many things may be asked of a state at one event."""
MOST_MARKS = 4000
AT_ONCE = 4
"""So many numbers are worked with at once: there are that many, or twice, or three times; unless there is one."""

State = tuple[int, ...]


_NEVER_ENDS = Happening("ending", label=ENDLESS)


class Unmarked(Exception):
    """These motifs are too much to be followed beside a story: they have to be a part of its state."""


class Block:
    """One question, with what is given where something is: a few automata side by side, as one."""

    def __init__(self, events: tuple[Event, ...], found: list[tuple[int, Matcher]]) -> None:
        self.events = events
        self.matchers = [matcher for _, matcher in found]
        self._of = [event for event, _ in found]
        self.first = 0
        """Where its numbers begin, of those that go with a state."""
        self.last: list[tuple[int, ...]] = []
        """What the last event of a story that never ends may mean to it."""
        self.states: dict[State, int] = {(0,) * len(found): 0}

    def spread(self, letters: list[tuple[int, ...]]) -> None:
        """Find every state that it can come to. Raises Unmarked where there are too many."""
        waiting = list(self.states)
        for state in waiting:
            for each in letters:
                after = self.after(state, each)
                if after not in self.states:
                    self.states[after] = len(self.states)
                    waiting.append(after)
            if len(self.states) > MOST_VALUES:
                raise Unmarked

    def after(self, state: State, letters: tuple[int, ...]) -> State:
        """Where it goes at an event."""
        return tuple(
            now if letter < 0 else matcher.automaton.table[now][letter]
            for matcher, now, letter in zip(self.matchers, state, letters, strict=True)
        )

    def happened(self, event: Event) -> list[bool]:
        """For each of its states: whether an event, or all of a motif, has happened then."""
        return [self._accepts(self.events.index(event), state) for state in self.states]

    def happened_for_ever(self, event: Event) -> list[bool | None]:
        """The same of a story that never ends and always comes back to that state: `ending endless` is its last event, by definition.

        None where that hangs on more than the automata.
        """
        number = self.events.index(event)
        found = [{self._accepts(number, self.after(state, letters)) for letters in self.last} for state in self.states]
        return [so.pop() if len(so) == 1 else None for so in found]

    def _accepts(self, number: int, state: State) -> bool:
        return any(of == number and matcher.automaton.accepting[at] for of, matcher, at in zip(self._of, self.matchers, state, strict=True))


class Marks:
    """What every event means to some questions. A mark is a number above 0; what a way meets is a word of them."""

    def __init__(self, world: World, blocks: Iterable[tuple[Event, ...]]) -> None:
        """Raises NoAutomaton for a motif that cannot be followed, Unmarked where this is too much."""
        self.blocks = [Block(events, list(_matchers(world, events))) for events in blocks]
        self._matchers = [matcher for block in self.blocks for matcher in block.matchers]
        if prod(len(block.matchers) + 1 for block in self.blocks) > 1 and any(scene.roles for scene in world.scenes):
            raise Unmarked  # the code of a scene is shared by all who may be in it, and they mean different things to a motif
        # Where no letter changes nothing, -1 stands for it: no event is so, and no mark but 0 means it.
        self._letters: list[tuple[int, ...]] = [tuple(matcher.automaton.idle for matcher in self._matchers)]
        self._number = {self._letters[0]: 0}
        self._known: dict[object, tuple[list[Expression], list[int]]] = {}
        if self._matchers:
            for happening in happenings(world):
                self._meaning(happening)
        self.base = len(self._letters)
        at = 0
        size = 1
        for block in self.blocks:
            width = len(block.matchers)
            block.spread([letters[at : at + width] for letters in self._letters])
            block.last = [self._letters[mark][at : at + width] for mark in set(self.at(_NEVER_ENDS)[1])]
            block.first = size
            at, size = at + width, size + len(block.states)
        self.values = size if size == 1 else -(-size // AT_ONCE) * AT_ONCE
        """How many numbers go with a state: how likely it is, then those of each question."""

    @cached_property
    def conditions(self) -> list[Expression]:
        """Everything that is asked of states."""
        return [atom.condition for matcher in self._matchers for atom in matcher.atoms if atom.condition is not None]

    @cached_property
    def events_asked(self) -> list[Event]:
        """What those conditions ask whether it has happened: that is a part of the state."""
        return [event for condition in dict.fromkeys(self.conditions) for event in walk.happenings_in(condition)]

    def at(self, happening: Happening) -> tuple[list[Expression], list[int]]:
        """What has to be asked at an event (bit i says whether condition i holds), and the mark for each outcome; 0 means nothing."""
        return self._meaning(happening)

    def _meaning(self, happening: Happening) -> tuple[list[Expression], list[int]]:
        if happening not in self._known:
            sites = [matcher.at(happening) for matcher in self._matchers]
            conditions = list(dict.fromkeys(condition for site in sites for condition in site.conditions))
            if len(conditions) > MOST_CONDITIONS:
                raise Unmarked
            self._known[happening] = conditions, [self._mark(sites, conditions, so) for so in range(1 << len(conditions))]
        return self._known[happening]

    def _mark(self, sites: list[Site], conditions: list[Expression], so: int) -> int:
        letters = tuple(
            site.letters[sum((so >> conditions.index(condition) & 1) << bit for bit, condition in enumerate(site.conditions))]
            for site in sites
        )
        if letters not in self._number:
            if len(self._letters) > MOST_MARKS:
                raise Unmarked
            self._number[letters] = len(self._letters)
            self._letters.append(letters)
        return self._number[letters]

    def moves(self, word: int) -> list[int]:
        """Where each number that goes with a state moves to when a way has met this word of marks."""
        found = [0]
        marks = list(self._marks_in(word))
        at = 0
        for block in self.blocks:
            width = len(block.matchers)
            for state in block.states:
                for mark in marks:
                    state = block.after(state, self._letters[mark][at : at + width])
                found.append(block.first + block.states[state])
            at += width
        return [*found, *range(len(found), self.values)]

    def _marks_in(self, word: int) -> Iterator[int]:
        digits = []
        while word:
            word, digit = divmod(word, self.base)
            digits.append(digit)
        return reversed(digits)

    def start(self) -> list[float]:
        """The numbers that go with the beginning."""
        found = [0.0] * self.values
        for first in (0, *(block.first for block in self.blocks)):
            found[first] = 1.0
        return found


def _matchers(world: World, events: tuple[Event, ...]) -> Iterator[tuple[int, Matcher]]:
    for number, event in enumerate(events):
        for matcher in matchers(world, motif_named(world, event.label) if event.word == "motif" else motif_of(event)):
            yield number, matcher
