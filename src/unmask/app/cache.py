"""Keeps answers that took long on disk, for when the same is asked of the same world again.

A file for each question, in the user's folder of caches, named by all that the answers hang on. One promise: what is read is what was
written, whole and of this version; whatever else is found there, or cannot be written, is as if it were not there. What cannot be the
odds of the world is not believed, whatever its sum is.
"""

import hashlib
import json
from collections.abc import Sequence
from math import inf
from typing import TYPE_CHECKING, Any

from unmask.analysis.answers import ALWAYS, EXACTLY, NEVER, Answer, Answers, Average, Times
from unmask.analysis.estimate import SURE, Share
from unmask.analysis.explored import Never
from unmask.analysis.odds import Interval, interval
from unmask.analysis.questions import Question, endings_of
from unmask.app.caches import folder
from unmask.app.files import plain, put_one
from unmask.world.model import Event
from unmask.world.sites import sites_of

if TYPE_CHECKING:
    from unmask.pipeline import World
    from unmask.world.model import World as Model

LONG = 2.0
"""What took fewer seconds than this is not kept."""
FORMAT = 2
LARGEST = 2**24
"""Of a file of answers, in bytes."""
_MOST_STATES = 2**63
_OFF = 1e-9
_WRONG = (OSError, OverflowError, ValueError, KeyError, TypeError, AttributeError, RecursionError)


def kept(world: "World", questions: Sequence[Question], given: Event | None) -> Answers | None:
    """The answers, if they were kept."""
    name = _name(world, questions, given)
    try:
        file = json.loads(plain(folder() / name, LARGEST, ours=True), parse_constant=_no_number)
        if file["sum"] != _sum(file["answers"]):
            return None
        return _Kept(world.model, questions, given, file["answers"])
    except _WRONG:
        return None


def keep(world: "World", questions: Sequence[Question], given: Event | None, answers: Answers, seconds: float) -> bool:
    """Keep answers that took long, if all of them are exact; whether they are kept. That they cannot be is no reason to stop."""
    if seconds < LONG or not answers.complete or answers.runs or not all(answer.kind == EXACTLY for answer in answers.answers):
        return False
    try:
        found = _as_data(answers)
        text = json.dumps({"sum": _sum(found), "answers": found}, ensure_ascii=False)
        at = folder()
        at.mkdir(mode=0o700, parents=True, exist_ok=True)
        put_one(at / _name(world, questions, given), text.encode("utf-8", "surrogatepass"), private=True)
    except _WRONG:
        return False
    return True


def _name(world: "World", questions: Sequence[Question], given: Event | None) -> str:
    """From all that the answers hang on: what the world means, its motifs (which mean something once they are asked for), the question."""
    import unmask
    from unmask.syntax import tree
    from unmask.syntax.to_text import to_text

    motifs = to_text(tree.Story(tuple(line for line in world.tree.lines if isinstance(line, tree.Motif))))
    asked = [question.text for question in questions], None if given is None else list(given)
    what = json.dumps([FORMAT, unmask.__version__, world.fingerprint, motifs, *asked])
    return f"odds-{hashlib.sha256(what.encode()).hexdigest()[:32]}.json"


def _sum(found: object) -> str:
    return hashlib.sha256(json.dumps(found, sort_keys=True).encode()).hexdigest()


# ── answers as data, and back ──


def _as_data(answers: Answers) -> dict[str, Any]:
    return {
        "states": answers.states,
        "transitions": answers.transitions,
        "left": answers.left,
        "cut_off": None if answers.cut_off is None else [answers.cut_off.seen, answers.cut_off.runs],
        "answers": [_answer_as_data(answer) for answer in answers.answers],
        "endings": [_answer_as_data(answer) for answer in answers.endings()],
        "ends": _answer_as_data(answers.ends()),
        "scenes": _finite(answers.scenes().mean),
        "options": [[one.scene, one.moment, one.who, one.label, _finite(one.mean)] for one in answers.options()],
        "never": [[one.scene, one.moment, one.who, one.label, one.why] for one in answers.never()],
    }


def _answer_as_data(answer: Answer) -> list[Any]:
    return [answer.question.text, answer.p, answer.low, answer.high, answer.certain, answer.against, answer.why]


def _finite(mean: float) -> float | None:
    """JSON has no number for what never ends."""
    return None if mean == inf else mean


def _number(found: float | None) -> float:
    return inf if found is None else _from(found, 0.0, inf)


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number of JSON")


def _from(found: Any, low: float, high: float) -> float:
    """A number, not below the one and not above the other. Raises ValueError where it is none."""
    if type(found) not in (int, float) or not low <= found <= high or found == inf:
        raise ValueError(f"{found!r} is no number from {low} to {high}")
    return float(found)


