"""The whole journey on one page: a story file's text to a world, a world to runs, a run to a telling or an answer.

Nothing here touches a disk or a terminal; `unmask.load` finds the file.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from unmask.problems.numbers import integer, states, whole, written
from unmask.problems.place import NOWHERE, Source, Span, composed
from unmask.problems.problem import Problem, Severity, worst_first
from unmask.problems.speech import counted, short
from unmask.run import record as records
from unmask.run import tape as tapes
from unmask.run.draws import MOST_SEED
from unmask.run.step import Event, Process
from unmask.telling.sentences import Telling, tell
from unmask.telling.to_text import to_text
from unmask.world.model import WORLD_SIDE
from unmask.world.model import Event as ModelEvent
from unmask.world.model import World as Model
from unmask.world.sites import Wanted, Watch, motifs_of

if TYPE_CHECKING:
    from unmask.analysis import what_if
    from unmask.analysis import why as reasons
    from unmask.analysis.ask import Request
    from unmask.analysis.decided import Decided
    from unmask.analysis.find import Found
    from unmask.analysis.questions import Question
    from unmask.examining import Examined
    from unmask.export.to_notebook import Bundle
    from unmask.results import BestPlay, Chart, Odds, Promises, StateCosts
    from unmask.runs import Runs
    from unmask.syntax.tree import Story
    from unmask.world.from_syntax import Resolved
    from unmask.world.model import Effect


BUDGET = 20_000_000
"""So many states are gone through where nobody says how many."""


class StoryProblems(Exception):
    """A story that cannot be played. `problems` say why, `source` holds the lines that they name."""

    def __init__(self, source: Source, problems: list[Problem]) -> None:
        super().__init__(f"{source.name} has {len(problems)} problem{'s' if len(problems) != 1 else ''}: {problems[0].title}")
        self.source = source
        self.problems = problems


def resolve(source: Source) -> "tuple[Story, Resolved, list[Problem]]":
    """The tree and the world of a story file, with everything that stops it from being played."""
    from unmask.motif.from_world import unfollowed
    from unmask.syntax.parser import parse
    from unmask.syntax.tree import as_meant
    from unmask.world.from_syntax import world_of
    from unmask.world.unread import of_their_own, without_consequences

    story, unread = parse(source)
    resolved = world_of(story._replace(lines=as_meant(story.lines)) if unread else story)
    of_meaning = without_consequences(resolved.problems, story, source)
    problems = [*of_their_own(unread, of_meaning), *of_meaning]
    if not any(problem.severity == Severity.PROBLEM for problem in problems):
        problems += unfollowed(resolved.world)
    return story, resolved, problems


def world_from(source: Source) -> "World":
    """The world of a story file. Raises StoryProblems where it has problems; warnings do not stop it."""
    story, resolved, problems = resolve(source)
    stopping = [problem for problem in problems if problem.severity == Severity.PROBLEM]
    if stopping:
        raise StoryProblems(source, sorted(stopping, key=worst_first))
    return World(source, resolved.world, story)


def loads(text: str, name: str = "story") -> "World":
    """The world of a story's text; `name` is what problems call it. Raises StoryProblems where the story cannot be played."""
    return world_from(Source(written("a name", name), written("a story", text)))


def check(text: str, name: str = "story") -> list[Problem]:
    """Everything that there is to say about a story's text: problems, which stop it, then warnings, each in the order of its lines.

    A story without problems is played a little, and looked at for what can never come: see `examine`.
    """
    return examine(Source(written("a name", name), written("a story", text))).problems


def examine(source: Source) -> "Examined":
    """The same, with how far it went to find out what can happen: None for a story that has problems and cannot be played."""
    from unmask.examining import Examined, examined

    story, resolved, problems = resolve(source)
    if any(problem.severity == Severity.PROBLEM for problem in problems):
        return Examined(sorted(problems, key=worst_first), None)
    return examined(resolved, World(source, resolved.world, story).process, problems)


def _cores() -> int:
    from unmask.runs import cores

    return cores()


