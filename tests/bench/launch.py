"""Run one program and write down what it cost: ``launch.py REPORT COMMAND …``.

The figures are the kernel's own, of the program and of all that it started: processes
that outlive their parent come to us, as their new parent, and are counted too.

This is a program of its own because Linux counts, as memory of a new program, what its
parent held when it started it. So it stays small: the standard library, and no more of
it than is needed.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from resource import struct_rusage

_SET_CHILD_SUBREAPER = 36  # <linux/prctl.h>
_PATIENCE = 10.0


def main(argv: Sequence[str]) -> int:
    """Run the command, write the report as JSON, and return the command's exit code.

    The report holds ``cpu`` and ``wall`` in seconds, and ``peak``: the bytes that the
    largest single process held.
    """
    report, *command = argv
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    start = time.monotonic()
    pid = os.posix_spawnp(command[0], command, os.environ)
    _, status, usage = os.wait4(pid, 0)
    wall = time.monotonic() - start
    spent = [usage, *_orphans()]
    cost = {
        "cpu": sum(one.ru_utime + one.ru_stime for one in spent),
        "wall": wall,
        "peak": max(one.ru_maxrss for one in spent) * 1024,
    }
    with open(report, "w", encoding="utf-8") as file:  # noqa: PTH123 pathlib is large
        json.dump(cost, file)
    return os.waitstatus_to_exitcode(status)


def _orphans() -> Iterator[struct_rusage]:
    """Wait a while for what the program left running."""
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        try:
            pid, _, usage = os.wait4(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid:
            yield usage
        else:
            time.sleep(0.01)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
