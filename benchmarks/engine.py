"""The compiled engine: against C on the duel, on one worker and two, from a cold start, and in memory. `python benchmarks/engine.py`.

C and ours take turns, so that the ratios hold whatever else the machine does; figures are medians.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from peers.duel import compiled, counted  # noqa: E402

import unmask  # noqa: E402
from unmask.analysis.simulate import count_runs  # noqa: E402
from unmask.kernel.build import Compiled  # noqa: E402
from unmask.world.sites import Wanted, sites_of  # noqa: E402

DUEL = HERE / "worlds" / "duel_m12_r2.story"
MONTHS, ROUNDS = 12, 2
SEED = 7
TIMES = 5
RUNS = 2_000_000
MANY = 100_000_000


class Row(NamedTuple):
    """A figure, what it should be, and whether it is."""

    what: str
    figure: str
    bound: str
    holds: bool | None


def rows() -> list[Row]:
    """Everything, measured."""
    with tempfile.TemporaryDirectory() as folder:
        return [*_against_c(Path(folder)), *_two_workers(), *_cold(), _memory()]


def table(found: list[Row]) -> str:
    """The rows as text."""
    marks = {True: "", False: "  MISSED", None: ""}
    return "\n".join(f"{row.what:<52}{row.figure:>22}   {row.bound}{marks[row.holds]}" for row in found)


def _against_c(folder: Path) -> list[Row]:
    """Choices a second on one core. C counts endings and choices; so do we, and lengths, and what else `run` shows."""
    plain, ahead = compiled(folder, MONTHS, ROUNDS), compiled(folder, MONTHS, ROUNDS, ahead=True)
    if plain is None or ahead is None:
        return [Row("duel against C", "no C compiler here", "at least 0.8", None)]
    world = unmask.load(str(DUEL))
    engines = {all_of: Compiled(sites_of(world.model, Wanted(finals=all_of)), thorough=True) for all_of in (False, True)}
    choices = counted(plain, SEED, RUNS)["choices"]
    c, c_ahead, ours, ours_all = [], [], [], []
    for engine in engines.values():
        engine.count(SEED, 0, 1000)
    for _ in range(TIMES):
        c.append(counted(plain, SEED, RUNS)["seconds"])
        c_ahead.append(counted(ahead, SEED, RUNS)["seconds"])
        ours.append(_taken(lambda: engines[False].count(SEED, 0, RUNS)))
        ours_all.append(_taken(lambda: engines[True].count(SEED, 0, RUNS)))
    c_rate, ahead_rate, our_rate, all_rate = (choices / statistics.median(taken) / 1e6 for taken in (c, c_ahead, ours, ours_all))
    return [
        Row("duel, C (gcc -O3 -march=native)", f"{c_rate:.1f} M choices/s", "", None),
        Row("duel, C that draws a word ahead", f"{ahead_rate:.1f} M choices/s", "", None),
        Row("duel, ours, counting endings and lengths", f"{our_rate:.1f} M choices/s", "", None),
        Row("duel, ours, counting all that `run` shows", f"{all_rate:.1f} M choices/s", "", None),
        Row("ours against C", f"{our_rate / c_rate:.2f} x", "at least 0.8", our_rate >= 0.8 * c_rate),
        Row("ours against C that draws ahead", f"{our_rate / ahead_rate:.2f} x", "", None),
    ]


def _two_workers() -> list[Row]:
    sites = sites_of(unmask.load(str(DUEL)).model)
    engine = Compiled(sites, thorough=True)
    engine.count(SEED, 0, 1000)
    one, two = [], []
    for _ in range(TIMES):
        one.append(_taken(lambda: count_runs(engine, sites, SEED, 0, 2 * RUNS, workers=1)))
        two.append(_taken(lambda: count_runs(engine, sites, SEED, 0, 2 * RUNS, workers=2)))
    ratio = statistics.median(one) / statistics.median(two)
    return [Row("duel, two workers against one", f"{ratio:.2f} x", "at least 1.8", ratio >= 1.8)]


def _cold() -> list[Row]:
    """From the shell to the summary, whole processes."""
    found = []
    for runs, bound in ((1_000_000, 5.0), (1000, 0.7)):
        command = [sys.executable, "-m", "unmask", "run", "helmet", "-n", str(runs)]
        taken = statistics.median(_taken(lambda: subprocess.run(command, check=True, capture_output=True)) for _ in range(TIMES))  # noqa: B023
        found.append(Row(f"unmask run helmet -n {runs:,}, cold", f"{taken:.2f} s", f"under {bound} s", taken < bound))
    return found


def _memory() -> Row:
    """The most that a process held while it played a hundred million runs."""
    command = [sys.executable, "-m", "unmask", "run", str(DUEL), "-n", str(MANY)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    taken = _taken(lambda: subprocess.run(command, check=True, capture_output=True))
    held = max(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, before) / 1024
    return Row(f"duel, {MANY:,} runs ({taken:.0f} s)", f"{held:.0f} MB", "under 400 MB", held < 400)


def _taken(do: Callable[[], object]) -> float:
    begun = time.perf_counter()
    do()
    return time.perf_counter() - begun


if __name__ == "__main__":
    print(table(rows()))
