"""What the peers play is helmet: the model for Mesa choice by choice, the ink story as far as its text can say."""

import re
import sys
from collections import Counter
from fractions import Fraction
from itertools import pairwise
from random import Random
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from benchmarks.peers.agreement import agreement, by_chance, chi_square
from benchmarks.peers.flat import Flat
from benchmarks.peers.helmet_ink import ink_of
from benchmarks.peers.helmet_mesa import mesa_of

import unmask
from unmask.run.record import by_luck
from unmask.run.step import Over, Point
from unmask.world.model import Option, Variable

HELMET = unmask.load("helmet")


class Agent:
    """As much of Mesa as a story needs."""

    def __init__(self, model: Any) -> None:
        self.model = model


class Model:
    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.running = True


@pytest.fixture(scope="module")
def for_mesa() -> SimpleNamespace:
    """The module written for Mesa, with as much of Mesa as it uses."""
    mesa = ModuleType("mesa")
    vars(mesa).update(Agent=Agent, Model=Model)
    names: dict[str, Any] = {}
    before = sys.modules.get("mesa")
    sys.modules["mesa"] = mesa
    try:
        exec(compile(mesa_of(HELMET.model), "helmet_model.py", "exec"), names)
    finally:
        del sys.modules["mesa"]
        if before is not None:
            sys.modules["mesa"] = before
    return SimpleNamespace(**names)


def test_at_every_choice_the_model_for_mesa_has_the_odds_that_we_have(for_mesa: SimpleNamespace) -> None:
    process = HELMET.process
    endings = set()
    for number in range(150):
        record = by_luck(process, 11, number)
        choices = [choice for event in record.events if event.point and (choice := _choice(event.point, event.label))]
        story = for_mesa.Story(seed=0)
        drawn = iter(choices)

        def follow(*weights: float, drawn: Any = drawn) -> int:
            names, ours, taken = next(drawn)
            assert len(weights) == len(names)
            assert _shares(weights) == _shares(ours), names
            return int(names.index(taken))

        story.drawn = follow
        while story.running:
            story.step()
        assert next(drawn, None) is None
        assert story.ending == record.over.ending
        assert _left(story) == _left_by(record.over)
        endings.add(story.ending)
    assert endings == set(HELMET.endings)


def _choice(point: Point, taken: str) -> tuple[list[str], list[int], str] | None:
    """What could be chosen at a point, closed options too, with weights; None where there is only one way to go."""
    ways = point.moment.options if point.moment else HELMET.model.scenes
    names = [way.label if isinstance(way, Option) else way.name for way in ways]
    weights = {
        offer.what.label if isinstance(offer.what, Option) else offer.what.name: offer.weight for offer in HELMET.process.offers(point)
    }
    return (names, [weights.get(name, 0) for name in names], taken) if len(names) > 1 else None


def _shares(weights: Any) -> list[Fraction]:
    exact = [Fraction(weight) for weight in weights]
    return [weight / sum(exact) for weight in exact]


def _left(story: Any) -> list[int]:
    """How the people's fields and the facts stand at the end of the model's run."""
    return [getattr(getattr(story, variable.owner.lower(), story), _field(variable)) for variable in Flat(HELMET.model).variables]


def _left_by(over: Over) -> list[int]:
    layout = HELMET.process.layout
    return [over.state[layout.places[variable]] for variable in Flat(HELMET.model).variables]


def _field(variable: Variable) -> str:
    return "_".join(
        [*([variable.scene] if variable.scene else []), variable.name, *(["toward", variable.toward.lower()] if variable.toward else [])]
    )


@pytest.mark.parametrize("power", [True, False])
def test_every_arrow_of_the_ink_story_leads_to_a_knot(power: bool) -> None:
    text = ink_of(HELMET.model, power)
    knots = re.findall(r"=== (?:function )?(\w+)", text)
    assert len(knots) == len(set(knots))
    assert set(re.findall(r"-> (\w+)", text)) - {"DONE", "next_run"} == set(knots) - {"next_run", "two_to"}
    assert ("POW(" in text) == power == ("two_to" not in text)


def test_every_ending_of_the_ink_story_says_its_name() -> None:
    lines = ink_of(HELMET.model).splitlines()
    said = [line for line, after in pairwise(lines) if after == "-> DONE"]
    assert {*said} >= {*HELMET.endings, "unresolved"}


def test_agreement_is_the_chi_square_of_two_lots() -> None:
    assert chi_square([(10, 20), (30, 20)]) == pytest.approx(16 / 3)
    # The limits that tables of the distribution have for one in twenty.
    for degrees, limit in [(1, 3.841), (2, 5.991), (5, 11.070), (11, 19.675), (12, 21.026)]:
        assert by_chance(limit, degrees) == pytest.approx(0.05, abs=5e-5)


def test_rare_endings_are_counted_together() -> None:
    lots = Counter(a=1000, b=500, c=3, d=3), Counter(a=1000, b=500, c=3, d=3)
    assert agreement(*lots) == "chi-square 0.0, 2 degrees, p = 1.00, 1,506 runs"
    assert agreement(lots[0], Counter(a=2, b=1)) == "too few runs to tell (3)"


def test_another_story_does_not_agree() -> None:
    assert "p = 0.00" in agreement(Counter(a=1000, b=500), Counter(a=500, b=1000))
