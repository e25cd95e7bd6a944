"""The dice against answers known beforehand, and what they promise: exact, repeatable, each draw on its own."""

import json
from collections import Counter

import pytest

from tests.make_vectors import VECTORS, written
from unmask.run import draws
from unmask.run.draws import below, key_of, pick, scene_stream, threefry


def test_threefry_gives_the_published_answers() -> None:
    # From the known-answer file of Random123, threefry2x32 with 20 rounds.
    assert threefry((0x00000000, 0x00000000), (0x00000000, 0x00000000)) == (0x6B200159, 0x99BA4EFE)
    assert threefry((0xFFFFFFFF, 0xFFFFFFFF), (0xFFFFFFFF, 0xFFFFFFFF)) == (0x1CB996FC, 0xBB002BE7)
    assert threefry((0x13198A2E, 0x03707344), (0x243F6A88, 0x85A308D3)) == (0xC4923A9C, 0x483DF7A0)


def test_the_vectors_are_what_the_dice_give() -> None:
    assert VECTORS.read_text(encoding="utf-8") == written()


def test_the_vectors_hold_the_published_answers_and_words_that_were_thrown_away() -> None:
    known = json.loads(VECTORS.read_text(encoding="utf-8"))
    assert [tuple(row["block"]) for row in known["threefry"][:3]] == [
        (0x6B200159, 0x99BA4EFE),
        (0x1CB996FC, 0xBB002BE7),
        (0xC4923A9C, 0x483DF7A0),
    ]
    gone = {row["total"]: max(other["thrown_away"] for other in known["below"] if other["total"] == row["total"]) for row in known["below"]}
    assert gone[3 * 2**29] == 3
    assert gone[2**32 // 3 + 1] == 5
    assert gone[2**31 - 1] == 1
    assert set(known["about"]) - {"numbers"} == set(known) - {"about"}


@pytest.mark.parametrize(
    ("word", "drawn"), [(3 * 2**30 - 1, 3 * 2**29 - 1), (3 * 2**30, 5), (3 * 2**29, 0), (3 * 2**29 - 1, 3 * 2**29 - 1)]
)
def test_a_word_past_the_last_whole_round_is_thrown_away(monkeypatch: pytest.MonkeyPatch, word: int, drawn: int) -> None:
    monkeypatch.setattr(draws, "threefry", lambda key, counter: (word, 5))
    assert below((0, 0), 0, 0, 3 * 2**29) == drawn


def test_every_number_below_a_total_is_as_likely() -> None:
    key = key_of(11, 0)
    seen = Counter(below(key, 0, choice, 6) for choice in range(12_000))
    assert set(seen) == set(range(6))
    assert sum((count - 2000) ** 2 / 2000 for count in seen.values()) < 35


def test_an_option_without_weight_is_never_drawn() -> None:
    key = key_of(3, 0)
    assert {pick(key, 0, choice, [0, 1, 0, 1, 0]) for choice in range(200)} == {1, 3}


def test_no_two_runs_share_a_key() -> None:
    assert len({key_of(7, number) for number in (*range(500), *range(2**32, 2**32 + 500))}) == 1000
    assert key_of(7, 0) != key_of(7 + 2**32, 0)


def test_a_scene_and_the_time_after_it_have_streams_of_their_own() -> None:
    assert len({scene_stream(scene, meanwhile) for scene in range(50) for meanwhile in (False, True)}) == 100
