"""What a commune's page shows on a day."""

from __future__ import annotations

from datetime import date

import pytest

from bookcase.model.lists import Lists
from bookcase.model.places import Commune, Locality, Notice, Province
from bookcase.pages.catalog import catalog
from bookcase.pages.places.locality import CommunePage, DatedNotice, locality_pages
from bookcase.pages.reading.papers import Paper, Picture, Shelf
from bookcase.pages.view import Link, When
from tests.unit.pages.samples import library

LISTS = Lists(
    provinces={"01": Province("01", "Thành phố Hà Nội", "thành phố")},
    communes={"00008": Commune("00008", "01", "Phường Ngọc Hà", "phường")},
)
NOTICE = Notice("Lịch", "Chữ", date(2026, 5, 1), date(2026, 6, 1))


@pytest.mark.parametrize(
    ("day", "days"),
    [
        (date(2026, 4, 30), When(NOTICE.start, NOTICE.until, hidden=True)),
        (date(2026, 5, 1), When(None, NOTICE.until)),
        (date(2026, 5, 31), When(None, NOTICE.until)),
        (date(2026, 6, 1), None),
    ],
)
def test_a_notice_is_seen_from_its_first_day_to_the_day_before_its_end(
    day: date, days: When | None
) -> None:
    held = library(
        lists=LISTS, localities={"00008": Locality("00008", notices=(NOTICE,))}
    )
    (page,) = (
        page
        for page in locality_pages(catalog(held, day), lambda _: ())
        if isinstance(page, CommunePage)
    )
    assert page.notices == ((DatedNotice(NOTICE, days),) if days else ())


def test_a_commune_that_sent_nothing_has_a_page_all_the_same() -> None:
    seen = catalog(library(lists=LISTS), date(2026, 6, 1))
    urls = [page.url for page in locality_pages(seen, lambda _: ())]
    assert urls == [
        "dia-phuong/index.html",
        "dia-phuong/01.html",
        "dia-phuong/01/00008.html",
    ]


def test_a_commune_has_what_was_printed_for_it_and_a_board_where_there_is_one() -> None:
    seen = catalog(library(lists=LISTS), date(2026, 6, 1))
    paper = Paper(
        "Áp phích",
        "Áp phích A4",
        Link("Một bài", "to-gap/a.html"),
        "to-gap/a/ap-phich.pdf",
        1,
        23_400,
        Picture("to-gap/a/ap-phich.webp", 240, 339),
    )
    (*_, page) = locality_pages(seen, lambda _: (paper,), printed=True, board=True)
    assert isinstance(page, CommunePage)
    assert page.shelves == (Shelf("Áp phích", (paper,)),)
    assert (page.printed, page.board) == (True, True)
    assert paper.said == "PDF, 1 trang, 23 KB"
