"""Counts runs on more than one machine, by Dask.

Work goes out as (text, name, what is wanted, how many in all, seed, first, runs) and comes back as the bytes of its counts. One
promise: however many workers there are and whatever becomes of them, the counts are those of one piece counted here, or it is
said why there are none.
"""

import asyncio
import gc
import pickle
import re
import sys
from array import array
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

import click

import unmask
from unmask.app.doors import Refusal, without_engine
from unmask.problems.install import install
from unmask.problems.place import Source
from unmask.world.sites import Sites, Wanted, sites_of

if TYPE_CHECKING:
    from distributed import Client

    from unmask.analysis.simulate import Counts, Engine, Piece

LOCAL = "local"
ANSWERS_WITHIN = 5
"""So many seconds a cluster has to answer, and then again to have a worker."""
LARGEST_PIECE = 16
"""At most so many of an engine's own pieces go out as one: some seconds' work, so that little is lost with a worker."""
_ADDRESS = re.compile(r"(?:(?:tcp|tls)://)?(?:[\w.-]+|\[[0-9A-Fa-f:.]+\]):([0-9]{1,5})")
NO_DASHBOARD = {"dashboard": False, "dashboard_address": "127.0.0.1:0"}
"""A scheduler has a web server in any case. Without these it takes a port that others may have."""


class Answer(NamedTuple):
    """What a worker said of itself: its version of unmask ("" for none), and why its engine is not the compiled one."""

    version: str
    why: str


def counted_on_cluster(
    source: Source, seed: int, first: int, runs: int, address: str, wanted: Wanted, workers: int = 0
) -> "Generator[tuple[Piece, Counts], None, None]":
    """Each piece of `runs` runs from number `first` on with its counts, in order, played on the cluster at the address.

    `local` starts worker processes on this machine, `workers` of them (0: one a core), and ends them. Raises Refusal where the
    address is none, nobody answers, or a worker has no unmask of this version.
    """
    if address != LOCAL:
        _check(address)
    try:
        import distributed
    except ImportError:
        raise Refusal(f"Clusters are reached with Dask, which is not installed here. Install it: {install('cluster')}") from None
    _be_quiet(distributed)
    work = _Work(source, wanted, seed, runs)
    with _client(address, workers) as client:
        _welcome(client, address, work)
        try:
            yield from work.counted(client, first, runs)
        except (distributed.CancelledError, distributed.KilledWorker, OSError, ImportError) as error:
            why = _words(error)
            if isinstance(error, distributed.CancelledError):
                why = "its scheduler was lost"
            elif isinstance(error, distributed.KilledWorker):
                why = "one worker after another came to its end over the same piece of work"
            raise Refusal(f"The cluster at {address} broke off before all runs were counted: {why}.") from None


# ── finding it ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _check(address: str) -> None:
    found = _ADDRESS.fullmatch(address)
    if found is None or not 0 < int(found[1]) < 2**16:
        shown = "".join(sign if sign.isprintable() else "·" for sign in address)
        raise Refusal(
            f"`{shown}` is no address of a cluster. Say `--cluster {LOCAL}`, or where its scheduler listens: `--cluster tcp://127.0.0.1:8786`."
        )


@contextmanager
def _client(address: str, workers: int) -> "Iterator[Client]":
    """A way to a cluster, closed again whatever happens; and a cluster of this machine's own is ended with it."""
    from contextlib import ExitStack
    from tempfile import TemporaryDirectory
    from warnings import catch_warnings, simplefilter

    from distributed import Client, LocalCluster

    from unmask.runs import cores

    gc.enable()  # it was turned off for commands that are soon over
    with ExitStack() as open_, catch_warnings():
        simplefilter("ignore")  # that Python or Dask is another there is no matter: counts are counts
        where: Any = address
        if address == LOCAL:
            scratch = open_.enter_context(TemporaryDirectory(prefix="unmask-"))
            with _without_ctrl_c():
                cluster = LocalCluster(
                    n_workers=workers or cores(),
                    threads_per_worker=1,
                    host="127.0.0.1",
                    dashboard_address=None,
                    scheduler_kwargs=NO_DASHBOARD,
                    local_directory=scratch,
                    silence_logs=_SILENT,
                )
            where = open_.enter_context(cluster)
        try:
            if address != LOCAL:
                asyncio.run(asyncio.wait_for(_knock(address), ANSWERS_WITHIN))
            client = Client(where, timeout=ANSWERS_WITHIN, set_as_default=False)
        except Exception as error:  # whoever listens there may answer anything
            why = "" if isinstance(error, OSError) else f" ({_words(error)})"
            raise Refusal(f"No Dask scheduler answers at {address} within {ANSWERS_WITHIN} seconds{why}. Is one running there?") from None
        yield open_.enter_context(client)


@contextmanager
def _without_ctrl_c() -> Iterator[None]:
    """Processes that are started here do not hear Ctrl-C, each with a traceback: whoever started them does, and ends them."""
    import signal
    import threading

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


async def _knock(address: str) -> None:
    """Shake hands once. Dask's client would wait for ever where somebody listens and says nothing."""
    from distributed import Security
    from distributed.comm import connect

    comm = await connect(address, timeout=ANSWERS_WITHIN, **Security().get_connection_args("client"))
    await comm.close()


_SILENT = 60
"""Above every level of Dask's log: whatever matters is said in words, once."""


def _be_quiet(distributed: Any) -> None:
    import logging

    for name in (*logging.root.manager.loggerDict, distributed.__name__):
        if name.partition(".")[0] == distributed.__name__:
            logging.getLogger(name).setLevel(_SILENT)


