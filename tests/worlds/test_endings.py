"""Where the bundled worlds can come out, in a few hundred runs each; and that there is nothing wrong with their files."""

from collections import Counter

import pytest

from tests.worlds.standing import mechanism_of, runs, text_of, world
from unmask.pipeline import check
from unmask.world.model import IMPLICIT_ENDINGS

WORLDS = [("helmet", 600, 8), ("village", 150, 5)]


@pytest.mark.parametrize(("name", "number", "fewest"), WORLDS)
def test_a_world_comes_out_in_many_ways_and_every_one_is_the_authors(name, number, fewest):
    endings = Counter(record.over.ending for record in runs(world(name), number))
    assert not set(endings) & set(IMPLICIT_ENDINGS), endings
    assert set(endings) <= set(world(name).endings)
    assert len(endings) >= fewest, endings
    assert endings.most_common(1)[0][1] < number / 2, endings


@pytest.mark.parametrize("name", ["helmet", "village"])
def test_a_bundled_world_has_neither_problems_nor_warnings(name):
    found = check(text_of(name), f"{name}.story")
    assert [problem.title for problem in found] == []


@pytest.mark.parametrize("name", ["helmet", "village"])
def test_prose_never_changes_what_happens(name):
    bare, told = world(name), world(name, prose=True)
    assert len(mechanism_of(name)) < len(text_of(name)) / 2
    assert bare.fingerprint == told.fingerprint
    for number in range(5):
        bare_run, told_run = bare.run(7, number), told.run(7, number)
        assert bare_run.tape() == told_run.tape()
        assert bare_run.ending == told_run.ending
