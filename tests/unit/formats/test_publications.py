"""Publications in every printed format."""

from __future__ import annotations

import base64
import io
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from bookcase.leaflets.formats import kinds
from bookcase.leaflets.formats.publications import Order, make
from bookcase.leaflets.sheet import Place
from bookcase.model.places import Province
from bookcase.model.publication import PublicationKind

from .samples import (
    ASSETS,
    BOOK,
    CONTENT,
    FIRST,
    HOST,
    LEAFLET,
    PLACE,
    SECOND,
    boxes,
    letters,
    pages,
    printed,
    words,
)

if TYPE_CHECKING:
    from pathlib import Path

    from bookcase.model.publication import Publication

pytestmark = pytest.mark.filterwarnings(
    # WeasyPrint leaves the colour profile of PDF/A open until it is collected.
    "ignore::pytest.PytestUnraisableExceptionWarning"
)
A4 = (0.0, 0.0, 210.0, 297.0)
A5 = (0.0, 0.0, 148.0, 210.0)
EVERY = (
    *kinds.FORMATS.values(),
    kinds.press(kinds.HANDBOOK),
    kinds.press(kinds.POSTER),
    kinds.grey(kinds.POSTER),
    kinds.archived(kinds.HANDBOOK),
)


@pytest.mark.parametrize("publication", [BOOK, LEAFLET], ids=lambda one: one.kind.value)
@pytest.mark.parametrize(
    "format_", EVERY, ids=lambda one: f"{one.key}-{one.variant[4:]}"
)
def test_all_formats_print(publication: Publication, format_: kinds.Format) -> None:
    made = printed(publication, format_)
    assert [one.code for one in made.diagnostics if one.level != "info"] == []
    with pikepdf.open(io.BytesIO(made.value)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "vi"
        with pdf.open_metadata() as told:
            archive = format_.variant == kinds.ARCHIVE
            key = "pdfaid:part" if archive else "pdfuaid:part"
            assert told[key] == ("2" if archive else "1")
            assert BOOK.title in told["dc:title"] or LEAFLET.title in told["dc:title"]


@pytest.mark.parametrize("key", ["handbook", "large", "bw", "booklet"])
def test_no_letter_of_the_source_is_lost(key: str, tmp_path: Path) -> None:
    read = letters(words(printed(BOOK, key).value, tmp_path))
    for source in (
        "Viết di chúc để con cháu khỏi tranh nhau.",
        "1. Viết rõ họ tên, ngày tháng. 2. Ký tên vào từng trang.",
        "Giấy tờ Ghi chú Căn cước Xuất trình",
        "Hãy nhớ Di chúc viết tay cũng có giá trị.",
        "viết bằng bút chì;",
        "tẩy xóa, sửa chữa.",
        "Khi đã lỡ",
        "Viết lại bản mới1.",
        "Bản sau thay bản trước.",
        "Căn cứ",
        "Biên soạn: Tổ biên tập Mẫu.",
        "Tại xã Bảo Lạc",
        "0200 000 0202",
    ):
        assert letters(source) in read


def test_the_order_is_that_of_the_book(tmp_path: Path) -> None:
    read = words(printed(BOOK, "handbook").value, tmp_path)
    front, _, body = read.partition("Viết di chúc để con cháu")
    for text, told in (
        (front, ("Sổ tay pháp luật", "Xã Bảo Lạc", "Về cuốn sách này", "Mục lục")),
        (body, ("khỏi tranh nhau", "Ba bước", "Hãy nhớ", "Nên tránh", "Khi đã lỡ")),
        (body, ("Viết lại bản mới", "Khi cần, gọi ngay", "Tại xã Bảo Lạc")),
    ):
        places = [text.index(one) for one in told]
        assert places == sorted(places)


def test_contents_tell_the_pages_on_which_chapters_begin(tmp_path: Path) -> None:
    read = words(printed(BOOK, "handbook").value, tmp_path)
    contents = read[read.index("Mục lục") :][:400]
    assert "Vì sao phải viết . . ." in contents
    assert pages(printed(BOOK, "handbook").value) == 6
    assert [one for one in ("4", "5") if f". {one} " in contents] == ["4", "5"]


@pytest.mark.parametrize(
    ("format_", "publication", "size"),
    [
        (kinds.POSTER, LEAFLET, A4),
        (kinds.HANDBOOK, BOOK, A5),
        (kinds.LARGE, BOOK, A4),
        (kinds.grey(kinds.PLAIN), BOOK, A4),
        (kinds.BOOKLET, BOOK, (0.0, 0.0, 297.0, 210.0)),
    ],
    ids=lambda one: getattr(one, "key", ""),
)
def test_page_boxes(
    format_: kinds.Format, publication: Publication, size: tuple[float, ...]
) -> None:
    held = dict(boxes(printed(publication, format_).value))
    assert held["media"] == held["trim"] == size


def test_press_boxes_have_three_millimetres_of_bleed() -> None:
    for format_, (_, _, width, height) in ((kinds.HANDBOOK, A5), (kinds.POSTER, A4)):
        held = dict(boxes(printed(LEAFLET, kinds.press(format_)).value))
        left, low, right, high = held["trim"]
        assert (round(right - left, 1), round(high - low, 1)) == (width, height)
        assert held["bleed"] == tuple(
            round(end + by, 1)
            for end, by in zip(held["trim"], (-3, -3, 3, 3), strict=True)
        )
        assert round(held["media"][2] - held["media"][0] - width, 1) == 16.0


def test_large_print_has_no_small_letter() -> None:
    with pikepdf.open(io.BytesIO(printed(BOOK, "large").value)) as pdf:
        sizes = {
            float(step.operands[1])
            for page in pdf.pages
            for step in pikepdf.parse_content_stream(page)
            if str(step.operator) == "Tf"
        }
    assert min(sizes) >= 18


@pytest.mark.parametrize("publication", [BOOK, LEAFLET], ids=lambda one: one.kind.value)
def test_one_ink_is_grey_all_through(publication: Publication) -> None:
    for format_ in (kinds.grey(kinds.POSTER), kinds.FORMATS["bw"]):
        with pikepdf.open(io.BytesIO(printed(publication, format_).value)) as pdf:
            colours = {
                tuple(round(float(one), 3) for one in step.operands)
                for page in pdf.pages
                for step in pikepdf.parse_content_stream(page)
                if str(step.operator) in {"rg", "RG"}
            }
        assert all(len(set(one)) == 1 for one in colours)


def test_the_same_twice() -> None:
    for format_ in (kinds.BOOKLET, kinds.press(kinds.HANDBOOK)):
        assert printed(BOOK, format_).value == printed(BOOK, format_).value


def test_without_a_commune_there_is_a_box_for_a_stamp(tmp_path: Path) -> None:
    read = words(printed(LEAFLET, "poster", None).value, tmp_path)
    assert "Hãy hỏi tại trụ sở Ủy ban nhân dân xã, phường, đặc khu." in read
    assert "Dấu, địa chỉ và số điện thoại" in read


def test_what_has_changed_is_told_in_front(tmp_path: Path) -> None:
    said = "Quy định được dẫn đã thay đổi từ ngày 01/10/2026: Điều 624."
    for key in ("handbook", "poster", "bw"):
        order = Order(LEAFLET, kinds.FORMATS[key], PLACE, HOST, warning=said)
        read = words(make(order, CONTENT, ASSETS).value, tmp_path)
        assert letters(said) in letters(read)


def test_a_poster_has_its_own_words_else_the_callouts(tmp_path: Path) -> None:
    own = replace(LEAFLET, body=f"{LEAFLET.body}\n# Áp phích\n\nChỉ một câu này.\n")
    read = words(printed(own, "poster").value, tmp_path)
    assert "Chỉ một câu này." in read
    assert "Hãy nhớ" not in read
    read = words(printed(LEAFLET, "poster").value, tmp_path)
    assert "Di chúc viết tay cũng có giá trị." in read
    assert "Ba bước" not in read


def test_a_book_leaves_the_poster_out(tmp_path: Path) -> None:
    own = replace(LEAFLET, body=f"# Áp phích\n\nChỉ áp phích.\n\n{LEAFLET.body}")
    read = words(printed(own, "bw").value, tmp_path)
    assert "Chỉ áp phích." not in read
    assert "Ba bước" in read


def codes(publication: Publication, key: str = "bw") -> list[str]:
    made = printed(publication, key)
    assert made.value == b""
    return [one.code for one in made.diagnostics]


def test_what_cannot_be_printed_is_said() -> None:
    assert codes(replace(BOOK, chapters=())) == ["PRINT001"]
    assert codes(replace(BOOK, legal_basis=())) == ["PRINT007"]
    quiz = replace(BOOK, kind=PublicationKind.QUIZ, chapters=())
    assert codes(quiz, "handbook") == ["PRINT001"]
    foreign = Place(PLACE.commune, Province("01", "Thành phố Mẫu", "thành phố"))
    found = printed(BOOK, "bw", foreign).diagnostics
    assert [one.code for one in found] == ["PRINT008"]


def test_past_its_day_nothing_is_printed() -> None:
    old = replace(BOOK, valid_until=date(2026, 11, 24))
    for day, found in ((date(2026, 11, 23), []), (date(2026, 11, 24), ["PRINT006"])):
        made = make(Order(old, kinds.LARGE, as_of=day), CONTENT, ASSETS)
        assert [one.code for one in made.diagnostics] == found


def test_too_many_words_for_a_poster_name_the_place() -> None:
    long = replace(LEAFLET, body="# Áp phích\n\n" + "Câu này rất dài. " * 400)
    found = printed(long, "poster").diagnostics
    assert "PRINT012" in {one.code for one in found} or "PRINT010" in {
        one.code for one in found
    }
    assert any("«Áp phích»" in one.message for one in found)
    assert {one.span.path for one in found} >= {LEAFLET.path}


def test_a_word_wider_than_the_page_is_found() -> None:
    wide = replace(LEAFLET, body="# Trong 1\n\n" + "ươ" * 200)
    found = printed(wide, "bw").diagnostics
    assert [one.code for one in found] == ["PRINT011"]
    assert "«Nội dung»" in found[0].message
    assert "mm" in found[0].message


def test_a_letter_that_no_face_has_is_found() -> None:
    strange = replace(LEAFLET, body="# Trong 1\n\nĐi bộ 𠀋 nhé.")
    found = printed(strange, "bw").diagnostics
    assert [one.code for one in found] == ["PRINT021"]
    assert "U+2000B" in found[0].message


def with_picture(root: Path, said: str, key: str = "large") -> list[tuple[str, int]]:
    shown = replace(BOOK.chapters[0], body=f"Xem hình:\n\n![Cây]({said})\n")
    book = replace(BOOK, chapters=(shown,))
    made = make(Order(book, kinds.FORMATS[key]), root, ASSETS)
    assert bool(made.value) == (not made.diagnostics)
    return [(one.code, one.span.line) for one in made.diagnostics]


def put(root: Path, name: str, size: tuple[int, int]) -> None:
    file = root / "so-tay" / "di-chuc" / "attachments" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, (200, 30, 30)).save(file)


