"""Odds that are called exact against fractions reckoned by definition, and estimates against both."""

from collections.abc import Iterator
from fractions import Fraction
from math import inf
from pathlib import Path

import pytest
from hypothesis import Phase, assume, given, settings

import unmask
from tests.analysis.shut_out import SHUT, WITH_GUESTS
from tests.exact import Exact, TooMany, exact
from tests.worlds_made import worlds
from unmask.analysis import solve
from unmask.analysis.answers import ALWAYS, ESTIMATED, EXACTLY, NEVER, Answers, Contradiction
from unmask.analysis.estimate import Sample, mean
from unmask.analysis.questions import Question, endings_of, until
from unmask.analysis.solve import Explorer, Odds
from unmask.pipeline import world_from
from unmask.problems.place import Source
from unmask.run.step import Process
from unmask.world.model import Constant, Event, Expression, Item, Motif, Operation, Read, Variable, World
from unmask.world.sites import sites_of


@pytest.fixture(autouse=True, scope="module")
def nobody_waits_for_a_story_that_hardly_gets_on() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(solve, "MOST_STEPS", 300)
        yield


BUDGET = 30_000
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
    world = world._replace(motifs=(*world.motifs, *([Motif("both", (), items)] if items else [])))
    questions = [Question(str(number), event) for number, event in enumerate(dict.fromkeys(events))]
    condition = Operation("=", (Read(Variable("", "tide")), Constant(world.variables[Variable("", "tide")].type.high)))
    return world, [*questions, *([motif("both")] if items else [])], condition


def by_definition(world: World, questions: list[Question]) -> Exact:
    events = tuple(question.event for question in questions if question.event is not None)
    try:
        return exact(Process(world, motifs=events), events)
    except TooMany:
        assume(False)
        raise


@settings(max_examples=15, deadline=None, derandomize=True, phases=[Phase.generate])
@given(worlds())
def test_any_world_has_the_odds_that_it_has_by_definition_and_the_bounds_hold_them_where_not_all_was_gone_through(text: str) -> None:
    world, questions, condition = asked_of(world_of(text))
    known = by_definition(world, questions)
    explorer = Explorer(world, BUDGET)
    explorer.follow(questions)
    for bit, question in enumerate(questions):
        _agrees(explorer.odds(question), known.of_bit_or_forever(bit))
    for name in endings_of(world):
        _agrees(explorer.odds(ending(name)), known.odds(name))
    ends = explorer.best.ends()
    assert ends.low - 1e-12 <= 1 - known.left <= ends.high + 1e-12
    if explorer.best.complete:
        assert explorer.best.scenes == inf or abs(explorer.best.scenes - known.scenes) < 1e-9
        _same_choices(explorer, known)
    ever = by_definition(until(world, condition), [])
    _agrees(explorer.odds(Question("tide", None, condition)), _ever(world, condition, ever))


def _agrees(found: Odds | None, known: Fraction) -> None:
    """Within its bounds, and the same where it is called exact."""
    assert found is not None
    assert found.low - 1e-12 <= known <= found.high + 1e-12
    if found.exact:
        assert abs(found.p - known) < 1e-12
        assert abs(found.against - (1 - known)) < 1e-12
    if found.complete:
        assert (found.p == 0, found.against == 0) == (known == 0, known == 1)


def _ever(world: World, condition: Expression, known: Exact) -> Fraction:
    process = Process(world)
    return Fraction(1) if process.layout.holds(condition, process.layout.start) else known.odds("?")


def _same_choices(explorer: Explorer, known: Exact) -> None:
    sites = explorer.best.sites
    for number, scene in enumerate(sites.world.scenes):
        times = explorer.best.times_of_scene(number)
        assert known.left if times == inf else abs(times - known.chosen.get((scene.name, "", ""), 0)) < 1e-9
    for site in sites.options:
        scene, option = sites.scenes[site.scene], sites.option(site)
        times = known.chosen.get((scene.name, scene.moments[site.moment].name, option.label), Fraction(0))
        if explorer.best.times_of(site) < inf:
            assert abs(explorer.best.times_of(site) - times) < 1e-9
            assert (explorer.best.times_of(site) == 0) == (times == 0)
        else:
            assert known.left


