"""The interface in English, the language of passages, faces for their letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bookcase.build.hub.wording import read
from tests.interface import VIETNAMESE
from tests.shared import ROOT

from .site import COMMUNE, LAW

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.browser import Browser

ENGLISH = "a.bk-tieng, button.bk-tieng"
TOLD = {*read((ROOT / "overrides/ngon-ngu/en.txt").read_text("utf-8")).values()}
TURNED = "document.querySelector('.bk-loi [lang=en], .bk-dau [lang=en]:not(.bk-tieng)')"
LEFT = """(() => {
  const kept = '.bk-luat > :not(.bk-dieu-huong), .bk-bai, .bk-loi-van, .bk-muc-luc, '
    + 'svg, script, style, [translate=no]';
  return [...document.querySelectorAll(
    'button, label, legend, summary, nav[aria-label], input[placeholder], '
    + '.lv-ky, .bk-lich-su span, .bk-dieu-huong a[href="#muc-luc"], '
    + '.bk-viec a, .bk-the dt'
  )].filter(one => !one.closest(kept) && one.checkVisibility()).flatMap(one => [
    one.querySelector('a, small') ? '' : one.innerText,
    one.getAttribute('aria-label') ?? '',
    one.getAttribute('placeholder') ?? '']);
})()"""


@pytest.fixture(autouse=True)
def _forgetful(reader: Browser) -> Iterator[None]:
    """Forget which language was asked for: a file's storage is all files' storage."""
    yield
    reader.evaluate("localStorage.removeItem('tu-sach-tieng')")


def turned(reader: Browser, url: str) -> None:
    """Open a page and press the switch."""
    reader.open(url)
    reader.evaluate("localStorage.removeItem('tu-sach-tieng')")
    reader.open(url)
    reader.click("button.bk-tieng")
    reader.wait_until(f"!!{TURNED}")


def test_one_press_turns_the_words_of_every_page_and_is_remembered(
    reader: Browser, address: str
) -> None:
    turned(reader, f"{address}{LAW}")
    assert "Shelves" in reader.text(".bk-loi")
    assert reader.text("button.bk-tieng") == "Tiếng Việt"
    reader.open(f"{address}{COMMUNE}")
    reader.wait_until(f"!!{TURNED}")
    assert "Contacts" in reader.evaluate("document.body.innerText")
    reader.click("button.bk-tieng")
    reader.wait_until("document.querySelector('button.bk-tieng')?.lang === 'en'")
    assert "Kệ sách" in reader.text(".bk-loi")
    assert reader.errors == []


def test_the_words_of_law_stay_and_each_passage_says_its_language(
    reader: Browser, site: Path
) -> None:
    url = f"{site.as_uri()}/{LAW}"
    reader.open(url)
    law = reader.evaluate("document.querySelector('.bk-luat').textContent")
    turned(reader, url)
    assert reader.evaluate("document.documentElement.lang") == "vi"
    assert reader.evaluate("document.querySelector('.bk-luat').lang") == "vi"
    after = reader.evaluate("document.querySelector('.bk-luat').textContent")
    assert after[:2000] == law[:2000]
    said = reader.evaluate(
        "document.querySelector('.bk-loi a').closest('[lang]').lang +"
        "document.querySelector('.bk-loi a').innerText"
    )
    assert said == "enShelves"


@pytest.mark.parametrize(
    "page",
    [
        "index.html",
        LAW,
        COMMUNE,
        "viec/sinh-con.html",
        "ke/loai/luat.html",
        "hoi-dap/dang-ky-khai-sinh.html",
        "lich-hieu-luc.html",
        "theo-doi.html",
        "ngon-ngu.html",
        "tim-kiem.html?q=khai+sinh",
    ],
)
def test_no_label_is_left_in_vietnamese(reader: Browser, site: Path, page: str) -> None:
    turned(reader, f"{site.as_uri()}/{page}")
    reader.evaluate("new Promise(done => setTimeout(done, 400))")
    left = [
        one
        for one in reader.evaluate(LEFT)
        if VIETNAMESE.search(one) and one not in TOLD
    ]
    assert left == []


def test_on_a_shelf_titles_and_summaries_say_their_language(
    reader: Browser, site: Path
) -> None:
    reader.open(f"{site.as_uri()}/ke/chuyen-muc/hoi-dap.html")
    langs = (
        "[...document.querySelectorAll('.bk-ke li')].map(one =>"
        " [...one.querySelectorAll('a, .bk-ke__tom')].map(part => part.lang))"
    )
    said = [tuple(pair) for pair in reader.evaluate(langs)]
    assert {("", ""), ("en", "en"), ("km", "km"), ("rad", "rad")} <= set(said)
    assert all(title == summary for title, summary in said)


def test_what_is_said_in_brackets_and_beside_a_state_is_turned(
    reader: Browser, site: Path
) -> None:
    turned(reader, f"{site.as_uri()}/viec/sinh-con.html")
    reader.wait_until("document.body.innerText.includes('(questions and answers)')")
    assert "(hỏi đáp)" not in reader.evaluate("document.body.innerText")
    reader.open(f"{site.as_uri()}/ke/loai/luat.html")
    reader.wait_until("document.body.innerText.includes('In force · specimen')")


def test_what_a_script_adds_later_is_turned_too(reader: Browser, site: Path) -> None:
    turned(reader, f"{site.as_uri()}/{LAW}")
    reader.evaluate(
        "(p => { p.textContent = 'Tìm'; document.querySelector('main').append(p); })"
        "(Object.assign(document.createElement('p'), {id: 'them'}))"
    )
    reader.wait_until("document.querySelector('#them').textContent === 'Search'")
    reader.evaluate("document.querySelector('#them').textContent = 'Điều chưa dịch'")
    reader.wait_until("!document.querySelector('#them').lang")


def test_an_english_page_is_english_and_what_surrounds_it_says_so(
    reader: Browser, site: Path
) -> None:
    reader.open(f"{site.as_uri()}/en/index.html")
    assert reader.evaluate("document.documentElement.lang") == "en"
    reader.wait_until(f"!!{TURNED}")
    assert reader.text("h1") == "The law bookcase in English"
    assert "Còn hiệu lực" in reader.text("table")
    reader.tab.command("Emulation.setScriptExecutionDisabled", value=True)
    reader.open(f"{site.as_uri()}/en/index.html")
    reader.tab.command("Emulation.setScriptExecutionDisabled", value=False)
    assert reader.evaluate("document.querySelector('header').lang") == "vi"
    link = "document.querySelector('a.bk-tieng').getAttribute('href')"
    assert reader.evaluate(link) == "index.html"


def faces(reader: Browser, url: str) -> set[str]:
    """Return the files of the faces that a page has fetched."""
    reader.requests.clear()
    reader.open(url)
    reader.evaluate("document.fonts.ready.then(() => 0)")
    reader.evaluate("new Promise(done => setTimeout(done, 200))")
    return {one.rpartition("/")[2] for one in reader.requests if ".woff2" in one}


@pytest.mark.parametrize(
    ("page", "face", "family"),
    [
        ("hoi-dap/so-khan-cap-km.html", "NotoSansKhmer-Regular", "Noto Sans Khmer"),
        ("hoi-dap/so-khan-cap-rad.html", "NotoSans-Regular", "Noto Sans"),
    ],
)
def test_letters_of_a_language_come_from_a_face_of_the_site(
    reader: Browser, site: Path, page: str, face: str, family: str
) -> None:
    assert f"{face}.woff2" in faces(reader, f"{site.as_uri()}/{page}")
    used = shown(reader, ".bk-bai li")
    assert family in used


def shown(reader: Browser, selector: str) -> set[str]:
    """Return the families that an element's letters were drawn with."""
    command = reader.tab.command
    command("DOM.enable")
    command("CSS.enable")
    root = command("DOM.getDocument")["root"]["nodeId"]
    node = command("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
    told = command("CSS.getPlatformFontsForNode", nodeId=node)["fonts"]
    command("CSS.disable")
    command("DOM.disable")
    return {one["familyName"] for one in told if one["isCustomFont"]}


def test_a_page_without_such_letters_fetches_no_such_face(
    reader: Browser, site: Path
) -> None:
    fetched = faces(reader, f"{site.as_uri()}/{LAW}")
    assert fetched
    assert not any(one.startswith("Noto") for one in fetched)


def test_passages_in_another_language_say_so(reader: Browser, site: Path) -> None:
    reader.open(f"{site.as_uri()}/hoi-dap/so-khan-cap-km.html")
    langs = "[...document.querySelectorAll('main [lang]')].map(one => one.lang)"
    assert reader.evaluate("document.querySelector('h1').lang") == "km"
    assert reader.evaluate("document.querySelector('.bk-bai').lang") == "km"
    assert set(reader.evaluate(langs)) >= {"km", "vi", "hmn", "rad", "tyz"}
