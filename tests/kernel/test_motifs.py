"""Motifs in the two engines: what has happened for one has happened for the other, in guards, in counts, and in every way at once."""

import os
import subprocess
import sys

import pytest

import unmask
from tests.kernel.alike import both
from unmask.motif.from_world import matchers, motif_named
from unmask.motif.matching import matches
from unmask.pipeline import world_from
from unmask.problems.place import Source
from unmask.run.count import Counting
from unmask.run.record import by_luck
from unmask.run.step import Process
from unmask.world.model import Event, Variable, World
from unmask.world.places import Places
from unmask.world.sites import Sites, Wanted, Watch, motifs_of

FAIR = """
scale feeling: none < faint < strong
fact days: 0..9
kind villager
  feels pride: feeling = faint
  keeps owed toward each villager: 0..2
person Nan (she), a villager
person Oda (she), a villager
person Wick (he), a villager

motif a kindness returned with a, b: villager
  a: lend
  then b: lend
    when b.pride < strong

motif a bad week
  scene market
  then 2 times chance: rain
    within 4 scenes

motif never a word
  scene market
  without Nan: boast

motif cut short
  chance: rain
  then ending endless

scene market with a, b: villager
  moment asking: a
    * lend
      ~ a.owed toward b += 1
    * boast
      if happened(a: lend)
      ~ a.pride += 1
    * wait
    -> how it goes
  moment how it goes: chance
    * it goes on
      unless happened(a bad week)
    * it is too much
      if happened(a bad week)
      -> ending tears
    -> sky
  moment sky: chance
    * rain
    * sun
    -> end

meanwhile
  ~ days += 1

ending tears
ending peace when happened(a kindness returned) and days >= 5
ending late when days is 9
"""
MOTIFS = tuple(Event("motif", label=name) for name in ("a kindness returned", "a bad week", "never a word"))


def fair(more: str = "") -> World:
    return world_from(Source("fair", FAIR + more)).model


def test_what_has_happened_opens_and_shuts_options_alike_in_both_engines() -> None:
    compiled, reference = both(fair(), 7, 0, 400, Wanted(gates=True, motifs=MOTIFS))
    assert compiled == reference


def test_runs_are_counted_in_which_a_motif_has_happened() -> None:
    sites = Sites(Places(fair()), Wanted(motifs=MOTIFS))
    counting = Counting(sites)
    for number in range(200):
        counting.count(7, number)
    kindness, week, silence = sites.part(counting.counts, "motifs")
    endings = dict(zip(sites.endings, sites.part(counting.counts, "endings"), strict=True))
    assert endings["peace"] <= kindness < 200  # it ends a story from the fifth day on, and has happened in some that end in tears
    assert endings["tears"] <= week
    assert 0 < silence < 200


def test_an_ending_may_wait_for_what_has_happened() -> None:
    world = unmask.World(Source("fair", FAIR), *_resolved())
    for number in range(60):
        run = world.run(7, number)
        lent = [event.who for event in run.events if event.label == "lend"]
        if run.ending == "peace":
            assert len(set(lent)) > 1


def _resolved():
    from unmask.pipeline import resolve

    story, resolved, problems = resolve(Source("fair", FAIR))
    assert not problems
    return resolved.world, story


@pytest.mark.parametrize("name", [*(motif.label for motif in MOTIFS), "cut short"])
def test_the_number_of_the_event_since_which_a_motif_has_happened_is_found_alike(name: str) -> None:
    world = fair("limit 12 events\n" if name == "cut short" else "")
    compiled, reference = both(world, 7, 0, 300, Wanted(watch=Watch(event=Event("motif", label=name))))
    assert compiled == reference
    found = reference[1][-1]
    assert -1 in found
    assert len(set(found)) > (1 if name == "cut short" else 2)
    assert found[:60] == [_since(world, name, number) for number in range(60)]
    assert name != "cut short" or set(found) == {-1, 12}, "how it ended is one event more"


def _since(world: World, name: str, number: int) -> int:
    """What matchers say of a record of the run, which nobody watched."""
    process = Process(world)
    return matches(matchers(world, motif_named(world, name)), by_luck(process, 7, number), process.layout.holds)


def test_a_motif_that_is_undone_is_found_where_it_came_about_for_good() -> None:
    sites = Sites(Places(fair()), Wanted(watch=Watch(event=Event("motif", label="never a word"))))
    counting = Counting(sites)
    found = [counting.count(7, number).found for number in range(300)]
    boasted = [any(event.who == "Nan" and event.label == "boast" for event in by_luck(Process(fair()), 7, n).events) for n in range(300)]
    assert any(boasted)
    # Undone by a boast, it comes about again with the next market.
    assert any(number > 0 for number, boast in zip(found, boasted, strict=True) if boast)
    assert all(number == 0 for number, boast in zip(found, boasted, strict=True) if not boast)


