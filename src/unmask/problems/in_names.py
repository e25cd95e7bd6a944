"""What an author is told of a name that means nothing where it stands: one function for each case."""

from collections.abc import Iterable, Sequence

from unmask.problems.near import SURE, did_you_mean, folded, listed, near, nearest
from unmask.problems.place import Span
from unmask.problems.problem import Fix, Problem, fix_of
from unmask.problems.speech import Kindred, described, of, they


def unknown_name(span: Span, what: str, name: str, known: Iterable[str]) -> Problem:
    """Of a scale, a kind, a scene, an ending, a motif: something with a line of its own."""
    known = list(dict.fromkeys(known))
    hint = did_you_mean(name, known) or (f"There is {listed(known, 'and', 8)}. " if known else f"There is no {what} at all yet. ")
    return Problem(
        "unknown-name",
        f"There is no {what} called `{name}`",
        span,
        f"{hint}Each {what} needs a line of its own, and capitals count.",
        fix=_rename(span, nearest(name, known)),
    )


def _rename(span: Span, name: str) -> Fix | None:
    return Fix(span, name, f"write `{name}`") if name else None


def _slip(span: Span, name: str, ways: Sequence[str]) -> Fix | None:
    """Where the one way is no mere likeness: another way to say the same, or a slip of the pen."""
    if len(ways) == 1 and (nearest(name, ways) or near(name, [ways[0].rpartition(".")[2]], SURE) or not near(name, ways)):
        return _rename(span, ways[0])
    return None


def _declaring(name: str, scale: str) -> str:
    return f"`feels {name}: {scale or '0..3'}`"


def no_such_name(span: Span, name: str, ways: Sequence[str], scale: str, or_person: bool, type_: Kindred | None = None) -> Problem:
    """Of a name that should have a value, or may be a person's. `ways` could stand there, and a value of `type_` where that is known."""
    counted = f"Here belongs a number from {type_.low} to {type_.high}. " if type_ else ""
    hint = f"Did you mean {listed(ways, most=4)}? " if ways else counted
    person = f"A person has a line of their own, `person {name} (she)`. " if or_person else ""
    return Problem(
        "unknown-name",
        f"There is no {'person, field or fact' if or_person else 'field, fact or value'} called `{name}`",
        span,
        f"{hint}{person}What a person feels or keeps is declared under that person, {_declaring(name, scale)}; what everybody knows, in a "
        f"line of its own: `fact {name}: yes/no`. Capitals count.",
        fix=_slip(span, name, ways),
    )


def seeming(span: Span, written: str, person: str, ways: Sequence[str]) -> Problem:
    """Of `Zoë seems afraid`; `ways` are what can be asked of them there."""
    asked = listed([f"{way} is …" for way in ways], most=6)
    return Problem(
        "unknown-name",
        f"There is no field, fact or value called `{written}`",
        span,
        f"What somebody seems to feel is asked by its name, and held against one of its values: {asked}."
        if ways
        else f"What {person} seems to feel needs a line under `person {person}` and a name there: `feels fear: 0..3`, `shows fear`. Then "
        f"it is asked as `seems({person}.fear) > 1`.",
    )


def no_value(span: Span) -> Problem:
    """Told while a guess is tried, and shown to nobody."""
    return Problem("unknown-name", "This names nothing", span, "It was tried in vain.")


def whose(span: Span, name: str, owners: Sequence[str], asker: str, ways: Sequence[str], fits: bool) -> Problem:
    """Of a field that stands without its owner and is not the asker's; `ways` are how each owner's is written, and whether that fits."""
    one = len(owners) == 1
    not_hers = f"{asker} has no field of that name, and only one's own fields can be named alone. " if asker else (
        "Nobody decides here, so it has to be said whose it is. "
    )  # fmt: skip
    seeming = "A person goes by what the other seems to feel. " if any(way.startswith("seems(") for way in ways) else ""
    return Problem(
        "whose-field",
        f"`{name}` is {of(owners[0])}" if one else f"Whose `{name}` is it?",
        span,
        f"{not_hers}{seeming}Write {listed(ways, most=8)}.",
        fix=fix_of(span, ways) if fits else None,
    )


