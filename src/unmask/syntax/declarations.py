"""Reads the lines that declare something: people, what they feel and show, facts, bonds, what the cover says."""

import re
from collections.abc import Callable

from unmask.problems import in_heads, in_signs, in_syntax
from unmask.syntax import tree
from unmask.syntax.cursor import NO_STOPS, CannotRead, Cursor, Stops, clipped
from unmask.syntax.expressions import expression, field, sum_
from unmask.syntax.tree import Each, Field, Name

_AFTER_VALUE: Stops = frozenset({"for", "known", "unlisted"})
_AFTER_FIELDS: Stops = frozenset({"as", "to"})
_AFTER_ROLES: Stops = frozenset({"with", "about"})
_BEFORE_MEANING: Stops = frozenset({"means"})
_PERSON: Stops = frozenset({"called", "by"})
"""So many digits may stand behind a percentage's point: what makes a hundred of such parts can still be drawn from exactly."""
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
    if " " in name.words and not cursor.sees(":") and not cursor.sees("=") and not cursor.sees("("):
        name = _without_last_word(cursor, name)
    begin = cursor.at
    opened = cursor.sees("(")
    if not opened:
        cursor.colon()
        begin = cursor.at
    opened = cursor.take("(")
    levels = [_value(cursor)]
    signs = []
    while sign := cursor.take_one(("<", ",", "|", "/", ">", "->", "-", "or", "and")):
        if sign == ",":
            cursor.take_one(("and", "or"))
        signs.append(sign)
        levels.append(_value(cursor))
    if opened:
        cursor.need(")")
    if set(signs) == {">"}:
        levels.reverse()
    if opened or set(signs) - {"<"}:
        cursor.slip(
            begin,
            (": " if opened else "") + " < ".join(level.name.words + (f' "{level.words}"' if level.words else "") for level in levels),
        )
    return tree.Scale(name, tuple(levels))


def _without_last_word(cursor: Cursor, name: Name) -> Name:
    """A name that ran on, since a sign was forgotten: its last word is to be read again."""
    cursor.at -= 1
    first, _, _ = name.words.rpartition(" ")
    return Name(first, cursor.since(cursor.at - len(first.split())))


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
    names, toward = _held(cursor, names)
    if cursor.take("means"):
        meaning = expression(cursor, _AFTER_VALUE)
        for_scene = cursor.take("for", "the", "scene")
        return tree.Variables(word, names, toward, None, None, meaning, (), for_scene, unlisted=cursor.take("unlisted"))
    names = _untied(cursor, names)
    kind = _type(cursor)
    start = sum_(cursor, _AFTER_VALUE) if cursor.take("=") else None
    known_to: tuple[Name, ...] = ()
    for_scene = cursor.take("for", "the", "scene")
    if word == "secret" and cursor.take("known", "to"):
        known_to = cursor.names("a person's name", frozenset({"for", "unlisted"}))
    for_scene = cursor.take("for", "the", "scene") or for_scene
    return tree.Variables(word, names, toward, kind, start, None, known_to, for_scene, unlisted=cursor.take("unlisted"))


def _held(cursor: Cursor, names: tuple[Name, ...]) -> tuple[tuple[Name, ...], Each | None]:
    """Toward whom it is held: `toward Rey`. `shame at Rey` is the same, where nothing else in the file names it so."""
    if cursor.take("toward"):
        return names, each(cursor, _BEFORE_MEANING)
    last = names[-1].words
    if " " not in last or cursor.tokens[0].text not in ("feels", "keeps", "open"):
        return names, None
    for who in cursor.known.people:
        name, _, preposition = last.removesuffix(f" {who}").rpartition(" ")
        if name and preposition in _AT and last.endswith(f" {who}"):
            said = rf"^(?!\s*(?:feels|keeps|open)\b).*\b{re.escape(last)}\b"
            if cursor.known.has_line(said):
                return names, None
            begin = cursor.at - len(who.split()) - 1
            cursor.slip(begin, f"toward {who}")
            span = cursor.since(begin + 1)
            return (*names[:-1], Name(name, names[-1].span)), Each(Name(who, span), False, span)
    return names, None


_AT = frozenset({"about", "against", "at", "for", "in", "of", "on", "to", "with"})


