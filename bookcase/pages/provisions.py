"""Addresses of units in the readers' words: ``d5.k2.a`` is *điểm a khoản 2 Điều 5*.

For those who have no text at hand; a text itself knows better how its units are marked
(:func:`bookcase.history.diff.names.names`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from bookcase.legal.numbers import ORDINALS

_PARTS = {
    "ten": "tên",
    "can-cu": "phần mở đầu",
    "ky": "phần chữ ký",
    "noi-nhan": "nơi nhận",
    "doan-0": "đoạn mở đầu",
    "doan-cuoi": "đoạn cuối",
    "dong-cuoi": "dòng cuối",
    "act": "toàn văn bản",
    "everywhere": "mọi chỗ có cụm từ",
}
_WORDS = {
    "kt": "văn bản kèm theo",
    "pl": "Phụ lục",
    "mau": "Mẫu số",
    "p": "Phần",
    "c": "Chương",
    "m": "Mục",
    "tm": "Tiểu mục",
    "d": "Điều",
    "hoa-": "mục",
    "la": "mục",
    "k": "khoản",
    "so": "mục",
    "r": "mục",
    "gach-": "gạch đầu dòng thứ",
    "cong-": "dấu cộng thứ",
    "bang-": "bảng",
    "cong-thuc-": "công thức",
    "doan-": "đoạn thứ",
    "dong-": "dòng",
}
_ROMAN = frozenset({"pl", "c", "la"})
_IN_WORDS = frozenset({"p", "gach-", "cong-", "doan-"})
_INSIDE = re.compile(
    r"(?P<word>gach-|cong-thuc-|cong-|bang-|doan-|dong-|so|r)(?P<n>.+)"
)
_TOKEN = re.compile(
    r"(?P<word>kt|pl|mau|tm|hoa-|la|so|gach-|cong-thuc-|cong-|bang-|doan-|dong-"
    r"|[pcmdkr])(?P<n>\d.*|(?<=-).+)"
)
_CLAUSE = re.compile(r"k\d")
_NUMBER = re.compile(r"(\d+)(.*)", re.DOTALL)
_TENS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_MANY = 40
_HEAD = re.compile(r"(?:(?:kt|pl|mau|tm|[pcmd])\d[^./]*(?:\.|$|(?=/)))+")


@lru_cache(maxsize=4096)
def provision_name(address: str) -> str:
    """Name a unit or a part of one, of a quote what holds it.

    An address of another form stays as it is.

    >>> provision_name("d7.k2.dd")
    'điểm đ khoản 2 Điều 7'
    """
    names: list[str] = []
    clause = False
    for token in address.partition("/")[0].split("."):
        bare = token.partition("~")[0]
        if bare != "_":
            names.append(_name(bare, inside=clause))
        clause = clause or bare == "_" or bool(_CLAUSE.match(bare))
    return " ".join(filter(None, reversed(names)))


def head_of(unit: str) -> str:
    """Return the unit with a heading that a unit is or stands in, empty for none.

    >>> head_of("kt1.d4.k2.a"), head_of("d5.k1.d1"), head_of("c1.m2"), head_of("ky")
    ('kt1.d4', 'd5', 'c1.m2', '')
    """
    found = _HEAD.match(unit)
    return found[0].rstrip(".") if found else ""


def _name(token: str, *, inside: bool) -> str:
    """Name one step; ``inside`` a khoản, letters with a number are điểm."""
    if token in _PARTS:
        return _PARTS[token]
    found = (_INSIDE if inside else _TOKEN).fullmatch(token)
    if not found:
        return f"điểm {_letters(token)}" if token.isalnum() else token
    word, number = found["word"], found["n"]
    if word == "kt" and number == "1":
        return _WORDS[word]
    return f"{_WORDS[word]} {_number(word, number)}"


def _number(word: str, number: str) -> str:
    found = _NUMBER.fullmatch(number)
    if not found:
        return _letters(number)
    value, rest = int(found[1]), found[2]
    if word in _ROMAN and value < _MANY and "-" not in rest:
        return _roman(value) + _letters(rest)
    if word in _IN_WORDS and not rest:
        said = next((say for say, n in ORDINALS.items() if n == value), "")
        return (said if word == "p" else said.removeprefix("thứ ")) or number
    if word == "mau" and not rest:
        return f"{value:02}"
    return number.replace("-", ".") if word == "k" else found[1] + _letters(rest)


def _letters(number: str) -> str:
    return number.replace("dd", "đ")


def _roman(value: int) -> str:
    out = ""
    for worth, sign in _TENS:
        out, value = out + sign * (value // worth), value % worth
    return out
