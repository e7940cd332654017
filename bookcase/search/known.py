"""The words of the index, for those that it does not know: the piece ``tu``.

``word count|word count``: folded words of letters that stand in two records or more,
and how many have each. It is loaded only for a query with an unknown word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bookcase.search import packing
from bookcase.search.alphabet import decode, encode
from bookcase.search.correct import LETTERS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PIECE = "tu"
_LETTERS = frozenset(LETTERS)


def write(having: Mapping[str, int], out: Path) -> int:
    """Write the piece; return its bytes.

    Args:
        having: How many records have each word.
        out: The folder of the index.
    """
    entries = (
        f"{word} {encode(np.array([count], dtype=np.int64))}"
        for word, count in having.items()
        if count > 1 and len(word) > 1 and _LETTERS.issuperset(word)
    )
    return packing.write(out, PIECE, "|".join(entries))


def read(piece: str) -> dict[str, int]:
    """Return how many records have each word of the piece."""
    entries = (entry.partition(" ") for entry in piece.split("|") if entry)
    return {word: next(decode(count)) for word, _, count in entries}
