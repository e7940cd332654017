"""A reader finds the leaflet of the own commune; the site joins it there and then."""

from __future__ import annotations

import re
import time
from contextlib import nullcontext
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
import segno

from bookcase.cli import main
from bookcase.leaflets.addresses import commune_address
from bookcase.leaflets.carried import body_of, read_script, tail_of, tails_name
from bookcase.leaflets.join import joined
from tests.server import serve

from .site import AS_OF, COMMUNE, LEAFLET
from .test_every_page import CHECKS, WIDTHS, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.browser import Browser

FORM = "form[data-bai]"
FIELD = "#tim-xa"
FOUND = f"{FORM} li a"
SAID = f"{FORM} [role=status]"
BOARD = "bang-tin.html?xa=04/01321"
HANDBOOK = "so-tay/hoa-giai-vien-co-so.html"
SILENT = "dia-phuong/04/01290.html"
"""A commune that sent nothing."""
PAGES = (f"{LEAFLET}.html", COMMUNE, SILENT, "ban-in.html", BOARD, HANDBOOK)


@pytest.fixture(params=["http", "file"])
def base(request: pytest.FixtureRequest, few: Path) -> Iterator[str]:
    """Return how to reach the site: over http, and by double click."""
    there = serve(few) if request.param == "http" else nullcontext(f"{few.as_uri()}/")
    with there as address:
        yield address


@pytest.fixture
def loads(reader: Browser, tmp_path: Path) -> Path:
    """Return the folder in which the browser keeps what it loads."""
    reader.tab.command(
        "Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path)
    )
    return tmp_path


def loaded(folder: Path, name: str) -> bytes:
    """Wait for a file, and return it."""
    deadline = time.monotonic() + 20
    while not (folder / name).is_file():
        assert time.monotonic() < deadline, [one.name for one in folder.iterdir()]
        time.sleep(0.05)
    return (folder / name).read_bytes()


def wanted(site: Path, code: str) -> bytes:
    """Return what Python joins from what the site carries."""
    carried = site / "assets" / "to-gap"
    _, body = read_script((carried / f"{LEAFLET}.js").read_text("utf-8"))
    name = tails_name(code[:2], code[3:])
    _, tails = read_script((carried / f"{name}.js").read_text("utf-8"))
    return joined(body_of(body), tail_of(tails[code[3:]]))


def test_a_commune_is_found_by_its_former_name_and_gets_its_leaflet(
    reader: Browser, base: str, loads: Path, few: Path
) -> None:
    reader.open(f"{base}{LEAFLET}.html")
    reader.type(FIELD, "hong tri")
    reader.press("Enter")
    reader.wait_for(FOUND)
    assert reader.text(FOUND) == "Xã Bảo Lạc, Tỉnh Cao Bằng"
    assert reader.evaluate(f"document.querySelectorAll('{FOUND}').length") == 1
    former = "Xã Hồng Trị, Huyện Bảo Lạc, Tỉnh Cao Bằng"
    assert reader.text(f"{FORM} li small") == former
    reader.click(FOUND)
    assert loaded(loads, "dang-ky-khai-sinh-01321.pdf") == wanted(few, "04/01321")
    assert "Đã tạo tờ gấp của Xã Bảo Lạc, Tỉnh Cao Bằng" in reader.text(SAID)
    assert reader.errors == []
    own = (base, "blob:", "data:")
    assert [one for one in reader.requests if not one.startswith(own)] == []


def test_a_name_that_no_place_bears_lists_none(reader: Browser, base: str) -> None:
    reader.open(f"{base}{LEAFLET}.html")
    reader.type(FIELD, "khong co noi nay")
    reader.press("Enter")
    reader.wait_until(f"document.querySelector('{SAID}').textContent !== ''")
    assert "Không thấy nơi nào có tên ấy" in reader.text(SAID)
    assert reader.evaluate(f"document.querySelectorAll('{FOUND}').length") == 0


def test_who_taps_twice_gets_the_leaflet_of_their_commune_all_the_same(
    reader: Browser, base: str, loads: Path, few: Path
) -> None:
    reader.open(f"{base}{LEAFLET}.html")
    reader.type(FIELD, "xa bao lac cao bang")
    reader.press("Enter")
    reader.wait_for(FOUND)
    twice = "(link => { link.click(); link.click(); })"
    reader.evaluate(f"{twice}(document.querySelector('{FOUND}'))")
    assert loaded(loads, "dang-ky-khai-sinh-01321.pdf") == wanted(few, "04/01321")
    assert reader.evaluate("location.href") == f"{base}{LEAFLET}.html"


def test_the_command_writes_the_very_same_file(few: Path, tmp_path: Path) -> None:
    command = ["leaflets", "--commune", "01321", "--title", f"{LEAFLET}.md"]
    command += ["--content", str(few.parent / "content"), "--out", str(tmp_path)]
    command += ["--cache", str(tmp_path / "cache"), "--as-of", AS_OF]
    command += ["--host", "tusach.example.vn", "--jobs", "1"]
    assert main(command) == 0
    (file,) = tmp_path.rglob("*.pdf")
    assert file.read_bytes() == wanted(few, "04/01321")


def test_the_page_of_a_commune_gives_its_own_leaflet(
    reader: Browser, base: str, loads: Path, few: Path
) -> None:
    reader.open(base + COMMUNE)
    assert reader.evaluate("document.querySelectorAll('.bk-in-ra').length") == 4
    reader.click(f"[data-to-gap='{LEAFLET}']")
    assert loaded(loads, "dang-ky-khai-sinh-01321.pdf") == wanted(few, "04/01321")
    assert reader.errors == []


