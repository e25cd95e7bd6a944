"""What runs reached is counted where it stands; what they did not is told why, each reason in a story where it is the true one."""

from collections import Counter

import pytest

import unmask
from tests.run.playing import story
from unmask.analysis.coverage import Coverage, Item, coverage
from unmask.analysis.simulate import Reference
from unmask.pipeline import World
from unmask.world.places import Places
from unmask.world.sites import Sites, Wanted


def covered(world: World, runs: int = 40) -> Coverage:
    """What so many runs under seed 7 reach."""
    sites = Sites(Places(world.model), Wanted(gates=True))
    return coverage(world.tree, sites, Reference(sites).count(7, 0, runs))


def item(found: Coverage, name: str) -> Item:
    """The scene, moment, option or ending of that name."""
    return next(one for one in found.items if one.name == name and one.what != "line")


def why(text: str, name: str, runs: int = 40) -> str:
    """Why runs of a story did not reach something."""
    return item(covered(story(text), runs), name).why


def at_line(found: Coverage, world: World, words: str) -> Item:
    """What is counted at the only line with these words."""
    ((number, _),) = [(n, line) for n, line in enumerate(world.source.lines(), 1) if words in line]
    return next(one for one in found.items if one.span.line == number)


CELLAR = """
    fact courage: 0..3
    fact lantern: yes/no
    person Oda (she)
    scene house
      moment stairs: Oda
        * go down
          if courage >= 2 and lantern
          > She goes down.
          ~ lantern = no
          -> cellar
        * stay up
          > She stays up.
          EFFECT
          -> ending morning
      moment cellar: Oda
        * look round
          > It is dark.
          ~ courage += 1
          -> end
        * feel along the wall
          if not lantern
          -> end
    ending morning
    """
"""Nobody is brave enough for the cellar but those who have been in it."""


def cellar(effect: str) -> str:
    """The story of the cellar, with this beside staying up."""
    return CELLAR.replace("EFFECT", effect)


# ── counts ──


@pytest.mark.parametrize("name", ["helmet", "village"])
def test_what_stands_beside_a_line_is_how_often_it_happened(name: str) -> None:
    runs = 12
    world = unmask.load(name)
    found = covered(world, runs)
    records = [world.run(7, number) for number in range(runs)]
    happened = Counter((event.sort, event.scene, event.moment, event.label) for run in records for event in run.events)
    options = {
        option.span: (scene.name, moment.name, option.label)
        for scene in world.model.scenes
        for moment in scene.moments
        for option in moment.options
    }
    counted = {options[one.span]: one.times for one in found.items if one.what == "option" and one.span in options}
    assert counted == {key: happened["option", *key] for key in options.values()}
    assert sum(counted.values(), 0) > 100
    endings = Counter(run.ending for run in records)
    assert {one.name: one.times for one in found.items if one.what == "ending"} == {name: endings[name] for name in world.endings}


def test_a_line_of_prose_counts_the_passages_it_was_told_in() -> None:
    world = unmask.load("village")
    found = covered(world, 12)
    told = Counter(line.span for n in range(12) for event in world.run(7, n).events for passage in event.told for line in passage.lines)
    counted = {one.span: one.times for one in found.items if one.what == "line" and one.times is not None}
    assert counted == {span: told[span] for span in counted}
    assert len(told) > 100
    assert set(told) - set(counted) == {one.span for one in found.items if one.times is None and one.span in told}


def test_what_a_kind_does_between_scenes_is_summed_over_its_people() -> None:
    world = story("""
        fact day: 0..2
        kind baker
          meanwhile
            > Bread is baked.
        person Oda (she), a baker
        person Nan (she), a baker
        scene shop
          > They sell.
          ~ day += 1
          -> end
        ending sold when day is 2
    """)
    found = covered(world, 5)
    assert item(found, "meanwhile").times == at_line(found, world, "Bread").times == 10
    assert item(found, "shop").times == at_line(found, world, "They sell").times == 10


