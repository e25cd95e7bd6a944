"""How many runs of helmet a second: ours, and the same world in Mesa, inkjs and inkcpp. `python benchmarks/against_peers.py [--json]`.

The peers are installed into build/peers first, in the versions below; where a tool for that is not there, its peers are left
out, and a line says so. Everything is measured in turns in one go, each the median of three, so that the ratios hold whatever
else the machine does. That all play the same story is shown beside it: how the endings of each compare with ours.
"""

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import time
import venv
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from peers.agreement import agreement
from peers.helmet_ink import ink_of
from peers.helmet_mesa import mesa_of

import unmask
from unmask.analysis.simulate import count_runs
from unmask.kernel.build import Compiled
from unmask.kernel.from_world import CannotCompile
from unmask.world.sites import sites_of

HERE = Path(__file__).parent
BUILD = HERE.parent / "build" / "peers"
PYTHON_PEERS = ["Mesa==3.3.1", "inkcpp-py==0.1.12"]
NODE_PEERS = ["inkjs@2.4.0"]
TIMES = 3
SEED = 7


class Played(NamedTuple):
    """Some runs of one engine: how long they took, and how many ended how."""

    seconds: float
    endings: Counter[str]


class Engine(NamedTuple):
    """Something that plays helmet: so many runs for one measure (some seconds), and how it plays them under a seed."""

    name: str
    runs: int
    play: Callable[[int, int], Played]


class Row(NamedTuple):
    """Runs a second, how many runs in all, and how its endings agree with ours."""

    name: str
    rate: float
    runs: int
    agreement: str


