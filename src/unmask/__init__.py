"""Stories driven by relationships: what people feel, what they show, what others believe, and why they choose.

import unmask

world = unmask.load("helmet")       # a bundled world, or the path of a story file
run = world.run(seed=7, number=0)
print(run.tell(side="Kylo"))
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unmask.analysis.ask import CannotAsk
    from unmask.analysis.what_if import NoChange
    from unmask.analysis.why import NoChoice
    from unmask.app.files import CannotOpen, load
    from unmask.pipeline import Run, StoryProblems, World, check, loads
    from unmask.problems.problem import Problem
    from unmask.run.tape import NoTape
    from unmask.runs import Runs

__version__ = "0.1.0"
__all__ = [
    "CannotAsk",
    "CannotOpen",
    "NoChange",
    "NoChoice",
    "NoTape",
    "Problem",
    "Run",
    "Runs",
    "StoryProblems",
    "World",
    "check",
    "load",
    "loads",
]

# Nothing is imported until it is asked for, so that `unmask --help` answers at once.
_HOMES = {
    "CannotAsk": "unmask.analysis.ask",
    "CannotOpen": "unmask.app.files",
    "load": "unmask.app.files",
    "loads": "unmask.pipeline",
    "NoChange": "unmask.analysis.what_if",
    "NoChoice": "unmask.analysis.why",
    "NoTape": "unmask.run.tape",
    "Problem": "unmask.problems.problem",
    "Run": "unmask.pipeline",
    "Runs": "unmask.runs",
    "StoryProblems": "unmask.pipeline",
    "World": "unmask.pipeline",
    "check": "unmask.pipeline",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'unmask' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
