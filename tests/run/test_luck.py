"""Randomness: a run is its seed and its number, and each draw hangs on its own place in the story alone."""

from tests.run.playing import labels, story
from unmask.run.chooser import Dice, Player, Stop
from unmask.run.draws import key_of, pick, scene_stream
from unmask.run.record import Record, by_luck, play
from unmask.run.step import Offer, Point

FIGHT = """
fact month: 0..9
person Rey (she)
person Kylo (he)
scene duel
  when month < 9
  moment round: Rey
    * strike
      -> answer
    * feint
      {feint}
    * stop
      -> end
  moment answer: Kylo
    * parry
    * yield
    -> end
meanwhile
  ~ month += 1
  moment weather: chance
    * rain
    * sun
    * fog
    * snow
    -> sea
  moment sea: chance
    * high
    * low
    -> end
"""
SHORT, LONG = story(FIGHT.format(feint="-> end")), story(FIGHT.format(feint="-> round"))


def weather(record: Record) -> list[str]:
    return [event.label for event in record.events if event.meanwhile]


def test_a_longer_fight_leaves_next_months_weather_alone() -> None:
    lengths = []
    for number in range(30):
        short, long = by_luck(SHORT.process, 7, number), by_luck(LONG.process, 7, number)
        assert weather(short) == weather(long)
        lengths.append(len(long.events) - len(short.events))
    assert len(set(lengths)) > 3


def test_what_one_chooses_leaves_everybody_elses_luck_alone() -> None:
    process = LONG.process
    for number in range(10):
        by_dice = by_luck(process, 7, number)
        dice = Dice(7, number)
        played = play(process, Player("Rey", lambda point, offers: len(offers) - 1, dice), 7, number)
        assert {event.label for event in played.events if event.who == "Rey"} == {"stop"}
        assert weather(played) == weather(by_dice)


def test_a_choice_with_only_one_way_uses_its_number_up() -> None:
    forced = story(
        FIGHT.format(feint="-> end")
        .replace("moment sea", "moment lull: chance\n    * wait\n    -> sea\n  moment sea")
        .replace("* snow\n    -> sea", "* snow\n    -> lull")
    )
    runs = [by_luck(forced.process, 7, number) for number in range(30)]
    sea = [next(event for event in run.events if event.moment == "sea") for run in runs]
    assert {event.point.choice_number for event in sea if event.point is not None} == {2}
    before = [next(event.label for event in by_luck(SHORT.process, 7, number).events if event.moment == "sea") for number in range(30)]
    assert [event.label for event in sea] != before


def test_dice_draw_from_the_stream_of_the_scene_by_the_number_of_the_choice() -> None:
    checked = 0
    for number in range(3):
        for event in by_luck(LONG.process, 2**63 + 5, number).events:
            assert event.point is not None
            offers = LONG.process.offers(event.point)
            stream = scene_stream(event.scene_number, event.meanwhile)
            index = pick(key_of(2**63 + 5, number), stream, event.point.choice_number, [offer.weight for offer in offers])
            what = offers[index].what
            assert event.label == getattr(what, "label", getattr(what, "name", None))
            checked += 1
    assert checked > 50


def test_run_k_of_a_batch_is_the_same_opened_alone_and_in_any_order() -> None:
    batch = {number: by_luck(LONG.process, 11, number) for number in range(20)}
    for number in (19, 3, 12, 0, 7):
        alone = story(FIGHT.format(feint="-> round"))
        assert by_luck(alone.process, 11, number) == batch[number]


def test_other_seeds_and_other_runs_are_other_stories() -> None:
    stories = {tuple(labels(by_luck(LONG.process, seed, number))) for seed in range(5) for number in range(5)}
    assert len(stories) == 25


def test_a_player_is_asked_for_one_person_and_luck_for_the_rest() -> None:
    asked: list[tuple[str, str]] = []

    def ask(point: Point, offers: tuple[Offer, ...]) -> int | Stop:
        asked.append((point.who, point.sort))
        return 0 if len(asked) < 3 else Stop("enough for today")

    record = play(LONG.process, Player("Kylo", ask, Dice(1, 1)), 1, 1)
    assert (record.over.ending, record.over.reason) == ("", "enough for today")
    assert asked == [("Kylo", "option")] * 3
    assert {event.who for event in record.events} >= {"Rey", "Kylo", "chance"}


def test_whoever_stops_stops_before_the_choice() -> None:
    record = play(LONG.process, lambda point, offers: Stop("no"), 0, 0)
    assert (record.events, record.over.ending, record.over.reason, record.over.state) == ((), "", "no", LONG.process.layout.start)
