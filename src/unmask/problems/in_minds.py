"""What an author is told when a line knows more than whoever it is about can know: one function for each case."""

from collections.abc import Sequence

from unmask.problems.near import listed
from unmask.problems.place import Span
from unmask.problems.problem import Fix, Label, Problem, Severity, fix_of
from unmask.problems.speech import of, they


def reads_anothers_mind(span: Span, mind: str, owner: str, field: str, toward: str, word: str, line: Span) -> Problem:
    """`toward` whom the field is held, "" where it is toward nobody."""
    verb = "feels" if word == "feels" else "keeps"
    whose = "another" if owner == "self" else they(owner)
    seeming = f"seems({owner}.{field}{f' toward {toward}' if toward else ''})"
    note = f"{of(owner).capitalize() if owner == 'self' else of(owner)} {field} is hidden (line {line.line}), and is not always shown. "
    return Problem(
        "reads-anothers-mind",
        f"{they(mind)} cannot know what {whose} {verb}",
        span,
        f"{note}A person acts on what the other seems to feel. Write `{seeming}`.",
        labels=(Label(line, "hidden here"),),
        fix=Fix(span, seeming, f"write `{seeming}`"),
    )


def reads_anothers_belief(span: Span, mind: str, observer: str, field: str) -> Problem:
    """`field` is what the belief is of, with its owner. A mind that is "" is that of a line for everybody."""
    who = they(mind) if mind else "A line for everybody"
    way = (
        f"Give {they(observer)} a line of their own that means it, `keeps belief means seems({field})`, and ask for "
        f"`seems({observer}.belief)`."
        if mind
        else f"Put this in a line of {of(observer)} side, `{observer}> …`, or of the all-seeing, `world> …`."
    )
    return Problem("reads-anothers-mind", f"{who} cannot know what {observer} believes", span, f"A belief is as hidden as a feeling. {way}")


def camera_sees_inside(span: Span, owner: str, field: str, line: Span) -> Problem:
    return Problem(
        "camera-sees-inside",
        f"A `>` line sees the outside only, and {of(owner)} {field} is inside",
        span,
        f"It is told to every side, {of(owner)} and everybody else's. Move this to a line of one side (`{owner}> …`), tell it to "
        "the all-seeing (`world> …`), or say what a camera would see.",
        labels=(Label(line, "hidden here"),),
    )


def reads_a_secret(span: Span, mind: str, name: str, line: Span, known: Sequence[str], others: Sequence[str]) -> Problem:
    """`known` are those who are in on it, `others` those who would have to be: for a role, whoever may play it."""
    who = they(mind) if mind else "A `>` line"
    everybody = "" if mind in others else f" Where {they(mind)} weighs it, all who may be that one have to know."
    way = (
        f"acting on it would give it away. Write `known to {', '.join((*known, *others))}` there, or let them go by something they can "
        f"see.{everybody}"
        if mind
        else f"this line is told to everybody. Put it in a line of one who knows, `{known[0] if known else 'NAME'}> …`, or of the "
        "all-seeing, `world> …`."
    )
    return Problem(
        "reads-a-secret",
        f"{who} does not know about `{name}`",
        span,
        f"It is a secret (line {line.line}), and {way}",
        labels=(Label(line, "the secret"),),
    )


def seems_to_whom(span: Span, ways: Sequence[str], is_camera: bool, field: str) -> Problem:
    """`ways` name each one who might look; a camera takes nothing for anything."""
    note = (
        "A `>` line is what everybody hears, and to each of them it may seem another way. Put it in a line of one side, `NAME> …`, and "
        "it is that person to whom it seems so."
        if is_camera
        else f"Only where a person decides is it clear who looks. Name them first: {listed(ways, most=6) or f'`seems(WHO, {field})`'}."
    )
    return Problem("strange-seems", "To whom does it seem so?", span, note, fix=fix_of(span, ways))


def seems_of_what(span: Span, ways: Sequence[str]) -> Problem:
    """`ways` are what may have been meant, as it is written there."""
    return Problem(
        "strange-seems",
        "`seems(…)` needs somebody's field",
        span,
        f"Write {listed(ways, most=6)}." if ways else "Write whose, and what of theirs, with a dot between: `seems(NAME.FIELD)`.",
        fix=fix_of(span, ways),
    )


def nothing_seems(span: Span, name: str) -> Problem:
    """Of a fact or a field of one's own between the parentheses of `seems`."""
    return Problem(
        "strange-seems",
        f"`{name}` is known for what it is",
        span,
        f"Only what another feels or keeps can seem to be something. Write `{name}`.",
        fix=Fix(span, name, f"write `{name}`"),
    )


def seems_of_oneself(span: Span, person: str, field: str) -> Problem:
    """`field` is how it is written there."""
    return Problem(
        "strange-seems",
        f"What {they(person)} feels is no guess to {they(person)}",
        span,
        f"One's own fields are known for what they are. Write `{field}`.",
        fix=Fix(span, field, f"write `{field}`"),
    )


