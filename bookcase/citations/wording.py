"""What lists of provisions look like in running text, for a first quick look."""

from __future__ import annotations

import re

COUNTS = (
    r"\s*(?:(?:ngày|tháng|năm|người|lần|triệu|tỷ|nghìn|ngàn|đồng|tuổi|giờ|phút|bản|bộ|km"
    r"|kg|ha|mét|tấn|lít|trường\s+hợp|loại|nhóm|cấp|tầng|suất|thành\s+viên|hộ|cái|chiếc"
    r"|trang|câu|phiếu)(?!\w)|[%/])"
)
"""What stands behind a number that counts something."""
_NUMBER = (
    rf"(?:\d{{1,3}}(?:\.\d+)*[a-zA-ZđĐ]?\d?(?!\.?\w)(?!{COUNTS})"
    r"|[a-zđ]{1,2}\d{0,2}(?:\.\d+)*(?!\.?\w)|[IVXLC][IVXLCl]{0,5}(?:-[a-hA-HđĐ]|[a-zA-Z])?(?!\.?\w)"
    r"|[A-ZĐ]\d{0,2}(?!\.?\w)|này|nêu\s+trên|thứ\s+\w+|cuối(?:\s+cùng)?|đầu(?:\s+tiên)?)"
)
_FORM = (
    r"(?:[Bb]iểu\s+)?[Mm]ẫu(?:\s+biểu)?(?:\s+số)?\s+\d{1,3}[A-Za-zđ]?(?:[-./][\w-]+)?(?!\w)"
    r"|[Bb]iểu\s+số\s+\d{1,3}"
)
_WORD = (
    r"(?:[ĐđÐ]iểm|[Kk]h(?:oản|ỏan)|[ĐđÐ]iều|[Mm]ục|[Cc]hương|[Pp]hần|[Tt]iểu\s+(?:mục|điểm)"
    r"|[Pp]hụ\s+lục(?:\s+số)?|[Tt]iết|[Đđ]oạn|[Gg]ạch\s+đầu\s+dòng)"
)
_UNIT = (
    rf"(?:{_WORD}(?:\s+(?:từ\s+)?|(?=\d)){_NUMBER}|{_FORM}"
    r"|[Đđ]oạn\s+mở\s+đầu|[Pp]hụ\s+lục(?!\w))"
)
_AND = r"(?:và/hoặc|và|hoặc|hay|đến|tới)\s+"
_OF = r"(?:(?:của|(?:quy\s+định\s+)?tại|thuộc|trong|ở)\s+)?"
LISTED = re.compile(
    rf"{_UNIT}(?:\s*(?:[,;]\s*)?(?:{_AND})?{_OF}(?:(?:tại|các|những|từ)\s+)*{_UNIT}"
    rf"|\s*(?:[,;]\s*(?:{_AND})?|{_AND})(?:từ\s+)?{_NUMBER})*"
)
"""A list of provisions and what might still be of it; the grammar takes its part."""
