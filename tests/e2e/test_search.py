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
