"""Writes the code for who chooses what: weights, the draw, and a way to each option.

One promise: a draw is a draw of the same number from the same total as the reference's, and is left out only where there is
one thing to choose.
"""

from typing import NamedTuple

from unmask.kernel.code import Code, Number, Truth, literal
from unmask.kernel.counting import Counting
from unmask.kernel.playing import Playing, Point
from unmask.kernel.shapes import Family
from unmask.world.model import MOST_POINTS, MOST_WEIGHT, Moment, Motive, Option, Scene
from unmask.world.places import Used
from unmask.world.sites import Site, parts_of


class Weighed(NamedTuple):
    """A weight, and the points that it comes from; None where it was given as a number."""

    weight: Number
    points: Number | None


class Choices:
    """Writes what is weighed and drawn."""

    def __init__(self, playing: Playing, counting: Counting) -> None:
        self.playing = playing
        self.code: Code = playing.code
        self.counting = counting
        self.sites = playing.sites

    # ── weights ──

    def of_motives(self, motives: tuple[Motive, ...]) -> Weighed:
        """One point doubles the odds; points count from -12 to 12."""
        points = literal(0)
        for motive in motives:
            test = self.playing.values.truth(motive.condition)
            if test.known is not False:
                points = self.code.add(points, self.code.choose(test, self.playing.values.number(motive.points), literal(0)))
        clipped = self.code.clamp(points, -MOST_POINTS, MOST_POINTS)
        raised = self.code.add(clipped, literal(MOST_POINTS))
        low, high = 1 << raised.low, 1 << raised.high
        if low == high:
            return Weighed(literal(low), points)
        return Weighed(Number(self.code.put(f"shl nuw nsw {self.code.kind} 1, {raised.text}"), low, high), points)

    def of_option(self, option: Option) -> Weighed:
        """The weight of an open option."""
        if option.weight is not None:
            return Weighed(self.playing.values.number(option.weight), None)
        return self.of_motives(option.motives)

    def total(self, weights: list[Number]) -> Number:
        """All weights together."""
        total = literal(0)
        for weight in weights:
            total = self.code.add(total, weight)
        return total

    # ── options ──

    def among_options(self, family: Family, scene: Scene, moment: Moment, site: Site, labels: list[str]) -> None:
        """Weigh the options of a moment, draw one, and go to its block."""
        self.arrive("option", site, family)
        truths: list[list[Truth]] = []
        open_options: list[Truth] = []
        weighed: list[Weighed] = []
        weights: list[Number] = []
        for option in moment.options:
            guards = [self.playing.values.truth(part) for part in parts_of(option.guards)]
            is_open = self.code.both(guards)
            if option.once:
                used = self.code.as_truth(self.playing.read(Used(scene.name, scene.cast, moment.name, option.label)))
                is_open = self.code.both([is_open, self.code.negated(used)])
            truths.append(guards)
            open_options.append(is_open)
            weighed.append(self.of_option(option))
            weights.append(self.code.choose(is_open, weighed[-1].weight, literal(0)))
        if self.sites.wanted.gates:
            base = self._gate_base(family)
            for index, option in enumerate(moment.options):
                start = self._gate_start(site._replace(option=index), option.label)
                self.counting.asked(start, base, truths[index], open_options[index])
        total = self.total(weights)
        for weight in weights:
            if weight.low < 0:
                self.code.leave_if(self.code.compare("<", weight, literal(0)), "over.dead")
        self.code.leave_if(self.code.compare("<", total, literal(1)), "over.dead")
        self.code.leave_if(self.code.compare(">", total, literal(MOST_WEIGHT)), "over.dead")
        if self.sites.wanted.gates:
            for index, option in enumerate(moment.options):
                start = self._gate_start(site._replace(option=index), option.label)
                points, weight = weighed[index].points, weights[index]
                self.counting.odds(start, base, len(truths[index]), open_options[index], points, weight, total)
        self.draw(weights, total, labels, "over.dead")

    def _gate_start(self, site: Site, label: str) -> int:
        """Where a gate's counts stand for the first member; others' are the same way from their scene's first gate."""
        return self.sites.gate_at[self.sites.gate_of["option", site, label]]

    def _gate_base(self, family: Family) -> str:
        starts = []
        for member in family.members:
            first = next((site for site in self.sites.options if site.scene == member.number), None)
            label = self.sites.option(first).label if first else ""
            starts.append(self.sites.gate_at[self.sites.gate_of["option", first, label]] if first else 0)
        return self.playing.of_member([start - starts[0] for start in starts])

    def odds(self, sort: str, number: int, is_open: Truth, points: Number | None, weight: Number, total: Number) -> None:
        """The odds of a scene."""
        site = Site(number)
        gate = self.sites.gate_of[sort, site, self.sites.scenes[number].name]
        parts = len(self.sites.gates[gate].parts)
        self.counting.odds(self.sites.gate_at[gate], "0", parts, is_open, points, weight, total)

    # ── the draw ──

    def draw(self, weights: list[Number], total: Number, labels: list[str], dead: str) -> None:
        """To the block of what is drawn: the first whose cumulative weight exceeds the number drawn."""
        self.code.leave_if(self.code.compare(">", total, literal(MOST_WEIGHT)), dead)
        if self.playing.form.explore:
            self._offer(weights, labels)
            return
        live = [index for index, weight in enumerate(weights) if weight.high > 0]
        if len(live) <= 1:
            self.pass_over()
            self.code.go(labels[live[0]] if live else dead)
            return
        drawn = self.below(self.playing.as_i32(total))
        index = "0"
        past = literal(0)
        for number in live[:-1]:
            past = self.code.add(past, weights[number])
            beyond = self.code.put(f"icmp uge i32 {drawn}, {self.playing.as_i32(past)}")
            index = self.code.put(f"add i32 {index}, {self.code.put(f'zext i1 {beyond} to i32')}")
        self.code.switch(index, [labels[number] for number in live])

    # ── every way ──

    def arrive(self, sort: str, site: Site, family: Family | None) -> None:
        """Where a program that explores stops, and from where it is asked what there is to choose."""
        if not self.playing.form.explore:
            return
        number = len(self.playing.points)
        self.playing.points.append(Point(sort, site, family))
        if self.code.is_open:
            self.stop(str(number))
        self.code.block(f"ask.{number}")

    def stop(self, result: str) -> None:
        """Leave the program, with who plays and which `meanwhile` it is."""
        for index, name in enumerate(("member", "meanwhile")):
            self.code.store("i32", self.playing.get(name), self.code.element("i32", "%context", str(index)))
        self.code.store("i64", self.code.load("i64", "%cell.word"), self.code.element("i64", "%context", "2"))
        self.code.end(f"ret i32 {result}")

    def pause(self, sort: str, site: Site, family: Family | None) -> None:
        """Stop where there is but one way: between two scenes, or at a moment that the story may come back to with nothing to choose."""
        self.arrive(sort, site, family)
        self.code.do("store i32 1, ptr %weights")
        self.answer(1)

    def answer(self, ways: int) -> None:
        """Say how many ways there are, and begin with what comes when one of them is taken. Nothing has changed by asking."""
        self.code.end(f"ret i32 {ways}")
        self.code.block(f"take.{len(self.playing.points) - 1}")

    def _offer(self, weights: list[Number], labels: list[str]) -> None:
        """Say what every way weighs; then wait to be told which."""
        for index, weight in enumerate(weights):
            self.code.do(f"store i32 {self.playing.as_i32(weight)}, ptr {self.code.element('i32', '%weights', str(index))}")
        self.answer(len(weights))
        self.code.switch("%way", labels)

    def below(self, total: str) -> str:
        """A number drawn: from the word that was asked for when the choice before was made."""
        word, stream, choice = (self.playing.get(name) for name in ("ahead", "stream", "choice"))
        self.pass_over()
        return self.code.put(f"call i32 @below(i32 {word}, i32 %key0, i32 %key1, i32 {stream}, i32 {choice}, i32 {total})")

    def pass_over(self) -> None:
        """A choice is made, by a draw or because there was but one; ask for the word of the next."""
        self.playing.set("choice", self.code.put(f"add i32 {self.playing.get('choice')}, 1"))
        self.look_ahead()

    def look_ahead(self) -> None:
        """Ask for the word of the choice that comes."""
        stream, choice = self.playing.get("stream"), self.playing.get("choice")
        self.playing.set("ahead", self.code.put(f"call i32 @word(i32 %key0, i32 %key1, i32 {stream}, i32 {choice})"))
