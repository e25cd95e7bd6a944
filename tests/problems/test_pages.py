"""Every code has a page, and every page tells the truth: its bad story has the problem, its good story has none."""

import re

import pytest

from tests.problems.pages import FOLDER, codes_in_the_source, mended, pages, stories, told_of
from unmask.problems.place import LARGEST_FILE
from unmask.problems.problem import Severity
from unmask.syntax.lines import MOST_LINES

PAGES = pages()
# What no page can show: a file far too long for one.
BUILT = {"file-too-large": [b"#" * (LARGEST_FILE + 1), b"\n" * MOST_LINES]}
SHOWN = sorted(PAGES.keys() - BUILT.keys())
WARNINGS = {"hidden-direction", "not-there-to-see"}


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert set(PAGES) == set(codes_in_the_source())


def test_the_index_names_every_page_once() -> None:
    index = (FOLDER / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| \[([a-z-]+)\]\(([a-z-]+)\.md\) \| \S.*\. ?.*\|$", index, re.MULTILINE)
    assert [code for code, _ in rows] == [target for _, target in rows]
    assert sorted(code for code, _ in rows) == sorted(PAGES)


@pytest.mark.parametrize("code", PAGES)
def test_a_page_is_short_and_bears_its_code(code: str) -> None:
    lines = PAGES[code].splitlines()
    assert lines[0] == f"# {code}"
    assert len(lines) < 46
    assert len(PAGES[code].split("```")[0].split()) > 15, "it says what the problem means before it shows one"


@pytest.mark.parametrize("code", SHOWN)
def test_the_bad_story_of_a_page_has_its_problem_and_no_other(code: str) -> None:
    assert {problem.code for problem in told_of(stories(PAGES[code])["bad"])} == {code}


@pytest.mark.parametrize(("code", "data"), [(code, data) for code, built in BUILT.items() for data in built])
def test_a_file_that_is_too_large_is_told_so(code: str, data: bytes) -> None:
    assert [problem.code for problem in told_of(data)] == [code]
    assert code not in {problem.code for problem in told_of(data[:-1])}


@pytest.mark.parametrize("code", PAGES)
def test_the_good_story_of_a_page_leaves_nothing_to_tell(code: str) -> None:
    told = told_of(stories(PAGES[code])["good"])
    assert [problem for problem in told if problem.severity != Severity.NOTE] == []


@pytest.mark.parametrize("code", SHOWN)
def test_the_stories_of_a_page_differ_where_it_matters(code: str) -> None:
    shown = stories(PAGES[code])
    bad, good = (shown[sort].decode("utf-8", "replace").splitlines() for sort in ("bad", "good"))
    same = sum(line in good for line in bad)
    assert same >= len(bad) / 4 or code == "empty-story", "the good story is the bad one mended, not another"


def test_warnings_say_that_they_are_warnings() -> None:
    index = (FOLDER / "README.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"\]\(([a-z-]+)\.md\)", index.split("## Warnings")[1])) | WARNINGS
    seen = {code for code in SHOWN if any(problem.severity == Severity.WARNING for problem in told_of(stories(PAGES[code])["bad"]))}
    assert seen == listed
    assert all("warning" in PAGES[code] for code in seen)


@pytest.mark.parametrize("code", SHOWN)
def test_a_fix_mends_what_it_is_offered_for(code: str) -> None:
    bad = stories(PAGES[code])["bad"]
    for problem in told_of(bad):
        if problem.fix is not None:
            after = told_of(mended(bad.decode(), problem.fix).encode())
            assert (problem.code, problem.span.line) not in {(other.code, other.span.line) for other in after}


def test_what_can_be_mended_without_asking_is() -> None:
    mendable = {code for code in SHOWN if any(problem.fix for problem in told_of(stories(PAGES[code])["bad"]))}
    assert mendable == {
        "arrow-to-nowhere",
        "control-character",
        "curly-quote",
        "hidden-direction",
        "nothing-goes-under",
        "pasted-sign",
        "reads-anothers-mind",
        "tab-in-margin",
        "uneven-margin",
        "strange-seems",
        "strange-motif",
        "toward-whom",
        "two-comparisons",
        "unknown-line",
        "unknown-name",
        "whose-field",
        "written-otherwise",
    }
