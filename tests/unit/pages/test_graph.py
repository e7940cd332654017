"""The page of an act's relations: the table, and the two pictures."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from bookcase.model.relations import LABELS, Rel
from bookcase.pages.catalog import catalog
from bookcase.pages.cites.drawing import Box, Cluster, Picture, narrow, wide
from bookcase.pages.cites.graph import CROWD, FEWEST, graph_pages
from bookcase.pages.measure import lines, width
from bookcase.pages.templates import environment
from bookcase.pages.view import Link
from tests.shared import ROOT
from tests.unit.pages.samples import DAY, entry, library, relation, repeal, work

if TYPE_CHECKING:
    from collections.abc import Callable

    from bookcase.model.act import Work
    from bookcase.pages.cites.graph import GraphPage

    Draw = Callable[[Picture, str], str]

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = pytest.mark.parametrize("draw", [wide, narrow])


def guides(count: int) -> tuple[Work, ...]:
    return tuple(
        work(f"x{n}", issued=date(2020, 1, n + 1), relations=(to("luat-a"),))
        for n in range(count)
    )


def to(target: str, rel: Rel = Rel.BASED_ON) -> object:
    return relation(rel, target)


def page(*works: Work, **fields: object) -> GraphPage:
    found = {
        one.url: one for one in graph_pages(catalog(library(*works, **fields), DAY))
    }
    return found[f"{works[0].folder}/luoc-do.html"]


def tree(svg: str) -> ET.Element:
    space = 'xmlns="http://www.w3.org/2000/svg"'
    return ET.fromstring(str(svg).replace("<svg", f"<svg {space}", 1))  # noqa: S314 - our own


def box(title: str = "Luật ví dụ", url: str = "luat.html") -> Box:
    link = Link(f"{title} số 1", url)
    return Box(link, "Luật số 1", title, "Còn hiệu lực · 01/01/2020", "con-hieu-luc")


def picture(left: int, right: int, boxes: int = 2, title: str = "Luật") -> Picture:
    held = tuple(box(title) for _ in range(boxes))
    one = Cluster("Căn cứ (2)", "dan", held, Link("và 3 văn bản khác", "#can-cu"))
    return Picture("Lược đồ", box(title), (one,) * left, (one,) * right)


def test_both_ways_stand_in_the_table_what_changes_the_act_first() -> None:
    a = work("a", relations=(to("luat-c"),))
    c = work("c")
    seen = page(a, c, work("b", effects=(repeal("luat-a"),)), *guides(2))
    assert [(one.label, one.outgoing, len(one.acts)) for one in seen.groups] == [
        ("Bị bãi bỏ bởi", False, 1),
        ("Là căn cứ của", False, 2),
        ("Căn cứ", True, 1),
    ]
    assert seen.total == 4
    newest = seen.groups[1].acts[0]
    assert (newest.number, newest.issued, newest.badge) == (
        "X1",
        "02/01/2020",
        "Còn hiệu lực",
    )


def test_every_relation_has_words_for_both_ways() -> None:
    assert set(LABELS) == set(Rel)
    said = [words for both in LABELS.values() for words in both]
    assert len(set(said)) == 2 * len(Rel)


def test_an_act_with_few_relations_has_no_page() -> None:
    few = catalog(library(work("a"), *guides(FEWEST - 1)), DAY)
    assert list(graph_pages(few)) == []
    enough = catalog(library(work("a"), *guides(FEWEST)), DAY)
    assert [one.url for one in graph_pages(enough)] == [
        "van-ban/luat/2024/a/luoc-do.html"
    ]


def test_acts_that_are_not_held_are_told_as_far_as_they_are_known() -> None:
    known = entry("1/2020/ND-CP", title="Về việc x", issued=date(2020, 5, 1))
    targets = ("nghi-dinh-1-2020-nd-cp", "luat-7-2019-qh14", "theo lời văn")
    seen = page(work("a", relations=tuple(map(to, targets))), register=(known,))
    acts = {one.short: one for one in seen.groups[0].acts}
    assert set(acts) == {
        "Nghị định số 1/2020/ND-CP",
        "Luật 7-2019-QH14",
        "theo lời văn",
    }
    assert acts["Nghị định số 1/2020/ND-CP"].issued == "01/05/2020"
    assert acts["Nghị định số 1/2020/ND-CP"].badge == "Chưa có toàn văn"
    assert not acts["Luật 7-2019-QH14"].link.url


def test_the_table_holds_all_and_the_picture_leads_to_it() -> None:
    seen = page(work("a"), *guides(CROWD))
    (group,) = seen.groups
    assert len(group.acts) == CROWD
    for svg in seen.drawn:
        links = [one.get("href") for one in tree(svg).iter(f"{SVG}a")]
        assert links == [*links[:2], f"#{group.anchor}"]
        assert "và 28 văn bản khác" in svg


def test_the_page_can_be_printed_and_escapes_what_people_wrote() -> None:
    a = work("a", title="Luật <b>“A & B”</b>")
    env = environment(ROOT / "overrides" / "bookcase")
    seen = page(a, *guides(FEWEST))
    html = env.get_template("luoc-do.html").render(page=seen, root="../")
    assert "<b>" not in html
    assert "Luật &lt;b&gt;“A &amp; B”&lt;/b&gt;" in html
    anchors = re.findall(r'href="#([^"]+)"', html)
    assert all(f'id="{one}"' in html for one in anchors)


@DRAWN
@pytest.mark.parametrize(("left", "right"), [(0, 1), (1, 0), (3, 2), (7, 7)])
def test_boxes_lie_in_the_picture_and_none_on_another(
    draw: Draw, left: int, right: int
) -> None:
    root = tree(draw(picture(left, right), "../"))
    x, y, room, height = map(float, root.get("viewBox", "").split())
    rects = []
    for rect in root.iter(f"{SVG}rect"):
        at, down, wide_, tall = (
            float(rect.get(k, "")) for k in ("x", "y", "width", "height")
        )
        assert x <= at
        assert y <= down
        assert at + wide_ <= x + room
        assert down + tall <= y + height
        rects.append((at, down, at + wide_, down + tall))
    for one in rects:
        for other in rects:
            apart = one[2] <= other[0] or other[2] <= one[0]
            apart = apart or one[3] <= other[1] or other[3] <= one[1]
            inside = _holds(one, other) or _holds(other, one)
            assert one is other or apart or inside


def _holds(outer: tuple[float, ...], inner: tuple[float, ...]) -> bool:
    left, top, right, bottom = outer
    return left < inner[0] and top < inner[1] and right > inner[2] and bottom > inner[3]


@DRAWN
def test_lines_of_words_do_not_touch_and_every_act_says_its_whole_name(
    draw: Draw,
) -> None:
    long = "Luật về việc đặt tên rất dài cho một đạo luật rất ngắn " * 4
    root = tree(draw(picture(2, 2, title=long.strip()), "../"))
    places = sorted(
        (float(one.get("x", "")), float(one.get("y", "")))
        for one in root.iter(f"{SVG}text")
    )
    for one, other in pairwise(places):
        assert one[0] != other[0] or other[1] - one[1] >= 17
    for link in root.iter(f"{SVG}a"):
        if not link.get("href", "").startswith("#"):
            assert link.findtext(f"{SVG}title", "").startswith(long.strip())


@DRAWN
def test_an_arrow_leads_to_the_act_that_something_is_done_to(draw: Draw) -> None:
    both = draw(picture(2, 3), "")
    heads = both.count("ld-dau")
    assert heads == (5 if draw is wide else 4)
    assert "ld-dau" not in draw(picture(0, 0), "")


def test_words_are_broken_into_their_room() -> None:
    words = "Nghị định quy định chi tiết một số điều và biện pháp thi hành Luật Vườn"
    made = lines(words, 120, 13, 3)
    assert len(made) == 3
    assert made[-1].endswith("…")
    assert all(width(line, 13) <= 120 for line in made)
    assert " ".join(lines(words, 1000, 13, 3)) == words


def test_a_word_wider_than_its_room_is_cut() -> None:
    (made,) = lines("W" * 50, 100, 13, 1)
    assert made.endswith("W…")
    assert width(made, 13) <= 100
    assert lines("", 100, 13, 2) == ()
