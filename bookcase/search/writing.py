"""The pages that a build adds to an index, on their way into files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import compress
from typing import TYPE_CHECKING

import numpy as np

from bookcase.search import packing, phrases, segments
from bookcase.search.alphabet import encode
from bookcase.search.postings import terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from bookcase.search.gather import Gathered
    from bookcase.search.streams import Stream

    Shown = tuple[str, tuple[str, ...]]
    """What results show of a page: its head, and its rows."""


@dataclass(frozen=True, slots=True)
class Written:
    """What an index came to: counts, and bytes of each kind of file.

    ``before`` counts the sound segments of the index that it was to go on from, and
    ``kept`` those of them that stay.
    """

    records: int = 0
    pages: int = 0
    terms: int = 0
    files: int = 0
    directory: int = 0
    shards: int = 0
    shown: int = 0
    phrases: int = 0
    before: int = 0
    kept: int = 0


class NewSegment:
    """The pages that are new or have changed, on their way into files.

    Attributes:
        written: What the files come to.
    """

    def __init__(self, plan: segments.Plan, gathered: Gathered, out: Path) -> None:
        """Begin the segment that a plan asks for."""
        self._plan = plan
        self._gathered = gathered
        self._out = out
        self._prefix = segments.prefix(plan.next)
        self._pages = np.zeros(len(gathered.digests), dtype=np.bool_)
        self._pages[[*plan.fresh]] = True
        self._rows = np.repeat(self._pages, gathered.records)
        self._firsts: list[int] = []
        self._shards: list[str] = []
        self._files = dict.fromkeys("dtp", 0)
        self.written = Written()

    @property
    def whole(self) -> bool:
        """Tell whether all pages are new."""
        return bool(self._pages.all())

    def write_shown(self, pages: Iterable[Shown]) -> None:
        """Write what results show of all pages, the new ones among them."""
        shelf = packing.Shelf(self._out, "d", prefix=self._prefix)
        shown = _Shown(shelf)
        shown.add(compress(pages, self._pages.tolist()))
        shelf.close("[", "]")
        self._firsts = shown.firsts
        self._wrote("d", shelf.count, shown=shelf.written)

    def write_terms(
        self, vocabulary: Sequence[str], texts: Stream, names: Stream
    ) -> list[int]:
        """Write the postings; return how many of the new records have each word."""
        (self._out / "t").mkdir(exist_ok=True)
        if not self._plan.fresh:
            return [0] * len(vocabulary)
        piece = packing.PIECE // (segments.LESS if self._prefix else 1)
        shelf = packing.Shelf(self._out, "t", piece, self._prefix)
        if not self.whole:
            texts, names = texts.of(self._rows), names.of(self._pages)
        having = self._write_terms(shelf, ("", *vocabulary), texts, names)
        shelf.close()
        self._wrote("t", shelf.count, shards=shelf.written)
        return having[1:]

    def _write_terms(
        self, shelf: packing.Shelf, words: Sequence[str], texts: Stream, names: Stream
    ) -> list[int]:
        """Put terms into shards; there are millions, so nothing is called for one."""
        having = [0] * len(words)
        open_ = size = count = 0
        for first, second, of_texts, of_names, held in terms(texts, names, self._out):
            entry = f"{words[second or first]} {of_texts}"
            if of_names:
                entry = f"{entry} {of_names}"
            if not second:
                having[first] = held
            count += 1
            if size and size + len(entry) > shelf.target:
                shelf.close()
                size = 0
            if size:
                entry = f"~{entry}" if first == open_ else f"|{entry}"
            else:
                word = words[first]
                self._shards.append(f"{word} {words[second]}" if second else word)
                entry = f"{word} ~{entry}" if second else entry
            shelf.held.append(entry)
            size += len(entry)
            open_ = first
        self.written = replace(self.written, terms=count)
        return having

    def write_phrases(self) -> phrases.Exact:
        """Write the exact words: it needs and changes nothing that the rest does.

        Returns:
            What is to be told to :meth:`wrote_phrases`.
        """
        (self._out / "p").mkdir(exist_ok=True)
        if not self._plan.fresh:
            return phrases.Exact(0, 0)
        words, stream = self._gathered.exact()
        if not self.whole:
            stream = stream.of(self._rows)
        return phrases.write(words, stream, self._out, self._prefix)

    def wrote_phrases(self, exact: phrases.Exact) -> None:
        """Take note of what the exact words came to."""
        self._wrote("p", exact.shards, phrases=exact.bytes)

    def _wrote(self, letter: str, count: int, **sizes: int) -> None:
        self._files[letter] = count
        files = self.written.files + count
        self.written = replace(self.written, files=files, **sizes)

    @property
    def all(self) -> tuple[segments.Segment, ...]:
        """Return all segments of the index, the new one last."""
        fresh = self._plan.fresh
        if not fresh:
            return self._plan.kept
        before = (0, *self._firsts)
        steps = [row - last for row, last in zip(self._firsts, before, strict=False)]
        new = segments.Segment(
            id=self._plan.next,
            digests=tuple(self._gathered.digests[place] for place in fresh),
            sizes=tuple(self._gathered.records[place] for place in fresh),
            shards="|".join(self._shards),
            shown=encode(np.array(steps, dtype=np.int64)),
            files=self._files,
        )
        return (*self._plan.kept, new)

    def described(self) -> list[dict[str, str | int]]:
        """Return what the directory tells of all segments."""
        places = (*self._plan.places, self._plan.fresh)
        pages = len(self._gathered.digests)
        return [
            segments.described(segment, held, pages)
            for segment, held in zip(self.all, places, strict=False)
        ]


class _Shown:
    """What results show, on its way into pieces: lists of pages with some records.

    A page that goes on in the next piece is named there again.
    """

    def __init__(self, shelf: packing.Shelf) -> None:
        self.shelf = shelf
        self.firsts: list[int] = []
        self._row = 0

    def add(self, pages: Iterable[Shown]) -> None:
        """Add pages with all their records."""
        for head, rows in pages:
            for texts in self._runs(head, rows):
                before = "," if self.shelf.holds else ""
                self.shelf.add(f"{before}[{head},[{','.join(texts)}]]")

    def _runs(self, head: str, rows: Sequence[str]) -> Iterator[list[str]]:
        """Yield as many records at a time as fit; close a piece when it is full."""
        run: list[str] = []
        size = len(head)
        for row in rows:
            if self.shelf.is_full_with(row, size):
                if run:
                    yield run
                self.shelf.close("[", "]")
                run, size = [], len(head)
            if not run and not self.shelf.holds:
                self.firsts.append(self._row)
            run.append(row)
            size += len(row)
            self._row += 1
        yield run
