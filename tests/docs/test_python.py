"""docs/guide/python.md keeps its word: every example is run, and comes to what is written under it."""

import doctest

from tests.docs.examples import DOCS

PAGE = DOCS / "guide" / "python.md"


def test_every_example_comes_to_what_is_written() -> None:
    text = PAGE.read_text("utf-8")
    found = doctest.DocTestParser().get_doctest(text, {}, "python.md", str(PAGE), 0)
    told: list[str] = []
    outcome = doctest.DocTestRunner().run(found, out=told.append)
    assert outcome.attempted > 20
    assert not told, "".join(told)
