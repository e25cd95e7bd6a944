"""`unmask tell` to keep: whole files or none, series that lead from book to book, and every slip met by a sentence."""

import errno
import os
import re
from pathlib import Path

import pytest

from tests.app.commands import STORY, call, outside, write
from tests.export.reading import Page, entries
from unmask.app import files

SECOND = STORY.replace("The Stairs", "The Cellar")
TRACEBACK = "Traceback"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which we stand, and no wish for another time of change."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path


def names(folder: Path) -> list[str]:
    """Everything in a folder, what begins with a dot too."""
    return sorted(os.listdir(folder))


def test_text_stays_what_is_told_when_nothing_is_said(here: Path) -> None:
    path = write(here, STORY)
    assert call("tell", path).out == call("tell", path, "--format", "text").out
    assert call("tell", path).out.startswith("THE STAIRS\n")


def test_text_and_markdown_go_into_a_file_too(here: Path) -> None:
    path = write(here, STORY)
    for form in ("text", "markdown"):
        told = call("tell", path, "--format", form).out
        assert call("tell", path, "--format", form, "-o", "told") == (0, "", "told is written.\n")
        assert (here / "told").read_text("utf-8") == told


def test_a_page_is_printed_or_written_the_same(here: Path) -> None:
    path = write(here, STORY)
    printed = call("tell", path, "--format", "html", "--run", "3")
    assert call("tell", path, "--format", "html", "--run", "3", "-o", "stairs.html") == (0, "", "stairs.html is written.\n")
    assert (here / "stairs.html").read_text("utf-8") == printed.out
    assert Page(printed.out).unclosed == []


def test_what_is_kept_is_the_same_in_another_process(here: Path) -> None:
    write(here, STORY)
    for form in ("html", "epub", "ao3"):
        call("tell", "stairs.story", "--format", form, "-o", f"one.{form}")
        outside(
            "tell",
            "stairs.story",
            "--format",
            form,
            "-o",
            f"two.{form}",
            cwd=here,
            env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
        )
        assert (here / f"one.{form}").read_bytes() == (here / f"two.{form}").read_bytes()


def test_the_command_in_a_colophon_tells_the_same_page_again(here: Path) -> None:
    write(here, STORY)
    page = call("tell", "stairs.story", "--format", "html", "--run", "5", "--as-remembered-by", "Ada").out
    command = re.search("<code[^>]*>(unmask tell .*)</code>", page)
    assert command
    assert call(*Page(command[1]).text.split()[1:], "--format", "html").out == page


def test_a_book_says_nothing_of_the_folders_of_whoever_made_it(here: Path) -> None:
    (here / "secret-drawer").mkdir()
    path = write(here / "secret-drawer", STORY)
    assert "secret-drawer" not in call("tell", path, "--format", "html").out
    assert "unmask tell helmet <span>--seed 7</span>" in call("tell", "helmet", "--format", "html").out


def test_a_post_is_two_files(here: Path) -> None:
    write(here, STORY)
    assert call("tell", "stairs.story", "--format", "ao3", "-o", "stairs.html").err == "stairs.html and stairs-form.txt are written.\n"
    assert (here / "stairs.html").read_text("utf-8").startswith("<p>")
    assert "── Work Title ──\nThe Stairs\n" in (here / "stairs-form.txt").read_text("utf-8")


def test_what_the_archive_would_not_take_is_told_by_its_line_and_nothing_is_written(here: Path) -> None:
    write(here, f'rating "Teen"\nsummary "{"a" * 1300}"\n{STORY}')
    said = call("tell", "stairs.story", "--format", "ao3", "-o", "stairs.html")
    assert (said.code, said.out) == (1, "")
    assert "stairs.story, line 1" in said.err
    assert "1,300 CHARACTERS, AND 1,250 FIT" in said.err.upper()
    assert said.err.endswith("stairs.story: 2 problems\n")
    assert names(here) == ["stairs.story"]
    assert call("tell", "stairs.story", "--format", "html").code == 0, "only the Archive minds"


# ── series ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_pages_of_a_series_lead_from_one_to_the_next_and_back(here: Path) -> None:
    write(here, STORY)
    assert call("tell", "stairs.story", "--runs", "1, 5-6", "--format", "html", "-o", "shelf").code == 0
    books = [f"{number}-the-stairs-run-{run}.html" for number, run in ((1, 1), (2, 5), (3, 6))]
    assert names(here / "shelf") == [*books, "index.html"]
    ways = [{(link["rel"], link["href"]) for link in Page((here / "shelf" / name).read_text("utf-8")).all("a")} for name in books]
    assert ways == [
        {("contents", "index.html"), ("next", books[1])},
        {("prev", books[0]), ("contents", "index.html"), ("next", books[2])},
        {("prev", books[1]), ("contents", "index.html")},
    ]
    assert [link["href"] for link in Page((here / "shelf" / "index.html").read_text("utf-8")).all("a")] == books


