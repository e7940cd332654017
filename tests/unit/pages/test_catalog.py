"""Names, relations both ways, states and explainers."""

from __future__ import annotations

from datetime import date

from bookcase.history.aims import Aim, Aimed
from bookcase.history.rests import Rest
from bookcase.model.relations import Rel
from bookcase.pages.catalog import catalog
from bookcase.pages.cites.graph import graph_pages
from bookcase.pages.law.document import document_pages
from bookcase.pages.reading.publication import publication_pages
from bookcase.pages.shelves.shelf import ShelfIndex, ShelfPage, shelf_pages
from tests.unit.pages.samples import (
    DAY,
    entry,
    library,
    question,
    relation,
    repeal,
    work,
)

PATTERN = "https://vi-du.vn/{id}--{item_id}"


def test_a_relation_is_read_from_both_ends() -> None:
    a = work("a")
    b = work("b", relations=(relation(Rel.BASED_ON, "luat-a"),))
    seen = catalog(library(a, b), DAY)
    assert [(g.label, g.links[0].url) for g in seen.groups(b)] == [("Căn cứ", a.url)]
    assert [(g.label, g.links[0].url) for g in seen.groups(a)] == [
        ("Là căn cứ của", b.url)
    ]


def test_an_effect_is_a_relation_too() -> None:
    a = work("a")
    whole = catalog(library(a, work("b", effects=(repeal("luat-a"),))), DAY)
    part = catalog(library(a, work("b", effects=(repeal("luat-a", ("d2",)),))), DAY)
    assert [group.label for group in whole.groups(a)] == ["Bị bãi bỏ bởi"]
    assert [group.label for group in part.groups(a)] == ["Được sửa đổi, bổ sung bởi"]


def test_an_act_known_by_its_facts_leads_to_the_official_page() -> None:
    a = work("a", relations=(relation(Rel.BASED_ON, "nghi-dinh-1-2020-nd-cp"),))
    one = entry("1/2020/ND-CP", title="Về việc x", item_id="99")
    seen = catalog(library(a, register=(one,)), DAY, PATTERN)
    (group,) = seen.groups(a)
    assert group.links[0].away == "https://vi-du.vn/nghi-dinh-1-2020-nd-cp--99"
    assert group.links[0].note == "chưa có toàn văn trong tủ sách"


def test_an_act_that_nobody_knows_is_words_without_a_link() -> None:
    a = work("a", relations=(relation(Rel.BASED_ON, "luat-khong-co"),))
    (group,) = catalog(library(a), DAY).groups(a)
    assert (group.links[0].url, group.links[0].away) == ("", "")


def test_many_relations_go_to_a_page_of_their_own() -> None:
    a = work("a")
    others = tuple(
        work(f"x{n}", relations=(relation(Rel.BASED_ON, "luat-a"),)) for n in range(30)
    )
    seen = catalog(library(a, *others), DAY)
    (page,) = (one for one in document_pages(a, seen) if one.indexed)
    (group,) = page.view.relations
    assert (len(group.links), group.count) == (25, 30)
    assert group.more is not None
    (whole,) = graph_pages(seen)
    assert (whole.url, len(whole.groups[0].acts)) == (group.more.url, 30)


def test_an_explainer_stands_on_the_page_of_the_act_it_rests_on() -> None:
    a = work("a", number="A/2024")
    asked = question("x", "Điều 1 Luật số A/2024")
    resting = {asked.id: (Rest(asked.legal_basis[0], Aim(Aimed.HELD, a.id, ("d1",))),)}
    seen = catalog(library(a, publications=(asked,)), DAY, rests=resting)
    assert [link.label for link in seen.explainers["luat-a"]] == ["Hỏi x"]


def test_a_forced_link_leads_to_the_act() -> None:
    asked = question("x")
    seen = catalog(library(work("a"), publications=(asked,)), DAY)
    (page,) = publication_pages(asked, seen, lambda _: ())
    ((_, html),) = page.html()
    assert 'href="../van-ban/luat/2024/a.html#d1"' in html


def test_a_forced_link_to_nothing_leaves_the_words() -> None:
    asked = question("x")
    (page,) = publication_pages(
        asked, catalog(library(publications=(asked,)), DAY), lambda _: ()
    )
    ((_, html),) = page.html()
    assert "luật" in html
    assert "href" not in html


def test_a_shelf_is_cut_into_pages_newest_first() -> None:
    works = tuple(
        work(f"w{n:03}", issued=date(2024, 1, 1 + n % 28)) for n in range(130)
    )
    pages = [
        page
        for page in shelf_pages(catalog(library(*works), DAY))
        if isinstance(page, ShelfPage) and page.url.startswith("ke/loai/luat")
    ]
    assert [(page.url, len(page.rows)) for page in pages] == [
        ("ke/loai/luat.html", 100),
        ("ke/loai/luat-2.html", 30),
    ]
    issued = [row.sort[0] for page in pages for row in page.rows]
    assert issued == sorted(issued, reverse=True)


def test_every_shelf_is_counted_on_the_page_above_it() -> None:
    seen = catalog(library(work("a", subjects=("dat-dai",)), work("b")), DAY)
    (top,) = (
        page
        for page in shelf_pages(seen)
        if isinstance(page, ShelfIndex) and page.url == "ke/index.html"
    )
    found = {link.label: link.note for _, links in top.groups for link in links}
    assert found["Luật"] == "2"
    assert found["Đất đai"] == "1"


def test_a_forced_link_to_an_act_known_by_its_facts_leads_to_the_official_page() -> (
    None
):
    asked = question("x")
    one = entry("a", id="luat-a", type="luat", item_id="7")
    seen = catalog(library(publications=(asked,), register=(one,)), DAY, PATTERN)
    (page,) = publication_pages(asked, seen, lambda _: ())
    ((_, html),) = page.html()
    assert 'href="https://vi-du.vn/luat-a--7#d1"' in html
