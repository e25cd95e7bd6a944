"""A world as data: it is what its page and its schema say, every number in it can be counted on, and the page takes no other format."""

import json
import random
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import unmask
from tests.app.schema import faults
from tests.page.node import asked
from tests.run.playing import story
from tests.worlds_made import MOST_BYTES, Maker
from unmask.export.exact import NotExact
from unmask.export.to_world_json import world_json
from unmask.pipeline import World

DOCS = Path(__file__).parents[2] / "docs" / "reference"
PAGE = (DOCS / "world-format.md").read_text("utf-8")
SCHEMA = json.loads((DOCS / "world.schema.json").read_text("utf-8"))
Json = dict[str, Any]


def data_of(world: World) -> Json:
    """The world as whoever reads the file has it."""
    data: Json = json.loads(json.dumps(world_json(world.model, world.fingerprint)))
    return data


@cache
def helmet() -> Json:
    return data_of(unmask.load("helmet"))


def block(language: str) -> str:
    found = re.search(f"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_example_on_the_page_is_what_is_written() -> None:
    assert data_of(story(block("story"))) == json.loads(block("json"))


@pytest.mark.parametrize("name", ["helmet", "village"])
def test_a_bundled_world_is_what_the_schema_says(name: str) -> None:
    assert list(faults(SCHEMA, data_of(unmask.load(name)))) == []


@pytest.mark.parametrize("number", range(12))
def test_a_made_world_is_what_the_schema_says(number: int) -> None:
    made = story(Maker(random.Random(number).randbytes(MOST_BYTES), remembers=True).story())
    assert list(faults(SCHEMA, data_of(made))) == []


@pytest.mark.parametrize(
    "spoiled",
    [
        {"format": 2},
        {"fingerprint": "no"},
        {"limit": 0},
        {"expressions": [["seems", "Rey"]]},
        {"expressions": [["not", 1, 2]]},
        {"expressions": [["power", 1, 2]]},
        {"scenes": [{"name": "duel", "motives": [["1", "it is time"]]}]},
        {"endings": [{"name": "bare", "lines": [["It ends.", "", 2]]}]},
        {"endings": [{"name": "bare", "lines": [[[["shout", "It ends."]], "Rey"]]}]},
        {"people": [{"name": "Rey", "display": "Rey", "pronouns": ["she"]}]},
        {"following": {"automata": [{"table": [[0]], "accepting": [2]}]}},
        {"more": 1},
    ],
)
def test_the_schema_would_not_let_everything_pass(spoiled: Json) -> None:
    assert list(faults(SCHEMA, helmet() | spoiled)) != []


def test_a_world_without_a_part_that_it_needs_is_none() -> None:
    for name in SCHEMA["required"]:
        assert list(faults(SCHEMA, {key: value for key, value in helmet().items() if key != name})) == [f"$ has no {name}"]


def test_the_bundled_world_leaves_room_for_its_page() -> None:
    written = json.dumps(helmet(), ensure_ascii=False, separators=(",", ":")).encode()
    assert len(written) < 210_000


def test_the_page_refuses_a_format_that_it_does_not_know() -> None:
    with pytest.raises(AssertionError, match=r"This page reads worlds of format 1, and this one has format 2\."):
        asked("play.mjs", [{"world": helmet() | {"format": 2}, "seed": 7, "first": 0, "runs": 1}])


# ── numbers ──

SUM = """
    fact most: 999999001..1000000000
    person Oda (she)
    scene a sum
      moment first: {who}
        * right
          {line}
          -> end
        * wrong
          weight {weight}
    ending rest
"""


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("if most * most > 0", "Line 5: a number here"),
        ("if 1 > most * -9007200", "Line 5: a number here"),
        ("if max(3, most * most) > 0", "Line 5: a number here"),
        ("~ most += most * 9007199", "Line 7: the value here"),
        ("~ most -= most * 9007199", "Line 7: the value here"),
        ("> {if most * most > 0: a | else: b}", "Line 5: a number here"),
        ('+most * 9007199 "so"\n          +most "so"', "Line 6: the points here together"),
        ('-most * 9007199 "so"\n          -most "so"', "Line 6: the points here together"),
    ],
)
def test_what_javascript_cannot_count_is_refused_with_the_place(line: str, what: str) -> None:
    world = story(SUM.format(who="Oda", line=line, weight="1").replace("          weight 1\n", "          -> end\n"))
    with pytest.raises(NotExact) as refused:
        world_json(world.model)
    assert str(refused.value) == f"{what} may grow beyond 9,007,199,254,740,991, which is more than a browser can count exactly."


def test_weights_that_javascript_cannot_add_are_refused() -> None:
    world = story(SUM.format(who="chance", line="weight most * 9007199", weight="most"))
    with pytest.raises(NotExact, match=r"^Line 5: the weights here together"):
        world_json(world.model)


@pytest.mark.parametrize(
    "lines",
    [
        "secret too much means most * most",
        "motif much\n      scene a sum\n        when most * most > 0",
        "ending much when most * most > 0",
        "bond Oda, Ash carries fear as fear + most * most",
        "meanwhile\n      ~ most = most * most",
    ],
)
def test_numbers_are_looked_at_wherever_they_stand(lines: str) -> None:
    more = "scale heat: cold < warm\n    kind other\n      feels fear: heat\n    person Ash (she), a other\n    "
    text = SUM.replace("person Oda (she)", more + "person Oda (she), a other").format(who="Oda", line="once", weight="1")
    world = story(text.replace("          weight 1\n", "          -> end\n") + f"    {lines}\n")
    with pytest.raises(NotExact):
        world_json(world.model)


def test_numbers_up_to_the_edge_are_let_through() -> None:
    text = SUM.format(who="Oda", line="if most * 9007199 > -9007199 * most", weight="1").replace(
        "          weight 1\n", "          -> end\n"
    )
    assert data_of(story(text))["limit"] == 1000