def test_a_book_of_a_series_tells_the_run_that_it_names(here: Path) -> None:
    path = write(here, STORY)
    call("tell", path, "--runs", "1,5", "--format", "epub", "-o", "shelf")
    story = entries((here / "shelf" / "2-the-stairs-run-5.epub").read_bytes())["EPUB/story.xhtml"]
    told = call("tell", path, "--run", "5", "--format", "markdown").out.split("\n\n")
    assert [paragraph for paragraph in told[1:-1] if f"<p>{paragraph}</p>" in story]
    assert "run 5" in entries((here / "shelf" / "2-the-stairs-run-5.epub").read_bytes())["EPUB/book.opf"]


def test_several_stories_are_a_series_and_the_same_story_twice_is_one(here: Path) -> None:
    first, second = write(here, STORY), write(here, SECOND, "cellar.story")
    assert call("tell", first, second, first, "--format", "ao3", "-o", "shelf").code == 0
    assert names(here / "shelf") == ["1-the-stairs-form.txt", "1-the-stairs.html", "2-the-cellar-form.txt", "2-the-cellar.html"]


def test_one_story_with_a_problem_keeps_the_whole_series_from_being_written(here: Path) -> None:
    first, second = write(here, STORY), write(here, f'rating "Teen"\n{SECOND}', "cellar.story")
    assert call("tell", first, second, "--format", "ao3", "-o", "shelf").code == 1
    assert not (here / "shelf").exists()


@pytest.mark.parametrize("said", ["", "1,", "x", "5-1", "1-", "-1", "1.5", "0-1000", f"{2**64}", "0-999999999999999999999999", "1;2"])
def test_what_are_no_runs_is_refused(here: Path, said: str) -> None:
    found = call("tell", write(here, STORY), "--runs", said, "--format", "epub", "-o", "shelf")
    assert (found.code, found.out) == (2, "")
    assert "--runs" in found.err
    assert TRACEBACK not in found.err
    assert names(here) == ["stairs.story"]


def test_runs_one_by_one_and_in_ranges_are_a_list_without_doubles() -> None:
    from unmask.app.keepsake import run_numbers

    assert run_numbers(None, None, "7,1-3, 2") == (7, 1, 2, 3)
    assert run_numbers(None, None, f"{2**64 - 1}") == (2**64 - 1,)


# ── slips ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("--format", "epub"), "-o NAME.epub"),
        (("--format", "ao3"), "-o NAME.html"),
        (("--format", "html", "--runs", "1,2"), "-o FOLDER"),
        (("--runs", "1,2"), "--format html, epub or ao3"),
        (("--runs", "1,2", "-o", "shelf"), "--format html, epub or ao3"),
        (("--run", "1", "--runs", "2"), "leave out one of them"),
        (("--format", "html", "--events"), "--events is for a telling as text"),
        (("--format", "html", "--why"), "--why is for a telling as text"),
        (("--format", "epub", "-o", "a.epub", "--tape", "a.tape"), "--tape is for a telling as text"),
        (("--format", "html", "--side", "Nobody"), "Nobody called 'Nobody' is in this story"),
        (("--format", "html", "--side", "Bo", "--as-remembered-by", "Ada"), "Leave out --side Bo"),
        (("--format", "html", "-o", "folder"), "folder is a folder"),
        (("--format", "html", "-o", "nowhere/a.html"), "there is no folder nowhere"),
        (("--format", "html", "--runs", "1,2", "-o", "nowhere/shelf"), "could not be made"),
        (("--format", "html", "--runs", "1,2", "-o", "stairs.story"), "is a file"),
        (("--format", "html", "-o", "stairs.story"), "is the name of a story"),
        (("--format", "text", "-o", "other.story"), "is the name of a story"),
        (("--format", "html", "-o", "link"), "is the name of a story"),
        (("--format", "html", "-o", os.devnull), "it is no plain file"),
    ],
)
def test_a_slip_is_met_by_a_sentence_and_nothing_is_written(here: Path, more: tuple[str, ...], says: str) -> None:
    path = write(here, STORY)
    (here / "folder").mkdir()
    (here / "link").symlink_to(path)
    found = call("tell", "stairs.story", *more)
    assert (found.code, found.out) == (2, "")
    assert says in found.err
    assert names(here) == ["folder", "link", "stairs.story"]
    assert Path(path).read_text("utf-8") == STORY


