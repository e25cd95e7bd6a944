"""The command line from inside and from outside: runs it, and returns exit code, output and what else was said."""

import io
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import click
import pytest

from unmask.app.cli import command, main

STORY = """\
title "The Stairs"
told from Ada's side

fact day: 0..2

person Ada (she)
person Bo (he)

scene talk with Ada, Bo
  when day < 2
  moment door: Ada
    * knock
      +2 "she is cold"
      > {first: Ada knocks. | then: Ada knocks again.}
      Bo> {first: It is her knock. | then: It is her knock again.}
    * wait
      +1 "it is late" if day > 0
      > {first: Ada waits. | then: Ada waits again.}
      Ada recalls> {first: She did not even wait. | then: Nor then.}
    -> end

meanwhile
  ~ day += 1

ending done "The door opens" when day is 2
  > The door opens.
"""
BROKEN = STORY.replace("> The door opens.", "> The {door opens.").replace("day > 0", "dya > 0")


def every_command() -> dict[str, click.Command]:
    """All commands by name, those too that are imported only when they are asked for."""
    context = click.Context(command)
    found = {name: command.get_command(context, name) for name in command.list_commands(context)}
    return {name: one for name, one in found.items() if one is not None}


class Said(NamedTuple):
    code: int
    out: str
    err: str


def call(*arguments: str, without: tuple[str, ...] = ()) -> Said:
    """Run the command in this process, `without` streams that somebody closed before."""
    with pytest.MonkeyPatch.context() as patch:
        out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
        patch.setattr(sys, "argv", ["unmask", *arguments])
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        for stream in without:
            patch.setattr(sys, stream, None)
        with pytest.raises(SystemExit) as left:
            main()
        assert isinstance(left.value.code, int)
        return Said(left.value.code, *(stream.buffer.getvalue().decode() for stream in (out, err)))


def outside(*arguments: str, **more: Any) -> "subprocess.CompletedProcess[str]":
    """Run the command in a process of its own."""
    command = [sys.executable, "-m", "unmask", *arguments]
    more.setdefault("capture_output", True)
    return subprocess.run(command, text=True, encoding="utf-8", timeout=60, check=False, **more)


def write(folder: Path, text: str = STORY, name: str = "stairs.story") -> str:
    """A story file, by its path."""
    path = folder / name
    path.write_bytes(text.encode("utf-8"))
    return str(path)
