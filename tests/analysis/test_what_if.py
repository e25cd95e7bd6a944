"""What if: one thing is changed, and all luck stays what it was; so that what the change does not touch happens as it did."""

import pytest

from tests.run.playing import by_hand, story
from unmask.analysis.ahead import Ahead
from unmask.analysis.what_if import NoChange, WhatIf, instead, moved, parting, with_value
from unmask.analysis.why import NoChoice
from unmask.pipeline import StoryProblems, World
from unmask.pipeline import WhatIf as Told
from unmask.run.draws import key_of, pick, scene_stream
from unmask.run.record import Record, by_luck
from unmask.run.step import Event

# The weather hangs on nothing; the talk may be longer or shorter; what is said changes how the evening ends.
TEXT = """
fact day: 1..4
kind talker
  feels temper: 0..3
person Ada (she), a talker
  temper = 1
  keeps calm means temper is 0
person Bo (he), a talker
  feels hope: 0..2 = 1
scene talk with Ada, Bo
  when day < 4
  moment door: Ada
    * knock
      +temper "she is cross"
      ~ temper += 1
      -> answer
    * wait
      +1 "it is early" if day is 1
      -> end
    * climb in
      if temper is 3
      -> end
    * ring the bell
      once
      -> answer
  moment answer: Bo
    * open
      +hope "it may be news"
      ~ hope += 1
    * keep quiet
      ~ hope -= 1
    -> end
scene gossip with a, b: talker
  when day is 4
  moment word: a
    * tell it
    * let it be
    -> ending over
meanwhile
  ~ day += 1
  moment weather: chance
    * rain
      weight 2
    * sun
      weight 3
    * snow
      weight day - day
    -> end
ending over
ending quarrel when Ada.temper is 3 and Bo.hope is 0
"""


@pytest.fixture(scope="module")
def world() -> World:
    return story(TEXT)


def drawn(record: Record) -> list[tuple[object, ...]]:
    return [event[:6] for event in record.events]


def weather(record: Record) -> dict[int, str]:
    return {event.scene_number: event.label for event in record.events if event.moment == "weather"}


def follows_the_luck(world: World, record: Record, events: tuple[Event, ...]) -> bool:
    """Whether each of these events is the one that its own draw under the seed gives."""
    for event in events:
        if event.point is not None:
            offers = world.process.offers(event.point)
            stream = scene_stream(event.point.scene_number, event.point.meanwhile >= 0)
            offer = offers[pick(key_of(record.seed, record.number), stream, event.point.choice_number, [one.weight for one in offers])]
            if (offer.what.name if hasattr(offer.what, "name") else offer.what.label) != event.label:
                return False
    return True


def all_changes(world: World, numbers: range) -> list[tuple[WhatIf, str]]:
    """Every other choice, at every event of some runs."""
    found = []
    for number in numbers:
        record = by_luck(world.process, 7, number)
        for at, event in enumerate(record.events):
            for offer in world.process.offers(event.point) if event.point is not None and event.sort == "option" else ():
                label = getattr(offer.what, "label", "")
                if label != event.label and offer.weight:
                    found.append((instead(world.process, record, at, label), label))
    return found


def test_up_to_the_change_the_story_is_the_same_and_after_it_every_draw_has_its_number(world: World) -> None:
    changes = all_changes(world, range(5))
    assert len(changes) > 40
    for found, label in changes:
        assert found.number is not None
        assert found.parted == found.number
        assert drawn(found.now)[: found.number] == drawn(found.was)[: found.number]
        assert found.now.events[found.number].label == label
        assert follows_the_luck(world, found.now, found.now.events[found.number + 1 :])
        assert found.now.over.ending


def test_a_longer_talk_leaves_the_weather_of_later_days_alone(world: World) -> None:
    longer = 0
    for found, _ in all_changes(world, range(5)):
        was, now = weather(found.was), weather(found.now)
        both = was.keys() & now.keys() - {found.was.events[found.number or 0].scene_number}
        assert {day: was[day] for day in both} == {day: now[day] for day in both}
        longer += len(found.now.events) != len(found.was.events) and len(both) > 1
    assert longer


