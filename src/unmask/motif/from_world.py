"""Motifs to automata: the arrow in.

For each way to fill a motif's roles there is a Matcher, and the motif has happened in a run if any of them says so. One promise: a
matcher's automaton is deterministic and the smallest there is, and says of every run what docs/reference/language.md says of it.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import repeat
from math import prod
from typing import NamedTuple

from unmask.motif.automaton import Automaton, smallest
from unmask.motif.events import ANY_SCENE, Atom, Happening, Happens, Keys, happenings, key, keys, named_by
from unmask.motif.pattern import NO_SPAN, Pattern, Step, TooMuch, Wants, laid_out
from unmask.motif.tokens import Follower, Tokens
from unmask.problems import in_motifs
from unmask.problems.problem import Problem
from unmask.world.ground import casts
from unmask.world.model import Event, Expression, Item, Motif, World

MOST_STATES = 4096
MOST_EXPLORED = 4 * MOST_STATES
MOST_MASKS = 1024
MOST_MOVES = 2_000_000
"""So often it is worked out where an automaton goes, while it is built: states times masks, some seconds."""
MOST_OTHERS = 60
MOST_CASTS = 2_000


class NoAutomaton(Exception):
    """A motif that cannot be followed; `problem` says why, for its author."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.title)
        self.problem = problem


class Site(NamedTuple):
    """What has to be asked at one event: bit i of a number says whether condition i holds; `letters[number]` is the event's letter."""

    conditions: tuple[Expression, ...]
    letters: tuple[int, ...]


class Matcher(NamedTuple):
    """A motif with people in its roles: what it asks of events, and what follows from the answers."""

    motif: str
    cast: tuple[str, ...]
    atoms: tuple[Atom, ...]
    automaton: Automaton

    def mask(self, happening: Happens, holds: Callable[[Expression], bool]) -> int:
        """Which atoms are so of an event, a bit each; `holds` answers from the state just before it."""
        asked = [(number, self.atoms[number].condition) for number in named_by(self.atoms, happening)]
        return sum(1 << number for number, condition in asked if condition is None or holds(condition))

    def at(self, happening: Happens) -> Site:
        """What has to be asked at this event. Conditions that make no difference are left out."""
        named = named_by(self.atoms, happening)
        conditions = list(dict.fromkeys(found for number in named if (found := self.atoms[number].condition) is not None))
        letters = [self.automaton.letters[mask] for mask in _masks(self.atoms, named, conditions)]
        for number in reversed(range(len(conditions))):
            off = [letter for at, letter in enumerate(letters) if not at >> number & 1]
            on = [letter for at, letter in enumerate(letters) if at >> number & 1]
            if off == on:
                letters = off
                del conditions[number]
        return Site(tuple(conditions), tuple(letters))


def unfollowed(world: World) -> Iterator[Problem]:
    """What is wrong with the motifs of a world that cannot be followed."""
    for motif in world.motifs:
        try:
            matchers(world, motif)
        except NoAutomaton as refused:
            yield refused.problem


def motif_named(world: World, name: str) -> Motif:
    """The motif of that name; the checks made sure that it is there."""
    return next(motif for motif in world.motifs if motif.name == name)


def motif_of(event: Event) -> Motif:
    """A motif of one event: for promises and questions about an event alone."""
    return Motif(event.label or event.moment, (), (Item("", 1, event, None, "", ()),))


def atoms(world: World, motif: Motif) -> list[Atom]:
    """What a motif asks of events, whoever is in its roles; each once. Raises NoAutomaton where it cannot be followed."""
    return list(dict.fromkeys(atom for matcher in matchers(world, motif) for atom in matcher.atoms))


def matchers(world: World, motif: Motif, possible: list[Happening] | None = None) -> tuple[Matcher, ...]:
    """A matcher for each cast with which the motif could match; none where it never can. `possible` is all that may happen, where
    somebody knows that it is less than everything that has a name.

    Those that ask the same of events and conclude the same are one, and one automaton is shared where their shape is the same.
    Raises NoAutomaton where the motif cannot be followed.
    """
    found: dict[tuple[tuple[Atom, ...], int], Matcher] = {}
    made: dict[_Program, Automaton] = {}
    known = [keys(happening) for happening in (happenings(world) if possible is None else possible)]
    for cast in _casts(world, motif, motif):
        linker = _Linker(world, motif)
        linker.add(motif, cast, again=False)
        try:
            program = linker.program(known)
            if program not in made:
                made[program] = _built(program)
        except TooMuch:
            raise NoAutomaton(in_motifs.too_much_to_keep(motif.span, motif.name, MOST_STATES)) from None
        automaton = made[program]
        if automaton.can_match:
            asked = tuple(linker.atoms)
            found.setdefault((asked, id(automaton)), Matcher(motif.name, cast, asked, automaton))
    return tuple(found.values())


