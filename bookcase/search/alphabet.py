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

from functools import lru_cache
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
_CODES = np.frombuffer(DIGITS.encode("ascii"), dtype=np.uint8).astype(np.uint32)
_PLACES = np.array([8, 16, 24], dtype=np.uint32)
_END = "\n"


def encode(values: NDArray[np.int64]) -> str:
    """Return the characters of values of at least 0."""
    return "".join(encode_lists(values, np.arange(min(1, len(values)))))


def encode_lists(values: NDArray[np.int64], starts: NDArray[np.int64]) -> list[str]:
    """Return the characters of each list.

    A value is three characters in the upper bytes of a number, or twice three; the
    lowest byte begins a list. What of this is zero goes.

    Args:
        values: The lists one after the other.
        starts: Where each list begins, the first at 0; no list is empty.
    """
    lanes = _short().take(values, mode="clip")
    long = np.flatnonzero(values >= FROM_SIX)
    lanes[long] = _packed(THREE, values[long] // BASE**4, values[long] // BASE**3)
    lanes[starts] |= np.uint32(ord(_END))
    if len(long):
        low = values[long]
        rest = _packed(low // BASE**2, low // BASE, low)
        lanes = np.insert(lanes, long + 1, rest)
    text = lanes.astype("<u4").tobytes().translate(None, b"\0").decode("ascii")
    return text.split(_END)[1:]


@lru_cache(maxsize=1)
def _short() -> NDArray[np.uint32]:
    """Return the characters of every value that has at most three."""
    one = _CODES[:ONE] << _PLACES[0]
    two = np.arange(FROM_THREE - FROM_TWO)
    three = np.arange(FROM_SIX - FROM_THREE)
    return np.concatenate(
        [
            one,
            _packed(ONE + two // BASE, two),
            _packed(TWO + three // BASE**2, three // BASE, three),
        ]
    )


def _packed(*digits: NDArray[np.int64] | int) -> NDArray[np.uint32]:
    """Return up to three characters a number, of digits that still need a modulo."""
    packed = np.zeros(1, dtype=np.uint32)
    for digit, place in zip(digits, _PLACES, strict=False):
        packed = packed | (_CODES[np.asarray(digit) % BASE] << place)
    return packed


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
