"""Writes best play as JSON for other programs. `docs/reference/odds.schema.json` describes it."""

import json
from collections.abc import Callable

from unmask.analysis.policy import Best, Player
from unmask.analysis.policy_table import RUNS, Policy
from unmask.analysis.questions import Question
from unmask.export.to_odds_json import About


def policy_to_json(
    about: About, question: Question, player: Player, best: Best, played: Policy | None, seconds: Callable[[], float]
) -> str:
    """What somebody can do, as one JSON object."""
    found = best.high if player.worst else best.low
    tables = () if played is None else played.tables()
    data: dict[str, object] = {
        **{name: value for name, value in about._asdict().items() if name not in ("given", "memory")},
        "question": question.text,
        "player": player.who,
        "worst": player.worst,
        "knowing": player.knowing,
        "p": found,
        "kind": "exact" if best.exact else "between",
        "low": best.low,
        "high": best.high,
        "seeing_everything": best.sees,
        "as_the_story_has_it": best.none,
        "tried": best.tried,
        "states": best.states,
        "runs": RUNS if played is not None else 0,
        "seconds": round(seconds(), 3),
        "why_not_exact": best.why,
        "complete": played is not None and played.complete,
        "moments": [
            {
                "scene": table.scene,
                "moment": table.moment,
                "cast": list(table.cast),
                "line": table.line,
                "all": table.all,
                "rows": [
                    {"when": {field.name: field.value for field in row.when}, "option": row.option, "times": row.times, "odds": row.odds}
                    for row in table.rows
                ],
            }
            for table in tables
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
