"""Citations of whole texts: a layer by block; misses; places; quotes."""

from __future__ import annotations

import pytest

from bookcase.citations.annotate import annotated, said
from bookcase.citations.context import Context
from bookcase.citations.misses import misses
from bookcase.citations.places import place_of
from bookcase.citations.quoted import QuotedFrom, quotes_of
from bookcase.citations.scan import find
from bookcase.legal.parser import parse
from bookcase.legal.render import render
from bookcase.model.effects import Effect, Op
from tests.unit.citations.library import acts, day

OWN = "luat-9-2025-qh15"
TEXT = """
###### Điều 1. Sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế số 25/2008/QH12

1. Sửa đổi khoản 2 Điều 5 như sau:

> “2. Người trồng rau theo khoản 1 Điều này và Luật này.”

2. Bãi bỏ Điều 9.

###### Điều 2. Hiệu lực

Luật này có hiệu lực từ ngày ký; xem khoản 2 Điều 1.
"""


def layer(quotes: dict[str, QuotedFrom] | None = None) -> list[str]:
    """Write the citations of the text with what they lead to."""
    text = parse(TEXT).value
    found = annotated(text, Context(OWN, day=day(2026)), acts(), None, quotes)
    return [
        f"{one.text[at.start : at.end]} = {at.work}#{at.unit}"
        for one in said(text, {})
        for at in found.get(id(one.block), ())
    ]


def test_each_block_has_its_citations_and_quotes_speak_for_another_act() -> None:
    assert layer() == [
        "Luật Bảo hiểm y tế số 25/2008/QH12 = luat-25-2008-qh12#",
        "khoản 2 Điều 5 = luat-25-2008-qh12#d5.k2",
        "khoản 1 Điều này = luat-25-2008-qh12#d5.k1",
        "Luật này = luat-25-2008-qh12#",
        "Điều 9 = luat-25-2008-qh12#d9",
        f"Luật này = {OWN}#",
        f"khoản 2 Điều 1 = {OWN}#d1.k2",
    ]


def test_what_effects_say_of_a_quote_counts_more_than_a_guess() -> None:
    told = {"d1.k1/quote-1": QuotedFrom("luat-51-2014-qh13", "d8")}
    assert "khoản 1 Điều này = luat-51-2014-qh13#d8.k1" in layer(told)


def test_the_text_stays_as_it_is() -> None:
    text = parse(TEXT).value
    before = render(text)
    annotated(text, Context(OWN), acts())
    assert render(text) == before


def test_effects_tell_whose_words_a_quote_holds() -> None:
    rows = (
        Effect("d1.k1", "luat-a", Op.REPLACE, at=("d5.k2",), text="d1.k1/quote-1"),
        Effect("d1.k2", "luat-a", Op.INSERT, at=("d5",), text="d1.k2/quote-1.k3"),
        Effect("d1.k3", "luat-a", Op.REPEAL, at=("d9",)),
        Effect("d2", "luat-a", Op.REPEAL, at=("d1",)),
        Effect("d2", "luat-b", Op.REPEAL, at=("d1",)),
    )
    assert quotes_of(rows) == {
        "d1.k1": QuotedFrom("luat-a"),
        "d1.k2": QuotedFrom("luat-a"),
        "d1.k3": QuotedFrom("luat-a"),
        "d1.k1/quote-1": QuotedFrom("luat-a", "d5"),
        "d1.k2/quote-1": QuotedFrom("luat-a", "d5"),
    }


@pytest.mark.parametrize(
    ("said_", "known", "id_"),
    [
        ("d5.k2", ["d5", "d5.k2"], "d5.k2"),
        ("d5.a", ["d5._.a"], "d5._.a"),
        ("m1.2", ["la1.k2"], "la1.k2"),
        ("mau3", ["pl1.mau3"], "pl1.mau3"),
        ("mau3", ["pl1.mau3", "pl2.mau3"], ""),
        ("p2.c1", ["c1"], ""),
        ("d5.k2.doan-1", ["d5.k2"], "d5.k2.doan-1"),
        ("d9", ["d5"], ""),
    ],
)
def test_words_find_the_id_that_a_text_gives(
    said_: str, known: list[str], id_: str
) -> None:
    assert place_of(said_, known) == id_


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("theo khoản 2 Điều 5", []),
        ("khoản 5 triệu đồng", ["counted"]),
        ("theo Điều 45.5.QĐ.4.1.", ["codification"]),
        ("địa điểm a", ["other-word"]),
        ("QCVN 21: 2015/BGTVT", ["standard"]),
        ("Biểu số 07/SCT-BCT", ["form"]),
        ("Số: 38/VBHN-ABC", ["own-number"]),
        ("số 12/KH-ABC", ["other-number"]),
        ("Điều 5. Tên của điều", []),
        ("điểm a trên bản đồ", [""]),
    ],
)
def test_what_is_no_citation_has_a_reason(text: str, codes: list[str]) -> None:
    assert [one.code for one in misses(text, find(text))] == codes
