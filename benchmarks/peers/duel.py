"""Compiles and runs the duel written by hand, for so many months and rounds."""

import json
import shutil
import subprocess
from pathlib import Path

SOURCE = Path(__file__).with_name("duel.c")
FLAGS = ["-O3", "-march=native", "-ffp-contract=off"]
ENDINGS = {"a": "adead", "b": "bdead", "r": "rec", "d": "drift"}


def compiler() -> str | None:
    """A C compiler, gcc before others; None where there is none."""
    return next((found for name in ("gcc", "cc", "clang") if (found := shutil.which(name))), None)


def compiled(folder: Path, months: int, rounds: int, ahead: bool = False) -> Path | None:
    """The program for a duel of that length; None without a compiler. `ahead` draws each word before it is needed."""
    found = compiler()
    if found is None:
        return None
    program = folder / f"duel_m{months}_r{rounds}{'_ahead' if ahead else ''}"
    size = [f"-DMONTHS={months}", f"-DROUNDS={rounds}", *(["-DAHEAD"] if ahead else [])]
    subprocess.run([found, *FLAGS, *size, str(SOURCE), "-o", str(program)], check=True)
    return program


def endings(program: Path, seed: int, first: int, runs: int) -> list[str]:
    """How each run ended, by the story's names."""
    letters = _said(program, seed, first, runs, "--each")
    return [ENDINGS[letter] for letter in letters]


def counted(program: Path, seed: int, runs: int) -> dict[str, float]:
    """How many runs ended how, `choices` made, and the `seconds` that it took."""
    found: dict[str, float] = json.loads(_said(program, seed, 0, runs))
    return found


def _said(program: Path, *words: object) -> str:
    done = subprocess.run([str(program), *map(str, words)], check=True, capture_output=True, text=True)
    return done.stdout.strip()
