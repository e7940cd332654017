"""A bench that costs nothing."""

from __future__ import annotations

from tests.bench.measure import MeasureError
from tests.bench.rows import Row


def run(size: int = 3) -> tuple[Row, ...]:
    """Yield the size as a figure; fail when it is negative."""
    if size < 0:
        message = "nothing can have that size"
        raise MeasureError(message)
    return (Row("size", size), Row("twice", 2.0 * size))
