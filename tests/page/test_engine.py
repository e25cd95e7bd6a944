"""The page's engine agrees with the reference: same draws, same choices, same records, same ends, bit for bit."""

import json
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import unmask
from tests.page.campaign import campaign, in_node
from tests.page.node import asked
from tests.page.seen import Seen, Witness
from tests.run.playing import story
from tests.worlds_made import MOST_BYTES, Maker
from unmask.export.to_world_json import world_json
from unmask.pipeline import World
from unmask.run.chooser import Dice, Player, Stop
from unmask.run.record import by_luck, by_tape, tape_of
from unmask.run.step import Offer, Point, Process
from unmask.run.tape import NoTape, Tape, entries_of, read, written
from unmask.world.places import Belief

VECTORS = json.loads((Path(__file__).parents[1] / "vectors.json").read_text("utf-8"))
Json = dict[str, Any]


def task(world: World, **what: object) -> Json:
    """Something to play in Node, with all that is seen of it."""
    return {"world": world_json(world.model, world.fingerprint), "seed": "7", "first": "0", "full": True, **what}


def played(*tasks: Json) -> list[list[Json]]:
    return asked("play.mjs", tasks)


def assert_alike(there: Iterable[Json], here: Iterable[Seen]) -> None:
    """What was seen in Node is what the reference has, run for run and line for line."""
    for page, reference in zip(there, here, strict=True):
        assert page["lines"] == list(reference.lines), f"run {reference.number}"
        assert page["digest"] == reference.digest
        assert (page["number"], page["ending"], page["events"]) == (str(reference.number), reference.ending, reference.events)


def assert_plays_alike(world: World, runs: int, seed: int = 7, first: int = 0) -> None:
    witness = Witness(world.process)
    here = [witness.by_luck(seed, number) for number in range(first, first + runs)]
    [there] = played(task(world, runs=runs, seed=str(seed), first=str(first), full=False))
    assert len(there) == runs
    for page, reference in zip(there, here, strict=True):
        if page["digest"] != reference.digest:
            [again] = played(task(world, numbers=[str(reference.number)], seed=str(seed)))
            assert_alike(again, [reference])
    assert [page["digest"] for page in there] == [reference.digest for reference in here]


@cache
def made(number: int) -> World:
    return story(Maker(random.Random(number).randbytes(MOST_BYTES), remembers=True).story())


# ── dice ──


@pytest.mark.parametrize(
    ("function", "vectors", "inputs", "output"),
    [
        ("threefry", "threefry", ("key", "counter"), "block"),
        ("keyOf", "key_of", ("seed", "number"), "key"),
        ("sceneStream", "scene_stream", ("scene", "meanwhile"), "stream"),
        ("below", "below", ("key", "stream", "choice", "total"), "number"),
        ("pick", "pick", ("key", "stream", "choice", "weights"), "index"),
    ],
)
def test_the_dice_give_the_known_answers(function: str, vectors: str, inputs: tuple[str, ...], output: str) -> None:
    rows = VECTORS[vectors]
    drawn = asked("play.mjs", [{"draw": function, "inputs": [row[name] for name in inputs]} for row in rows])
    assert drawn == [row[output] for row in rows]


def test_the_whole_way_of_a_draw_gives_the_known_answers() -> None:
    rows = VECTORS["draws"]
    keys = asked("play.mjs", [{"draw": "keyOf", "inputs": [row["seed"], row["run"]]} for row in rows])
    streams = asked("play.mjs", [{"draw": "sceneStream", "inputs": [row["scene"], row["meanwhile"]]} for row in rows])
    inputs = [[key, stream, row["choice"], row["weights"]] for key, stream, row in zip(keys, streams, rows, strict=True)]
    drawn = asked("play.mjs", [{"draw": "pick", "inputs": one} for one in inputs])
    assert drawn == [row["index"] for row in rows]


# ── whole worlds ──


@pytest.mark.parametrize("name", ["helmet", "village"])
def test_hundreds_of_runs_of_a_bundled_world_are_alike(name: str) -> None:
    assert_plays_alike(unmask.load(name), 200)


def test_runs_with_the_largest_numbers_are_alike() -> None:
    assert_plays_alike(unmask.load("village"), 3, seed=2**64 - 1, first=2**64 - 3)


