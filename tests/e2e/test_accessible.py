"""What keyboards, screen readers and a checking program find on the pages."""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING, Any

import pytest

from tests import npm
from tests.bench.reading_axe import violations

from .outline import headings, landmarks, outline
from .site import CIRCULAR, COMMUNE, KINDS, LAW, LEAFLET
from .test_every_page import opened

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser import Browser

ACTIVE = "document.activeElement"
MARKED = f"getComputedStyle({ACTIVE}).outlineStyle !== 'none'"


@pytest.fixture(scope="module")
def axe() -> str:
    """Return the checking program."""
    there = npm.modules("pages")
    if not there:
        pytest.skip("axe is not run: `python -m tests.npm pages` was not run")
    return (there / "axe-core" / "axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("page", KINDS)
def test_axe_has_nothing_to_say(
    reader: Browser, site: Path, page: str, axe: str
) -> None:
    reader.resize(390, 844)
    for scheme in ("light", "dark"):
        feature = {"name": "prefers-color-scheme", "value": scheme}
        reader.tab.command("Emulation.setEmulatedMedia", features=[feature])
        assert violations(reader, f"{site.as_uri()}/{page}", axe) == [], scheme


@pytest.mark.parametrize("page", KINDS)
def test_a_screen_reader_finds_its_way(reader: Browser, site: Path, page: str) -> None:
    opened(reader, f"{site.as_uri()}/{page}")
    lines = outline(reader)
    assert landmarks(lines)[0] == "banner"
    assert landmarks(lines)[-1] == "contentinfo"
    assert [one for one in landmarks(lines) if one == "main"] == ["main"]
    levels = [level for level, _ in headings(lines)]
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in itertools.pairwise(levels))
    assert all(name for _, name in headings(lines))


def tab_to(reader: Browser, selector: str, most: int = 60) -> None:
    """Press Tab until the focus is there; where it stops on the way is seen."""
    for _ in range(most):
        reader.press("Tab")
        assert reader.evaluate(MARKED), reader.evaluate(f"{ACTIVE}.outerHTML")
        if reader.evaluate(f"{ACTIVE}.matches({json.dumps(selector)})"):
            return
    pytest.fail(f"{selector} is not reached by {most} times Tab")


def arrived(reader: Browser, at: str) -> None:
    """Wait until another page is there, whole."""
    ready = "document.readyState === 'complete'"
    reader.wait_until(f"{ready} && location.href.includes({json.dumps(at)})")


def test_by_keyboard_a_law_is_found_and_an_article_read(
    reader: Browser, address: str
) -> None:
    reader.open(f"{address}index.html")
    tab_to(reader, "main input[type=search]")
    for letter in "nguyen tac lap vuon":
        reader.press(letter)
    reader.press("Enter")
    arrived(reader, "tim-kiem.html")
    reader.wait_for("a.tk-link")
    assert (1, "Tìm trong tủ sách") in headings(outline(reader))
    assert "status" in outline(reader)
    tab_to(reader, f"a.tk-link[href*='{LAW}']")
    reader.press("Enter")
    arrived(reader, LAW)

    lines = outline(reader)
    names = [name for _, name in headings(lines)]
    assert any(name.startswith("Điều 4.") for name in names)
    assert "navigation Mục lục" in landmarks(lines)
    reader.press("Tab")  # on from the article that the address names
    inside = f"{ACTIVE}.closest('.bk-luat') !== null"
    assert reader.evaluate(inside)


def test_by_keyboard_the_skip_link_leads_into_the_text(
    reader: Browser, address: str
) -> None:
    reader.open(address + LAW)
    reader.press("Tab")
    assert reader.evaluate(f"{ACTIVE}.textContent") == "Đến nội dung chính"
    reader.press("Enter")
    reader.wait_until("location.hash === '#noi-dung'")
    reader.press("Tab")
    assert reader.evaluate(f"{ACTIVE}.closest('main') !== null")


def test_by_keyboard_a_communes_contacts_are_reached(
    reader: Browser, address: str
) -> None:
    reader.open(f"{address}index.html")
    tab_to(reader, "a[href='dia-phuong/index.html']")
    reader.press("Enter")
    arrived(reader, "dia-phuong/index.html")
    tab_to(
        reader,
        "main a[href$='dia-phuong/04.html'], main a[href='../dia-phuong/04.html']",
        120,
    )
    reader.press("Enter")
    arrived(reader, "dia-phuong/04.html")
    tab_to(reader, f"main a[href$='{COMMUNE.rpartition('/')[2]}']", 120)
    reader.press("Enter")
    arrived(reader, COMMUNE)

    lines = outline(reader)
    assert (2, "Liên hệ") in headings(lines)
    tab_to(reader, "a[href^='tel:']")
    spoken = [line for line in lines if line.startswith("link ")]
    assert any(line.removeprefix("link ").replace(" ", "").isdigit() for line in spoken)


