"""The head of each line that declares something or moves the story on: a cursor comes in, a node without its block leaves."""

from collections.abc import Callable

from unmask.problems import in_syntax
from unmask.syntax import tree
from unmask.syntax.cursor import NO_STOPS, CannotRead, Cursor, Stops, clipped
from unmask.syntax.expressions import condition, expression, field, sum_
from unmask.syntax.prose import label_template
from unmask.syntax.tree import Each, Field, Name

_AFTER_VALUE: Stops = frozenset({"for", "known"})
_AFTER_FIELDS: Stops = frozenset({"as", "to"})
_AFTER_ROLES: Stops = frozenset({"with", "about"})
_BEFORE_MEANING: Stops = frozenset({"means"})
_PERSON: Stops = frozenset({"called", "by"})
# A draw is numbered within its scene by twenty bits, and a scene can be as long as a run.
MOST_EVENTS = 1_000_000
PRONOUNS = ("he", "she", "they", "it")


# ── the cover ────────────────────────────────────────────────────────────────────────────────────────────────────────


def front(cursor: Cursor) -> tree.Front:
    """`title "…"`, `tags "a", "b"`, `series "…" part 4`."""
    word = cursor.tokens[cursor.at].text
    cursor.at += 1
    texts = [cursor.text("words between quotes")]
    part = None
    if word == "tags":
        while cursor.take(","):
            texts.append(cursor.text("words between quotes"))
    if word == "series" and cursor.take("part"):
        part = cursor.integer()
    return tree.Front(word, tuple(texts), part)


def told(cursor: Cursor) -> tree.Front:
    """`told from Kylo's side`."""
    cursor.need("told", "from")
    if cursor.sees("the", "world's"):
        cursor.at += 1
    name = cursor.name("a person's name and `'s side`", frozenset({"side"}))
    cursor.need("side")
    if not name.words.endswith("'s") and not name.words.endswith("'"):
        raise CannotRead(in_syntax.cannot_read_on(name.span, "a person's name with `'s`", clipped(name.words), cursor.form))
    return tree.Front("told", (), None, Name(name.words.removesuffix("s").removesuffix("'"), name.span))


# ── values and state ─────────────────────────────────────────────────────────────────────────────────────────────────


def scale(cursor: Cursor) -> tree.Scale:
    cursor.need("scale")
    name = cursor.name("the scale's name")
    cursor.need(":")
    return tree.Scale(name, _values(cursor, "<"))


def _values(cursor: Cursor, sign: str, first: Name | None = None) -> tuple[tree.Value, ...]:
    """Value names between signs, each with better words for it or none."""
    found = [_value(cursor, first)]
    while cursor.take(sign):
        found.append(_value(cursor))
    return tuple(found)


def _value(cursor: Cursor, name: Name | None = None) -> tree.Value:
    start = cursor.at
    name = name or cursor.name("a name", _AFTER_VALUE)
    words = cursor.text("words") if cursor.sees_kind("text") else None
    return tree.Value(name, words, cursor.since(start) if cursor.at > start else name.span)


def variables(cursor: Cursor) -> tree.Variables:
    """`fact month: 0..24`, `feels anger, longing: feeling = faint for the scene`, `keeps calm means anger is none`."""
    word = cursor.tokens[cursor.at].text
    cursor.at += 1
    names = cursor.names("a name", _BEFORE_MEANING)
    toward = each(cursor, _BEFORE_MEANING) if cursor.take("toward") else None
    if cursor.take("means"):
        meaning = expression(cursor, _AFTER_VALUE)
        return tree.Variables(word, names, toward, None, None, meaning, (), cursor.take("for", "the", "scene"))
    cursor.need(":")
    kind = _type(cursor)
    start = sum_(cursor, _AFTER_VALUE) if cursor.take("=") else None
    known_to: tuple[Name, ...] = ()
    for_scene = cursor.take("for", "the", "scene")
    if word == "secret" and cursor.take("known", "to"):
        known_to = cursor.names("a person's name", frozenset({"for"}))
    for_scene = cursor.take("for", "the", "scene") or for_scene
    return tree.Variables(word, names, toward, kind, start, None, known_to, for_scene)


def _type(cursor: Cursor) -> tree.Type:
    if cursor.sees_kind("number") or cursor.sees("-"):
        low = cursor.integer()
        cursor.need("..")
        return tree.RangeType(low, cursor.integer())
    if cursor.take("yes", "/", "no"):
        return tree.YesNoType()
    name = cursor.name("a scale, a range like `0..6`, values like `worn | fallen`, or `yes/no`", _AFTER_VALUE)
    if cursor.sees("|") or cursor.sees_kind("text"):
        return tree.SetType(_values(cursor, "|", name))
    return tree.ScaleType(name)


def each(cursor: Cursor, stops: Stops = NO_STOPS) -> Each:
    """`Rey` or `each villager`."""
    start = cursor.at
    every = cursor.take("each")
    name = cursor.name("a kind" if every else "a person, or `each` and a kind", stops)
    return Each(name, every, cursor.since(start))


