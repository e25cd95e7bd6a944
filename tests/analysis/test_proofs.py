"""What is proved without going through states: held against many runs, and against every way there is."""

from collections.abc import Callable

import pytest
from hypothesis import Phase, assume, given, settings

from tests.exact import TooMany, exact
from tests.worlds_made import worlds
from unmask.analysis import endless, possible
from unmask.analysis.answers import ALWAYS, EXACTLY, NEVER, Answers
from unmask.analysis.possible import Possible
from unmask.analysis.proofs import Proofs
from unmask.analysis.questions import Question
from unmask.analysis.values import Known, Values
from unmask.motif.events import Happening
from unmask.pipeline import StoryProblems, world_from
from unmask.problems.place import Source
from unmask.run.draws import key_of, pick
from unmask.run.record import play
from unmask.run.state import State
from unmask.run.step import Offer, Point, Process
from unmask.world.model import ENDLESS, Constant, Effect, Event, Expression, Operation, Passage, Read, World

MADE = settings(max_examples=80, deadline=None, derandomize=True, phases=[Phase.generate])
RUNS = 25


def world_of(text: str) -> World:
    return world_from(Source("story", text)).model


def made_of(text: str) -> World:
    """A world that was made up; one with a motif that nobody can follow is left out."""
    try:
        return world_of(text)
    except StoryProblems:
        assume(False)
        raise


class Watched(Process):
    """A process that looks at every state that a story comes to."""

    def __init__(self, world: World, held: Possible) -> None:
        super().__init__(world)
        self.held = held
        self.places = [(self.layout.places[place], place) for place in held.places.places]
        self.seen = 0

    def after_effects(self, passage: Passage, state: State) -> State:
        return self.looked_at(super().after_effects(passage, state))

    def after_looking(self, people: tuple[str, ...], state: State) -> State:
        return self.looked_at(super().after_looking(people, state))

    def looked_at(self, state: State) -> State:
        for at, place in self.places:
            assert type(place).__name__ == "Used" or self.held.known.of(place).has(state[at]), place
        self.seen += 1
        return state


def anything(number: int) -> Callable[[Point, tuple[Offer, ...]], int]:
    """Chooses whatever can be chosen, each as likely: seldom things come sooner."""
    draws = 0

    def choose(point: Point, offers: tuple[Offer, ...]) -> int:
        nonlocal draws
        draws += 1
        return pick(key_of(3, number), 0, draws, [int(offer.weight > 0) for offer in offers])

    return choose


def held_against_runs(world: World, runs: int = RUNS) -> None:
    """Whatever happens is among what may happen, and every state among what may be."""
    held = Possible(world)
    process = Watched(world, held)
    for number in range(runs):
        run = play(process, anything(number), 0, number)
        for event in run.events:
            if event.sort in ("scene", "option"):
                who, moment = (event.who, event.moment) if event.sort == "option" else ("", "")
                assert Happening(event.sort, who, moment, event.label) in held.happenings
        assert run.over.reason or run.over.ending in held.endings


# ── what may be ──


@MADE
@given(worlds())
def test_whatever_happens_is_among_what_may_happen(text: str) -> None:
    held_against_runs(made_of(text))


def without(operator: str) -> Callable[[Effect, Known], Values]:
    def changed(effect: Effect, known: Known) -> Values:
        return known.of(effect.variable) if effect.operator == operator else possible_changed(effect, known)

    possible_changed = possible.changed
    return changed