# ── the workers ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _welcome(client: "Client", address: str, work: "_Work") -> None:
    """Wait for a worker, and see that all of them can do the work."""
    try:
        client.wait_for_workers(1, timeout=ANSWERS_WITHIN)
    except OSError:
        raise Refusal(f"The cluster at {address} has no workers. Start one: dask worker {address}") from None
    answers = client.run(_asking(), *work.what, unmask.__version__, on_error="return")
    unfit(address, answers)
    slow = [answer.why for answer in map(_answer, answers.values()) if answer.why]
    if slow:
        played = f"{len(slow)} of {len(answers)} workers play with the reference engine, which is slow"
        click.echo(without_engine(played, slow[0]), err=True)


def unfit(address: str, answers: dict[str, object]) -> None:
    """Refuse where a worker has no unmask, or another version."""
    for where, answer in answers.items():
        if isinstance(answer, BaseException):
            raise Refusal(f"The worker {where} of the cluster at {address} is not fit for work: {_words(answer)}.")
        version = _answer(answer).version
        if not version:
            raise Refusal(f"The worker {where} of the cluster at {address} has no unmask. Install unmask {unmask.__version__} there.")
        if version != unmask.__version__:
            raise Refusal(
                f"The worker {where} of the cluster at {address} has unmask {version}. This is {unmask.__version__}, and they must agree."
            )


def _answer(said: object) -> Answer:
    return Answer(*said) if isinstance(said, tuple) else Answer("", "")


# Both of these are functions within functions, because such are sent as they are: whoever receives them needs no unmask to
# learn that it has none, and a scheduler, which only passes work on, needs none at all.


def _asking() -> Callable[..., tuple[str, str]]:
    def ask(text: str, name: str, wanted: bytes, expected: int, version: str) -> tuple[str, str]:
        """On a worker: its version, and why its engine is slow."""
        try:
            import unmask
        except ImportError:
            return "", ""
        if unmask.__version__ != version:
            return unmask.__version__, ""
        from unmask.app.cluster import engine_on_worker

        return version, engine_on_worker(text, name, wanted, expected)[1].why

    return ask


def _playing() -> Callable[..., bytes]:
    def play(text: str, name: str, wanted: bytes, expected: int, version: str, seed: int, first: int, runs: int) -> bytes:
        """On a worker: the counts of a piece."""
        import unmask

        if unmask.__version__ != version:  # it came after all were asked
            raise ImportError(f"a worker has unmask {unmask.__version__}, and this is {version}")
        from unmask.app.cluster import play_piece

        return play_piece(text, name, wanted, expected, seed, first, runs)

    return play


@lru_cache(maxsize=2)
def engine_on_worker(text: str, name: str, wanted: bytes, expected: int) -> "tuple[Sites, Engine]":
    """What a worker keeps from piece to piece; so many runs are expected in all."""
    from unmask.analysis.simulate import engine_for
    from unmask.pipeline import world_from

    sites = sites_of(world_from(Source(name, text)).model, pickle.loads(wanted))
    return sites, engine_for(sites, expected)


def play_piece(text: str, name: str, wanted: bytes, expected: int, seed: int, first: int, runs: int) -> bytes:
    """The counts of so many runs of a story, as bytes, the lowest of each number first."""
    counts = engine_on_worker(text, name, wanted, expected)[1].count(seed, first, runs)
    return _in_order(counts).tobytes()


def _in_order(counts: "Counts") -> "Counts":
    """Counts as they travel, or as they are kept: the same but on machines that put the highest byte first."""
    if sys.byteorder == "little":
        return counts
    turned = array("q", counts)
    turned.byteswap()
    return turned


# ── the work ─────────────────────────────────────────────────────────────────────────────────────────────────────────


class _Work:
    """What is to be counted, here and on every worker."""

    def __init__(self, source: Source, wanted: Wanted, seed: int, runs: int) -> None:
        self.what = (source.text, source.name, pickle.dumps(wanted), runs)
        self.seed = seed
        self.sites, self.engine = engine_on_worker(*self.what)

    def counted(self, client: "Client", first: int, runs: int) -> "Generator[tuple[Piece, Counts], None, None]":
        """Hand out pieces, a few ahead of the workers. In order, so that whoever stops has the runs from the first on."""
        from unmask.analysis.simulate import pieces

        threads = max(sum(client.nthreads().values()), 1)
        size = min(max(runs // (8 * threads), self.engine.piece), LARGEST_PIECE * self.engine.piece)
        todo = pieces(first, runs, size)
        play = _playing()

        def send(count: int) -> "list[tuple[Piece, Any]]":
            """Lost work is played again on another worker, by Dask itself."""
            return [
                (piece, client.submit(play, *self.what, unmask.__version__, self.seed, *piece, pure=False)) for piece in islice(todo, count)
            ]

        waiting = send(4 * threads)
        while waiting:
            piece, future = waiting.pop(0)
            counts = self._counts(future.result())
            del future  # so that the cluster keeps nothing that is here already
            waiting += send(1)
            yield piece, counts

    def _counts(self, came_back: bytes) -> "Counts":
        if len(came_back) != 8 * self.sites.size:
            raise Refusal("A worker counted something else than what is counted here: its unmask is not the same.")
        return _in_order(array("q", came_back))


def _words(error: BaseException) -> str:
    """What an exception says, in one line."""
    return " ".join(f"{type(error).__name__} {error}".split())[:200]
