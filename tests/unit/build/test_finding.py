"""What a site with an address tells of itself, and what follows from its content."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from bookcase.build.files import sitemap
from tests.hostile.tiny import INDEX, LAW, WORK, Tiny, head, make

if TYPE_CHECKING:
    from pathlib import Path

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
BASE = "https://vi-du.vn/tu-sach/"
PICTURE = f"chia-se/{LAW}.png"


def parsed(path: Path) -> ET.Element:
    return ET.fromstring(path.read_bytes())  # noqa: S314 - our own file


def at_home(place: Path, more: str = "") -> Tiny:
    """Make a bookcase with an address, and more words in its configuration."""
    tiny = make(place)
    config = place / "mkdocs.yml"
    words = f"site_url: {BASE}\n{config.read_text(encoding='utf-8')}"
    config.write_text(
        words.replace("- bookcase-site", f"- bookcase-site{more}"), "utf-8"
    )
    return tiny


@pytest.fixture
def tiny(tmp_path: Path) -> Tiny:
    return at_home(tmp_path)


def test_a_map_is_an_index_of_maps_with_true_days(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "MOST", 2)
    days = {"a.html": date(2026, 1, 2), "b/": date(2026, 3, 4)}
    urls = ["a.html", "b/2024-01-01.html", "c.html"]
    sitemap.write(tmp_path, BASE, urls, days)
    index = parsed(tmp_path / "sitemap.xml")
    assert index.tag == f"{SPACE}sitemapindex"
    told = [(one[0].text, [d.text for d in one[1:]]) for one in index]
    assert told == [
        (f"{BASE}sitemap-1.xml", ["2026-03-04"]),
        (f"{BASE}sitemap-2.xml", []),
    ]
    first = parsed(tmp_path / "sitemap-1.xml")
    assert [one.text for one in first.iter(f"{SPACE}lastmod")] == [
        "2026-01-02",
        "2026-03-04",
    ]


def test_a_site_with_an_address_tells_robots_and_browsers(tiny: Tiny) -> None:
    tiny.write({"en/index.md": INDEX})
    built = tiny.build()
    assert built.code == 0, built.said
    robots = built.page("robots.txt")
    assert f"Sitemap: {BASE}sitemap.xml" in robots
    search = parsed(built.site / "tim-kiem.xml")
    templates = [one.get("template") for one in search if one.get("template")]
    assert f"{BASE}tim-kiem.html?q={{searchTerms}}" in templates
    assert f"<loc>{BASE}en/index.html</loc>" in built.page("sitemap-1.xml")
    page = built.page(f"{LAW}.html").partition("</head>")[0]
    assert 'rel="search" type="application/opensearchdescription+xml"' in page
    for told in ('og:title" content="Luật Mẫu số 01/2024/QH15-MAU"', 'twitter:card"'):
        assert told in page
    assert f'og:image" content="{BASE}{PICTURE}"' in page
    assert f'"url":"{BASE}{LAW}.html"' in page


def test_a_picture_goes_with_its_act_and_its_wish(tmp_path: Path) -> None:
    tiny = at_home(tmp_path)
    assert (tiny.build().site / PICTURE).is_file()
    (tiny.content / LAW / "document.yml").write_text(
        WORK.replace("title: Luật Mẫu", "title: Luật Khác"), "utf-8"
    )
    before = (tiny.site / PICTURE).read_bytes()
    assert (tiny.build().site / PICTURE).read_bytes() != before
    config = tmp_path / "mkdocs.yml"
    words = config.read_text(encoding="utf-8")
    off = ":\n      share_pictures: false\n"
    config.write_text(
        words.replace("- bookcase-site", f"- bookcase-site{off}"), "utf-8"
    )
    built = tiny.build()
    assert not (built.site / PICTURE).exists()
    assert f'og:image" content="{BASE}assets/images/chia-se.png"' in built.page(
        f"{LAW}.html"
    )


def test_a_notice_to_all_is_told_by_the_stamp(tiny: Tiny) -> None:
    notice = head(
        "thong-bao-tam-ngung",
        "notice",
        title="Tạm ngừng",
        published="2026-06-01",
        valid_until="2026-06-03",
        everywhere="true",
    )
    plain = head("thong-bao-khac", "notice")
    tiny.write(
        {
            "thong-bao/tam-ngung.md": f"---\n{notice}---\n\nNghỉ.\n",
            "thong-bao/khac.md": f"---\n{plain}---\n\nChào.\n",
        }
    )
    for day in ("2026-05-01", "2026-05-02"):
        built = tiny.build("--as-of", day)
        words = built.page("assets/ban-dung.js")
        stamp = json.loads(words.removeprefix("window.banDung=")[:-2])
        assert stamp["ngay"] == day
        assert stamp["thong-bao"] == [
            {
                "ten": "Tạm ngừng",
                "url": "thong-bao/tam-ngung.html",
                "tu": "2026-06-01",
                "den": "2026-06-03",
            }
        ]


def test_the_calendar_is_made_again_when_a_day_comes_into_its_sight(
    tiny: Tiny,
) -> None:
    text = (tiny.content / LAW / "2024-07-01.md").read_text(encoding="utf-8")
    later = WORK.replace("from: 2024-07-01", "from: 2026-12-01")
    tiny.write({f"{LAW}/document.yml": later, f"{LAW}/2026-12-01.md": text})
    (tiny.content / LAW / "2024-07-01.md").unlink()
    assert "01/12/2026" not in tiny.build("--as-of", "2026-09-01").page(
        "lich-hieu-luc.html"
    )
    assert "01/12/2026" in tiny.build("--as-of", "2026-09-02").page(
        "lich-hieu-luc.html"
    )
