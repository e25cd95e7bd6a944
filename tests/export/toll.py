"""A small story with everything that a table has to put into a cell: words, numbers, names that clash, labels like formulas."""

from collections.abc import Callable

from unmask.analysis.simulate import engine_for
from unmask.pipeline import World, world_from
from unmask.problems.place import Source
from unmask.world.places import Places
from unmask.world.rows import Rows
from unmask.world.sites import Sites

STORY = """\
title "The Toll"
told from Ada's side
scale feeling: none < faint < strong
fact events: 0..3
fact tally: -3..3 = -1
fact gate: wide open | shut fast
person Ada (she)
  feels scorn: feeling
  feels Scorn: feeling = faint
person Bo (he)
  keeps owed toward Ada: 0..3
  keeps debt means owed toward Ada * 1000000000
scene toll with Ada, Bo
  fact asked: yes/no
  moment booth: Ada
    * =pay(1, 2)
      ~ tally += 1
      ~ Bo.owed toward Ada += 1
    * say no, and wait
      ~ gate = shut fast
      ~ scorn += 1
      ~ asked = yes
    -> end
meanwhile
  ~ events += 1
ending done "The gate" when events is 3
"""


def toll(text: str = STORY) -> World:
    """The story as a world."""
    return world_from(Source("toll.story", text))


def sites_of(world: World) -> Sites:
    """What is counted of it."""
    return Sites(Places(world.model))


def player(world: World, seed: int = 7, tapes: bool = False) -> Callable[[int, int], Rows]:
    """Whoever plays so many of its runs from a number on."""
    engine = engine_for(sites_of(world))
    return lambda first, count: engine.rows(seed, first, count, tapes)[1]
