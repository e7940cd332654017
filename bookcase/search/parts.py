"""The words of some pages, as numbers: made in the worker that parsed them.

A part is small, and needs nothing but its own records, so it can be kept and used
again as long as the pages stay the same.
"""

from __future__ import annotations

import json
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

from bookcase.search.lengths import step_of
from bookcase.search.normalise import TOKEN, fold, numbers, short, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bookcase.search.records import Record

PASSAGE = 800
"""Letters of a text that results may quote from."""


@dataclass(frozen=True, slots=True)
class Page:
    """What results show of a page's records.

    Attributes:
        group: Its group.
        head: Address, number, title, kind, state and group, as a JSON list's inside.
        rows: For each record its unit, title and quotable text, as a JSON list.
    """

    group: str
    head: str
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The words of some pages; 0 ends a phrase, n is ``vocabulary[n - 1]``.

    Attributes:
        vocabulary: Every word once, in the order of appearance.
        texts: The words of all records, unsigned 32-bit.
        text_sizes: How many of these each record has.
        text_steps: The length of each record, in steps.
        names: The words of all pages' numbers and titles.
        name_sizes: How many of these each page has.
        name_steps: The length of each page's name, in steps.
        pages: What results show.
    """

    vocabulary: tuple[str, ...]
    texts: array[int]
    text_sizes: tuple[int, ...]
    text_steps: bytes
    names: array[int]
    name_sizes: tuple[int, ...]
    name_steps: bytes
    pages: tuple[Page, ...]


def key(name: str) -> str:
    """Return the word under which a document is found by its exact name."""
    return f"={crc32(' '.join(words(name)).encode()):x}"


def mark(article: str) -> str:
    """Return the word under which articles are found by their number."""
    return f"#{article}"


def part_of(records: Iterable[Record]) -> Part:
    """Return the words of whole pages; the records of a page stand together."""
    ids = _Numbering()
    texts, names = _Stream(ids), _Stream(ids)
    pages = []
    for page in _pages(records):
        names.add(f"{page[0].number}\n{page[0].parent}", _name_marks(page[0]))
        for record in page:
            marks = (mark(record.article),) if record.article else ()
            texts.add(f"{record.title}\n{record.text}", marks)
        pages.append(_shown(page))
    return Part(
        tuple(ids.words),
        *texts.finished(),
        *names.finished(),
        tuple(pages),
    )


def _pages(records: Iterable[Record]) -> Iterator[tuple[Record, ...]]:
    """Part the records before each that is a page's own, whatever its address."""
    page: list[Record] = []
    for record in records:
        if page and (not record.unit or record.page != page[0].page):
            yield tuple(page)
            page = []
        page.append(record)
    if page:
        yield tuple(page)


class _Numbering(dict[str, int]):
    """Numbers for tokens as they stand in the text, by way of their words."""

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[str, int] = {}

    def __missing__(self, token: str) -> int:
        word = fold(token)
        number = self[token] = self.of(word) if word else 0
        return number

    def of(self, word: str) -> int:
        """Return the number of a word that is folded already."""
        return self.words.setdefault(word, len(self.words) + 1)


class _Stream:
    """Texts added one after the other."""

    def __init__(self, ids: _Numbering) -> None:
        self._ids = ids
        self._stream = array("I")
        self._sizes: list[int] = []
        self._steps = bytearray()

    def add(self, text: str, marks: Iterable[str]) -> None:
        """Add a text, then words that are not in it and do not lengthen it."""
        before = len(self._stream)
        found = [self._ids[token] for token in TOKEN.findall(text)]
        self._stream.extend(found)
        for word in (*numbers(text), *marks):
            self._stream.extend((0, self._ids.of(word)))
        self._stream.append(0)
        self._sizes.append(len(self._stream) - before)
        self._steps.append(step_of(len(found) - found.count(0)))

    def finished(self) -> tuple[array[int], tuple[int, ...], bytes]:
        """Return the words, the sizes and the steps."""
        return self._stream, tuple(self._sizes), bytes(self._steps)


def _name_marks(head: Record) -> Iterable[str]:
    """Name the keys of a page: its title, its other names, its number cut short."""
    yield from dict.fromkeys(map(key, (head.parent, *head.names)))
    yield from filter(None, map(short, numbers(head.number)))


def _shown(page: tuple[Record, ...]) -> Page:
    head = page[0]
    facts = (head.page, head.number, head.parent, head.kind, head.status, head.group)
    rows = ((record.unit, record.title, record.text[:PASSAGE]) for record in page)
    return Page(head.group, _json(facts)[1:-1], tuple(map(_json, rows)))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
