"""Tapes: a run as text that replays to the same run, and says where it cannot."""

from unicodedata import normalize

import pytest

from tests.run.playing import labels, story
from unmask.pipeline import World
from unmask.run.record import by_luck, by_tape, tape_of
from unmask.run.tape import NoTape, Tape, entries_of, exists_in, read, written

TEXT = """
fact month: 0..9
kind villager
  meanwhile
    moment sulk: chance
      * sulk / or not
      * hum
      -> end
person Agnes (she), a villager
person Wick (they), a villager
scene call with a: villager about b: villager
  when month < 4
  moment table: a
    * say: "a / b"
    * own up
      once
    * sit
      if month > 0
    -> storm
  moment storm
    -> end
scene fair
  when month < 4
  moment stall: chance
    * rain
      weight 0
    * sun
      weight 1
    -> end
meanwhile
  ~ month += 1
ending winter when month is 4
"""


@pytest.fixture(scope="module")
def world() -> World:
    return story(TEXT)


def tape(world: World, *entries: str, seed: int = 7, number: int = 0) -> Tape:
    return Tape(world.fingerprint, seed, number, "", entries)


def test_a_tape_names_what_was_chosen_in_the_storys_own_words(world: World) -> None:
    record = next(record for number in range(99) if "own up" in labels(record := by_luck(world.process, 7, number)))
    entries = entries_of(record.events, world.process.layout.scenes)
    at = next(place for place, entry in enumerate(entries) if "own up" in entry)
    who, other = ("Agnes", "Wick") if "a = Agnes" in entries[at] else ("Wick", "Agnes")
    assert entries[at - 2 : at + 1] == (
        "scene call",
        f"cast call / a = {who}, b = {other}",
        f"call / table / {who} / own up / a = {who}, b = {other}",
    )
    assert entries[at + 1].startswith("meanwhile of Agnes as villager / sulk / chance / ")


def test_a_run_replays_from_its_own_tape(world: World) -> None:
    for number in range(20):
        record = by_luck(world.process, 7, number)
        text = written(tape_of(world.process, record, world.fingerprint, "Wick"))
        assert by_tape(world.process, read(text)) == record


def test_a_tape_read_back_is_the_tape(world: World) -> None:
    made = tape_of(world.process, by_luck(world.process, 2**64 - 1, 2**64 - 1), world.fingerprint, "Agnes")
    assert read(written(made)) == made
    assert read(written(made._replace(side=""))) == made._replace(side="")
    assert written(made).startswith(f"unmask tape 1\nworld {world.fingerprint}\nseed {2**64 - 1}\nrun {2**64 - 1}\nside Agnes\n\nscene ")


def test_a_tape_may_have_notes_and_other_line_ends(world: World) -> None:
    text = "# by hand\r\nunmask tape 1\r\n\r\n  seed 3\r\n# more\r\n\r\n  scene fair \r\nfair / stall / chance / sun\r\n"
    assert read(text) == Tape("", 3, 0, "", ("scene fair", "fair / stall / chance / sun"))


CARRIED = {
    "as it was": lambda text: text,
    "with a byte order mark": lambda text: "\ufeff" + text,
    "with the ends of lines of Windows": lambda text: text.replace("\n", "\r\n"),
    "with the ends of lines of an old Mac": lambda text: text.replace("\n", "\r"),
    "with spaces that do not break": lambda text: text.replace(" ", "\xa0"),
    "with thin spaces and tabs": lambda text: text.replace(" / ", "\u2009/\t"),
    "with blanks at the ends of lines": lambda text: text.replace("\n", " \t\u3000\n"),
    "indented": lambda text: text.replace("\n", "\n\xa0  "),
    "decomposed": lambda text: normalize("NFD", text),
    "with empty lines between": lambda text: text.replace("\n", "\n\n\n"),
    "with signs that nobody sees": lambda text: text.replace("/", "\u200b/\u2060").replace("Zoë", "Zo\xadë"),
}


@pytest.mark.parametrize("how", CARRIED)
def test_a_tape_is_followed_however_it_was_sent_about(how: str) -> None:
    world = story(TEXT.replace("Agnes", "Zoë").replace("own up", "own up to\xa0it").replace("fair", "fête"))
    record = next(record for number in range(99) if "own up to\xa0it" in labels(record := by_luck(world.process, 7, number)))
    text = CARRIED[how](written(tape_of(world.process, record, world.fingerprint, "Zoë")))
    tape = read(text)
    assert (tape.fingerprint, tape.seed, tape.side) == (world.fingerprint, 7, "Zoë")
    assert by_tape(world.process, tape) == record


def test_of_a_line_without_end_the_beginning_is_shown(world: World) -> None:
    strayed = by_tape(world.process, tape(world, "x" * 1_000_000)).strayed
    assert strayed == f"entry 1, `{'x' * 200}…`, names nothing in this story"


