"""What a run hands to whoever tells it: each event with its passages, the state before and after each, and who was there."""

from tests.run.playing import by_hand, read, story
from unmask.pipeline import World
from unmask.run.record import Record
from unmask.run.step import Told
from unmask.world.model import Words

TEXT = """
fact month: 0..99
kind duelist
person Rey (she), a duelist
person Kylo (he), a duelist
scene duel with a: duelist
  ~ month += 1
  > The scene opens.
  moment strike: a
    > The moment opens.
    * strike
      ~ month += 10
      > A blow.
      a> A blow of one's own.
    * rest
      > A rest.
      -> end
    ~ month += 20
    > The moment closes.
    -> silence
  moment silence
    > It is still.
    -> wait
  moment wait: a
    * wait
    * go
      -> ending dawn
    -> end
meanwhile
  ~ month += 2
  > Rain falls.
  moment river
    > The river rises.
    -> end
ending dawn
  > The sun comes up.
"""


def words(told: Told) -> list[str]:
    return [part.text for line in told.lines for part in line.template if isinstance(part, Words)]


def told_in(record: Record) -> list[tuple[str, list[str]]]:
    """Each event that has something to tell, with it."""
    return [(event.label or event.moment, [text for told in event.told for text in words(told)]) for event in record.events if event.told]


def months(world: World, told: Told) -> tuple[int, int]:
    return read(world, told.before, "month"), read(world, told.after, "month")


def test_passages_belong_to_the_event_before_them() -> None:
    record = by_hand(story(TEXT), "Rey", "strike", "go")
    assert told_in(record) == [
        ("duel", ["The scene opens.", "The moment opens."]),
        ("strike", ["A blow.", "A blow of one's own.", "The moment closes."]),
        ("silence", ["It is still."]),
        ("dawn", ["The sun comes up."]),
    ]


def test_what_passes_between_scenes_belongs_to_the_event_before_it_and_is_for_everybody() -> None:
    record = by_hand(story(TEXT), "Rey", "rest")
    assert told_in(record) == [
        ("duel", ["The scene opens.", "The moment opens."]),
        ("rest", ["A rest.", "Rain falls."]),
        ("river", ["The river rises."]),
    ]
    people = [told.people for event in record.events for told in event.told]
    assert people == [("Rey",), ("Rey",), ("Rey",), None, None]


def test_an_ending_is_told_to_everybody() -> None:
    record = by_hand(story(TEXT), "Kylo", "strike", "go")
    assert [told.people for told in record.events[-1].told] == [None]
    assert record.events[-1].people == ("Kylo",)


def test_a_passage_knows_the_state_before_its_effects_and_after_them() -> None:
    world = story(TEXT)
    record = by_hand(world, "Rey", "strike")
    assert [months(world, told) for event in record.events for told in event.told] == [(0, 1), (1, 1), (1, 11), (11, 31), (31, 31)]


def test_the_opening_of_a_scene_looks_back_to_before_anybody_looked() -> None:
    world = story("""
        person Kylo (he)
          feels anger: 0..3 = 2
          shows anger
        person Rey (she)
        scene duel
          world> {seems(Rey, Kylo.anger)}
          moment strike: Rey
            * strike
            * kneel
            -> end
        """)
    opening = by_hand(world).events[0].told[0]
    assert (read(world, opening.before, "Rey: Kylo.anger"), read(world, opening.after, "Rey: Kylo.anger")) == (0, 2)


def test_the_last_event_has_its_passages_where_the_story_stops_short() -> None:
    world = story(TEXT + "limit 3 events\n")
    assert told_in(by_hand(world, "Rey", "strike"))[-1] == ("strike", ["A blow.", "A blow of one's own."])


def test_an_event_says_who_chose_where_and_among_whom() -> None:
    record = by_hand(story(TEXT), "Rey", "rest", "Kylo", "strike", "go")
    rows = [(e.sort, e.scene, e.moment, e.who, e.label, e.cast, e.people, e.scene_number, e.meanwhile) for e in record.events]
    assert rows == [
        ("scene", "duel", "", "", "duel", (), ("a",), 0, False),
        ("cast", "duel", "", "", "duel", ("Rey",), ("Rey",), 0, False),
        ("option", "duel", "strike", "Rey", "rest", ("Rey",), ("Rey",), 0, False),
        ("moment", "meanwhile", "river", "", "", (), (), 0, True),
        ("scene", "duel", "", "", "duel", (), ("a",), 1, False),
        ("cast", "duel", "", "", "duel", ("Kylo",), ("Kylo",), 1, False),
        ("option", "duel", "strike", "Kylo", "strike", ("Kylo",), ("Kylo",), 1, False),
        ("moment", "duel", "silence", "", "", ("Kylo",), ("Kylo",), 1, False),
        ("option", "duel", "wait", "Kylo", "go", ("Kylo",), ("Kylo",), 1, False),
        ("ending", "duel", "", "", "dawn", ("Kylo",), ("Kylo",), 1, False),
    ]
