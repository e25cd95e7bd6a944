"""What is known of a folder of tables: which runs they are of, the sum of each finished chunk, what was counted so far.

A Journal is written as text, and read from it. One promise: the text hangs on the Journal alone.
"""

import json
import re
import sys
import zlib
from array import array
from base64 import b64decode, b64encode
from typing import Any, NamedTuple

from unmask.analysis.simulate import Counts
from unmask.export.to_table import FORMAT

JOURNAL = "_unmask-runs.json"  # the underscore keeps readers of whole folders from taking it for a table
FORMS = ("parquet", "csv")
MOST_ROWS = 2**20
"""Of a chunk, which is put together in memory."""
LARGEST = 2**28
"""Of a journal, in bytes: that is of a few million chunks."""
_LARGEST_COUNTS = 2**26
_SUM = re.compile(r"[0-9a-f]{64}")


class Damaged(Exception):
    """A journal that cannot be gone by; the message says why."""


class Journal(NamedTuple):
    """`rows` a chunk has, `form` is parquet or csv, `sums` are the SHA-256 of the finished chunks, in order.

    `counts` are those of the finished chunks; `tape` says what the numbers of a tape stand for, None without tapes.
    """

    version: str
    fingerprint: str
    title: str
    seed: int
    runs: int
    rows: int
    form: str
    tape: list[str] | None
    sums: tuple[str, ...]
    counts: Counts

    @property
    def finished(self) -> int:
        """How many runs are in the finished chunks."""
        return min(len(self.sums) * self.rows, self.runs)


def written(journal: Journal) -> bytes:
    """A journal as text."""
    fields = {"format": FORMAT, **journal._asdict(), "counts": _packed(journal.counts)}
    if journal.tape is None:
        del fields["tape"]
    return (json.dumps(fields, ensure_ascii=True, indent=1) + "\n").encode("ascii")


def read(data: bytes) -> Journal:
    """The journal that a text holds. Raises Damaged where it holds none."""
    try:
        fields = json.loads(data)
        if fields["format"] != FORMAT:
            raise Damaged(f"it was written by unmask {fields.get('version')}, in a form that this one does not know")
        found = Journal(
            **{name: _of(kind, fields[name]) for name, kind in (("version", str), ("fingerprint", str), ("title", str))},
            **{name: _of(int, fields[name]) for name in ("seed", "runs", "rows")},
            form=_of(str, fields["form"]),
            tape=[_of(str, name) for name in _of(list, fields["tape"])] if "tape" in fields else None,
            sums=tuple(_of(str, sum_) for sum_ in _of(list, fields["sums"])),
            counts=_unpacked(_of(str, fields["counts"])),
        )
    except Damaged:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, zlib.error):
        raise Damaged("its journal is damaged") from None
    chunks = -(-found.runs // found.rows) if 0 < found.rows <= MOST_ROWS else -1
    if found.runs < 0 or len(found.sums) > chunks or found.form not in FORMS or not all(map(_SUM.fullmatch, found.sums)):
        raise Damaged("its journal is damaged")
    return found


def _of(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise ValueError
    return value


def _packed(counts: Counts) -> str:
    """Counts in signs: eight bytes each, the lowest first, squeezed."""
    if sys.byteorder == "big":
        counts = array("q", counts)
        counts.byteswap()
    return b64encode(zlib.compress(counts.tobytes(), 6)).decode("ascii")


def _unpacked(text: str) -> Counts:
    unpacking = zlib.decompressobj()
    data = unpacking.decompress(b64decode(text, validate=True), _LARGEST_COUNTS)  # a few bytes may say that they are terabytes
    if not unpacking.eof or unpacking.unused_data:
        raise ValueError
    counts = array("q")
    counts.frombytes(data)
    if sys.byteorder == "big":
        counts.byteswap()
    return counts