# ── people ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def kind(cursor: Cursor) -> tree.Kind:
    cursor.need("kind")
    return tree.Kind(cursor.name("the kind's name"), ())


def person(cursor: Cursor) -> tree.Person:
    """`person Thorne "Mr. Thorne" (he) called "Adam" by Felix, a villager`."""
    cursor.need("person")
    name = cursor.name("the person's name", _PERSON)
    display = cursor.text("") if cursor.sees_kind("text") else None
    cursor.need("(")
    pronouns = _pronouns(cursor)
    cursor.need(")")
    called: list[tree.Called] = []
    kinds: list[Name] = []
    if cursor.take("called"):
        called.append(_called(cursor))
    while cursor.take(","):
        if cursor.take("a") or cursor.take("an"):
            kinds.append(cursor.name("a kind"))
        elif called:
            called.append(_called(cursor))
        else:
            raise cursor.stuck("`a` and a kind")
    return tree.Person(name, display, pronouns, tuple(called), tuple(kinds), ())


def _pronouns(cursor: Cursor) -> tuple[str, ...]:
    """One word that we know, or five forms, perhaps with the verb that they take: `ey/em/eir/eirs/emself/are`."""
    start = cursor.at
    forms = [cursor.name("he, she, they, it or five forms").words]
    while cursor.take("/"):
        forms.append("is" if cursor.take("is") else cursor.name("a pronoun").words)
    known = forms[0] in PRONOUNS if len(forms) == 1 else len(forms) == 5 or (len(forms) == 6 and forms[5] in ("is", "are"))
    if not known:
        raise CannotRead(in_syntax.strange_pronouns(cursor.since(start), clipped("/".join(forms))))
    return tuple(forms)


def _called(cursor: Cursor) -> tree.Called:
    words = cursor.text("a name between quotes")
    cursor.need("by")
    return tree.Called(words, cursor.name("the person who says it"))


def start(cursor: Cursor) -> tree.Start:
    """`longing = faint`."""
    target = target_of(cursor)
    cursor.need("=")
    return tree.Start(target, sum_(cursor))


def target_of(cursor: Cursor) -> Field:
    found = field(cursor, "a field or a fact")
    return found if isinstance(found, Field) else Field(None, found, None, found.span)


def expects(cursor: Cursor) -> tree.Expects:
    cursor.need("expects")
    whose = each(cursor)
    cursor.need(".")
    name = cursor.name("the field's name")
    toward = cursor.name("a person's name") if cursor.take("toward") else None
    cursor.need("=")
    return tree.Expects(whose, name, toward, sum_(cursor))


def _fields(cursor: Cursor) -> tuple[Field, ...]:
    found = [_field(cursor)]
    while cursor.take(","):
        found.append(_field(cursor))
    return tuple(found)


def _field(cursor: Cursor) -> Field:
    found = field(cursor, "a field", _AFTER_FIELDS)
    return found if isinstance(found, Field) else Field(None, found, None, found.span)


def shows(cursor: Cursor) -> tree.Shows:
    """`shows anger as max(anger, shame) unless helmet is worn to Rey`."""
    cursor.need("shows")
    fields = _fields(cursor)
    as_ = expression(cursor, _AFTER_FIELDS) if cursor.take("as") else None
    to = each(cursor) if cursor.take("to") else None
    when = _route_condition(cursor)
    if to is None and cursor.take("to"):
        to = each(cursor)
    return tree.Shows(fields, as_, when, to)


def _route_condition(cursor: Cursor) -> tree.Condition | None:
    for word in ("while", "unless"):
        begin = cursor.at
        if cursor.take(word):
            return tree.Condition(word, expression(cursor, frozenset({"to"})), cursor.since(begin))
    return None


def bond(cursor: Cursor) -> tree.Bond:
    cursor.need("bond")
    one = cursor.name("a person", frozenset({"to", "carries"}))
    both = cursor.take(",")
    if not both:
        cursor.need("to")
    other = cursor.name("a person", frozenset({"carries"}))
    cursor.need("carries")
    fields = _fields(cursor)
    as_ = expression(cursor, _AFTER_FIELDS) if cursor.take("as") else None
    return tree.Bond(one, other, both, fields, as_, _route_condition(cursor))


def reads(cursor: Cursor) -> tree.Reads:
    cursor.need("reads")
    whose = each(cursor)
    cursor.need(".")
    name = cursor.name("the field's name", frozenset({"as"}))
    toward = cursor.name("a person's name", frozenset({"as"})) if cursor.take("toward") else None
    cursor.need("as")
    return tree.Reads(whose, name, toward, expression(cursor), _route_condition(cursor))


def tends(cursor: Cursor) -> tree.Tends:
    cursor.need("tends", "to")
    tag = cursor.name("the name of what they tend to")
    cursor.need(":")
    return tree.Tends(tag, motive(cursor))


# ── scenes and what they hold ────────────────────────────────────────────────────────────────────────────────────────


