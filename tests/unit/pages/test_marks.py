"""Links within the words of a law."""

from __future__ import annotations

from bookcase.legal.ids import id_map
from bookcase.legal.parser import parse
from bookcase.pages.law.lawtext import law_html
from bookcase.pages.marks import Mark, anchor, marked, term_marks
from bookcase.terms import definitions, uses

LAW = """\
###### Điều 1. Giải thích từ ngữ

1. Nhà bè là công trình nổi.

a) Phao:

- Phao tiêu là vật nổi báo luồng.

###### Điều 2. Neo

Mỗi nhà bè có phao tiêu.
"""


def test_words_are_escaped_and_footnotes_stay_links() -> None:
    words = "Bè <A> & bè[^1] khác"
    html = marked(words, (Mark(3, 6, "#d1", "tu"), Mark(9, 11, "#d2", "tu")))
    assert html == (
        'Bè <a class="tu" href="#d1">&lt;A&gt;</a> &amp;'
        ' <a class="tu" href="#d2">bè</a>'
        '<sup><a href="#chu-thich-1">1</a></sup> khác'
    )


def test_a_mark_over_another_is_left_out() -> None:
    html = marked("nhà bè tạm", (Mark(0, 6, "#a", "tu"), Mark(4, 10, "#b", "dc")))
    assert html == '<a class="tu" href="#a">nhà bè</a> tạm'


def test_a_term_leads_to_what_has_an_anchor_on_the_page() -> None:
    law = parse(LAW).value
    ids = id_map(law)
    marks = term_marks(uses(law, definitions(law, ids), ids))
    html = law_html(law, ids=ids, marks=marks).html
    assert (
        '<p>Mỗi <a class="tu" href="#d1.k1">nhà bè</a> có'
        ' <a class="tu" href="#d1.k1.a">phao tiêu</a>.</p>'
    ) in html
    assert 'id="d1.k1.a"' in html


def test_dashes_have_no_anchor() -> None:
    assert anchor("d1.k2.gach-3") == "d1.k2"
    assert anchor("d1.gach-1.cong-2") == "d1"
    assert anchor("gach-1") == anchor("doan-2.cong-1") == ""
    assert anchor("d1.k2.doan-cuoi") == anchor("d1.k2.ten") == "d1.k2"
    assert anchor("d1.k2.a") == "d1.k2.a"
