"""Numbers for words, one at a time or a million at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

_SPREAD = np.uint64(0x9E3779B97F4A7C15)
SLOT_BITS = 15
_AT_ONCE = 1 << 13


class Vocabulary:
    """Numbers for words, from 1; 0 is the end of a line.

    A short word may come as a *key*, a 64-bit number; key 0 is the end of a line. A key
    has a slot, by a hash: two keys that share one push each other out, which costs time
    only.
    """

    def __init__(
        self, spelling: Callable[[int], str], slot_bits: int = SLOT_BITS
    ) -> None:
        """Begin with no words, and room for so many keys.

        Args:
            spelling: The word that a key stands for.
            slot_bits: Room for two to the power of so many keys.
        """
        self._spelling = spelling
        self._of = {"": 0}
        self._shift = np.uint64(64 - slot_bits)
        self._keys = np.zeros(1 << slot_bits, dtype="<u8")
        self._numbers = np.zeros(1 << slot_bits, dtype=np.uint32)

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words by their numbers, the first for 1."""
        return tuple(self._of)[1:]

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self._of) - 1

    def of(self, word: str) -> int:
        """Return the number of a word."""
        return self._of.setdefault(word, len(self._of))

    def of_keys(self, keys: NDArray[np.uint64]) -> NDArray[np.uint32]:
        """Return the numbers of many words."""
        found = np.empty(len(keys), dtype=np.uint32)
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            slots = (some * _SPREAD) >> self._shift
            numbers = self._numbers.take(slots)  # a third of numbers[slots]
            new = np.flatnonzero(self._keys.take(slots) != some)
            if len(new):
                numbers[new] = self._learnt(some[new], slots[new])
            found[start : start + _AT_ONCE] = numbers
        return found

    def _learnt(
        self, keys: NDArray[np.uint64], slots: NDArray[np.uint64]
    ) -> NDArray[np.uint32]:
        fresh, first, back = np.unique(keys, return_index=True, return_inverse=True)
        words = (self._spelling(key) if key else "" for key in fresh.tolist())
        numbers = np.fromiter(map(self.of, words), np.uint32, len(fresh))
        self._keys[slots[first]] = fresh
        self._numbers[slots[first]] = numbers
        return numbers[back]