def test_chosen_otherwise_and_back_again_is_the_story_as_it_was(world: World) -> None:
    record = by_luck(world.process, 7, 1)
    at = next(number for number, event in enumerate(record.events) if event.moment == "weather")
    was, other = sorted(("rain", "sun"), key=lambda label: label != record.events[at].label)
    there = instead(world.process, record, at, other).now
    assert drawn(there) != drawn(record)
    assert drawn(instead(world.process, there, at, was).now) == drawn(record)


def test_a_cast_and_a_scene_can_be_others_too(world: World) -> None:
    record = by_luck(world.process, 7, 0)
    at = next(number for number, event in enumerate(record.events) if event.sort == "cast")
    other = ("Bo", "Ada") if record.events[at].cast == ("Ada", "Bo") else ("Ada", "Bo")
    for words in (", ".join(other), f"a = {other[0]}, b = {other[1]}"):
        assert instead(world.process, record, at, words).now.events[at].cast == other
    scene = at - 1
    with pytest.raises(NoChange, match=r"`scene gossip` is what was chosen at event \d+[.] Nothing else could be chosen there"):
        instead(world.process, record, scene, "scene gossip")


def test_the_story_stops_at_its_limit_as_it_always_does() -> None:
    world = story("limit 6 events\n" + TEXT.removeprefix("\n"))
    found = instead(world.process, by_luck(world.process, 7, 0), 1, "ring the bell")
    assert len(found.now.events) == 6
    assert found.now.over.ending == "endless"


def test_what_was_played_by_hand_goes_on_by_luck(world: World) -> None:
    record = by_hand(world, "wait", "sun", "wait")
    found = instead(world.process, record, 1, "knock")
    assert drawn(found.now)[1][5] == "knock"
    assert follows_the_luck(world, record, found.now.events[2:])
    assert found.now.over.ending


# ── a value ──


def test_from_the_beginning_a_value_is_another(world: World) -> None:
    record = by_luck(world.process, 7, 0)
    found = with_value(world.process, record, None, world.setting("Ada.temper = 3"))
    assert found.changed == "Ada.temper is 3 and not 1"
    first = found.now.events[1].point
    assert first is not None
    assert first.state[world.process.layout.places[world.setting("Ada.temper = 3").variable]] == 3
    assert follows_the_luck(world, record, found.now.events)
    assert found.parted == parting(found.was.events, found.now.events)


def test_a_value_that_nothing_asks_for_changes_nothing() -> None:
    world = story(TEXT.replace("fact day", "fact dust: 0..2\nfact day"))
    record = by_luck(world.process, 7, 0)
    found = with_value(world.process, record, 1, world.setting("dust = 2"))
    assert found.parted is None
    assert drawn(found.now) == drawn(record)


@pytest.mark.parametrize(("text", "words"), [("Ada.temper += 1", "2"), ("Ada.temper -= 5", "0"), ("Ada.temper = Bo.hope + 1", "2")])
def test_a_value_may_be_reckoned_from_what_is_so_there(text: str, words: str, world: World) -> None:
    found = with_value(world.process, by_luck(world.process, 7, 0), 1, world.setting(text))
    assert found.changed == f"Ada.temper is {words} and not 1"


def test_where_nothing_can_be_chosen_any_more_the_story_is_at_a_dead_end() -> None:
    shut = "\n      if day is 4"
    world = story(TEXT.replace("    * tell it", f"    * tell it{shut}").replace("    * let it be", f"    * let it be{shut}"))
    record = by_luck(world.process, 7, 0)
    at = next(number for number, event in enumerate(record.events) if event.moment == "word")
    found = with_value(world.process, record, at, world.setting("day = 2"))
    assert found.now.over.ending == "dead end"
    assert found.now.events == record.events[:at]
    assert found.parted == at


# ── what it did to the odds ──


def test_the_odds_move_by_what_lies_between_the_two_ways(world: World) -> None:
    ahead = Ahead(world.process)
    record = by_luck(world.process, 7, 0)
    found = instead(world.process, record, 1, "ring the bell" if record.events[1].label != "ring the bell" else "knock")
    odds = moved(ahead, found)
    fork = ahead.fork(found.ends.before or pytest.fail("it was a choice"))
    by_label = {getattr(way.offer.what, "label", ""): way.outlook for way in fork.ways}
    assert odds.before == fork.before
    assert odds.was.chances == by_label[record.events[1].label].chances
    assert odds.now.chances == by_label[found.changed].chances
    assert odds.was != odds.now
    value = moved(ahead, with_value(world.process, record, 1, world.setting("Ada.temper = 3")))
    assert value.before is None
    assert [chance.p for chance in value.was.chances] == pytest.approx([chance.p for chance in fork.before.chances])
    assert value.was != value.now


