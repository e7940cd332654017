"""Numbers, issuers, titles, relations: from a record's words to a work."""

from __future__ import annotations

from datetime import date

import pytest

from bookcase.imports.headlines import printed_title
from bookcase.imports.lookup import Lookup, make_lookup
from bookcase.imports.numbers import repair_number
from bookcase.imports.record import Record, Stated
from bookcase.imports.titles import split_title
from bookcase.imports.works import Signed, make_work
from bookcase.imports.yamlout import document
from bookcase.metadata.work import read_work
from bookcase.metadata.yamlwrite import scalar
from bookcase.model.act import Signer
from bookcase.model.relations import Rel, Relation, StatedRelation

from .examples import LISTS


@pytest.fixture
def lookup() -> Lookup:
    """Return a small lookup."""
    return make_lookup(LISTS, {11: "dat-dai"})


@pytest.mark.parametrize(
    ("number", "title", "repaired"),
    [
        ("89/2015/NÐ-CP", "", "89/2015/NĐ-CP"),
        ('03/2020/TT-BCT"', "", "03/2020/TT-BCT"),
        ("27/2016/TTBLĐTBXH", "", "27/2016/TT-BLĐTBXH"),
        ("50/2022/NĐ_CP", "", "50/2022/NĐ-CP"),
        ("22/2021/QD-TTg", "", "22/2021/QĐ-TTg"),
        ("55/2018/tt-bgtvt", "", "55/2018/TT-BGTVT"),
        ("12-2012-QH13", "", "12/2012/QH13"),
        ("372-QD-BTC", "", "372/QĐ-BTC"),
        ("17", "/2018/TT-BTNMT Quy định về luống rau", "17/2018/TT-BTNMT"),
        ("Nghị", "quyết số: 24/2021/QH15 Về vườn", "24/2021/QH15"),
        ("này", "", ""),
        ("25/2008/QH12", "Luật Vườn", "25/2008/QH12"),
    ],
)
def test_numbers_are_repaired(number: str, title: str, repaired: str) -> None:
    assert repair_number(number, title).number == repaired


def test_a_number_that_is_right_is_not_called_repaired() -> None:
    assert repair_number("25/2008/QH12", "Luật Vườn").repairs == ()


def test_a_cut_number_is_taken_as_printed_at_the_head() -> None:
    head = ("THỦ TƯỚNG CHÍNH PHỦ", "Số: 844/QĐ-TTg")
    assert repair_number("844/QĐ-TT", "", head).number == "844/QĐ-TTg"


def test_the_first_word_of_a_title_is_no_number() -> None:
    made = repair_number("Bảo", "vệ vườn cây và luống rau")
    assert (made.number, made.title) == ("", "Bảo vệ vườn cây và luống rau")


def test_issuers_are_found_in_a_title_that_ran_into_them(lookup: Lookup) -> None:
    words = (
        "Chính phủ về vườn ngày 07/07/2021 của Bộ Khoa học và Công nghệ và Bộ Tài chính"
    )
    found = lookup.find_issuers(words)
    assert found.keys == ("bo-khoa-hoc-va-cong-nghe", "bo-tai-chinh")
    assert found.rest == ""


def test_words_that_name_no_issuer_are_left(lookup: Lookup) -> None:
    found = lookup.find_issuers("Hội Làm vườn và Bộ Tài chính")
    assert (found.keys, found.rest) == (("bo-tai-chinh",), "hoi lam vuon")


def test_a_title_is_parted_from_the_sentence_behind_it() -> None:
    text = "Phạm vi điều chỉnh Thông tư này quy định về luống rau."
    assert split_title(text)[:2] == (
        "Phạm vi điều chỉnh",
        "Thông tư này quy định về luống rau.",
    )
    whole = "Trách nhiệm thi hành của Thông tư này"
    assert split_title(whole) == (whole, "", 1.0)


def _codified() -> Record:
    return Record(
        id="x-1",
        kind="codified",
        number="01/2026/TT-BTC",
        type="Thông tư",
        text="Điều 1. Vườn",
        title="Về vườn",
        issuer="Bộ Tài chính",
        issued=date(2026, 1, 5),
        effective=date(2026, 3, 1),
        topics=("11.1", "99.1"),
        relations=(
            Stated("căn cứ", "Luật", "25/2008/QH12"),
            Stated("căn cứ", "Nghị định", "12/CP"),
            Stated("được sửa đổi, bổ sung bởi", "Thông tư", "02/2027/TT-BTC"),
            Stated("họ hàng với", "Thông tư", "03/2027/TT-BTC"),
        ),
        url="https://example.org/1",
    )


