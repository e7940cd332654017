"""Run a program and say what it cost: processor time, wall time, memory, output."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LAUNCHER = Path(__file__).with_name("launch.py")
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
    """Run a program to its end; :mod:`tests.bench.launch` takes the figures.

    Args:
        command: The program and its arguments.
        cwd: The folder it runs in; by default ours.
        fine: The exit codes that mean that it did its work.

    Raises:
        MeasureError: It ended otherwise; the message holds the end of what it said.
    """
    with TemporaryDirectory() as folder:
        report = Path(folder, "cost.json")
        launch = [sys.executable, "-I", "-S", str(_LAUNCHER), str(report), *command]
        ended = subprocess.run(launch, cwd=cwd, capture_output=True, check=False)
        output, errors = _text(ended.stdout), _text(ended.stderr)[-_SHOWN:].strip()
        if ended.returncode not in fine or not report.exists():
            said = errors or output[-_SHOWN:].strip()
            message = f"{' '.join(command)}: exit {ended.returncode}\n{said}"
            raise MeasureError(message)
        cost = json.loads(report.read_text("utf-8"))
    return Cost(cost["cpu"], cost["wall"], cost["peak"], output, errors)


def _text(said: bytes) -> str:
    return said.decode(errors="replace")


@dataclass(frozen=True, slots=True)
class Size:
    """What a folder holds: files, and the bytes in them."""

    files: int
    bytes: int


def size(folder: Path) -> Size:
    """Count the files below a folder."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return Size(len(sizes), sum(sizes))