def test_what_is_told_in_brief_or_remembered_has_no_count() -> None:
    world = story("""
        person Oda (she)
        scene walk with Oda
          in brief> She walks.
          > She sets out.
          Oda recalls> She ran.
          -> ending home
        ending home
    """)
    found = covered(world, 3)
    assert [at_line(found, world, words).times for words in ("She walks", "She sets out", "She ran")] == [None, 3, None]
    assert found.unreached == ()


def test_counts_without_gates_are_refused() -> None:
    world = unmask.load("village")
    sites = Sites(Places(world.model))
    with pytest.raises(ValueError, match="conditions were counted"):
        coverage(world.tree, sites, sites.empty())


# ── conditions ──


def test_what_only_something_unreached_could_change_is_told_with_its_line() -> None:
    reason = why(cellar("~ lantern = yes"), "go down")
    assert reason == (
        "its moment was reached 40 times; "
        "`if courage >= 2` never held there; only line 19, under `look round`, can make it so, and that was never reached; "
        "`if lantern` never held there; only line 14, under `stay up`, can make it so, and that was reached 40 times"
    )


def test_what_hangs_on_the_unreached_goes_with_it_and_names_the_way() -> None:
    world = story(cellar("~ lantern = yes"))
    found = covered(world)
    assert item(found, "cellar").why == "only the arrow at line 11 leads to it, and it stands under `go down`, which was never reached"
    assert item(found, "look round").under == item(found, "cellar").span
    assert at_line(found, world, "It is dark").under == item(found, "look round").span
    assert at_line(found, world, "It is dark").why == "option `look round` was never chosen"
    assert at_line(found, world, "She stays up").times == 40


def test_what_nothing_sets_stays_as_it_is() -> None:
    assert "`if lantern` never held there; what sets lantern never makes it so" in why(cellar("~ courage -= 1"), "go down")
    alone = cellar("~ courage -= 1").replace("          ~ lantern = no\n", "")
    assert "`if lantern` never held there; nothing sets lantern: it stays no" in why(alone, "go down")


def test_what_asks_for_more_than_there_can_be_is_told_how_far_it_goes() -> None:
    for asked in ("courage > 3", "courage >= 4", "courage = 7", "courage < 0", "9 < courage"):
        text = cellar("~ courage += 1").replace("courage >= 2", asked)
        assert f"`if {asked}` never held there; courage goes from 0 to 3 and no further" in why(text, "go down"), asked


def test_runs_that_stopped_too_early_are_told_with_the_first_of_them() -> None:
    stuck = """
        limit 9 events
        fact day: 0..2
        scene pit
          moment edge: chance
            * fall
              weight 1
            * wait
              weight 9
              -> edge
        ending out when day is 2
        """
    found = covered(story(stuck))
    firsts = [next(number for number in range(40) if story(stuck).run(seed=7, number=number).ending == stop.name) for stop in found.stops]
    assert {stop.name for stop in found.stops} == {"endless", "dead end"}
    assert sum(stop.runs for stop in found.stops) == 40
    assert [stop.first for stop in found.stops] == firsts


def test_what_lowers_a_value_cannot_raise_it() -> None:
    lowered = cellar("~ courage -= 1").replace("~ courage += 1", "~ courage = 1")
    assert "`if courage >= 2` never held there; what sets courage never makes it so" in why(lowered, "go down")


def test_a_computed_value_is_asked_for_what_it_is_made_of() -> None:
    made = (
        cellar("~ courage = 0")
        .replace("if courage >= 2", "if bold")
        .replace("fact lantern", "fact bold means courage > 2\n    fact lantern")
    )
    assert "`if bold` never held there; only lines 15 (reached 40 times) and 20 (never reached) can make it so" in why(made, "go down")


