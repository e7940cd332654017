"""The index as files: shards of words, pieces of what results show, and a directory.

In the folder, by convention ``assets/tim-kiem/`` of the site::

    muc-luc.js   the directory: table of letters, lengths, pages, first words of shards
    t/N.js       shards: words with their postings, in alphabetical order
    d/N.js       addresses, titles and quotable text of records, in their order
    tu.js        the commoner words, see :mod:`bookcase.search.known`
    loc.js       what pages can be narrowed by, see :mod:`bookcase.search.facts`
    goi-y.js, g/N.js     what to offer while typing, :mod:`bookcase.search.suggest`
    cum-tu.js, p/N.js   exact phrases, see :mod:`bookcase.search.phrases`

A shard is ``group|group``; a group is ``entry~entry``, a word followed by the pairs
that it begins; an entry is ``word postings names``. ``postings`` are of records,
``names`` of pages: see :mod:`bookcase.search.postings`. A group that goes on in the
next shard opens it with the word alone.

Rows are numbered by their order, so records must come in an order of their own, not in
that of the workers.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from bookcase.history.status import STATE_NAMES
from bookcase.search import facts, known, packing, phrases, suggest
from bookcase.search.alphabet import DIGITS, encode
from bookcase.search.gather import Gathered
from bookcase.search.lengths import STEPS
from bookcase.search.normalise import TABLE, words
from bookcase.search.parts import part_of
from bookcase.search.postings import Term, terms
from bookcase.search.rank import K1, NAME_BOOST, B

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from bookcase.search.facts import Facts
    from bookcase.search.parts import Page, Part
    from bookcase.search.records import Record

VERSION = 5
HEAVY_SHARE, HEAVY_LEAST = 10, 2000
"""A word is heavy in more than a tenth of the records, and in more than so many."""
DIRECTORY = "muc-luc"
NO_OTHERS: Mapping[str, str] = MappingProxyType({})
NO_FACTS: Mapping[str, Facts] = MappingProxyType({})
STATES: dict[str, str] = {
    **{state.value: name for state, name in STATE_NAMES.items()},
    "chua-co-toan-van": "Chưa có toàn văn",
    "can-ra-soat": "Cần rà soát",
}
"""What a result says of the state of its document."""
GROUPS: dict[str, str] = {
    "van-ban": "Văn bản",
    "gioi-thieu": "Giới thiệu luật",
    "hoi-dap": "Hỏi đáp",
    "bieu-mau": "Biểu mẫu",
    "to-gap": "Tờ gấp",
    "so-tay": "Sổ tay",
    "bai": "Bài viết",
    "van-ban-dia-phuong": "Văn bản địa phương",
    "dia-phuong": "Xã, phường, đặc khu",
    "so-bo": "Danh mục chưa có toàn văn",
}
"""In the order in which readers see them."""
LISTED = frozenset({"dia-phuong", "so-bo"})
"""Groups of bare names: at the end of the index, and no measure of what words weigh.

