"""Odds held to a million runs: `python -m tests.held [WORLDS] [FIRST] [--runs N]`, 200 made worlds and the bundled ones where nobody says.

Every answer that is called exact has to lie inside the 99.9 % interval of the runs (Clopper and Pearson). One answer in a thousand may
lie outside by luck: such a one is asked again of as many runs under another seed, and counts only if it lies outside of these too.
"""

import argparse
import sys
from collections.abc import Iterator
from typing import NamedTuple

import unmask
from tests.export.ended import story
from unmask.analysis.answers import EXACTLY, Answers
from unmask.analysis.odds import interval
from unmask.analysis.questions import Question, endings_of
from unmask.analysis.simulate import count_runs, engine_for
from unmask.pipeline import world_from
from unmask.problems.place import Source
from unmask.world.model import Event, World
from unmask.world.sites import Wanted, motifs_of, sites_of

SURE = 0.999
RUNS = 1_000_000
BUNDLED = ("helmet", "village")


class Outside(NamedTuple):
    """An answer that the runs speak against."""

    world: str
    question: str
    p: float
    low: float
    high: float


def outside(name: str, world: World, runs: int, seed: int) -> tuple[int, list[Outside]]:
    """How many exact answers there are about a world's endings and motifs, and those that lie outside of what runs say."""
    motifs = motifs_of(world)
    asked = [Question(f"ending {ending}", Event("ending", label=ending)) for ending in endings_of(world)]
    asked += [Question(motif.label, motif) for motif in motifs]
    answers = [answer for answer in Answers(world, asked, runs=100, workers=2).answers if answer.kind == EXACTLY]
    sites = sites_of(world, Wanted(finals=False, motifs=motifs))
    counts = count_runs(engine_for(sites, runs), sites, seed, 0, runs, workers=2)
    endings = dict(zip(sites.endings, sites.part(counts, "endings"), strict=True))
    happened = dict(zip(motifs, sites.part(counts, "motifs"), strict=True))
    cut = endings["endless"]
    found = []
    for answer in answers:
        event = answer.question.event
        assert event is not None
        seen = endings[event.label] if event.word == "ending" else happened[event]
        # Runs that were cut off at the limit would have gone on: they may have come to anything.
        low, high = interval(seen, runs, SURE).low, interval(min(seen + cut, runs), runs, SURE).high
        if not low <= answer.p <= high:
            found.append(Outside(name, answer.question.text, answer.p, low, high))
    return len(answers), found


def worlds(made: int, first: int) -> Iterator[tuple[str, World]]:
    """The bundled worlds and so many made ones."""
    for name in BUNDLED:
        yield name, unmask.load(name).model
    for number in range(first, first + made):
        text = story(number).replace("limit 1000000 events", "limit 2000 events")  # a count for each length is kept
        yield f"made {number}", world_from(Source("made", text)).model


def main() -> int:
    """1 where an answer is outside twice."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("worlds", nargs="?", type=int, default=200)
    arguments.add_argument("first", nargs="?", type=int, default=0)
    arguments.add_argument("--runs", type=int, default=RUNS)
    arguments.add_argument("--made-only", action="store_true", help="leave the bundled worlds out")
    wanted = arguments.parse_args()
    asked = once = twice = 0
    for name, world in worlds(wanted.worlds, wanted.first):
        if wanted.made_only and name in BUNDLED:
            continue
        exact, found = outside(name, world, wanted.runs, 1)
        asked += exact
        once += len(found)
        if found:
            again = {other.question: other for other in outside(name, world, wanted.runs, 2)[1]}
            wrong = [one for one in found if one.question in again]
            twice += len(wrong)
            print(*(f"{one} and {again[one.question]}" for one in wrong), sep="\n", end="\n" if wrong else "")
    print(f"{asked:,} exact answers: {once} outside of the {SURE:.1%} interval of {wanted.runs:,} runs once, {twice} twice")
    return 1 if twice else 0


if __name__ == "__main__":
    sys.exit(main())
