"""Numbers for words, one at a time or a million at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bookcase.search.normalise import fold

if TYPE_CHECKING:
    from numpy.typing import NDArray

LETTERS = np.uint64(0x7F7F7F7F7F7F7F7F)
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
SLOT_BITS = 15
_AT_ONCE = 1 << 13


class Vocabulary:
    """Numbers for words, from 1; 0 is the end of a phrase.

    A short word may come as a *key*: its ASCII letters as a 64-bit number, the first
    lowest, each with the highest bit set; key 0 is the end of a phrase. A key has a
    slot, by a hash: two keys that share one push each other out, which costs time only.
    """

    def __init__(self, slot_bits: int = SLOT_BITS) -> None:
        """Begin with no words, and room for so many keys."""
        self._of = {"": 0}
        self._shift = np.uint64(64 - slot_bits)
        self._keys = np.zeros(1 << slot_bits, dtype="<u8")
        self._numbers = np.zeros(1 << slot_bits, dtype=np.uint32)

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words by their numbers, the first for 1."""
        return tuple(self._of)[1:]

    def of(self, word: str) -> int:
        """Return the number of a word that is folded already."""
        return self._of.setdefault(word, len(self._of))

    def of_keys(self, keys: NDArray[np.uint64]) -> NDArray[np.uint32]:
        """Return the numbers of many words, which may have zeros before a number."""
        found = np.empty(len(keys), dtype=np.uint32)
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            slots = (some * _SPREAD) >> self._shift
            numbers = self._numbers[slots]
            new = np.flatnonzero(self._keys[slots] != some)
            if len(new):
                numbers[new] = self._learnt(some[new], slots[new])
            found[start : start + _AT_ONCE] = numbers
        return found

    def _learnt(
        self, keys: NDArray[np.uint64], slots: NDArray[np.uint64]
    ) -> NDArray[np.uint32]:
        fresh, first, back = np.unique(keys, return_index=True, return_inverse=True)
        words = (fresh & LETTERS).astype("<u8").view("S8").tolist()
        numbers = np.array(
            [self.of(fold(word.decode("ascii"))) for word in words], dtype=np.uint32
        )
        self._keys[slots[first]] = fresh
        self._numbers[slots[first]] = numbers
        return numbers[back]
