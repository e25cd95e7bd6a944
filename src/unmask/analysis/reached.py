"""Counts by where in the file a thing stands how often many runs reached it.

One promise: what a file says once is counted once, however many people it is played for: the lines of a kind's `meanwhile`
are summed over its people, those of a scene with roles over its casts.
"""

from typing import NamedTuple

from unmask.analysis.simulate import Counts
from unmask.problems.place import Span
from unmask.world.model import Arrow, Effect, Expression, Moment, Passage, Scene, Variable
from unmask.world.sites import Gate, Site, Sites


class Way(NamedTuple):
    """An arrow, the scene that it is in, what it stands under, and how often that was reached."""

    arrow: Arrow
    scene: Scene
    under: str
    times: int


class Change(NamedTuple):
    """An effect, what it stands under, and how often that was reached."""

    effect: Effect
    under: str
    times: int


class Asked(NamedTuple):
    """What the conditions of a scene, an option or an ending came to.

    Each of `parts` has how often it held, and `forms` the same part as it is for each of the people it is played for. `best`
    is the best odds in 2^31ths, -1 where it was never among what could be drawn; `clipped` counts points beyond -12 to 12.
    """

    scene: Scene | None
    asked: int
    open: int
    parts: tuple[int, ...]
    forms: tuple[tuple[Expression, ...], ...]
    clipped: int
    best: int


class Reached:
    """The counts of many runs by place. `times` has every scene, moment, option, ending and line of prose that is played."""

    def __init__(self, sites: Sites, counts: Counts) -> None:
        self.sites = sites
        self.counts = counts
        self.runs = sum(sites.part(counts, "endings"))
        self.times: dict[Span, int] = {}
        self.closings: dict[Span, int] = {}
        self.arrows: dict[Span, Way] = {}
        self.effects: dict[Span, Change] = {}
        self.changes: dict[Variable, set[Span]] = {}
        self.gates: dict[Span, Asked] = {}
        self._count_scenes()
        for ending, times in zip(sites.world.endings, sites.part(counts, "endings"), strict=False):
            self._add(ending.span, times)
            self._add_lines(Passage(ending.lines), times)
        for gate, start in zip(sites.gates, sites.gate_at, strict=True) if sites.wanted.gates else ():
            self._add_gate(gate, start)

    # ── counting ──

    def _count_scenes(self) -> None:
        played, opened, closed, chosen = (self.sites.part(self.counts, name) for name in ("played", "opened", "closed", "chosen"))
        for number, scene in enumerate(self.sites.scenes):
            self._add(scene.span, played[number])
            self._add_passage(scene.opening, scene, scene.name, played[number])
            self._add_arrows(scene.arrows, scene, scene.name, played[number])
            for place, moment in enumerate(scene.moments):
                at = self.sites.moment_number[Site(number, place)]
                options = self.sites.option_number
                times = [chosen[options[Site(number, place, which)]] for which in range(len(moment.options))]
                self._add_moment(scene, moment, (opened[at], closed[at]), times)

    def _add_moment(self, scene: Scene, moment: Moment, times: tuple[int, int], chosen: list[int]) -> None:
        opened, closed = times
        self._add(moment.span, opened)
        self.closings[moment.span] = self.closings.get(moment.span, 0) + closed
        self._add_passage(moment.opening, scene, moment.name, opened)
        self._add_passage(moment.closing, scene, moment.name, closed)
        self._add_arrows(moment.arrows, scene, moment.name, closed if moment.options else opened)
        for option, often in zip(moment.options, chosen, strict=True):
            self._add(option.span, often)
            self._add_passage(option.passage, scene, option.label, often)
            self._add_arrows(option.arrows, scene, option.label, often)

    def _add(self, span: Span, times: int) -> None:
        self.times[span] = self.times.get(span, 0) + times

    def _add_lines(self, passage: Passage, times: int) -> None:
        for line in passage.lines:
            self._add(line.span, times)

    def _add_passage(self, passage: Passage, scene: Scene, under: str, times: int) -> None:
        self._add_lines(passage, times)
        for effect in passage.effects:
            before = self.effects[effect.span].times if effect.span in self.effects else 0
            self.effects[effect.span] = Change(effect, under, before + times)
            for variable in self.meant(effect.variable, scene):
                self.changes.setdefault(variable, set()).add(effect.span)

    def _add_arrows(self, arrows: tuple[Arrow, ...], scene: Scene, under: str, times: int) -> None:
        for arrow in arrows:
            before = self.arrows[arrow.span].times if arrow.span in self.arrows else 0
            self.arrows[arrow.span] = Way(arrow, scene, under, before + times)

    def _add_gate(self, gate: Gate, start: int) -> None:
        end = start + 2 + len(gate.parts)
        asked, open_, *parts = self.counts[start:end]
        scene = self.sites.scenes[gate.site.scene] if gate.site.scene >= 0 else None
        forms: tuple[tuple[Expression, ...], ...] = tuple((part,) for part in gate.parts)
        new = Asked(scene, asked, open_, tuple(parts), forms, self.counts[end], max(self.counts[end + 1], -1))
        old = self.gates.get(gate.span)
        if old is not None:
            summed = tuple(one + other for one, other in zip(old.parts, new.parts, strict=True))
            forms = tuple(one + other for one, other in zip(old.forms, new.forms, strict=True))
            asked, open_, clipped = old.asked + asked, old.open + open_, old.clipped + new.clipped
            new = Asked(scene, asked, open_, summed, forms, clipped, max(old.best, new.best))
        self.gates[gate.span] = new

    # ── asking ──

    def meant(self, variable: Variable, scene: Scene | None) -> tuple[Variable, ...]:
        """Every variable that may be meant by one in a scene, where a role may stand for its owner, or for whom it is held toward."""
        found = (
            variable._replace(owner=owner, toward=toward)
            for owner in self.people(variable.owner, scene)
            for toward in self.people(variable.toward, scene)
        )
        return tuple(one for one in found if one in self.sites.world.variables)

    def people(self, name: str, scene: Scene | None) -> tuple[str, ...]:
        """Whoever may be meant by a name in a scene: those who may play the role, or the person."""
        kinds = {role.name: role.kind for role in scene.roles} if scene is not None else {}
        return self.sites.world.kinds.get(kinds[name], ()) if name in kinds else (name,)

    def ways_to_moment(self, scene: Scene, name: str) -> list[Way]:
        """The arrows of a scene that lead to a moment of it, in the order of the file."""
        return [way for way in self._ways_to("moment", name) if way.scene.span == scene.span]

    def ways_to_ending(self, name: str) -> list[Way]:
        """The arrows that lead to an ending."""
        return self._ways_to("ending", name)

    def _ways_to(self, to: str, name: str) -> list[Way]:
        return [self.arrows[span] for span in sorted(self.arrows) if self.arrows[span].arrow[:2] == (to, name)]
