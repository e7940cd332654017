"""A reader learns, is asked, is marked; a teacher sets and marks; nothing is sent."""

from __future__ import annotations

import base64
import csv
import json
import re
import time
from io import BytesIO
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote, urlsplit

import pypdfium2
import pytest
from PIL import Image

from tests.quizmarks import code, marks
from tests.server import serve

from .test_every_page import CHECKS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.browser import Browser

NAME = "hop-dong-lao-dong"
QUIZ = f"trac-nghiem/{NAME}.html"
QA = "hoi-dap/dang-ky-khai-sinh.html"
COURSE = "khoa-hoc/hoa-giai-vien-moi.html"
FILM = "da-phuong-tien/khi-nha-bi-chay.html"
ASKED = "document.querySelectorAll('.bk-hoi')"
OUT = "#ma"


@pytest.fixture
def disk(reader: Browser, site: Path) -> Iterator[str]:
    """Return the address of the site on a disk, for a reader whose device is empty."""
    base = f"{site.as_uri()}/"
    reader.open(f"{base}hoc.html")
    reader.evaluate("localStorage.clear()")
    yield base
    assert reader.errors == []
    assert [one for one in reader.requests if not one.startswith((base, "data:"))] == []


def quiz_data(site: Path, name: str = NAME) -> dict[str, Any]:
    """Return what the script of a quiz holds."""
    script = (site / f"trac-nghiem/{name}.js").read_text(encoding="utf-8")
    return dict(json.loads(script.partition("]=")[2].rstrip(";\n")))


def focus(reader: Browser, which: int, inside: str) -> None:
    reader.evaluate(f"{ASKED}[{which}].querySelector('{inside}').focus()")


def said(reader: Browser, which: int) -> str:
    return str(
        reader.evaluate(
            f"{ASKED}[{which}].querySelector('.bk-giai')?.textContent ?? ''"
        )
    )


def keys(reader: Browser, *names: str) -> None:
    for one in names:
        reader.press(one)


def test_each_kind_of_question_is_answered_by_keyboard(
    reader: Browser, disk: str
) -> None:
    reader.open(disk + QUIZ)
    reader.wait_for(".bk-hoi")
    focus(reader, 0, "input")
    keys(reader, " ", "Tab", "Enter")
    assert said(reader, 0).startswith("✓ Đúng. ")
    assert "Căn cứ: khoản 2 Điều 13" in said(reader, 0)
    focus(reader, 1, "input")
    keys(reader, " ", "Tab", " ", "Tab", "Tab", " ", "Tab", "Enter")
    assert said(reader, 1).startswith("✓ Đúng. ")
    focus(reader, 2, "input")
    keys(reader, " ", "Tab", "Enter")
    assert said(reader, 2).startswith("✗ Chưa đúng. ")
    focus(reader, 3, "input")
    keys(reader, " ", "ArrowDown", "Tab", "Enter")
    assert said(reader, 3).startswith("✗ Chưa đúng. ")
    assert "đúng 2 câu" in reader.text(".bk-diem p")


def test_an_order_is_put_right_by_keyboard_and_told_aloud(
    reader: Browser, disk: str, site: Path
) -> None:
    reader.open(disk + QUIZ)
    reader.wait_for(".bk-xep")
    wanted = next(one for one in quiz_data(site)["cau"] if one["kieu"] == "order")
    rows = "[...document.querySelectorAll('.bk-xep li')].map(r => r.dataset.loi)"
    assert reader.evaluate(rows) != wanted["chon"]
    for place, words in enumerate(wanted["chon"]):
        at = reader.evaluate(rows).index(words)
        label = json.dumps(f"Đưa lên: {words}")
        reader.evaluate(f"document.querySelector(`[aria-label={label}]`).focus()")
        for _ in range(at - place):
            reader.press("Enter")
            focused = "document.activeElement.getAttribute('aria-label')"
            assert reader.evaluate(focused) == f"Đưa lên: {words}"
    assert reader.evaluate(rows) == wanted["chon"]
    told = reader.evaluate("document.querySelector('.bk-xep + p').textContent")
    assert re.search(r": thứ \d trên 4$", told)
    reader.click(".bk-hoi:has(.bk-xep) > button")
    giai = "document.querySelector('.bk-hoi:has(.bk-xep) .bk-giai').textContent"
    assert reader.evaluate(giai).startswith("✓ Đúng.")


