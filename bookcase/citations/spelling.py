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
    if text.isupper():
        small = text.lower()
        return small if len(small) == len(text) else text
    for wrong, right in _WORDS:
        if wrong in text:
            text = text.replace(wrong, right)
    if "Il" in text or "Vl" in text or "Xl" in text:
        text = _ROMAN.sub("I", text)
    return text
