"""Reading a law that changes: which text this is, what changed, what has come since."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from .site import LAW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.browser import Browser

FOLDER = LAW.removesuffix(".html")
DECREE = "van-ban/nghi-dinh/2022/05-2022-nd-cp-mau.html"
PAUSED = "van-ban/nghi-dinh/2025/12-2025-nd-cp-mau.html"
AMENDING = "van-ban/luat/2024/02-2024-qh15-mau.html"
ARRIVED = "document.readyState === 'complete' && "
MARK = '[id="d3.k8"] + .bk-ghi .bk-sua'


@contextmanager
def on(reader: Browser, day: str) -> Iterator[None]:
    """Set the reader's clock to noon of a day, for pages opened in the block."""
    source = (
        f"{{ const now = Date.parse('{day}T12:00:00'); const Old = Date;"
        "globalThis.Date = class extends Old {"
        "constructor(...given) { given.length ? super(...given) : super(now); }"
        "static now() { return now; } }; }"
    )
    method = "Page.addScriptToEvaluateOnNewDocument"
    made = reader.tab.command(method, source=source)
    yield
    name = made["identifier"]
    reader.tab.command("Page.removeScriptToEvaluateOnNewDocument", identifier=name)


def seen(reader: Browser, selector: str) -> list[str]:
    """Return the words of all that matches and can be seen."""
    return list(
        reader.evaluate(
            f"[...document.querySelectorAll('{selector}')]"
            ".filter(one => one.checkVisibility())"
            ".map(one => one.innerText.replace(/\\s+/g, ' ').trim())"
        )
    )


def test_the_page_says_which_text_it_shows_and_what_is_to_come(
    reader: Browser, address: str
) -> None:
    with on(reader, "2026-11-25"):
        reader.open(address + LAW)
        boxes = seen(reader, ".bk-bao")
    assert seen(reader, ".lv-ky") == [
        "Đang xem bản có hiệu lực từ ngày 01/01/2026 đến trước ngày 01/01/2027."
    ]
    assert any(box.startswith("Văn bản này có thay đổi từ ngày") for box in boxes)
    assert not any("Đã có bản mới hơn" in box for box in boxes)
    assert any("do máy hợp nhất" in box for box in boxes)


def test_an_old_copy_tells_by_the_readers_clock_that_a_newer_text_is_in_force(
    reader: Browser, address: str
) -> None:
    with on(reader, "2027-01-01"):
        reader.open(address + LAW)
        boxes = seen(reader, ".bk-bao")
    assert not any("có thay đổi từ ngày" in box for box in boxes)
    assert any(
        box.startswith("Đã có bản mới hơn, có hiệu lực từ ngày 01/01/2027.")
        for box in boxes
    )
    reader.click(".bk-bao[data-tu] a")
    reader.wait_until("location.pathname.endsWith('/2027-01-01.html')")


def test_a_clock_that_is_behind_the_build_is_not_believed(
    reader: Browser, address: str
) -> None:
    with on(reader, "2020-02-02"):
        reader.open(address + PAUSED)
        assert seen(reader, ".bk-hieu") == ["Ngưng hiệu lực toàn bộ"]


@pytest.mark.parametrize(
    ("day", "state"),
    [("2027-02-28", "Ngưng hiệu lực toàn bộ"), ("2027-03-01", "Còn hiệu lực")],
)
def test_the_state_of_an_act_is_told_for_the_readers_day(
    reader: Browser, address: str, day: str, state: str
) -> None:
    with on(reader, day):
        reader.open(address + PAUSED)
        assert seen(reader, ".bk-hieu") == [state]
        reader.click(".bk-lich-su > summary")
        row = "[...document.querySelectorAll('.bk-the div')]"
        said = f"{row}.find(one => one.innerText.startsWith('Tình trạng')).innerText"
        assert reader.evaluate(said).split("\n")[-1].strip() == state
        assert any("đang ngưng" in box for box in seen(reader, ".bk-bao")) == (
            state != "Còn hiệu lực"
        )


@pytest.mark.parametrize(
    ("day", "word"), [("2027-08-31", "Đang ngưng"), ("2027-09-01", "Đã ngưng")]
)
def test_a_suspended_provision_is_told_for_the_readers_day(
    reader: Browser, address: str, day: str, word: str
) -> None:
    with on(reader, day):
        reader.open(address + DECREE)
        (note,) = seen(reader, "#d17 > :first-child + .bk-ghi")
    assert note.startswith(f"{word} hiệu lực từ ngày 01/09/2026")


def test_a_mark_opens_by_keyboard_and_says_what_stood_there(
    reader: Browser, address: str
) -> None:
    reader.open(address + LAW)
    before = f"document.querySelector('{MARK} blockquote')"
    assert not reader.evaluate(f"{before}.checkVisibility()")
    reader.evaluate(f"document.querySelector('{MARK} summary').focus()")
    reader.press("Enter")
    reader.wait_until(f"{before}.checkVisibility()")
    assert "Tổ tự quản là nhóm người do thành viên bầu ra" in reader.evaluate(
        f"{before}.innerText"
    )
    name = f"document.querySelector('{MARK} summary').textContent"
    assert reader.evaluate(name).startswith("khoản 8 Điều 3: Sửa đổi từ 01/07/2024")


