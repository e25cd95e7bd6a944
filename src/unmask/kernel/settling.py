"""What follows once something has changed: what people come to believe, and whether the story is over, as code.

What may have changed comes in, and only what that can change is reckoned again. One promise: what is left out would have
come to what it was.
"""

from functools import cached_property

from unmask.kernel.code import NO, Code, Number, Truth, literal
from unmask.kernel.counting import Counting
from unmask.kernel.playing import Playing
from unmask.kernel.shapes import Flattening
from unmask.kernel.values import Values
from unmask.world.model import HOLDS, Ending, Expression, Scene
from unmask.world.places import Belief, News, Place, Progress, Way
from unmask.world.sites import Site, parts_of


class Settling:
    """Writes beliefs and endings."""

    def __init__(self, playing: Playing, counting: Counting, flattening: Flattening) -> None:
        self.playing = playing
        self.code = playing.code
        self.counting = counting
        self.flattening = flattening
        self.sites = playing.sites
        self._ending_reads = {ending.name: self._places([ending.condition]) for ending in self.sites.world.endings}
        self._news_reads: dict[int, set[Place]] = {}

    def _places(self, expressions: list[Expression | None]) -> set[Place]:
        found: list[Place] = []
        for expression in expressions:
            if expression is not None:
                self.flattening.value(expression, found)
        return set(found)

    # ── beliefs ──

    def look(self, scene: Scene, changed: set[Place] | None) -> None:
        """Everybody takes in what reaches them, all at once; `changed` is None where people have only just come together.

        What is shown hangs on the state alone, so that a look that nothing came between brings nothing new, unless it hangs
        on beliefs, which the last look may have changed. A program that takes every way forgets what will be formed anew, and
        so forms everything each time.
        """
        if self.playing.form.explore:
            changed = None
        new: list[tuple[Belief, Number]] = []
        for belief, news in self.flattening.news_among(scene.people):
            reads = self._reads(news)
            if changed is None or reads & changed or any(isinstance(place, Belief | Progress) for place in reads):
                new.append((belief, self._after(belief, news)))
        for belief, value in new:
            self.playing.write(belief, value)

    def _reads(self, news: News) -> set[Place]:
        key = id(news)  # the places keep every one, and to compare them would take longer than to make them
        if key not in self._news_reads:
            self._news_reads[key] = self._places([part for way in (*news.routes, *news.readings) for part in way])
        return self._news_reads[key]

    def _after(self, belief: Belief, news: News) -> Number:
        now = self.playing.read(belief)
        arrives, brought = self._first_open(news.routes, now)
        is_read, taken_for = self._first_open(news.readings, brought)
        type_ = self.playing.layout.places.type_of(belief)
        value = self.code.clamp(self.code.choose(is_read, taken_for, brought), type_.low, type_.high)
        return self.code.choose(arrives, value, now)

    def _first_open(self, ways: tuple[Way, ...], otherwise: Number) -> tuple[Truth, Number]:
        """Whether any way is open, and what the first that is brings."""
        tests = [self.playing.values.truth(condition) for condition, _ in ways]
        value = otherwise
        for test, (_, brings) in reversed(list(zip(tests, ways, strict=True))):
            if test.known is not False:
                value = self.code.choose(test, self.playing.values.number(brings), value)
        return self.code.either(tests), value

    # ── endings ──

    def endings(self, changed: set[Place]) -> None:
        """To the first ending whose condition holds, if one does; and see whether what is watched for is there."""
        family = self.playing.family
        places = {slot for place in changed for slot in (family.slots.get(place, (place,)) if family else (place,))}
        self.playing.family = None
        self.counting.look_out()
        for number, ending in enumerate(self.sites.world.endings):
            if ending.condition is None:
                continue
            if self.sites.wanted.gates:
                self._count(ending)
            elif not (places & self._ending_reads[ending.name] or self._may_come_by_itself(ending)):
                continue
            self.code.leave_if(self.playing.values.truth(ending.condition), f"over.ending.{number}")
        self.playing.family = family

    def over_if_it_holds(self) -> None:
        """At an event: a story that goes on until a condition holds is over if it does."""
        if not self._looks_everywhere:
            return
        family, self.playing.family = self.playing.family, None
        condition = self.sites.world.endings[0].condition
        self.code.leave_if(self.playing.values.truth(condition), "over.ending.0")
        self.playing.family = family

    @cached_property
    def _looks_everywhere(self) -> bool:
        """Whether there is such a condition, and it can come to hold where endings are not tested."""
        first = self.sites.world.endings[0] if self.sites.world.endings else None
        return first is not None and first.name == HOLDS and self._may_come_by_itself(first)

    def _may_come_by_itself(self, ending: Ending) -> bool:
        """Whether an ending's condition can come to hold where nothing tests it: by a look, at a scene's end, or from the start."""
        reads = self._ending_reads[ending.name]
        fleeting = set(self.playing.layout.short_lived)
        by_itself = any(isinstance(place, Belief | Progress) for place in reads)
        return by_itself or bool(reads & fleeting) or self._holds_at_the_start(ending)

    def _holds_at_the_start(self, ending: Ending) -> bool:
        layout = self.playing.layout
        start = Values(Code(64), self.sites.world, lambda place: literal(layout.start[layout.index[place]]), lambda event: NO)
        return start.truth(ending.condition).known is True

    def _count(self, ending: Ending) -> None:
        assert ending.condition is not None
        parts = [self.playing.values.truth(part) for part in parts_of((ending.condition,))]
        gate = self.sites.gate_of["ending", Site(-1), ending.name]
        self.counting.asked(self.sites.gate_at[gate], "0", parts, self.code.both(parts) if parts else NO)
