"""Shows how best play goes: a table of the few things that decide what she does, and runs in which she does it.

The table is made of all situations that can come if she plays so (`complete`), or of those that came in some runs. One promise: in a
situation of the table, what its row says is among the best that she can do there.
"""

from array import array
from collections.abc import Callable, Iterable
from itertools import combinations
from math import fsum
from typing import NamedTuple

from unmask.analysis.policy import Player, Solved
from unmask.kernel.freely import Whole, moved, of_field
from unmask.kernel.patches import Lane, Patch
from unmask.run import record as records
from unmask.run.chooser import Stop
from unmask.run.draws import key_of, pick
from unmask.run.step import Offer, Point, Process
from unmask.world.model import Option, Scene, Variable, World
from unmask.world.places import Belief, Place, Progress, Used
from unmask.world.sites import Site

RUNS = 500
"""So many runs are played to see which situations come, and how often."""
MOST_SPOTS = 20_000
"""Where more can come, only those are in the table that came."""
MOST_FIELDS = 3
MOST_ROWS = 12
MOST_STAGES = 4_000
MOST_TESTS = 2_000_000
_SAME = 1e-12


class Field(NamedTuple):
    """Something that is so of a situation: its name, and its value in words."""

    name: str
    value: str


class Row(NamedTuple):
    """What she does where some things are so. `times`: how often that came in a run, on average; `odds`: those of the event there.

    `odds` are None where it came in no run that was played.
    """

    when: tuple[Field, ...]
    option: str
    times: float
    odds: float | None


class Table(NamedTuple):
    """What she does at a moment. `all` says whether the rows are for every situation, or only for those that came most often."""

    scene: str
    moment: str
    cast: tuple[str, ...]
    line: int
    rows: tuple[Row, ...]
    all: bool


class Played(NamedTuple):
    """A run under best play: its choices by number, and whether the event came."""

    choices: tuple[int, ...]
    happened: bool


class _Stage(NamedTuple):
    """A patch to walk in, with the keys of its nodes; every one has a number of its own."""

    number: int
    patch: Patch
    lane: Lane
    keys: "array[int]"
    node: int
    scene: int
    of: Callable[[int, int], float]


class _Spot(NamedTuple):
    """A situation: where, what is so, and the options that are open, each with what it is worth and whether it is best."""

    site: Site
    cast: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]
    options: tuple[tuple[int, float, bool], ...]


