"""Answers as lines of text: how likely each thing is, what is proved, and how that was found out.

One promise: every digit that is shown of an exact answer is right, and an estimate is never shown without its interval.
"""

from collections.abc import Callable
from fractions import Fraction
from math import floor, isfinite, log10

from unmask.analysis.answers import ALWAYS, ESTIMATED, EXACTLY, NEVER, RATIONAL, Answer, Answers, Average
from unmask.analysis.percent import percent
from unmask.analysis.questions import Question
from unmask.analysis.rational import Rationals, in_digits
from unmask.analysis.size import Free
from unmask.app.width import width
from unmask.problems.speech import counted, cut_off

_NAME = 34
_DIGITS = 24
_NAMED = 6
"""So many things that were left out are named for each reason."""


def odds_to_text(
    title: str, file: str, answers: Answers, given: str | None, seed: int, everything: bool, seconds: Callable[[], float]
) -> str:
    """The answers; with everything there is to say of a story, where nothing particular was asked."""
    found = _lines_of(answers.answers)
    if everything:
        found = _whole_story(answers, file)
    of = [f"of the stories in which this happens: {given}"] if given is not None else []
    # What was gone through and played is known only when all has been answered.
    return "".join(f"{line}\n" for line in [title, *of, *how(answers, seed, seconds()), "", *found])


def how(answers: Answers, seed: int, seconds: float) -> list[str]:
    """How far it was gone through, and what was done about the rest."""
    lines = []
    if answers.states or answers.explorer is not None:
        states = f"{counted(answers.states, 'state')} and {counted(answers.transitions, 'transition')}, {seconds:.1f} s"
        if answers.left == 0 or answers.complete:
            lines.append(f"every way gone through: {states}")
        else:
            lines.append(f"not every way gone through: {states}; {_of_luck(answers.left)} of all luck was still under way")
        lines += [f"left out of the states: {_left_out(sliced)}"] if (sliced := answers.sliced) else []
    if isinstance(answers, Rationals):
        lines += how_exactly(answers)
    if (cut := answers.cut_off) is not None:
        lines.append(f"{cut_off(answers.world.limit, cut.seen, cut.runs)}; odds are of stories that go on")
    if answers.runs:
        lines.append(f"estimates are from {counted(answers.runs, 'run')} under seed {seed}, and 99.9 % sure")
    return lines or [f"{seconds:.1f} s"]


def _left_out(sliced: tuple[Free, ...]) -> str:
    """What was sliced away, by the reason; only so many by their names."""
    parts = []
    for why in dict.fromkeys(one.why for one in sliced):
        names = [one.name for one in sliced if one.why == why]
        more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
        parts.append(f"{', '.join(names[:_NAMED])}{more} ({why})")
    return "; ".join(parts)


def how_exactly(answers: Rationals) -> list[str]:
    """What proves the fractions, or why there is none."""
    lines = []
    if answers.proof is not None:
        bits, primes = answers.proof
        by = f"{primes} primes" if primes > 1 else "1 prime" if primes else "no prime"
        lines.append(
            f"fractions are proved: a denominator of {counted(bits, 'bit')} that all of them have, and {by} that together are more"
        )
    if answers.no_fraction:
        lines.append(f"there is no fraction for all of it: {answers.no_fraction}")
    return lines


def _of_luck(left: float) -> str:
    return f"{100 * left:.4g} %"


def _whole_story(answers: Answers, file: str) -> list[str]:
    endings, ends, scenes = answers.endings(), answers.ends(), answers.scenes()
    lines = ["ENDINGS", *_lines_of(endings)]
    if answers.answers:
        lines += ["", "MOTIFS", *_lines_of(answers.answers)]
    if ends.certain != ALWAYS:
        ends = ends._replace(question=Question("a story ends"))
    lines += ["", "LENGTH", *_lines_of([ends]), f"  {average(scenes)}"]
    options = answers.options()
    if options:
        lines += ["", "OPTIONS: HOW OFTEN IN A STORY, ON AVERAGE"]
        lines += [
            f"  {_times(one.mean):>12}  {one.scene} / {one.moment} / {one.who}: {one.label} ({file}, line {one.line})" for one in options
        ]
    never = answers.never()
    if never:
        lines += ["", "PROVED NEVER TO COME"]
    for one in never:
        name = f"{one.scene} / {one.moment} / {one.who}: {one.label}" if one.moment else f"scene {one.scene}"
        lines.append(f"  {name} ({file}, line {one.line}){f': {one.why}' if one.why else ''}")
    return lines


def _lines_of(found: "tuple[Answer, ...] | list[Answer]") -> list[str]:
    """A line for each answer, name before odds."""
    names = min(max((width(answer.question.text) for answer in found), default=0), _NAME) + 2
    return [f"  {answer.question.text}{' ' * max(names - width(answer.question.text), 2)}{in_words(answer)}" for answer in found]


def in_words(answer: Answer) -> str:
    """How likely it is, and how that is known."""
    if answer.certain == NEVER:
        return f"never, and that is proved{f': {answer.why}' if answer.why else ''}"
    if answer.certain == ALWAYS:
        return f"always, and that is proved{f': {answer.why}' if answer.why else ''}"
    if answer.kind == RATIONAL:
        return f"{exact_percent(answer.p)} %  exactly {shortened(answer.fraction)}"
    if answer.kind == EXACTLY:
        return f"{exact_percent(answer.p)} %  exact"
    low, high = percents(answer.low, answer.high)
    seen = f"{counted(answer.split, 'run')} split on the way" if answer.split else f"{answer.seen:,} of {counted(answer.runs, 'run')}"
    sure = "and that is proved" if answer.is_proved else seen
    if answer.low == answer.high:
        return f"{low} %  estimate, {sure}"
    return f"{_percent_between(answer.p, answer.low, answer.high)} %  estimate, between {low} and {high}, {sure}"


def shortened(fraction: Fraction | None) -> str:
    """A fraction; of numbers with many digits the first and the last, and how many there are."""
    parts = () if fraction is None else in_digits(fraction)
    return "/".join(text if len(text) <= _DIGITS else f"{text[:6]}…{text[-6:]} ({len(text)} digits)" for text in parts)


def average(scenes: Average) -> str:
    """How many scenes a story has."""
    if not isfinite(scenes.mean):
        return "no end of scenes on average: some stories go on for ever, and that is proved"
    if scenes.kind == EXACTLY:
        return f"{scenes.mean:.10g} scene{'s' if scenes.mean != 1 else ''} on average  exact"
    return f"{scenes.mean:.2f} scenes on average  {ESTIMATED}, between {scenes.low:.2f} and {scenes.high:.2f}"


def _times(mean: float) -> str:
    return f"{mean:.6g}" if isfinite(mean) else "for ever"


def exact_percent(p: float) -> str:
    """A share that is neither proved to be all nor nothing, of which twelve digits behind the point are right, in percent.

    One too small for that by its first four digits.
    """
    return percent(p, 10, whole=False) if p == 0 or p >= 1e-8 else f"{100 * p:.4g}"


def percents(low: float, high: float) -> tuple[str, str]:
    """Both ends of an interval, in percent, rounded outwards to as many digits as tell them apart."""
    digits = _digits(low, high)
    scale = 10**digits
    return f"{floor(100 * low * scale) / scale:.{digits}f}", f"{min(-floor(-100 * high * scale) / scale, 100):.{digits}f}"


def _percent_between(p: float, low: float, high: float) -> str:
    return percent(p, _digits(low, high), whole=False)


def _digits(low: float, high: float) -> int:
    return min(max(1 - floor(log10(100 * (high - low))), 1), 15) if high > low else 12
