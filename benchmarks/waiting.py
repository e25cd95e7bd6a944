"""How long somebody waits for a told story, and for some runs of one with many people: `python benchmarks/waiting.py [TIMES]`.

Whole processes, bytecode warm, each in turns with one that only starts the same Python: the median of the ratios, pair by pair, is what
carries over from one machine to another. The bounds are those that the project holds itself to.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TIMES = 20
PEOPLE = 40
RUNS = 200
BARE = [sys.executable, "-c", "pass"]


def main(times: int) -> None:
    """Measure each kind of waiting and print it beside its bound."""
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        cache = at / "cache"
        os.environ |= {"XDG_CACHE_HOME": str(cache), "PYTHONPYCACHEPREFIX": str(at / "bytecode")}
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        story = at / "mine.story"
        story.write_text((Path(__file__).parents[1] / "src/unmask/worlds/helmet.story").read_text("utf-8"), "utf-8")
        crowd = at / "guests.story"
        crowd.write_text(guests(PEOPLE), "utf-8")
        print(f"{'what':<54}{'median':>10}{'x bare Python':>15}{'bound':>8}")
        _show("unmask tell helmet", ["tell", "helmet"], None, 12, times)
        _show("unmask tell FILE, from the second time on", ["tell", str(story)], None, 12, times)
        _show("unmask tell FILE, the first time", ["tell", str(story)], cache, 16, times)
        seconds = statistics.median(_took(_unmask(["run", str(crowd), "-n", str(RUNS)])) for _ in range(5))
        print(f"{f'unmask run -n {RUNS}, {PEOPLE} people, each toward each':<54}{seconds:>8.2f} s{'':>15}{'3 s':>8}")


def _show(what: str, words: list[str], forgotten: Path | None, bound: int, times: int) -> None:
    """A row: a command in turns with bare Python; what is `forgotten` is deleted before each."""
    seconds, ratios = [], []
    for number in range(times + 1):
        if forgotten is not None:
            shutil.rmtree(forgotten, ignore_errors=True)
        took, bare = _took(_unmask(words)), _took(BARE)
        if number:  # the first warms the bytecode
            seconds.append(took)
            ratios.append(took / bare)
    print(f"{what:<54}{statistics.median(seconds):>8.3f} s{statistics.median(ratios):>15.1f}{bound:>8}")


def _unmask(words: list[str]) -> list[str]:
    return [sys.executable, "-m", "unmask", *words]


def _took(command: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begun


def guests(people: int) -> str:
    """A story in which each of so many people likes each of the others more or less, and a motif has two of them."""
    persons = "\n".join(f"person Guest{number} (they), a guest" for number in range(1, people + 1))
    return f"""\
scale feeling: none < faint < strong
fact day: 0..20

kind guest
  feels liking toward each guest: feeling
  shows liking to each guest

{persons}

scene meeting with a, b: guest
  moment talk: a
    * smile
      +2 * seems(b.liking toward a) "they smiled first"
      ~ liking toward b += 1
    * turn away
      ~ liking toward b -= 1
    -> answer
  moment answer: b
    * smile back
      +liking toward a "there they were"
      ~ liking toward a += 1
    * look down
    -> end

meanwhile
  ~ day += 1

ending over when day is 20

motif kindness returned with a, b: guest
  a: smile
  then b: smile back
"""


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else TIMES)
