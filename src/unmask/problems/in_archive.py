"""What an author is told whose story does not fit the form of the Archive of Our Own: the prose of it all.

Nothing here is wrong with a story as such. It is told to somebody who asks for the format `ao3`.
"""

from collections.abc import Iterable

from unmask.problems.near import did_you_mean, listed
from unmask.problems.place import Span
from unmask.problems.problem import Problem


def too_long(span: Span, field: str, length: int, most: int) -> Problem:
    """A field, or the work's text, that is longer than its place in the form."""
    return Problem(
        "archive-too-long",
        f"The {field} is too long for the Archive: {length:,} characters, and {most:,} fit",
        span,
        f"Take out {length - most:,} or more. Signs that the Archive would take for markup count as they "
        "are sent: `&` as `&amp;`, which is five.",
    )


def no_rating(span: Span, rating: str, known: Iterable[str]) -> Problem:
    """A rating that is not on the Archive's list."""
    known = tuple(known)
    longer = [name for name in known if name.casefold().startswith(rating.casefold())]
    meant = f"Did you mean `{longer[0]}`? " if len(longer) == 1 else did_you_mean(rating, known)
    return Problem(
        "archive-rating",
        f"`{rating}` is no rating of the Archive",
        span,
        f"{meant}Its ratings are {listed(known, 'and')}; without a line the rating is `Not Rated`.",
    )


def no_warning(span: Span, warning: str, known: Iterable[str]) -> Problem:
    """A warning that is all but on the Archive's list."""
    known = tuple(known)
    return Problem(
        "archive-warning",
        f"`{warning}` is not quite a warning of the Archive",
        span,
        f"{did_you_mean(warning, known)}Its own are a fixed list: write one as it stands there. A warning in words of your own is put "
        "before the notes, if it does not look like one of these.",
    )


def warnings_clash(span: Span, warning: str, other: str) -> Problem:
    """Two warnings that cannot both be so."""
    return Problem(
        "archive-warning",
        f"`{warning}` and `{other}` cannot both be so",
        span,
        f"`{warning}` says that there is nothing of the kind. Delete one of the two lines.",
    )


def too_many_tags(span: Span, tags: int, most: int) -> Problem:
    """More tags than a work may have."""
    return Problem(
        "archive-too-many-tags",
        f"These are {tags:,} tags, and a work in the Archive has {most} at most",
        span,
        f"Take out {tags - most:,} or more. The Archive counts fandoms, characters and relationships along with these; leave room.",
    )


def no_tag(span: Span, tag: str, signs: Iterable[str]) -> Problem:
    """A tag with a sign in it that no tag of the Archive may have."""
    found = listed(dict.fromkeys(signs), "and")
    return Problem(
        "archive-tag",
        f"No tag of the Archive may hold {found}",
        span,
        f"Commas part one tag from the next, and some signs are kept for other things. Say `{tag}` without, or make two tags of it.",
    )
