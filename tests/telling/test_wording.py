"""Which words are chosen: fresh ones as long as there are any, the same for all who hear them. What happens hangs on none of them."""

import re
from itertools import pairwise

import pytest

from tests.telling.test_outline import VISITS, visit
from tests.telling.told import bare, lines, played, story
from unmask.pipeline import Run, World

PACES = (
    "scene walk with Rey, Kylo\n  when day < 9\n"
    "  > {any: She walks. | She runs. | She stops. | She turns.}\n  -> end\nmeanwhile\n  ~ day += 1\n"
)


def walked(world: World, side: str = "world", runs: int = 12) -> list[list[str]]:
    return [lines(world.run(5, number), side) for number in range(runs)]


def test_no_alternative_comes_again_until_all_have_come() -> None:
    for told in walked(story(PACES)):
        assert len(set(told[:4])) == 4
        assert len(set(told[4:8])) == 4


def test_no_alternative_comes_twice_running() -> None:
    for told in walked(story(PACES)):
        assert all(one != next_one for one, next_one in pairwise(told))


def test_every_alternative_can_be_the_first() -> None:
    assert {told[0] for told in walked(story(PACES), runs=40)} == {"She walks.", "She runs.", "She stops.", "She turns."}


def test_with_other_people_in_the_roles_it_is_the_same_passage() -> None:
    text = re.sub(r"  in brief>.*\n", "", VISITS).replace("{a} calls on {b}.", "{any: {a} calls on {b}. | {a} knocks at {b's}.}")
    calls = [*visit("Ada", "Bo"), *visit("Bo", "Cy"), *visit("Cy", "Ada"), *visit("Ada", "Cy")]
    told = lines(bare(text).replay("unmask tape 1\nseed 3\n\n" + "\n".join(calls)))
    assert ["calls" in line for line in told] in ([True, False, True, False], [False, True, False, True])


def test_a_single_alternative_and_an_empty_one_are_fine() -> None:
    text = PACES.replace("{any: She walks. | She runs. | She stops. | She turns.}", "{any: She walks.} {any: | Slowly.}")
    for told in walked(story(text)):
        assert [line == "She walks." for line in told[:2]] in ([True, False], [False, True])
        assert set(told) == {"She walks.", "She walks. Slowly."}


def test_first_and_then_count_the_tellings_and_the_last_stays() -> None:
    text = PACES.replace("any: She walks. | She runs. | She stops. | She turns.", "first: She walks. | then: She runs. | then: She rests.")
    assert lines(story(text).run(1))[:4] == ["She walks.", "She runs.", "She rests.", "She rests."]


def test_first_counts_what_this_telling_told() -> None:
    text = (
        "scene a with Rey\n  when day < 2\n  Rey> {first: Again? | then: Again.}\n"
        "  Kylo> {first: Who? | then: She.}\n  -> end\nmeanwhile\n  ~ day += 1\n"
    )
    assert lines(story(text).run(1), "Rey") == ["Again?", "Again."]
    assert lines(story(text).run(1), "Kylo") == ["Who?", "She."]


def test_alternatives_nest() -> None:
    text = PACES.replace("any: She walks. | She runs. | She stops. | She turns.", "any: She {any: walks | runs}. | {if day < 9: Snow.}")
    assert {line for told in walked(story(text)) for line in told} == {"She walks.", "She runs.", "Snow."}


@pytest.mark.parametrize("number", range(5))
def test_both_sides_quote_the_same_words(number: int) -> None:
    text = PACES.replace("  -> end\n", "  Kylo> {any: He looks. | He sees. | He stares.}\n  Rey> {any: Warm. | Cold.}\n  -> end\n", 1)
    run = story(text).run(2, number)
    shared = [[line for line in lines(run, side) if line.startswith("She")] for side in ("Kylo", "Rey", "world")]
    assert shared[0] == shared[1] == shared[2]
    assert len(shared[0]) == 9


