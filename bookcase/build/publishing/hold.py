"""One build at a time for one site, and what those before left beside it."""

from __future__ import annotations

import fcntl
import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bookcase.errors import MachineError
from bookcase.files import write_atomic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_STAGE = "dang-dung"
_OWNER = ".trang"


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


def forget(ledgers: Path, ledger: Path, site: Path) -> None:
    """Note whose ledger one is; remove those of sites that are no more.

    Args:
        ledgers: The folder of all ledgers.
        ledger: The ledger of a site.
        site: The site.
    """
    write_atomic(ledger.with_suffix(_OWNER), str(site.resolve()).encode())
    for owner in ledgers.glob(f"*{_OWNER}"):
        other = owner.with_suffix(".db")
        if other == ledger or Path(os.fsdecode(owner.read_bytes())).exists():
            continue
        for path in ledgers.glob(f"{owner.stem}.*"):
            path.unlink(missing_ok=True)


def recover(site: Path) -> None:
    """Bring back a site that was moved aside, and remove what is of no more use."""
    for left in sorted(site.parent.glob(f".{site.name}.*")):
        if left.name.endswith(".old") and not site.exists():
            left.rename(site)
        elif left.is_dir() and left != stage_of(site):
            shutil.rmtree(left, ignore_errors=True)