def test_an_order_is_put_by_dragging(reader: Browser, disk: str) -> None:
    reader.open(disk + QUIZ)
    reader.wait_for(".bk-xep")
    spots = reader.evaluate(
        "(() => { const list = document.querySelector('.bk-xep');"
        "list.scrollIntoView({block: 'center', behavior: 'instant'});"
        "return [...list.children].map(r => { const b = r.firstElementChild"
        ".getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2,"
        "r.dataset.loi]; }); })()"
    )
    (x, y, first), (_, to, _) = spots[0], spots[2]
    for event, at in (
        ("mousePressed", y),
        ("mouseMoved", y + 20),
        ("mouseMoved", to + 8),
        ("mouseReleased", to + 8),
    ):
        reader.tab.command(
            "Input.dispatchMouseEvent", type=event, x=x, y=at, button="left",
            buttons=int(event != "mouseReleased"), clickCount=1,
        )  # fmt: skip
    rows = "[...document.querySelectorAll('.bk-xep li')].map(r => r.dataset.loi)"
    assert reader.evaluate(rows)[2] == first


def test_answers_stay_on_the_device_until_one_begins_anew(
    reader: Browser, disk: str
) -> None:
    reader.open(disk + QUIZ)
    reader.click(".bk-hoi .bk-chon")
    reader.click(".bk-hoi > button")
    reader.open(disk + QUIZ)
    reader.wait_for(".bk-giai")
    assert "Đã trả lời 1 trên 10 câu, đúng 1 câu." in reader.text(".bk-diem p")
    reader.evaluate(
        "[...document.querySelectorAll('#lam-thu button')]"
        ".find(b => b.textContent === 'Làm lại từ đầu').click()"
    )
    assert "Đã trả lời 0 trên 10 câu" in reader.text(".bk-diem p")
    assert reader.evaluate(f"localStorage.getItem('tu-sach-bai:{NAME}')") is None


def test_without_scripts_the_answers_lie_folded(reader: Browser, disk: str) -> None:
    reader.tab.command("Emulation.setScriptExecutionDisabled", value=True)
    reader.open(disk + QUIZ)
    shown = "document.querySelectorAll('.bk-trac-nghiem details').length"
    hidden = "document.querySelector('#lam-thu').offsetHeight"
    assert (reader.evaluate(shown), reader.evaluate(hidden)) == (10, 0)
    assert reader.evaluate(
        "document.querySelector('.bk-trac-nghiem').getClientRects().length"
    )


def pages(reader: Browser) -> list[str]:
    """Return the words of the printed pages."""
    data = reader.tab.command("Page.printToPDF")["data"]
    printed = pypdfium2.PdfDocument(BytesIO(base64.b64decode(data)))
    return [
        " ".join(page.get_textpage().get_text_bounded().split()) for page in printed
    ]


def test_the_paper_has_no_answers_but_a_key_on_its_last_page(
    reader: Browser, disk: str
) -> None:
    reader.open(disk + QUIZ)
    reader.wait_for(".bk-hoi")
    *paper, key = pages(reader)
    asked = " ".join(paper)
    assert "Họ và tên:" in paper[0]
    assert "Hợp đồng lao động phải được ký khi nào?" in asked
    assert "Người sử dụng lao động phải giao kết hợp đồng" not in asked
    assert "Đáp án" not in asked
    assert "Trả lời" not in asked
    assert re.match(r"\d / \d Đáp án Câu 1: A\.", key)
    assert "Trả lời" not in key
    assert "Câu 8.2: A, B, C" in key


def begin(reader: Browser, url: str, name: str = "Lò Thị Ví Dụ") -> None:
    """Open what is set, and begin under a name."""
    reader.open(url)
    reader.type("#ho-ten", name)
    reader.press("Enter")
    reader.wait_for(".bk-hoi")


def hand_in(reader: Browser) -> str:
    """Hand in, whatever is open yet; return the code."""
    for _ in range(2):
        if reader.evaluate("document.querySelector('#ket-qua').hidden"):
            reader.click("#nop")
    reader.wait_for("#ket-qua")
    return reader.text(OUT)


