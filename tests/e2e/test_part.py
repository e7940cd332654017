"""Smaller bookcases: fewer pages, the same truth, and no link that leads nowhere."""

from __future__ import annotations

from datetime import date
from shutil import copytree
from typing import TYPE_CHECKING

import pytest

from bookcase.build.part.chosen import Part
from bookcase.build.part.narrowing import Elsewhere, narrowed
from bookcase.errors import UsageError
from bookcase.model.library import Library
from tests.shared import ROOT
from tests.walk import BROKEN, FRAGMENT, walk

from .site import build

if TYPE_CHECKING:
    from pathlib import Path

NATIONAL = "https://tu-sach.vi-du.vn/"
LAW = "van-ban/luat/2022/01-2022-qh15-mau.html"


def part(folder: Path, *options: str) -> Path:
    """Build a part of the starter bookcase."""
    return build(ROOT / "content", folder, "--no-leaflets", *options, url=NATIONAL)


def broken(site: Path) -> list[str]:
    """Return the links of a site that lead nowhere."""
    return [str(one) for one in walk(site).faults if one.what in {BROKEN, FRAGMENT}]


def test_a_province_has_what_holds_there_and_links_to_the_rest(tmp_path: Path) -> None:
    site = part(tmp_path, "--province=04")
    assert (site / LAW).exists()
    assert {one.name for one in (site / "dia-phuong").iterdir()} == {
        "04",
        "04.html",
        "index.html",
    }
    local = [*(site / "van-ban" / "nghi-quyet").rglob("*tinh-08*.html")]
    assert local == []
    assert broken(site) == []


def test_what_is_new_tells_of_the_old_and_leads_to_it(tmp_path: Path) -> None:
    site = part(tmp_path, "--since=2025-01-01", "--province=04")
    assert not (site / LAW).exists()
    pages = [one.read_text("utf-8") for one in site.rglob("*.html")]
    assert any(f'href="{NATIONAL}{LAW}' in page for page in pages)
    assert broken(site) == []


def test_a_bookcase_without_english_pages_leads_to_none(tmp_path: Path) -> None:
    content = tmp_path / "content"
    copytree(ROOT / "content", content, ignore=lambda _, names: {"en"} & {*names})
    site = build(content, tmp_path, "--no-leaflets", "--province=04")
    pages = [one.read_text("utf-8") for one in site.glob("*.html")]
    assert not [one for one in pages if "en/index.html" in one]
    assert 'href="ngon-ngu.html" lang="en"' in (site / "hoc.html").read_text("utf-8")


def test_a_link_to_what_is_left_out_is_led_away_or_goes() -> None:
    html = '<a href="../b/c.html#d1">x</a> <a href="e.html">y</a> <a href="#d1">z</a>'
    names = frozenset({"van-ban/b/c"})
    told = Elsewhere(NATIONAL, names).led_there(html, "van-ban/a/x.html")
    rel = 'rel="noopener noreferrer external"'
    assert told == html.replace(
        'href="../b/c.html#d1"', f'href="{NATIONAL}van-ban/b/c.html#d1" {rel}'
    )
    bare = Elsewhere("", names).led_there(html, "van-ban/a/x.html")
    assert bare == html.replace(' href="../b/c.html#d1"', "")


def test_a_part_that_nobody_knows_is_refused() -> None:
    with pytest.raises(UsageError, match="«99»"):
        narrowed(Library(), Part(province="99"))
    with pytest.raises(UsageError, match="«khong-co»"):
        narrowed(Library(), Part(subject="khong-co"))
    assert narrowed(Library(), Part(since=date(2025, 1, 1))) == Library()
