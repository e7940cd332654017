"""The levels of units, from a title inwards to an annex: words, numbers, addresses."""

from __future__ import annotations

import re
from functools import lru_cache

from bookcase.legal.numbers import LETTERS, ORDINALS
from bookcase.model.ids import slug

_N = r"\d{1,3}(?!\d)"
_LAST = r"(?![\w\u0300-\u036f])"
"""No letter follows, and no mark that belongs over one."""
_THIS = r"(?P<this>này|nêu trên)"
_ORDER = "|".join(sorted((w.removeprefix("thứ ") for w in ORDINALS), key=len)[::-1])
_PLACE = (
    rf"(?:thứ\s+(?:{_ORDER}|{_N})|(?P<cuoi>cuối(?:\s+cùng)?)|(?P<dau>đầu(?:\s+tiên)?))"
)
_ROMAN = r"[IVXLC]{1,6}"
_INSERTED = r"(?:-[a-hA-HđĐ]|[a-zA-ZđĐ])?"
"""The letter of what was put in: *Chương IVa*, *Chương IV-A*; *I-V* is a range."""
LEVELS: tuple[tuple[str, str, str, str], ...] = (
    # word, number, what its address begins with, the name of "… này"
    (r"tên\s+điều(?=\s*,|\s+và\s)|tên|tiêu\s+đề|tên\s+gọi", "", "ten", ""),
    (r"đoạn\s+mở\s+đầu|phần\s+mở\s+đầu|lời\s+dẫn|câu\s+dẫn", "", "doan-0", ""),
    (r"đoạn|khổ", _PLACE, "doan-", ""),
    (r"gạch\s+đầu\s+dòng|dấu\s+gạch\s+ngang", _PLACE, "gach-", ""),
    (r"(?:tiết|tiểu\s+điểm)", rf"[a-zđ]{{1,2}}\.?\d+(?:\.\d+)*{_LAST}", "", "@p"),
    (r"điểm", rf"(?:[a-zđ]\d{{0,2}}(?:\.\d+)?|{_N}(?:\.\d+)*){_LAST}", "", "@p"),
    (r"khoản", rf"{_N}(?:\.\d+)*[a-zđ]?{_LAST}", "k", "@k"),
    (r"điều", rf"{_N}[a-zđ]?{_LAST}", "d", "@d"),
    (r"tiểu\s+mục", rf"(?:{_ROMAN}|{_N}|[A-Z]){_LAST}", "tm", "@tm"),
    (r"mục", rf"(?:(?:{_ROMAN}|{_N}){_INSERTED}|[A-ZĐ][a-z]?){_LAST}", "m", "@m"),
    (r"chương", rf"(?:{_ROMAN}|{_N}){_INSERTED}{_LAST}", "c", "@c"),
    (r"phần", rf"(?:thứ\s+(?:{_ORDER})|{_ROMAN}|{_N}){_LAST}", "p", "@pt"),
    (
        r"(?:biểu\s+)?mẫu(?:\s+biểu)?(?:\s+số)?|biểu\s+số",
        rf"{_N}[a-zđ]?(?:[-./][\w-]+)?{_LAST}",
        "mau",
        "@mau",
    ),
    (r"phụ\s+lục(?:\s+số)?", rf"(?:{_ROMAN}|{_N})[a-zA-Z]?{_LAST}", "pl", "@pl"),
)
TITLE, OPENING, PARAGRAPH, DASH, SUBPOINT, POINT, CLAUSE, ARTICLE = range(8)
FORM, ANNEX = 12, 13
HELD = frozenset({TITLE, OPENING})
"""Levels that have no number."""
INWARD = {ARTICLE: (CLAUSE,), CLAUSE: (POINT,)}
"""What may follow its holder directly: *Điều 15 khoản 1 điểm a*."""
WORDS = [
    re.compile(
        rf"(?:(?:các|những|cả)\s+)?(?P<word>{word})"
        + (
            r"(?=\s|,)"
            if level in HELD
            else rf"(?:\s+|(?=\d))(?:(?P<span>từ\s+)?(?P<number>{number})|{_THIS})"
        ),
        re.IGNORECASE,
    )
    for level, (word, number, _, _) in enumerate(LEVELS)
]
BARE = [re.compile(rf"(?P<number>{number})") for _, number, _, _ in LEVELS]
ALONE = re.compile(rf"phụ\s+lục{_LAST}", re.IGNORECASE)


@lru_cache(maxsize=64)
def candidates(begin: str) -> tuple[int, ...]:
    """Return the levels whose word may begin so; ``các`` may stand before any."""
    if begin in {"cá", "nh", "cả"}:
        return tuple(range(len(LEVELS)))
    firsts = {
        "tê": (TITLE,), "ti": (TITLE, SUBPOINT, 8), "đo": (OPENING, PARAGRAPH),
        "ph": (OPENING, 11, ANNEX), "lờ": (OPENING,), "câ": (OPENING,), "gạ": (DASH,),
        "dấ": (DASH,), "đi": (POINT, ARTICLE), "kh": (CLAUSE, PARAGRAPH), "mụ": (9,),
        "ch": (10,), "bi": (FORM,), "mẫ": (FORM,),
    }  # fmt: skip
    return firsts.get(begin, ())


def counted(first: str, last: str) -> tuple[str, ...]:
    """Return what a range counts through: ``k1`` to ``k3``, ``a`` to ``dd``."""
    letter, number = re.match(r"(\D*)(\d*)", first), re.match(r"(\D*)(\d*)", last)
    if letter and number and letter[2] and number[2] and letter[1] == number[1]:
        counted = range(int(letter[2]), int(number[2]) + 1)
        return tuple(f"{letter[1]}{n}" for n in counted)
    names = [slug(one.replace("đ", "dd")) for one in LETTERS]
    if first in names and last in names:
        return tuple(names[names.index(first) : names.index(last) + 1])
    return (first, last)
