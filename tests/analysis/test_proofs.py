"""What is proved without going through states: held against every way there is, and against many runs."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import Phase, given, settings

from tests.exact import TooMany, exact
from tests.worlds_made import worlds
from unmask.analysis import endless, possible
from unmask.analysis.answers import ALWAYS, EXACTLY, NEVER, Answers
from unmask.analysis.proofs import Proofs
from unmask.analysis.solve import Question, holds_at_the_start, until
from unmask.motif.events import Happening, happenings
from unmask.pipeline import world_from
from unmask.problems.place import Source
from unmask.run.chooser import Dice
from unmask.run.record import record
from unmask.run.step import Process
from unmask.world.model import ENDLESS, Constant, Event, Expression, Operation, Read, Variable, World

MADE = settings(max_examples=60, deadline=None, derandomize=True, phases=[Phase.generate])
