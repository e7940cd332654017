"""Official consolidated texts: what they say of themselves makes a work of its own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bookcase.imports.convert import Converted, convert
from bookcase.imports.lookup import make_lookup
from bookcase.imports.merged import number_in_name, read_merged
from bookcase.imports.plain import read_plain
from bookcase.imports.record import Record, Stated

from .examples import LISTS

if TYPE_CHECKING:
    from collections.abc import Sequence

HEAD = """\
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
LUẬT VƯỜN CỘNG ĐỒNG
Luật Vườn cộng đồng số 12/2018/QH14 ngày 9 tháng 6 năm 2018 của Quốc hội, có hiệu lực \
kể từ ngày 01 tháng 01 năm 2019, được sửa đổi, bổ sung bởi:
1. Luật số 31/2020/QH14 ngày 3 tháng 11 năm 2020 của Quốc hội sửa đổi, bổ sung một số \
điều của Luật Lối đi số 05/2015/QH13, có hiệu lực kể từ ngày 01 tháng 3 năm 2021;
2. Luật Tưới cây và tiêu nước số 40/2023/QH15 ngày 5 tháng 6 năm 2023 của Quốc hội.
Căn cứ Luật Đất vườn số 99/2013/QH13;
Quốc hội ban hành Luật Vườn cộng đồng1.
Điều 1. Phạm vi điều chỉnh
1. Luật này quy định về vườn cộng đồng.
2.2 Vườn trên mái nhà không thuộc Luật này.
"""
END = """\
VĂN PHÒNG QUỐC HỘI
XÁC THỰC VĂN BẢN HỢP NHẤT
Số: 7/VBHN-VPQH Hà Nội, ngày 08 tháng 12 năm 2023
CHỦ NHIỆM
Trần Văn Mẫu
"""


def bring(text: str, name: str = "vuon.txt") -> Converted:
    """Convert a plain text."""
    return convert(read_plain(text, name), make_lookup(LISTS, {}))


def named(acts: Sequence[Stated]) -> list[str]:
    """Return acts by type and number."""
    return [f"{one.type} {one.number}" for one in acts]


def test_a_plain_consolidated_text_is_a_work_of_its_own() -> None:
    made = bring(HEAD + END)
    work = made.work
    assert work.id == "van-ban-hop-nhat-7-vbhn-vpqh-2023-12-08"
    assert (work.type, work.number) == ("van-ban-hop-nhat", "7/VBHN-VPQH")
    assert work.issued == date(2023, 12, 8)
    assert work.title == "Luật Vườn cộng đồng"
    assert work.consolidates == "luat-12-2018-qh14"
    assert work.merges == ("luat-31-2020-qh14", "luat-40-2023-qh15")
    assert (work.versions[0].text, work.versions[0].made) == (
        "consolidated",
        "official",
    )
    assert made.diagnostics == ()


def test_its_notes_are_known_to_be_notes() -> None:
    assert bring(HEAD + END).units["clause"] == 2


@pytest.mark.parametrize(
    "end",
    [
        "XÁC THỰC VĂN BẢN HỢP NHẤT\nHà Nội, ngày 02 tháng 4 năm 2024\nSố: 7/VBHN-BTC",
        (
            "BỘ TÀI CHÍNH XÁC THỰC VĂN BẢN HỢP NHẤT\nSố : 7 /VBHN-BTC\n"
            "Hà Nội, ngày 02 tháng 4 năm 2024"
        ),
    ],
)
def test_number_and_day_stand_in_any_order(end: str) -> None:
    said = read_merged(f"{HEAD}{end}\nTrần Văn Mẫu".split("\n"))
    assert (said.number, said.issued) == ("7/VBHN-BTC", date(2024, 4, 2))


def test_number_and_day_may_stand_at_the_head() -> None:
    head = "BỘ TÀI CHÍNH | Độc lập\nSố: 7/VBHN-BTC | Hà Nội, ngày 2 tháng 4 năm 2024"
    said = read_merged(f"{head}\n{HEAD}".split("\n"))
    assert (said.number, said.issued) == ("7/VBHN-BTC", date(2024, 4, 2))


def test_the_name_of_the_file_helps_where_the_text_is_silent() -> None:
    made = bring(HEAD, "hop-nhat_7-VBHN-VPQH.txt")
    assert made.work.id == "van-ban-hop-nhat-7-vbhn-vpqh-khong-ro-ngay"
    assert [one.code for one in made.diagnostics] == ["IMP103"]
    assert "ngày xác thực" in made.diagnostics[0].message
    assert number_in_name("12-2018-QH14.txt") == ""


def test_a_text_that_only_cites_a_consolidated_one_is_none() -> None:
    text = (
        "Số: 03/2024/TT-BTC\nTHÔNG TƯ\nVề vườn\nĐiều 1. Vườn\n"
        "1. Văn bản hợp nhất số 7/VBHN-VPQH được dùng để tra cứu.\n"
    )
    assert bring(text).work.id == "thong-tu-03-2024-tt-btc"


def test_acts_may_stand_in_the_sentence_itself() -> None:
    line = (
        "Luật Vườn số 12/2018/QH14 được sửa đổi, bổ sung một số điều bởi Luật số "
        "31/2020/QH14 ngày 3 tháng 11 năm 2020, Luật số 40/2023/QH15 và Luật Lối đi số "
        "50/2024/QH15, có hiệu lực từ ngày 01 tháng 3 năm 2025."
    )
    said = read_merged(["LUẬT VƯỜN", line, "Điều 1. Vườn"])
    assert named(said.amending) == [
        "Luật 31/2020/QH14",
        "Luật 40/2023/QH15",
        "Luật 50/2024/QH15",
    ]
    assert said.amending[0].issued == date(2020, 11, 3)


@pytest.mark.parametrize(
    "words",
    [
        "đã được sửa đổi, bổ sung bởi các văn bản sau đây:",
        "được bãi bỏ một phần bởi:",
        "được sửa đổi, bổ sung một số điều theo:",
    ],
)
def test_the_list_is_announced_in_several_ways(words: str) -> None:
    lines = [
        f"Thông tư số 01/2019/TT-BTC ngày 2 tháng 1 năm 2019, {words}",
        "- Thông tư số 02/2020/TT-BTC ngày 3 tháng 2 năm 2020;",
    ]
    assert named(read_merged(lines).amending) == ["Thông tư 02/2020/TT-BTC"]


def test_a_record_without_a_number_takes_that_of_the_text() -> None:
    record = Record("x", "consolidated", "", "", HEAD + END)
    made = convert(record, make_lookup(LISTS, {}))
    assert made.work.id == "van-ban-hop-nhat-7-vbhn-vpqh-2023-12-08"


def test_a_broken_line_of_the_list_is_no_further_act() -> None:
    lines = [
        "Thông tư số 01/2019/TT-BTC ngày 2/1/2019, được sửa đổi, bổ sung bởi:",
        "Thông tư số 02/2020/TT-BTC sửa đổi, bổ sung một số điều của",
        "Thông tư số 01/2019/TT-BTC và của",
        "Thông tư số 09/2018/TT-BTC về luống rau.",
        "Thông tư số 03/2021/TT-BTC sửa đổi Thông tư số 01/2019/TT-BTC.",
        "(Thông tư này được đính chính bởi Quyết định số 37/QĐ-BTC ngày 5/6/2021)",
    ]
    said = read_merged([*lines, "Căn cứ Luật Vườn số 12/2018/QH14;"])
    assert named(said.amending) == [
        "Thông tư 02/2020/TT-BTC",
        "Thông tư 03/2021/TT-BTC",
        "Quyết định 37/QĐ-BTC",
    ]


def test_the_first_footnote_may_hold_the_list() -> None:
    text = (
        "THÔNG TƯ1\nVề vườn\nCăn cứ Luật Vườn cộng đồng;\nĐiều 1. Vườn\nTrồng rau.\n"
        "BỘ TÀI CHÍNH\nXÁC THỰC VĂN BẢN HỢP NHẤT\nSố: 7/VBHN-BTC\n"
        "Hà Nội, ngày 02 tháng 4 năm 2024\nBỘ TRƯỞNG\nTrần Văn Mẫu\n"
        "1 Văn bản này được hợp nhất từ 02 Thông tư sau:\n"
        "- Thông tư số 01/2019/TT-BTC ngày 2 tháng 1 năm 2019 về vườn.\n"
        "- Thông tư số 02/2020/TT-BTC ngày 3 tháng 2 năm 2020 sửa đổi Thông tư trên.\n"
        "Văn bản hợp nhất này không thay thế 02 Thông tư trên.\n"
    )
    work = bring(text).work
    assert work.consolidates == "thong-tu-01-2019-tt-btc"
    assert work.merges == ("thong-tu-02-2020-tt-btc",)


def _record(text: str, *relations: Stated) -> Record:
    return Record("x", "consolidated", "7/VBHN-BTC", "", text, relations=relations)


def test_what_the_text_lists_goes_before_what_the_source_states() -> None:
    text = (
        "NGHỊ ĐỊNH\nHướng dẫn Luật số 12/2018/QH14 Nghị định số 05/2019/NĐ-CP ngày 2 "
        "tháng 1 năm 2019 của Chính phủ, được sửa đổi, bổ sung bởi:\n"
        "Nghị định số 06/2020/NĐ-CP ngày 3 tháng 2 năm 2020.\nĐiều 1. Vườn\n"
    )
    stated = Stated("hợp nhất từ", "Luật", "12/2018/QH14")
    made = convert(_record(text, stated), make_lookup(LISTS, {}))
    assert made.work.merges == ("nghi-dinh-06-2020-nd-cp",)
    assert any("luat-12-2018-qh14" in one.why for one in made.guesses)


def test_a_base_that_amends_another_act_is_itself() -> None:
    text = (
        "NGHỊ ĐỊNH\nSửa đổi, bổ sung Nghị định số 01/2015/NĐ-CP về vườn\n"
        "Nghị định số 05/2019/NĐ-CP ngày 2 tháng 1 năm 2019 của Chính phủ, được sửa "
        "đổi, bổ sung bởi:\nNghị định số 06/2020/NĐ-CP.\nĐiều 1. Vườn\n"
    )
    made = convert(_record(text), make_lookup(LISTS, {}))
    assert made.work.consolidates == "nghi-dinh-05-2019-nd-cp"
    assert made.work.merges == ("nghi-dinh-06-2020-nd-cp",)