def scene(cursor: Cursor) -> tree.Scene:
    cursor.need("scene")
    return tree.Scene(cursor.name("the scene's name", _AFTER_ROLES), roles(cursor), ())


def roles(cursor: Cursor) -> tuple[tree.Role, ...]:
    """`with Rey, Kylo`, `with a, b: villager about c: villager`: a kind counts for the names before it."""
    found: list[tree.Role] = []
    while cursor.sees("with") or cursor.sees("about"):
        present = cursor.take("with") or not cursor.take("about")
        names: list[Name] = []
        while True:
            names.append(cursor.name("a person, or a role and its kind", _AFTER_ROLES | {"unseen"}))
            if cursor.sees("unseen"):
                raise CannotRead(in_syntax.reserved_word(cursor.here, "unseen"))
            if cursor.take(":"):
                of_kind = cursor.name("a kind", _AFTER_ROLES)
                found += [tree.Role(name, of_kind, present) for name in names]
                names = []
            if not cursor.take(","):
                break
        found += [tree.Role(name, None, present) for name in names]
    return tuple(found)


def moment(cursor: Cursor) -> tree.Moment:
    cursor.need("moment")
    name = cursor.name("the moment's name", frozenset({"with"}))
    if cursor.sees("with"):
        raise CannotRead(in_syntax.reserved_word(cursor.here, "with"))
    owner = cursor.name("a person, a role or `chance`") if cursor.take(":") else None
    return tree.Moment(name, owner, ())


def option(cursor: Cursor) -> tree.Option:
    cursor.need("*")
    label, begin, end = cursor.label()
    if not label:
        raise cursor.stuck("what they may do, in words")
    if not any(sign in label for sign in "{}\\"):
        return tree.Option(label, ())
    told, problems = label_template(cursor.line, begin, end)
    cursor.problems += problems
    return tree.Option(label, (), told=told)


def guard(cursor: Cursor) -> tree.Guard:
    found = condition(cursor, "if", "unless", "when")
    if found is None:
        raise cursor.stuck("`if`, `unless` or `when`")
    return tree.Guard(found)


def once(cursor: Cursor) -> tree.Once:
    cursor.need("once")
    return tree.Once()


def tag(cursor: Cursor) -> tree.Tag:
    cursor.need("is")
    return tree.Tag(cursor.name("the name of a tendency"))


def weight(cursor: Cursor) -> tree.Weight:
    cursor.need("weight")
    return tree.Weight(expression(cursor), False)


def percent(cursor: Cursor) -> tree.Weight:
    begin = cursor.at
    amount = tree.Number(cursor.integer(), cursor.since(begin))
    cursor.need("%")
    return tree.Weight(amount, True)


def motive(cursor: Cursor) -> tree.Motive:
    """`+2 * longing "phrase" if COND`. A motive without its reason in words is no motive."""
    if not cursor.take("+") and not cursor.sees("-"):
        raise cursor.stuck("`+` or `-`")
    points = sum_(cursor)
    phrase = cursor.text('the reason between quotes, like "she is angry"')
    return tree.Motive(points, phrase, condition(cursor, "if", "unless"))


def effect(cursor: Cursor) -> tree.Effect:
    cursor.need("~")
    for number, token in enumerate(cursor.tokens):
        if token.text in ("believes", "forgets") or (token.text == "tell" and number == 1 and len(cursor.tokens) > 3):
            raise CannotRead(in_syntax.reserved_word(cursor.line.place(token.start, token.end), token.text))
    target = target_of(cursor)
    operator = cursor.take_one(("=", "+=", "-="))
    if not operator:
        raise cursor.stuck("`=`, `+=` or `-=`")
    return tree.Effect(target, operator, expression(cursor), condition(cursor, "if", "unless"))


def arrow(cursor: Cursor) -> tree.Arrow:
    cursor.need("->")
    if cursor.take("ending"):
        return tree.Arrow("ending", cursor.name("the ending's name"), condition(cursor, "if", "unless"))
    name = cursor.name("a moment of this scene, `end`, or `ending` and its name")
    if name.words == "end":
        return tree.Arrow("end", None, condition(cursor, "if", "unless"))
    return tree.Arrow("moment", name, condition(cursor, "if", "unless"))


def meanwhile(cursor: Cursor) -> tree.Meanwhile:
    cursor.need("meanwhile")
    return tree.Meanwhile(())


def ending(cursor: Cursor) -> tree.Ending:
    cursor.need("ending")
    name = cursor.name("the ending's name")
    title = cursor.text("") if cursor.sees_kind("text") else None
    return tree.Ending(name, title, condition(cursor, "when"), ())


def limit(cursor: Cursor) -> tree.Limit:
    cursor.need("limit")
    events = cursor.integer()
    if not 1 <= events <= MOST_EVENTS:
        raise CannotRead(in_syntax.strange_limit(cursor.since(1), MOST_EVENTS))
    cursor.need("events")
    return tree.Limit(events)


Reader = Callable[[Cursor], tree.Line]
