"""What somebody knows: their own feelings, what others seem to feel to them, and never more."""

from tests.run.playing import by_hand
from tests.telling.told import bare, story
from unmask.pipeline import Run, World
from unmask.telling.knows import known, sentences

PORCH = """
scale feeling: none < faint "a little" < strong
fact day: 1..2
secret debt: 0..3 = 2 known to Oda

person Oda (she)
  open cut: yes/no = yes
  feels hope: feeling = faint
  feels trust toward Thorne: 0..30 = 21
  feels calm means hope is none
  keeps plan: leave | stay
  expects Thorne.shame = strong

person Thorne "Mr. Thorne" (he) called "Adam" by Oda
  feels shame: feeling
  feels envy: feeling
  keeps letter: yes/no = yes
  keeps mask means seems(Oda.hope)
  shows shame

scene meeting with Oda
  moment gate: Oda
    * wait
      +1 "he is ashamed" if seems(Thorne.shame) is strong and seems(Thorne.letter) is yes
    * go in
    -> end

scene porch with Oda, Thorne
  moment door: Oda
    * knock
    * go home
    -> end
"""


def knows(world: World, run: Run, person: str) -> tuple[str, ...]:
    return sentences(world.model, known(world.process.layout, run.record.over.state, person))


def _porch(*labels: str) -> tuple[str, ...]:
    world = bare(PORCH)
    return knows(world, Run(world, by_hand(world, *labels)), "Oda")


def test_a_person_knows_their_own_feelings_and_what_others_seem_to_feel_and_nothing_else() -> None:
    assert _porch("meeting") == ("What Oda feels: hope a little, trust toward Adam twenty-one.", "What Adam seems to feel: shame strong.")


def test_what_others_seem_to_feel_is_what_was_seen_last_and_not_what_is() -> None:
    assert _porch("porch")[1] == "What Adam seems to feel: shame none."


def test_nobody_knows_what_another_feels() -> None:
    world = bare(PORCH)
    state = world.process.layout.start
    own = known(world.process.layout, state, "Thorne")
    assert [one.of.owner for one in own.own] == ["Thorne", "Thorne"]
    assert [(one.of.words, one.value) for one in own.others] == [("Oda.hope", 0)]
    assert state[world.process.layout.places[own.others[0].of]] == 1


def test_who_feels_nothing_is_said_to_feel_nothing_that_has_a_name() -> None:
    world = story("scene talk with Kylo, Rey\n  -> end\n")
    assert knows(world, world.run(), "Rey") == ("Rey feels nothing that has a name.",)


def test_in_another_language_numbers_stay_in_figures() -> None:
    world = bare(PORCH + '\nlanguage "de"\n')
    assert "trust toward Adam 21." in knows(world, Run(world, by_hand(world, "meeting")), "Oda")[0]