def test_made_worlds_play_alike_however_they_end() -> None:
    worlds = [made(number) for number in range(24)]
    ends: Counter[str] = Counter()
    for world, there in zip(worlds, played(*(task(world, runs=20, seed="11") for world in worlds)), strict=True):
        witness = Witness(world.process)
        here = [witness.by_luck(11, number) for number in range(20)]
        assert_alike(there, here)
        ends.update(run.ending for run in here)
    assert set(ends) == {"rest", "storm", "unresolved", "endless", "dead end"}


ODD = """
    scale heat: cold < warm

    kind toString
      feels __proto__: heat
      keeps valueOf: heat = warm
      shows __proto__, valueOf

    person constructor (she), a toString
      __proto__ = warm

    person \U00010400da (he), a toString

    person \uff21da (they), a toString

    scene hasOwnProperty
      moment length: constructor
        * __proto__
          once
          if seems(\U00010400da.valueOf) is warm
          ~ __proto__ -= 1
        * ʼs / name, "so" \\\\ \\{\\}
          if seems(\uff21da.__proto__) is cold
          ~ \uff21da.__proto__ += 1
        * toString
          -> ending prototype
        -> end

    scene isPrototypeOf with a, b: toString
      once
      > {a.They look} at {b}.
      moment map: a
        * 0
          if seems(b.valueOf) is cold
        * 10
        * 9
          -> ending prototype
        -> end

    ending prototype
"""


def test_no_name_of_a_story_means_anything_to_javascript() -> None:
    assert_plays_alike(story(ODD), 40)


GUESSING = """
    scale heat: cold < warm < hot

    fact hour: 0..5

    person Ada (she)
      feels love: heat
      feels doubt: heat = warm
      keeps guess means seems(Bea.love)
      shows love
      shows guess
      shows doubt as hot while seems(Ada, Bea.love) is hot
      shows doubt unless hour is 3
      reads Cyn.love as hot while seems(Ada, Bea.love) >= warm
      reads Bea.hunch as max(Bea.hunch, seems(Ada, Bea.love))

    person Bea (she)
      feels love: heat
      keeps hunch means seems(Cyn.notion)
      shows love, hunch
      reads Ada.doubt as cold while seems(Bea, Cyn.notion) is hot

    person Cyn (she)
      feels love: heat
      keeps notion means seems(Ada.guess)
      shows love, notion

    scene whispers
      moment turn: chance
        * warmer
          ~ Bea.love += 1
        * colder
          ~ Bea.love -= 1
        * guess
          if seems(Ada, Cyn.love) is hot or seems(Ada, Bea.hunch) is hot or seems(Bea, Ada.doubt) is hot or seems(Cyn, Ada.doubt) is warm
        ~ hour += 1
        -> end if hour is 5
        -> turn

    meanwhile
      ~ hour = 0

    limit 40 events
"""


def test_nobody_sees_what_another_has_just_come_to_believe() -> None:
    assert_plays_alike(story(GUESSING), 30)


REMEMBERING = """
    fact mood: 0..3

    person Oda (she)

    motif heard
      Oda: speak

    motif unheard before
      Oda: speak
        when not happened(heard)
      next Oda: speak
        when happened(heard)

    motif of two minds
      Oda: speak
        when mood > 0
      then Oda: speak
        when mood < 2
      without Oda: laugh
        within 2 events

    scene talk
      moment turn: Oda
        * speak
        * listen
          if happened(heard)
          ~ mood += 1
        * cry
          if happened(unheard before)
          ~ mood -= 1
        * laugh
          if happened(of two minds)
          ~ mood = 0
          -> end
        -> turn
    limit 25 events
"""


def test_what_has_happened_is_asked_of_the_time_just_before() -> None:
    assert_plays_alike(story(REMEMBERING), 60)


VISITING = """
    fact day: 0..9

    kind villager
      feels fear: 0..3 = 1
      shows fear

    person Oda (she)
      feels hope: 0..3
      keeps owed toward each villager: 0..3
      shows owed, hope

    person Ash (she), a villager
      fear = 2

    person Bo (he), a villager

    person Cy (they), a villager

    scene visit with a: villager about b: villager
      +Oda.owed toward a "she owes something there"
      -2 "they were there today" if happened(a: nod)
      +day "it is time"
      -1 "they are spoken of" if Oda.owed toward b > 1
      +seems(a, Oda.hope) "she looks hopeful"
      +seems(Oda, b.fear) - 1 "somebody has to ask"
      +seems(Cy, Oda.owed toward b) "it is known"
      moment door: a
        * nod
          ~ Oda.owed toward a += 1
          ~ fear -= 1
        * wait
          ~ Oda.owed toward b += 1
          ~ Oda.hope += 1
        ~ day += 1
        -> end

    scene home
      +1 "it rains"
      moment evening: Oda
        * sleep
          ~ Oda.hope -= 1
        * go out
          ~ Ash.fear += 1
        -> end

    limit 60 events
"""


