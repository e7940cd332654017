"""Lists of provisions, member by member."""

from __future__ import annotations

import pytest

from bookcase.citations.provisions import Provision, expanded, provisions_at

CASES = {
    "điểm a khoản 2 và khoản 3 Điều 5; Điều 7 của Luật": "d5.k2.a d5.k3 d7",
    "điểm a khoản 1 và khoản 3 Điều 7": "d7.k1.a d7.k3",
    "các khoản 1, 2 và 3 Điều 5": "d5.k1 d5.k2 d5.k3",
    "các điểm a, b và c khoản 2 Điều 9 Nghị định": "d9.k2.a d9.k2.b d9.k2.c",
    "khoản 2, Điều 5": "d5.k2",
    "điểm a, khoản 2, Điều 5": "d5.k2.a",
    "các điều 5, 6 và 7": "d5 d6 d7",
    "Điều 7a, 7b": "d7a d7b",
    "điểm đ, điểm e khoản 3a Điều 4": "d4.k3a.dd d4.k3a.e",
    "khoản 1, điểm a khoản 2 Điều 5 và Điều 6": "d5.k1 d5.k2.a d6",
    "các khoản 3, 4, điểm b khoản 5 và khoản 7 Điều 2": "d2.k3 d2.k4 d2.k5.b d2.k7",
    "khổ thứ hai khoản 3 Điều 10": "d10.k3.doan-2",
    "khoản 3, 15 ngày": "k3",
    "điểm a, b1 và điểm c": "a b1 c",
    "điểm a Điều 5": "d5._.a",
    "khoản 1.1 Điều 4": "d4.k1-1",
    "khoản 2 Điều này": "@d.k2",
    "điểm a khoản này": "@k.a",
    "đoạn mở đầu khoản 2 Điều 3": "d3.k2.doan-0",
    "đoạn thứ nhất khoản 1 Điều 2": "d2.k1.doan-1",
    "đoạn cuối Điều 9": "d9.doan-cuoi",
    "gạch đầu dòng thứ hai điểm b khoản 1 Điều 3": "d3.k1.b.gach-2",
    "tên Điều 5": "d5.ten",
    "tên Điều và khoản 5 Điều 40, tên Điều 41": "d40.ten d40.k5 d41.ten",
    "Mục 2 Chương III": "c3.m2",
    "Điều 5 Chương II": "d5",
    "Chương IVa và Chương IV-B": "c4a c4-b",
    "Mục 1-Đ Chương IV-B": "c4-b.m1-dd",
    "Chương I-V": "c1",
    "Phụ lục I": "pl1",
    "Phụ lục ban hành kèm theo": "pl1",
    "Mẫu số 01 Phụ lục II ban hành": "pl2.mau1",
}
NONE = ("Điều lệ", "khoản tiền 5 triệu", "điểm nóng", "tại khoản", "mục tiêu", "", "x")


@pytest.mark.parametrize("text", CASES)
def test_each_member_has_its_address(text: str) -> None:
    found = provisions_at(text, 0)
    assert found
    assert [one.unit for one in found.items] == CASES[text].split()


@pytest.mark.parametrize("text", NONE)
def test_other_words_are_no_provisions(text: str) -> None:
    assert provisions_at(text, 0) is None


def test_each_member_has_its_own_words_and_the_last_those_they_share() -> None:
    text = "theo các khoản 1, 2 và 3 Điều 5 Luật này"
    found = provisions_at(text, 5)
    assert found
    words = [text[one.start : one.end] for one in found.items]
    assert words == ["khoản 1", "2", "3 Điều 5"]
    assert text[found.end :] == " Luật này"


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("từ khoản 1 đến khoản 4 Điều 6", "d6.k1 d6.k2 d6.k3 d6.k4"),
        ("từ Điều 5 đến Điều 7", "d5 d6 d7"),
        ("các điểm từ c đến e khoản 1 Điều 2", "d2.k1.c d2.k1.d d2.k1.dd d2.k1.e"),
    ],
)
def test_a_range_can_be_counted_through(text: str, units: str) -> None:
    found = provisions_at(text, 0)
    assert found
    assert expanded(found.items[0]) == tuple(units.split())


def test_what_is_no_range_stands_for_itself() -> None:
    assert expanded(Provision(0, 1, "d5", "d5")) == ("d5",)