def test_two_conditions_that_held_in_turn_never_held_together() -> None:
    text = """
        fact day: 0..4
        person Oda (she)
        scene home with Oda
          moment evening: Oda
            * light the lamp
              if day > 1
              if day < 1
            * go to bed
          ~ day += 1
            -> end
        ending night when day is 4
    """.replace("          ~ day += 1\n            -> end", "              ~ day += 1\n            -> end")
    reason = why(text, "light the lamp", 10)
    assert reason == "its moment was reached 40 times; `if day > 1` held 20 times and `if day < 1` held 10 times, never both at once"


def test_what_was_so_at_the_start_and_not_when_it_was_asked_says_so() -> None:
    text = (
        cellar("~ courage = 0").replace("courage: 0..3", "courage: 0..3 = 2").replace("fact lantern: yes/no", "fact lantern: yes/no = yes")
    )
    early = text.replace("  scene house\n", "  scene house\n      ~ courage = 1\n")
    assert "`if courage >= 2` never held there; it is so when the story begins, and was not when it was asked for" in why(early, "go down")


def test_what_nobody_is_shown_is_not_believed() -> None:
    text = """
        scale feeling: none < strong
        person Oda (she)
        person Tom (he)
          feels grief: feeling = strong
        scene home
          moment talk: Oda
            * comfort him
              if seems(Tom.grief) is strong
            * talk of the weather
            -> ending bed
        ending bed
    """
    assert "nothing brings Tom.grief to Oda, who takes it for none from beginning to end" in why(text, "comfort him")
    shown = text.replace("= strong\n", "= strong\n          shows grief while Oda.calm\n").replace(
        "person Oda (she)\n", "person Oda (she)\n          keeps calm: yes/no\n"
    )
    assert "Oda can learn of Tom.grief only by line 7" in why(shown, "comfort him")


def test_a_role_stands_for_whoever_may_play_it() -> None:
    text = """
        fact day: 0..3
        kind guest
          keeps owed toward each guest: 0..1
        person Oda (she), a guest
        person Tom (he), a guest
        scene dinner with a, b: guest
          when a.owed toward b is 1
          > They eat.
          -> end
        scene walk
          ~ day += 1
          ~ Oda.owed toward Tom = 1 if day > 5
          -> end
        ending late when day is 3
    """
    assert why(text, "dinner", 5) == (
        "`when a.owed toward b is 1` never held, whoever was to be in it; "
        "only line 13, under `walk`, can make it so, and that was reached 15 times"
    )


TIDE = """
    fact tide: 0..4 = 2
    fact calm: yes/no
    person Oda (she)
    scene shore with Oda
      moment quay: Oda
        * sail
          if CONDITION
          ~ EFFECT
        * wait
          > She waits.
        -> ending home
    ending home
"""
"""Only who has sailed has changed anything."""


