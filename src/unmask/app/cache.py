"""Answers that took long, kept on disk: what was asked of a world comes in, the same answers leave when it is asked again.

A file for each question, in the user's folder of caches, named by all that the answers hang on. One promise: what is read is what was
written, whole and of this version; whatever else is found there, or cannot be written, is as if it were not there.
"""

import hashlib
import json
import os
from collections.abc import Sequence
from contextlib import suppress
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any

from unmask.analysis.answers import EXACTLY, Answer, Answers, Average, Times
from unmask.analysis.explored import Never
from unmask.analysis.odds import Interval
from unmask.analysis.solve import Question
from unmask.world.model import Event
from unmask.world.sites import sites_of

if TYPE_CHECKING:
    from unmask.pipeline import World
    from unmask.world.model import World as Model

LONG = 2.0
"""What took fewer seconds than this is not kept."""
FORMAT = 1
_WRONG = (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError)


def kept(world: "World", questions: Sequence[Question], given: Event | None) -> Answers | None:
    """The answers, if they were kept."""
    name = _name(world, questions, given)
    try:
        file = json.loads((folder() / name).read_bytes())
        if file["sum"] != _sum(file["answers"]):
            return None
        return _Kept(world.model, questions, given, file["answers"])
    except _WRONG:
        return None


def keep(world: "World", questions: Sequence[Question], given: Event | None, answers: Answers, seconds: float) -> None:
    """Keep answers that took long, if all of them are exact. That they cannot be kept is no reason to stop."""
    if seconds < LONG or not answers.complete or answers.runs or not all(answer.kind == EXACTLY for answer in answers.answers):
        return
    try:
        found = _as_data(answers)
        text = json.dumps({"sum": _sum(found), "answers": found}, ensure_ascii=False)
        _write(folder(), _name(world, questions, given), text.encode("utf-8", "surrogatepass"))
    except _WRONG:
        return


def folder() -> Path:
    """Where answers are kept. Raises OSError where nobody can say which folder that is."""
    given = Path(os.environ.get("XDG_CACHE_HOME", ""))
    try:
        return (given if given.is_absolute() else Path("~/.cache").expanduser()) / "unmask"
    except RuntimeError:
        raise OSError("there is no home folder") from None


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


def _write(at: Path, name: str, data: bytes) -> None:
    """Write a whole file: it takes its name when all of it is on the disk."""
    at.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = at / f".{name}.{os.getpid()}.part"
    try:
        with open(beside, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, at / name)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


# ── answers as data, and back ──


def _as_data(answers: Answers) -> dict[str, Any]:
    return {
        "states": answers.states,
        "transitions": answers.transitions,
        "left": answers.left,
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
    return inf if found is None else float(found)


class _Kept(Answers):
    """Answers that were worked out before. Lines are those of the file as it is now: prose may have moved them."""

    def __init__(self, world: "Model", questions: Sequence[Question], given: Event | None, found: dict[str, Any]) -> None:
        self.world = world
        self.given = given
        self.slow = ""
        self.explorer = None
        self._sample = None
        self._states, self._transitions, self._left = int(found["states"]), int(found["transitions"]), float(found["left"])
        named = {question.text: question for question in questions}
        self.answers = tuple(_answer(row, named[row[0]]) for row in found["answers"])
        self._endings = tuple(_answer(row, Question(row[0])) for row in found["endings"])
        self._ends = _answer(found["ends"], Question(found["ends"][0]))
        self._scenes = _number(found["scenes"])
        lines = _lines(world)
        self._options = tuple(Times(a, b, c, d, lines[a, b, c, d], _number(mean)) for a, b, c, d, mean in found["options"])
        self._never = tuple(Never(a, b, c, d, lines[a, b, c, d], why) for a, b, c, d, why in found["never"])

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
    return Answer(question, p, EXACTLY, low, high, Interval(low, high), certain, against, why=why)


def _lines(world: "Model") -> dict[tuple[str, str, str, str], int]:
    """The line of each scene and each option."""
    sites = sites_of(world)
    found = {(scene.name, "", "", ""): scene.span.line for scene in world.scenes}
    for site in sites.options:
        scene, option = sites.scenes[site.scene], sites.option(site)
        moment = scene.moments[site.moment]
        found.setdefault((scene.name, moment.name, moment.owner, option.label), option.span.line)
    return found
