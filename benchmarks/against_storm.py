"""The odds of the duel, ours and Storm's, on the same model: `python benchmarks/against_storm.py`, or as a part of all benchmarks.

Each is a process of its own, from a model's text to the answer: processor time, and the most memory that it held. Storm reads the model as
we export it. For fractions there are two figures of ours: with the time that compiling takes, and without; Storm does not compile.
"""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
ABSENT = 'Storm: left out, it is not installed: python -m pip install "unmask[storm]"'
_MEASURED = "import json, resource, sys, time\nbegun = time.process_time()\n"
_TOLD = """
used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
print(json.dumps([time.process_time() - begun, time.process_time() - ready, used, str(found)]))
"""
OURS = """
import unmask
from unmask.analysis.questions import Question
from unmask.analysis.solve import Explorer
from unmask.world.model import Event
world = unmask.load(sys.argv[1]).model
ready = time.process_time()
asked = Question("", Event("ending", label=sys.argv[2]))
explorer = Explorer(world, 100_000_000)
explorer.follow([asked])
found = explorer.odds(asked).p
"""
OURS_EXACTLY = """
import unmask
from unmask.analysis.rational import Fractions
from unmask.kernel.graph import Graph
from unmask.kernel.residues import compiled_loops
from unmask.world.model import Event
from unmask.world.sites import Wanted, sites_of
world = unmask.load(sys.argv[1]).model
compiled_loops()
graph = Graph(sites_of(world, Wanted(finals=False)))
ready = time.process_time()
found = Fractions(world, [], None, 100_000_000, graph=graph).of(Event("ending", label=sys.argv[2]))
"""
STORMS = """
import stormpy
program = stormpy.parse_prism_program(sys.argv[1])
ready = time.process_time()
asked = stormpy.parse_properties(f'P=? [F "ending_{sys.argv[2]}"]', program)
model = stormpy.build_model[KIND](program, asked)
found = stormpy.model_checking(model, asked[0]).get_value(model.initial_states[0])
"""


class Took(NamedTuple):
    """How long it took, with and without what comes before the model is gone through; how much memory; what was found."""

    seconds: float
    without: float
    megabytes: float
    found: str


def _took(script: str, *words: str) -> Took:
    text = _MEASURED + script + _TOLD
    told = subprocess.run([sys.executable, "-c", text, *words], check=True, capture_output=True, text=True).stdout
    return Took(*json.loads(told))


def table() -> str:
    """Both, beside each other."""
    if find_spec("stormpy") is None:
        return ABSENT
    import tempfile

    import unmask
    from unmask.export.to_prism import to_prism

    lines = [f"{'the duel':<34}{'ours':>12}{'Storm':>12}{'ratio':>9}"]
    with tempfile.TemporaryDirectory() as folder:
        for name, ending, ours, kind in (
            ("duel_m12_r1", "adead", OURS, "float"),
            ("duel_m4_r1", "rec", OURS_EXACTLY, "stormpy.Rational"),
        ):
            story = HERE / "worlds" / f"{name}.story"
            model = Path(folder) / f"{name}.prism"
            model.write_text(to_prism(unmask.load(str(story)).model), "utf-8")
            us, storm = _took(ours, str(story), ending), _took(STORMS.replace("KIND", kind), str(model), ending)
            assert us.found == storm.found or abs(float(us.found) - float(storm.found)) < 1e-6, (us.found, storm.found)
            lines.append(_row(f"{name}, {'P(adead)' if kind == 'float' else 'P(rec) as a fraction'}", us.seconds, storm.seconds, "s"))
            lines.append(_row("  without reading and compiling", us.without, storm.without, "s"))
            lines.append(_row("  memory", us.megabytes, storm.megabytes, "MB"))
    return "\n".join(lines)


def _row(what: str, ours: float, storms: float, unit: str) -> str:
    digits = 2 if unit == "s" else 0
    return f"{what:<34}{ours:>9.{digits}f} {unit:<2}{storms:>9.{digits}f} {unit:<2}{storms / ours:>7.1f} x"


if __name__ == "__main__":
    print(table())