def said_otherwise(span: Span, name: str, ways: Sequence[str]) -> Problem:
    """Of what people say in their own way: `Oda's grief`, `true`, `the weather`, `Rain`."""
    why = "Capitals and accents count." if folded(ways[0]) == folded(name) else "A story file has one way to say it."
    return Problem(
        "unknown-name",
        f"`{name}` is written {listed(ways, most=4)}",
        span,
        why,
        fix=fix_of(span, ways),
    )


def not_so_written(span: Span, what: str, name: str, ways: Sequence[str]) -> Problem:
    """Of a name that people write in another way than a story file does; `span` is what `ways` stand in the place of."""
    return Problem(
        "unknown-name",
        f"There is no {what} called `{name}`",
        span,
        f"Did you mean {listed(ways, most=4)}? Names are written as their own lines have them, and capitals count.",
        fix=fix_of(span, ways),
    )


def asked_plainly(span: Span, name: str, ways: Sequence[str]) -> Problem:
    """Of the name of something that happens, where something with a value is wanted."""
    return Problem(
        "unknown-name",
        f"`{name}` is something that happens, and has no value",
        span,
        f"Whether it has happened is asked so: {listed(ways, most=4)}.",
        fix=fix_of(span, ways),
    )


def fact_of_another_scene(span: Span, name: str, scenes: Sequence[str]) -> Problem:
    of_scenes = f"the scene {listed(scenes)}" if len(scenes) == 1 else f"the scenes {listed(scenes, 'and')}"
    return Problem(
        "unknown-name",
        f"`{name}` counts only in {of_scenes}",
        span,
        f"What is declared under a scene is known there and nowhere else. To ask for it here, move its line to the top of the "
        f"story, before `scene {scenes[0]}`, without the margin.",
    )


def role_of_another_scene(span: Span, name: str, scene: str) -> Problem:
    return Problem(
        "unknown-name",
        f"`{name}` is somebody only in the scene `{scene}`",
        span,
        "A role stands for one of its kind in the lines of its own scene. Name a person here, or give this scene such a role in its first "
        "line.",
    )


def kind_is_no_person(span: Span, name: str, members: Sequence[str]) -> Problem:
    people = f"name one of its people, {listed(members, most=6)}" if members else "name a person"
    return Problem(
        "unknown-name",
        f"`{name}` is a kind, and no single person",
        span,
        f"Say who is meant: {people}. In a scene a role may stand for anybody of it: `with a: {name}`, and then `a`.",
        fix=fix_of(span, members),
    )


def kind_without_each(span: Span, name: str) -> Problem:
    """Of a kind in a line of a person that may be about each of it."""
    return Problem(
        "unknown-name",
        f"`{name}` is a kind, and no single person",
        span,
        f"For all who have it write `each {name}`; or name one of them.",
        fix=fix_of(span, [f"each {name}"]),
    )


def each_of_a_kind(span: Span, kind: str, members: Sequence[str]) -> Problem:
    """Of `each villager` where one person is wanted."""
    return Problem(
        "unknown-name",
        f"Here only one person can be named, and `each {kind}` is several",
        span,
        f"Write a line for each of them: {listed(members, 'and', 6)}. What is to be done for everybody of a kind between scenes may stand "
        f"in a `meanwhile` under `kind {kind}`.",
    )


# What may have been meant where somebody stands as this.
_STANDS_AS = {
    "": "",
    "side": 'Before `>` stands from whose side a line is told. A voice whose owner nobody knows is named in the words: `> "Who is there?" '
    "says a voice.` ",
    "chooser": "Where luck decides it is `chance`; a moment without options is nobody's. ",
}
_LUCK = frozenset({"dice", "luck", "fate", "random", "fortune", "god", "the dice", "author", "narrator"})


