"""How fast it is. One command prints the tables: `python benchmarks/run.py [--doors] [--json]`.

First the front doors: every figure is the median of several whole processes, and stands beside that of a process that only
starts Python: the ratio is what carries over from one machine to another. The bounds are those that the project holds itself
to. Then, unless only the doors are asked for: the compiled engine against C, helmet against the same world elsewhere, how time and
memory grow with people, and tables that were killed and gone on with.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

TIMES = 15
LINES = 5000
RUNS = 200


def main() -> None:
    """Measure everything and print it."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--json", action="store_true", help="print JSON instead of a table")
    arguments.add_argument("--doors", action="store_true", help="only the front doors: no peers are installed")
    wanted = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = list(_rows(Path(folder)))
    if wanted.json:
        print(json.dumps(rows, indent=2))
        return
    print(f"{'what':<52}{'median':>12}{'bound':>10}{'x bare Python':>16}")
    for row in rows:
        bound = f"{row['bound']:.2f} s" if row["bound"] else "-"
        ratio = f"{row['ratio']:.1f}" if row["ratio"] else "-"
        print(f"{row['what']:<52}{row['median']:>10.3f} {row['unit']:<2}{bound:>9}{ratio:>16}")
    if not wanted.doors:
        import against_peers
        import against_storm
        import engine
        import growth
        import killed

        import unmask

        print("\n" + engine.table(engine.rows()))
        print("\n" + against_peers.table(*against_peers.measured(unmask.load("helmet"))))
        print("\n" + against_storm.table())
        print("\n" + growth.table(growth.measured()))
        print("\n" + killed.told(killed.measured()))


def _rows(folder: Path) -> Iterator[dict[str, object]]:
    bare = _process([sys.executable, "-c", "pass"])
    yield _row("start Python and stop", bare, bare, None)
    story = folder / "long.story"
    story.write_text(long_story(LINES), encoding="utf-8")
    doors = [
        ("unmask tell helmet --seed 7", ["tell", "helmet", "--seed", "7"], 0.3),
        ("unmask --help", ["--help"], 0.2),
        ("unmask check helmet", ["check", "helmet"], None),
    ]
    for name, words, bound in doors:
        yield _row(name, _process([sys.executable, "-m", "unmask", *words]), bare, bound)
    yield _row(f"read and check {LINES:,} lines", _in_process(story), bare, 1.0)
    yield {"what": "reference engine, runs of helmet", "median": _runs_a_second(), "unit": "/s", "bound": None, "ratio": None}


def _row(what: str, seconds: float, bare: float, bound: float | None) -> dict[str, object]:
    return {"what": what, "median": seconds, "unit": "s", "bound": bound, "ratio": seconds / bare}


def _process(command: list[str]) -> float:
    """The median of whole processes, in seconds; the first warms the disk and is left out."""
    taken = []
    for _ in range(TIMES + 1):
        begun = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken[1:])


def _in_process(story: Path) -> float:
    """Reading, resolving and every static check, without the start of Python and without trial runs."""
    from unmask.pipeline import resolve
    from unmask.problems.place import Source
    from unmask.world.checks import warnings

    source = Source(story.name, story.read_text("utf-8"))
    taken = []
    for _ in range(5):
        begun = time.perf_counter()
        _, resolved, problems = resolve(source)
        warnings(resolved)
        taken.append(time.perf_counter() - begun)
        assert not problems, problems[0]
    return statistics.median(taken)


def _runs_a_second() -> float:
    import unmask

    world = unmask.load("helmet")
    begun = time.perf_counter()
    for number in range(RUNS):
        world.run(seed=1, number=number)
    return RUNS / (time.perf_counter() - begun)


def long_story(lines: int) -> str:
    """A story of about so many lines, of the usual mixture of prose, motives and effects."""
    parts = [
        'title "A Long One"',
        "scale feeling: none < faint < strong < consuming",
        "fact day: 0..30",
        "person Oda (she)\n  feels envy: feeling = faint\n  shows envy while day > 3",
        "person Nan (they)\n  feels pride: feeling = faint\n  expects Oda.envy = strong",
        "meanwhile\n  ~ day += 1",
        "ending over when day is 30\n  > It is over.",
    ]
    size = sum(part.count("\n") + 1 for part in parts)
    number = 0
    while size < lines:
        scene = _scene(number)
        parts.append(scene)
        size += scene.count("\n") + 1
        number += 1
    return "\n".join(parts) + "\n"


def _scene(number: int) -> str:
    return f"""\
scene market{number} with Oda, Nan
  when day >= {number % 29} and day < 30
  +1 "it is {number} steps away" if Oda.envy >= faint
  > {{any: The stalls are up. | The awnings drip. | Somebody has let a goat in.}} It is day {{day}}.
  Oda> {{if envy >= strong: She counts what others have. | else: She looks at the apples.}}
  moment stall{number}: Nan
    * sell Oda the good apples
      +pride "they are proud of the apples"
      -2 "she would only envy them" if seems(Oda.envy) >= strong
      ~ Oda.envy -= 1
      > {{any: The good ones go over the board. | "These," says {{Nan}}, "and not those."}}
      Nan>+ {{any: They cost more than they bring. | It is a way of saying it.}}
    * keep them under the cloth
      +1 "there will be a better day"
      ~ Oda.envy += 1 if day > 5
      > {{any: The cloth stays where it is. | {{Nan}} sits down on the crate.}}
    -> end"""


if __name__ == "__main__":
    main()
