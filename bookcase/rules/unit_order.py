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
Key = tuple[int, tuple[int, ...], int]


def check(text: LegalText, path: str) -> Iterator[Diagnostic]:
    """Yield a warning for each unit whose number is below the one before it.

    Articles are compared through a whole act; the other kinds among their siblings.
    """
    yield from _ordered(text.blocks, path, {})


Last = dict[Kind, tuple[Key, Unit]]
"""The unit before of each kind, and what it is ordered by."""


def _ordered(
    blocks: tuple[Block, ...], path: str, articles: Last
) -> Iterator[Diagnostic]:
    siblings: Last = {}
    for block in blocks:
        if not isinstance(block, Unit):
            continue
        kind = block.kind
        key_of = _KEYS.get(kind)
        if key_of and (key := key_of(block.number)):
            lasts = articles if kind is Kind.ARTICLE else siblings
            last = lasts.get(kind)
            if last and key < last[0] and not _put_before(last[0], key):
                yield _found(block, last[1], path)
            lasts[kind] = key, block
        if block.blocks:
            inner = {} if kind in CONTAINERS else articles
            yield from _ordered(block.blocks, path, inner)


def _found(unit: Unit, before: Unit, path: str) -> Diagnostic:
    return Diagnostic(
        Span(path, unit.line),
        CODE,
        f"{name_of(unit)} đứng sau {name_of(before)} (dòng {before.line})",
        "warning",
        "xếp lại theo thứ tự số, hoặc sửa số cho đúng bản gốc",
    )


def _put_before(before: Key, key: Key) -> bool:
    """Tell whether a unit was inserted before its namesake: ``a1`` before ``a``."""
    plain = (key[0], key[1], 0) == key
    letters = before[:2] == key[:2]
    return plain and (letters or (before[0] == key[0] and not key[1]))


@lru_cache(maxsize=8192)
def _by_letters(number: str) -> Key | None:
    """Return what the number of a point is ordered by."""
    found = re.match(r"([a-zđ]+)(\d*)", number)
    word, digits = (found[1], found[2]) if found else (number, "")
    places = tuple(_ORDER.find(letter) for letter in word)
    return len(word), places, int(digits or 0)


@lru_cache(maxsize=8192)
def _by_digits(number: str) -> Key | None:
    """Return what a number is ordered by; None when it has no order."""
    found = _NUMBER.fullmatch(arabic(number))
    if not found:
        return None
    places = tuple(_ORDER.find(letter) for letter in found[2])
    return int(found[1]), places, int(found[3] or 0)


_KEYS = dict.fromkeys(
    (
        Kind.PART,
        Kind.CHAPTER,
        Kind.SECTION,
        Kind.SUBSECTION,
        Kind.ARTICLE,
        Kind.CLAUSE,
    ),
    _by_digits,
) | {Kind.POINT: _by_letters}
"""What each kind that is ordered is ordered by."""
