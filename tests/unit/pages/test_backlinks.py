"""Who cites an act: pages of their own, notes on the page of the act."""

from __future__ import annotations

from datetime import date

from bookcase.pages.catalog import Catalog, catalog
from bookcase.pages.cites.backlinks import (
    FEW,
    MOST,
    NAMED,
    Cited,
    backlinks_pages,
    notes,
    ordered,
)

from .samples import DAY, library, work

ACT = work("a")
HERE = "a/dan-chieu.html"


def seen() -> Catalog:
    """Return a bookcase of the act, and two that cite it: of 2020 and of 2025."""
    old, new = work("c", issued=date(2020, 1, 1)), work("b", issued=date(2025, 1, 1))
    return catalog(library(ACT, old, new), DAY)


def others(count: int) -> tuple[tuple[str, str], ...]:
    """Return so many provisions of another act."""
    return tuple(("luat-b", f"d{number}") for number in range(1, count + 1))


def test_the_latest_acts_come_first_and_their_places_in_order() -> None:
    rows = [("luat-c", "d9"), ("luat-b", "d2"), ("luat-b", "d1"), ("luat-b", "d2")]
    assert ordered(rows, seen()) == (
        ("luat-b", "d2"),
        ("luat-b", "d1"),
        ("luat-c", "d9"),
    )


def test_the_page_lists_by_article_act_state_and_place() -> None:
    cited = (Cited("d5", (("luat-b", "d2.k1"), ("luat-c", "")), ("d7.k1",)),)
    (page,) = backlinks_pages(ACT, cited, seen())
    (part,) = page.parts
    assert page.url == "van-ban/luat/2024/a/dan-chieu.html"
    assert (part.name, part.url, part.count) == (
        "Điều 5",
        "van-ban/luat/2024/a.html#d5",
        2,
    )
    first, second = part.acts
    assert (first.link.label, first.badge) == ("Luật b số B", "Còn hiệu lực")
    assert [(one.label, one.url) for one in first.places] == [
        ("khoản 1 Điều 2", "van-ban/luat/2024/b.html#d2.k1")
    ]
    assert second.places[0].url == "van-ban/luat/2024/c.html"
    assert [one.label for one in part.own] == ["khoản 1 Điều 7"]


def test_a_note_counts_others_and_the_act_itself_apart() -> None:
    cited = (
        Cited("d5", others(12), ("d7", "d8", "d9")),
        Cited("d6", others(1), ()),
        Cited("d7", (), ("d1",)),
    )
    told = dict(notes(ACT, cited))
    assert told["d5"] == (
        f'<div class="bk-ghi"><a href="{HERE}#d5">'
        "Được dẫn chiếu bởi 12 điều khoản, trong văn bản này 3</a>.</div>"
    )
    assert ">Được dẫn chiếu bởi 1 điều khoản</a>" in told["d6"]
    assert ">Được dẫn chiếu trong văn bản này 1</a>" in told["d7"]


def test_an_act_that_only_cites_itself_a_little_needs_no_page() -> None:
    cited = (Cited("d5", (), tuple(f"d{n}" for n in range(6, 6 + NAMED + 3))),)
    assert backlinks_pages(ACT, cited, seen()) == ()
    ((unit, note),) = notes(ACT, cited)
    assert unit == "d5"
    assert note.startswith(
        '<div class="bk-ghi">Được dẫn chiếu tại <a href="#d6">Điều 6</a>, <a href="#d7"'
    )
    assert note.endswith("3 chỗ khác</div>")


def test_an_act_that_often_cites_itself_gets_a_page() -> None:
    cited = (Cited("d5", (), tuple(f"d{n}" for n in range(6, 7 + FEW))),)
    (page,) = backlinks_pages(ACT, cited, seen())
    assert page.total == 0
    assert f'href="{HERE}#d5"' in dict(notes(ACT, cited))["d5"]


def test_a_long_list_is_cut_into_pages_that_lead_to_each_other() -> None:
    half = others(MOST // 2 + 1)
    cited = (Cited("d1", half, ()), Cited("d2", half, ()))
    first, second = backlinks_pages(ACT, cited, seen())
    assert second.url == "van-ban/luat/2024/a/dan-chieu-2.html"
    assert [(one.label, one.note) for one in second.pager] == [
        ("1", ""),
        ("2", "đang xem"),
    ]
    assert [part.unit for part in first.parts] == ["d1"]
    assert 'href="a/dan-chieu-2.html#d2"' in dict(notes(ACT, cited))["d2"]


def test_more_than_a_page_holds_is_counted() -> None:
    (page,) = backlinks_pages(ACT, (Cited("d1", others(MOST + 5), ()),), seen())
    (part,) = page.parts
    assert part.more == 5
    assert part.count == MOST + 5
    assert sum(len(act.places) for act in part.acts) == MOST
