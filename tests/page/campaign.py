"""The page's engine on many runs, held against the reference: `python -m tests.page.campaign [--browser] [RUNS] [WORLDS] [SEED]`.

It runs in Node, or with `--browser` in Chromium.

Each bundled world and each of 200 made ones is played 2,000 times, where nobody says otherwise. Every run is compared to the last
sign of what tests/page/seen.py has of it. A world on which they differ is printed; so is how often each way for a run to end came up,
for a campaign that sees no dead end says nothing of dead ends.
"""

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import unmask
from tests.page.node import asked
from tests.page.seen import Witness
from tests.worlds_made import MOST_BYTES, Maker
from unmask.export.to_world_json import world_json
from unmask.pipeline import World, world_from
from unmask.problems.place import Source

BUNDLED = ("helmet", "village")
RUNS, WORLDS, SEED = 2_000, 200, 1
AT_ONCE = 200

Json = dict[str, Any]
Ask = Callable[[Sequence[Json]], list[list[Json]]]
"""Tasks of runner.js to what is seen: in Node, in a browser, wherever the page's engine runs."""


class Figures(NamedTuple):
    """What a campaign came to: how many worlds, runs and events, how many runs differed, and how they ended."""

    worlds: int
    runs: int
    events: int
    different: int
    ended: Counter[str]


def in_node(tasks: Sequence[Json]) -> list[list[Json]]:
    return asked("play.mjs", tasks)


def campaign(ask: Ask, runs: int = RUNS, worlds: int = WORLDS, seed: int = SEED, of_made: int = RUNS) -> Figures:
    """Play all of it, `of_made` runs of each made world; the text of a world on which they differ is printed."""
    played, events, different = 0, 0, 0
    ended: Counter[str] = Counter()
    texts = list(_worlds(worlds, seed))
    for text, world in texts:
        witness = Witness(world.process)
        number_of_runs = runs if text in BUNDLED else of_made
        for first in range(0, number_of_runs, AT_ONCE):
            numbers = range(first, min(first + AT_ONCE, number_of_runs))
            here = [witness.by_luck(seed, number) for number in numbers]
            [there] = ask([{"world": _data(world), "seed": str(seed), "first": str(first), "runs": len(numbers)}])
            wrong = [run.number for page, run in zip(there, here, strict=True) if page["digest"] != run.digest]
            if wrong:
                print(f"{text}\nThe engines differ here, under seed {seed}, in {len(wrong)} runs, the first of them {wrong[0]}.\n")
            played, different = played + len(here), different + len(wrong)
            events += sum(run.events for run in here)
            ended.update(run.ending if run.ending in ("unresolved", "endless", "dead end") else "an ending" for run in here)
    return Figures(len(texts), played, events, different, ended)


def _worlds(made: int, seed: int) -> Iterator[tuple[str, World]]:
    """The bundled worlds with their names, and made ones with their texts."""
    for name in BUNDLED:
        yield name, unmask.load(name)
    dice = random.Random(seed)
    for _ in range(made):
        text = Maker(dice.randbytes(MOST_BYTES), remembers=True).story()
        yield text, world_from(Source("made", text))


def _data(world: World) -> Json:
    data: Json = json.loads(json.dumps(world_json(world.model, world.fingerprint)))
    return data


def told(figures: Figures) -> str:
    """The figures in words."""
    worlds, runs, events, different, ended = figures
    ways = ", ".join(f"{name} {count:,}" for name, count in ended.most_common())
    return f"{worlds} worlds, {runs:,} runs, {events:,} events: {different} runs that differ\nruns ended: {ways}"


def main() -> int:
    """1 where the engines differ."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("runs", nargs="?", type=int, default=RUNS)
    arguments.add_argument("worlds", nargs="?", type=int, default=WORLDS)
    arguments.add_argument("seed", nargs="?", type=int, default=SEED)
    arguments.add_argument("--browser", action="store_true")
    wanted = arguments.parse_args()
    numbers = (wanted.runs, wanted.worlds, wanted.seed, wanted.runs)
    if wanted.browser:
        from tests.page.browser import asking, launched

        with launched() as browser, asking(browser) as ask:
            found = campaign(ask, *numbers)
    else:
        found = campaign(in_node, *numbers)
    print(told(found))
    return 1 if found.different else 0


if __name__ == "__main__":
    sys.exit(main())
