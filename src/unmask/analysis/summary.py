"""Sums up what many runs came to: endings, lengths, how everything stood.

One promise: everything here follows from the counts alone, so it is the same however the work was cut and whoever did it.
"""

from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from unmask.analysis.odds import Interval, interval
from unmask.world.model import IMPLICIT_ENDINGS, Type, Variable
from unmask.world.sites import Sites, is_wide


class Ended(NamedTuple):
    """How many runs ended so, which share of all runs that may be, and the least number of such a run, None without one."""

    runs: int
    interval: Interval
    first: int | None


class Had(NamedTuple):
    """In how many runs a motif happened, and which share of all runs that may be."""

    runs: int
    interval: Interval


class Lengths(NamedTuple):
    """How long runs were. Between two in the middle the median is halfway; all are 0 where there were no runs."""

    least: int
    median: float
    mean: float
    longest: int


class Final(NamedTuple):
    """How a variable stood at the end of the runs.

    `values` has how many runs ended with each value, by the author's name for it, in the order of the values; it is empty
    where there are too many to count each. `least`, `mean` and `most` are those of its numbers, None where it has none.
    """

    variable: Variable
    type: Type
    for_scene: bool
    computed: bool
    values: dict[str, int]
    least: int | None
    mean: float | None
    most: int | None


class Unchosen(NamedTuple):
    """An option that was chosen in no run, and the line of the file that it stands in."""

    scene: str
    moment: str
    who: str
    label: str
    line: int


class Summary(NamedTuple):
    """Everything that the counts of so many runs say. Endings come by how many runs had them, the rest in the order of the file."""

    runs: int
    endings: dict[str, Ended]
    events: Lengths
    scenes: Lengths
    finals: dict[str, Final]
    options: int
    never_chosen: tuple[Unchosen, ...]
    motifs: dict[str, Had]

    def __repr__(self) -> str:
        return f"<Summary of {self.runs:,} runs, {len(self.endings)} endings>"

    def stops(self) -> dict[str, Ended]:
        """The endings that no author wrote and that some runs had: `unresolved`, `endless`, `dead end`."""
        return {name: ended for name, ended in self.endings.items() if name in IMPLICIT_ENDINGS and ended.runs}


def summary(sites: Sites, counts: "array[int]") -> Summary:
    """What the counts of a story's runs say."""
    ended = sites.part(counts, "endings")
    return Summary(
        sum(ended),
        _endings(sites, counts),
        lengths(sites.part(counts, "events")),
        lengths(sites.part(counts, "scenes")),
        {variable.full_name: _final(sites, counts, number) for number, variable in enumerate(sites.variables)},
        len(sites.options),
        _never_chosen(sites, counts),
        _motifs(sites, counts),
    )


def _endings(sites: Sites, counts: "array[int]") -> dict[str, Ended]:
    ended = sites.part(counts, "endings")
    runs = sum(ended)
    found = {
        name: Ended(seen, interval(seen, runs), first if seen else None)
        for name, seen, first in zip(sites.endings, ended, sites.part(counts, "first"), strict=True)
    }
    return dict(sorted(found.items(), key=lambda one: -one[1].runs))


def _motifs(sites: Sites, counts: "array[int]") -> dict[str, Had]:
    runs = sum(sites.part(counts, "endings"))
    had = zip(sites.wanted.motifs, sites.part(counts, "motifs"), strict=True)
    return {motif.label: Had(seen, interval(seen, runs)) for motif, seen in had}


def lengths(runs_of: Sequence[int]) -> Lengths:
    """The least, middle, mean and greatest length, from how many runs had each length from 0 on."""
    runs = sum(runs_of)
    if not runs:
        return Lengths(0, 0, 0, 0)
    seen = [length for length, count in enumerate(runs_of) if count]
    low, high = _at(runs_of, (runs - 1) // 2), _at(runs_of, runs // 2)
    total = sum(length * runs_of[length] for length in seen)
    return Lengths(seen[0], (low + high) / 2, total / runs, seen[-1])


def _at(runs_of: Iterable[int], place: int) -> int:
    """The length that stands at a place, from 0, when all are put in order."""
    return next(length for length, so_far in enumerate(accumulate(runs_of)) if so_far > place)


def _final(sites: Sites, counts: "array[int]", number: int) -> Final:
    variable = sites.variables[number]
    declared = sites.world.variables[variable]
    about = (variable, declared.type, declared.for_scene, declared.means is not None)
    runs = sum(sites.part(counts, "endings"))
    start = sites.final_at[number]
    if is_wide(declared.type):
        total, least, most = counts[start : start + 3]
        return Final(*about, {}, least, total / runs, most) if runs else Final(*about, {}, None, None, None)
    low = declared.type.low
    seen = {low + at: count for at, count in enumerate(sites.part(counts, f"final {number}")) if count}
    values = {declared.type.name_of(value): count for value, count in seen.items()}
    if declared.type.sort != "number" or not seen:
        return Final(*about, values, None, None, None)
    total = sum(value * count for value, count in seen.items())
    return Final(*about, values, min(seen), total / runs, max(seen))


def _never_chosen(sites: Sites, counts: "array[int]") -> tuple[Unchosen, ...]:
    found = []
    for site, times in zip(sites.options, sites.part(counts, "chosen"), strict=True):
        if not times:
            scene = sites.scenes[site.scene]
            moment = scene.moments[site.moment]
            option = moment.options[site.option]
            found.append(Unchosen(scene.name, moment.name, moment.owner, option.label, option.span.line))
    return tuple(sorted(found, key=lambda one: one.line))
