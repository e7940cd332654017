"""Units of one kind follow one another in the order of their numbers.

Good::

    ###### Điều 1. Phạm vi điều chỉnh
    ###### Điều 1a. Giải thích từ ngữ
    ###### Điều 2. Đối tượng áp dụng

Bad::

    ###### Điều 2. Đối tượng áp dụng
    ###### Điều 1. Phạm vi điều chỉnh

A gap is no fault: codified texts leave out what has ended. Nor is ``a1)`` put before
``a)`` by an amendment.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Span
from bookcase.legal.numbers import arabic
from bookcase.legal.units import CONTAINERS
from bookcase.model.tree import Kind, Unit
from bookcase.rules.names import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.model.tree import Block, LegalText

CODE = "LAW101"

_ORDER = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""Of letters: the legal ones in their order, and those that old texts also use."""

_NUMBER = re.compile(r"(\d+)(?:-(?=[a-zđ]))?([a-zđ]*)(\d*)\Z")
_SIBLINGS = frozenset(
    {Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION, Kind.CLAUSE, Kind.POINT}
)

_ARTICLE, _POINT = Kind.ARTICLE, Kind.POINT

Key = tuple[int, tuple[int, ...], int]


def check(text: LegalText, path: str) -> Iterator[Diagnostic]:
    """Yield a warning for each unit whose number is below the one before it.

    Articles are compared through a whole act; the other kinds among their siblings.
    """
    yield from _ordered(text.blocks, path, [])


Last = list[tuple[Key, Unit]]
"""The unit before of a kind, and what it is ordered by; empty before the first."""


def _ordered(
    blocks: tuple[Block, ...], path: str, articles: Last
) -> Iterator[Diagnostic]:
    lasts: dict[Kind, Last] = {}
    for block in blocks:
        if not isinstance(block, Unit):
            continue
        kind = block.kind
        if kind in _SIBLINGS:
            last = lasts.get(kind)
            if last is None:
                last = lasts[kind] = []
            yield from _step(block, path, last)
        elif kind is _ARTICLE:
            yield from _step(block, path, articles)
        if block.blocks:
            inner = [] if kind in CONTAINERS else articles
            yield from _ordered(block.blocks, path, inner)


def _step(unit: Unit, path: str, last: Last) -> Iterator[Diagnostic]:
    key = _key(unit.number, letters=unit.kind is _POINT)
    if key is None:
        return
    if last and key < last[0][0] and not _put_before(last[0][0], key):
        before = last[0][1]
        yield Diagnostic(
            Span(path, unit.line),
            CODE,
            f"{name_of(unit)} đứng sau {name_of(before)} (dòng {before.line})",
            "warning",
            "xếp lại theo thứ tự số, hoặc sửa số cho đúng bản gốc",
        )
    last[:] = ((key, unit),)


def _put_before(before: Key, key: Key) -> bool:
    """Tell whether a unit was inserted before its namesake: ``a1`` before ``a``."""
    plain = (key[0], key[1], 0) == key
    letters = before[:2] == key[:2]
    return plain and (letters or (before[0] == key[0] and not key[1]))


@lru_cache(maxsize=8192)
def _key(number: str, *, letters: bool) -> Key | None:
    """Return what a number is ordered by; None when it has no order."""
    if letters:
        found = re.match(r"([a-zđ]+)(\d*)", number)
        word, digits = (found[1], found[2]) if found else (number, "")
        places = tuple(_ORDER.find(letter) for letter in word)
        return len(word), places, int(digits or 0)
    found = _NUMBER.fullmatch(arabic(number))
    if not found:
        return None
    places = tuple(_ORDER.find(letter) for letter in found[2])
    return int(found[1]), places, int(found[3] or 0)
