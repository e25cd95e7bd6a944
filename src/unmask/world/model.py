"""A checked world: every name resolved, every value a small integer, nothing left that depends on how it was written.

People are named by strings. In a scene with roles, and in what a kind gives its people, the string may be a role's name;
`world.ground` puts people in the place of roles. `SELF` stands for whoever the lines of a kind belong to.
"""

from typing import NamedTuple

from unmask.problems.place import NOWHERE, Span
from unmask.problems.speech import short

SELF = "self"
CHANCE = "chance"
WORLD_SIDE = "world"
MOST_POINTS = 12
MOST_WEIGHT = 2**31 - 1
DEFAULT_LIMIT = 1000
UNRESOLVED, ENDLESS, DEAD_END = "unresolved", "endless", "dead end"
IMPLICIT_ENDINGS = (UNRESOLVED, ENDLESS, DEAD_END)
_NAMED = 7
"""So many people are named where a world shows itself in one line."""
HOLDS = "?"
"""The ending of a story that is over as soon as a condition holds that somebody asks about: no author can give one this name.

It comes wherever the condition is looked at, and not only where other endings are tested.
"""


# ── values ───────────────────────────────────────────────────────────────────────────────────────────────────────────


class Type(NamedTuple):
    """What values a variable may take: all the integers from `low` to `high`.

    `sort` is number, scale, set or yes/no. `names` are the author's names for the values from `low` on (none for a number),
    `words` the same as they are told.
    """

    sort: str
    low: int
    high: int
    name: str = ""
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def name_of(self, value: int) -> str:
        """The author's name for a value, or the number."""
        return self.names[value - self.low] if self.names else str(value)

    def holds(self, other: "Type") -> bool:
        """Whether a value of the other type may be put, or held, against this one."""
        if "scale" in (self.sort, other.sort):
            return "number" in (self.sort, other.sort) or (self.sort == other.sort and self.name == other.name)
        return self.sort == other.sort and (self.sort != "set" or self.names == other.names)


YES_NO = Type("yes/no", 0, 1, "yes/no", ("no", "yes"), ("no", "yes"))


class Variable(NamedTuple):
    """Something that has a value: a fact (no owner), a fact of a scene, or a field of a person, held toward another or not."""

    owner: str
    name: str
    toward: str = ""
    scene: str = ""

    @property
    def words(self) -> str:
        """As a story file has it: `month`, `Kylo.shame`, `Kylo.owed toward Rey`."""
        return f"{f'{self.owner}.' if self.owner else ''}{self.name}{f' toward {self.toward}' if self.toward else ''}"

    @property
    def full_name(self) -> str:
        """As it is told from other lines: a fact of a scene has its scene before it, `duel.edge`."""
        return f"{self.scene}.{self.words}" if self.scene else self.words


class Declared(NamedTuple):
    """A variable with all that its line says. `word` is fact, secret, open, feels or keeps; `means` is set where computed.

    What is `unlisted` is left out where somebody who plays is told all that they know.
    """

    variable: Variable
    word: str
    type: Type
    start: int
    for_scene: bool
    means: "Expression | None"
    known_to: tuple[str, ...] = ()
    span: Span = NOWHERE
    unlisted: bool = False

    def __repr__(self) -> str:
        return short(f"<Declared: {self.word} {self.variable.full_name}, line {self.span.line}>")


# ── expressions ──────────────────────────────────────────────────────────────────────────────────────────────────────


class Constant(NamedTuple):
    value: int


class Read(NamedTuple):
    """The value as it is."""

    variable: Variable


class Seems(NamedTuple):
    """What the observer takes the value to be."""

    observer: str
    variable: Variable


class Happened(NamedTuple):
    """Yes once an event, or all that a motif asks for, has happened."""

    event: "Event"


class Was(NamedTuple):
    """The value of an expression just before the passage it is told in."""

    of: "Expression"


class Times(NamedTuple):
    """In an `in brief` line: how many scenes are told together."""


class Operation(NamedTuple):
    """`+ - *`, `max`, `min`, `negative`, `= != < <= > >=`, `and`, `or`, `not`; yes is 1 and no is 0."""

    operator: str
    operands: "tuple[Expression, ...]"