def test_a_class_is_set_by_a_link_and_marked_by_its_codes(
    reader: Browser, disk: str, site: Path
) -> None:
    reader.open(f"{disk}cham-bai.html")
    reader.click(f"[value='{NAME}']")
    reader.wait_for(".bk-giao fieldset input")
    reader.evaluate(
        "document.querySelectorAll('.bk-giao fieldset input').forEach((b, at) => "
        "{ if (at !== 0 && at !== 7) b.click(); })"
    )
    reader.type("#lop", "9A1")
    reader.evaluate("document.querySelector('#giao-bai [name=xao]').click()")
    reader.click("#cach-giao button")
    link = reader.evaluate("document.querySelector('#duong-dan input').value")
    version = quiz_data(site)["ban"]
    assert link.endswith(f"lam-bai.html?bai={NAME}~{version}:1.8&phut=12&lop=9A1")
    assert reader.evaluate("document.querySelector('#duong-dan img').naturalWidth") > 90

    begin(reader, link)
    assert reader.evaluate("document.querySelector('#lop').value") == "9A1"
    assert reader.evaluate(f"{ASKED}.length") == 4
    for which, answer in enumerate((0, 1, 0, 0)):
        reader.evaluate(f"{ASKED}[{which}].querySelectorAll('input')[{answer}].click()")
    told = hand_in(reader)
    assert reader.text("#diem") == "Đúng 3 trên 4 câu, đạt 75 %."
    assert reader.evaluate("document.querySelector('#ma-qr img').naturalWidth") > 90
    (paper,) = pages(reader)
    assert "Lò Thị Ví Dụ" in paper
    assert "Hợp đồng lao động phải được ký khi nào?" not in paper

    reader.open(f"{disk}cham-bai.html")
    reader.evaluate(f"document.querySelector('#ma').value = {json.dumps(told)}")
    reader.click("#nhan-ma button")
    reader.wait_for("#bang td")
    row = "[...document.querySelectorAll('#bang tbody td')].map(c => c.textContent)"
    name, group, _, right, share, passed, _, _, note, _ = reader.evaluate(row)
    assert (name, group, right, share) == ("Lò Thị Ví Dụ", "9A1", "3/4", "75")
    assert (passed, note) == ("Đạt", "")
    answers = told.split("|")[2].split(".")
    counted = marks(quiz_data(site), answers)
    assert counted
    assert (counted["dung"], counted["tong"]) == (3, 4)


def test_a_code_of_another_version_or_a_broken_one_is_told(
    reader: Browser, disk: str
) -> None:
    result = {
        "bai": [{"ten": NAME, "ban": "000000", "dap": ["a"] * 10}],
        "ten": "Nông Văn Thử",
        "lop": "",
        "giay": 61,
        "ngay": "2026-11-24",
    }
    other = {**result, "bai": [{"ten": "khong-co", "ban": "000000", "dap": ["a"]}]}
    codes = "\n".join((code(result), code(other), code(result)[:-6]))
    reader.open(f"{disk}cham-bai.html")
    reader.wait_for("#nhan-ma")
    reader.evaluate(f"document.querySelector('#ma').value = {json.dumps(codes)}")
    reader.click("#nhan-ma button")
    reader.wait_until("document.querySelectorAll('#bang tbody tr').length === 2")
    notes = reader.text("#bang tbody")
    assert "Bộ câu hỏi khác bản: người làm dùng bản 000000" in notes
    assert "Tủ sách ở máy này không có bài này." in notes
    assert "Mã bị thiếu hoặc sai chữ." in reader.text("#loi-ma")
    reader.errors.clear()  # the quiz that is not there


def test_nothing_moves_while_learning_comes_up(reader: Browser, site: Path) -> None:
    reader.resize(390, 844)
    with serve(site) as base:
        for page in (QUIZ, COURSE, FILM, QA, "cham-bai.html", "hoi-can-bo.html"):
            reader.open(base + page)
            reader.evaluate("document.fonts.ready.then(() => 0)")
            assert reader.evaluate(f"{CHECKS}; moved()") < 0.02, page


SEES = """
window.BarcodeDetector = function () {
  this.detect = async ({ width }) => width === 3 ? [{ rawValue: window.seen }] : [];
};
"""


