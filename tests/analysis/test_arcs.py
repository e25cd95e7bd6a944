"""What somebody feels and what another takes it for, along a run and over many: the numbers that a picture is drawn from."""

from array import array

import pytest

import unmask
from tests.run.playing import story
from unmask.analysis import arcs
from unmask.analysis.arcs import Pair, Values, course, fans, most_moved, most_moving, moves, pairs, spread, wanted_for
from unmask.analysis.simulate import count_runs, engine_for
from unmask.pipeline import World
from unmask.run.record import by_luck
from unmask.run.step import Process
from unmask.world.model import Variable
from unmask.world.places import Belief
from unmask.world.sites import sites_of

MASKED = """\
scale feeling: none < some < great

fact night: 0..3

person Ada (she)
  open mask: on | off for the scene
  feels dread: feeling = some
  feels heat: feeling for the scene
  keeps plan: 0..1
  shows dread, heat unless mask is on
person Bo (he)
  expects Ada.heat = some

scene talk with Ada, Bo
  when night < 2
  moment door: Ada
    * hold her breath
      ~ dread = great
      ~ heat = great
      -> lamp
  moment lamp
    ~ Ada.mask = off if night is 1
    -> end

meanwhile
  ~ night += 1

ending dawn when night is 2
"""
DREAD, HEAT = Variable("Ada", "dread"), Variable("Ada", "heat")


def masked() -> World:
    return story(MASKED)


def arc_of(world: World, variable: Variable) -> arcs.Arc:
    return next(arc for arc in course(world.model, 7, 0, pairs(world.model)).arcs if arc.pair.of == variable)


def values(arc: arcs.Arc) -> list[tuple[int, int]]:
    return [(now.felt, now.believed) for now in arc.after]


def test_a_feeling_behind_a_mask_rises_and_the_belief_stays_low_until_the_mask_is_off() -> None:
    found = masked()
    events = [arcs.words_of(event) for event in course(found.model, 7, 0, pairs(found.model)).record.events]
    assert events == ["talk begins", "Ada: hold her breath", "lamp"] * 2 + ["ending dawn"]
    assert values(arc_of(found, DREAD)) == [(1, 0), (2, 0), (2, 0), (2, 0), (2, 0), (2, 2), (2, 2)]


def test_what_lasts_for_the_scene_is_seen_at_its_end_before_it_goes_back() -> None:
    arc = arc_of(masked(), HEAT)
    assert not arc.lasting
    assert values(arc)[:6] == [(0, 1), (2, 1), (2, 1), (0, 1), (2, 1), (2, 2)]


def test_an_arc_moves_at_the_events_that_move_it_and_not_where_a_scene_ends() -> None:
    found = masked()
    events = course(found.model, 7, 0, pairs(found.model)).record.events
    assert moves(arc_of(found, HEAT), events) == [(2, 1), (2, 4), (1, 5)]
    assert moves(arc_of(found, DREAD), events) == [(2, 5), (1, 1)]


def test_what_passes_between_scenes_moves_only_what_outlives_them() -> None:
    dream = "  ~ night += 1\n  moment dusk: chance\n    * a bad dream\n      ~ Ada.heat = great\n      ~ Ada.dread = great\n      -> end\n"
    world = story(MASKED.replace("      ~ dread = great\n      ~ heat = great\n", "").replace("  ~ night += 1\n", dream))
    events = course(world.model, 7, 0, pairs(world.model)).record.events
    dreamt = next(number for number, event in enumerate(events) if event.meanwhile)
    assert dreamt in {number for _, number in moves(arc_of(world, DREAD), events)}
    assert dreamt not in {number for _, number in moves(arc_of(world, HEAT), events)}


def test_the_scenes_of_a_run_are_stretches_of_its_events() -> None:
    found = course(masked().model, 7, 0, [])
    assert [(s.name, s.first, s.last, s.meanwhile) for s in found.stretches] == [
        ("talk", 0, 2, False),
        ("talk", 3, 5, False),
        ("meanwhile", 6, 6, True),
    ]


def test_hidden_fields_that_have_a_way_to_somebody_are_compared() -> None:
    assert [(pair.of.words, pair.observer) for pair in pairs(masked().model)] == [("Ada.dread", "Bo"), ("Ada.heat", "Bo")]


def test_a_field_that_is_held_toward_somebody_has_their_name() -> None:
    assert Variable("Ada", "owed", "Bo").words == "Ada.owed toward Bo"


