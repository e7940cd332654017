"""How works are named."""

from __future__ import annotations

from datetime import date

import pytest

from bookcase.model.ids import (
    fold,
    has_own_year,
    place_suffix,
    slug,
    work_folder,
    work_id,
    work_tail,
)
from bookcase.model.places import Scope

DAY = date(2025, 3, 1)


@pytest.mark.parametrize(
    ("number", "suffix", "extra", "tail"),
    [
        ("25/2008/QH12", "", None, "25-2008-qh12"),
        ("25/NQ-CP", "", None, "25-nq-cp-2025-03-01"),
        ("12/2025/NQ-HĐND", "tinh-04", None, "12-2025-nq-hdnd-tinh-04"),
        ("51/QH10", "", None, "51-qh10"),
        ("", "", None, "khong-so-2025-03-01"),
        ("không số", "", None, "khong-so-2025-03-01"),
        ("123/2015/NÐ-CP", "", 2, "123-2015-nd-cp-2"),
    ],
)
def test_the_tail_of_an_id(
    number: str, suffix: str, extra: int | None, tail: str
) -> None:
    assert work_tail(number, DAY, suffix, extra) == tail


def test_an_unknown_day_is_said() -> None:
    assert work_tail("25/NQ-CP", None) == "25-nq-cp-khong-ro-ngay"


def test_a_specimen_is_known_by_its_id() -> None:
    assert work_id("luat", "x", specimen=True) == "mau-luat-x"
    assert work_id("luat", "x") == "luat-x"


@pytest.mark.parametrize(
    ("number", "issued", "year"),
    [
        ("25/2008/QH12", DAY, "2008"),
        ("25/NQ-CP", DAY, "2025"),
        ("1", None, "khong-ro-nam"),
    ],
)
def test_the_year_of_a_folder(number: str, issued: date | None, year: str) -> None:
    assert work_folder("luat", number, issued, "x") == f"van-ban/luat/{year}/x"


def test_local_acts_bear_their_place() -> None:
    assert place_suffix(Scope()) == ""
    assert place_suffix(Scope("province", "04")) == "tinh-04"
    assert place_suffix(Scope("commune", "00004")) == "xa-00004"
    assert place_suffix(Scope("province", "08"), "hdnd-tinh-ha-giang") == (
        "hdnd-tinh-ha-giang"
    )


def test_folding_takes_the_marks_off() -> None:
    assert fold("Đường Ð đ ð ỘƠ") == "duong d d d oo"
    assert slug("  Số 5/NĐ–CP.. ") == "so-5-nd-cp"
    assert has_own_year("1/2024/X")
    assert not has_own_year("12024/X")
