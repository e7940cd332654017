"""Progress on standard error: what is counted, how far it has come."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType
    from typing import TextIO

_STEPS = 10


class Counting:
    """Tells how far a piece of work has come; on a terminal, in one line.

    Elsewhere a line is written for each tenth, so that a log stays short.
    """

    def __init__(self, stream: TextIO | None = None) -> None:
        """Write to standard error, or to another stream."""
        self._stream = stream or sys.stderr
        self._live = self._stream.isatty()
        self._width = 0
        self._last: tuple[str, int] = ("", 0)

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """End the line that is being written."""
        if self._width:
            self._stream.write("\n")

    def told(self, what: str, done: int, total: int) -> None:
        """Tell that some of all are done."""
        step = done * _STEPS // max(1, total)
        words = f"… {what}: {done}/{total}"
        if self._live:
            self._stream.write(f"\r{words.ljust(self._width)}")
            self._stream.flush()
            self._width = len(words)
        elif (what, step) != self._last and step:
            self._stream.write(f"{words}\n")
        self._last = (what, step)
