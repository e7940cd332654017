"""Numbers out of ids, and their order."""

from __future__ import annotations

import pytest

from bookcase.history.consolidate.numbering import key, number_of
from bookcase.model.tree import Kind, Unit


@pytest.mark.parametrize(
    ("address", "kind", "old", "number"),
    [
        ("d5.k8a", Kind.CLAUSE, "8", "8a"),
        ("d5a", Kind.ARTICLE, "5", "5a"),
        ("d7.k1.dd", Kind.POINT, "d", "đ"),
        ("d7.k1.b1", Kind.POINT, "b", "b1"),
        ("d7.k1.k", Kind.POINT, "i", "k"),
        ("pl4", Kind.ANNEX, "III", "IV"),
        ("pl4", Kind.ANNEX, "3", "4"),
        ("pl4", Kind.ANNEX, "", "4"),
        ("c4a", Kind.CHAPTER, "IV", "IVa"),
        ("p3", Kind.PART, "thứ hai", "thứ ba"),
        ("mau3", Kind.FORM, "02", "03"),
        ("la3", Kind.ROMAN, "II", "III"),
        ("hoa-b", Kind.CAPITAL, "A", "B"),
        ("d5.k1-2", Kind.SUBCLAUSE, "1.1", "1.2"),
    ],
)
def test_numbers_are_printed_like_their_neighbours(
    address: str, kind: Kind, old: str, number: str
) -> None:
    assert number_of(address, Unit(kind, old, ""), kind) == number


def test_without_neighbours_annexes_are_roman() -> None:
    assert number_of("pl9", None, Kind.ANNEX) == "IX"
    assert number_of("k9", None, Kind.CLAUSE) == "9"


def test_order() -> None:
    clauses = [key(one) for one in ("1", "1a", "1b", "2", "3", "3a1", "10")]
    assert clauses == sorted(one for one in clauses if one)
    points = ["a", "a1", "b", "c", "d", "đ", "e"]
    found = [key(one, letters=True) for one in points]
    assert found == sorted(one for one in found if one)
    assert key("thứ nhất") == (1, (), 0)
    assert key("xyz") is None
