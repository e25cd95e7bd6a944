"""What an author is told when a story can be read but does not hold together: one function for each case."""

from collections.abc import Iterable, Mapping, Sequence

from unmask.problems.near import listed
from unmask.problems.place import NOWHERE, Span
from unmask.problems.problem import Fix, Label, Problem
from unmask.problems.speech import Kindred, counted, described

# ── names ────────────────────────────────────────────────────────────────────────────────────────────────────────────


_MANY = {"person": "people", "feels": "fields", "keeps": "fields", "open": "fields"}


def declared_twice(span: Span, what: str, name: str, first: Span) -> Problem:
    """`what` is the sort of thing, or the word that begins its line."""
    many = _MANY.get(what, f"{what}s")
    ways = {"line": "Delete one of them.", "block": "Move what stands under this one under the first, and delete it."}
    way = ways.get(what, "Give one of them another name, or delete it.")
    return Problem(
        "declared-twice",
        f"There are two {many} called `{name}`" if what not in ("line", "block") else f"There is more than one `{name}`",
        span,
        f"The first is in line {first.line}; which one is meant could not be told apart. {way}",
        labels=(Label(first, "the first"),),
    )


def field_twice(span: Span, person: str, name: str, other: Span) -> Problem:
    return Problem(
        "declared-twice",
        f"{person} would have `{name}` twice",
        span,
        f"Line {other.line} gives it too. To start a field of a kind somewhere else for one person, write `{name} = …` in the "
        "person, without `feels`, `keeps` or `open`.",
        labels=(Label(other, "the other"),),
    )


def name_taken(span: Span, what: str, name: str, other: str, place: Span | None) -> Problem:
    labels = (Label(place, other),) if place else ()
    return Problem(
        "name-taken",
        f"`{name}` is the name of {what} and of {other}",
        span,
        "When a line says only the name, nobody could tell which is meant. Rename one of them.",
        labels=labels,
    )


def name_is_a_keyword(span: Span, name: str) -> Problem:
    return Problem(
        "name-is-a-keyword",
        f"`{name}` has a meaning of its own in this language",
        span,
        "It cannot be the name of something in your story as well. Add a word to it, or choose another.",
    )


def name_is_misread(span: Span, what: str, name: str, word: str) -> Problem:
    """Of a name that holds a word by which lines that name somebody, or something that happens, are told apart."""
    people = "people" if what == "person" else f"{what}s"
    return Problem(
        "name-is-a-keyword",
        f"`{name}` could not be asked for by name",
        span,
        f"In the lines, and the commands, that name {people}, `{word}` means something else: `{name}` would be taken for the beginning of "
        "that. Choose another word, or write it with a capital.",
    )


# ── values ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def one_level(span: Span, name: str, level: str) -> Problem:
    return Problem(
        "one-level",
        f"`{name}` can only ever be `{level}`",
        span,
        "What cannot change cannot move a story. Give it a second level or value, or leave it out.",
    )


def backward_range(span: Span, low: int, high: int) -> Problem:
    return Problem(
        "strange-range",
        f"A range from {low} to {high} runs backward",
        span,
        f"The lower end comes first: `{high}..{low}`.",
    )


def too_many_values(span: Span, found: int, most: int) -> Problem:
    return Problem(
        "strange-range",
        f"This has {counted(found, 'value')}",
        span,
        f"{most:,} are the most, and three or four are usually enough: every value multiplies the states in which the story can be, and "
        "exact odds are counted state by state.",
    )


def backward_promise(span: Span, low: str, high: str) -> Problem:
    return Problem("strange-range", f"Nothing lies between {low}% and {high}%", span, f"The lower end comes first: `in {high}% to {low}%`.")


def out_of_range(span: Span, value: int, type_: Kindred) -> Problem:
    low = type_.names[0] if type_.names else type_.low
    high = type_.names[-1] if type_.names else type_.high
    wider = f" Choose another, or let it have more: `{min(value, type_.low)}..{max(value, type_.high)}`." if type_.sort == "number" else ""
    return Problem(
        "out-of-range", f"{value} lies outside {low} to {high}", span, f"A start or an expected value must be one that it can have.{wider}"
    )


