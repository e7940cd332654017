"""Rows of words too long for memory: in files that go with the build, read in pieces.

The words of 50,000 documents are 300 million, and each is looked at with its successor:
in memory 5 GB. A stream is read from its beginning to its end, a few hundred thousand
words at a time; what must be sorted is laid into bins by the first word first, so that
memory and time for a word do not grow with the stream.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import finalize

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

AT_ONCE = 250_000
"""Words of a stream that are sorted together; of a long one as many as need be."""
MOST_BINS = 1 << 8
PIECE = 1 << 17
"""Words of a stream that are looked at together, in the processor's own memory."""


class Spool:
    """Numbers of one kind: written one behind the other, then read anywhere."""

    def __init__(self, kind: str, folder: Path | None) -> None:
        """Begin with none.

        Args:
            kind: NumPy's name of their kind.
            folder: Where the file lies; no other program sees it.
        """
        self._kind = np.dtype(kind)
        self._file = TemporaryFile(buffering=0, dir=folder)  # noqa: SIM115 - below
        finalize(self, self._file.close)

    def add(self, values: NDArray[np.generic]) -> None:
        """Add numbers at the end."""
        left = values.astype(self._kind, copy=False).view(np.uint8).data
        while left:
            left = left[self._file.write(left) :]

    def read(self, runs: Sequence[tuple[int, int]]) -> NDArray[np.generic]:
        """Return the numbers of some runs: from, how many. Write no more then."""
        found = np.empty(sum(count for _, count in runs), self._kind)
        room = found.view(np.uint8).data
        size = self._kind.itemsize
        for start, count in runs:
            self._file.seek(start * size)
            self._file.readinto(room[: count * size])
            room = room[count * size :]
        return found


class Kept:
    """Values of any kind, kept in a file until they are asked for again, once."""

    def __init__(self, folder: Path | None) -> None:
        """Begin with none."""
        self._file = TemporaryFile(dir=folder)  # noqa: SIM115 - below
        finalize(self, self._file.close)
        self._count = 0

    def add(self, value: object) -> None:
        """Keep one more."""
        pickle.dump(value, self._file, pickle.HIGHEST_PROTOCOL)
        self._count += 1

    def taken(self) -> Iterator[Any]:
        """Yield them in their order."""
        self._file.seek(0)
        for _ in range(self._count):
            yield pickle.load(self._file)  # noqa: S301 - we wrote it


class Piece(NamedTuple):
    """Some rows of a stream.

    Attributes:
        start: The place of the first word.
        row: The number of the first row.
        ranks: The words.
        sizes: How many each row has.
    """

    start: int
    row: int
    ranks: NDArray[np.uint32]
    sizes: NDArray[np.int64]

    @property
    def rows(self) -> NDArray[np.uint64]:
        """Return the row of each word."""
        rows = np.arange(self.row, self.row + len(self.sizes), dtype=np.uint64)
        return np.repeat(rows, self.sizes)


@dataclass(frozen=True, slots=True)
class Stream:
    """Rows of words by rank, 0 where a phrase ends.

    Attributes:
        words: The words of all rows, as numbers in the order in which they came.
        ranks: The rank of each number.
        sizes: How many words each row has.
        chosen: The rows that count.
    """

    words: Spool
    ranks: NDArray[np.uint32]
    sizes: NDArray[np.int64]
    chosen: NDArray[np.bool_]

    @property
    def highest(self) -> int:
        """Return the highest rank."""
        return len(self.ranks) - 1

    @property
    def lengths(self) -> NDArray[np.int64]:
        """Return how many words each row that counts has."""
        return self.sizes[self.chosen]

    def of(self, rows: NDArray[np.bool_]) -> Stream:
        """Return some of the rows; they are counted anew."""
        return Stream(self.words, self.ranks, self.sizes, rows)

    def pieces(self) -> Iterator[Piece]:
        """Yield whole rows, one or as many as are looked at together."""
        ends = np.cumsum(self.sizes)
        begin = place = row = 0
        while begin < len(ends):
            start = int(ends[begin - 1]) if begin else 0
            end = max(int(np.searchsorted(ends, start + PIECE, "right")), begin + 1)
            words = self.words.read(((start, int(ends[end - 1]) - start),))
            sizes, chosen = self.sizes[begin:end], self.chosen[begin:end]
            if not chosen.all():
                words, sizes = words[np.repeat(chosen, sizes)], sizes[chosen]
            yield Piece(place, row, self.ranks.take(words), sizes)  # type: ignore[arg-type]  # numbers
            begin, place, row = end, place + len(words), row + len(sizes)

    def counts(self) -> NDArray[np.int64]:
        """Count each rank."""
        total = np.zeros(len(self.ranks), dtype=np.int64)
        for piece in self.pieces():
            total += np.bincount(piece.ranks, minlength=len(total))
        return total

    def having(self) -> NDArray[np.int64]:
        """Count the rows that have each rank."""
        total = np.zeros(len(self.ranks), dtype=np.int64)
        bits = np.uint64(32)
        for piece in self.pieces():
            keys = piece.ranks.astype(np.uint64) << bits | piece.rows
            keys.sort()  # np.unique() hashes whole numbers: five times as long
            held = (keys[changes(keys)] >> bits).astype(np.int64)
            total += np.bincount(held, minlength=len(total))
        return total


