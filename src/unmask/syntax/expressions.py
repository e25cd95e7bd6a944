"""Reads expressions: what is weighed, compared and set."""

from collections.abc import Callable

from unmask.problems import in_syntax, in_values
from unmask.problems.problem import Problem
from unmask.syntax.cursor import NO_STOPS, CannotRead, Cursor, Stops, clipped
from unmask.syntax.tree import Apply, Binary, Condition, EventPattern, Expression, Field, Happened, Name, Number, Unary

DEEPEST = 50  # No expression is a higher tree than this, so whoever walks one may do so by calling itself.
DEEPEST_PARENTHESES = 25
FUNCTIONS = {"max": (2, 99), "min": (2, 99), "seems": (1, 2), "was": (1, 1), "times": (1, 1), "nth": (1, 1)}
COMPARISONS = frozenset({"=", "!=", "<=", ">=", "<", ">"})


def expression(cursor: Cursor, stops: Stops = NO_STOPS) -> Expression:
    """The loosest: `a or b`."""
    cursor.depth += 1
    if cursor.depth > DEEPEST_PARENTHESES:
        raise CannotRead(in_syntax.too_deep(cursor.here, "parentheses"))
    found = _chain(cursor, stops, ("or",), _both)
    cursor.depth -= 1
    return found


def condition(cursor: Cursor, *words: str) -> Condition | None:
    """`if COND` and the like at the end of a line, if it is there."""
    start = cursor.at
    if word := cursor.take_one(words):
        return Condition(word, expression(cursor), cursor.since(start))
    if cursor.take_one(("if", "when", "while")):
        cursor.slip(start, words[0])
        return Condition(words[0], expression(cursor), cursor.since(start))
    return None


def _both(cursor: Cursor, stops: Stops) -> Expression:
    return _chain(cursor, stops, ("and",), _negation)


def _negation(cursor: Cursor, stops: Stops) -> Expression:
    start = cursor.at
    negations = 0
    while cursor.take("not"):
        negations += 1
    found = _comparison(cursor, stops)
    for _ in range(negations):
        _grow(cursor)
        found = Unary("not", found, cursor.since(start))
    return found


def _grow(cursor: Cursor, beside: int = 0) -> None:
    """The expression read last becomes part of a larger one, beside another of this height."""
    cursor.height = max(cursor.height, beside) + 1
    if cursor.height > DEEPEST:
        raise CannotRead(in_syntax.too_deep(cursor.here, "terms"))


def _comparison(cursor: Cursor, stops: Stops) -> Expression:
    start = cursor.at
    left = sum_(cursor, stops)
    height = cursor.height
    operator = _comparing(cursor)
    if not operator:
        return left
    found = Binary(operator, left, sum_(cursor, stops), cursor.since(start))
    _grow(cursor, height)
    if _comparing(cursor):
        raise CannotRead(_in_two_steps(cursor, stops, start, found))
    return found


def _in_two_steps(cursor: Cursor, stops: Stops, start: int, first: Binary) -> Problem:
    """What to tell of `1 < asked < 4`, of which all but the last was read."""
    span, sign = cursor.since(start), cursor.at - 1
    middle = next(number for number in range(start, sign) if cursor.tokens[number].text in (*COMPARISONS, "is"))
    text, tokens = cursor.line.text, cursor.tokens
    between = text[tokens[middle].end : tokens[sign].start].removeprefix(" not").strip() if tokens[sign].text != "not" else ""
    if between.count("(") != between.count(")"):
        between = ""  # the first sign stood inside parentheses that were closed since
    sum_(cursor, stops)
    whole, last = cursor.since(start), text[tokens[sign].start : tokens[cursor.at - 1].end]
    ways = [f"{cursor.written(first.span)} and {between} {last}"] if between else []
    return in_values.two_comparisons(span, whole, ways, not cursor.is_(start - 1, "not") and not _comparing(cursor))


def _comparing(cursor: Cursor) -> str:
    if cursor.take("is"):
        return "is not" if cursor.take("not") else "is"
    return cursor.take_one(COMPARISONS)


def sum_(cursor: Cursor, stops: Stops = NO_STOPS) -> Expression:
    """`a + b - c`."""
    return _chain(cursor, stops, ("+", "-"), _product)


def _product(cursor: Cursor, stops: Stops) -> Expression:
    return _chain(cursor, stops, ("*",), _single)


def _chain(cursor: Cursor, stops: Stops, operators: tuple[str, ...], inner: Callable[[Cursor, Stops], Expression]) -> Expression:
    """`a OP b OP c`, from the left."""
    start = cursor.at
    found = inner(cursor, stops)
    while operator := cursor.take_one(operators):
        height = cursor.height
        found = Binary(operator, found, inner(cursor, stops), cursor.since(start))
        _grow(cursor, height)
    return found


