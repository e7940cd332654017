"""Parts put together: one vocabulary, one stream of words, rows counted through."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import numpy as np

from bookcase.search.parts import folded
from bookcase.search.streams import Spool, Stream

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from bookcase.search.parts import Part
    from bookcase.search.records import Dated


class Gathered:
    """What has come in so far.

    Attributes:
        text_steps: The length of each record, in steps.
        name_steps: The length of each page's name, in steps.
        records: How many records each page has.
        groups: The group of each page.
        urls: The address of each page, or its number where it has none.
        digests: The digest of each page.
        dated: The pages of other days' texts, by their numbers: all come last.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Begin with nothing.

        Args:
            folder: Where what is too long for memory may lie.
        """
        self._ids: dict[str, int] = {}
        self._texts, self._names = _Rows(folder), _Rows(folder)
        self._exact_ids: dict[str, int] = {}
        self._exact = _Rows(folder)
        self.text_steps = bytearray()
        self.name_steps = bytearray()
        self.records = array("I")
        self.groups: list[str] = []
        self.urls: list[str] = []
        self.digests: list[str] = []
        self.dated: dict[int, Dated] = {}

    def add(self, part: Part) -> None:
        """Take in the words of some more pages."""
        there = np.array([0, *map(self._folded, part.vocabulary)], dtype=np.int64)
        texts = np.asarray(part.texts)
        self._texts.add(*_kept(there.take(texts), part.text_sizes))
        self._names.add(*_kept(there.take(np.asarray(part.names)), part.name_sizes))
        self._add_exact(part, texts)
        self.text_steps += part.text_steps
        self.name_steps += part.name_steps
        for page in part.pages:
            if page.dated:
                self.dated[len(self.urls)] = page.dated
            self.records.append(len(page.rows))
            self.groups.append(page.group)
            self.urls.append(page.url)
            self.digests.append(page.digest)

    def _folded(self, word: str) -> int:
        """Return the number of a word when folded; -1 for a sign within a phrase."""
        plain = folded(word)
        if not plain:
            return -1 if plain is None else 0
        return self._ids.setdefault(plain, len(self._ids) + 1)

    def _add_exact(self, part: Part, texts: NDArray[np.uint32]) -> None:
        """Take in the exact words of what the records say."""
        ids = self._exact_ids
        known = [ids.setdefault(word, len(ids) + 1) for word in part.vocabulary]
        there = np.array([-1, *known], dtype=np.int64)
        sizes = np.array(part.text_sizes, dtype=np.int64)
        said = np.array(part.said, dtype=np.int64)
        parts = np.column_stack((said, sizes - said)).ravel()
        is_said = np.repeat(np.arange(len(parts)) % 2 == 0, parts)
        exact = np.where(is_said, there.take(texts), -1)
        self._exact.add(*_kept(exact, part.text_sizes))

    def exact(self) -> tuple[tuple[str, ...], Stream]:
        """Return the exact words in order, and all rows with the words' ranks, from 1.

        No more can be taken in then.
        """
        ordered, ranks = _ranks(self._exact_ids)
        return ordered, self._exact.taken(ranks)

    def ranked(self) -> tuple[tuple[str, ...], Stream, Stream]:
        """Return all words in order, and both streams with the words' ranks, from 1.

        No more can be taken in then.
        """
        ordered, ranks = _ranks(self._ids)
        return ordered, self._texts.taken(ranks), self._names.taken(ranks)


def _kept(
    words: NDArray[np.int64], sizes: Sequence[int]
) -> tuple[NDArray[np.uint32], Sequence[int]]:
    """Return the rows without what is -1, and their sizes."""
    kept = words >= 0
    before = np.concatenate(([0], np.cumsum(kept, dtype=np.int64)))
    ends = np.cumsum([0, *sizes], dtype=np.int64)
    return words[kept].astype(np.uint32), np.diff(before[ends]).tolist()


def _ranks(ids: dict[str, int]) -> tuple[tuple[str, ...], NDArray[np.uint32]]:
    """Return the words in order, and the rank of each number; empties the numbers.

    The order is that of UTF-16 units, by which scripts compare.
    """
    ordered = sorted(ids, key=lambda word: word.encode("utf-16-be", "surrogatepass"))
    ranks = np.zeros(len(ordered) + 1, dtype=np.uint32)
    for rank, word in enumerate(ordered, 1):
        ranks[ids[word]] = rank
    ids.clear()
    return tuple(ordered), ranks


class _Rows:
    """A stream that grows."""

    def __init__(self, folder: Path | None) -> None:
        self._words = Spool("u4", folder)
        self._sizes = array("q")

    def add(self, stream: NDArray[np.uint32], sizes: Sequence[int]) -> None:
        """Add the words of as many rows as there are sizes."""
        self._words.add(stream)
        self._sizes.extend(sizes)

    def taken(self, ranks: NDArray[np.uint32]) -> Stream:
        """Return everything as ranks."""
        sizes = np.array(self._sizes, dtype=np.int64)
        return Stream(self._words, ranks, sizes, np.ones(len(sizes), dtype=np.bool_))
