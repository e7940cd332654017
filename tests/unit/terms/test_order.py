"""The order of the Vietnamese alphabet."""

from __future__ import annotations

import pytest

from bookcase.terms.order import letter, sort_key


def test_syllables_come_before_letters_and_letters_before_tones() -> None:
    words = ["ấp", "an ninh", "ăn", "án", "ang", "an", "đá", "dạ", "ả", "à", "âm"]
    expected = ["à", "ả", "an", "an ninh", "án", "ang", "ăn", "âm", "ấp", "dạ", "đá"]
    assert sorted(words, key=sort_key) == expected


def test_marks_and_capitals_do_not_count() -> None:
    assert sort_key("Kho – bãi") == sort_key("kho, bãi")


@pytest.mark.parametrize(
    ("words", "expected"),
    [("ủy ban", "U"), ("Đá", "Đ"), ("Ẩm", "Â"), ("“Kho”", "K"), ("3D", "#"), ("", "#")],
)
def test_words_stand_under_a_letter(words: str, expected: str) -> None:
    assert letter(words) == expected
