"""Official consolidated texts: read without notes, and held against ours."""

from __future__ import annotations

from bookcase.legal.parser import parse
from tests.bench.forms import form_differences, official_forms
from tests.bench.official import Difference, differences, plain
from tests.bench.official_pdf import own_words
from tests.bench.sets import NO_CAUSE, cause_of

_PAGE = """<page number="1"><fontspec id="0" size="20"/><fontspec id="1" size="12"/>
{}
</page>"""


def _line(top: int, left: int, *pieces: tuple[int, str]) -> str:
    return "\n".join(
        f'<text top="{top + 8 * font}" left="{left + 100 * place}" font="{font}">'
        f"{words}</text>"
        for place, (font, words) in enumerate(pieces)
    )


def test_notes_and_their_marks_are_left_out_and_indices_stay() -> None:
    page = _PAGE.format(
        "\n".join(
            [
                _line(100, 140, (0, "1. Vườn mở cửa lúc 8 giờ"), (1, "4"), (0, ".")),
                _line(130, 96, (0, "Mọi người vào tự do,")),
                _line(145, 96, (0, "trừ ngày mưa")),
                _line(160, 96, (0, "và ngày bão.")),
                _line(190, 140, (0, "2. Phí là T"), (1, "cb"), (0, " đồng.")),
                _line(900, 140, (1, "4"), (1, " Khoản này được sửa đổi.")),
            ]
        )
    )
    assert own_words(page).splitlines() == [
        "1. Vườn mở cửa lúc 8 giờ. Mọi người vào tự do, trừ ngày mưa và ngày bão.",
        "2. Phí là Tcb đồng.",
    ]


def test_marks_glued_to_words_and_hyphens_at_a_lines_end_are_no_difference() -> None:
    assert differences("Theo khoản 2. Cây", "Theo khoản 25. Cây") == ()
    assert differences("số 1/2020/TT-BNV", "số 1/2020/TT- BNV") == ()
    assert differences("hoá đơn, uỷ ban", "hóa đơn, ủy ban") == ()


def test_another_word_is_a_difference_with_both_sides() -> None:
    [found] = differences("Người trồng cây tưới nước", "Người trồng hoa tưới nước")
    assert str(found) == "«cây tưới nước» ≠ «hoa tưới nước»"


def test_letter_case_and_signs_are_differences_too() -> None:
    assert differences("Luật vườn cây", "Luật Vườn cây") != ()
    assert differences("a) Cây. b) Hoa", "a) Cây; b) Hoa") != ()


def test_the_closing_under_the_last_article_is_not_law_but_a_sentence_is() -> None:
    ours = "Thông tư này có hiệu lực."
    assert differences(ours, f"{ours}/. BỘ VƯỜN CÂY XÁC THỰC VĂN BẢN HỢP NHẤT Số: 1")
    closing = f"{ours} BỘ VƯỜN CÂY XÁC THỰC VĂN BẢN HỢP NHẤT Số: 1"
    assert differences(ours, closing) == ()
    assert differences(ours, f"{ours} Trần Thị Vườn") == ()
    assert differences(ours, f"{ours} Mọi người biết") != ()


def test_tone_marks_fold_only_where_they_may_stand_in_two_places() -> None:
    assert plain("hoá khoản quý") == "hóa khoản quý"


def test_a_cause_is_found_by_the_words_of_both_sides() -> None:
    causes = [("cây", "hoa", "official: misprint")]
    assert cause_of(Difference("cây tưới", "hoa tưới"), causes) == "official: misprint"
    assert cause_of(Difference("cây tưới", "lá tưới"), causes) == NO_CAUSE


def test_forms_are_compared_by_their_words_but_for_the_last_one() -> None:
    official = official_forms(
        "Điều 9. Theo Mẫu số 01 Phụ lục. Mẫu số 01. Đơn xin cây ...(1)... Họ và tên: "
        "Mẫu số 02. Đơn trả cây ...(1)... Lý do: Mẫu số 03. Đơn"
    )
    assert [*official] == ["1", "2", "3"]
    ours = parse(
        "## Phụ lục\n\n### Mẫu số 01\n\n(1)\n\ntên và họ:\n\n"
        "### Mẫu số 02\n\n(1)\n\nLý do khác:\n\n### Mẫu số 03\n\n(1)\n\nKhác\n",
        "a.md",
    ).value
    found = form_differences(ours, official)
    assert found["mau1"] == ()
    assert [str(one) for one in found["mau2"]] == ["«khác» ≠ «»"]
    assert "mau3" not in found
