"""Findings about sentences that were not read, or not surely."""

from __future__ import annotations

from bookcase.diagnostics import Diagnostic, Span

_SHOWN = 160
CURES = {
    "AMEND001": "viết dòng này vào effects.yml bằng tay, với by_hand: true",
    "AMEND002": "nêu số của văn bản bị sửa, hoặc viết dòng bằng tay với «on»",
    "AMEND003": "viết dòng bằng tay với «at»: nơi bị sửa",
    "AMEND004": "đặt lời mới trong ngoặc kép “…” ngay dưới câu sửa đổi",
    "AMEND005": "ghi ngày của từng phần vào phases của document.yml",
    "AMEND006": "đối chiếu số của khoản, điểm trong lời mới với câu sửa đổi",
}


def finding(path: str, code: str, words: str, line: int) -> Diagnostic:
    """Return a finding: which sentence it is about, and what an editor can do."""
    short = words if len(words) < _SHOWN else f"{words[: _SHOWN - 1]}…"
    what = f"không đọc chắc được câu: {short}"
    if code == "AMEND005":
        what = "ngày có hiệu lực của một phần nêu không rõ"
    return Diagnostic(Span(path, line), code, what, "warning", hint=CURES[code])