def _untied(cursor: Cursor, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """The names before a colon. Where it was forgotten before a word, the last word of the names is the type's."""
    last = names[-1].words.rpartition(" ")[2]
    at_sign = cursor.sees_kind("number") or any(map(cursor.sees, (":", "-", "=", "(")))
    if " " in names[-1].words and (last in cursor.known.scales or (not at_sign and not cursor.done)):
        names = (*names[:-1], _without_last_word(cursor, names[-1]))
    if not cursor.sees("="):
        cursor.colon()
    return names


def _type_of_start(cursor: Cursor) -> tree.Type:
    """The type of what has a start and nothing else: what the start says of it."""
    found: tree.Type
    if cursor.at + 1 < len(cursor.tokens) and cursor.tokens[cursor.at + 1].kind == "number":
        most = max(int(cursor.tokens[cursor.at + 1].text[:9]), 1)
        found, words = tree.RangeType(0, most), f"0..{most}"
    elif cursor.sees("=", "yes") or cursor.sees("=", "no"):
        found, words = tree.YesNoType(), "yes/no"
    elif len(cursor.known.scales) == 1:
        words = cursor.known.scales[0]
        found = tree.ScaleType(Name(words, cursor.here))
    else:
        raise cursor.stuck("`:`")
    last = cursor.tokens[cursor.at - 1]
    cursor.problems.append(in_syntax.no_type(cursor.line.place(last.start, last.end), cursor.raw_of(cursor.at - 1), words))
    return found


_BETWEEN_ENDS = ("-", "to", ".")


def _type(cursor: Cursor) -> tree.Type:
    begin = cursor.at
    if cursor.sees("="):
        return _type_of_start(cursor)
    if cursor.take("("):
        found = _type(cursor)
        cursor.need(")")
        return found
    if cursor.sees_kind("number") or cursor.sees("-"):
        low = cursor.integer()
        between = cursor.at
        if not cursor.take("..") and cursor.take_one(_BETWEEN_ENDS):
            cursor.tokens[between] = cursor.tokens[between]._replace(slip=None)
            cursor.slip(between, "..")
        elif cursor.at == between:
            cursor.need("..")
        return tree.RangeType(low, cursor.integer())
    if cursor.take("yes", "/", "no"):
        return tree.YesNoType()
    if any(cursor.take(*words) for words in _YES_NO) and not cursor.sees("|"):
        cursor.slip(begin, "yes/no")
        return tree.YesNoType()
    cursor.at = begin
    name = cursor.name("a scale, a range like `0..6`, values like `worn | fallen`, or `yes/no`", _AFTER_VALUE)
    if cursor.sees("|") or cursor.sees_kind("text"):
        return tree.SetType(_values(cursor, "|", name))
    if cursor.sees("<"):
        return _scale_inside(cursor, begin, _values(cursor, "<", name))
    if name.words in cursor.known.scales and cursor.take(","):
        cursor.at -= 1
        cursor.tokens[cursor.at] = cursor.tokens[cursor.at]._replace(text="=", slip=in_signs.written_otherwise(cursor.here, ",", "=", " ="))
        return tree.ScaleType(name)
    if not (cursor.sees(",") or cursor.sees("/") or cursor.sees("or")):
        return tree.ScaleType(name)
    values = [_value(cursor, name)]
    while cursor.take_one((",", "/", "or")):
        cursor.take("or")
        values.append(_value(cursor))
    cursor.slip(begin, " | ".join(value.name.words for value in values))
    return tree.SetType(tuple(values))


def _scale_inside(cursor: Cursor, begin: int, levels: tuple[tree.Value, ...]) -> tree.SetType:
    """`feels shame: low < high`: the levels of a scale that has no line of its own."""
    text = cursor.line.text
    head, rest = text[cursor.tokens[0].start : cursor.tokens[begin - 1].end], cursor.raw(cursor.at, len(cursor.tokens))
    name = next((name for name in ("degree", "strength", "measure") if name not in cursor.known.declared), "NAME")
    written = " < ".join(level.name.words + (f' "{level.words}"' if level.words else "") for level in levels)
    cursor.problems.append(in_heads.scale_inside(cursor.since(begin), f"scale {name}: {written}", f"{head} {name} {rest}".rstrip()))
    return tree.SetType(levels, True)


_YES_NO = (("yes", "|", "no"), ("no", "/", "yes"), ("no", "|", "yes"), ("true", "/", "false"), ("bool",), ("boolean",), ("yes", "or", "no"))


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
    if not cursor.sees("(") and " " in name.words and name.words.rpartition(" ")[2].casefold() in PRONOUNS:
        name = _without_last_word(cursor, name)
    name, display = _with_abbreviation(cursor, name)
    display = cursor.text("") if cursor.sees_kind("text") else display
    pronouns = _pronouns(cursor)
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


def _with_abbreviation(cursor: Cursor, name: Name) -> tuple[Name, str | None]:
    """`M. Émile`: no name holds a full stop, so the last word is the name and all of it what the person is called."""
    begin, words = cursor.at - len(name.words.split()), name.words
    while cursor.take("."):
        name = cursor.name("the person's name", _PERSON)
        words += f". {name.words}"
    if "." not in words:
        return name, None
    cursor.problems.append(in_heads.stop_in_name(cursor.since(begin), words, name.words))
    return name, words


_SETS = {
    "he": frozenset("he him his himself male man m boy masculine".split()),
    "she": frozenset("she her hers herself female woman f girl feminine".split()),
    "they": frozenset("they them their theirs themself themselves nonbinary nb any all".split()),
    "it": frozenset("it its itself".split()),
}


def _pronouns(cursor: Cursor) -> tuple[str, ...]:
    """One word that we know, a few of its forms, or five forms, perhaps with the verb that they take: `ey/em/eir/eirs/emself/are`."""
    begin = cursor.at - 1
    if any(cursor.sees(sign, "(") for sign in (":", "-", ",")):
        cursor.at += 1
        cursor.slip(begin, cursor.raw_of(begin))
    if not cursor.take("("):
        return _bare_pronouns(cursor)
    start = cursor.at
    forms = [cursor.name("he, she, they, it or five forms").words]
    while cursor.take_one(("/", ",", "or", "and")):
        forms.append("is" if cursor.take("is") else cursor.name("a pronoun").words)
    span = cursor.since(start)
    cursor.need(")")
    if len(forms) == 5 or (len(forms) == 6 and forms[5] in ("is", "are")) or (len(forms) == 1 and forms[0] in PRONOUNS):
        return tuple(forms)
    sets = [next((word for word, known in _SETS.items() if form.casefold() in known), "") for form in forms]
    if not all(sets):
        raise CannotRead(in_heads.strange_pronouns(span, clipped("/".join(forms))))
    if len(forms) == 1 and forms[0].casefold() not in PRONOUNS:
        cursor.problems.append(in_heads.strange_pronouns(span, clipped(forms[0]), sets[0]))
    if len(set(sets)) > 1:
        cursor.problems.append(in_heads.several_pronouns(span, clipped("/".join(forms)), sets[0]))
    return (sets[0],)


def _bare_pronouns(cursor: Cursor) -> tuple[str, ...]:
    """What follows a name without parentheses: `, she`, `she/her`, `[she]`, or nothing."""
    begin = cursor.at
    last = cursor.tokens[begin - 1]
    if cursor.take_one((",", ":", "-")) or (cursor.sees_kind("odd") and cursor.tokens[begin].text == "["):
        cursor.at = begin + 1
    if not cursor.sees_kind("word") or cursor.tokens[cursor.at].text.casefold() not in PRONOUNS:
        cursor.at = begin
        fits = cursor.done or any(cursor.sees(*words) for words in (("called",), (",", "a"), (",", "an")))
        raise CannotRead(in_heads.no_pronouns(cursor.line.place(last.start, last.end), cursor.raw_of(begin - 1), fits))
    word = cursor.tokens[cursor.at].text.casefold()
    while (cursor.sees_kind("word") and cursor.tokens[cursor.at].text not in ("called", "a", "an")) or cursor.sees("/"):
        cursor.at += 1
    if cursor.sees_kind("odd") and cursor.tokens[cursor.at].text == "]":
        cursor.at += 1
    cursor.problems.append(in_heads.bare_pronouns(cursor.line.place(last.end, cursor.tokens[cursor.at - 1].end), word))
    return (word,)


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
    while cursor.comma():
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
        if word == "while" and cursor.take_one(("if", "when")):
            cursor.slip(begin, "while")
            return tree.Condition("while", expression(cursor, frozenset({"to"})), cursor.since(begin))
        if cursor.take(word):
            return tree.Condition(word, expression(cursor, frozenset({"to"})), cursor.since(begin))
    return None


def bond(cursor: Cursor) -> tree.Bond:
    cursor.need("bond")
    one = cursor.name("a person", frozenset({"to", "carries"}))
    both = _goes_both_ways(cursor, one)
    other = cursor.name("a person", _BEFORE_CARRIED)
    begin = cursor.at
    if cursor.take_one((":", "with")):
        cursor.slip(begin, " carries" if cursor.is_(begin, ":") else "carries")
    else:
        cursor.need("carries")
    fields = _fields(cursor)
    as_ = expression(cursor, _AFTER_FIELDS) if cursor.take("as") else None
    return tree.Bond(one, other, both, fields, as_, _route_condition(cursor))


_BEFORE_CARRIED: Stops = frozenset({"carries", "with"})


def _goes_both_ways(cursor: Cursor, one: Name) -> bool:
    """Whether a bond goes both ways, `A, B`, or one, `A to B`; arrows say it too, and other signs do not."""
    begin = cursor.at
    if cursor.comma():
        return True
    if cursor.take("->"):
        cursor.slip(begin, "to")
    elif cursor.take("<", "->"):
        cursor.slip(begin, ",")
        return True
    elif sign := cursor.take_one(("-", "/", "+")):
        span = cursor.since(begin)
        other = cursor.name("a person", _BEFORE_CARRIED).words
        carried = cursor.raw(cursor.at + 1, len(cursor.tokens)) or cursor.known.examples.like("$field")
        raise CannotRead(in_heads.which_way(span, sign, one.words, other, carried))
    else:
        cursor.need("to")
    return False


def reads(cursor: Cursor) -> tree.Reads:
    cursor.need("reads")
    whose = each(cursor)
    cursor.need(".")
    name = cursor.name("the field's name", frozenset({"as"}))
    toward = cursor.name("a person's name", frozenset({"as"})) if cursor.take("toward") else None
    cursor.need("as")
    return tree.Reads(whose, name, toward, expression(cursor), _route_condition(cursor))


Reader = Callable[[Cursor], tree.Line]
