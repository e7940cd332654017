"""Numbers as the law prints them."""

from __future__ import annotations

import pytest

from bookcase.legal.numbers import LETTERS, arabic, roman


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("II", "2"),
        ("XXVI", "26"),
        ("Va", "5a"),
        ("thứ nhất", "1"),
        ("THỨ MƯỜI LĂM", "15"),
        ("thứ hai mươi", "20"),
        ("Three", "3"),
        ("07", "7"),
        ("0", "0"),
        ("7a", "7a"),
        ("A", "a"),
        ("C", "c"),
        ("Đ", "đ"),
        ("IIX", "2x"),
        ("", ""),
    ],
)
def test_a_number_in_plain_form(printed: str, plain: str) -> None:
    assert arabic(printed) == plain


def test_what_is_no_roman_number() -> None:
    assert roman("") is None
    assert roman("abc") is None
    assert roman("VIIa") == (7, "a")


def test_the_letters_of_points_are_the_legal_ones() -> None:
    assert LETTERS.index("đ") == LETTERS.index("d") + 1
    assert not set("fjwz") & set(LETTERS)
