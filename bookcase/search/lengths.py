"""Lengths of texts in ninety steps: one character each in the index.

Ranking weighs a word by how long its text is; a step of a ninth changes no order that
matters, and the lengths of 60,000 articles must reach a phone with every first query.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, repeat

STEPS: tuple[int, ...] = tuple(
    accumulate(
        repeat(None, 89), lambda step, _: max(step + 1, step * 28 // 25), initial=0
    )
)


def step_of(length: int) -> int:
    """Return the step of a length: the first that is not below it, or the last."""
    return min(bisect_left(STEPS, length), len(STEPS) - 1)
