"""The bars that figures must reach, kept in ``bars.toml`` with their source.

A bar is written so::

    [[bar]]
    bench = "build"                 # name of the bench
    figure = "ratio.cpu"            # name of its row
    comparison = "<="               # the figure stands left of it, the value right
    value = 0.25
    source = "the sentence that asks for it"
"""

from __future__ import annotations

import operator
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tests.bench.rows import Figure

KEPT = Path(__file__).with_name("bars.toml")

_COMPARE: dict[str, Callable[[float, float], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "==": operator.eq,
    "<": operator.lt,
    ">": operator.gt,
}


@dataclass(frozen=True, slots=True)
class Bar:
    """What a figure must be; ``source`` is the sentence that asks for it."""

    bench: str
    figure: str
    comparison: str
    value: float
    source: str

    def __post_init__(self) -> None:
        """Refuse a comparison that nobody can make.

        Raises:
            ValueError: It is not one of ``<=``, ``>=``, ``==``, ``<``, ``>``.
        """
        if self.comparison not in _COMPARE:
            message = f"{self.bench} {self.figure}: no comparison {self.comparison!r}"
            raise ValueError(message)

    def __str__(self) -> str:
        """Return the bar as one reads it."""
        return f"{self.bench} {self.figure} {self.comparison} {self.value:g}"

    def holds(self, value: float) -> bool:
        """Tell whether a figure reaches the bar."""
        return _COMPARE[self.comparison](value, self.value)


def read(path: Path = KEPT) -> tuple[Bar, ...]:
    """Read the bars of a file."""
    kept = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(Bar(**bar) for bar in kept["bar"])


def missed(bars: Sequence[Bar], bench: str, rows: Sequence[Figure]) -> Iterator[str]:
    """Yield a sentence for each bar of a bench that its figures do not reach."""
    values = {row.name: row.value for row in rows}
    for bar in bars:
        if bar.bench != bench:
            continue
        if bar.figure not in values:
            yield f"{bar}: not measured ({bar.source})"
        elif not bar.holds(values[bar.figure]):
            yield f"{bar}: it is {values[bar.figure]:.4g} ({bar.source})"
