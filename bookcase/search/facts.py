"""What pages can be narrowed by: the piece ``loc``, loaded when a reader narrows.

For each facet its values, the sets of them that pages have, and which set each page
has; and for each page on which days its state and its text changed. Days are counted
from :data:`DAY_ZERO`, so that a state on any day is worked out without the program that
knows why.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np

from bookcase.history.status import State
from bookcase.search import packing
from bookcase.search.alphabet import decode, encode
from bookcase.search.names import HOLDING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

PIECE = "loc"
DAY_ZERO = date(1899, 12, 31)
STATE_BITS = 4
NO_STATE = ""
STATES = (*(state.value for state in State), NO_STATE)
FACETS: dict[str, str] = {
    "loai": "Loại",
    "co-quan": "Cơ quan ban hành",
    "cap": "Cấp",
    "tinh": "Tỉnh, thành phố",
    "xa": "Xã, phường, đặc khu",
    "nam": "Năm",
    "linh-vuc": "Lĩnh vực",
}
"""In the order in which readers see them; the keys stand in addresses."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a page.

    Attributes:
        values: For each facet, keys and readers' words of what the page has.
        turns: From which day on which state holds; None is from the beginning. Before
            the first there was no such page's matter: no act, no commune.
        versions: The first days of the page's texts, where it has more than one.
    """

    values: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    turns: tuple[tuple[date | None, str], ...] = ()
    versions: tuple[date, ...] = ()


NOTHING = Facts()


@dataclass(frozen=True, slots=True)
class Dated:
    """A page of another day's text: as in :mod:`bookcase.search.records`, by numbers.

    Attributes:
        of: The page with the text of today.
        start: The first day of the text.
        instead: Which records of that page, from its first, it stands for.
    """

    of: int
    start: date
    instead: tuple[int, ...]


def write(pages: Sequence[Facts], out: Path, dated: Sequence[Dated] = ()) -> int:
    """Write the piece; return its bytes.

    Args:
        pages: The facts of all pages in the order of the index.
        out: The folder of the index.
        dated: What is known besides of the last of these pages.
    """
    turns = [[_turn(*turn) for turn in page.turns] for page in pages]
    versions = [[*map(_number, page.versions)] for page in pages]
    piece = {
        "facets": [_facet(key, pages) for key in FACETS],
        "states": STATES,
        "holding": sorted(HOLDING),
        "turns": _lists(turns),
        "versions": _lists(versions),
        "dated": _lists((one.of, _number(one.start), *one.instead) for one in dated),
    }
    return packing.write(out, PIECE, json.dumps(piece, ensure_ascii=False))


def _facet(key: str, pages: Sequence[Facts]) -> dict[str, object]:
    had = [page.values.get(key, ()) for page in pages]
    values = sorted({value for one in had for value in one})
    at = {value: number for number, value in enumerate(values)}
    sets = sorted(set(had))
    of_set = {one: number for number, one in enumerate(sets)}
    return {
        "key": key,
        "name": FACETS[key],
        "values": values,
        "sets": [[at[value] for value in one] for one in sets],
        "pages": _encoded([of_set[one] for one in had]),
    }


def _turn(day: date | None, state: str) -> int:
    return (_number(day) << STATE_BITS) | STATES.index(state)


def _number(day: date | None) -> int:
    return (day - DAY_ZERO).days if day and day > DAY_ZERO else 0


def _lists(lists: Iterable[Sequence[int]]) -> str:
    return _encoded([value for one in lists for value in (len(one), *one)])


def _encoded(values: Sequence[int]) -> str:
    return encode(np.array(values, dtype=np.int64))


class Read:
    """The facts of all pages, read again.

    Attributes:
        undated: How many pages there are before those of other days' texts.
    """

    def __init__(self, piece: str) -> None:
        """Read a piece."""
        read: dict[str, Any] = json.loads(piece)
        self._facets: list[dict[str, Any]] = read["facets"]
        self._sets = {facet["key"]: [*decode(facet["pages"])] for facet in self._facets}
        self._turns = [*_parted(read["turns"])]
        self._versions = [*_parted(read["versions"])]
        self._dated = [*_parted(read["dated"])]
        self.undated = len(self._turns) - len(self._dated)

    def values(self, facet: str, page: int) -> tuple[tuple[str, str], ...]:
        """Return what a page has of a facet: keys and readers' words."""
        found = next(one for one in self._facets if one["key"] == facet)
        held = found["sets"][self._sets[facet][page]]
        return tuple(
            (key, name) for key, name in map(found["values"].__getitem__, held)
        )

    def state(self, page: int, day: date) -> str:
        """Return the state of a page's document on a day; empty for what has none."""
        turns = [one for one in self._turns[page] if one >> STATE_BITS <= _number(day)]
        return STATES[turns[-1] & ((1 << STATE_BITS) - 1)] if turns else ""

    def begun(self, page: int, day: date) -> bool:
        """Tell whether what a page is about was there on a day, as far as known."""
        turns = self._turns[page]
        return not turns or turns[0] >> STATE_BITS <= _number(day)

    def stands(self, page: int, day: date) -> bool:
        """Tell whether a page of another day's text stood on a day."""
        of, start, *_ = self._dated[page - self.undated]
        starts = [one for one in self._versions[of] if one <= _number(day)]
        return bool(starts) and starts[-1] == start

    def instead(self, day: date) -> Iterator[tuple[int, int]]:
        """Yield pages of today with a record each that stood otherwise on a day."""
        for at, (of, _, *records) in enumerate(self._dated):
            if self.stands(self.undated + at, day):
                yield from ((of, record) for record in records)

    def version(self, page: int, day: date) -> date | None:
        """Return the first day of the text that stood on a day, of several."""
        starts = [one for one in self._versions[page] if one <= _number(day)]
        return DAY_ZERO + timedelta(starts[-1]) if starts else None


def _parted(text: str) -> Iterator[list[int]]:
    values = decode(text)
    for count in values:
        yield [*islice(values, count)]
