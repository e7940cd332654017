"""Maps: every place is on its picture, none twice, none too heavy."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from bookcase.metadata.gazetteer import read_shapes
from bookcase.metadata.lists import read_lists
from bookcase.model.lists import Lists
from bookcase.model.places import Province
from bookcase.pages.places.atlas import FAR, country, path_of, projected, province_map
from bookcase.pages.templates import environment
from tests.shared import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from bookcase.pages.places.atlas import Map

HEAVIEST = 60_000


@cache
def lists() -> Lists:
    """Return the lists of the starter content."""
    return read_lists(ROOT / "content" / "_data").value


def drawn(picture: Map | None) -> str:
    """Print a map as its page does."""
    env = environment(ROOT / "overrides" / "bookcase")
    module = env.get_template("map.html").module
    return str(module.picture(picture, "../", caller=lambda: "Bản đồ"))  # type: ignore[attr-defined]


def test_the_country_has_all_provinces_and_both_groups_of_islands() -> None:
    picture = country(lists())
    assert picture
    assert [one.link.url for one in picture.areas] == [
        f"dia-phuong/{code}.html" for code in lists().provinces
    ]
    assert [one.link.label for one in picture.frames] == [
        "Hoàng Sa|(Đà Nẵng)",
        "Trường Sa|(Khánh Hòa)",
    ]
    html = drawn(picture)
    assert len(html.encode()) < HEAVIEST
    assert html.count("<a ") == html.count('tabindex="-1"') == 36
    assert "<figcaption>Bản đồ</figcaption>" in html


@pytest.mark.parametrize("code", ["01", "48", "56", "79"])
def test_a_province_has_each_of_its_communes_once(code: str) -> None:
    own = [one for one in lists().communes.values() if one.province == code]
    picture = province_map(lists().provinces[code], own)
    assert picture
    drawn_ = [one.link.url for one in picture.dots]
    drawn_ += [one.link.url for one in picture.frames]
    assert sorted(drawn_) == sorted(f"dia-phuong/{code}/{one.code}.html" for one in own)
    assert [len(one.lines) for one in picture.frames] == [2] * len(picture.frames)
    left, top, width, height = map(int, picture.box.split())
    assert all(left <= one.x <= left + width for one in picture.dots)
    assert all(top <= one.y <= top + height for one in picture.dots)
    assert len(drawn(picture).encode()) < HEAVIEST


def test_neighbours_have_different_tints() -> None:
    picture = country(lists())
    assert picture
    tints = [one.tint for one in picture.areas]
    points = [
        {point for ring in one.shape for point in ring}
        for one in lists().provinces.values()
    ]
    for a, b in combinations(range(len(tints)), 2):
        assert tints[a] != tints[b] or points[a].isdisjoint(points[b])
    assert max(tints) <= 3  # as many as the sheet has


def test_every_province_has_most_of_its_communes_within_its_outline() -> None:
    for code, province in lists().provinces.items():
        own = [
            projected(one.lat or 0, one.lon or 0)
            for one in lists().communes.values()
            if one.province == code and one.code not in FAR
        ]
        held = [one for one in own if any(_inside(*one, r) for r in province.shape)]
        assert len(held) > 0.95 * len(own), code


def test_no_name_stands_on_another() -> None:
    picture = country(lists())
    assert picture
    for one, other in combinations(picture.areas, 2):
        letters = len(one.link.label) + len(other.link.label)
        beside = abs(one.x - other.x) >= letters * 9 / 2
        assert beside or abs(one.y - other.y) >= 17, (one.link, other.link)


def _inside(x: float, y: float, ring: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether a point is in a ring: a line from it crosses it oddly often."""
    crossed = False
    for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            crossed = not crossed
    return crossed


def test_nothing_is_drawn_without_outlines() -> None:
    bare = Province("01", "Thành phố Hà Nội", "thành phố")
    assert country(Lists(provinces={"01": bare})) is None
    assert province_map(bare, ()) is None


def test_a_path_is_written_as_the_way_from_point_to_point() -> None:
    rings = (((5, 5), (8, 5), (8, 9)), ((-1, 0), (0, 0), (0, 1)))
    assert path_of(rings) == "M5 5l3 0 0 4zM-1 0l1 0 0 1z"


def test_an_outline_that_cannot_be_read_is_told_with_its_line(tmp_path: Path) -> None:
    rows = "code,shape\n01,1 2 3 4 5 6;7 8 9 10 11 12\n04,1 2 3\n"
    (tmp_path / "province-shapes.csv").write_text(rows, "utf-8")
    read = read_shapes(tmp_path)
    assert read.value == {"01": (((1, 2), (3, 4), (5, 6)), ((7, 8), (9, 10), (11, 12)))}
    assert [(one.code, one.span.line) for one in read.diagnostics] == [("META304", 3)]
