"""Where a run was decided: the odds after each event, and the choice that moved them most."""

import pytest

from tests.run.playing import story
from unmask.analysis.ahead import Ahead
from unmask.analysis.decided import apart, decided, whose
from unmask.export.to_odds_text import odds_text, odds_words
from unmask.run.record import by_luck

TEXT = """
person Ada (she)
  feels nerve: 0..2 = 1
person Bo (he)
scene bridge with Ada, Bo
  moment toss: chance
    * heads
    * tails
    -> rope
  moment creak
    -> rope
  moment rope: Bo
    * hold it
    * let go
      -3 "she would fall"
      ~ Ada.nerve = 0
    -> step
  moment step: Ada
    * cross
      +3 "it holds" if nerve > 0
      -3 "it swings" if nerve is 0
      -> ending over
    * turn back
      -> ending home
ending over
ending home
ending lost when Ada.nerve is 2
"""


@pytest.fixture(scope="module")
def ahead() -> Ahead:
    return Ahead(story(TEXT.replace("tails\n    -> rope", "tails\n    -> creak")).process)


def test_after_every_event_the_odds_are_those_that_it_leaves(ahead: Ahead) -> None:
    for number in range(8):
        found = decided(ahead, by_luck(ahead.process, 7, number))
        over = dict(zip(("hold it", "let go"), (8 / 9, 1 / 9), strict=True))
        label = found.record.events[3].label
        assert [event.moment for event in found.record.events] == ["", "toss", "creak", "rope", "step", ""]
        # Before Bo has done anything it is 8 to 1 that he holds it.
        before = 8 / 9 * 8 / 9 + 1 / 9 * 1 / 9
        end = 1.0 if found.record.over.ending == "over" else 0.0
        assert found.odds("over") == pytest.approx([before] * 4 + [over[label]] + [end] * 2)
        assert found.odds("lost") == [0.0] * 7
        assert found.possible[0] == found.record.over.ending
        assert "lost" not in found.possible


def test_it_was_decided_by_the_choice_that_moved_the_odds_most(ahead: Ahead) -> None:
    seen = set()
    for number in range(60):
        found = decided(ahead, by_luck(ahead.process, 7, number))
        rope, step = found.record.events[3].label, found.record.events[4].label
        seen.add((rope, step))
        # What she was likely to do once he had done his part, he decided; else she did.
        expected = 3 if (rope, step) == ("let go", "turn back") else 4
        if (rope, step) != ("hold it", "cross"):
            assert found.turns[0][0] == expected
        assert [move for _, move in found.turns] == sorted((move for _, move in found.turns), reverse=True)
        for event, move in found.turns:
            assert move == pytest.approx(apart(found.outlooks[event], found.outlooks[event + 1]))
            assert event in (3, 4)
        if (rope, step) == ("hold it", "cross"):
            assert found.sealed is None
        elif (rope, step) == ("let go", "turn back"):
            assert found.sealed == 3
    assert len(seen) >= 3


def test_the_sentences_say_when_it_was_decided(ahead: Ahead) -> None:
    runs = [by_luck(ahead.process, 7, number) for number in range(60)]
    record = next(run for run in runs if [event.label for event in run.events[3:5]] == ["let go", "turn back"])
    found = decided(ahead, record)
    said = odds_words("The Bridge", found)
    assert "It was decided when Bo chose: let go (event 3). home: from 19.8 % to 88.9 %." in said
    assert "Before everything: over 80.2 %, home 19.8 %." in said
    assert said.endswith("Odds: exact.\n")
    crossed = next(run for run in runs if [event.label for event in run.events[3:5]] == ["hold it", "cross"])
    assert "From the beginning over was likelier than all others together." in odds_words("The Bridge", decided(ahead, crossed))
    assert whose(record, 0) == "`bridge` came next"
    assert whose(record, 1) == f"chance had it: {record.events[1].label}"


def test_a_story_with_one_way_out_had_nothing_to_decide() -> None:
    world = story("person Ada (she)\nscene gate\n  moment door: Ada\n    * go\n    * run\n    -> ending out\nending out\n")
    found = decided(Ahead(world.process), by_luck(world.process, 7, 0))
    assert found.turns == ()
    assert "all along it could only end so (out)" in odds_words("The Gate", found)


def test_the_drawing_stands_on_what_came_and_is_as_wide_as_it_may(ahead: Ahead) -> None:
    found = decided(ahead, by_luck(ahead.process, 7, 0))
    for width in (40, 80):
        drawn = odds_text("The Bridge", found, width)
        assert max(map(len, drawn.splitlines())) <= width
        rows = [line for line in drawn.splitlines() if line.startswith(("100 %", " 50 %", "  0 %"))]
        assert len(rows) == 3
        # Each event has four letters: under the lowest mark stands what came, over the highest the other, until it is over.
        low, high = rows[2][6:], rows[0][6:]
        assert set(low) == {"a"}
        assert set(high[:12]) == {"b"}
        assert set(high[-8:]) == {"a"}
        assert "a over" in drawn or "a home" in drawn


def test_an_estimate_says_how_good_it_is_and_where_it_ends(ahead: Ahead) -> None:
    record = by_luck(ahead.process, 7, 0)
    said = odds_words("The Bridge", decided(Ahead(ahead.process, budget=0, runs=1_000), record))
    assert "estimates from 1,000 runs for each choice, off by" in said
    assert "exact from" not in said
