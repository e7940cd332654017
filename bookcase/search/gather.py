"""Parts put together: one vocabulary, one stream of words, rows counted through."""

from __future__ import annotations

from array import array
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from bookcase.search.postings import Stream

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bookcase.search.parts import Part


class Gathered:
    """What has come in so far.

    Attributes:
        text_steps: The length of each record, in steps.
        name_steps: The length of each page's name, in steps.
        records: How many records each page has.
        groups: The group of each page.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._ids: dict[str, int] = {}
        self._texts, self._names = _Rows(), _Rows()
        self.text_steps = bytearray()
        self.name_steps = bytearray()
        self.records = array("I")
        self.groups: list[str] = []

    def add(self, part: Part) -> None:
        """Take in the words of some more pages."""
        ids = self._ids
        known = [ids.setdefault(word, len(ids) + 1) for word in part.vocabulary]
        there = np.array([0, *known], dtype=np.uint32)
        self._texts.add(there[np.asarray(part.texts)], part.text_sizes)
        self._names.add(there[np.asarray(part.names)], part.name_sizes)
        self.text_steps += part.text_steps
        self.name_steps += part.name_steps
        for page in part.pages:
            self.records.append(len(page.rows))
            self.groups.append(page.group)

    def ranked(self) -> tuple[tuple[str, ...], Stream, Stream]:
        """Return all words in order, and both streams with the words' ranks, from 1.

        The streams are taken out: call it once.
        """
        ordered = sorted(self._ids)
        ranks = np.zeros(len(ordered) + 1, dtype=np.uint32)
        for rank, word in enumerate(ordered, 1):
            ranks[self._ids[word]] = rank
        self._ids.clear()
        return tuple(ordered), self._texts.taken(ranks), self._names.taken(ranks)


class _Rows:
    """A stream that grows; its pieces are given up when it is taken."""

    def __init__(self) -> None:
        self._pieces: list[NDArray[np.uint32]] = []
        self._sizes: list[tuple[int, ...]] = []

    def add(self, stream: NDArray[np.uint32], sizes: tuple[int, ...]) -> None:
        """Add the words of as many rows as there are sizes."""
        self._pieces.append(stream)
        self._sizes.append(sizes)

    def taken(self, ranks: NDArray[np.uint32]) -> Stream:
        """Return everything as ranks."""
        sizes = np.array([*chain.from_iterable(self._sizes)], dtype=np.int64)
        stream = np.empty(int(sizes.sum()), dtype=np.uint32)
        end = len(stream)
        while self._pieces:
            piece = self._pieces.pop()
            stream[end - len(piece) : end] = ranks[piece]
            end -= len(piece)
        return Stream(stream, np.cumsum(sizes))
