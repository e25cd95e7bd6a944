"""Playing somebody: what is told, what can be said to it, what may be known and why, and that nothing is ever lost on the way."""

from random import Random

import pytest

import unmask
from tests.app.playing import FERRY, ferry, game, paragraphs, talk
from unmask.app.dialogue import Dialogue, news
from unmask.app.game import Game, who_choose
from unmask.pipeline import World
from unmask.run.tape import NoTape

BAD_ANSWERS = [
    *("0", "99", "-1", "+1", "1.5", "1,", "1 2", "two", "²", "١", "9" * 5_000, "x" * 5_000),
    *("ask", "asking for it", "wait!", "undo it", "quit now", "help me", "tell all", "??", "why not", "why 0", "save", "load"),
    *("\x1b[A", "\x00", "\x07\x7f", "\t", "\u202e", "`", "{hope}", "[red]", "%s", "雨", "\ud800", ";", "/quit", "--as Bo", "~", ".."),
]

# ── what is told ─────────────────────────────────────────────────────────────────────────────────────────────────────


def chosen_by(dice: Random, dialogue: Dialogue) -> str:
    """Play to the end, and the prose that was told on the way."""
    told = dialogue.begin().told
    for _ in range(100):
        if dialogue.game.point is None:
            break
        told += "\n" + dialogue.answer(str(dice.randrange(len(dialogue.game.labels)) + 1)).told
    return told


@pytest.mark.parametrize("person", ["Ada", "Bo"])
def test_what_was_told_on_the_way_is_what_replay_tells_of_the_tape(person: str) -> None:
    for seed in range(5):
        dialogue = Dialogue(game(person, seed))
        told = chosen_by(Random(seed), dialogue)
        replayed = ferry().replay(dialogue.game.tape())
        assert not replayed.strayed
        assert " ".join(told.split()) == " ".join(replayed.tell(person).split())


def test_a_paragraph_that_goes_on_is_told_on_and_not_again() -> None:
    dialogue = talk("Bo")
    before = dialogue.read
    told = paragraphs(dialogue.answer("talk of the weather").told)
    assert before[-1][-1] in ('"Well?" says Ada.', "She waits.", "She says nothing.", "She looks at the oar.", '"The oar," she says.')
    assert told[0] in ("He talks of the wind.", "He talks of the clouds.", "He talks of the rain.")
    assert dialogue.read[len(before) - 1][-1] == f"{before[-1][-1]} {told[0]}"


def test_a_break_is_told_where_a_section_begins_and_nowhere_else() -> None:
    told = paragraphs(talk().answer("wait").told)
    assert told.count("* * *") == 1
    assert told[0] != "* * *"
    assert news((("She waits.",),), (("She waits.",), ("Dawn.",))) == ((), ("Dawn.",))
    assert news((("She waits.",),), (("She waits.", "Dawn."),)) == (("Dawn.",),)
    assert news((), (("She waits.",), ("Dawn.",))) == (("She waits.",), ("Dawn.",))
    assert news((("Dusk.",), ("She waits.",)), (("Dusk.",), ("She waits. Dawn.",))) == (("Dawn.",),)


def test_what_reads_otherwise_than_before_is_told_from_there_on() -> None:
    assert news((("Dusk.", "She waits.", "Rain."),), (("Dusk.", "She goes.", "Rain."), ("Dawn.",))) == (("She goes.", "Rain."), ("Dawn.",))


@pytest.mark.parametrize("story", ["helmet", "village"])
def test_what_was_read_in_full_is_never_unsaid_though_it_may_be_told_in_brief_later(story: str) -> None:
    world = unmask.load(story)
    in_brief = False
    for person in who_choose(world.model):
        for seed in range(4):
            dialogue = Dialogue(Game(world, person, seed, 0))
            dialogue.begin()
            dice = Random(seed)
            while dialogue.game.point is not None:
                before = _flat(dialogue.read)
                dialogue.answer(str(dice.randrange(len(dialogue.game.labels)) + 1))
                now = _flat(dialogue.read)
                assert now[: len(before) - 1] == before[:-1]
                assert now[len(before) - 1].startswith(before[-1])
            replayed = world.replay(dialogue.game.tape()).telling(person)
            assert dialogue.game.retelling() == replayed
            in_brief = in_brief or replayed.sections != dialogue.read
    assert in_brief


def _flat(sections: tuple[tuple[str, ...], ...]) -> list[str]:
    return [paragraph for section in sections for paragraph in section]


