"""The search page in a real browser: what is missing, odd or damaged is told."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from tests.server import serve

from .asked import TITLES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser import Browser


def test_a_damaged_piece_is_said_and_the_rest_answers(
    browser: Browser, site: Path
) -> None:
    (shard,) = (site / "assets/tim-kiem/t").iterdir()
    whole = shard.read_text("utf-8")
    shard.write_text(whole.replace("khai ", "khau "), encoding="utf-8")
    browser.open(f"{site.as_uri()}/tim-kiem.html?q=khai+sinh")
    assert "Không đọc được 1 phần" in browser.text(".tk-warning")
    assert browser.text(".tk-said").startswith("Chưa đọc được kết quả nào")
    assert "tên từ A đến Z" in browser.text(".tk-elsewhere")

    shard.write_text(whole, encoding="utf-8")
    (shown,) = (site / "assets/tim-kiem/d").iterdir()
    shown.unlink()
    browser.open(f"{site.as_uri()}/tim-kiem.html?q=khai+sinh")
    assert "Không đọc được 1 phần" in browser.text(".tk-warning")


def test_a_reader_is_asked_what_was_meant(browser: Browser, site: Path) -> None:
    browser.open(f"{site.as_uri()}/tim-kiem.html?q=dat+vuom")
    assert browser.text(".tk-offer") == "Có phải bạn tìm: đất vườn?"
    browser.click(".tk-meant")
    browser.wait_until("document.querySelector('.tk-offer').hidden")
    assert browser.evaluate("document.querySelector('#tk-q').value") == "đất vườn"
    browser.open(f"{site.as_uri()}/tim-kiem.html?q=vuwowfn")
    assert browser.text(".tk-offer") == "Đang hiện kết quả cho: vườn"


def test_a_number_that_no_document_has_is_said_and_another_is_offered(
    browser: Browser, site: Path
) -> None:
    browser.open(f"{site.as_uri()}/tim-kiem.html?q=13/2024/QH15-MAU")
    browser.wait_until("!document.querySelector('.tk-offer').hidden")
    assert browser.text(".tk-offer") == "Có phải bạn tìm: 31/2024/QH15-MAU?"
    assert browser.text(".tk-said").startswith("Tủ sách chưa có văn bản mang đúng")
    browser.click(".tk-meant")
    browser.wait_until(f"{TITLES}[0] === 'Luật Cây xanh'")
    assert browser.text(".tk-hit .tk-number") == "31/2024/QH15-MAU"


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("điều 99 luật đất vườn", "Không có Điều 99 của «Luật Đất vườn». Đang hiện"),
        ("k9 đ2 luật đất vườn", "Không có khoản 9 trong Điều 2 của «Luật Đất vườn»."),
        ("k2 đ2 luật đất vườn", "Đang hiện"),
        ("điều 2 luật đất vườn", "Đang hiện"),
    ],
)
def test_an_article_or_a_clause_that_is_not_there_is_told(
    browser: Browser, site: Path, query: str, told: str
) -> None:
    browser.open(f"{site.as_uri()}/tim-kiem.html?q={quote(query)}")
    browser.wait_for(".tk-hit")
    assert browser.text(".tk-said").startswith(told)


def test_who_finds_nothing_in_quotes_may_search_without_them(
    browser: Browser, site: Path
) -> None:
    said = quote('"dat vuon" ho so')
    browser.open(f"{site.as_uri()}/tim-kiem.html?q={said}")
    browser.wait_for(".tk-meant")
    assert browser.text(".tk-offer").endswith("Tìm không có ngoặc kép")
    browser.click(".tk-meant")
    browser.wait_for(".tk-hit")
    assert browser.evaluate("document.querySelector('#tk-q').value") == "dat vuon ho so"


ODD = ("đất " * 2500, "🙂🙂", "<img src=x onerror=alert(1)>", "(.*)+[", "\\", '"', "-")


@pytest.mark.parametrize("typed", ODD)
def test_odd_words_are_answered_calmly(
    browser: Browser, site: Path, typed: str
) -> None:
    browser.errors.clear()
    browser.open(f"{site.as_uri()}/tim-kiem.html?q={quote(typed)}")
    browser.wait_until("document.querySelector('.tk-said').textContent.length > 12")
    assert browser.evaluate("document.querySelectorAll('.tk-hits img').length") == 0
    assert browser.errors == []


def test_two_tabs_do_not_harm_each_other(browser: Browser, site: Path) -> None:
    with serve(site) as base:
        browser.open(f"{base}tim-kiem.html?q=khai+sinh")
        browser.wait_for(".tk-hit")
        other = f"{base}tim-kiem.html?q=c%C3%A2y+xanh"
        browser.evaluate(f"void (window.other = open({other!r}))")
        browser.wait_until("!!window.other.document?.querySelector('.tk-hit')")
        assert browser.evaluate(TITLES)[0] == "Đăng ký khai sinh cho con"
        browser.evaluate("window.other.close()")


def test_a_slow_disk_is_told_of_and_the_last_words_win(
    browser: Browser, site: Path
) -> None:
    slow = {"offline": False, "downloadThroughput": -1, "uploadThroughput": -1}
    with serve(site) as base:
        browser.tab.command("Network.setCacheDisabled", cacheDisabled=True)
        browser.open(f"{base}tim-kiem.html")
        browser.tab.command("Network.emulateNetworkConditions", **slow, latency=900)
        browser.evaluate("document.querySelector('#tk-q').value = 'khai sinh'")
        browser.click(".tk-button")
        assert browser.text(".tk-said") == "Đang tìm …"
        browser.evaluate("document.querySelector('#tk-q').value = 'cây xanh'")
        browser.click(".tk-button")
        browser.wait_until(f"{TITLES}[0] === 'Luật Cây xanh'")
        assert "Đăng ký khai sinh cho con" not in browser.evaluate(TITLES)
        assert browser.evaluate("document.querySelector('.tk-warning').hidden")
        browser.tab.command("Network.emulateNetworkConditions", **slow, latency=0)
        browser.tab.command("Network.setCacheDisabled", cacheDisabled=False)


def test_a_damaged_directory_is_said_and_read_again(
    browser: Browser, site: Path
) -> None:
    directory = site / "assets" / "tim-kiem" / "muc-luc.js"
    whole = directory.read_text("utf-8")
    directory.write_text(whole.replace("cay xanh", "cay"), encoding="utf-8")
    browser.open(f"{site.as_uri()}/tim-kiem.html?q=khai+sinh")
    browser.wait_until(
        "document.querySelector('.tk-said').textContent.startsWith('Không mở được')"
    )
    directory.write_text(whole, encoding="utf-8")
    browser.click(".tk-button")
    browser.wait_for(".tk-hit")


def test_no_index_at_all_is_said(browser: Browser, site: Path) -> None:
    shutil.rmtree(site / "assets" / "tim-kiem")
    browser.open(f"{site.as_uri()}/tim-kiem.html?q=khai+sinh")
    browser.wait_until(
        "document.querySelector('.tk-said').textContent.startsWith('Không mở được')"
    )