def main() -> None:
    """Install, measure, print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--json", action="store_true", help="print JSON instead of a table")
    wanted = arguments.parse_args()
    rows, absent = measured(unmask.load("helmet"))
    if wanted.json:
        print(json.dumps({"rows": [row._asdict() for row in rows], "absent": absent}, indent=2))
        return
    print(table(rows, absent))


def measured(world: unmask.World) -> tuple[list[Row], list[str]]:
    """A row for each engine that is here, and a line for each that is not."""
    engines: list[Engine] = []
    absent: list[str] = []
    for found in (compiled(world), reference(world), *peers(world)):
        if isinstance(found, Engine):
            engines.append(found)
        else:
            absent.append(found)
    played: dict[str, list[Played]] = {engine.name: [] for engine in engines}
    for turn in range(TIMES):
        for engine in engines:
            print(f"{engine.name}: {turn + 1} of {TIMES}", file=sys.stderr)
            played[engine.name].append(engine.play(SEED + turn, engine.runs))
    endings = {name: sum((one.endings for one in turns), Counter()) for name, turns in played.items()}
    ours = endings[engines[0].name]
    rows = []
    for engine in engines:
        rate = engine.runs / statistics.median(one.seconds for one in played[engine.name])
        rows.append(Row(engine.name, rate, engine.runs * TIMES, agreement(ours, endings[engine.name]) if engine is not engines[0] else ""))
    return rows, absent


def table(rows: list[Row], absent: list[str]) -> str:
    """The rows as text, each against the first and against the fastest of the others."""
    fastest = max((row.rate for row in rows[1:]), default=rows[0].rate)
    lines = [f"{'helmet, one core':<24}{'runs/s':>12}{'first is':>14}   endings, against the first"]
    for row in rows:
        lines.append(f"{row.name:<24}{row.rate:>12,.1f}{rows[0].rate / row.rate:>12,.0f} x   {row.agreement}")
    lines.append(f"\n{rows[0].name} is {rows[0].rate / fastest:,.0f} times as fast as the fastest of the others.")
    return "\n".join([*lines, *absent])


# ── ours ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def compiled(world: unmask.World) -> Engine | str:
    """The compiled engine on one core; it is compiled before the clock starts, as the peers are."""
    sites = sites_of(world.model)
    try:
        engine = Compiled(sites, thorough=True)
    except CannotCompile as why:
        return f"unmask, compiled: left out, {why}"
    engine.count(SEED, 0, 1)

    def play(seed: int, runs: int) -> Played:
        begun = time.perf_counter()
        counts = count_runs(engine, sites, seed, 0, runs)
        seconds = time.perf_counter() - begun
        return Played(seconds, Counter(dict(zip(sites.endings, sites.part(counts, "endings"), strict=True))))

    return Engine("unmask, compiled", 1_000_000, play)


def reference(world: unmask.World) -> Engine:
    """The reference engine: one run after the other, with all that a telling needs."""

    def play(seed: int, runs: int) -> Played:
        begun = time.perf_counter()
        endings = Counter(world.run(seed, number).ending for number in range(runs))
        return Played(time.perf_counter() - begun, endings)

    return Engine("unmask, reference", 700, play)


# ── peers ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def peers(world: unmask.World) -> Iterator[Engine | str]:
    """The others, installed and with the world written for them; a line for each that cannot be."""
    BUILD.mkdir(parents=True, exist_ok=True)
    (BUILD / "helmet_model.py").write_text(mesa_of(world.model), encoding="utf-8")
    (BUILD / "helmet.ink").write_text(ink_of(world.model), encoding="utf-8")
    (BUILD / "helmet_without_pow.ink").write_text(ink_of(world.model, power=False), encoding="utf-8")
    python = _with_python()
    node = _with_node()
    if python is None:
        yield "Mesa: left out, it could not be installed"
    else:
        yield Engine("Mesa", 6000, _told_by([python, str(HERE / "peers" / "play_mesa.py"), "."]))
    if node is None:
        yield "inkjs: left out, it needs node and npm"
    else:
        yield Engine("inkjs", 700, _told_by([node, str(HERE / "peers" / "ink.cjs"), "helmet.ink"]))
    if python is None or node is None:
        yield "inkcpp: left out, it needs inkjs, which compiles for it"
    else:
        # It has no POW, and no compiler of its own.
        _run([node, str(HERE / "peers" / "ink.cjs"), "helmet_without_pow.ink", "1", "1", "helmet_without_pow.json"])
        yield Engine("inkcpp", 5, _told_by([python, str(HERE / "peers" / "play_inkcpp.py"), "helmet_without_pow.json"]))


def _with_python() -> str | None:
    """A Python that has its peers."""
    python = BUILD / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not _is_done(PYTHON_PEERS):
        print("installing", *PYTHON_PEERS, file=sys.stderr)
        venv.create(BUILD / "venv", clear=True, with_pip=True)
        try:
            _run([str(python), "-m", "pip", "-qq", "--disable-pip-version-check", "install", *PYTHON_PEERS])
        except subprocess.CalledProcessError as problem:
            print(problem.stderr, file=sys.stderr)
            return None
        _set_done(PYTHON_PEERS)
    return str(python)


def _with_node() -> str | None:
    """A node that has its peers."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    if not _is_done(NODE_PEERS):
        print("installing", *NODE_PEERS, file=sys.stderr)
        (BUILD / "package.json").write_text("{}", encoding="utf-8")
        try:
            _run([npm, "install", "--silent", "--no-save", *NODE_PEERS])
        except subprocess.CalledProcessError as problem:
            print(problem.stderr, file=sys.stderr)
            return None
        _set_done(NODE_PEERS)
    return node


def _stamp(peers: list[str]) -> Path:
    return BUILD / f".{'-'.join(peers).replace('==', '-').replace('@', '-')}"


def _is_done(peers: list[str]) -> bool:
    return _stamp(peers).exists()


def _set_done(peers: list[str]) -> None:
    _stamp(peers).touch()


def _told_by(command: list[str]) -> Callable[[int, int], Played]:
    """A player in a process of its own, which takes the time itself: starting it does not count."""

    def play(seed: int, runs: int) -> Played:
        told = json.loads(_run([*command, str(seed), str(runs)]))
        return Played(told["seconds"], Counter(told["endings"]))

    return play


def _run(command: list[str]) -> str:
    return subprocess.run(command, cwd=BUILD, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
