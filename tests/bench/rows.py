"""Figures: rows of a name, a value and a unit, and the table people read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Figure(Protocol):
    """What a bench yields: a :class:`Row`, or any value that reads like one."""

    @property
    def name(self) -> str: ...  # noqa: D102 see Row
    @property
    def value(self) -> float: ...  # noqa: D102 see Row
    @property
    def unit(self) -> str: ...  # noqa: D102 see Row
    @property
    def note(self) -> str: ...  # noqa: D102 see Row


@dataclass(frozen=True, slots=True)
class Row:
    """One figure.

    Attributes:
        name: ``subject.figure`` (``stock.cpu``) for what is compared side by side, a
            plain name for a figure that stands alone.
        value: In the unit; the table rounds it, ``--json`` does not.
        unit: ``s``, ``MB`` (10^6 bytes), ``KB`` (10^3), ``×`` for a ratio, or empty
            for a count.
        note: What a reader must know to understand the figure.
    """

    name: str
    value: float
    unit: str = ""
    note: str = ""


def as_data(row: Figure) -> dict[str, str | float]:
    """Return a row for programs."""
    return {
        "name": row.name,
        "value": row.value,
        "unit": row.unit,
        "note": row.note,
    }


def table(rows: Sequence[Figure]) -> str:
    """Lay rows out for people: subjects side by side, then the rest, then notes."""
    side_by_side = [row for row in rows if "." in row.name]
    alone = [row for row in rows if "." not in row.name]
    notes = [f"{row.name}: {row.note}" for row in rows if row.note]
    parts = [_grid(side_by_side), _aligned([[r.name, cell(r)] for r in alone])]
    return "\n\n".join(filter(None, (*parts, "\n".join(notes))))


def _grid(rows: Sequence[Figure]) -> str:
    """One line a figure, one column a subject, in the order in which they came."""
    if not rows:
        return ""
    cells = {row.name: cell(row) for row in rows}
    subjects = list(dict.fromkeys(name.split(".", 1)[0] for name in cells))
    figures = list(dict.fromkeys(name.split(".", 1)[1] for name in cells))
    lines = [[f, *(cells.get(f"{s}.{f}", "–") for s in subjects)] for f in figures]
    return _aligned([["", *subjects], *lines])


def cell(row: Figure) -> str:
    """Write a value with its unit: whole counts, three figures for the small."""
    if row.value == int(row.value) and row.unit not in {"s", "×"}:
        number = f"{int(row.value):,}"
    else:
        number = f"{row.value:,.{_decimals(row.value)}f}"
    return f"{number} {row.unit}".rstrip()


def _decimals(value: float) -> int:
    """Return the decimals that leave about three figures."""
    return 3 if abs(value) < 1 else 2 if abs(value) < 10 else 1


def _aligned(lines: list[list[str]]) -> str:
    """Set the first column left, the others right."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(_line(line, widths) for line in lines)


def _line(line: list[str], widths: list[int]) -> str:
    first, *rest = (
        cell.rjust(width) if place else cell.ljust(width)
        for place, (cell, width) in enumerate(zip(line, widths, strict=True))
    )
    return "  ".join([first, *rest]).rstrip()


def ratios(rows: Sequence[Row], over: str, under: str) -> Iterator[Row]:
    """Yield ``ratio.FIGURE`` for each figure that both subjects have.

    Args:
        rows: The figures of both.
        over: The subject that is divided.
        under: The subject that it is divided by.
    """
    values = {row.name: row.value for row in rows}
    for name, value in values.items():
        subject, _, figure = name.partition(".")
        divisor = values.get(f"{under}.{figure}")
        if subject == over and divisor:
            yield Row(f"ratio.{figure}", value / divisor, "×")
