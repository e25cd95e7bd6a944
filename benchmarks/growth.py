"""How time and memory grow with people: worlds of 2 to 40 of one family. `python benchmarks/growth.py [--write]`.

Prints a table; with --write it also puts the table, and a plot of it, into docs/house/performance.md and docs/house/growth.svg.
Each world is measured in a process of its own, so that its memory is its own.
"""

import json
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
DOCS = HERE.parent / "docs" / "house"
PEOPLE = (2, 3, 5, 8, 12, 20, 30, 40)
SEED = 7
SECONDS = 2.0
COLUMNS = {
    "people": "people",
    "casts": "casts",
    "places": "places kept",
    "compile": "to the first run, s",
    "runs": "runs/s",
    "events": "events/s",
    "reference": "reference, runs/s",
    "memory": "memory, MB",
}


def main() -> None:
    """Measure one world (for a process of its own), or all."""
    if sys.argv[1:2] == ["one"]:
        print(json.dumps(one(int(sys.argv[2]))))
        return
    found = measured()
    print(table(found))
    if "--write" in sys.argv:
        page = DOCS / "performance.md"
        text = page.read_text("utf-8")
        page.write_text(re.sub(r"(?s)(<!-- growth -->\n).*?(<!-- end -->)", lambda m: f"{m[1]}{table(found)}\n{m[2]}", text), "utf-8")
        (DOCS / "growth.svg").write_text(plot(found), "utf-8")


def measured() -> list[dict[str, float]]:
    """A row for each world, measured in a process of its own."""
    found = []
    for people in PEOPLE:
        told = subprocess.run([sys.executable, __file__, "one", str(people)], check=True, capture_output=True, text=True)
        found.append(json.loads(told.stdout))
        print(f"{people} people", file=sys.stderr)
    return found


def one(people: int) -> dict[str, float]:
    """A world of so many people, measured on one core."""
    sys.path.insert(0, str(HERE))
    from family import story

    from unmask.analysis.simulate import Reference
    from unmask.kernel.build import Compiled
    from unmask.pipeline import world_from
    from unmask.problems.place import Source
    from unmask.world.sites import sites_of

    begun = time.perf_counter()
    world = world_from(Source("family", story(people)))
    sites = sites_of(world.model)
    engine = Compiled(sites)
    engine.count(SEED, 0, 1)
    compiled = time.perf_counter() - begun
    counts, rate = _rate(lambda first: engine.count(SEED, first, engine.piece), engine.piece)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    _, slow = _rate(lambda first: Reference(sites).count(SEED, first, 1), 1)
    events = sites.part(counts, "events")
    mean = sum(length * runs for length, runs in enumerate(events)) / sum(events)
    return {
        "people": people,
        "casts": sum(len(sites.places.casts(scene)) for scene in sites.world.scenes),
        "places": len(sites.places.places),
        "compile": compiled,
        "runs": rate,
        "events": rate * mean,
        "reference": slow,
        "memory": memory,
    }


def _rate(play, piece):
    """The counts of the last piece, and runs a second over a few seconds."""
    begun = time.perf_counter()
    first = 1
    while True:
        counts = play(first)
        first += piece
        taken = time.perf_counter() - begun
        if taken > SECONDS:
            return counts, (first - 1) / taken


def table(found: list[dict[str, float]]) -> str:
    """The rows as Markdown."""
    lines = [f"| {' | '.join(COLUMNS.values())} |", f"|{'---:|' * len(COLUMNS)}"]
    for row in found:
        cells = [
            f"{row[name]:.2f}"
            if name == "compile"
            else f"{row[name]:,.1f}"
            if row[name] < 10 and name == "reference"
            else f"{row[name]:,.0f}"
            for name in COLUMNS
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def plot(found: list[dict[str, float]]) -> str:
    """Both engines and memory against people, on logarithmic axes, as an SVG."""
    import vl_convert

    series = {"runs": "compiled engine, runs/s", "reference": "reference engine, runs/s", "memory": "memory, MB"}
    values = [{"people": row["people"], "what": words, "value": row[name]} for row in found for name, words in series.items()]
    people = {
        "field": "people",
        "type": "quantitative",
        "scale": {"type": "log", "domain": [2, 40]},
        "axis": {"values": list(PEOPLE), "grid": False},
    }
    value = {
        "field": "value",
        "type": "quantitative",
        "scale": {"type": "log"},
        "title": None,
        "axis": {"values": [1, 10, 100, 1000, 10_000, 100_000, 1_000_000], "format": "~s", "gridOpacity": 0.4},
    }
    what = {"field": "what", "type": "nominal", "legend": None, "scale": {"range": ["#1b5e8c", "#b1512b", "#5b5b5b"]}}
    last = {"filter": f"datum.people == {PEOPLE[-1]}"}
    chart = {
        "background": "white",
        "width": 560,
        "height": 300,
        "padding": {"left": 8, "top": 8, "right": 190, "bottom": 8},
        "data": {"values": values},
        "encoding": {"x": people, "y": value, "color": what},
        "layer": [
            {"mark": {"type": "line", "point": True}},
            {"transform": [last], "mark": {"type": "text", "align": "left", "dx": 9}, "encoding": {"text": {"field": "what"}}},
        ],
        "config": {"font": "sans-serif", "view": {"stroke": None}},
    }
    return str(vl_convert.vegalite_to_svg(chart))


if __name__ == "__main__":
    main()