@pytest.mark.parametrize("forgets", ["=", "+=", "-=", "beliefs", "closings", "endings"])
def test_whoever_forgets_a_kind_of_change_is_found_out(forgets: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if forgets in ("=", "+=", "-="):
        monkeypatch.setattr(possible, "changed", without(forgets))
    elif forgets == "beliefs":
        monkeypatch.setattr(Possible, "look", lambda *_: None)
    elif forgets == "closings":
        monkeypatch.setattr(possible._Play, "_go", lambda *_: True)
    else:
        monkeypatch.setattr(Known, "must", lambda *_: True)
    with pytest.raises(AssertionError):
        test_whatever_happens_is_among_what_may_happen()


def test_what_is_said_never_to_happen_has_no_odds_by_definition() -> None:
    claims = []

    @MADE
    @given(worlds())
    def look(text: str) -> None:
        world = made_of(text)
        proofs = Proofs(world)
        process = Process(world)
        try:
            known = exact(process, ())
        except TooMany:
            return
        for ending in world.endings:
            if proofs.never(Event("ending", label=ending.name)):
                claims.append(f"ending {ending.name}")
                assert not known.odds(ending.name)
        for one in proofs.never_chosen():
            claims.append(one.why)
            assert not known.chosen.get((one.scene, one.moment, one.label))

    look()
    assert len(claims) > 20


def test_conditions_that_are_said_never_to_hold_never_do() -> None:
    claims = []

    @MADE
    @given(worlds())
    def look(text: str) -> None:
        world = made_of(text)
        proofs, process = Proofs(world), Process(world)
        asked: list[Expression] = [
            Operation("=", (Read(variable), Constant(value)))
            for variable, declared in world.variables.items()
            for value in range(declared.type.low, declared.type.high + 1)
        ]
        never = [condition for condition in asked if proofs.never_holds(condition)]
        claims.extend(never)
        for number in range(RUNS):
            run = play(process, anything(number), 0, number)
            states = [run.over.state, *(event.point.state for event in run.events if event.point)]
            assert not any(process.layout.holds(condition, state) for condition in never for state in states)

    look()
    assert len(claims) > 100


# ── every story ends ──

CLOCK = "fact hour: 0..3\nmeanwhile\n  ~ hour += 1\n"


def test_a_story_that_is_said_to_end_is_never_cut_off() -> None:
    ended, others = [], []

    @MADE
    @given(worlds())
    def look(text: str) -> None:
        # With a clock, and with scenes that are played once, more of them end.
        for made in (text, CLOCK + text + "ending night when hour is 3\n", text.replace("  fact edge", "  once\n  fact edge")):
            world = made_of(made)._replace(limit=5_000)
            why = Proofs(world).ends
            (ended if why else others).append(why)
            runs = [play(Process(world), anything(number), 0, number) for number in range(8 if why else 0)]
            assert not any(run.over.ending == ENDLESS for run in runs)

    look()
    assert min(len(ended), len(others)) > 20
    assert len({why.partition(",")[0] for why in ended}) > 1


ROOM = """
person Nan (she)
  feels luck: 0..2 = 1
  open cold: yes/no
person Oda (she)

fact night: 0..3

scene room with Nan, Oda
  when night < 3
  moment hall: Nan
    * sit
      if luck > 0
      -> end
    * sing
      if luck is 0
      ~ cold = yes
      -> end
    * wait
      once
      -> hall
  moment cellar: Nan
    * dig
      -> ending gone

meanwhile
  ~ night += 1

ending gone
ending frozen when Nan.cold
"""


@pytest.mark.parametrize(
    ("event", "why"),
    [
        (Event("choice", "Nan", "", "sing"), "Nan.luck is always 1"),
        (Event("place", "", "hall", "sing"), "Nan.luck is always 1"),
        (Event("choice", "Nan", "", "dig"), "nothing leads to `cellar`"),
        (Event("ending", label="gone"), "no arrow that can be taken leads to it"),
        (Event("ending", label="frozen"), "its `when` is never so: Nan.cold is always no"),
        (Event("choice", "Nan", "", "sit"), ""),
        (Event("choice", "Nan", "", "wait"), ""),
        (Event("scene", moment="room"), ""),
        (Event("ending", label="unresolved"), ""),
    ],
)
def test_the_reason_is_said(event: Event, why: str) -> None:
    assert Proofs(world_of(ROOM)).never(event) == why


def test_what_never_happens_is_answered_without_a_way_gone_through_and_all_of_it_is_listed() -> None:
    world = world_of(ROOM)
    found = Answers(world, [Question("sing", Event("choice", "Nan", "", "sing"))], budget=1)
    assert [(one.kind, one.certain, one.why) for one in found.answers] == [(EXACTLY, NEVER, "Nan.luck is always 1")]
    assert (found.ends().certain, found.states, found.runs) == (ALWAYS, 0, 0)
    assert [(one.label, one.line) for one in found.never()] == [("sing", 15), ("dig", 23)]


@pytest.mark.parametrize(
    ("before", "after", "ends"),
    [
        ("", "", True),
        ("      once\n", "", False),  # she can wait for ever
        ("  when night < 3\n", "", False),  # there is another night, and another
        ("  when night < 3\n", "  once\n", True),
        ("  ~ night += 1", "  ~ night += 1 if Nan.luck is 1", False),  # perhaps it will not be
        ("  ~ night += 1", "  ~ night -= 1", False),
        ("      ~ cold = yes\n", "      ~ night = 0\n", False),
        ("ending frozen when Nan.cold", "ending frozen when Nan.cold or night >= 2", True),
    ],
)
def test_a_story_ends_where_nothing_goes_round_and_its_clock_comes_to_where_nothing_leads_on(before: str, after: str, ends: bool) -> None:
    story = ROOM.replace("      if luck is 0\n", "")
    assert before in story
    assert bool(Proofs(world_of(story.replace(before, after))).ends) == ends


def test_a_moment_that_leads_back_to_itself_by_way_of_others_is_a_round() -> None:
    story = ROOM.replace("      -> ending gone\n", "      -> hall\n").replace("      once\n      -> hall", "      -> cellar")
    assert endless.ends_because(Possible(world_of(story))) == ""
    assert endless.ends_because(Possible(world_of(story.replace("* wait", "* wait\n      once")))) != ""
