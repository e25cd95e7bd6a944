"""Every engine makes of every case what stands beside it: the reference, the compiled one, the page's, and the model for PRISM."""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache

import pytest

from tests.analysis.test_ask import every_run
from tests.conformance.cases import SEED, Case, cases, events_of, in_words, weights_of
from tests.export.prism import Model
from tests.kernel.alike import both
from tests.page.node import asked
from tests.page.seen import Witness
from unmask.analysis.answers import EXACTLY, Answers
from unmask.analysis.questions import Question
from unmask.analysis.rational import Rationals
from unmask.export.to_prism import to_prism
from unmask.export.to_world_json import world_json
from unmask.run.chooser import Script
from unmask.run.count import Counting
from unmask.run.record import by_tape, tape_of
from unmask.run.step import Process
from unmask.world.model import DEAD_END, ENDLESS, UNRESOLVED, World
from unmask.world.sites import Wanted, sites_of

ALL = cases()
RUNS = 30
each_case = pytest.mark.parametrize("case", ALL, ids=[case.name for case in ALL])


@each_case
def test_the_reference_plays_what_is_written_and_weighs_it_so(case: Case) -> None:
    world = case.world
    assert case.odds
    for number, events in case.runs.items():
        assert events_of(world.run(SEED, number).record) == events
    for number, weights in case.weights.items():
        assert list(weights_of(world, world.run(SEED, number).record)) == weights


@each_case
def test_by_the_reference_as_many_stories_have_it(case: Case) -> None:
    """By definition: all runs there are are played, each is watched, and the odds of those that have it are added up."""
    world = case.world
    for text, odds in case.odds.items():
        assert by_definition(world.model, world.question(text)) == odds, text


def by_definition(world: World, question: Question) -> Fraction:
    """The odds of all runs that have it. A run that is cut off is one that never ends: that is so of these stories."""
    counting = Counting(sites_of(world, Wanted(finals=False, watch=question.watch)))
    process = Process(world)
    found = Fraction(0)
    for odds, entries, ending in all_runs(process):
        line = counting.count_by(Script(entries, lambda entry: True), 0, 0)
        if question.event is not None and question.event.word == "ending":
            found += odds if ending == question.event.label else 0
        else:
            found += odds if line.found >= 0 else 0
    return found


def all_runs(process: Process) -> Iterator[tuple[Fraction, tuple[str, ...], str]]:
    """Every run there is, those included that are cut off: how likely it is, what was chosen, how it ends."""
    for one in every_run(process, endless=True):
        yield one.odds, tape_of(process, one.record, "").entries, one.record.over.ending


@each_case
def test_odds_are_exactly_these_and_those_of_nothing_and_everything_are_proved(case: Case) -> None:
    world = case.world
    questions = [world.question(text) for text in case.odds]
    for answer, odds in zip(Answers(world.model, questions).answers, case.odds.values(), strict=True):
        assert (answer.kind, answer.p) == (EXACTLY, pytest.approx(float(odds), abs=1e-15)), answer.question.text
        assert (answer.certain != "") == (odds in (0, 1)), answer.question.text


@each_case
def test_fractions_are_these(case: Case) -> None:
    world = case.world
    events = [question for text in case.odds if (question := world.question(text)).event is not None]
    found = Rationals(world.model, events)
    assert [answer.fraction for answer in found.answers] == [case.odds[question.text] for question in events], found.no_fraction


@each_case
def test_both_engines_play_the_same_runs_and_find_the_same_in_them(case: Case) -> None:
    world = case.world
    compiled, reference = both(world.model, SEED, 0, RUNS)
    assert compiled == reference
    condition = next((found for text in case.odds if (found := world.question(text)).condition is not None), None)
    if condition is not None:
        compiled, reference = both(world.model, SEED, 0, RUNS, Wanted(watch=condition.watch))
        assert compiled == reference


@each_case
def test_every_run_that_is_asked_for_has_it(case: Case) -> None:
    world = case.world
    text, _ = min((pair for pair in case.odds.items() if 0 < pair[1] < 1), key=lambda pair: pair[1], default=("", Fraction(0)))
    if text:
        question = world.question(text)
        counting = Counting(sites_of(world.model, Wanted(finals=False, watch=question.watch)))
        for run in world.ask(text, count=5):
            again = by_tape(world.process, tape_of(world.process, run.record, ""))
            line = counting.count_by(Script(tape_of(world.process, again, "").entries, lambda entry: True), 0, 0)
            is_ending = question.event is not None and question.event.word == "ending"
            assert run.ending == question.event.label if is_ending else line.found >= 0


@cache
def on_the_page() -> list[list[dict[str, object]]]:
    """What the page's engine makes of the runs of all cases."""
    worlds = [case.world for case in ALL]
    return asked(
        "play.mjs",
        [
            {"world": world_json(world.model, world.fingerprint), "seed": str(SEED), "first": "0", "runs": RUNS, "full": True}
            for world in worlds
        ],
    )


@each_case
def test_the_page_plays_the_same_runs_sign_for_sign(case: Case) -> None:
    found = on_the_page()[ALL.index(case)]
    witness = Witness(case.world.process)
    assert [run["digest"] for run in found] == [witness.by_luck(SEED, number).digest for number in range(RUNS)]
    for number, events in case.runs.items():
        assert [one for one in map(of_line, found[number]["lines"]) if one][: len(events)] == events


def of_line(line: str) -> str:
    sort, _, cast, _, who, label, *_ = [*line.split("\t"), "", "", "", "", "", ""]
    return in_words(sort, who, label, tuple(cast.split(","))) if sort in ("scene", "cast", "option", "moment", "ending") else ""


@each_case
def test_the_model_for_prism_has_the_same_odds(case: Case) -> None:
    world = case.world
    motifs = [motif.name for motif in world.model.motifs]
    model = Model(to_prism(world.model, motifs))
    for text, odds in case.odds.items():
        event = world.question(text).event
        if event is not None and event.word == "ending" and event.label not in (UNRESOLVED, DEAD_END, ENDLESS):
            assert model.odds().get(f"ending_{event.label.replace(' ', '_')}", 0) == odds, text
        elif event is not None and event.word == "motif" and not any(ending in case.text for ending in ("ending endless", "dead end")):
            assert model.reaches(f"motif_{event.label.replace(' ', '_')}") == odds, text
