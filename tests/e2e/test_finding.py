"""Wrong addresses, old copies, notices to all, what a site without address names."""

from __future__ import annotations

import json
import re
import shutil
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from .site import LAW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.browser import Browser

SCHEMA = "https://schema.org"
CREATES = re.compile(r'(?:href|src|action|content)="(https?://[^"]*)"')
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>')
OLD = ".bk-nhac"


class _NotFound(SimpleHTTPRequestHandler):
    """Serves as a content network does: what is not there is 404.html."""

    def send_error(self, code: int, *_: object, **__: object) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@pytest.fixture
def network(site: Path) -> Iterator[str]:
    """Serve the site as a content network does."""
    handler = partial(_NotFound, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("wrong", "page"),
    [
        ("hoi-dap/dang-ky-khai-sanh.html", "hoi-dap/dang-ky-khai-sinh.html"),
        ("a/b/c/d/e/dang_ky_khai_sinh", "hoi-dap/dang-ky-khai-sinh.html"),
        ("van-ban/nghi-dinh/2022/01-2022-qh15-mau.html", LAW),
    ],
)
def test_a_wrong_address_leads_to_what_is_near_to_it(
    reader: Browser, network: str, wrong: str, page: str
) -> None:
    reader.open(network + wrong)
    assert reader.text("h1") == "Không có trang này"
    reader.wait_for("#khong-thay li a")
    held = reader.evaluate(
        "[...document.querySelectorAll('#khong-thay li a')].map(one => one.href)"
    )
    assert network + page in held
    search = reader.evaluate("document.querySelector('#khong-thay p a').href")
    assert search.startswith(f"{network}tim-kiem.html?q=")


def test_without_scripts_a_wrong_address_still_has_ways_on(
    reader: Browser, network: str
) -> None:
    reader.tab.command("Emulation.setScriptExecutionDisabled", value=True)
    reader.open(f"{network}van-ban/khong/co.html")
    reader.tab.command("Emulation.setScriptExecutionDisabled", value=False)
    links = reader.evaluate(
        "[...document.querySelectorAll('main li a')].map(one => one.href)"
    )
    assert f"{network}ke/index.html" in links
    assert not reader.evaluate(
        "document.querySelector('#khong-thay').checkVisibility()"
    )


def copied(site: Path, folder: Path, stamp: dict[str, Any]) -> str:
    """Return the address of a page of a copy that has another stamp."""
    for name in ("ban-dung.html", "assets/js", "assets/css", "assets/fonts"):
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        source = site / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, place)
    told = json.dumps(stamp, ensure_ascii=False)
    (folder / "assets/ban-dung.js").write_text(f"window.banDung={told};", "utf-8")
    return f"{folder.as_uri()}/ban-dung.html"


@pytest.fixture
def forgetful(reader: Browser) -> Iterator[Browser]:
    """Forget which copies a device has seen."""
    yield reader
    reader.evaluate("localStorage.removeItem('tu-sach-ban-moi')")


@pytest.mark.parametrize(("days", "told"), [(29, False), (31, True), (400, True)])
def test_a_copy_older_than_30_days_says_so(
    forgetful: Browser, site: Path, tmp_path: Path, days: int, *, told: bool
) -> None:
    reader = forgetful
    url = copied(site, tmp_path, {"ngay": "2030-01-01", "dem": {}})
    reader.tab.command("Page.enable")
    clock = f"Date.now = () => Date.parse('2030-01-01') + {days} * 86400000;"
    name = reader.tab.command("Page.addScriptToEvaluateOnNewDocument", source=clock)
    reader.open(url)
    reader.tab.command("Page.removeScriptToEvaluateOnNewDocument", **name)
    assert reader.evaluate(f"!!document.querySelector('{OLD}')") is told
    if told:
        assert f"đã {days} ngày tuổi" in reader.text(OLD)
        link = f"document.querySelector('{OLD} a').href"
        assert reader.evaluate(link).endswith("/ban-dung.html#ban-moi")
    assert "01/01/2030" in reader.text(".bk-ban-dung")


def test_a_device_that_saw_a_newer_copy_says_so(
    forgetful: Browser, site: Path, tmp_path: Path
) -> None:
    reader = forgetful
    new = copied(site, tmp_path / "moi", {"ngay": "2026-11-20", "dem": {}})
    old = copied(site, tmp_path / "cu", {"ngay": "2026-11-10", "dem": {}})
    reader.open(new)
    assert "Máy này từng mở" not in reader.evaluate("document.body.innerText")
    reader.open(old)
    assert "Máy này từng mở bản tủ sách mới hơn, của ngày 20/11/2026" in reader.text(
        OLD
    )


def test_a_notice_to_all_stands_above_every_page_on_its_days(
    forgetful: Browser, site: Path, tmp_path: Path
) -> None:
    reader = forgetful
    rows = [
        {
            "ten": "Tủ sách tạm ngừng",
            "url": "thong-bao/a.html",
            "tu": "",
            "den": "9999",
        },
        {"ten": "Đã qua", "url": "thong-bao/b.html", "tu": "", "den": "2020-01-01"},
    ]
    url = copied(site, tmp_path, {"ngay": "2099-01-01", "dem": {}, "thong-bao": rows})
    reader.open(url)
    assert reader.text(OLD).startswith("Tủ sách tạm ngừng")
    assert reader.evaluate(f"document.querySelectorAll('{OLD}').length") == 1


def test_a_site_without_address_names_none_of_its_own(site: Path) -> None:
    assert not (site / "sitemap.xml").exists()
    assert not (site / "robots.txt").exists()
    assert not (site / "chia-se").exists()
    allowed = ("https://vbpl.vn/", "http://www.w3.org/")
    for path in sorted(site.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        head = html.partition("</head>")[0]
        named = [one for one in CREATES.findall(head) if not one.startswith(allowed)]
        assert named == [], path
        for block in BLOCK.findall(head):
            for address in re.findall(r'"(https?://[^"]*)"', block):
                assert address.startswith((SCHEMA, *allowed)), (path, address)


def test_blocks_of_data_are_json_and_nobody_refuses_them(
    reader: Browser, address: str, site: Path
) -> None:
    for page in (LAW, "hoi-dap/dang-ky-khai-sinh.html"):
        reader.open(address + page)
        (block,) = BLOCK.findall((site / page).read_text(encoding="utf-8"))
        assert json.loads(block)["@context"] == SCHEMA
    assert reader.errors == []


def test_every_feed_is_sound_and_no_two_entries_are_one(site: Path) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    files = [*site.glob("theo-doi/**/*.xml"), site / "lich-hieu-luc.xml"]
    assert len(files) > 10
    names = []
    for path in files:
        root = ET.fromstring(path.read_bytes())  # noqa: S314 - our own file
        assert root.tag == f"{atom}feed"
        names.append(root.findtext(f"{atom}id"))
        entries = [one.findtext(f"{atom}id") for one in root.findall(f"{atom}entry")]
        assert len(entries) == len(set(entries)), path
    assert len(names) == len(set(names))
    page = (site / "theo-doi.html").read_text(encoding="utf-8")
    for path in files:
        assert f'href="{path.relative_to(site).as_posix()}"' in page
