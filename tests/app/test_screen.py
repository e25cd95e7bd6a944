"""What stands on the screen after many runs: widths, shares near nothing and near all, and what is left out first."""

import pytest

import unmask
from tests.run.playing import story
from unmask.app.screen import Head, screen
from unmask.app.width import cut, padded, width
from unmask.runs import Runs

HEAD = Head("The Gate", "gate.story", "gate.story", 7, 0, "compiled", "", 0.5, 0)


def lines_of(runs: Runs, columns: int = 80, rows: int | None = None, head: Head = HEAD) -> list[str]:
    return screen(head, runs.summary, columns, rows).splitlines()


def test_wide_signs_take_two_columns_and_marks_none() -> None:
    assert [width(text) for text in ("rain", "雨", "e\u0301", "Ｒey", "")] == [4, 2, 1, 4, 0]
    assert cut("雨雨雨雨", 8) == "雨雨雨雨"
    assert cut("雨雨雨雨", 6) == "雨雨…"
    assert padded("雨", 5) == "雨   "
    assert padded("rain and rain", 6) == "rain… "


def rare(common: int, seldom: int) -> Runs:
    """Runs of a story with two endings, of which so many ended one way and so many the other."""
    world = story(
        """
        person Ada (she)
        scene gate with Ada
          moment latch: Ada
            * lift it
              -> ending often
            * leave it
              -> ending seldom
        ending often
        ending seldom
        """
    )
    runs = Runs(world)
    counts = runs.sites.empty()
    at = runs.sites.segments
    counts[at["endings"].start] = common
    counts[at["endings"].start + 1] = seldom
    counts[at["events"].start + 3] = counts[at["scenes"].start + 1] = common + seldom
    runs.add(counts)
    return runs


@pytest.mark.parametrize(
    ("common", "seldom", "shares"),
    [
        (10, 0, ["100.00"]),
        (5, 5, ["50.00", "50.00"]),
        (99_999, 1, [">99.99", "<0.01"]),
        (9_999, 1, ["99.99", "0.01"]),
        (2, 1, ["66.67", "33.33"]),
    ],
)
def test_what_was_seen_is_never_told_as_nothing_nor_what_was_missed_as_all(common: int, seldom: int, shares: list[str]) -> None:
    lines = lines_of(rare(common, seldom))
    top = next(number for number, line in enumerate(lines) if line.startswith("ENDINGS"))
    assert [line.split()[2] for line in lines[top + 1 : top + 1 + len(shares)]] == shares


def test_with_little_room_what_says_most_stays() -> None:
    runs = unmask.load("helmet").simulate(300)
    lines = lines_of(runs, rows=30)
    shown = [name for name in runs.finals() if any(line.startswith(f"  {name} ") for line in lines[lines.index("AT THE END") :])]
    assert 3 <= len(shown) < len(runs.finals())
    for name in shown:
        final = runs.finals()[name]
        assert (len(final.values) > 1, final.for_scene, final.computed) == (True, False, False), name
    assert {final.variable.owner for final in (runs.finals()[name] for name in shown)} == {"", "Kylo", "Rey"}


@pytest.mark.parametrize("sign", ["\x07", "\x1b", "\u202e", "\n"])
def test_the_name_of_a_file_cannot_send_signs_to_the_terminal(sign: str) -> None:
    head = HEAD._replace(title=f"the{sign}gate", story=f"the{sign}gate.story", file=f"the{sign}gate.story")
    runs = story(
        """
        fact late: yes/no
        person Ada (she)
        scene gate with Ada
          once
          moment latch: Ada
            * lift it
              -> end
            * climb
              if late
        """
    ).simulate(5)
    lines = lines_of(runs, head=head)
    assert lines[0] == "the·gate: 5 runs under seed 7 (runs 0 to 4)"
    assert sign not in "".join(lines)
    assert "unresolved, first in run 0: unmask tell … --seed 7 --run 0" in lines
    assert "  gate / latch / Ada: climb (the·gate.story, line 9)" in lines


def test_signs_that_join_letters_stay_in_a_title() -> None:
    assert lines_of(rare(1, 0), head=HEAD._replace(title="می\u200cروم"))[0].startswith("می\u200cروم: 1 run")


def test_a_narrow_screen_keeps_how_many_runs_ended_so_and_which_share() -> None:
    lines = lines_of(rare(30, 10), 40)
    assert max(map(width, lines)) <= 40
    often = next(line for line in lines if line.startswith("  often"))
    assert often.split() == ["often", "30", "75.00"]
    assert any(line.startswith("events") and "mean" in line for line in lines)


def test_the_command_for_a_faster_engine_can_be_copied_from_a_narrow_screen() -> None:
    command = 'python -m pip install "unmask[fast]"'
    slow = HEAD._replace(engine="reference", engine_why=f"the compiled engine needs llvmlite, which is not installed: {command}")
    for columns in (30, 40, 80):
        assert f"  {command}" in lines_of(rare(30, 10), columns, head=slow)