@settings(max_examples=12, deadline=None, derandomize=True, phases=[Phase.generate])
@given(worlds())
def test_of_the_stories_given_odds_are_those_of_both_divided_by_those_of_what_is_given(text: str) -> None:
    world, questions, _ = asked_of(world_of(text))
    assume(len(questions) == 3)
    known = by_definition(world, questions)
    one, given_event = questions[0], questions[1].event
    base = known.of_bit_or_forever(1)
    found_with = [*((bits, mass) for (_, bits), mass in known.over.items()), *known.forever.items()]
    both = sum((mass for bits, mass in found_with if bits & 1 and bits >> 1 & 1), Fraction(0))
    rests = sum((mass for (name, bits), mass in known.over.items() if bits >> 1 & 1 and name == "rest"), Fraction(0))
    explorer = Explorer(world, BUDGET)
    explorer.follow([one], given_event)
    for question, joint in ((one, both), (ending("rest"), rests)):
        found = explorer.odds(question, given_event)
        assert found is not None
        if base:
            assert found.low - 1e-12 <= joint / base <= found.high + 1e-12
        if found.exact:
            assert abs(found.p - joint / base) < 1e-12


# ── estimates ──


FAIR = """
fact days: 0..30
person Nan (she)
  keeps pride: 0..3
person Oda (she)

motif lent twice
  Nan: lend
  then Nan: lend
motif never lent
  scene market
  without Nan: lend
motif hurried
  Nan: lend
  without chance: rain
  next Nan: boast
    within 0 events

scene market with Nan, Oda
  when days < 6
  moment asking: Nan
    * lend
      +1 "she is proud" if pride > 0
      ~ pride += 1
    * boast
      if pride > 1
    * weep
      if pride is 3 and days < 2
    * go home
      -> ending tears
    -> sky
  moment sky: chance
    * rain
      weight 2
    * sun
      weight 3
    * snow
      weight days - days
    -> end

scene chapel with Nan
  when days > 20
  moment pew: Nan
    * kneel
    -> end

meanwhile
  ~ days += 1

ending tears
ending late when days is 6
"""
ALL = [motif("lent twice"), motif("never lent"), motif("hurried"), ending("tears"), ending("late")]


def test_what_is_not_gone_through_is_estimated_and_the_interval_holds_what_is_exact() -> None:
    world = world_of(FAIR)
    exactly = Answers(world, ALL)
    roughly = Answers(world, ALL, budget=1, runs=100_000)
    assert {answer.kind for answer in exactly.answers} == {EXACTLY}
    assert [answer.kind for answer in roughly.answers] == [ESTIMATED, ESTIMATED, EXACTLY, ESTIMATED, ESTIMATED]
    for one, other in zip(exactly.answers, roughly.answers, strict=True):
        assert other.low <= one.p <= other.high
        assert other.proved.low <= one.p <= other.proved.high
    assert roughly.scenes().low <= exactly.scenes().mean <= roughly.scenes().high
    assert roughly.scenes().kind == ESTIMATED
    assert (roughly.ends().kind, roughly.ends().certain) == (EXACTLY, ALWAYS)  # there is a clock, which proves it
    unclear = world_of(FAIR.replace("~ days += 1", "~ days += 1 if Nan.pride < 9"))
    assert Answers(unclear, [], budget=1, runs=1_000).ends().kind == ESTIMATED
    for one_time, other_time in zip(exactly.options(), roughly.options(), strict=True):
        assert one_time.mean == pytest.approx(other_time.mean, abs=0.02)


def test_of_the_stories_given_the_interval_holds_what_is_exact_too() -> None:
    world = world_of(FAIR)
    for given_event in (Event("motif", label="lent twice"), Event("motif", label="never lent"), Event("ending", label="tears")):
        exactly = Answers(world, ALL, given_event)
        roughly = Answers(world, ALL, given_event, budget=1, runs=100_000)
        for one, other in zip(exactly.answers, roughly.answers, strict=True):
            assert one.kind == EXACTLY
            assert other.low <= one.p <= other.high


@pytest.mark.parametrize("name", ["duel_m3_r1", "duel_m4_r1"])
def test_the_odds_of_the_duel_lie_within_what_many_runs_say(name: str) -> None:
    world = unmask.load(str(DUELS / f"{name}.story")).model
    endings = [ending(one) for one in endings_of(world)]
    found = Answers(world, endings)
    sample = Sample(world, 7, 2, 100_000)
    sample.play([])
    for answer in found.answers:
        low, high = sample.share(answer.question).interval
        assert answer.kind == EXACTLY
        assert low <= answer.p <= high


def test_a_little_of_what_was_gone_through_is_worth_more_than_many_runs_where_little_is_left() -> None:
    story = "person Nan (she)\nscene door\n  moment again: Nan\n    * wait\n    * go\n      -> ending gone\n    -> again\nending gone\n"
    world = world_of(story)
    found = Answers(world, [ending("gone")], budget=28, runs=1000)
    answer = found.answers[0]
    assert answer.kind == ESTIMATED
    assert answer.is_proved
    assert 0 < answer.high - answer.low < 1e-6
    assert answer.low <= 1 <= answer.high


