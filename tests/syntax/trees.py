"""Whole trees as the parser makes them, for laws that hold of every story. Each node kind has a strategy of its own.

What the parser never makes is not made here either: words that end a name inside one, two stretches of words side by side,
a minus before a number that is not part of it, spaces at the ends of an alternative.
"""

from collections.abc import Callable
from typing import TypeVar, cast

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from unmask.problems.place import NOWHERE, Span
from unmask.syntax import letters
from unmask.syntax.cursor import OPERATORS
from unmask.syntax.examples import FORMS
from unmask.syntax.expressions import FUNCTIONS
from unmask.syntax.tree import (
    Any,
    Apply,
    Arrow,
    Binary,
    Bond,
    Called,
    Cases,
    Condition,
    Each,
    Effect,
    Ending,
    EventPattern,
    Expects,
    Expression,
    Field,
    First,
    Front,
    Guard,
    Happened,
    Insert,
    Item,
    Kind,
    Limit,
    Line,
    Meanwhile,
    Mention,
    Moment,
    Motif,
    Motive,
    Name,
    Notes,
    Number,
    Once,
    Option,
    Part,
    Person,
    Promise,
    Prose,
    RangeType,
    Reads,
    Role,
    Scale,
    ScaleType,
    Scene,
    SetType,
    Shows,
    Start,
    Story,
    Tag,
    Template,
    Tends,
    Type,
    Unary,
    Unreadable,
    Value,
    Variables,
    Weight,
    Words,
    YesNoType,
)

T = TypeVar("T")


def without_spans(tree: T) -> T:
    """The same tree with every place forgotten."""
    if isinstance(tree, Span):
        return cast(T, NOWHERE)
    if not isinstance(tree, tuple):
        return tree
    if isinstance(tree, Unreadable):
        tree = tree._replace(meant=None)  # what was understood of it is no part of what is written
    parts = [without_spans(part) for part in tree]
    return cast(T, type(tree)(*parts) if hasattr(tree, "_fields") else tuple(parts))


def _node(kind: Callable[..., T], *parts: SearchStrategy[object]) -> SearchStrategy[T]:
    """A node of these parts; what is not named keeps its default (`st.builds` would fill it in)."""
    return st.tuples(*parts).map(lambda found: kind(*found))


# ── names and other words ────────────────────────────────────────────────────────────────────────────────────────────

_LINE_STARTS = frozenset(FORMS) | frozenset(
    "author summary note afterword rating warning language meanwhile once tell doubts looks unseen believes forgets next or without "
    "within".split()
)
_INSIDE_LINES = frozenset(
    "a an the each every with about as to by called carries known for from side can in never always at least most end means "
    "recalls denies brief world chance part any first moment ending scene happened times time".split()
)
KEYWORDS = OPERATORS | _LINE_STARTS | _INSIDE_LINES | frozenset(FUNCTIONS)

_KNOWN_WORDS = (
    "Rey Kylo helmet anger longing Thomas James debt x edge_2 half-brother rock'n'roll Kylo's Zoë Åsa ريم الغضب خوف 愤怒 恐惧 雨 "
    "क्रोध लज्जा डर ความกลัว Ἀχιλλεύς Ярость שנאה נָעֳמִי 두려움 かなしみ ǅ e\u0301tude नर\u200dगिस کتاب\u200cخانه Aristoteles' 𐌰𐌽𐍃"
).split()
_LETTERS = st.characters(categories=["Lu", "Ll", "Lo"], exclude_characters="ªºµ", max_codepoint=0x1100)
_single_words = (
    st.one_of(
        st.sampled_from(_KNOWN_WORDS),
        st.text(_LETTERS, min_size=1, max_size=6),
        st.from_regex(r"[A-Za-z_][A-Za-z0-9_]{0,5}(['-][a-z][a-z0-9]{0,3})?'?", fullmatch=True),
    )
    .map(letters.word)
    .filter(lambda word: word not in KEYWORDS and word.casefold() not in ("true", "false"))  # which are read as `yes` and `no`
)
names = st.lists(_single_words, min_size=1, max_size=3).map(lambda words: Name(" ".join(words)))
people = _single_words.map(Name)
_sides = people.filter(lambda name: not name.words.endswith("'"))

_numbers = st.integers(-20, 1000)
_quoted = st.text(st.characters(exclude_characters="\r\n{}"), max_size=30).map(letters.label)
_label_words = st.one_of(
    _single_words, st.sampled_from(["let", "him,", "live!", "(again)", "–", '"yes # no"', "it's", "?", "€5", "and", "-"])
)
labels = st.lists(_label_words, min_size=1, max_size=5).map(" ".join)
_comments = st.one_of(
    st.sampled_from(["# why", "#", "#: no space", '# "quoted" > {braces}', "## تعليق"]),
    st.text(st.characters(exclude_characters="\r\n"), max_size=20).map(lambda text: letters.told(f"#{text}").rstrip()),
)


