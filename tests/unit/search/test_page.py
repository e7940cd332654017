"""The search page in a real browser, from a folder and over http."""

from __future__ import annotations

import gzip
import shutil
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from bookcase.build.hub.scripts import bring
from bookcase.pages.shell import policy
from bookcase.pages.templates import environment
from bookcase.search.facts import Facts
from bookcase.search.index import merge
from bookcase.search.parts import part_of
from tests.server import serve
from tests.shared import ROOT

from .invented import earlier, records

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
<script src="assets/js/tu-sach.js"></script></head>
<body class="md-typeset"><main>%s</main></body></html>
"""
TITLES = "[...document.querySelectorAll('.tk-link')].map(link => link.textContent)"
FOCUS = "document.activeElement.textContent || document.activeElement.id"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site of one page and the index of the invented records."""
    shutil.copytree(ASSETS / "js", tmp_path / "assets" / "js")
    bring(tmp_path)
    (tmp_path / "assets" / "css").mkdir()
    shutil.copy(ASSETS / "css" / "tim-kiem.css", tmp_path / "assets" / "css")
    held = environment(ROOT / "overrides" / "bookcase").get_template("search.html")
    (tmp_path / "tim-kiem.html").write_text(PAGE % held.render(root=""), "utf-8")
    everyday = {"<i>bụi cây</i>": "cây xanh"}
    merge([part_of(records())], tmp_path / "assets" / "tim-kiem", everyday, about())
    return tmp_path


def about() -> dict[str, Facts]:
    """Return facts of the invented documents; the decree is a commune's own."""
    place = {"tinh": (("38", "Thanh Hóa"),), "xa": (("16279", "Xã Ví Dụ"),)}
    law, decree = ("luat", "Luật"), ("nghi-dinh", "Nghị định")
    turns = (
        (None, "chua-co-hieu-luc"),
        (date(2024, 7, 1), "con-hieu-luc"),
        (date(2026, 1, 1), "het-hieu-luc-toan-bo"),
    )
    versions = (date(2024, 7, 1), date(2025, 7, 1))
    return {
        "van-ban/luat/dat-vuon.html": Facts({"loai": (law,)}, turns[:2], versions),
        "van-ban/luat/cay-xanh.html": Facts({"loai": (law,)}, turns),
        "van-ban/nghi-dinh/dat-vuon.html": Facts({"loai": (decree,), **place}),
    }


def test_the_scripts_that_are_sent_are_small(site: Path) -> None:
    scripts = sorted((site / "assets" / "js").glob("tim-kiem*.js"))
    assert len(scripts) == 4
    sent = b"".join(path.read_bytes() for path in scripts)
    assert b"@param" not in sent
    assert len(gzip.compress(sent)) <= 20_000


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
    assert browser.text(".tk-group[aria-pressed=true]") == "Bài viết 1"
    assert browser.evaluate(TITLES) == ["Đăng ký khai sinh cho con"]


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


def test_a_reader_is_asked_what_was_meant(browser: Browser, site: Path) -> None:
    browser.open(f"{site.as_uri()}/tim-kiem.html?q=dat+vuom")
    assert browser.text(".tk-offer") == "Có phải bạn tìm: đất vườn?"
    browser.click(".tk-meant")
    browser.wait_until("document.querySelector('.tk-offer').hidden")
    assert browser.evaluate("document.querySelector('#tk-q').value") == "đất vườn"
    browser.open(f"{site.as_uri()}/tim-kiem.html?q=vuwowfn")
    assert browser.text(".tk-offer") == "Đang hiện kết quả cho: vườn"


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


def test_the_results_are_narrowed_and_the_address_keeps_it(
    browser: Browser, address: AbstractContextManager[str]
) -> None:
    with address as base:
        browser.open(base + "tim-kiem.html?q=cay+dat")
        browser.wait_for(".tk-hit")
        browser.click(".tk-loc summary")
        browser.wait_for("#tk-loai")
        kinds = browser.evaluate(
            "[...document.querySelector('#tk-loai').options].map(one => one.text)"
        )
        assert kinds == ["Tất cả", "Luật (2)", "Nghị định (1)"]
        choose(browser, "#tk-loai", "nghi-dinh")
        browser.wait_until("document.querySelectorAll('.tk-hits > li').length === 1")
        assert "loai=nghi-dinh" in browser.evaluate("location.search")

        browser.open(base + "tim-kiem.html?q=cay+dat&loai=luat&ngay=2025-08-01")
        browser.wait_until("document.querySelectorAll('.tk-hits > li').length === 2")
        assert "tại ngày 01/08/2025" in browser.text(".tk-said")
        links = browser.evaluate(
            "[...document.querySelectorAll('.tk-hits > li > h2 > a')].map(a => a.href)"
        )
        assert f"{base}van-ban/luat/dat-vuon/2025-07-01.html" in {
            link.partition("#")[0] for link in links
        }
        browser.open(base + "tim-kiem.html?q=cay&tt=het-hieu-luc-toan-bo")
        browser.wait_until("document.querySelectorAll('.tk-hits > li').length === 1")
        assert browser.text(".tk-loc summary") == "Lọc kết quả (1)"
        browser.open(base + "tim-kiem.html?q=cay&nam=1990&ngay=x")
        browser.wait_until(
            "document.querySelector('.tk-said').textContent.startsWith('Không có')"
        )


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


