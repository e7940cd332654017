"""Numbers in words."""

from __future__ import annotations

import pytest

from bookcase.spoken.numbers import by_digit, cardinal, decimal, roman


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (10, "mười"),
        (11, "mười một"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi bốn"),
        (25, "hai mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (111, "một trăm mười một"),
        (1005, "một nghìn không trăm linh năm"),
        (2026, "hai nghìn không trăm hai mươi sáu"),
        (10_000, "mười nghìn"),
        (1_000_000, "một triệu"),
        (1_000_005, "một triệu không trăm linh năm"),
        (1_005_000, "một triệu không trăm linh năm nghìn"),
        (2_000_000_000, "hai tỷ"),
        (1_000_000_001, "một tỷ không trăm linh một"),
        (-3, "âm ba"),
    ],
)
def test_cardinal(number: int, words: str) -> None:
    assert cardinal(number) == words


def test_digits_decimals_romans() -> None:
    assert by_digit("0200 000") == "không hai không không không không không"
    assert decimal("2", "5") == "hai phẩy năm"
    assert decimal("1", "05") == "một phẩy không năm"
    assert decimal("3", "125") == "ba phẩy một hai năm"
    assert [roman(one) for one in ("IV", "IX", "XIV", "XL")] == [4, 9, 14, 40]