def test_motives_that_speak_of_a_role_in_any_way_choose_its_cast() -> None:
    assert_plays_alike(story(VISITING), 30)


STEPS = """
    fact one: 0..9
    fact two: -3..9
    fact three: 0..99
    person Oda (she)
    scene stairs
      moment stair: Oda
        * up
          +9 "it is high"
          +9 "it is far"
          ~ one += 2
          ~ two = one * one - two
          ~ three = two + three if two > 3
          ~ two -= three if three > two
        * down
          -30 "it was hard"
        * wait
          +one "she likes it here"
          -two * two "it is cold"
        -> toss
      moment toss: chance
        * heads
          weight two
          ~ one -= 1
        * tails
          weight 1 - two
          ~ two = two - one
        -> end
    limit 50 events
"""


def test_effects_see_each_other_points_are_cut_off_and_some_weights_cannot_be_drawn_from() -> None:
    world = story(STEPS)
    assert_plays_alike(world, 60)
    assert "a weight is negative" in {by_luck(world.process, 7, number).over.reason for number in range(60)}


def test_nothing_is_drawn_where_every_weight_is_nothing() -> None:
    world = story(STEPS.replace("weight 1 - two", "weight 0").replace("weight two", "weight one * 0"))
    assert_plays_alike(world, 2)
    assert by_luck(world.process, 7, 0).over.reason == "every weight is 0"


HEAVY = """
    fact sum: 0..9
    scene a throw
      moment the dice: chance
        * one
          weight 500000003
          ~ sum += 1
        * two
          weight 500000009
          ~ sum += 2
        * three
          weight 499999993
          -> ending enough if sum is 9
        -> the dice
    ending enough
    limit 60 events
"""


def test_a_draw_that_would_not_be_fair_is_made_again() -> None:
    assert_plays_alike(story(HEAVY), 100)


TOO_HEAVY = """
    person Oda (she)
      keeps purse: 999999001..1000000000 = 1000000000
    scene a throw
      moment the dice: chance
        * one
          weight Oda.purse
        * two
          weight Oda.purse
        * three
          weight Oda.purse * 3 - 852516352
        -> end
"""


def test_weights_that_are_too_heavy_end_alike_and_are_named_alike() -> None:
    world = story(TOO_HEAVY)
    assert by_luck(world.process, 7, 0).over.reason == "the weights make 4,147,483,648, more than can be drawn from exactly"
    assert_plays_alike(world, 1)


LONG = """
    fact step: 0..3
    scene walk
      moment right
        ~ step += 1
        -> round
      moment round
        ~ step -= 1
        -> right
    limit 200000 events
"""


def test_a_story_that_goes_on_for_long_without_a_choice_needs_no_deep_stack() -> None:
    world = story(LONG)
    [[there]] = played(task(world, runs=1, full=False))
    assert (there["ending"], there["events"]) == ("endless", 200_000)
    assert by_luck(world.process, 7, 0).over.ending == "endless"


def test_beliefs_that_are_kept_besides_are_those_of_the_reference_and_change_nothing() -> None:
    world = story(ODD)
    names = list(world.model.people)
    fields = [(number, one) for number, one in enumerate(world.model.variables) if one.owner]
    also = [(person, number, field) for person in names for number, field in fields if person != field.owner]
    kept = Process(world.model, [Belief(person, field) for person, _, field in also])
    assert len(kept.layout.beliefs) > len(world.process.layout.beliefs)
    witness = Witness(kept)
    [there] = played(task(world, runs=20, also=[(person, number) for person, number, _ in also]))
    assert_alike(there, (witness.by_luck(7, number) for number in range(20)))
    assert [run["ending"] for run in there] == [by_luck(world.process, 7, number).over.ending for number in range(20)]


# ── the campaign ──


def test_a_campaign_finds_nothing_that_differs() -> None:
    assert campaign(in_node, runs=3, worlds=2, of_made=20)._replace(events=0, ended=Counter()) == (4, 46, 0, 0, Counter())


def test_a_campaign_finds_the_one_run_that_differs(capsys: pytest.CaptureFixture[str]) -> None:
    def wrong_once(tasks: Sequence[Json]) -> list[list[Json]]:
        [found] = in_node(tasks)
        return [[run | {"digest": run["digest"] ^ (run["number"] == "2")} for run in found]]

    assert campaign(wrong_once, runs=3, worlds=0).different == 2
    assert "village\nThe engines differ here, under seed 1, in 1 runs, the first of them 2." in capsys.readouterr().out


