"""`unmask export`: a story for other programs, whole or not at all."""

from pathlib import Path

from tests.app.commands import BROKEN, STORY, call, write
from unmask.app.export import WRITERS


def test_a_model_is_printed_and_nothing_else(tmp_path: Path) -> None:
    said = call("export", write(tmp_path), "--to", "prism")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("// The Stairs\n")
    assert '\nlabel "ending_done" = ' in said.out


def test_a_file_has_what_would_have_been_printed(tmp_path: Path) -> None:
    story = write(tmp_path)
    said = call("export", story, "--to", "prism", "-o", str(tmp_path / "stairs.prism"))
    assert (said.code, said.out, said.err) == (0, "", "")
    assert (tmp_path / "stairs.prism").read_text("utf-8") == call("export", story, "--to", "prism").out


def test_a_story_with_problems_leaves_no_file(tmp_path: Path) -> None:
    said = call("export", write(tmp_path, BROKEN), "--to", "prism", "-o", str(tmp_path / "stairs.prism"))
    assert said.code == 1
    assert "day" in said.err
    assert not (tmp_path / "stairs.prism").exists()


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    said = call("export", write(tmp_path), "--to", "prism", "-o", str(tmp_path / "nowhere" / "stairs.prism"))
    assert said.code == 2
    assert "was not written" in said.err


def test_it_has_to_be_said_to_what(tmp_path: Path) -> None:
    story = write(tmp_path)
    assert call("export", story).code == 2
    assert call("export", story, "--to", "clay tablets").code == 2
    assert set(WRITERS) >= {"prism"}


def test_a_motif_is_asked_for_by_its_name(tmp_path: Path) -> None:
    story = write(tmp_path, STORY + "motif a cold night\n  Ada: wait\n  then Ada: wait\n")
    said = call("export", story, "--to", "prism", "--motif", "a cold night")
    assert '\nlabel "motif_a_cold_night" = ' in said.out
    missed = call("export", story, "--to", "prism", "--motif", "a cold nigth")
    assert missed.code == 2
    assert "`a cold night`" in missed.err
    assert missed.out == ""
