"""Search as readers come to it: from a law's page, and as people of a commune."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from .site import COMMUNE, LAW

if TYPE_CHECKING:
    from tests.browser import Browser

FIELD = ".bk-dau input[type=search]"
FIRST = "document.querySelector('a.tk-link').getAttribute('href')"
MINE = "button[data-xa]"
KEPT = "localStorage.getItem('tu-sach-xa')"
VERSION = LAW.replace(".html", "/2024-07-01.html")


def test_an_article_that_is_asked_for_on_a_law_is_that_law_s(
    reader: Browser, address: str
) -> None:
    for page in (LAW, VERSION):
        reader.open(address + page)
        reader.type(FIELD, "điều 5")
        reader.press("Enter")
        reader.wait_for("a.tk-link")
        assert reader.evaluate(FIRST) == f"{LAW}#d5"
    assert reader.errors == []


def test_elsewhere_search_knows_no_document(reader: Browser, address: str) -> None:
    reader.open(address + COMMUNE)
    assert not reader.evaluate("!!document.querySelector('[name=vb]')")


def test_a_reader_says_which_commune_is_theirs_and_takes_it_back(
    reader: Browser, address: str
) -> None:
    reader.open(address + COMMUNE)
    assert reader.text(MINE).startswith("Đây là ")
    reader.click(MINE)
    assert reader.evaluate(KEPT) == "04/01321"
    reader.open(address + COMMUNE)
    assert reader.evaluate(f"document.querySelector('{MINE}').ariaPressed") == "true"
    reader.click(MINE)
    assert reader.evaluate(KEPT) is None
    assert reader.errors == []


def test_what_is_local_is_shown_nearest_first(reader: Browser, address: str) -> None:
    reader.open(address + COMMUNE)
    province = reader.text("h1").partition(", ")[2]
    reader.click(MINE)
    reader.open(f"{address}tim-kiem.html?q={quote(province)}&nhom=dia-phuong")
    reader.wait_for("a.tk-link")
    assert reader.evaluate(FIRST) == COMMUNE
    reader.evaluate("localStorage.clear()")


def test_who_searches_as_of_a_day_finds_what_was_law_then(
    reader: Browser, address: str
) -> None:
    said = quote("trao đổi kinh nghiệm giữa các vườn cộng đồng")
    reader.open(f"{address}tim-kiem.html?q={said}&ngay=2023-05-01")
    reader.wait_for("a.tk-link")
    assert reader.evaluate(FIRST) == LAW.replace(".html", "/2022-10-01.html#d6")
    assert reader.text(".tk-since") == "lời văn từ 01/10/2022"
    reader.open(address + reader.evaluate(FIRST))
    assert reader.text("#d6 h3, #d6 h4").startswith("Điều 6. Trao đổi kinh nghiệm")
    reader.open(f"{address}tim-kiem.html?q={said}")
    reader.wait_for("a.tk-link")
    assert "2022-10-01" not in reader.evaluate(FIRST)
    assert reader.errors == []


def test_without_scripts_the_page_leads_to_shelves_and_titles(
    reader: Browser, address: str
) -> None:
    reader.tab.command("Emulation.setScriptExecutionDisabled", value=True)
    reader.open(f"{address}tim-kiem.html?q=vườn")
    told = reader.text("#tim-kiem")
    assert "JavaScript" in told
    assert "từ A đến Z" in told
    ways = reader.evaluate(
        "[...document.querySelectorAll('#tim-kiem noscript a')].map(one => one.href)"
    )
    assert len(ways) == 3
    for way in ways:
        reader.open(way)
        assert reader.evaluate("document.querySelectorAll('main a').length") > 5
    assert reader.errors == []
