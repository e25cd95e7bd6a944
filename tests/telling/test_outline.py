"""What is told and in what order: full or brief, who was there, what a memory keeps."""

from tests.telling.told import bare, lines, played, sections, story

DUELS = """
scene duel with Rey, Kylo
  when day < 9
  in brief> {if times is 1: Once more they fight. | else: They fight {times} times more.}
  Kylo in brief>+ He counts {times}.
  moment clash: Rey
    * strike
      > She strikes.
    * wait
      > She waits.
    -> end
meanwhile
  ~ day += 1
ending rest when day is 9
  > It is over.
"""
STRIKE = ["scene duel", "duel / clash / Rey / strike"]
WAIT = ["scene duel", "duel / clash / Rey / wait"]


def test_a_scene_is_told_in_full_when_something_in_it_is_new_and_when_it_is_the_last() -> None:
    run = played(story(DUELS), [*STRIKE * 3, *WAIT, *STRIKE, *WAIT * 4])
    assert sections(run) == [
        ["She strikes."],
        ["They fight two times more."],
        ["She waits."],
        ["They fight four times more."],
        ["She waits."],
        ["It is over."],
    ]


def test_one_scene_in_brief_is_not_told_as_many() -> None:
    run = played(story(DUELS), [*STRIKE * 2, *WAIT, *STRIKE * 6])
    assert sections(run)[1] == ["Once more they fight."]


def test_a_side_adds_its_own_words_to_what_is_told_in_brief() -> None:
    run = played(story(DUELS), [*STRIKE * 3, *WAIT * 6])
    assert sections(run, "Kylo")[1] == ["They fight two times more. He counts two."]
    assert sections(run, "Rey")[1] == ["They fight two times more."]


def test_both_sides_tell_the_same_scenes_in_full() -> None:
    for number in range(20):
        run = story(DUELS).run(3, number)
        sides = [[line for line in lines(run, side) if line.startswith("She")] for side in ("Kylo", "Rey", "world")]
        assert sides[0] == sides[1] == sides[2]


def test_a_scene_without_a_brief_line_is_always_told_in_full() -> None:
    text = DUELS.replace("  in brief>", "  # >").replace("  Kylo in brief>+", "  # >")
    assert len(sections(played(story(text), STRIKE * 9))) == 10


def test_neighbouring_scenes_in_brief_make_one_paragraph_with_a_line_for_each_name() -> None:
    text = DUELS + (
        "scene camp with Rey, Kylo\n  when day < 9\n  in brief> They camp {times(times)}.\n  moment fire: Rey\n    * sleep\n"
        "      > She sleeps.\n    -> end\n"
    )
    camp = ["scene camp", "camp / fire / Rey / sleep"]
    run = played(story(text), [*STRIKE, *camp, *STRIKE, *camp * 2, *STRIKE, *camp, *STRIKE * 2])
    assert sections(run, "Rey") == [
        ["She strikes."],
        ["She sleeps."],
        ["They fight three times more. They camp three times."],
        ["She strikes."],
        ["It is over."],
    ]


VISITS = """
fact day: 0..9
kind villager
person Ada (she), a villager
person Bo (he), a villager
person Cy (they), a villager
scene call with a, b: villager
  when day < 6
  in brief> {times} calls are paid.
  moment door: a
    * knock
      > {a} calls on {b}.
    -> end
meanwhile
  ~ day += 1
"""


def visit(a: str, b: str) -> list[str]:
    return ["scene call", f"cast call / a = {a}, b = {b}", f"call / door / {a} / knock / a = {a}, b = {b}"]


def test_whoever_does_something_for_the_first_time_is_told_it_in_full() -> None:
    calls = [*visit("Ada", "Bo"), *visit("Bo", "Ada"), *visit("Ada", "Cy"), *visit("Cy", "Bo"), *visit("Ada", "Cy"), *visit("Ada", "Bo")]
    run = played(bare(VISITS), calls)
    assert lines(run, "Cy") == ["Ada calls on Cy.", "One calls are paid.", "Ada calls on Cy."]
    assert lines(run, "Ada")[:3] == ["Ada calls on Bo.", "One calls are paid.", "Ada calls on Cy."]


def test_the_all_seeing_telling_has_heard_it_from_anybody() -> None:
    calls = [*visit("Ada", "Bo"), *visit("Bo", "Ada"), *visit("Ada", "Cy"), *visit("Cy", "Bo"), *visit("Ada", "Cy"), *visit("Ada", "Bo")]
    assert lines(played(bare(VISITS), calls)) == ["Ada calls on Bo.", "Three calls are paid.", "Ada calls on Cy.", "Ada calls on Bo."]


def test_a_side_is_told_only_what_it_was_there_for() -> None:
    run = played(bare(VISITS), visit("Ada", "Bo") * 5 + visit("Cy", "Ada"))
    assert lines(run, "Cy") == ["Cy calls on Ada."]