def not_plain(span: Span) -> Problem:
    return Problem(
        "not-plain",
        "This value has to be worked out, and here it must stand plainly",
        span,
        "Start values and expectations are there before the story begins, when nothing has a value yet. Write a number or a name.",
    )


def not_a_condition(span: Span, written: str, type_: Kindred) -> Problem:
    """`written` is what stands there."""
    ways = [f"{written} is {type_.names[-1]}"] if type_.names else []
    ways += [f"{written} > {0 if type_.low <= 0 else type_.low}"] if type_.sort == "number" else []
    ways += [f"{written} >= {type_.names[1]}"] if type_.sort == "scale" and len(type_.names) > 1 else []
    return Problem(
        "wrong-type",
        "This is not something that is true or false",
        span,
        f"It is {described(type_)}. Compare it: {listed(ways)}.",
    )


def not_a_number(span: Span, type_: Kindred) -> Problem:
    return Problem(
        "wrong-type",
        "This cannot be counted",
        span,
        f"It is {described(type_)}. Points, weights and sums are made of numbers and levels; to count something only sometimes, "
        'put a condition after it: `+1 "…" if …`.',
    )


def wrong_type(span: Span, found: Kindred, wanted: Kindred) -> Problem:
    return Problem(
        "wrong-type", "This value does not belong here", span, f"It is {described(found)}, and here belongs {described(wanted)}."
    )


def cannot_step(span: Span, name: str, operator: str, type_: Kindred) -> Problem:
    return Problem(
        "wrong-type",
        f"`{name}` cannot go up or down",
        span,
        f"It is {described(type_)}. Say what it becomes: `~ {name} = …` instead of `{operator}`.",
    )


def sets_have_no_order(span: Span, operator: str, type_: Kindred) -> Problem:
    return Problem(
        "wrong-type",
        f"`{operator}` needs an order, and these values have none",
        span,
        f"It is {described(type_)}, and none is more than another. Ask with `is` or `is not`; for an order declare a scale: "
        f"`scale NAME: {' < '.join(type_.names[:4])}`.",
    )


def yes_has_no_order(span: Span, operator: str) -> Problem:
    return Problem(
        "do-not-compare",
        f"`{operator}` needs an order, and yes and no have none",
        span,
        "Something is so or it is not, and neither is more than the other. Ask by its name alone, or with `not` before it.",
    )


def do_not_compare(span: Span, left: Kindred, right: Kindred) -> Problem:
    return Problem(
        "do-not-compare",
        "These two cannot be held against each other",
        span,
        f"On one side is {described(left)}, on the other {described(right)}. How much of the one is how much of the other only you "
        "could say.",
    )


def means_itself(span: Span, name: str, circle: Sequence[str], word: str) -> Problem:
    """`circle` are the names on the way from this one back to it, this one first; `word` begins its line."""
    way = ", that on ".join(f"`{other}`" for other in (*circle[1:], name))
    return Problem(
        "means-itself",
        f"What `{name}` means hangs on what `{name}` means",
        span,
        f"It hangs on {way}{' again' if len(circle) > 1 else ' itself'}, so it never gets a value. Let one of them be stored, "
        f"`{word} {name}: yes/no` or `0..2`, and change it with `~` when something happens.",
    )


def means_too_much(span: Span, name: str) -> Problem:
    return Problem(
        "means-too-much",
        f"What `{name}` means goes too far down",
        span,
        "It is made of what is made of other things, and all of that is worked out again whenever somebody asks. Let something on the "
        "way be stored (`keeps NAME: 0..2`) and changed when it changes.",
    )


def assigns_computed(span: Span, name: str, line: Span) -> Problem:
    return Problem(
        "assigns-computed",
        f"`{name}` cannot be changed: it is worked out",
        span,
        f"Line {line.line} says what it means. Change what it is made of.",
        labels=(Label(line, "what it means"),),
    )


