"""What an author is told that was probably not meant: warnings, one function for each case. None of them stops a story."""

from collections.abc import Iterable, Sequence

from unmask.problems.near import did_you_mean, listed, listed_few
from unmask.problems.place import Span
from unmask.problems.problem import Label, Problem, Severity
from unmask.problems.speech import counted, of, they


def _warning(code: str, title: str, span: Span, note: str, *labels: Label) -> Problem:
    return Problem(code, title, span, note, labels, None, Severity.WARNING)


def never_read(span: Span, name: str, is_set: bool) -> Problem:
    what = "It is set and never looked at" if is_set else "Nothing sets it and nothing looks at it"
    return _warning(
        "never-read",
        f"Nothing hangs on `{name}`",
        span,
        f"{what}: no choice, belief or line of prose asks for it. Let something hang on it, or delete it.",
    )


def never_written(span: Span, name: str) -> Problem:
    return _warning(
        "never-written",
        f"`{name}` never changes",
        span,
        "It is looked at and nothing ever sets it, so every question about it has one answer. Let something change it (`~ …`), or say "
        "the answer plainly.",
    )


def always_saturates(span: Span, name: str, written: str, end: str) -> Problem:
    """`written` is the name with whose it is, as the line has it."""
    return _warning(
        "always-saturates",
        f"This always takes `{name}` past its end",
        span,
        f"Whatever it was, it is `{end}` afterwards. If that is what you mean, say so: `~ {written} = {end}`.",
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
        f"Put a condition behind what shows it (`shows {field} unless …`), or delete the line.",
    )


def routes_nobody_reads(span: Span, names: Sequence[tuple[str, str]]) -> Problem:
    """`names` are the owners and names of all feelings that are shown in vain; the first stands at `span`."""
    owner, field = names[0]
    way = f"Let somebody weigh `seems({owner}.{field})`, or delete the line."
    if len(names) == 1:
        note = f"It is shown, and no choice or line of prose hangs on it. {way}"
        return _warning("nobody-looks", f"Nobody asks what {of(owner)} {field} seems to be", span, note)
    shown = listed_few([f"{owner}.{field}" for owner, field in names])
    note = f"{shown} are shown, and no choice or line of prose hangs on them. {way}"
    return _warning("nobody-looks", f"Nobody asks what {len(names)} of the feelings that are shown seem to be", span, note)


def endless_moments(span: Span, names: Sequence[str]) -> Problem:
    which = "one of them" if len(names) > 1 else "it"
    return _warning(
        "endless-moments",
        f"From {listed(names, 'and')} no way leads out" if len(names) > 1 else f"`{names[0]}` only leads back to itself",
        span,
        f"Once there, the story goes round until its limit and ends as `endless`. Give {which} an arrow to `end`, to another moment or "
        "to an ending.",
    )


def no_arrow(span: Span, name: str, others: Sequence[Span]) -> Problem:
    """`others` are further options of the same moment out of which no arrow leads."""
    many = f" So it is with {len(others)} more here: one `-> end` behind all of them will do." if others else ""
    return _warning(
        "dead-end",
        f"After `{name}` the story stops",
        span,
        f"No arrow says where to go from here. End it with one that always holds: `-> end`.{many}",
        *(Label(other, "here as well") for other in others),
    )


def dead_end_found(span: Span, reason: str, told: str, others: Sequence[Span] = ()) -> Problem:
    """`reason` says in which run the story stopped and why, `told` how that run ends in words; `others` are places that are like it."""
    way = "Let it have what always holds, an arrow `-> end` or an option without an `if`, and it goes on."
    return Problem(
        "dead-end",
        "This story runs into a dead end",
        span,
        f"{reason} {way} It ends like this:\n\n{told}\n" if told else f"{reason} {way} Nothing is told in it.",
        tuple(Label(other, "here it stops as well") for other in others),
    )