class Bins:
    """What belongs to words, laid by ranges of their ranks.

    Attributes:
        lows: The first rank of each bin.
    """

    def __init__(
        self,
        counts: NDArray[np.int64],
        most: int,
        kinds: Sequence[str],
        folder: Path | None,
    ) -> None:
        """Choose the bins.

        Args:
            counts: How often each rank stands; 0 has none.
            most: How many ranks a bin may have.
            kinds: The kinds of the numbers that belong to each word.
            folder: Where their files lie.
        """
        self.lows = np.array([*_lows(counts, most)], dtype=np.uint32)
        sizes = np.diff(self.lows, append=np.uint32(max(len(counts), 1)))
        of = np.repeat(np.arange(len(self.lows), dtype=np.uint16), sizes)
        self._of = np.concatenate((np.zeros(1, dtype=np.uint16), of))
        self._spools = [Spool(kind, folder) for kind in kinds]
        self._sizes: list[NDArray[np.int64]] = []

    def places(self, ranks: NDArray[np.uint32]) -> NDArray[np.uint16]:
        """Return the bin of each of some words."""
        return self._of.take(ranks)

    def lay(self, bins: NDArray[np.uint16], *values: NDArray[np.generic]) -> None:
        """Lay numbers into bins; those of one bin keep their order."""
        order = np.argsort(bins, kind="stable")
        for spool, some in zip(self._spools, values, strict=True):
            spool.add(some.take(order))
        self._sizes.append(np.bincount(bins, minlength=len(self.lows)))

    def taken(self) -> Iterator[list[NDArray[np.generic]]]:
        """Yield what lies in each bin."""
        sizes = np.array(self._sizes, dtype=np.int64).reshape(-1, len(self.lows))
        before = np.cumsum(sizes, dtype=np.int64).reshape(sizes.shape) - sizes
        for bin_ in range(len(self.lows)):
            runs = [
                *zip(before[:, bin_].tolist(), sizes[:, bin_].tolist(), strict=True)
            ]
            yield [spool.read(runs) for spool in self._spools]


def _lows(counts: NDArray[np.int64], most: int) -> Iterator[int]:
    low, at_once = 1, max(AT_ONCE, int(counts.sum()) // MOST_BINS)
    while low < len(counts):
        yield low
        sums = np.cumsum(counts[low : low + most])
        low += max(int(np.searchsorted(sums, at_once, "right")), 1)


def changes(values: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Return where each run of the same value begins."""
    differs = np.ones(len(values), dtype=np.bool_)
    np.not_equal(values[1:], values[:-1], out=differs[1:])
    return np.flatnonzero(differs)


def slices(keys: NDArray[np.uint64], shift: int) -> Iterator[slice]:
    """Yield slices of sorted keys that hold all of a word or nothing of it.

    What is made of so few stays in the processor's own memory.

    Args:
        keys: The keys.
        shift: Where the word begins in them.
    """
    start, bits, rest = 0, np.uint64(shift), np.uint64((1 << shift) - 1)
    while start < len(keys):
        end = len(keys)
        if start + PIECE < end:
            word = keys[start + PIECE] >> bits
            end = int(np.searchsorted(keys, word << bits))
            if end <= start:  # one word has more
                end = int(np.searchsorted(keys, word << bits | rest, "right"))
        yield slice(start, end)
        start = end
