"""`unmask run --cluster`: what a cluster counts is what is counted here, and what goes wrong with one is said in a sentence."""

import json
import multiprocessing
import multiprocessing.pool
import pickle
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import distributed
import pytest

import unmask
from tests.app.commands import STORY, call, write
from unmask.analysis.simulate import Counts, Piece, count_runs
from unmask.app import cluster
from unmask.app.cluster import counted_on_cluster
from unmask.app.doors import Refusal
from unmask.pipeline import world_from
from unmask.problems.install import install
from unmask.problems.place import Source
from unmask.runs import Runs
from unmask.world.model import Variable
from unmask.world.places import Belief
from unmask.world.sites import NOTHING_MORE, Wanted

FELT = STORY.replace("person Ada (she)\n", "person Ada (she)\n  feels hope: 0..3\n").replace(
    "    * knock\n", "    * knock\n      ~ hope += 1\n"
)
WORLD = world_from(Source("stairs.story", FELT))
RUNS = 130


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[distributed.LocalCluster]:
    """Two worker processes on this machine, reached by an address as on any other."""
    folder = str(tmp_path_factory.mktemp("office"))
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        host="127.0.0.1",
        dashboard_address=None,
        scheduler_kwargs=cluster.NO_DASHBOARD,
        local_directory=folder,
        silence_logs=60,
    ) as found:
        yield found


