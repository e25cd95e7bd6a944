"""`unmask run --coverage`: the file with its counts, the reasons under it, and the exit code that a build looks at."""

import json
import re
from pathlib import Path

from tests.app.commands import STORY, call, write
from tests.app.schema import faults
from tests.docs.examples import DOCS, examples
from unmask.app.coverage import for_a_build, text
from unmask.pipeline import World, world_from
from unmask.problems.place import Source
from unmask.runs import Runs
from unmask.world.sites import Wanted

STUCK = """\
person Oda (she)

scene house with Oda
  in brief> Another evening.
  moment stairs: Oda
    * go down
      if 1 = 2
      > She goes down.
      Oda> It is
        damp there.
    * stay up
      > She stays up.
    -> ending night

ending night
"""


def played(story: str, runs: int = 5) -> tuple[Runs, World]:
    """So many runs of a story, with everything counted."""
    world = world_from(Source("house.story", story))
    found = Runs(world, 7, wanted=Wanted(gates=True))
    found.play(runs)
    return found, world


def test_the_page_shows_what_the_command_prints(tmp_path: Path) -> None:
    blocks = {block.sort: block.text for block in examples("guide/coverage.md")}
    path = write(tmp_path, blocks["story"], "cellar.story")
    said = call("run", path, "-n", "100", "--coverage")
    assert (said.code, said.out) == (0, blocks["coverage"])


def test_helmet_is_printed_whole_with_counts_beside_its_lines() -> None:
    said = call("run", "helmet", "-n", "300", "--coverage")
    assert said.code == 0
    runs = json.loads(call("run", "helmet", "-n", "300", "--json").out)
    source = (Path(__file__).parents[2] / "src/unmask/worlds/helmet.story").read_text("utf-8").splitlines()
    listed = [line for line in said.out.splitlines() if re.match(r" *([\d,]+|!! 0|–)? +\d+ \|", line)]
    assert [line.partition("| ")[2] for line in listed] == source
    ended = {name: count for name, count in runs["endings"].items() if count}
    for name, count in ended.items():
        (line,) = [line for line in listed if re.search(rf"\| ending {name}( |$)", line)]
        assert line.split()[0] == f"{count:,}"


def test_a_line_over_two_lines_has_its_count_at_the_first() -> None:
    runs, world = played(STUCK)
    listed = text(runs.coverage, world.source, 7).splitlines()
    for line in ("!! 0  6 |     * go down", "!! 0  9 |       Oda> It is", "     10 |         damp there.", "   5 11 |     * stay up"):
        assert line in listed
    assert "   –  4 |   in brief> Another evening." in listed


def test_a_long_line_is_cut_where_a_screen_ends() -> None:
    runs, world = played(STUCK)
    assert max(len(line) for line in text(runs.coverage, world.source, 7, width=25).split("Not reached")[0].splitlines()[3:]) == 25
    assert "   –  4 |   in brief> An…" in text(runs.coverage, world.source, 7, width=25)


def test_what_was_not_reached_is_told_once_with_what_stands_under_it() -> None:
    runs, world = played(STUCK)
    reasons = text(runs.coverage, world.source, 7).partition("Not reached in these 5 runs:\n")[2]
    assert reasons == (
        "\nline 6: option `go down` was never chosen\n"
        "    Its moment was reached 5 times; `if 1 = 2` never held there. With it: lines 8 and 9.\n"
    )


def test_a_build_fails_on_the_unreached_with_a_line_for_each(tmp_path: Path) -> None:
    path = write(tmp_path, STUCK, "house.story")
    said = call("run", path, "-n", "5", "--fail-on-unreached")
    assert said.code == 1
    wanted = [
        "house.story:6: option `go down` was never chosen: its moment was reached 5 times; `if 1 = 2` never held there",
        "house.story:8: `> She goes down.` was never reached: option `go down` was never chosen",
        "house.story:9: `Oda> It is` was never reached: option `go down` was never chosen",
    ]
    assert [line for line in said.err.splitlines() if line.startswith("house.story:")] == wanted
    assert "!! 0" not in said.out
    assert call("run", path, "-n", "5", "--coverage").code == 0


def test_a_build_passes_where_everything_was_reached(tmp_path: Path) -> None:
    path = write(tmp_path, STORY)
    said = call("run", path, "-n", "60", "--fail-on-unreached", "--coverage")
    assert (said.code, "stairs.story:" in said.err) == (0, False)
    assert "Everything was reached in these 60 runs." in said.out


def test_json_has_counts_by_line_and_reasons(tmp_path: Path) -> None:
    path = write(tmp_path, STUCK, "house.story")
    said = call("run", path, "-n", "5", "--json", "--coverage")
    found = json.loads(said.out)["coverage"]
    schema = json.loads((DOCS / "reference" / "run.schema.json").read_text("utf-8"))
    assert list(faults(schema, json.loads(said.out))) == []
    assert list(faults(schema, json.loads(said.out) | {"coverage": {"lines": {"3": -1}, "unreached": []}})) != []
    lines = {"3": 5, "4": None, "5": 5, "6": 0, "8": 0, "9": 0, "11": 5, "12": 5, "15": 5}
    assert found["lines"] == lines
    assert found["unreached"][0] == {
        "line": 6,
        "what": "option",
        "name": "go down",
        "why": "its moment was reached 5 times; `if 1 = 2` never held there",
        "under": None,
    }
    assert [(one["line"], one["under"]) for one in found["unreached"][1:]] == [(8, 6), (9, 6)]
    assert "coverage" not in json.loads(call("run", path, "-n", "5", "--json").out)


def test_the_reasons_of_a_build_are_those_of_the_page() -> None:
    runs, world = played(STUCK)
    whys = [item.why for item in runs.coverage.unreached]
    assert [line.split(": ", 2)[2] for line in for_a_build(runs.coverage, world.source)] == whys


def test_runs_that_stopped_too_early_are_told_before_the_reasons(tmp_path: Path) -> None:
    broken = STUCK.replace("    -> ending night\n", "")
    assert "5 runs came to a dead end, the first of them run 0," in call("run", write(tmp_path, broken), "-n", "5", "--coverage").out
    round_and_round = "limit 9 events\n" + STUCK.replace("-> ending night", "-> stairs")
    said = call("run", write(tmp_path, round_and_round), "-n", "1", "--coverage").out
    assert "1 run stopped at the limit of events, the first of them run 0," in said
    assert "the first of them" not in call("run", write(tmp_path, STUCK), "-n", "5", "--coverage").out
