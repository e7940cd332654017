"""What is new, by subject and province, and when an address last changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bookcase.model.act import Version
from bookcase.model.places import Commune, Province, Scope
from bookcase.pages.catalog import Catalog, catalog
from bookcase.pages.shelves.calendar import calendar_page
from bookcase.pages.shelves.news import (
    CHANGED,
    NEW,
    Feed,
    announced,
    feeds_of,
    follow_page,
    last_days,
)
from tests.unit.pages.samples import DAY, LISTS, library, question, repeal, work

LISTED = replace(
    LISTS,
    provinces={"04": Province("04", "Tỉnh Cao Bằng", "tỉnh")},
    communes={"01321": Commune("01321", "04", "Xã Bảo Lạc", "xã")},
)
LAW = work("a", issued=date(2023, 11, 1), subjects=("dat-dai",))
LOCAL = work("b", issued=date(2026, 5, 1), scope=Scope("commune", "01321"))
ENDING = work("c", issued=date(2026, 4, 1), effects=(repeal(LAW.id, ("d2",)),))
ASKED = replace(question("q"), published=date(2026, 5, 20), subjects=("dat-dai",))
SEEN = catalog(library(LAW, LOCAL, ENDING, publications=(ASKED,), lists=LISTED), DAY)


def feeds(seen: Catalog = SEEN) -> dict[str, Feed]:
    return {one.file: one for one in feeds_of(seen, calendar_page(seen))}


def test_what_came_last_stands_first() -> None:
    titles = [one.title for one in feeds()[NEW].news]
    assert titles == ["Hỏi đáp: Hỏi q", "Luật b số B", "Luật c số C", "Luật a số A"]


def test_what_has_changed_is_told_with_its_day() -> None:
    (entry, *_) = feeds()[CHANGED].news
    assert entry.title == "01/06/2026: Luật a số A"
    assert entry.told == DAY
    assert entry.lines == ("Bãi bỏ Điều 2 theo Điều 1 Luật số C",)


def test_a_subject_and_a_province_have_feeds_of_their_own() -> None:
    found = feeds()
    assert [one.key for one in found["theo-doi/linh-vuc/dat-dai.xml"].news] == [
        "2026-06-01 luat-a",
        "moi hoi-dap-q",
        "moi luat-a",
    ]
    assert [one.key for one in found["theo-doi/tinh/04.xml"].news] == ["moi luat-b"]


def test_a_subject_has_a_calendar_where_something_is_to_come() -> None:
    later = replace(ENDING, effects=(repeal(LAW.id, ("d2",), date(2026, 7, 1)),))
    seen = catalog(library(LAW, later, lists=LISTED), DAY)
    (subject,) = (one for one in feeds(seen).values() if "dat-dai" in one.path)
    assert subject.calendar == "theo-doi/linh-vuc/dat-dai.ics"
    assert [one.day for one in subject.ahead] == [date(2026, 7, 1)]
    assert feeds()[subject.file].calendar == ""


def test_another_day_on_which_nothing_happens_changes_no_feed() -> None:
    later = catalog(SEEN.library, DAY + timedelta(days=300))
    assert feeds(later) == feeds()


def test_the_page_leads_to_every_feed() -> None:
    page = follow_page(feeds().values())
    files = [one.url for one in page.general]
    assert files == [NEW, CHANGED, "lich-hieu-luc.xml"]
    assert [row[0].label for row in page.subjects] == ["Đất đai"]
    assert [row[0].url for row in page.provinces] == ["ke/tinh/04.html"]


def test_shelves_name_their_feed_on_each_of_their_pages() -> None:
    assert announced("ke/linh-vuc/dat-dai-2.html") == "theo-doi/linh-vuc/dat-dai.xml"
    assert announced("ke/tinh/04.html") == "theo-doi/tinh/04.xml"
    assert announced("index.html") == NEW
    assert announced("ke/loai/luat.html") == announced("ke/linh-vuc.html") == ""


def test_an_address_last_changed_on_the_last_of_its_days_that_has_come() -> None:
    texts = (
        Version(date(2024, 1, 1), path="van-ban/luat/2024/d/2024-01-01.md"),
        Version(date(2027, 1, 1), path="van-ban/luat/2024/d/2027-01-01.md"),
    )
    days = last_days(catalog(library(LAW, ENDING, work("d", versions=texts)), DAY))
    assert days["van-ban/luat/2024/a.html"] == DAY
    assert days["van-ban/luat/2024/d/"] == date(2024, 1, 1)
    assert last_days(SEEN)["hoi-dap/q.html"] == date(2026, 5, 20)