def unknown_person(span: Span, name: str, known: Sequence[str], as_: str = "") -> Problem:
    """`known` can be named there; `as_` says as what: a "side", or a "chooser"."""
    words = set(name.split())
    parts = [person for person in known if words < set(person.split()) or words > set(person.split())]
    likely = near(name, known) or parts
    if as_ == "chooser" and name.lower() in _LUCK:
        likely = ["chance"]
    hint = f"Did you mean {listed(likely, most=4)}? " if likely else f"There is {listed(known, 'and', 6)}. " if known else ""
    stands = "" if likely else _STANDS_AS[as_]
    return Problem(
        "unknown-name",
        f"There is no person called `{name}`",
        span,
        f"{hint}{stands}Everybody in a story has a line of their own, with their pronoun: `person {name} (she)`. Capitals count.",
        fix=_rename(span, nearest(name, known) or (likely[0] if len(likely) == 1 and likely[0] in [*parts, "chance"] else "")),
    )


def unknown_chooser(span: Span, who: str, ways: Sequence[str], kinds: Sequence[str]) -> Problem:
    """Of `a: LABEL` where nobody is called `a`; `ways` are how it is written with those who may choose it."""
    kind = kinds[0] if kinds else "KIND"
    needs = "" if kinds else ", which needs a kind that people are of"
    return Problem(
        "unknown-name",
        f"Nobody is called `{who}` here",
        span,
        f"Did you mean {listed(ways, most=4)}? In a motif a name may stand for anybody of a kind where its first line says so, "
        f"`motif NAME with {who}: {kind}`{needs}.",
        fix=fix_of(span, ways),
    )


def named_with_owner(span: Span, owner: str, name: str) -> Problem:
    """Of `Oda.fear` where the line has said already that it is Oda's."""
    return Problem(
        "unknown-name",
        f"`{owner}.{name}` is written `{name}` here",
        span,
        f"The line says whose it is already. A bond that carries a field of {owner} alone starts with {owner}: `bond {owner} to …`.",
        fix=Fix(span, name, f"write `{name}`"),
    )


def field_of_others(span: Span, owner: str, name: str, owners: Sequence[str], ways: Sequence[str], scale: str, kind: str = "") -> Problem:
    """Of `OWNER.NAME` where others have such a field; `ways` are how theirs are written there. `kind` is that of an owner who is a role."""
    them = "them" if owner == "self" else they(owner)
    theirs = f"If that is meant, write {listed(ways, most=6)}. " if ways else ""
    return Problem(
        "unknown-name",
        f"`{name}` is {of(owners[0])}, not {of(owner)}" if len(owners) == 1 else f"{_who(owner)} has no field called `{name}`",
        span,
        f"{'' if len(owners) == 1 else f'{_and(owners)} have one. '}{theirs}To give {them} one too, add "
        f"{_declaring(name, scale)} under {f'`kind {kind}`' if kind else _heading(owner)}.",
    )


def _who(owner: str) -> str:
    return "This kind" if owner == "self" else owner


def _heading(owner: str) -> str:
    return "the kind's first line" if owner == "self" else f"`person {owner}`"


