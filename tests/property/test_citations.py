"""Whatever a text says, its citations lie within it, in order and apart."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import example, given
from hypothesis import strategies as st

from bookcase.citations.annotate import annotated, said
from bookcase.citations.context import Context
from bookcase.citations.known import Acts
from bookcase.citations.scan import find, find_all
from bookcase.citations.titles import Titles
from bookcase.legal.render import render
from tests.property.legal_texts import legal_texts

if TYPE_CHECKING:
    from bookcase.model.tree import LegalText

TITLES = Titles(("luat dat dai", "bo luat hinh su"))
PIECES = st.sampled_from(
    [
        "điểm a", "khoản 2", "Khoản", "Điều 5", "điều 7a", "Mục 2", "Chương IV", "này",
        "và", ",", ";", "từ", "đến", "của", "Luật", "Luật Đất đai", "bộ luật hình sự",
        "Nghị định", "số", "10/2020/NĐ-CP", "27/2016/TTBTC", "ban hành kèm theo", "năm",
        "2015", "Phụ lục I", "Mẫu số 01", "Quy chế", "“", "”", "(", ")", ".", "5 triệu",
        "a", "1", "Ð", "khỏan", "KHOẢN 1 ĐIỀU 2", "\u00a0", "sửa đổi, bổ sung",
    ]
)  # fmt: skip
LINES = st.lists(PIECES, max_size=14).map(" ".join)


@given(LINES | st.text(max_size=60))
def test_citations_stand_in_order_and_apart(line: str) -> None:
    found = find(line, TITLES)
    assert all(0 <= one.start < one.end <= len(line) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(line[one.start : one.end].strip() for one in found)


@given(st.lists(LINES, max_size=6))
@example(lines=["mở tài khoản", "a) theo khoản 2 Điều này"])
def test_texts_in_a_row_give_what_each_gives_alone(lines: list[str]) -> None:
    alone = [(at, found) for at, line in enumerate(lines) if (found := find(line))]
    assert list(find_all(lines)) == alone


@given(legal_texts)
def test_the_layer_lies_on_words_and_leaves_them_alone(text: LegalText) -> None:
    before = render(text)
    layer = annotated(text, Context("luat-1-2020-qh14"), Acts())
    blocks = {id(one.block): one.text for one in said(text, {})}
    assert layer.keys() <= blocks.keys()
    for key, found in layer.items():
        assert all(one.end <= len(blocks[key]) for one in found)
    assert render(text) == before
