"""The end of an act: who signed it, and whom it is sent to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.model.act import Signer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bookcase.imports.draft import Line

_TITLES = (
    "CHỦ TỊCH NƯỚC",
    "CHỦ TỊCH QUỐC HỘI",
    "PHÓ CHỦ TỊCH QUỐC HỘI",
    "CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "PHÓ THỦ TƯỚNG",
    "THỦ TƯỚNG CHÍNH PHỦ",
    "THỦ TƯỚNG",
    "THỨ TRƯỞNG THƯỜNG TRỰC",
    "THỨ TRƯỞNG",
    "BỘ TRƯỞNG",
    "PHÓ THỐNG ĐỐC THƯỜNG TRỰC",
    "PHÓ THỐNG ĐỐC",
    "THỐNG ĐỐC",
    "PHÓ CHÁNH ÁN",
    "CHÁNH ÁN",
    "PHÓ VIỆN TRƯỞNG",
    "VIỆN TRƯỞNG",
    "PHÓ TỔNG KIỂM TOÁN NHÀ NƯỚC",
    "TỔNG KIỂM TOÁN NHÀ NƯỚC",
    "PHÓ TỔNG THANH TRA",
    "TỔNG THANH TRA",
    "BỘ TRƯỞNG, CHỦ NHIỆM",
    "PHÓ CHỦ NHIỆM",
    "CHỦ NHIỆM",
    "TỔNG GIÁM ĐỐC",
    "PHÓ TỔNG GIÁM ĐỐC",
    "TỔNG THƯ KÝ",
    "VỤ TRƯỞNG",
    "CỤC TRƯỞNG",
)
_TITLE = "|".join(sorted(map(re.escape, _TITLES), key=len, reverse=True))
_FOR = r"(?:TM|KT|TL|TUQ|Q)\.\s?"
_ORGAN = r"[A-ZÀ-ỸĐ][A-ZÀ-ỸĐ ,\-]*"
_SIGNATURE = re.compile(
    rf"(?:{_FOR}{_ORGAN}(?:\s+(?:{_FOR})?{_ORGAN})*|(?:{_TITLE})(?:\s+(?:{_TITLE}))*)"
    r"(?:\s?ky\])?"
)
_AUTHENTICATED = re.compile(
    r"(?:(?:BỘ|VĂN PHÒNG|NGÂN HÀNG)\s.*\s)?XÁC THỰC VĂN BẢN HỢP NHẤT"
)
_RECIPIENTS = re.compile(r"Nơi nhận\s*:?|Nơi nhận\s*:\s*-.*")
_RANKED = (
    r"(?:(?:Đại|Thượng|Trung|Thiếu) tướng,?\s+|(?:GS|PGS|TS|ThS)\.\s*(?:TS\.\s*)?)?"
)
_NAME = re.compile(
    rf"{_RANKED}(?:[A-ZÀ-ỸĐ][a-zà-ỹđ]+)(?:\s+[A-ZÀ-ỸĐ][a-zà-ỹđ]*){{1,5}}"
)
_AROUND = re.compile(
    r"\(?[Đđ]ã ký\)?|Số:?\s.*|[^\d,]{2,30}, ngày\s.*|XÁC THỰC.*|\[|" + _ORGAN
)
_HEAD = re.compile(
    r"(?:BỘ|VĂN PHÒNG|NGÂN HÀNG|THANH TRA|KIỂM TOÁN) [A-ZÀ-ỸĐ ,-]+|Số:.*"
)
_LONGEST, _STAMP = 18, 2


@dataclass(frozen=True, slots=True)
class Ending:
    """Where the parts of the end stand (positions), and who signed."""

    start: int
    stop: int
    recipients: int | None
    signers: tuple[Signer, ...]


def starts_signature(text: str) -> bool:
    """Tell whether a line begins the end of an act."""
    return bool(
        (text[0].isupper() and _SIGNATURE.fullmatch(text))
        or _RECIPIENTS.fullmatch(text)
        or _AUTHENTICATED.fullmatch(text)
    )


def ending_start(lines: Sequence[Line], pos: int, low: int) -> int:
    """Go back from where the end is known to begin to the organ that authenticates."""
    if not any(_AUTHENTICATED.fullmatch(one.text) for one in lines[pos : pos + 2]):
        return pos
    while pos > low + 1 and _HEAD.fullmatch(lines[pos - 1].text):
        pos -= 1
    return pos


def read_ending(lines: Sequence[Line], start: int) -> Ending:
    """Read the end of an act that begins at a position."""
    stop, recipients, signers, title = start, None, list[Signer](), ""
    while stop < min(len(lines), start + _LONGEST * 3):
        text = lines[stop].text
        if _RECIPIENTS.fullmatch(text):
            if recipients is None:
                recipients = stop
            stop = _after_items(lines, stop + 1)
        elif _SIGNATURE.fullmatch(text):
            title = text
            stop += 1
        elif title and _NAME.fullmatch(text):
            signers.append(Signer(text, _titled(title)))
            stop, title = stop + 1, ""
        elif _goes_on(lines, start, stop, signed=bool(signers)):
            stop += 1
        else:
            break
    return Ending(start, stop, recipients, tuple(signers))


def _after_items(lines: Sequence[Line], pos: int) -> int:
    while pos < len(lines) and lines[pos].text.startswith(("-", "–", "+")):
        pos += 1
    return pos


def _goes_on(lines: Sequence[Line], start: int, pos: int, *, signed: bool) -> bool:
    """Tell whether an odd line stands inside the signature: a stamp, the place."""
    if pos - start > _LONGEST:
        return False
    text = lines[pos].text
    if not signed:
        return bool(_AROUND.fullmatch(text)) or len(text) <= _STAMP
    return any(
        starts_signature(line.text) and line.text.startswith(("KT.", "TM.", "Nơi nhận"))
        for line in lines[pos : pos + 2]
    ) and bool(_AROUND.fullmatch(text) or starts_signature(text))


def _titled(text: str) -> str:
    """Return the title that the signer bears himself: the last one.

    >>> _titled("KT. BỘ TRƯỞNG THỨ TRƯỞNG")
    'Thứ trưởng'
    """
    found = re.findall(_TITLE, text)
    words = found[-1] if found else text
    if text.startswith("KT.") and len(found) == 1 and not text.endswith(words):
        words = text[text.index(words) + len(words) :].strip()
    lowered = words.lower()
    for name in (
        "Quốc hội",
        "Thủ tướng",
        "Chính phủ",
        "Thống đốc",
        "Chánh án",
        "Viện trưởng",
    ):
        lowered = lowered.replace(name.lower(), name)
    return lowered[:1].upper() + lowered[1:]
