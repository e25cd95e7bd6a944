"""The bundled worlds, and the story that `unmask new` writes, stand in the form that `unmask fmt` would give them."""

import pytest

from unmask.app.files import bundled, read, starter
from unmask.problems.place import Source
from unmask.syntax.parser import parse
from unmask.syntax.to_text import to_text


@pytest.mark.parametrize("source", [*map(read, bundled()), Source("starter.story", starter("First"))], ids=lambda source: source.name)
def test_it_is_in_its_usual_form(source: Source) -> None:
    assert to_text(parse(source)[0]) == source.text
