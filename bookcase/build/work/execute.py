"""Hand pieces of work to workers, never more than a few ahead, answers in order."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import pickle
import threading
from collections import deque
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial
from multiprocessing.connection import wait
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

from bookcase.files import write_atomic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from bookcase.build.work.farm import Farm

Given = TypeVar("Given")
Item = TypeVar("Item")
Answer = TypeVar("Answer")

AHEAD = 4
"""How many pieces wait in the queue for each worker."""


_OWN: list[Any] = []
"""What a worker process was given when it began; empty in the parent."""


class InProcess(Executor):
    """Works at once, in this process: for one job, and for finding faults."""

    def __init__(self, given: Any = None) -> None:  # noqa: ANN401 - the work knows what it is
        """Keep what work is given, see :func:`given_to`."""
        self.given = given

    def submit(
        self, fn: Callable[..., Answer], /, *args: object, **kwargs: object
    ) -> Future[Answer]:
        """Call the function and return its answer as a finished future."""
        future: Future[Answer] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except BaseException as error:  # noqa: BLE001 - handed on to the caller
            future.set_exception(error)
        return future


class Elsewhere(Executor):
    """Works on other machines, which share a folder with this one."""

    def __init__(self, inner: Executor, given: Path) -> None:
        """Take who works, and the file that holds what work is given."""
        self.inner, self.given = inner, given

    def submit(
        self, fn: Callable[..., Answer], /, *args: object, **kwargs: object
    ) -> Future[Answer]:
        """Hand the call over."""
        return self.inner.submit(fn, *args, **kwargs)


@contextmanager
def workers(
    jobs: int, given: object = None, farm: Farm | None = None
) -> Iterator[Executor]:
    """Give an executor of so many processes; none is started for one job.

    Args:
        jobs: How many.
        given: A value that each process gets once, for work that asks for it. It may be
            large: where processes are forked, it is not even copied.
        farm: Other machines that work in place of processes here.
    """
    if farm is not None:
        with farm.executor() as inner, _kept(given, farm.shared) as path:
            yield Elsewhere(inner, path)
        return
    if jobs <= 1:
        yield InProcess(given)
        return
    context = multiprocessing.get_context("fork" if _forks() else "spawn")
    with ProcessPoolExecutor(
        jobs, mp_context=context, initializer=_begin, initargs=(given,)
    ) as pool:
        yield pool


@contextmanager
def beside(
    jobs: int,
) -> Iterator[Callable[[Callable[[], Answer]], Callable[[], Answer]]]:
    """Give what begins a piece of work in a process of its own, and then waits for it.

    The process sees all that there is in this one when the work begins, and hands the
    answer back; for one job, and where processes are not forked, the work is done here.
    """
    if jobs <= 1 or not _forks():
        yield lambda work: InProcess().submit(work).result
        return
    context = multiprocessing.get_context("fork")
    with ExitStack() as pools:

        def begun(work: Callable[[], Answer]) -> Callable[[], Answer]:
            pool = ProcessPoolExecutor(
                1, mp_context=context, initializer=_begin, initargs=(work,)
            )
            return pools.enter_context(pool).submit(_own_work).result

        yield begun


def _own_work() -> Any:  # noqa: ANN401 - the work knows
    return _OWN[0]()


def _forks() -> bool:
    return "fork" in multiprocessing.get_all_start_methods()


def _begin(given: object) -> None:
    """Keep, in a worker, what it is given; see that it does not outlive its parent."""
    _OWN.append(given)
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()


def _watch(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def given_to(
    executor: Executor, work: Callable[[Given, Item], Answer]
) -> Callable[[Item], Answer]:
    """Return work that takes what its worker was given, and then an item."""
    if isinstance(executor, InProcess):
        return partial(work, executor.given)
    if isinstance(executor, Elsewhere):
        return partial(_with_kept, work, executor.given)
    return partial(_with_own, work)


@contextmanager
def _kept(given: object, folder: Path) -> Iterator[Path]:
    """Write what work is given into a file that is there as long as it is needed."""
    data = pickle.dumps(given, pickle.HIGHEST_PROTOCOL)
    path = folder.resolve() / f"cho-{hashlib.sha256(data).hexdigest()[:16]}.pickle"
    write_atomic(path, data)
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


_HERE = threading.local()
"""What a thread of another machine was given last: work notes things in it."""


def _with_kept(work: Callable[[Given, Item], Answer], path: Path, item: Item) -> Answer:
    if getattr(_HERE, "path", None) != path:
        _HERE.given = pickle.loads(path.read_bytes())  # noqa: S301 - we wrote it
        _HERE.path = path
    return work(_HERE.given, item)


def _with_own(work: Callable[[Given, Item], Answer], item: Item) -> Answer:
    return work(_OWN[0], item)


def in_order(
    executor: Executor,
    work: Callable[[Item], Answer],
    items: Iterable[Item],
    ahead: int,
) -> Iterator[Answer]:
    """Yield the answers in the order of the items; at most ``ahead`` are under way.

    An exception in a worker is raised here, and the rest is not begun.
    """
    waiting: deque[Future[Answer]] = deque()
    for item in items:
        waiting.append(executor.submit(work, item))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
