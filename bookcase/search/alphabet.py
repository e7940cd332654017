"""Whole numbers as printable ASCII: small ones in one character.

======== ========== ==========================================
first    characters value
======== ========== ==========================================
0-51     1          the digit itself
52-75    2          from 52: 24 × 90 values
76-88    3          from 2 212: 13 × 90² values
89       6          the five digits that follow, base 90
======== ========== ==========================================

The alphabet leaves out what a script's string, or the index, gives a meaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

DIGITS = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"\\|~')
BASE = len(DIGITS)
ONE, TWO, THREE = 52, 76, 89
FROM_TWO = ONE
FROM_THREE = FROM_TWO + (TWO - ONE) * BASE
FROM_SIX = FROM_THREE + (THREE - TWO) * BASE**2
_VALUE = {digit: value for value, digit in enumerate(DIGITS)}
_BYTES = np.frombuffer(DIGITS.encode("ascii"), dtype=np.uint8)


def encode(values: NDArray[np.int64]) -> tuple[bytes, NDArray[np.int64]]:
    """Return the characters of all values, and where each value starts, and the end."""
    sizes = np.ones(len(values), dtype=np.int64)
    for least, size in ((FROM_TWO, 2), (FROM_THREE, 3), (FROM_SIX, 6)):
        sizes[values >= least] = size
    starts = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(sizes)])
    digits = np.zeros(int(starts[-1]), dtype=np.uint8)
    for size, least, first in ((1, 0, 0), (2, FROM_TWO, ONE), (3, FROM_THREE, TWO)):
        of_size = sizes == size
        _put(digits, starts[:-1][of_size], values[of_size] - least, size, first)
    longest = sizes == 6  # noqa: PLR2004 see the table above
    digits[starts[:-1][longest]] = THREE
    _put(digits, starts[:-1][longest] + 1, values[longest], 5, 0)
    return _BYTES[digits].tobytes(), starts


def _put(
    digits: NDArray[np.uint8],
    at: NDArray[np.int64],
    values: NDArray[np.int64],
    size: int,
    first: int,
) -> None:
    """Write values of one size, the highest digit first, raised by ``first``."""
    for place in range(size - 1, -1, -1):
        digits[at + place] = values % BASE if place else values + first
        values = values // BASE


def decode(text: str) -> Iterator[int]:
    """Yield the values again."""
    digits = map(_VALUE.__getitem__, text)
    for digit in digits:
        if digit < ONE:
            yield digit
        elif digit < TWO:
            yield FROM_TWO + (digit - ONE) * BASE + next(digits)
        elif digit < THREE:
            high = (digit - TWO) * BASE + next(digits)
            yield FROM_THREE + high * BASE + next(digits)
        else:
            value = 0
            for _ in range(5):
                value = value * BASE + next(digits)
            yield value