def test_a_mark_leads_to_the_instruction_and_back_to_the_changed_place(
    reader: Browser, address: str
) -> None:
    reader.open(address + LAW)
    reader.click(f"{MARK} summary")
    reader.click(f"{MARK} a[href*='02-2024']")
    reader.wait_until(
        f"{ARRIVED}location.pathname.endsWith('{AMENDING}')"
        " && location.hash === '#d1.k1'"
    )
    reader.click(".bk-toi a[href$='2024-07-01.html#d3.k8']")
    reader.wait_until("location.pathname.endsWith('/2024-07-01.html')")
    reader.wait_until("document.querySelector(':target')?.id === 'd3.k8'")


def test_a_mark_leads_to_the_comparison_at_its_place(
    reader: Browser, address: str
) -> None:
    reader.open(address + LAW)
    reader.click(f"{MARK} summary")
    reader.click(f"{MARK} a[href*='so-sanh']")
    reader.wait_until("document.querySelector(':target')?.id === 'ss-d3.k8'")


def test_any_version_is_two_steps_away(reader: Browser, address: str) -> None:
    reader.open(address + LAW)
    reader.click(".bk-lich-su > summary")
    now = "[...document.querySelectorAll('.bk-moc li')]"
    assert reader.evaluate(f"{now}.map(one => one.querySelector('time').dateTime)") == [
        "2022-06-16",
        "2022-10-01",
        "2023-01-01",
        "2024-07-01",
        "2026-01-01",
        "2027-01-01",
    ]
    reader.click(".bk-moc a[href$='/2022-10-01.html']")
    reader.wait_until(f"{ARRIVED}location.pathname.endsWith('/2022-10-01.html')")
    newer = "Đã có bản mới hơn, có hiệu lực từ ngày 01/01/2026."
    assert any(box.startswith(newer) for box in seen(reader, ".bk-bao"))
    reader.click(".bk-bao--warning a")
    reader.wait_until(f"location.pathname.endsWith('{LAW}')")


def test_on_a_phone_the_text_begins_on_the_first_screen(
    reader: Browser, address: str
) -> None:
    reader.resize(390, 844)
    reader.open(address + LAW)
    top = "document.querySelector('.bk-luat').getBoundingClientRect().top"
    assert reader.evaluate(top) < 844  # with every box that there can be
    # An ordinary law has no stamp of a specimen, and nothing to come.
    reader.evaluate(
        "document.querySelectorAll('.bk-bao--stamp, .bk-bao[data-den]')"
        ".forEach(one => one.remove())"
    )
    assert reader.evaluate(top) <= 700
    said = reader.text(".bk-lich-su > summary")
    assert "có hiệu lực từ ngày 01/01/2026 đến trước ngày 01/01/2027" in said
    assert "Mốc hiệu lực (6)" in said
    assert not reader.evaluate("document.querySelector('.bk-ban').checkVisibility()")


def test_where_there_is_room_versions_are_seen_at_once_and_the_rest_is_folded(
    reader: Browser, address: str
) -> None:
    reader.resize(1280, 800)
    reader.open(address + LAW)
    reader.click(".bk-ban a[href$='/2022-10-01.html']")
    reader.wait_until(f"{ARRIVED}location.pathname.endsWith('/2022-10-01.html')")
    history = "document.querySelector('.bk-moc').checkVisibility()"
    assert not reader.evaluate(history)
    reader.click(".bk-lich-su > summary")
    assert reader.evaluate(history)


def test_without_scripts_marks_and_history_open(reader: Browser, address: str) -> None:
    reader.tab.command("Emulation.setScriptExecutionDisabled", value=True)
    reader.open(address + LAW)
    reader.click(f"{MARK} summary")
    assert "bầu ra" in reader.text(f"{MARK} blockquote")
    reader.click(".bk-lich-su > summary")
    assert "Bản từ 01/07/2024" in reader.text(".bk-moc")


def test_paper_says_who_made_the_text_and_which_act_changed_what(
    reader: Browser, address: str
) -> None:
    reader.open(address + LAW)
    reader.tab.command("Emulation.setEmulatedMedia", media="print")
    (period,) = seen(reader, ".bk-lich-su")
    assert period.startswith("Đang xem bản có hiệu lực từ ngày")
    assert "Mốc hiệu lực" not in period
    boxes = seen(reader, ".bk-bao")
    assert any("do máy hợp nhất, không phải văn bản hợp nhất" in box for box in boxes)
    reader.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert "Sửa đổi từ 01/07/2024, Luật số 02/2024/QH15-MAU" in " ".join(
        seen(reader, ".bk-sua summary")
    )
    assert seen(reader, ".bk-sua blockquote, .bk-moc, .bk-toi, .bk-ban") == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_opened_marks_and_history_stay_on_the_screen(
    reader: Browser, address: str, width: int
) -> None:
    reader.resize(width, 800)
    for page in (LAW, DECREE, AMENDING, f"{FOLDER}/so-sanh.html"):
        reader.open(address + page)
        reader.evaluate(
            "document.querySelectorAll('main details').forEach(d => { d.open = true; })"
        )
        wide = reader.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, page
    assert reader.errors == []
