"""Numbers of units, out of the last part of an id and into their order.

``k8a`` is khoản *8a*, ``dd`` is điểm *đ*, ``pl4`` is Phụ lục *IV* where the others are
numbered in Roman.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bookcase.legal.ids import identified
from bookcase.legal.numbers import LETTERS, ORDINALS, arabic
from bookcase.model.tree import Kind, LegalText

if TYPE_CHECKING:
    from bookcase.model.tree import Unit

Key = tuple[int, tuple[int, ...], int]

_TAIL = re.compile(r"(?:kt|pl|mau|tm|hoa-|la|so|[pcmdkr])(?=\d|(?<=-).)(?P<number>.+)")
_PARTS = re.compile(r"(\d*)(?:-(?=[a-zđ]))?([a-zđ]*)(\d*)")
_ROMANS = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_ROMAN_KINDS = frozenset({Kind.ANNEX, Kind.CHAPTER, Kind.ROMAN})


def tail(address: str) -> str:
    """Return the last part of an id, without the sign of a repeat."""
    return address.rpartition(".")[2].partition("~")[0]


def tail_of(unit: Unit) -> str:
    """Return the last part of the id that a unit has."""
    return tail(identified(LegalText((unit,)))[0].id)


def number_of(address: str, old: Unit | None, kind: Kind) -> str:
    """Return the number that the last part of an id means, as printed.

    Args:
        address: The id or its last part.
        old: A unit of the kind whose way of numbering is kept.
        kind: The unit's kind.
    """
    words = tail(address)
    found = _TAIL.fullmatch(words) if kind not in _LETTERED else None
    number = (found["number"] if found else words).replace("dd", "đ")
    if kind is Kind.CAPITAL:
        return number.upper()
    if kind is Kind.SUBCLAUSE:
        return number.replace("-", ".")
    style = old.number if old else ("I" if kind in _ROMAN_KINDS else "1")
    return _styled(number, style)


_LETTERED = frozenset({Kind.POINT, Kind.SUBPOINT})


def key(number: str, *, letters: bool = False) -> Key | None:
    """Return what a number is ordered by; None when it has no order.

    >>> key("8a") > key("8")
    True
    """
    found = _PARTS.fullmatch(number if letters else arabic(number))
    if not found or (not letters and not found[1]):
        return None
    places = tuple(LETTERS.find(letter) for letter in found[2])
    if letters:
        return len(places), places, int(found[3] or 0)
    return int(found[1]), places, int(found[3] or 0)


def _styled(number: str, style: str) -> str:
    """Write an Arabic number in the way of another: Roman, in words, with a nought."""
    found = _PARTS.fullmatch(number)
    if not found or not found[1] or not style:
        return number
    value, letters = int(found[1]), found[2] + found[3]
    if style.lower() in ORDINALS and not letters:
        return next((word for word, n in ORDINALS.items() if n == value), number)
    if not style[:1].isdigit() and arabic(style) != style.lower():
        return _roman(value) + letters
    return f"{value:02}{letters}" if style.startswith("0") else number


def _roman(value: int) -> str:
    out = ""
    for worth, sign in _ROMANS:
        out, value = out + sign * (value // worth), value % worth
    return out
