"""Writes runs as tables in the author's words: as Parquet, as CSV or as an Arrow stream.

One promise: what leaves hangs on the world, the seed and the numbers of the runs alone, and not on how the rows were cut.
"""

import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from types import ModuleType
from typing import Any, NamedTuple

from unmask.analysis.simulate import ROWS_AT_ONCE
from unmask.problems.install import install
from unmask.world.rows import NARROW, WIDE, Column, Rows, columns_of
from unmask.world.sites import Site, Sites

FORMAT = 1
"""Of tables and of the journal beside them. Whoever changes what stands where makes it one more."""
MOST_CHOICES = 2**31 - 1
BEGINS_A_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""The wide signs too, which some programs take for the same."""


class About(NamedTuple):
    """What stands over a table: the unmask that made it ("" for a stream, which never leaves it), the world, the seed."""

    version: str
    fingerprint: str
    title: str
    seed: int


# ── columns ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def heads(sites: Sites, tapes: bool = False) -> list[str]:
    """The name over each column, in their order, `number` first. No two are the same, whatever case they are read in."""
    taken = {"number", "ending", "scenes", "events", "found", "tape"}
    found = ["number"]
    for column in columns_of(sites):
        name = _head(column, sites)
        found.append(_unlike(name, taken) if column.sort in ("final", "chosen") else name)
        taken.add(found[-1].casefold())
    return [*found, "tape"] if tapes else found


def _unlike(name: str, taken: set[str]) -> str:
    """The name, or with a number behind it where it is taken."""
    times, other = 1, name
    while other.casefold() in taken:
        times += 1
        other = f"{name} ({times})"
    return other


def _head(column: Column, sites: Sites) -> str:
    match column.sort:
        case "final":
            return sites.variables[column.number].full_name
        case "chosen":
            return " / ".join(site_names(sites, sites.options[column.number]))
        case _:
            return column.sort


def site_names(sites: Sites, site: Site) -> list[str]:
    """The names of a scene, a moment of it and an option of that, as far as the site goes."""
    scene = sites.scenes[site.scene]
    if site.moment < 0:
        return [scene.name]
    moment = scene.moments[site.moment]
    return [scene.name, moment.name] if site.option < 0 else [scene.name, moment.name, moment.options[site.option].label]


def tape_names(sites: Sites) -> list[str]:
    """What each number of a tape stands for: `scene market`, `cast market: Ada, Bo`, `market / stall / haggle`."""
    found = []
    for sort, site, cast in sites.code_names():
        names = " / ".join(site_names(sites, site))
        found.append(names if sort == "option" else f"{sort} {names}{': ' if cast else ''}{', '.join(cast)}")
    return found


# What pandas takes for missing in a file of CSV, and R and others some of it, among what a name can be.
MISSING = frozenset("NA NULL NaN None nan null N/A n/a <NA>".split(" "))


def _words(column: Column, sites: Sites) -> tuple[str, ...]:
    """The words for a column's numbers, from 0 on; none where the numbers speak for themselves."""
    match column.sort:
        case "ending":
            return sites.endings
        case "final":
            return sites.world.variables[sites.variables[column.number]].type.names
        case _:
            return ()


def read_as_missing(sites: Sites) -> tuple[str, ...]:
    """The words of a table that readers of CSV take for a value that is missing, unless they are told not to."""
    words = (word for column in columns_of(sites) for word in _words(column, sites))
    return tuple(dict.fromkeys(word for word in words if word in MISSING))


def joined(parts: Sequence[Rows]) -> Rows:
    """Rows that follow each other, as one."""
    columns = tuple(_one_after_other(views) for views in zip(*(part.columns for part in parts), strict=True))
    runs = sum(part.runs for part in parts)
    if parts[0].starts is None:
        return Rows(parts[0].first, runs, columns)
    starts, before = array("q", [0]), 0
    for part in parts:
        assert part.starts is not None
        starts.extend(before + start for start in part.starts[1:])
        before = starts[-1]
    choices = memoryview(b"".join(part.choices for part in parts if part.choices is not None)).cast("I")
    return Rows(parts[0].first, runs, columns, memoryview(starts), choices)


def _one_after_other(views: Sequence[memoryview]) -> memoryview:
    data = memoryview(b"".join(views))
    return data.cast("i") if views[0].format == NARROW else data.cast("q")


# ── CSV ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def to_csv(rows: Rows, sites: Sites) -> bytes:
    """Rows as comma-separated text in UTF-8 under a line of heads; a tape is its numbers with spaces between."""
    cells: list[Iterable[str]] = [map(str, range(rows.first, rows.first + rows.runs))]
    for column, numbers in zip(columns_of(sites), rows.columns, strict=True):
        if words := _words(column, sites):
            shown = dict(enumerate(map(cell, words)))
            cells.append(map(shown.__getitem__, numbers))
        else:
            cells.append(map(str, numbers))
    if rows.starts is not None:
        cells.append(_tapes(rows))
    head = ",".join(cell(name) for name in heads(sites, rows.starts is not None))
    return "".join(f"{line}\n" for line in (head, *map(",".join, zip(*cells, strict=True)))).encode("utf-8", "replace")


