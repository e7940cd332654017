"""A built index, read again: the directory, the postings of terms, the shown rows."""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any

from bookcase.errors import UsageError
from bookcase.search import facts, known, packing, segments, suggest
from bookcase.search.alphabet import DIGITS, decode
from bookcase.search.index import DIRECTORY, VERSION
from bookcase.search.lengths import STEPS
from bookcase.search.normalise import words
from bookcase.search.plan import Usage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Postings:
    """Rows that have a term, and how often."""

    texts: tuple[tuple[int, int], ...] = ()
    names: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """What is shown of a record."""

    page: str
    number: str
    parent: str
    kind: str
    status: str
    group: str
    unit: str
    title: str
    text: str


class Opened:
    """An index in a folder.

    Attributes:
        missing: Names of the pieces that could not be read.
        usage: What it tells about its words.
        read: Bytes of each piece that was read so far, by its name.
        undated: How many pages there are before those of other days' texts.
    """

    def __init__(self, folder: Path) -> None:
        """Read the directory.

        Raises:
            UsageError: There is none, or it was made by another version.
        """
        self._folder = folder
        self.missing: set[str] = set()
        self.read: dict[str, int] = {}
        text = self._piece(DIRECTORY)
        self._directory: dict[str, Any] = json.loads(text) if text else {}
        if self._directory.get("version") != VERSION:
            message = f"không có chỉ mục tìm kiếm dùng được trong {folder}"
            raise UsageError(message)
        self.usage = Usage(
            frozenset(self._directory["heavy"].split()), self._directory["others"]
        )
        self.first_rows = [0, *accumulate(decode(self._directory["records"]))]
        dated = [*decode(self._directory["dated"])]
        self.undated = len(self.first_rows) - 1 - len(dated)
        self._dated = dated
        self._segments = [
            segments.Placed(told, self.first_rows)
            for told in self._directory["segments"]
        ]

    @cached_property
    def lengths(self) -> list[float]:
        """Return the length of each record, in mean lengths."""
        return self._relative("lengths", self._directory["words"][0])

    @cached_property
    def name_lengths(self) -> list[float]:
        """Return the length of each page's name, in mean lengths of all records'."""
        return self._relative("nameLengths", self._directory["words"][1])

    @property
    def records(self) -> int:
        """Return how many records there are."""
        return self.first_rows[-1]

    @property
    def counted(self) -> int:
        """Return how many records tell what words weigh: the first ones."""
        return int(self._directory["counted"])

    @cached_property
    def listed(self) -> range:
        """Return the rows of bare names; those of other days' texts come after."""
        return range(self.counted, self.first_rows[self.undated])

    def rows_of(self, page: int) -> range:
        """Return the rows of a page; the first is its own."""
        return range(self.first_rows[page], self.first_rows[page + 1])

    def page_of(self, row: int) -> int:
        """Return the page that a row belongs to."""
        return bisect_right(self.first_rows, row) - 1

    def act_of(self, page: int) -> int:
        """Return the page of today for one of another day's text; else itself."""
        return page if page < self.undated else self._dated[page - self.undated]

    def postings(self, term: str) -> Postings:
        """Return who has a term; nobody, where its shard cannot be read."""
        texts: list[tuple[int, int]] = []
        names: list[tuple[int, int]] = []
        for one in self._segments:
            number = bisect_right(one.shards, term) - 1
            text = self._piece(f"t/{one.prefix}{number}") if number >= 0 else None
            if not text:
                continue
            held = _postings(text, *term.partition(" ")[::2])
            texts += ((one.row(row), count) for row, count in held.texts)
            names += ((one.pages[page], count) for page, count in held.names)
        return Postings(_alive(texts), _alive(names))

    def rows_with(self, phrase: Sequence[str]) -> frozenset[int]:
        """Return the rows that have an exact phrase of at least two words.

        Args:
            phrase: As :func:`bookcase.search.normalise.exact` gives it.
        """
        rows = (
            one.row(row)
            for one, ends, shards in self._phrases
            for row in self._own_rows_with(one.prefix, phrase, ends, shards)
        )
        return frozenset(row for row in rows if row != segments.DEAD)

    def _own_rows_with(
        self, prefix: str, phrase: Sequence[str], ends: list[int], shards: list[str]
    ) -> Iterator[int]:
        """Yield the rows of a segment that have a phrase."""
        begins: set[int] | None = None
        for at in dict.fromkeys([*range(0, len(phrase) - 1, 2), len(phrase) - 2]):
            places = self._places(prefix, shards, phrase[at], phrase[at + 1])
            found = {place - at for place in places}
            begins = found if begins is None else begins & found
        return (bisect_right(ends, place) for place in begins or ())

    @cached_property
    def _phrases(self) -> list[tuple[segments.Placed, list[int], list[str]]]:
        """Return, of each segment, the place behind each row and the shards' firsts."""
        read = []
        for one in self._segments:
            text = self._piece(f"{one.prefix}{segments.PHRASES}")
            directory = json.loads(text) if text else {"rows": "", "shards": ""}
            sizes = decode(directory["rows"])
            ends = [*accumulate(size + 1 for size in sizes)]
            shards: str = directory["shards"]
            read.append((one, ends, shards.split("|") if shards else []))
        return read

    def _places(
        self, prefix: str, shards: list[str], first: str, second: str
    ) -> Iterator[int]:
        """Return the places of two exact words side by side."""
        wanted = f"{first} {second}"
        number = bisect_right(shards, _units(wanted), key=_units) - 1
        text = self._piece(f"p/{prefix}{number}") if number >= 0 else None
        for group in (text or "").split("|"):
            word, *entries = group.split("~")
            if word != first:
                continue
            for entry in entries:
                if entry.startswith(f"{second} "):
                    return accumulate(decode(entry.partition(" ")[2]))
        return iter(())

    @cached_property
    def known(self) -> dict[str, int]:
        """Return the commoner words, with how many records have each."""
        return known.read(self._piece(known.PIECE) or "")

    @cached_property
    def facts(self) -> facts.Read | None:
        """Return what pages can be narrowed by; None where it cannot be read."""
        piece = self._piece(facts.PIECE)
        return facts.Read(piece) if piece else None

    def offers(self, typed: str) -> tuple[str, ...]:
        """Return what may be offered to a reader who has typed this much."""
        plain = " ".join(words(typed))
        directory = self._piece(suggest.DIRECTORY) or ""
        shards = suggest.shards_of(directory, plain) if plain else range(0)
        pieces = filter(None, (self._piece(f"g/{number}") for number in shards))
        return suggest.best(chain.from_iterable(map(suggest.read, pieces)), plain)

    def row(self, number: int) -> Row | None:
        """Return what is shown of a record; None where its piece cannot be read."""
        page = self.page_of(number)
        one, own = self._homes[page]
        at = one.firsts[own] + number - self.first_rows[page]
        piece = bisect_right(one.shown, at) - 1
        text = self._piece(f"d/{one.prefix}{piece}")
        if not text:
            return None
        at -= one.shown[piece]
        for *shown, rows in json.loads(text):
            if at < len(rows):
                return Row(*shown, *rows[at])
            at -= len(rows)
        return None

    @cached_property
    def _homes(self) -> dict[int, tuple[segments.Placed, int]]:
        """Return for each page its segment, and its number in it."""
        return {
            page: (one, own)
            for one in self._segments
            for own, page in enumerate(one.pages)
        }

    def _piece(self, name: str) -> str | None:
        text = packing.read(self._folder, name)
        if text is None:
            self.missing.add(name)
        else:
            self.read[name] = len(text.encode())
        return text

    def _relative(self, name: str, total: int) -> list[float]:
        mean = total / max(self.counted, 1) or 1
        lengths = dict(zip(DIGITS, (step / mean for step in STEPS), strict=False))
        return [*map(lengths.__getitem__, self._directory[name])]


def _units(words: str) -> bytes:
    """Return what two words are ordered by: UTF-16 units, as in scripts."""
    return words.encode("utf-16-be", "surrogatepass")


def _postings(shard: str, first: str, second: str) -> Postings:
    for group in shard.split("|"):
        if group.startswith(f"{first} "):
            for entry in group.split("~")[1:] if second else (group.split("~")[0],):
                word, texts, names = [*entry.split(" "), ""][:3]
                if word == (second or first):
                    return Postings(_rows(texts), _rows(names))
    return Postings()


def _alive(held: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted(one for one in held if one[0] != segments.DEAD))


def _rows(text: str) -> tuple[tuple[int, int], ...]:
    values = decode(text)
    rows = []
    row = 0
    for value in values:
        row += value >> 1
        rows.append((row, next(values) + 2 if value & 1 else 1))
    return tuple(rows)
