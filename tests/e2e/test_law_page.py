"""What one does on a page of law: cite, link, read one article, find, go, report."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from tests.hostile.tiny import LAW as TINY
from tests.hostile.tiny import make

from .site import CIRCULAR, LAW
from .test_every_page import CHECKS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser import Browser

CLAUSE = "[id='d9.k1.a'] > a"
CITED = "điểm a khoản 1 Điều 9 Luật Vườn cộng đồng số 01/2022/QH15-MAU"
MENU = "dialog.bk-hop"
COPY = (
    "Object.defineProperty(navigator, 'clipboard', {configurable: true,"
    " value: {writeText: async (words) => { window.copied = words; }}})"
)
FIELD = ".lv-tim input"
COUNT = "document.querySelector('.lv-tim output').textContent"


def seen(reader: Browser, selector: str) -> bool:
    """Tell whether something on the page can be seen."""
    found = json.dumps(selector)
    return bool(
        reader.evaluate(f"!!document.querySelector({found})?.checkVisibility()")
    )


def choose(reader: Browser, label: str) -> None:
    """Press what bears a label in the open box or, without one, in the bar."""
    where = "(document.querySelector('dialog[open]') ?? document)"
    alike = f"one.textContent.startsWith({json.dumps(label)})"
    found = f"[...{where}.querySelectorAll('button, a')].find(one => {alike})"
    reader.evaluate(f"{found}.setAttribute('data-thu-nghiem', '')")
    reader.click("[data-thu-nghiem]")
    reader.evaluate(
        "document.querySelector('[data-thu-nghiem]')?.removeAttribute('data-thu-nghiem')"
    )


@pytest.fixture
def site_address(site: Path) -> str:
    """Return the site on a disk."""
    return f"{site.as_uri()}/"


@pytest.fixture(params=[390, 1280])
def page(request: pytest.FixtureRequest, reader: Browser, address: str) -> Browser:
    """Return a reader of the law, on a phone and at a desk."""
    reader.resize(request.param, 800)
    reader.open(address + LAW)
    reader.wait_for(".bk-dieu-huong")
    return reader


def test_the_number_of_a_unit_opens_its_menu(page: Browser) -> None:
    page.evaluate(COPY)
    page.click(CLAUSE)
    assert page.text(f"{MENU} .bk-phu") == CITED
    choose(page, "Chép trích dẫn")
    page.wait_until(f"window.copied === {json.dumps(CITED)}")
    assert not seen(page, MENU)

    page.press("Enter")  # the focus is on the number again
    page.wait_for(MENU)
    choose(page, "Chép liên kết")
    page.wait_until("window.copied.endsWith('#d9.k1.a')")
    assert page.evaluate("window.copied.startsWith(location.href.split('#')[0])")
    page.press("Enter")
    page.wait_for(MENU)
    page.press("Escape")
    assert page.evaluate(f"document.activeElement.matches({json.dumps(CLAUSE)})")
    assert page.errors == []


def test_a_unit_of_a_translation_has_a_menu_without_a_citation(
    reader: Browser, site_address: str
) -> None:
    reader.open(site_address + LAW.replace(".html", "/2026-01-01.en.html"))
    reader.wait_for(".bk-dieu-huong")
    reader.click(CLAUSE)
    assert reader.text(f"{MENU} h2") == "Article 9"
    assert not seen(reader, f"{MENU} .bk-phu")
    assert "Chép trích dẫn" not in reader.text(MENU)
    assert reader.errors == []


def test_the_menu_lies_within_the_screen(page: Browser) -> None:
    page.click("#d36 a")
    box = page.evaluate(
        f"(({{left, top, right, bottom}}) => [left, top, right - innerWidth,"
        f" bottom - innerHeight])"
        f"(document.querySelector('{MENU}').getBoundingClientRect())"
    )
    assert box[0] >= 0
    assert box[1] >= 0
    assert box[2] <= 0
    assert box[3] <= 0


def test_a_provision_has_a_square_for_telephones(page: Browser) -> None:
    page.click("#d5 a")
    choose(page, "Mã QR")
    if page.evaluate("location.protocol") == "file:":
        page.wait_until("!!document.querySelector('.bk-noi-qua')?.textContent")
        assert "không có mã QR" in page.text(".bk-noi-qua")
        return
    page.wait_for(".lv-qr")
    page.wait_until("document.querySelector('.lv-qr').naturalWidth > 100")
    assert page.evaluate("document.querySelector('.lv-qr').alt").endswith("#d5")
    assert page.errors == []


def test_a_provision_is_read_aloud_without_what_is_told_beside_it(
    page: Browser,
) -> None:
    page.evaluate(
        "window.spoken = [];"
        "window.SpeechSynthesisUtterance = function (words) { this.text = words; };"
        "Object.defineProperty(window, 'speechSynthesis', {value: {"
        " getVoices: () => [{name: 'Vi', lang: 'vi-VN', localService: true}],"
        " addEventListener() {}, removeEventListener() {}, cancel() {},"
        " speak(one) { window.spoken.push(one.text); setTimeout(one.onend, 5); }}}); 0"
    )
    page.click("#d15 a")
    choose(page, "Đọc to")
    page.wait_until("window.spoken.some(one => one.includes('danh sách chờ'))")
    spoken = " ".join(page.evaluate("window.spoken"))
    assert "Trả lại, thu hồi ô vườn" in spoken
    assert "Đọc thêm" not in spoken
    assert page.errors == []


def test_one_article_is_read_alone_and_its_address_can_be_sent(page: Browser) -> None:
    page.click("#d5 a")
    choose(page, "Chỉ xem Điều 5")
    assert page.evaluate("location.search + location.hash") == "?chi-xem=d5#d5"
    assert seen(page, "#d5")
    assert seen(page, "#c1 > :first-child")
    assert not seen(page, "#d4")
    assert not seen(page, "#d13")

    page.evaluate("document.querySelector('.bk-dieu-huong a:last-child').click()")
    page.wait_until("location.search === '?chi-xem=d5a'")
    page.wait_until("document.querySelector('#d5a').checkVisibility()")
    assert not seen(page, "#d5")

    page.open(page.evaluate("location.href"))
    page.wait_for(".lv-rieng")
    assert not seen(page, "#d5")
    page.click(".lv-rieng button")
    assert seen(page, "#d13")
    assert page.evaluate("location.search") == ""
    page.evaluate("history.back()")
    page.wait_until("!document.querySelector('#d13').checkVisibility()")


def test_one_article_is_printed(page: Browser) -> None:
    page.evaluate(
        "window.print = () => { window.shown = document.querySelector('#d4')"
        ".checkVisibility() + ' ' + document.querySelector('#d5')"
        ".checkVisibility(); dispatchEvent(new Event('afterprint')); }"
    )
    page.click("[id='d5.k1'] > a")
    choose(page, "In Điều 5")
    page.wait_until("window.shown === 'false true'")
    assert seen(page, "#d4")


def test_words_are_found_with_and_without_accents(page: Browser) -> None:
    page.click("[aria-label^='Tìm chữ']:not(form)")
    page.type(FIELD, "o vuon duoc")
    page.wait_until(f"{COUNT}.startsWith('1/')")
    many = int(page.evaluate(COUNT).partition("/")[2])
    words = (
        "document.querySelector('.bk-luat').innerText.normalize('NFC').toLowerCase()"
    )
    assert many >= page.evaluate(f"{words}.split('ô vườn được').length - 1") > 1
    assert page.evaluate("CSS.highlights.get('tim').size") == many

    page.press("Enter")
    page.wait_until(f"{COUNT} === '2/{many}'")
    at = page.evaluate(
        "(([range]) => [String(range), range.getBoundingClientRect().top])"
        "([...CSS.highlights.get('tim-nay')])"
    )
    assert at[0].lower() == "ô vườn được"
    assert 0 < at[1] < 800
    page.evaluate(
        "document.querySelector('.lv-tim [aria-label=\"Chỗ trước\"]').click()"
    )
    page.wait_until(f"{COUNT} === '1/{many}'")

    page.evaluate(f"document.querySelector('{FIELD}').value = ''")
    page.type(FIELD, "ô vưòn")
    page.wait_until(f"{COUNT} === 'Không thấy'")
    page.press("Escape")
    assert not seen(page, FIELD)
    assert page.evaluate("CSS.highlights.size") == 0


def test_words_in_what_is_folded_are_found_and_unfolded(page: Browser) -> None:
    fold = "document.querySelector('.bk-luat details.bk-sua')"
    word = page.evaluate(f"{fold}.querySelector('p').textContent.slice(0, 40)")
    page.click("[aria-label^='Tìm chữ']:not(form)")
    page.evaluate(f"document.querySelector('{FIELD}').value = {json.dumps(word)}")
    page.evaluate(
        f"document.querySelector('{FIELD}').dispatchEvent(new Event('input'))"
    )
    page.wait_until(f"{COUNT}.startsWith('1/')")
    assert page.evaluate(
        "[...CSS.highlights.get('tim-nay')][0]"
        ".startContainer.parentElement.closest('details').open"
    )


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("5", "d5"),
        ("điều 5a", "d5a"),
        ("d5k2", "d5.k2"),
        ("k2 d5", "d5.k2"),
        ("9.1.a", "d9.k1.a"),
        ("Điểm A khoản 1 Điều 9", "d9.k1.a"),
        ("d3k8a", "d3.k8a"),
        ("d16 k1b1", "d16.k1.b1"),
        ("chương II", "c2"),
    ],
)
def test_the_key_g_leads_to_what_one_names(
    reader: Browser, site_address: str, said: str, unit: str
) -> None:
    reader.open(site_address + LAW)
    reader.wait_for(".bk-dieu-huong")
    reader.press("g")
    reader.type(f"{MENU} input", said)
    reader.press("Enter")
    reader.wait_until(f"location.hash === '#{unit}'")
    assert not seen(reader, MENU)


def test_what_is_not_there_is_told(reader: Browser, site_address: str) -> None:
    reader.open(site_address + LAW)
    reader.wait_for(".bk-dieu-huong")
    reader.click("[aria-label^='Đến một']")
    reader.type(f"{MENU} input", "500")
    reader.press("Enter")
    reader.wait_until(
        "document.querySelector('dialog [role=status]').textContent.includes('Không')"
    )
    reader.evaluate("document.querySelector('dialog input').value = ''")
    reader.type(f"{MENU} input", "d5k99")
    reader.press("Enter")
    reader.wait_until("location.hash === '#d5'")
    reader.wait_until(
        "document.querySelector('.bk-noi-qua')?.textContent.includes('Điều 5')"
    )


def test_the_list_of_keys_says_what_works_on_a_page_and_can_switch_it_off(
    reader: Browser, site_address: str
) -> None:
    reader.open(f"{site_address}ke/index.html")
    reader.press("?")
    assert "/" in reader.text(MENU)
    assert "Điều sau" not in reader.text(MENU)
    reader.press("Escape")
    reader.open(site_address + LAW)
    reader.wait_for(".bk-dieu-huong")
    reader.press("?")
    assert "Điều sau" in reader.text(MENU)
    reader.click(f"{MENU} input[type=checkbox]")
    reader.press("Escape")
    reader.press("g")
    assert not seen(reader, MENU)
    choose(reader, "Phím tắt")
    reader.click(f"{MENU} input[type=checkbox]")
    reader.press("Escape")
    reader.press("g")
    assert seen(reader, MENU)


def test_a_report_says_page_unit_version_and_words(page: Browser) -> None:
    page.click(CLAUSE)
    choose(page, "Báo sai sót")
    page.wait_for("#bao-sai-sot")
    value = "document.querySelector('#bao-sai-sot [name={}]').value"
    assert "Luật Vườn cộng đồng" in page.evaluate(value.format("trang"))
    assert LAW in page.evaluate(value.format("trang"))
    assert page.evaluate(value.format("dan")) == CITED
    assert page.evaluate(value.format("ban")) == "Từ 01/01/2026"
    assert "Đơn đăng ký" in page.evaluate(value.format("loi"))

    page.evaluate(COPY)
    page.type("#bao-dung", "Thiếu dấu phẩy")
    choose(page, "Chép lời báo")
    page.wait_until("!!window.copied")
    report = page.evaluate("window.copied")
    for words in (LAW, CITED, "Mã chỗ: d9.k1.a", "Từ 01/01/2026", "Thiếu dấu phẩy"):
        assert words in report
    page.tab.command("Emulation.setEmulatedMedia", media="print")
    assert seen(page, ".bao-ky")
    assert not seen(page, ".bao-nut")
    assert page.errors == []


def test_a_report_goes_to_the_officer_of_the_readers_commune(
    reader: Browser, address: str
) -> None:
    reader.open(f"{address}bao-sai-sot.html")
    assert "chưa khai địa chỉ" in reader.text("#bao-noi")
    reader.evaluate("localStorage.setItem('tu-sach-xa', '04/01321')")
    reader.open(f"{address}bao-sai-sot.html")
    where = "document.querySelector('#bao-noi').textContent"
    reader.wait_until(f"{where} === 'Gửi tới: tuphap.01321@mau.example'")
    reader.evaluate("localStorage.removeItem('tu-sach-xa')")


def test_a_report_goes_to_the_editors_that_the_configuration_names(
    reader: Browser, tmp_path: Path
) -> None:
    tiny = make(tmp_path)
    config = tiny.place / "mkdocs.yml"
    text = config.read_text("utf-8")
    named = "  - bookcase-site:\n      contact: sua@tu-sach.example\n"
    config.write_text(text.replace("  - bookcase-site\n", named), "utf-8")
    built = tiny.build()
    assert 'href="mailto:sua@tu-sach.example"' in built.page(f"{TINY}.html")
    reader.open((built.site / "bao-sai-sot.html").as_uri())
    reader.wait_for("#bao-noi")
    assert reader.text("#bao-noi") == "Gửi tới: sua@tu-sach.example"


def test_every_page_leads_to_the_report_and_says_which_it_is(
    reader: Browser, address: str
) -> None:
    reader.open(address + CIRCULAR)
    reader.evaluate(
        "document.querySelector('.bk-cuoi a[href*=\"bao-sai-sot\"]')"
        ".addEventListener('click', event => event.preventDefault())"
    )
    reader.click(".bk-cuoi a[href*='bao-sai-sot']")
    link = reader.evaluate(
        "document.querySelector('.bk-cuoi a[href*=\"bao-sai-sot\"]').href"
    )
    assert parse_qs(urlsplit(link).query)["trang"] == [CIRCULAR]
    assert unquote(urlsplit(link).path).endswith("/bao-sai-sot.html")


def test_what_explains_a_provision_stands_beside_it(page: Browser) -> None:
    link = "[id='d15'] .bk-them a[href$='hoi-dap/tra-lai-o-vuon.html']"
    assert "ô vườn" in page.text(link)
    assert "hỏi đáp" in page.text("#d15 .bk-them")
    assert page.text("#d9 .bk-them").endswith("(biểu mẫu)")
    summary = page.text(".lv-noi-gon")
    assert summary.startswith("Nói gọn.")
    assert page.evaluate("document.querySelector('.lv-noi-gon a').href").endswith(
        "gioi-thieu/luat-vuon-cong-dong.html"
    )


def test_the_text_is_handed_over_as_a_file(page: Browser) -> None:
    page.evaluate(
        "URL.createObjectURL = blob => { blob.text().then(t => { window.file = t; });"
        " return '#'; }"
    )
    page.evaluate(
        "document.querySelectorAll('.bk-thong-tin').forEach(d => { d.open = true; })"
    )
    choose(page, "Tải lời văn")
    page.wait_until("!!window.file")
    told = page.evaluate("window.file").split("\n")
    assert told[0].startswith("01/2022/QH15-MAU")
    assert any("VĂN BẢN MINH HỌA" in line.upper() for line in told)
    assert any(line.startswith("Đang xem bản có hiệu lực từ") for line in told)
    assert "a) Đơn đăng ký có chữ ký của đại diện các hộ tham gia;" in told
    assert not any("Đọc thêm" in line for line in told)
    page.evaluate("window.file = ''")
    choose(page, "Tải dữ liệu")
    page.wait_until("!!window.file")
    about = json.loads(page.evaluate("window.file"))
    assert "01/2022/QH15-MAU" in json.dumps(about, ensure_ascii=False)


def test_boxes_are_open_to_everyone(page: Browser) -> None:
    page.click(CLAUSE)
    assert page.evaluate(f"{CHECKS}; faults()") == []
    assert page.evaluate(f"{CHECKS}; pale(4.5)") == []
