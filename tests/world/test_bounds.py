"""What a small file may not ask for: more casts than can be weighed, meanings that go on for ever, words kept for later."""

import pytest

from tests.world.told import codes, told
from unmask.pipeline import world_from
from unmask.problems.place import Source


def crowd(people: int, roles: str) -> str:
    """A story of so many guests and one scene with these roles, in which one asks what another seems to feel."""
    names = [f"G{index}" if index < 26 else f"H{index}" for index in range(people)]
    guests = "".join(f"person {name} (she), a guest\n" for name in names)
    scene = f"scene supper with {roles}: guest\n  moment look: a\n    * go\n"
    return (
        "kind guest\n  feels joy: 0..2 = 1\n  shows joy while joy > 1\n"
        + guests
        + scene
        + '      +1 "b is glad" if seems(b.joy) > 0\n      ~ joy -= 1\n      -> ending over\nending over\n  > Over.\n'
    )


def test_a_scene_with_too_many_casts_is_told_so_and_not_weighed() -> None:
    assert codes(crowd(40, "a, b, c")) == {"too-many-casts"}


def test_some_thousand_casts_are_played() -> None:
    world = world_from(Source("supper.story", crowd(20, "a, b, c")))
    assert len(world.process.layout.casts(world.model.scenes[0])) == 6840
    assert world.run(seed=1).ending == "over"
    # Only who asks about whom: every pair, and not every cast.
    assert len(world.process.layout.beliefs) == 20 * 19


def test_meanings_that_double_are_told_before_they_are_worked_out() -> None:
    facts = "\n".join(f"fact f{index} means f{index - 1} + f{index - 1}" for index in range(1, 60))
    assert "means-too-much" in codes(f"fact f0: 0..1\n{facts}\n")


def test_a_long_chain_of_meanings_is_told() -> None:
    facts = "\n".join(f"fact f{index} means f{index - 1}" for index in reversed(range(1, 3000)))
    assert "means-too-much" in codes(f"fact f0: 0..1\n{facts}\n")


@pytest.mark.parametrize("word", ["tell", "told", "believes", "forgets", "doubts", "looks", "unseen"])
@pytest.mark.parametrize("line", ["fact {}: 0..3", "person {} (she)", "scene {}"])
def test_words_kept_for_later_are_no_names(word: str, line: str) -> None:
    assert ("name-is-a-keyword", word) in told(line.format(word) + "\n")


@pytest.mark.parametrize(
    ("line", "word"),
    [("~ tell Nan Oda.grief", "tell"), ("~ Nan believes Oda.grief as 2", "believes"), ("~ Nan forgets Oda.grief", "forgets")],
)
def test_an_effect_kept_for_later_is_told_by_its_own_word(line: str, word: str) -> None:
    story = f"person Nan (she)\nperson Oda (she)\n  feels grief: 0..2\nscene hall\n  {line}\n  -> end\n"
    assert ("reserved-word", word) in told(story)


HALL = """
    kind villager
      keeps owed toward each villager: 0..2
    person Nan (she), a villager
      owed toward Oda = 2
    person Oda (she), a villager
    person Tom (he), a villager
"""


def test_a_person_may_start_owing_one_and_not_the_others() -> None:
    world = world_from(Source("", "\n".join(line[4:] for line in HALL.split("\n")) + "scene hall\n  -> end\n"))
    starts = {(v.owner, v.toward): declared.start for v, declared in world.model.variables.items()}
    assert starts[("Nan", "Oda")] == 2
    assert sum(starts.values()) == 2


def test_nobody_starts_owing_themself() -> None:
    assert ("toward-whom", "owed toward Nan") in told(HALL.replace("toward Oda = 2", "toward Nan = 2"))


def test_braces_between_quotes_are_told() -> None:
    assert ("strange-braces", '"The {place}"') in told('ending lost "The {place}"\n  > Lost.\n')


KINDLY = """
    kind weaver
      meanwhile
        moment loom: weaver
          * sew
            -> end
    person Oda (she), a weaver
    person Tom (he)
    scene hall
      -> end
    motif diligence
      {EVENT}
"""


def test_a_motif_may_name_what_a_kind_does_meanwhile() -> None:
    assert "unknown-name" not in codes(KINDLY.format(EVENT="Oda: sew"))
    assert ("unknown-name", "Tom: sew") in told(KINDLY.format(EVENT="Tom: sew"))


def test_a_motif_may_not_call_a_role_like_a_person() -> None:
    story = KINDLY.replace("motif diligence", "motif diligence with Oda: weaver").format(EVENT="Oda: sew")
    assert ("name-taken", "Oda") in told(story)


def test_a_bare_ending_in_a_promise_is_told_how_to_say_it() -> None:
    story = KINDLY.format(EVENT="Oda: sew") + "    promise never: dead end\n"
    assert ("strange-motif", "dead end") in told(story)
