"""The words of some pages, as numbers: made in the worker that parsed them.

A part is small, and needs nothing but its own records, so it can be kept and used
again as long as the pages stay the same.
"""

from __future__ import annotations

import json
import re
from array import array
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from bookcase.search.lengths import steps_of
from bookcase.search.names import HOLDING, short_names
from bookcase.search.normalise import CUTS, TOKEN, fold, is_word, numbers, short, words
from bookcase.search.scan import encoded, scan, spelling
from bookcase.search.segments import DIGEST
from bookcase.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from bookcase.search.records import Dated, Record

PASSAGE = 480
"""Letters of a text that results may quote from."""
AT_ONCE = 1 << 20
"""Bytes of texts that are scanned together."""
_FEW = (1 << 16) - 1
MARKS = "=#"
"""How words begin that stand in no text."""
TITLE_WEIGHT = 3
LEAST_LENGTH = 200
"""A shorter text counts as this long: else bare titles stand before what answers."""
_ORDINAL = re.compile(r"^Điều [0-9]+[a-zđ]*\.?\s*")
_string = json.encoder.encode_basestring


@dataclass(frozen=True, slots=True)
class Page:
    """What results show of a page's records.

    Attributes:
        digest: What all its records come to: pages with one digest are the same.
        url: Its address, or its number where it has none.
        title: Its name.
        group: Its group.
        kind: The key of its type.
        head: Address, number, title, kind, state and group, as a JSON list's inside.
        rows: For each record its unit, title and quotable text, as a JSON list.
        dated: That it is of another day's text.
    """

    digest: str
    url: str
    title: str
    group: str
    kind: str
    head: str
    rows: tuple[str, ...]
    dated: Dated | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """The exact words of some pages; 0 ends a line, n is ``vocabulary[n - 1]``.

    Words are unsigned, of 16 bits where that is room enough for all, else of 32.

    Attributes:
        vocabulary: Every exact word, and every sign, once.
        texts: The words of all records.
        text_sizes: How many of these each record has.
        said: How many of these stand in the record; what follows is said again, or for
            ranking only.
        text_steps: The length of each record, in steps.
        names: The words of all pages' numbers and titles.
        name_sizes: How many of these each page has.
        name_steps: The length of each page's name, in steps.
        pages: What results show.
    """

    vocabulary: tuple[str, ...]
    texts: array[int]
    text_sizes: tuple[int, ...]
    said: tuple[int, ...]
    text_steps: bytes
    names: array[int]
    name_sizes: tuple[int, ...]
    name_steps: bytes
    pages: tuple[Page, ...]


def key(name: str) -> str:
    """Return the word under which a document is found by its exact name."""
    return hashed(" ".join(words(name)))


def hashed(plain: str) -> str:
    """Return the word for a name that is folded already, or for a whole number."""
    return f"={crc32(plain.encode()):x}"


def mark(article: str) -> str:
    """Return the word under which articles are found by their number."""
    return f"#{article}"


def folded(word: str) -> str | None:
    """Return what ranking knows of a part's word.

    Returns:
        The folded word, nothing for what ends a phrase, None for a sign within one.
    """
    if len(word) > 1 and (word[0] in MARKS or "/" in word):
        return word
    return fold(word) if word in CUTS or TOKEN.match(word) else None


def part_of(records: Iterable[Record]) -> Part:
    """Return the words of whole pages; the records of a page stand together."""
    vocabulary = Vocabulary(spelling)
    texts, names = _Stream(vocabulary, LEAST_LENGTH), _Stream(vocabulary)
    pages = []
    for page in _pages(records):
        names.add(f"{page[0].number}\n{page[0].parent}", "", _name_marks(page))
        for record in page:
            marks = (mark(record.article),) if record.article else ()
            said = f"{record.title}\n{record.text}"
            texts.add(said, _weight(record), (*numbers(said), *marks))
        pages.append(_shown(page))
    texts.scan()
    names.scan()
    return Part(
        vocabulary=vocabulary.words,
        texts=_small(texts.stream, vocabulary),
        text_sizes=tuple(texts.sizes),
        said=tuple(texts.said),
        text_steps=bytes(texts.steps),
        names=_small(names.stream, vocabulary),
        name_sizes=tuple(names.sizes),
        name_steps=bytes(names.steps),
        pages=tuple(pages),
    )


def _small(stream: array[int], vocabulary: Vocabulary) -> array[int]:
    """Return the words in two bytes each where they are few: half is to be kept."""
    if len(vocabulary) > _FEW:
        return stream
    return array("H", np.asarray(stream).astype(np.uint16).tobytes())


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


