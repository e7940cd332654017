"""A shelf is narrowed and sorted in place, by mouse and keys, over http and files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser import Browser

SHELF = "ke/loai/nghi-dinh.html"
ROWS = "document.querySelectorAll('#bk-loc .bk-ke > li')"
BOX = "#bk-loc input[value='{}']"


def opened(reader: Browser, address: str, facet: str, page: str = SHELF) -> None:
    """Open a shelf, its filters, and one of these."""
    reader.open(address + page)
    reader.click(".bk-loc > summary")
    reader.wait_for(".bk-loc__o > details:not([hidden])")
    reader.evaluate(
        "[...document.querySelectorAll('.bk-loc__o > details')]"
        f".find(one => one.innerText.startsWith('{facet}')).open = true"
    )


def total(reader: Browser) -> int:
    """Return how many rows the page says there are."""
    reader.wait_until("/^Có/.test(document.querySelector('#bk-loc > p').innerText)")
    return int(reader.text("#bk-loc > p").split()[1].replace(".", ""))


def count(reader: Browser, value: str) -> int:
    """Return the number beside a value."""
    box = f'document.querySelector("{BOX.format(value)}")'
    number = reader.evaluate(f"{box}.parentElement.querySelector('small').innerText")
    return int(number)


@pytest.mark.parametrize("width", [390, 1280])
def test_a_value_leaves_as_many_rows_as_stand_beside_it(
    reader: Browser, address: str, width: int
) -> None:
    reader.resize(width, 900)
    opened(reader, address, "Năm")
    wanted = count(reader, "2024")
    reader.click(BOX.format("2024"))
    assert total(reader) == wanted
    reader.wait_until(f"{ROWS}.length === {min(wanted, 30)}")
    dates = reader.evaluate(
        f"[...{ROWS}].map(li => li.querySelector('.bk-ke__phu').innerText.slice(-10))"
    )
    assert all(one.endswith("/2024") for one in dates)
    keys = [one.split("/")[::-1] for one in dates]
    assert keys == sorted(keys, reverse=True)
    assert not reader.evaluate("document.querySelector('#bk-ke-san').checkVisibility()")
    assert reader.evaluate("document.documentElement.scrollWidth") <= width
    assert reader.errors == []


def test_two_values_of_a_facet_add_up_and_wishes_can_be_dropped(
    reader: Browser, address: str
) -> None:
    opened(reader, address, "Năm")
    both = count(reader, "2024") + count(reader, "2023")
    reader.click(BOX.format("2024"))
    reader.click(BOX.format("2023"))
    reader.wait_until("location.search.includes('nam=2024,2023')")
    assert total(reader) == both
    reader.click(".bk-loc p:last-child button")
    reader.wait_for("#bk-ke-san")
    assert reader.evaluate("location.search") == ""


def test_the_address_keeps_wishes_order_and_page(reader: Browser, address: str) -> None:
    reader.open(f"{address}{SHELF}?xep=ten&trang=2")
    reader.wait_until(f"{ROWS}.length === 30")
    assert "trang 2 trên" in reader.text("#bk-loc > p")
    before = reader.text("#bk-loc .bk-ke > li")
    reader.click("#bk-loc .bk-trang button:last-child")
    reader.wait_until("location.search.includes('trang=3')")
    first = "document.querySelector('#bk-loc .bk-ke > li').innerText"
    reader.wait_until(f"{first} !== {json.dumps(before)}")
    assert reader.evaluate("document.activeElement.closest('.bk-ke') !== null")


def test_words_come_only_with_the_rows_that_are_shown(
    reader: Browser, address: str
) -> None:
    reader.open(address + SHELF)
    assert not [one for one in reader.requests if "/assets/ke/" in one]
    reader.requests.clear()
    reader.open(f"{address}{SHELF}?nam=2024")
    reader.wait_until(f"{ROWS}.length > 20")
    pieces = [one for one in reader.requests if "/assets/ke/h/" in one]
    assert 1 <= len(pieces) <= 3


def test_filters_work_by_keys(reader: Browser, address: str) -> None:
    reader.open(address + SHELF)
    reader.evaluate("document.querySelector('.bk-loc > summary').focus()")
    reader.press("Enter")
    reader.wait_for(".bk-loc__o > details:not([hidden])")
    reader.press("Tab")
    assert reader.evaluate("document.activeElement.id") == "xep"
    reader.press("Tab")
    assert reader.evaluate("document.activeElement.tagName") == "SUMMARY"
    reader.press("Enter")
    reader.press("Tab")
    assert reader.evaluate("document.activeElement.type") == "checkbox"
    group = (
        "document.activeElement.closest('fieldset').querySelector('legend').innerText"
    )
    assert reader.evaluate(group)
    reader.press(" ")
    assert total(reader) > 0
    assert reader.evaluate("document.activeElement.checked")


def test_a_state_is_that_of_the_readers_day(reader: Browser, address: str) -> None:
    page = "ke/index.html?tinh-trang=chua-co-hieu-luc"
    reader.open(address + page)
    now = total(reader)
    assert now >= 1
    reader.wait_until(f"{ROWS}.length === {now}")
    assert reader.text("#bk-loc .bk-hieu").startswith("Chưa có hiệu lực")
    added = reader.tab.command(
        "Page.addScriptToEvaluateOnNewDocument",
        source="const real = Date.now(); const D = Date; Date = class extends D {"
        "constructor(...a) { a.length ? super(...a) : super(real + 864e5 * 2000); } };",
    )
    reader.open(address + page)
    reader.wait_for(".bk-loc__o > details:not([hidden])")
    # No act is still to come: the wish means nothing any more.
    assert reader.evaluate(
        "!document.querySelector('#bk-loc .bk-hieu.chua-co-hieu-luc')"
    )
    reader.tab.command("Page.removeScriptToEvaluateOnNewDocument", **added)


def test_without_scripts_a_shelf_is_its_list(site: Path) -> None:
    html = (site / SHELF).read_text("utf-8")
    assert html.count('class="bk-ke__ten"') == 100
    assert 'id="bk-loc" data-ke="loai=nghi-dinh"></div>' in html
    assert (site / "ke/doi-tuong/tre-em.html").exists()
