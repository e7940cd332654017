"""The calendar of what is to come: a reader, an editor, an old copy, a feed program."""

from __future__ import annotations

import shutil
from contextlib import nullcontext
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from tests.server import serve
from tests.shared import ROOT

from .site import LAW, build
from .test_every_page import CHECKS, WIDTHS, opened
from .test_versions import ARRIVED, on, seen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.browser import Browser

CALENDAR = "lich-hieu-luc.html"
ARTICLE = "hoi-dap/ban-do-o-vuon.html"
ASKED = """---
id: hoi-dap-ban-do-o-vuon
kind: qa
title: "Bài mẫu: bán đồ cũ ở vườn chung có được không?"
summary: Bài dựa vào một quy định sắp thay đổi.
compiled_by: Tổ biên tập mẫu
responsible: Nguyễn Thị Ví Dụ
legal_basis:
  - {cite: khoản 1 Điều 28 Luật Vườn cộng đồng số 01/2022/QH15-MAU}
scope: {level: central}
language: vi
review: {state: draft}
---

## Có được không?

Xem điều luật.
"""
MARK = ".bk-lich__ngay .bk-the-moc"


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the starter site with an article on what will change."""
    folder = tmp_path_factory.mktemp("lich")
    content = folder / "content"
    shutil.copytree(ROOT / "content", content)
    path = (content / ARTICLE).with_suffix(".md")
    path.write_text(ASKED, encoding="utf-8")
    return build(content, folder, "--no-leaflets")


@pytest.fixture(params=["http", "file"])
def place(request: pytest.FixtureRequest, busy: Path) -> Iterator[str]:
    """Return how to reach the site: over http, and by double click."""
    way = serve(busy) if request.param == "http" else nullcontext(f"{busy.as_uri()}/")
    with way as base:
        yield base


def test_a_reader_comes_from_the_first_page_and_goes_on_to_a_provision(
    reader: Browser, place: str
) -> None:
    reader.tab.command("Emulation.setScriptExecutionDisabled", value=True)
    reader.open(f"{place}index.html")
    reader.click(f"main a[href='{CALENDAR}']")
    reader.wait_until(f"{ARRIVED}location.pathname.endsWith('{CALENDAR}')")
    assert seen(reader, "main h2") == ["15/12/2026 sắp tới", "01/01/2027 sắp tới"]
    reader.click(f"main a[href='{LAW}#d28.k1']")
    reader.wait_until("location.hash === '#d28.k1'")
    reader.wait_for("[id='d28.k1']")
    assert reader.errors == []


def test_an_editor_sees_what_is_to_be_mended(reader: Browser, place: str) -> None:
    reader.open(place + CALENDAR)
    (box,) = seen(reader, "main .bk-lich__bai--sua")
    assert box == (
        "Bài cần chuẩn bị sửa Bài mẫu: bán đồ cũ ở vườn chung có được không? (Hỏi đáp)"
    )
    assert any(
        one.startswith("1 bài giải thích, tờ gấp") for one in seen(reader, ".bk-bao")
    )
    reader.click(".bk-lich__bai--sua a")
    reader.wait_until(f"location.pathname.endsWith('{ARTICLE}')")


def test_what_was_to_be_mended_is_overdue_once_the_day_has_come(
    reader: Browser, place: str
) -> None:
    with on(reader, "2027-01-01"):
        reader.open(place + CALENDAR)
        (box,) = seen(reader, "main .bk-lich__bai--sua > p")
    assert box == "Bài cần sửa theo quy định đã thay đổi"


def test_every_link_of_the_calendar_leads_somewhere(
    reader: Browser, site: Path
) -> None:
    reader.open((site / CALENDAR).as_uri())
    links = reader.evaluate(
        "[...document.querySelectorAll('main a')].map(one => one.getAttribute('href'))"
    )
    assert len(links) > 10
    for link in links:
        path, _, unit = link.partition("#")
        assert (site / path).is_file(), link
        words = (site / path).read_text(encoding="utf-8")
        assert not unit or f'id="{unit}"' in words or f"id={unit}" in words, link


def test_an_old_copy_says_by_the_readers_clock_what_has_come(
    reader: Browser, place: str
) -> None:
    for day, chips in (
        ("2026-12-14", ["sắp tới", "sắp tới"]),
        ("2026-12-15", ["đã đến", "sắp tới"]),
        ("2027-05-01", ["đã đến", "đã đến"]),
    ):
        with on(reader, day):
            reader.open(place + CALENDAR)
            assert seen(reader, MARK) == chips
            assert len(seen(reader, ".bk-lich__muc")) == 5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_the_calendar_is_open_to_everyone(
    reader: Browser, busy: Path, width: int, scheme: str
) -> None:
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    reader.tab.command("Emulation.setEmulatedMedia", features=features)
    reader.resize(width, 844)
    opened(reader, (busy / CALENDAR).as_uri())
    assert reader.evaluate(f"{CHECKS}; faults()") == []
    assert reader.evaluate(f"{CHECKS}; pale(4.5)") == []
    assert reader.evaluate("document.documentElement.scrollWidth") <= width


def test_on_paper_there_is_nothing_to_click(reader: Browser, busy: Path) -> None:
    reader.open((busy / CALENDAR).as_uri())
    reader.tab.command("Emulation.setEmulatedMedia", media="print")
    assert seen(reader, ".bk-lich__theo") == []
    assert len(seen(reader, ".bk-lich__muc")) == 5


def test_programs_find_the_feeds(reader: Browser, place: str, busy: Path) -> None:
    reader.open(place + CALENDAR)
    found = reader.evaluate(
        "[...document.head.querySelectorAll('link[rel=alternate]')]"
        ".map(one => one.getAttribute('href'))"
    )
    assert found == ["lich-hieu-luc.xml", "lich-hieu-luc.ics"]
    assert seen(reader, ".bk-lich__theo a") == [
        "Theo dõi bằng RSS/Atom",
        "Thêm vào lịch",
    ]
    atom = "{http://www.w3.org/2005/Atom}"
    root = ET.fromstring((busy / found[0]).read_bytes())  # noqa: S314 - our own file
    events = (busy / found[1]).read_bytes().split(b"\r\n")
    uids = {one.decode() for one in events if one.startswith(b"UID:")}
    ids = [one.text or "" for one in root.iter(f"{atom}id")][1:]
    assert uids == {one.replace("urn:uuid:", "UID:") for one in ids}
    assert len(ids) == 5


def test_no_feed_holds_the_day_of_the_build(site: Path) -> None:
    for name in (CALENDAR, "lich-hieu-luc.xml", "lich-hieu-luc.ics"):
        words = (site / name).read_text(encoding="utf-8")
        assert "2026-11-24" not in words
        assert "20261124" not in words
