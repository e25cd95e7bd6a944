"""The runs in the chapter on motifs of docs/reference/language.md: what it says has a motif has it, and nothing else."""

import re

import pytest

from tests.docs.examples import Example, examples, frame, whole
from tests.motif.followed import has

PAGE = "reference/language.md"
MOTIFS = [example for example in examples(PAGE) if example.sort == "motif"]
RUNS = [(example, *line) for example in MOTIFS for line in re.findall(r"^(yes|no) +(.+)$", example.text, re.MULTILINE)]


def _story(example: Example) -> tuple[str, str]:
    """The page's story with the example's lines in it, and the name of its last motif."""
    lines = "".join(line for line in example.text.splitlines(keepends=True) if not line.startswith(("yes", "no")))
    names = re.findall(r"^motif ([^\n]+?)(?: with .*)?$", lines, re.MULTILINE)
    return whole(example._replace(text=lines, words=("lines", "at", "the", "top")), frame(PAGE)), names[-1]


@pytest.mark.parametrize(("example", "answer", "run"), RUNS, ids=[f"line {example.line}: {run}" for example, _, run in RUNS])
def test_a_run_has_a_motif_or_not_just_as_the_page_says(example: Example, answer: str, run: str) -> None:
    story, motif = _story(example)
    assert has(story, motif, run) == (answer == "yes")


def test_every_example_has_runs_of_both_sorts() -> None:
    assert len(MOTIFS) >= 10
    assert {(example.line, answer) for example, answer, _ in RUNS} == {(one.line, answer) for one in MOTIFS for answer in ("yes", "no")}