def _and(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def unknown_field(span: Span, whole: Span, owner: str, name: str, ways: Sequence[str], fields: Iterable[str], scale: str) -> Problem:
    """`ways` could stand in the place of the whole; `fields` are all that the owner has."""
    fields = list(fields)
    has = f"Under {_heading(owner)} there is {listed(fields, 'and', 8)}. " if fields else ""
    hint = f"Did you mean {listed(ways)}? " if ways else has
    return Problem(
        "unknown-name",
        f"{_who(owner)} has no field called `{name}`",
        span,
        f"{hint}What a person feels, shows or keeps needs a line under that person or one of their kinds: {_declaring(name, scale)}.",
        fix=fix_of(whole, ways) if nearest(name, [way.rstrip(")").rpartition(".")[2] for way in ways]) else None,
    )


def nothing_to_start(span: Span, person: str, name: str, ways: Sequence[str], fields: Sequence[str], scale: str) -> Problem:
    """Of `NAME = …` under a person, where none of their kinds has such a field."""
    has = f"{person} has {listed(fields, 'and', 8)}. " if fields else ""
    return Problem(
        "unknown-name",
        f"{person} has no field called `{name}`",
        span,
        f"{did_you_mean(name, ways) or has}A line with `=` alone starts a field of one of their kinds somewhere else. To give them a "
        f"field of their own, say its type too: `feels {name}: {scale or '0..3'} = …`.",
        fix=_slip(span, name, ways),
    )


def pronoun_form(span: Span, word: str, ways: Sequence[str]) -> Problem:
    """Of `{he}` and `{Oda.he}`."""
    return Problem(
        "unknown-name",
        f"`{word}` is written with the person, in the forms of `they`",
        span,
        f"Write {listed(ways, most=6)}: the telling makes of it what that person is called. The forms are `they`, `them`, `their`, "
        "`theirs` and `themself`, with a capital where a sentence begins.",
        fix=fix_of(span, ways),
    )


def unknown_value(span: Span, name: str, type_: Kindred, ways: Sequence[str], scales: Sequence[str] = ()) -> Problem:
    """`ways` could stand there; `scales` are others that have a level of this name."""
    elsewhere = f"It is a level of {listed(scales, 'and')}. " if scales else ""
    return Problem(
        "unknown-name",
        f"`{name}` is no level or value that can stand here",
        span,
        f"{elsewhere}{f'Did you mean {listed(ways)}? ' if ways else ''}Here belongs {described(type_)}.",
        fix=_slip(span, name, ways),
    )


def unknown_option(span: Span, who: str, moment: str, label: str, known: Sequence[str], ways: Sequence[str]) -> Problem:
    """Where nobody is named the moment is. `ways` is the same label where it can be chosen, as it is to be written."""
    title = f"{who} never has the choice to `{label}`" if who else f"There is no choice to `{label}` in `{moment}`"
    near_ones = near(label, known)
    own = bool(ways) and all(way.startswith(f"{who}: ") for way in ways)
    some = (
        f"{'Did you mean' if own else 'Others have: write'} {listed(ways, most=4)}{'?' if own else '.'} "
        if ways
        else did_you_mean(label, known)
    )
    some = some or (f"There is {listed(known, 'and', 4)}. " if known else "")
    first = f"{who}: " if who else f"{moment} / "
    meant = ways or [f"{first}{one}" for one in near_ones if nearest(label, near_ones)]
    return Problem(
        "unknown-name",
        f"Chance never brings `{label}`" if who == "chance" else title,
        span,
        f"{some}An option is named here just as it stands after its `*`.",
        fix=fix_of(span, meant),
    )


def value_alone(span: Span, name: str, type_: Kindred, askers: Sequence[str]) -> Problem:
    """Of a level or value with nothing that it is said of; `askers` are what can be asked for there and may be so."""
    ways = [f"{asker} is {name}" for asker in askers]
    return Problem(
        "wrong-type",
        f"`{name}` says nothing by itself",
        span,
        f"It is {described(type_)}; say what is `{name}`: {listed(ways, most=4) or '`… is ' + name + '`'}.",
    )


def person_is_no_value(span: Span, name: str, fields: Sequence[str]) -> Problem:
    """`fields` are what can be asked of them there, as it is to be written."""
    return Problem(
        "wrong-type",
        f"{name} is a person, not a value",
        span,
        f"Say what of {of(name)} is meant: {listed(fields, most=6)}."
        if fields
        else f"What of {of(name)} is meant needs a line under `person {name}`: `feels anger: 0..3`, and then `{name}.anger`.",
    )


def person_compared(span: Span, name: str, ways: Sequence[str], fields: Sequence[str]) -> Problem:
    """Of `Oda is happy`. `ways` say that as a story file does; `fields` are what can be asked of them there."""
    meant = listed(ways, most=6) or listed([f"{field} …" for field in fields], most=6)
    return Problem(
        "wrong-type",
        f"{name} is a person, not a value",
        span,
        f"A person feels, keeps or seems many things; say which of them: {meant}."
        if meant
        else f"What is said of {name} needs a line under `person {name}`, like `keeps happy: yes/no`, and is then `{name}.happy`.",
        fix=fix_of(span, ways),
    )


# ── arrows ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _nowhere(span: Span, to: str, name: str, note: str, fix: Fix | None = None) -> Problem:
    return Problem("arrow-to-nowhere", f"There is no {to} called `{name}` to go to", span, note, fix=fix)


def arrow_to_nowhere(span: Span, to: str, name: str, known: Sequence[str]) -> Problem:
    """`to` is moment or ending; `known` can be gone to."""
    hint = did_you_mean(name, known) or (f"There is {listed(known, 'and', 8)}. " if known else "")
    note = (
        f"{hint}An arrow goes to a moment of its own scene, to `end` (the scene is over) or to an ending of the story (`-> ending …`)."
        if to == "moment"
        else f"{hint}An ending has a line of its own at the top of the story, without a margin: `ending {name}`."
    )
    return _nowhere(span, to, name, note, _rename(span, nearest(name, known)))


def arrow_to_an_ending(span: Span, arrow: Span, name: str) -> Problem:
    """Where the word `ending` is missing; `arrow` reaches from its sign to the name."""
    return _nowhere(
        span,
        "moment",
        name,
        f"`{name}` is an ending: write `-> ending {name}`.",
        fix_of(arrow, [f"-> ending {name}"]),
    )


def arrow_to_a_moment(span: Span, arrow: Span, to: str, written: str, name: str) -> Problem:
    """Where a word before the moment's name is too much."""
    return _nowhere(span, to, written, f"`{name}` is a moment of this scene: write `-> {name}`.", fix_of(arrow, [f"-> {name}"]))


def arrow_out_of_the_scene(span: Span, to: str, name: str, scene: str) -> Problem:
    """Of a moment of another scene."""
    return _nowhere(
        span,
        to,
        name,
        f"`{name}` is a moment of the scene `{scene}`, and an arrow stays in its own scene. Write `-> end` where this scene is over, "
        f"and let `scene {scene}` come by a `when` of its own; or move the moment here.",
    )


def arrow_to_its_own_scene(span: Span, to: str, name: str, moments: Sequence[str]) -> Problem:
    back = f"To go back in it, write `-> {moments[0]}`, a moment of it. " if moments else ""
    return _nowhere(
        span,
        to,
        name,
        f"`{name}` is the scene that is being played, and scenes are not gone to. {back}To have it begin once more, write `-> end`: a "
        "scene that is over may be the next again, unless `once` stands under it.",
    )


def arrow_to_a_scene(span: Span, to: str, name: str, here: str, event: str) -> Problem:
    """`here` is the scene of the arrow, "" between scenes; `event` is what has happened where it is taken, "" where that has no name."""
    asked = f"`when happened({event})`" if event else "a line `when …` with what has to be so"
    once = f"`once` under it, and under `scene {here}`, lets each of them come one time only. " if here else ""
    return _nowhere(
        span,
        to,
        name,
        f"`{name}` is a scene, and scenes are not gone to: when one is over, any scene that can play may be the next, in whatever order "
        f"they stand in the file. Write `-> end` here, and under `scene {name}` {asked}: then it comes after this and not before. {once}"
        "Scenes without a `when` may come first.",
    )


def arrow_to_an_option(span: Span, to: str, name: str, moment: str) -> Problem:
    return _nowhere(
        span,
        to,
        name,
        f"`{name}` is something to choose, in the moment `{moment}`. An arrow goes to the moment, "
        f"where all of that can be chosen: `-> {moment}`.",
    )


# ── what happens ─────────────────────────────────────────────────────────────────────────────────────────────────────


def says_not_what(span: Span, word: str, name: str, ways: Sequence[str]) -> Problem:
    """Of a scene's, an ending's or a motif's name without its word, or with another's."""
    written = f"Write {listed(ways, most=4)}. " if word == "motif" else f"Say so: {listed(ways, most=4)}. "
    return Problem(
        "strange-motif",
        f"`{name}` is the name of {'an' if word == 'ending' else 'a'} {word}",
        span,
        f"{written}A name alone is a motif's.",
        fix=fix_of(span, ways),
    )


def moment_is_no_event(span: Span, name: str, ways: Sequence[str]) -> Problem:
    """Of a moment's name where something that happens is wanted."""
    return Problem(
        "strange-motif",
        f"`{name}` is a moment: say what is chosen in it",
        span,
        f"What happens in it is an option, named behind the moment: {listed(ways, most=6)}.",
        fix=fix_of(span, ways),
    )
