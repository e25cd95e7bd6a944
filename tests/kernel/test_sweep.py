"""All that can happen as a graph: a clock left out of the state, motifs followed beside it, forwards and backwards."""

import pytest

import unmask
from tests.export.ended import story
from tests.kernel.test_motifs import MOTIFS, fair
from unmask.analysis.explored import LEAST, Beside, Within, explored
from unmask.kernel import patches, table
from unmask.kernel.clock import Clock
from unmask.kernel.course import Course, TooMany, marked
from unmask.kernel.graph import Graph
from unmask.kernel.keys import has_clock
from unmask.kernel.machine import Free
from unmask.kernel.marks import Unmarked
from unmask.kernel.sweep import Swept, sweep
from unmask.kernel.ways import Enough, Ways
from unmask.pipeline import world_from
from unmask.problems.place import Source
from unmask.world.model import Event, World
from unmask.world.sites import Wanted, motifs_of, sites_of

CLOSE = 1e-12
MOST = 300_000


def model(text: str) -> World:
    return world_from(Source("made", text)).model


def short_helmet(months: int = 2) -> World:
    """The bundled world, over after a few months."""
    text = str(unmask.load("helmet").source.text)
    for old, new in (("0..24", f"0..{months}"), ("month < 24", f"month < {months}"), ("month is 24", f"month is {months}")):
        assert old in text
        text = text.replace(old, new)
    return model(text)


def swept(world: World, motifs: tuple[Event, ...] = (), most: int = MOST, workers: int = 1) -> Swept:
    marks = tuple((motif,) for motif in motifs)
    return sweep(Graph(sites_of(world, Wanted(finals=False, marks=marks))), most, LEAST, workers=workers)


WAITING = """
title "Waiting"
fact day: 0..{DAYS}
fact trust: 0..2
person Ada (she)
person Ben (he)
scene bench with Ada, Ben
  moment ask: Ada
    * wait
      +2 "she has time"
      ~ trust += 1
      -> end
    * go
      if day >= 2
      +1 "it is late"
      -> ending alone
meanwhile
  ~ day += 1
  moment weather: chance
    * rain
      weight 1
      ~ trust -= 1
      -> end
    * sun
      weight 2
      -> end
ending alone
ending together when trust is 2 and day >= 3
ending dusk when day is {DAYS}
motif twice
  Ada: wait
  then chance: rain
  then Ada: wait
"""


def waiting(days: int) -> World:
    return model(WAITING.replace("{DAYS}", str(days)))


def test_a_clock_is_found_and_only_what_is_asked_of_it_tells_its_times_apart() -> None:
    graph = Graph(sites_of(waiting(9), Wanted(finals=False)))
    clock = graph.machine.keys.clock
    assert isinstance(clock, Clock)
    assert clock.place.name == "day"
    # Before the first scene; then the days of which it is asked whether they are 2, or 3, or the last.
    assert [clock.time(scene) for scene in range(10)] == [0, 0, 1, 2, 2, 2, 2, 2, 2, 8]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  ~ day += 1\n", "  ~ day += 1 if trust > 0\n"),
        ("  ~ day += 1\n", "  ~ day += 2\n"),
        ("      ~ trust += 1\n", "      ~ trust += 1\n      ~ day -= 1\n"),
        ("  moment weather: chance\n", "  moment weather: chance\n    * fog\n      weight 1\n      ~ day = 0\n      -> end\n"),
        ("fact day: 0..9", "fact day: 0..9 for the scene"),
    ],
)
def test_what_does_more_than_count_scenes_is_no_clock(old: str, new: str) -> None:
    text = WAITING.replace("{DAYS}", "9")
    assert has_clock(model(text))
    assert old in text
    assert not has_clock(model(text.replace(old, new)))


def test_a_story_with_a_clock_has_the_odds_that_it_has_when_the_clock_is_a_part_of_its_state() -> None:
    for world in (waiting(9), waiting(40), fair()):
        sites = sites_of(world, Wanted(finals=False))
        whole = Ways(sites).sweep(MOST, LEAST)
        found = swept(world)
        assert found.left == 0
        assert [row[0] for row in found.over] == pytest.approx([sum(row) for row in whole.over], abs=CLOSE)
        assert found.chosen[: len(whole.chosen)] == pytest.approx(whole.chosen, abs=CLOSE)


def test_a_motif_followed_beside_the_state_happens_as_often_as_within_it() -> None:
    world = short_helmet()
    motifs = motifs_of(world)
    beside = explored(world, motifs, None, 10**7, lambda states, left: None)
    sites = sites_of(world, Wanted(finals=False, motifs=motifs[:4]))
    within = Within(sites, Ways(sites).sweep(10**7, LEAST))
    assert isinstance(beside, Beside)
    for motif in motifs[:4]:
        assert beside.of_event(motif).p == pytest.approx(within.of_event(motif).p, abs=CLOSE), motif.label
    assert beside.of_event(Event("ending", label="bare")).p == pytest.approx(within.of_event(Event("ending", label="bare")).p, abs=CLOSE)


