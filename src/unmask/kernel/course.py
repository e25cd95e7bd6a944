"""Lays out all that can happen in a world scene by scene, for backward induction.

Forward, it is found out where a story can stand before each scene. Backward, it is worked out what that is worth: how likely what is
asked for is from there on, exactly. One promise: a course is whole, or there is none.
"""

from array import array
from typing import NamedTuple

from unmask.kernel.graph import Graph
from unmask.kernel.machine import Machine
from unmask.kernel.patches import Lane, Patch
from unmask.kernel.sweep import Heard, sweep_scenes
from unmask.kernel.table import at
from unmask.world.model import Event

MOST_SCENES = 10_000


class TooMany(Exception):
    """There are more states than somebody wanted to go through, or more scenes than can be."""


class Stretch(NamedTuple):
    """What follows at one scene: for each lane, its patches."""

    time: int
    patches: list[list[Patch]]


class View(NamedTuple):
    """A patch with what its nodes are worth: `worth[node * values + value]`; `later` is the same of the states before the next scene.

    `node` is where somebody stands.
    """

    patch: Patch
    lane: Lane
    worth: "array[float]"
    later: "array[float]"
    over: "array[float]"
    node: int

    def of(self, target: int, value: int) -> float:
        """What it is worth to come to where an edge leads, with this number of a question's automaton."""
        machine = self.lane.machine
        if target >= 0:
            return self.worth[target * machine.values + value]
        if target >= -machine.outcomes:
            return self.over[(-1 - target) * machine.values + value]
        return self.later[(-1 - machine.outcomes - target) * machine.values + value]


class Course:
    """Everything that can happen, from the first scene to the last."""

    def __init__(self, graph: Graph, most: int, done: Heard = lambda states, left: None, workers: int = 1) -> None:
        """Raises TooMany where there are more than so many states, or no last scene; Loops where a scene can come to where it was."""
        self.graph = graph
        self.machine = graph.machine
        self.stretches: list[Stretch] = []
        for time, patches in sweep_scenes(graph, most, done, workers):
            if patches is None or len(self.stretches) >= MOST_SCENES:
                raise TooMany
            self.stretches.append(Stretch(time, patches))

    def worth(self, over: "array[float]") -> list["array[float]"]:
        """What it is worth to stand at each state before each scene, where each outcome is worth so much: a row for each scene.

        `over[outcome * values + value]`. State s of a row stands at `s * values`; after the last scene there is nothing.
        """
        size = 8 * len(self.graph.table) * self.machine.values
        rows = [array("d", bytes(size))]
        scratch = array("d")
        for stretch in reversed(self.stretches):
            here = array("d", bytes(size))
            for lane, patches in enumerate(stretch.patches):
                for patch in patches:
                    scratch.frombytes(bytes(8 * max(patch.nodes * self.machine.values - len(scratch), 0)))
                    self._pull(self.graph.lanes[lane], patch, rows[-1], over, scratch)
                    self.machine.put(at(patch.header), at(patch.sources), at(scratch), at(here))
            rows.append(here)
        return rows[::-1]

    def view(self, scene: int, state: int, rows: list["array[float]"], over: "array[float]") -> View:
        """What follows from one state before a scene, with what everything there is worth (the rows are those of `worth`)."""
        if self.machine.keys.clock is None:
            patch, number, node = self.stretches[0].patches[0][0], 0, 0
        else:
            number, node = 0, 0
            patch = self.graph.explore(0, self.stretches[scene].time, array("i", [state]), False, lambda: None)
        worth = array("d", bytes(8 * patch.nodes * self.machine.values))
        self._pull(self.graph.lanes[number], patch, rows[scene + 1], over, worth)
        return View(patch, self.graph.lanes[number], worth, rows[scene + 1], over, node)

    def _pull(self, lane: Lane, patch: Patch, later: "array[float]", over: "array[float]", worth: "array[float]") -> None:
        rows = (later, over, worth, lane.maps, lane.stays, lane.shares, lane.means)
        self.machine.pull(at(patch.header), *(at(row) for row in rows))


def marked(machine: Machine, event: Event) -> tuple["array[float]", int]:
    """What each outcome is worth to somebody who asks for an event or a motif: 1 where it has happened; and the number to begin with."""
    over = array("d", bytes(8 * machine.outcomes * machine.values))
    if event.word == "ending":
        ending = machine.sites.endings.index(event.label)
        for outcome in range(ending << machine.motifs, (ending + 1) << machine.motifs):
            for value in range(machine.values):
                over[outcome * machine.values + value] = 1.0
        return over, 0
    block = next(block for block in machine.marks.blocks if event in block.events)
    for outcome in range(machine.outcomes):
        for number, happened in enumerate(block.happened(event)):
            over[outcome * machine.values + block.first + number] = float(happened)
    return over, block.first
