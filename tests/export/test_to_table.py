"""A table says of every run what the run itself says, in the author's words, and the same bytes however it was cut."""

import csv
import io
import sys

import pyarrow
import pytest
from pyarrow import parquet

import unmask
from tests.export.toll import STORY, player, sites_of, toll
from unmask.analysis.simulate import Reference
from unmask.export import to_table
from unmask.export.to_table import About, cell, heads, joined, tape_names, to_csv, to_parquet
from unmask.runs import Runs
from unmask.world.rows import Rows
from unmask.world.sites import Sites

WORLD = toll()
SITES = sites_of(WORLD)
ABOUT = About("0.1.0", WORLD.fingerprint, WORLD.title, 7)
PLAIN = player(WORLD)(0, 12)
TAPED = player(WORLD, tapes=True)(0, 12)


def table(data: bytes) -> pyarrow.Table:
    return parquet.read_table(io.BytesIO(data))


def cells(rows: Rows, sites: Sites = SITES) -> list[list[str]]:
    return list(csv.reader(io.StringIO(to_csv(rows, sites).decode(), newline="")))


def test_a_row_says_what_its_run_says() -> None:
    for row in table(to_parquet(PLAIN, SITES, ABOUT)).to_pylist():
        run = WORLD.run(7, row["number"])
        labels = [event.label for event in run.events if event.sort == "option"]
        assert (row["ending"], row["events"]) == (run.ending, len(run.events))
        assert row["scenes"] == sum(event.sort == "scene" for event in run.events)
        assert row["toll / booth / =pay(1, 2)"] == labels.count("=pay(1, 2)") == row["Bo.owed toward Ada"]
        assert row["toll / booth / say no, and wait"] == labels.count("say no, and wait")
        assert row["tally"] == labels.count("=pay(1, 2)") - 1
        assert row["Ada.scorn"] == ("none", "faint", "strong")[min(2, labels.count("say no, and wait"))]


def test_every_variable_has_a_name_of_its_own_that_an_author_knows() -> None:
    assert heads(SITES, tapes=True) == [
        *("number", "ending", "scenes", "events"),
        *("events (2)", "tally", "gate", "toll.asked", "Ada.scorn", "Ada.Scorn (2)", "Bo.owed toward Ada", "Bo.debt"),
        *("toll / booth / =pay(1, 2)", "toll / booth / say no, and wait", "tape"),
    ]


def test_a_name_with_a_number_behind_it_is_not_given_twice() -> None:
    twins = toll(
        STORY.replace("* =pay(1, 2)", "* pay (2)").replace("* say no, and wait", "* Pay").replace("    -> end", "    * pay\n    -> end")
    )
    assert heads(sites_of(twins))[-3:] == ["toll / booth / pay (2)", "toll / booth / Pay", "toll / booth / pay (3)"]


def test_words_stay_words_and_numbers_numbers() -> None:
    schema = table(to_parquet(TAPED, SITES, ABOUT)).schema
    words, small, large = pyarrow.dictionary(pyarrow.int32(), pyarrow.string()), pyarrow.int32(), pyarrow.int64()
    assert {name: schema.field(name).type for name in ("number", "ending", "tally", "gate", "toll.asked", "Ada.scorn", "Bo.debt")} == {
        "number": large,
        "ending": words,
        "tally": small,
        "gate": words,
        "toll.asked": words,
        "Ada.scorn": words,
        "Bo.debt": large,
    }
    assert schema.field("tape").type.value_type == pyarrow.uint32()
    assert all(schema.field(name).type == small for name in schema.names if "/" in name)


def test_a_tape_says_what_was_chosen() -> None:
    names = tape_names(SITES)
    assert names == ["scene toll", "cast toll", "toll / booth / =pay(1, 2)", "toll / booth / say no, and wait"]
    for row in table(to_parquet(TAPED, SITES, ABOUT)).to_pylist():
        chosen = [event.label for event in WORLD.run(7, row["number"]).events if event.sort in ("scene", "option")]
        assert [names[number].removeprefix("scene ").removeprefix("toll / booth / ") for number in row["tape"]] == chosen


def test_a_cast_in_a_tape_is_told_by_its_people() -> None:
    names = tape_names(sites_of(unmask.load("village")))
    assert "cast call: Agnes, Corm" in names
    assert len(set(names)) == len(names)


# ── the same bytes ──


def test_rows_are_the_same_bytes_however_they_were_cut() -> None:
    for tapes, whole in ((False, PLAIN), (True, TAPED)):
        play = player(WORLD, tapes=tapes)
        cut = joined([play(0, 5), play(5, 1), play(6, 6)])
        assert to_csv(cut, SITES) == to_csv(whole, SITES)
        assert to_parquet(cut, SITES, ABOUT) == to_parquet(whole, SITES, ABOUT) == to_parquet(joined([whole]), SITES, ABOUT)


