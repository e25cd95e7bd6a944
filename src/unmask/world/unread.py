"""Problems that are there only because of another: a line that could not be read, a moment that is nobody's. They are not told.

One promise: one mistake is one problem. What is left out here is told once that mistake is mended, if it is still there.
"""

import re
from collections.abc import Iterator

from unmask.problems.place import Source, composed
from unmask.problems.problem import Problem
from unmask.syntax import tree

# What may hang on a name that an unread line declares, on a line that its block lacks, on whose moment it is, on the story being whole.
_ON_A_NAME = frozenset(
    "unknown-name arrow-to-nowhere whose-field toward-whom wrong-type not-there-to-choose not-enough-people".split(),
)
_ON_A_BLOCK = frozenset("nothing-to-choose nobody-chooses strange-motif strange-weight".split())
_ON_AN_OWNER = frozenset("whose-field strange-seems unknown-name no-reason-here".split())
_ON_THE_STORY = frozenset({"no-scene"})
_ON_LEVELS = frozenset("unknown-name out-of-range wrong-type do-not-compare".split())

_FEWEST_LEVELS = 2


def of_their_own(slips: list[Problem], problems: list[Problem]) -> list[Problem]:
    """What was told of how a line is written, but for words that mean nothing however they are written: that is told by its own problem."""
    spots = {problem.span for problem in problems}
    return [slip for slip in slips if slip.code != "written-otherwise" or slip.span not in spots]


def without_consequences(problems: list[Problem], story: tree.Story, source: Source) -> list[Problem]:
    """The problems that are mistakes of their own."""
    if not problems:
        return problems
    unread = list(_unread(story.lines, 0))
    unknown = {problem.span for problem in problems if problem.code == "unknown-name"}
    all_moments = _moments(tree.as_meant(story.lines))
    nobodys = [moment for moment in all_moments if (moment.owner is None or moment.owner.span in unknown) and _options(moment)]
    levelless = any(isinstance(line, tree.Scale) and len(line.levels) < _FEWEST_LEVELS for line in tree.as_meant(story.lines))
    if not unread and not nobodys and not levelless:
        return problems
    lines = source.lines()
    words = composed("\n".join("\n".join(line.text) for _, line in unread))
    labels = {label for moment in nobodys for label in _options(moment)}
    inside = {number for moment in nobodys for number in _numbers(moment)}
    blocks = {above for above, _ in unread}

    def is_own(problem: Problem) -> bool:
        pointed = _pointed(problem, lines)
        return not (
            (unread and problem.code in _ON_THE_STORY)
            or (levelless and problem.code in _ON_LEVELS and "." not in pointed)
            or (problem.code in _ON_A_BLOCK and problem.span.line in blocks)
            or (problem.code in _ON_A_NAME and any(_stands_in(words, name) for name in re.split(r"[^\w '-]", pointed)))
            or (problem.code in _ON_AN_OWNER and (problem.span.line in inside or any(pointed.endswith(label) for label in labels)))
        )

    return [problem for problem in problems if is_own(problem)]


def _pointed(problem: Problem, lines: list[str]) -> str:
    """The words that a problem points at."""
    span = problem.span
    return composed(lines[span.line - 1][span.start : span.end]).strip() if 0 < span.line <= len(lines) else ""


def _stands_in(words: str, name: str) -> bool:
    return bool(name.strip()) and re.search(rf"(?<!\w){re.escape(name.strip())}(?!\w)", words) is not None


def _moments(lines: tuple[tree.Line, ...]) -> Iterator[tree.Moment]:
    """Every moment of a story."""
    for line in lines:
        if isinstance(line, tree.Moment):
            yield line
        elif isinstance(line, tree.Heading):
            yield from _moments(line.body)


def _options(moment: tree.Moment) -> list[str]:
    return [part.label for part in moment.body if isinstance(part, tree.Option)]


def _numbers(moment: tree.Moment) -> range:
    """The numbers of the lines under a moment."""
    last: tree.Line = moment
    while isinstance(last, tree.Heading) and last.body:
        last = last.body[-1]
    return range(moment.span.line + 1, last.span.line + 1)


def _unread(lines: tuple[tree.Line, ...], above: int) -> Iterator[tuple[int, tree.Unreadable]]:
    """Every line that could not be read, with the number of the line under which it stands."""
    for line in lines:
        if isinstance(line, tree.Unreadable):
            yield above, line
            line = line.meant or line
        if isinstance(line, tree.Heading):
            yield from _unread(line.body, line.span.line)
