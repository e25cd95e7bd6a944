"""Writes answers of `unmask odds` as JSON for other programs. `docs/reference/odds.schema.json` describes it.

One promise: what is exact is the same on every machine, as far as twelve digits behind the point go.
"""

import json
from collections.abc import Callable
from math import inf
from typing import NamedTuple

from unmask.analysis.answers import Answer, Answers
from unmask.analysis.estimate import SURE
from unmask.analysis.rational import Rationals, in_digits


class About(NamedTuple):
    """Of what story the answers are, and what was asked for besides the questions."""

    version: str
    title: str
    file: str
    fingerprint: str
    seed: int
    budget: int
    given: str | None
    memory: int | None = None


def odds_to_json(about: About, answers: Answers, everything: bool, seconds: Callable[[], float]) -> str:
    """The answers as one JSON object, with everything there is to say of a story where nothing particular was asked."""
    whole = _whole_story(answers) if everything else {}
    data: dict[str, object] = {
        **about._asdict(),
        "answers": [answer_as_data(answer) for answer in answers.answers],
        **whole,
        "states": answers.states,
        "transitions": answers.transitions,
        "sliced": [one._asdict() for one in answers.sliced],
        "cut_off": _cut_off(answers),
        "left": answers.left,
        "complete": answers.complete,
        "runs": answers.runs,
        "sure": SURE,
        "seconds": round(seconds(), 3),
        "why_not_exact": answers.slow,
        **(_proof(answers) if isinstance(answers, Rationals) else {}),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _cut_off(answers: Answers) -> dict[str, int] | None:
    found = answers.cut_off
    return None if found is None else {"limit": answers.world.limit, "seen": found.seen, "runs": found.runs}


def answer_as_data(answer: Answer) -> dict[str, object]:
    """An answer. `fraction` is there for answers that are exact to the last digit."""
    return {
        "question": answer.question.text,
        "p": answer.p,
        "fraction": None if answer.fraction is None else "/".join(in_digits(answer.fraction)),
        "kind": answer.kind,
        "low": answer.low,
        "high": answer.high,
        "proved": list(answer.proved),
        "certain": answer.certain or None,
        "why": answer.why or None,
    }


def _proof(answers: Rationals) -> dict[str, object]:
    proof = answers.proof
    return {
        "proof": None if proof is None else {"denominator_bits": proof.bits, "primes": proof.primes},
        "why_no_fraction": answers.no_fraction,
    }


def _whole_story(answers: Answers) -> dict[str, object]:
    never = [one._asdict() for one in answers.never()]
    return {
        "endings": [answer_as_data(answer) for answer in answers.endings()],
        "ends": answer_as_data(answers.ends()),
        "scenes": {name: _finite(value) for name, value in answers.scenes()._asdict().items()},
        "options": [one._asdict() | {"mean": _finite(one.mean)} for one in answers.options()],
        "never": never,
    }


def _finite(value: object) -> object:
    """JSON has no number for what never ends."""
    return None if value == inf else value
