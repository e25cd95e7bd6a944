"""A model in the PRISM language has the odds of the story, exactly, and can be read by whoever knows the story.

`tests/export/prism.py` reads the models as the language's own page has it; `tests/storm.py` has a model checker read them.
"""

import re
from fractions import Fraction

import pytest

from tests.export.ended import story
from tests.export.prism import Model
from tests.export.solving import NEVER, odds_of
from unmask import load
from unmask.export.to_prism import to_prism
from unmask.pipeline import World, world_from
from unmask.problems.place import Source

KITCHEN = """\
scale feeling: none < faint < strong
fact evening: 0..3
kind villager
  feels shame: feeling = strong
  feels fear: feeling for the scene
  keeps blames toward each villager: yes/no
  open loud: yes/no for the scene
  expects each villager.fear = faint
  shows fear as max(fear, shame) unless loud
  reads each villager.fear as strong while blames toward villager
  tends to confess: -shame "there would be talk"
person Oda (she), a villager
person Thorne (he), a villager
  shame = none
person Nan (she), a villager
scene call with a, b: villager
  when evening < 3
  +a.shame "any company will do"
  +1 "to see for oneself" if a.blames toward b
  fact dropped: yes/no
  moment floor: chance
    * nothing falls
      85%
    * a button falls
      15%
      ~ dropped = yes
      ~ a.fear = strong
    -> table
  moment table: a
    * own up
      if shame is not none
      is confess
      +seems(b.fear) "somebody else is afraid"
      +2 "it lies there" if dropped
      ~ shame = none
      -> ending buttons if b.shame is none
    * blame
      once
      ~ a.blames toward b = yes
      ~ a.loud = yes
    * talk
      +1 "turnips are nobody's fault"
      -> end
    ~ b.fear += 1
    -> answer
  moment answer: b
    * nod
      +seems(a.fear) "better not to ask"
    * leave
      ~ evening += 1 if seems(b, a.fear) is strong
    -> end
meanwhile
  ~ evening += 1
  ~ Oda.shame += 1 if Oda.shame is faint
ending buttons
ending nine when evening is 3
motif a confession after a quarrel with a, b: villager
  a: blame
  then b: own up
"""


def world(text: str) -> World:
    return world_from(Source("story", text))


def both(text: str) -> tuple[dict[str, Fraction], dict[str, Fraction]]:
    """The odds of the model, and those of the reference under the model's names."""
    found = world(text)
    reference = odds_of(found.process)
    return Model(to_prism(found.model)).odds(), {
        name if name == NEVER else f"ending_{name.replace(' ', '_')}": share for name, share in reference.items()
    }


# ── what it says is so ──


@pytest.mark.parametrize("number", [36, 62, 63, 80, 87, 88, 94, 132, 137, 168, 171, 173])
def test_a_made_world_and_its_model_end_alike_to_the_last_digit(number: int) -> None:
    model, reference = both(story(number))
    assert len(reference) > 1
    assert model == reference


def test_roles_beliefs_and_what_happens_once_are_in_the_model() -> None:
    model, reference = both(KITCHEN)
    assert set(reference) == {"ending_buttons", "ending_nine"}
    assert model == reference


def test_a_choice_is_weighed_as_the_story_weighs_it() -> None:
    text = """\
person Oda (she)
scene door with Oda
  moment door: Oda
    * knock
      +2 "it is cold"
      -> ending in
    * wait
      -1 "nobody is coming"
      -> ending out
ending in
ending out
"""
    assert Model(to_prism(world(text).model)).odds() == {"ending_in": Fraction(8, 9), "ending_out": Fraction(1, 9)}


def test_points_count_to_twelve_and_no_further() -> None:
    text = """\
fact cold: 0..9 = 9
scene door
  moment door: chance
    * knock
      +cold + cold "it is cold"
      ~ cold = 0
    * wait
      -> ending out
    -> ending in
ending in
ending out
"""
    assert both(text)[0] == both(text)[1] == {"ending_in": Fraction(4096, 4097), "ending_out": Fraction(1, 4097)}


def test_people_look_all_at_once() -> None:
    text = """\
scale feeling: none < faint < strong
person Oda (she)
  feels hope: feeling = strong
  keeps guess means seems(Thorne.hope)
  shows hope
  shows guess
person Thorne (he)
  feels hope: feeling = faint
  shows hope
scene porch with Oda, Thorne
  -> ending before if seems(Thorne, Oda.guess) is none
  -> ending after
ending before
ending after
"""
    assert both(text)[0] == both(text)[1] == {"ending_before": Fraction(1)}


