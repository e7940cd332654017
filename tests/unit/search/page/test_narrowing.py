"""The search page in a real browser: groups, filters, days and places narrow."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bookcase.search.index import merge
from bookcase.search.parts import part_of
from tests.unit.search.invented import earlier, records

from .asked import TITLES, about, choose

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tests.browser import Browser


def test_the_groups_narrow_the_results(browser: Browser, site: Path) -> None:
    browser.open(f"{site.as_uri()}/tim-kiem.html?q=dang+ky")
    browser.wait_for(".tk-hit")
    browser.evaluate("document.querySelectorAll('.tk-group')[2].click()")
    browser.wait_until(f"{TITLES}.length === 1")
    assert browser.text(".tk-group[aria-pressed=true]") == "Bài viết 1"
    assert browser.evaluate(TITLES) == ["Đăng ký khai sinh cho con"]


def test_the_results_are_narrowed_and_the_address_keeps_it(
    browser: Browser, address: AbstractContextManager[str]
) -> None:
    with address as base:
        browser.open(base + "tim-kiem.html?q=cay+dat")
        browser.wait_for(".tk-hit")
        browser.click(".tk-loc summary")
        browser.wait_for("#tk-loai")
        kinds = browser.evaluate(
            "[...document.querySelector('#tk-loai').options].map(one => one.text)"
        )
        assert kinds == ["Tất cả", "Luật (2)", "Nghị định (1)"]
        choose(browser, "#tk-loai", "nghi-dinh")
        browser.wait_until("document.querySelectorAll('.tk-hits > li').length === 1")
        assert "loai=nghi-dinh" in browser.evaluate("location.search")

        browser.open(base + "tim-kiem.html?q=cay+dat&loai=luat&ngay=2025-08-01")
        browser.wait_until("document.querySelectorAll('.tk-hits > li').length === 2")
        assert "tại ngày 01/08/2025" in browser.text(".tk-said")
        links = browser.evaluate(
            "[...document.querySelectorAll('.tk-hits > li > h2 > a')].map(a => a.href)"
        )
        assert f"{base}van-ban/luat/dat-vuon/2025-07-01.html" in {
            link.partition("#")[0] for link in links
        }
        browser.open(base + "tim-kiem.html?q=cay&tt=het-hieu-luc-toan-bo")
        browser.wait_until("document.querySelectorAll('.tk-hits > li').length === 1")
        assert browser.text(".tk-loc summary") == "Lọc kết quả (1)"
        browser.open(base + "tim-kiem.html?q=cay&nam=1990&ngay=x")
        browser.wait_until(
            "document.querySelector('.tk-said').textContent.startsWith('Không có')"
        )


@pytest.mark.parametrize("group", ["bai", "khongco"])
def test_a_group_that_has_nothing_gives_way(
    browser: Browser, site: Path, group: str
) -> None:
    where = f"{site.as_uri()}/tim-kiem.html?q=dat+vuon&loai=luat&nhom={group}"
    browser.open(where)
    browser.wait_for(".tk-hit")
    assert "nhom=" not in browser.evaluate("location.search")


def test_a_day_that_is_none_is_not_taken(browser: Browser, site: Path) -> None:
    browser.open(f"{site.as_uri()}/tim-kiem.html?q=dat+vuon&ngay=2025-02-31")
    browser.wait_for(".tk-hit")
    assert "tại ngày" not in browser.text(".tk-said")


def test_the_words_of_a_day_are_found_and_their_first_day_is_told(
    browser: Browser, site: Path
) -> None:
    made = [part_of(records()), part_of(earlier())]
    merge(made, site / "assets" / "tim-kiem", {}, about())
    where = f"{site.as_uri()}/tim-kiem.html?q=dang+ky+tai+huyen"
    told = "[...document.querySelectorAll('.tk-since')].map(one => one.textContent)"
    browser.open(f"{where}&ngay=2024-12-01")
    browser.wait_until(f"{TITLES}[0] === 'Điều 2. Đăng ký đất vườn tại huyện'")
    assert browser.evaluate(told)[0] == "lời văn từ 01/07/2024"
    shown = browser.evaluate(
        "[...document.querySelectorAll('.tk-hits > li > h2 > a')].map(a => a.href)"
    )
    assert sum("dat-vuon" in one and "luat" in one for one in shown) == 1
    browser.open(where)
    browser.wait_until("!!document.querySelector('.tk-hit')")
    assert "Điều 2. Đăng ký đất vườn tại huyện" not in browser.evaluate(TITLES)
    assert browser.evaluate(told) == []


def test_what_is_local_is_shown_nearest_first(browser: Browser, site: Path) -> None:
    other = [replace(one, group="van-ban-dia-phuong") for one in records()[:8]]
    merge([part_of(other)], site / "assets" / "tim-kiem", {}, about())
    where = f"{site.as_uri()}/tim-kiem.html?q=dat+vuon&nhom=van-ban-dia-phuong"
    browser.open(where)
    browser.wait_for(".tk-hit")
    assert not browser.text(".tk-hit .tk-title").startswith("Nghị định")
    browser.evaluate("localStorage.setItem('tu-sach-xa', '38/16279')")
    browser.open(where + "&trang=1")
    browser.wait_for(".tk-hit")
    browser.wait_until(
        "document.querySelector('.tk-hit').innerText.includes('Nghị định')"
    )
    browser.evaluate("localStorage.removeItem('tu-sach-xa')")


def test_filters_count_what_is_in_the_group(browser: Browser, site: Path) -> None:
    local = [
        replace(one, group="van-ban-dia-phuong") if "nghi-dinh" in one.url else one
        for one in records()
    ]
    merge([part_of(local)], site / "assets" / "tim-kiem", {}, about())
    kinds = "[...document.querySelectorAll('#tk-loai option')].map(o => o.value)"
    for group, told in (("", {"luat", "nghi-dinh"}), ("van-ban", set())):
        browser.open(f"{site.as_uri()}/tim-kiem.html?q=dat+vuon&nhom={group}")
        browser.wait_for(".tk-hit")
        browser.click(".tk-loc summary")
        browser.wait_for("#tk-ngay")
        assert {one for one in browser.evaluate(kinds) if one} == told
