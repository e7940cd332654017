"""Hand pieces of work to workers, never more than a few ahead, answers in order."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import wait
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Item = TypeVar("Item")
Answer = TypeVar("Answer")

AHEAD = 4
"""How many pieces wait in the queue for each worker."""


class InProcess(Executor):
    """Works at once, in this process: for one job, and for finding faults."""

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


@contextmanager
def workers(jobs: int) -> Iterator[Executor]:
    """Give an executor of so many processes; none is started for one job."""
    if jobs <= 1:
        yield InProcess()
        return
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(
        jobs, mp_context=context, initializer=_end_with_parent
    ) as pool:
        yield pool


def _end_with_parent() -> None:
    """Watch, in a worker, that it does not outlive a parent that was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()


def _watch(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


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
