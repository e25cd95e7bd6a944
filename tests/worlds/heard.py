"""A telling taken apart: which lines of the story file were told, of which event, in what words.

A run and a side come in; the spoken lines leave, in order, each with its own sentence.
"""

from typing import NamedTuple

from unmask.pipeline import Run
from unmask.telling import joints
from unmask.telling.outline import Eyes, Spoken
from unmask.telling.sentences import _Teller


class Heard(NamedTuple):
    """A line as it was told."""

    spoken: Spoken
    text: str

    @property
    def side(self) -> str:
        """Whose line it is; "" where it is everybody's."""
        return self.spoken.line.side

    @property
    def manner(self) -> str:
        """`recalls`, `denies` or ""."""
        return self.spoken.line.manner


def heard(run: Run, side: str, remembered: bool = False) -> list[Heard]:
    """Every line that is told to a side, with what it says there."""
    teller = _Teller(run.world.process, run.record, Eyes(side, remembered), ())
    return [
        Heard(spoken, joints.finished(teller.sentence(spoken), teller.world.cover.language))
        for section in teller.sections()
        for spoken in section
    ]


def of_event(run: Run, lines: list[Heard], label: str) -> list[Heard]:
    """What is told of the last event of that label."""
    number = max(number for number, event in enumerate(run.events) if event.label == label)
    return [line for line in lines if line.spoken.event == number and not line.spoken.times]


def paragraphs(run: Run, side: str, remembered: bool = False) -> list[str]:
    """The telling's paragraphs, without what stands round it."""
    return [paragraph for section in run.telling(side, remembered).sections for paragraph in section]
