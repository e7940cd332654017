"""Misprints in the words of a list, put right letter for letter: places stay."""

from __future__ import annotations

import re

_WORDS = (("Ð", "Đ"), ("hỏan", "hoản"))
_CAPITALS = ("ĐIỀU ", "KHOẢN ", "LUẬT ")
_ROMAN = re.compile(r"(?<=[IVX])l(?=[IVXa-z]{0,2}(?!\w))")


def letters(words: str) -> str:
    """Put wrong letters right; words without any are returned themselves.

    >>> letters("Ðiều 5; khỏan 2 Chương VIla")
    'Điều 5; khoản 2 Chương VIIa'
    """
    for wrong, right in _WORDS:
        words = words.replace(wrong, right)
    return _ROMAN.sub("I", words)


def small(line: str) -> str:
    """Return a line that is all in capitals in small letters, any other as it is."""
    if not line.isupper() or not any(word in line for word in _CAPITALS):
        return line
    lower = line.lower()
    return lower if len(lower) == len(line) else line
