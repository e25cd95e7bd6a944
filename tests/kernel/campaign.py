"""Both engines on many made worlds, tape for tape: `python -m tests.kernel.campaign [WORLDS] [SEED]`, 400 where nobody says.

Longer than the law in `test_engines.py`, on other worlds each time that the seed is another. A world on which they differ is
printed; so is how often each way for a run to end came up, for a campaign that sees no dead end says nothing of dead ends.
"""

import random
import sys
from collections import Counter

from tests.kernel.alike import everything, seen_by
from tests.worlds_made import MOST_BYTES, Maker
from unmask.analysis.simulate import Reference
from unmask.kernel.build import Compiled
from unmask.pipeline import world_from
from unmask.problems.place import Source
from unmask.world.places import Places
from unmask.world.sites import Sites, Wanted

RUNS = 8


def main(worlds: int, seed: int) -> int:
    """Play all; how many worlds differ."""
    dice = random.Random(seed)
    different, ended = 0, Counter[str]()
    for number in range(worlds):
        text = Maker(dice.randbytes(MOST_BYTES), remembers=True).story()
        model = world_from(Source("made", text)).model
        # Where gates are counted nothing is passed over, and where they are not they are not seen: so half and half.
        sites = Sites(Places(model), everything(model) if number % 2 else Wanted(finals=False))
        reference = seen_by(Reference(sites), seed, 0, RUNS)
        ended.update(sites.endings[ending] for ending in reference[1][0])
        if seen_by(Compiled(sites), seed, 0, RUNS) != reference:
            different += 1
            print(f"{text}\nThe engines differ on this one.\n")
    print(f"{worlds} worlds, {RUNS} runs each: {different} on which the engines differ")
    print(f"runs ended: {', '.join(f'{name} {count}' for name, count in ended.most_common())}")
    return different


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]]
    sys.exit(1 if main(*(numbers + [400, 1][len(numbers) :])) else 0)