def test_by_keyboard_a_quiz_is_answered(reader: Browser, address: str) -> None:
    reader.open(f"{address}trac-nghiem/hop-dong-lao-dong.html")
    reader.wait_for(".bk-hoi input[type=radio]")
    tab_to(reader, ".bk-hoi input[type=radio]")
    reader.press("ArrowDown")
    tab_to(reader, ".bk-hoi button", 3)
    reader.press("Enter")
    said = "document.querySelector('main').innerText"
    reader.wait_until(f"{said}.includes('Đã trả lời 1 trên')")
    told = outline(reader, texts=True)
    assert any("Đã trả lời 1 trên" in line for line in told)


def test_by_keyboard_a_leaflet_comes_for_ones_own_commune(
    reader: Browser, few: Path, tmp_path: Path
) -> None:
    keep = {"behavior": "allow", "downloadPath": str(tmp_path)}
    reader.tab.command("Browser.setDownloadBehavior", **keep)
    reader.open(f"{few.as_uri()}/{LEAFLET}.html")
    tab_to(reader, "#tim-xa")
    for letter in "hong tri":
        reader.press(letter)
    reader.press("Enter")
    found = "form[data-bai] li a"
    reader.wait_for(found)
    tab_to(reader, found)
    reader.press("Enter")
    said = "document.querySelector('form[data-bai] [role=status]').innerText"
    reader.wait_until(f"{said}.includes('Đã tạo tờ gấp của Xã Bảo Lạc')", 20)
    assert "status" in outline(reader)


def test_a_specimen_says_so_to_the_ear(reader: Browser, address: str) -> None:
    reader.open(address + CIRCULAR)
    said = " ".join(outline(reader, texts=True))
    assert "VĂN BẢN MINH HỌA" in said.upper()


def setting(reader: Browser, name: str, value: str) -> None:
    """Choose something in the box of the header."""
    reader.evaluate("document.querySelector('.bk-cai-dat').open = true")
    choice = f'.bk-cai-dat input[name="{name}"][value="{value}"]'
    reader.click(choice)


def looks(reader: Browser) -> Any:  # noqa: ANN401 what the page answers
    """Return size and ground of the text."""
    return reader.evaluate(
        "[getComputedStyle(document.documentElement).fontSize,"
        " getComputedStyle(document.body).backgroundColor]"
    )


def test_what_a_reader_sets_is_kept_and_comes_before_the_first_picture(
    reader: Browser, address: str
) -> None:
    reader.open(address + LAW)
    plain = looks(reader)
    setting(reader, "mau", "toi")
    setting(reader, "dong", "2.2")
    setting(reader, "chu", "khong-chan")
    size = "document.querySelector('.bk-cai-dat input[type=range]')"
    reader.evaluate(f"{size}.value = 150; {size}.dispatchEvent(new Event('input'))")
    chosen = looks(reader)
    assert chosen != plain
    assert chosen[0] == "30px"

    # By the time the body is begun, before any script of the page's end.
    early = (
        "new MutationObserver((_, me) => { if (!document.body) return;"
        " window.early = document.documentElement.style.fontSize; me.disconnect(); })"
        ".observe(document, { childList: true, subtree: true })"
    )
    script = reader.tab.command("Page.addScriptToEvaluateOnNewDocument", source=early)
    reader.open(f"{address}{COMMUNE}")
    assert reader.evaluate("window.early") == "187.5%"
    assert looks(reader) == chosen
    reader.tab.command("Page.removeScriptToEvaluateOnNewDocument", **script)
    reader.evaluate("localStorage.removeItem('tu-sach-hien-thi')")
    reader.open(address + LAW)
    assert looks(reader) == plain
    assert reader.errors == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_at_twice_the_size_nothing_sticks_out(
    reader: Browser, site: Path, width: int
) -> None:
    reader.resize(width, 800)
    reader.open(f"{site.as_uri()}/index.html")
    reader.evaluate("localStorage.setItem('tu-sach-hien-thi', '{\"co\": \"200\"}')")
    try:
        for page in KINDS:
            opened(reader, f"{site.as_uri()}/{page}")
            assert (
                reader.evaluate("getComputedStyle(document.documentElement).fontSize")
                == "40px"
            )
            wide = "document.documentElement.scrollWidth"
            assert reader.evaluate(wide) <= width, page
    finally:
        reader.evaluate("localStorage.removeItem('tu-sach-hien-thi')")


def test_the_settings_obey_the_keyboard(reader: Browser, address: str) -> None:
    reader.resize(390, 844)
    reader.open(f"{address}index.html")
    tab_to(reader, ".bk-cai-dat > summary")
    reader.press("Enter")
    reader.wait_until("document.querySelector('.bk-cai-dat form').checkVisibility()")
    tab_to(reader, ".bk-cai-dat input[type=range]", 1)
    reader.press("Escape")
    assert reader.evaluate(f"{ACTIVE}.matches('.bk-cai-dat > summary')")
    assert not reader.evaluate("document.querySelector('.bk-cai-dat').open")


def test_without_scripts_there_are_no_settings(reader: Browser, address: str) -> None:
    reader.tab.command("Emulation.setScriptExecutionDisabled", value=True)
    reader.open(f"{address}index.html")
    shown = "document.querySelector('.bk-cai-dat').checkVisibility()"
    assert not reader.evaluate(shown)