# ── people and scenes ────────────────────────────────────────────────────────────────────────────────────────────────


def bond_one_way(span: Span, field: str, one: str, other: str, bonds: Sequence[tuple[str, str, str]], fits: bool) -> Problem:
    """Of a bond that goes both ways with a field that only one end has; `bonds` are from, to and what is carried."""
    ways = [f"bond {source} to {observer} carries {fields}" for source, observer, fields in bonds]
    return Problem(
        "unknown-name",
        f"A bond with a comma goes both ways, and `{field}` is only felt at one end",
        span,
        f"`bond {one}, {other}` lets each of them feel what the other has. Write {listed(ways, 'and')}; or give the other one a field of "
        "that name too.",
        fix=Fix(span, "\n".join(ways), f"write {listed(ways, 'and')}") if fits else None,
    )


def bond_with_oneself(span: Span, person: str) -> Problem:
    return Problem(
        "bond-with-oneself",
        f"{person} cannot be bound to {person}",
        span,
        "A bond carries feelings from one person to another. Name somebody else at one end, or delete the line.",
    )


def no_scene() -> Problem:
    return Problem(
        "no-scene",
        "Nothing happens in this story",
        NOWHERE,
        "It has no scene. A scene needs a name, a moment, and options to choose from; `unmask new NAME` writes one to change.",
    )


def not_enough_people(span: Span, name: str, roles: int, kinds: Mapping[str, Sequence[str]]) -> Problem:
    """Of a scene or a motif; `kinds` are those that it asks for, each with its people."""
    people = "somebody" if roles == 1 else f"{roles} different people"
    there = "; ".join(f"of `{kind}` there is {listed(members, 'and', 6) or 'nobody'}" for kind, members in kinds.items())
    return Problem(
        "not-enough-people",
        f"`{name}` can never be cast",
        span,
        f"It needs {people}, and there are not enough of the kinds that it asks for: {there}. Who is of a kind is said in the person's own "
        f"line: `person NAME (she), a {next(iter(kinds), 'KIND')}`.",
    )


def too_many_casts(span: Span, scene: str, found: int, most: int) -> Problem:
    return Problem(
        "too-many-casts",
        f"`{scene}` could be cast in {counted(found, 'way')}",
        span,
        f"{most:,} are the most: each is weighed whenever the story looks for its next scene. Give it fewer roles, or roles of smaller "
        "kinds: `kind suitor` for the three who may ask, rather than everybody.",
    )


def nobody_chooses(span: Span, name: str, people: Sequence[str]) -> Problem:
    """`people` are those who are there."""
    return Problem(
        "nobody-chooses",
        f"There are options in `{name}`, and nobody to choose",
        span,
        f"Say whose moment it is: {listed([f'moment {name}: {who}' for who in people], most=4)}. For dice it is `moment {name}: chance`.",
    )


def nothing_to_choose(span: Span, name: str) -> Problem:
    return Problem(
        "nothing-to-choose",
        f"`{name}` leaves nothing to choose",
        span,
        f"Options start with `*`. If it just happens, leave its owner out: `moment {name}`.",
    )


def not_there_to_choose(span: Span, person: str, people: Iterable[str]) -> Problem:
    return Problem(
        "not-there-to-choose",
        f"{person} is not in this scene and cannot choose in it",
        span,
        f"The scene is with {listed(people, 'and')}. Add {person} after `with`, or give the moment to somebody who is there.",
    )


def percentages(span: Span, total: str, given: int, options: int) -> Problem:
    """`total` is what they make, as a number."""
    what = f"these make {total}%" if given == options else f"only {given} of the {options} options {'has' if given == 1 else 'have'} one"
    way = "For thirds and other parts of a whole use `weight`: `weight 1` three times."
    return Problem("strange-weight", "Percentages make 100 together", span, f"Here {what}. {way}")


