"""Nobody knows what happened behind their back: who may ask `happened(…)`, and of what."""

from textwrap import dedent

import pytest

import unmask
from tests.world.told import codes, told

PARISH = """
kind villager
person Oda (she), a villager
  feels grief: 0..2
  {FIELD}
person Tobit (he), a villager
person Nan (she)
fact days: 0..9
{FACT}

scene market with Oda, Tobit
  when {WHEN}
  moment stall: Oda
    * buy the jug
      ~ Oda.grief = 1
    * walk on
    -> bench
  moment bench: Tobit
    * sit
    * wave
      {TOBITS}
      Tobit> {PROSE}
      > {CAMERA}
    -> end

scene chapel with Nan
  moment prayer: Nan
    * kneel
    * leave
      {NANS}
    -> bell
  moment bell: chance
    * it rings
    * it is still
      {CHANCE}
    -> end

scene fair
  moment booth: Nan
    * dance
    * go
    -> end

scene visit with a, b: villager
  moment door: a
    * knock
    * turn back
      {ROLE}
    -> end

meanwhile
  ~ days += 1
  ~ days = 9 if {EFFECT}
  moment post: chance
    * a card comes
    * nothing comes
    -> end

motif market day
  scene market
  then bench / sit
    or fair day
motif fair day
  scene fair
motif at church
  scene fair
  then 2 times chance: it rings
motif a sad day
  scene market
    when Oda.grief > 0
motif a door opens with a: villager
  a: knock

ending late when days is 9 or {ENDING}
"""
PLAIN = {"FIELD": "feels calm: 0..2", "FACT": "fact dry: yes/no", "WHEN": "days < 9", "EFFECT": "days > 8", "ENDING": "days is 8"}


def told_of_minds(place: str, text: str) -> list[str]:
    """The words that nobody there may weigh, with one line put into the parish."""
    story = dedent(PARISH).replace(f"{{{place}}}", text)
    for name in ("FIELD", "FACT", "WHEN", "EFFECT", "ENDING"):
        story = story.replace(f"{{{name}}}", PLAIN[name])
    for name in ("TOBITS", "NANS", "CHANCE", "ROLE"):
        story = story.replace(f"{{{name}}}", "is quiet")
    for name in ("PROSE", "CAMERA"):
        story = story.replace(f"{{{name}}}", "So it is.")
    found = told(story)
    assert {code for code, _ in found} <= {
        "not-there-to-know", "never-read", "never-written", "told-again", "tag-without-tendency", "look-alike-names", "unreachable",
    }  # fmt: skip
    return [words for code, words in found if code == "not-there-to-know"]


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("TOBITS", "if happened(Oda: walk on)"),
        ("TOBITS", "if happened(stall / buy the jug)"),
        ("TOBITS", "if happened(scene market) and happened(scene fair)"),
        ("TOBITS", "if happened(Tobit: sit)"),
        ("TOBITS", "if happened(Tobit: knock)"),
        ("TOBITS", "unless happened(Nan: dance)"),
        ("TOBITS", '+1 "it is over" if happened(ending late)'),
        ("TOBITS", "if happened(market day)"),
        ("NANS", "if happened(fair day)"),
        ("NANS", "if happened(at church)"),
        ("NANS", "if happened(chance: it rings)"),
        ("ROLE", "if happened(a: knock)"),
        ("ROLE", '-1 "it was no use" if happened(scene fair)'),
        ("FIELD", "keeps knows means happened(Tobit: wave)"),
        ("PROSE", "It is {if happened(Oda: walk on): lonely | else: not}."),
        ("CAMERA", "It is {if happened(Oda: walk on): late | else: not}."),
        ("FACT", "fact merry means happened(Nan: dance)"),
        ("FACT", "secret doom means happened(Nan: kneel) and happened(a sad day)"),
        ("WHEN", "not happened(Nan: kneel)"),
        ("CHANCE", '+1 "it is late" if happened(at church) and happened(a door opens)'),
        ("EFFECT", "happened(Oda: knock)"),
        ("ENDING", "happened(market day)"),
    ],
)
def test_what_one_was_there_for_may_be_asked_and_the_author_may_ask_for_anything(place: str, line: str) -> None:
    assert told_of_minds(place, line) == []


@pytest.mark.parametrize(
    ("place", "line", "words"),
    [
        ("TOBITS", "if happened(Nan: kneel)", "happened(Nan: kneel)"),
        ("TOBITS", "if happened(prayer / kneel)", "happened(prayer / kneel)"),
        ("TOBITS", "if happened(scene chapel)", "happened(scene chapel)"),
        ("TOBITS", "if happened(Oda: knock)", "happened(Oda: knock)"),
        ("TOBITS", "if happened(door / knock)", "happened(door / knock)"),
        ("TOBITS", "if happened(chance: a card comes)", "happened(chance: a card comes)"),
        ("TOBITS", "if happened(at church)", "happened(at church)"),
        ("TOBITS", "if happened(a sad day)", "happened(a sad day)"),
        ("TOBITS", "if happened(a door opens)", "happened(a door opens)"),
        ("NANS", "if happened(market day)", "happened(market day)"),
        ("ROLE", '+1 "b would" if happened(b: knock)', "happened(b: knock)"),
        ("ROLE", "if happened(a door opens)", "happened(a door opens)"),
        ("ROLE", "if happened(Oda: knock)", "happened(Oda: knock)"),
        ("FIELD", "keeps knows means happened(Nan: kneel)", "happened(Nan: kneel)"),
        ("FIELD", 'tends to quiet: +1 "she may" if happened(Nan: kneel)', "happened(Nan: kneel)"),
        ("PROSE", "{if happened(Nan: kneel): She prayed.}", "happened(Nan: kneel)"),
        ("CAMERA", "{if happened(Nan: kneel): She prayed.}", "happened(Nan: kneel)"),
        ("FACT", "fact merry means happened(Oda: walk on)", "happened(Oda: walk on)"),
    ],
)
def test_nobody_acts_on_what_happened_behind_their_back(place: str, line: str, words: str) -> None:
    assert told_of_minds(place, line) == [words]


def test_motifs_that_wait_for_each_other_in_their_conditions_are_looked_through_once() -> None:
    story = """
        person Oda (she)
        scene lane
          moment gate: Oda
            * open it
            * wait
              if happened(one)
            -> end
        motif one
          Oda: open it
            when happened(other)
        motif other
          Oda: wait
            when happened(one) or happened(Oda: open it)
    """
    assert codes(story) == {"no-ending", "unreachable"}


GATE = """
kind villager
person Oda (she), a villager
{MORE}
scene lane
  moment gate: Oda
    * open it
    * wait
      {GUARD}
    -> end
{MOTIF}
"""
AGAIN = "motif again\n  Oda: open it\n  then again"
MANY = "motif all of us with a, b, c, d, e, f: villager\n  a: open it\n  then b: open it"


@pytest.mark.parametrize("asked", [True, False])
@pytest.mark.parametrize(("motif", "name"), [(AGAIN, "again"), (MANY, "all of us")])
def test_a_motif_that_cannot_be_followed_stops_its_story(motif: str, name: str, asked: bool) -> None:
    crowd = "\n".join(f"person P{letter} (they), a villager" for letter in "abcdef")
    story = GATE.format(MORE=crowd, GUARD="unless happened(Oda: open it)", MOTIF=motif)
    story += f"ending never when happened({name})" if asked else "ending never when happened(Oda: wait)"
    assert [code for code, _ in told(story)] == ["strange-motif"]
    with pytest.raises(unmask.StoryProblems):
        unmask.pipeline.world_from(unmask.problems.place.Source("gate", story))