def test_tell_tells_all_of_it_once_more() -> None:
    dialogue = talk()
    dialogue.answer("wait")
    said = dialogue.answer("tell").said
    assert said.startswith("THE FERRY\n\nby Somebody · from Ada's side\n")
    assert said.count("They wait for the ferry.") == 1
    assert "That is all." not in said


def test_what_stands_behind_a_story_is_told_when_it_is_over() -> None:
    dialogue = talk()
    for _ in range(3):
        assert "That is all." not in dialogue.read
        reply = dialogue.answer("wait")
    assert paragraphs(reply.told)[-2:] == ["On the other side", "That is all."]
    assert "The story is over." in reply.options


def test_a_story_that_nothing_more_can_happen_in_says_why_it_ends() -> None:
    dialogue = talk(text=FERRY.replace("with Ada, Bo\n", "with Ada, Bo\n  when day < 2\n"))
    dialogue.answer("wait")
    assert paragraphs(dialogue.answer("wait").told)[-2] == "It ends here: no scene can be played any more."


# ── choosing ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("typed", ["1", "01", " 1 ", "ask what is wrong", "ASK What  is wrong", "ask w", "Ask W", "\task what\tis wrong\r"])
def test_a_number_the_words_and_how_they_begin_choose(typed: str) -> None:
    dialogue = talk()
    dialogue.answer(typed)
    assert [event.label for event in dialogue.game.events if event.who == "Ada"] == ["ask what is wrong"]


def test_options_stand_under_each_other_with_their_numbers() -> None:
    lines = ["What does Ada do?", "1. ask what is wrong", "2. ask for the oar", "3. wait"]
    assert talk().answer("").options.splitlines() == lines


@pytest.mark.parametrize("typed", BAD_ANSWERS)
def test_what_makes_no_sense_is_met_by_a_sentence_and_changes_nothing(typed: str) -> None:
    dialogue = talk()
    before = dialogue.game.tape()
    reply = dialogue.answer(typed)
    assert dialogue.game.tape() == before
    assert (reply.told, reply.wants) == ("", "")
    assert reply.said or reply.options
    assert len(reply.text) < 400
    assert all(sign.isprintable() or sign == "\n" for sign in reply.text)


def test_a_beginning_that_several_options_share_names_them() -> None:
    said = talk().answer("ask").said
    assert said.splitlines() == ["`ask` may be any of these:", "1. ask what is wrong", "2. ask for the oar"]


def test_a_slip_is_met_by_what_may_have_been_meant() -> None:
    assert "Did you mean `wait`?" in talk().answer("wiat").said
    assert "Did you mean `undo`?" in talk().answer("udno").said


def test_the_words_of_an_option_come_before_a_command_and_a_command_before_how_one_begins() -> None:
    text = FERRY.replace("* wait\n", "* undo\n").replace("* ask for the oar\n", "* save him from it\n")
    dialogue = talk(text=text)
    dialogue.answer("SAVE him from it")
    dialogue.answer("undo")
    assert [event.label for event in dialogue.game.events if event.who == "Ada"] == ["save him from it", "undo"]
    assert dialogue.answer("save him").wants == "save"


def test_of_words_that_differ_in_capitals_those_that_were_typed_are_meant_and_where_none_were_one_is_asked() -> None:
    text = FERRY.replace("* wait\n", "* May\n").replace("* ask for the oar\n", "* may\n")
    for typed, chosen in (("may", ["may"]), ("May", ["May"]), ("2", ["may"]), ("3", ["May"]), ("MAY", []), ("m", [])):
        dialogue = talk(text=text)
        said = dialogue.answer(typed).said
        assert [event.label for event in dialogue.game.events if event.who == "Ada"] == chosen
        assert said.splitlines()[1:] == ([] if chosen else ["2. may", "3. May"])


def test_what_is_typed_may_leave_out_stars_and_what_is_put_in_is_typed_as_it_is_told() -> None:
    text = FERRY.replace("* wait\n", "* read {Bo.them} *Emma*, room #5 \\{again\\}\n")
    dialogue = talk(text=text)
    assert "3. read him _Emma_, room #5 {again}" in dialogue.answer("").options
    assert dialogue.answer("READ him emma, room #5 {again}").told
    assert "Ada chose: read him _Emma_, room #5 {again}." in dialogue.answer("why").said.replace("\n", " ")
    assert "bank / asking / Ada / read {Bo.them} *Emma*, room #5 \\{again\\}\n" in dialogue.game.tape()


