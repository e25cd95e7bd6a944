"""Tree to story text, laid out in the one way that `unmask fmt` knows. The way back from `parser`.

What this writes is read again as the same tree but for places, and is written the same again. Comments and blank lines stay, and
what could not be read comes out word for word, so that nothing an author wrote is lost.
"""

import re
from typing import assert_never

from unmask.syntax import tree
from unmask.syntax.prose import MENTION
from unmask.syntax.tree import Condition, Expression, Line, Name, Template

STEP = "  "


def to_text(story: tree.Story) -> str:
    """The text of a story file, in its canonical layout: parse(to_text(story)) is the story again but for places."""
    lines: list[str] = []
    for line in story.lines:
        _write(line, "", lines)
    lines += story.end
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _write(line: Line, margin: str, lines: list[str]) -> None:
    """Add a line, the comments above it and all that stands under it."""
    lines += [margin + note for note in line.notes.above]
    if isinstance(line, tree.Unreadable):
        lines += [margin + text for text in line.text]
    elif isinstance(line, tree.Prose):
        # A passage is one line, however long: an editor wraps it on the screen, and a search finds every sentence of it.
        words = _template(line.template)
        lines.append(f"{margin}{_prefix(line)} {words if words[:1] != '>' else f'{_BACKSLASH}{words}'}")
    else:
        lines.append(margin + _head(line) + (f"  {line.notes.beside}" if line.notes.beside else ""))
        for under in line.body if isinstance(line, tree.Heading) else ():
            _write(under, margin + STEP, lines)


# ── lines that are no prose ──────────────────────────────────────────────────────────────────────────────────────────


def _head(line: Line) -> str:
    """A line without the lines under it."""
    match line:
        case tree.Front():
            return _front(line)
        case tree.Scale(name, levels):
            return f"scale {name.words}: {_values(levels, ' < ')}"
        case tree.Variables():
            return _variables(line)
        case tree.Kind(name):
            return f"kind {name.words}"
        case tree.Person():
            return _person(line)
        case tree.Start(field, value):
            return f"{_expression(field)} = {_expression(value, _SUM)}"
        case tree.Expects(whose, field_name, toward, value):
            return f"expects {_each(whose)}.{field_name.words}{_toward(toward)} = {_expression(value, _SUM)}"
        case tree.Shows(fields, as_, condition, to):
            return f"shows {_route(fields, as_, condition)}{f' to {_each(to)}' if to else ''}"
        case tree.Reads(whose, field_name, toward, as_, condition):
            return f"reads {_each(whose)}.{field_name.words}{_toward(toward)} as {_expression(as_)}{_tail(condition)}"
        case tree.Tends(tag, motive):
            return f"tends to {tag.words}: {_motive(motive)}"
        case tree.Bond(one, other, both_ways, fields, as_, condition):
            return f"bond {one.words}{',' if both_ways else ' to'} {other.words} carries {_route(fields, as_, condition)}"
        case tree.Scene(name, roles):
            return f"scene {name.words}{_roles(roles)}"
        case tree.Moment(name, owner):
            return f"moment {name.words}{f': {owner.words}' if owner else ''}"
        case tree.Option(label):
            return f"* {label}"
        case tree.Guard(condition):
            return _tail(condition).lstrip()
        case tree.Once():
            return "once"
        case tree.Tag(name):
            return f"is {name.words}"
        case tree.Weight(tree.Number(amount), True, places=places):
            return f"{decimal(amount, places)}%"
        case tree.Weight(amount):
            return f"weight {_expression(amount)}"
        case tree.Motive():
            return _motive(line)
        case tree.Effect(target, operator, value, condition):
            return f"~ {_expression(target)} {operator} {_expression(value)}{_tail(condition)}"
        case tree.Arrow(to_what, aim, condition):
            return f"-> {_arrow_end(to_what, aim)}{_tail(condition)}"
        case tree.Meanwhile():
            return "meanwhile"
        case tree.Ending(name, title, condition):
            return f"ending {name.words}{_quoted_after(title)}{_tail(condition)}"
        case tree.Limit(events):
            return f"limit {events} events"
        case tree.Motif(name, roles):
            return f"motif {name.words}{_roles(roles)}"
        case tree.Item():
            return _item(line)
        case tree.Promise():
            return _promise(line)
        case tree.Prose() | tree.Unreadable():
            raise TypeError("prose and unreadable lines have no head: _write lays them out")
        case _:
            assert_never(line)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _quoted_after(text: str | None) -> str:
    return "" if text is None else f" {_quoted(text)}"


def _front(line: tree.Front) -> str:
    if line.word == "told" and line.side:
        side = "the world" if line.side.words == "world" else line.side.words
        return f"told from {side}'s side"
    part = "" if line.part is None else f" part {line.part}"
    return f"{line.word} {', '.join(_quoted(text) for text in line.texts)}{part}"


