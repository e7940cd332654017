"""The day that a text tells is the day that its record has."""

from __future__ import annotations

from datetime import date

from bookcase.legal.parser import parse
from bookcase.model.act import Version, Work
from bookcase.rules import told_day

FOLDER = "van-ban/luat/2027/1"
TEXT = (
    "###### Điều 1. Một\n\n###### Điều 2. Hiệu lực thi hành\n\n"
    "Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2027.\n"
)


def found(start: date | None, text: str = TEXT, type_: str = "luat") -> list[str]:
    """Return code, level and hint of each finding on an act that begins on a day."""
    version = Version(start, "as-enacted", path=f"{FOLDER}/goc.md")
    work = Work("mau", "1/2027/QH16-MAU", type_, "Thử", FOLDER, versions=(version,))
    told = told_day.check(work, lambda _: parse(text).value)
    return [f"{one.code} {one.level} {one.hint}" for one in told]


def test_a_day_that_agrees_or_is_not_told_is_no_finding() -> None:
    assert found(date(2027, 7, 1)) == []
    assert found(None, "###### Điều 1. Một\n") == []
    assert found(date(2027, 1, 1), "###### Điều 1. Một\n") == []


def test_a_day_that_only_the_text_tells_comes_with_the_name_of_the_file() -> None:
    (one,) = found(None)
    assert one.startswith("DATE101 info đổi tên van-ban/luat/2027/1/goc.md thành ")
    assert "2027-07-01.md" in one


def test_another_day_than_the_text_tells_is_a_warning() -> None:
    (one,) = found(date(2027, 1, 7))
    assert one.startswith("DATE102 warning đối chiếu")


def test_an_official_consolidation_tells_the_day_of_its_base() -> None:
    assert found(None, type_="van-ban-hop-nhat") == []