# ── numbers ──

NEAR_THE_EDGE = """
    fact most: 999999001..1000000000 = 1000000000
    person Oda (she)
    scene a sum
      moment first: Oda
        * right
          if most * 9007199 - (most * 9007198 + 999999999) is 1
          if -1 * most * 9007199 + 9007199 * most = 0 and max(most, 3, most * 2) is most + most
        * wrong
          if most * 9007199 - (most * 9007198 + 999999999) is not 1
          -> ending broken
        -> second
      moment second: Oda
        * almost
          +most * 9000000 "it is a good deal"
          -most * 9000000 "it is not enough"
          +1 "it is one more"
          -> ending found
        * nothing
          -> ending found
    ending broken
    ending found
"""


def test_numbers_are_exact_almost_up_to_the_edge() -> None:
    assert_plays_alike(story(NEAR_THE_EDGE), 20)


# ── tapes ──


def tapes(world: World, number: int) -> list[Tape]:
    """The tape of a run, whole, cut off, and spoiled in every way that one may be."""
    whole = tape_of(world.process, by_luck(world.process, 7, number), world.fingerprint)
    some = len(whole.entries) // 2
    spoiled = [
        whole.entries[:some],
        (*whole.entries, "scene duel"),
        (*whole.entries[:some], "nobody / knows / this / one", *whole.entries[some:]),
        (*whole.entries[:some], *whole.entries[:1], *whole.entries[some:]),
        (*whole.entries[:some], *whole.entries[-1:], *whole.entries[some:]),
        ("cast duel", *whole.entries),
        tuple(entry.replace(" ", "\xa0\t").replace("/", "\u200b/") for entry in whole.entries),
        ("\u200b", *whole.entries),
        ("scene " + "\U0001f469" * 300, *whole.entries),
        (*whole.entries, "x" * 200),
        (*whole.entries, "x" * 201),
        (*whole.entries[:some], *(f"{entry}, or so" for entry in whole.entries[some:])),
        (),
    ]
    return [whole, *(whole._replace(entries=entries) for entries in spoiled)]


def follow(world: World, kept: Iterable[tuple[Tape, bool]]) -> Json:
    tasks = [{"seed": str(tape.seed), "number": str(tape.number), "entries": tape.entries, "goOn": go_on} for tape, go_on in kept]
    return task(world, tapes=tasks)


def test_a_tape_is_followed_as_far_as_it_can_be_and_no_further() -> None:
    strayed = set()
    worlds = [unmask.load("helmet"), unmask.load("village"), *(made(number) for number in range(5))]
    kept = [[(tape, go_on) for number in range(2) for tape in tapes(world, number) for go_on in (False, True)] for world in worlds]
    there = played(*(follow(world, some) for world, some in zip(worlds, kept, strict=True)))
    for world, some, pages in zip(worlds, kept, there, strict=True):
        witness = Witness(world.process)
        here = [witness.by_tape(tape, go_on) for tape, go_on in some]
        assert_alike(pages, here)
        assert [page["strayed"] for page in pages] == [run.strayed for run in here]
        strayed |= {run.strayed.rpartition("`")[2] or run.strayed.partition(" entry")[0] for run in here}
    assert strayed == {"", ", cannot be chosen here", ", names nothing in this story", "the story is over before"}


def test_a_tape_cannot_choose_what_the_dice_never_would() -> None:
    world = story(STEPS.replace("weight 1 - two", "weight 0").replace("weight two", "weight 1"))
    entries = ("scene stairs", "stairs / stair / Oda / down", "stairs / toss / chance / tails")
    tape = Tape(world.fingerprint, 7, 0, "", entries)
    [there] = played(follow(world, [(tape, False), (tape, True)]))
    here = [Witness(world.process).by_tape(tape, go_on) for go_on in (False, True)]
    assert_alike(there, here)
    assert {page["strayed"] for page in there} == {"entry 3, `stairs / toss / chance / tails`, cannot be chosen here"}


