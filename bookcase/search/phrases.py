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
from typing import TYPE_CHECKING, cast

import numpy as np

from bookcase.search import packing
from bookcase.search.alphabet import encode, encode_lists
from bookcase.search.segments import LESS, PHRASES
from bookcase.search.streams import Bins, changes, slices

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from bookcase.search.streams import Piece, Stream

SHARD = 48 * 1024
"""Letters of a shard: pairs are many, and quotes are rare."""
_SECOND_BITS = 24
_FIRST_SHIFT = 48
_MOST_FIRST = 1 << 13
"""First words that are sorted together; with the second and the place in 64 bits."""


@dataclass(frozen=True, slots=True)
class Exact:
    """What was written: how many shards, and the bytes of all."""

    shards: int
    bytes: int


Pair = tuple[int, int, str]
"""Two words side by side, as ranks, and their encoded places; there are millions."""


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
    named = ("", *words)
    open_ = size = 0
    for first, second, places in pairs(stream, out):
        entry = f"~{named[second]} {places}"
        if size and size + len(entry) > shelf.target:
            shelf.close()
            size = 0
        if not size:
            firsts.append(f"{named[first]} {named[second]}")
            entry = named[first] + entry
        elif first != open_:
            entry = f"|{named[first]}{entry}"
        shelf.held.append(entry)
        size += len(entry)
        open_ = first
    shelf.close()
    rows = encode(stream.lengths)
    directory = json.dumps({"rows": rows, "shards": "|".join(firsts)})
    size = packing.write(out, f"{prefix}{PHRASES}", directory)
    return Exact(shelf.count, shelf.written + size)


def pairs(stream: Stream, folder: Path | None = None) -> Iterator[Pair]:
    """Yield all pairs in the order of their ranks, some first words at a time.

    Args:
        stream: The exact words of all records.
        folder: Where what is too long for memory may lie.
    """
    bins = Bins(stream.counts(), _MOST_FIRST, ("u8", "u4"), folder)
    for piece in stream.pieces():
        _lay(piece, bins)
    for low, (places, seconds) in zip(bins.lows.tolist(), bins.taken(), strict=True):
        yield from _pairs(
            cast("NDArray[np.uint64]", places), cast("NDArray[np.uint32]", seconds), low
        )


def _lay(piece: Piece, bins: Bins) -> None:
    """Lay each word but a row's last with its place, and its successor beside it."""
    followed = np.ones(len(piece.ranks), dtype=np.bool_)
    followed[np.cumsum(piece.sizes)[piece.sizes > 0] - 1] = False
    at = np.flatnonzero(followed)
    first = piece.ranks.take(at)
    held = bins.places(first)
    first -= bins.lows.take(held)
    # A gap of one lies behind each row.
    places = piece.rows.take(at) + at.astype(np.uint64) + np.uint64(piece.start)
    places |= first.astype(np.uint64) << np.uint64(_FIRST_SHIFT)
    bins.lay(held, places, piece.ranks.take(at + 1))


def _pairs(
    places: NDArray[np.uint64], seconds: NDArray[np.uint32], low: int
) -> Iterator[Pair]:
    first = (places >> np.uint64(_FIRST_SHIFT)) << np.uint64(_SECOND_BITS)
    keys = first | seconds
    # Keys with their places sort at a third of what a stable argsort() costs.
    bits = len(keys).bit_length()
    keys <<= np.uint64(bits)
    keys |= np.arange(len(keys), dtype=np.uint64)
    keys.sort()
    for some in slices(keys, _SECOND_BITS + bits):
        held = keys[some]
        at = places.take(held & np.uint64((1 << bits) - 1))
        at &= np.uint64((1 << _FIRST_SHIFT) - 1)
        yield from _listed(held >> np.uint64(bits), at, low)


def _listed(
    keys: NDArray[np.uint64], at: NDArray[np.uint64], low: int
) -> Iterator[Pair]:
    starts = changes(keys)
    steps = np.diff(at, prepend=np.uint64(0)).view(np.int64)
    steps[starts] = at[starts].view(np.int64)
    keys = keys[starts]
    return zip(
        ((keys >> np.uint64(_SECOND_BITS)) + np.uint64(low)).tolist(),
        (keys & np.uint64((1 << _SECOND_BITS) - 1)).tolist(),
        encode_lists(steps, starts),
        strict=True,
    )
