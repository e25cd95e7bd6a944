"""A thousand runs of a bundled world told from every side, read by a machine for slips. A command, and what test_thousand.py calls.

    python tests/worlds/thousand.py                   1,000 runs of the helmet, 300 of the village
    python tests/worlds/thousand.py helmet 50         50 runs of one of them

World and number of runs in; every slip with the sentence that it is in, and how often, out. The promise: a telling that is not named
has none of the slips below, breaks the law of alternatives nowhere, and holds no line of anybody else's mind.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.worlds.standing import world
from unmask.pipeline import Run
from unmask.telling import sentences
from unmask.telling.outline import Eyes, Spoken
from unmask.telling.wording import Wording, text_of
from unmask.world.model import WORLD_SIDE, Any

SEED = 11
SIDES = {
    "helmet": (("Kylo", False), ("Rey", False), (WORLD_SIDE, False), ("Kylo", True)),
    "village": (
        ("Agnes", False),
        ("Corm", False),
        ("Lettice", False),
        ("Tobit", False),
        ("Wick", False),
        ("Quint", False),
        (WORLD_SIDE, False),
    ),
}
# The one line that is cut off, and why: he dies in the middle of it.
CUT_OFF = ("He would like to tell",)

_SHE = "he|she|it|everybody|nobody|somebody|everyone|no one|someone"
_HELPERS = "does did do would could should will can may might must let lets n't".split()
# Not after a helper: "does he do", "would she have".
_BARE = "".join(rf"(?<!{helper} )" for helper in _HELPERS)
SLIPS = {
    "markup": re.compile(r"[{}|\\#~\0\1]|->|\* \*"),
    "doubled space": re.compile(r"\s\s|^\s|\s$"),
    "space before a stop": re.compile(r"\s[.,;:!?)\]]"),
    "no space after a stop": re.compile(r"[,;:!?][A-Za-z]|[a-z]\.[A-Z]"),
    "doubled stop": re.compile(r"[,;:][.,;:!?]|(?<!\.)\.\.(?!\.)|[!?][.,;:]"),
    "a before a vowel": re.compile(r"\b[Aa] (?!one\b|once\b|use|uni|eu|usual|ewe)[aeiouAEIOU]\w*"),
    "an before a consonant": re.compile(r"\b[Aa]n (?!hour|honest|honour|heir|x-)[bcdfghjklmnpqrstvwxyzBCDFGHJKLMNPQRSTVWXYZ]\w*"),
    "plural verb": re.compile(
        rf"{_BARE}\b(?:{_SHE}) (?:are|have|do|don't|haven't|aren't)\b"
        r"|(?:^|[.;,!?] |\band |\bbut )(?:he|she|it) (?:go|say|come|look|know|get|take|stand|think)\b",
        re.IGNORECASE,
    ),
    "singular verb": re.compile(
        r"\b(?:they|we|you) (?:is|has|does|was|isn't|hasn't|doesn't|wasn't|goes|says|comes|looks|knows)\b", re.IGNORECASE
    ),
    "wrong case": re.compile(r"\b(?:to|with|at|from|for|of|by) (?:he|she|they)\b(?! (?:who|that|is|has|was|had|would|will|does))"),
    "doubled word": re.compile(r"\b(?!(?:that|had|very|so|ha) )([A-Za-z']+) \1\b", re.IGNORECASE),
    "no capital": re.compile(r"(?<![.!?])[.!?]\)? [(]?[a-z]|\.[\"'] [\"']?[a-z]"),
    "no capital at the start": re.compile(r"^[\"'(]?[a-z]"),
    "no stop at the end": re.compile(r"[^.!?…—\"')]$"),
    "figure": re.compile(r"\d"),
    "one times, two times": re.compile(r"\b(?:one|two|zero) times\b|\bone (?:fights|fields|nights|scenes|evenings)\b", re.IGNORECASE),
}


class Slip(NamedTuple):
    """What is wrong, in which words, and where it was met first."""

    what: str
    words: str
    where: str


class Pick(NamedTuple):
    """An alternative that was taken: of which passage, whose voice, for which event."""

    voice: str
    event: int
    passage: str
    picked: int
    out_of: int
    brief: bool


class Told(NamedTuple):
    """A telling with what it was made of: its paragraphs, each line with its words, the alternatives taken for them."""

    side: str
    paragraphs: list[str]
    lines: list[tuple[Spoken, str]]
    picks: list[Pick]


@contextmanager
def listening() -> Iterator[list[Pick]]:
    """While it lasts, every alternative that a telling takes is written down."""
    picks: list[Pick] = []

    class Listening(Wording):
        def _pick(self, part: Any, spoken: Spoken) -> int:
            picked = super()._pick(part, spoken)
            picks.append(Pick(self.voice, spoken.event, text_of(part), picked, len(part.choices), bool(spoken.times)))
            return picked

    sentences.Wording = Listening
    try:
        yield picks
    finally:
        sentences.Wording = Wording


def told(run: Run, side: str, remembered: bool = False) -> Told:
    """A telling, with everything that went into it."""
    with listening() as picks:
        teller = sentences._Teller(run.world.process, run.record, Eyes(side, remembered), ())
        lines: list[tuple[Spoken, str]] = []
        sentence = teller.sentence

        def noted(spoken: Spoken) -> str:
            text = sentence(spoken)
            lines.append((spoken, text.replace("\1", "")))
            return text

        teller.sentence = noted
        paragraphs = [paragraph for section in teller.sections() for paragraph in teller.paragraphs(section)]
    heard = {spoken.event for spoken, _ in lines}
    return Told(side, paragraphs, lines, [pick for pick in picks if pick.voice or pick.event in heard])


# ── what is looked for ──


def slips_of(told: Told, where: str) -> Iterator[Slip]:
    """Slips of the pen in a telling's paragraphs."""
    if "" in told.paragraphs or not told.paragraphs:
        yield Slip("empty paragraph", "", where)
    for paragraph in told.paragraphs:
        if paragraph.count('"') % 2:
            yield Slip("a quotation that does not close", paragraph[-80:], where)
        for what, pattern in SLIPS.items():
            if what == "no stop at the end" and paragraph.endswith(CUT_OFF):
                continue
            for found in pattern.finditer(paragraph):
                yield Slip(what, paragraph[max(0, found.start() - 30) : found.end() + 30], where)


