"""Which automata an event may move is looked up, and is the same as asking every one of them."""

import unmask
from unmask.motif.events import NAMELESS, happenings
from unmask.motif.following import Following
from unmask.world.model import Event

STORY = """\
kind guest
person Ada (she), a guest
person Bo (he), a guest
person Cy (he), a guest
scene ball with a, b: guest
  moment dance: a
    * bow
    * leave
      -> ending home
    -> end
ending home
motif courtesy with a, b: guest
  a: bow
  then b: bow
motif soon
  scene ball
  then ending home
    within 3 events
"""


def test_every_automaton_that_an_event_may_move_is_found_and_no_other() -> None:
    world = unmask.loads(STORY).model
    following = Following(world, [Event("motif", label=name) for name in ("courtesy", "soon")])
    for happening in (*happenings(world), NAMELESS):
        found = [matcher for _, matcher, _ in following.at(happening)]
        sites = [(matcher, matcher.at(happening)) for matcher in following.matchers]
        assert found == [matcher for matcher, site in sites if site.conditions or site.letters[0] != matcher.automaton.idle]
    assert following.at(NAMELESS), "one that counts events is moved by what nothing names"
