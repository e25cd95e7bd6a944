"""Writes what many runs came to as JSON for other programs. `docs/reference/run.schema.json` describes it.

One promise: all of it but `seconds`, `engine` and `engine_why` is the same on every machine and for any number of workers.
"""

import json
from typing import NamedTuple

from unmask.analysis.coverage import Coverage
from unmask.analysis.summary import Final, Lengths, Summary


class About(NamedTuple):
    """Which runs these are: of what story, under which seed, from which number on, and how they were played."""

    version: str
    title: str
    file: str
    fingerprint: str
    seed: int
    first: int
    engine: str
    engine_why: str
    seconds: float


def to_json(about: About, found: Summary, reached: Coverage | None = None) -> str:
    """A summary as one JSON object, with what was reached where that is wanted."""
    return json.dumps(as_data(about, found, reached), ensure_ascii=False, indent=2) + "\n"


def as_data(about: About, found: Summary, reached: Coverage | None = None) -> dict[str, object]:
    """What `to_json` writes."""
    data = {
        "version": about.version,
        "title": about.title,
        "file": about.file,
        "fingerprint": about.fingerprint,
        "engine": about.engine,
        "engine_why": about.engine_why,
        "seconds": round(about.seconds, 3),
        "seed": about.seed,
        "first": about.first,
        "runs": found.runs,
        "endings": {name: ended.runs for name, ended in found.endings.items()},
        "intervals": {name: [round(end, 12) for end in ended.interval] for name, ended in found.endings.items()},
        "first_runs": {name: ended.first for name, ended in found.endings.items() if ended.first is not None},
        "events": _lengths(found.events),
        "scenes": _lengths(found.scenes),
        "motifs": {name: {"runs": had.runs, "interval": [round(end, 12) for end in had.interval]} for name, had in found.motifs.items()},
        "finals": {name: _final(final) for name, final in found.finals.items()},
        "options": found.options,
        "never_chosen": [option._asdict() for option in found.never_chosen],
    }
    return data | ({"coverage": _coverage(reached)} if reached is not None else {})


def _coverage(found: Coverage) -> dict[str, object]:
    """How often each line was reached, null for one that is told and not played; and why those were not that were not."""
    return {
        "lines": {str(item.span.line): item.times for item in found.items},
        "unreached": [
            {
                "line": item.span.line,
                "what": item.what,
                "name": item.name,
                "why": item.why,
                "under": item.under.line if item.under is not None else None,
            }
            for item in found.unreached
        ],
    }


def _lengths(found: Lengths) -> dict[str, float]:
    median = int(found.median) if found.median == int(found.median) else found.median
    return {"least": found.least, "median": median, "mean": found.mean, "longest": found.longest}


def _final(found: Final) -> dict[str, object]:
    data: dict[str, object] = {"type": found.type.sort, "for_scene": found.for_scene, "computed": found.computed}
    if found.mean is not None:
        data |= {"least": found.least, "mean": found.mean, "most": found.most}
    return data | ({"values": found.values} if found.values else {})
