"""One's own commune, the first page, situations: as a reader meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .site import LAW

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser import Browser

MINE = "01/00008"
KEPT = "localStorage.getItem('tu-sach-xa')"


def forget(reader: Browser, address: str) -> None:
    """Open the first page as one who has chosen nothing."""
    reader.open(f"{address}index.html")
    reader.evaluate("localStorage.clear()")
    reader.open(f"{address}index.html")


def choose(reader: Browser, address: str) -> None:
    """Choose the commune whose contacts are specimens."""
    forget(reader, address)
    reader.evaluate(f"localStorage.setItem('tu-sach-xa', '{MINE}')")
    reader.open(f"{address}index.html")
    reader.wait_for("#noi-toi-o a[href^='tel:']")


def test_on_a_phone_the_first_screen_has_search_and_situations(
    reader: Browser, address: str
) -> None:
    reader.resize(390, 844)
    reader.open(f"{address}index.html")
    bottom = "document.querySelector('{}').getBoundingClientRect().bottom"
    assert reader.evaluate(bottom.format("#tim-o-nha")) < 844 / 2
    assert reader.evaluate(bottom.format(".bk-viec li:nth-child(6)")) < 844
    wide = "document.documentElement.scrollWidth"
    assert reader.evaluate(wide) <= 390


def test_a_commune_is_chosen_by_its_former_name_and_kept_on_the_device(
    reader: Browser, address: str
) -> None:
    forget(reader, address)
    reader.type("#xa-ten", "phuc xa")
    reader.wait_for(".bk-xa button")
    assert "nay thuộc Phường Hồng Hà" in reader.text(".bk-xa button")
    reader.click(".bk-xa button")
    reader.wait_until(
        "/Hồng Hà/.test(document.querySelector('#noi-toi-o h2').innerText)"
    )
    assert reader.evaluate(KEPT) == "01/00097"
    assert reader.evaluate("document.activeElement.tagName") == "H2"
    loaded = [one for one in reader.requests if "/assets/xa/" in one]
    assert len(loaded) <= 5
    reader.open(f"{address}index.html")
    reader.wait_until(
        "/Hồng Hà/.test(document.querySelector('#noi-toi-o h2').innerText)"
    )
    reader.click(".bk-xa__nut button:last-child")
    reader.wait_for("#xa-ten")
    reader.wait_until("document.activeElement.id === 'xa-ten'")
    assert reader.evaluate(KEPT) is None
    assert reader.errors == []


def test_a_divided_commune_asks_which_part(reader: Browser, address: str) -> None:
    forget(reader, address)
    reader.type("#xa-ten", "dong khe ngo quyen")
    reader.wait_for(".bk-xa button")
    assert "nay chia về 2 nơi" in reader.text(".bk-xa button")
    reader.press("Tab")
    reader.press("Tab")
    reader.press("Enter")
    reader.wait_until("document.querySelectorAll('.bk-xa button').length === 2")
    assert "đã chia về 2 nơi" in reader.text("#noi-toi-o [role=status]")
    assert reader.evaluate("document.activeElement.closest('.bk-xa') !== null")
    reader.press("Enter")
    reader.wait_until(f"{KEPT} !== null")
    assert reader.evaluate(KEPT).startswith("31/")


def test_the_chosen_commune_tells_whom_to_call_what_holds_and_what_is_read(
    reader: Browser, address: str
) -> None:
    choose(reader, address)
    words = reader.text("#noi-toi-o")
    assert words.startswith("Phường Ngọc Hà, Thành phố Hà Nội")
    for said in ("Gọi cho ai", "Công an", "Giờ phát thanh", "Thông tin minh họa"):
        assert said in words
    reader.open(f"{address}viec/mau-thuan.html")
    reader.wait_for("section[data-vai] a[href^='tel:']")
    assert "Tổ hòa giải" in reader.text("section[data-vai]")
    for page in (LAW, "hoi-dap/thua-ke.html"):
        reader.open(address + page)
        reader.wait_for("p[data-vai] a[href^='tel:']")
        assert "Ở Phường Ngọc Hà của bạn: " in reader.text("p[data-vai]")
    assert reader.errors == []


def test_who_chose_nothing_is_told_nothing(reader: Browser, address: str) -> None:
    forget(reader, address)
    reader.requests.clear()
    reader.open(address + LAW)
    assert reader.evaluate("document.querySelector('p[data-vai]').hidden")
    assert not [one for one in reader.requests if "/assets/xa/" in one]


def test_what_has_come_is_told_by_the_readers_clock(
    reader: Browser, address: str
) -> None:
    reader.open(f"{address}index.html")
    assert reader.text(".bk-moi .bk-the-moc") == "sắp tới"
    added = reader.tab.command(
        "Page.addScriptToEvaluateOnNewDocument",
        source="const real = Date.now(); const D = Date; Date = class extends D {"
        "constructor(...a) { a.length ? super(...a) : super(real + 864e5 * 400); } };",
    )
    reader.open(f"{address}index.html")
    reader.wait_until(
        "document.querySelector('.bk-moi .bk-the-moc:not([hidden])').innerText"
        " === 'đã đến'"
    )
    reader.tab.command("Page.removeScriptToEvaluateOnNewDocument", **added)


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("page", ["dia-phuong/index.html", "dia-phuong/48.html"])
def test_a_map_fits_and_is_no_second_list_for_keys(
    reader: Browser, address: str, page: str, width: int
) -> None:
    reader.resize(width, 900)
    reader.open(address + page)
    reader.wait_for(".bk-ban-do svg")
    assert reader.evaluate("document.documentElement.scrollWidth") <= width
    stops = (
        "[...document.querySelectorAll('.bk-ban-do a')].filter(a => a.tabIndex >= 0)"
    )
    assert reader.evaluate(f"{stops}.length") == 0
    listed = "new Set([...document.querySelectorAll('.bk-cot a')].map(a => a.href))"
    ways = "[...document.querySelectorAll('.bk-ban-do a:not(.bk-ban-do__dao)')]"
    told = f"(s => {ways}.every(a => s.has(new URL(a.href.baseVal, location).href)))"
    assert reader.evaluate(f"{told}({listed})")


def test_a_map_leads_to_a_place(reader: Browser, address: str) -> None:
    reader.open(f"{address}dia-phuong/index.html")
    reader.click(".bk-ban-do a[href$='dia-phuong/11.html'] path")
    reader.wait_until("location.pathname.endsWith('/dia-phuong/11.html')")


def test_without_scripts_the_page_shows_its_ways(reader: Browser, address: str) -> None:
    reader.tab.command("Emulation.setScriptExecutionDisabled", value=True)
    reader.open(f"{address}index.html")
    links = reader.tab.command(
        "Runtime.evaluate",
        expression="document.querySelectorAll('main a, .bk-viec a').length",
        returnByValue=True,
    )
    assert links["result"]["value"] > 20


def test_every_situation_leads_somewhere(site: Path) -> None:
    pages = sorted((site / "viec").glob("*.html"))
    assert len(pages) >= 12
    for page in pages:
        if page.name != "index.html":
            html = page.read_text("utf-8")
            assert "Nên đọc trước" in html, page.name
            assert 'data-vai="' in html, page.name