def _tidy(above: list[str]) -> tuple[str, ...]:
    """Comments with at most one blank line in a row."""
    return tuple(note for i, note in enumerate(above) if note or not i or above[i - 1])


_above = st.one_of(st.just(()), st.just(("",)), st.lists(st.one_of(st.just(""), _comments), max_size=3).map(_tidy))
notes = _node(Notes, _above, st.one_of(st.just(""), _comments))
notes_above = _node(Notes, _above)


# ── expressions ──────────────────────────────────────────────────────────────────────────────────────────────────────

_named_events = st.one_of(
    _node(EventPattern, st.sampled_from(["scene", "ending", "motif"]), names, st.just("")),
    _node(EventPattern, st.just("choice"), people, labels),
    _node(EventPattern, st.just("place"), names, labels),
)
events = _named_events
_fields_of = _node(Field, people, names, st.none() | people) | _node(Field, st.none(), names, people)
_leaves = st.one_of(_node(Number, _numbers), names, _fields_of)
_leaves_with_events = _leaves | _node(Happened, _named_events)
_OPERATORS = ["or", "and", "=", "is", "is not", "!=", "<", "<=", ">", ">=", "+", "-", "*"]


def _larger(inner: SearchStrategy[Expression]) -> SearchStrategy[Expression]:
    return st.one_of(
        _node(Binary, st.sampled_from(_OPERATORS), inner, inner),
        _node(Unary, st.just("not"), inner),
        _node(Unary, st.just("-"), inner.filter(lambda operand: not isinstance(operand, Number))),
        _node(Apply, st.sampled_from(["max", "min"]), st.lists(inner, min_size=2, max_size=3).map(tuple)),
        _node(Apply, st.sampled_from(["was", "times", "nth", "seems"]), st.tuples(inner)),
        _node(Apply, st.just("seems"), st.tuples(people, _fields_of)),
    )


expressions: SearchStrategy[Expression] = st.recursive(_leaves_with_events, _larger, max_leaves=6)
_prose_expressions: SearchStrategy[Expression] = st.recursive(
    _leaves | _node(Happened, _node(EventPattern, st.just("motif"), names, st.just(""))), _larger, max_leaves=4
)


def _conditions(*words: str) -> SearchStrategy[Condition | None]:
    return st.none() | _node(Condition, st.sampled_from(words), expressions)


_routes = _conditions("while", "unless")
_ifs = _conditions("if", "unless")


# ── prose ────────────────────────────────────────────────────────────────────────────────────────────────────────────

_prose_words = st.one_of(
    _single_words,
    st.sampled_from(
        "she looks. Kylo> > >+ Rey>+ Rey recalls> {brace} a|b \\ \\n # #tag “quoted” 'tis if>x 雨が降る。 अंधेरा, "
        "\u00a0 \u3000here\u3000 and then: else: {if 1 + 2 -> * ~".split(" ")
    ),
)
_passages = st.lists(_prose_words, min_size=1, max_size=6).map(" ".join)
_long_passages = st.lists(_prose_words, min_size=25, max_size=60).map(" ".join)
_spaces = st.sampled_from(["", " "])
_words = _node(lambda before, text, after: Words(before + text + after), _spaces, st.one_of(_passages, _passages, _long_passages), _spaces)
_pronouns = st.sampled_from(["they", "them", "their", "theirs", "themself", "They", "Their"])
_mentions = st.one_of(
    _node(Mention, _sides, st.just("'s")),
    _node(Mention, names, _pronouns, st.sampled_from(["", "look", "are", "do not", "schläft"])),
)


def _joined(parts: list[Part]) -> Template:
    """Parts as they would have been read: words side by side are one, and no space is left at the ends."""
    found: list[Part] = []
    for part in parts:
        if isinstance(part, Words) and found and isinstance(before := found[-1], Words):
            found[-1] = Words(before.text.rstrip() + " " + part.text.lstrip())
        else:
            found.append(part)
    if found and isinstance(first := found[0], Words):
        found[0] = Words(first.text.lstrip())
    if found and isinstance(last := found[-1], Words):
        found[-1] = Words(last.text.rstrip())
    return tuple(part for part in found if not isinstance(part, Words) or part.text)


def _cases(tests: list[tuple[Expression, Template]], last: Template | None) -> Cases:
    cases: list[tuple[Expression | None, Template]] = [*tests]
    return Cases((*cases, (None, last)) if last is not None else tuple(cases))


