"""Scripts for loudspeakers."""

from __future__ import annotations

from dataclasses import replace

from bookcase.model.publication import Basis, Publication, PublicationKind, Review
from bookcase.spoken.plain import Said, blocks
from bookcase.spoken.script import Script, as_text, duration, script, syllables

BODY = """
## Ba việc cần nhớ

1. Ra khỏi nhà trong **5 phút**.
2. Gọi **113**;

| Việc | Ai làm | Bao lâu |
|---|---|---|
| Báo tin | Hàng xóm | 2 giờ |

Nhớ giữ:

- giấy tờ;
- tiền.
"""

TOLD = Publication(
    id="hoi-dap-mau",
    kind=PublicationKind.QA,
    title="Khi có hỏa hoạn",
    folder="hoi-dap",
    name="mau",
    path="hoi-dap/mau.md",
    summary="Làm gì trước, làm gì sau.",
    compiled_by="Tổ biên tập Mẫu",
    legal_basis=(Basis("Điều 5 Luật Mẫu số 01/2022/QH15"),),
    review=Review("approved"),
    body=BODY,
)


def test_blocks_are_read_in_order() -> None:
    assert blocks(TOLD) == (
        Said("heading", "Ba việc cần nhớ"),
        Said("step", "Ra khỏi nhà trong 5 phút.", 1),
        Said("step", "Gọi 113;", 2),
        Said("row", "Báo tin. Ai làm: hàng xóm. Bao lâu: 2 giờ"),
        Said("text", "Nhớ giữ:"),
        Said("item", "giấy tờ;"),
        Said("item", "tiền."),
    )


def test_a_script_is_written_out() -> None:
    made = script(TOLD, place="xã Mẫu")
    assert made.diagnostics == ()
    assert [" ".join(held) for held in made.value.paragraphs] == [
        (
            "Kính chào bà con. Đây là hệ thống truyền thanh xã Mẫu. Hôm nay, "
            "xin gửi tới bà con: Khi có hỏa hoạn."
        ),
        "Nội dung chính: làm gì trước, làm gì sau.",
        (
            "Ba việc cần nhớ. Thứ nhất, ra khỏi nhà trong năm phút. Thứ hai, gọi "
            "một một ba. Báo tin. Ai làm: hàng xóm. Bao lâu: hai giờ."
        ),
        "Nhớ giữ: Giấy tờ. Tiền.",
        (
            "Nội dung vừa rồi dựa theo Luật Mẫu năm hai nghìn không trăm hai mươi "
            "hai. Xin cảm ơn bà con."
        ),
    ]


def test_laws_are_named_by_their_years_and_nothing_is_pointed_at() -> None:
    body = (
        "Theo Điều 5 Luật Hộ tịch số 60/2014/QH13 và Bộ luật Dân sự 2015.\n\n"
        "Luật số 31/2024/QH15 có hiệu lực. Chuẩn bị giấy tờ theo bảng dưới đây."
    )
    said = script(replace(TOLD, body=body)).value.paragraphs
    assert said[2][0] == (
        "Theo Điều năm Luật Hộ tịch năm hai nghìn không trăm mười bốn và Bộ luật Dân"
        " sự năm hai nghìn không trăm mười lăm."
    )
    assert said[3] == (
        (
            "Luật số ba mươi mốt, năm hai nghìn không trăm hai mươi bốn của Quốc hội"
            " khóa mười lăm có hiệu lực."
        ),
        "Chuẩn bị giấy tờ theo danh sách đọc sau đây.",
    )


def test_several_acts_are_named_one_by_one() -> None:
    basis = (*TOLD.legal_basis, Basis("Nghị định số 2/2024/NĐ-CP"))
    *_, acts, thanks = script(replace(TOLD, legal_basis=basis)).value.paragraphs
    assert acts == (
        "Nội dung vừa rồi dựa theo các văn bản sau.",
        "Luật Mẫu năm hai nghìn không trăm hai mươi hai.",
        "Nghị định số hai, năm hai nghìn không trăm hai mươi bốn của Chính phủ.",
    )
    assert thanks == ("Xin cảm ơn bà con.",)