def about_oneself(span: Span, person: str, field: str) -> Problem:
    """Of a line that says what somebody expects of themself, or reads in themself."""
    return Problem(
        "strange-seems",
        f"{they(person)} knows {field} of their own",
        span,
        "One's own fields are known for what they are. Name somebody else in this line, or delete it.",
    )


def nothing_to_guess(span: Span, owner: str, field: str, line: Span) -> Problem:
    return Problem(
        "nothing-to-guess",
        f"Everybody sees {of(owner)} {field} as it is",
        span,
        f"Line {line.line} says that it is `open`: there is nothing to show, to expect or to guess. Use it plainly, or declare it with "
        "`feels` or `keeps`.",
        labels=(Label(line, "open"),),
    )


def not_there_to_see(span: Span, owner: str, field: str) -> Problem:
    return Problem(
        "not-there-to-see",
        f"{they(owner)} is not in this scene, and {of(owner)} {field} is looked at",
        span,
        "`open` means that anyone who is there can see it. It counts all the same, as something heard of; if that is not what you mean, "
        f"add {they(owner)} to those whom the scene is `with`.",
        severity=Severity.WARNING,
    )


def not_there_to_know(span: Span, mind: str, what: str, who: str, where: Span) -> Problem:
    """Somebody asks whether something `happened` that they may have missed, or, where `what` is empty, a motif whose `when` is hidden."""
    one = "Somebody" if who == "self" else who
    title = f"{they(mind)} may not know whether this happened" if mind else f"This line is for all who hear it, and {one} may not know"
    if what:
        why = f"`{what}` (line {where.line}) can happen where {one} is not, and nobody knows what they were not there for."
        label = f"{one} need not be there"
    else:
        why = f"The motif goes by something that {one} cannot know (line {where.line})."
        label = f"hidden from {one}"
    return Problem(
        "not-there-to-know",
        title,
        span,
        f"{why} Ask for something that they saw, or let them hear of it: remember it in a field of theirs, and ask for that. Chance, a "
        "scene's conditions, effects, arrows and endings are yours, and may ask for whatever happened.",
        labels=(Label(where, label),),
    )


def toward_whom(span: Span, name: str, whom: Sequence[str]) -> Problem:
    """`whom` are those toward whom it is held that can be named there."""
    ways = [f"{name} toward {one}" for one in whom]
    held = "There is one for each of them." if len(ways) > 1 else "It is held toward somebody."
    end = Span(span.line, span.end, span.end)
    return Problem(
        "toward-whom",
        f"Toward whom is `{name}` held?",
        span,
        f"{held} Write {listed(ways, most=6) or f'`{name} toward …`'}.",
        fix=Fix(end, f" toward {whom[0]}", f"write `{ways[0]}`") if len(ways) == 1 else None,
    )


def toward_nobody(span: Span, name: str, line: Span, beside: Span) -> Problem:
    """`beside` is `toward` and the name with the blank before them."""
    return Problem(
        "toward-whom",
        f"`{name}` is not held toward anybody",
        span,
        f"Line {line.line} declares it toward nobody. Leave `toward` out here, or put it there: `toward each …`.",
        labels=(Label(line, "declared here"),),
        fix=Fix(beside, "", "leave it out"),
    )


def toward_oneself(span: Span, person: str, name: str, whom: Sequence[str]) -> Problem:
    """`whom` are those toward whom it is held."""
    return Problem(
        "toward-whom",
        f"{person} holds no `{name}` toward {person}",
        span,
        f"What is held toward others has none for oneself. Name {listed(whom, most=6) or 'somebody else'}.",
    )


def may_be_toward_oneself(span: Span, person: str, role: str, name: str) -> Problem:
    who = f"This line is {of(person)} too" if role == "self" else f"`{role}` may be {person}"
    return Problem(
        "toward-whom",
        f"{person} holds no `{name}` toward {person}",
        span,
        f"{who}, and what is held toward others has none for oneself. Let a role stand on both sides, or name somebody who cannot be the "
        "same person.",
    )


def not_held_toward(span: Span, person: str, name: str, line: Span, whom: str, kind: str) -> Problem:
    """`whom` is who stands behind `toward` where it is declared; `kind` is theirs, "" where that is one person."""
    way = (
        f"Whom it is held toward is a {kind}: name one of them, or let {they(person)} be one too, `, a {kind}`."
        if kind
        else f"Name {whom}, or hold it toward all of a kind: `toward each KIND`."
    )
    return Problem(
        "toward-whom",
        f"`{name}` is not held toward {person}",
        span,
        f"Line {line.line} says `toward {whom}`. {way}",
        labels=(Label(line, "declared here"),),
    )
