"""Questions that are interrupted: how far they came is said, and nothing is answered."""

from pathlib import Path

import pytest

from tests.app.commands import STORY, call, write
from unmask.app.doors import STOPPED
from unmask.app.waiting import Waiting

KEPT = STORY + "motif cold feet\n  Ada: wait\n  Ada: wait\npromise in at least 1% of stories: cold feet\n"
NOTHING = "That proves nothing, and nothing was answered."
QUESTIONS = [
    ("odds", (), NOTHING),
    ("odds", ("cold feet", "--player", "Ada"), NOTHING),
    ("ask", ("Ada: wait",), "Nothing was drawn."),
    ("check", ("--size",), "Nothing was counted."),
    ("check", ("--promises",), "No promise was judged."),
]


@pytest.mark.parametrize(("command", "more", "undone"), QUESTIONS)
def test_who_interrupts_a_question_is_told_how_far_it_came(
    command: str, more: tuple[str, ...], undone: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(waiting: Waiting, _states: int, _left: float) -> None:
        waiting.states, waiting.left = 7, 0.5
        raise KeyboardInterrupt

    monkeypatch.setattr(Waiting, "explored", interrupted)
    said = call(command, write(tmp_path, KEPT), *more)
    assert (said.code, said.out) == (STOPPED, "")
    assert said.err.replace("\n", " ").strip() == f"Stopped: 7 states gone through, 50 % of all luck still under way. {undone}"
