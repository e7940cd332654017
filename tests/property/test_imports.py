"""No text, however odd, loses a letter or stops the importer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bookcase.imports.letters import repair
from bookcase.legal.parser import parse
from bookcase.legal.render import render
from tests.unit.imports.examples import lost, read

_PIECES = (
    "Điều 1. Phạm vi",
    "Điều 2. Vườn:",
    "Điều 2a. Luống",
    "“Điều 3. Trích",
    "1. Khoản một;",
    "a) điểm a.”.",
    "Sửa đổi như sau:",
    "Chương I",
    "CHƯƠNG II. TÊN",
    "Mục 1",
    "Phụ lục I",
    "PHỤ LỤC IV14 TÊN",
    "Mẫu số: 01",
    "Biểu II.2 Cây",
    "(Kèm theo Nghị định số 1/2026/NĐ-CP) Mẫu số 02",
    "QUY CHẾ",
    "TM. CHÍNH PHỦ",
    "Nơi nhận:",
    "- Lưu: VT.",
    "Trần Văn Mẫu",
    "[1] Chú thích",
    "chữ thường nối tiếp dòng trước, đủ dài để nối",
    "CÔNG BÁO/Số 1 + 2/Ngày 05-01-2026",
    "Ký bởi: Cổng Thông tin điện tử Chính phủ",
    "::: mo-dau",
    "| a | b |",
    "<table>",
    "# tiêu đề",
    "> trích",
    "\\ thoát",
    "[^1]: chú",
    ":::",
    "![a](attachments/b.png)",
)
LINES = st.one_of(
    st.sampled_from(_PIECES),
    st.text(max_size=40),
    st.tuples(st.sampled_from(_PIECES), st.text(max_size=20)).map(" ".join),
)
TEXTS = st.lists(LINES, max_size=24).map("\n".join)
KINDS = st.sampled_from(["gazette", "consolidated", "codified"])


@given(KINDS, TEXTS)
def test_no_letter_is_lost(kind: str, text: str) -> None:
    draft, made = read(kind, "1/2026/NĐ-CP", text)
    assert lost(draft, made) is None


@given(KINDS, TEXTS)
def test_what_is_written_is_read_back(kind: str, text: str) -> None:
    made = read(kind, "1/VBHN-BTC", text)[1]
    assert parse(render(made.text)).value == made.text


@given(st.text())
def test_repairing_letters_twice_repairs_nothing_more(text: str) -> None:
    once = repair(text)[0]
    assert repair(once)[0] == once
