"""Repair the number of an act, and say what was repaired.

Numbers come with Eth for Đ, blanks, lost hyphens and slashes, lower case, the first
word of the title instead of a number. What is not known to be wrong stays.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bookcase.model.ids import slug

_SIGN = r"[A-ZĐÀ-Ỹ][\wĐ&.-]*(?:/[A-ZĐ][\wĐ&.-]*)*"
NUMBER = re.compile(rf"\d[\d.]*[a-z]?/(?:(?:19|20)\d\d/)?{_SIGN}")
_PRINTED = re.compile(
    r"(?:^|\b)[Ss]ố\s*:?\s*(\d[\d.]*\s*[a-z]?/\s*(?:\d{4}\s*/\s*)?\S+)"
)
_FROM_URL = re.compile(r"(\d+)-(?:((?:19|20)\d\d)-)?([A-ZĐ]{2,}.*)")
_TAIL_IN_TITLE = re.compile(r"(/(?:19|20)\d\d/\S+|/[A-ZĐ]{2,}\S*)\s*(.*)")
_NUMBER_IN_TITLE = re.compile(r"^(?:\w+\s)?số\s*:?\s*(\d\S*)\s*(.*)", re.IGNORECASE)
_EDGES = " .,;:'\"“”‘’"
_SIMPLE = (
    ("Eth thay bằng Đ", re.compile("[Ðð]"), "Đ"),
    ("khoảng trắng thừa", re.compile(r"\s+"), ""),
    ("gạch dưới thay bằng gạch nối", re.compile("_"), "-"),
    ("dấu ngoặc dở dang", re.compile(r"\((?=\d*$)\d*|\((?=[^)]*$)"), ""),
    (
        "thiếu gạch nối",
        re.compile(r"(?<=/)(TTLT|TT|QĐ|NQ|NĐ|CT)(?=B[A-ZĐ]{2})"),
        r"\1-",
    ),
    ("thiếu gạch nối", re.compile(r"(?<=/)(NQ|TT|NĐ|QĐ)\.(?=[A-ZĐ])"), r"\1-"),
    ("thiếu dấu của chữ Đ", re.compile(r"(?<=/)QD(?=-)"), "QĐ"),
    ("thiếu dấu của chữ Đ", re.compile(r"(?<=/)ND(?=-CP)"), "NĐ"),
)
_HEAD, _CUT = 16, 2


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number and a title, each as repaired, and the repairs."""

    number: str
    title: str
    repairs: tuple[str, ...] = ()


def repair_number(number: str, title: str, head: tuple[str, ...] = ()) -> Numbered:
    """Repair a number.

    Args:
        number: As the record gives it.
        title: The record's title, which may have taken a part of the number.
        head: The first lines of the text, where the number is printed; may be empty.

    >>> repair_number("89/2015/NÐ-CP", "").number
    '89/2015/NĐ-CP'
    """
    repairs: list[str] = []
    number, title = _out_of_title(number, title, repairs)
    if number.startswith("/") or not any(c.isdigit() for c in number):
        if number:
            repairs.append(f"«{number}» không phải số, ký hiệu")
        return Numbered("", title, tuple(repairs))
    for what, pattern, new in _SIMPLE:
        changed = pattern.sub(new, number)
        if changed != number:
            repairs.append(what)
            number = changed
    number = _edges(number, repairs)
    number = _slashes(number, repairs)
    return Numbered(_as_printed(number, head, repairs), title, tuple(repairs))


def _out_of_title(number: str, title: str, repairs: list[str]) -> tuple[str, str]:
    if any(c.isdigit() for c in number):
        found = _TAIL_IN_TITLE.fullmatch(title)
        if found and "/" not in number:
            repairs.append("một phần số nằm trong tên")
            return number + found[1], found[2]
        return number, title
    if found := _NUMBER_IN_TITLE.match(title):
        repairs.append("số nằm trong tên")
        return found[1], found[2]
    if title[:1].islower() and number:
        repairs.append("chữ đầu của tên nằm ở chỗ của số")
        return "", f"{number} {title}"
    return number, title


def _edges(number: str, repairs: list[str]) -> str:
    stripped = number.strip(_EDGES).rstrip("/")
    if stripped != number:
        repairs.append("dấu câu ở đầu hoặc cuối")
    upper = "/".join(
        part.upper() if part.islower() and len(part) > 1 else part
        for part in stripped.split("/")
    )
    if upper != stripped:
        repairs.append("chữ thường thay bằng chữ hoa")
    return upper


def _slashes(number: str, repairs: list[str]) -> str:
    found = _FROM_URL.fullmatch(number)
    if not found or "/" in number:
        return number
    repairs.append("gạch nối thay bằng gạch chéo")
    sign = re.sub(r"^QD-", "QĐ-", re.sub(r"^ND-", "NĐ-", found[3]))
    return "/".join(part for part in (found[1], found[2], sign) if part)


def _as_printed(number: str, head: tuple[str, ...], repairs: list[str]) -> str:
    """Prefer the number as printed at the head of the text, where it is the same."""
    for line in head[:_HEAD]:
        for found in _PRINTED.finditer(line):
            printed = "".join(found[1].split()).strip(_EDGES)
            printed = printed.replace("Ð", "Đ")
            if printed == number:
                return number
            if _same(printed, number):
                repairs.append(f"viết như in trong văn bản thay cho «{number}»")
                return printed
    return number


def _same(printed: str, number: str) -> bool:
    """Tell whether two numbers differ in punctuation, or by a cut end, only."""
    one = slug(printed).replace("-", "")
    two = slug(number).replace("-", "")
    if not NUMBER.fullmatch(printed):
        return False
    return one == two or (one.startswith(two) and len(one) - len(two) <= _CUT)
