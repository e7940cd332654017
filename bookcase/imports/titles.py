"""Tell an article's title from its first words, where the source ran them together."""

from __future__ import annotations

import re

_ACT = (
    "Nghị định|Thông tư liên tịch|Thông tư|Luật|Bộ luật|Pháp lệnh|Quyết định|"
    "Nghị quyết|Quy chế|Quy định|Điều lệ"
)
_DOES = (
    "quy định|hướng dẫn|áp dụng|không áp dụng|được áp dụng|có|bãi bỏ|thay thế|sửa đổi|"
    "ban hành|điều chỉnh|cụ thể|phân cấp|bao gồm"
)
_THIS_ACT = re.compile(rf" (?=(?:{_ACT}) này (?:{_DOES})\b)")
_AGAIN = re.compile(r"(?P<words>[A-ZĐÀ-Ỹ]\S* \S+)\b.*?(?P<cut> )(?=(?P=words)\b)")
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

_SENTENCE = re.compile(
    r"(?:Các )?(?:Bộ trưởng|Bộ, |Bộ, cơ quan|Thủ trưởng|Chánh Văn phòng|Cục trưởng|"
    r"Tổng cục trưởng|Vụ trưởng|Giám đốc|Chủ tịch|Tổng Giám đốc)"
)
_SENTENCE_END = (".", ";", ":")
_LONGEST, _LONG, _ENOUGH, _LEAST, _RUMP = 260, 90, 150, 6, 20


def split_title(
    text: str, *, alone: bool = False, run_on: bool = True
) -> tuple[str, str, float]:
    """Split what stands behind “Điều N.” into title and first paragraph.

    Args:
        text: What stands there.
        alone: Whether the article has no further line: then a sentence is its text.
        run_on: Whether the source may have run title and text together.

    Returns:
        The title (may be empty), the paragraph (may be empty), and how sure the split
        is; 1.0 where there was nothing to split.

    >>> split_title("Phạm vi điều chỉnh Luật này quy định về vườn cộng đồng.")
    ('Phạm vi điều chỉnh', 'Luật này quy định về vườn cộng đồng.', 0.9)
    """
    if run_on and not _SENTENCE.match(text) and (cut := _cut(text)):
        place, confidence = cut
        return text[:place], text[place + 1 :], confidence
    if _is_sentence(text) or (alone and text.endswith(_SENTENCE_END)):
        return "", text, 0.8
    return text, "", 1.0


def _cut(text: str) -> tuple[int, float] | None:
    """Return where the text begins behind a title, and how sure that is."""
    again = _AGAIN.match(text, 0, _LONGEST)
    if again and _may_cut(text, again.start("cut")):
        return again.start("cut"), 0.8
    for pattern, confidence, least in (
        (_THIS_ACT, 0.9, 0),
        (_FIRST_CLAUSE, 0.85, 0),
        (_STARTERS, 0.65, _ENOUGH),
    ):
        if len(text) < least or (least and not text.endswith(_SENTENCE_END)):
            continue
        if place := _place(text, pattern):
            return place, confidence
    return None


def _place(text: str, pattern: re.Pattern[str]) -> int | None:
    places = (found.start() for found in pattern.finditer(text, _LEAST, _LONGEST))
    return next((place for place in places if _may_cut(text, place)), None)


def _may_cut(text: str, place: int) -> bool:
    """Tell whether a sentence may begin here: the word before does not go on."""
    title = text[:place]
    before = title.rsplit(" ", 1)[-1].lower()
    goes_on = before in JOINED or before.endswith((",", ";", ".", ":"))
    return not goes_on and ". " not in title and len(text) - place > _RUMP


def _is_sentence(text: str) -> bool:
    long = len(text) > _LONG and text.endswith(_SENTENCE_END)
    return long or len(text) > _LONGEST or text.endswith(":")
