"""One row a run, as columns of machine numbers: what tables are written from.

One promise: the columns and their order hang on the world alone.
"""

from typing import Final, Literal, NamedTuple

from unmask.world.sites import Sites

Code = Literal["i", "q"]
NARROW: Final = "i"
WIDE: Final = "q"
"""The codes of `array` and `memoryview` for 32 and 64 bits."""


class Column(NamedTuple):
    """A column: `sort` is ending, scenes, events, final, chosen or found; `number` says which variable or option."""

    sort: str
    number: int
    code: Code


class Rows(NamedTuple):
    """The runs from number `first` on: a buffer of whole numbers for each column, in the order of `columns_of`.

    `starts` and `choices` are the tapes, where they were asked for: run k's choices are choices[starts[k]:starts[k + 1]],
    in the numbers of `Sites.code_names`.
    """

    first: int
    runs: int
    columns: tuple[memoryview, ...]
    starts: memoryview | None = None
    choices: memoryview | None = None


def columns_of(sites: Sites) -> list[Column]:
    """The columns of a row: ending (a place in `sites.endings`), lengths, and where everything is wanted how each variable stood
    at the end and how often each option was chosen.
    """
    found = [Column("ending", 0, NARROW), Column("scenes", 0, NARROW), Column("events", 0, NARROW)]
    for number, variable in enumerate(sites.variables):
        type_ = sites.world.variables[variable].type
        fits = type_.low >= -(2**31) and type_.high < 2**31
        found.append(Column("final", number, NARROW if fits else WIDE))
    if sites.wanted.finals:
        found += [Column("chosen", number, NARROW) for number in range(len(sites.options))]
    if sites.wanted.watch is not None:
        found.append(Column("found", 0, NARROW))
    return found