@pytest.fixture
def address(office: distributed.LocalCluster) -> str:
    return str(office.scheduler_address)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever waits gives up soon."""
    monkeypatch.setattr(cluster, "ANSWERS_WITHIN", 0.5)


def on(address: str, runs: int = RUNS, wanted: Wanted = NOTHING_MORE, first: int = 40) -> list[tuple[Piece, Counts]]:
    """What comes back from there; work is cut small, so that there is some for everybody."""
    cluster.engine_on_worker(WORLD.source.text, WORLD.source.name, pickle.dumps(wanted), runs)[1].piece = 9
    return list(counted_on_cluster(WORLD.source, 3, first, runs, address, wanted))


def refused(address: str) -> str:
    with pytest.raises(Refusal) as found:
        on(address)
    return found.value.message


# ── what is counted ──


def test_what_a_cluster_counts_is_what_is_counted_here(address: str) -> None:
    hope = Variable("Ada", "hope")
    wanted = Wanted(gates=True, arcs=(hope, Belief("Bo", hope)), watch=WORLD.watch("seems(Bo, Ada.hope) > 0"))
    here = Runs(WORLD, 3, 40, wanted=wanted)
    there = here.sites.empty()
    played = on(address, wanted=wanted)
    for _, counts in played:
        there = here.sites.merge(there, counts)
    assert len(played) > 2
    here.engine.piece = RUNS
    assert there == count_runs(here.engine, here.sites, 3, 40, RUNS)
    here.engine.piece = 11
    assert there == count_runs(here.engine, here.sites, 3, 40, RUNS, workers=3)


def test_pieces_come_back_in_order_and_whole(address: str) -> None:
    numbers = [number for piece, _ in on(address) for number in range(piece.first, piece.first + piece.runs)]
    assert numbers == list(range(40, 40 + RUNS))


def test_run_says_the_same_with_a_cluster_and_without(address: str, tmp_path: Path) -> None:
    stairs = write(tmp_path, FELT)
    here, there = (json.loads(call("run", stairs, "-n", "90", "--json", *more).out) for more in ((), ("--cluster", address)))
    assert here["runs"] == there["runs"] == 90
    del here["seconds"], there["seconds"]
    assert here == there


def test_local_starts_workers_says_nothing_of_them_and_ends_them(tmp_path: Path) -> None:
    before = {child.pid for child in multiprocessing.active_children()}
    stairs = write(tmp_path)
    said = call("run", stairs, "-n", "30", "--json", "--cluster", "local", "--workers", "1")
    assert (said.code, json.loads(said.out)["endings"]) == (0, json.loads(call("run", stairs, "-n", "30", "--json").out)["endings"])
    assert {line for line in said.err.splitlines() if "reference engine" not in line} == set()
    assert {child.pid for child in multiprocessing.active_children()} == before


def test_ctrl_c_is_heard_by_whoever_started_the_workers_alone() -> None:
    before = signal.getsignal(signal.SIGINT)
    with cluster._without_ctrl_c():
        assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN  # processes inherit this
    assert signal.getsignal(signal.SIGINT) == before


# ── whom it asks ──


def test_a_worker_with_another_version_is_named(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unmask, "__version__", "0.0.9")
    assert f"has unmask {'0.1.0'}. This is 0.0.9, and they must agree." in refused(address)


def test_a_worker_without_unmask_is_named(address: str) -> None:
    def forget() -> None:
        modules: dict[str, Any] = sys.modules
        modules["kept"], modules["unmask"] = modules.get("unmask"), None  # what is None cannot be imported

    def remember() -> None:
        del sys.modules["unmask"]
        if kept := sys.modules.pop("kept"):
            sys.modules["unmask"] = kept

    with distributed.Client(address, set_as_default=False) as client:
        workers = list(client.scheduler_info()["workers"])
        client.run(forget, workers=workers[:1])
        try:
            assert f"{workers[0]} of the cluster at {address} has no unmask. Install unmask {unmask.__version__} there." in refused(address)
        finally:
            client.run(remember, workers=workers[:1])


def test_counts_of_another_length_are_not_added_up(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def short() -> Any:
        return lambda *what: b"\0" * 16

    monkeypatch.setattr(cluster, "_playing", short)
    assert "counted something else" in refused(address)


def test_a_cluster_without_workers_is_told_so(impatient: None) -> None:
    with distributed.LocalCluster(
        n_workers=0, host="127.0.0.1", dashboard_address=None, scheduler_kwargs=cluster.NO_DASHBOARD, silence_logs=60
    ) as empty:
        assert refused(empty.scheduler_address).startswith(f"The cluster at {empty.scheduler_address} has no workers.")


# ── where nobody is ──


@pytest.mark.parametrize(
    "address", ["", "here", "127.0.0.1", "127.0.0.1:0", "127.0.0.1:65536", "http://127.0.0.1:80", "a b:80", "::1:80", "x\x07:8786", "Local"]
)
def test_what_is_no_address_is_refused_at_once(address: str, tmp_path: Path) -> None:
    said = call("run", write(tmp_path), "-n", "20", "--cluster", address)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"`{address.replace(chr(7), '·')}` is no address of a cluster.")


@pytest.mark.parametrize("greeting", [None, b"", b"SSH-2.0-something\r\n" * 9, bytes(range(256)) * 9])
def test_an_address_where_nobody_knows_dask_is_given_up_soon(greeting: bytes | None, impatient: None, tmp_path: Path) -> None:
    """Nobody listens there, or somebody who says nothing, or something else."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{listener.getsockname()[1]}"
        if greeting is None:
            listener.close()
        else:
            listener.listen()
        caller = multiprocessing.pool.ThreadPool(1)
        answer = caller.apply_async(call, ("run", write(tmp_path), "-n", "20", "--cluster", address))
        if greeting is not None:
            with listener.accept()[0] as line:
                line.sendall(greeting)
                said = answer.get(30)
        else:
            said = answer.get(30)
        caller.terminate()
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"No Dask scheduler answers at {address} within 0.5 seconds")
    assert said.err.count("\n") == 1


# ── what does not go together ──


def test_without_dask_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    said = call("run", write(tmp_path), "-n", "20", "--cluster", "local")
    assert (said.code, said.out) == (2, "")
    assert install("cluster") in said.err


def test_a_cluster_fills_no_tables(tmp_path: Path) -> None:
    said = call("run", write(tmp_path), "-n", "20", "--cluster", "local", "--out", str(tmp_path / "tables"))
    assert (said.code, said.out) == (2, "")
    assert "leave out --cluster or --out" in said.err
    assert not (tmp_path / "tables").exists()