def test_both_engines_write_the_same_bytes() -> None:
    _, rows = Reference(SITES).rows(7, 0, 12, tapes=True)
    assert to_csv(rows, SITES) == to_csv(TAPED, SITES)
    assert to_parquet(rows, SITES, ABOUT) == to_parquet(TAPED, SITES, ABOUT)


def test_the_metadata_say_which_runs_these_are() -> None:
    found = table(to_parquet(TAPED, SITES, ABOUT)).schema.metadata
    known = {b"format": b"1", b"version": b"0.1.0", b"title": b"The Toll", b"seed": b"7", b"fingerprint": WORLD.fingerprint.encode()}
    known[b"tape"] = b'["scene toll", "cast toll", "toll / booth / =pay(1, 2)", "toll / booth / say no, and wait"]'
    assert {key.removeprefix(b"unmask."): value for key, value in found.items() if key.startswith(b"unmask.")} == known
    assert b"unmask.tape" not in table(to_parquet(PLAIN, SITES, ABOUT)).schema.metadata


def test_more_choices_than_a_list_can_hold_are_refused_and_not_mixed_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(to_table, "MOST_CHOICES", len(TAPED.choices) - 1)
    with pytest.raises(OverflowError, match="cut it smaller"):
        to_parquet(TAPED, SITES, ABOUT)


# ── CSV ──


def test_csv_and_parquet_say_the_same() -> None:
    head, *lines = cells(TAPED)
    assert head == heads(SITES, tapes=True)
    for line, row in zip(lines, table(to_parquet(TAPED, SITES, ABOUT)).to_pylist(), strict=True):
        assert line == [" ".join(map(str, value)) if name == "tape" else str(value) for name, value in row.items()]


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@now", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x"])
def test_no_cell_is_taken_for_a_formula(words: str) -> None:
    (read,) = next(csv.reader(io.StringIO(cell(words), newline="")))
    assert read == f"'{words}"


@pytest.mark.parametrize("words", ["plain", "two words", "1-1", 'she said "no"', '"', "a, b", "a\nb", "a\r", "'"])
def test_words_come_back_from_a_cell_as_they_were(words: str) -> None:
    assert next(csv.reader(io.StringIO(cell(words), newline=""))) == [words]


def test_values_and_heads_that_look_like_formulas_are_made_harmless(monkeypatch: pytest.MonkeyPatch) -> None:
    real = to_table._words
    monkeypatch.setattr(to_table, "_words", lambda column, sites: tuple(f"={word}" for word in real(column, sites)))
    monkeypatch.setattr(to_table, "_head", lambda column, sites: f"@{column.sort} {column.number}")
    head, line, *_ = cells(PLAIN)
    assert head[1:] == [name if name.startswith("'@") else "" for name in head[1:]]
    assert line[1] == "'=done"
    assert line[heads(SITES).index("@final 1")] in {"-1", "0", "1", "2"}


# ── Arrow ──


def test_runs_are_a_table_for_whoever_speaks_arrow() -> None:
    runs = Runs(WORLD, seed=7)
    runs.play(12)
    assert pyarrow.table(runs).equals(table(to_parquet(PLAIN, SITES, ABOUT)), check_metadata=False)
    read = pyarrow.RecordBatchReader.from_stream(runs)
    assert read.schema.metadata[b"unmask.fingerprint"] == WORLD.fingerprint.encode()
    assert read.read_all().column("number").to_pylist() == list(range(12))


def test_a_stream_plays_no_further_than_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    played = []

    def play(size: int):
        for first in range(0, 100, 4):
            played.append(first)
            yield player(WORLD)(first, 4)

    class Endless:
        def __arrow_c_stream__(self, requested_schema: object = None) -> object:
            return to_table.stream(SITES, ABOUT, play, requested_schema)

    reader = pyarrow.RecordBatchReader.from_stream(Endless())
    assert played == []
    assert reader.read_next_batch().column(0).to_pylist() == [0, 1, 2, 3]
    assert reader.read_next_batch().column(0).to_pylist() == [4, 5, 6, 7]
    assert played == [0, 4]


def test_no_runs_are_an_empty_table() -> None:
    empty = pyarrow.table(Runs(WORLD))
    assert (empty.num_rows, empty.schema.names) == (0, heads(SITES))


def test_without_pyarrow_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ModuleNotFoundError, match=r'python -m pip install "unmask\[data\]"'):
        Runs(WORLD).__arrow_c_stream__()