TAPES = (
    "unmask tape 1\nworld 1f057b2a5dd058c6\nseed 7\nrun 0\nside Rey\n\nscene duel\nduel / demand / Rey / ask\n",
    "unmask tape 1\n",
    "\ufeffunmask tape 1",
    " \x1c unmask tape 1 \u2003\r\n# a line about it\r\n\r\n  seed 007\nrun 18446744073709551615\nscene one",
    "unmask tape 1\nseed 18446744073709551616",
    "unmask tape 1\nseed -1",
    "unmask tape 1\nseed \u0663",
    "unmask tape 1\nrun 1\nrun 2\nscene seed 3\nseed 4",
    "unmask tape 1\nside / x / Rey / y",
    "unmask tape 1\nside\nscene a\u2028b\x85",
    "unmask tape 1\nseed",
    "unmask tape 1\nrun 1e3",
    "unmask tape 2",
    "unmask tape" + " 1" * 40,
    "once upon a time",
    "",
    "\n# nothing\n",
    "\ufeff\ufeffunmask\xa0tape\u20031\rseed\xa07\r\nworld \u200bab\xad\nside Zoe\u0308 \nrun\u2060 4\nZoe\u0308 /\xa0x",
)


@pytest.mark.parametrize("text", TAPES)
def test_a_tape_is_read_and_written_as_by_unmask_replay(text: str) -> None:
    [there] = asked("play.mjs", [{"text": text}])
    assert there == as_unmask_reads(text)


def as_unmask_reads(text: str) -> Json:
    try:
        tape = read(text)
    except NoTape as refused:
        return {"refused": str(refused)}
    numbers = {"seed": str(tape.seed), "number": str(tape.number)}
    return {"tape": {"fingerprint": tape.fingerprint, **numbers, "side": tape.side, "entries": list(tape.entries)}, "again": written(tape)}


# ── played by somebody ──


def by_hand(world: World, person: str, acts: list[object], entries: tuple[str, ...] = ()) -> Json:
    found: Json
    [found] = asked("play.mjs", [task(world, hand={"seed": "7", "number": "4", "person": person, "entries": entries, "acts": acts})])
    return found


@pytest.mark.parametrize(("name", "person"), [("helmet", "Rey"), ("village", "Corm")])
def test_somebody_is_asked_for_their_own_choices_and_luck_for_all_others(name: str, person: str) -> None:
    world = unmask.load(name)
    answers: list[str] = []

    def ask(point: Point, offers: tuple[Offer, ...]) -> int | Stop:
        if len(answers) == 9:
            return Stop("the tape ends here")
        answers.append(point.who)
        return len(offers) - 1

    here = Witness(world.process).by(Player(person, ask, Dice(7, 4)), 7, 4)
    there = by_hand(world, person, ["step", *[-1] * len(answers)])
    assert there["lines"] == list(here.lines)
    assert set(answers) == {person}


def test_whoever_goes_back_stands_where_they_chose_last_and_luck_is_the_same_again() -> None:
    world = unmask.load("helmet")
    straight = by_hand(world, "Rey", ["step", -1, -1, -1])
    other_way = by_hand(world, "Rey", ["step", -1, -1, -1, "back", "back", 0, "back", -1, -1])
    assert other_way["lines"] == straight["lines"]
    assert other_way["did"].count(True) == 3


def test_nobody_goes_back_past_the_beginning() -> None:
    assert by_hand(unmask.load("helmet"), "Rey", ["step", 0, "back", "back"])["did"][-2:] == [True, False]
    assert by_hand(unmask.load("helmet"), "", ["luck", "luck", "back", "back", "back"])["did"][-3:] == [True, True, False]


def test_a_story_that_is_over_can_be_taken_back_too() -> None:
    world = unmask.load("helmet")
    over = by_hand(world, "", ["step"])
    again = by_hand(world, "", ["step", "back", "luck"])
    assert over["ending"] in world.endings
    assert again["lines"] == over["lines"]


def test_a_run_is_taken_up_again_where_its_tape_ends() -> None:
    world = unmask.load("helmet")
    first = by_hand(world, "Rey", ["step", -1, 1])
    again = by_hand(world, "Rey", [0], entries=tuple(first["entries"]))
    assert again["lines"] == by_hand(world, "Rey", ["step", -1, 1, 0])["lines"]


def test_what_is_played_in_the_page_is_replayed_by_unmask() -> None:
    world = unmask.load("helmet")
    there = by_hand(world, "Rey", ["step", -1, 1, -1, -1, -1])
    record = by_tape(world.process, Tape(world.fingerprint, 7, 4, "", tuple(there["entries"])))
    assert record.strayed == ""
    assert list(entries_of(record.events, world.process.layout.scenes)) == there["entries"]
    assert len(record.events) == there["events"]