Expression = Constant | Read | Seems | Happened | Was | Times | Operation


# ── prose ────────────────────────────────────────────────────────────────────────────────────────────────────────────


class Words(NamedTuple):
    text: str


class Say(NamedTuple):
    """A value in words: its name, or a number as `form` has it: cardinal, times, nth."""

    what: Expression
    type: Type
    form: str = "cardinal"


class Mention(NamedTuple):
    """A person, by name (form "" or 's) or pronoun, with a verb: `verb` as it goes with they, `one` as with a single person."""

    person: str
    form: str
    verb: str = ""
    one: str = ""


class Why(NamedTuple):
    """The phrase of the largest positive motive of the choice just made."""


class Any(NamedTuple):
    choices: "tuple[Template, ...]"


class First(NamedTuple):
    choices: "tuple[Template, ...]"


class Cases(NamedTuple):
    cases: "tuple[tuple[Expression | None, Template], ...]"


Part = Words | Say | Mention | Why | Any | First | Cases
Template = tuple[Part, ...]


class Prose(NamedTuple):
    """A line that is told. `side` is "" for everybody, "world", or a person or role."""

    side: str
    manner: str
    joins: bool
    template: Template
    span: Span = NOWHERE

    def __repr__(self) -> str:
        return short(f"<Prose: line {self.span.line}>")


# ── what happens ─────────────────────────────────────────────────────────────────────────────────────────────────────


class Motive(NamedTuple):
    points: Expression
    phrase: str
    condition: Expression | None
    span: Span = NOWHERE

    def __repr__(self) -> str:
        return short(f"<Motive: {self.phrase!r}, line {self.span.line}>")


class Effect(NamedTuple):
    """`operator` is =, += or -=."""

    variable: Variable
    operator: str
    value: Expression
    condition: Expression | None
    span: Span = NOWHERE


class Arrow(NamedTuple):
    """`to` is moment, end or ending."""

    to: str
    name: str
    condition: Expression | None
    span: Span = NOWHERE


class Passage(NamedTuple):
    """Effects that take place together, and the lines that tell of them."""

    lines: tuple[Prose, ...] = ()
    effects: tuple[Effect, ...] = ()

    def __repr__(self) -> str:
        return short(f"<Passage: effects {len(self.effects)}, prose {len(self.lines)}>")


class Option(NamedTuple):
    """`told` is how whoever chooses is told the label; empty where it is told as it stands."""

    label: str
    guards: tuple[Expression, ...]
    once: bool
    weight: Expression | None
    motives: tuple[Motive, ...]
    tags: tuple[str, ...]
    passage: Passage
    arrows: tuple[Arrow, ...]
    span: Span = NOWHERE
    told: Template = ()

    def __repr__(self) -> str:
        return short(f"<Option: {self.label}, line {self.span.line}>")


class Moment(NamedTuple):
    """`owner` is a person or role, "chance", or "" for a moment that just happens."""

    name: str
    owner: str
    opening: Passage
    options: tuple[Option, ...]
    closing: Passage
    arrows: tuple[Arrow, ...]
    span: Span = NOWHERE

    def __repr__(self) -> str:
        return short(f"<Moment: {self.name}, line {self.span.line}>")


class Role(NamedTuple):
    name: str
    kind: str
    present: bool


class Scene(NamedTuple):
    """`people` are present, by name or role. `cast` is filled in by grounding: the person in each role, in the roles' order.

    A `meanwhile` is a scene without people.
    """

    name: str
    roles: tuple[Role, ...]
    people: tuple[str, ...]
    conditions: tuple[Expression, ...]
    once: bool
    motives: tuple[Motive, ...]
    opening: Passage
    arrows: tuple[Arrow, ...]
    moments: tuple[Moment, ...]
    in_brief: tuple[Prose, ...]
    span: Span = NOWHERE
    cast: tuple[str, ...] = ()
    meanwhile: bool = False

    def __repr__(self) -> str:
        return short(
            f"<Scene: {self.name}{f' with {people}' if (people := ', '.join(self.cast or self.people)) else ''}, line {self.span.line}>"
        )

    def moment(self, name: str) -> Moment:
        """The moment of that name; the checks made sure that an arrow's moment is there."""
        return next(moment for moment in self.moments if moment.name == name)


