"""How the openings of units look in plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass

ARTICLE = re.compile(
    r"(?:Điều|ĐIỀU)\s+(?P<number>\d{1,4})(?P<letter>[a-zđ]{0,2}\d?)"
    r"\s*(?:(?P<dot>[.:])(?P<note>\d{1,3}(?=\s))?|$)\s*(?P<title>.*)"
)
CHAPTER = re.compile(
    r"(?P<mark>(?:Chương|CHƯƠNG)\s+(?:[IVXLC]+|\d{1,3})(?:-[A-Ha-hĐđ]|[a-zABđ])?)"
    r"(?P<sep>\s*[.:]|(?=\s|$))\s*(?P<title>.*)"
)
SECTION = re.compile(
    r"(?P<mark>(?:Mục|MỤC|Tiểu mục|TIỂU MỤC)\s+(?:[IVXL]+|\d{1,3}[a-zđ]?|[A-ZĐ]))"
    r"(?P<sep>\s*[.:]|(?=\s|$))\s*(?P<title>.*)"
)
PART = re.compile(
    r"(?P<mark>(?:Phần|PHẦN)\s+(?:(?:thứ|THỨ)\s+[^\W\d_]+(?:\s+(?:một|hai|ba|bốn|lăm|sáu|"
    r"bảy|tám|chín))?|[IVXL]+|\d{1,2}|[A-ZĐ]))"
    r"(?P<sep>\s*[.:]|(?=\s|$))\s*(?P<title>.*)"
)
ANNEX = re.compile(
    r"(?P<mark>(?:Phụ lục|PHỤ LỤC)(?:\s+(?:số\s+)?(?P<number>[IVXLC]+\d{0,3}[a-zđA-E]?"
    r"(?:\.\d+)*|\d{1,3}(?:\.\d+)*[A-Za-zđ]?|[A-ZĐ]\d{0,2}(?:[.-]\d+)*)(?![^\W\d_]))?)"
    r"(?P<sep>\s*[.:]|\s*[-–](?=\s)|(?=[\s(]|$))\s*(?P<title>.*)"
)
FORM = re.compile(
    r"(?P<word>Mẫu số|MẪU SỐ|Mẫu|MẪU|Biểu mẫu số|Biểu mẫu|Biểu số|BIỂU SỐ|Biểu)"
    r"(?P<colon>\s*:)?\s+(?P<number>[\w./-]*\d(?:[\w./-]*\w)?)(?:\.(?!\.))?"
    r"(?P<sep>\s*[:.](?!\.)|(?=[\s(…]|\.\.|$))\s*(?P<title>.*)"
)
_BLANKS = re.compile(r"(?:[.…_\s*]|\(\d{1,2}\)|\[\d{1,3}\])+")
ISSUED_IN_BRACKETS = re.compile(r"\((?:Ban hành\s+)?[Kk]èm theo\s[^()]*\)")
ISSUED_WITH = re.compile(r"\(?\s*(?:Ban hành\s+)?kèm theo\s", re.IGNORECASE)
ISSUED_WITH_INSIDE = re.compile(r"\((?:Ban hành\s+)?kèm theo\s", re.IGNORECASE)
ACT_NUMBER = re.compile(r"\d[\d.]*[a-z]?\s?/\s?(?:\d{4}\s?/\s?)?[\wĐ-]+")
INSTRUCTION = re.compile(r"(?:như sau|sau đây|dưới đây|là)\s*\d{0,3}\s*:\s*$")
REPEALED = re.compile(r"\(?\s*[Đđ]ược bãi bỏ\s*\)?\s*\.?\s*\d{0,3}$")
HEAD_OF_STATE = re.compile(
    r"C[ỘÔ]NG H[ÒO]?[AÀ] XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*-\s*Tự do\s*-\s*Hạnh phúc"
)
_CAPS_SHARE = 0.75


@dataclass(frozen=True, slots=True)
class Found:
    """An article's opening; ``value`` is its number, ``note`` a footnote's glued on."""

    value: int
    letter: str
    title: str
    note: str = ""


def article(text: str) -> Found | None:
    """Read an opening of an article that stands at the start of a line."""
    if text[:1] not in "ĐD":
        return None
    found = ARTICLE.match(text)
    if not found:
        return None
    title = found["title"]
    return Found(int(found["number"]), found["letter"], title, found["note"] or "")


def without_blanks(text: str) -> str:
    """Return a text without the blanks to be filled, and their marks, before it.

    >>> without_blanks(".....(1)..... Kính gửi")
    'Kính gửi'
    """
    found = _BLANKS.match(text)
    return text[found.end() :] if found else text


def is_caps(text: str) -> bool:
    """Tell whether a text is printed in capitals, small words and numbers aside."""
    marks = [c for c in text if c.isalpha()]
    upper = sum(c.isupper() for c in marks)
    return len(marks) > 1 and upper >= _CAPS_SHARE * len(marks)
