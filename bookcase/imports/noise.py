"""Stage 2: what the gazette printed around the text and not as the text.

Running heads, signature stamps, notes that an act goes on in another issue, and page
numbers inside a sentence. Codified texts have none and are not touched.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from bookcase.imports.draft import Draft, Line, Removed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_INSIDE = (
    (
        "dấu trang công báo",
        re.compile(
            r"(?:\b\d{1,4}\s+)?(?:\bC)?ÔNG BÁO\s*/\s*Số\s*[\d\s+]+\s*/\s*Ngày\s*"
            r"\d{1,2}\s*-\s*\d{1,2}\s*-\s*\d{4}(?:\s+\d{1,4}(?=\s*$))?"
        ),
    ),
    (
        "dấu chữ ký số",
        re.compile(
            r"Ký bởi:\s*(?:Cổng Thông tin điện tử Chính phủ|CÔNG BÁO NƯỚC CỘNG HÒA XÃ "
            r"HỘI CHỦ NGHĨA VIỆT NAM)(?:\s*Email:\s*\S+@\S+)?"
            r"(?:\s*Cơ quan:\s*Văn phòng Chính phủ)?"
            r"(?:\s*(?:Ngày ký|Thời gian ký):\s*[\d.:/-]+(?:[ T][\d:]+)?"
            r"(?:\s*[+-]\d\d:\d\d)?)?"
        ),
    ),
    (
        "lời dẫn sang số công báo khác",
        re.compile(r"\((?:Xem tiếp|Tiếp theo) Công báo số [\d\s+]+\)"),
    ),
    (
        "dấu chỗ ký",
        re.compile(r"\[?\s?da\s?ky\]|(?<=TRƯỞNG)(?:k?y)?\]$|(?<=TƯỚNG)(?:k?y)?\]$"),
    ),
)
_TOP = (
    (
        "đề mục của công báo",
        re.compile(
            r"^VĂN BẢN (?:QUY PHẠM PHÁP LUẬT|PHÁP LUẬT KHÁC|HỢP NHẤT)(?= [A-ZÀ-Ỹ])"
            r"(?: (.+?)(?= \1$))?"
        ),
    ),
)
SIGNED = "dấu chữ ký số"
"""The class of digital signatures' stamps: they are noted in the work's source."""

_HINT = re.compile(r"ÔNG BÁO|Ký bởi|Công báo số|da\s?ky|\]$")
_NOTICE = re.compile(r"Điều khoản được (?:sửa đổi, bổ sung|bổ sung|bãi bỏ|thay thế)")
"""What a web page prints beside a provision that was changed since."""
_SECTION = re.compile(
    r"VĂN BẢN (?:QUY PHẠM PHÁP LUẬT|PHÁP LUẬT KHÁC|HỢP NHẤT)|"
    r"PHẦN (?:I|II)\. VĂN BẢN .*"
)
_PAGE = re.compile(r"\d{1,4}")
_ENDS = tuple(".:;!?”…)")
_FULL, _SOME = 60, 20
_HEAD = 3
"""Lines at the top among which the gazette's own section headings stand."""


def remove_noise(draft: Draft) -> Draft:
    """Return the draft without the gazette's own print."""
    if draft.kind == "codified":
        return draft
    lines, removed = _without_heads(draft.lines)
    kept: list[Line] = []
    for position, line in enumerate(lines):
        if _is_page_number(lines, position):
            removed.append(Removed("số trang", line.text, line.number))
            continue
        text = line.text
        if _HINT.search(text) or position < _HEAD:
            text = " ".join(_cut(line, removed, top=position < _HEAD).split())
        if _NOTICE.fullmatch(text):
            removed.append(Removed("chú dẫn của trang mạng", text, line.number))
        elif text == "[":
            removed.append(Removed("dấu chỗ ký", text, line.number))
        elif text:
            kept.append(Line(text, line.number))
    return draft.step(kept, sorted(removed, key=lambda one: one.line))


def _cut(line: Line, removed: list[Removed], *, top: bool) -> str:
    """Cut every piece of noise out of a line; pieces are added in reading order."""
    found = sorted(
        (match.start(), match.end(), what)
        for what, pattern in (*_INSIDE, *(_TOP if top else ()))
        for match in pattern.finditer(line.text)
    )
    kept, end = "", 0
    for start, stop, what in found:
        if start < end:
            continue
        kept += line.text[end:start] + " "
        piece = line.text[start:stop]
        noted = what == SIGNED
        removed.append(Removed(what, piece, line.number, start, noted=noted))
        end = stop
    return kept + line.text[end:]


def _without_heads(lines: Sequence[Line]) -> tuple[list[Line], list[Removed]]:
    """Take off the gazette's own headings: ``VĂN BẢN …``, the issuer named twice."""
    kept, removed = list(lines), list[Removed]()
    for line in _heads(lines):
        removed.append(Removed("đề mục của công báo", line.text, line.number))
        kept.remove(line)
    return kept, removed


def _heads(lines: Sequence[Line]) -> Iterator[Line]:
    for line, after in pairwise(lines[: _HEAD + 1]):
        twice = line.text == after.text and line.text.isupper()
        if _SECTION.fullmatch(line.text) or twice:
            yield line


def _is_page_number(lines: Sequence[Line], position: int) -> bool:
    """Tell whether a bare number stands in the middle of a sentence."""
    if not _PAGE.fullmatch(lines[position].text):
        return False
    if not 0 < position < len(lines) - 1:
        return False
    before, after = lines[position - 1].text, lines[position + 1].text
    broken = len(before) > _FULL and not before.endswith(_ENDS)
    return broken and after[:1].islower() and len(after) > _SOME