def stops_in_a_run(span: Span, reason: str, runs: int) -> Problem:
    """Where so many runs had to be played until one stopped that only the compiled engine can."""
    note = f"{reason} It is rare: {runs:,} runs were played. Add an arrow or an option that is always open, and it is gone."
    return _warning("dead-end", "This story can run into a dead end", span, note)


def may_stop(span: Span, name: str, options: bool, values: str) -> Problem:
    what = "nothing is left to choose" if options else "no arrow leads on"
    where = "at" if options else "after"
    way = "an option that is always open" if options else "an arrow without a condition after the others"
    return _warning(
        "dead-end",
        f"The story can stop {where} `{name}`",
        span,
        f"If it comes there when {values}, {what}. Whether it can was not worked out. Add {way}, and it cannot.",
    )


def nothing_leads_here(span: Span, name: str, away: Span | None) -> Problem:
    """`away` is an arrow of the scene itself that keeps it from beginning with its first moment."""
    why = (
        f"The arrow in line {away.line} is the scene's own, so it is followed as soon as the scene has been opened, and no moment comes: "
        "delete it, or move it in under the moment that it is to follow."
        if away
        else "A scene starts with its first moment and goes where arrows point. Point one here, or delete it."
    )
    return _warning("nothing-leads-here", f"Nothing leads to `{name}`", span, why, *([Label(away, "leads on before")] if away else []))


def ending_nobody_reaches(span: Span, name: str) -> Problem:
    return _warning(
        "nothing-leads-here",
        f"Nothing leads to the ending `{name}`",
        span,
        f"It has no `when`, and no arrow points to it. Write `-> ending {name}` somewhere, or give it a condition.",
    )


def unreachable(span: Span, what: str, name: str, why: str, states: int) -> Problem:
    """Something that is proved never to come. `what` is scene, moment, option, closing or ending; `why` may be ""."""
    title = {
        "scene": f"The scene `{name}` is never played",
        "moment": f"Nothing ever leads to `{name}`",
        "option": f"`{name}` is never chosen",
        "closing": f"What stands behind the options of `{name}` is never played",
        "ending": f"No story ever comes to the ending `{name}`",
    }[what]
    how = (
        f"{why[0].upper()}{why[1:]}." if why else f"Everything that can happen was gone through, {states:,} states, and it is not among it."
    )
    return _warning(
        "unreachable", title, span, f"{how} That is proved, however lucky a run is. Change what stands in its way, or delete it."
    )


def no_ending(span: Span, runs: int, ended: Sequence[str], proved: bool) -> Problem:
    """No story comes to an ending that its author wrote; `ended` says how the runs that were played stop instead."""
    hows = {
        "unresolved": "stops because no scene can be played any more (`unresolved`)",
        "endless": "goes on until its limit (`endless`)",
    }
    how = " or ".join(hows[name] for name in ended)
    where = "No story comes to an ending" if proved else f"None of {runs:,} runs came to an ending"
    return _warning(
        "no-ending",
        where,
        span,
        f"Each {how}. A reader waits for an end: let an arrow lead to one, `-> ending …`, or give an ending a `when` that comes true.",
    )


def any_order(span: Span, names: Sequence[str], first: Span) -> Problem:
    """Several scenes of which nothing says when they come."""
    return _warning(
        "any-order",
        f"{listed_few(names)} come in any order",
        span,
        "Scenes are not played in the order of the file. Whenever one ends, the next is drawn from all that can be played. To have this "
        f"one after another, give it a condition: `when happened(scene {names[0]})`; one that is to come only once says `once`.",
        Label(first, "it can come after this one or before"),
    )


def percentages_are_rescaled(span: Span, label: str, others: Sequence[str]) -> Problem:
    """An option with a percentage, or beside some, that can be shut."""
    return _warning(
        "percentages-are-rescaled",
        "These percentages hold only while this is open",
        span,
        f"While `{label}` is shut, what is left is shared out among {listed_few(others)}: their percentages "
        "then make less than 100 and are held against each other. If that is meant, say so with `weight` instead of `%`.",
    )


