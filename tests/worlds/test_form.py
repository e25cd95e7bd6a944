"""The bundled worlds stand in the form that `unmask fmt` would give them."""

import pytest

from unmask.app.files import bundled, read
from unmask.syntax.parser import parse
from unmask.syntax.to_text import to_text


@pytest.mark.parametrize("name", bundled())
def test_a_bundled_world_is_in_its_usual_form(name: str) -> None:
    source = read(name)
    assert to_text(parse(source)[0]) == source.text
