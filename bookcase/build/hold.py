"""One build at a time for one site, and what those before left beside it."""

from __future__ import annotations

import fcntl
import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bookcase.errors import MachineError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_STAGE = "dang-dung"


def stage_of(site: Path) -> Path:
    """Return the folder where the next state of a site is made: beside it."""
    return site.with_name(f".{site.name}.{_STAGE}")


@contextmanager
def held(lock: Path, waits: Callable[[], None]) -> Iterator[None]:
    """Hold a lock; whoever is killed lets go.

    Args:
        lock: The file that is locked.
        waits: Is called when another build has it, before its end is waited for.

    Raises:
        MachineError: The file cannot be written.
    """
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        message = f"không ghi được {lock}: {error.strerror}"
        raise MachineError(message) from error
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waits()
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def recover(site: Path) -> None:
    """Bring back a site that was moved aside, and remove what is of no more use."""
    for left in sorted(site.parent.glob(f".{site.name}.*")):
        if left.name.endswith(".old") and not site.exists():
            left.rename(site)
        elif left.is_dir() and left != stage_of(site):
            shutil.rmtree(left, ignore_errors=True)