def _whole(found: Any) -> int:
    if type(found) is not int or not 0 <= found <= _MOST_STATES:
        raise ValueError(f"{found!r} is no number of states")
    return found


def _text(found: Any) -> str:
    if type(found) is not str:
        raise ValueError(f"{found!r} is no text")
    return found


def _cut_off(found: Any) -> Share | None:
    if found is None:
        return None
    seen, runs = map(_whole, found)
    if not 0 < seen <= runs:
        raise ValueError("so many runs cannot have been cut off")
    return Share(seen, runs, interval(seen, runs, SURE))


class _Kept(Answers):
    """Answers that were worked out before. Lines are those of the file as it is now: prose may have moved them."""

    def __init__(self, world: "Model", questions: Sequence[Question], given: Event | None, found: dict[str, Any]) -> None:
        self.world = world
        self.given = given
        self.slow = ""
        self.explorer = None
        self._sample = None
        self._states, self._transitions = (_whole(found[name]) for name in ("states", "transitions"))
        self._left = _from(found["left"], 0.0, 1.0)
        self.cut_off = _cut_off(found["cut_off"])
        named = {question.text: question for question in questions}
        self.answers = tuple(_answer(row, named[row[0]]) for row in found["answers"])
        self._endings = tuple(_answer(row, Question(_text(row[0]))) for row in found["endings"])
        self._ends = _answer(found["ends"], Question(_text(found["ends"][0])))
        self._scenes = _number(found["scenes"])
        lines = _lines(world)
        self._options = tuple(Times(a, b, c, d, lines[a, b, c, d], _number(mean)) for a, b, c, d, mean in found["options"])
        self._never = tuple(Never(a, b, c, d, lines[a, b, c, d], _text(why)) for a, b, c, d, why in found["never"])
        self._must_fit(questions)

    def _must_fit(self, questions: Sequence[Question]) -> None:
        """Raise ValueError where these are not the answers to all that was asked, or cannot be true together."""
        asked = [question.text for question in questions]
        endings = sorted(f"ending {name}" for name in endings_of(self.world))
        all_there = [answer.question.text for answer in self.answers] == asked
        whole = sum(answer.p for answer in self._endings)
        adds_up = whole <= 1 + _OFF and (self.given is not None or abs(whole - self._ends.p) <= _OFF)
        if not all_there or sorted(answer.question.text for answer in self._endings) != endings or not adds_up:
            raise ValueError("these are not the odds of this world")
        for rows in (self._options, self._never):
            if len({row[:4] for row in rows}) != len(rows):
                raise ValueError("something is there twice")

    def endings(self) -> tuple[Answer, ...]:
        """See Answers."""
        return self._endings

    def ends(self) -> Answer:
        """See Answers."""
        return self._ends

    def scenes(self) -> Average:
        """See Answers."""
        return Average(self._scenes, EXACTLY, self._scenes, self._scenes)

    def options(self) -> tuple[Times, ...]:
        """See Answers."""
        return self._options

    def never(self) -> tuple[Never, ...]:
        """See Answers."""
        return self._never

    @property
    def complete(self) -> bool:
        """See Answers: nothing else is kept."""
        return True

    @property
    def states(self) -> int:
        """See Answers."""
        return self._states

    @property
    def transitions(self) -> int:
        """See Answers."""
        return self._transitions

    @property
    def left(self) -> float:
        """See Answers."""
        return self._left


def _answer(row: list[Any], question: Question) -> Answer:
    _, p, low, high, certain, against, why = row
    low = _from(low, 0.0, 1.0 + _OFF)
    high = _from(high, low, 1.0 + _OFF)
    p = _from(p, max(low - _OFF, 0.0), high + _OFF)
    if certain not in ("", NEVER, ALWAYS) or (certain == NEVER and p) or (certain == ALWAYS and p != 1):
        raise ValueError(f"{certain!r} is not what {p} is")
    return Answer(question, p, EXACTLY, low, high, Interval(low, high), certain, _from(against, 0.0, 1.0 + _OFF), why=_text(why))


def _lines(world: "Model") -> dict[tuple[str, str, str, str], int]:
    """The line of each scene and each option."""
    sites = sites_of(world)
    found = {(scene.name, "", "", ""): scene.span.line for scene in world.scenes}
    for site in sites.options:
        scene, option = sites.scenes[site.scene], sites.option(site)
        moment = scene.moments[site.moment]
        found.setdefault((scene.name, moment.name, moment.owner, option.label), option.span.line)
    return found
