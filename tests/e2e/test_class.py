"""A teacher sets and marks, a class is asked: by links and codes, nothing is sent."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING

from PIL import Image

from tests.quizmarks import code, marks

from .learning import ASKED, NAME, OUT, begin, hand_in, pages, quiz_data, saved

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser import Browser


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
    reader.wait_for("#duong-dan img")
    drawn = "document.querySelector('#duong-dan img')?.naturalWidth > 90"
    reader.wait_until(drawn)  # the program that draws codes comes when one is asked for

    begin(reader, link)
    assert reader.evaluate("document.querySelector('#lop').value") == "9A1"
    assert reader.evaluate(f"{ASKED}.length") == 4
    for which, answer in enumerate((0, 1, 0, 0)):
        reader.evaluate(f"{ASKED}[{which}].querySelectorAll('input')[{answer}].click()")
    told = hand_in(reader)
    assert reader.text("#diem") == "Đúng 3 trên 4 câu, đạt 75 %."
    reader.wait_for("#ma-qr img")
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


SEES = """
window.BarcodeDetector = function () {
  this.detect = async ({ width }) => width === 3 ? [{ rawValue: window.seen }] : [];
};
"""


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
