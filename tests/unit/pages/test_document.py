"""What stands around the text of an act."""

from __future__ import annotations

from datetime import date

import pytest

from bookcase.model.act import Ends, Version, Work
from bookcase.pages.catalog import catalog
from bookcase.pages.law.document import document_pages
from bookcase.pages.view import When, label_of
from tests.unit.pages.samples import DAY, library, work

FOLDER = "van-ban/luat/2024/a"
OLD = Version(date(2024, 1, 1), path=f"{FOLDER}/2024-01-01.md")
NOW = Version(
    date(2025, 7, 1),
    text="consolidated",
    made="by-machine",
    official="22/VBHN-VPQH",
    path=f"{FOLDER}/2025-07-01.md",
    translations=(("en", f"{FOLDER}/2025-07-01.en.md"),),
)
NEXT = Version(date(2027, 1, 1), text="consolidated", path=f"{FOLDER}/2027-01-01.md")


def pages(act: Work) -> dict[str, tuple[str, ...]]:
    """Return each page's address and the words of its notices, those hidden apart."""
    seen = catalog(library(act), DAY)
    return {
        page.url: tuple(
            f"{notice.text} {notice.link.label}" if notice.link else notice.text
            for notice in page.view.notices
            if not (notice.days and notice.days.hidden)
        )
        for page in document_pages(act, seen)
    }


def test_the_act_has_a_page_and_each_of_several_versions_has_one() -> None:
    assert list(pages(work("a", versions=(OLD, NOW, NEXT)))) == [
        f"{FOLDER}.html",
        f"{FOLDER}/2024-01-01.html",
        f"{FOLDER}/2025-07-01.html",
        f"{FOLDER}/2027-01-01.html",
        f"{FOLDER}/2025-07-01.en.html",
    ]


def test_a_version_says_from_when_to_when_it_holds() -> None:
    said = pages(work("a", versions=(OLD, NOW, NEXT)))
    assert (
        "Đang xem bản có hiệu lực từ ngày 01/07/2025 đến trước ngày 01/01/2027."
        in (said[f"{FOLDER}.html"])
    )


def test_a_machines_consolidation_says_so_and_names_the_official_one() -> None:
    said = " ".join(pages(work("a", versions=(OLD, NOW)))[f"{FOLDER}.html"])
    assert "không phải văn bản hợp nhất chính thức" in said
    assert "22/VBHN-VPQH" in said


def test_another_version_than_todays_leads_to_todays() -> None:
    said = pages(work("a", versions=(OLD, NOW)))
    newer = "Đã có bản mới hơn, có hiệu lực từ ngày 01/07/2025. Xem bản hiện hành"
    assert newer in said[f"{FOLDER}/2024-01-01.html"]
    assert newer not in said[f"{FOLDER}.html"]


def test_a_specimen_is_stamped() -> None:
    assert pages(work("a", specimen=True))[f"{FOLDER}.html"][0] == (
        "VĂN BẢN MINH HỌA, không có giá trị pháp lý"
    )


def test_a_codified_text_never_says_that_it_holds_from_a_day() -> None:
    codified = Version(
        None,
        text="codified",
        seen_on="2025-11",
        complete=False,
        path=f"{FOLDER}/phap-dien-2025-11.md",
    )
    (said,) = pages(work("a", versions=(codified,))).values()
    assert " ".join(said) == (
        "Lời văn theo Bộ pháp điển tháng 11/2025; không có phần mở đầu, phụ lục và"
        " các điều đã hết hiệu lực."
    )


def test_a_date_that_is_not_told_is_not_shown() -> None:
    seen = catalog(library(work("a")), DAY)
    (page,) = document_pages(work("a"), seen)
    assert "Ngày ban hành" not in [row.term for row in page.view.card]


@pytest.mark.parametrize(
    ("type_name", "number", "title", "label"),
    [
        (
            "Luật",
            "25/2008/QH12",
            "Luật BHYT",
            "Luật BHYT số 25/2008/QH12",
        ),
        ("Nghị định", "1/2020/NĐ-CP", "Về x", "Nghị định số 1/2020/NĐ-CP Về x"),
        ("Nghị định", "1/2020/NĐ-CP", "", "Nghị định số 1/2020/NĐ-CP"),
        ("Công văn", "", "", "Công văn"),
    ],
)
def test_acts_are_named_as_citations_name_them(
    type_name: str, number: str, title: str, label: str
) -> None:
    assert label_of(type_name, number, title) == label


def test_of_many_versions_those_beside_it_are_shown_and_the_way_to_all() -> None:
    many = tuple(
        Version(date(year, 1, 1), path=f"{FOLDER}/{year}-01-01.md")
        for year in range(2016, 2027)
    )
    act = work("a", versions=many)
    shown = {
        page.url: [link.label for link in page.view.versions]
        for page in document_pages(act, catalog(library(act), DAY))
    }
    assert shown[f"{FOLDER}/2020-01-01.html"] == [
        "Từ 01/01/2019",
        "Từ 01/01/2020",
        "Từ 01/01/2021",
        "Cả 11 bản",
    ]
    assert shown[f"{FOLDER}/2016-01-01.html"][0] == "Từ 01/01/2016"


def test_a_state_to_come_waits_for_the_readers_clock() -> None:
    act = work("a", ends=Ends(date(2027, 1, 1)))
    (page,) = document_pages(act, catalog(library(act), DAY))
    told = [(badge.name, badge.days) for badge in page.view.badges]
    assert told == [
        ("Còn hiệu lực", When(None, date(2027, 1, 1))),
        ("Hết hiệu lực toàn bộ", When(date(2027, 1, 1), None, hidden=True)),
    ]
    (row,) = (row for row in page.view.card if row.term == "Tình trạng")
    assert [link.days for link in row.links] == [days for _, days in told]


def test_the_card_names_the_official_text_of_each_version() -> None:
    act = work("a", versions=(OLD, NOW))
    page, *_ = document_pages(act, catalog(library(act), DAY))
    (row,) = (
        row for row in page.view.card if row.term == "Văn bản hợp nhất chính thức"
    )
    assert [(link.label, link.note) for link in row.links] == [
        ("22/VBHN-VPQH", "bản từ 01/07/2025")
    ]


def test_a_version_is_compared_with_its_neighbours_and_with_any_other() -> None:
    act = work("a", versions=(OLD, NOW, NEXT))
    pages_ = document_pages(act, catalog(library(act), DAY))
    found = {page.url: [link.label for link in page.view.compare] for page in pages_}
    both = ["So với bản trước", "So với bản sau", "So sánh hai bản bất kỳ"]
    assert found[f"{FOLDER}.html"] == both
    assert found[f"{FOLDER}/2024-01-01.html"] == both[1:]
    alone = next(document_pages(work("b"), catalog(library(work("b")), DAY)))
    assert alone.view.compare == ()
