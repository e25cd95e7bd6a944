"""The formatter's laws: what it writes is read as the same tree, and is written the same again."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.syntax.trees import TOP_LINES, stories, without_spans
from unmask.problems.place import Source
from unmask.syntax.parser import parse
from unmask.syntax.to_text import to_text
from unmask.syntax.tree import Line, Story

at_length = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def read(text: str) -> Story:
    return without_spans(parse(Source("test.story", text))[0])


@given(stories)
@at_length
def test_what_is_written_is_read_as_the_same_tree_and_written_the_same_again(story: Story) -> None:
    text = to_text(story)
    assert read(text) == story
    assert to_text(read(text)) == text


@pytest.mark.parametrize("lines", TOP_LINES)
@given(st.data())
@settings(at_length, max_examples=60)
def test_every_kind_of_line_is_read_as_it_was_written(lines: st.SearchStrategy[Line], data: st.DataObject) -> None:
    line = data.draw(lines)
    story = Story((line._replace(notes=line.notes._replace(above=())),))
    assert read(to_text(story)) == story
