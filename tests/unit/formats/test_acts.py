"""Whole acts, and some of their articles."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pikepdf
import pytest

from bookcase.leaflets.formats.acts import Box
from bookcase.leaflets.formats.selection import select
from bookcase.legal.parser import parse
from bookcase.legal.words import text_of
from bookcase.model.tree import LegalText

from .samples import ACT, act, letters, pages, words

if TYPE_CHECKING:
    from pathlib import Path

    from bookcase.diagnostics import Diagnostic


pytestmark = pytest.mark.filterwarnings(
    # WeasyPrint leaves the colour profile of PDF/A open until it is collected.
    "ignore::pytest.PytestUnraisableExceptionWarning"
)


def told(found: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in found]


def test_the_whole_text_is_printed(tmp_path: Path) -> None:
    made = act()
    assert made.diagnostics == ()
    read = words(made.value, tmp_path)
    for unit in ("Chương I", "Điều 1. Phạm vi", "a) Ô vườn;", "- lối đi."):
        assert unit in read
    for piece in (
        "“Điều 7. Giờ tưới",
        "1. Tưới trước 7 giờ.”",
        "Bùi Thị Mẫu",
        "Cây ăn",
    ):
        assert piece in read
    assert "Có hiệu lực từ ngày 01/01/2027; in ngày 24/11/2026" in read
    assert f"Trang 1/{pages(made.value)}" in read
    assert "Luật số 09/2026/QH16-MAU" in read


def test_no_letter_of_the_act_is_lost(tmp_path: Path) -> None:
    plain = LegalText(ACT.text.blocks)
    read = words(act().value, tmp_path)
    body = letters(
        read[read.index("Căn cứ Hiến pháp") :].replace("Phạm vi1", "Phạm vi")
    )
    whole = text_of(plain).split("Căn cứ")[1].replace("□", "")
    for piece in re.split(r"[.:”]+ | (?=Chương|Phụ lục)", whole):
        assert letters(piece) in body


def test_footnotes_stand_below_the_page_that_calls_them(tmp_path: Path) -> None:
    data = act().value
    with pikepdf.open(io.BytesIO(data)) as pdf:
        first = pikepdf.new()
        first.pages.append(pdf.pages[0])
        out = io.BytesIO()
        first.save(out)
    read = words(out.getvalue(), tmp_path)
    assert "1. Được sửa theo Luật mẫu." in read
    assert read.index("Điều 2. Sửa đổi") < read.index("1. Được sửa theo Luật mẫu.")
    assert "2. Trừ khoản 1 Điều 1." in words(data, tmp_path)


def test_contents_lead_to_pages(tmp_path: Path) -> None:
    read = words(act().value, tmp_path)
    contents = read[read.index("Mục lục") :][:900]
    assert "Chương I. QUY ĐỊNH CHUNG . . ." in contents
    assert "Điều 4. Hiệu lực . . ." in contents


@pytest.mark.parametrize(
    ("asked", "said", "held", "gone"),
    [
        (
            "d2",
            "Điều 2",
            ("Chương I", "“Điều 7."),
            ("Điều 1.", "Chương II", "QUỐC HỘI"),
        ),
        ("d1,d3-d4", "Điều 1; Điều 3 đến Điều 4", ("Điều 4.",), ("Điều 2.", "Phụ lục")),
        ("Đ3, 4", "Điều 3; Điều 4", ("Chương II",), ("Chương I",)),
        ("pl1", "Phụ lục I", ("Cây ăn quả.",), ("Chương",)),
        ("c2", "Chương II", ("Điều 3.", "Điều 4."), ("Điều 2.",)),
    ],
)
def test_a_selection(
    asked: str, said: str, held: tuple[str, ...], gone: tuple[str, ...], tmp_path: Path
) -> None:
    made = act(asked)
    assert made.diagnostics == ()
    read = words(made.value, tmp_path)
    body = read[read.index("Bản trích:") :]
    assert f"Bản trích: {said}." in read
    assert [one for one in held if one not in body] == []
    assert [one for one in gone if f" {one} " in f" {body} "] == []


def test_a_selection_keeps_its_own_footnotes_only(tmp_path: Path) -> None:
    read = words(act("d4").value, tmp_path)
    assert "Trừ khoản 1 Điều 1." in read
    assert "Được sửa theo" not in read


@pytest.mark.parametrize("asked", ["d9", "d4-d1", "d1,xyz", "k1", "d1.k1"])
def test_an_article_that_is_not_there(asked: str) -> None:
    made = act(asked)
    assert made.value == b""
    assert [one.code for one in made.diagnostics] == ["PRINT002"]
    assert made.diagnostics[0].hint.startswith("văn bản có từ Điều 1 đến Điều 4")


def test_a_number_with_a_hyphen_of_its_own_is_no_range() -> None:
    law = parse("### Chương IV-A. MỚI\n\n###### Điều 9. Tên\n\nLời.\n", "a.md").value
    made = select(law, "c4-a", "a.md")
    assert (made.value.said, made.diagnostics) == ("Chương IV-A", ())


def test_all_notices_are_printed(tmp_path: Path) -> None:
    boxes = (
        Box("Văn bản này do máy hợp nhất.", weighty=True),
        Box("Chưa cập nhật: 1 sửa đổi.", ("khoản 2 Điều 1 Luật khác: bãi bỏ Điều 3",)),
    )
    read = words(act(boxes=boxes, stamp="VĂN BẢN MINH HỌA").value, tmp_path)
    for said in ("do máy hợp nhất.", "Chưa cập nhật: 1", "bãi bỏ Điều 3", "MINH HỌA ·"):
        assert said in read


def test_a_box_to_tick_is_drawn_and_told() -> None:
    with pikepdf.open(io.BytesIO(act("d3").value)) as pdf:
        alts = [
            str(one.Alt)
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and "/Alt" in one
        ]
    assert alts == ["□"]


def test_a_letter_we_lack_is_printed_as_its_number(tmp_path: Path) -> None:
    law = parse("###### Điều 1. Tên\n\nCông thức 𝑜 bằng \u200e2.\n", "a.md").value
    made = act(text=law)
    assert told(made.diagnostics) == [
        ("PRINT023", "bộ chữ in không có U+1D45C; in mã số thay cho chữ")
    ]
    assert "Công thức [U+1D45C] bằng 2." in words(made.value, tmp_path)


def test_an_empty_text_is_not_printed() -> None:
    made = act(text=LegalText())
    assert (made.value, [one.code for one in made.diagnostics]) == (b"", ["PRINT001"])


def test_pictures_that_are_missing_or_elsewhere() -> None:
    law = parse("###### Điều 1. Tên\n\n![A](attachments/a.png)\n", "van-ban/a.md").value
    found = act(text=law).diagnostics
    assert [(one.code, one.span.line) for one in found] == [("PRINT004", 3)]


def test_a_long_table_repeats_its_head_and_a_wide_one_turns_the_sheet(
    tmp_path: Path,
) -> None:
    rows = "\n".join(f"| {n} | Cây số {n} |" for n in range(1, 81))
    law = f"###### Điều 1. Bảng\n\n| Số thứ | Tên cây |\n|---|---|\n{rows}\n"
    made = act(text=parse(law, "a.md").value)
    assert made.diagnostics == ()
    assert words(made.value, tmp_path).count("Số thứ Tên cây") == pages(made.value)
    head = "| " + " | ".join(f"Cột {n}" for n in range(1, 13)) + " |"
    wide = f"###### Điều 1. Bảng\n\n{head}\n{'|---' * 12}|\n{head}\n"
    made = act(text=parse(wide, "a.md").value)
    assert made.diagnostics == ()
    with pikepdf.open(io.BytesIO(made.value)) as pdf:
        sizes = [[round(float(end)) for end in page.mediabox[2:]] for page in pdf.pages]
    assert [842, 595] in sizes


def test_one_ink_and_the_archive() -> None:
    assert act(grey=True).diagnostics == ()
    data = io.BytesIO(act(variant="pdf/a-2a").value)
    with pikepdf.open(data) as pdf, pdf.open_metadata() as meta:
        assert meta["pdfaid:part"] == "2"


def test_the_same_twice() -> None:
    assert act().value == act().value
