"""How far a build is: one line that moves on a terminal, elsewhere a line at times."""

from __future__ import annotations

import sys
import time
from typing import TextIO

_EVERY = 30
"""Seconds between lines where nobody watches."""
_OFTEN = 0.2
"""Seconds between looks on a terminal."""
_SURE = 0.02
"""The share of a work after which it is told how long the rest will take."""


class Progress:
    """Tells of pages as they are made."""

    def __init__(self, out: TextIO | None = None) -> None:
        """Begin; ``out`` is standard error by default."""
        self._out = out or sys.stderr
        self._moving = self._out.isatty()
        self._begun = self._told = time.monotonic()
        self._open = False

    def __call__(self, made: int, share: float) -> None:
        """Tell how many pages have been made, and which share of all work that is."""
        now = time.monotonic()
        if now - self._told < (_OFTEN if self._moving else _EVERY):
            return
        self._told = now
        said = f"… {made} trang"
        if _SURE < share < 1:
            left = (now - self._begun) * (1 - share) / share
            said += f", {share:.0%}, còn khoảng {_time(left)}"
        if self._moving:
            self._out.write(f"\r\x1b[K{said}")
            self._open = True
        else:
            self._out.write(f"{said}\n")
        self._out.flush()

    def end(self) -> None:
        """Leave the line that moves."""
        if self._open:
            self._out.write("\r\x1b[K")
            self._out.flush()
            self._open = False


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} phút {rest} giây" if minutes else f"{rest} giây"
