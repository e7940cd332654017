"""Numbers as Vietnamese law prints them: Roman, in words, with letters behind."""

from __future__ import annotations

import re
from functools import lru_cache

_LETTERS_ALONE = frozenset("CDLM")
_ROMAN_VALUE = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN = re.compile(
    r"(M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))(.*)",
    re.DOTALL,
)
_WORDS = [
    "nhất",
    "hai",
    "ba",
    "tư",
    "năm",
    "sáu",
    "bảy",
    "tám",
    "chín",
    "mười",
    "mười một",
    "mười hai",
    "mười ba",
    "mười bốn",
    "mười lăm",
    "mười sáu",
    "mười bảy",
    "mười tám",
    "mười chín",
    "hai mươi",
]
ORDINALS = {f"thứ {word}": value for value, word in enumerate(_WORDS, start=1)}
"""``thứ nhất`` is 1 … ``thứ hai mươi`` is 20; in lower case."""

_ENGLISH = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
ENGLISH_NUMBERS = {word: value for value, word in enumerate(_ENGLISH, start=1)}
"""Numbers of parts in English translations; in lower case."""

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters of điểm in their order: no f, j, w, z (Decree 34/2016/NĐ-CP, Art. 62)."""


def roman(text: str) -> tuple[int, str] | None:
    """Split a Roman number from what stands behind it.

    >>> roman("VIIa")
    (7, 'a')
    """
    found = _ROMAN.fullmatch(text)
    if not found or not found[1]:
        return None
    values = [_ROMAN_VALUE[c] for c in found[1]]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-one if one < after else one for one, after in pairs), found[2]


@lru_cache(maxsize=4096)
def arabic(number: str) -> str:
    """Write a unit's number with ASCII digits and lower-case letters.

    ``II`` is ``2``, ``thứ nhất`` is ``1``, ``07`` is ``7``, ``Va`` is ``5a``; what is
    none of these stays, in lower case. ``C``, ``D``, ``L``, ``M`` alone are letters: no
    act has a fiftieth chapter.
    """
    words = number.lower()
    if value := ORDINALS.get(words) or ENGLISH_NUMBERS.get(words):
        return str(value)
    if number not in _LETTERS_ALONE and (found := roman(number)):
        return f"{found[0]}{found[1].lower()}"
    return words.lstrip("0") or words