class _Stream:
    """Texts added one after the other; some at a time are scanned.

    Attributes:
        stream: The words of all rows.
        sizes: How many words each row has.
        said: How many of them are its text.
        steps: The length of each row, in steps.
    """

    def __init__(self, vocabulary: Vocabulary, least: int = 0) -> None:
        """Begin with no rows; a shorter one than ``least`` words counts as so long."""
        self._vocabulary = vocabulary
        self._least = least
        self._waiting: list[bytes] = []
        self._units = 0
        self._marks: list[int] = []
        self._marked: list[int] = []
        self.stream = array("I")
        self.sizes: list[int] = []
        self.said: list[int] = []
        self.steps = bytearray()

    def add(self, text: str, again: str, marks: Iterable[str]) -> None:
        """Add a row: its text, what is said again, words that do not lengthen it."""
        for word in marks:
            self._marks.append(self._vocabulary.of(word))
            self._marked.append(len(self._waiting) // 2)
        both = encoded(text), encoded(again)
        self._waiting += both
        self._units += sum(map(len, both))
        if self._units >= AT_ONCE:
            self.scan()

    def scan(self) -> None:
        """Scan what was added since."""
        words, ends = scan(self._waiting, self._vocabulary)
        sizes = np.diff(ends, prepend=0)
        self.said += sizes[::2].tolist()
        ends = ends[1::2]
        counted = np.cumsum(self._counted().take(words), dtype=np.int64)
        lengths = np.diff(counted[ends - 1], prepend=0)
        self.steps += steps_of(np.maximum(lengths, self._least))
        # Behind its row's last 0 each mark stands with a 0 of its own.
        at = np.repeat(ends[self._marked], 2)
        pairs = np.zeros(len(at), dtype=np.uint32)
        pairs[::2] = self._marks
        self.stream.frombytes(np.insert(words, at, pairs).tobytes())
        sizes = sizes[::2] + sizes[1::2]
        sizes += 2 * np.bincount(self._marked, minlength=len(sizes))
        self.sizes += sizes.tolist()
        self._waiting, self._units, self._marks, self._marked = [], 0, [], []

    def _counted(self) -> NDArray[np.bool_]:
        """Tell of each number whether it is a word, and so lengthens a row."""
        return np.array([False, *map(is_word, self._vocabulary.words)])


def _weight(record: Record) -> str:
    """Return an article's title as often again as makes it count enough.

    On the 334 labelled questions over 42,811 articles: MRR@10 .801 with the title once,
    .807 three times; over the 17 laws alone .851 and .865.
    """
    title = _ORDINAL.sub("", record.title) if record.unit else ""
    return "\n".join([title] * (TITLE_WEIGHT - 1))


def _name_marks(page: tuple[Record, ...]) -> Iterator[str]:
    """Name the keys of a page: its names, its number and its start, its address.

    What is in force has each key twice, and is so known without being looked at. The
    text of another day is not gone to by name: the page of today is.
    """
    head = page[0]
    if head.dated:
        return
    yield from numbers(f"{head.number}\n{head.parent}")
    whole = numbers(head.number)
    plain = (" ".join(words(name)) for name in (head.parent, *head.names))
    keys = [*plain, *short_names(head), *whole, *filter(None, map(short, whole))]
    if len(page) > 1:
        keys.append(head.page)
    times = 2 if head.status in HOLDING else 1
    yield from (*dict.fromkeys(map(hashed, keys)),) * times


def _shown(page: tuple[Record, ...]) -> Page:
    head = page[0]
    facts = (head.page, head.number, head.parent, head.kind, head.status, head.group)
    shown = ((record.unit, record.title, record.text[:PASSAGE]) for record in page)
    told, rows = _listed(facts), tuple(f"[{_listed(row)}]" for row in shown)
    return Page(
        digest=_digest(page, told, rows),
        url=head.url or head.number,
        title=head.parent,
        group=head.group,
        kind=head.kind,
        head=told,
        rows=rows,
        dated=head.dated,
    )


def _digest(page: tuple[Record, ...], head: str, rows: tuple[str, ...]) -> str:
    """Return what a page is known by: all of its records, each thing told once."""
    first = page[0]
    told = [f"{first.url} {first.names} {first.dated} {head}"]
    for one, row in zip(page, rows, strict=True):
        told.append(f"{row}{len(one.text)} {one.text[PASSAGE:]}")
    words = "".join(told).encode("utf-8", "surrogatepass")
    return blake2b(words, digest_size=DIGEST // 2).hexdigest()


def _listed(values: Iterable[str]) -> str:
    return ",".join(map(_string, values))
