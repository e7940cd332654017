"""The letters that a commune's frames may need; every body's fonts hold them all."""

from __future__ import annotations

import unicodedata

from bookcase.leaflets.contacts import labels

_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_VOWELS = "aăâeêioôơuưy"
_OTHERS = "đ\u00a0“”‘’–—…•·°²³×"
_SAID = "Giờ làm việc, nếu không ghi khác: Thông báo của xã phường đặc khu"
"""What the template of a commune's frames says in the middle weight."""


def alphabet() -> dict[int, str]:
    """Return letters by weight, parted by spaces so that none changes beside another.

    What communes write is set in the weights 400 and 800; 600 is for our own words.

    >>> {*"Đắk Nông 0200 @ –"} <= {*alphabet()[800]}
    True
    """
    sounds = (unicodedata.normalize("NFC", v + t) for v in _VOWELS for t in _TONES)
    plain = map(chr, range(0x21, 0x7F))
    small = [*sounds, *_OTHERS]
    full = _parted({*plain, *small, *(one.upper() for one in small)})
    return {400: full, 600: _parted(set("".join((_SAID, *labels())))), 800: full}


def _parted(letters: set[str]) -> str:
    return " ".join(sorted(letters - {" "}))
