"""Citations in running text: spans, members, acts."""

from __future__ import annotations

import pytest

from bookcase.citations.anchors import likely
from bookcase.citations.scan import Citation, find, find_all
from bookcase.citations.titles import Titles

TITLES = Titles(("luat vuon cong dong", "luat dat dai", "bo luat hinh su", "bldd"))


def said(text: str) -> list[str]:
    """Write each citation as its words, its unit and its act."""
    found = find(text, TITLES)
    return [f"{text[one.start : one.end]} = {_leads(one)}" for one in found]


def _leads(one: Citation) -> str:
    act = f"own {one.own}" if one.own else ""
    if one.act:
        act = " ".join(filter(None, (one.act.id or one.act.key or "?", one.act.year)))
    return f"{one.unit}@{act}" if act else one.unit


CASES = {
    "theo khoản 2 Điều 5 Luật Đất đai số 31/2024/QH15": [
        "khoản 2 Điều 5 Luật Đất đai số 31/2024/QH15 = d5.k2@luat-31-2024-qh15"
    ],
    "các khoản 1, 2 và 3 Điều 5 Luật này": [
        "khoản 1 = d5.k1@own luat",
        "2 = d5.k2@own luat",
        "3 Điều 5 Luật này = d5.k3@own luat",
    ],
    "các điều từ 5 đến 8 Nghị định số 10/2020/NĐ-CP": [
        "5 = d5@nghi-dinh-10-2020-nd-cp",
        "8 Nghị định số 10/2020/NĐ-CP = d8@nghi-dinh-10-2020-nd-cp",
    ],
    "khoản 1 Điều này và khoản 3 Điều 5 Luật Đất đai": [
        "khoản 1 Điều này = @d.k1",
        "khoản 3 Điều 5 Luật Đất đai = d5.k3@luat dat dai",
    ],
    "Bộ luật Hình sự 2015 và luật đất đai năm 2024": [
        "Bộ luật Hình sự 2015 = @bo luat hinh su 2015",
        "luật đất đai năm 2024 = @luat dat dai 2024",
    ],
    "Điều 20 BLDD 2015": ["Điều 20 BLDD 2015 = d20@bldd 2015"],
    "nghị định 100/2019/nđ-cp": [
        "nghị định 100/2019/nđ-cp = @nghi-dinh-100-2019-nd-cp"
    ],
    "Nghị định số 10/2018/NĐ-CP, số 13/2020/NĐ-CP": [
        "Nghị định số 10/2018/NĐ-CP = @nghi-dinh-10-2018-nd-cp",
        "số 13/2020/NĐ-CP = @nghi-dinh-13-2020-nd-cp",
    ],
    "Điều 5 Quy chế làm việc ban hành kèm theo Quyết định số 4/2013/QĐ-TTg": [
        (
            "Điều 5 Quy chế làm việc ban hành kèm theo Quyết định số 4/2013/QĐ-TTg"
            " = kt1.d5@quyet-dinh-4-2013-qd-ttg"
        )
    ],
    "Điều 5 Quy chế này": ["Điều 5 Quy chế này = @kt.d5@own @kt"],
    "Luật Đất đai số 31/2024/QH15 Điều 15 khoản 1": [
        "Luật Đất đai số 31/2024/QH15 Điều 15 khoản 1 = d15.k1@luat-31-2024-qh15"
    ],
    "Bổ sung khoản 7a vào sau khoản 7 Điều 6": [
        "khoản 7a = d6.k7a",
        "khoản 7 Điều 6 = d6.k7",
    ],
    "Luật Xây dựng số 50/2014/QH13 đã được sửa đổi theo Luật số 62/2020/QH14": [
        "Luật Xây dựng số 50/2014/QH13 = @luat-50-2014-qh13",
        "Luật số 62/2020/QH14 = @luat-62-2020-qh14",
    ],
    "Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 12/2018/QH14": [
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 12/2018/QH14"
            " = @luat-12-2018-qh14"
        )
    ],
    "ban hành Thông tư sửa đổi một số điều của Thông tư số 15/2016/TT-BTC": [
        "Thông tư số 15/2016/TT-BTC = @thong-tu-15-2016-tt-btc"
    ],
    "Điều 9 Luật Chăn tằm và Điều 7 Luật Đất đai": [
        "Điều 9 Luật Chăn tằm = d9@?",
        "Điều 7 Luật Đất đai = d7@luat dat dai",
    ],
    "Mẫu số 01 quy định tại Phụ lục II kèm theo Thông tư này": [
        (
            "Mẫu số 01 quy định tại Phụ lục II kèm theo Thông tư này"
            " = pl2.mau1@own thong-tu"
        )
    ],
    "KHOẢN 1 ĐIỀU 16 LUẬT ĐẤT ĐAI SỐ 31/2024/QH15": [
        "KHOẢN 1 ĐIỀU 16 LUẬT ĐẤT ĐAI SỐ 31/2024/QH15 = d16.k1@luat-31-2024-qh15"
    ],
    "củaLuật Đất đaivà các văn bản": ["Luật Đất đai = @luat dat dai"],
}
NONE = (
    "Điều lệ của hợp tác xã",
    "khoản 5 triệu đồng",
    "có điều 2 người không biết",
    "điểm a trên bản đồ",
    "mục 3 của báo cáo",
    "tài khoản 5 của xã",
    "Điều 4 Điều lệ Hội Làm vườn",
    "Bên A giao hàng theo Điều 5 Hợp đồng này.",
    "TCVN 10:2020/BYT",
    "theo mẫu số 37/QĐ-ABC",
    "pháp luật đất đai, ngày 5/6/2024",
    "Điều 5. Quyền của người trồng rau",
    "giai đoạn này, địa điểm này",
    "",
)


@pytest.mark.parametrize("text", CASES)
def test_each_member_leads_to_its_own_place(text: str) -> None:
    assert said(text) == CASES[text]


@pytest.mark.parametrize("text", NONE)
def test_other_words_are_no_citations(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "unit", "right"),
    [
        ("theo khỏan 2 Điều 5", "d5.k2", "khoản 2 Điều 5"),
        ("Chương VIla Luật này", "c7a", "Chương VIIa"),
        ("Ðiều 5 Luật này", "d5", "Điều 5"),
    ],
)
def test_misprints_are_read_and_told(text: str, unit: str, right: str) -> None:
    (found,) = find(text)
    assert (found.unit, found.mended) == (unit, right)


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("Quyết định số 12/2020/QÐ-TTg", "chữ Đ hoặc dấu gạch viết khác"),
        ("Thông tư số 27/2016/TTBTC", "thiếu dấu gạch nối"),
        ("Nghị định số 28/2015/NĐ- CP", "có dấu cách"),
    ],
)
def test_a_number_with_a_misprint_says_what_was_put_right(
    number: str, told: str
) -> None:
    (found,) = find(f"Căn cứ {number};")
    assert found.act
    assert (found.act.number, found.act.mended) == (number.split("số ")[1], told)


def test_many_texts_are_searched_as_one() -> None:
    texts = ["Không có gì.", "theo khoản 2 Điều 5", "", "Nghị định số 10/2020/NĐ-CP"]
    assert [place for place, _ in find_all(texts, TITLES)] == [1, 3]
    assert [found for _, found in find_all(texts)] == [find(texts[1]), find(texts[3])]


def test_lines_without_anything_are_not_looked_at() -> None:
    lines = ["Người trồng rau", "khoản 2 Điều 5", "tưới cây"]
    ends = [16, 31, 40]
    assert likely("\n".join(lines), ends) == [1]
