"""Dates as editors write them."""

from __future__ import annotations

from datetime import date

import pytest

from bookcase.metadata.days import cure, read_day


def test_a_date_is_read() -> None:
    assert read_day("2024-02-29") == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("2024-13-45", "không có tháng 13"),
        ("2023-02-29", "tháng 2 năm 2023 chỉ có 28 ngày"),
        ("2024-04-31", "tháng 4 năm 2024 chỉ có 30 ngày"),
        ("2024-00-01", "không có tháng 0"),
        ("0000-01-01", "không có năm 0"),
        ("2024-1-1", "không đúng dạng năm-tháng-ngày"),
        ("²024-01-01", "không đúng dạng năm-tháng-ngày"),
        ("hôm nay", "không đúng dạng năm-tháng-ngày"),
    ],
)
def test_what_is_wrong_is_said(text: str, fault: str) -> None:
    assert read_day(text) == fault


@pytest.mark.parametrize("text", ["18/06/2024", "18-6-2024", "18.06.2024"])
def test_a_local_date_is_turned_round(text: str) -> None:
    assert cure(text) == "viết 2024-06-18"


def test_no_date_is_guessed() -> None:
    assert cure("31/02/2024") == (
        "viết như 2024-07-01; ngày không biết thì bỏ trống, không đoán"
    )
