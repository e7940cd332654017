"""A reader has a page read aloud, rates it, and asks the commune about it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from .learning import QA, pages, saved

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.browser import Browser


VOICES = """
window.spoken = [];
const voice = { name: 'Giọng thử', lang: 'vi-VN', localService: true };
Object.defineProperty(window, 'speechSynthesis', { value: {
  getVoices: () => window.voices ?? [voice], cancel() {}, addEventListener() {},
  removeEventListener() {},
  speak(one) { window.spoken.push(one.text); if (!window.hold) setTimeout(one.onend); }
} });
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
"""


@pytest.fixture
def voices(reader: Browser) -> Iterator[None]:
    """Give the browser a voice that notes what it says."""
    command = "Page.addScriptToEvaluateOnNewDocument"
    made = reader.tab.command(command, source=VOICES)["identifier"]
    yield
    reader.tab.command("Page.removeScriptToEvaluateOnNewDocument", identifier=made)


@pytest.mark.usefixtures("voices")
def test_a_page_is_read_aloud_sentence_by_sentence(reader: Browser, disk: str) -> None:
    reader.open(disk + QA)
    reader.evaluate("window.hold = true")
    reader.click(".bk-nghe button")
    reader.wait_for(".bk-doc")
    first = reader.evaluate("window.spoken")
    assert first == ["Giấy khai sinh là tờ giấy đầu tiên của một con người."]
    assert reader.evaluate("CSS.highlights.get('bk-doc')?.size") == 1
    marked = "[...CSS.highlights.get('bk-doc')].map(String).join()"
    assert reader.evaluate(marked) == first[0]
    buttons = "[...document.querySelectorAll('.bk-doc button')]"
    press = f"(name => {buttons}.find(b => b.textContent === name).click())"
    reader.evaluate(f"{press}('Đoạn sau')")
    assert reader.evaluate("window.spoken.at(-1)") == "Phải làm trong bao lâu?"
    reader.evaluate("window.hold = false")
    reader.evaluate(f"{press}('Tạm dừng')")
    reader.evaluate(f"{press}('Đọc tiếp')")
    reader.wait_until("!document.querySelector('.bk-doc')")
    spoken = " ".join(reader.evaluate("window.spoken"))
    assert "theo khoản 1 Điều 15 Luật Hộ tịch số 60/2014/QH13." in spoken
    assert spoken.count("Cán bộ tra cứu được thì không phải nộp") == 1
    assert reader.evaluate("CSS.highlights.has('bk-doc')") is False


@pytest.mark.usefixtures("voices")
def test_a_device_without_a_voice_is_told_how_to_get_one(
    reader: Browser, disk: str
) -> None:
    reader.open(disk + QA)
    reader.evaluate("window.voices = [{ name: 'X', lang: 'en-US' }]")
    reader.click(".bk-nghe button")
    assert "chưa có giọng đọc tiếng Việt" in reader.text(".bk-doc [role=status]")
    assert reader.evaluate("window.spoken") == []


def test_a_rating_stays_on_the_device_and_is_handed_out(
    reader: Browser, disk: str, tmp_path: Path
) -> None:
    reader.open(disk + QA)
    reader.click(".bk-danh-gia button:last-child")
    asked = reader.text(".bk-danh-gia")
    assert "Đây có phải câu trả lời bạn cần?" in asked
    assert "chỉ lưu trên máy này" in asked
    reader.type(".bk-danh-gia textarea", '=Cần ví dụ, "rõ" hơn')
    reader.press("Tab")
    way = ".bk-danh-gia a[href*='hoi-can-bo']"
    assert f"trang={QA.replace('/', '%2F')}" in reader.evaluate(
        f'document.querySelector("{way}").href'
    )
    reader.open(disk + QA)
    pressed = "document.querySelector('.bk-danh-gia [aria-pressed=true]').textContent"
    assert reader.evaluate(pressed) == "Chưa"

    reader.tab.command(
        "Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path)
    )
    reader.open(f"{disk}gop-y.html")
    reader.wait_for("#bang td")
    reader.click("#tai-json")
    assert json.loads(saved(tmp_path, "gop-y.json"))[QA]["dap"] == "Chưa"
    reader.click("#tai-csv")
    table = saved(tmp_path, "gop-y.csv")
    assert '"\'=Cần ví dụ, ""rõ"" hơn"' in table
    reader.click("#xoa")
    reader.wait_for("#chua-co")
    assert reader.evaluate("localStorage.getItem('tu-sach-gop-y')") is None


def test_a_question_becomes_a_letter_a_message_and_a_slip(
    reader: Browser, disk: str
) -> None:
    reader.evaluate("localStorage.setItem('tu-sach-xa', '04/01321')")
    reader.open(f"{disk}hoi-can-bo.html?trang={QA}&ten=Khai%20sinh")
    reader.wait_until("document.querySelector('#thu').value !== ''")
    assert "Bảo Lạc" in reader.evaluate("document.querySelector('#noi').value")
    assert reader.text("#ve-bai") == "Hỏi về bài: Khai sinh"
    reader.type("#cau", "Con tôi sinh ở nhà thì cần giấy gì?")
    letter = urlsplit(reader.evaluate("document.querySelector('#gui-thu').href"))
    assert (letter.scheme, letter.path) == ("mailto", "tuphap.01321@mau.example")
    body = parse_qs(letter.query)["body"][0]
    assert "Câu hỏi: Con tôi sinh ở nhà thì cần giấy gì?" in body
    assert "Về bài: Khai sinh" in body
    text = unquote(reader.evaluate("document.querySelector('#gui-tin').href"))
    assert text.startswith("sms:02000000204?&body=Kinh gui: ")
    assert "Con toi sinh o nha thi can giay gi?" in text
    assert reader.text("#dem") == "Tin nhắn gồm 1 phần, mỗi phần tính tiền một tin."
    (slip,) = pages(reader)
    reader.evaluate(
        "document.querySelector('#cau').value = 'Chuyện dài. '.repeat(60);"
        "document.querySelector('#cau')"
        ".dispatchEvent(new Event('input', { bubbles: true }))"
    )
    letter = urlsplit(reader.evaluate("document.querySelector('#gui-thu').href"))
    assert parse_qs(letter.query)["body"] == ["(dán nội dung vào đây)"]
    assert "Người hỏi ký tên" in slip
    assert "Soạn thư điện tử" not in slip
    reader.evaluate("localStorage.clear()")
