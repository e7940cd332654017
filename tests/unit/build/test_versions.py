"""What a build makes of an act with versions: pages, comparisons, scripts, the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.hostile.tiny import LAW, TEXT, WORK, Built, make

if TYPE_CHECKING:
    from pathlib import Path

OTHER = "van-ban/luat/2025/02-2025-qh15-mau"
VERSIONS = """\
versions:
  - {from: 2024-07-01, text: as-enacted}
  - from: 2025-07-01
    text: consolidated
    made: by-machine
    official: 9/VBHN-MAU
    by: [mau-luat-02-2025-qh15-mau]
"""
AMENDING = """\
id: mau-luat-02-2025-qh15-mau
number: 02/2025/QH15-MAU
type: luat
title: Luật sửa đổi Luật Mẫu
issuers: [quoc-hoi]
issued: 2025-01-02
versions:
  - {from: 2025-07-01, text: as-enacted}
specimen: true
"""
EFFECTS = """\
- by: d1
  on: mau-luat-01-2024-qh15-mau
  at: [d1.k1]
  op: replace
  text: d1/quote-1
  effective: [{from: 2025-07-01}]
- by: d2
  on: mau-luat-01-2024-qh15-mau
  at: [d2]
  op: replace-words
  find: chữ không có
  with: chữ khác
  effective: [{from: 2025-07-01}]
"""
INSTRUCTION = """\
---
title: Luật sửa đổi Luật Mẫu
---

###### Điều 1. Sửa đổi khoản 1 Điều 1 Luật Mẫu như sau:

> “1. Khoản mới.”.

###### Điều 2. Thay cụm từ “chữ không có” bằng cụm từ “chữ khác” tại Điều 2.
"""


LONGER = f"{TEXT}\n###### Điều 2. Tên\n\nLời văn.\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build a law with two versions and the act that changed it."""
    place = tmp_path_factory.mktemp("tu-sach")
    tiny = make(place)
    config = place / "mkdocs.yml"
    url = "site_url: https://vi-du.vn/\n"
    config.write_text(url + config.read_text(encoding="utf-8"), encoding="utf-8")
    head = WORK.partition("versions:")[0]
    tiny.write(
        {
            f"{LAW}/document.yml": f"{head}{VERSIONS}specimen: true\n",
            f"{LAW}/2024-07-01.md": LONGER,
            f"{LAW}/2025-07-01.md": LONGER.replace("Khoản một", "Khoản mới"),
            f"{OTHER}/document.yml": AMENDING,
            f"{OTHER}/effects.yml": EFFECTS,
            f"{OTHER}/2025-07-01.md": INSTRUCTION,
        }
    )
    made = tiny.build()
    assert made.code == 0, made.said
    return made


def names(site: Path) -> set[str]:
    """Return the names of the files beside an act's page."""
    return {path.name for path in (site / LAW).iterdir()}


def test_each_version_has_a_page_and_neighbours_are_compared(built: Built) -> None:
    assert names(built.site) == {
        "2024-07-01.html",
        "2024-07-01.js",
        "2025-07-01.html",
        "2025-07-01.js",
        "so-sanh--2024-07-01--2025-07-01.html",
        "so-sanh.html",
    }


def test_an_act_with_one_text_has_nothing_to_compare(built: Built) -> None:
    assert not (built.site / OTHER).exists()


def test_a_changed_khoan_bears_its_mark_behind_its_words(built: Built) -> None:
    page = built.page(f"{LAW}.html")
    line = '<p class="k" id="d1.k1"><a href="#d1.k1">1.</a> Khoản mới.</p>'
    assert f'{line}\n<div class="bk-ghi"><details class="bk-sua">' in page
    assert "<blockquote><p>1. Khoản một.</p></blockquote>" in page
    assert 'data-hop-nhat="by-machine"' in page
    assert "bk-ghi" not in built.page(f"{LAW}/2024-07-01.html")


def test_a_change_that_could_not_be_applied_is_told_and_bears_no_mark(
    built: Built,
) -> None:
    page = built.page(f"{LAW}.html")
    assert "Chưa cập nhật: 1 sửa đổi mà máy chưa áp dụng được" in page
    told = page.partition('<section class="article" id="d2">')[2]
    assert "Đã được sửa đổi từ ngày 01/07/2025 theo" in told
    assert "Lời văn ở đây chưa cập nhật." in told
    assert "bk-sua" not in told


def test_the_instruction_leads_to_what_it_changed(built: Built) -> None:
    page = built.page(f"{OTHER}.html")
    assert f'<a href="../../../{LAW}/2025-07-01.html#d1.k1">khoản 1 Điều 1</a>' in page


def test_the_comparison_names_who_changed_what(built: Built) -> None:
    page = built.page(f"{LAW}/so-sanh--2024-07-01--2025-07-01.html")
    cause = f'<a href="../../../../{OTHER}.html#d1">Điều 1 Luật số 02/2025/QH15-MAU</a>'
    assert f'<p class="ss-vi">Sửa đổi theo {cause}</p>' in page


def test_search_engines_are_shown_each_text_once(built: Built) -> None:
    told = (built.site / "sitemap-1.xml").read_text(encoding="utf-8")
    assert f"https://vi-du.vn/{LAW}.html<" in told
    assert f"https://vi-du.vn/{LAW}/2024-07-01.html<" in told
    for again in ("2025-07-01", "so-sanh"):
        assert f"{LAW}/{again}" not in told
    twin = built.page(f"{LAW}/2025-07-01.html")
    assert f'<link rel="canonical" href="https://vi-du.vn/{LAW}.html">' in twin
    for page in ("so-sanh", "so-sanh--2024-07-01--2025-07-01"):
        head = built.page(f"{LAW}/{page}.html").partition("</head>")[0]
        assert '<meta name="robots" content="noindex">' in head
    assert "noindex" not in twin


def test_the_script_of_a_machines_text_says_so(built: Built) -> None:
    made, enacted = (built.page(f"{LAW}/{day}-07-01.js") for day in (2025, 2024))
    assert made.startswith("/* Văn bản này do máy hợp nhất")
    assert made.partition("\n")[0].endswith("9/VBHN-MAU. */")
    assert enacted.startswith("soSanhBan(")