def weight_is_for_chance(span: Span, owner: str) -> Problem:
    who = f"{owner} chooses" if owner else "nobody chooses"
    return Problem(
        "strange-weight",
        "A weight belongs to dice",
        span,
        f'In this moment {who}. People choose for reasons: `+2 "she is angry"`. For dice write `: chance` behind the moment\'s name.',
    )


def weight_and_motive(span: Span) -> Problem:
    return Problem(
        "strange-weight",
        "An option has a weight or motives, not both",
        span,
        "One point doubles the odds; a weight is the odds. Delete the one or the other.",
    )


def two_weights(span: Span) -> Problem:
    return Problem("strange-weight", "This option has a weight already", span, "Add them up in one line.")


def some_weights(span: Span) -> Problem:
    return Problem(
        "strange-weight",
        "This option has no weight, and others beside it have one",
        span,
        "Weights are held against each other: give this one a weight too, or take the others away, and all are equally likely.",
    )


# ── telling ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def only_in_prose(span: Span, function: str) -> Problem:
    return Problem(
        "only-in-prose",
        f"`{function}(…)` is for telling",
        span,
        "Between braces in prose it looks back or puts a number into words. What people weigh is how things stand: "
        "keep what is to count later in a fact or in something of theirs (`~ … = …`), and ask for that.",
    )


def no_reason_here(span: Span) -> Problem:
    return Problem(
        "no-reason-here",
        "Nobody here knows the reason",
        span,
        "`{why}` is the reason for a choice, known to the one who made it: use it in that person's own lines under the option, or in "
        "`world>` lines.",
    )


def nobody_remembers(span: Span, manner: str, people: Sequence[str]) -> Problem:
    """`people` are those who may have been there."""
    return Problem(
        "nobody-remembers",
        f"Who {manner} it?",
        span,
        f"Memory is somebody's: {listed([f'{who} {manner}> …' for who in people], most=4) or f'`NAME {manner}> …`'}.",
    )


def brief_elsewhere(span: Span) -> Problem:
    return Problem(
        "brief-elsewhere",
        "`in brief` belongs to a whole scene",
        span,
        "Put it right under the scene's first line: it stands for the scene when it is told together with others like it.",
    )


# ── motifs and promises ──────────────────────────────────────────────────────────────────────────────────────────────


def strange_motif(span: Span, title: str, note: str) -> Problem:
    return Problem("strange-motif", title, span, note)


def empty_motif(span: Span, name: str, example: str) -> Problem:
    """`example` is something that happens in this story."""
    return strange_motif(span, f"`{name}` says nothing", f"Under it stands what happens, line by line: `{example}`, and then `then …`.")


def motif_starts_with(span: Span, word: str) -> Problem:
    return strange_motif(
        span, f"A motif cannot start with `{word}`", "Its first line is something that happens; `then` and `next` come after it."
    )._replace(fix=Fix(span._replace(end=span.start + len(word) + 1), "", f"delete `{word}`") if word in ("then", "next") else None)


def motif_item_out_of_place(span: Span, word: str, inside: bool) -> Problem:
    if inside:
        return strange_motif(span, f"`{word}` stands under the line that it says more about", "Move it in by two spaces.")._replace(
            fix=Fix(Span(span.line, 0, span.start), " " * (span.start + 2), "move it in by two spaces")
        )
    return strange_motif(span, "Only `or`, `when` and `within` stand under a line of a motif", "Move this line out.")


def motif_role_needs_kind(span: Span, name: str, kinds: Sequence[str], is_person: bool) -> Problem:
    """`kinds` are those of this story."""
    if is_person:
        return strange_motif(
            span, f"{name} needs no role", f"A motif may name people as they are: leave {name} out here, and write `{name}: …`."
        )
    ways = [f"with {name}: {kind}" for kind in kinds]
    note = f"Roles of a motif are anybody of a kind: {listed(ways, most=4)}." if ways else (
        "Roles of a motif are anybody of a kind, and this story has none. Leave `with` out, and name people as they are."
    )  # fmt: skip
    return strange_motif(span, f"Of what kind is `{name}`?", note)
