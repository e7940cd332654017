"""What readers come for: find a provision, read on, follow a link, take a leaflet."""

from __future__ import annotations

import shutil
import urllib.request
from typing import TYPE_CHECKING

from tests.server import serve
from tests.shared import ROOT

from .site import CIRCULAR, COMMUNE, LAW, LEAFLET, build

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser import Browser

HIT = "a.tk-link[href*='01-2022-qh15-mau.html#d4']"
TOP = "document.querySelector(location.hash).getBoundingClientRect().top"
IN_SIGHT = f"{TOP} >= 0 && {TOP} < 200"
ARRIVED = "document.readyState === 'complete' && "


def shown(reader: Browser, element: str) -> bool:
    """Tell whether what a JavaScript expression finds can be seen."""
    return bool(reader.evaluate(f"{element}.checkVisibility()"))


def press(reader: Browser, link: str) -> None:
    """Follow a link of a bar that keeps its place while the page scrolls."""
    reader.evaluate(f"document.querySelector('{link}').focus({{preventScroll: true}})")
    reader.press("Enter")


def test_from_the_home_page_to_an_article(reader: Browser, address: str) -> None:
    reader.open(f"{address}index.html")
    reader.type("#tim-o-nha", "nguyen tac lap va su dung vuon")
    reader.press("Enter")
    reader.wait_for(HIT)
    reader.click(HIT)
    reader.wait_until(f"{ARRIVED}location.pathname.endsWith('{LAW}')")

    reader.wait_until(IN_SIGHT)
    assert reader.evaluate("location.hash") == "#d4"
    look = "getComputedStyle(document.querySelector(':target > :first-child'))"
    plain = "getComputedStyle(document.querySelector('#d2 > :first-child'))"
    assert reader.evaluate(f"{look}.backgroundColor !== {plain}.backgroundColor")
    assert reader.errors == []


def test_a_link_leads_from_a_law_to_its_decree(reader: Browser, address: str) -> None:
    reader.open(address + LAW)
    folds = "document.querySelectorAll('.bk-luoc-do details')"
    reader.evaluate(f"{folds}.forEach(fold => {{ fold.open = true; }})")
    reader.click(".bk-luoc-do a[href*='/nghi-dinh/']")
    reader.wait_until(f"{ARRIVED}location.pathname.includes('/nghi-dinh/')")
    assert "Nghị định" in reader.text("h1")


def test_the_contents_lead_to_an_article(reader: Browser, address: str) -> None:
    reader.open(address + LAW)
    reader.click(".bk-muc-luc a[href='#d10']")
    reader.wait_until(f"location.hash === '#d10' && {IN_SIGHT}")
    marked = ".bk-muc-luc [aria-current]"
    reader.wait_until(f"document.querySelector(\"{marked}\")?.hash === '#d10'")


def test_on_a_phone_the_contents_fold_after_a_choice(
    reader: Browser, address: str
) -> None:
    reader.resize(390, 844)
    reader.open(address + LAW)
    entry = "document.querySelector(\".bk-muc-luc a[href='#d10']\")"
    assert not shown(reader, entry)
    reader.click(".bk-muc-luc > details > summary")
    reader.click(".bk-muc-luc a[href='#d10']")
    reader.wait_until(f"location.hash === '#d10' && {IN_SIGHT}")
    assert not shown(reader, entry)


def test_the_bar_leads_to_the_next_article_and_back(
    reader: Browser, address: str
) -> None:
    reader.open(f"{address}{LAW}#d5")
    after, before = ".bk-dieu-huong a:last-child", ".bk-dieu-huong > a"
    reader.wait_until(f"document.querySelector('{after}')?.hash === '#d5a'")
    assert reader.text(after) == "Điều 5a ›"
    press(reader, after)
    reader.wait_until(f"location.hash === '#d5a' && {IN_SIGHT}")
    reader.wait_until(f"document.querySelector('{before}').hash === '#d5'")
    press(reader, before)
    reader.wait_until(f"location.hash === '#d5' && {IN_SIGHT}")


