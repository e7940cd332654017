"""Links from citations, pages mended when all units are known, backlinks."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest

from bookcase.build.backlinks import Mend, backlinks, mend
from bookcase.build.rendering.cited import PublicationLinks, linked, linking
from bookcase.build.rendering.context import Context
from bookcase.build.rendering.watch import Notes
from bookcase.build.work.execute import given_to, in_order, workers
from bookcase.legal.ids import identified
from bookcase.legal.parser import parse
from bookcase.markdown import to_html
from bookcase.model.act import Version
from bookcase.model.effects import Effect, Op, Phase
from bookcase.pages.catalog import catalog
from bookcase.pages.law.document import document_pages
from bookcase.pages.law.lawtext import law_html
from bookcase.pages.reading.publication import publication_pages
from tests.unit.pages.samples import library, question, work

if TYPE_CHECKING:
    from pathlib import Path

    from bookcase.build.rendering.cited import Linked
    from bookcase.model.act import Work
    from bookcase.pages.catalog import Catalog

TODAY = date(2026, 6, 1)
MIST = "Luật Sương số 5/2020/QH14"
BOATS = work("5-2020-qh14", title="Luật Sương", number="5/2020/QH14")
CITING = work("6-2024-qh15", title="Luật Bè", number="6/2024/QH15")
TWO = f"""\
###### Điều 1. Bè

1. Bè được neo theo khoản 2 Điều này và Điều 2.

2. Người giữ bè theo Điều 9.

###### Điều 2. Neo

Neo theo khoản 1 Điều 1. Việc khác theo điểm a khoản 3 Điều 7 {MIST} và {MIST}.
"""
SEVEN = """\
###### Điều 7. Neo

1. Một.

###### Điều 8. Phao

Theo Điều 7.
"""
LETTERS = "Người giữ bè phải neo bè chắc vào bờ trước khi trời tối hẳn. "


def seen(*works: Work) -> Catalog:
    """Return a bookcase of some acts."""
    return catalog(library(*works), TODAY)


def links(text: str, act: Work, known: Catalog, page: int = 0) -> tuple[str, Linked]:
    """Return the law of a page with its links, and what else came of them."""
    law = parse(text).value
    rows = identified(law)
    shown = [*document_pages(act, known)][page]
    ids = {id(one.block): one.id for one in rows}
    made = linked(linking(known), shown, law, rows, ids)
    assert made is not None
    return law_html(law, marks=made.marks).html, made


def test_a_citation_leads_to_its_provision_on_this_page_or_another() -> None:
    html, _ = links(TWO, CITING, seen(BOATS, CITING))
    assert '<a href="#d1.k2">khoản 2 Điều này</a> và <a href="#d2">Điều 2</a>' in html
    assert 'theo <a href="#d1.k1">khoản 1 Điều 1</a>' in html
    away = f'<a href="5-2020-qh14.html#d7.k3.a">điểm a khoản 3 Điều 7 {MIST}</a>'
    assert away in html


def test_a_whole_act_leads_to_the_list_of_acts() -> None:
    html, made = links(TWO, CITING, seen(BOATS, CITING))
    assert f'và <a href="#vb-1">{MIST}</a>.' in html
    (one,) = made.acts
    assert (one.anchor, one.link.url) == ("vb-1", BOATS.url)


def test_what_leads_to_where_it_stands_is_no_link() -> None:
    text = "###### Điều 3. Bè\n\n1. Theo Điều này, khoản này và Luật này.\n"
    html, made = links(text, CITING, seen(CITING))
    assert "Theo Điều này, khoản này và Luật này." in html
    assert made.acts == ()


def test_a_provision_that_the_text_lacks_is_cut_back_and_told() -> None:
    html, made = links(TWO, CITING, seen(BOATS, CITING))
    assert "Người giữ bè theo Điều 9." in html
    (one,) = made.found
    assert (one.span.line, one.code, one.level) == (5, "CITE001", "info")
    assert one.message.startswith("«Điều 9»")


def test_a_past_text_leads_to_the_law_of_its_last_day() -> None:
    days = (date(2020, 1, 1), date(2022, 1, 1), date(2025, 1, 1))
    folder = BOATS.folder
    texts = tuple(Version(day, path=f"{folder}/{day}.md") for day in days)
    mist = work("5-2020-qh14", title="Luật Sương", number="5/2020/QH14", versions=texts)
    own = tuple(
        Version(day, path=f"{CITING.folder}/{day}.md")
        for day in (date(2021, 1, 1), date(2023, 1, 1))
    )
    act = work("6-2024-qh15", title="Luật Bè", number="6/2024/QH15", versions=own)
    known = seen(mist, act)
    today, past = 0, 1
    assert 'href="5-2020-qh14.html#d7.k3.a"' in links(TWO, act, known, today)[0]
    html, _ = links(TWO, act, known, past)
    assert 'href="../5-2020-qh14/2022-01-01.html#d7.k3.a"' in html


def test_words_in_a_quote_are_those_of_the_amended_act() -> None:
    quoted = """\
