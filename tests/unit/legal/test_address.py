"""Every form of address that the model knows, and what it names."""

from __future__ import annotations

import pytest

from bookcase.legal.address import Found, find, places
from bookcase.legal.ids import identified
from bookcase.legal.parser import parse
from bookcase.model.tree import LegalText, Paragraph, Table, Unit

SOURCE = """\
::: mo-dau
QUỐC HỘI

Căn cứ Hiến pháp;
:::

###### Điều 1. Sửa đổi

1. Thay khoản 8 như sau:

> “8. Khoản tám.
>
> 8a. Khoản tám a.”.

###### Điều 5. Tên của Điều

Lời dẫn.

1. Khoản một:[^1]

a) Điểm a;

Đoạn của điểm a.

đ) Điểm đ.

\\ Đoạn hai.

\\ Đoạn ba.

2. Khoản hai.

- gạch một;

- gạch hai;

+ cộng;

- gạch ba.

| STT | Tên |
|---|---|
| 1 | Một |
| 2 | Hai |

\\\\ Đoạn cuối của Điều.

###### Điều 6. Không khoản

a) Điểm không khoản.

::: chu-ky
CHỦ TỊCH
:::

::: noi-nhan
Lưu: VT.
:::

## Phụ lục I. BIỂU MẪU

Đoạn của phụ lục.

### Mẫu số 01. ĐƠN

# QUY CHẾ

###### Điều 4. Của quy chế

[^1]: Chú thích.
"""
TEXT = parse(SOURCE).value


def words(address: str) -> str:
    found = find(TEXT, address)
    assert found, address
    return found.words


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("d5.ten", "Tên của Điều"),
        ("d5.doan-0", "Lời dẫn."),
        ("d5.doan-1", "Lời dẫn."),
        ("d5.doan-2", "Đoạn cuối của Điều."),
        ("d5.doan-cuoi", "Đoạn cuối của Điều."),
        ("d5.k1.doan-0", "Khoản một:"),
        ("d5.k1.doan-1", "Khoản một:"),
        ("d5.k1.doan-2", "Đoạn hai."),
        ("d5.k1.doan-3", "Đoạn ba."),
        ("d5.k1.doan-cuoi", "Đoạn ba."),
        ("d5.k1.a", "a) Điểm a; Đoạn của điểm a."),
        ("d5.k1.a.doan-2", "Đoạn của điểm a."),
        ("d5.k1.dd", "đ) Điểm đ."),
        ("d5.k1.đ", "đ) Điểm đ."),
        ("D5.K1.Đ", "đ) Điểm đ."),
        ("d5.k2.gach-2", "- gạch hai; + cộng;"),
        ("d5.k2.gach-2.cong-1", "+ cộng;"),
        ("d5.k2.gach-3", "- gạch ba."),
        ("d5.k2.bang-1", "STT Tên 1 Một 2 Hai"),
        ("d5.k2.bang-1.dong-2", "2 Hai"),
        ("d5.k2.bang-1.dong-cuoi", "2 Hai"),
        ("d6._.a", "a) Điểm không khoản."),
        ("d6.a", "a) Điểm không khoản."),
        ("d1.k1/quote-1", "“8. Khoản tám. 8a. Khoản tám a.”."),
        ("d1.k1/quote-1.k8a", "8a. Khoản tám a.”."),
        ("can-cu", "QUỐC HỘI Căn cứ Hiến pháp;"),
        ("can-cu.doan-2", "Căn cứ Hiến pháp;"),
        ("ky", "CHỦ TỊCH"),
        ("noi-nhan", "Lưu: VT."),
        ("pl1.ten", "BIỂU MẪU"),
        ("pl1.doan-1", "Đoạn của phụ lục."),
        ("pl1.mau1", "Mẫu số 01 ĐƠN"),
        ("kt1", "QUY CHẾ Điều 4. Của quy chế"),
        ("kt1.ten", "QUY CHẾ"),
        ("kt1.d4", "Điều 4. Của quy chế"),
    ],
)
def test_an_address_names_words(address: str, said: str) -> None:
    assert words(address) == said


@pytest.mark.parametrize(
    "address",
    [
        "",
        "everywhere",
        "d9",
        "d5.k9",
        "d5.k1.ten",
        "d9.ten",
        "d6.doan-0",
        "d6.doan-cuoi",
        "d5.doan-3",
        "d5.k1.dong-1",
        "d5.k2.bang-1.dong-0",
        "d5.k2.bang-1.dong-3",
        "d5.k2.bang-1.doan-1",
        "d5.k2.gach-4",
    ],
)
def test_what_nothing_bears_is_not_found(address: str) -> None:
    assert find(TEXT, address) is None


def test_act_is_the_whole_text() -> None:
    assert find(TEXT, "act") == Found(TEXT)


def test_opening_words_are_told_from_the_whole_unit() -> None:
    opening = find(TEXT, "d5.k1.doan-0")
    assert opening
    assert opening.part == "opening"
    assert isinstance(opening.node, Unit)


def test_a_row_is_counted_with_its_heads_inside_the_table() -> None:
    row = find(TEXT, "d5.k2.bang-1.dong-1")
    assert row
    assert isinstance(row.node, Table)
    assert (row.part, row.row) == ("row", 1)


def walked(path: tuple[int, ...]) -> object:
    node: object = TEXT
    for step in path:
        assert not isinstance(node, (Paragraph, Table))
        node = getattr(node, "blocks")[step]  # noqa: B009 - any holder has blocks
    return node


def test_the_path_leads_to_the_node() -> None:
    known = places(TEXT)
    assert set(known) == {"act", *(one.id for one in identified(TEXT))}
    for address, found in known.items():
        assert walked(found.path) is found.node, address
    paragraph = find(TEXT, "d5.k1.doan-3", known)
    assert paragraph
    assert walked(paragraph.path) is paragraph.node


def test_an_empty_text_has_only_itself() -> None:
    assert places(LegalText()) == {"act": Found(LegalText())}
