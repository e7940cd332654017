"""Two wordings word by word, for people to read.

A word is a syllable, a number (``200.000``), a footnote mark or one sign of
punctuation, with the white space before it; only the words decide what is alike. Then
the result is made fit to read: islands that are smaller than the changes around them go
into the change, what was added begins and ends where a phrase does, and two wordings
that have little in common are exchanged as wholes.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from bookcase.history.diff.blocks import Block, blocks, united
from bookcase.history.diff.model import Piece, Pieces, joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TOKEN = re.compile(
    r"([ \t\n\r]*)(\[\^[^\] \t\n\r]+\]|[0-9]+(?:[.,][0-9]+)+|[\w\u0300-\u036f]+"
    r"|[^ \t\n\r]|\Z)"
)
LEAST_ALIKE = 0.3
"""Of all words of both, how many must have a like for a comparison to be readable."""

Token = tuple[str, str]
"""The white space before a word, and the word."""


def tokens(text: str) -> list[Token]:
    """Cut a text into words; nothing is lost. The last one may be empty."""
    return [(one[1], one[2]) for one in TOKEN.finditer(text) if one[0]]


def words(old: str, new: str) -> Pieces:
    """Compare two wordings.

    Returns:
        Pieces: those of ``=`` and ``-`` are the old wording, those of ``=`` and ``+``
        the new one, to the letter.
    """
    if old == new:
        return (Piece("=", old),) if old else ()
    before, after = tokens(old), tokens(new)
    ours, theirs = _numbered(before, after)
    common = blocks(ours, theirs) if _alike(ours, theirs) else []
    common = _without_islands(common, len(ours), len(theirs), before)
    common = _at_phrases(common, before, after)
    return joined(_pieces(before, after, common))


def _numbered(before: list[Token], after: list[Token]) -> tuple[list[int], list[int]]:
    numbers: dict[str, int] = {}
    for _, word in (*before, *after):
        numbers.setdefault(word, len(numbers))
    return [numbers[w] for _, w in before], [numbers[w] for _, w in after]


def _alike(ours: Sequence[int], theirs: Sequence[int]) -> bool:
    shared = sum((Counter(ours) & Counter(theirs)).values())
    return 2 * shared >= LEAST_ALIKE * (len(ours) + len(theirs))


def _without_islands(
    common: list[Block], old_size: int, new_size: int, before: list[Token]
) -> list[Block]:
    """Drop what is no longer than the changes on either side, until nothing is."""
    kept = list(common)
    at = 0
    while at < len(kept):
        if _is_island(kept, at, (old_size, new_size), before):
            del kept[at]
            at = max(0, at - 1)
        else:
            at += 1
    return kept


def _is_island(
    kept: list[Block], at: int, sizes: tuple[int, int], before: list[Token]
) -> bool:
    i, j, size = kept[at]
    left = kept[at - 1] if at else (0, 0, 0)
    right = kept[at + 1] if at + 1 < len(kept) else (*sizes, 0)
    gone, come = i - left[0] - left[2], j - left[1] - left[2]
    gone_after, come_after = right[0] - i - size, right[1] - j - size
    if not (gone or come) or not (gone_after or come_after):
        return False
    if not (gone or gone_after) or not (come or come_after):
        return not any(word.isalnum() for _, word in before[i : i + size])
    return size <= max(gone, come) and size <= max(gone_after, come_after)


def _at_phrases(
    common: list[Block], before: list[Token], after: list[Token]
) -> list[Block]:
    """Shift what was only added, or only taken out, to begin and end a phrase."""
    kept = list(common)
    for at in range(len(kept) - 1):
        (i, j, size), (i2, j2, size2) = kept[at], kept[at + 1]
        if i + size == i2:
            by = _best_shift(after, (j + size, j2), size, size2)
        elif j + size == j2:
            by = _best_shift(before, (i + size, i2), size, size2)
        else:
            continue
        kept[at] = (i, j, size + by)
        kept[at + 1] = (i2 + by, j2 + by, size2 - by)
    return united(kept)


def _best_shift(side: list[Token], run: tuple[int, int], left: int, right: int) -> int:
    """Return how many words further on a run reads best; negative is back.

    It may move over ``left`` words before it and ``right`` words behind it.
    """
    start, end = run
    on = 0
    while on < right and side[start + on][1] == side[end + on][1]:
        on += 1
    best, chosen = -1, 0
    while True:
        score = _edge(side, start + on) + _edge(side, end + on)
        if score > best:
            best, chosen = score, on
        if on <= -left or side[start + on - 1][1] != side[end + on - 1][1]:
            return chosen
        on -= 1


def _edge(side: list[Token], at: int) -> int:
    """Say how well a run may begin or end before a word."""
    if at in (0, len(side)):
        return 3
    space, word = side[at]
    if "\n" in space:
        return 3
    before = side[at - 1][1]
    if before in ";.:":
        return 2
    return 1 if before == "," or word in ",;.:" else 0


def _pieces(
    before: list[Token], after: list[Token], common: list[Block]
) -> Iterator[Piece]:
    at_old = at_new = 0
    for i, j, size in (*common, (len(before), len(after), 0)):
        yield Piece("-", _said(before[at_old:i]))
        yield Piece("+", _said(after[at_new:j]))
        for (space, word), (space_now, _) in zip(
            before[i : i + size], after[j : j + size], strict=True
        ):
            if space == space_now:
                yield Piece("=", space + word)
            else:
                yield Piece("-", space)
                yield Piece("+", space_now)
                yield Piece("=", word)
        at_old, at_new = i + size, j + size


def _said(run: list[Token]) -> str:
    return "".join(space + word for space, word in run)
