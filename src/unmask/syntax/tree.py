"""A story file as a tree: what stands in it, in the order it stands, comments and places included.

Every node ends in `span`, where it stands. A node that takes a line of its own carries `notes` too: the comments and
blank lines above it and the comment beside it. Nothing is resolved here: a name is the words an author wrote.
"""

from typing import NamedTuple

from unmask.problems.place import NOWHERE, Span


class Notes(NamedTuple):
    """The comments round a line: those above it, "" for a blank line, and the one beside it."""

    above: tuple[str, ...] = ()
    beside: str = ""


NO_NOTES = Notes()


# ── expressions ──────────────────────────────────────────────────────────────────────────────────────────────────────


class Number(NamedTuple):
    value: int
    span: Span = NOWHERE


class Name(NamedTuple):
    """One or more words: a field, a fact, a person, or a value."""

    words: str
    span: Span = NOWHERE


class Field(NamedTuple):
    """`Rey.owed toward Kylo`: the owner is empty where only the field is named."""

    owner: Name | None
    name: Name
    toward: Name | None = None
    span: Span = NOWHERE


class Apply(NamedTuple):
    """`max(a, b)`, `min`, `seems`, `was`, `times`, `nth`."""

    function: str
    arguments: "tuple[Expression, ...]"
    span: Span = NOWHERE


class Happened(NamedTuple):
    """`happened(mercy repaid)`: what stands between the parentheses, as written."""

    pattern: "EventPattern"
    span: Span = NOWHERE


class Unary(NamedTuple):
    """`not x` or `-x`."""

    operator: str
    operand: "Expression"
    span: Span = NOWHERE


class Binary(NamedTuple):
    """`or and = is "is not" != < <= > >= + - *`."""

    operator: str
    left: "Expression"
    right: "Expression"
    span: Span = NOWHERE


Expression = Number | Name | Field | Apply | Happened | Unary | Binary


class Condition(NamedTuple):
    """`if COND`, `unless COND`, `while COND`, `when COND`."""

    word: str
    test: Expression
    span: Span = NOWHERE


# ── prose ────────────────────────────────────────────────────────────────────────────────────────────────────────────


class Words(NamedTuple):
    """Text that stands as it is."""

    text: str
    span: Span = NOWHERE


class Insert(NamedTuple):
    """`{place}`, `{Kylo}`, `{times(asked)}`, `{why}`: something put into words when it is told."""

    what: Expression
    span: Span = NOWHERE


class Mention(NamedTuple):
    """`{Kylo's}`, `{a.they look}`: a person by name or pronoun, with a verb that agrees or none.

    `form` is 's, they, them, their, theirs or themself, with the capital that was written.
    """

    who: Name
    form: str
    verb: str = ""
    span: Span = NOWHERE


class Any(NamedTuple):
    """`{any: a | b}`: never the same again until all were used."""

    choices: "tuple[Template, ...]"
    span: Span = NOWHERE


class First(NamedTuple):
    """`{first: a | then: b}`: by how often this was told before; the last stays."""

    choices: "tuple[Template, ...]"
    span: Span = NOWHERE


class Cases(NamedTuple):
    """`{if COND: a | else: b}`: a case without a condition is the last."""

    cases: "tuple[tuple[Expression | None, Template], ...]"
    span: Span = NOWHERE


Part = Words | Insert | Mention | Any | First | Cases
Template = tuple[Part, ...]


# ── lines ────────────────────────────────────────────────────────────────────────────────────────────────────────────


class Prose(NamedTuple):
    """A line that is told. `side` is "" for everybody, "world", or a name; `manner` is "", "recalls", "denies" or
    "in brief"; `joins` where it goes on in the paragraph before (`>+`)."""

    side: Name | None
    manner: str
    joins: bool
    template: Template
    span: Span = NOWHERE
    notes: Notes = NO_NOTES


class Guard(NamedTuple):
    """`if`, `unless` or `when` on a line of its own."""

    condition: Condition
    span: Span = NOWHERE
    notes: Notes = NO_NOTES


class Once(NamedTuple):
    span: Span = NOWHERE
    notes: Notes = NO_NOTES


