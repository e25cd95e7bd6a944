"""`unmask odds --exact`: fractions on the command line, and what proves them."""

import json
import re
from fractions import Fraction
from pathlib import Path

from tests.app.commands import STORY, call, write
from tests.app.schema import faults
from unmask.app.odds_text import shortened

ROOT = Path(__file__).parents[2]
DUEL = str(ROOT / "benchmarks" / "worlds" / "duel_m3_r1.story")
SCHEMA = json.loads((ROOT / "docs" / "reference" / "odds.schema.json").read_text("utf-8"))
MORE = STORY + "\nmotif cold feet\n  Ada: wait\n  then Ada: wait\n"


def test_the_page_shows_a_fraction_and_what_proves_it() -> None:
    page = (ROOT / "docs" / "guide" / "odds.md").read_text("utf-8")
    shown = page.partition('--exact "ending rec"\n')[2].partition("```")[0].splitlines()
    said = call("odds", DUEL, "--exact", "ending rec").out.splitlines()
    assert re.sub(r", \d.*? s", "", said[1]) == re.sub(r", \d.*? s", "", shown[1])
    assert [said[0], *said[2:]] == [shown[0], *shown[2:]]


def test_fractions_are_whole_in_json_and_are_the_odds(tmp_path: Path) -> None:
    stairs = write(tmp_path, MORE)
    found = json.loads(call("odds", stairs, "--exact", "--json").out)
    assert list(faults(SCHEMA, found)) == []
    floats = json.loads(call("odds", stairs, "--json", "--no-cache").out)
    for part in ("answers", "endings"):
        fractions = {one["question"]: one for one in found[part]}
        for one in floats[part]:
            fraction = Fraction(fractions[one["question"]]["fraction"])
            assert abs(fraction - Fraction(one["p"])) < Fraction(1, 10**12)
            assert (one["fraction"], one["kind"], fractions[one["question"]]["kind"]) == (None, "exact", "exact rational")
    assert sum(Fraction(one["fraction"]) for one in found["endings"]) == 1
    assert (found["ends"]["fraction"], found["ends"]["certain"]) == ("1/1", "always")
    assert found["proof"]["primes"] > 0
    assert found["why_no_fraction"] == ""


def test_of_what_is_given_there_is_a_quotient(tmp_path: Path) -> None:
    stairs = write(tmp_path, MORE)

    def odds(*words: str) -> Fraction:
        return Fraction(json.loads(call("odds", stairs, "--exact", "--json", *words).out)["answers"][0]["fraction"])

    # Whoever waits twice has waited.
    assert odds("cold feet", "--given", "Ada: wait") == odds("cold feet") / odds("Ada: wait")
    assert odds("Ada: wait", "--given", "cold feet") == 1


def test_a_condition_has_a_fraction_too(tmp_path: Path) -> None:
    assert "day is 2  always, and that is proved" in call("odds", write(tmp_path, MORE), "--exact", "day is 2").out


def test_fractions_are_not_for_best_play(tmp_path: Path) -> None:
    said = call("odds", write(tmp_path, MORE), "ending done", "--player", "Ada", "--exact")
    assert said.code == 2
    assert "leave out --exact" in said.err


def test_long_fractions_are_shortened_and_short_ones_are_not() -> None:
    assert shortened(Fraction(1, 3)) == "1/3"
    assert shortened(Fraction(10**30 + 7, 10**23)) == "100000…000007 (31 digits)/100000000000000000000000"
