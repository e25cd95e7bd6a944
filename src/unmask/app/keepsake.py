"""`unmask tell` to keep: writes runs of stories as pages, EPUBs or what the Archive of Our Own takes.

One promise: everything is made before anything is written, and files that belong together are written all or none.
"""

import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from unmask.app import doors
from unmask.app.doors import Refusal
from unmask.app.shell import command, quoted

if TYPE_CHECKING:
    from unmask.export.book import Book
    from unmask.pipeline import Run, World

FORMS = {"html": ".html", "epub": ".epub", "ao3": ".html"}
"""What a told run can be kept as, and how the names of such files end."""
_ENDINGS = {"text": ".txt", "markdown": ".md", **FORMS}
CONTENTS = "index.html"
MOST_BOOKS = 1_000
_LATEST = 253_402_300_799  # the last second of the year 9999
_DIGITS = len(str(_LATEST))
_RANGE = re.compile(r"([0-9]{1,20})(?:-([0-9]{1,20}))?")


class Asked(NamedTuple):
    """What somebody wants to keep. `numbers` are the runs of each story; `out` is a file, or of several books a folder."""

    stories: tuple[str, ...]
    numbers: tuple[int, ...]
    seed: int
    side: str | None
    remembered: str | None
    form: str
    out: Path | None

    @property
    def many(self) -> bool:
        """Whether these are several books, a series."""
        return len(self.stories) * len(self.numbers) > 1


def run_numbers(_: click.Context, __: click.Parameter, said: str | None) -> tuple[int, ...] | None:
    """Runs by their numbers, as `1,7` or `0-4` or both; None where nothing was said."""
    if said is None:
        return None
    found: dict[int, None] = {}
    for piece in said.split(","):
        match = _RANGE.fullmatch(piece.strip())
        if match is None:
            raise click.BadParameter(f"{piece.strip()[:40]!r} is no run and no runs. Write numbers and ranges: 1,7 or 0-4.")
        first, last = int(match[1]), int(match[2] or match[1])
        if not first <= last <= doors.MOST:
            raise click.BadParameter(f"{piece.strip()[:40]!r} goes from a larger number to a smaller, or beyond {doors.MOST:,}.")
        if last - first >= MOST_BOOKS or len(found) + last - first >= MOST_BOOKS:
            raise click.BadParameter(f"these are more than {MOST_BOOKS:,} runs. Keep fewer at a time.")
        found |= dict.fromkeys(range(first, last + 1))
    return tuple(found)


def keep(asked: Asked) -> None:
    """Make the books that were asked for, and write them."""
    stories = tuple(dict.fromkeys(asked.stories))
    asked = asked._replace(stories=stories)
    check_the_way_out(asked)
    worlds = [(story, doors.world(story)) for story in stories]
    books = [(book_of(asked, story, world, number), world) for story, world in worlds for number in asked.numbers]
    if asked.form == "ao3":
        _must_fit(books)
    if asked.many:
        _write_series(asked, [book for book, _ in books])
    else:
        _write_one(asked, books[0][0])


def keep_replayed(asked: Asked, run: "Run", tape: str) -> None:
    """Make a book of a run that was replayed from the tape of this name, and write it."""
    world = run.world
    book = _book(asked, run, ("replay", _called(asked.stories[0], world), tape), {})
    if asked.form == "ao3":
        _must_fit([(book, world)])
    _write_one(asked, book)


def check_the_way_out(asked: Asked, tape: Path | None = None) -> None:
    """Refuse what cannot be written, or would cost somebody a story or a tape, before anything is played."""
    from unmask.app.files import ENDING

    out = asked.out
    if out is None:
        if asked.many:
            raise Refusal(f"Several runs are several files: say with -o FOLDER where they are to be. --format {asked.form} -o FOLDER")
        if asked.form != "html":
            what = {"epub": "An EPUB is no text to read here", "ao3": "The Archive takes two files, a text and the words for its form"}
            raise Refusal(f"{what[asked.form]}: say with -o NAME{_ENDINGS[asked.form]} where to write it.")
        return
    if asked.many:
        if os.path.lexists(out) and not os.path.isdir(out):
            raise Refusal(f"Several runs go into a folder, and {out} is a file. Choose another name.")
    elif os.path.isdir(out):
        raise Refusal(f"{out} is a folder. Say which file in it: -o {quoted(str(out / f'NAME{_ENDINGS[asked.form]}'))}")
    if out.suffix == ENDING or any(_same(out, story) for story in asked.stories):
        better = out.with_suffix(_ENDINGS[asked.form])
        raise Refusal(f"{out} is the name of a story, so nothing was written. Choose another, such as {better}.")
    if tape is not None and _same(out, str(tape)):
        raise Refusal(f"{out} is the tape itself, so nothing was written. Choose another name.")


def _same(out: Path, story: str) -> bool:
    return os.path.exists(story) and os.path.exists(out) and os.path.samefile(story, out)


