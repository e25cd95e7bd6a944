"""Motifs in the two engines: what has happened for one has happened for the other, in guards, in counts, and in every way at once."""

import unmask
from tests.kernel.alike import both
from unmask.pipeline import world_from
from unmask.problems.place import Source
from unmask.run.count import Counting
from unmask.world.model import Event, World
from unmask.world.places import Places
from unmask.world.sites import Sites, Wanted

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


def fair() -> World:
    return world_from(Source("fair", FAIR)).model


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
    return story, resolved.world
