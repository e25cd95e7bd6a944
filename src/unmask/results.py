"""What a World answers: odds, promises, what states cost, best play, plots; in Python a line each, in a notebook a table or a picture.

The command line shows the same answers; both have them from `analysis`.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from unmask.analysis.answers import Answer, Answers, Average, Times
from unmask.analysis.explored import Never
from unmask.export.to_notebook import Bundle, bundle, table
from unmask.problems.numbers import whole, written
from unmask.problems.place import composed
from unmask.problems.speech import short
from unmask.run.draws import MOST_SEED
from unmask.run.record import Record
from unmask.runs import Runs, Story

if TYPE_CHECKING:
    from unmask.analysis.arcs import Course, Fans
    from unmask.analysis.policy import Best, Player, Solved
    from unmask.analysis.policy_table import Table
    from unmask.analysis.promises import Judge, Verdict
    from unmask.analysis.size import Cost, Free, Size
    from unmask.world.model import World as Model


def _percent(answer: Answer) -> str:
    if answer.certain:
        return answer.certain
    return f"{100 * answer.p:.10g} %" if answer.is_proved else f"{100 * answer.low:.4g} to {100 * answer.high:.4g} %"


class Odds:
    """How likely things are. Made by `World.odds`; `odds["ending lost"]` is the answer to that question, `odds[0]` to the first."""

    def __init__(self, title: str, found: Answers) -> None:
        self.title = title
        self.found = found
        self.answers: tuple[Answer, ...] = found.answers

    def __repr__(self) -> str:
        said = "; ".join(f"{answer.question.text}: {_percent(answer)}" for answer in self.answers[:3])
        return short(f"<Odds of {self.title!r}: {said or f'{len(self.endings)} endings'}{'; …' if len(self.answers) > 3 else ''}>")

    def __len__(self) -> int:
        return len(self.answers)

    def __iter__(self) -> Iterator[Answer]:
        return iter(self.answers)

    def __getitem__(self, question: str | int) -> Answer:
        """The answer to a question, by its text or its number; the odds of an ending (`ending lost`) are there unasked.

        Raises KeyError where that was not asked.
        """
        if isinstance(question, int):
            return self.answers[question]
        text = " ".join(composed(question).split())
        for answer in self.answers:
            if answer.question.text == text:
                return answer
        if text in self.endings:
            return self.endings[text]
        raise KeyError(f"{question} was not asked: ask with world.odds({question!r})")

    @property
    def endings(self) -> dict[str, Answer]:
        """The odds of every way in which a story can end, by `ending NAME`."""
        return {answer.question.text: answer for answer in self.found.endings()}

    @property
    def ends(self) -> Answer:
        """The odds that a story ends."""
        return self.found.ends()

    @property
    def scenes(self) -> Average:
        """How many scenes a story has on average."""
        return self.found.scenes()

    @property
    def options(self) -> tuple[Times, ...]:
        """How often each option is chosen in a story, on average."""
        return self.found.options()

    @property
    def never(self) -> tuple[Never, ...]:
        """What is proved never to come: scenes and options, and why."""
        return self.found.never()

    @property
    def complete(self) -> bool:
        """Whether every way there is was gone through: where not, what is not `proved` is an estimate."""
        return self.found.complete

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Bundle:
        rows = [
            (answer.question.text, _percent(answer), answer.kind, answer.fraction if answer.fraction is not None else "")
            for answer in (*self.answers, *(found for found in self.endings.values() if found not in self.answers))
        ]
        head = ["question", "odds", "kind", "fraction"] if any(row[3] for row in rows) else ["question", "odds", "kind"]
        return bundle(repr(self), table(self.title, head, [row[: len(head)] for row in rows]))


class Judged(NamedTuple):
    """A promise as it stands in the file, its line, and what became of it."""

    text: str
    line: int
    verdict: "Verdict"

    @property
    def kept(self) -> bool:
        """Whether nothing is to be said against it."""
        return self.verdict.is_kept

    def __repr__(self) -> str:
        return short(f"<{self.verdict.state} line {self.line}: {self.text}>")


class Promises:
    """What became of a story's promises. Made by `World.promises`."""

    def __init__(
        self, title: str, judge: "Judge", lines: list[str], told: Callable[[Record], Any], by_number: Callable[[int], Any]
    ) -> None:
        self.title = title
        self._judge, self._told, self._by_number = judge, told, by_number
        self.judged = tuple(
            Judged(lines[at.line - 1][at.start : at.end].partition("#")[0].rstrip(), at.line, verdict)
            for verdict in judge.verdicts()
            for at in [verdict.promise.span]
        )

    def __repr__(self) -> str:
        states = [one.verdict.state for one in self.judged]
        said = ", ".join(f"{states.count(state)} {state}" for state in dict.fromkeys(states))
        return short(f"<Promises of {self.title!r}: {said or 'none'}>")

    def __len__(self) -> int:
        return len(self.judged)

    def __iter__(self) -> Iterator[Judged]:
        return iter(self.judged)

    def __getitem__(self, number: int) -> Judged:
        return self.judged[number]

    @property
    def kept(self) -> bool:
        """Whether all of them are kept, as far as that can be told."""
        return all(one.kept for one in self.judged)

    def against(self, number: int) -> Any:
        """A Run that goes against promise `number`, the likeliest where that is known; None where none was found."""
        verdict = self.judged[number].verdict
        if verdict.promise.form in ("scenes", "reach") or verdict.is_kept:
            return None
        likeliest = self._judge.likeliest_against(verdict)
        if likeliest is not None:
            return self._told(likeliest.record)
        found = self._judge.broken_by(verdict)
        return None if found is None else self._by_number(found)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Bundle:
        rows = [(one.verdict.state, one.line, one.text) for one in self.judged]
        return bundle(repr(self), table(self.title, ["", "line", "promise"], rows))


