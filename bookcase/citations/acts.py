"""Acts that words name: by type and number, or by the title that people use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bookcase.model.ids import SPECIMEN_NUMBER, fold, work_id, work_tail

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TYPES: dict[str, str] = {
    "Hiến pháp": "hien-phap",
    "Bộ luật": "bo-luat",
    "Luật": "luat",
    "Pháp lệnh": "phap-lenh",
    "Lệnh": "lenh",
    "Nghị quyết liên tịch": "nghi-quyet-lien-tich",
    "Nghị quyết": "nghi-quyet",
    "Nghị định": "nghi-dinh",
    "Quyết định": "quyet-dinh",
    "Thông tư liên tịch": "thong-tu-lien-tich",
    "Thông tư liên lịch": "thong-tu-lien-tich",  # a misprint that real acts have
    "Thông tư": "thong-tu",
    "Chỉ thị": "chi-thi",
    "Sắc lệnh": "sac-lenh",
}
"""Each type of act as law writes it, and its key."""

_TYPE = "|".join(sorted(TYPES, key=len, reverse=True))
TYPE = re.compile(rf"(?<!\w)(?:{_TYPE})(?!\w)")
_PART = (
    r"(?:[A-ZĐÐ][0-9A-Za-zĐÐđ]*|(?:n[đdq]|q[đd]|tt|ttg|cp|qh\d\d|btc|bca|byt)(?!\w))"
)
NUMBER = re.compile(
    rf"(?<![\d/.A-ZĐ])\d{{1,5}}[A-Za-z]?(?:\s?/\s?(?:19|20)\d\d)?\s?/\s?{_PART}"
    rf"(?:\s?[-–]\s?{_PART})*(?:(?<=/QH)\s\d\d(?!\d))?"
)
_KINDS = ("TTLT", "TT(?!LT)", "NĐ", "QĐ", "NQLT", "NQ(?!LT)", "CT")
_GLUED = re.compile(rf"(?<=/)({'|'.join(_KINDS)})(?=[A-ZĐ]{{2}})")
_OF_NUMBER = {
    "NĐ": "nghi-dinh", "TT": "thong-tu", "TTLT": "thong-tu-lien-tich",
    "QĐ": "quyet-dinh", "NQ": "nghi-quyet", "NQLT": "nghi-quyet-lien-tich",
    "CT": "chi-thi", "SL": "sac-lenh",
}  # fmt: skip
DAY = re.compile(
    r",?\s*(?:ký\s+)?ngày\s+(?:(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})"
    r"|(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}))"
)
_BEFORE = 240
_SO = re.compile(r"\s*(?:số\s*:?\s*)?$")
_TITLED = ("Bộ luật", "Luật", "Pháp lệnh", "Hiến pháp")
_NAMED = re.compile(rf"(?<!\w)(?:{'|'.join(_TITLED)})(?=\s+[A-ZĐÂÊÔƠƯĂÁÀỦỬ]|\s+\w)")
_WORD = re.compile(r"[\w,]+")
_LONGEST_NAME = 18


@dataclass(frozen=True, slots=True)
class Mention:
    """An act that a text names.

    Attributes:
        start: Where the words begin: the type, else the number.
        end: Where they end.
        id: The id that type and number make; empty for a name nobody knows.
        number: As the text writes it; empty where only a title stands.
        title: The words between type and number.
        type: The key of its type.
        mended: What was put right in the number, empty for nothing.
    """

    start: int
    end: int
    id: str
    number: str = ""
    title: str = ""
    type: str = ""
    mended: str = ""


def mentions(text: str, names: Mapping[str, str] | None = None) -> tuple[Mention, ...]:
    """Return the acts that a text names, in its order.

    Args:
        text: The text, composed (NFC).
        names: Ids by folded title with its type (``luat bao hiem y te``).
    """
    found = list(numbered(text))
    if names:
        taken = [(one.start, one.end) for one in found]
        found += (
            one
            for one in _by_name(text, names)
            if not any(start <= one.start < end for start, end in taken)
        )
    return tuple(sorted(found, key=lambda one: one.start))


def numbered(text: str) -> Iterator[Mention]:
    """Yield the acts that are named with their numbers."""
    if "/" not in text:
        return
    last = 0
    for found in NUMBER.finditer(text):
        left = max(last, found.start() - _BEFORE)
        types = list(TYPE.finditer(text, left, found.start()))
        clean, mended = cleaned(found[0])
        kind, start, title = _type_of(text, types, found.start(), clean)
        last = found.end()
        if kind:
            id_ = id_of(kind, clean, day_behind(text, last))
            yield Mention(start, last, id_, found[0], title, kind, mended)


def id_of(type_: str, number: str, issued: date | None) -> str:
    """Return the id that a type and a number make; a specimen's where it is one."""
    tail = work_tail(number, issued)
    return work_id(type_, tail, specimen=number.endswith(SPECIMEN_NUMBER))


def cleaned(number: str) -> tuple[str, str]:
    """Return a number as it should be, and what was put right in words.

    >>> cleaned("27/2016/TTBLĐTBXH")
    ('27/2016/TT-BLĐTBXH', 'thiếu dấu gạch nối')
    """
    told = []
    clean = number.replace("Ð", "Đ").replace("–", "-")
    if clean != number:
        told.append("chữ Đ hoặc dấu gạch viết khác")
    if (tight := re.sub(r"\s+", "", clean)) != clean:
        told.append("có dấu cách")
    if (hyphened := _GLUED.sub(r"\1-", tight)) != tight:
        told.append("thiếu dấu gạch nối")
    return hyphened, ", ".join(told)


def name_key(type_: str, title: str) -> str:
    """Return what an act is looked up by when only its title is written."""
    plain = fold(f"{type_} {title}").replace(",", " ")
    return " ".join(plain.split())


def day_behind(text: str, pos: int) -> date | None:
    """Return the day of issue that stands behind a number."""
    found = DAY.match(text, pos)
    if not found:
        return None
    day, month, year = (int(one) for one in found.groups() if one)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _type_of(
    text: str, types: list[re.Match[str]], at: int, number: str
) -> tuple[str, int, str]:
    """Return the type of a number, where its words begin, and the title between."""
    if types:
        type_ = types[-1]
        between = text[type_.end() : at]
        title = _SO.sub("", between).strip()
        whole = not title or (_SO.search(between) and "số" in between[-6:])
        if whole and not re.search(r"[;:“”.]", title):
            return TYPES[type_[0]], type_.start(), title
    part = re.split(r"[-\d]", number.rpartition("/")[2])[0]
    return _OF_NUMBER.get(part, ""), at, ""


def _by_name(text: str, names: Mapping[str, str]) -> Iterator[Mention]:
    for found in _NAMED.finditer(text):
        words = [(one.end(), one[0]) for one in _WORD.finditer(text, found.end())]
        for count in range(min(_LONGEST_NAME, len(words)), 0, -1):
            end = words[count - 1][0]
            end -= text[end - 1] == ","
            if id_ := names.get(name_key("", text[found.start() : end])):
                title = text[found.end() : end].strip()
                type_ = TYPES[found[0]]
                yield Mention(found.start(), end, id_, title=title, type=type_)
                break
