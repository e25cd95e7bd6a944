"""Laws of playing that hold of every story: made worlds, played by somebody who chooses at random and takes some of it back."""

from random import Random

from hypothesis import HealthCheck, assume, given, settings

from tests.worlds_made import worlds
from unmask.app.dialogue import Dialogue
from unmask.app.game import Game, who_choose
from unmask.pipeline import StoryProblems, World, world_from
from unmask.problems.place import Source

laws = settings(
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=15,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
MOST_CHOICES = 8


def games(text: str) -> list[tuple[World, Game]]:
    try:
        world = world_from(Source("made.story", text))
    except StoryProblems as found:
        assume(found.problems[0].code != "strange-motif")  # some made motifs ask to keep too much in mind
        raise
    return [(world, Game(world, person, 7, 0)) for person in who_choose(world.model)]


def some(dice: Random, game: Game) -> int:
    return dice.randrange(len(game.labels))


@given(worlds())
@laws
def test_what_was_read_stays_read_and_only_goes_on(text: str) -> None:
    for _, game in games(text):
        dialogue = Dialogue(game)
        dialogue.begin()
        dice = Random(1)
        for _ in range(MOST_CHOICES):
            if game.point is None:
                break
            before = [paragraph for section in dialogue.read for paragraph in section]
            dialogue.answer(str(some(dice, game) + 1))
            now = [paragraph for section in dialogue.read for paragraph in section]
            last = len(before) - 1
            assert not before or (now[:last] == before[:last] and now[last].startswith(before[last]))


@given(worlds())
@laws
def test_a_game_is_the_run_that_its_tape_replays(text: str) -> None:
    for world, game in games(text):
        dice = Random(2)
        for _ in range(MOST_CHOICES):
            if game.point is None:
                break
            game.choose(some(dice, game))
        run = world.replay(game.tape())
        assert run.strayed == ""
        assert run.events == game.events
        assert game.retelling().sections == run.telling(game.person).sections


@given(worlds())
@laws
def test_undo_is_as_if_it_had_never_been(text: str) -> None:
    for _, game in games(text):
        dice = Random(3)
        for _ in range(MOST_CHOICES):
            if game.point is None:
                break
            before = game.tape(), game.telling(), game.labels, game.knew()
            label = game.labels[index := some(dice, game)]
            game.choose(index)
            assert game.undo() == label
            assert (game.tape(), game.telling(), game.labels, game.knew()) == before
            game.choose(index)