def _tapes(rows: Rows) -> Iterator[str]:
    assert rows.starts is not None
    assert rows.choices is not None
    for start, end in zip(rows.starts[:-1], rows.starts[1:], strict=True):
        yield " ".join(map(str, rows.choices[start:end]))


def cell(text: str) -> str:
    """Words as a cell that no spreadsheet takes for a formula, in quotation marks where it needs them."""
    if text.startswith(BEGINS_A_FORMULA):
        text = f"'{text}"
    if any(sign in text for sign in ',"\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


# ── Arrow and Parquet ────────────────────────────────────────────────────────────────────────────────────────────────


def arrow(part: str = "") -> ModuleType:
    """The library, or a part of it. Raises ModuleNotFoundError with the command that installs it."""
    try:
        library = import_module("pyarrow")
        return import_module(f"pyarrow.{part}") if part else library
    except ModuleNotFoundError:
        raise ModuleNotFoundError(f"Tables for other programs need pyarrow: {install('data')}", name="pyarrow") from None


def to_parquet(rows: Rows, sites: Sites, about: About) -> bytes:
    """Rows as a Parquet file with one group of rows; `about` and what a tape's numbers mean stand in the schema's metadata."""
    pa, parquet = arrow(), arrow("parquet")
    schema = _schema(sites, about, rows.starts is not None)
    table = pa.Table.from_batches([_batch(rows, sites, schema)], schema)
    sink = pa.BufferOutputStream()
    parquet.write_table(table, sink, compression="zstd", row_group_size=max(rows.runs, 1))
    return bytes(sink.getvalue())


def stream(sites: Sites, about: About, play: Callable[[int], Iterable[Rows]], requested_schema: object = None) -> object:
    """Runs as a capsule of the Arrow C stream, played while somebody reads; `play(size)` gives rows in batches of a size.

    https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html
    """
    schema = _schema(sites, about, tapes=False)
    batches = (_batch(rows, sites, schema) for rows in play(ROWS_AT_ONCE))
    return arrow().RecordBatchReader.from_batches(schema, batches).__arrow_c_stream__(requested_schema)


def _schema(sites: Sites, about: About, tapes: bool) -> Any:
    pa = arrow()
    types = [pa.int64()]
    for column in columns_of(sites):
        types.append(
            pa.dictionary(pa.int32(), pa.string()) if _words(column, sites) else {NARROW: pa.int32(), WIDE: pa.int64()}[column.code]
        )
    if tapes:
        types.append(pa.list_(pa.uint32()))
    fields = [pa.field(name, type_, nullable=False) for name, type_ in zip(heads(sites, tapes), types, strict=True)]
    return pa.schema(fields, {key: value.encode("utf-8", "replace") for key, value in _metadata(sites, about, tapes).items()})


def _metadata(sites: Sites, about: About, tapes: bool) -> dict[str, str]:
    found = {
        "unmask.format": str(FORMAT),
        "unmask.version": about.version,
        "unmask.fingerprint": about.fingerprint,
        "unmask.title": about.title,
        "unmask.seed": str(about.seed),
    }
    if not about.version:
        del found["unmask.version"]
    return {**found, "unmask.tape": json.dumps(tape_names(sites), ensure_ascii=False)} if tapes else found


def _batch(rows: Rows, sites: Sites, schema: Any) -> Any:
    pa = arrow()
    numbers = array("q", range(rows.first, rows.first + rows.runs))
    arrays = [_plain(memoryview(numbers), WIDE)]
    for column, view in zip(columns_of(sites), rows.columns, strict=True):
        plain = _plain(view, column.code)
        words = _words(column, sites)
        arrays.append(pa.DictionaryArray.from_arrays(plain, pa.array(words, pa.string())) if words else plain)
    if rows.starts is not None:
        arrays.append(_lists(rows))
    return pa.record_batch(arrays, schema=schema)


def _plain(view: memoryview, code: str) -> Any:
    """A buffer of whole numbers as an array, uncopied."""
    pa = arrow()
    type_ = {NARROW: pa.int32(), WIDE: pa.int64(), "I": pa.uint32()}[code]
    return pa.Array.from_buffers(type_, len(view), [None, pa.py_buffer(view)])


def _lists(rows: Rows) -> Any:
    pa = arrow()
    assert rows.starts is not None
    assert rows.choices is not None
    if rows.starts[-1] > MOST_CHOICES:
        raise OverflowError("a batch of runs has more choices than an Arrow list can hold: cut it smaller")
    starts = _plain(memoryview(array(NARROW, rows.starts)), NARROW)
    return pa.ListArray.from_arrays(starts, _plain(rows.choices, "I"))