def saved(folder: Path, name: str) -> str:
    """Wait for a file that the browser was handed, and return its words."""
    deadline = time.monotonic() + 10
    while not (folder / name).is_file():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return (folder / name).read_text(encoding="utf-8-sig")


def test_a_class_is_marked_from_pictures_and_handed_out_as_a_table(
    reader: Browser, disk: str, tmp_path: Path
) -> None:
    for width in (2, 3):
        Image.new("RGB", (width, 1)).save(tmp_path / f"{width}.png")
    both = [
        {"ten": NAME, "ban": "0" * 6, "dap": ["a"] + ["-"] * 9},
        {"ten": "hoa-giai-vien-co-so", "ban": "0" * 6, "dap": ["b"] + [""] * 9},
    ]
    result = {
        "bai": both,
        "ten": "=Nông Văn Thử",
        "lop": "Lớp 9",
        "giay": 61,
        "ngay": "2026-11-24",
    }
    command = "Page.addScriptToEvaluateOnNewDocument"
    source = SEES + f"window.seen = {json.dumps(code(result))};"
    made = reader.tab.command(command, source=source)["identifier"]
    reader.open(f"{disk}cham-bai.html")
    reader.tab.command("Page.removeScriptToEvaluateOnNewDocument", identifier=made)
    reader.wait_for("#tu-anh")
    root = reader.tab.command("DOM.getDocument")["root"]["nodeId"]
    field = reader.tab.command("DOM.querySelector", nodeId=root, selector="#anh")
    files = [str(tmp_path / f"{width}.png") for width in (3, 2)]
    reader.tab.command("DOM.setFileInputFiles", files=files, nodeId=field["nodeId"])
    reader.wait_until("document.querySelectorAll('#bang tbody tr').length === 2")
    reader.wait_until("document.querySelector('#loi-ma').textContent.includes('2.png')")
    reader.tab.command(
        "Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path)
    )
    reader.click("#tai-csv")
    head, *rows = csv.reader(saved(tmp_path, "ket-qua.csv").splitlines())
    assert head[:4] == ["Họ và tên", "Lớp", "Bài", "Đúng"]
    assert {(row[0], row[1], row[3], row[4]) for row in rows} == {
        ("'=Nông Văn Thử", "Lớp 9", "1/10", "10"),
        ("'=Nông Văn Thử", "Lớp 9", "1/1", "100"),
    }
    reader.click("#giu-bang")
    reader.open(f"{disk}cham-bai.html")
    reader.wait_until("document.querySelectorAll('#bang tbody tr').length === 2")
    reader.click("#bang tbody button")
    reader.wait_until("document.querySelector('#khung-bang').hidden")
    reader.click("#giu-bang")
    assert reader.evaluate("localStorage.getItem('tu-sach-bang-diem')") is None


def test_an_exam_outlives_a_reload_and_ends_in_time(reader: Browser, disk: str) -> None:
    url = f"{disk}lam-bai.html?bai={NAME}&phut=1"
    begin(reader, url)
    reader.click(".bk-hoi .bk-chon")
    reader.open(url)
    reader.wait_for(".bk-hoi")
    assert reader.evaluate(f"{ASKED}[0].querySelector('input').checked")
    assert re.fullmatch(r"Còn (?:1:00|0:5\d)", reader.text("#con-lai"))
    kept = "JSON.parse(localStorage.getItem(key))"
    reader.evaluate(
        f"(key => {{ const one = {kept}; one.dau -= 57000;"
        "localStorage.setItem(key, JSON.stringify(one)); })"
        "(Object.keys(localStorage).find(one => one.startsWith('tu-sach-thi:')))"
    )
    reader.open(url)
    reader.wait_for("#ket-qua", timeout=8)
    assert reader.text("#diem").startswith("Đúng 1 trên 10 câu")
    assert "|60|" in reader.text(OUT)
    reader.open(url)
    reader.wait_for("#ket-qua")
    reader.click("#lam-lai")
    reader.wait_for("#vao-bai")


