"""What goes into the Archive's form: markup that it knows, words where they belong, and nothing that does not fit."""

import pytest

from tests.app.commands import STORY
from tests.export import hostile
from tests.export.reading import Page, book
from unmask.app.files import bundled, read_bundled
from unmask.export.book import in_series
from unmask.export.to_ao3 import metadata, sort, unfit, work
from unmask.problems.place import Source
from unmask.problems.problem import Problem
from unmask.syntax.parser import parse


def told(cover: str) -> list[Problem]:
    """What the Archive has against a story with this cover."""
    text = f"{cover}\n{STORY}" if "title" not in cover else f"{cover}\n{STORY.replace('title', '# title', 1)}"
    return unfit(book(text), parse(Source("told.story", text))[0])


def field(text: str, name: str) -> str:
    """What stands under the name of a field."""
    blocks = text.split("── ")
    return next(block.partition("\n")[2].strip() for block in blocks if block.startswith(name))


def test_the_text_is_paragraphs_lines_and_one_emphasised_end() -> None:
    page = Page(work(book(hostile.STORY)))
    assert {(name, *more) for name, more in page.elements} == {("p",), ("em",)}
    assert (page.odd, page.unclosed) == ([], [])
    scenes = Page(work(book(read_bundled("helmet").text)))
    assert {(name, *more) for name, more in scenes.elements} == {("p",), ("hr",), ("em",)}


def test_the_text_is_the_whole_telling() -> None:
    run = book(read_bundled("helmet").text)
    paragraphs = [paragraph for section in run.telling.sections for paragraph in section]
    assert Page(work(run)).text == " ".join([*paragraphs, run.telling.ending])


def test_signs_of_markup_are_sent_so_that_they_are_shown() -> None:
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in work(book(hostile.STORY))
    assert field(metadata(book('summary "Cats & <dogs>"\n' + STORY)), "Summary") == "Cats &amp; &lt;dogs&gt;"
    assert field(metadata(book('note "Cats & <dogs>"\n' + STORY)), "Notes at the beginning") == "Cats &amp; &lt;dogs&gt;"
    assert field(metadata(book(STORY.replace("The Stairs", "Cats & Dogs"))), "Work Title") == "Cats & Dogs", "a title is no HTML"


def test_every_field_of_the_form_has_its_words() -> None:
    text = metadata(book(read_bundled("helmet").text))
    assert field(text, "Rating") == "Teen And Up Audiences"
    assert field(text, "Archive Warnings") == "Creator Chose Not To Use Archive Warnings"
    assert field(text, "Additional Tags").startswith("enemies, something other than enemies, helmets")
    assert field(text, "Work Title") == "The Helmet"
    assert field(text, "Series") == "For What Is Light Without Darkness\n(part 4)"
    assert field(text, "Language") == "English"
    assert field(text, "Notes at the beginning").startswith(
        "Warnings: Sword fights, burns, a wound that goes bad; In some runs, death\n\nIt "
    )
    assert field(text, "Notes at the end").endswith("That is all that I know about part five.")


def test_what_a_cover_does_not_say_is_what_the_archive_takes_for_unsaid() -> None:
    text = metadata(book(STORY))
    assert field(text, "Rating") == "Not Rated"
    assert field(text, "Archive Warnings") == "Creator Chose Not To Use Archive Warnings"
    assert "── Series" not in text
    assert "── Summary" not in text


def test_a_book_of_a_series_goes_into_the_series_that_was_asked_for() -> None:
    placed = in_series([book(read_bundled("helmet").text, number) for number in (1, 2)], ".html", "")
    assert field(metadata(placed[1][1]), "Series") == "The Helmet\n(part 2)"


@pytest.mark.parametrize(("tag", "name"), [("pt-BR", "Português brasileiro"), ("pt", "Português europeu"), ("de-AT", "Deutsch")])
def test_a_language_has_the_name_that_the_list_has(tag: str, name: str) -> None:
    assert field(metadata(book(f'language "{tag}"\n{STORY}')), "Language") == name


def test_a_language_that_is_on_no_list_of_ours_is_left_to_the_author() -> None:
    assert "`tlh`" in field(metadata(book(f'language "tlh"\n{STORY}')), "Language")


# ── what fits ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("word", "most", "name"),
    [
        ("title", 255, "title"),
        ("summary", 1_250, "summary"),
        ("note", 2_500, "notes at the beginning"),
        ("afterword", 2_500, "notes at the end"),
    ],
)
def test_a_field_that_is_one_sign_too_long_is_told_with_its_length_and_the_limit(word: str, most: int, name: str) -> None:
    assert told(f'{word} "{"a" * most}"') == []
    [problem] = told(f'{word} "{"a" * (most + 1)}"')
    assert problem.code == "archive-too-long"
    assert problem.title == f"The {name} is too long for the Archive: {most + 1:,} characters, and {most:,} fit"
    assert problem.span.line == 1