def test_of_two_motifs_together_no_more_is_said_than_is_so() -> None:
    world = short_helmet()
    given_, asked = Event("motif", label="yes in the end"), Event("motif", label="mercy repaid")
    both = explored(world, (asked,), given_, 10**7, lambda states, left: None)
    sites = sites_of(world, Wanted(finals=False, motifs=(asked, given_)))
    within = Within(sites, Ways(sites).sweep(10**7, LEAST))
    assert isinstance(both, Beside)
    assert both.follows(asked, given_)
    assert not both.follows(Event("motif", label="last act"))
    assert both.of_event(asked, given_).p == pytest.approx(within.of_event(asked, given_).p, abs=CLOSE)
    assert both.of_event(asked, given_).base == pytest.approx(within.of_event(given_).p, abs=CLOSE)


def test_motifs_with_people_in_roles_stay_a_part_of_the_state() -> None:
    with pytest.raises(Unmarked):
        swept(fair(), MOTIFS)
    assert isinstance(explored(fair(), MOTIFS, None, MOST, lambda states, left: None), Within)


@pytest.mark.parametrize("number", [*range(12), 35])
def test_made_worlds_have_the_same_odds_however_they_are_gone_through(number: int) -> None:
    world = model(story(number))
    sites = sites_of(world, Wanted(finals=False))
    expected = Ways(sites).sweep(60_000, LEAST)
    if expected.left:  # too large to be gone through here
        return
    for free in (Free(), Free(whole=True)):
        found = sweep(Graph(sites, free=free), MOST, LEAST)
        assert [row[0] for row in found.over] == pytest.approx([sum(row) for row in expected.over], abs=CLOSE)
        assert found.chosen[: len(expected.chosen)] == pytest.approx(expected.chosen, abs=CLOSE)


def test_two_workers_find_the_same_graph_and_the_very_same_numbers() -> None:
    one, two = (swept(short_helmet(3), motifs_of(unmask.load("helmet").model), 10**7, workers) for workers in (1, 2))
    assert one == two._replace(blocks=one.blocks)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_sweep_that_is_stopped_knows_what_it_does_not_know(workers: int) -> None:
    found = swept(short_helmet(4), most=300_000, workers=workers)
    assert 0 < found.left < 1
    assert sum(row[0] for row in found.over) + found.left == pytest.approx(1, abs=CLOSE)


def test_whoever_listens_may_stop_it() -> None:
    def hear(states: int, left: float) -> None:
        if left < 1:
            raise Enough

    graph = Graph(sites_of(short_helmet(), Wanted(finals=False)))
    found = sweep(graph, 10**7, LEAST, hear, workers=2)
    assert 0 < found.left < 1


def test_somebody_who_is_interrupted_ends_the_sweep() -> None:
    def hear(states: int, left: float) -> None:
        if left < 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sweep(Graph(sites_of(short_helmet(), Wanted(finals=False))), 10**7, LEAST, hear, workers=2)


def test_backwards_it_comes_to_the_same_as_forwards() -> None:
    world = short_helmet()
    motifs = motifs_of(world)
    forwards = explored(world, motifs, None, 10**7, lambda states, left: None)
    course = Course(Graph(sites_of(world, Wanted(finals=False, marks=tuple((motif,) for motif in motifs)))), 10**7)
    for event in (*motifs, Event("ending", label="lost"), Event("ending", label="weary")):
        over, value = marked(course.machine, event)
        rows = course.worth(over)
        assert rows[0][value] == pytest.approx(forwards.of_event(event).p, abs=CLOSE), event.label
        view = course.view(0, 0, rows, over)
        assert view.worth[view.node * course.machine.values + value] == pytest.approx(rows[0][value], abs=CLOSE)


def test_a_course_is_whole_or_there_is_none() -> None:
    with pytest.raises(TooMany):
        Course(Graph(sites_of(short_helmet(3), Wanted(finals=False))), 10_000)


def test_room_that_has_to_grow_again_and_again_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    world = short_helmet()
    motifs = motifs_of(world)
    roomy = swept(world, motifs, 10**7)
    for module in (table, patches):
        monkeypatch.setattr(module, "ROOM", 4)
    # Table's own default was taken when it was defined.
    monkeypatch.setattr(table.Table.__init__, "__defaults__", (4,))
    narrow = swept(world, motifs, 10**7)
    assert narrow == roomy._replace(blocks=narrow.blocks)
