"""Addresses in the readers' words."""

from __future__ import annotations

import pytest

from bookcase.pages.provisions import provision_name


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("d5", "Điều 5"),
        ("d5a.k8a", "khoản 8a Điều 5a"),
        ("d7.k2.dd", "điểm đ khoản 2 Điều 7"),
        ("d7.k2.c1", "điểm c1 khoản 2 Điều 7"),
        ("d7.k2.d1", "điểm d1 khoản 2 Điều 7"),
        ("d5._.a", "điểm a Điều 5"),
        ("d14.k1-2", "khoản 1.2 Điều 14"),
        ("d16.k1.so2", "mục 2 khoản 1 Điều 16"),
        ("p3.c4", "Chương IV Phần thứ ba"),
        ("c2.m1", "Mục 1 Chương II"),
        ("pl14a", "Phụ lục XIVa"),
        ("pl1.mau1", "Mẫu số 01 Phụ lục I"),
        ("pl1.la2.k3", "khoản 3 mục II Phụ lục I"),
        ("pl1.bang-1.dong-3", "dòng 3 bảng 1 Phụ lục I"),
        ("kt1.d4.k2.a", "điểm a khoản 2 Điều 4 văn bản kèm theo"),
        ("d18.ten", "tên Điều 18"),
        ("d5.doan-0", "đoạn mở đầu Điều 5"),
        ("d5.k2.doan-2", "đoạn thứ hai khoản 2 Điều 5"),
        ("d5.k2.doan-cuoi", "đoạn cuối khoản 2 Điều 5"),
        ("d3.k1.gach-2", "gạch đầu dòng thứ hai khoản 1 Điều 3"),
        ("d20~2", "Điều 20"),
        ("d1.k4.a/quote-1.k2", "điểm a khoản 4 Điều 1"),
        ("act", "toàn văn bản"),
        ("x-y", "x-y"),
    ],
)
def test_an_address_is_said_as_lawyers_say_it(address: str, name: str) -> None:
    assert provision_name(address) == name
