"""The course of events that the world was made for: a tape of it, replayed, and told from each side and from memory."""

import re
from functools import cache
from pathlib import Path

import pytest

from tests.worlds import standing
from tests.worlds.heard import heard, of_event, paragraphs
from tests.worlds.standing import world
from unmask.pipeline import Run
from unmask.run.chooser import Script
from unmask.run.record import play
from unmask.run.tape import exists_in, read

TAPE = Path(__file__).with_name("seed.tape").read_text(encoding="utf-8")
TURNS = [
    "they drop where they are",
    "let her live",
    "let him live",
    "bend down to take the helmet off",
    "lash out",
    "spit at his feet",
    "grunt, and give her nothing",
    "ask him to open his walls",
    "ask him to leave the Dark",
    "ask him to go home to his mother",
    "beg him to come away with her",
    "take it off, and throw it at her feet",
    "pick it up, and come to him",
    "say that she is sorry, and put it in his lap",
    "put it on again",
    "take up her saber, and light it",
    "answer her",
]
SIDES = [("Kylo", False), ("Rey", False), ("Kylo", True)]


@cache
def course() -> Run:
    run = world(prose=True).replay(TAPE)
    assert not run.strayed, run.strayed
    return run


def test_the_course_replays_to_its_return_without_straying():
    assert course().ending == "returned"
    assert len(course().events) > 80


def test_an_entry_that_does_not_fit_is_noticed():
    changed = TAPE.replace("her hands / Kylo / lash out", "her hands / Kylo / let her")
    run = world(prose=True).replay(changed)
    assert "let her" in run.strayed
    assert run.ending == ""


def test_the_turns_come_in_their_order():
    labels = iter(event.label for event in course().events)
    assert all(turn in labels for turn in TURNS), "each turn after the one before"


def test_the_first_two_duels_are_in_the_order_of_debts():
    events = {event.label: number for number, event in enumerate(course().events)}
    spared, repaid = events["let her live"], events["let him live"]
    place = world(prose=True).process.layout.places
    owed = next(index for where, index in place.items() if where[:3] == ("Rey", "owed", "Kylo"))
    assert course().events[spared].point.state[owed] == 0
    assert course().events[repaid].point.state[owed] == 1


@pytest.mark.parametrize(("side", "remembered"), SIDES)
@pytest.mark.parametrize("turn", TURNS)
def test_every_side_and_memory_too_is_told_every_turn(side, remembered, turn):
    lines = of_event(course(), heard(course(), side, remembered), turn)
    assert [line for line in lines if line.text], f"{turn} is passed over"
    assert {line.side for line in lines} <= {"", side}


@pytest.mark.parametrize("side", ["Kylo", "Rey"])
@pytest.mark.parametrize("turn", TURNS)
def test_each_of_them_has_a_thought_of_their_own_at_every_turn(side, turn):
    numbers = {number for number, event in enumerate(course().events) if event.label == turn}
    assert [line for line in heard(course(), side) if line.side == side and line.spoken.event in numbers and line.text]


def test_both_quote_what_was_there_for_all_to_see_word_for_word():
    def shared(side):
        both = [line for line in heard(course(), side) if not line.side and not line.spoken.times]
        return {(line.spoken.event, line.spoken.line.span): line.text.replace("Ren", "Kylo") for line in both}

    his, hers = shared("Kylo"), shared("Rey")
    together = set(his) & set(hers)
    assert len(together) > 60
    assert [his[key] for key in together] == [hers[key] for key in together]
    duels = {number for number, event in enumerate(course().events) if event.scene == "duel"}
    assert {key for key in his if key[0] in duels and key not in hers} == set()


def test_she_tells_nothing_of_his_and_he_nothing_of_hers():
    assert {line.side for line in heard(course(), "Kylo")} == {"", "Kylo"}
    assert {line.side for line in heard(course(), "Rey")} == {"", "Rey"}


def test_he_sees_disgust_that_is_not_there_feels_her_guilt_and_finds_out():
    def believed(label, what):
        event = max((event for event in course().events if event.label == label), key=lambda event: event.scene_number)
        return standing.read(course().world, event.point.state, what)

    boots, lap = "keep his eyes on her boots", "put it on again"
    assert (believed(boots, "Kylo: Rey.disgust"), believed(boots, "Rey.disgust")) == ("consuming", "none")
    assert (believed(boots, "Kylo: Rey.guilt"), believed(boots, "Rey.guilt")) == ("consuming", "consuming")
    assert (believed(lap, "Kylo: Rey.disgust"), believed(lap, "Rey.sorry")) == ("none", "yes")


def test_the_saber_lies_in_the_moss_and_comes_back_to_her():
    last = max(number for number, event in enumerate(course().events) if event.label == "take up her saber, and light it")
    assert {"saber is on the ground", "underfoot is moss"} <= _facts(last)
    assert "saber is in her hand" in _facts(last + 1)


def _facts(number: int) -> set[str]:
    """What both of them can see when an event is chosen."""
    layout = world(prose=True).process.layout
    state = course().events[number].point.state
    return {
        f"{variable.name} is {declared.type.names[state[layout.places[variable]] - declared.type.low]}"
        for variable, declared in layout.stored.items()
        if declared.type.names and not variable.owner and not variable.scene
    }


def test_what_he_denies_he_leaves_out_when_he_remembers():
    told = [line for line in heard(course(), "Kylo") if line.manner == "denies" and line.text]
    assert len(told) >= 3
    remembered = heard(course(), "Kylo", remembered=True)
    assert not [line for line in remembered if line.manner == "denies"]
    memory = " ".join(paragraphs(course(), "Kylo", remembered=True))
    assert not [line.text for line in told if line.text in memory]


def test_the_tape_made_of_the_run_is_this_tape():
    entries = read(TAPE).entries
    assert read(course().tape()).entries == entries
    again = play(course().world.process, Script(entries, lambda entry: exists_in(course().world.model, entry)), 7, 0)
    assert again.events == course().events


def test_memory_tells_the_last_act_in_less_than_half_of_the_words():
    def last_act(remembered):
        lines = heard(course(), "Kylo", remembered)
        first = max(number for number, event in enumerate(course().events) if event.label.startswith("take it off"))
        return sum(len(re.findall(r"\w+", line.text)) for line in lines if line.spoken.event >= first)

    assert last_act(True) < last_act(False) / 2