def test_a_game_that_was_played_becomes_a_book_from_its_tape(here: Path) -> None:
    path = write(here, STORY)
    for first, second in (("knock", "wait"), ("wait", "knock")):
        entries = f"scene talk\ntalk / door / Ada / {first}\nscene talk\ntalk / door / Ada / {second}\n"
        write(here, f"unmask tape 1\nseed 7\nrun 0\nside Bo\n\n{entries}", "played.tape")
        told = call("replay", path, "played.tape")
        page = call("replay", path, "played.tape", "--format", "html")
        assert (page.code, page.err) == (told.code, told.err) == (0, "")
        words = ["Ada knocks.", "It is her knock.", "Ada waits."][:: 1 if first == "knock" else -1]
        paragraphs = re.findall("<p>(.*)</p>", page.out)
        assert [found for found in paragraphs if found in words] == [found for found in told.out.split("\n\n") if found in words] != []
        assert "unmask replay stairs.story played.tape <span>--side Bo</span>" in page.out
    for form, files_ in (("epub", ["a.epub"]), ("ao3", ["a", "a-form.txt"]), ("markdown", ["a"]), ("text", ["a"])):
        said = call("replay", path, "played.tape", "--format", form, "-o", files_[0])
        assert (said.code, said.out) == (told.code, "")
        assert said.err.startswith(f"{files_[0]} ")
        assert names(here) == sorted([*files_, "played.tape", "stairs.story"])
        for name in files_:
            (here / name).unlink()


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("--format", "epub"), "-o NAME.epub"),
        (("--format", "html", "--why"), "--why is for a telling as text"),
        (("--format", "html", "-o", "stairs.story"), "is the name of a story"),
        (("--format", "html", "-o", "run.tape"), "run.tape is the tape itself"),
        (("-o", "run.tape"), "run.tape is the tape itself"),
    ],
)
def test_a_slip_with_a_tape_is_met_by_a_sentence_too(here: Path, more: tuple[str, ...], says: str) -> None:
    path = write(here, STORY)
    call("tell", path, "--tape", "run.tape")
    kept = (here / "run.tape").read_text("utf-8")
    found = call("replay", path, "run.tape", *more)
    assert (found.code, found.out) == (2, "")
    assert says in found.err
    assert names(here) == ["run.tape", "stairs.story"]
    assert (here / "run.tape").read_text("utf-8") == kept


def test_a_file_that_is_marked_read_only_stays(here: Path) -> None:
    write(here, STORY)
    (here / "old.html").write_text("kept", "utf-8")
    (here / "old.html").chmod(0o444)
    found = call("tell", "stairs.story", "--format", "html", "-o", "old.html")
    assert (found.code, found.err) == (
        2,
        "old.html was not written: it is marked as not to be written to. What stood there before is unchanged.\n",
    )
    assert (here / "old.html").read_text("utf-8") == "kept"
    assert names(here) == ["old.html", "stairs.story"]


def test_a_page_on_a_full_disk_is_told() -> None:
    with open("/dev/full", "w") as full:
        said = outside("tell", "village", "--format", "html", capture_output=False, stdout=full, stderr=-1)
    assert said.returncode == 1
    assert said.stderr == "The result could not be written (No space left on device).\n"


def _full_after(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the disk be full once so many files are on it."""
    real, done = os.fsync, [0]

    def fsync(handle: int) -> None:
        done[0] += 1
        if done[0] > count:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle)

    monkeypatch.setattr(files.os, "fsync", fsync)


def test_files_that_belong_together_are_written_all_or_none(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here, STORY)
    (here / "a.html").write_text("kept", "utf-8")
    call("tell", "stairs.story")  # from here on its world is kept, and nothing else is written
    _full_after(1, monkeypatch)
    found = call("tell", "stairs.story", "--format", "ao3", "-o", "a.html")
    assert (found.code, found.err) == (2, "a-form.txt was not written: no space left on device.\n")
    assert (here / "a.html").read_text("utf-8") == "kept"
    assert names(here) == ["a.html", "stairs.story"]


def test_a_series_that_does_not_fit_leaves_no_folder_behind(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here, STORY)
    call("tell", "stairs.story")
    _full_after(2, monkeypatch)
    assert call("tell", "stairs.story", "--runs", "0-4", "--format", "epub", "-o", "shelf").code == 2
    assert names(here) == ["stairs.story"]


def test_a_folder_in_the_place_of_one_file_keeps_all_from_being_written(here: Path) -> None:
    write(here, STORY)
    (here / "a-form.txt").mkdir()
    found = call("tell", "stairs.story", "--format", "ao3", "-o", "a.html")
    assert (found.code, found.err) == (2, "a-form.txt was not written: it is a folder. Choose another name.\n")
    assert names(here) == ["a-form.txt", "stairs.story"]


# ── the time of change ───────────────────────────────────────────────────────────────────────────────────────────────


def test_a_book_carries_the_time_that_a_reproducible_build_names(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here, STORY)
    for said, time in (("", "2000-01-01T00:00:00Z"), ("1735689600", "2025-01-01T00:00:00Z"), ("0" * 40, "1970-01-01T00:00:00Z")):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", said)
        call("tell", "stairs.story", "--format", "epub", "-o", "a.epub")
        assert f'"dcterms:modified">{time}<' in entries((here / "a.epub").read_bytes())["EPUB/book.opf"]


@pytest.mark.parametrize(
    "said",
    ["yesterday", "-1", "1e9", "9" * 30, "1" * 40, "0" * 20 + "1" * 20, "9" * 6000, "-" + "1" * 40, " ", "0x10", "253402300800", "١"],
)
def test_a_time_that_is_none_is_told(here: Path, monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    write(here, STORY)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", said)
    found = call("tell", "stairs.story", "--format", "epub", "-o", "a.epub")
    assert found.code == 2
    assert "SOURCE_DATE_EPOCH" in found.err
    assert names(here) == ["stairs.story"]