def _casts(world: World, motif: Motif, main: Motif) -> list[tuple[str, ...]]:
    """Every way to fill a motif's roles, unless there are too many."""
    pools = sorted(len(world.kinds.get(role.kind, ())) for role in motif.roles)
    if prod(max(size - others, 0) for others, size in enumerate(pools)) > MOST_CASTS:
        raise NoAutomaton(in_motifs.too_many_to_cast(main.span, motif.name, MOST_CASTS))
    return casts(world, motif)


def _masks(asked: tuple[Atom, ...], named: tuple[int, ...], conditions: list[Expression]) -> list[int]:
    """For each way in which the conditions may turn out, the mask of those of the named atoms that are so."""
    always = sum(1 << number for number in named if asked[number].condition is None)
    bits = [sum(1 << number for number in named if asked[number].condition == condition) for condition in conditions]
    return [always | sum(bit for at, bit in enumerate(bits) if so >> at & 1) for so in range(1 << len(conditions))]


# ── patterns that name each other ────────────────────────────────────────────────────────────────────────────────────────


class _Program(NamedTuple):
    """Patterns, those first that others name, with the mask of what begins a scene (0 where nobody asks) and all masks there can be."""

    patterns: tuple[Pattern, ...]
    scene: int
    masks: tuple[int, ...]


class _Linker:
    """Lays out a motif and those that it names, and numbers what they ask of events."""

    def __init__(self, world: World, main: Motif) -> None:
        self.world = world
        self.main = main
        self.atoms: dict[Atom, int] = {}
        self.patterns: list[Pattern] = []
        self.numbers: dict[str, tuple[int, ...]] = {}
        self.last: dict[str, tuple[Event, ...]] = {}
        self.way: list[str] = []

    def add(self, motif: Motif, cast: tuple[str, ...], again: bool) -> int:
        """The number of the motif's pattern with these people in its roles."""
        people = {role.name: person for role, person in zip(motif.roles, cast, strict=True)}
        self.way.append(motif.name)
        try:
            pattern = laid_out(motif, people, self._link, MOST_STATES)
        except TooMuch:
            raise NoAutomaton(in_motifs.too_much_to_keep(self.main.span, self.main.name, MOST_STATES)) from None
        self.way.pop()
        self.patterns.append(pattern)
        return len(self.patterns) - 1

    def program(self, possible: Iterable[Keys]) -> _Program:
        """What is to be followed, where these are the keys of all events that there can be."""
        scene = self._bit(Atom(ANY_SCENE, None)) if any(_counts_scenes(pattern) for pattern in self.patterns) else 0
        asked = tuple(self.atoms)
        masks: set[int] = set()
        for named in self._named(possible):
            conditions = list(dict.fromkeys(found for number in named if (found := asked[number].condition) is not None))
            if 1 << len(conditions) > MOST_MASKS:
                raise TooMuch
            masks.update(_masks(asked, named, conditions))
        if len(masks) > MOST_MASKS:
            raise TooMuch
        return _Program(tuple(self.patterns), scene, tuple(sorted(masks)))

    def _named(self, possible: Iterable[Keys]) -> set[tuple[int, ...]]:
        """The numbers of the atoms that events mean, as far as they differ."""
        asking: dict[tuple[str, ...], list[int]] = {}
        for number, atom in enumerate(self.atoms):
            asking.setdefault(key(atom.event), []).append(number)
        return {tuple(sorted([number for one in known if one in asking for number in asking[one]])) for known in possible}

    def _bit(self, atom: Atom) -> int:
        return 1 << self.atoms.setdefault(atom, len(self.atoms))

    def _link(self, atom: Atom, item: Item) -> Wants:
        if atom.event.word != "motif":
            return Wants(self._bit(atom))
        name = atom.event.label
        if name in self.way:
            raise NoAutomaton(in_motifs.waits_for_itself(item.span, [*self.way[self.way.index(name) :], name]))
        if name not in self.numbers:
            self._name(motif_named(self.world, name), item)
        asked = [self._bit(Atom(event, atom.condition)) for event in self.last[name]] if atom.condition is not None else []
        return Wants(sum(asked), self.numbers[name])

    def _name(self, motif: Motif, item: Item) -> None:
        """Lay out a motif that another one names, with everybody who may be in its roles."""
        if motif.items[-1].word == "without":
            raise NoAutomaton(in_motifs.waits_for_the_end(item.span, motif.name))
        everybody = _casts(self.world, motif, self.main)
        if len(self.patterns) + len(everybody) > MOST_OTHERS or len(self.way) > MOST_OTHERS:
            raise NoAutomaton(in_motifs.too_much_to_keep(self.main.span, self.main.name, MOST_STATES))
        self.numbers[motif.name] = tuple(self.add(motif, cast, again=True) for cast in everybody)
        ends: dict[Event, None] = {}
        for cast in everybody:
            people = {role.name: person for role, person in zip(motif.roles, cast, strict=True)}
            for event in _events(motif.items[-1]):
                known = self.last.get(event.label, ()) if event.word == "motif" else (event._replace(who=people.get(event.who, event.who)),)
                ends.update(dict.fromkeys(known))
        self.last[motif.name] = tuple(ends)


