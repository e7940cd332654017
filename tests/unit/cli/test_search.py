"""What ``bookcase search`` hands to other programs."""

from __future__ import annotations

import pytest

from bookcase.cli.search import as_row
from bookcase.search.query import Hit


def hit(url: str, group: str, kind: str, number: str = "") -> Hit:
    """Make a hit."""
    return Hit(url, number, "Tên", "Tên", group, kind, "", 1.5, "", ())


@pytest.mark.parametrize(
    ("found", "work", "unit"),
    [
        (
            hit("van-ban/luat/2008/25-2008-qh12.html#d7a.k1", "van-ban", "luat"),
            "luat-25-2008-qh12",
            "d7a.k1",
        ),
        (
            hit("van-ban/luat/2022/01-mau.html", "van-ban", "luat", "01-MAU"),
            "mau-luat-01-mau",
            "",
        ),
        (
            hit("van-ban/luat/2008/25-2008-qh12/2015-01-01.html#d7", "van-ban", "luat"),
            "luat-25-2008-qh12",
            "d7",
        ),
        (hit("hoi-dap/ly-hon.html", "hoi-dap", "qa"), "hoi-dap-ly-hon", ""),
        (hit("dia-phuong/38/16279.html", "dia-phuong", "xa"), "", ""),
        (hit("https://vi-du.vn/x--1", "so-bo", "luat"), "", ""),
    ],
)
def test_a_row_names_work_and_unit(found: Hit, work: str, unit: str) -> None:
    row = as_row(found)
    assert (row["work"], row["unit"]) == (work, unit)
    assert list(row) == ["work", "number", "unit", "title", "score", "status", "url"]