@pytest.mark.parametrize("name", ["helmet", "village"])
def test_beliefs_that_are_kept_for_a_look_at_them_change_nothing(name: str) -> None:
    world = unmask.load(name)
    also = [Belief(pair.observer, pair.of) for field in arcs.hidden(world.model) for pair in arcs.all_of(world.model, field)]
    looked_at = Process(world.model, also)
    assert set(also) - set(world.process.layout.beliefs), "some of them nobody in the story asks for"
    for number in range(20):
        plain, other = by_luck(world.process, 7, number), by_luck(looked_at, 7, number)
        assert [event[:9] for event in other.events] == [event[:9] for event in plain.events]
        assert other.over.ending == plain.over.ending
        for place, index in world.process.layout.places.items():
            assert other.over.state[looked_at.layout.places[place]] == plain.over.state[index]


def test_those_that_move_most_come_first_and_those_with_nothing_to_show_are_left_out() -> None:
    world = story(MASKED.replace("      ~ heat = great\n", "").replace("expects Ada.heat = some", "expects Ada.heat = none"))
    found = most_moved(course(world.model, 7, 0, pairs(world.model)), 6)
    assert [arc.pair.of for arc in found.arcs] == [DREAD]
    both = course(masked().model, 7, 0, pairs(masked().model))
    assert [arc.pair.of for arc in most_moved(both, 6).arcs] == [HEAT, DREAD]
    assert [arc.pair.of for arc in most_moved(both, 1).arcs] == [HEAT]


def test_the_values_of_a_set_are_the_same_or_not_however_far_apart_they_stand() -> None:
    text = MASKED.replace("feels dread: feeling = some", "feels dread: calm | uneasy | afraid").replace("dread = great", "dread = afraid")
    world = story(text)
    events = course(world.model, 7, 0, pairs(world.model)).record.events
    assert moves(arc_of(world, DREAD), events) == [(1, 1), (1, 5)]
    assert not arcs.can_fan(world.model.variables[DREAD].type)


# ── many runs ────────────────────────────────────────────────────────────────────────────────────────────────────────


def fanned(world: World, runs: int) -> arcs.Fans:
    wanted = pairs(world.model)
    sites = sites_of(world.model, wanted_for(wanted))
    return fans(sites, count_runs(engine_for(sites), sites, 7, 0, runs), wanted, 7, runs)


WAVERING = MASKED.replace("  moment lamp\n", "    * leave\n      ~ dread = none\n      -> ending gone\n  moment lamp\n") + "ending gone\n"


def test_a_run_that_is_over_keeps_no_value() -> None:
    world = story(WAVERING)
    lasting = sum(by_luck(world.process, 7, number).events[-1].scene_number == 1 for number in range(40))
    found = fanned(world, 40)
    assert 0 < lasting < 40
    assert found.left == (40, lasting)


def test_a_fan_holds_what_each_run_had_when_the_scene_ended() -> None:
    world = story(WAVERING)
    ends: list[list[Values]] = [[], []]
    for number in range(40):
        found = course(world.model, 7, number, [Pair(DREAD, "Bo")])
        scenes = [stretch for stretch in found.stretches if not stretch.meanwhile]
        for scene, stretch in enumerate(scenes):
            ends[scene].append(found.arcs[0].after[stretch.last])
    fan = next(fan for fan in fanned(world, 40).fans if fan.pair.of == DREAD)
    for scene, had in enumerate(ends):
        assert fan.felt[scene].mean == pytest.approx(sum(value.felt for value in had) / len(had))
        assert fan.believed[scene].mean == pytest.approx(sum(value.believed for value in had) / len(had))
        assert fan.gaps[scene] == pytest.approx(sum(value.believed - value.felt for value in had) / len(had))
        assert fan.felt[scene].median == sorted(value.felt for value in had)[(len(had) - 1) // 2]


def test_quantiles_are_values_that_occur() -> None:
    assert spread([4, 4, 12, 76, 4], 10) == (100, 11, 13, 13, 13, 13, pytest.approx(12.72))
    assert spread([0, 0, 1], 0) == (1, 2, 2, 2, 2, 2, 2.0)
    assert spread([1, 0, 1], 0) == (2, 0, 0, 0, 2, 2, 1.0)


def test_fans_that_are_wider_come_first() -> None:
    world = story(WAVERING)
    assert [fan.pair.of for fan in most_moving(fanned(world, 40), 1).fans] == [DREAD]


def test_counts_of_no_runs_make_fans_without_scenes() -> None:
    wanted = pairs(masked().model)
    sites = sites_of(masked().model, wanted_for(wanted))
    counts: array[int] = sites.empty()
    assert fans(sites, counts, wanted, 7, 0).left == ()
