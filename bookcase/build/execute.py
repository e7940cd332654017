"""Hand pieces of work to workers, never more than a few ahead, answers in order."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import wait
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

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


@contextmanager
def workers(jobs: int, given: object = None) -> Iterator[Executor]:
    """Give an executor of so many processes; none is started for one job.

    Args:
        jobs: How many.
        given: A value that each process gets once, for work that asks for it. It may be
            large: where processes are forked, it is not even copied.
    """
    if jobs <= 1:
        yield InProcess(given)
        return
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(
        jobs, mp_context=context, initializer=_begin, initargs=(given,)
    ) as pool:
        yield pool


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
    return partial(_with_own, work)


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
