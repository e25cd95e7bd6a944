"""`unmask run` with tables: writes them into a folder, and says what to type where it stopped.

One promise: whoever stopped it, or ran out of room, is told what is there and the command that goes on.
"""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from unmask.app.doors import Refusal
from unmask.app.shell import again

if TYPE_CHECKING:
    from unmask.app.progress import Progress
    from unmask.runs import Runs


class Kept(NamedTuple):
    """What somebody asked of tables: no folder, no tables."""

    folder: Path | None = None
    resume: bool = False
    tapes: bool = False
    form: str | None = None
    chunk: int | None = None


class Stopped(NamedTuple):
    """That runs stopped on the way: why ("" where somebody stopped them), the exit code, and how to go on."""

    reason: str = ""
    code: int = 130
    further: str = ""


def table_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options for tables, given to the command as one: `kept`."""

    @click.option("--out", metavar="DIR", help="Write a table into this folder: a row for each run.")
    @click.option("--resume", is_flag=True, help="Go on with what is in DIR, where it stopped.")
    @click.option("--tapes", is_flag=True, help="With every choice of each run in the table.")
    @click.option("--form", type=click.Choice(["parquet", "csv"]), help="Of the table. Unless you say, Parquet where pyarrow is installed.")
    @click.option("--chunk", metavar="ROWS", type=click.IntRange(1), help="Of each file of the table. Unless you say, 65536.")
    @wraps(command)
    def with_tables(
        *words: object, out: str | None, resume: bool, tapes: bool, form: str | None, chunk: int | None, **more: object
    ) -> None:
        if out == "":
            raise Refusal("The folder has no name. Write --out DIR, and it is made if it is not there.")
        asked = {"--resume": resume, "--tapes": tapes, "--form": form, "--chunk": chunk}
        if out is None and any(asked.values()):
            option = next(name for name, said in asked.items() if said)
            raise Refusal(f"{option} is about a table. Say with --out DIR where it is to be.")
        command(*words, kept=Kept(out if out is None else Path(out), resume, tapes, form, chunk), **more)

    return with_tables


def keep(runs: "Runs", count: int, kept: Kept, progress: "Progress") -> Stopped | None:
    """Write the rows of so many runs, and have them counted."""
    from unmask.analysis.simulate import engine_for
    from unmask.app.tables import Plan, Unfinished, Unusable, write_tables

    assert kept.folder is not None
    plan = Plan(count, kept.folder, kept.resume, kept.tapes, kept.form, kept.chunk)

    def say(line: str) -> None:
        click.echo(line, err=True)

    try:
        runs.add(
            write_tables(
                runs.story,
                runs.sites,
                engine_for(runs.sites, count),
                runs.seed,
                plan,
                runs.workers,
                done=progress.done,
                before=progress.found,
                say=say,
            )
        )
    except Unusable as error:
        raise Refusal(str(error)) from None
    except Unfinished as unfinished:
        runs.add(unfinished.counts)
        there = f"{kept.folder} keeps these runs" if len(runs) else f"No file in {kept.folder} is finished yet"
        return Stopped(str(unfinished), unfinished.code, f"{there}. To go on: {again(*([] if kept.resume else ['--resume']))}")
    return None
