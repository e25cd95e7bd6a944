"""Says in words why something in a story was not reached in many runs.

One promise: the reason says what was so in these runs. That something cannot be reached at all is said nowhere.
"""

from collections.abc import Iterable

from unmask.analysis.causes import MOST_NAMED, Causes, in_list, lines_in_words, often
from unmask.analysis.reached import Asked, Reached, Way
from unmask.syntax import tree
from unmask.syntax.to_text import expression_to_text
from unmask.world.model import Arrow, Ending, Moment, Option, Scene
from unmask.world.sites import ODDS_BITS

Written = list[str]
"""The parts of the conditions of something, as they are written: `if Kylo.faith >= 2`."""


class Reasons:
    """Says of everything that was not reached why it was not, as far as the counts know."""

    def __init__(self, reached: Reached) -> None:
        self.reached = reached
        self.causes = Causes(reached)

    def scene(self, scene: Scene, line: tree.Scene) -> str:
        """Why a scene was not played."""
        gate = self.reached.gates[scene.span]
        with_whom = ", whoever was to be in it" if scene.roles else ""
        return self._shut(gate, written_guards(line.body), with_whom) or self._not_drawn(gate)

    def meanwhile(self) -> str:
        """Why a `meanwhile` was not played."""
        return "no scene came to its end before the story did"

    def moment(self, scene: Scene, moment: Moment, conditions: dict[int, str]) -> str:
        """Why a moment was not reached; `conditions` are those of arrows, as written, by their lines."""
        ways = self.reached.ways_to_moment(scene, moment.name)
        if scene.moments[0].name == moment.name:
            if not scene.arrows:
                return "the story was over each time before it came so far"
            lines = _lines(scene.arrows)
            many = len(lines) > 1
            away = f"the arrow{'s' if many else ''} before it, {lines_in_words(lines)}, {'lead' if many else 'leads'} elsewhere"
            return f"{away}; {self._not_taken(ways, conditions)}" if ways else away
        return self._not_taken(ways, conditions) if ways else "nothing leads to it"

    def option(self, moment: Moment, option: Option, line: tree.Option) -> str:
        """Why an option was not chosen, though its moment was reached."""
        gate = self.reached.gates[option.span]
        here = f"its moment was reached {often(self.reached.times[moment.span])}"
        if not gate.asked:
            return f"{here}, and the story was over each time before anybody chose"
        return f"{here}; {self._shut(gate, written_guards(line.body), '') or self._not_drawn(gate)}"

    def ending(self, ending: Ending, line: tree.Ending, conditions: dict[int, str]) -> str:
        """Why an ending was not reached."""
        ways = self.reached.ways_to_ending(ending.name)
        found = [self._not_taken(ways, conditions)] if ways else []
        if ending.condition is not None:
            gate = self.reached.gates[ending.span]
            written = parts_of(line.condition)
            if not gate.asked:
                found.append(f"{in_list([f'`{part}`' for part in written])} was never asked for: an ending above it came first each time")
            else:
                found.append(self._shut(gate, written, f" the {often(gate.asked)} that it was asked for"))
        return "; ".join(found) or "no arrow leads to it, and it has no `when`"

    def closing(self, moment: Moment) -> str:
        """Why what stands behind the options of a moment was not played."""
        lead_here = [option for option in moment.options if all(arrow.condition is not None for arrow in option.arrows)]
        if not lead_here:
            return "every option of its moment has an arrow of its own"
        chosen = sum(self.reached.times[option.span] for option in lead_here)
        which = f"the option{'s' if len(lead_here) > 1 else ''} that it stands behind, {lines_in_words(_lines(lead_here))}, "
        which += "were" if len(lead_here) > 1 else "was"
        if not chosen:
            return f"{which} never chosen"
        return f"{which} chosen {often(chosen)}, and each time an arrow led away or the story was over"

    # ── gates ──

    def _shut(self, gate: Asked, written: Written, when: str) -> str:
        """Which of the conditions never held; "" where they did."""
        if gate.open:
            return ""
        never = [(part, forms) for part, times, forms in zip(written, gate.parts, gate.forms, strict=True) if not times]
        if not never:
            each = in_list([f"`{part}` held {often(times)}" for part, times in zip(written, gate.parts, strict=True)])
            return f"{each}, never {'both' if len(written) == 2 else 'all'} at once"
        return "; ".join(self._never(part, self.causes.cause(forms, gate.scene), when) for part, forms in never)

    def _never(self, part: str, cause: str, when: str) -> str:
        return f"`{part}` never held{when or ' there'}{f'; {cause}' if cause else ''}"

    def _not_drawn(self, gate: Asked) -> str:
        """Of something that was open and never came."""
        was = f"it was open {often(gate.open)}"
        if gate.best < 0:
            return f"{was}, and nothing could be drawn there: the weights made a dead end"
        if not gate.best:
            return f"{was}, and its weight was 0 whenever it was"
        clipped = f"; its points were clipped to what counts, -12 to 12, {often(gate.clipped)}" if gate.clipped else ""
        return f"{was} and never drawn: its odds were {odds_in_words(gate.best)} at best{clipped}; more runs may find it"

    # ── arrows ──

    def _not_taken(self, ways: list[Way], conditions: dict[int, str]) -> str:
        """Why no arrow led there."""
        near = [way for way in ways if way.times]
        causes = [self.causes.cause((way.arrow.condition,), way.scene) for way in near if way.arrow.condition is not None]
        if len(ways) == 1:
            lead = f"only the arrow at {_way(ways[0], conditions)} leads to it, and it "
            lead += (
                f"was passed {often(near[0].times)} and never taken" if near else f"stands under `{ways[0].under}`, which was never reached"
            )
        else:
            lead = f"the arrows to it stand at {lines_in_words(_lines(way.arrow for way in ways))}, and "
            passed = in_list([f"{_way(way, conditions)} {often(way.times)}" for way in near[:MOST_NAMED]])
            lead += f"were passed and never taken: {passed}" if near else "none of those places was reached"
        return "; ".join([lead, *dict.fromkeys(cause for cause in causes if cause)])


def _way(way: Way, conditions: dict[int, str]) -> str:
    """`line 9 (`if day is 3`)`."""
    line = way.arrow.span.line
    return f"line {line} (`{conditions[line]}`)" if line in conditions else f"line {line}"


def _lines(things: Iterable[Option | Arrow]) -> list[int]:
    return sorted({thing.span.line for thing in things})


def odds_in_words(best: int) -> str:
    """Odds in 2^31ths as they can be said: `1 in 3`, `1 in about 17,000,000`."""
    against = 2**ODDS_BITS / best
    if against < 100:
        return f"{best / 2**ODDS_BITS:.0%}"
    digits = len(str(int(against))) - 2
    return f"1 in about {round(against, -digits):,.0f}"


def written_guards(body: tuple[tree.Line, ...]) -> Written:
    """The conditions that stand in a body, taken apart at every `and`."""
    return [part for line in body if isinstance(line, tree.Guard) for part in parts_of(line.condition)]


def parts_of(condition: tree.Condition | None) -> Written:
    """A condition, taken apart as its counts are: each part with its first word."""
    if condition is None:
        return []
    tests = [condition.test] if condition.word == "unless" else list(_taken_apart(condition.test))
    return [f"{condition.word} {expression_to_text(test)}" for test in tests]


def _taken_apart(test: tree.Expression) -> Iterable[tree.Expression]:
    match test:
        case tree.Binary("and", left, right):
            yield from _taken_apart(left)
            yield from _taken_apart(right)
        case _:
            yield test
