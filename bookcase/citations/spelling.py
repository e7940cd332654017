"""Misprints that texts of acts have, put right letter for letter.

What is put right has as many letters as what was written, so that places stay.
"""

from __future__ import annotations

import re

_WORDS = (("Ð", "Đ"), ("hỏan ", "hoản "))
_ROMAN = re.compile(r"(?<=[IVX])l(?=[IVXa-z]{0,2}(?!\w))")


def mended(text: str) -> str:
    """Return a text in which misprints are put right; a line in capitals in small.

    >>> mended("Chương VIla; khỏan 2")
    'Chương VIIa; khoản 2'
    """
    return letters(small(text))


def small(line: str) -> str:
    """Return a line that is all in capitals in small letters, any other as it is."""
    if not line.isupper():
        return line
    lower = line.lower()
    return lower if len(lower) == len(line) else line


def letters(text: str) -> str:
    """Put wrong letters right; a text without any is returned itself."""
    for wrong, right in _WORDS:
        if wrong in text:
            text = text.replace(wrong, right)
    if "Il" in text or "Vl" in text or "Xl" in text:
        text = _ROMAN.sub("I", text)
    return text