def _events(item: Item) -> list[Event]:
    """Every event that an item names, the other ways included."""
    own = [item.event] if item.event is not None else []
    return own + [event for inner in item.under if inner.word == "or" for event in _events(inner)]


def _counts_scenes(pattern: Pattern) -> bool:
    return any(step.scenes != NO_SPAN for step in _steps(pattern))


def _steps(pattern: Pattern) -> Iterator[Step]:
    """Every step of a pattern."""
    for stage in pattern.stages:
        for line in (stage.line, *stage.without):
            if line is not None:
                yield from line.steps


# ── patterns to tables ───────────────────────────────────────────────────────────────────────────────────────────────────


def _built(program: _Program) -> Automaton:
    """Every way in which the patterns can stand together, as a state of a table; then the smallest table that does the same."""
    main = len(program.patterns) - 1
    movers = [_Mover(pattern, program, again=number != main) for number, pattern in enumerate(program.patterns)]
    start = (0,) * len(movers)
    number_of = {start: 0}
    order = [start]
    table: list[list[int]] = []
    for at in order:
        rows: list[_Row] = []
        for mover, number in zip(movers, at, strict=True):  # a pattern that another names moves before it
            rows.append(mover.row(number, rows))
        row = []
        for after in zip(*[one.after for one in rows], strict=True):
            number = number_of.setdefault(after, len(order))
            if number == len(order):
                order.append(after)
                if len(order) > MOST_EXPLORED or len(order) * len(program.masks) > MOST_MOVES:
                    raise TooMuch
            row.append(number)
        table.append(row)
    found = smallest(program.masks, table, [movers[main].has_happened(at[main]) for at in order])
    if len(found.table) > MOST_STATES:
        raise TooMuch
    return found


class _Row(NamedTuple):
    """Where a pattern is after each event, by its mask, and whether the event completed it."""

    after: list[int]
    completed: list[bool]


class _Mover:
    """Moves one pattern of several. Each is in few sets of tokens while all together are in many, so it numbers and remembers its own."""

    def __init__(self, pattern: Pattern, program: _Program, again: bool) -> None:
        self.follower = Follower(pattern, again)
        self.masks, self.scene = program.masks, program.scene
        self.others = sorted({other for step in _steps(pattern) for other in step.wants.others})
        start = self.follower.start()
        self._sets = [start]
        self._number_of = {start: 0}
        self._rows: dict[int, _Row] = {}
        self._known: dict[tuple[int, ...], tuple[int, bool]] = {}

    def has_happened(self, number: int) -> bool:
        """Whether it has, if the story were over with these tokens."""
        return self.follower.has_happened(self._sets[number])

    def row(self, number: int, before: list[_Row]) -> _Row:
        """Where it is after each event, from the tokens of this number; `before` are the rows of the patterns that it may name."""
        if number in self._rows:
            return self._rows[number]
        named = zip(*[before[other].completed for other in self.others], strict=True) if self.others else repeat(())
        moved = [self._move(number, mask, completed) for mask, completed in zip(self.masks, named, strict=False)]
        row = _Row([after for after, _ in moved], [completed for _, completed in moved])
        if not self.others:
            self._rows[number] = row
        return row

    def _move(self, number: int, mask: int, completed: tuple[bool, ...]) -> tuple[int, bool]:
        """The number of the tokens after an event, and whether it completed the pattern; `completed` says so of those that it names."""
        key = (number, mask, *completed)
        if key not in self._known:
            self._known[key] = self._moved(self._sets[number], mask, dict(zip(self.others, completed, strict=True)))
        return self._known[key]

    def _moved(self, tokens: Tokens, mask: int, completed: dict[int, bool]) -> tuple[int, bool]:
        def holds(wants: Wants) -> bool:
            if not wants.others:
                return wants.atoms & mask != 0
            return any(completed[number] for number in wants.others) and (not wants.atoms or wants.atoms & mask != 0)

        after, is_completed = self.follower.move(tokens, holds, self.scene & mask != 0)
        number = self._number_of.setdefault(after, len(self._sets))
        if number == len(self._sets):
            self._sets.append(after)
        return number, is_completed
