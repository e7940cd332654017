"""Tell an article's title from its first words, where the source ran them together."""

from __future__ import annotations

import re

_ACT = (
    "Nghị định|Thông tư liên tịch|Thông tư|Luật|Bộ luật|Pháp lệnh|Quyết định|"
    "Nghị quyết|Quy chế|Quy định|Điều lệ"
)
_THIS_ACT = re.compile(rf" (?=(?:{_ACT}) này [a-zđà-ỹ])")
_FIRST_CLAUSE = re.compile(r" (?=1\.(?:\d{1,2})? [A-ZĐÀ-Ỹ“])")
_STARTERS = re.compile(
    r"(?<=[a-zđà-ỹ]) (?=(?:Người|Các|Trong|Khi|Cơ quan|Tổ chức|Việc|Công ty|"
    r"Doanh nghiệp|"
    r"Trường hợp|Đối với|Căn cứ|Bộ trưởng|Chính phủ|Thời hạn|Mức|Hồ sơ|Thủ trưởng|"
    r"Ủy ban|Chủ tịch|Trước|Sau|Định kỳ|Hằng năm|Hàng năm|Nhà nước|Ngoài|Bãi bỏ|"
    r"Thay thế|"
    r"Chánh Văn phòng|Giáo viên|Cá nhân|Giám đốc|Hiệu trưởng) )"
)
JOINED = frozenset(
    [
        "của",
        "theo",
        "tại",
        "trong",
        "với",
        "cho",
        "thuộc",
        "và",
        "hoặc",
        "từ",
        "bởi",
        "do",
        "về",
        "các",
        "là",
        "tới",
        "đến",
        "những",
        "một",
        "số",
        "giữa",
        "trên",
        "dưới",
        "gồm",
        "như",
        "ban",
    ]
)
"""Words that go on: what follows them is of the same sentence."""

_SENTENCE_END = (".", ";", ":")
_LONGEST, _LONG, _ENOUGH, _LEAST = 260, 90, 150, 6


def split_title(text: str, *, alone: bool = False) -> tuple[str, str, float]:
    """Split what stands behind “Điều N.” into title and first paragraph.

    Args:
        text: What stands there.
        alone: Whether the article has no further line: then a sentence is its text.

    Returns:
        The title (may be empty), the paragraph (may be empty), and how sure the split
        is; 1.0 where there was nothing to split.

    >>> split_title("Phạm vi điều chỉnh Luật này quy định về vườn cộng đồng.")
    ('Phạm vi điều chỉnh', 'Luật này quy định về vườn cộng đồng.', 0.9)
    """
    for pattern, confidence, least in (
        (_THIS_ACT, 0.9, 0),
        (_FIRST_CLAUSE, 0.85, 0),
        (_STARTERS, 0.65, _ENOUGH),
    ):
        if len(text) < least or (least and not text.endswith(_SENTENCE_END)):
            continue
        if place := _place(text, pattern):
            return text[:place], text[place + 1 :], confidence
    if _is_sentence(text) or (alone and text.endswith(_SENTENCE_END)):
        return "", text, 0.8
    return text, "", 1.0


def _place(text: str, pattern: re.Pattern[str]) -> int | None:
    for found in pattern.finditer(text, _LEAST, _LONGEST):
        before = text[: found.start()].rsplit(" ", 1)[-1].lower()
        if before not in JOINED and not before.endswith((",", ";", ".", ":")):
            return found.start()
    return None


def _is_sentence(text: str) -> bool:
    long = len(text) > _LONG and text.endswith(_SENTENCE_END)
    return long or len(text) > _LONGEST or text.endswith(":")
