"""The sheet that comes out: what it says, in which order, and what is refused."""

from __future__ import annotations

import io
import unicodedata
from dataclasses import replace
from datetime import date

import pikepdf
import pytest

from bookcase.leaflets.addresses import drawn
from bookcase.leaflets.layout import source_letters
from bookcase.leaflets.panels import panels
from bookcase.leaflets.sheet import Place, local, sheet, to_html
from bookcase.leaflets.trifold import make
from bookcase.model.places import Locality, Province
from bookcase.model.publication import Publication, PublicationKind, Review

from .pdftext import text_of
from .samples import (
    ASSETS,
    COMMUNE,
    HOST,
    LOCALITY,
    MADE,
    PROVINCE,
    PUBLICATION,
    with_panel,
)

READING_ORDER = (
    "Tờ gấp pháp luật",
    "Viết di chúc cho đúng",
    "Ai được viết,",
    "Xã Bảo Lạc",
    "Tỉnh Cao Bằng",
    "Vì sao phải viết di chúc?",
    "Di chúc viết tay cũng có giá trị.",
    "Khi cần, gọi ngay",
    *("113", "114", "115", "111"),
    "Tại xã Bảo Lạc",
    "Liên hệ minh họa",
    "0200 000 0201",
    "Căn cứ: Điều 624, 630 Bộ luật Dân sự số 91/2015/QH13.",
    "Biên soạn: Tổ biên tập Mẫu.",
    "Chịu trách nhiệm: Trần Thị Mực Tím.",
    "Ngày đăng: 20/11/2026.",
    *("Ba bước", "1 Viết rõ họ tên", "2 Ký tên", "3 Gửi"),
    *("Giấy tờ", "Căn cước", "Xuất trình", "Giấy về đất", "Nếu có"),
    *("Nên tránh", "viết bằng bút chì;", "tẩy xóa"),
)


def letters(text: str) -> str:
    return "".join(text.split())


def folded(text: str) -> str:
    return " ".join(text.split())


def shown(
    publication: Publication = PUBLICATION, locality: Locality | None = LOCALITY
) -> str:
    made = make(publication, COMMUNE, PROVINCE, locality, ASSETS)
    assert made.diagnostics == ()
    return folded(text_of(made.value))


def findings(publication: Publication = PUBLICATION, **changes: date) -> list[str]:
    made = make(
        publication, COMMUNE, PROVINCE, LOCALITY, ASSETS, as_of=changes.get("as_of")
    )
    assert made.value == b""
    return [f"{one.span} {one.code} {one.message}" for one in made.diagnostics]


def test_the_sheet_reads_from_cover_to_flap_back_and_inside() -> None:
    text, at = letters(text_of(MADE.value)), 0
    for words in map(letters, READING_ORDER):
        found = text.find(words, at)
        assert found >= 0, f"{words!r} is not after {text[max(0, at - 40) : at]!r}"
        at = found + len(words)


def test_every_letter_of_the_source_is_in_the_file_in_order_and_nothing_else() -> None:
    page = sheet(
        PUBLICATION,
        panels(PUBLICATION).value,
        local(Place(COMMUNE, PROVINCE, LOCALITY)),
    )
    wanted = "".join(source_letters(to_html(page, ASSETS / "leaflets")).values())
    held = letters(text_of(MADE.value))
    for step in ("1", "2", "3"):
        first = {"1": "Viếtrõ", "2": "Kýtên", "3": "Gửingười"}[step]
        held = held.replace(step + first, first)
    assert held == wanted


def test_text_is_nfc_whatever_the_source_is() -> None:
    apart = replace(
        PUBLICATION,
        title=unicodedata.normalize("NFD", PUBLICATION.title),
        body=unicodedata.normalize("NFD", PUBLICATION.body),
    )
    text = shown(apart)
    assert text == unicodedata.normalize("NFC", text)
    assert "Viết di chúc cho đúng" in text


def test_the_file_is_an_accessible_pdf_of_two_a4_sides() -> None:
    with pikepdf.open(io.BytesIO(MADE.value)) as pdf, pdf.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"
        assert str(pdf.Root.Lang) == "vi"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
        assert about["dc:title"] == (
            "Tờ gấp: Viết di chúc cho đúng – Xã Bảo Lạc, Tỉnh Cao Bằng"
        )
        sizes = [
            [round(float(x) / 72 * 25.4) for x in page.mediabox] for page in pdf.pages
        ]
        assert sizes == [[0, 0, 297, 210]] * 2


def test_a_draft_says_that_nobody_has_checked_it() -> None:
    words = "Tài liệu chưa được thẩm định."
    assert words not in shown()
    assert words in shown(replace(PUBLICATION, review=Review("draft")))


def test_a_commune_that_told_nothing_gets_a_box_for_a_stamp() -> None:
    text = shown(locality=None)
    assert "Dấu, địa chỉ và số điện thoại của cơ quan phát tờ gấp" in text
    assert "Liên hệ minh họa" not in text