3,321 communes that all say *xã* or *phường* made these words of the law weigh less, and
its articles long.
"""


@dataclass(frozen=True, slots=True)
class Written:
    """What an index came to: counts, and bytes of each kind of file."""

    records: int = 0
    pages: int = 0
    terms: int = 0
    files: int = 0
    directory: int = 0
    shards: int = 0
    shown: int = 0
    phrases: int = 0


def write(
    records: Iterable[Record], out: Path, others: Mapping[str, str] = NO_OTHERS
) -> Written:
    """Write the index of some records, all in this process."""
    return merge((part_of(records),), out, others)


def merge(
    parts: Iterable[Part],
    out: Path,
    others: Mapping[str, str] = NO_OTHERS,
    about: Mapping[str, Facts] = NO_FACTS,
) -> Written:
    """Write the index of parts that workers made; the old index goes.

    Args:
        parts: In the order in which their records are to be numbered.
        out: The folder.
        others: Everyday words, and the law's own words for them.
        about: What is known of pages, by their addresses; by number where they have
            none.

    Raises:
        MachineError: A file cannot be written.
    """
    shutil.rmtree(out, ignore_errors=True)
    gathered, shown = Gathered(), _Shown(packing.Shelf(out, "d"))
    offers = suggest.Offers(others)
    for part in parts:
        gathered.add(part)
        shown.add(part.pages)
        offers.add(part.pages)
    shown.shelf.close("[", "]")
    vocabulary, texts, names = gathered.ranked()
    shelf = packing.Shelf(out, "t")
    shards = _Shards(shelf, vocabulary)
    for term in terms(texts, names, len(vocabulary)):
        shards.add(term)
    shelf.close()
    exact = phrases.write(*gathered.exact(), out)
    known.write(shards.having, out)
    offers.write(out)
    facts.write([about.get(url, facts.NOTHING) for url in gathered.urls], out)
    directory = _directory(gathered, shards, shown.firsts, others)
    return Written(
        records=len(gathered.text_steps),
        pages=len(gathered.groups),
        terms=shards.count,
        files=1 + shelf.count + shown.shelf.count,
        directory=packing.write(
            out, DIRECTORY, json.dumps(directory, ensure_ascii=False)
        ),
        shards=shelf.written,
        shown=shown.shelf.written,
        phrases=exact,
    )


class _Shards:
    """Terms on their way into shards."""

    def __init__(self, shelf: packing.Shelf, words: Sequence[str]) -> None:
        self._shelf = shelf
        self._words = ("", *words)
        self._open = 0
        self.firsts: list[str] = []
        self.count = 0
        self.having: dict[str, int] = {}

    def add(self, term: Term) -> None:
        """Add a term; they come in the order of their ranks."""
        first, second = self._words[term.first], self._words[term.second]
        names = f" {term.names}" if term.names else ""
        entry = f"{second or first} {term.texts}{names}"
        self.count += 1
        if term.having > 1 and not second:
            self.having[first] = term.having
        if self._shelf.is_full_with(entry):
            self._shelf.close()
        if not self._shelf.holds:
            self.firsts.append(f"{first} {second}".strip())
            self._shelf.add(f"{first} ~{entry}" if second else entry)
        else:
            self._shelf.add(("~" if term.first == self._open else "|") + entry)
        self._open = term.first


class _Shown:
    """What results show, on its way into pieces: lists of pages with some records.

    A page that goes on in the next piece is named there again.
    """

    def __init__(self, shelf: packing.Shelf) -> None:
        self.shelf = shelf
        self.firsts: list[int] = []
        self._row = 0

    def add(self, pages: Iterable[Page]) -> None:
        """Add pages with all their records."""
        for page in pages:
            for texts in self._runs(page):
                before = "," if self.shelf.holds else ""
                self.shelf.add(f"{before}[{page.head},[{','.join(texts)}]]")

    def _runs(self, page: Page) -> Iterator[list[str]]:
        """Yield as many records at a time as fit; close a piece when it is full."""
        run: list[str] = []
        size = len(page.head)
        for row in page.rows:
            if self.shelf.is_full_with(row, size):
                if run:
                    yield run
                self.shelf.close("[", "]")
                run, size = [], len(page.head)
            if not run and not self.shelf.holds:
                self.firsts.append(self._row)
            run.append(row)
            size += len(row)
            self._row += 1
        yield run


def _directory(
    gathered: Gathered,
    shards: _Shards,
    shown: Sequence[int],
    others: Mapping[str, str],
) -> dict[str, object]:
    counted = _counted(gathered)
    order = [*GROUPS]
    groups = sorted(
        set(gathered.groups),
        key=lambda key: (order.index(key) if key in GROUPS else len(order), key),
    )
    least = max(counted / HEAVY_SHARE, HEAVY_LEAST)
    heavy = (word for word, having in shards.having.items() if having > least)
    return {
        "version": VERSION,
        "table": TABLE,
        "digits": DIGITS,
        "steps": STEPS,
        "k1": K1,
        "b": B,
        "nameBoost": NAME_BOOST,
        "counted": counted,
        "words": _words(gathered, counted),
        "lengths": _digits(gathered.text_steps),
        "nameLengths": _digits(gathered.name_steps),
        "records": _encoded(gathered.records),
        "groups": [[key, GROUPS.get(key, key)] for key in groups],
        "pageGroups": _digits(map(groups.index, gathered.groups)),
        "states": STATES,
        "heavy": " ".join(heavy),
        "others": {
            " ".join(words(say)): " ".join(words(law)) for say, law in others.items()
        },
        "shards": "|".join(shards.firsts),
        "shown": _encoded(np.diff(np.array(shown, dtype=np.int64), prepend=0)),
    }


def _counted(gathered: Gathered) -> int:
    """Return how many records statistics count: all before the bare names."""
    rows = sum(gathered.records)
    for group, size in zip(
        reversed(gathered.groups), reversed(gathered.records), strict=True
    ):
        if group not in LISTED:
            return rows
        rows -= size
    return sum(gathered.records)


def _words(gathered: Gathered, counted: int) -> tuple[int, int]:
    """Return how long the texts of these records are together, and their names."""
    texts = sum(STEPS[step] for step in gathered.text_steps[:counted])
    names = rows = 0
    for step, size in zip(gathered.name_steps, gathered.records, strict=True):
        if rows >= counted:
            break
        rows += size
        names += STEPS[step] * size
    return texts, names


def _digits(values: Iterable[int]) -> str:
    return "".join(map(DIGITS.__getitem__, values))


def _encoded(values: Iterable[int]) -> str:
    return encode(np.array([*values], dtype=np.int64))