class Policy:
    """Best play, played."""

    def __init__(self, world: World, player: Player, solved: Solved) -> None:
        self.world, self.player, self.solved = world, player, solved
        self.machine = solved.of.machine
        self.sites = self.machine.sites
        self._sign = -1 if player.worst else 1
        self._stages: dict[tuple[int, int], _Stage] = {}
        self._made = 0
        self._spots: dict[tuple[int, int, int], _Spot] = {}
        self.came: dict[_Spot, int] = {}
        self.complete = False

    # ── where she is ──

    def _stage(self, scene: int, state: int) -> _Stage:
        key = (scene, state)
        if key not in self._stages:
            if len(self._stages) >= MOST_STAGES:
                self._stages.clear()
                self._spots.clear()
            of = self.solved.of
            self._made += 1
            if isinstance(of, Whole):
                stage = _Stage(self._made, of.patch, of.lane, of.keys, 0, scene, self._worth_in(of))
            else:
                view = of.view(scene, state, self.solved.rows, self.solved.over)
                keys = view.lane.nodes.keys[: view.patch.nodes * self.machine.width]
                stage = _Stage(self._made, view.patch, view.lane, keys, view.node, scene, view.of)
            self._stages[key] = stage
        return self._stages[key]

    def _worth_in(self, whole: Whole) -> Callable[[int, int], float]:
        values = self.machine.values
        worth, over = whole.worth, self.solved.over
        return lambda target, value: worth[target * values + value] if target >= 0 else over[(-1 - target) * values + value]

    def _best(self, stage: _Stage, node: int, value: int) -> list[int]:
        """The edges that are best at a node of hers, in the order of the file."""
        whole, first = self.solved.of, stage.patch.starts[node]
        if isinstance(whole, Whole):
            if self.solved.play[node] >= 0:
                return [first + self.solved.play[node]]
            at = node * self.machine.values + value
            if whole.loops:
                return [whole.taken[at] if self.player.worst or whole.worth[at] else first]
        edges = range(first, stage.patch.starts[node + 1])
        worths = [self._sign * self._edge(stage, edge, value) for edge in edges]
        return [edge for edge, worth in zip(edges, worths, strict=True) if worth >= max(worths) - _SAME]

    def _edge(self, stage: _Stage, edge: int, value: int) -> float:
        return stage.of(stage.patch.targets[edge], self._moved(stage, edge, value))

    def _moved(self, stage: _Stage, edge: int, value: int) -> int:
        return moved(stage.lane, stage.lane.kinds[stage.patch.sorts[edge]].word, value)

    def _is_hers(self, stage: _Stage, node: int) -> bool:
        first = stage.patch.starts[node]
        return first < stage.patch.starts[node + 1] and bool(stage.lane.hers[stage.patch.sorts[first]])

    # ── runs ──

    def run(self, seed: int, number: int) -> Played:
        """A run in which she plays so, and everybody else by luck."""
        key = key_of(seed, number)
        choices: list[int] = []
        stage, node, value = self._stage(0, 0), self._stage(0, 0).node, self.solved.first
        for step in range(3 * self.world.limit):
            first, last = stage.patch.starts[node], stage.patch.starts[node + 1]
            if self._is_hers(stage, node):
                spot = self._spot(stage, node, value)
                self.came[spot] = self.came.get(spot, 0) + 1
                edge = self._best(stage, node, value)[0]
            else:
                weights = [stage.lane.kinds[sort].weight for sort in stage.patch.sorts[first:last]]
                edge = first + (pick(key, 0, step, weights) if len(weights) > 1 else 0)
            kind = stage.lane.kinds[stage.patch.sorts[edge]]
            if kind.choice >= 0:
                choices.append(kind.choice)
            value, target = self._moved(stage, edge, value), stage.patch.targets[edge]
            if target >= 0:
                node = target
            elif target >= -self.machine.outcomes:
                return Played(tuple(choices), self.solved.over[(-1 - target) * self.machine.values + value] > 0)
            else:
                stage = self._stage(stage.scene + 1, -1 - self.machine.outcomes - target)
                node = stage.node
        return Played(tuple(choices), False)

    def record(self, process: Process, played: Played, seed: int, number: int) -> records.Record:
        """The same run, as anything else is recorded."""
        left = list(played.choices[::-1])

        def chosen(point: Point, offers: tuple[Offer, ...]) -> int | Stop:
            found = [at for at, offer in enumerate(offers) if left and self._number(point, offer) == left[-1]]
            if not found:
                return 0 if len(offers) == 1 else Stop("best play ends here")
            left.pop()
            return found[0]

        return records.play(process, chosen, seed, number)

    def _number(self, point: Point, offer: Offer) -> int:
        """The number of what is offered, as the graph has it: scenes, then options, then casts."""
        scenes = len(self.world.scenes)
        if point.sort == "scene":
            assert isinstance(offer.what, Scene)
            return [scene.name for scene in self.world.scenes].index(offer.what.name)
        assert point.scene is not None
        scene = self._scene_number(point.scene, point.meanwhile)
        if point.sort == "cast":
            return len(self.sites.options) + self.sites.cast_code(scene, offer.cast)
        assert point.moment is not None
        assert isinstance(offer.what, Option)
        moments = self.sites.scenes[scene].moments
        moment = next(at for at, one in enumerate(moments) if one.name == point.moment.name)
        option = next(at for at, one in enumerate(moments[moment].options) if one.label == offer.what.label)
        return scenes + self.sites.option_number[Site(scene, moment, option)]

    def _scene_number(self, scene: Scene, meanwhile: int) -> int:
        if meanwhile >= 0:
            return len(self.world.scenes) + meanwhile
        return next(number for number, one in enumerate(self.world.scenes) if one.name == scene.name)

    # ── situations ──

    def _spot(self, stage: _Stage, node: int, value: int) -> _Spot:
        key = (stage.number, node, value)
        if key not in self._spots:
            self._spots[key] = self._new_spot(stage, node, value)
        return self._spots[key]

    def _new_spot(self, stage: _Stage, node: int, value: int) -> _Spot:
        keys = self.machine.keys
        key = tuple(stage.keys[node * self.machine.width : (node + 1) * self.machine.width])
        point = keys.points[of_field(key, keys.point)]
        assert point.family is not None
        member = point.family.members[of_field(key, keys.member)]
        site = Site(member.number, point.site.moment)
        known = self.machine.free.known
        alive = keys.alive.at_moment(member.scene, point.site.moment) | known
        fields = [
            (self._name(place), self._in_words(place, self._value(stage, place, of_field(key, field))))
            for place, field in keys.fields.items()
            if place in alive and field.bits and (place in known or not self.player.knowing)
        ]
        if self.machine.values > 1 and not self.player.knowing:
            fields.append(self._so_far(value))
        best = set(self._best(stage, node, value))
        edges = range(stage.patch.starts[node], stage.patch.starts[node + 1])
        scenes = len(self.world.scenes)
        chosen = [self.sites.options[stage.lane.kinds[stage.patch.sorts[edge]].choice - scenes].option for edge in edges]
        options = tuple((option, self._edge(stage, edge, value), edge in best) for option, edge in zip(chosen, edges, strict=True))
        return _Spot(site, member.scene.cast, tuple(fields), options)

    def _value(self, stage: _Stage, place: Place, value: int) -> int:
        clock = self.machine.keys.clock
        return clock.value(stage.scene + 1) if clock is not None and place == clock.place else value

    def _so_far(self, value: int) -> tuple[str, str]:
        block = self.machine.marks.blocks[0]
        state = list(block.states)[max(value - block.first, 0)]
        return self.player.event.label or self.player.event.moment, " and ".join(map(str, state))

    def _name(self, place: Place) -> str:
        match place:
            case Variable():
                return place.words
            case Belief(observer, of):
                return f"seems({of.words})" if observer == self.player.who else f"seems({observer}, {of.words})"
            case Used(scene, _, moment, label):
                return f"{moment} / {label} was" if label else f"scene {scene} was"
            case Progress():
                return place.motif

    def _in_words(self, place: Place, value: int) -> str:
        if isinstance(place, Progress):
            return str(value)
        type_ = self.sites.type_of(place)
        keys = self.machine.keys
        classes = keys.classes(place)
        clock = keys.clock.place if keys.clock is not None else None
        if place == clock or place in self.machine.free.known or value - type_.low >= len(classes):
            return type_.name_of(value)
        alike = [at + type_.low for at, least in enumerate(classes) if least == value] or [value]
        if len(alike) > 2 and alike[-1] - alike[0] == len(alike) - 1:
            return f"{type_.name_of(alike[0])} to {type_.name_of(alike[-1])}"
        return " or ".join(map(type_.name_of, alike))

    # ── the table ──

    def tables(self) -> tuple[Table, ...]:
        """What she does, moment by moment, in the order of the file. `complete` says then whether it is of all that can come."""
        found = self._everything()
        self.complete = found is not None
        groups: dict[tuple[Site, tuple[str, ...]], list[_Spot]] = {}
        for spot in found if found is not None else self.came:
            groups.setdefault((spot.site, spot.cast), []).append(spot)
        tables = [self._table(site, cast, spots) for (site, cast), spots in groups.items()]
        return tuple(sorted((table for table in tables if table is not None), key=lambda table: (table.line, table.cast)))

    def _everything(self) -> list[_Spot] | None:
        """Every situation that can come while she does what is best; None where that is too many."""
        start = (self._stage(0, 0), self._stage(0, 0).node, self.solved.first, 0)
        seen = {(0, 0, start[1], start[2])}
        waiting = [start]
        found: dict[_Spot, None] = {}
        while waiting:
            stage, node, value, here = waiting.pop()
            edges: Iterable[int] = range(stage.patch.starts[node], stage.patch.starts[node + 1])
            if self._is_hers(stage, node):
                found[self._spot(stage, node, value)] = None
                edges = self._best(stage, node, value)
            for edge in edges:
                target = stage.patch.targets[edge]
                if 0 > target >= -self.machine.outcomes:
                    continue
                state = here if target >= 0 else -1 - self.machine.outcomes - target
                after = stage if target >= 0 else self._stage(stage.scene + 1, state)
                next_one = (after, target if target >= 0 else after.node, self._moved(stage, edge, value), state)
                key = (after.scene, state, next_one[1], next_one[2])
                if key not in seen:
                    if len(seen) >= MOST_SPOTS:
                        return None
                    seen.add(key)
                    waiting.append(next_one)
        return list(found)

    def _table(self, site: Site, cast: tuple[str, ...], spots: list[_Spot]) -> Table | None:
        if all(len(spot.options) == 1 for spot in spots):
            return None
        moment = self.sites.scenes[site.scene].moments[site.moment]
        names, every = _deciding(spots)
        groups = _grouped(spots, names)
        rows = []
        for values, alike in groups.items():
            best = _common(alike)
            option = min(best) if best else next(number for number, _, so in alike[0].options if so)
            came = sum(self.came.get(spot, 0) for spot in alike)
            odds = fsum(self.came.get(spot, 0) * next(worth for _, worth, so in spot.options if so) for spot in alike)
            when = tuple(Field(name, value) for name, value in zip(names, values, strict=True))
            rows.append(Row(when, moment.options[option].label, came / RUNS, odds / came if came else None))
        if len(names) == 1:
            rows = _merged(rows)
        if len(rows) > MOST_ROWS:
            rows = sorted(rows, key=lambda row: -row.times)[:MOST_ROWS]
            every = False
        return Table(self.sites.scenes[site.scene].name, moment.name, cast, moment.span.line, tuple(rows), every)