@pytest.mark.parametrize(
    ("condition", "helps", "does_not"),
    [
        ("tide < 2", ("tide = 1", "tide -= 1", "tide += -1", "tide = calm_tide"), ("tide = 2", "tide += 1", "tide -= 0", "tide -= -1")),
        ("tide <= 1", ("tide = 1", "tide -= 1"), ("tide = 2", "tide += 1")),
        ("tide > 2", ("tide = 3", "tide += 1", "tide = 9"), ("tide = 2", "tide -= 1", "tide += 0")),
        ("tide >= 3", ("tide = 3", "tide += 1"), ("tide = 2", "tide -= 1")),
        ("tide = 3", ("tide = 3", "tide += 1", "tide -= 1"), ("tide = 4", "tide += 0")),
        ("tide != 2", ("tide = 3", "tide += 1", "tide -= 1"), ("tide = 2",)),
        ("2 > tide", ("tide = 1", "tide -= 1"), ("tide = 2", "tide += 1")),
        ("1 >= tide", ("tide = 1",), ("tide = 2",)),
        ("2 < tide", ("tide = 3",), ("tide = 2",)),
        ("3 <= tide", ("tide = 3",), ("tide = 2",)),
        ("3 = tide", ("tide = 3",), ("tide = 2",)),
        ("not tide >= 2", ("tide = 1", "tide -= 1"), ("tide = 2", "tide += 1")),
        ("not tide = 2", ("tide = 1",), ("tide = 2",)),
        ("calm", ("calm = yes",), ("calm = no",)),
        ("tide > 2 or calm", ("tide = 0", "calm = no"), ()),
    ],
)
def test_only_what_can_make_a_condition_hold_is_named(condition: str, helps: tuple[str, ...], does_not: tuple[str, ...]) -> None:
    about = "calm" if condition == "calm" else "tide"
    text = TIDE.replace("CONDITION", condition).replace("fact calm:", "fact calm_tide means tide\n    fact calm:")
    for effect in helps:
        assert why(text.replace("EFFECT", effect), "sail", 3).endswith("can make it so, and that was never reached"), effect
    for effect in does_not:
        assert why(text.replace("EFFECT", effect), "sail", 3).endswith(f"what sets {about} never makes it so"), effect


def test_many_lines_are_counted_and_the_first_few_named() -> None:
    text = TIDE.replace("CONDITION", "tide > 3")
    two = text.replace("EFFECT", "tide += 1\n          ~ tide = 4")
    assert why(two, "sail", 3).endswith("only lines 9 and 10 can make it so, and neither of them was ever reached")
    three = two.replace("~ tide = 4", "~ tide = 4\n          ~ tide += 2")
    assert why(three, "sail", 3).endswith("only lines 9, 10 and 11 can make it so, and none of them was ever reached")
    four = three.replace("~ tide += 2", "~ tide += 2\n          ~ tide += 3").replace("> She waits.", "~ tide += 1")
    assert why(four, "sail", 3).endswith("only lines 9 (never reached), 10 (never reached), 11 (never reached) and 2 more can make it so")


def test_what_hangs_on_guesses_and_facts_at_once_has_no_cause() -> None:
    text = """
        scale feeling: none < strong
        fact storm: yes/no
        fact warning means storm
        person Oda (she)
        person Tom (he)
          feels grief, fear: feeling = strong
        scene home
          moment talk: Oda
            * comfort him
              if CONDITION
            * talk of the weather
            -> ending bed
        ending bed
    """
    never = "its moment was reached 4 times; `if CONDITION` never held there"
    for condition in ("storm or seems(Tom.grief) is strong", "seems(Tom.grief) > seems(Tom.fear)", "1 > 2"):
        assert why(text.replace("CONDITION", condition), "comfort him", 4) == never.replace("CONDITION", condition)
    assert why(text.replace("CONDITION", "warning"), "comfort him", 4).endswith("nothing sets storm: it stays no")
    both = why(text.replace("CONDITION", "warning or storm"), "comfort him", 4)
    assert both.endswith("nothing sets storm: it stays no")


def test_of_roles_less_is_known() -> None:
    text = """
        scale feeling: none < strong
        fact day: 0..3
        kind guest
          keeps owed toward each guest: 0..1
          feels grief: feeling = strong
        person Oda (she), a guest
        person Tom (he), a guest
        scene dinner with a, b: guest
          when a.owed toward b + day > 9
          > They eat.
          -> end
        scene walk with a, b: guest
          moment talk: a
            * comfort
              if seems(b.grief) is strong
              > Good.
            * talk of the weather
              ~ day += 1
            -> end
        ending late when day is 3
    """
    assert why(text, "dinner", 5) == (
        "`when a.owed toward b + day > 9` never held, whoever was to be in it; "
        "only line 19, under `talk of the weather`, sets a.owed toward b or day, and that was reached 15 times"
    )
    assert why(text, "comfort", 5) == "its moment was reached 15 times; `if seems(b.grief) is strong` never held there"