class Tag(NamedTuple):
    """`is hide`: tendencies to hide join the option."""

    name: Name
    span: Span = NOWHERE
    notes: Notes = NO_NOTES


class Weight(NamedTuple):
    """`weight 3 + Rey.spent`, or `30%`. `places` of a percentage's digits stand behind the point: 33.3 is 333 with one of them."""

    amount: Expression
    percent: bool
    span: Span = NOWHERE
    notes: Notes = NO_NOTES
    places: int = 0


class Motive(NamedTuple):
    points: Expression
    phrase: str
    condition: Condition | None
    span: Span = NOWHERE
    notes: Notes = NO_NOTES


class Effect(NamedTuple):
    target: Field
    operator: str
    value: Expression
    condition: Condition | None
    span: Span = NOWHERE
    notes: Notes = NO_NOTES


class Arrow(NamedTuple):
    """`to` is moment, end or ending; the name is missing for `end`."""

    to: str
    name: Name | None
    condition: Condition | None
    span: Span = NOWHERE
    notes: Notes = NO_NOTES


class Option(NamedTuple):
    """`told` is how the label is put into words where it has braces or backslashes, empty where it is told as it stands."""

    label: str
    body: "tuple[Line, ...]"
    span: Span = NOWHERE
    notes: Notes = NO_NOTES
    told: Template = ()


class Moment(NamedTuple):
    name: Name
    owner: Name | None
    body: "tuple[Line, ...]"
    span: Span = NOWHERE
    notes: Notes = NO_NOTES


class Value(NamedTuple):
    """A level of a scale or a value of a set, with better words for it where the author gave some."""

    name: Name
    words: str | None = None
    span: Span = NOWHERE


class ScaleType(NamedTuple):
    name: Name


class RangeType(NamedTuple):
    low: int
    high: int


class SetType(NamedTuple):
    values: tuple[Value, ...]
    is_ordered: bool = False
    """Whether they were written as the levels of a scale, which has a line of its own: that is told."""


class YesNoType(NamedTuple):
    pass


Type = ScaleType | RangeType | SetType | YesNoType


class Each(NamedTuple):
    """`each villager`, or one person by name."""

    name: Name
    every: bool
    span: Span = NOWHERE


class Variables(NamedTuple):
    """`fact`, `secret`, `open`, `feels` or `keeps`: stored (a type and a start) or computed (`means`).

    What is `unlisted` is left out where somebody who plays is told all that they know.
    """

    word: str
    names: tuple[Name, ...]
    toward: Each | None
    type: Type | None
    start: Expression | None
    means: Expression | None
    known_to: tuple[Name, ...]
    for_scene: bool
    span: Span = NOWHERE
    notes: Notes = NO_NOTES
    unlisted: bool = False


class Start(NamedTuple):
    """`longing = faint`: another start value for a field of the kind."""

    field: Field
    value: Expression
    span: Span = NOWHERE
    notes: Notes = NO_NOTES


class Expects(NamedTuple):
    whose: Each
    field: Name
    toward: Name | None
    value: Expression
    span: Span = NOWHERE
    notes: Notes = NO_NOTES


class Shows(NamedTuple):
    fields: tuple[Field, ...]
    as_: Expression | None
    condition: Condition | None
    to: Each | None
    span: Span = NOWHERE
    notes: Notes = NO_NOTES


class Reads(NamedTuple):
    whose: Each
    field: Name
    toward: Name | None
    as_: Expression
    condition: Condition | None
    span: Span = NOWHERE
    notes: Notes = NO_NOTES


class Tends(NamedTuple):
    tag: Name
    motive: Motive
    span: Span = NOWHERE
    notes: Notes = NO_NOTES


class Meanwhile(NamedTuple):
    body: "tuple[Line, ...]"
    span: Span = NOWHERE
    notes: Notes = NO_NOTES


class Called(NamedTuple):
    words: str
    by: Name


class Kind(NamedTuple):
    name: Name
    body: "tuple[Line, ...]"
    span: Span = NOWHERE
    notes: Notes = NO_NOTES


