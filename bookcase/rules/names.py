"""How a finding calls a unit: in the words of the law, without the mark's dot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.legal.units import canonical_mark
from bookcase.model.tree import Kind

if TYPE_CHECKING:
    from bookcase.model.tree import Unit

_WORDS = {
    Kind.CLAUSE: "khoản",
    Kind.SUBCLAUSE: "khoản",
    Kind.POINT: "điểm",
    Kind.SUBPOINT: "điểm",
    Kind.CAPITAL: "mục",
    Kind.ROMAN: "mục",
    Kind.ITEM: "mục",
}


def name_of(unit: Unit) -> str:
    """Return ``Điều 5``, ``khoản 1``, ``điểm đ``; headings as they are printed."""
    if word := _WORDS.get(unit.kind):
        return f"{word} {unit.number}"
    return (unit.mark or canonical_mark(unit.kind, unit.number)).rstrip(".:")
