"""Run a program and say what it cost: processor time, wall time, memory.

The figures are the kernel's own, of the program and of all that it started: processes
that outlive their parent come to us, as their new parent, and are counted too.

Keep the process that measures small: Linux counts, as memory of a new program, what
its parent held at the moment of starting it. So whatever is large (generating a corpus,
walking a site) runs as a program too.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from resource import struct_rusage

_SET_CHILD_SUBREAPER = 36  # <linux/prctl.h>
_PATIENCE = 10.0
_SHOWN = 2000


class MeasureError(Exception):
    """A program that was to be measured failed."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a program cost, everything that it started included.

    Attributes:
        cpu: Processor seconds, user and system.
        wall: Seconds from start to end.
        peak: Bytes that the largest single process held in memory.
        output: What it wrote to standard output.
        errors: The end of what it wrote to standard error.
    """

    cpu: float
    wall: float
    peak: int
    output: str
    errors: str


def run(
    command: Sequence[str], cwd: Path | None = None, fine: Sequence[int] = (0,)
) -> Cost:
    """Run a program to its end.

    Args:
        command: The program and its arguments.
        cwd: The folder it runs in; by default ours.
        fine: The exit codes that mean that it did its work.

    Raises:
        MeasureError: It ended otherwise; the message holds the end of what it said.
    """
    _adopt_orphans()
    with TemporaryFile() as out, TemporaryFile() as err:
        start = time.monotonic()
        process = subprocess.Popen(
            command, cwd=cwd, stdout=out, stderr=err, start_new_session=True
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        spent = [usage, *_orphans(process.pid)]
        output, errors = _read(out), _read(err)[-_SHOWN:].strip()
    if process.returncode not in fine:
        said = errors or output[-_SHOWN:].strip()
        message = f"{' '.join(command)}: exit {process.returncode}\n{said}"
        raise MeasureError(message)
    cpu = sum(one.ru_utime + one.ru_stime for one in spent)
    peak = max(one.ru_maxrss for one in spent) * 1024
    return Cost(cpu, wall, peak, output, errors)


def _read(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode(errors="replace")


def _adopt_orphans() -> None:
    """Become the parent of processes whose own parent ends before them."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _orphans(group: int) -> Iterator[struct_rusage]:
    """Wait for what is left of the program's process group."""
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        try:
            pid, _, usage = os.wait4(-group, os.WNOHANG)
        except ChildProcessError:
            return
        if pid:
            yield usage
        else:
            time.sleep(0.01)


@dataclass(frozen=True, slots=True)
class Size:
    """What a folder holds: files, and the bytes in them."""

    files: int
    bytes: int


def size(folder: Path) -> Size:
    """Count the files below a folder."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return Size(len(sizes), sum(sizes))
