"""Our exported models held to Storm, a model checker that others wrote: `python -m tests.storm [WORLDS] [FIRST]`, 60 where nobody says.

Needs stormpy: `python -m pip install "unmask[storm]"`. Three parts, each with its figures: the duel whose odds two other solvers found;
made worlds, of which Storm's exact odds have to be those of a slow exact solver over the reference, and ours, motifs too, fraction
for fraction; and bundled worlds, which have to be read, and, over after a few scenes, to have the same odds here and there
(`--built NAME` builds one, beside so many runs of it as we play them; `--over NAME SCENES` is one that is over after so many scenes, its
endings alone).
"""

import argparse
import re
import sys
import time
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any

import unmask
from tests.export.ended import story
from tests.export.solving import NEVER, TooLarge, odds_of
from unmask.analysis.answers import EXACTLY, Answers
from unmask.analysis.questions import Question, endings_of
from unmask.analysis.rational import Fractions, NoFraction
from unmask.export.to_prism import to_prism
from unmask.motif.from_world import NoAutomaton
from unmask.pipeline import world_from
from unmask.problems.place import Source
from unmask.world.model import Event, World
from unmask.world.sites import motifs_of

WORLDS = Path(__file__).parents[1] / "benchmarks" / "worlds"
DUEL = {
    "ending_adead": Fraction(91788618723852115851336176824210273, 10366642924751155346055647837061120000),
    "ending_rec": Fraction(55942853224597, 15078923904844800),
}
RUNS = 100_000


def parsed(model: str) -> Any:
    """The model as Storm reads it."""
    import tempfile

    import stormpy

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "story.prism"
        path.write_text(model, "utf-8")
        return stormpy.parse_prism_program(str(path))


def solved(model: str, exact: bool = True) -> tuple[dict[str, Any], int]:
    """What Storm says of each ending, and how many states it has built."""
    import stormpy

    program = parsed(model)
    names = re.findall(r'^label "(ending_\w+|motif_\w+)"', model, re.MULTILINE)
    properties = stormpy.parse_properties(";".join(f'P=? [F "{name}"]' for name in names), program)
    model_of = stormpy.build_model[stormpy.Rational if exact else float](program, properties)
    start = model_of.initial_states[0]
    found = [stormpy.model_checking(model_of, asked).get_value(start) for asked in properties]
    return {name: Fraction(str(p)) if exact else p for name, p in zip(names, found, strict=True)}, model_of.nr_states


def duel() -> int:
    """How many of the known odds Storm does not find."""
    found, states = solved(to_prism(unmask.load(WORLDS / "duel_m3_r1.story").model))
    wrong = [name for name, odds in DUEL.items() if found[name] != odds]
    print(f"duel_m3_r1: {states:,} states; {len(DUEL) - len(wrong)} of {len(DUEL)} known odds, digit for digit")
    return len(wrong)


def made(worlds: int, first: int) -> int:
    """How many made worlds Storm and the reference differ on. Those too large for the slow solver are passed over, and said."""
    different, agreed, too_large, number = 0, 0, 0, first
    seen: Counter[int] = Counter()
    while agreed + different < worlds:
        world = world_from(Source("made", story(number)))
        number += 1
        try:
            reference = odds_of(world.process, most=4_000, most_together=60)
        except TooLarge:
            too_large += 1
            continue
        found, _ = solved(to_prism(world.model))
        expected = {f"ending_{name.replace(' ', '_')}": share for name, share in reference.items() if name != NEVER}
        if {name: share for name, share in found.items() if share} != expected:
            different += 1
            print(f"{story(number - 1)}\nmade world {number - 1}: Storm says {found}, the reference {reference}")
        else:
            agreed += 1
            seen[len(reference)] += 1
    several = ", ".join(f"{count} with {ways}" for ways, count in sorted(seen.items()))
    print(f"{worlds} made worlds: {agreed} agree, as fractions ({several} ways to end); {different} differ; {too_large} too large to solve")
    return different


def ours(world: World, motifs: tuple[Event, ...]) -> dict[str, Fraction]:
    """What we say of each ending and motif, by the names that Storm is given."""
    found = Fractions(world, motifs, None, 2_000_000)
    endings = {f"ending_{_named(name)}": found.of(Event("ending", label=name)) for name in endings_of(world)}
    return endings | {f"motif_{_named(motif.label)}": found.of(motif) for motif in motifs}


def _named(name: str) -> str:
    return re.sub(r"\W+", "_", name)


