"""The first page tells what came into force, and what will, by the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bookcase.content.hub import HubPage, engine_paths, read_home
from bookcase.model.act import Version
from bookcase.pages.catalog import catalog
from bookcase.pages.shelves.calendar import calendar_page
from bookcase.pages.shelves.home import NEWEST, HomePage, home_page
from tests.shared import ROOT
from tests.unit.pages.samples import DAY, library, work

SOURCE = HubPage("Trang chủ", "Tìm luật.", "home.html", "\n# Tủ sách nhỏ\n")


def home(day: date = DAY) -> HomePage:
    """Return the first page of a bookcase with a changed act and one to come."""
    changed = replace(
        work("a"),
        versions=(Version(date(2024, 1, 1)), Version(date(2026, 5, 1))),
    )
    coming = replace(work("b"), versions=(Version(date(2026, 7, 1)),))
    more = [
        replace(work(f"c{n}"), versions=(Version(date(2020, 1, n)),))
        for n in range(1, 9)
    ]
    seen = catalog(library(changed, coming, *more), day)
    return home_page(seen, calendar_page(seen), SOURCE)


def test_what_came_into_force_last_is_told_first() -> None:
    page = home()
    assert (page.name, page.title, page.about) == (
        "Tủ sách nhỏ",
        "Trang chủ",
        "Tìm luật.",
    )
    assert len(page.past) == NEWEST
    first, second, *_ = page.past
    assert (first.day, first.said) == (
        date(2026, 5, 1),
        "Có lời văn mới sau khi được sửa đổi",
    )
    assert (second.day, second.said) == (date(2024, 1, 1), "Bắt đầu có hiệu lực")


def test_what_is_to_come_says_so_until_its_day() -> None:
    (row,) = home().coming
    assert (row.day, row.said) == (date(2026, 7, 1), "Có hiệu lực")
    assert [chip.name for chip in row.chips] == ["sắp tới", "đã đến"]
    assert [chip.days.hidden for chip in row.chips] == [False, True]
    later = home(date(2026, 7, 1))
    assert later.coming == ()
    assert later.past[0].day == date(2026, 7, 1)


def test_the_page_stands_as_long_as_no_day_of_the_content_is_passed() -> None:
    assert home(date(2026, 6, 1)) == home(date(2026, 6, 30))


def test_the_library_makes_the_page_that_is_marked_so_and_no_engine() -> None:
    content = ROOT / "content"
    assert read_home(content)
    assert "index.md" not in engine_paths(content)
    assert "huong-dan/index.md" in engine_paths(content)