def test_keys_move_by_article_and_lead_to_search(reader: Browser, address: str) -> None:
    reader.open(f"{address}{LAW}#d5")
    bar = "document.querySelector('.bk-dieu-huong a:last-child')"
    reader.wait_until(f"{bar}?.hash === '#d5a'")
    reader.press("]")
    reader.wait_until(f"location.hash === '#d5a' && {bar}.hash === '#d6'")
    reader.press("[")
    reader.wait_until("location.hash === '#d5'")
    reader.press("/")
    assert reader.evaluate("document.activeElement.name") == "q"
    reader.press("]")
    assert reader.evaluate("document.activeElement.value") == "]"
    assert reader.evaluate("location.hash") == "#d5"


def test_the_menu_of_a_phone_obeys_the_keyboard(reader: Browser, address: str) -> None:
    reader.resize(390, 844)
    reader.open(address + COMMUNE)
    link = "document.querySelector('.bk-danh-muc a')"
    assert not shown(reader, link)
    reader.evaluate("document.querySelector('.bk-danh-muc summary').focus()")
    reader.press("Enter")
    reader.wait_until(f"{link}.checkVisibility()")
    reader.press("Tab")
    assert reader.evaluate(f"document.activeElement === {link}")
    reader.press("Escape")
    assert not shown(reader, link)
    assert reader.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_without_scripts_texts_and_shelves_are_read(
    reader: Browser, address: str
) -> None:
    reader.tab.command("Emulation.setScriptExecutionDisabled", value=True)
    reader.open(address + LAW)
    assert "Luật này quy định" in reader.text(".bk-luat #d1")
    reader.click(".bk-muc-luc > details > summary")
    reader.click(".bk-muc-luc a[href='#d5']")
    reader.wait_until("location.hash === '#d5'")

    reader.open(f"{address}ke/loai/thong-tu-7.html")
    assert reader.evaluate("document.querySelectorAll('.bk-ke > li').length") == 100
    reader.click(".bk-trang li:last-child a")
    reader.wait_until(f"{ARRIVED}!location.pathname.endsWith('-7.html')")
    assert "trang" in reader.text(".bk-dem")

    reader.open(f"{address}tim-kiem.html")
    assert "các kệ sách" in reader.text("#tim-kiem noscript")


def test_paper_says_the_stamp_and_the_state(reader: Browser, address: str) -> None:
    reader.open(address + CIRCULAR)
    reader.tab.command("Emulation.setEmulatedMedia", media="print")
    for part in (".bk-bao--stamp", ".bk-hieu", ".bk-su-kien", ".bk-ban-dung"):
        assert reader.text(part).strip()
    for part in (".bk-dau", ".bk-muc-luc", ".bk-dieu-huong", ".bk-ban"):
        assert not shown(reader, f"document.querySelector('{part}')")


def test_a_commune_hands_out_its_leaflet(reader: Browser, tmp_path: Path) -> None:
    content, code = tmp_path / "content", COMMUNE.removesuffix(".html")
    shutil.copytree(ROOT / "content" / "_data", content / "_data")
    (content / "_data" / "situations.yml").unlink()  # they name what is not copied
    shutil.copytree(ROOT / "content" / "huong-dan", content / "huong-dan")
    for page in (ROOT / "content").glob("*.md"):
        shutil.copy(page, content)
    for kept in (f"{LEAFLET}.md", f"{code}.yml"):
        (content / kept).parent.mkdir(parents=True)
        shutil.copy(ROOT / "content" / kept, content / kept)
    pdf = f"{LEAFLET}/chung.pdf"

    with serve(build(content, tmp_path)) as base:
        reader.open(base + COMMUNE)
        address = reader.evaluate("document.querySelector('a[href$=\".pdf\"]').href")
        assert address == base + pdf
        with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own server
            assert answer.status == 200
            assert answer.read(4) == b"%PDF"
        reader.open(f"{base}{LEAFLET}.html")
        assert reader.evaluate(f"!!document.querySelector('a[href$=\"{pdf}\"]')")