def test_what_happens_meanwhile_begins_a_section_and_goes_to_everybody() -> None:
    text = "scene watch with Rey\n  when day < 2\n  > She keeps watch.\nmeanwhile\n  ~ day += 1\n  > A day passes.\n"
    text = text.replace("  > She keeps watch.\n", "  > She keeps watch.\n  -> end\n")
    run = story(text).run(1)
    assert sections(run, "Rey") == [["She keeps watch."], ["A day passes.", "She keeps watch."], ["A day passes."]]
    assert lines(run, "Kylo") == ["A day passes.", "A day passes."]


def test_what_passed_before_scenes_in_brief_is_told_before_them() -> None:
    text = DUELS.replace("  ~ day += 1\n", "  ~ day += 1\n  > {if day is 1: Snow falls. | if day is 4: It thaws.}\n")
    run = played(story(text), [*STRIKE * 4, *WAIT * 5])
    assert sections(run)[:3] == [["She strikes."], ["Snow falls.", "They fight three times more."], ["She waits."]]


def test_what_passed_between_scenes_in_brief_is_told_between_them() -> None:
    text = DUELS.replace("  ~ day += 1\n", "  ~ day += 1\n  > {if day is 4: Snow falls.}\n")
    text += "scene watch with Kylo\n  when day < 9\n  moment hill: Kylo\n    * look\n      > He looks.\n    -> end\n"
    run = played(story(text), [*STRIKE * 3, "scene watch", "watch / hill / Kylo / look", *STRIKE * 5])
    assert sections(run, "Rey")[1:3] == [["They fight two times more."], ["Snow falls.", "They fight four times more."]]


def test_an_ending_that_comes_meanwhile_stands_by_itself() -> None:
    text = "scene watch with Rey\n  > She keeps watch.\n  -> end\nmeanwhile\n  ~ day += 1\nending gone when day is 1\n  > She is gone.\n"
    assert sections(story(text).run(1), "Kylo") == [["She is gone."]]
    assert sections(story(text).run(1), "Rey") == [["She keeps watch."], ["She is gone."]]


def test_an_ending_inside_a_scene_goes_on_with_it() -> None:
    text = "scene watch with Rey\n  > She keeps watch.\n  -> ending gone\nending gone\n  >+ She is gone.\n"
    assert sections(story(text).run(1)) == [["She keeps watch. She is gone."]]


def test_an_absent_side_has_the_lines_that_are_its_own() -> None:
    text = "scene watch with Rey\n  once\n  > She keeps watch.\n  Kylo> He dreams of her.\n  Rey> She thinks of him.\n  -> end\n"
    assert lines(story(text).run(1), "Kylo") == ["He dreams of her."]
    assert lines(story(text).run(1), "world") == ["She keeps watch."]


def test_a_side_that_is_never_there_is_told_an_ending_and_no_more() -> None:
    run = played(story(DUELS.replace("with Rey, Kylo", "with Rey").replace("Kylo in brief>+", "Rey in brief>+")), STRIKE * 9)
    assert lines(run, "Kylo") == ["It is over."]


MEMORY = """
scene duel with Rey, Kylo
  once
  > They meet.
  moment clash: Kylo
    * kneel
      > He kneels.
      Kylo> His knee gives way.
      Kylo recalls> He chose to kneel.
      Kylo recalls>+ She was surprised.
      > She laughs.
    -> after
  moment after
    > It snows.
    Kylo> He weeps.
    Kylo denies> He is glad of it.
    -> end
"""


def test_what_somebody_recalls_stands_for_all_the_other_lines_of_the_passage() -> None:
    run = story(MEMORY).run(1)
    assert lines(run, "Kylo", True) == ["They meet.", "He chose to kneel. She was surprised.", "It snows.", "He weeps."]


def test_as_it_happened_nothing_is_recalled_and_nothing_denied() -> None:
    told = lines(story(MEMORY).run(1), "Kylo")
    assert told == ["They meet.", "He kneels.", "His knee gives way.", "She laughs.", "It snows.", "He weeps.", "He is glad of it."]


def test_another_persons_memory_is_untouched_by_what_he_recalls() -> None:
    assert lines(story(MEMORY).run(1), "Rey", True) == ["They meet.", "He kneels.", "She laughs.", "It snows."]


def test_a_run_broken_off_is_told_as_far_as_it_goes_and_says_why() -> None:
    world = story(DUELS)
    run = world.replay("unmask tape 1\n\nscene duel\nduel / clash / Rey / strike\nscene duel\n")
    assert lines(run) == ["She strikes."]
    assert run.telling("world").ending == "It breaks off here: the tape ends here."
    empty = world.replay("unmask tape 1\n")
    assert (lines(empty), empty.events) == ([], ())


def test_a_run_broken_off_before_its_cast_is_known_can_be_told() -> None:
    run = bare(VISITS).replay("unmask tape 1\n\nscene call\n")
    assert lines(run, "Ada") == []


def test_a_brief_line_sees_the_world_as_the_next_scene_finds_it() -> None:
    text = DUELS.replace("They fight {times} times more.", "From day {was(day)} to day {day} they fight.")
    run = played(story(text), [*STRIKE * 4, *WAIT * 5])
    assert sections(run)[1] == ["From day one to day four they fight."]