def test_a_row_of_several_columns_is_said_by_their_names() -> None:
    table = (
        "| Mức | Trong 1 lít | Bị phạt |\n|---|---|---|\n"
        "| 1 | Đến 0,25 mg | CSGT trừ 4 điểm |\n| 2 | | Nặng hơn |\n"
    )
    assert [one.text for one in blocks(replace(TOLD, body=table))] == [
        "Mức 1. Trong 1 lít: đến 0,25 mg. Bị phạt: CSGT trừ 4 điểm",
        "Mức 2. Bị phạt: nặng hơn",
    ]


def test_a_broadcast_of_it_wins_and_is_read_as_it_stands() -> None:
    kind = PublicationKind.BROADCAST
    own = replace(TOLD, id="phat-thanh-mau", kind=kind, of=TOLD.id, body="Chào 2 xã.")
    made = script(TOLD, (own,)).value
    assert made.source is own
    assert made.paragraphs == (("Chào hai xã.",),)


def test_the_file_says_its_length_and_that_nobody_approved() -> None:
    made = Script(replace(TOLD, review=Review("draft")), (("Một hai ba.",) * 10,))
    assert as_text(made).split("\n")[:4] == [
        "Khi có hỏa hoạn",
        "Thời lượng đọc: khoảng 15 giây (30 tiếng, 10 câu)",
        "Biên soạn: Tổ biên tập Mẫu",
        "Bài chưa được thẩm định; chưa phát.",
    ]


def test_syllables_and_durations() -> None:
    assert syllables("mười ki-lô-mét vuông, “xã”") == 6
    assert [duration(one) for one in (0, 4, 60, 61, 199)] == [
        "0 giây",
        "5 giây",
        "1 phút",
        "1 phút 5 giây",
        "3 phút 20 giây",
    ]


def test_a_long_sentence_and_an_unknown_abbreviation_are_found() -> None:
    long = " ".join(["tiếng"] * 41) + " XYZ."
    found = script(replace(TOLD, body=long)).diagnostics
    assert [one.code for one in found] == ["SPEAK002", "SPEAK003"]
    assert "«XYZ»" in found[1].message


def test_long_sentences_are_parted_at_semicolons() -> None:
    half = " ".join(["tiếng"] * 15)
    made = script(replace(TOLD, body=f"Đây {half}; kia {half}.")).value
    assert made.paragraphs[2] == (f"Đây {half}.", f"Kia {half}.")


def test_without_words_there_is_a_finding_and_no_script() -> None:
    made = script(replace(TOLD, body=""))
    assert [one.code for one in made.diagnostics] == ["SPEAK001"]
    assert made.value.paragraphs == ()


def test_brackets_become_commas() -> None:
    body = (
        "Giấy cũ (giấy giao đất…) thì xét. Mang căn cước (nếu có). Gọi (024) 3827 1234."
    )
    said = script(replace(TOLD, body=body)).value.paragraphs[2]
    assert said[:2] == (
        "Giấy cũ, giấy giao đất, thì xét.",
        "Mang căn cước, nếu có.",
    )
    assert "không hai bốn, ba tám" in said[2]


def test_a_sign_that_cannot_be_read_is_found() -> None:
    (found,) = script(replace(TOLD, body="Xem § 5.")).diagnostics
    assert (found.code, "dấu «§»" in found.message) == ("SPEAK003", True)


def test_no_full_stop_stands_behind_another_end() -> None:
    body = "## Vì sao?\n\nNhớ câu “Ai cũng có quyền”\n\n“Gọi ai?” Gọi 113\n\nHết…\n"
    asking = replace(TOLD, title="Cháy nhà thì làm thế nào?", body=body)
    said = [" ".join(held) for held in script(asking).value.paragraphs]
    assert said[0].endswith("xin gửi tới bà con: Cháy nhà thì làm thế nào?")
    assert said[2:5] == [
        "Vì sao? Nhớ câu “Ai cũng có quyền”.",
        "“Gọi ai?” Gọi một một ba.",
        "Hết…",
    ]