def _with_alternatives(inner: SearchStrategy[Part]) -> SearchStrategy[Part]:
    template = st.lists(inner, max_size=2).map(_joined)
    return st.one_of(
        inner,
        _node(Any, st.lists(template, min_size=1, max_size=3).map(tuple)),
        _node(First, st.lists(template, min_size=1, max_size=3).map(tuple)),
        _node(_cases, st.lists(st.tuples(_prose_expressions, template), min_size=1, max_size=2), st.none() | template),
    )


_plain_parts: SearchStrategy[Part] = st.one_of(_words, _node(Insert, _prose_expressions), _mentions)
_parts = st.one_of(_words, _with_alternatives(_with_alternatives(_plain_parts)))
templates: SearchStrategy[Template] = st.lists(_parts, max_size=4).map(_joined)
prose = _node(
    lambda side, manner, joins, template, notes: Prose(side, manner, joins, template, NOWHERE, notes),
    st.one_of(st.none(), st.just(Name("world")), people),
    st.sampled_from(["", "", "recalls", "denies", "in brief"]),
    st.booleans(),
    templates,
    notes_above,
)


# ── lines ────────────────────────────────────────────────────────────────────────────────────────────────────────────

_here = st.just(NOWHERE)
unreadable = st.sampled_from(
    [
        (")nobody reads this",),
        (")it has lines", "  under it", "    > and prose under them that goes on", "  # and a remark", "  )last"),
        (') "never closed # no remark',),
    ]
).flatmap(lambda text: _node(Unreadable, st.just(text), _here, notes_above))


def _lines(*kinds: SearchStrategy[T]) -> "SearchStrategy[tuple[Line, ...]]":
    return st.lists(st.one_of(*kinds, unreadable), max_size=3).map(lambda lines: cast("tuple[Line, ...]", tuple(lines)))


_values = _node(Value, names, st.none() | _quoted)
_each = _node(Each, names, st.booleans())
_types: SearchStrategy[Type] = st.one_of(
    _node(ScaleType, names),
    _node(RangeType, _numbers, _numbers),
    _node(SetType, st.lists(_values, min_size=2, max_size=3).map(tuple)),
    _node(YesNoType),
)
_name_lists = st.lists(names, min_size=1, max_size=3).map(tuple)


def _variables(*words: str) -> SearchStrategy[Variables]:
    some = st.sampled_from(words)
    toward = st.none() | _each
    stored = _node(
        lambda word, names, toward, type_, start, known, short, notes: Variables(
            word, names, toward, type_, start, None, known if word == "secret" else (), short, NOWHERE, notes
        ),
        *(some, _name_lists, toward, _types, st.none() | expressions, st.just(()) | _name_lists, st.booleans(), notes),
    )
    computed = _node(
        lambda word, names, toward, means, short, notes: Variables(word, names, toward, None, None, means, (), short, NOWHERE, notes),
        *(some, _name_lists, toward, expressions, st.booleans(), notes),
    )
    return stored | computed


guards = _node(Guard, _node(Condition, st.sampled_from(["if", "unless"]), expressions), _here, notes)
scene_guards = _node(Guard, _node(Condition, st.just("when"), expressions), _here, notes)
once = _node(Once, _here, notes)
tags = _node(Tag, names, _here, notes)
weights = st.one_of(
    _node(Weight, expressions, st.just(False), _here, notes),
    _node(Weight, _node(Number, st.integers(0, 100)), st.just(True), _here, notes),
    _node(Weight, _node(Number, st.integers(0, 10_000)), st.just(True), _here, notes, st.integers(0, 7)),
)
motives = _node(Motive, expressions, _quoted, _ifs, _here, notes)
targets = _node(Field, st.none() | people, names, st.none() | people)
effects = _node(Effect, targets, st.sampled_from(["=", "+=", "-="]), expressions, _ifs, _here, notes)
arrows = st.one_of(
    _node(Arrow, st.just("end"), st.none(), _ifs, _here, notes),
    _node(Arrow, st.sampled_from(["moment", "ending"]), names, _ifs, _here, notes),
)
options = _node(Option, labels, _lines(guards, once, tags, weights, motives, effects, prose, arrows), _here, notes)
moments = _node(Moment, names, st.none() | people, _lines(options, options, effects, prose, arrows), _here, notes)
meanwhiles = _node(Meanwhile, _lines(effects, prose, arrows, moments), _here, notes)

