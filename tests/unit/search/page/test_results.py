"""The search page in a real browser: what a reader types, finds and goes through."""

from __future__ import annotations

import gzip
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bookcase.search.index import merge
from bookcase.search.parts import part_of
from tests.unit.search.invented import records

from .asked import FOCUS, TITLES

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tests.browser import Browser


def test_the_scripts_that_are_sent_are_small(site: Path) -> None:
    scripts = sorted((site / "assets" / "js").glob("tim-kiem*.js"))
    assert len(scripts) == 4
    sent = b"".join(path.read_bytes() for path in scripts)
    assert b"@param" not in sent
    assert len(gzip.compress(sent)) <= 20_000


def test_a_reader_types_and_goes_through_the_results_by_keys(
    browser: Browser, address: AbstractContextManager[str]
) -> None:
    browser.errors.clear()
    browser.requests.clear()
    with address as base:
        browser.open(base + "tim-kiem.html")
        browser.type("#tk-q", "dang ky dat vuon")
        browser.wait_until(f"{TITLES}[0] === 'Điều 2. Đăng ký đất vườn'")
        browser.wait_until("new URLSearchParams(location.search).get('q') !== null")
        assert browser.text(".tk-hit .tk-parent") == "Luật Đất vườn"
        assert browser.text(".tk-hit .tk-state") == "Còn hiệu lực"
        assert "Đang hiện" in browser.text(".tk-said")
        marked = browser.evaluate(
            "[...document.querySelector('.tk-passage').querySelectorAll('mark')]"
            ".map(mark => mark.textContent)"
        )
        assert {"đăng", "ký", "đất", "vườn"} <= set(marked)

        browser.press("ArrowDown")
        assert browser.evaluate(FOCUS) == "Điều 2. Đăng ký đất vườn"
        browser.press("Escape")
        assert browser.evaluate(FOCUS) == "tk-q"
        assert browser.evaluate("document.querySelector('.tk-link').href") == (
            base + "van-ban/luat/dat-vuon.html#d2"
        )
        asked = {one for one in browser.requests if not one.startswith("data:")}
        assert all(one.startswith(base) for one in asked)
    assert browser.errors == []


def test_the_address_holds_the_query_and_the_back_button_the_one_before(
    browser: Browser, address: AbstractContextManager[str]
) -> None:
    with address as base:
        browser.open(base + "tim-kiem.html?q=lu%E1%BA%ADt+c%C3%A2y+xanh")
        browser.wait_until(f"{TITLES}[0] === 'Luật Cây xanh'")
        browser.evaluate("document.querySelector('#tk-q').value = 'khai sinh'")
        browser.click(".tk-button")
        browser.wait_until(f"{TITLES}[0] === 'Đăng ký khai sinh cho con'")
        browser.evaluate("history.back()")
        browser.wait_until(f"{TITLES}[0] === 'Luật Cây xanh'")


def test_what_titles_hold_stays_text(browser: Browser, site: Path) -> None:
    browser.errors.clear()
    browser.open(f"{site.as_uri()}/tim-kiem.html?q=%3Cscript%3El%E1%BA%A1")
    browser.wait_for(".tk-hit")
    browser.click(".tk-others")
    browser.wait_for(".tk-within .tk-hit")
    assert "Điều 1. <script>Lạ</script>" in browser.evaluate(TITLES)
    assert 'Luật <img src="x"> & "Lạ"' in browser.evaluate(TITLES)
    inside = "document.querySelectorAll('.tk-hits img, .tk-hits script, .tk-hits b')"
    assert browser.evaluate(f"{inside}.length") == 0
    assert browser.errors == []


def test_articles_of_one_document_stand_together_and_open_in_place(
    browser: Browser, site: Path
) -> None:
    browser.open(f"{site.as_uri()}/tim-kiem.html?q=dat+vuon")
    browser.wait_for(".tk-others")
    pages = browser.evaluate(
        "[...document.querySelectorAll('.tk-hits > li > h2 > a')]"
        ".map(link => link.href.split('#')[0])"
    )
    assert len(pages) == len(set(pages)) > 1
    assert "Thêm 2 điều, mục của văn bản này" in browser.text(".tk-others")
    browser.click(".tk-others")
    browser.wait_for(".tk-within .tk-link")
    pressed = "document.querySelector('.tk-others').getAttribute('aria-expanded')"
    assert browser.evaluate(pressed) == "true"
    assert (
        browser.evaluate("document.querySelectorAll('.tk-within')[0].children.length")
        == 2
    )
    browser.click(".tk-others")
    assert browser.evaluate("document.querySelector('.tk-within').hidden")


def test_names_are_offered_while_typing_and_chosen_by_keys(
    browser: Browser, site: Path
) -> None:
    browser.errors.clear()
    browser.open(f"{site.as_uri()}/tim-kiem.html")
    browser.wait_until("!!document.querySelector('#tk-goi-y')")
    browser.type("#tk-q", "dat")
    browser.wait_for("#tk-goi-y li")
    assert browser.text("#tk-goi-y li") == "Luật Đất vườn"
    field = "document.querySelector('#tk-q')"
    assert browser.evaluate(f"{field}.getAttribute('aria-expanded')") == "true"
    browser.press("ArrowDown")
    active = browser.evaluate(f"{field}.getAttribute('aria-activedescendant')")
    assert browser.evaluate(f"document.getElementById('{active}').ariaSelected")
    browser.press("Enter")
    browser.wait_until(f"{TITLES}[0] === 'Luật Đất vườn'")
    assert browser.evaluate(f"{field}.value") == "Luật Đất vườn"
    assert browser.evaluate(f"{field}.getAttribute('aria-expanded')") == "false"

    browser.evaluate(f"{field}.value = ''")
    browser.type("#tk-q", "i bu")
    browser.wait_for("#tk-goi-y li")
    assert browser.text("#tk-goi-y li") == "<i>bụi cây</i>"
    browser.press("Escape")
    assert browser.evaluate("document.querySelector('#tk-goi-y').hidden")
    assert browser.errors == []


def test_a_number_is_not_said_twice(browser: Browser, site: Path) -> None:
    named = [
        replace(one, parent=f"{one.parent} số {one.number}") for one in records()[:3]
    ]
    merge([part_of([*named, *records()[3:]])], site / "assets" / "tim-kiem")
    browser.open(f"{site.as_uri()}/tim-kiem.html?q=c%C3%A2y+v%C6%B0%E1%BB%9Dn")
    browser.wait_for(".tk-hit")
    shown = "[...document.querySelectorAll('.tk-about')].map(one => one.textContent)"
    about = browser.evaluate(shown)
    assert any("Luật Đất vườn số 01/2024/QH15-MAU" in one for one in about)
    assert all(one.count("01/2024/QH15-MAU") < 2 for one in about)
    assert any("31/2024/QH15-MAU" in one for one in about)


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wider_than_the_screen(
    browser: Browser, site: Path, width: int
) -> None:
    browser.resize(width, 800)
    browser.open(f"{site.as_uri()}/tim-kiem.html?q=dat+vuon+{'a' * 300}")
    browser.wait_for(".tk-hit")
    assert browser.evaluate("document.documentElement.scrollWidth") <= width
    browser.resize(1280, 800)