def test_a_second_look_sees_what_the_first_made_others_believe() -> None:
    text = """\
scale feeling: none < faint < strong
person Oda (she)
  keeps guess means seems(Thorne.hope)
  shows guess
person Thorne (he)
  feels hope: feeling
  shows hope
scene porch with Oda, Thorne
  moment news: chance
    * good
      ~ Thorne.hope = strong
    * bad
      ~ Thorne.hope = faint
    * bad at first
      ~ Thorne.hope = faint
      -> news
    -> meeting
  moment meeting: Thorne
    * speak
    -> ending believed if seems(Thorne, Oda.guess) is strong
    -> ending otherwise
ending believed
ending otherwise
"""
    assert both(text)[0] == both(text)[1] == {"ending_believed": Fraction(1, 2), "ending_otherwise": Fraction(1, 2)}


def test_an_option_with_an_arrow_of_its_own_is_not_closed_with_the_moment() -> None:
    text = """\
fact open: 0..1
fact shut: 0..1
scene hall
  moment wind: chance
    * a gust
      ~ open = 1
    * none
    -> door
  moment door: chance
    * leave
      -> aside if open is 1
    * wait
      -> door
    ~ shut = 1
    -> aside
  moment aside: chance
    * sit down
      weight shut
      -> ending warm
    * sit down in a coat
      weight 1
    -> ending cold
ending warm
ending cold
"""
    assert both(text)[0] == both(text)[1] == {"ending_warm": Fraction(1, 4), "ending_cold": Fraction(3, 4)}


def test_effects_of_one_passage_see_each_other() -> None:
    text = """\
fact low: 0..5 = 1
fact high: 0..5 = 4
scene swap
  ~ low = high
  ~ high = low - 1
  ~ low += high if high is 3
  -> ending so if low is 5 and high is 3
  -> ending otherwise
ending so
ending otherwise
"""
    assert both(text)[0] == both(text)[1] == {"ending_so": Fraction(1)}


def test_a_story_that_may_never_be_over_is_not_cut_off() -> None:
    text = """\
fact found: yes/no
scene wood
  when not found
  moment path: chance
    * go round in a circle
      3%
      -> circle
    * turn back
      97%
      -> ending home
  moment circle
    -> circle
ending home
limit 5 events
"""
    model = to_prism(world(text).model)
    assert Model(model).odds() == {"ending_home": Fraction(97, 100), NEVER: Fraction(3, 100)}
    assert "The limit of 5 events is not in this model" in model


def test_what_cannot_go_on_ends_as_it_does_in_a_run() -> None:
    stuck = """\
fact door: yes/no
scene hall
  moment hall: chance
    * try the door
      if door
      -> ending out
ending out
"""
    assert both(stuck)[0] == both(stuck)[1] == {"ending_dead_end": Fraction(1)}
    alone = "fact day: 0..2\nscene day\n  when day < 2\n  moment noon: chance\n    * wait\n    -> end\nmeanwhile\n  ~ day += 1\n"
    assert both(alone)[0] == both(alone)[1] == {"ending_unresolved": Fraction(1)}
    negative = stuck.replace("if door", "weight 0 - 1").replace(
        "ending out\n", "ending out\n    * wait\n      weight 3\n      -> ending out\n", 1
    )
    assert both(negative)[0] == both(negative)[1] == {"ending_dead_end": Fraction(1)}


# ── motifs ──


def test_a_motif_that_was_asked_for_has_a_label() -> None:
    name = "a confession after a quarrel"
    model = Model(to_prism(world(KITCHEN).model, [name]))
    without = KITCHEN.replace("      ~ a.loud = yes", "      ~ a.loud = yes\n      -> ending nine")
    assert 0 < model.reaches("motif_a_confession_after_a_quarrel") < Fraction(1, 2)
    assert Model(to_prism(world(without).model, [name])).reaches("motif_a_confession_after_a_quarrel") == 0


def test_a_motif_happens_as_often_as_its_odds_say() -> None:
    text = """\
scene coin
  moment toss: chance
    * heads
    * tails
    -> again
  moment again: chance
    * heads
    * tails
    -> ending over
ending over
motif twice
  toss / heads
  next again / heads
motif the end
  ending over
"""
    model = Model(to_prism(world(text).model, ["twice", "the end"]))
    assert model.reaches("motif_twice") == Fraction(1, 4)
    assert model.reaches("motif_the_end") == 1


