"""What an act is called where it is cited."""

from __future__ import annotations

from datetime import date

import pytest

from bookcase.model.tree import Kind
from bookcase.pages.catalog import catalog
from bookcase.pages.law.called import called, words_before
from bookcase.pages.law.lawtext import CLASSES

from .samples import DAY, library, work

DECREE = {
    "number": "123/2015/NĐ-CP",
    "type": "nghi-dinh",
    "issuers": ("chinh-phu",),
    "issued": date(2015, 2, 5),
}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            {"number": "60/2014/QH13", "title": "Luật Hộ tịch"},
            "Luật Hộ tịch số 60/2014/QH13",
        ),
        ({"number": "60/2014/QH13", "title": ""}, "Luật số 60/2014/QH13"),
        (
            {**DECREE, "title": "Quy định chi tiết Luật Hộ tịch"},
            (
                "Nghị định số 123/2015/NĐ-CP ngày 05 tháng 02 năm 2015 của chinh-phu "
                "quy định chi tiết Luật Hộ tịch"
            ),
        ),
        (
            {**DECREE, "title": "Nghị định Về việc khác", "issued": date(2015, 11, 15)},
            (
                "Nghị định số 123/2015/NĐ-CP ngày 15 tháng 11 năm 2015 của chinh-phu "
                "về việc khác"
            ),
        ),
        (
            {**DECREE, "title": "Điều lệ Trường học", "issued": None, "issuers": ()},
            "Nghị định số 123/2015/NĐ-CP Điều lệ Trường học",
        ),
    ],
)
def test_an_act_is_called_as_acts_call_it(fields: dict[str, object], said: str) -> None:
    act = work("a", **fields)
    assert called(act, catalog(library(act), DAY)) == said


def test_the_page_says_what_stands_before_each_number() -> None:
    words = words_before(CLASSES).split("|")
    assert f"{CLASSES[Kind.CLAUSE]} khoản" in words
    assert f"{CLASSES[Kind.POINT]} điểm" in words
    assert not any(one.startswith(f"{CLASSES[Kind.DASH]} ") for one in words)
