"""A Problem to what a person or a program reads: text for a terminal, JSON for an editor or a build."""

import json
import re
import textwrap
from collections.abc import Callable, Iterable

from unmask.problems.place import Source, Span
from unmask.problems.problem import Problem, Severity

WIDTH = 100
_WIDEST_LINE = 96
Paint = Callable[[str, str], str]


def plain(text: str, style: str) -> str:
    """No colour."""
    return text


def to_text(problems: Iterable[Problem], source: Source, paint: Paint = plain, width: int = WIDTH) -> str:
    """Problems in so many columns: in full the first time, one line for each repeat, with its fix. `paint(text, style)` adds colour.

    Styles are title, place, mark, note and code.
    """
    lines = source.lines()
    # A warning that something may happen does not stand for the problem that tells how it did.
    seen: set[tuple[str, Severity]] = set()
    told: set[str] = set()
    shown = ""
    was_short = False
    for problem in problems:
        # Of one code there are several things to say, and what has no fix is not told by its title alone.
        is_short = (problem.code, problem.severity) in seen and (problem.fix is not None or _saying(problem) in told)
        block = _in_short(problem, source.name, paint, width, told) if is_short else _in_full(problem, source.name, lines, paint, width)
        shown += ("\n" if was_short and is_short else "\n\n" if shown else "") + block
        seen.add((problem.code, problem.severity))
        told |= {_saying(problem), *([problem.fix.words] if problem.fix else [])}
        was_short = is_short
    return f"{shown}\n" if shown else ""


def _in_short(problem: Problem, name: str, paint: Paint, width: int, told: set[str]) -> str:
    """One line, or as many as it takes, with the fix unless the same was told before."""
    title = _title(problem) if problem.fix is None or problem.fix.words in told else f"{_title(problem)}: {problem.fix.words}"
    place = _where(problem.span, name)
    between = "  " if width == WIDTH or len(f"{title}  {place}  [{problem.code}]") <= width else "\n  "
    return f"{_painted(title, 'title', paint, width)}{between}{paint(place, 'place')}  {paint(f'[{problem.code}]', 'code')}"


def _saying(problem: Problem) -> str:
    """What a problem says, whatever the names in it."""
    return f"{problem.code} {re.sub('`[^`]*`|[0-9]+', '`', problem.title)}"


def _where(span: Span, name: str) -> str:
    return f"{name}, line {span.line}" if span.line else name


def _title(problem: Problem) -> str:
    return problem.title if problem.severity == Severity.PROBLEM else f"{problem.severity.capitalize()}: {problem.title}"


def _loud(title: str) -> str:
    """In capitals, but for what stands between backquotes: a name is written as it is written."""
    return "`".join(part if index % 2 else part.upper() for index, part in enumerate(title.split("`")))


def _in_full(problem: Problem, name: str, lines: list[str], paint: Paint, width: int) -> str:
    title = _loud(problem.title) if problem.severity == Severity.PROBLEM else _title(problem)
    place = _where(problem.span, name)
    gap = max(width - len(title) - len(place), 2)
    between = " " * gap if width == WIDTH or len(title) + gap + len(place) <= width else "\n"
    shown = [f"{_painted(title, 'title', paint, width)}{between}{paint(place, 'place')}"]
    for label in problem.labels:
        if label.span.line != problem.span.line:
            shown += _quoted(label.span, lines, paint, width, label.words)
    shown += _quoted(problem.span, lines, paint, width)
    shown += [_wrapped(paragraph, width) for paragraph in problem.note.split("\n")]
    if problem.fix is not None:
        more = f"`unmask explain {problem.code}` says more. Mend it: {problem.fix.words}."
        shown.append(paint(more, "note") if width == WIDTH else _painted(more, "note", paint, width))
    text, code = "\n".join(shown).rstrip(), f"[{problem.code}]"
    last = _wrapped(problem.note.split("\n")[-1], width).split("\n")[-1]
    fits = width == WIDTH or (problem.fix is None and len(last) + len(code) + 2 <= width)
    return f"{text}{'  ' if fits else chr(10)}{paint(code, 'code')}"


def _painted(text: str, style: str, paint: Paint, width: int) -> str:
    """A text in lines of so many columns, each with its own colour; at the usual width a title stays on its line."""
    lines = [text] if width == WIDTH else _wrapped(text, width).split("\n")
    return "\n".join(paint(line, style) for line in lines)


def _quoted(span: Span, lines: list[str], paint: Paint, width: int, words: str = "") -> list[str]:
    """The line itself with a mark under the place; a long line is cut round it."""
    if not 0 < span.line <= len(lines):
        return []
    number = f"{span.line} | "
    text, start, end = _window(lines[span.line - 1], span, min(_WIDEST_LINE, width - len(number)) if width < WIDTH else _WIDEST_LINE)
    margin = " " * (len(number) - 2) + "| "
    mark = margin + " " * start + "^" * max(end - start, 1)
    if width == WIDTH or len(mark) + 1 + len(words) <= width:
        return [number + text, paint(f"{mark} {words}".rstrip(), "mark")]
    under = [margin + part for part in textwrap.wrap(words, width - len(margin))]
    return [number + text, *(paint(line, "mark") for line in (mark, *under))]


def _window(line: str, span: Span, room: int) -> tuple[str, int, int]:
    """At most so much of a line as a screen is wide, with the place in it, and every sign that would not print made visible."""
    start, end = min(span.start, len(line)), min(max(span.end, span.start + 1), len(line) + 1)
    first = max(start - room * 30 // _WIDEST_LINE, 0) if len(line) > room else 0
    text = line[first : first + room]
    text = "".join(sign if sign.isprintable() else "·" for sign in text)
    return text, start - first, max(min(end - first, len(text)), start - first + 1)


def _wrapped(paragraph: str, width: int) -> str:
    return textwrap.fill(paragraph, width, break_long_words=False, break_on_hyphens=False) if paragraph else ""


def to_json(problems: Iterable[Problem], source: Source) -> str:
    """Problems as JSON: a list of objects with code, severity, title, note, file, line, column and end (from 1), labels and fix."""
    return in_json(to_data(problems, source))


def to_data(problems: Iterable[Problem], source: Source) -> list[dict[str, object]]:
    """The objects of that list, to which those of other files may be added."""
    return [_data(problem, source.name) for problem in problems]


def in_json(data: list[dict[str, object]]) -> str:
    """Such a list as text."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _data(problem: Problem, name: str) -> dict[str, object]:
    data: dict[str, object] = {
        "code": problem.code,
        "severity": str(problem.severity),
        "title": problem.title,
        "note": problem.note,
        "file": name,
        **_place(problem.span),
        "labels": [{"words": label.words, **_place(label.span)} for label in problem.labels],
    }
    if problem.fix is not None:
        data["fix"] = {"words": problem.fix.words, "text": problem.fix.text, **_place(problem.fix.span)}
    return data


def _place(span: Span) -> dict[str, int]:
    return {"line": span.line, "column": span.start + 1, "end": span.end + 1}
