"""What an author is told when a story can be read but does not hold together: one function for each case."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from unmask.problems.near import did_you_mean, listed, near
from unmask.problems.place import NOWHERE, Span
from unmask.problems.problem import Fix, Label, Problem, Severity


class Kindred(Protocol):
    """As much of a type as is needed to speak of it."""

    @property
    def sort(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def names(self) -> tuple[str, ...]: ...
    @property
    def low(self) -> int: ...
    @property
    def high(self) -> int: ...


def _described(type_: Kindred) -> str:
    match type_.sort:
        case "scale":
            return f"a level of {type_.name} ({_shortened(type_.names, ' < ')})"
        case "set":
            return f"one of {_shortened(type_.names, ', ')}"
        case "yes/no":
            return "yes or no"
        case _:
            return "a number"


def _shortened(names: Sequence[str], between: str) -> str:
    return between.join(names) if len(names) <= 6 else f"{between.join(names[:3])}{between}…{between}{names[-1]}"


def _of(owner: str) -> str:
    """`Kylo's`; the lines of a kind speak of whoever has them."""
    if owner == "self":
        return "their own"
    return f"{owner}'" if owner.endswith("s") else f"{owner}'s"


def _they(mind: str) -> str:
    return "Somebody" if mind == "self" else mind


# ── names ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def unknown_name(span: Span, what: str, name: str, known: Iterable[str]) -> Problem:
    known = list(dict.fromkeys(known))
    hint = did_you_mean(name, known)
    if not hint and 0 < len(known) <= 8 and what not in ("field, fact or value",):
        hint = f"There is {listed(known, 'and')}. "
    return Problem(
        "unknown-name",
        f"There is no {what} called `{name}`",
        span,
        f"{hint}A name must be declared in a line of its own before anybody can weigh it; capitals count.",
        fix=_rename(span, name, known),
    )


def _rename(span: Span, name: str, known: Iterable[str]) -> Fix | None:
    """Where just one name is near, that is what was meant."""
    found = near(name, known)
    return Fix(span, found[0], f"write `{found[0]}`") if len(found) == 1 else None


def unknown_field(span: Span, owner: str, name: str, known: Iterable[str], elsewhere: list[str]) -> Problem:
    who = "This kind" if owner == "self" else owner
    hint = did_you_mean(name, known) or (f"It is a field of {listed(elsewhere, 'and')}. " if elsewhere else "")
    return Problem(
        "unknown-name",
        f"{who} has no field called `{name}`",
        span,
        f"{hint}What a person feels, shows or keeps needs a line in that person or in one of their kinds: `feels {name}: feeling`.",
        fix=_rename(span, name, known),
    )


def unknown_value(span: Span, name: str, type_: Kindred, others: Iterable[str]) -> Problem:
    return Problem(
        "unknown-name",
        f"`{name}` is no level or value that can stand here",
        span,
        f"{did_you_mean(name, [*type_.names, *others])}Here belongs {_described(type_)}.",
        fix=_rename(span, name, type_.names),
    )


def unknown_option(span: Span, who: str, moment: str, label: str, known: list[str]) -> Problem:
    """Where nobody is named the moment is."""
    title = f"{who} never has the choice to `{label}`" if who else f"There is no choice to `{label}` in `{moment}`"
    some = did_you_mean(label, known) or (f"There is {listed(known[:4], 'and')}. " if known else "")
    return Problem(
        "unknown-name",
        f"Chance never brings `{label}`" if who == "chance" else title,
        span,
        f"{some}An option is named here just as it stands after its `*`.",
        fix=_rename(span, label, []),
    )


def arrow_to_nowhere(span: Span, to: str, name: str, known: list[str], endings: list[str]) -> Problem:
    extra = f"`{name}` is an ending: write `-> ending {name}`. " if to == "moment" and name in endings else ""
    return Problem(
        "arrow-to-nowhere",
        f"There is no {to} called `{name}` to go to",
        span,
        f"{extra or did_you_mean(name, known)}An arrow goes to a moment of its own scene, to `end` (the scene is over) or to "
        "`ending NAME` (the story is). Without it the story would stop in the middle of a line.",
        fix=_rename(span, name, known),
    )


def declared_twice(span: Span, what: str, name: str, first: Span) -> Problem:
    return Problem(
        "declared-twice",
        f"There are two {what}s called `{name}`" if what not in ("line", "block") else f"There is more than one `{name}`",
        span,
        f"The first is in line {first.line}; which one is meant could not be told apart. Give one of them another name, or delete it.",
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


# ── values ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def one_level(span: Span, name: str, level: str) -> Problem:
    return Problem(
        "one-level",
        f"`{name}` can only ever be `{level}`" if name != "it" else f"This can only ever be `{level}`",
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
        f"This has {found:,} values",
        span,
        f"{most:,} are the most, and three or four are usually enough: every value multiplies the states in which the story can be, and "
        "exact odds are counted state by state.",
    )


def backward_promise(span: Span, low: str, high: str) -> Problem:
    return Problem("strange-range", f"Nothing lies between {low} and {high}", span, "The lower end comes first.")


def out_of_range(span: Span, value: int, type_: Kindred) -> Problem:
    low = type_.names[0] if type_.names else type_.low
    high = type_.names[-1] if type_.names else type_.high
    return Problem(
        "out-of-range", f"{value} lies outside {low} to {high}", span, "A start or an expected value must be one that it can have."
    )


def not_plain(span: Span) -> Problem:
    return Problem(
        "not-plain",
        "This value has to be worked out, and here it must stand plainly",
        span,
        "Start values and expectations are there before the story begins, when nothing has a value yet. Write a number or a name.",
    )


def not_a_condition(span: Span, type_: Kindred) -> Problem:
    return Problem(
        "wrong-type",
        "This is not something that is true or false",
        span,
        f"It is {_described(type_)}. Compare it: `… is …`, `… >= …`.",
    )


def not_a_number(span: Span, type_: Kindred) -> Problem:
    return Problem(
        "wrong-type",
        "This cannot be counted",
        span,
        f"It is {_described(type_)}. Points, weights and sums are made of numbers and levels; to count something only sometimes, "
        'put a condition after it: `+1 "…" if …`.',
    )


def wrong_type(span: Span, found: Kindred, wanted: Kindred) -> Problem:
    return Problem(
        "wrong-type", "This value does not belong here", span, f"It is {_described(found)}, and here belongs {_described(wanted)}."
    )


def value_alone(span: Span, name: str, type_: Kindred) -> Problem:
    return Problem(
        "wrong-type",
        f"`{name}` says nothing by itself",
        span,
        f"It is {_described(type_)}; say what is `{name}`: `… is {name}`.",
    )


def person_is_no_value(span: Span, name: str) -> Problem:
    return Problem("wrong-type", f"{name} is a person, not a value", span, f"Name one of {_of(name)} fields: `{name}.…`.")


def cannot_step(span: Span, name: str, operator: str, type_: Kindred) -> Problem:
    return Problem(
        "wrong-type",
        f"`{name}` cannot go up or down",
        span,
        f"It is {_described(type_)}. Say what it becomes: `~ {name} = …` instead of `{operator}`.",
    )


def sets_have_no_order(span: Span, operator: str, type_: Kindred) -> Problem:
    return Problem(
        "wrong-type",
        f"`{operator}` needs an order, and these values have none",
        span,
        f"It is {_described(type_)}, and none is more than another. Ask with `is` or `is not`; for an order declare a scale: `a < b < c`.",
    )


def do_not_compare(span: Span, left: Kindred, right: Kindred) -> Problem:
    return Problem(
        "do-not-compare",
        "These two cannot be held against each other",
        span,
        f"On one side is {_described(left)}, on the other {_described(right)}. How much of the one is how much of the other only you "
        "could say.",
    )


def means_itself(span: Span, name: str) -> Problem:
    return Problem(
        "means-itself",
        f"What `{name}` means hangs on what `{name}` means",
        span,
        "Follow the names in this line and you come back to it, so it never gets a value. Let one of them be stored: `keeps NAME: 0..2`.",
    )


def assigns_computed(span: Span, name: str, line: Span) -> Problem:
    return Problem(
        "assigns-computed",
        f"`{name}` cannot be changed: it is worked out",
        span,
        f"Line {line.line} says what it means. Change what it is made of.",
        labels=(Label(line, "what it means"),),
    )


# ── minds ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def reads_anothers_mind(span: Span, mind: str, owner: str, field: str, word: str, line: Span) -> Problem:
    verb = "feels" if word == "feels" else "keeps"
    whose = "another" if owner == "self" else owner
    note = f"{_of(owner).capitalize() if owner == 'self' else _of(owner)} {field} is hidden (line {line.line}), and is not always shown. "
    return Problem(
        "reads-anothers-mind",
        f"{_they(mind)} cannot know what {whose} {verb}",
        span,
        f"{note}A person acts on what the other seems to feel. Write `seems({owner}.{field})`.",
        labels=(Label(line, "hidden here"),),
        fix=Fix(span, f"seems({owner}.{field})", f"write `seems({owner}.{field})`"),
    )


def reads_anothers_belief(span: Span, mind: str, observer: str) -> Problem:
    who = _they(mind) if mind else "A line for everybody"
    return Problem(
        "reads-anothers-mind",
        f"{who} cannot know what {observer} believes",
        span,
        f"A belief is as hidden as a feeling. Give {observer} a field that means it (`keeps knows means seems(…)`) and ask what that "
        "seems to be.",
    )


def camera_sees_inside(span: Span, owner: str, field: str, line: Span) -> Problem:
    return Problem(
        "camera-sees-inside",
        f"A `>` line sees the outside only, and {_of(owner)} {field} is inside",
        span,
        f"It is told to every side, {_of(owner)} and everybody else's. Move this to a line of one side (`{owner}> …`), tell it to "
        "the all-seeing (`world> …`), or say what a camera would see.",
        labels=(Label(line, "hidden here"),),
    )


def reads_a_secret(span: Span, mind: str, name: str, line: Span) -> Problem:
    who = _they(mind) if mind else "A `>` line"
    return Problem(
        "reads-a-secret",
        f"{who} does not know about `{name}`",
        span,
        f"It is a secret (line {line.line}), and acting on it would give it away. Add them to `known to`, or let them go by "
        "something they can see. Where a role weighs it, everybody who may play the role must know.",
        labels=(Label(line, "the secret"),),
    )


def seems_to_whom(span: Span) -> Problem:
    return Problem(
        "strange-seems",
        "To whom does it seem so?",
        span,
        "Only at a person's own moment is it clear who looks. Name them: `seems(Kylo, Rey.disgust)`.",
    )


def seems_of_what(span: Span) -> Problem:
    return Problem(
        "strange-seems",
        "`seems(…)` needs somebody's field",
        span,
        "Write whose, and what: `seems(Rey.disgust)`, or with the observer first: `seems(Kylo, Rey.disgust)`.",
    )


def seems_of_oneself(span: Span, person: str, field: str) -> Problem:
    return Problem(
        "strange-seems",
        f"What {_they(person)} feels is no guess to {_they(person)}",
        span,
        f"One's own fields are known for what they are. Write `{field}`.",
    )


def nothing_to_guess(span: Span, owner: str, field: str, line: Span) -> Problem:
    return Problem(
        "nothing-to-guess",
        f"Everybody sees {_of(owner)} {field} as it is",
        span,
        f"Line {line.line} says that it is `open`: there is nothing to show, to expect or to guess. Use it plainly, or declare it with "
        "`feels` or `keeps`.",
        labels=(Label(line, "open"),),
    )


def not_there_to_see(span: Span, owner: str, field: str) -> Problem:
    return Problem(
        "not-there-to-see",
        f"{owner} is not in this scene, and {_of(owner)} {field} is looked at",
        span,
        "`open` means that anyone who is there can see it. It counts all the same, as something heard of; if that is not what you mean, "
        "name them in the scene's `with`.",
        severity=Severity.WARNING,
    )


def whose(span: Span, name: str) -> Problem:
    return Problem("whose-field", f"Whose `{name}` is it?", span, f"Nobody chooses here, so say whose: `Rey.{name}`.")


def toward_whom(span: Span, name: str) -> Problem:
    return Problem(
        "toward-whom",
        f"Toward whom is `{name}` held?",
        span,
        f"There is one for each of them. Write `{name} toward …`.",
    )


def toward_nobody(span: Span, name: str, line: Span) -> Problem:
    return Problem(
        "toward-whom",
        f"`{name}` is not held toward anybody",
        span,
        f"Line {line.line} declares it once. Leave `toward` out here, or put it there: `toward each …`.",
        labels=(Label(line, "declared here"),),
    )


def toward_oneself(span: Span, person: str, name: str) -> Problem:
    return Problem("toward-whom", f"{person} holds no `{name}` toward {person}", span, "What is held toward others has none for oneself.")


def may_be_toward_oneself(span: Span, person: str, role: str, name: str) -> Problem:
    who = f"This line is {_of(person)} too" if role == "self" else f"`{role}` may be {person}"
    return Problem(
        "toward-whom",
        f"{person} holds no `{name}` toward {person}",
        span,
        f"{who}, and what is held toward others has none for oneself. Let a role stand on both sides, or name somebody who cannot be the "
        "same person.",
    )


def not_held_toward(span: Span, person: str, name: str, line: Span) -> Problem:
    return Problem(
        "toward-whom",
        f"`{name}` is not held toward {person}",
        span,
        f"Line {line.line} says toward whom it is held.",
        labels=(Label(line, "declared here"),),
    )


# ── people and scenes ────────────────────────────────────────────────────────────────────────────────────────────────


def bond_with_oneself(span: Span, person: str) -> Problem:
    return Problem(
        "bond-with-oneself", f"{person} cannot be bound to {person}", span, "A bond carries feelings from one person to another."
    )


def no_scene() -> Problem:
    return Problem(
        "no-scene",
        "Nothing happens in this story",
        NOWHERE,
        "It has no scene. A scene needs a name, a moment, and options to choose from; `unmask new NAME` writes one to change.",
    )


def not_enough_people(span: Span, scene: str, roles: int) -> Problem:
    return Problem(
        "not-enough-people",
        f"`{scene}` can never be cast",
        span,
        f"It needs {roles} different people, and there are not enough of the kinds that it asks for. Who is a villager is said in the "
        "person's line: `person Oda (she), a villager`.",
    )


def nobody_chooses(span: Span, name: str) -> Problem:
    return Problem(
        "nobody-chooses",
        f"There are options in `{name}`, and nobody to choose",
        span,
        f"Say whose moment it is: `moment {name}: Rey`, or `moment {name}: chance` for dice.",
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


def percentages(span: Span, total: int, given: int, options: int) -> Problem:
    what = f"these make {total}%" if given == options else f"only {given} of the {options} options have one"
    return Problem("strange-weight", "Percentages make 100 together", span, f"Here {what}. For parts of another whole use `weight`.")


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
        "strange-weight", "An option has a weight or motives, not both", span, "One point doubles the odds; a weight is the odds."
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
        "Between braces in prose it looks back or puts a number into words. What people weigh is how things stand.",
    )


def no_reason_here(span: Span) -> Problem:
    return Problem(
        "no-reason-here",
        "Nobody here knows the reason",
        span,
        "`{why}` is the reason for a choice, known to the one who made it: use it in that person's own lines under the option, or in "
        "`world>` lines.",
    )


def nobody_remembers(span: Span, manner: str) -> Problem:
    return Problem(
        "nobody-remembers",
        f"Who {manner} it?",
        span,
        f"Memory is somebody's: `Kylo {manner}> …`.",
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


def empty_motif(span: Span, name: str) -> Problem:
    return strange_motif(span, f"`{name}` says nothing", "A motif is a list of things that happen: `Rey: let him live`, then `then …`.")


def motif_starts_with(span: Span, word: str) -> Problem:
    return strange_motif(
        span, f"A motif cannot start with `{word}`", "Its first line is something that happens; `then` and `next` come after it."
    )


def motif_item_out_of_place(span: Span, word: str, inside: bool) -> Problem:
    if inside:
        return strange_motif(span, f"`{word}` stands under the line that it says more about", "Move it in by two spaces.")
    return strange_motif(span, "Only `or`, `when` and `within` stand under a line of a motif", "Move this line out.")


def motif_role_needs_kind(span: Span, name: str) -> Problem:
    return strange_motif(span, f"Of what kind is `{name}`?", "Roles of a motif are anybody of a kind: `with a, b: villager`.")


def not_evaluated_yet(span: Span, what: str) -> Problem:
    return Problem(
        "not-evaluated-yet",
        f"`{what}` is understood and cannot be worked out yet",
        span,
        "Patterns over a whole run are read and checked, but nothing evaluates them in this version, so a story that hangs on one "
        "cannot be run. Remember what matters in a fact of your own until then.",
    )


def promises_not_evaluated_yet(span: Span, count: int) -> Problem:
    what = "One promise is" if count == 1 else f"{count} promises are"
    return Problem(
        "not-evaluated-yet",
        f"{what} understood and not evaluated yet",
        span,
        "What they speak of exists. Whether they are kept cannot be worked out in this version: nothing here says that they are.",
        severity=Severity.NOTE,
    )


# ── warnings ─────────────────────────────────────────────────────────────────────────────────────────────────────────


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
        f"What {_they(observer)} expects of {_of(owner)} {field} never counts",
        span,
        "It is shown from the start in every scene where somebody could act on it, so the expectation is gone before anybody decides. "
        "Close the route at first (`unless …`), or delete the line.",
    )


def route_nobody_reads(span: Span, owner: str, field: str) -> Problem:
    return _warning(
        "nobody-looks",
        f"Nobody asks what {_of(owner)} {field} seems to be",
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
        f"{_of(person)} side has {own or 'no'} lines of its own",
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
