"""What an author is told that was probably not meant: warnings, one function for each case. None of them stops a story."""

from collections.abc import Iterable, Sequence

from unmask.problems.near import did_you_mean, listed
from unmask.problems.place import Span
from unmask.problems.problem import Label, Problem, Severity
from unmask.problems.speech import of, they


def _warning(code: str, title: str, span: Span, note: str, *labels: Label) -> Problem:
    return Problem(code, title, span, note, labels, None, Severity.WARNING)


def never_read(span: Span, name: str) -> Problem:
    return _warning(
        "never-read",
        f"Nothing hangs on `{name}`",
        span,
        "It is set and never looked at: no choice, belief or line of prose asks for it. Let something hang on it, or delete it.",
    )


def never_written(span: Span, name: str) -> Problem:
    return _warning(
        "never-written",
        f"`{name}` never changes",
        span,
        "It is looked at and nothing ever sets it, so every question about it has one answer. Let something change it (`~ …`), or say "
        "the answer plainly.",
    )


def always_saturates(span: Span, name: str, end: str) -> Problem:
    return _warning(
        "always-saturates",
        f"This always takes `{name}` past its end",
        span,
        f"Whatever it was, it is `{end}` afterwards. If that is what you mean, say so: `~ {name} = {end}`.",
    )


def points_are_clipped(span: Span, low: int, high: int) -> Problem:
    return _warning(
        "points-are-clipped",
        f"These motives can add up to {high if high > 12 else low} points",
        span,
        "Points count from -12 to 12; beyond that more reasons change nothing. Twelve points are odds of four thousand to one: fewer "
        "usually say it.",
    )


def expectation_is_never_met(span: Span, observer: str, owner: str, field: str) -> Problem:
    return _warning(
        "expectation-overwritten",
        f"What {they(observer)} expects of {of(owner)} {field} never counts",
        span,
        "It is shown from the start in every scene where somebody could act on it, so the expectation is gone before anybody decides. "
        "Close the route at first (`unless …`), or delete the line.",
    )


def route_nobody_reads(span: Span, owner: str, field: str) -> Problem:
    return _warning(
        "nobody-looks",
        f"Nobody asks what {of(owner)} {field} seems to be",
        span,
        f"It is shown, and no choice or line of prose hangs on it. Let somebody weigh `seems({owner}.{field})`, or delete the line.",
    )


def endless_moments(span: Span, names: Sequence[str]) -> Problem:
    return _warning(
        "endless-moments",
        f"From {listed(names, 'and')} no way leads out" if len(names) > 1 else f"`{names[0]}` only leads back to itself",
        span,
        "Once there, the story goes round until its limit and ends as `endless`. Give one of them an arrow to `end`, to another moment or "
        "to an ending.",
    )


def no_arrow(span: Span, name: str) -> Problem:
    return _warning(
        "dead-end",
        f"The story can stop in the middle of `{name}`",
        span,
        "After what happens here no arrow says where to go. End with one that always holds: `-> end`.",
    )


def dead_end_found(span: Span, reason: str, told: str) -> Problem:
    return Problem(
        "dead-end",
        "This story runs into a dead end",
        span,
        f"{reason} It ends like this:\n\n{told}\n" if told else f"{reason} Nothing is told in it.",
    )


def may_stop(span: Span, name: str, options: bool, values: str) -> Problem:
    what = "nothing is left to choose" if options else "no arrow leads on"
    way = "an option that is always open" if options else "an arrow without a condition after the others"
    return _warning(
        "dead-end",
        f"The story can stop at `{name}`",
        span,
        f"If it comes there when {values}, {what}. Whether it can was not worked out. Add {way}, and it cannot.",
    )


def nothing_leads_here(span: Span, name: str) -> Problem:
    return _warning(
        "nothing-leads-here",
        f"Nothing leads to `{name}`",
        span,
        "A scene starts with its first moment and goes where arrows point. Point one here, or delete it.",
    )


def ending_nobody_reaches(span: Span, name: str) -> Problem:
    return _warning(
        "nothing-leads-here",
        f"Nothing leads to the ending `{name}`",
        span,
        f"It has no `when`, and no arrow points to it. Write `-> ending {name}` somewhere, or give it a condition.",
    )


def tag_without_tendency(span: Span, tag: str, known: Iterable[str]) -> Problem:
    return _warning(
        "tag-without-tendency",
        f"Nobody tends to `{tag}`",
        span,
        f"{did_you_mean(tag, known)}The tag changes nothing until somebody has a line `tends to {tag}: …`.",
    )


def told_again(span: Span) -> Problem:
    return _warning(
        "told-again",
        "This line can be told more than once in the same words",
        span,
        "A reader notices. Offer others, `{any: … | … | …}`, or say it differently the second time, `{first: … | then: …}`.",
    )


def side_without_words(span: Span, person: str, own: int, most: int) -> Problem:
    return _warning(
        "side-without-words",
        f"{of(person)} side has {own or 'no'} lines of its own",
        span,
        f"The fullest side has {most}. Told from here the story is hardly {person}'s. Add `{person}> …` lines where something is at stake.",
    )


def look_alike(span: Span, name: str, other: str, place: Span) -> Problem:
    return _warning(
        "look-alike-names",
        f"`{name}` and `{other}` look the same and are not",
        span,
        "Some letters are of another script. One of them was probably meant to be the other.",
        Label(place, "the other"),
    )


def strange_language(span: Span, language: str, tag: str) -> Problem:
    """Where a `language` line says something that no browser knows; `tag` is what it may mean, "" where nobody can say."""
    return _warning(
        "strange-language",
        f"`{language}` is no language that a browser or a reader of books knows",
        span,
        f"{f'Did you mean `{tag}`? ' if tag else ''}They know short names: `en`, `de`, `pt-BR`, `zh-Hant`. By these they break words, "
        "choose letters and read aloud; and `unmask` tells numbers in words where the language is `en`.",
    )