def test_marks_stay_hidden_where_that_was_set(reader: Browser, disk: str) -> None:
    begin(reader, f"{disk}lam-bai.html?bai={NAME}:1&an=1&hat=5")
    told = hand_in(reader)
    assert "Người giao bài sẽ chấm" in reader.text("#diem")
    assert reader.evaluate("document.querySelector('#dang-lam').hidden")
    assert told.split("|")[2] == "-........."


def test_a_link_to_nothing_says_so(reader: Browser, disk: str) -> None:
    reader.open(f"{disk}lam-bai.html")
    reader.wait_for("#khong-co-bai")
    reader.open(f"{disk}lam-bai.html?bai={NAME}~ffffff")
    reader.wait_for("#khac-ban")


def test_steps_of_a_course_are_ticked_on_the_device(reader: Browser, disk: str) -> None:
    reader.open(disk + COURSE)
    reader.click(".bk-xong input")
    assert "Đã xong 1 trên 7 bước." in reader.text(".bk-diem p")
    reader.evaluate(
        "localStorage.setItem('tu-sach-bai:hoa-giai-vien-co-so', '{\"dat\": true}')"
    )
    reader.open(disk + COURSE)
    assert "Đã xong 2 trên 7 bước." in reader.text(".bk-diem p")


def test_a_sheet_for_the_teacher_is_printed(reader: Browser, disk: str) -> None:
    reader.open(disk + COURSE)
    reader.evaluate("dispatchEvent(new Event('beforeprint'))")
    steps, *others = pages(reader)
    assert "Các bước học" in steps
    assert "Đã xong bước này" not in steps
    at = next(at for at, one in enumerate(others) if "Phiếu hướng dẫn" in one)
    # Where words are near each other, spaces between them may not be read.
    first, second = ("".join(one.split()) for one in others[at : at + 2])
    assert "Buổi1:Việcnàohòagiải,việcnàokhông(90phút)" in first
    assert "Câunênhỏi" in first
    assert "Buổi2:Đóngvaimộtbuổihòagiải" in second


def test_a_line_leads_to_its_place_in_the_film(reader: Browser, disk: str) -> None:
    reader.open(disk + FILM)
    reader.click(".bk-dong--loi li:nth-child(3) button")
    film = "document.querySelector('video')"
    reader.wait_until(f"{film}.currentTime >= 8")
    assert reader.evaluate(f"{film}.currentTime") < 11
    reader.wait_until(
        "document.querySelector('.bk-dong--loi [aria-current]')?.dataset.giay === '8.0'"
    )
    track = f"[...{film}.textTracks].find(t => t.mode === 'showing')"
    assert reader.evaluate(f"{track}.cues.length") == 5
    assert "cầu dao" in reader.evaluate(f"{track}.activeCues[0].text")
    reader.evaluate(f"{film}.pause()")


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


ANSWERED = (
    "document.querySelectorAll('.bk-hoi').forEach(one => {"
    "one.querySelector('input')?.click();"
    "one.querySelector(':scope > button')?.click(); })"
)
MARKED = (
    "document.querySelector('#ma').value = "
    + json.dumps(
        code(
            {
                "bai": [{"ten": NAME, "ban": "0" * 6, "dap": ["a"] * 10}],
                "ten": "Nông Văn Thử",
                "lop": "9A",
                "giay": 61,
                "ngay": "2026-11-24",
            }
        )
    )
    + "; document.querySelector('#nhan-ma button').click()"
)
STATES = (
    (QUIZ, ANSWERED, ".bk-giai"),
    (f"cham-bai.html?bai={NAME}", MARKED, "#bang td"),
    (QA, "document.querySelector('.bk-nghe button').click()", ".bk-doc"),
    (QA, "document.querySelector('.bk-danh-gia button').click()", ".bk-danh-gia a"),
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_scripts_make_is_open_to_everyone(
    reader: Browser, disk: str, scheme: str
) -> None:
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    reader.tab.command("Emulation.setEmulatedMedia", features=features)
    reader.resize(320, 800)
    for page, action, made in STATES:
        reader.open(disk + page)
        reader.evaluate(f"{action}; 0")
        reader.wait_for(made)
        assert reader.evaluate(f"{CHECKS}; faults()") == [], page
        assert reader.evaluate(f"{CHECKS}; pale(4.5)") == [], page
        assert reader.evaluate("document.documentElement.scrollWidth") <= 320, page
