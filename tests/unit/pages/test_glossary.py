"""The glossary over all acts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bookcase.pages.catalog import catalog
from bookcase.pages.templates import environment
from bookcase.pages.terms.defined import Defined, defined
from bookcase.pages.terms.glossary import (
    PAGE_SIZE,
    URL,
    GlossaryIndex,
    GlossaryPage,
    glossary_pages,
)
from bookcase.terms import Term
from tests.shared import ROOT
from tests.unit.pages.samples import DAY, library, work

if TYPE_CHECKING:
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.terms.glossary import Entry

OLD = work("a", issued=date(2020, 1, 1))
NEW = work("b", issued=date(2024, 1, 1))


def seen() -> Catalog:
    return catalog(library(OLD, NEW), DAY)


def term(words: str, said: str, unit: str = "d3.k1", **fields: object) -> Term:
    return Term(words, unit, said, **fields)  # type: ignore[arg-type]


def rows(*terms: tuple[str, Term]) -> list[Defined]:
    return [row for id_, one in terms for row in defined(id_, (one,))]


def entries(given: list[Defined]) -> list[Entry]:
    (page,) = glossary_pages(given, seen())
    assert isinstance(page, GlossaryPage)
    return [entry for _, part in page.parts for entry in part]


def many(count: int) -> list[Defined]:
    terms = [("luat-a", term(f"Bè {number}", "vật nổi")) for number in range(count)]
    return rows(*terms)


def test_acts_that_say_the_same_stand_under_one_meaning() -> None:
    same = rows(
        ("luat-a", term("Nhà bè", "công trình nổi quy định tại Luật này;")),
        ("luat-b", term("nhà bè", "Công trình nổi, quy định tại Nghị định này.")),
    )
    (entry,) = entries(same)
    (meaning,) = entry.meanings
    assert [one.link.url for one in meaning.acts] == [
        f"{NEW.url}#d3.k1",
        f"{OLD.url}#d3.k1",
    ]


def test_tone_marks_in_another_place_are_no_difference() -> None:
    same = rows(
        ("luat-a", term("Văn hoá", "điều hoà")), ("luat-b", term("Văn hóa", "điều hòa"))
    )
    (entry,) = entries(same)
    assert (entry.acts, len(entry.meanings)) == (2, 1)


def test_acts_that_differ_are_told_apart_the_newest_first() -> None:
    differing = rows(
        ("luat-a", term("Nhà bè", "nhà trên bờ")),
        ("luat-b", term("Nhà bè", "công trình nổi", "d2")),
    )
    (entry,) = entries(differing)
    assert [one.text for one in entry.meanings] == ["công trình nổi", "nhà trên bờ"]
    saying = entry.meanings[0].acts[0]
    assert saying.link.label == "Điều 2 Luật số B"
    assert (saying.badge, saying.badge_class) == ("Còn hiệu lực", "con-hieu-luc")


def test_short_names_are_no_terms_and_other_names_are_told() -> None:
    given = rows(
        ("luat-a", term("Ủy ban", "Ủy ban nhân dân", short=True)),
        ("luat-a", term("nhà bè", "vật nổi", aliases=("bè",))),
    )
    (entry,) = entries(given)
    assert (entry.words, entry.aliases) == ("Nhà bè", ("bè",))


def test_terms_stand_in_the_order_of_the_alphabet_each_with_its_anchor() -> None:
    words = ("Đò", "3G", "Ăn ở", "Do", "Dò", "Dỗ")
    found = entries(rows(*(("luat-a", term(one, "x")) for one in words)))
    assert [one.words for one in found] == ["Ăn ở", "Do", "Dò", "Dỗ", "Đò", "3G"]
    anchors = [one.anchor for one in found]
    assert anchors == ["an-o", "do", "do~2", "do~3", "do~4", "3g"]


def test_a_long_meaning_is_cut_at_a_word() -> None:
    (row,) = rows(("luat-a", term("Bè", "từ " * 300)))
    assert row.said.endswith("từ …")
    assert len(row.said) < 330


def test_a_small_glossary_is_one_page_and_so_is_an_empty_one() -> None:
    assert [page.url for page in glossary_pages(many(PAGE_SIZE), seen())] == [URL]
    (empty,) = glossary_pages((), seen())
    assert (empty.url, empty.total) == (URL, 0)


def test_a_large_glossary_is_cut_by_letter_and_size() -> None:
    given = many(PAGE_SIZE + 1) + rows(
        ("luat-a", term("Đò", "thuyền")), ("luat-b", term("Đò", "phà"))
    )
    index, *pages = glossary_pages(given, seen())
    assert isinstance(index, GlossaryIndex)
    assert [page.url for page in pages] == [
        "thuat-ngu/b.html",
        "thuat-ngu/b-2.html",
        "thuat-ngu/dd.html",
    ]
    assert [link.url for _, links in index.letters for link in links] == [
        page.url for page in pages
    ]
    assert [(one.url, one.note) for one in index.differing] == [
        ("thuat-ngu/dd.html#do", "2 cách giải thích")
    ]
    assert (index.total, index.acts) == (PAGE_SIZE + 2, 2)


def test_every_link_of_the_pages_leads_to_a_page_and_an_anchor() -> None:
    given = many(PAGE_SIZE + 1) + rows(("luat-a", term("<Đò>", "“a” & b")))
    env, ids = environment(ROOT / "overrides" / "bookcase"), set()
    for page in glossary_pages(given, seen()):
        if isinstance(page, GlossaryPage):
            html = env.get_template("thuat-ngu.html").render(page=page, root="../")
            ids |= {f'id="{one.anchor}"' in html for _, es in page.parts for one in es}
            assert "<Đò>" not in html
        else:
            html = env.get_template("thuat-ngu-muc-luc.html").render(page=page, root="")
            assert 'href="thuat-ngu/b.html"' in html
    assert ids == {True}