LANE = """
scale feeling: none < faint < strong
kind villager
  feels pride: feeling
  shows pride
person Nan (she), a villager
person Oda (she), a villager
person Wick (he), a villager

motif taken for proud
  scene lane
    when seems(Wick, Nan.pride) is strong and happened(somebody bows)
motif somebody bows with a, b: villager
  a: bow
    when seems(a, b.pride) > none or happened(b: bow)

scene lane with a: villager, Nan, Wick
  ~ Nan.pride += 1
  moment meeting: Nan
    * bow
    * boast
      ~ Nan.pride = strong
    -> parting
  moment parting: a
    * bow
      if happened(a: bow) or pride is none
    * go
    -> bell
  moment bell: chance
    * it rings
      if happened(taken for proud) or happened(a: go)
    * it is still
    -> steps
  moment steps
    -> end

motif a bell at once
  Nan: boast
    or meeting / bow
  next parting / go
  next scene lane
    within 4 events

ending known when happened(taken for proud) and happened(a bell at once)
limit 60 events
"""


YARD = """
kind villager
person Nan (she), a villager
person Oda (she), a villager
person Wick (he), a villager
scene lane with a: villager, Nan
  moment meeting: Nan
    * boast
    * nod
    -> bell
  moment bell: chance
    * it rings
      if happened(a: boast)
    * it is still
    -> end
scene yard with a: villager
  moment wall: a
    * boast
    * wait
    * go
      -> ending gone
    -> end
ending gone
"""


@pytest.mark.parametrize("story", [LANE, YARD])
def test_a_named_person_may_play_a_role_too_and_automata_are_moved_for_whoever_it_is(story: str) -> None:
    world = world_from(Source("lane", story)).model
    motifs = motifs_of(world)
    compiled, reference = both(world, 7, 0, 400, Wanted(gates=True, motifs=motifs, watch=Watch(event=motifs[-1]) if motifs else None))
    assert compiled == reference


def test_what_a_motif_asks_of_beliefs_and_of_other_motifs_is_kept() -> None:
    world = world_from(Source("lane", LANE)).model
    sites = Sites(Places(world), Wanted(motifs=motifs_of(world)))
    assert ("Wick", Variable("Nan", "pride")) in [tuple(belief) for belief in sites.places.beliefs]
    counting = Counting(sites)
    for number in range(100):
        counting.count(7, number)
    assert all(0 < had < 100 for had in sites.part(counting.counts, "motifs")[:1])


def test_a_motive_of_a_scene_that_asks_what_somebody_in_a_role_did_chooses_the_cast() -> None:
    text = FAIR.replace("  moment asking: a\n", '  +4 "she always does" if happened(a: lend)\n  moment asking: a\n')
    world = world_from(Source("fair", text)).model
    compiled, reference = both(world, 7, 0, 200, Wanted(gates=True, motifs=MOTIFS))
    assert compiled == reference
    process = Process(world)
    casts = [
        event
        for number in range(40)
        for event in by_luck(process, 7, number).events
        if event.sort == "cast" and event.point is not None and len({offer.weight for offer in process.offers(event.point)}) > 1
    ]
    assert casts, "some casts have more to speak for them than others"


CROWD = """
kind guest
  open joy: 0..1
{people}
scene dance with a, b: guest
  moment step: a
    * bow
      ~ b.joy = 1
    -> end
motif returned with a, b: guest
  a: bow
  b: bow
"""
PLAYED = """
import sys
from unmask.kernel.build import Compiled
from unmask.pipeline import world_from
from unmask.problems.place import Source
from unmask.world.model import Event
from unmask.world.sites import Wanted, sites_of
world = world_from(Source("crowd", sys.stdin.read())).model
Compiled(sites_of(world, Wanted(motifs=(Event("motif", label="returned"),)))).count(7, 0, 5)
"""


def test_a_motif_of_many_casts_is_followed_in_memory_that_is_the_runs_own() -> None:
    """Each pair has an automaton, more than the people have fields: with guards around it, memory tells who leaves it."""
    crowd = CROWD.format(people="".join(f"person P{number} (they), a guest\n" for number in range(9)))
    played = subprocess.run(
        [sys.executable, "-c", PLAYED],
        input=crowd,
        text=True,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONMALLOC": "debug"},
    )
    assert played.returncode == 0, played.stderr
