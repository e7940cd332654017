"""A reader answers the questions of a quiz, by keys, by dragging or on paper."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from .learning import ASKED, NAME, QUIZ, pages, quiz_data

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser import Browser


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
