"""The acts that a text names, and what a page tells of itself and of what it cites."""

from __future__ import annotations

from datetime import date

import pytest

from bookcase.citations.known import acts_of
from bookcase.citations.resolve import Found, Resolved
from bookcase.pages.catalog import catalog
from bookcase.pages.cites.cited import CitedActs, Row, packed, unpacked, way
from bookcase.pages.provisions import head_of

from .samples import DAY, entry, library, work

REASON = "không có văn bản nào tên «Luật Mây» trong tủ sách hay danh mục"


def listed() -> CitedActs:
    """Return the list of a library that holds one law and knows one decree."""
    held = library(
        work("a", issued=date(2023, 5, 6)),
        register=(entry("5/2020/NĐ-CP", title="về bè", issued=date(2020, 2, 3)),),
    )
    return CitedActs(acts_of(held), catalog(held, DAY))


def test_an_act_stands_once_in_the_order_of_the_text() -> None:
    acts = listed()
    held = Resolved(0, 5, "luat-a", "", Found.RESOLVED)
    known = Resolved(0, 5, "nghi-dinh-5-2020-nđ-cp", "d1", Found.NOT_HELD)
    anchors = [acts.anchor(one, "Luật a") for one in (held, known, held)]
    assert anchors == ["vb-1", "vb-2", "vb-1"]
    first, second = acts.entries
    assert (first.link.label, first.link.url) == (
        "Luật a số A",
        "van-ban/luat/2024/a.html",
    )
    assert first.facts == "ban hành 06/05/2023 · hiệu lực từ 01/01/2024"
    assert [badge.name for badge in first.badges] == ["Còn hiệu lực"]
    assert second.link.note == "chưa có toàn văn trong tủ sách"
    assert second.facts == "ban hành 03/02/2020"
    assert second.badges == ()


def test_an_act_that_nobody_knows_has_its_number_and_a_reason() -> None:
    acts = listed()
    lost = Resolved(0, 6, "nghi-dinh-99-2099-nd-cp", "d5", Found.UNKNOWN)
    acts.anchor(lost, "Điều 5 và Điều 6 Nghị định số 99/2099/NĐ-CP")
    (one,) = acts.entries
    assert one.link.label == "Nghị định số 99/2099/NĐ-CP"
    assert one.link.url == ""
    assert one.reason.startswith("chưa rõ: số này không có trong tủ sách")


def test_an_unknown_act_bears_its_number_wherever_that_is_told() -> None:
    acts = listed()
    lost = Resolved(0, 9, "luat-9-2099-qh20", "", Found.UNKNOWN)
    acts.anchor(lost, "Luật Mây và gió")
    acts.anchor(lost._replace(end=23), "Luật Mây số 9/2099/QH20 và gió")
    acts.anchor(lost, "Luật Mây và gió")
    (one,) = acts.entries
    assert (one.anchor, one.link.label) == ("vb-1", "Luật Mây số 9/2099/QH20")


def test_a_title_that_nobody_bears_says_why() -> None:
    acts = listed()
    lost = Resolved(0, 6, "", "d5", Found.UNKNOWN, reason=REASON)
    acts.anchor(lost, "Điều 5 và Điều 6 Luật Mây")
    (one,) = acts.entries
    assert (one.link.label, one.reason) == ("Luật Mây", REASON)


def test_an_ambiguous_name_lists_what_it_may_mean() -> None:
    acts = listed()
    ids = ("luat-a", "nghi-dinh-5-2020-nđ-cp")
    acts.anchor(Resolved(0, 6, "", "", Found.AMBIGUOUS, candidates=ids), "Luật a")
    (one,) = acts.entries
    assert [link.label for link in one.candidates] == [
        "Luật a số A",
        "Nghị định số 5/2020/NĐ-CP về bè",
    ]
    assert one.reason == "có thể là một trong các văn bản sau"


def test_rows_come_back_as_they_went_each_once() -> None:
    rows = [Row("a.html", "d1.k2", "d7", 12), Row("", "pl1", "", 0)]
    assert [*unpacked(packed([*rows, *rows]))] == rows
    assert [*unpacked("")] == []


@pytest.mark.parametrize(
    ("url", "page", "shortest"),
    [
        ("van-ban/luat/2024/a.html", "van-ban/luat/2024/b.html", "a.html"),
        ("van-ban/luat/2024/a.html", "van-ban/luat/2024/a/1.html", "../a.html"),
        ("van-ban/luat/2024/a/1.html", "van-ban/luat/2024/a.html", "a/1.html"),
        ("van-ban/luat/2024/a.html", "hoi-dap/x.html", "../van-ban/luat/2024/a.html"),
        ("a.html", "b.html", "a.html"),
    ],
)
def test_the_way_between_pages_is_the_shortest(
    url: str, page: str, shortest: str
) -> None:
    assert way(url, page) == shortest


@pytest.mark.parametrize(
    ("unit", "head"),
    [
        ("d5.k2.a", "d5"),
        ("d5.k1.d1", "d5"),
        ("d5._.m1", "d5"),
        ("d1.k1/quote-1.d2", "d1"),
        ("kt1.d4.k2", "kt1.d4"),
        ("pl1.mau1", "pl1.mau1"),
        ("p2.c1.m3", "p2.c1.m3"),
        ("d3~2.k1", "d3~2"),
        ("can-cu", ""),
        ("k1.a", ""),
    ],
)
def test_the_heading_of_a_unit_is_what_holds_it(unit: str, head: str) -> None:
    assert head_of(unit) == head
