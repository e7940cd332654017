"""What holds on a page of every kind: it asks nothing of others and bars nobody."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.server import serve

from .site import COMMUNE, KINDS, LAW

if TYPE_CHECKING:
    from tests.browser import Browser

CHECKS = Path(__file__).with_name("checks.js").read_text(encoding="utf-8")
WIDTHS = (320, 390, 1280)


def opened(reader: Browser, url: str) -> None:
    """Open a page and unfold all that folds on it."""
    reader.open(url)
    reader.evaluate("document.fonts.ready.then(() => 0)")
    reader.evaluate(
        "document.querySelectorAll('main details').forEach(d => { d.open = true; })"
    )


def test_a_page_asks_nothing_of_others_and_nothing_fails(
    reader: Browser, address: str
) -> None:
    for page in KINDS:
        reader.open(address + page)
    strangers = [
        url for url in reader.requests if not url.startswith((address, "data:"))
    ]
    assert strangers == []
    assert reader.errors == []


@pytest.mark.parametrize("page", KINDS)
def test_a_page_is_open_to_everyone(reader: Browser, site: Path, page: str) -> None:
    opened(reader, f"{site.as_uri()}/{page}")
    assert reader.evaluate(f"{CHECKS}; faults()") == []


@pytest.mark.parametrize("contrast", ["no-preference", "more"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_letters_stand_out_from_their_ground(
    reader: Browser, site: Path, scheme: str, contrast: str
) -> None:
    features = [
        {"name": "prefers-color-scheme", "value": scheme},
        {"name": "prefers-contrast", "value": contrast},
    ]
    reader.tab.command("Emulation.setEmulatedMedia", features=features)
    least = 7 if contrast == "more" else 4.5
    for page in KINDS:
        opened(reader, f"{site.as_uri()}/{page}")
        assert reader.evaluate(f"{CHECKS}; pale({least})") == [], page


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_sticks_out_of_the_screen(
    reader: Browser, site: Path, width: int
) -> None:
    reader.resize(width, 800)
    for page in KINDS:
        opened(reader, f"{site.as_uri()}/{page}")
        assert reader.evaluate("document.documentElement.scrollWidth") <= width, page


def test_nothing_moves_while_a_page_comes_up(reader: Browser, site: Path) -> None:
    reader.resize(390, 844)
    with serve(site) as base:
        for page in ("index.html", LAW, COMMUNE):
            reader.open(base + page)
            reader.evaluate("document.fonts.ready.then(() => 0)")
            moved = reader.evaluate(f"{CHECKS}; moved()")
            assert moved < 0.02, page


def test_an_unknown_address_is_answered_with_ways_on(site: Path) -> None:
    html = (site / "404.html").read_text(encoding="utf-8")
    assert "<h1>Không có trang này</h1>" in html
    for way in ("/ke/index.html", "/dia-phuong/index.html", "/index.html"):
        assert f'href="{way}"' in html


def test_the_shell_is_light(site: Path) -> None:
    html = (site / COMMUNE).read_text(encoding="utf-8")
    before, _, rest = html.partition("<article")
    shell = before + rest.partition("</article>")[2]
    assert len(shell.encode()) < 7_000