def test_what_a_kind_could_not_do_is_said_of_all_its_people() -> None:
    text = """
        fact day: 0..2
        kind baker
          keeps dough: 0..2
          meanwhile
            moment oven: chance
              * burn
                if dough > 1
              * bake
              -> end
        person Oda (she), a baker
        person Nan (she), a baker
        scene shop
          ~ day += 1
          -> end
        ending sold when day is 2
    """
    for somebody, reason in (
        ("", "nothing sets Nan.dough or Oda.dough"),
        ("~ Nan.dough -= 1", "what sets Nan.dough or Oda.dough never makes it so"),
        ("~ Nan.dough += 1", "only line 15, under `shop`, can make it so, and that was reached 10 times"),
    ):
        told = why(text.replace("~ day += 1", f"~ day += 1\n          {somebody}"), "burn", 5)
        assert told == f"its moment was reached 10 times; `if dough > 1` never held there; {reason}"


# ── luck ──


DICE = """
    person Oda (she)
    scene table with Oda
      moment throw: Oda
        * win
          +MORE "she is lucky"
        * lose
          +12 "it is a game"
        -> ending over
    ending over
"""


def test_what_was_open_and_not_drawn_has_its_odds() -> None:
    reason = why(DICE.replace("+MORE", "-5"), "win", 20)
    assert reason == (
        "its moment was reached 20 times; "
        "it was open 20 times and never drawn: its odds were 1 in about 130,000 at best; more runs may find it"
    )


def test_odds_are_said_as_a_share_where_they_are_not_small() -> None:
    likely, unlikely = (DICE.replace("+MORE", points) for points in ("+9", "+5"))
    assert "its odds were 11% at best" in why(likely, "win", 3)
    assert "its odds were 1 in about 130 at best" in why(unlikely, "win", 3)


def test_a_scene_that_was_open_and_not_drawn_has_its_odds() -> None:
    text = """
        person Oda (she)
        scene home
          +12 "it is warm"
          -> ending out
        scene abroad
          -12 "it is far"
          -> end
        ending out
    """
    assert (
        why(text, "abroad", 3) == "it was open 3 times and never drawn: its odds were 1 in about 17,000,000 at best; more runs may find it"
    )


def test_points_that_were_clipped_say_so() -> None:
    reason = why(DICE.replace("+MORE", "-15"), "win", 20)
    assert "its odds were 1 in about 17,000,000 at best; its points were clipped to what counts, -12 to 12, 20 times" in reason
    assert "clipped" not in why(DICE.replace("+MORE", "-12"), "win", 20)


def test_a_weight_of_nothing_says_so() -> None:
    text = """
        fact luck: 0..3
        person Oda (she)
        scene table with Oda
          moment throw: chance
            * win
              weight luck
            * lose
              weight 1
            -> ending over
        ending over
    """
    assert why(text, "win", 9) == "its moment was reached 9 times; it was open 9 times, and its weight was 0 whenever it was"


# ── ways ──


WAYS = """
    fact day: 0..3
    person Oda (she)
    scene home with Oda
      > She is home.
      moment door: Oda
        * knock
          ~ day += 1
          -> hall if day is 3
          -> ending out
        * wait
          ~ day += 1
          -> ending out
        > The door stays shut.
        -> end
      moment hall: Oda
        * sit
          -> end
      moment attic: Oda
        * sit there
          -> end
    scene abroad
      when day is 2
      > She is abroad.
      -> end
    ending out
    ending rain when day is 3
    ending never
"""


def test_a_moment_that_nothing_leads_to_says_so() -> None:
    assert why(WAYS, "attic") == "nothing leads to it"


def test_an_arrow_that_was_never_taken_is_named_with_its_condition() -> None:
    knocks = item(covered(story(WAYS)), "knock").times
    assert why(WAYS, "hall") == (
        f"only the arrow at line 9 (`if day is 3`) leads to it, and it was passed {knocks} times and never taken; "
        f"only lines 8 (reached {knocks} times) and 12 (reached {40 - knocks} times) can make it so"
    )


