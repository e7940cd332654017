"""How lists of provisions and acts begin in running text: patterns for a quick look.

Python's engine is fast where all that may begin a match are plain letters: so each word
stands in both cases, and what follows is looked at only where a word was found.
"""

from __future__ import annotations

import re

from bookcase.citations.acts import TYPES

MORE_TYPES = {
    "Bộ Luật": "bo-luat",
    "Văn bản hợp nhất": "van-ban-hop-nhat",
    "Công văn": "cong-van",
    "Kế hoạch": "khac",
    "Thông báo": "khac",
    "Công điện": "khac",
}
"""Documents that running text cites by their numbers, beside the types of acts."""
ALL_TYPES = TYPES | MORE_TYPES
_BOTH = (
    "điểm", "khoản", "điều", "mục", "chương", "phần", "tiểu", "phụ", "mẫu", "biểu",
    "tiết", "đoạn", "gạch",
)  # fmt: skip
_UNITS = "|".join(f"{word}|{word.capitalize()}" for word in _BOTH)
UNIT_WORDS = frozenset({*_BOTH, *(word.capitalize() for word in _BOTH)})
_LOWER = ("luật", "bộ luật", "nghị định", "thông tư", "quyết định", "nghị quyết")
TYPE = "|".join(sorted(map(re.escape, (*ALL_TYPES, "BL")), key=len, reverse=True))
"""All words for types as law writes them; ``BL`` begins BLHS, BLDS."""
ANCHOR = re.compile(
    rf"({_UNITS}|{TYPE})"
    r"(?:\s+(?=\d|[IVXLC]|[A-ZĐ](?!\w)|[a-zđ]{1,2}\d{0,2}(?!\w)|này|nêu|từ|thứ|số|lục|mục"
    r"|đầu|cuối|mẫu|biểu)|(?=[\sA-ZĐ]))"
)
SMALL = re.compile("|".join(rf"(?:{word})\s" for word in _LOWER))
"""Types as people write them; only a title or number that is known makes an act."""

COUNTS = (
    r"\s*(?:(?:ngày|tháng|năm|người|lần|triệu|tỷ|nghìn|ngàn|đồng|tuổi|giờ|phút|bản|bộ|km"
    r"|kg|ha|mét|tấn|lít|trường\s+hợp|loại|nhóm|cấp|tầng|suất|thành\s+viên|hộ|cái|chiếc"
    r"|trang|câu|phiếu)(?!\w)|[%/])"
)
"""What stands behind a number that counts something."""
_NUMBER = (
    rf"(?:\d{{1,3}}(?:\.\d+)*[a-zA-ZđĐ]?\d?(?!\.?\w)(?!{COUNTS})"
    r"|[a-zđ]{1,2}\d{0,2}(?:\.\d+)*(?!\.?\w)|[IVXLC]{1,6}[a-zA-Z]?(?!\.?\w)"
    r"|[A-ZĐ](?!\.?\w)|này|nêu\s+trên|thứ\s+\w+|cuối(?:\s+cùng)?|đầu(?:\s+tiên)?)"
)
_FORM = (
    r"(?:[Bb]iểu\s+)?[Mm]ẫu(?:\s+biểu)?(?:\s+số)?\s+\d{1,3}[A-Za-zđ]?(?:[-./][\w-]+)?(?!\w)"
    r"|[Bb]iểu\s+số\s+\d{1,3}"
)
_WORD = (
    r"(?:[Đđ]iểm|[Kk]hoản|[Đđ]iều|[Mm]ục|[Cc]hương|[Pp]hần|[Tt]iểu\s+(?:mục|điểm)"
    r"|[Pp]hụ\s+lục(?:\s+số)?|[Tt]iết|[Đđ]oạn|[Gg]ạch\s+đầu\s+dòng)"
)
_UNIT = (
    rf"(?:{_WORD}\s+(?:từ\s+)?{_NUMBER}|{_FORM}|[Đđ]oạn\s+mở\s+đầu|[Pp]hụ\s+lục(?!\w))"
)
_AND = r"(?:và/hoặc|và|hoặc|hay|đến|tới)\s+"
_OF = r"(?:(?:của|(?:quy\s+định\s+)?tại|thuộc|trong|ở)\s+)?"
LISTED = re.compile(
    rf"{_UNIT}(?:\s*(?:[,;]\s*)?(?:{_AND})?{_OF}(?:(?:tại|các|những|từ)\s+)*{_UNIT}"
    rf"|\s*(?:[,;]\s*(?:{_AND})?|{_AND})(?:từ\s+)?{_NUMBER})*"
)
"""A list of provisions and what might still be of it; the grammar takes its part."""
