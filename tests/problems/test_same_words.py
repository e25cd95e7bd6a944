"""What is told of a story hangs on the story alone: a run of Python whose sets have another order tells the same."""

import os
import subprocess
import sys
from pathlib import Path

ILL = """\
person Ada (she)
  tends to wavering: +2
person Bo (he)
  tends to wandering: +1
scene ferry
  when ferries = 2
  moment morning: Ada
    * go aboard
      is waverring
    * stay
      -> noon
  moment noon: Bo
    * whistle
      -> evening
  moment evening: Ada
    * wave
motif farewell
  night / wave
"""


def test_problems_are_told_alike_by_every_run(tmp_path: Path) -> None:
    story = tmp_path / "ill.story"
    story.write_text(ILL, "utf-8")
    told = {_told(story, seed) for seed in "12345"}
    assert len(told) == 1
    assert "There is `morning`, `noon` and `evening`." in told.pop()


def _told(story: Path, seed: str) -> str:
    checked = [sys.executable, "-m", "unmask", "check", str(story)]
    return subprocess.run(
        checked, env=os.environ | {"PYTHONHASHSEED": seed}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ).stdout