def _deciding(spots: list[_Spot]) -> tuple[tuple[str, ...], bool]:
    """The fewest things that decide what she does there: all ways to take a few are tried, then one after another. Whether they do."""
    values: dict[str, set[str]] = {}
    for spot in spots:
        for name, value in spot.fields:
            values.setdefault(name, set()).add(value)
    names = [name for name, found in values.items() if len(found) > 1]
    tests = 0
    for size in range(MOST_FIELDS + 1):
        found: list[tuple[int, tuple[str, ...]]] = []
        for few in combinations(names, size):
            tests += len(spots)
            if tests > MOST_TESTS:
                break
            groups = _grouped(spots, few)
            if all(_common(alike) for alike in groups.values()):
                found.append((len(groups), few))
        if found:
            return min(found)[1], True
    chosen: tuple[str, ...] = ()
    torn = len(spots) + 1
    while torn and len(chosen) < len(names):
        torn, best = min((_torn(spots, (*chosen, name)), name) for name in names if name not in chosen)
        chosen = (*chosen, best)
    return chosen, not torn


def _torn(spots: list[_Spot], names: tuple[str, ...]) -> int:
    return sum(len(alike) for alike in _grouped(spots, names).values() if not _common(alike))


def _grouped(spots: list[_Spot], names: tuple[str, ...]) -> dict[tuple[str, ...], list[_Spot]]:
    groups: dict[tuple[str, ...], list[_Spot]] = {}
    for spot in spots:
        so = dict(spot.fields)
        groups.setdefault(tuple(so.get(name, "") for name in names), []).append(spot)
    return dict(sorted(groups.items()))


def _common(spots: list[_Spot]) -> set[int]:
    """What is best in all of these situations."""
    return set.intersection(*({number for number, _, so in spot.options if so} for spot in spots))


def _merged(rows: list[Row]) -> list[Row]:
    """Rows that hang on one thing and say the same, as one."""
    found: dict[str, Row] = {}
    for row in rows:
        before = found.get(row.option)
        if before is None:
            found[row.option] = row
        else:
            when = (Field(row.when[0].name, f"{before.when[0].value} or {row.when[0].value}"),)
            times = before.times + row.times
            odds = fsum((one.odds or 0.0) * one.times for one in (before, row))
            found[row.option] = Row(when, row.option, times, odds / times if times else None)
    return list(found.values())
