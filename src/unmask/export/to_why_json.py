"""Reasons and what-ifs as JSON for other programs. `docs/reference/why.schema.json` describes it."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from unmask.analysis.ahead import Fork, Outlook
from unmask.analysis.what_if import Moved, WhatIf
from unmask.analysis.why import Answer, label_of
from unmask.run.record import Record
from unmask.run.step import Event


class About(NamedTuple):
    """Of which run of what story it is said."""

    version: str
    title: str
    file: str
    fingerprint: str
    seed: int
    run: int
    event: int | None


def why_to_json(about: About, answer: Answer, endings: Sequence[str], fork: Fork | None) -> str:
    """What was weighed at a choice; where somebody asked, with the odds of the endings before it and after each way."""
    after = {label_of(way.offer): _outlook(endings, way.outlook) for way in fork.ways} if fork is not None else {}
    options = [
        {
            "label": weighed.label,
            "p": float(weighed.odds),
            "fraction": str(weighed.odds),
            "points": weighed.points,
            "reasons": [{"phrase": ground.phrase, "points": ground.points, "line": ground.span.line} for ground in weighed.grounds],
            "chosen": weighed.drawn,
            "after": after.get(weighed.label),
        }
        for weighed in answer.open
    ]
    shut = [{"label": one.label, "used_up": one.used_up, "line": one.span.line} for one in answer.shut]
    before = None if fork is None else _outlook(endings, fork.before)
    return _text({**about._asdict(), "why": {"open": options, "shut": shut, "before": before}, "what_if": None})


def what_if_to_json(about: About, found: WhatIf, moved: Moved) -> str:
    """Two stories from where they part, and the odds at the moment of the change."""
    data = {
        "changed": found.changed,
        "parted": found.parted,
        "was": _story(found.was, found.parted),
        "now": _story(found.now, found.parted),
        "before": None if moved.before is None else _outlook(moved.endings, moved.before),
        "odds_was": _outlook(moved.endings, moved.was),
        "odds_now": _outlook(moved.endings, moved.now),
    }
    return _text({**about._asdict(), "why": None, "what_if": data})


def _story(record: Record, first: int | None) -> dict[str, object]:
    start = len(record.events) if first is None else first
    events = [_event(number, record.events[number]) for number in range(start, len(record.events))]
    return {"ending": record.over.ending, "reason": record.over.reason, "events": len(record.events), "from": events}


def _event(number: int, event: Event) -> dict[str, object]:
    names = {"sort": event.sort, "scene": event.scene, "cast": list(event.cast), "moment": event.moment}
    return {"number": number, **names, "who": event.who, "label": event.label}


def _outlook(endings: Sequence[str], outlook: Outlook) -> dict[str, object]:
    odds = [{"ending": name, **chance._asdict()} for name, chance in zip(endings, outlook.chances, strict=True) if chance.high > 0]
    return {"kind": outlook.kind, "runs": outlook.runs, "endings": odds}


def _text(data: dict[str, object]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
