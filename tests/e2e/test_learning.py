"""Courses and films; and all of learning stands still and is open to everyone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.quizmarks import code
from tests.server import serve

from .learning import COURSE, FILM, NAME, QA, QUIZ, pages
from .test_every_page import CHECKS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser import Browser


def test_nothing_moves_while_learning_comes_up(reader: Browser, site: Path) -> None:
    reader.resize(390, 844)
    with serve(site) as base:
        for page in (QUIZ, COURSE, FILM, QA, "cham-bai.html", "hoi-can-bo.html"):
            reader.open(base + page)
            reader.evaluate("document.fonts.ready.then(() => 0)")
            assert reader.evaluate(f"{CHECKS}; moved()") < 0.02, page


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
