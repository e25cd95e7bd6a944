"""The Python interface: what its docstrings say is so."""

from pathlib import Path

import pytest

import unmask
from tests.app.commands import BROKEN, STORY, write


@pytest.fixture
def stairs(tmp_path: Path) -> unmask.World:
    return unmask.load(Path(write(tmp_path)))


def test_every_public_name_is_there_and_has_a_docstring() -> None:
    for name in unmask.__all__:
        found = getattr(unmask, name)
        assert found.__doc__, name
        for inner, value in vars(found).items() if isinstance(found, type) else ():
            if not inner.startswith("_") and (callable(value) or isinstance(value, property)):
                assert value.__doc__, f"{name}.{inner}"


def test_a_name_that_is_not_there_is_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'tale'"):
        _ = unmask.tale


def test_load_takes_a_path_or_the_name_of_a_bundled_world(stairs: unmask.World, tmp_path: Path) -> None:
    assert unmask.load(str(tmp_path / "stairs.story")).fingerprint == stairs.fingerprint
    assert unmask.load("village").title == "The Bell Box"
    assert (stairs.title, stairs.people, stairs.sides, stairs.endings) == ("The Stairs", ("Ada", "Bo"), ("Ada", "Bo", "world"), ("done",))
    assert repr(stairs) == "<World 'The Stairs': Ada, Bo>"


def test_load_says_why_it_cannot(tmp_path: Path) -> None:
    with pytest.raises(unmask.CannotOpen, match="There is no file called nowhere"):
        unmask.load("nowhere")
    with pytest.raises(unmask.CannotOpen, match="a NUL in it"):
        unmask.load("now\0here")
    with pytest.raises(unmask.StoryProblems, match=r"stairs\.story has 2 problems") as found:
        unmask.load(write(tmp_path, BROKEN))
    assert [problem.severity for problem in found.value.problems] == ["problem", "problem"]
    assert found.value.source.text == BROKEN
    (tmp_path / "binary.story").write_bytes(b"\xff")
    with pytest.raises(unmask.StoryProblems, match="is not a text file"):
        unmask.load(tmp_path / "binary.story")


def test_check_gives_back_problems_and_raises_nothing() -> None:
    assert unmask.check(STORY) == []
    found = unmask.check(BROKEN, "stairs")
    assert all(isinstance(problem, unmask.Problem) for problem in found)
    assert [problem.span.line for problem in found] == sorted(problem.span.line for problem in found)
    assert unmask.check("")[0].code == "empty-story"


def test_a_run_is_the_same_whenever_it_is_asked_for(stairs: unmask.World) -> None:
    run = stairs.run(seed=3, number=5)
    assert (run.seed, run.number, run.ending, run.strayed) == (3, 5, "done", "")
    assert run.events == stairs.run(3, 5).events
    assert repr(run) == "<Run 5 of 'The Stairs', seed 3: done, 5 events>"
    assert stairs.run(2**64 - 1, 2**64 - 1).ending == "done"


@pytest.mark.parametrize(("seed", "number"), [(-1, 0), (0, -1), (2**64, 0), (0, 2**64)])
def test_a_seed_out_of_range_is_a_value_error(stairs: unmask.World, seed: int, number: int) -> None:
    with pytest.raises(ValueError, match="is a whole number from 0 to 18,446,744,073,709,551,615"):
        stairs.run(seed, number)


def test_tell_tells_from_a_side_and_by_default_from_the_files(stairs: unmask.World) -> None:
    run = stairs.run()
    assert run.tell() == run.tell("Ada") != run.tell("Bo")
    for side in ("Nobody", ""):
        with pytest.raises(ValueError, match="its sides are Ada, Bo, world"):
            run.tell(side)
    with pytest.raises(ValueError, match="name the person who remembers"):
        run.tell("world", remembered=True)


def test_why_weighs_exactly_what_was_there(stairs: unmask.World) -> None:
    answer = stairs.run().why(1)
    assert [(weighed.label, str(weighed.odds)) for weighed in answer.open] == [("knock", "4/5"), ("wait", "1/5")]
    assert sum(weighed.drawn for weighed in answer.open) == 1
    assert answer.open[0].grounds[0].phrase == "she is cold"
    for number in (-1, 4, 5, 99999):
        with pytest.raises(unmask.NoChoice):
            stairs.run().why(number)


def test_a_tape_replays_to_the_same_run(stairs: unmask.World) -> None:
    run = stairs.run(9, 4)
    again = stairs.replay(run.tape("Bo"))
    assert (again.events, again.seed, again.number, again.strayed) == (run.events, 9, 4, "")
    assert again.tape("Bo") == run.tape("Bo")
    assert again.tell("Bo") == run.tell("Bo")


def test_what_is_no_tape_is_refused(stairs: unmask.World) -> None:
    for text in ("", "once upon a time", "unmask tape 9\n", "unmask tape 1\nseed x\n"):
        with pytest.raises(unmask.NoTape):
            stairs.replay(text)


def test_a_tape_that_strays_breaks_off_or_goes_on_by_luck(stairs: unmask.World) -> None:
    tape = stairs.run(9, 4).tape().replace("scene talk", "scene song", 1)
    run = stairs.replay(tape)
    assert (run.ending, run.events) == ("", ())
    assert "`scene song`" in run.strayed
    assert "broken off" in repr(run)
    assert stairs.replay(tape, go_on=True).ending == "done"