class StateCosts:
    """How many states a story has, and what each thing that it remembers costs. Made by `World.size`."""

    def __init__(self, title: str, found: "Size") -> None:
        self.title = title
        self.found = found

    def __repr__(self) -> str:
        return short(f"<StateCosts of {self.title!r}: {self.between:,} states between scenes, {self.whole:,} in all>")

    @property
    def between(self) -> int:
        """States between scenes."""
        return self.found.between

    @property
    def whole(self) -> int:
        """States in all."""
        return self.found.whole

    @property
    def complete(self) -> bool:
        """Whether all of them were counted: where not, there were more than the budget."""
        return self.found.complete

    @property
    def costs(self) -> "tuple[Cost, ...]":
        """What each thing that is remembered multiplies them by, the dearest first."""
        return self.found.costs

    @property
    def free(self) -> "tuple[Free, ...]":
        """What is kept and is no part of the states, and why."""
        return self.found.free

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Bundle:
        rows = [(cost.name, f"÷ {cost.between:.3g}", f"÷ {cost.whole:.3g}", cost.sort, cost.values) for cost in self.costs]
        return bundle(repr(self), table(repr(self)[1:-1], ["without", "between", "in all", "", "values"], rows))


class BestPlay:
    """The most that somebody can do for something, who chooses freely. Made by `World.best_play`.

    What they can reach lies between `low` and `high`; `none` is what comes of playing as the story has it.
    """

    def __init__(
        self, world: "Model", player: "Player", question: str, found: "tuple[Best, Solved | None]", told: Callable[[Record], Any]
    ) -> None:
        self.player = player
        self.question = question
        self.found, self._solved = found
        self._world, self._told = world, told

    def __repr__(self) -> str:
        what = "worst" if self.player.worst else "best"
        odds = f"{100 * self.low:.6g} %" if self.exact else f"{100 * self.low:.4g} to {100 * self.high:.4g} %"
        return short(f"<BestPlay: the {what} that {self.player.who} can do for {self.question!r}: {odds}>")

    @property
    def low(self) -> float:
        """At least this share of stories, from 0 to 1."""
        return self.found.low

    @property
    def high(self) -> float:
        """At most this share of stories."""
        return self.found.high

    @property
    def none(self) -> float | None:
        """The share of those who play as the story has it; None where that is not known."""
        return self.found.none

    @property
    def exact(self) -> bool:
        """Whether nothing is left open between `low` and `high`."""
        return self.found.exact

    def run(self, seed: int = 7, number: int = 0) -> Any:
        """A Run in which this is played; None where no way of playing was found."""
        if self._solved is None:
            return None
        from unmask.analysis.policy_table import Policy
        from unmask.run.step import Process

        policy = Policy(self._world, self.player, self._solved)
        return self._told(policy.record(Process(self._world), policy.run(seed, number), seed, number))

    def tables(self, seed: int = 7) -> "tuple[Table, ...]":
        """What is done where, as far as some runs under a seed came there; none where no way of playing was found."""
        if self._solved is None:
            return ()
        from unmask.analysis.policy_table import RUNS, Policy

        policy = Policy(self._world, self.player, self._solved)
        for number in range(RUNS):
            policy.run(seed, number)
        return tuple(policy.tables())

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Bundle:
        rows = [
            ("seeing everything" if not self.player.knowing else "going by what they know", f"{100 * self.low:.10g} %"),
            *([] if self.exact else [("at most", f"{100 * self.high:.10g} %")]),
            *([] if self.none is None else [("as the story has it", f"{100 * self.none:.10g} %")]),
        ]
        return bundle(repr(self), table(f"{self.player.who}: {self.question}", ["", "odds"], rows))