def _values(values: tuple[tree.Value, ...], sign: str) -> str:
    return sign.join(value.name.words + _quoted_after(value.words) for value in values)


def _variables(line: tree.Variables) -> str:
    head = f"{line.word} {_names(line.names)}{f' toward {_each(line.toward)}' if line.toward else ''}"
    length = (" for the scene" if line.for_scene else "") + (" unlisted" if line.unlisted else "")
    if line.means is not None:
        return f"{head} means {_expression(line.means)}{length}"
    start = "" if line.start is None else f" = {_expression(line.start, _SUM)}"
    known = f" known to {_names(line.known_to)}" if line.known_to else ""
    return f"{head}: {_type(line.type)}{start}{known}{length}"


def _names(names: tuple[Name, ...]) -> str:
    return ", ".join(name.words for name in names)


def _type(type_: tree.Type | None) -> str:
    match type_:
        case tree.ScaleType(name):
            return name.words
        case tree.RangeType(low, high):
            return f"{low}..{high}"
        case tree.SetType(values, is_ordered):
            return _values(values, " < " if is_ordered else " | ")
        case tree.YesNoType():
            return "yes/no"
        case None:
            raise ValueError("a variable has a type or a meaning: the parser reads no third")


def _each(each: tree.Each) -> str:
    return f"{'each ' if each.every else ''}{each.name.words}"


def _toward(name: Name | None) -> str:
    return f" toward {name.words}" if name else ""


def _person(line: tree.Person) -> str:
    called = ", ".join(f"{_quoted(name.words)} by {name.by.words}" for name in line.called)
    kinds = "".join(f", {'an' if kind.words[0] in 'aeiouAEIOU' else 'a'} {kind.words}" for kind in line.kinds)
    head = f"person {line.name.words}{_quoted_after(line.display)} ({'/'.join(line.pronouns)})"
    return f"{head}{f' called {called}' if called else ''}{kinds}"


def _route(fields: tuple[tree.Field, ...], as_: Expression | None, condition: Condition | None) -> str:
    shown = ", ".join(_expression(field) for field in fields)
    return f"{shown}{'' if as_ is None else f' as {_expression(as_)}'}{_tail(condition)}"


def _tail(condition: Condition | None) -> str:
    """` if COND` at the end of a line."""
    return f" {condition.word} {_expression(condition.test)}" if condition else ""


def _roles(roles: tuple[tree.Role, ...]) -> str:
    """` with a, b: villager about c`. A kind counts for all names before it, so a name without one starts a list of its own."""
    text = kind = ""
    present: bool | None = None
    for role in roles:
        of_kind = f": {role.kind.words}" if role.kind else ""
        if role.present == present and (kind or not of_kind):
            text += f", {role.name.words}" if of_kind == kind else f"{kind}, {role.name.words}"
        else:
            text += f"{kind} {'with' if role.present else 'about'} {role.name.words}"
        kind, present = of_kind, role.present
    return text + kind


def _motive(line: tree.Motive) -> str:
    points = _expression(line.points, _SUM)
    return f"{'' if points.startswith('-') else '+'}{points} {_quoted(line.phrase)}{_tail(line.condition)}"


def _arrow_end(to: str, name: Name | None) -> str:
    if name is None:
        return to
    return f"ending {name.words}" if to == "ending" else name.words


def _item(line: tree.Item) -> str:
    if line.word == "within":
        return f"within {line.repeats} {line.unit if line.repeats != 1 else line.unit.removesuffix('s')}"
    if line.test is not None:
        return f"{line.word} {_expression(line.test)}"
    count = f"{line.repeats} times" if line.repeats != 1 else ""
    return " ".join(part for part in (line.word, count, _event(line.event)) if part)


def _event(event: tree.EventPattern | None) -> str:
    """`Rey: let him live`, `demand / attack`, `scene duel`, `ending lost` or a motif's name."""
    if event is None or event.first is None:
        raise ValueError("a line of a motif names an event: the parser reads no other")
    name = event.first.words
    forms = {"choice": f"{name}: {event.label}", "place": f"{name} / {event.label}", "motif": name}
    return forms.get(event.word, f"{event.word} {name}")


def _promise(line: tree.Promise) -> str:
    match line.form:
        case "ends":
            return "promise every story ends"
        case "scenes":
            return f"promise {line.low} to {line.high} scenes on average"
        case "share":
            return f"promise in {_share(line)} of stories: {_event(line.event)}"
        case "reach":
            player = line.player.words if line.player else ""
            return f"promise {player} can reach in {_share(line)} of stories: {_event(line.event)}"
        case _:
            return f"promise {line.form}: {_event(line.event)}"