def test_a_length_is_that_of_what_is_sent() -> None:
    assert told(f'summary "{"&" * 250}"') == []
    assert [problem.code for problem in told(f'summary "{"&" * 251}"')] == ["archive-too-long"]
    assert told(f'note "{"a" * 1_249}"\nnote "{"b" * 1_249}"') == []
    [problem] = told(f'note "{"a" * 1_249}"\nnote "{"b" * 1_250}"')
    assert ("2,501" in problem.title, problem.span.line) == (True, 2)


def test_warnings_in_words_of_ones_own_count_among_the_notes() -> None:
    assert told(f'warning "{"a" * 2_490}"') == []
    [problem] = told(f'warning "{"a" * 2_491}"')
    assert (problem.code, problem.span.line) == ("archive-too-long", 1)


def test_a_text_may_have_half_a_million_signs_and_none_more() -> None:
    run = book(STORY)
    tree = parse(Source("told.story", STORY))[0]
    around = len(work(run._replace(telling=run.telling._replace(sections=(("",),)))))
    fits, over = (run._replace(telling=run.telling._replace(sections=(("a" * (500_000 + more - around),),))) for more in (0, 1))
    assert unfit(fits, tree) == []
    [problem] = unfit(over, tree)
    assert problem.title == "The text of the work is too long for the Archive: 500,001 characters, and 500,000 fit"


@pytest.mark.parametrize("rating", ["Not Rated", "general audiences", "Teen And Up Audiences", "MATURE", "Explicit"])
def test_a_rating_of_the_archive_is_taken_whatever_its_capitals(rating: str) -> None:
    assert told(f'rating "{rating}"') == []
    assert field(metadata(book(f'rating "{rating}"\n{STORY}')), "Rating") == rating.title()


def test_another_rating_is_told_with_the_ones_that_there_are() -> None:
    [problem] = told('rating "Teen"')
    assert (problem.code, problem.span.line) == ("archive-rating", 1)
    assert "`Teen And Up Audiences`" in problem.note


def test_warnings_of_the_archive_go_into_its_list_and_others_before_the_notes() -> None:
    assert sort(("major character death", "a cup is broken", "Major Character Death")) == (("Major Character Death",), ("a cup is broken",))
    assert told('warning "Major Character Death"\nwarning "A cup is broken"') == []


def test_what_is_all_but_a_warning_of_the_archive_is_told() -> None:
    [problem] = told('warning "Character Death"')
    assert problem.code == "archive-warning"
    assert "Did you mean `Major Character Death`?" in problem.note


def test_nothing_to_warn_of_and_something_cannot_both_be_so() -> None:
    [problem] = told('warning "Rape/Non-Con"\nwarning "No Archive Warnings Apply"')
    assert (problem.code, problem.span.line) == ("archive-warning", 2)
    assert told('warning "No Archive Warnings Apply"\nwarning "A cup is broken"') == []
    assert told('warning "No Archive Warnings Apply"\nwarning "Creator Chose Not To Use Archive Warnings"') == []


@pytest.mark.parametrize("sign", [*",*<>^=`%，、", "\\\\"])
def test_a_tag_with_a_sign_that_means_something_there_is_told(sign: str) -> None:
    assert [problem.code for problem in told(f'tags "slow", "a {sign} b"')] == ["archive-tag"]


def test_a_tag_may_have_a_hundred_and_fifty_signs() -> None:
    assert told(f'tags "{"a" * 150}"') == []
    assert [problem.code for problem in told(f'tags "{"a" * 151}"')] == ["archive-too-long"]


def test_a_work_has_seventy_five_tags_at_most() -> None:
    tags = [f'"tag {number}"' for number in range(75)]
    assert told(f"tags {', '.join(tags)}") == []
    assert told(f'tags {", ".join(tags)}, "TAG 7"') == [], "it is there already"
    [problem] = told(f'tags {", ".join(tags)}, "one", "two"')
    assert (problem.code, problem.span.line) == ("archive-too-many-tags", 1)
    assert problem.title == "These are 77 tags, and a work in the Archive has 75 at most"
    assert problem.note.startswith("Take out 2 or more.")


@pytest.mark.parametrize("name", bundled())
def test_the_archive_would_take_every_bundled_world(name: str) -> None:
    source = read_bundled(name)
    assert unfit(book(source.text), parse(source)[0]) == []
