"""What a world means, in sixteen signs: the same as long as the same can happen."""

import pytest

import unmask
from unmask.problems.place import Source

GATE = """\
person Oda (she)
scene lane
  moment gate: Oda
    * open it
      > It creaks.
    * wait
      {GUARD}
    -> end
motif twice
  2 times Oda: open it
  then once more
motif once more
  Oda: open it
motif idle
  2 times Oda: wait
"""


def fingerprint(text: str, guard: str = "unless happened(twice)") -> str:
    return unmask.pipeline.world_from(Source("gate", text.replace("{GUARD}", guard))).fingerprint


@pytest.mark.parametrize(
    ("line", "other"),
    [("  2 times Oda: open it", "  3 times Oda: open it"), ("motif once more\n  Oda: open it", "motif once more\n  Oda: wait")],
)
def test_what_a_motif_says_matters_where_something_hangs_on_it(line: str, other: str) -> None:
    changed = GATE.replace(line, other)
    assert changed != GATE
    assert fingerprint(changed) != fingerprint(GATE)
    assert fingerprint(changed, "once") == fingerprint(GATE, "once"), "nothing hangs on it"


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("motif idle\n  2 times Oda: wait\n", ""),
        ("> It creaks.", "> It sings."),
        ("2 times Oda: open it\n", "2 times Oda: open it  # or so\n"),
    ],
)
def test_a_motif_that_is_only_counted_does_not_and_nor_do_words(line: str, other: str) -> None:
    changed = GATE.replace(line, other)
    assert changed != GATE
    assert fingerprint(changed) == fingerprint(GATE)