class Person(NamedTuple):
    name: Name
    display: str | None
    pronouns: tuple[str, ...]
    called: tuple[Called, ...]
    kinds: tuple[Name, ...]
    body: "tuple[Line, ...]"
    span: Span = NOWHERE
    notes: Notes = NO_NOTES


class Front(NamedTuple):
    """`title "…"`, `tags "a", "b"`, `series "…" part 4`, `told from Kylo's side`: what the cover says."""

    word: str
    texts: tuple[str, ...]
    part: int | None = None
    side: Name | None = None
    span: Span = NOWHERE
    notes: Notes = NO_NOTES


class Scale(NamedTuple):
    name: Name
    levels: tuple[Value, ...]
    span: Span = NOWHERE
    notes: Notes = NO_NOTES


class Bond(NamedTuple):
    one: Name
    other: Name
    both_ways: bool
    fields: tuple[Field, ...]
    as_: Expression | None
    condition: Condition | None
    span: Span = NOWHERE
    notes: Notes = NO_NOTES


class Role(NamedTuple):
    """Somebody in a scene or motif: a person by name, or anybody of a kind. `present` is false after `about`."""

    name: Name
    kind: Name | None
    present: bool = True


class Scene(NamedTuple):
    name: Name
    roles: tuple[Role, ...]
    body: "tuple[Line, ...]"
    span: Span = NOWHERE
    notes: Notes = NO_NOTES


class Ending(NamedTuple):
    name: Name
    title: str | None
    condition: Condition | None
    body: "tuple[Line, ...]"
    span: Span = NOWHERE
    notes: Notes = NO_NOTES


class Limit(NamedTuple):
    events: int
    span: Span = NOWHERE
    notes: Notes = NO_NOTES


class EventPattern(NamedTuple):
    """`Rey: let him live`, `demand / attack`, `scene duel`, `ending lost`, or a motif's name: words, read by `world`.

    `word` is scene, ending, choice (who: label), place (moment / label) or motif.
    """

    word: str
    first: Name | None
    label: str
    span: Span = NOWHERE


class Item(NamedTuple):
    """A line of a motif. `word` is "" for the first, then, next, or, without, when, within."""

    word: str
    repeats: int
    event: EventPattern | None
    test: Expression | None
    unit: str
    body: "tuple[Line, ...]"
    span: Span = NOWHERE
    notes: Notes = NO_NOTES


class Motif(NamedTuple):
    name: Name
    roles: tuple[Role, ...]
    body: "tuple[Line, ...]"
    span: Span = NOWHERE
    notes: Notes = NO_NOTES


class Promise(NamedTuple):
    """`form` is share, never, always, ends, scenes or reach; shares are in percent, as the author wrote them."""

    form: str
    low: str | None
    high: str | None
    player: Name | None
    event: EventPattern | None
    span: Span = NOWHERE
    notes: Notes = NO_NOTES


class Unreadable(NamedTuple):
    """A line that could not be read, and what stood under it: kept word for word, so that nothing is lost.

    `meant` is the line as far as it was understood, so that what it declares is known to the rest of the story.
    """

    text: tuple[str, ...]
    span: Span = NOWHERE
    notes: Notes = NO_NOTES
    meant: "Line | None" = None


# Lines that others may stand under.
Heading = Kind | Person | Scene | Moment | Option | Meanwhile | Ending | Motif | Item

Line = (
    Prose | Guard | Once | Tag | Weight | Motive | Effect | Arrow | Option | Moment | Variables | Start | Expects | Shows
    | Reads | Tends | Meanwhile | Kind | Person | Front | Scale | Bond | Scene | Ending | Limit | Item | Motif | Promise
    | Unreadable
)  # fmt: skip


def as_meant(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with those that could not be read as far as they were understood."""
    found = []
    for line in lines:
        if isinstance(line, Unreadable) and line.meant is not None:
            line = line.meant
        found.append(line._replace(body=as_meant(line.body)) if isinstance(line, Heading) else line)
    return tuple(found)


class Story(NamedTuple):
    """The whole file; `end` holds the comments after its last line."""

    lines: tuple[Line, ...]
    end: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<Story: {len(self.lines)} lines at the top>"