def tag_without_tendency(span: Span, tag: str, known: Iterable[str]) -> Problem:
    return _warning(
        "tag-without-tendency",
        f"Nobody tends to `{tag}`",
        span,
        f"{did_you_mean(tag, known)}The tag changes nothing until somebody has a line `tends to {tag}: …`.",
    )


def verb_in_doubt(span: Span, who: str, why: str, word: str, one: str, present: str) -> Problem:
    """A verb that may not agree as was meant: `one` is what is told of a single person."""
    titles = {
        "unknown": f"I do not know the verb `{word}`",
        "singular": f"`{word}` goes with one person only",
        "no verb": f"There is no verb in `{word}`",
        "tense": f"`{word}` may be past or present",
    }
    ways = {
        "unknown": f"Of one person it is told as `{one}`. If that is right, say so: `{{{who}.they {word}/{one}}}`. If not, write what is "
        "behind the stroke.",
        "singular": "A verb in braces is written as it goes with *they*: `they look`, `they are`. Then it agrees with whoever is told of.",
        "no verb": f"Put the verb that agrees into the braces as well: `{{{who}.they {word} turn}}`.",
        "tense": f"Of one person it is told as `{one}`. Write it for *they* and for one, and it is sure: "
        f"`{{{who}.they {word}/{word}}}` is the past, `{{{who}.they {word}/{present}}}` the present.",
    }
    return _warning("verb-in-doubt", titles[why], span, ways[why])


def told_again(span: Span, run: int | None) -> Problem:
    """`run` is the number of a run in which it is, under the usual seed; None where it takes one that luck alone may never find."""
    seen = f"In run {run} it is. " if run is not None else ""
    return _warning(
        "told-again",
        "This line can be told more than once in the same words",
        span,
        f"{seen}A reader notices. Offer others, `{{any: … | … | …}}`, or say it differently the second time, `{{first: … | then: …}}`.",
    )


def side_without_words(span: Span, person: str, own: int, most: int) -> Problem:
    return _warning(
        "side-without-words",
        f"{of(person)} side has {counted(own, 'line') if own else 'no lines'} of its own",
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


def told_alike(span: Span, one: str, other: str, word: str, sides: Sequence[str], place: Span) -> Problem:
    """Two people who are told by one word: on these sides, or, where there are none, on all of them."""
    whose = f"On {of(sides[0])} side" if len(sides) == 1 else f"On the sides of {listed(sides, 'and', 4)}" if sides else "In what is told"
    return _warning(
        "told-alike",
        f"{one} and {other} are both called {word}",
        span,
        f'{whose} a reader cannot tell which of them is meant. Give one of them other words: `person {other} "…"`, or `called "…" by …` '
        "for one side alone.",
        Label(place, "the other"),
    )


def nothing_after_an_ending(span: Span, motif: str, ending: str, place: Span) -> Problem:
    return _warning(
        "never-happens",
        f"`{motif}` can never happen",
        span,
        f"It goes on after `ending {ending}`, and nothing comes after an ending. Let the ending be its last line.",
        Label(place, "the ending"),
    )


def only_once(span: Span, motif: str, scene: str) -> Problem:
    return _warning(
        "never-happens",
        f"`{motif}` can never happen",
        span,
        f"It asks for `scene {scene}` more than once, and that scene has a line `once`. Ask for it one time, or take `once` away there.",
    )


def nobody_fits(span: Span, motif: str, role: str, label: str, choosers: Sequence[str]) -> Problem:
    """`choosers` are all who may ever choose it."""
    return _warning(
        "never-happens",
        f"`{motif}` can never happen",
        span,
        f"Nobody is left for all that `{role}` is to do in it, whom no other role needs: only {listed(choosers, 'and', 6)} may choose to "
        f"`{label}`. Let one role do more of it, or give the choice to others too.",
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
