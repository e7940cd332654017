"""Parts put together: one vocabulary, one stream of words, rows counted through."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import numpy as np

from bookcase.search.postings import PIECE, Stream

if TYPE_CHECKING:
    from collections.abc import Sequence

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

        The streams are written over: call it once.
        """
        ordered = sorted(self._ids)
        ranks = np.zeros(len(ordered) + 1, dtype=np.uint32)
        for rank, word in enumerate(ordered, 1):
            ranks[self._ids[word]] = rank
        self._ids.clear()
        return tuple(ordered), self._texts.taken(ranks), self._names.taken(ranks)


class _Rows:
    """A stream that grows in one place, for freed pieces of it would stay ours."""

    def __init__(self) -> None:
        self._stream = array("I")
        self._sizes = array("I")

    def add(self, stream: NDArray[np.uint32], sizes: Sequence[int]) -> None:
        """Add the words of as many rows as there are sizes."""
        self._stream.frombytes(stream.tobytes())
        self._sizes.extend(sizes)

    def taken(self, ranks: NDArray[np.uint32]) -> Stream:
        """Return everything as ranks, written over what is here."""
        stream = np.frombuffer(self._stream, dtype=np.uint32)
        for start in range(0, len(stream), PIECE):
            piece = stream[start : start + PIECE]
            piece[:] = ranks[piece]
        return Stream(stream, np.cumsum(self._sizes, dtype=np.int64))
