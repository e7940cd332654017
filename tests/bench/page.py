"""Figures as a page of documentation: tables, the day, the kind of machine."""

from __future__ import annotations

import os
import platform
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.rows import cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from tests.bench.rows import Figure

_CPUS = Path("/proc/cpuinfo")


def machine() -> str:
    """Return what kind of machine this is: processors, their make, the system."""
    make = platform.machine()
    if _CPUS.exists():
        lines = _CPUS.read_text("utf-8").splitlines()
        names = [one.partition(":")[2].strip() for one in lines if "model name" in one]
        make = names[0] if names else make
    python = platform.python_version()
    return f"{os.cpu_count()} × {make}, {platform.system()}, Python {python}"


def markdown(taken: Mapping[str, Sequence[Figure]], day: date, kind: str) -> str:
    """Return the page.

    Args:
        taken: The rows of each bench, by its name.
        day: When they were taken.
        kind: The machine, see :func:`machine`.
    """
    parts = [f"Measured on {day.isoformat()}; {kind}."]
    for name, rows in taken.items():
        parts += [f"## {name}", *_tables(rows)]
    return "\n\n".join(parts) + "\n"


def _tables(rows: Sequence[Figure]) -> Iterator[str]:
    """Yield subjects side by side, then what stands alone, then the notes."""
    cells = {row.name: cell(row) for row in rows}
    pairs = [name.split(".", 1) for name in cells if "." in name]
    subjects = list(dict.fromkeys(subject for subject, _ in pairs))
    if subjects:
        lines = [["", *subjects]]
        for figure in dict.fromkeys(figure for _, figure in pairs):
            held = (cells.get(f"{one}.{figure}", "–") for one in subjects)
            lines.append([figure, *held])
        yield _table(lines)
    alone = [[name, held] for name, held in cells.items() if "." not in name]
    if alone:
        yield _table([["figure", "value"], *alone])
    if notes := [f"- {row.name}: {row.note}" for row in rows if row.note]:
        yield "\n".join(notes)


def _table(lines: Sequence[Sequence[str]]) -> str:
    head, *rest = (f"| {' | '.join(line)} |" for line in lines)
    rule = "|---|" + "---:|" * (len(lines[0]) - 1)
    return "\n".join([head, rule, *rest])
