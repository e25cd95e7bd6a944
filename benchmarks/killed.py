"""Killed with -9 at random moments and gone on with: `python benchmarks/killed.py [--kills 20] [--json]`.

`unmask run --out` is started, killed by its process id, and started again with --resume, time after time; in the end every file
is held against those of an unbroken run, and so is what the last command printed. The moments are drawn, and the draw has a seed.
"""

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

DUEL = Path(__file__).with_name("worlds") / "duel_m3_r1.story"
SEED = 7
TRIES = 5
KILLS = 20


class Campaign(NamedTuple):
    """What came of it: at each kill how many chunks were finished, and whether a file was half written; and whether all is the same."""

    chunks: int
    killed_at: list[int]
    half_written: int
    same_files: bool
    same_summary: bool


def campaign(folder: Path, story: Path, runs: int, chunk: int, kills: int, draw: int, *more: str) -> Campaign:
    """Write the tables of so many runs once unbroken, and once with so many kills. `draw` is the seed of the moments."""
    dice = random.Random(draw)
    unbroken, broken = folder / "unbroken", folder / "broken"
    words = [str(story), "-n", str(runs), "--seed", str(SEED), "--chunk", str(chunk), "--json", *more]
    begun = time.perf_counter()
    whole = _finish([*words, "--out", str(unbroken)])
    chunks = -(-runs // chunk)
    per_chunk = (time.perf_counter() - begun) / chunks
    killed_at: list[int] = []
    half_written = 0
    for _ in range(TRIES):
        for least in sorted(dice.choices(range(chunks - 1), k=kills)):
            if not _killed([*words, "--out", str(broken), "--resume"], broken, least, dice.uniform(0, 2 * per_chunk)):
                break
            killed_at.append(_finished(broken))
            half_written += any(broken.glob(".*.part")) if broken.is_dir() else False
        if len(killed_at) == kills:
            break
        # It was done before it was killed, since this process slept too long. Then the whole campaign begins again.
        shutil.rmtree(broken)
        killed_at, half_written = [], 0
    last = _finish([*words, "--out", str(broken), "--resume"])
    return Campaign(chunks, killed_at, half_written, _files(unbroken) == _files(broken), _said(whole) == _said(last))


def _start(words: list[str]) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "unmask", "run", *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8")


def _finish(words: list[str]) -> str:
    process = _start(words)
    said, _ = process.communicate()
    if process.returncode:
        raise SystemExit(f"unmask run {' '.join(words)} ended with {process.returncode}")
    return said


def _killed(words: list[str], folder: Path, least: int, later: float) -> bool:
    """Start it and kill it once so many chunks are finished, and a little later; no where it was done before that."""
    process = _start(words)
    try:
        while process.poll() is None and _finished(folder) < least:
            time.sleep(0.002)
        time.sleep(later)
    finally:
        process.kill()
        process.communicate()
    return process.returncode != 0


def _finished(folder: Path) -> int:
    """How many chunks the journal knows of."""
    try:
        return len(json.loads((folder / "_unmask-runs.json").read_bytes())["sums"])
    except FileNotFoundError:
        return 0


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def _said(text: str) -> dict[str, object]:
    """What was printed, but for how long it took."""
    return {name: value for name, value in json.loads(text).items() if name != "seconds"}


def main() -> None:
    """Run the campaign and print what came of it."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--kills", type=int, default=KILLS)
    asked.add_argument("--draw", type=int, default=1, help="the seed of the moments")
    asked.add_argument("--json", action="store_true", help="print JSON instead of words")
    words = asked.parse_args()
    found = measured(words.kills, words.draw)
    print(json.dumps(found._asdict(), indent=2) if words.json else told(found))
    if len(found.killed_at) < words.kills or not found.same_files or not found.same_summary:
        sys.exit(1)


def measured(kills: int = KILLS, draw: int = 1) -> Campaign:
    """The campaign on the duel, 50 chunks of 1,000 runs."""
    with tempfile.TemporaryDirectory() as folder:
        return campaign(Path(folder), DUEL, 50_000, 1_000, kills, draw)


def told(found: Campaign) -> str:
    """What came of it, as text."""
    lines = [
        f"{len(found.killed_at)} times killed, with {', '.join(map(str, found.killed_at))} of {found.chunks} chunks finished",
        f"{found.half_written} times in the middle of a file",
        f"every file the same as in an unbroken run: {'yes' if found.same_files else 'NO'}",
        f"the summary the same: {'yes' if found.same_summary else 'NO'}",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