def test_what_stands_behind_options_that_all_lead_elsewhere_says_so() -> None:
    world = story(WAYS)
    assert at_line(covered(world), world, "stays shut").why == "every option of its moment has an arrow of its own"
    shut = WAYS.replace("        * wait\n          ~ day += 1\n          -> ending out\n", "        * wait\n          if day > 2\n")
    world = story(shut)
    assert at_line(covered(world), world, "stays shut").why == "the option that it stands behind, line 11, was never chosen"
    both = WAYS.replace("-> ending out", "-> ending out if day < 9")
    world = story(both)
    assert at_line(covered(world), world, "stays shut").why == (
        "the options that it stands behind, lines 7 and 11, were chosen 40 times, and each time an arrow led away or the story was over"
    )
    sometimes = WAYS.replace("          ~ day += 1\n          -> ending out\n        >", "          -> ending out if day is 0\n        >")
    world = story(sometimes)
    waits = item(covered(world), "wait").times
    assert at_line(covered(world), world, "stays shut").why == (
        f"the option that it stands behind, line 11, was chosen {waits} times, and each time an arrow led away or the story was over"
    )


def test_endings_say_what_was_missing() -> None:
    assert why(WAYS, "never") == "no arrow leads to it, and it has no `when`"
    assert why(WAYS, "rain").startswith("`when day is 3` never held the 40 times that it was asked for; only lines 8 ")
    above = WAYS.replace("    ending out\n", "    ending out when day >= 0\n")
    assert why(above, "rain") == "`when day is 3` was never asked for: an ending above it came first each time"


def test_a_scene_that_could_not_be_played_takes_all_in_it_along() -> None:
    world = story(WAYS)
    found = covered(world)
    assert item(found, "abroad").why.startswith("`when day is 2` never held there; only lines 8 ")
    assert at_line(found, world, "She is abroad").under == item(found, "abroad").span


def test_a_story_that_ends_before_anybody_chooses_says_so() -> None:
    text = WAYS.replace("      moment door: Oda\n", "      moment door: Oda\n        ~ day = 3\n")
    assert why(text, "knock") == "its moment was reached 40 times, and the story was over each time before anybody chose"
    away = WAYS.replace("      > She is home.\n", "      ~ day = 3\n")
    assert why(away, "door") == "the story was over each time before it came so far"
    past = WAYS.replace("      > She is home.\n", "      > She is home.\n      -> attic\n").replace(
        "* sit there\n          -> end", "* sit there\n          -> ending out"
    )
    assert why(past, "door") == "the arrow before it, line 6, leads elsewhere"
    twice = past.replace("-> attic", "-> hall if day > 9\n      -> attic")
    assert why(twice, "door") == "the arrows before it, lines 6 and 7, lead elsewhere"
    assert item(covered(story(WAYS.replace("-> ending out", "-> ending rain"))), "out").why.startswith("no arrow leads to it")


def test_a_kind_without_people_and_a_story_without_evenings_have_no_meanwhile() -> None:
    text = """
        fact day: 0..2
        kind ghost
          meanwhile
            > It walks.
        person Oda (she)
        scene home with Oda
          > She is home.
          -> ending out
        meanwhile
          ~ day += 1
        ending out
    """
    unplayed = [one.why for one in covered(story(text)).items if one.what == "meanwhile"]
    assert unplayed == ["nobody is of this kind", "no scene came to its end before the story did"]


def test_runs_know_why_something_was_not_reached_where_that_was_asked_for() -> None:
    world = story(cellar("~ lantern = yes"))
    assert world.simulate(40, coverage=True).coverage == covered(world)
    with pytest.raises(ValueError, match="coverage=True"):
        _ = world.simulate(40).coverage