def test_who_has_said_where_they_live_is_offered_that_leaflet_at_once(
    reader: Browser, base: str, loads: Path, few: Path
) -> None:
    reader.open(base + COMMUNE)
    reader.click("button[data-xa]")
    reader.open(f"{base}{LEAFLET}.html")
    assert reader.text(FOUND) == "Bản của nơi bạn đã chọn"
    reader.click(FOUND)
    assert loaded(loads, "dang-ky-khai-sinh-01321.pdf") == wanted(few, "04/01321")
    reader.evaluate("localStorage.clear()")


def test_a_commune_that_chose_nothing_lists_all_and_gives_its_own_leaflet(
    reader: Browser, base: str, loads: Path, few: Path
) -> None:
    reader.open(base + SILENT)
    reader.click(f"[data-to-gap='{LEAFLET}']")
    code = SILENT[11:-5]
    name = f"dang-ky-khai-sinh-{code[3:]}.pdf"
    assert loaded(loads, name) == wanted(few, code)
    assert reader.evaluate("document.querySelectorAll('.bk-in-ra img').length") == 17
    assert reader.errors == []


def test_where_a_commune_has_no_sheet_of_its_own_it_gets_the_general_one(
    reader: Browser, base: str, loads: Path
) -> None:
    reader.open(base + COMMUNE)
    section = "document.querySelector('section[data-xa]')"
    reader.evaluate(f"{section}.dataset.xa = '04/99999'")
    reader.evaluate(f"{section}.querySelector('[data-to-gap]').click()")
    general = re.compile(r"/to-gap/[a-z-]+/chung\.pdf$")
    deadline = time.monotonic() + 20
    while not any(map(general.search, reader.requests)):
        assert time.monotonic() < deadline, [*loads.iterdir()]
        reader.evaluate("0")
        time.sleep(0.05)


def test_a_notice_board_has_the_commune_s_own_code(reader: Browser, base: str) -> None:
    reader.open(base + COMMUNE)
    link = "document.querySelector('section[data-xa] a[href*=bang-tin]').href"
    reader.open(reader.evaluate(link))
    reader.wait_until("document.querySelectorAll('.bk-bang-tin li').length === 11")
    assert reader.text("h1") == "Bảng tin pháp luật – Xã Bảo Lạc, Tỉnh Cao Bằng"
    drawn = "document.querySelector('.bk-bang-tin img').src"
    address = commune_address("tusach.example.vn", "01321")
    code = segno.make(address, error="m", micro=False)
    dots = [
        f"M{x} {y}h1v1h-1z"
        for y, row in enumerate(code.matrix)
        for x, dot in enumerate(row)
        if dot
    ]
    assert "".join(dots) in unquote(reader.evaluate(drawn))
    assert reader.errors == []


def test_a_short_address_leads_to_the_commune_s_page(
    reader: Browser, base: str
) -> None:
    reader.open(f"{base}X/01321.HTML")
    reader.wait_until("document.title.startsWith('Xã Bảo Lạc, Tỉnh Cao Bằng')")
    assert reader.evaluate("location.href").endswith(COMMUNE)


def test_where_no_commune_is_meant_the_page_says_so(reader: Browser, base: str) -> None:
    reader.open(f"{base}{LEAFLET}.html")
    reader.type(FIELD, "zzzz")
    reader.press("Enter")
    reader.wait_until(f"document.querySelector('{SAID}').innerText.length > 0")
    assert reader.text(SAID).startswith("Không thấy nơi nào có tên ấy.")


def test_without_scripts_there_is_the_general_leaflet(
    reader: Browser, base: str
) -> None:
    reader.tab.command("Emulation.setScriptExecutionDisabled", value=True)
    reader.open(f"{base}{LEAFLET}.html")
    assert reader.evaluate(f"document.querySelector('{FORM}').hidden")
    link = "document.querySelector('.bk-in-ra a').getAttribute('href')"
    assert reader.evaluate(link).endswith("to-gap/dang-ky-khai-sinh/chung.pdf")
    reader.open(base + SILENT)
    assert reader.evaluate(
        "document.querySelector('section[data-xa] a').getAttribute('href')"
    ).endswith("ban-in.html")


@pytest.mark.parametrize("page", PAGES)
def test_pages_with_papers_are_open_to_everyone(
    reader: Browser, few: Path, page: str
) -> None:
    for scheme in ("light", "dark"):
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        reader.tab.command("Emulation.setEmulatedMedia", features=features)
        opened(reader, f"{few.as_uri()}/{page}")
        if page == SILENT:
            reader.wait_for(".bk-in-ra")
        assert reader.evaluate(f"{CHECKS}; faults()") == []
        assert reader.evaluate(f"{CHECKS}; pale(4.5)") == []
    for width in WIDTHS:
        reader.resize(width, 800)
        assert reader.evaluate("document.documentElement.scrollWidth") <= width


def test_every_file_that_a_page_offers_is_there(few: Path) -> None:
    offered = [
        (page.parent / link).resolve()
        for page in (few / f"{LEAFLET}.html", few / COMMUNE, few / "ban-in.html")
        for link in re.findall(
            r'(?:href|src)="([^"#?:]+\.(?:pdf|webp|txt|js))"', page.read_text("utf-8")
        )
    ]
    assert len(offered) > 40
    assert [path for path in offered if not path.is_file()] == []
