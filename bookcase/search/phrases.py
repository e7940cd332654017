"""Exact phrases: where each pair of words stands, in shards that only quotes load.

In the folder of the index::

    cum-tu.js   the directory: how long rows are, first words of shards
    p/N.js      shards: pairs of exact words with all their places, in their order

All exact words of all records stand in one line, numbered from 0, with a gap of one
behind each record; a record has as many as ``rows`` tells. A shard is
``group|group``, a group ``first~entry~entry``, an entry ``second places``; places are
steps from one to the next, the first from 0. A phrase is found by pairs side by side:
of *a b c d* by *a b* at n and *c d* at n + 2.

A comma is a word here, so a phrase does not run over one unless it says so.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bookcase.search import packing
from bookcase.search.alphabet import encode, encode_lists
from bookcase.search.postings import AT_ONCE, MOST_FIRST
from bookcase.search.segments import LESS, PHRASES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from bookcase.search.postings import Stream

SHARD = 48 * 1024
"""Letters of a shard: pairs are many, and quotes are rare."""
_SECOND_BITS = 24


@dataclass(frozen=True, slots=True)
class Exact:
    """What was written: how many shards, and the bytes of all."""

    shards: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two words side by side, as ranks, and their encoded places."""

    first: int
    second: int
    places: str


def write(words: Sequence[str], stream: Stream, out: Path, prefix: str = "") -> Exact:
    """Write the shards and their directory.

    Args:
        words: The exact words in order.
        stream: All rows, with the words' ranks from 1.
        out: The folder of the index.
        prefix: How the names of the pieces begin.
    """
    shelf = packing.Shelf(out, "p", SHARD // (LESS if prefix else 1), prefix)
    firsts: list[str] = []
    open_ = 0
    for pair in pairs(stream, len(words)):
        first, second = words[pair.first - 1], words[pair.second - 1]
        entry = f"~{second} {pair.places}"
        if shelf.is_full_with(entry):
            shelf.close()
        if not shelf.holds:
            firsts.append(f"{first} {second}")
            entry = first + entry
        elif pair.first != open_:
            entry = f"|{first}{entry}"
        shelf.add(entry)
        open_ = pair.first
    shelf.close()
    rows = encode(np.diff(stream.ends, prepend=0))
    directory = json.dumps({"rows": rows, "shards": "|".join(firsts)})
    size = packing.write(out, f"{prefix}{PHRASES}", directory)
    return Exact(shelf.count, shelf.written + size)


def pairs(stream: Stream, vocabulary: int) -> Iterator[Pair]:
    """Yield all pairs in the order of their ranks, some first words at a time."""
    counts = stream.counts(vocabulary)
    last = np.zeros(len(stream.ranks), dtype=np.bool_)
    last[stream.ends[stream.ends > 0] - 1] = True
    low = 1
    while low <= vocabulary:
        sums = np.cumsum(counts[low : low + MOST_FIRST])
        high = low + max(int(np.searchsorted(sums, AT_ONCE, "right")), 1)
        at = stream.places(low, high)
        at = at[~last[at]]
        places = at + stream.rows(at).astype(np.int64)
        yield from _pairs(stream.ranks, at, places, low)
        low = high


def _pairs(
    ranks: NDArray[np.uint32],
    at: NDArray[np.int64],
    places: NDArray[np.int64],
    low: int,
) -> Iterator[Pair]:
    if not len(at):
        return
    first = (ranks.take(at) - np.uint32(low)).astype(np.uint64) << np.uint64(
        _SECOND_BITS
    )
    keys = first | ranks.take(at + 1)
    # Keys with their places sort at a third of what a stable argsort() costs.
    bits = np.uint64(len(at).bit_length())
    keys = keys << bits | np.arange(len(at), dtype=np.uint64)
    keys.sort()
    places = places.take(keys & ((np.uint64(1) << bits) - np.uint64(1)))
    keys >>= bits
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    steps = np.diff(places, prepend=0)
    steps[starts] = places[starts]
    mask = (1 << _SECOND_BITS) - 1
    lists = encode_lists(steps, starts)
    for key, encoded in zip(keys[starts].tolist(), lists, strict=True):
        yield Pair(low + (key >> _SECOND_BITS), key & mask, encoded)