def _single(cursor: Cursor, stops: Stops) -> Expression:
    start = cursor.at
    cursor.height = 1
    if cursor.sees_kind("word"):
        found = _apply(cursor, stops) if cursor.is_(start + 1, "(") else field(cursor, "a number, a name or `(`", stops)
        return _truth(cursor, found, start) if isinstance(found, Name) and found.words in _TRUTH else found
    if cursor.sees_kind("number"):
        return Number(cursor.integer(), cursor.since(start))
    if cursor.take("-"):
        cursor.depth += 1
        if cursor.depth > DEEPEST:
            raise CannotRead(in_syntax.too_deep(cursor.here, "minus signs"))
        operand = _single(cursor, stops)
        cursor.depth -= 1
        if isinstance(operand, Number):
            return Number(-operand.value, cursor.since(start))
        _grow(cursor)
        return Unary("-", operand, cursor.since(start))
    if cursor.take("("):
        inner = expression(cursor, stops)
        cursor.need(")")
        return inner
    return field(cursor, "a number, a name or `(`", stops)


_TRUTH = {"true": "yes", "True": "yes", "TRUE": "yes", "false": "no", "False": "no", "FALSE": "no"}


def _truth(cursor: Cursor, name: Name, start: int) -> Name:
    """`true` and `false` as other languages have them, where nothing in the story is called so."""
    known = cursor.known
    if name.words in known.declared or known.has_line(rf"[|<]\s*{name.words}\b|\b{name.words}\b[^:|<]*[|<]"):
        return name
    cursor.slip(start, _TRUTH[name.words])
    return Name(_TRUTH[name.words], name.span)


def field(cursor: Cursor, wanted: str, stops: Stops = NO_STOPS) -> Name | Field:
    """`anger`, `Rey.anger`, `owed toward Rey`, `Kylo.owed toward Rey`: `toward` binds tightest."""
    start = cursor.at
    name = cursor.name(wanted, stops)
    owner = None
    if (whose := _owner_inside(name.words, cursor)) and not cursor.sees("."):
        owner, name = Name(whose, name.span), Name(name.words[len(whose) + 3 :], name.span)
        cursor.slip(start, f"{owner.words}.{name.words}")
    elif cursor.take("."):
        owner, name = name, cursor.name("the field's name", stops)
    toward = cursor.name("a person's name", stops) if cursor.take("toward") else None
    if owner is None and toward is None:
        return name
    return Field(owner, name, toward, cursor.since(start))


def _owner_inside(words: str, cursor: Cursor) -> str:
    """The person of `Zoë's fondness`, where no name is called so."""
    if "'s " not in words or words in cursor.known.declared:
        return ""
    return next((who for who in cursor.known.people if words.startswith(f"{who}'s ")), "")


def _apply(cursor: Cursor, stops: Stops) -> Expression:
    start = cursor.at
    function = cursor.tokens[cursor.at].text
    if function == "happened":
        return _happened(cursor)
    if function == "told":
        raise CannotRead(in_syntax.reserved_word(cursor.here, function))
    if function not in FUNCTIONS:
        raise CannotRead(in_values.unknown_function(cursor.here, clipped(function), (*FUNCTIONS, "happened")))
    cursor.at += 2
    arguments = [expression(cursor, stops)]
    height = cursor.height
    while cursor.take(","):
        arguments.append(expression(cursor, stops))
        height = max(height, cursor.height)
    cursor.need(")")
    least, most = FUNCTIONS[function]
    if not least <= len(arguments) <= most:
        first = cursor.written(arguments[0].span)
        given = f"{first}, 3" if least > 1 else first
        like = cursor.known.examples.like("`seems($person.$field)`" if function == "seems" else f"`{function}({given})`")
        raise CannotRead(in_values.wrong_count(cursor.since(start), function, least, most, len(arguments), like))
    _grow(cursor, height)
    return Apply(function, tuple(arguments), cursor.since(start))


def _happened(cursor: Cursor) -> Expression:
    start = cursor.at
    cursor.at += 2
    closing = _closing(cursor)
    pattern = event(cursor, closing)
    cursor.need(")")
    return Happened(pattern, cursor.since(start))


def _closing(cursor: Cursor) -> int:
    """The number of the token that closes the parenthesis just opened: a label may hold parentheses of its own."""
    depth = 1
    for i in range(cursor.at, len(cursor.tokens)):
        depth += cursor.is_(i, "(") - cursor.is_(i, ")")
        if depth == 0:
            return i
    return len(cursor.tokens)


def event(cursor: Cursor, end: int) -> EventPattern:
    """An event of a story by name, up to the token number `end`: `Rey: let him live`, `demand / attack`, `scene duel`,
    `ending lost`, or a motif."""
    start = cursor.at
    for word in ("scene", "ending"):
        if cursor.take(word):
            return EventPattern(word, cursor.name(f"the {word}'s name"), "", cursor.since(start))
    first = cursor.name("a person and what they do, `scene …`, `ending …` or a motif")
    for sign, word in ((":", "choice"), ("/", "place")):
        if cursor.take(sign):
            label = cursor.label()[0] if end == len(cursor.tokens) else cursor.raw(cursor.at, end)
            if not label:
                raise cursor.stuck("what they do")
            cursor.at = end
            return EventPattern(word, first, label, cursor.since(start))
    return EventPattern("motif", first, "", cursor.since(start))