def test_after_the_end_a_number_chooses_nothing() -> None:
    dialogue = talk()
    for _ in range(3):
        dialogue.answer("wait")
    assert dialogue.answer("1").said.startswith("`1` is nothing that can be done here. Type `undo`")
    assert dialogue.answer("").options.startswith("The story is over.")


def test_only_those_who_have_something_to_decide_can_be_chosen() -> None:
    cook = "kind cook\nperson Cy (he), a cook\nperson Di (she), a cook\nperson Ed (he)\n"
    scene = "\nscene stove with a, b: cook\n  moment heat: a\n    * stir\n    * taste\n    -> end\n"
    assert who_choose(ferry(cook + FERRY + scene).model) == ("Cy", "Di", "Ada", "Bo")


@pytest.mark.parametrize("person", ["Ada", "Bo"])
def test_who_chooses_as_luck_would_has_the_run_of_that_seed(person: str) -> None:
    for seed in range(5):
        run = ferry().run(seed)
        played = game(person, seed)
        for event in run.events:
            if event.who == person:
                played.choose(played.labels.index(event.label))
        assert played.events == run.events


# ── taking back ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_undo_at_the_start_has_nothing_to_take_back() -> None:
    dialogue = talk()
    assert dialogue.answer("undo").said == "There is nothing to take back: Ada has not chosen anything yet.\n"


def test_undo_goes_back_past_the_ending_and_to_the_start() -> None:
    dialogue = talk()
    tapes = []
    for _ in range(3):
        tapes.append(dialogue.game.tape())
        dialogue.answer("wait")
    assert dialogue.game.point is None
    for tape in reversed(tapes):
        assert dialogue.answer("undo").said == "Taken back: wait.\n"
        assert dialogue.game.tape() == tape
    assert dialogue.answer("undo").said.startswith("There is nothing to take back")


def test_another_choice_after_undo_meets_the_same_luck_as_if_it_had_been_the_first() -> None:
    for seed in range(8):
        there_and_back, straight = game(seed=seed), game(seed=seed)
        for index in (0, 1, 2):
            there_and_back.choose(index)
            there_and_back.undo()
        there_and_back.choose(2)
        straight.choose(2)
        assert there_and_back.tape() == straight.tape()
        assert there_and_back.telling() == straight.telling()
        assert there_and_back.knew() == straight.knew()


def test_after_undo_the_last_paragraph_is_told_again_and_what_follows_once() -> None:
    dialogue = talk()
    dialogue.answer("wait")
    assert paragraphs(dialogue.answer("undo").told) == ["They wait for the ferry."]
    assert "They wait for the ferry." not in dialogue.answer("wait").told


class _StopHere(Exception):
    pass


def test_whoever_is_interrupted_has_the_game_before_the_move(monkeypatch: pytest.MonkeyPatch) -> None:
    played = game()
    played.choose(2)
    before, tape = played.tape(), game("Bo", seed=3).tape()

    def stopped(*_: object) -> None:
        raise _StopHere

    monkeypatch.setattr(played.process, "follow", stopped)
    for move in (lambda: played.choose(0), played.undo, lambda: played.load(tape)):
        with pytest.raises(_StopHere):
            move()
        assert played.tape() == before
        assert len(played.knew()) == 2


# ── what is known, and why ───────────────────────────────────────────────────────────────────────────────────────────


def test_a_player_is_told_what_the_person_feels_and_what_others_seem_to_feel() -> None:
    dialogue = talk()
    expected = ["What Ada feels: hope great.", "What Beau seems to feel: shame none, pride great."]
    assert dialogue.answer("?").said.splitlines()[:2] == expected
    dialogue.answer("wait")
    seen = ["What Ada feels: hope some.", "What Beau seems to feel: shame great, pride great."]
    assert dialogue.answer("?").said.splitlines() == [*seen, "What Ada keeps: letter yes.", "What is so: day one."]


def test_during_the_story_why_gives_the_persons_own_reasons_and_nobody_elses() -> None:
    dialogue = talk()
    assert dialogue.answer("why").said == "Ada has not chosen anything yet.\n"
    dialogue.answer("ask for the oar")
    said = " ".join(dialogue.answer("why").said.split())
    assert said.startswith("Ada chose: ask for the oar. For it: somebody has to row. It could have been: ask what is wrong.")
    assert "It could have been: wait. Nothing spoke for it or against it." in said
    assert "it is easier" not in said + dialogue.answer("why 2").said
    assert dialogue.game.all_reasons() == ()
    assert "is not for Ada to know" in dialogue.answer("why 2").said


