"""Reads motifs and promises: the lines that speak of whole runs."""

import re

from unmask.problems import in_values
from unmask.syntax import tree
from unmask.syntax.cursor import CannotRead, Cursor
from unmask.syntax.expressions import event, expression
from unmask.syntax.scenes import roles

_DECIMAL = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,12})?")
_UNITS = ("scenes", "events", "scene", "event")


def motif(cursor: Cursor) -> tree.Motif:
    cursor.need("motif")
    return tree.Motif(cursor.name("the motif's name", frozenset({"with"})), roles(cursor), ())


def item(cursor: Cursor) -> tree.Item:
    """`X`, `then 3 times X`, `next X`, `or X`, `without X`, `when COND`, `within 2 scenes`."""
    if cursor.take("when"):
        return tree.Item("when", 1, None, expression(cursor), "", ())
    if cursor.take("within"):
        count = cursor.integer()
        unit = cursor.take_one(_UNITS)
        if not unit:
            raise cursor.stuck("`scenes` or `events`")
        return tree.Item("within", count, None, None, unit.removesuffix("s") + "s", ())
    word = cursor.take_one(("then", "next", "or", "without"))
    begin = cursor.at
    count = 1
    if cursor.sees_kind("number"):
        count = cursor.integer()
        if not cursor.take("times"):
            cursor.need("time")
        if not 1 <= count <= 1000:
            raise CannotRead(in_values.strange_count(cursor.since(begin), count))
    return tree.Item(word, count, event(cursor, len(cursor.tokens)), None, "", ())


def promise(cursor: Cursor) -> tree.Promise:
    """`promise in 5% to 40% of stories: M` and its sisters."""
    cursor.need("promise")
    if cursor.take("every", "story", "ends"):
        return tree.Promise("ends", None, None, None, None)
    if cursor.take("never"):
        return tree.Promise("never", None, None, None, _about(cursor))
    if cursor.take("always"):
        return tree.Promise("always", None, None, None, _about(cursor))
    if cursor.take("in"):
        low, high = _shares(cursor)
        cursor.need("of", "stories")
        return tree.Promise("share", low, high, None, _about(cursor))
    if cursor.sees_kind("number"):
        low = _decimal(cursor)
        cursor.need("to")
        high = _decimal(cursor)
        cursor.need("scenes", "on", "average")
        return tree.Promise("scenes", low, high, None, None)
    player = cursor.name("`in`, `never`, `always`, `every story ends`, a number, or a person's name", frozenset({"can"}))
    cursor.need("can", "reach", "in")
    low, high = _shares(cursor)
    cursor.need("of", "stories")
    return tree.Promise("reach", low, high, player, _about(cursor))


def _about(cursor: Cursor) -> tree.EventPattern:
    cursor.need(":")
    return event(cursor, len(cursor.tokens))


def _shares(cursor: Cursor) -> tuple[str | None, str | None]:
    """`5% to 40%`, `at least 5%`, `at most 40%`."""
    if cursor.take("at", "least"):
        return _percentage(cursor), None
    if cursor.take("at", "most"):
        return None, _percentage(cursor)
    low = _percentage(cursor)
    cursor.need("to")
    return low, _percentage(cursor)


def _percentage(cursor: Cursor) -> str:
    begin = cursor.at
    share = _decimal(cursor)
    cursor.need("%")
    if float(share) > 100:
        raise CannotRead(in_values.strange_share(cursor.since(begin), share))
    return share


def _decimal(cursor: Cursor) -> str:
    """`5` or `0.25`, kept as written."""
    begin = cursor.at
    while cursor.sees_kind("number") or cursor.sees("."):
        cursor.at += 1
    written = cursor.raw(begin, cursor.at)
    if not _DECIMAL.fullmatch(written):
        raise cursor.stuck("a number")
    return written
