"""Reads the lines of scenes: who meets, who chooses what and why, and what moves the story on."""

import re

from unmask.problems import in_syntax, in_values
from unmask.syntax import tree
from unmask.syntax.cursor import CannotRead, Cursor, Stops
from unmask.syntax.declarations import target_of
from unmask.syntax.expressions import condition, expression, sum_
from unmask.syntax.habits import mind_changed
from unmask.syntax.prose import label_template
from unmask.syntax.tree import Name

_AFTER_ROLES: Stops = frozenset({"with", "about"})
# A draw is numbered within its scene by twenty bits, and a scene can be as long as a run.
MOST_EVENTS = 1_000_000
MOST_PLACES = 7


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
            names += _joined(cursor, cursor.name("a person, or a role and its kind", _AFTER_ROLES | {"unseen"}))
            if cursor.sees("unseen"):
                raise CannotRead(in_syntax.reserved_word(cursor.here, "unseen"))
            if cursor.at + 1 < len(cursor.tokens) and cursor.take(":"):
                of_kind = cursor.name("a kind", _AFTER_ROLES)
                found += [tree.Role(name, of_kind, present) for name in names]
                names = []
            if not cursor.comma():
                break
        found += [tree.Role(name, None, present) for name in names]
    return tuple(found)


def _joined(cursor: Cursor, name: Name) -> list[Name]:
    """`Zoë et Émile` and `Zoë Émile`, two people with the *and* of another language or nothing between them, as the two; else the name."""
    people = cursor.known.people
    if " " not in name.words or name.words in people:
        return [name]
    for first in people:
        behind = name.words.removeprefix(first)
        second = next((who for who in people if behind != name.words and _IS_AND.fullmatch(behind.removesuffix(who))), "")
        if second and behind.endswith(f" {second}"):
            cursor.slip(cursor.at - len(name.words.split()), f"{first}, {second}")
            return [Name(first, name.span), Name(second, name.span)]
    return [name]


_IS_AND = re.compile(r" (?:[^\s\d]{1,3} )?")


def moment(cursor: Cursor) -> tree.Moment:
    cursor.need("moment")
    name = cursor.name("the moment's name", frozenset({"with"}))
    owner_inside = next((who for who in cursor.known.people if name.words.endswith(f" {who}")), "")
    if owner_inside and cursor.done:
        return _moment_of(cursor, name, owner_inside)
    if cursor.sees("with"):
        raise CannotRead(in_syntax.reserved_word(cursor.here, "with"))
    owner = cursor.name("a person, a role or `chance`") if cursor.take(":") and not cursor.done else None
    return tree.Moment(name, owner, ())


def _moment_of(cursor: Cursor, name: Name, who: str) -> tree.Moment:
    """`moment ask Zoë`, where the colon was forgotten."""
    count = len(who.split())
    words = name.words.split()[:-count]
    if words[-1] in ("by", "for", "of", "to"):
        words.pop()
    if not words:
        return tree.Moment(name, None, ())
    begin = cursor.at - len(name.words.split())
    owner = Name(who, cursor.since(cursor.at - count))
    cursor.slip(begin, f"{' '.join(words)}: {who}")
    return tree.Moment(Name(" ".join(words), name.span), owner, ())


def option(cursor: Cursor) -> tree.Option:
    cursor.need("*")
    label, begin, end = cursor.label()
    if not label:
        raise cursor.stuck("what they may do, in words")
    if not any(sign in label for sign in "{}\\"):
        return tree.Option(label, ())
    told, problems = label_template(cursor.line, begin, end, cursor.known)
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
    amount, places = cursor.decimal(MOST_PLACES)
    number = tree.Number(amount, cursor.since(begin))
    cursor.need("%")
    return tree.Weight(number, True, places=places)


def motive(cursor: Cursor) -> tree.Motive:
    """`+2 * longing "phrase" if COND`. A motive without its reason in words is no motive."""
    if not cursor.take("+") and not cursor.sees("-"):
        raise cursor.stuck("`+` or `-`")
    begin = cursor.at
    points = sum_(cursor)
    if isinstance(points, Name) and not cursor.sees_kind("text"):
        points = _without_reason(cursor, points, begin)
    phrase = _bare_reason(cursor) or cursor.text('the reason between quotes, like "she is angry"')
    return tree.Motive(points, phrase, condition(cursor, "if", "unless"))


def _without_reason(cursor: Cursor, name: Name, begin: int) -> Name:
    """The points of `+pride she is proud`: of the words, those that name something."""
    words = name.words.split()
    for count in range(len(words) - 1, 0, -1):
        if (found := " ".join(words[:count])) in cursor.known.declared:
            cursor.at = begin + count
            return Name(found, cursor.since(begin))
    return name


def _bare_reason(cursor: Cursor) -> str:
    """A reason that stands there without quotes, up to its condition; "" where there is none."""
    begin = cursor.at
    if not cursor.sees_kind("word") and not cursor.sees("("):
        return ""
    if any(map(cursor.sees, ("if", "unless", "when"))):
        return ""
    while not cursor.done and not any(map(cursor.sees, ("if", "unless", "when"))):
        cursor.at += 1
    span = cursor.since(begin)
    reason = cursor.raw(begin, cursor.at).removeprefix("(").removesuffix(")").replace("\\", "").replace('"', "").strip()
    if not reason or "{" in reason or "}" in reason:
        cursor.at = begin
        return ""
    cursor.problems.append(in_syntax.no_quotes(span, reason))
    return reason


def tends(cursor: Cursor) -> tree.Tends:
    cursor.need("tends", "to")
    tag = cursor.name("the name of what they tend to")
    cursor.need(":")
    return tree.Tends(tag, motive(cursor))


def effect(cursor: Cursor) -> tree.Effect:
    cursor.need("~")
    for number, token in enumerate(cursor.tokens):
        if token.text in ("believes", "forgets") or (token.text == "tell" and number == 1 and len(cursor.tokens) > 3):
            raise CannotRead(in_syntax.reserved_word(cursor.line.place(token.start, token.end), token.text))
    target = target_of(cursor)
    begin = cursor.at
    if not any(map(cursor.sees, ("=", "+=", "-="))) and (verb := mind_changed(cursor.line.text, cursor.known)):
        raise CannotRead(in_syntax.mind_changed(cursor.line.span, verb))
    operator = cursor.take_one(("=", "+=", "-="))
    if not operator and (sign := cursor.take_one(("+", "-"))):
        operator = f"{sign}="
        cursor.slip(begin, operator)
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
    name = cursor.name("the ending's name", frozenset({"if"}))
    title = cursor.text("") if cursor.sees_kind("text") else None
    return tree.Ending(name, title, condition(cursor, "when"), ())


def limit(cursor: Cursor) -> tree.Limit:
    cursor.need("limit")
    events = cursor.integer()
    if not 1 <= events <= MOST_EVENTS:
        raise CannotRead(in_values.strange_limit(cursor.since(1), MOST_EVENTS))
    cursor.need("events")
    return tree.Limit(events)
