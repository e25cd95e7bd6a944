"""Odds that are called exact against fractions reckoned by definition, and estimates against both."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import assume, given, settings

import unmask
from tests.exact import Exact, TooMany, exact
from tests.worlds_made import worlds
from unmask.analysis import answers as answering
from unmask.analysis.answers import ALWAYS, ESTIMATED, EXACTLY, NEVER, Answers, Contradiction
from unmask.analysis.estimate import Sample, mean
from unmask.analysis.solve import Explorer, Question, endings_of, until
from unmask.pipeline import world_from
from unmask.problems.place import Source
from unmask.run.step import Process
from unmask.world.model import Constant, Event, Expression, Item, Motif, Operation, Read, Variable, World
from unmask.world.sites import Site, sites_of

DUELS = Path(__file__).parents[2] / "benchmarks" / "worlds"


def world_of(text: str) -> World:
    return world_from(Source("story", text)).model


def ending(name: str) -> Question:
    return Question(f"ending {name}", Event("ending", label=name))


def motif(name: str) -> Question:
    return Question(name, Event("motif", label=name))


# ── exact is exact ──


def test_three_months_of_the_duel_have_the_odds_that_two_other_solvers_found() -> None:
    world = unmask.load(str(DUELS / "duel_m3_r1.story")).model
    found = Answers(world, [ending("adead"), ending("rec")])
    known = [
        Fraction(91788618723852115851336176824210273, 10366642924751155346055647837061120000),
        Fraction(55942853224597, 15078923904844800),
    ]
    for answer, fraction in zip(found.answers, known, strict=True):
        assert answer.kind == EXACTLY
        assert abs(answer.p - fraction) < 1e-12
    assert found.runs == 0
    assert found.ends().certain == ALWAYS


def asked_of(world: World) -> tuple[World, list[Question], Expression]:
    """A world with a motif, something to ask of it, and a condition."""
    sites = sites_of(world)
    labels = [(sites.scenes[site.scene].moments[site.moment].name, sites.option(site).label) for site in sites.options]
    events = [Event("place", "", *labels[at]) for at in (0, -1)] if labels else []
    items = tuple(Item(word, 1, event, None, "", ()) for word, event in zip(("", "then"), events, strict=False))
    world = world._replace(motifs=(Motif("both", (), items),) if items else ())
    questions = [Question(str(number), event) for number, event in enumerate(dict.fromkeys(events))]
    condition = Operation("=", (Read(Variable("", "tide")), Constant(world.variables[Variable("", "tide")].type.high)))
    return world, [*questions, *([motif("both")] if items else [])], condition


def by_definition(world: World, questions: list[Question]) -> Exact:
    events = tuple(question.event for question in questions if question.event is not None)
    try:
        return exact(Process(world, motifs=events), events, most=250, knot=40)
    except TooMany:
        assume(False)
        raise


@settings(max_examples=30, deadline=None, derandomize=True)
@given(worlds())
def test_any_world_that_is_gone_through_has_the_odds_that_it_has_by_definition(text: str) -> None:
    world, questions, condition = asked_of(world_of(text))
    known = by_definition(world, questions)
    assume(not known.left)
    explorer = Explorer(world, 500_000)
    explorer.follow(questions)
    assume(explorer.best.complete)
    for bit, question in enumerate(questions):
        found = explorer.odds(question)
        assert found is not None
        assert found.exact
        assert abs(found.p - known.of_bit(bit)) < 1e-12
        assert abs(found.against - (1 - known.of_bit(bit))) < 1e-12
    for name in endings_of(world):
        found = explorer.odds(ending(name))
        assert found is not None
        assert abs(found.p - known.odds(name)) < 1e-12
        assert (found.p == 0) == (known.odds(name) == 0)
    assert abs(explorer.best.swept.scenes - known.scenes) < 1e-9
    _same_choices(explorer, known)
    ever = by_definition(until(world, condition), [])
    assert abs(Answers(world, [Question("tide", None, condition)], budget=500_000).answers[0].p - _ever(world, condition, ever)) < 1e-12


def _ever(world: World, condition: Expression, known: Exact) -> Fraction:
    process = Process(world)
    return Fraction(1) if process.layout.holds(condition, process.layout.start) else known.odds("?")


def _same_choices(explorer: Explorer, known: Exact) -> None:
    sites = explorer.best.sites
    for number, scene in enumerate(sites.world.scenes):
        assert abs(explorer.best.times_of_scene(number) - known.chosen.get((scene.name, "", ""), 0)) < 1e-9
    for site in sites.options:
        scene, option = sites.scenes[site.scene], sites.option(site)
        times = known.chosen.get((scene.name, scene.moments[site.moment].name, option.label), Fraction(0))
        assert abs(explorer.best.times_of(site) - times) < 1e-9
        assert (explorer.best.times_of(site) == 0) == (times == 0)


@settings(max_examples=15, deadline=None, derandomize=True)
@given(worlds())
def test_of_the_stories_given_odds_are_those_of_both_divided_by_those_of_what_is_given(text: str) -> None:
    world, questions, _ = asked_of(world_of(text))
    assume(len(questions) == 3)
    known = by_definition(world, questions)
    assume(not known.left)
    base = known.of_bit(1)
    try:
        found = Answers(world, [questions[0], ending("rest")], questions[1].event, budget=500_000, runs=200).answers
    except Contradiction:
        assert not base
        return
    both = sum((mass for (_, bits), mass in known.over.items() if bits & 1 and bits >> 1 & 1), Fraction(0))
    rests = sum((mass for (name, bits), mass in known.over.items() if bits >> 1 & 1 and name == "rest"), Fraction(0))
    assert abs(found[0].p - both / base) < 1e-12
    assert abs(found[1].p - rests / base) < 1e-12