def test_an_entry_of_a_scene_that_is_called_like_a_line_of_the_head_is_an_entry() -> None:
    assert read("unmask tape 1\nseed 4\nrun / door / Rey / go\nscene run\n") == Tape("", 4, 0, "", ("run / door / Rey / go", "scene run"))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "it does not start with the line `unmask tape 1`"),
        ("scene call\n", "it does not start with the line `unmask tape 1`"),
        ("# unmask tape 1\n", "it does not start with the line `unmask tape 1`"),
        ("unmask tape 2\nseed 7\n", "it starts with `unmask tape 2`, and only tapes of format 1 are read; a newer unmask wrote it"),
        (f"unmask tape {'9' * 80}\n", f"it starts with `unmask tape {'9' * 28}`, and only"),
        ("unmask tape 1\nseed seven\n", "its seed is `seven`, which is no whole number"),
        ("unmask tape 1\nseed\n", "its seed is ``, which is no whole number"),
        ("unmask tape 1\nrun -1\n", "its run is `-1`, which is no whole number"),
        ("unmask tape 1\nrun 1.5\n", "its run is `1.5`, which is no whole number"),
        ("unmask tape 1\nrun ²\n", "its run is `²`, which is no whole number"),
        ("unmask tape 1\nseed ٣\n", "its seed is `٣`, which is no whole number"),
        (f"unmask tape 1\nseed {2**64}\n", f"its seed is `{2**64}`, which is no whole number"),
        (f"unmask tape 1\nrun {'9' * 5000}\n", f"its run is `{'9' * 40}`, which is no whole number"),
    ],
)
def test_what_is_no_tape_says_why(text: str, says: str) -> None:
    with pytest.raises(NoTape) as told:
        read(text)
    assert str(told.value).startswith(says)


FAIR = (
    "scene fair",
    "fair / stall / chance / sun",
    "meanwhile of Agnes as villager / sulk / chance / hum",
    "meanwhile of Wick as villager / sulk / chance / hum",
)


def test_where_a_tape_ends_the_run_breaks_off(world: World) -> None:
    record = by_tape(world.process, tape(world, *FAIR[:2]))
    assert (labels(record), record.over.ending, record.over.reason, record.strayed) == (["fair", "sun"], "", "the tape ends here", "")


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ("scene brawl", "entry 3, `scene brawl`, names nothing in this story"),
        ("fair / stall / chance / snow", "entry 3, `fair / stall / chance / snow`, names nothing in this story"),
        ("brawl / stall / chance / sun", "entry 3, `brawl / stall / chance / sun`, names nothing in this story"),
        ("fair / tent / chance / sun", "entry 3, `fair / tent / chance / sun`, names nothing in this story"),
        ("cast call", "entry 3, `cast call`, names nothing in this story"),
        ("scene call", "entry 3, `scene call`, cannot be chosen here"),
        ("cast call / a = Wick, b = Agnes", "entry 3, `cast call / a = Wick, b = Agnes`, cannot be chosen here"),
        ("fair / stall / chance / sun", "entry 3, `fair / stall / chance / sun`, cannot be chosen here"),
    ],
)
def test_a_tape_that_cannot_be_followed_says_where_and_why(world: World, entry: str, says: str) -> None:
    record = by_tape(world.process, tape(world, *FAIR[:2], entry))
    assert labels(record) == ["fair", "sun"]
    assert (record.over.ending, record.over.reason, record.strayed) == ("", says, says)


def test_a_tape_stops_at_what_is_shut_used_up_or_never_drawn(world: World) -> None:
    cast = " / a = Wick, b = Agnes"
    for label in ("sit", "own up"):
        call = ("scene call", f"cast call{cast}", f"call / table / Wick / own up{cast}", *FAIR[2:]) if label == "own up" else ()
        entry = f"call / table / Wick / {label}{cast}"
        record = by_tape(world.process, tape(world, *call, "scene call", f"cast call{cast}", entry))
        assert record.strayed == f"entry {len(call) + 3}, `{entry}`, cannot be chosen here"
    record = by_tape(world.process, tape(world, "scene fair", "fair / stall / chance / rain"))
    assert record.strayed == "entry 2, `fair / stall / chance / rain`, cannot be chosen here"


def test_on_request_the_run_goes_on_by_the_tapes_own_luck(world: World) -> None:
    whole = by_luck(world.process, 5, 3)
    entries = entries_of(whole.events, world.process.layout.scenes)
    half = by_tape(world.process, tape(world, *entries[:4], seed=5, number=3), go_on=True)
    assert half == whole
    strayed = by_tape(world.process, tape(world, *entries[:4], "scene brawl", *entries[4:], seed=5, number=3), go_on=True)
    assert strayed == whole._replace(strayed="entry 5, `scene brawl`, names nothing in this story")


def test_entries_past_the_end_of_the_story_are_told_of(world: World) -> None:
    record = by_luck(world.process, 5, 3)
    entries = entries_of(record.events, world.process.layout.scenes)
    longer = by_tape(world.process, tape(world, *entries, "scene fair", "scene call", seed=5, number=3))
    assert longer.over == record.over
    assert longer.strayed == f"the story is over before entry {len(entries) + 1}, `scene fair`"


def test_an_entry_exists_if_its_option_does_whoever_chooses(world: World) -> None:
    assert exists_in(world.model, "scene call")
    assert exists_in(world.model, "cast call / a = Agnes, b = Wick")
    assert exists_in(world.model, 'call / table / Agnes / say: "a / b" / a = Agnes, b = Wick')
    assert exists_in(world.model, "meanwhile of Agnes as villager / sulk / chance / sulk / or not")
    assert not exists_in(world.model, "call / table / Agnes / own up to it")
    assert not exists_in(world.model, "call / table / own up")
    assert not exists_in(world.model, "meanwhile of Corm / sulk / chance / hum")