def test_reasons_against_are_told_as_such() -> None:
    dialogue = talk()
    dialogue.answer("wait")
    dialogue.answer("ask what is wrong")
    assert "For it: she still hopes for an answer. Against it: he looks ashamed." in " ".join(dialogue.answer("why").said.split())


def test_after_the_end_why_gives_everybodys_reasons() -> None:
    dialogue = talk()
    for _ in range(3):
        dialogue.answer("wait")
    lines = dialogue.answer("why").said.splitlines()
    assert lines[:2] == [
        "1. Ada: wait. Nothing spoke for it or against it.",
        "2. Beau: talk of the weather. For it: it is easier.",
    ]
    replayed = ferry().replay(dialogue.game.tape())
    assert "odds 8/9" in dialogue.answer("why 2").said
    assert str(replayed.why(2).open[1].odds) == "8/9"
    assert dialogue.answer("why 0").said == "There is no choice with the number 0. `why` lists all of them.\n"


# ── tapes ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_game_goes_on_from_its_tape_as_if_it_had_not_stopped() -> None:
    left, other = talk(seed=3), talk("Bo", seed=9)
    left.answer("wait")
    left.answer("ask for the oar")
    other.answer("1")
    reply, whole = other.load(left.game.tape(), "left.tape")
    assert whole
    assert reply.said == "left.tape is loaded, and Ada is played.\n"
    assert other.game.tape() == left.game.tape()
    assert other.answer("wait").told == left.answer("wait").told


def test_a_tape_of_the_command_tell_can_be_gone_into_from_its_end() -> None:
    world = ferry()
    dialogue = talk()
    dialogue.load(world.run(4).tape("world"), "told.tape")
    assert (dialogue.game.person, dialogue.game.point) == ("Ada", None)
    assert dialogue.game.retelling() == world.run(4).telling("Ada")
    dialogue.answer("undo")
    assert dialogue.game.point is not None


def _new_version(before: str, after: str) -> tuple[World, str]:
    """A tape of two days, and the story as it has become since."""
    dialogue = talk()
    dialogue.answer("wait")
    dialogue.answer("ask for the oar")
    assert before in FERRY
    return ferry(FERRY.replace(before, after)), dialogue.game.tape()


def test_a_tape_outlives_new_prose_without_a_word() -> None:
    world, tape = _new_version("They wait again.", "They go on waiting.")
    dialogue = Dialogue(Game(world, "Ada", 7, 0))
    reply, whole = dialogue.load(tape, "old.tape")
    assert whole
    assert reply.said == "old.tape is loaded, and Ada is played.\n"
    assert dialogue.game.tape() == tape


def test_a_tape_in_a_changed_story_is_followed_as_far_as_it_goes_and_says_where_it_stops() -> None:
    world, tape = _new_version("* ask for the oar\n", "* ask for both oars\n")
    dialogue = Dialogue(Game(world, "Ada", 7, 0))
    reply, whole = dialogue.load(tape, "old.tape")
    said = " ".join(reply.said.split())
    assert not whole
    assert "The story has changed since it was saved; it is followed as far as it goes." in said
    assert "stands in scene 2, `bank / asking`: entry 5, `bank / asking / Ada / ask for the oar`, names nothing in this story." in said
    assert [event.label for event in dialogue.game.events if event.who == "Ada"] == ["wait"]
    assert "2. ask for both oars" in reply.options


def test_a_tape_that_is_longer_than_its_story_says_so() -> None:
    world, tape = _new_version("when day is 3", "when day is 1")
    reply, whole = Dialogue(Game(world, "Ada", 7, 0)).load(tape, "old.tape")
    assert not whole
    assert "the story is over before entry 4, `scene bank`" in " ".join(reply.said.split())


def test_what_is_no_tape_leaves_the_game_as_it_was() -> None:
    dialogue = talk()
    before = dialogue.game.tape()
    for text in ("", "a letter", "unmask tape 9\n", "unmask tape 1\nseed x\n"):
        with pytest.raises(NoTape):
            dialogue.load(text, "letter.txt")
    assert dialogue.game.tape() == before
