"""Stage 3: lines that the page broke are paragraphs again.

A line continues the one before when that one plainly does not end and this one plainly
does not begin. Tables and forms are lines of a few words each and stay as they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bookcase.imports.draft import Draft, Guess, Line

if TYPE_CHECKING:
    from collections.abc import Sequence

_OPENS = re.compile(
    r"[“\"]?(?:(?:Điều|ĐIỀU|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC|Phần|PHẦN|Phụ lục|"
    r"PHỤ LỤC|Mẫu số|MẪU SỐ)\s+[\dIVXLA-Z]|\d{1,3}[a-zđ]?\d?\.(?:\s|\d)|"
    r"[a-zđ]{1,2}\d{0,2}(?:\.\d)?\)|[a-zđ]\.\s|\d{1,2}\)|[-–+•]\s|[IVXL]+\.\s|[A-ZĐ]\.\s|\()"
)
_FULL_STOP = tuple(".:!?”…")
_SOFT_STOP = (";",)
_HANGING = re.compile(
    r"(?:,|\b(?:và|của|số|tại|theo|hoặc|các|cho|với|về|trong|từ|là|được|bởi|thuộc|do|"
    r"đến|khoản|điểm|Điều|Khoản|Điểm|Luật|Nghị định|Thông tư|Quyết định|Nghị quyết))$"
)
_LONG, _LONG_ENOUGH = 60, 15
_TIGHT = re.compile(r"(?<=[\w/])[-/]$")


def join_wraps(draft: Draft) -> Draft:
    """Return the draft with broken paragraphs joined."""
    if draft.kind == "codified":
        return draft
    lines: list[Line] = []
    guesses: list[Guess] = []
    for line in draft.lines:
        reason = _continues(lines, line)
        if reason:
            before = lines.pop()
            lines.append(Line(_joined(before.text, line.text), before.number))
            guesses.append(Guess("nối dòng bị ngắt", line.number, *reason))
        else:
            lines.append(line)
    return draft.step(lines, (), guesses)


def _joined(before: str, after: str) -> str:
    return before + after if _TIGHT.search(before) else f"{before} {after}"


def _continues(lines: Sequence[Line], line: Line) -> tuple[str, float] | None:
    """Return why a line continues the last one, and how sure that is."""
    if not lines or _OPENS.match(line.text):
        return None
    before, text = lines[-1].text, line.text
    if before.endswith(_FULL_STOP) or len(before) < _LONG:
        return None
    if text[0].islower() and len(text) >= _LONG_ENOUGH:
        soft = before.endswith(_SOFT_STOP)
        return ("dòng sau bắt đầu bằng chữ thường", 0.8 if soft else 0.95)
    if _HANGING.search(before) and not text.isupper():
        return ("dòng trước chưa hết câu", 0.85)
    return None
