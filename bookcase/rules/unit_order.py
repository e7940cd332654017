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
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Span
from bookcase.legal.numbers import arabic
from bookcase.legal.units import CONTAINERS
from bookcase.model.tree import Kind, LegalText, Unit
from bookcase.rules.names import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

CODE = "LAW101"

_ORDER = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""Of letters: the legal ones in their order, and those that old texts also use."""

_NUMBER = re.compile(r"(\d+)([a-zđ]*)(\d*)\Z")
_SIBLINGS = frozenset(
    {Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION, Kind.CLAUSE, Kind.POINT}
)

Key = tuple[int, tuple[int, ...], int]


def check(text: LegalText, path: str) -> Iterator[Diagnostic]:
    """Yield a warning for each unit whose number is below the one before it.

    Articles are compared through a whole act; the other kinds among their siblings.
    """
    yield from _articles(text, path, [])
    yield from _siblings(text, path)


def _articles(
    holder: LegalText | Unit, path: str, last: list[tuple[Key, Unit]]
) -> Iterator[Diagnostic]:
    for block in holder.blocks:
        if not isinstance(block, Unit):
            continue
        if block.kind is Kind.ARTICLE:
            yield from _step(block, path, last)
        else:
            inner = [] if block.kind in CONTAINERS else last
            yield from _articles(block, path, inner)


def _siblings(holder: LegalText | Unit, path: str) -> Iterator[Diagnostic]:
    lasts: dict[Kind, list[tuple[Key, Unit]]] = {}
    for block in holder.blocks:
        if isinstance(block, Unit):
            if block.kind in _SIBLINGS:
                yield from _step(block, path, lasts.setdefault(block.kind, []))
            yield from _siblings(block, path)


def _step(unit: Unit, path: str, last: list[tuple[Key, Unit]]) -> Iterator[Diagnostic]:
    key = _key(unit)
    if key is None:
        return
    if last and key < last[-1][0] and not _put_before(last[-1][0], key):
        before = last[-1][1]
        yield Diagnostic(
            Span(path, unit.line),
            CODE,
            f"{name_of(unit)} đứng sau {name_of(before)} (dòng {before.line})",
            "warning",
            "xếp lại theo thứ tự số, hoặc sửa số cho đúng bản gốc",
        )
    last[:] = [(key, unit)]


def _put_before(before: Key, key: Key) -> bool:
    """Tell whether a unit was inserted before its namesake: ``a1`` before ``a``."""
    plain = (key[0], key[1], 0) == key
    letters = before[:2] == key[:2]
    return plain and (letters or (before[0] == key[0] and not key[1]))


def _key(unit: Unit) -> Key | None:
    """Return what the unit's number is ordered by; None when it has no order."""
    if unit.kind is Kind.POINT:
        found = re.match(r"([a-zđ]+)(\d*)", unit.number)
        letters, digits = (found[1], found[2]) if found else (unit.number, "")
        places = tuple(_ORDER.find(letter) for letter in letters)
        return len(letters), places, int(digits or 0)
    found = _NUMBER.fullmatch(arabic(unit.number))
    if not found:
        return None
    places = tuple(_ORDER.find(letter) for letter in found[2])
    return int(found[1]), places, int(found[3] or 0)