class World:
    """A story that can be played. Made by `unmask.load`; `model` is the checked world, `tree` the file as it was read."""

    def __init__(self, source: Source, model: Model, tree: "Story | None" = None) -> None:
        self.source = source
        self.model = model
        if tree is not None:
            self.tree = tree

    def __repr__(self) -> str:
        return short(f"<World {self.title!r}: {', '.join(self.people)}>")

    @property
    def title(self) -> str:
        """What stands on the cover, else the file's name."""
        return self.model.cover.title or self.source.name

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody by name, in the order of the file."""
        return tuple(self.model.people)

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides from which a run can be told: everybody's, and `world`, the all-seeing one."""
        return (*self.people, WORLD_SIDE)

    @property
    def endings(self) -> tuple[str, ...]:
        """The author's endings by name. A run may also end `unresolved`, `endless` or in a `dead end`."""
        return tuple(ending.name for ending in self.model.endings)

    @cached_property
    def tree(self) -> "Story":
        """The file as it is read. A world that was kept from another time reads it only when it is asked for."""
        from unmask.syntax.parser import parse

        return parse(self.source)[0]

    @cached_property
    def process(self) -> Process:
        """The world as it is played, choice by choice."""
        return Process(self.model)

    @cached_property
    def fingerprint(self) -> str:
        """Sixteen signs that stand for what the file means, prose left out."""
        from unmask.world.fingerprint import fingerprint

        return fingerprint(self.tree)

    def place_of(self, scene: str, moment: str) -> Span:
        """Where a moment stands in the file; where its scene does, if it has none."""
        for found in (*self.model.scenes, *self.model.meanwhiles):
            if found.name == scene:
                return next((inner.span for inner in found.moments if inner.name == moment), found.span)
        return NOWHERE

    def run(self, seed: int = 7, number: int = 0) -> "Run":
        """Run `number` under `seed`, both from 0 to 2^64 - 1: the same on every machine.

        Raises ValueError where one of them is out of that range.
        """
        seed, number = whole("the seed", seed, 0, MOST_SEED - 1), whole("the number", number, 0, MOST_SEED - 1)
        return Run(self, records.by_luck(self.process, seed, number))

    def simulate(
        self,
        runs: int = 10_000,
        seed: int = 7,
        first: int = 0,
        workers: int | None = None,
        coverage: bool = False,
        done: Callable[[int], None] = lambda runs: None,
    ) -> "Runs":
        """So many runs under a seed, from number `first` on, played and counted; each of them is `World.run(seed, number)`.

        With `coverage` conditions are counted too, and `runs.coverage` says why something was not reached. `done` hears how
        many more are done, each time that some are. Raises ValueError where a number is out of its range.
        """
        from unmask.runs import Runs

        many = Runs(self, seed, first, workers, Wanted(gates=coverage, motifs=motifs_of(self.model)))
        many.play(runs, done)
        return many

    def question(self, text: str) -> "Question":
        """What a text asks of a story: a motif by its name, an event (`Rey: let him live`, `scene duel`, `ending lost`, `ending endless`),
        or a condition (`Rey.anger > 2`), which then holds at some time.

        Raises unmask.StoryProblems where it says none of these; their source is the text, on one line. ValueError for what is no text.
        """
        from unmask.analysis.questions import question_from

        question, problems = question_from(written("a question", text), self.tree, self.model)
        if problems:
            raise StoryProblems(Source("what to look for", question.text), problems)
        return question

    def watch(self, text: str) -> Watch:
        """What to look for in runs, from the text of a question (see `question`)."""
        return self.question(text).watch

    def setting(self, text: str) -> "Effect":
        """What a value is set to, from text like `Kylo.shame = none`. Raises unmask.StoryProblems where it does not say that."""
        from unmask.world.asked import one_line, setting_for

        line = one_line(written("a setting", text))
        effect, problems = setting_for(line, self.tree)
        if effect is None:
            raise StoryProblems(Source("what to set", line), problems)
        return effect

    def find(self, text: str, runs: int = 10_000, seed: int = 7, first: int = 0) -> "Iterator[Found]":
        """Those of so many runs, from number `first` on, that have what the text says: a condition or an event (see `watch`).

        Each as (run, event, ending): its number, the event at which it was first there, how it ended. Raises ValueError where
        a number is out of range.
        """
        from unmask.analysis.find import find
        from unmask.runs import Runs

        many = Runs(self, seed, first, wanted=Wanted(finals=False, watch=self.watch(text)))
        many.check(runs)
        batches = find(many.engine, many.sites, seed, first, runs, workers=many.workers)
        return (found for batch in batches for found in batch.listed)

    def ask(self, text: str, count: int = 1, seed: int = 7, first: int = 0, budget: int = BUDGET) -> "Iterator[Run]":
        """So many runs that have what the text says (see `watch`), however rare that is, each as likely as it is among all such runs.

        None where it is proved never to happen. Raises unmask.CannotAsk where they cannot be drawn, as where there are more states
        than `budget`; ValueError where a number is out of its range.
        """
        many, seed = whole("the number of runs", count, 1, MOST_SEED - 1), whole("the seed", seed, 0, MOST_SEED - 1)
        begin = whole("the number of the first run", first, 0, MOST_SEED - many)
        request = self._request(text, budget)
        return (Run(self, drawn.record, "asked for") for drawn in request.runs(many, seed, begin))

    def likeliest(self, text: str, budget: int = BUDGET) -> "Run | None":
        """The most probable run that has what the text says: something that happens; None where nothing has it. Raises as `ask` does."""
        found = self._request(text, budget).likeliest()
        return None if found is None else Run(self, found.record, "the likeliest")

    def _request(self, text: str, budget: int) -> "Request":
        from unmask.analysis.ask import Request

        with self._motifs_followed():
            return Request(self.model, self.question(text), states(budget), workers=_cores())

    def odds(
        self,
        *questions: str,
        given: str | None = None,
        exact: bool = False,
        budget: int = BUDGET,
        seed: int = 7,
        workers: int | None = None,
    ) -> "Odds":
        """How likely things are, by going through every way there is: what each text asks (see `question`); without one, all motifs.

        The odds of the endings come along. With `given`, a motif or an event, only of the stories that have that. `exact` gives fractions.
        Where there are more states than `budget`, runs under `seed` are played instead, and the answer is called an estimate.

        Raises unmask.StoryProblems where a text is no question, ValueError where what is given is no event, or a condition is asked for
        with it, and Contradiction (unmask.analysis.answers) where there are no stories that have it.
        """
        from unmask.analysis.answers import Answers
        from unmask.analysis.questions import motif_question
        from unmask.analysis.rational import Rationals
        from unmask.results import Odds
        from unmask.runs import MOST_WORKERS

        budget, seed = states(budget), whole("the seed", seed, 0, MOST_SEED - 1)
        hands = _cores() if workers is None else whole("the number of workers", workers, 1, MOST_WORKERS)
        wanted = [self.question(text) for text in questions] or [motif_question(motif.name) for motif in self.model.motifs]
        event = None if given is None else self._event(given)
        if event is not None and any(question.condition is not None for question in wanted):
            raise ValueError("with `given` only motifs and events can be asked for; for a condition write a motif, with `when` in it")
        with self._motifs_followed():
            return Odds(self.title, (Rationals if exact else Answers)(self.model, wanted, event, budget, seed, hands))

    def promises(self, budget: int = BUDGET, seed: int = 7) -> "Promises":
        """What became of each promise of the story, in the order of the file, by going through so many states at most."""
        from unmask.analysis.promises import Judge
        from unmask.results import Promises

        with self._motifs_followed():
            judge = Judge(self.model, states(budget), whole("the seed", seed, 0, MOST_SEED - 1), _cores())
            return Promises(
                self.title,
                judge,
                self.source.lines(),
                lambda record: Run(self, record, "asked for"),
                lambda number: self.run(judge.seed, number),
            )

    def size(self, budget: int = BUDGET) -> "StateCosts":
        """How many states the story has, and what each thing that it remembers multiplies them by.

        Raises CannotCompile (unmask.kernel.from_world) where there is no compiled engine.
        """
        from unmask.analysis.size import size_of
        from unmask.results import StateCosts

        return StateCosts(self.title, size_of(self.model, states(budget)))

    def best_play(self, person: str, event: str, worst: bool = False, knowing: bool = False, budget: int = BUDGET) -> "BestPlay":
        """The most (at `worst` the least) that somebody can do for an event or a motif who chooses freely: seeing everything, or `knowing`
        no more than they may.

        Raises ValueError where nobody of that name chooses anything, or what is asked for is no event, unmask.StoryProblems where it is no
        question, and CannotCompile (unmask.kernel.from_world) where there is no compiled engine.
        """
        from unmask.analysis import policy
        from unmask.results import BestPlay

        who, able = composed(" ".join(written("a person", person).split())), policy.choosers(self.model)
        if who not in able:
            raise ValueError(f"{person!r} chooses nothing in this story; those who do: {', '.join(able) or 'nobody'}")
        player = policy.Player(who, self._event(event), worst, knowing)
        with self._motifs_followed():
            return BestPlay(
                self.model,
                player,
                event,
                policy.best_play(self.model, player, states(budget), _cores()),
                lambda record: Run(self, record, "best play"),
            )

    def plot(self, *of: str, seed: int = 7, number: int = 0, runs: int | None = None) -> "Chart":
        """What people feel and what others take it for, along run `number`, or scene by scene over so many `runs`.

        `of` names what to draw: a field (`Kylo.longing`), a person, or `seems(Rey, Kylo.longing)`; without it, what moves most. Raises
        ValueError where there is nothing of the kind.
        """
        from unmask.results import chart_of

        return chart_of(self, of, seed, number, runs)

    def _event(self, text: str) -> ModelEvent:
        question = self.question(text)
        if question.event is None:
            raise ValueError(f"{text!r} is no motif and no event; for a condition write a motif, with `when` under its event")
        return question.event

    @contextmanager
    def _motifs_followed(self) -> Iterator[None]:
        """A motif that cannot be followed is a problem of the story."""
        from unmask.motif.from_world import NoAutomaton

        try:
            yield
        except NoAutomaton as found:
            raise StoryProblems(self.source, [found.problem]) from None

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> "Bundle":
        from unmask.export.to_notebook import bundle, table

        rows = [
            (person.name, person.display, "/".join(person.pronouns[:2]), ", ".join(person.kinds)) for person in self.model.people.values()
        ]
        notes = [note for note in (self.model.cover.summary, f"endings: {', '.join(self.endings)}") if note]
        return bundle(repr(self), table(self.title, ["person", "told as", "", "kinds"], rows, notes))

    def replay(self, tape: str, go_on: bool = False) -> "Run":
        """The run that a tape tells of. Where it cannot be followed the run breaks off (see `Run.strayed`), or goes on by luck.

        Raises unmask.NoTape where the text is no tape.
        """
        return Run(self, records.by_tape(self.process, tapes.read(written("a tape", tape)), go_on))