###### Điều 1. Sửa đổi Điều 7 của Luật Sương

> “Điều 7. Neo
>
> 1. Neo theo Điều 8 của Luật này và Luật này.”
"""
    effect = Effect(
        "d1",
        BOATS.id,
        Op.REPLACE,
        ("d7",),
        text="d1/quote-1",
        effective=(Phase(TODAY),),
    )
    act = work("6-2024-qh15", number="6/2024/QH15", effects=(effect,))
    html, made = links(quoted, act, seen(BOATS, act))
    assert '<a href="5-2020-qh14.html#d8">Điều 8 của Luật này</a>' in html
    assert '<a href="#vb-1">Luật này</a>' in html
    assert made.acts[0].link.url == BOATS.url


def test_links_into_other_acts_are_mended_when_all_units_are_known(
    tmp_path: Path,
) -> None:
    known = seen(BOATS, CITING)
    html, made = links(TWO, CITING, known)
    _, target = links(SEVEN, BOATS, known)
    told = backlinks([made.citing, target.citing], known)
    (one,) = told.found
    assert (one.span.line, one.code) == (9, "CITE001")
    assert one.message.startswith("«điểm a khoản 3 Điều 7 Luật số 5/2020/QH14»")
    path = tmp_path / CITING.url
    path.parent.mkdir(parents=True)
    path.write_text(html, "utf-8")
    context = Context(tmp_path, tmp_path, tmp_path, (), linking(known), Notes())
    mend(context, tuple(one for one in told.mends if one.url == CITING.url))
    mended = path.read_text("utf-8")
    assert f'<a href="5-2020-qh14.html#d7">điểm a khoản 3 Điều 7 {MIST}</a>' in mended


def test_each_article_is_told_who_cites_it() -> None:
    known = seen(BOATS, CITING)
    _, made = links(TWO, CITING, known)
    _, target = links(SEVEN, BOATS, known)
    told = backlinks([made.citing, target.citing], known)
    (page,) = told.pages
    assert page.url == "van-ban/luat/2024/5-2020-qh14/dan-chieu.html"
    (part,) = page.parts
    assert (part.unit, part.count) == ("d7", 1)
    assert [one.label for one in part.acts[0].places] == ["Điều 2"]
    assert [one.label for one in part.own] == ["Điều 8"]
    notes = {one.url: dict(one.notes) for one in told.mends}
    assert "Được dẫn chiếu bởi 1 điều khoản, trong" in notes[BOATS.url]["d7"]
    assert [*notes[CITING.url]] == ["d1", "d2"]


def test_an_instruction_to_change_an_act_is_no_citation_of_it() -> None:
    effect = Effect("d2", BOATS.id, Op.REPEAL, ("d7",), effective=(Phase(TODAY),))
    act = work("6-2024-qh15", number="6/2024/QH15", effects=(effect,))
    known = seen(BOATS, act)
    told = backlinks(
        [links(TWO, act, known)[1].citing, links(SEVEN, BOATS, known)[1].citing], known
    )
    assert told.pages == ()


def test_a_note_goes_to_the_end_of_its_article_or_behind_a_heading(
    tmp_path: Path,
) -> None:
    page = (
        '<section class="chapter" id="c1"><h3>C</h3>\n'
        '<section class="article" id="d1"><h4>M</h4>\n<p id="d1.k1">x</p>\n</section>\n'
        "</section>"
    )
    (tmp_path / "a.html").write_text(page, "utf-8")
    context = Context(tmp_path, tmp_path, tmp_path, (), linking(seen()), Notes())
    notes = (("c1", "<i>1</i>"), ("d1", "<i>2</i>"), ("d9", "<i>3</i>"))
    sizes = mend(context, (Mend("a.html", notes=notes),))
    said = (tmp_path / "a.html").read_text("utf-8")
    assert said == page.replace("</h3>", "</h3><i>1</i>").replace(
        "</p>\n</section>", "</p>\n<i>2</i></section>"
    )
    assert sizes == (len(page) + len("<i>1</i><i>2</i>"),)


def test_running_text_of_publications_is_linked_but_no_code_and_no_link() -> None:
    known = seen(BOATS)
    page = next(publication_pages(question("be"), known, lambda _: ()))
    told = PublicationLinks(linking(known), page)
    given = f"Xem **Điều 7 {MIST}** nhé.\n\n`Điều 8 {MIST}` [Điều 9 {MIST}](x.html)"
    html = to_html(given, lambda _: None, told.links)
    rel = ' rel="noopener noreferrer"'
    to = "../van-ban/luat/2024/5-2020-qh14.html#d7"
    assert f'<strong><a href="{to}"{rel}>Điều 7 {MIST}</a></strong> nhé.' in html
    assert f"<code>Điều 8 {MIST}</code>" in html
    assert html.count("<a ") == 2
    assert told.citing().url == "hoi-dap/be.html"


@pytest.mark.parametrize("jobs", [1, 2])
def test_workers_are_given_a_value_once(jobs: int) -> None:
    with workers(jobs, "cho") as pool:
        work_ = given_to(pool, partial(_joined, "-"))
        assert [*in_order(pool, work_, "ab", 2)] == ["cho-a", "cho-b"]


def _joined(mark: str, given: str, item: str) -> str:
    return f"{given}{mark}{item}"


def test_a_page_of_400_articles_and_2000_citations_grows_by_less_than_a_quarter() -> (
    None
):
    def article(number: int) -> str:
        own = (number * 37) % 400 + 1
        cites = (
            f"theo khoản 1 Điều {own} của Luật này, khoản 2 Điều {own % 400 + 1}",
            f"theo Điều {(own + 7) % 400 + 1} và khoản 1 Điều 7 {MIST}",
            f"theo {MIST} và điều kiện khác",
        )
        says = [f"{n}. {LETTERS * 5}{said}." for n, said in enumerate(cites, 1)]
        return f"###### Điều {number}. Bè\n\n" + "\n\n".join(says)

    text = "\n\n".join(article(number) for number in range(1, 401))
    known = seen(BOATS, CITING)
    law = parse(text).value
    html, made = links(text, CITING, known)
    _, target = links(SEVEN, BOATS, known)
    told = backlinks([made.citing, target.citing], known)
    notes = next(one.notes for one in told.mends if one.url == CITING.url)
    with_notes = len(html.encode()) + sum(len(note.encode()) for _, note in notes)
    assert sum(map(len, made.marks.values())) == 2000
    assert len(notes) == 400
    assert with_notes / len(law_html(law).html.encode()) < 1.25