def book_of(asked: Asked, story: str, world: "World", number: int) -> "Book":
    """One told run of a story."""
    return _book(asked, world.run(asked.seed, number), ("tell", _called(story, world)), {"seed": asked.seed, "run": number})


def _book(asked: Asked, run: "Run", again: tuple[str, ...], options: dict[str, object]) -> "Book":
    """A told run with what a book has to know of it. `again` and `options` are the command that tells it again, but for the side."""
    from unmask.app.files import ENDING
    from unmask.export.book import Book, tidied

    world = run.world
    telling = doors.telling(run, asked.side, asked.remembered)
    telling = telling._replace(cover=tidied(telling.cover))
    side: dict[str, object] = {"as_remembered_by" if telling.remembered else "side": telling.side}
    told_again = command(*again, **options, **side)
    title = telling.cover.title or world.source.name.removesuffix(ENDING)
    tape = run.tape(telling.side)
    return Book(title, telling, world.source.name, world.fingerprint, run.record.seed, run.record.number, told_again, tape)


def _called(story: str, world: "World") -> str:
    """A story's name without its folders: where it lies is nobody's business who is handed the book."""
    from unmask.app.files import ENDING

    return story if world.source.name == f"{story}{ENDING}" else world.source.name


def _must_fit(books: "Sequence[tuple[Book, World]]") -> None:
    """End the command with everything that the Archive would not take."""
    from unmask.export.to_ao3 import unfit

    misfits = {
        world.source: list(dict.fromkeys(problem for book, other in books if other is world for problem in unfit(book, world.tree)))
        for _, world in books
    }
    for source, problems in misfits.items():
        if problems:
            click.echo(doors.problems_in_words(problems, source, sys.stderr), err=True, nl=False)
            click.echo(doors.how_many(source.name, problems), err=True)
    if any(misfits.values()):
        sys.exit(1)


# ── files ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _files(book: "Book", form: str, name: str) -> Iterator[tuple[str, str | bytes]]:
    """The files of one book, by their names."""
    if form == "epub":
        from unmask.export.to_epub import to_epub

        yield name, to_epub(book, *_time_of_change())
    elif form == "html":
        from unmask.export.to_book_html import to_book_html

        yield name, to_book_html(book)
    else:
        from unmask.export.to_ao3 import metadata, work

        yield name, work(book)
        yield f"{Path(name).stem}-form.txt", metadata(book)


def _write_one(asked: Asked, book: "Book") -> None:
    if asked.out is None:
        from unmask.export.to_book_html import to_book_html

        click.echo(to_book_html(book), nl=False)
        return
    _save(asked.out.parent, dict(_files(book, asked.form, asked.out.name)))


def _write_series(asked: Asked, books: "list[Book]") -> None:
    from unmask.export.book import in_series
    from unmask.export.to_book_html import contents

    assert asked.out is not None
    placed = in_series(books, _ENDINGS[asked.form], CONTENTS if asked.form == "html" else "")
    files = {name: data for file, book in placed for name, data in _files(book, asked.form, file)}
    if asked.form == "html":
        place = placed[0][1].place
        assert place is not None
        files[CONTENTS] = contents(place.series, placed)
    made = _folder(asked.out)
    try:
        _save(asked.out, files)
    except Refusal:
        if made:
            with suppress(OSError):
                asked.out.rmdir()
        raise


def _folder(out: Path) -> bool:
    """Make the folder if it is not there; whether it was made."""
    try:
        out.mkdir()
    except FileExistsError:
        return False
    except OSError as error:
        raise Refusal(f"The folder {out} could not be made: {(error.strerror or str(error)).lower()}. Nothing was written.") from None
    return True


def save_text(out: Path, told: str) -> None:
    """Write a telling as text."""
    _save(out.parent, {out.name: told})


def _save(folder: Path, files: Mapping[str, str | bytes]) -> None:
    import unmask
    from unmask.app.files import write_all

    paths = {folder / name: data for name, data in files.items()}
    try:
        write_all(paths, may_replace=True)
    except unmask.CannotOpen as error:
        raise Refusal(str(error)) from None
    first, *more = paths
    several = f" and {more[0]}" if len(more) == 1 else f" and {len(more)} more" if more else ""
    click.echo(f"{first}{several} {'are' if more else 'is'} written.", err=True)


def _time_of_change() -> tuple[str, ...]:
    """The time that a book says it was changed, where the environment names one for reproducible builds; else none of ours."""
    said = os.environ.get("SOURCE_DATE_EPOCH")
    if not said:
        return ()
    seconds = said.lstrip("0") or "0"
    if not (said.isascii() and said.isdigit() and len(seconds) <= _DIGITS and int(seconds) <= _LATEST):
        raise Refusal(
            f"SOURCE_DATE_EPOCH is {said[:40]!r}, which is no number of seconds since 1970. Take it out of the environment, or mend it."
        )
    return (datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),)
