"""Whether a list of provisions is a citation where it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bookcase.citations.behind import NO_ACT, STRANGER
from bookcase.citations.listing import OPEN_POINT

if TYPE_CHECKING:
    from bookcase.citations.behind import Behind
    from bookcase.citations.listing import Listed

_ASKS = re.compile(
    r"(?:tại|theo|của|ở|các|trừ|trong|thuộc|nêu|gồm|với|sang|vào|từ|bỏ|sung|đổi|đến|thế"
    r"|định|kèm)\s+(?:các\s+)?$"
)
_MANY = re.compile(r"(?:các|những|tài|mọi)\s+$")
_COMPOUND = re.compile(
    r"(?<!\w)(?:tài|danh|hạng|chuyên|đề|địa|thời|quan|đặc|trọng|thí|giai|công|thành|cổ|học"
    r"|ưu|bưu|số|đầu)\s+$"
)
"""What makes another word of *khoản*, *mục*, *điểm*: *tài khoản 5*, *danh mục 2*."""
_GOES_ON = re.compile(r"\s(?:của\s)?[A-ZĐ\d(]")
"""A name or a number: *Mục 4 CDNT*, *Phụ lục I CITES* are no parts of an act."""
WHOLE = re.compile(r"(?:^|\.)(?:d\d|@)")


def stands(text: str, listed: Listed, behind: Behind) -> bool:
    """Tell whether words are a citation at all: *điểm a trên bản đồ* is none."""
    unit = listed.items[0].unit
    if behind.at == NO_ACT:
        return False
    before = text[max(0, listed.start - 7) : listed.start]
    if len(unit) > 1 and unit[0] == "@" and "." not in unit:
        if unit == "@p":
            return bool(_ASKS.search(before))
        small = text[listed.start].islower()
        return not small or (unit == "@k" and not _MANY.search(before))
    if _COMPOUND.search(before):
        return False
    whole = any(WHOLE.search(one.unit) for one in listed.items)
    if behind.at == STRANGER and not behind.own and not whole:
        return unit.startswith("k")  # Mẫu số 17 Quyết định công nhận …
    return (
        whole or behind.at != -1 or unit.startswith("k") or _alone_stands(text, listed)
    )


def _alone_stands(text: str, listed: Listed) -> bool:
    """Tell whether words without article or act are meant as a place in this text."""
    unit = listed.items[0].unit
    if _GOES_ON.match(text, listed.end) or text[: listed.end].endswith("ục"):
        return False
    asked = _ASKS.search(text, max(0, listed.start - 12), listed.start)
    capital = text[listed.start].isupper()
    if unit[:1].isdigit() or not asked:
        return False
    return capital or bool(OPEN_POINT.match(unit))
