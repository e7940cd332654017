"""The stretches that two sequences have in common.

Three steps: what begins and ends alike is set aside; what remains is cut at groups of
three words that stand once in either (so that long texts fall into short ones, and a
single chance word ties nothing together); the rest is Myers' shortest edit script.
The browser does the same step for step (``pages/compare/browser/so-sanh-loi.js``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Block = tuple[int, int, int]
"""Where it begins in the old and in the new sequence, and how long it is."""

GROUP = 3
MOST_EDITS = 1000
"""A stretch that differs in more than this is given up: all of it is exchanged."""


def blocks(old: Sequence[int], new: Sequence[int]) -> list[Block]:
    """Return the common stretches, in order, none empty, none touching the next."""
    found: list[Block] = []
    _between(old, new, (0, len(old), 0, len(new)), found)
    return united(found)


def united(found: Sequence[Block]) -> list[Block]:
    """Join blocks that touch, and drop empty ones."""
    made: list[Block] = []
    for i, j, size in found:
        if not size:
            continue
        if made and (made[-1][0] + made[-1][2], made[-1][1] + made[-1][2]) == (i, j):
            i_before, j_before, before = made.pop()
            made.append((i_before, j_before, before + size))
        else:
            made.append((i, j, size))
    return made


_Range = tuple[int, int, int, int]


def _between(
    old: Sequence[int], new: Sequence[int], where: _Range, found: list[Block]
) -> None:
    i, i_end, j, j_end = where
    start = i
    while i < i_end and j < j_end and old[i] == new[j]:
        i, j = i + 1, j + 1
    found.append((start, j - (i - start), i - start))
    tail = 0
    while i < i_end - tail and j < j_end - tail:
        if old[i_end - tail - 1] != new[j_end - tail - 1]:
            break
        tail += 1
    i_end, j_end = i_end - tail, j_end - tail
    if i < i_end and j < j_end:
        _middle(old, new, (i, i_end, j, j_end), found)
    found.append((i_end, j_end, tail))


def _middle(
    old: Sequence[int], new: Sequence[int], where: _Range, found: list[Block]
) -> None:
    i, i_end, j, j_end = where
    ties = _ties(old[i:i_end], new[j:j_end])
    if not ties:
        found += _myers(old[i:i_end], new[j:j_end], i, j)
        return
    at_old, at_new = i, j
    for a, b in ties:
        if i + a < at_old or j + b < at_new:
            continue  # the tie before it reached so far
        _between(old, new, (at_old, i + a, at_new, j + b), found)
        found.append((i + a, j + b, GROUP))
        at_old, at_new = i + a + GROUP, j + b + GROUP
    _between(old, new, (at_old, i_end, at_new, j_end), found)


def _ties(old: Sequence[int], new: Sequence[int]) -> list[tuple[int, int]]:
    """Return where groups begin that stand once in either, in the order of both."""
    ours, theirs = _once(old), _once(new)
    pairs = [(at, theirs[group]) for group, at in ours.items() if group in theirs]
    return [pairs[number] for number in rising([b for _, b in pairs])]


def _once(words: Sequence[int]) -> dict[tuple[int, ...], int]:
    groups = [tuple(words[at : at + GROUP]) for at in range(len(words) - GROUP + 1)]
    often = Counter(groups)
    return {group: at for at, group in enumerate(groups) if often[group] == 1}


def rising(values: Sequence[int]) -> list[int]:
    """Return the places of a longest rising choice among values, none equal."""
    tops: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        length = bisect_left(tops, value)
        before.append(places[length - 1] if length else -1)
        tops[length : length + 1] = [value]
        places[length : length + 1] = [place]
    chosen: list[int] = []
    place = places[-1] if places else -1
    while place >= 0:
        chosen.append(place)
        place = before[place]
    return chosen[::-1]


def _myers(
    old: Sequence[int], new: Sequence[int], base_old: int, base_new: int
) -> list[Block]:
    """Find the shortest edit script (Myers 1986, the greedy way), as blocks.

    Row ``d`` of the trail holds how far into the old sequence one comes with ``d``
    edits, for each number ``n`` of words taken out (``d - n`` come in).
    """
    trail: list[list[int]] = []
    for edits in range(min(len(old) + len(new), MOST_EDITS) + 1):
        row: list[int] = []
        for gone in range(edits + 1):
            x = _after_edit(trail, edits, gone)
            y = x + edits - 2 * gone
            while x < len(old) and y < len(new) and old[x] == new[y]:
                x, y = x + 1, y + 1
            row.append(x)
            if x >= len(old) and y >= len(new):
                trail.append(row)
                return _walked(trail, gone, base_old, base_new)
        trail.append(row)
    return []


def _after_edit(trail: list[list[int]], edits: int, gone: int) -> int:
    """Return where the last edit leads to, before the words that follow it."""
    if not edits:
        return 0
    row = trail[edits - 1]
    return row[gone] if _comes_in(row, gone) else row[gone - 1] + 1


def _comes_in(row: list[int], gone: int) -> bool:
    """Tell whether the edit after this row brings a word in, or takes one out."""
    return gone == 0 or (gone < len(row) and row[gone - 1] < row[gone])


def _walked(
    trail: list[list[int]], gone: int, base_old: int, base_new: int
) -> list[Block]:
    """Walk back the way that reached the end."""
    found: list[Block] = []
    for edits in range(len(trail) - 1, -1, -1):
        x, start = trail[edits][gone], _after_edit(trail, edits, gone)
        y = start + edits - 2 * gone
        found.append((base_old + start, base_new + y, x - start))
        if edits and not _comes_in(trail[edits - 1], gone):
            gone -= 1
    return found[::-1]
