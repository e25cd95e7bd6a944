"""Tells stories from text: paragraphs, section by section."""

from collections.abc import Sequence

from unmask.pipeline import Run, World, world_from
from unmask.problems.place import Source

TWO = """
fact day: 0..9
person Kylo (he)
person Rey (she)
"""


def story(text: str) -> World:
    """A world of two people, and of what the text adds."""
    return world_from(Source("test.story", TWO + text))


def bare(text: str) -> World:
    """A world of the text alone."""
    return world_from(Source("test.story", text))


def sections(run: Run, side: str = "world", remembered: bool = False) -> list[list[str]]:
    """What a side is told, section by section."""
    return [list(section) for section in run.telling(side, remembered).sections]


def lines(run: Run, side: str = "world", remembered: bool = False) -> list[str]:
    """What a side is told, paragraph by paragraph."""
    return [paragraph for section in sections(run, side, remembered) for paragraph in section]


def tape(*choices: str, seed: int = 7) -> str:
    """A tape of these choices."""
    return "\n".join(["unmask tape 1", f"seed {seed}", "run 0", "", *choices]) + "\n"


def played(world: World, choices: Sequence[str]) -> Run:
    """The run in which these were chosen; it has to be possible."""
    run = world.replay(tape(*choices))
    assert not run.strayed, run.strayed
    return run