class Chart:
    """What people feel and what others take it for, drawn. Made by `World.plot` and `Run.plot`; str() draws it in letters.

    `spec` is the chart in the terms of Vega-Lite. Pictures need the extra `plot`; without it they raise ModuleNotFoundError.
    """

    def __init__(self, title: str, found: "Course | Fans") -> None:
        self.title = title
        self.found = found

    def __repr__(self) -> str:
        from unmask.analysis.arcs import Course

        what = f"run {self.found.record.number}" if isinstance(self.found, Course) else f"{self.found.runs:,} runs"
        return short(f"<Chart of {self.title!r}, {what}>")

    def __str__(self) -> str:
        return self.text()

    @property
    def spec(self) -> dict[str, Any]:
        """The chart in the terms of Vega-Lite, with its data."""
        from unmask.analysis.arcs import Course
        from unmask.export import to_chart

        return (
            to_chart.course_chart(self.title, self.found) if isinstance(self.found, Course) else to_chart.fans_chart(self.title, self.found)
        )

    def text(self, width: int = 80) -> str:
        """Drawn in letters, so many columns wide."""
        from unmask.analysis.arcs import Course
        from unmask.export import to_text_chart as charts

        if isinstance(self.found, Course):
            return charts.course_text(self.title, self.found, width, charts.PRETTY)
        return charts.fans_text(self.title, self.found, width, charts.PRETTY)

    def words(self) -> str:
        """The same in sentences."""
        from unmask.analysis.arcs import Course
        from unmask.export import to_text_chart as charts

        return charts.course_words(self.title, self.found) if isinstance(self.found, Course) else charts.fans_words(self.title, self.found)

    def svg(self) -> str:
        """An SVG picture."""
        from unmask.export.to_picture import to_svg

        return to_svg(self.spec).decode("utf-8")

    def png(self) -> bytes:
        """A PNG picture."""
        from unmask.export.to_picture import to_png

        return to_png(self.spec)

    def html(self) -> str:
        """A page of its own, in which every event can be pointed at."""
        from unmask.export.to_picture import to_html

        return to_html(self.spec, self.title, self.words()).decode("utf-8")

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Bundle:
        from unmask.export.to_picture import NothingToDrawWith

        try:
            return {"text/plain": repr(self), "image/svg+xml": self.svg()}
        except NothingToDrawWith:
            return {"text/plain": self.text()}


def chart_of(story: Story, of: tuple[str, ...], seed: int, number: int, runs: int | None) -> Chart:
    """What `World.plot` draws: run `number`, or many where it is said how many."""
    from unmask.analysis.arcs import course, fans, wanted_for
    from unmask.analysis.chosen_arcs import course_of, fans_of, pairs_for

    pairs = pairs_for(story.model, _named(of), runs is not None)
    seed = whole("the seed", seed, 0, MOST_SEED - 1)
    if runs is None:
        number = whole("the number", number, 0, MOST_SEED - 1)
        return Chart(story.title, course_of(course(story.model, seed, number, pairs), bool(of)))
    many = Runs(story, seed, wanted=wanted_for(pairs))
    many.play(runs)
    return Chart(story.title, fans_of(fans(many.sites, many.counts, pairs, seed, runs), bool(of)))


def _named(of: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(written("what is drawn", one) for one in of)


def chart_along(story: Story, record: Record, of: tuple[str, ...]) -> Chart:
    """What `Run.plot` draws."""
    from unmask.analysis.arcs import course_along
    from unmask.analysis.chosen_arcs import course_of, pairs_for

    return Chart(story.title, course_of(course_along(story.model, record, pairs_for(story.model, _named(of), False)), bool(of)))