def test_a_codified_record_is_no_text_of_its_first_day(lookup: Lookup) -> None:
    made = make_work(_codified(), (), Signed(), lookup)
    version = made.work.versions[0]
    assert (version.start, version.text, version.complete) == (None, "codified", False)
    assert version.path.endswith("/01-2026-tt-btc/phap-dien-2025-11.md")
    assert made.work.issued == date(2026, 1, 5)


def test_relations_go_out_and_reverse_statements_aside(lookup: Lookup) -> None:
    made = make_work(_codified(), (), Signed(), lookup)
    assert made.work.relations == (
        Relation(Rel.BASED_ON, "luat-25-2008-qh12"),
        Relation(Rel.BASED_ON, "Nghị định số 12/CP"),
    )
    assert made.stated == (
        StatedRelation(
            "thong-tu-02-2027-tt-btc",
            Rel.AMENDS,
            "thong-tu-01-2026-tt-btc",
            "https://example.org/1",
        ),
    )
    assert made.unmapped == ("quan hệ: họ hàng với", "chủ đề: 99.1")


def test_the_document_is_read_back_as_it_was_written(lookup: Lookup) -> None:
    signed = Signed((Signer("Trần Văn Mẫu", "Bộ trưởng"),), ("Ký bởi: Ai đó: 1",))
    work = make_work(_codified(), (), signed, lookup).work
    read = read_work(document(work), work.path)
    assert read.diagnostics == ()
    assert read.value.signers == work.signers
    assert read.value.source == work.source
    assert [(one.rel, one.target) for one in read.value.relations] == [
        (one.rel, one.target) for one in work.relations
    ]


def test_a_gazette_text_without_its_day_stands_in_goc(lookup: Lookup) -> None:
    head = ("CHÍNH PHỦ", "NGHỊ ĐỊNH", "Về vườn cộng đồng", "Căn cứ Luật Vườn;")
    record = Record("x", "gazette", "12/2026/NĐ-CP", "Nghị định", "", path="x")
    made = make_work(record, head, Signed(), lookup)
    assert made.work.versions[0].path == "van-ban/nghi-dinh/2026/12-2026-nd-cp/goc.md"
    assert made.work.title == "Về vườn cộng đồng"
    assert made.work.issuers == ("chinh-phu",)
    assert [one.what for one in made.guesses] == ["cơ quan ban hành", "tên văn bản"]


def test_a_consolidated_text_names_its_base_and_what_it_merges(lookup: Lookup) -> None:
    head = ("NGHỊ ĐỊNH", "Về vườn Nghị định số 61/2015/NĐ-CP ngày 9 tháng 7 năm 2015")
    record = Record(
        id="x",
        kind="consolidated",
        number="16/VBHN-BTC",
        type="Văn bản hợp nhất",
        text="",
        title="NGHỊ ĐỊNH Về vườn Nghị định số 61/2015/NĐ-CP ngày 9 tháng 7 năm 2015",
        issued=date(2020, 3, 6),
        relations=(
            Stated("hợp nhất từ", "Nghị định", "61/2015/NĐ-CP"),
            Stated("hợp nhất từ", "Nghị định", "74/2019/NĐ-CP"),
        ),
    )
    signed = Signed(lines=("BỘ TÀI CHÍNH", "XÁC THỰC VĂN BẢN HỢP NHẤT"))
    work = make_work(record, head, signed, lookup).work
    assert work.id == "van-ban-hop-nhat-16-vbhn-btc-2020-03-06"
    assert work.issuers == ("bo-tai-chinh",)
    assert work.title == "Về vườn"
    assert work.consolidates == "nghi-dinh-61-2015-nd-cp"
    assert work.merges == ("nghi-dinh-74-2019-nd-cp",)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (("LUẬT", "Vườn cộng đồng", "Căn cứ Hiến pháp;"), "Luật Vườn cộng đồng"),
        (("QUỐC HỘI", "LUẬT VƯỜN CỘNG ĐỒNG"), "LUẬT VƯỜN CỘNG ĐỒNG"),
        (("NGHỊ ĐỊNH", "Về vườn", "CHÍNH PHỦ"), "Về vườn"),
        (("Lời nói đầu",), ""),
    ],
)
def test_a_title_is_read_from_the_head(
    lookup: Lookup, head: tuple[str, ...], title: str
) -> None:
    assert printed_title(head, lookup) == title


@pytest.mark.parametrize(
    "text", ["no", "12", "2025-11", "a: b", "# a", "- a", "“x”, y", '"', "a #b", "1:20"]
)
def test_what_yaml_would_misread_is_quoted(text: str) -> None:
    assert scalar(text).startswith('"')


def test_plain_words_are_not_quoted() -> None:
    assert scalar("61/2016/NĐ-CP") == "61/2016/NĐ-CP"
    assert scalar("Vườn, luống và lối đi", flow=False) == "Vườn, luống và lối đi"
