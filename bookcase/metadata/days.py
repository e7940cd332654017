"""Dates as editors write them, and what is wrong with those that are none."""

from __future__ import annotations

import calendar
import re
from datetime import date

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_LOCAL = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_MONTHS = 12


def read_day(text: str) -> date | str:
    """Return the date, or what is wrong in Vietnamese.

    >>> read_day("2024-13-45")
    'không có tháng 13'
    """
    match = _ISO.fullmatch(text)
    if not match:
        return "không đúng dạng năm-tháng-ngày"
    return _checked(*map(int, match.groups()))


def cure(text: str) -> str:
    """Return how the date should be written, as far as that can be told."""
    match = _LOCAL.fullmatch(text)
    if match:
        day, month, year = map(int, match.groups())
        right = _checked(year, month, day)
        if isinstance(right, date):
            return f"viết {right.isoformat()}"
    return "viết như 2024-07-01; ngày không biết thì bỏ trống, không đoán"


def _checked(year: int, month: int, day: int) -> date | str:
    if not 1 <= month <= _MONTHS:
        return f"không có tháng {month}"
    if year < date.min.year:
        return "không có năm 0"
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        return f"tháng {month} năm {year} chỉ có {last} ngày"
    return date(year, month, day)