def test_a_picture_that_is_there_is_printed(tmp_path: Path) -> None:
    put(tmp_path, "cay.png", (40, 30))
    assert with_picture(tmp_path, "attachments/cay.png") == []
    assert with_picture(tmp_path, "attachments/cay.png", "bw") == []


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("https://example.invalid/a.png", "PRINT003"),
        ("//example.invalid/a.png", "PRINT003"),
        ("file:///etc/hostname", "PRINT003"),
        ("../../../etc/hostname", "PRINT003"),
        ("data:image/png;base64,AAAA", "PRINT003"),
        ("attachments/khong-co.png", "PRINT004"),
    ],
)
def test_any_other_picture_is_never_fetched(
    said: str, code: str, tmp_path: Path
) -> None:
    assert with_picture(tmp_path, said) == [(code, 6)]


def test_a_picture_that_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "to.png", (300, 300))
    monkeypatch.setattr("bookcase.leaflets.formats.pictures.MOST_POINTS", 1000)
    assert with_picture(tmp_path, "attachments/to.png") == [("PRINT005", 6)]
    monkeypatch.setattr("bookcase.leaflets.formats.pictures.MOST_BYTES", 10)
    assert with_picture(tmp_path, "attachments/to.png") == [("PRINT005", 6)]


def test_a_file_that_is_no_picture(tmp_path: Path) -> None:
    put(tmp_path, "cay.png", (4, 4))
    file = tmp_path / "so-tay" / "di-chuc" / "attachments" / "cay.png"
    file.write_bytes(base64.b64decode("iVBORw0KGgo="))
    assert with_picture(tmp_path, "attachments/cay.png") == [("PRINT004", 6)]


def test_the_samples_say_what_the_tests_look_for() -> None:
    assert "Hãy nhớ" in FIRST
    assert "Nên tránh" in SECOND


@pytest.mark.parametrize("publication", [BOOK, LEAFLET], ids=lambda one: one.kind.value)
def test_left_pages_of_a_handbook_bear_its_title(publication: Publication) -> None:
    long = replace(publication, body=publication.body * 12)
    many = tuple(replace(one, body=one.body * 6) for one in long.chapters)
    made = printed(replace(long, chapters=many), "handbook").value
    with pypdfium2.PdfDocument(made) as document:
        sides = [page.get_textpage().get_text_bounded() for page in document]
    assert all(publication.title in side.replace("\xa0", " ") for side in sides[5:8:2])