def beside(worlds: int, first: int) -> int:
    """How many made worlds Storm and we differ on, endings and motifs, as fractions."""
    different = agreed = asked = 0
    left: Counter[str] = Counter()
    number = first
    while agreed + different < worlds:
        world = world_from(Source("made", story(number))).model
        number += 1
        motifs = motifs_of(world)
        try:
            said = ours(world, motifs)
            found, _ = solved(to_prism(world, [motif.label for motif in motifs]))
        except (NoFraction, NoAutomaton) as why:
            left[type(why).__name__] += 1
            continue
        asked += len(found)
        if any(said.get(name, 0) != share for name, share in found.items()):
            different += 1
            print(f"{story(number - 1)}\nmade world {number - 1}: Storm says {found}, we {said}")
        else:
            agreed += 1
    print(f"{worlds} made worlds, {asked} endings and motifs, as fractions: {agreed} agree with ours, {different} differ")
    print(f"left out, as we have no fraction or no automaton: {dict(left)}")
    return different


SHORT = {
    "helmet": (("0..24", "0..{N}"), ("month < 24", "month < {N}"), ("month is 24", "month is {N}")),
    "village": (("evening: 0..8", "evening: 0..{N}"), ("evening < 8", "evening < {N}"), ("evening is 8", "evening is {N}")),
}


def short(name: str, scenes: int, exact: bool, with_motifs: bool = True) -> int:
    """How many endings and motifs of a bundled world that is over after so many scenes Storm and we differ on."""
    text = str(unmask.load(name).source.text)
    for old, new in SHORT[name]:
        text = text.replace(old, new.replace("{N}", str(scenes)))
    world = world_from(Source("short", text)).model
    motifs = motifs_of(world) if with_motifs else ()
    found, states = solved(to_prism(world, [motif.label for motif in motifs]), exact)
    if exact:
        said: dict[str, Any] = dict(ours(world, motifs))
    else:
        questions = [Question(label, event) for label, event in _asked(world, motifs)]
        said = {answer.question.text: answer.p for answer in Answers(world, questions).answers if answer.kind == EXACTLY}
    off = 0 if exact else 1e-6  # Storm iterates until little changes
    wrong = [label for label, p in found.items() if abs(said[label] - p) > off]
    how = "as fractions" if exact else "within 10^-6"
    right = len(found) - len(wrong)
    print(f"{name}, over after {scenes} scenes, {states:,} states: {right} of {len(found)} endings and motifs agree, {how}", *wrong)
    return len(wrong)


def _asked(world: World, motifs: tuple[Event, ...]) -> list[tuple[str, Event]]:
    endings = [(f"ending_{_named(name)}", Event("ending", label=name)) for name in endings_of(world)]
    return [*endings, *((f"motif_{_named(motif.label)}", motif) for motif in motifs)]


def built(name: str) -> None:
    """Storm's odds of a world's endings beside the shares in many runs."""
    world = unmask.load(name)
    began = time.monotonic()
    found, states = solved(to_prism(world.model), exact=False)
    print(f"{name}: {states:,} states, {time.monotonic() - began:.0f} s")
    endings = world.simulate(RUNS).endings
    for ending, runs in sorted(endings.items(), key=lambda pair: -pair[1]):
        odds = found.get("ending_" + re.sub(r"\W+", "_", ending), 0.0)
        print(f"  {ending:<14} {odds:9.4%}  {runs / RUNS:9.4%} of {RUNS:,} runs")


def main() -> int:
    """Everything; 1 where something differs."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("worlds", nargs="?", type=int, default=60)
    arguments.add_argument("first", nargs="?", type=int, default=0)
    arguments.add_argument("--built", action="append", default=[])
    arguments.add_argument("--over", nargs=2, metavar=("NAME", "SCENES"))
    asked = arguments.parse_args()
    if asked.over:
        return min(short(asked.over[0], int(asked.over[1]), exact=False, with_motifs=False), 1)
    for name in asked.built:
        built(name)
    if asked.built:
        return 0
    for name in ("helmet", "village"):
        program = parsed(to_prism(unmask.load(name).model))
        print(f"{name}: read by Storm, {len(program.labels)} labels")
    differ = duel() + made(asked.worlds, asked.first) + beside(asked.worlds, asked.first)
    differ += short("helmet", 2, exact=True) + short("helmet", 3, exact=False) + short("village", 2, exact=False)
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
