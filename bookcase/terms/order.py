"""The Vietnamese alphabet: in what order words stand in a list, and under which letter.

Words are compared syllable by syllable: first the letters (a ă â b c d đ e ê …), then
the tone (level, falling, asking, broken, rising, heavy), as dictionaries do.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
OTHERS = "#"
"""Under what stands what begins with no letter."""

_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_FIRST = 0x41
"""Letters are written as characters behind the digits, in their order."""
_PLACES = {one: chr(_FIRST + place) for place, one in enumerate(LETTERS)}


def sort_key(words: str) -> str:
    """Return a string that sorts as Vietnamese words do.

    >>> sorted(["ấp", "an", "ăn", "án", "ang"], key=sort_key)
    ['an', 'án', 'ang', 'ăn', 'ấp']
    """
    composed = unicodedata.normalize("NFC", words.lower())
    kept = "".join(one if one.isalnum() else " " for one in composed)
    return " ".join(map(_syllable, kept.split()))


def letter(words: str) -> str:
    """Return the capital under which words stand, or the sign for all others."""
    composed = unicodedata.normalize("NFC", words)
    first = next((one for one in composed if one.isalnum()), "")
    bare = _toneless(first.lower())[0]
    return bare.upper() if bare and bare in LETTERS else OTHERS


@lru_cache(maxsize=8192)
def _syllable(syllable: str) -> str:
    bare, tone = _toneless(syllable)
    return "".join(_PLACES.get(one, one) for one in bare) + tone


def _toneless(syllable: str) -> tuple[str, str]:
    """Return the letters without the tone, and the tone's digit."""
    tone, kept = "0", []
    for one in unicodedata.normalize("NFD", syllable):
        if one in _TONES:
            tone = _TONES[one]
        else:
            kept.append(one)
    return unicodedata.normalize("NFC", "".join(kept)), tone
