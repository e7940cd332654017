"""What is bound together before it is laid out."""

from __future__ import annotations

import pytest

from bookcase.leaflets.typography import bind, bind_end, place_name, set_html, title


@pytest.mark.parametrize(
    ("given", "bound"),
    [
        ("theo Điều 25 của Luật", "theo Điều~25 của Luật"),
        ("điểm a khoản 2 Điều 9", "điểm~a khoản~2 Điều~9"),
        ("trong 60 ngày", "trong 60~ngày"),
        ("gọi 0200 000 0101 nhé", "gọi 0200~000~0101 nhé"),
        ("8 giờ – 11 giờ", "8~giờ~– 11~giờ"),
        ("mười hai điểm bằng lái", "mười hai điểm bằng lái"),
    ],
)
def test_what_belongs_together_is_not_parted(given: str, bound: str) -> None:
    assert bind(given).replace("\u00a0", "~") == bound


def test_the_last_word_never_stands_alone() -> None:
    assert bind_end("hàng xóm có thể làm gì.") == "hàng xóm có thể làm\u00a0gì."


@pytest.mark.parametrize(
    ("name", "bound"),
    [
        ("Phường Văn Miếu - Quốc Tử Giám", "Phường Văn Miếu - Quốc~Tử~Giám"),
        ("Phường Phan Rang", "Phường Phan~Rang"),
        ("Phường 1", "Phường~1"),
        ("Xã Một - Hai Ba Bốn Năm Sáu Bảy", "Xã Một - Hai Ba Bốn Năm Sáu~Bảy"),
    ],
)
def test_the_name_of_a_place_breaks_where_it_may(name: str, bound: str) -> None:
    assert place_name(name).replace("\u00a0", "~") == bound


def test_a_title_keeps_common_words_whole() -> None:
    said = title("Trước khi ký hợp đồng lao động mới")
    assert said.replace("\u00a0", "~") == "Trước khi ký hợp~đồng lao~động~mới"


def test_text_beside_an_inline_element_gets_an_element_of_its_own() -> None:
    given = "<p>Gọi ngay <strong>113</strong> nếu cần giúp.</p><p>Chữ thường.</p>"
    assert set_html(given).replace("\u00a0", "~") == (
        "<p><span>Gọi ngay </span><strong><span>113</span></strong>"
        "<span> nếu cần~giúp.</span></p><p>Chữ~thường.</p>"
    )


def test_the_number_of_an_act_stays_on_one_line() -> None:
    assert set_html("<p>Xem Nghị định số 63/2024/NĐ-CP nhé bạn ơi.</p>") == (
        "<p><span>Xem Nghị định </span>"
        '<span class="lien">số\u00a063/2024/NĐ-CP</span>'
        "<span> nhé bạn\u00a0ơi.</span></p>"
    )
