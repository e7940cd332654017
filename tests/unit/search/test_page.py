"""The search page in a real browser, from a folder and over http."""

from __future__ import annotations

import shutil
from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest

from bookcase.pages.shell import policy
from bookcase.search.index import write
from tests.server import serve
from tests.shared import ROOT

from .invented import records

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tests.browser import Browser

ASSETS = ROOT / "overrides" / "assets"
PAGE = f"""\
<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Tìm</title>
<link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="{policy()}">
<link rel="stylesheet" href="assets/tim-kiem.css">
</head><body class="md-typeset"><main><div id="tim-kiem" data-goc=""></div></main>
<script src="assets/js/tim-kiem.js" defer></script></body></html>
"""
TITLES = "[...document.querySelectorAll('.tk-link')].map(link => link.textContent)"
FOCUS = "document.activeElement.textContent || document.activeElement.id"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site of one page and the index of the invented records."""
    shutil.copytree(ASSETS / "js", tmp_path / "assets" / "js")
    shutil.copy(ASSETS / "css" / "tim-kiem.css", tmp_path / "assets")
    (tmp_path / "tim-kiem.html").write_text(PAGE, encoding="utf-8")
    write(records(), tmp_path / "assets" / "tim-kiem")
    return tmp_path


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, site: Path) -> AbstractContextManager[str]:
    """Return how to reach the site."""
    return serve(site) if request.param == "http" else nullcontext(f"{site.as_uri()}/")


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


def test_the_groups_narrow_the_results(browser: Browser, site: Path) -> None:
    browser.open(f"{site.as_uri()}/tim-kiem.html?q=dang+ky")
    browser.wait_for(".tk-hit")
    browser.evaluate("document.querySelectorAll('.tk-group')[2].click()")
    browser.wait_until(f"{TITLES}.length === 1")
    assert browser.text(".tk-group[aria-pressed=true]") == "Bài viết"
    assert browser.evaluate(TITLES) == ["Đăng ký khai sinh cho con"]


def test_what_titles_hold_stays_text(browser: Browser, site: Path) -> None:
    browser.errors.clear()
    browser.open(f"{site.as_uri()}/tim-kiem.html?q=%3Cscript%3El%E1%BA%A1")
    browser.wait_for(".tk-hit")
    assert "Điều 1. <script>Lạ</script>" in browser.evaluate(TITLES)
    assert 'Luật <img src="x"> & "Lạ"' in browser.evaluate(TITLES)
    inside = "document.querySelectorAll('.tk-hits img, .tk-hits script, .tk-hits b')"
    assert browser.evaluate(f"{inside}.length") == 0
    assert browser.errors == []


def test_a_damaged_piece_is_said_and_the_rest_answers(
    browser: Browser, site: Path
) -> None:
    (shard,) = (site / "assets/tim-kiem/t").iterdir()
    whole = shard.read_text("utf-8")
    shard.write_text(whole.replace("khai ", "khau "), encoding="utf-8")
    browser.open(f"{site.as_uri()}/tim-kiem.html?q=khai+sinh")
    assert "Không đọc được 1 phần" in browser.text(".tk-warning")
    assert "Không tìm thấy" in browser.text(".tk-said")

    shard.write_text(whole, encoding="utf-8")
    (shown,) = (site / "assets/tim-kiem/d").iterdir()
    shown.unlink()
    browser.open(f"{site.as_uri()}/tim-kiem.html?q=khai+sinh")
    assert "Không đọc được 1 phần" in browser.text(".tk-warning")


def test_no_index_at_all_is_said(browser: Browser, site: Path) -> None:
    shutil.rmtree(site / "assets" / "tim-kiem")
    browser.open(f"{site.as_uri()}/tim-kiem.html?q=khai+sinh")
    browser.wait_until(
        "document.querySelector('.tk-said').textContent.startsWith('Không mở được')"
    )


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wider_than_the_screen(
    browser: Browser, site: Path, width: int
) -> None:
    browser.resize(width, 800)
    browser.open(f"{site.as_uri()}/tim-kiem.html?q=dat+vuon+{'a' * 300}")
    browser.wait_for(".tk-hit")
    assert browser.evaluate("document.documentElement.scrollWidth") <= width
    browser.resize(1280, 800)
