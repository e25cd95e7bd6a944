"""`unmask check --size`: states are counted as they are, and what something costs is what there would be without it."""

import json
import re
import tracemalloc
from pathlib import Path

import pytest

import unmask
from tests.app.commands import STORY, call, write
from tests.app.schema import faults
from tests.docs.examples import examples
from unmask.analysis.size import Size, size_of, sliced_of
from unmask.app.size import size_to_text
from unmask.kernel import sieve
from unmask.kernel.from_world import CannotCompile
from unmask.pipeline import world_from
from unmask.problems.place import Source
from unmask.world.model import Event, World

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "reference" / "size.schema.json").read_text("utf-8"))
MARKET = next(example.text for example in examples("guide/size.md") if example.sort == "story")


@pytest.fixture
def market(tmp_path: Path) -> str:
    return write(tmp_path, MARKET, "market.story")


def size(story: str, budget: int = 1_000_000) -> Size:
    return size_of(unmask.load(story).model, budget)


def test_the_page_shows_what_there_is(market: str) -> None:
    page = (ROOT / "docs" / "guide" / "size.md").read_text("utf-8")
    shown = page.partition("$ unmask check market.story --size\n")[2].partition("```")[0]
    said = call("check", market, "--size")
    assert (said.code, said.err) == (0, "")
    assert said.out == shown


def test_json_is_what_the_schema_says(market: str) -> None:
    found = json.loads(call("check", market, "--size", "--json").out)
    assert list(faults(SCHEMA, found)) == []
    assert found["complete"]
    assert found["off"] == 0
    assert [cost["name"] for cost in found["costs"]] == ["Ada.coins", "weather"]


def test_between_scenes_there_is_what_the_scenes_leave(market: str) -> None:
    # Coins from 1 to 4, and as a scene ends; whoever has none or five is at an ending. The day counts nothing.
    assert size(market).between == 4


def test_what_nobody_asks_for_is_free(tmp_path: Path) -> None:
    forgetful = write(tmp_path, MARKET.replace("weather is fair", "coins is 3"), "forgetful.story")
    found = size(forgetful)
    assert "weather" not in {cost.name for cost in found.costs}
    assert ("weather", "nothing that is played asks for it") in found.free


def test_values_that_nothing_tells_apart_are_one(market: str) -> None:
    assert next(cost for cost in size(market).costs if cost.name == "weather").values == 2


def test_a_line_that_alone_asks_for_something_is_named(market: str) -> None:
    weather = next(cost for cost in size(market).costs if cost.name == "weather")
    line = next(number for number, text in enumerate(MARKET.splitlines(), 1) if "weather is fair" in text)
    assert weather.advice[0] == f"only line {line} asks for it: would it be missed?"


def test_a_count_that_is_no_clock_is_told_what_makes_one_free(tmp_path: Path) -> None:
    slow = MARKET.replace("meanwhile\n  ~ day += 1\n", "meanwhile\n  ~ day += 1 if weather is fair\n")
    day = next(cost for cost in size(write(tmp_path, slow)).costs if cost.name == "day")
    assert any("a clock is free" in word for word in day.advice)


def test_a_full_sieve_is_said_to_be_sampled_and_is_not_far_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sieve, "ROOM", 1 << 17)
    counted = size_of(unmask.load("helmet").model, 30_000)
    monkeypatch.setattr(sieve, "ROOM", 1 << 10)
    sampled = size_of(unmask.load("helmet").model, 30_000)
    assert counted.off == 0 < sampled.off < 0.05
    assert sampled.whole == pytest.approx(counted.whole, rel=4 * sampled.off)
    known = {cost.name: cost.whole for cost in counted.costs}
    for cost in sampled.costs:
        assert cost.whole == pytest.approx(known[cost.name], rel=6 * sampled.off)


def test_a_story_past_the_budget_is_counted_as_far_as_that_goes(market: str) -> None:
    said = call("check", market, "--size", "--budget", "10").out
    assert re.search(r"not everything: (a part of the first scene|the first scene|the first \d+ scenes)", said)
    assert not size(market, 10).complete
    assert size(market, 10).whole < size(market).whole


COUNTERS = """
person Ada (she)
{facts}
scene fair
  moment choice: Ada
{options}
    * go home
      -> end
ending all when {all}
"""


def counters(number: int) -> World:
    """A scene with so many numbers from 0 to 4, each of which an option raises, so that nobody goes through all of it."""
    names = [f"c{one}" for one in range(number)]
    options = "\n".join(f"    * raise {name}\n      ~ {name} += 1\n      -> choice" for name in names)
    every = " and ".join(f"{name} is 4" for name in names)
    text = COUNTERS.format(facts="\n".join(f"fact {name}: 0..4" for name in names), options=options, all=every)
    return world_from(Source("counters", text)).model


def test_no_more_memory_is_taken_than_there_is_room_for_whatever_the_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sieve, "ROOM", 1 << 8)
    world, memory = counters(9), 8_000_000
    size_of(world, 100)  # what is made once for all
    tracemalloc.start()
    found = size_of(world, 10**12, memory=memory)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert not found.complete
    assert found.why == "memory"
    assert found.whole > 10_000
    assert peak < 2 * memory
    said = size_to_text("Fair", found)
    assert "not everything: a part of the first scene, and then there were more states than fit into a gigabyte of memory" in said


def test_where_nothing_can_be_gone_through_that_is_said(market: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise CannotCompile("no compiler")

    monkeypatch.setattr("unmask.analysis.size.size_of", refused)
    said = call("check", market, "--size")
    assert (said.code, said.out) == (2, "")
    assert "States cannot be counted here: no compiler." in said.err


def test_two_questions_at_once_are_refused(market: str) -> None:
    assert call("check", market, "--size", "--promises").code == 2


def test_odds_say_what_they_left_out_and_keep_what_a_motif_asks_for(tmp_path: Path) -> None:
    story = write(tmp_path, MARKET + "\nmotif vain\n  Ada: buy\n    when Ada.hat is red\n", "market.story")
    assert "left out of the states: day (it only counts scenes); Ada.mood, Ada.hat (nothing that" in call("odds", story, "ending home").out
    found = json.loads(call("odds", story, "vain", "--json").out)["sliced"]
    assert [one["name"] for one in found] == ["day", "Ada.mood"]
    model = unmask.load(story).model
    assert [one.name for one in sliced_of(model, [Event("motif", label="vain")])] == ["day", "Ada.mood"]


def test_a_story_without_anything_to_remember_has_no_table(tmp_path: Path) -> None:
    assert "Nothing that it remembers multiplies them." in call("check", write(tmp_path, STORY), "--size").out


def test_a_story_with_nothing_in_the_meanwhile_is_counted_too(tmp_path: Path) -> None:
    story = write(
        tmp_path,
        "person Ann (she)\n  feels mood: 0..4\n\nscene walk with Ann\n  moment turn: Ann\n    * on\n      ~ mood += 1\n    * stop\n"
        "      -> ending done\n    -> end\n\nending done\nending home when Ann.mood is 4\n",
    )
    said = call("check", story, "--size")
    assert (said.code, said.err) == (0, "")
    assert "4 states between scenes, 8 in all" in said.out