def test_each_sides_own_words_are_drawn_apart() -> None:
    text = PACES.replace("  > {any", "  Kylo> {any").replace(
        "  -> end\n", "  Rey> {any: She walks. | She runs. | She stops. | She turns.}\n  -> end\n", 1
    )
    runs = [story(text).run(2, number) for number in range(6)]
    assert [lines(run, "Kylo") for run in runs] != [lines(run, "Rey") for run in runs]


def test_two_lines_of_a_passage_are_drawn_apart() -> None:
    world = story(PACES.replace("  -> end\n", "  > {any: 1 | 2 | 3 | 4}\n  -> end\n", 1))
    first = {tuple(lines(world.run(2, number))[:2]) for number in range(40)}
    assert len(first) > 4


def test_changing_one_line_leaves_all_the_others_word_for_word() -> None:
    before = PACES.replace("  -> end\n", "  > {any: Snow. | Rain. | Fog.}\n  > {any: He looks. | He sees. | He stares.}\n  -> end\n", 1)
    for after in (before.replace("  > {any: Snow. | Rain. | Fog.}\n", ""), before.replace("Snow. | Rain. | Fog.", "Hail. | Wind.")):
        for number in range(6):
            old, new = story(before).run(4, number), story(after).run(4, number)
            assert unchanged(old) == unchanged(new)


def unchanged(run: Run) -> list[str]:
    return [line for line in lines(run) if line.startswith(("She", "He "))]


CHOICE = """
scene camp with Rey, Kylo
  when day < 5
  moment fire: Rey
    * stay
      +1 "it is warm"
      > She stays.
    * go
      > {any: She goes. | She leaves.}
    -> end
meanwhile
  ~ day += 1
"""


def test_prose_never_changes_what_happens() -> None:
    silent = re.sub(r" +> .*\n", "", CHOICE)
    wordy = CHOICE.replace("> She stays.", "> {any: She stays. | She sits.} {first: Still. | then: Yet.}\n      Kylo> {any: Good. | So.}")
    for number in range(20):
        events = [[(event.moment, event.label) for event in story(text).run(9, number).events] for text in (CHOICE, silent, wordy)]
        assert events[0] == events[1] == events[2]


def test_prose_is_no_part_of_what_a_tape_remembers() -> None:
    assert story(CHOICE).fingerprint == story(re.sub(r" +> .*\n", "", CHOICE)).fingerprint
    assert story(CHOICE).fingerprint != story(CHOICE.replace("+1", "+2")).fingerprint


def test_the_same_run_is_told_in_the_same_words_each_time() -> None:
    run = story(PACES).run(11, 3)
    assert run.tell("Kylo") == run.tell("Kylo") == story(PACES).run(11, 3).tell("Kylo")


def test_two_runs_do_not_read_as_copies() -> None:
    assert len({tuple(told) for told in walked(story(PACES))}) == 12


def test_asking_for_one_side_does_not_change_another() -> None:
    text = PACES.replace("  > {any", "  Kylo> {any")
    run = story(text).run(2)
    first = run.tell("Kylo")
    run.tell("Rey")
    run.tell("world")
    assert run.tell("Kylo") == first


def test_a_passage_looks_back_by_was() -> None:
    text = (
        "scene a with Rey\n  when day < 2\n  ~ day += 2\n  > {if was(day) < day: Day {was(day)} is over}, and it is day {day}, "
        "{day - was(day)} later."
        "\n  -> end\n"
    )
    assert lines(story(text).run(1)) == ["Day zero is over, and it is day two, two later."]


def test_a_played_run_and_its_tape_are_told_alike() -> None:
    run = story(CHOICE).run(6)
    again = story(CHOICE).replay(run.tape())
    assert again.tell("Kylo") == run.tell("Kylo")
    assert played(story(CHOICE), ["scene camp", "camp / fire / Rey / go"] * 5).events[1].label == "go"