class Ending(NamedTuple):
    name: str
    title: str
    condition: Expression | None
    lines: tuple[Prose, ...]
    span: Span = NOWHERE

    def __repr__(self) -> str:
        return short(f"<Ending: {self.name}, line {self.span.line}>")


# ── people ───────────────────────────────────────────────────────────────────────────────────────────────────────────


class Person(NamedTuple):
    """`pronouns` are the five forms (they, them, their, theirs, themself); `plural` verbs go with `they` alone."""

    name: str
    display: str
    pronouns: tuple[str, ...]
    plural: bool
    called: tuple[tuple[str, str], ...]
    kinds: tuple[str, ...]
    tendencies: tuple[tuple[str, Motive], ...]
    span: Span = NOWHERE

    def __repr__(self) -> str:
        return short(f"<Person: {self.name}, line {self.span.line}>")


class Route(NamedTuple):
    """A way for a field of `variable.owner` to reach an observer: shown to those present, or carried by a bond anywhere.

    `observer` is "" for everybody; `truth` is what arrives, the field itself or an `as` expression.
    """

    by: str
    variable: Variable
    observer: str
    truth: Expression
    condition: Expression | None
    span: Span = NOWHERE


class Reading(NamedTuple):
    """`reads f as EXPR while COND`: what the observer makes of it, whatever the route brought."""

    observer: str
    variable: Variable
    value: Expression
    condition: Expression | None
    span: Span = NOWHERE


class Expectation(NamedTuple):
    observer: str
    variable: Variable
    value: int
    span: Span = NOWHERE


# ── patterns ─────────────────────────────────────────────────────────────────────────────────────────────────────────


class Event(NamedTuple):
    """`word` is scene, ending, choice, place or motif; `who` chose, in `moment`, the option `label`; "" where any will do."""

    word: str
    who: str = ""
    moment: str = ""
    label: str = ""


class Item(NamedTuple):
    """A line of a motif with what stands under it: alternatives (`or`), conditions (`when`), a span (`within`)."""

    word: str
    repeats: int
    event: Event | None
    test: Expression | None
    unit: str
    under: "tuple[Item, ...]"
    span: Span = NOWHERE


class Motif(NamedTuple):
    name: str
    roles: tuple[Role, ...]
    items: tuple[Item, ...]
    span: Span = NOWHERE

    def __repr__(self) -> str:
        return short(f"<Motif: {self.name}, line {self.span.line}>")


class Promise(NamedTuple):
    """`low` and `high` are percentages (or scenes) as written, None where open."""

    form: str
    low: str | None
    high: str | None
    player: str
    event: Event | None
    span: Span = NOWHERE


# ── the whole ────────────────────────────────────────────────────────────────────────────────────────────────────────


class Cover(NamedTuple):
    """What stands on a story's cover and round it."""

    title: str = ""
    author: str = ""
    series: str = ""
    part: int | None = None
    summary: str = ""
    notes: tuple[str, ...] = ()
    afterwords: tuple[str, ...] = ()
    rating: str = ""
    warnings: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    language: str = "en"
    side: str = WORLD_SIDE


class World(NamedTuple):
    """Everything a story file says. Kinds are gone: each person has what the kind gave. `apostrophe` is that of its prose."""

    cover: Cover
    variables: dict[Variable, Declared]
    people: dict[str, Person]
    kinds: dict[str, tuple[str, ...]]
    routes: tuple[Route, ...]
    readings: tuple[Reading, ...]
    expectations: tuple[Expectation, ...]
    scenes: tuple[Scene, ...]
    meanwhiles: tuple[Scene, ...]
    endings: tuple[Ending, ...]
    motifs: tuple[Motif, ...]
    promises: tuple[Promise, ...]
    limit: int
    apostrophe: str = "'"

    def __repr__(self) -> str:
        names = [*self.people][:_NAMED]
        return short(f"<Checked world: {', '.join(names)}{', …' if len(self.people) > _NAMED else ''}>")

    def ending(self, name: str) -> Ending | None:
        """The author's ending of that name; None for an implicit one."""
        return next((ending for ending in self.endings if ending.name == name), None)
