"""What citations lead to, from where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bookcase.citations.context import Context
from bookcase.citations.defined import names_of
from bookcase.citations.reading import cited
from bookcase.citations.resolve import Found, Resolved
from tests.unit.citations.library import GARDENS, acts, day

if TYPE_CHECKING:
    from datetime import date

ACTS = acts()
HERE = Context(GARDENS, "d5.k2.a", day(2026), around=("c2", "d5", "d5.k2", "d5.k2.a"))


class Texts:
    """The texts of held acts: one version with few units."""

    def version(self, work: str, on: date | None) -> str:
        """Return the one version of the held act."""
        return "2023-01-01" if work == GARDENS and on else ""

    def place(self, work: str, on: date | None, unit: str) -> str:
        """Return units that the text has."""
        del work, on
        return unit if unit in {"d5", "d5.k1", "d7"} else ""


def one(text: str, context: Context = HERE) -> Resolved:
    """Resolve the only citation of a text."""
    (found,) = cited(text, context, ACTS, Texts())
    return found


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("khoản 1 Điều này", "d5.k1"),
        ("Điều này", "d5"),
        ("theo khoản 1", "d5.k1"),
        ("Điều 7 Luật này", "d7"),
        ("Luật này", ""),
    ],
)
def test_a_text_speaks_of_itself(text: str, unit: str) -> None:
    found = one(text)
    assert (found.work, found.unit) == (GARDENS, unit)
    assert (found.status, found.version) == (Found.RESOLVED, "2023-01-01")


@pytest.mark.parametrize(
    ("text", "unit"),
    [("khoản này", "d5.k2"), ("điểm b khoản này", "d5.k2.b"), ("Chương này", "c2")],
)
def test_words_for_where_one_stands_are_followed(text: str, unit: str) -> None:
    found = one(text)
    assert (found.unit, found.status) == (unit, Found.NO_SUCH_UNIT)


def test_a_provision_that_is_not_there_is_told() -> None:
    found = one("Điều 99 Luật này")
    assert (found.status, found.work) == (Found.NO_SUCH_UNIT, GARDENS)
    assert found.reason == "văn bản không có điều, khoản, điểm, phụ lục này"


def test_in_a_quote_this_law_is_the_amended_one() -> None:
    here = HERE._replace(quoted_on="luat-25-2008-qh12", quoted=True, unit="d12.k3")
    assert one("Luật này", here).work == "luat-25-2008-qh12"
    assert one("khoản 1 Điều này", here).unit == "d12.k1"


def test_an_instruction_names_places_of_the_act_it_changes() -> None:
    here = HERE._replace(amends="luat-25-2008-qh12")
    found = one("Sửa đổi khoản 2 Điều 6 như sau:", here)
    assert (found.work, found.unit) == ("luat-25-2008-qh12", "d6.k2")


def test_a_decree_does_not_call_itself_a_law() -> None:
    found = one("Luật này", Context("nghi-dinh-123-2015-nd-cp", "d1", day(2026)))
    assert (found.status, found.work) == (Found.UNKNOWN, "")


def test_a_known_act_that_is_not_held() -> None:
    found = one("Điều 5 Nghị định số 123/2015/NĐ-CP")
    assert (found.work, found.unit) == ("nghi-dinh-123-2015-nd-cp", "d5")
    assert found.status is Found.NOT_HELD


def test_an_act_that_nobody_knows_has_its_number_and_a_reason() -> None:
    found = one("Nghị định số 999/2015/NĐ-CP")
    assert (found.work, found.status) == ("nghi-dinh-999-2015-nd-cp", Found.UNKNOWN)
    assert found.reason == "số này không có trong tủ sách hay danh mục văn bản đã biết"


@pytest.mark.parametrize(
    ("on", "work"), [(2010, "luat-21-2004-qh11"), (2020, "luat-51-2014-qh13")]
)
def test_a_title_means_the_act_of_the_day(on: int, work: str) -> None:
    assert one("Luật Phá sản", Context(day=day(on))).work == work


def test_a_title_without_a_day_lists_its_candidates() -> None:
    found = one("Luật Phá sản", Context())
    assert found.status is Found.AMBIGUOUS
    assert found.candidates == ("luat-21-2004-qh11", "luat-51-2014-qh13")


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("Luật Phá sản 2004", "luat-21-2004-qh11"),
        ("Luật Phá sản ngày 14 tháng 6 năm 2014", "luat-51-2014-qh13"),
        ("Luật BHYT", "luat-25-2008-qh12"),
        ("BLHS 2015", "bo-luat-100-2015-qh13"),
        ("Luật Vườn chung", GARDENS),
    ],
)
def test_everyday_names_lead_to_the_act(text: str, work: str) -> None:
    assert one(text, Context(day=day(2026))).work == work


def test_a_year_that_no_act_of_the_name_has_leads_nowhere() -> None:
    found = one("Luật Phá sản 2019", Context(day=day(2026)))
    assert found.status is Found.UNKNOWN
    assert "không biết văn bản «Luật Phá sản»" in found.reason


def test_real_law_does_not_lead_to_specimens() -> None:
    found = one("Luật Vườn cộng đồng", Context("luat-25-2008-qh12", "d1", day(2026)))
    assert found.status is Found.UNKNOWN


def test_a_number_without_a_year_may_be_several_acts() -> None:
    found = one("Nghị quyết số 25/NQ-CP")
    assert found.candidates == (
        "nghi-quyet-25-nq-cp-2020-03-01",
        "nghi-quyet-25-nq-cp-2021-03-01",
    )
    dated = one("Nghị quyết số 25/NQ-CP ngày 01 tháng 3 năm 2021")
    assert dated.work == "nghi-quyet-25-nq-cp-2021-03-01"


def test_a_text_of_no_act_has_no_places_of_its_own() -> None:
    assert cited("theo khoản 2 Điều 5, khoản này", Context(), ACTS) == ()


def test_a_regulation_calls_itself_so_only_within() -> None:
    here = Context("quyet-dinh-4-2013-qd-ttg", "kt1.d4", day(2026))
    assert one("Quy chế này", here).unit == "kt1"
    assert one("theo Điều 7", here).unit == "kt1.d7"
    assert cited("Quy định này được dán ở xã", here._replace(unit="d4"), ACTS) == ()


@pytest.mark.parametrize(
    ("line", "text", "work"),
    [
        (
            "Nghị định số 123/2015/NĐ-CP về hộ tịch (sau đây gọi là Nghị định số 123)",
            "Điều 5 Nghị định số 123",
            "nghi-dinh-123-2015-nd-cp",
        ),
        (
            "Căn cứ Luật Phá sản ngày 14 tháng 6 năm 2004;",
            "Luật Phá sản",
            "luat-21-2004-qh11",
        ),
        (
            "Luật Chăn tằm số 7/2020/QH14 (sau đây gọi tắt là Luật)",
            "Điều 3 của Luật.",
            "luat-7-2020-qh14",
        ),
        (
            "Nghị quyết số 25/NQ-CP ngày 01 tháng 3 năm 2021",
            "Nghị quyết số 25/NQ-CP",
            "nghi-quyet-25-nq-cp-2021-03-01",
        ),
    ],
)
def test_a_document_says_what_it_calls_an_act(line: str, text: str, work: str) -> None:
    names = names_of([line, text], ACTS, day(2026))
    assert one(text, Context(day=day(2026), names=names)).work == work