def test_what_happened_is_in_the_state() -> None:
    text = """\
scene coin
  moment toss: chance
    * heads
    * tails
    -> ending luck if happened(toss / heads)
    -> ending none of it
ending luck
ending none of it
"""
    assert both(text)[0] == both(text)[1] == {"ending_luck": Fraction(1, 2), "ending_none_of_it": Fraction(1, 2)}


def test_each_line_of_a_motif_asks_for_its_own_condition() -> None:
    text = """\
fact day: 0..2
scene walk
  moment way: chance
    * on
    * far
    -> end
meanwhile
  ~ day += 1
ending over when day is 2
motif early to late
  scene walk
    when day is 0
  then scene walk
    when day is 1
motif late to early
  scene walk
    when day is 1
  then scene walk
    when day is 0
"""
    model = Model(to_prism(world(text).model, ["early to late", "late to early"]))
    assert model.reaches("motif_early_to_late") == 1
    assert model.reaches("motif_late_to_early") == 0


# ── what it looks like ──


def test_names_are_identifiers_and_no_two_are_one() -> None:
    text = """\
fact label: 0..2
fact a: 0..2
fact lamp lit: 0..2
fact lamp-lit: 0..2
fact größe: 0..2
fact 灯: 0..2
scene day
  moment noon: chance
    * wait
      weight 1 + label + a + lamp lit + lamp-lit + größe + 灯
      ~ label += 1
      ~ a += 1
      ~ lamp lit += 1
      ~ lamp-lit += 1
      ~ größe += 1
      ~ 灯 += 1
      -> noon
    * go
      weight 1
      -> ending gone
ending gone
"""
    model = to_prism(world(text).model)
    names = re.findall(r"^  (\w+) : \[", model, re.MULTILINE)
    assert names == ["at", "label_2", "x_a", "lamp_lit", "lamp_lit_2", "groe", "x_x"]
    assert "  // größe\n" in model
    assert both(text)[0] == both(text)[1]


def test_the_table_says_in_the_words_of_the_story_where_one_is() -> None:
    model = to_prism(world(KITCHEN).model)
    table = dict(re.findall(r"^// +(\d+)  (.+)$", model, re.MULTILINE))
    assert "call (a = Oda, b = Thorne) / table: Oda chooses" in table.values()
    end = next(number for number, words in table.items() if words == "the end: buttons")
    assert f'label "ending_buttons" = at={end};' in model
    assert "  Oda_seems_Thorne_fear : [0..2] init 1;  // seems(Oda, Thorne.fear): 0 none, 1 faint, 2 strong" in model
    assert "// once: call (Oda, Nan) / table / blame; 1 yes" in model


def test_what_nothing_reads_is_left_out() -> None:
    text = """\
fact spoken: 0..9
scene day
  moment noon: chance
    * speak
      ~ spoken += 1
    * go
      -> ending gone
    -> end
ending gone
"""
    assert "spoken" not in to_prism(world(text).model)


def test_what_will_not_be_read_any_more_is_forgotten() -> None:
    """Of the first coin nothing is left once it was looked at, and of the second nothing at the end."""
    text = """\
fact first: 0..1
fact second: 0..1
scene coins
  moment toss: chance
    * heads
      ~ first = 1
    * tails
    -> look
  moment look: chance
    * away
      weight 1 + first
    * up
      weight 1
    -> last
  moment last: chance
    * heads
      ~ second = 1
    * tails
    -> ending won if second is 1
    -> ending lost
ending won
ending lost
"""
    model = Model(to_prism(world(text).model))
    seen, todo = set(), [model.start]
    while todo:
        state = todo.pop()
        if state not in seen:
            seen.add(state)
            todo += [to for _, to in model.ways(state)]
    assert len(seen) == 6  # the toss; the look, twice; the last toss; two ends


def test_the_same_story_gives_the_same_model() -> None:
    assert to_prism(world(KITCHEN).model) == to_prism(world(KITCHEN).model)


@pytest.mark.parametrize("name", ["helmet", "village"])
def test_the_bundled_worlds_can_be_written(name: str) -> None:
    found = load(name).model
    model = to_prism(found)
    assert len(re.findall("^label", model, re.MULTILINE)) == len(found.endings) + 3


def test_wherever_one_goes_in_helmet_its_model_goes_on() -> None:
    """What is likeliest is followed; at each step one command holds, and all of its shares make 1."""
    model = Model(to_prism(load("helmet").model))
    state = model.start
    for _ in range(100):
        state = max(model.ways(state), key=lambda way: way[0])[1]
    assert state != model.start