def test_a_mean_of_runs_holds_the_mean_of_what_they_are_drawn_from() -> None:
    found = mean([0, 500_000, 0, 500_000])
    assert found.mean == 2
    assert 0 < 2 - found.interval.low < 0.01
    assert found.interval.high - 2 == pytest.approx(2 - found.interval.low)
    assert mean([0, 1]).interval == (0, 1)


# ── what is proved ──


def test_a_motif_that_can_never_match_is_answered_with_the_proof_and_nothing_is_gone_through_for_it() -> None:
    found = Answers(world_of(FAIR), [motif("hurried")], budget=1, runs=10).answers[0]
    assert (found.p, found.kind, found.certain) == (0, EXACTLY, NEVER)
    assert found.why == "nothing that can happen in this story makes it up"


def test_what_never_comes_is_proved_with_the_reason() -> None:
    found = Answers(world_of(FAIR), [])
    assert [(one.label or one.scene, one.why) for one in found.never()] == [
        ("weep", "what it asks for is never so there"),
        ("snow", "its weight is always 0 there"),
        ("chapel", "its `when` is never so"),
        ("kneel", "its scene `chapel` is never played"),
    ]
    assert Answers(world_of(FAIR), [], budget=1, runs=10).never() == ()


def test_where_nothing_leads_to_a_moment_that_is_the_reason() -> None:
    door = "person Nan (she)\nscene door\n  moment knock: Nan\n    * go\n    -> ending gone\n"
    story = f"{door}  moment hall: Nan\n    * sit\n    -> end\nending gone\n"
    assert [(one.label, one.why) for one in Answers(world_of(story), []).never()] == [("sit", "nothing leads to `hall`")]


def test_what_goes_round_for_ever_with_nothing_to_choose_is_solved() -> None:
    """Runs of it are cut off at the limit, and whoever only played would never know."""
    story = (
        "person Nan (she)\nscene door\n  moment knock: Nan\n    * go\n      -> ending gone\n    * stay\n      -> hall\n"
        "  moment hall\n    -> stairs\n  moment stairs\n    -> hall\nending gone\n"
    )
    found = Answers(world_of(story), [ending("gone"), ending("endless")])
    assert [(answer.kind, answer.p) for answer in found.answers] == [(EXACTLY, 0.5)] * 2
    assert (found.ends().kind, found.ends().p, found.ends().certain) == (EXACTLY, 0.5, "")
    assert found.runs == 0


def test_what_goes_round_for_ever_from_scene_to_scene_is_known_to_the_last_digit() -> None:
    """It used to be swept until patience ended, and bounded: a third gets home."""
    world = world_of(SHUT)
    asked = [ending("home"), *(Question(name, Event("motif", label=name)) for name in ("shut out", "at the wall", "in peace"))]
    found = Answers(world, asked)
    assert [answer.kind for answer in found.answers] == [EXACTLY] * 4
    assert [answer.p for answer in found.answers] == [pytest.approx(share, abs=1e-15) for share in (1 / 3, 2 / 3, 2 / 3, 1 / 3)]
    assert (found.ends().p, found.left, found.complete) == (pytest.approx(1 / 3), 0, True)
    assert found.scenes().mean == inf
    assert [one.mean for one in found.options()] == [pytest.approx(1 / 3), pytest.approx(1 / 3), pytest.approx(2 / 3), inf]
    assert Answers(world, asked[1:], asked[1].event).answers[2].p == 0


def test_so_it_is_where_motifs_are_a_part_of_the_state_but_for_what_happens_in_stories_that_never_end() -> None:
    found = Answers(world_of(WITH_GUESTS), [ending("home"), Question("shut out", Event("motif", label="shut out"))], runs=1000)
    home, shut_out = found.answers
    assert (home.kind, home.p) == (EXACTLY, pytest.approx(1 / 3))
    assert (shut_out.kind, shut_out.proved) == (ESTIMATED, (0, pytest.approx(2 / 3)))


def test_what_is_given_and_never_happens_is_a_contradiction_and_it_is_said_how_that_is_known() -> None:
    world = world_of(FAIR)
    with pytest.raises(Contradiction, match="nothing that can happen"):
        Answers(world, ALL, Event("motif", label="hurried"))
    with pytest.raises(Contradiction, match="proved never to happen"):
        Answers(world, ALL, Event("scene", moment="chapel"))
    with pytest.raises(Contradiction, match="not seen in 50 runs"):
        Answers(world, ALL, Event("scene", moment="chapel"), budget=1, runs=50)


def test_a_condition_that_holds_from_the_start_is_certain() -> None:
    condition = Operation("=", (Read(Variable("", "days")), Constant(0)))
    found = Answers(world_of(FAIR), [Question("days is 0", None, condition)]).answers[0]
    assert (found.p, found.certain) == (1, ALWAYS)