@pytest.mark.parametrize("group", ["bai", "khongco"])
def test_a_group_that_has_nothing_gives_way(
    browser: Browser, site: Path, group: str
) -> None:
    where = f"{site.as_uri()}/tim-kiem.html?q=dat+vuon&loai=luat&nhom={group}"
    browser.open(where)
    browser.wait_for(".tk-hit")
    assert "nhom=" not in browser.evaluate("location.search")


def test_a_day_that_is_none_is_not_taken(browser: Browser, site: Path) -> None:
    browser.open(f"{site.as_uri()}/tim-kiem.html?q=dat+vuon&ngay=2025-02-31")
    browser.wait_for(".tk-hit")
    assert "tại ngày" not in browser.text(".tk-said")


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


def test_the_words_of_a_day_are_found_and_their_first_day_is_told(
    browser: Browser, site: Path
) -> None:
    made = [part_of(records()), part_of(earlier())]
    merge(made, site / "assets" / "tim-kiem", {}, about())
    where = f"{site.as_uri()}/tim-kiem.html?q=dang+ky+tai+huyen"
    told = "[...document.querySelectorAll('.tk-since')].map(one => one.textContent)"
    browser.open(f"{where}&ngay=2024-12-01")
    browser.wait_until(f"{TITLES}[0] === 'Điều 2. Đăng ký đất vườn tại huyện'")
    assert browser.evaluate(told)[0] == "lời văn từ 01/07/2024"
    shown = browser.evaluate(
        "[...document.querySelectorAll('.tk-hits > li > h2 > a')].map(a => a.href)"
    )
    assert sum("dat-vuon" in one and "luat" in one for one in shown) == 1
    browser.open(where)
    browser.wait_until("!!document.querySelector('.tk-hit')")
    assert "Điều 2. Đăng ký đất vườn tại huyện" not in browser.evaluate(TITLES)
    assert browser.evaluate(told) == []


def choose(browser: Browser, selector: str, value: str) -> None:
    """Choose from a list, as a reader does."""
    browser.evaluate(
        f"(s => {{ s.value = '{value}'; s.dispatchEvent(new Event('change')) }})"
        f"(document.querySelector('{selector}'))"
    )


def test_what_is_local_is_shown_nearest_first(browser: Browser, site: Path) -> None:
    other = [replace(one, group="van-ban-dia-phuong") for one in records()[:8]]
    merge([part_of(other)], site / "assets" / "tim-kiem", {}, about())
    where = f"{site.as_uri()}/tim-kiem.html?q=dat+vuon&nhom=van-ban-dia-phuong"
    browser.open(where)
    browser.wait_for(".tk-hit")
    assert not browser.text(".tk-hit .tk-title").startswith("Nghị định")
    browser.evaluate("localStorage.setItem('tu-sach-xa', '38/16279')")
    browser.open(where + "&trang=1")
    browser.wait_for(".tk-hit")
    browser.wait_until(
        "document.querySelector('.tk-hit').innerText.includes('Nghị định')"
    )
    browser.evaluate("localStorage.removeItem('tu-sach-xa')")


def test_filters_count_what_is_in_the_group(browser: Browser, site: Path) -> None:
    local = [
        replace(one, group="van-ban-dia-phuong") if "nghi-dinh" in one.url else one
        for one in records()
    ]
    merge([part_of(local)], site / "assets" / "tim-kiem", {}, about())
    kinds = "[...document.querySelectorAll('#tk-loai option')].map(o => o.value)"
    for group, told in (("", {"luat", "nghi-dinh"}), ("van-ban", set())):
        browser.open(f"{site.as_uri()}/tim-kiem.html?q=dat+vuon&nhom={group}")
        browser.wait_for(".tk-hit")
        browser.click(".tk-loc summary")
        browser.wait_for("#tk-ngay")
        assert {one for one in browser.evaluate(kinds) if one} == told


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


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wider_than_the_screen(
    browser: Browser, site: Path, width: int
) -> None:
    browser.resize(width, 800)
    browser.open(f"{site.as_uri()}/tim-kiem.html?q=dat+vuon+{'a' * 300}")
    browser.wait_for(".tk-hit")
    assert browser.evaluate("document.documentElement.scrollWidth") <= width
    browser.resize(1280, 800)
