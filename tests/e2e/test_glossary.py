"""The glossary, the terms in a law, the page of its relations: as readers meet them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .site import LAW
from .test_every_page import CHECKS, opened

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser import Browser

GLOSSARY = "thuat-ngu.html"
GRAPH = f"{LAW.removesuffix('.html')}/luoc-do.html"
SIZES = ((390, 844), (1280, 900))
SPILT = """
[...document.querySelectorAll('.ld-hinh svg')].filter(one => one.checkVisibility())
  .flatMap(picture => [...picture.querySelectorAll('g')])
  .filter(group => group.querySelector(':scope > rect'))
  .flatMap(group => {
    const box = group.querySelector(':scope > rect').getBBox();
    return [...group.querySelectorAll(':scope > text')].filter(words => {
      const own = words.getBBox();
      return own.x < box.x || own.x + own.width > box.x + box.width
        || own.y < box.y || own.y + own.height > box.y + box.height;
    }).map(words => words.textContent);
  })
"""
SHOWN = (
    "[...document.querySelectorAll('.ld-hinh svg')]"
    ".filter(one => one.checkVisibility()).map(one => one.getAttribute('class'))"
)
FOCUSED = "document.activeElement.closest('svg') !== null"


def test_a_reader_finds_a_term_and_goes_to_the_provision(
    reader: Browser, address: str
) -> None:
    reader.tab.command("Emulation.setScriptExecutionDisabled", value=True)
    reader.open(address + GLOSSARY)
    reader.click("#lo-vuon + dd a, dd a[href*='#d3.k2']")
    reader.wait_until("location.hash === '#d3.k2'")
    assert "là" in reader.text("[id='d3.k2']")
    assert reader.errors == []


def test_a_term_in_the_text_leads_to_its_definition(
    reader: Browser, address: str
) -> None:
    reader.open(address + LAW)
    words = reader.text("section.article a.tu")
    reader.click("section.article a.tu")
    reader.wait_until("location.hash.startsWith('#d3.k')")
    place = reader.evaluate("document.getElementById(location.hash.slice(1)).innerText")
    assert words.lower() in place.lower()


def test_a_law_leads_to_the_page_of_its_relations(
    reader: Browser, address: str
) -> None:
    reader.open(address + LAW)
    reader.click("a[href$='luoc-do.html']")
    reader.wait_for(".ld-bang")
    groups = reader.evaluate("document.querySelectorAll('.ld-bang tbody').length")
    assert groups == reader.evaluate(
        "[...document.querySelectorAll('.ld-hinh svg')]"
        ".find(one => one.checkVisibility()).querySelectorAll('.ld-nhom').length"
    )


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_one_picture_is_shown_and_its_words_stay_in_their_boxes(
    reader: Browser, site: Path, width: int, height: int
) -> None:
    reader.resize(width, height)
    for page in sorted(site.glob("van-ban/**/luoc-do.html")):
        opened(reader, page.as_uri())
        assert reader.evaluate(SHOWN) == ["ld-hep" if width < 1100 else "ld-rong"]
        assert reader.evaluate(SPILT) == []
        wide = reader.evaluate("document.documentElement.scrollWidth")
        assert wide <= width


@pytest.mark.parametrize("page", [GLOSSARY, GRAPH])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_are_open_to_everyone(
    reader: Browser, site: Path, page: str, scheme: str
) -> None:
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    reader.tab.command("Emulation.setEmulatedMedia", features=features)
    for width, height in SIZES:
        reader.resize(width, height)
        opened(reader, f"{site.as_uri()}/{page}")
        assert reader.evaluate(f"{CHECKS}; faults()") == []
        assert reader.evaluate(f"{CHECKS}; pale(4.5)") == []


def test_the_links_of_the_picture_are_reached_by_keyboard(
    reader: Browser, site: Path
) -> None:
    opened(reader, f"{site.as_uri()}/{GRAPH}")
    reader.evaluate("document.querySelector('.ld-bang tbody:last-of-type a').focus()")
    for _ in range(10):
        reader.press("Tab")
        if reader.evaluate(FOCUSED):
            break
    href = reader.evaluate("document.activeElement.getAttribute('href')")
    assert str(href).endswith(".html")
    reader.press("Enter")
    reader.wait_until("!location.pathname.endsWith('luoc-do.html')")
