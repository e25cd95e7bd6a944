"""What somebody knows: their own feelings, what others seem to feel to them, and never more."""

from tests.run.playing import by_hand
from tests.telling.told import bare, story
from unmask.app.game import Game
from unmask.pipeline import Run, World
from unmask.problems.place import Source
from unmask.syntax.parser import parse
from unmask.syntax.to_text import to_text
from unmask.telling.knows import known, sentences, sort_in_words
from unmask.world.fingerprint import fingerprint

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


EVERYTHING = (
    PORCH.replace("shows shame", "shows shame\n  shows envy\n  open limp: yes/no\n  open tired means shame > none")
    .replace("fact day: 1..2", "fact day: 1..2\nfact late means day is 2\nfact drafts: 0..9 unlisted\nsecret plot: 0..1")
    .replace("known to Oda", "known to Oda\nsecret watched: yes/no known to Oda, Thorne unlisted")
    .replace("keeps plan: leave | stay", "keeps plan: leave | stay\n  keeps count: 0..3 unlisted\n  feels dread: feeling unlisted")
    .replace("scene porch with Oda, Thorne\n", "scene porch with Oda, Thorne\n  fact price: 1..3\n  secret thumb: yes/no known to Thorne\n")
)


def test_all_that_a_person_knows_is_told_and_what_is_kept_from_them_or_unlisted_is_not() -> None:
    world = bare(EVERYTHING)
    game = Game(world, "Oda", 7, 0)
    while not (game.point and game.point.scene and game.point.scene.name == "porch"):
        game.choose(0)
    told = [sort_in_words(world.model, sort, "Oda") for sort in game.knows_besides()]
    assert told == [
        "What Oda keeps: plan leave.",
        "What anybody sees of Oda: cut yes.",
        "What Adam seems to feel besides: envy none.",
        "What Adam seems to keep: letter no.",
        "What anybody sees of Adam: limp no, tired no.",
        "What is so: day one, price one.",
        "What only some know: debt two.",
    ]
    assert knows(world, Run(world, game.record), "Oda")[0] == "What Oda feels: hope a little, trust toward Adam twenty-one."
    thorne = Game(world, "Thorne", 7, 0)
    said = " ".join(sort_in_words(world.model, sort, "Thorne") for sort in thorne.knows_besides())
    assert "What Mr. Thorne keeps: letter yes." in said
    for kept_from_him in ("plan", "debt", "plot", "watched", "drafts", "count", "cut"):  # nobody is there with him when it is over
        assert kept_from_him not in said


def test_what_is_open_is_seen_of_those_who_are_there() -> None:
    world = bare(EVERYTHING)
    game = Game(world, "Oda", 7, 0)
    while not (game.point and game.point.scene and game.point.scene.name == "meeting"):
        game.choose(0)
    said = [sort_in_words(world.model, sort, "Oda") for sort in game.knows_besides()]
    assert "What anybody sees of Adam: limp no, tired no." not in said
    assert "What is so: day one." in said


def test_to_list_something_or_not_changes_nothing_that_a_story_means() -> None:
    tree, problems = parse(Source("s.story", EVERYTHING))
    assert problems == []
    assert fingerprint(tree) == fingerprint(parse(Source("s.story", EVERYTHING.replace(" unlisted", "")))[0])
    again = to_text(tree)
    assert again.count(" unlisted\n") == 4
    assert to_text(parse(Source("s.story", again))[0]) == again


def test_who_feels_nothing_is_said_to_feel_nothing_that_has_a_name() -> None:
    world = story("scene talk with Kylo, Rey\n  -> end\n")
    assert knows(world, world.run(), "Rey") == ("Rey feels nothing that has a name.",)


def test_in_another_language_numbers_stay_in_figures() -> None:
    world = bare(PORCH + '\nlanguage "de"\n')
    assert "trust toward Adam 21." in knows(world, Run(world, by_hand(world, "meeting")), "Oda")[0]
