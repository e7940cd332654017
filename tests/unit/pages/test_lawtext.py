"""Legal text as HTML: its shape by example, its letters by property."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bookcase.legal.parser import parse
from bookcase.pages.law.contents import contents_html
from bookcase.pages.law.lawtext import law_html
from tests.golden import Case, cases, update
from tests.pagetext import html_letters, law_of_page, tree_letters
from tests.shared import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

GOLDEN = ROOT / "tests" / "golden" / "pages" / "law.md"

_lines = st.sampled_from(
    [
        "### Chương I. CHUNG",
        "###### Điều 1. Phạm vi",
        "###### Điều 1. Lặp",
        "1. Khoản <i>",
        "a) Điểm & chữ",
        "i) nhỏ",
        "- gạch",
        "+ cộng",
        "> “Điều 2. Trích",
        "> 1. trong trích”.",
        "| a | b \\| c |",
        "::: mo-dau",
        ":::",
        "Căn cứ Luật;",
        "chữ thường[^1]",
        "[^1]: chú thích",
        "## Phụ lục I. DANH MỤC",
        "### Mẫu số 01. ĐƠN",
        "# QUY CHẾ",
        "\\\\ đoạn của điều",
        "<table><tr><td colspan=2>x<br>y</td></tr></table>",
        "![hình](attachments/a.png)",
    ]
)


def say(given: str) -> str:
    """Render a text."""
    return law_html(parse(given).value).html + "\n"


@pytest.mark.parametrize("case", cases(GOLDEN), ids=lambda case: case.title)
def test_law_html(case: Case, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        update(GOLDEN, say)
    else:
        assert say(case.given) == case.expected


@given(st.lists(_lines | st.text(max_size=20), max_size=12).map("\n".join))
def test_every_letter_of_the_text_comes_out_in_the_page(source: str) -> None:
    law = parse(source).value
    assert html_letters(law_html(law).html) == tree_letters(law)


@given(st.lists(_lines, max_size=14).map("\n".join))
def test_every_letter_is_given_to_search_too(source: str) -> None:
    law = parse(source).value
    html = law_html(law)
    told = "".join(
        letter
        for passage in html.passages
        for words in (passage.title, *passage.texts)
        for letter in words
        if letter.isalpha()
    )
    shown = [letter for letter in tree_letters(law) if letter.isalpha()]
    assert sorted(told.replace("hình", "")) == sorted(shown)


@given(st.lists(_lines, max_size=14).map("\n".join))
def test_no_id_stands_twice_and_every_entry_of_the_contents_has_one(
    source: str,
) -> None:
    html = law_html(parse(source).value)
    ids = list(_ids(html.html))
    assert len(ids) == len(set(ids))
    assert {entry.id for entry in html.contents} <= set(ids)


def _ids(html: str) -> Iterator[str]:
    for piece in html.split(' id="')[1:]:
        yield piece.partition('"')[0]


def test_a_letter_that_goes_missing_is_noticed() -> None:
    law = parse("###### Điều 1. Tên\n\n1. Một.\n\na) Hai.").value
    html = law_html(law).html
    assert html_letters(html.replace("Hai", "Ha")) != tree_letters(law)


def test_the_law_is_cut_out_of_a_whole_page() -> None:
    page = (
        '<h1>T</h1><div class="bk-luat" lang="vi">\n<p>Một</p>\n<div class="bang">'
        '<table></table></div>\n</div>\n</div>\n<section class="bk-lien-quan">Khác'
        "</section></article>"
    )
    assert html_letters(law_of_page(page)) == "Một"


def test_pictures_lead_into_the_works_own_folder() -> None:
    law = parse("![Sơ đồ](attachments/so-do.png)").value
    assert 'src="../../x/attachments/so-do.png" alt="Sơ đồ"' in (
        law_html(law, "../../x/").html
    )


def test_the_contents_fold_by_chapter() -> None:
    source = "### Chương I. CHUNG\n\n###### Điều 1. A\n\n### Chương II. RIÊNG"
    assert contents_html(law_html(parse(source).value).contents) == (
        '<ul><li class="co-con"><a href="#c1">Chương I. CHUNG</a>'
        '<details open><summary aria-label="Gấp, mở: Chương I"></summary>'
        '<ul><li><a href="#d1">Điều 1. A</a></li></ul></details></li>'
        '<li><a href="#c2">Chương II. RIÊNG</a></li></ul>'
    )


def test_each_article_is_a_passage_and_the_rest_is_the_head() -> None:
    source = "Lời mở.\n\n###### Điều 1. A\n\n1. Một.\n\n## Phụ lục. B\n\nHai."
    passages = law_html(parse(source).value).passages
    assert [(p.id, p.title, p.texts) for p in passages] == [
        ("", "", ["Lời mở."]),
        ("d1", "Điều 1. A", ["1. Một."]),
        ("pl1", "Phụ lục. B", ["Hai."]),
    ]
