"""Where work is done that can be shared: here, in processes of this machine, or on a Dask cluster.

All three are a `concurrent.futures.Executor` and give the same results in the same order. What a lost worker did not
finish is done here.
"""

import importlib
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from itertools import chain, islice
from typing import TypeVar

import jianbao
from jianbao.model.errors import UsageError

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_WORTH_IT = 8
"""Batches from which on work is shared: starting a process costs about a second, most of it for our own imports."""
_AHEAD = 32
"""Batches that may be under way or waiting to be taken, so that memory does not grow with the archive."""
_ANSWER = "10s"
"""How long a scheduler may take to answer."""
_PATIENCE = 120.0
"""Seconds that a batch, a matter of seconds, may take before its worker counts as lost, and all others with it."""


class _Here(Executor):
    """Does everything at once, in this process."""


HERE: Executor = _Here()
"""For work that is not to be shared."""


class _Processes(Executor):
    """Processes of this machine. All that has to do with them is imported and made when there is work to share."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._pool: Executor | None = None

    def submit(self, fn: Callable[..., _Result], /, *args: object, **kwargs: object) -> "Future[_Result]":
        if self._pool is None:
            # Never `fork`: a copy of a process with threads may hang, and would hold our locks for as long as it lives.
            context = importlib.import_module("multiprocessing").get_context("spawn")
            pool: type[Executor] = importlib.import_module("concurrent.futures.process").ProcessPoolExecutor
            self._pool = pool(self._count, context, _leave_interrupts_to_the_parent)  # type: ignore[call-arg]
        return self._pool.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as the base class has it
        if self._pool:
            self._pool.shutdown(wait, cancel_futures=cancel_futures)


@contextmanager
def executor(jobs: int | None = None, scheduler: str | None = None) -> Iterator[Executor]:
    """Give what `map_batches` works with: `jobs` processes, as many as there are processors where it is None.

    With `scheduler`, such as `tcp://192.168.1.5:8786`, a Dask cluster does the work. UsageError where nothing answers
    there, or its workers have another version of jianbao. Processes are not started before there is work for them.
    """
    if scheduler is not None:
        with _cluster(scheduler) as cluster:
            yield cluster
        return
    count = jobs or _processors()
    if count == 1:
        yield HERE
        return
    pool = _Processes(count)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def map_batches(
    workers: Executor, function: Callable[[_Item], _Result], items: Iterable[_Item], size: int
) -> Iterator[_Result]:
    """`function` of each item, in the order of the items; `size` items travel together.

    The function must be one of a module, and it, items and results must be picklable. Little work is done here.
    """
    batches = _batches(items, size)
    first = list(islice(batches, _WORTH_IT))
    if workers is HERE or len(first) < _WORTH_IT:
        for batch in chain(first, batches):
            yield from map(function, batch)
        return
    patience = _PATIENCE
    under_way: deque[tuple[list[_Item], Future[list[_Result]] | None]] = deque()
    for batch in chain(first, batches):
        under_way.append((batch, _submit(workers, function, batch)))
        if len(under_way) == _AHEAD:
            results, patience = _results(function, *under_way.popleft(), patience)
            yield from results
    while under_way:
        results, patience = _results(function, *under_way.popleft(), patience)
        yield from results


def code_version() -> str:
    """The version of the code that a worker runs."""
    return jianbao.__version__


def _submit(
    workers: Executor, function: Callable[[_Item], _Result], batch: list[_Item]
) -> Future[list[_Result]] | None:
    """None where no worker is left."""
    try:
        return workers.submit(_map, function, batch)
    except RuntimeError:
        return None


def _results(
    function: Callable[[_Item], _Result], batch: list[_Item], future: Future[list[_Result]] | None, patience: float
) -> tuple[list[_Result], float]:
    """The results of a batch, and the seconds to wait for the next: none once a batch has not come back at all."""
    if future is not None:
        try:
            return future.result(patience), patience
        except TimeoutError:
            patience = 0.0
        except Exception:  # noqa: BLE001, S110 - a worker was lost, or the function is at fault: that shows again below
            pass
        future.cancel()
    return _map(function, batch), patience


def _map(function: Callable[[_Item], _Result], batch: list[_Item]) -> list[_Result]:
    return [function(item) for item in batch]


def _batches(items: Iterable[_Item], size: int) -> Iterator[list[_Item]]:
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def _processors() -> int:
    """Processors that this process may use; a container often has fewer than the machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    try:
        distributed = importlib.import_module("distributed")
    except ImportError as error:
        raise UsageError("--scheduler needs Dask: pip install 'jianbao[dask]'") from error
    try:
        client = distributed.Client(address, timeout=_ANSWER, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise UsageError(
            f"no Dask scheduler answers at {address}: start one, `dask scheduler`, or mend the address"
        ) from error
    with client:
        _check_versions(client.run(code_version, on_error="return"))
        # The same batch may come twice with other files in between: its result must not be taken from an earlier one.
        workers: Executor = client.get_executor(pure=False)
        try:
            yield workers
        finally:
            workers.shutdown(wait=False)


def _check_versions(found: dict[str, object]) -> None:
    """Results are the same only where the code is."""
    for worker, version in found.items():
        if version != jianbao.__version__:
            told = version if isinstance(version, str) else "no jianbao that works"
            raise UsageError(f"the worker {worker} has {told}, this is jianbao {jianbao.__version__}: install it there")