# ── what makes no sense ──


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("fly away", "there is no `fly away` to choose. There `.*` and `.*` could be chosen"),
        ("nock", "Did you mean"),
        ("climb in", "`climb in` was not open at event 1: its conditions do not hold"),
        ("Bo: knock", "event 1 is Ada's choice, not Bo's"),
        ("chance: knock", "event 1 is Ada's choice, not chance's"),
        ("", "there is no ``"),
    ],
)
def test_what_could_not_be_chosen_is_refused_with_what_could(words: str, said: str, world: World) -> None:
    with pytest.raises(NoChange, match=said):
        instead(world.process, by_luck(world.process, 7, 0), 1, words)


def test_what_was_chosen_used_up_or_weighs_nothing_is_refused(world: World) -> None:
    record = by_luck(world.process, 7, 0)
    with pytest.raises(NoChange, match="is what was chosen at event 1"):
        instead(world.process, record, 1, record.events[1].label)
    rung = instead(world.process, record, 1, "ring the bell").now
    later = next(number for number, event in enumerate(rung.events) if number > 1 and event.moment == "door")
    with pytest.raises(NoChange, match=r"was not open at event \d+: it was used up"):
        instead(world.process, rung, later, "ring the bell")
    at = next(number for number, event in enumerate(record.events) if event.moment == "weather")
    with pytest.raises(NoChange, match="`snow` weighs 0"):
        instead(world.process, record, at, "snow")
    with pytest.raises(NoChange, match="is left to chance, not Ada's"):
        instead(world.process, record, at, "Ada: snow")


def test_an_event_that_nobody_chose_cannot_be_chosen_otherwise(world: World) -> None:
    record = by_luck(world.process, 7, 0)
    with pytest.raises(NoChoice, match="is the ending: nobody chose it"):
        instead(world.process, record, len(record.events) - 1, "knock")
    with pytest.raises(NoChoice, match="and no event 99"):
        with_value(world.process, record, 99, world.setting("day = 2"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ada.temper = 9", "Ada.temper goes from 0 to 3, and 9 is not there"),
        ("Ada.temper = 1", "Ada.temper is 1 there already"),
        ("Bo.hope = seems(Bo, Ada.temper)", "not to what seems or has happened"),
    ],
)
def test_a_value_that_cannot_be_is_refused(text: str, said: str, world: World) -> None:
    with pytest.raises(NoChange, match=said):
        with_value(world.process, by_luck(world.process, 7, 0), 1, world.setting(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ada.tempr = 1", "no field called"),
        ("temper = 1", "temper"),
        ("Cleo.temper = 1", "Cleo"),
        ("Ada.temper", "stops too early"),
        ("Ada.temper > 1", "cannot read"),
        ("Ada.temper = 1 if day is 2", "cannot read on"),
        ("Ada.calm = 1", "calm"),
        ("", ""),
    ],
)
def test_what_does_not_say_a_value_is_a_problem_with_its_text(text: str, said: str, world: World) -> None:
    with pytest.raises(StoryProblems) as found:
        world.setting(text)
    assert said in found.value.problems[0].title
    assert found.value.source.text == text


def test_from_python_it_is_asked_of_a_run(world: World) -> None:
    run = world.run(seed=7)
    found = run.instead(1, "wait" if run.events[1].label != "wait" else "knock")
    assert isinstance(found, Told)
    assert found.parted == 1
    assert found.was.ending == run.ending
    assert found.now.ending in repr(found)
    assert found.now.tell()
    assert found.now.tape() != run.tape()
    assert world.replay(found.now.tape()).events == found.now.events
    assert sum(chance.p for chance in found.moved(runs=500).now.chances) == pytest.approx(1)
    assert "from the beginning" in repr(run.with_value("Ada.temper = 3"))