def test_codes_stand_on_the_cover_only_when_the_site_has_a_host() -> None:
    made = make(PUBLICATION, COMMUNE, PROVINCE, LOCALITY, ASSETS, site_host=HOST)
    assert made.diagnostics == ()
    assert "Bản mới nhất của tờ gấp này" in folded(text_of(made.value))
    assert "Bản mới nhất" not in text_of(MADE.value)


@pytest.mark.parametrize(
    ("host", "address", "short"),
    [
        (
            "tusach.example.vn",
            "https://tusach.example.vn/to-gap/viet-di-chuc.html",
            "HTTPS://TUSACH.EXAMPLE.VN/X/01321.HTML",
        ),
        (
            "https://a.example/b/",
            "https://a.example/b/to-gap/viet-di-chuc.html",
            "HTTPS://A.EXAMPLE/b/X/01321.HTML",
        ),
    ],
)
def test_codes_lead_to_the_publication_and_to_the_commune(
    host: str, address: str, short: str
) -> None:
    assert sheet(PUBLICATION, (), None, host).publication_code == drawn(address)
    own = local(Place(COMMUNE, PROVINCE), host)
    assert (own.address, own.code) == (short, drawn(short))


def test_without_a_host_there_is_no_code() -> None:
    assert sheet(PUBLICATION, (), None).publication_code == ""
    assert local(Place(COMMUNE, PROVINCE)).code == ""


def test_a_leaflet_without_a_source_is_not_printed() -> None:
    (found,) = findings(replace(PUBLICATION, legal_basis=()))
    assert found == (
        "to-gap/viet-di-chuc.md:1:1 LEAF009 tờ gấp «Viết di chúc cho đúng» "
        "không nêu căn cứ pháp luật nên không in"
    )


def test_a_long_panel_is_set_smaller_before_it_is_refused() -> None:
    more = with_panel(
        "Trong 1", "Thêm một đoạn cho dài, để khung này phải chật.\n\n" * 15
    )
    assert make(more, COMMUNE, PROVINCE, LOCALITY, ASSETS).diagnostics == ()


def test_what_does_not_fit_is_named_with_place_millimetres_and_words() -> None:
    (beyond, *_) = findings(
        with_panel("Trong 2", "Đoạn này dài quá khổ giấy.\n\n" * 40)
    )
    assert beyond.startswith(
        "to-gap/viet-di-chuc.md:38:1 LEAF011 tờ gấp «Viết di chúc cho đúng» cho "
        "Xã Bảo Lạc, Tỉnh Cao Bằng, khung «Trong 2»: chữ tràn ra ngoài "
    )
    assert " mm, từ chỗ «Đoạn này dài quá khổ" in beyond


def test_a_fault_of_the_commune_points_at_its_file() -> None:
    contacts = tuple(
        replace(one, address="Nhà văn hóa xóm Mẫu Hai, cạnh cây đa đầu làng, " * 6)
        for one in LOCALITY.contacts * 2
    )
    made = make(
        PUBLICATION, COMMUNE, PROVINCE, replace(LOCALITY, contacts=contacts), ASSETS
    )
    assert made.value == b""
    assert {str(one.span) for one in made.diagnostics} == {
        "dia-phuong/04/01321.yml:1:1"
    }


def test_a_letter_that_no_typeface_has_is_refused() -> None:
    (found,) = findings(with_panel("Trong 3", "Xin chào: ວຽ"))
    assert "LEAF021" in found
    assert "khung «Trong 3»: bộ chữ in không có: ວ (U+0EA7) ຽ (U+0EBD)" in found


def test_only_a_leaflet_is_printed() -> None:
    assert findings(replace(PUBLICATION, kind=PublicationKind.STORY)) == [
        "to-gap/viet-di-chuc.md:1:1 LEAF001 «Viết di chúc cho đúng» không phải tờ gấp"
    ]


def test_a_leaflet_past_its_day_is_not_printed() -> None:
    old = replace(PUBLICATION, valid_until=date(2026, 11, 24))
    (found,) = findings(old, as_of=date(2026, 11, 24))
    assert found == (
        "to-gap/viet-di-chuc.md:1:1 LEAF006 tờ gấp «Viết di chúc cho đúng» "
        "chỉ có giá trị đến trước 24/11/2026"
    )
    day_before = make(
        old, COMMUNE, PROVINCE, LOCALITY, ASSETS, as_of=date(2026, 11, 23)
    )
    assert day_before.diagnostics == ()


def test_a_commune_is_not_printed_in_another_province() -> None:
    other = Province("38", "Tỉnh Thanh Hóa", "tỉnh")
    made = make(PUBLICATION, COMMUNE, other, replace(LOCALITY, code="14845"), ASSETS)
    assert [one.message for one in made.diagnostics] == [
        "Xã Bảo Lạc (01321) không thuộc Tỉnh Thanh Hóa",
        "thông tin của xã 14845 không dùng cho xã 01321",
    ]


def test_a_hostile_title_is_only_words() -> None:
    title = '<link rel=attachment href="file:///etc/passwd"> & <b>'
    assert letters(title) in letters(shown(replace(PUBLICATION, title=title)))
