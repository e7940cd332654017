"""What the law's pages say is what the law's texts say, letter for letter."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.conserve import compared
from tests.shared import ROOT

if TYPE_CHECKING:
    from pathlib import Path

CONTENT = ROOT / "content"
LAW = "van-ban/luat/2022/01-2022-qh15-mau"


def test_every_letter_of_every_specimen_stands_on_its_page(site: Path) -> None:
    found = compared(CONTENT, site)
    assert found.lost == ()
    assert len(list(CONTENT.glob("van-ban/*/*/*/*.md"))) == found.pages


def test_a_letter_that_is_lost_is_found_with_its_place(
    site: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "site"
    shutil.copytree(site / LAW, copy / LAW)
    page = copy / f"{LAW}/2022-10-01.html"
    said = page.read_text(encoding="utf-8")
    before, law, text = said.partition('<div class="bk-luat"')
    text = text.replace("tổ tự quản", "tổ tự quả", 1)
    page.write_text(before + law + text, encoding="utf-8")
    (lost,) = compared(CONTENT, copy).lost
    assert lost.startswith(f"{LAW}/2022-10-01.md: ")
    assert "quản" in lost.partition(" / ")[0]