class Run:
    """One play-through of a world. Made by `World.run` and `World.replay`.

    `drawn` says how it came about where it is not the run of that seed and number by luck: `asked for`, `the likeliest`.
    """

    def __init__(self, world: World, record: records.Record, drawn: str = "") -> None:
        self.world = world
        self.record = record
        self.drawn = drawn

    def __repr__(self) -> str:
        which = (
            f"Run, {self.drawn}, of {self.world.title!r}" if self.drawn else f"Run {self.number} of {self.world.title!r}, seed {self.seed}"
        )
        return short(f"<{which}: {self.ending or 'broken off'}, {counted(len(self.events), 'event')}>")

    @property
    def seed(self) -> int:
        """What the dice were keyed by, with the run's number."""
        return self.record.seed

    @property
    def number(self) -> int:
        """Which run under its seed this is."""
        return self.record.number

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything that happened, in order; `why` and `tell --events` number events from 0."""
        return self.record.events

    @property
    def ending(self) -> str:
        """The ending's name; "" where a tape broke off."""
        return self.record.over.ending

    @property
    def strayed(self) -> str:
        """Where a tape could not be followed, and why; "" where it could."""
        return self.record.strayed

    def telling(self, side: str | None = None, remembered: bool = False) -> Telling:
        """The run in words, as data. Raises ValueError where nobody of that name is in the story."""
        side = self.world.model.cover.side if side is None else composed(written("a side", side))
        if side not in self.world.sides:
            raise ValueError(f"nobody called {side!r} is in this story; its sides are {', '.join(self.world.sides)}")
        if remembered and side == WORLD_SIDE:
            raise ValueError("memory is somebody's: name the person who remembers")
        return tell(self.world.process, self.record, side, remembered)

    def tell(self, side: str | None = None, remembered: bool = False) -> str:
        """The run as text from a side: a person's name, `world`, or the side that the story file names.

        Raises ValueError where nobody of that name is in the story.
        """
        return to_text(self.telling(side, remembered))

    def why(self, number: int) -> "reasons.Answer":
        """What was weighed at event `number` (from 0), with exact odds.

        Raises unmask.NoChoice where there is no such event, or nobody chose it.
        """
        from unmask.analysis import why as reasons

        return reasons.why(self.world.process, self.record, integer("the number of an event", number))

    def instead(self, number: int, label: str) -> "WhatIf":
        """What if: at event `number` something else was chosen, an option by its `label`, and luck stayed the same.

        Raises unmask.NoChoice where nobody chose that event, unmask.NoChange where this could not be chosen there.
        """
        from unmask.analysis import what_if

        number = integer("the number of an event", number)
        return WhatIf(self.world, what_if.instead(self.world.process, self.record, number, composed(written("an option", label))))

    def with_value(self, text: str, number: int | None = None) -> "WhatIf":
        """What if: just before event `number`, or from the beginning, a value was another (`Kylo.shame = none`), and luck stayed the same.

        Raises unmask.StoryProblems where the text does not say so, NoChoice and NoChange as `instead` does.
        """
        effect = self.world.setting(text)
        from unmask.analysis import what_if

        at = None if number is None else integer("the number of an event", number)
        return WhatIf(self.world, what_if.with_value(self.world.process, self.record, at, effect))

    def outlook(self, budget: int | None = None, runs: int | None = None) -> "Decided":
        """How likely each ending was after each event: exactly as far as `budget` states go, else from so many `runs`.

        Raises ValueError where a number is out of its range.
        """
        from unmask.analysis.ahead import BUDGET, MOST_RUNS, Ahead
        from unmask.analysis.decided import decided

        runs = None if runs is None else whole("the number of runs", runs, 1, MOST_RUNS)
        return decided(Ahead(self.world.process, BUDGET if budget is None else states(budget), runs=runs), self.record)

    def plot(self, *of: str) -> "Chart":
        """What people feel and what others take it for along this run (see `World.plot`)."""
        from unmask.results import chart_along

        return chart_along(self.world, self.record, of)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> "Bundle":
        from unmask.export.to_notebook import bundle, told

        return bundle(repr(self), told(self.telling()))

    def tape(self, side: str = "") -> str:
        """The run's choices as a tape: text that replays to the same run, as the game of somebody's `side`.

        Raises ValueError where nobody of that name is in the story.
        """
        if side and written("a side", side) not in self.world.sides:
            raise ValueError(f"nobody called {side!r} is in this story; its sides are {', '.join(self.world.sides)}")
        return tapes.written(records.tape_of(self.world.process, self.record, self.world.fingerprint, written("a side", side)))


class WhatIf:
    """A run, and what it would have been. Made by `Run.instead` and `Run.with_value`."""

    def __init__(self, world: World, found: "what_if.WhatIf") -> None:
        self.world = world
        self.found = found
        self.was = Run(world, found.was)
        self.now = Run(world, found.now)

    def __repr__(self) -> str:
        where = "from the beginning" if self.found.number is None else f"at event {self.found.number}"
        return short(f"<WhatIf of {self.world.title!r}, {where}: {self.found.changed}; {self.was.ending} becomes {self.now.ending}>")

    @property
    def parted(self) -> int | None:
        """The first event in which the two differ; None where they do not."""
        return self.found.parted

    def moved(self, budget: int | None = None, runs: int | None = None) -> "what_if.Moved":
        """How likely each ending was before, as it was, and with the change: exactly as far as `budget` states go, else from `runs`."""
        from unmask.analysis import what_if
        from unmask.analysis.ahead import BUDGET, Ahead

        return what_if.moved(Ahead(self.world.process, BUDGET if budget is None else states(budget), runs=runs), self.found)