def repeats_of(told: Told, where: str, as_heard: bool) -> Iterator[Slip]:
    """Alternatives told again before their sisters were. `as_heard`: to this listener, and not only in the run."""
    rounds: dict[tuple[str, str], list[int]] = defaultdict(list)
    last: dict[tuple[str, str], int] = {}
    for pick in told.picks:
        if pick.voice == "" and not as_heard:
            continue
        key = (pick.voice, pick.passage)
        this = rounds[key]
        if len(this) == pick.out_of:
            this.clear()
        if pick.picked in this:
            yield Slip("told again before its sisters", pick.passage[:90], where)
        if last.get(key) == pick.picked and pick.out_of > 1:
            yield Slip("told twice running", pick.passage[:90], where)
        this.append(pick.picked)
        last[key] = pick.picked


def minds_read_in(told: Told, where: str) -> Iterator[Slip]:
    """Lines of another's mind, and the other's denials and memories."""
    for spoken, text in told.lines:
        if spoken.line.side not in ("", told.side):
            yield Slip(f"a line of {spoken.line.side}'s", text[:90], where)


def overheard(all_told: list[Told], where: str) -> Iterator[Slip]:
    """Sentences of one person's own that stand, word for word, in what another tells. A role's line is everybody's who plays the role."""
    for one in all_told:
        for other in all_told:
            if other.side == one.side:
                continue
            theirs = {spoken.line.span for spoken, _ in other.lines}
            own = {text for spoken, text in one.lines if spoken.line.side == one.side and spoken.line.span not in theirs and len(text) > 30}
            text = "\n".join(other.paragraphs)
            yield from (Slip(f"{one.side}'s own, told by {other.side}", line[:90], where) for line in own if line in text)


def slips_in(name: str, number: int, sides: tuple[tuple[str, bool], ...]) -> Iterator[Slip]:
    """Everything that is wrong with the tellings of one run."""
    run = world(name, prose=True).run(SEED, number)
    everything = [(side, remembered, told(run, side, remembered)) for side, remembered in sides]
    for side, remembered, one in everything:
        where = f"{name} --seed {SEED} --run {number} --side {side}{' --remembered' if remembered else ''}"
        yield from slips_of(one, where)
        yield from minds_read_in(one, where)
        yield from repeats_of(one, where, as_heard=len(world(name).people) == 2)
    yield from overheard([one for _, remembered, one in everything if not remembered], f"{name} --seed {SEED} --run {number}")


def slips(name: str, runs: int) -> dict[tuple[str, str], tuple[int, Slip]]:
    """Each slip of the first runs once, with how often it was met."""
    count: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], Slip] = {}
    for number in range(runs):
        for slip in slips_in(name, number, SIDES[name]):
            count[slip.what, slip.words] += 1
            first.setdefault((slip.what, slip.words), slip)
    return {key: (times, first[key]) for key, times in count.most_common()}


def main() -> int:
    asked = [(sys.argv[1], int(sys.argv[2]))] if len(sys.argv) == 3 else [("helmet", 1000), ("village", 300)]
    wrong = 0
    for name, runs in asked:
        found = slips(name, runs)
        wrong += len(found)
        print(f"{name}: {runs:,} runs told from {len(SIDES[name])} sides, {len(found)} slips")
        for times, slip in found.values():
            print(f"  {slip.what}, {times} times: …{slip.words}…\n    {slip.where}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
