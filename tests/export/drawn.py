"""A small story to draw, with its courses and fans."""

from tests.run.playing import story
from unmask.analysis.arcs import Course, Fans, course, fans, pairs, wanted_for
from unmask.analysis.simulate import count_runs, engine_for
from unmask.pipeline import World
from unmask.world.sites import sites_of

STORY = """\
scale feeling: none < some < great

fact night: 0..3

person Ada (she)
  open mask: on | off
  feels dread: feeling = great
  shows dread unless mask is on
person Bo (he)

scene talk with Ada, Bo
  when night < 2
  moment door: Ada
    * say </script><script>alert(1)</script> & "smile"
      -> lamp
    * shout
      -> ending gone
  moment lamp
    ~ Ada.mask = off if night is 1
    -> end

meanwhile
  ~ night += 1

ending dawn when night is 2
ending gone
"""


def world() -> World:
    return story(STORY)


def one_run() -> Course:
    """A run in which she smiles twice; what he believes stays low until the lamp falls on her face."""
    model = world().model
    return next(found for number in range(99) if (found := course(model, 7, number, pairs(model))).record.over.ending == "dawn")


def many_runs(runs: int = 40) -> Fans:
    model = world().model
    wanted = pairs(model)
    sites = sites_of(model, wanted_for(wanted))
    return fans(sites, count_runs(engine_for(sites), sites, 7, 0, runs), wanted, 7, runs)