starts = _node(Start, targets, expressions, _here, notes)
expects = _node(Expects, _each, names, st.none() | people, expressions, _here, notes)
shows = _node(
    Shows, st.lists(targets, min_size=1, max_size=2).map(tuple), st.none() | expressions, _routes, st.none() | _each, _here, notes
)
reads = _node(Reads, _each, names, st.none() | people, expressions, _routes, _here, notes)
tends = _node(Tends, names, _node(Motive, expressions, _quoted, _ifs), _here, notes)
_personal = (_variables("open", "feels", "keeps"), expects, shows, reads, tends, meanwhiles)
kinds = _node(Kind, names, _lines(*_personal), _here, notes)
persons = _node(
    Person,
    *(names, st.none() | _quoted),
    st.sampled_from([("he",), ("she",), ("they",), ("it",), ("xe", "xem", "xyr", "xyrs", "xemself")]),
    st.lists(_node(Called, _quoted, people), max_size=2).map(tuple),
    st.lists(names, max_size=2).map(tuple),
    *(_lines(*_personal, starts), _here, notes),
)

fronts = st.one_of(
    _node(Front, st.sampled_from(["title", "author", "summary", "note", "rating", "language"]), st.tuples(_quoted)),
    _node(Front, st.just("tags"), st.lists(_quoted, min_size=1, max_size=3).map(tuple)),
    _node(Front, st.just("series"), st.tuples(_quoted), st.none() | st.integers(0, 99)),
    _node(Front, st.just("told"), st.just(()), st.none(), st.just(Name("world")) | _sides),
).flatmap(lambda front: notes.map(lambda notes: front._replace(notes=notes)))
scales = _node(Scale, names, st.lists(_values, min_size=1, max_size=4).map(tuple), _here, notes)
bonds = _node(
    Bond,
    *(names, names, st.booleans(), st.lists(targets, min_size=1, max_size=2).map(tuple), st.none() | expressions, _routes, _here, notes),
)
_roles = st.lists(_node(Role, names, st.none() | names, st.booleans()), max_size=4).map(tuple)
scenes = _node(
    Scene,
    *(names, _roles),
    _lines(moments, moments, scene_guards, once, motives, effects, arrows, prose, _variables("fact", "secret")),
    *(_here, notes),
)
endings = _node(Ending, names, st.none() | _quoted, _conditions("when"), _lines(prose), _here, notes)
limits = _node(Limit, st.integers(1, 10_000), _here, notes)
_counts = st.just(1) | st.integers(1, 1000)
_no_body = st.just(())
items: SearchStrategy[Item] = st.deferred(
    lambda: st.one_of(
        _node(
            Item,
            st.sampled_from(["", "then", "next", "or", "without"]),
            *(_counts, events, st.none(), st.just(""), _no_body | _lines(items), _here, notes),
        ),
        _node(Item, st.just("when"), st.just(1), st.none(), expressions, st.just(""), _no_body, _here, notes),
        _node(
            Item, st.just("within"), st.integers(0, 9), st.none(), st.none(), st.sampled_from(["scenes", "events"]), _no_body, _here, notes
        ),
    )
)
motifs = _node(Motif, names, _roles.map(lambda roles: tuple(role._replace(present=True) for role in roles)), _lines(items), _here, notes)
_shares = st.sampled_from(["0", "5", "0.25", "99.5", "100"])
_limits_of_share = st.sampled_from([("5", "40"), ("0.5", None), (None, "99.9")])
promises = st.one_of(
    st.just(Promise("ends", None, None, None, None)),
    _node(lambda form, event: Promise(form, None, None, None, event), st.sampled_from(["never", "always"]), events),
    _node(lambda low, high: Promise("scenes", low, high, None, None), _shares, _shares),
    _node(lambda shares, event: Promise("share", *shares, None, event), _limits_of_share, events),
    _node(lambda shares, player, event: Promise("reach", *shares, player, event), _limits_of_share, people, events),
).flatmap(lambda promise: notes.map(lambda notes: promise._replace(notes=notes)))

TOP_LINES: tuple[SearchStrategy[Line], ...] = (
    *(fronts, scales, _variables("fact", "secret"), kinds, persons, bonds, scenes, meanwhiles, endings, limits, motifs, promises),
)


def _story(lines: list[Line], end: tuple[str, ...]) -> Story:
    """A blank line at the start or at the end of a file says nothing, and none is kept."""
    if lines and (above := lines[0].notes.above) and not above[0]:
        lines = [lines[0]._replace(notes=lines[0].notes._replace(above=above[1:])), *lines[1:]]
    if not lines and end and not end[0]:
        end = end[1:]
    return Story(tuple(lines), end[:-1] if end and not end[-1] else end)


stories = _node(_story, st.lists(st.one_of(*TOP_LINES, unreadable), max_size=5), _above)
