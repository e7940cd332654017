"""Lengths of texts in ninety steps: one character each in the index.

Ranking weighs a word by how long its text is; a step of a ninth changes no order that
matters, and the lengths of 60,000 articles must reach a phone with every first query.
"""

from __future__ import annotations

from itertools import accumulate, repeat
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

STEPS: tuple[int, ...] = tuple(
    accumulate(
        repeat(None, 89), lambda step, _: max(step + 1, step * 28 // 25), initial=0
    )
)


def steps_of(lengths: NDArray[np.int64]) -> bytes:
    """Return the steps of lengths: the first that is not below each, or the last."""
    steps = np.searchsorted(STEPS, lengths)
    return np.minimum(steps, len(STEPS) - 1).astype(np.uint8).tobytes()