def _share(line: tree.Promise) -> str:
    if line.high is None:
        return f"at least {line.low}%"
    return f"at most {line.high}%" if line.low is None else f"{line.low}% to {line.high}%"


# ── prose ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _prefix(line: tree.Prose) -> str:
    side = line.side.words if line.side else ""
    return f"{side} {line.manner}".strip() + (">+" if line.joins else ">")


_BACKSLASH = "\\"
# What would be read as another language's, and as an arrow behind what is told.
_ELSEWHERE = r"\$(?=[a-zà-öø-þ])|<(?=<(?:=|print|if|unless))|(?<=\(if):|(?<=\(print):|(?<=\(unless|\(either):|-(?=>)"


def _template(template: Template, special: str = rf"[{{}}\\]|{_ELSEWHERE}") -> str:
    """A template as it is written. `special` are the signs that need a backslash here."""
    return "".join(_escaped(part.text, special) if isinstance(part, tree.Words) else _braces(part) for part in template)


def _escaped(text: str, special: str) -> str:
    """Words with a backslash before each special sign; those that stand before a star are as they were written."""
    return re.sub(rf"((?<!\\)\\++\*)|{special}", lambda found: found[1] or f"\\{found[0]}", text)


def _braces(part: tree.Part) -> str:
    match part:
        case tree.Mention(who, form, verb):
            dot = "" if form in ("'s", "’s") else "."
            space = " " if verb and verb[0] not in "'’" else ""
            return f"{{{who.words}{dot}{form}{space}{verb}}}"
        case tree.Insert(what):
            text = _expression(what)
            return f"{{({text})}}" if MENTION.match(text) else f"{{{text}}}"
        case tree.Any(choices):
            return _alternatives(["any:", *[""] * (len(choices) - 1)], choices)
        case tree.First(choices):
            return _alternatives(["first:", *["then:"] * (len(choices) - 1)], choices)
        case tree.Cases(cases):
            heads = ["else:" if test is None else f"if {_expression(test)}:" for test, _ in cases]
            return _alternatives(heads, tuple(template for _, template in cases))
        case tree.Words(text):
            return text
        case _:
            assert_never(part)


def _alternatives(heads: list[str], choices: tuple[Template, ...]) -> str:
    texts = [_template(choice, rf"[{{}}|\\]|(?<=else):|{_ELSEWHERE}") for choice in choices]
    alternatives = [f"{head} {text}".strip() for head, text in zip(heads, texts, strict=True)]
    # An alternative that says nothing is a single space between its bars.
    written = "|".join(f" {one} " if one else " " for one in alternatives).lstrip()
    return "{" + (written.rstrip() if alternatives[-1] else written) + "}"


# ── expressions ──────────────────────────────────────────────────────────────────────────────────────────────────────

_NOT, _COMPARING, _SUM, _MINUS = 3, 4, 5, 7
_COMPARISONS = ("=", "is", "is not", "!=", "<", "<=", ">", ">=")
_BINDING = {"or": 1, "and": 2, **dict.fromkeys(_COMPARISONS, _COMPARING), "+": _SUM, "-": _SUM, "*": 6}


def expression_to_text(expression: Expression) -> str:
    """An expression as an author writes it."""
    return _expression(expression)


def event_to_text(event: tree.EventPattern) -> str:
    """An event as an author names it: `Rey: let him live`, `demand / attack`, `scene duel`, `ending lost` or a motif's name."""
    return _event(event)


def _expression(expression: Expression, least: int = 0) -> str:
    """An expression, between parentheses where it binds less tightly than `least`."""
    match expression:
        case tree.Number(value):
            return str(value)
        case Name(words):
            return words
        case tree.Field(owner, name, toward):
            return f"{f'{owner.words}.' if owner else ''}{name.words}{_toward(toward)}"
        case tree.Apply(function, arguments):
            return f"{function}({', '.join(_expression(argument) for argument in arguments)})"
        case tree.Happened(pattern):
            return f"happened({_event(pattern)})"
        case tree.Unary("not", operand):
            own, text = _NOT, f"not {_expression(operand, _NOT)}"
        case tree.Unary(operator, operand):
            own, text = _MINUS, f"{operator}{_expression(operand, _MINUS)}"
        case tree.Binary(operator, left, right):
            own = _BINDING[operator]
            text = f"{_expression(left, own + (own == _COMPARING))} {operator} {_expression(right, own + 1)}"
        case _:
            assert_never(expression)
    return f"({text})" if own < least else text


def decimal(digits: int, places: int) -> str:
    """A number of which so many digits stand behind the point, as it is written."""
    return f"{digits // 10**places}.{digits % 10**places:0{places}}" if places else str(digits)
