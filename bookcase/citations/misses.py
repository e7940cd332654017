"""What looks like a citation and became none, each with the reason.

Looked for are *Điều N*, *khoản N*, *điểm x* and numbers of acts outside headings, by
plain patterns that know nothing of the grammar: so what the grammar overlooks shows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.citations.listing import heading_end
from bookcase.citations.wording import COUNTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Protocol

    class Span(Protocol):
        """Where a citation stands."""

        @property
        def start(self) -> int:
            """Return where it begins."""

        @property
        def end(self) -> int:
            """Return where it ends."""


LOOKED_FOR = re.compile(
    r"(?:Điều|(?<!\w)(?:[Kk]hoản|điều))\s+\d+\w*|(?<!\w)[Đđ]iểm\s+[a-zđ]\d{0,2}(?!\w)"
    r"|(?<![\d/.:-])\d{1,5}/(?:(?:19|20)\d\d/)?[A-ZĐÐ]{2,}\w*(?:-[A-ZĐÐa-z]\w*)*"
)
"""What looks like a citation: by plain patterns, not by the grammar."""
_BEFORE = 24
_ANY = re.compile("")
_NONE = re.compile(r"(?!)")
_REASONS: tuple[tuple[str, str, re.Pattern[str], re.Pattern[str]], ...] = (
    # code, reason, what stands before or (what stands behind)
    (
        "other-word",
        "chữ là phần của một từ khác: tài khoản, địa điểm, thang điểm",
        re.compile(
            r"(?<!\w)(?:tài|địa|thời|quan|đặc|trọng|thí|danh|hạng|thang|cao|đạt|chấm)\s+$"
        ),
        _NONE,
    ),
    ("counted", "số đếm, không phải số của điều, khoản", _NONE, re.compile(COUNTS)),
    (
        "codification",
        "ký hiệu của Bộ pháp điển, không phải điều của văn bản",
        _NONE,
        re.compile(r"(?:\.\d+)+\.[A-ZĐ]{2}"),
    ),
    (
        "outline",
        "điểm, khoản của một đề mục không phải là điều",
        _NONE,
        re.compile(r"[\s,]+(?:[Tt]iết|[Đđ]iểm|[Mm]ục|[Pp]hần)\s|\.[\w.]+"),
    ),
    ("own-number", "số của chính văn bản", re.compile(r"^\W*Số\s*:?\s*$"), _NONE),
    (
        "standard",
        "số của tiêu chuẩn, quy chuẩn",
        re.compile(r"(?:CVN|TCCS|ISO)[\s\d.:-]*$|:\s*$"),
        _NONE,
    ),
    ("form", "số của biểu mẫu", re.compile(r"(?:[Bb]iểu|[Mm]ẫu)\s+(?:số\s*)?$"), _NONE),
)
_ACT_LETTERS = re.compile(
    r"\d+/(?:\d{4}/)?(?:NĐ|ND|TT|TTLT|QĐ|QÐ|QD|NQ|CT|VBHN|QH|UBTVQH|PL|L-)"
)


@dataclass(frozen=True, slots=True)
class Miss:
    """Words that look like a citation; ``code`` is empty where nobody knows why."""

    start: int
    end: int
    code: str
    reason: str


def misses(text: str, found: Sequence[Span]) -> Iterator[Miss]:
    """Yield what looks like a citation and is none.

    Args:
        text: One paragraph.
        found: Its citations.
    """
    spans = [(one.start, one.end) for one in found]
    heading = heading_end(text)
    for seen in LOOKED_FOR.finditer(text, heading):
        start, end = seen.span()
        if not any(begin < end and start < stop for begin, stop in spans):
            yield Miss(start, end, *_why(text, start, end))


def _why(text: str, start: int, end: int) -> tuple[str, str]:
    before = text[max(0, start - _BEFORE) : start]
    for code, reason, left, right in _REASONS:
        if left.search(before) or right.match(text, end):
            return code, reason
    if "/" in text[start:end] and not _ACT_LETTERS.match(text, start):
        return "other-number", "số không phải của loại văn bản nào được biết"
    return "", "chưa rõ vì sao"
